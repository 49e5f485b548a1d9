// The map as a place: the drawn map on one canvas, explored with pointer, keys and words.
// The address holds what is shown; without this script the page keeps its picture and outline.

import { current, go, onChange } from "./address.js";
import { Camera } from "./camera.js";
import { h } from "./dom.js";
import { finder, matches, passes, told } from "./finder.js";
import { Labels, READABLE } from "./labels.js";
import { Minimap } from "./minimap.js";
import { claimPage } from "./panel.js";
import { reading } from "./reading.js";
import { Scene } from "./scene.js";
import { offer, paint } from "./weigh.js";

const FILTERS = ["section", "voice", "status", "kind", "evidence"];
const STEP = 60;
const figure = document.querySelector(".cb-page--map .cb-figure");
const svg = figure.querySelector("svg");
const place = document.querySelector("#cb-place").content.firstElementChild.cloneNode(true);
const part = (name) => place.querySelector(`.cb-place__${name}`);
const frame = part("frame");
const panel = part("panel");
const form = part("filters");

let verdicts; // as the reader weighs the map
let state = {};
let here; // the claim that has the keyboard
let scene, camera, labels, minimap;

await start();

async function start() {
  const { graph, now } = await reading();
  verdicts = now;
  figure.before(place);
  figure.remove();
  scene = new Scene(svg, graph);
  frame.prepend(svg);
  svg.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
  camera = new Camera(frame, svg, { moved, rested });
  labels = new Labels(frame, scene, camera);
  minimap = new Minimap(part("minimap"), scene, camera);
  here = graph.thesis;
  offer(part("weigh"));
  listen();
  onChange(follow);
  addEventListener("claimbook:reading", ({ detail }) => {
    verdicts = detail.now;
    repaint();
  });
  new ResizeObserver(resized).observe(frame);
  follow();
}

/** Bring everything up to the address. */
function follow() {
  const before = state;
  state = current();
  clean();
  const arranged = !scene.size || differs(before, state, ["around", "fold"]) || (state.around && differs(before, state, ["claim"]));
  if (arranged) rearrange();
  if (arranged || differs(before, state, ["claim", "near", "zoom"])) aim(before, arranged);
  if (differs(before, state, [...FILTERS, "find"])) filter();
  if (differs(before, state, ["claim"])) open();
  controls();
}

/** Leave out what the address names and this map has not. */
function clean() {
  const { graph } = scene;
  const known = (id) => [id, graph.aliases.get(id)].find((one) => graph.claims.has(one)) ?? "";
  for (const name of ["claim", "near"]) state[name] = known(state[name]);
  state.fold = state.fold.map(known).filter(Boolean);
  if (!state.claim || !/^[1-3]$/.test(state.around)) state.around = "";
}

function differs(before, after, names) {
  return names.some((name) => String(before[name] ?? "") !== String(after[name] ?? ""));
}

function rearrange() {
  scene.show(state, frame.clientWidth / frame.clientHeight);
  camera.size = scene.size;
  stand(scene.isShown(here) ? here : state.claim || scene.shown.find(({ claim }) => claim).id);
  ghosts();
  minimap.draw();
}

/** Look at what the address names: a place and a zoom, the chosen claim, or everything. */
function aim(before, arranged) {
  const box = scene.boxes.get(state.near || state.claim);
  const fly = Boolean(before.fold) && !arranged;
  if (state.near && box?.place) camera.look(box.place, Number(state.zoom) || 1, { fly });
  else if (state.around && camera.whole < 0.5) camera.look(box.place, 0.7);
  else if (state.around) camera.fit();
  else if (box?.place) camera.look(box.place, Math.max(camera.scale, 0.8), { fly });
  else if (arranged || !before.fold) camera.fit();
}

function moved() {
  svg.classList.toggle("cb-far", camera.scale < READABLE);
  labels?.follow();
  minimap?.follow();
}

/** When the picture stands still: labels, words for where we are, the view in the address. */
function rested() {
  labels.choose([state.claim, here].filter(Boolean));
  const section = scene.sectionAt(camera.centre);
  part("where").textContent = [section, `${Math.round(camera.scale * 100)} %`].filter(Boolean).join(" · ");
  handle();
}

function remember() {
  const view = { near: nearest(camera.centre), zoom: camera.scale.toFixed(2) };
  Object.assign(state, view); // so that the change of the address moves nothing
  go(view, { replace: true });
}

function nearest({ x, y }) {
  const far = ({ place: at }) => Math.hypot(at.x - x, at.y - y);
  const claims = scene.shown.filter(({ claim }) => claim);
  return claims.reduce((a, b) => (far(b) < far(a) ? b : a), claims[0])?.id;
}

function resized() {
  if (matchMedia("print").matches) return;
  const { centre, scale } = camera;
  rearrange();
  if (state.near || state.claim) aim(state, false);
  else camera.look(centre, scale);
}

/* What the reader asks for */

function listen() {
  frame.addEventListener("click", clicked);
  frame.addEventListener("keydown", pressed);
  frame.addEventListener("focusin", focused);
  frame.addEventListener("pointerup", () => setTimeout(remember, 300));
  frame.addEventListener("wheel", wheeled);
  place.addEventListener("click", ({ target }) => ACTIONS[target.closest("[data-do]")?.dataset.do]?.(target));
  place.addEventListener("keydown", escaped);
  form.addEventListener("change", () => go(Object.fromEntries(FILTERS.map((name) => [name, form.elements[name].value])), { replace: true }));
  panel.addEventListener("click", inPanel);
  part("around").addEventListener("change", ({ target }) => go({ around: target.value, near: "", zoom: "" }));
  finder(part("find"), part("found"), {
    find: (text) => matches(scene, text),
    link: (id) => h("a", { href: href(id), "data-label": id, click: (event) => clicked(event) }, scene.graph.claims.get(id).label),
    typed: (find) => go({ find }, { replace: true }),
    chosen: (id) => choose(id),
  });
}

const ACTIONS = {
  in: () => zoom(1.4),
  out: () => zoom(1 / 1.4),
  fit: () => { go({ near: "", zoom: "" }, { replace: true }); camera.fit({ fly: true }); },
  back: () => history.back(),
  forward: () => history.forward(),
  foldAll: () => go({ fold: scene.main.filter((id) => id !== scene.graph.thesis), near: "", zoom: "" }),
  unfold: () => go({ fold: [] }),
  fold: (target) => fold(target.closest("[data-claim]").dataset.claim),
  close: () => { go({ claim: "", around: "" }); focusOn(here); },
  clear: () => go({ ...Object.fromEntries(FILTERS.map((name) => [name, ""])), find: "" }),
  svg: () => take(async ({ asSvg, save }) => save(await asSvg(svg), "map.svg")),
  png: () => take(async ({ asPng, save }) => save(await asPng(svg), "map.png")),
  print: () => take(({ print }) => print(svg)),
};

function choose(id, { focus = true } = {}) {
  if (state.fold.length && !scene.isShown(id)) go({ claim: id, fold: [], near: "", zoom: "" });
  else if (state.around && !scene.isShown(id)) go({ claim: id, around: "", near: "", zoom: "" });
  else go({ claim: id, near: "", zoom: "" });
  stand(id);
  if (focus) openPanel = true;
}

let openPanel = false;

function fold(id) {
  const folded = state.fold.includes(id);
  go({ fold: folded ? state.fold.filter((other) => other !== id) : [...state.fold, id], near: "", zoom: "" });
  say(folded ? "Unfolded." : `Folded: what bears on ${scene.graph.name(id)} is out of sight.`);
}

function zoom(factor) {
  camera.zoom(factor);
  remember();
}

async function take(action) {
  try {
    await action(await import("./download.js"));
  } catch {
    say("The picture could not be made.");
  }
}

function clicked(event) {
  const label = event.target.closest("[data-label]")?.dataset.label;
  if (label?.startsWith("section ")) return enter(label.slice(8));
  const node = event.target.closest("[data-node]");
  if (event.ctrlKey || event.metaKey || event.shiftKey || !(node || label)) return;
  event.preventDefault();
  const id = label ?? node.dataset.node;
  choose(scene.graph.steps.get(id)?.conclusion ?? id);
}

/** Go where a section is, near enough to read it. */
function enter(section) {
  const { x, y, width, height } = scene.frames.get(section);
  const { room } = camera;
  const scale = Math.min(room.width / width, room.height / height) * 0.96;
  camera.look({ x: x + width / 2, y: y + height / 2 }, Math.max(scale, 0.42), { fly: true });
  setTimeout(remember, 600);
}

function inPanel(event) {
  const link = event.target.closest("a[href]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.matches(".cb-panel__open")) return;
  const [, id] = new URL(link.href).pathname.match(/\/claims\/([^/]+)\/$/) ?? [];
  if (!scene.graph.claims.has(id)) return;
  event.preventDefault();
  choose(id);
}

let hinted = 0;

function wheeled(event) {
  if (event.ctrlKey || event.metaKey) {
    clearTimeout(hinted);
    hinted = setTimeout(remember, 400);
  } else if (!hinted) {
    hinted = 1;
    part("hint").hidden = false;
    setTimeout(() => { part("hint").hidden = true; }, 2500);
  }
}

/* The keyboard walks along the links */

function pressed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const action = KEYS[event.key];
  if (!action || event.target.closest("button, input, select")) return;
  event.preventDefault();
  action(event.shiftKey);
}

const KEYS = {
  ArrowLeft: (pan) => (pan ? camera.pan(STEP, 0) : walk(up()[0])),
  ArrowRight: (pan) => (pan ? camera.pan(-STEP, 0) : walk(down()[0])),
  ArrowUp: (pan) => (pan ? camera.pan(0, STEP) : walk(beside(-1))),
  ArrowDown: (pan) => (pan ? camera.pan(0, -STEP) : walk(beside(1))),
  Home: () => walk(scene.graph.thesis),
  Enter: () => choose(here),
  " ": () => choose(here),
  f: () => fold(here),
  "+": () => zoom(1.4),
  "=": () => zoom(1.4),
  "-": () => zoom(1 / 1.4),
  0: () => ACTIONS.fit(),
};

function escaped(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (state.claim) ACTIONS.close();
  else if (state.fold.length) go({ fold: [] });
  else ACTIONS.clear();
}

let from; // the claim from which the walk came, whose other reasons stand beside

function up() {
  const above = visible(scene.graph.above(here));
  return from && above.includes(from) ? [from] : above;
}

function down() {
  return visible(scene.graph.below(here));
}

function beside(step) {
  const parent = up()[0];
  const all = parent ? visible(scene.graph.below(parent)) : visible([...scene.graph.claims.keys()]).filter((id) => !scene.graph.above(id).length);
  const next = all[all.indexOf(here) + step];
  if (next && parent) from = parent;
  return next;
}

function visible(ids) {
  const shown = ids.filter((id) => scene.isShown(id));
  return shown.sort((a, b) => scene.boxes.get(a).place.y - scene.boxes.get(b).place.y);
}

function walk(id) {
  if (!id || !scene.isShown(id)) return;
  if (scene.graph.above(id).includes(here)) from = here;
  focusOn(id);
}

/** The one box that is a stop of the tab key. */
function stand(id) {
  scene.boxes.get(here).node.setAttribute("tabindex", "-1");
  here = id;
  scene.boxes.get(here).node.setAttribute("tabindex", "0");
}

function focusOn(id) {
  stand(id);
  const { node, place: at } = scene.boxes.get(id);
  node.focus({ preventScroll: true });
  reveal(at);
}

function focused(event) {
  const id = event.target.dataset?.node;
  if (id && id !== here) focusOn(id);
  handle();
}

/** Bring a place into the inner part of the frame, if it is not there. */
function reveal({ x, y }) {
  const { room, scale } = camera;
  const at = { x: x * scale + camera.x, y: y * scale + camera.y };
  const inside = (value, length) => value > length * 0.12 && value < length * 0.88;
  if (!inside(at.x, room.width) || !inside(at.y, room.height)) camera.look({ x, y }, scale, { fly: true });
  else rested();
}

/* What is seen */

function filter() {
  const found = ghosts();
  const filtered = [...FILTERS, "find"].some((name) => state[name]);
  if (filtered || place.dataset.filtered) say(told(found, scene.graph.claims.size));
  place.toggleAttribute("data-filtered", filtered);
  minimap.draw();
  labels.choose([...matches(scene, state.find ?? ""), state.claim, here].filter(Boolean));
}

/** Fade what the filters and the words typed leave out; returns how many claims stay. */
function ghosts() {
  const { graph, boxes } = scene;
  const words = state.find && new Set(matches(scene, state.find));
  const stays = (claim) => passes(claim, verdicts.get(claim.id).status, state) && (!words || words.has(claim.id));
  const found = new Set([...graph.claims.values()].filter(stays).map(({ id }) => id));
  const ghost = (id) => !found.has(id) && !(graph.steps.has(id) && found.has(graph.steps.get(id).conclusion));
  for (const { id, node } of boxes.values()) node.classList.toggle("cb-ghost", ghost(id));
  for (const { group, tail, head } of scene.links) group.classList.toggle("cb-ghost", ghost(tail) || ghost(head));
  return found.size;
}

function repaint() {
  ghosts();
  minimap.draw();
  paint(panel);
}

/** Show the chosen claim beside the map. */
async function open() {
  const id = state.claim;
  svg.querySelectorAll(".cb-chosen").forEach((node) => node.classList.remove("cb-chosen"));
  panel.hidden = !id;
  place.toggleAttribute("data-chosen", Boolean(id));
  if (!id) return;
  const { node } = scene.boxes.get(id);
  node.classList.add("cb-chosen");
  scene.links.forEach(({ group, tail, head }) => group.classList.toggle("cb-near", touches(id, tail, head)));
  panel.dataset.claim = id;
  part("page").setAttribute("href", href(id));
  await fill(id, href(id));
}

function href(id) {
  return new URL(scene.boxes.get(id).node.getAttribute("href"), document.baseURI).href;
}

function touches(id, ...ends) {
  return ends.some((end) => end === id || scene.graph.steps.get(end)?.conclusion === id);
}

async function fill(id, address) {
  const content = part("content");
  let found;
  try {
    found = await claimPage(address);
  } catch {
    found = [h("h2", { tabindex: "-1" }, scene.graph.claims.get(id).label), h("p", {}, "Its page could not be fetched from here: open it instead.")];
  }
  if (state.claim !== id) return;
  content.replaceChildren(...found);
  panel.scrollTop = 0;
  paint(panel);
  if (openPanel) content.querySelector("h2").focus({ preventScroll: true });
  openPanel = false;
}

function controls() {
  for (const name of FILTERS) form.elements[name].value = state[name] ?? "";
  const set = FILTERS.filter((name) => state[name]).length;
  part("count").textContent = set ? ` (${set})` : "";
  if (document.activeElement !== part("find")) part("find").value = state.find ?? "";
  part("around").elements.around.value = state.around ?? "";
  place.querySelector("[data-do=unfold]").hidden = !state.fold.length;
  place.querySelector("[data-do=foldAll]").hidden = state.fold.length > 0;
  const folded = state.fold.includes(state.claim);
  panel.querySelector("[data-do=fold]").textContent = folded ? "Unfold what bears on it" : "Fold what bears on it";
}

/** The fold button stands beside the claim that has the keyboard or is chosen. */
function handle() {
  const button = part("handle");
  const id = document.activeElement?.dataset?.node ?? state.claim;
  const box = scene.boxes.get(id);
  button.hidden = !box?.place || !scene.graph.claims.has(id) || !scene.graph.below(id).length || camera.scale < 0.4;
  if (button.hidden) return;
  const folded = state.fold.includes(id);
  button.dataset.claim = id;
  button.textContent = folded ? "+" : "−";
  button.setAttribute("aria-label", `${folded ? "Unfold" : "Fold"} what bears on ${scene.graph.name(id)}`);
  const [x, y] = [box.place.x + box.width / 2, box.place.y].map((value, at) => value * camera.scale + (at ? camera.y : camera.x));
  button.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
}

function say(text) {
  part("said").textContent = text;
}
