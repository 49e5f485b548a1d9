// The map as a place: the drawn map on one canvas, explored with pointer, keys and words.
// The address holds what is shown; without this script the page keeps its picture and outline.

import { asPng, asSvg, print, save } from "./download.js";
import { count, current, go, h, onChange } from "./page.js";
import { known, reading } from "./reading.js";
import { Scene } from "./scene.js";
import { Camera, Labels, Minimap, READABLE } from "./view.js";
import { fill, FILTERS, finder, matches, sift, Walk } from "./ways.js";
import { offer } from "./weigh.js";

const [STEP, ZOOM, NEAR] = [60, 1.4, 0.8];
const ANYWHERE = { near: "", zoom: "" };
const figure = document.querySelector(".cb-page--map .cb-figure");
const svg = figure.querySelector("svg");
const place = document.querySelector("#cb-place").content.firstElementChild.cloneNode(true);
const part = (name) => place.querySelector(`.cb-place__${name}`);
const [frame, panel, form] = ["frame", "panel", "filters"].map(part);

let state = {};
let verdicts; // as the reader weighs the map
let asked = false; // whether the panel should take the keyboard when it is filled
let scene, camera, labels, minimap, walk;

await start();

async function start() {
  const { graph, now } = await reading();
  verdicts = now;
  figure.before(place);
  figure.remove();
  scene = new Scene(svg, graph);
  svg.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
  camera = new Camera(frame, svg, { moved, rested });
  camera.measure(); // while the frame is empty: the map is laid out once, when it stands
  frame.prepend(svg);
  labels = new Labels(frame, scene, camera);
  minimap = new Minimap(part("minimap"), scene, camera);
  walk = new Walk(scene, reveal);
  offer(part("weigh"));
  listen();
  onChange(follow);
  addEventListener("claimbook:reading", weighed);
  new ResizeObserver(resized).observe(frame);
  if (graph.claims.has(current().at)) arrive(current().at);
  follow();
}

/** Without scripts an address such as `#claim` leads to the outline; here it leads to the map. */
function arrive(claim) {
  document.querySelector(".cb-outline").open = false;
  place.scrollIntoView();
  go({ at: "", claim }, { replace: true });
}

/* From the address to what is seen */

function follow() {
  const before = state;
  state = meant(current(), scene.graph);
  const differ = (...names) => names.some((name) => String(before[name] ?? "") !== String(state[name] ?? ""));
  const anew = !scene.size || differ("around", "fold") || (state.around && differ("claim"));
  if (anew) rearrange();
  if (anew || differ("claim", "near", "zoom")) aim({ anew, fly: before.fold && !anew });
  if (differ(...FILTERS, "find")) filter();
  if (differ("claim")) open(state.claim);
  controls();
}

/** A state without what this map has not. */
function meant(wanted, graph) {
  const claims = (ids) => known(graph, ids).filter((id) => graph.claims.has(id));
  const claim = (id) => claims([id])[0] ?? "";
  const fold = claims(wanted.fold);
  const found = { ...wanted, fold, claim: claim(wanted.claim), near: claim(wanted.near) };
  return found.claim && /^[123]$/.test(found.around) ? found : { ...found, around: "" };
}

function rearrange() {
  scene.show(state, camera.room.width / camera.room.height);
  camera.size = scene.size;
  const first = state.claim || scene.shown.find(({ claim }) => claim).id;
  walk.stand(scene.isShown(walk.here) ? walk.here : first);
  minimap.draw();
  part("said").textContent = `${scene.shown.filter(({ claim }) => claim).length} of ${all()} on the map.`;
}

function all() {
  return count(scene.graph.claims.size, "claim");
}

/** Look at the place and zoom of the address, at the chosen claim, or at everything. */
function aim({ anew, fly }) {
  const box = scene.boxes.get(state.near || state.claim);
  if (state.near && box.place) camera.look(box.place, Number(state.zoom) || 1, { fly });
  else if (state.around && camera.whole < 0.5) camera.look(box.place, NEAR);
  else if (box?.place && !state.around) camera.look(box.place, Math.max(camera.scale, NEAR), { fly });
  else if (anew || state.around) camera.fit();
}

function filter() {
  const found = sift(scene, state, verdicts);
  part("said").textContent = `${found} of ${all()} match.`;
  minimap.draw();
  name();
}

/** Show the chosen claim beside the map. */
async function open(id) {
  svg.querySelectorAll(".cb-chosen").forEach((node) => node.classList.remove("cb-chosen"));
  panel.hidden = !id;
  place.toggleAttribute("data-chosen", Boolean(id));
  if (!id) return;
  scene.boxes.get(id).node.classList.add("cb-chosen");
  for (const { group, tail, head } of scene.links) {
    group.classList.toggle("cb-near", [tail, head].some((end) => scene.graph.claimOf(end) === id));
  }
  part("page").setAttribute("href", address(id));
  const filled = await fill(part("content"), address(id), scene.graph.claims.get(id).label);
  if (filled && asked) panel.querySelector("h2").focus({ preventScroll: true });
  asked = false;
}

function controls() {
  for (const name of FILTERS) form.elements[name].value = state[name] ?? "";
  const set = FILTERS.filter((name) => state[name]).length;
  part("count").textContent = set ? ` (${set})` : "";
  if (document.activeElement !== part("find")) part("find").value = state.find ?? "";
  part("around").elements.around.value = state.around;
  place.querySelector("[data-do=unfold]").hidden = !state.fold.length;
  place.querySelector("[data-do=foldAll]").hidden = state.fold.length > 0;
  const folds = state.fold.includes(state.claim) ? "Unfold" : "Fold";
  panel.querySelector("[data-do=fold]").textContent = `${folds} what bears on it`;
}

/* From what is seen to the address */

function moved() {
  for (const box of scene.shown) if (!box.read && isRead(box)) read(box, true);
  labels.follow();
  minimap.follow();
}

function rested() {
  for (const box of scene.boxes.values()) if (box.read && !isRead(box)) read(box, false);
  svg.toggleAttribute("data-far", camera.scale < READABLE);
  name();
  const where = [scene.sectionAt(camera.centre), `${Math.round(camera.scale * 100)} %`];
  part("where").textContent = where.filter(Boolean).join(" · ");
}

/** Whether the words in a box are drawn: those of all at once would make the map slow. */
function isRead(box) {
  return camera.scale >= READABLE && box.place && camera.sees(box);
}

function read(box, is) {
  box.read = is;
  box.node.toggleAttribute("data-read", is);
}

function name() {
  const found = state.find ? matches(scene, state.find) : [];
  labels.choose([...found, state.claim, walk.here].filter(Boolean));
}

/** Keep the view in the address, as the claim in the middle and the zoom. */
function remember() {
  const { x, y } = camera.centre;
  const far = ({ place: at }) => Math.hypot(at.x - x, at.y - y);
  const nearest = scene.shown.filter(({ claim }) => claim).reduce((a, b) => (far(b) < far(a) ? b : a));
  const view = { near: nearest.id, zoom: camera.scale.toFixed(2) };
  Object.assign(state, view); // so that the change of the address moves nothing
  go(view, { replace: true });
}

function resized() {
  const { centre, scale } = camera;
  if (matchMedia("print").matches || !camera.measure()) return;
  rearrange();
  if (state.near || state.claim) aim({ anew: true });
  else camera.look(centre, scale);
}

function weighed({ detail }) {
  verdicts = detail.now;
  sift(scene, state, verdicts);
  minimap.draw();
}

/** Bring a claim into the inner part of the frame, if it is not there. */
function reveal(id) {
  const { x, y, scale, room } = camera;
  const at = scene.boxes.get(id).place;
  const inside = (value, length) => value > length * 0.12 && value < length * 0.88;
  if (inside(at.x * scale + x, room.width) && inside(at.y * scale + y, room.height)) rested();
  else camera.look(at, scale, { fly: true });
}

/* What the reader asks for */

function listen() {
  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(remember, 300); };
  frame.addEventListener("pointerup", soon);
  frame.addEventListener("wheel", (event) => { if (event.ctrlKey || event.metaKey) soon(); });
  frame.addEventListener("click", clicked);
  frame.addEventListener("keydown", pressed);
  frame.addEventListener("focusin", ({ target }) => {
    if (scene.graph.claims.has(target.dataset.node)) walk.stand(target.dataset.node);
  });
  place.addEventListener("click", ({ target }) => ACTIONS[target.closest("[data-do]")?.dataset.do]?.());
  place.addEventListener("keydown", escaped);
  panel.addEventListener("click", followed);
  form.addEventListener("change", () => go(Object.fromEntries(new FormData(form)), { replace: true }));
  part("around").addEventListener("change", ({ target }) => go({ around: target.value, ...ANYWHERE }));
  finder(part("find"), part("found"), {
    find: (text) => matches(scene, text),
    link: (id) => h("a", { href: address(id), "data-label": id, click: clicked }, scene.graph.claims.get(id).label),
    typed: (find) => go({ find }, { replace: true }),
    chosen: choose,
  });
}

const ACTIONS = {
  in: () => zoom(ZOOM),
  out: () => zoom(1 / ZOOM),
  fit: () => { go(ANYWHERE, { replace: true }); camera.fit({ fly: true }); },
  back: () => history.back(),
  forward: () => history.forward(),
  fold: () => fold(state.claim),
  foldAll: () => go({ fold: scene.main.slice(1), ...ANYWHERE }),
  unfold: () => go({ fold: [], ...ANYWHERE }),
  close: () => { go({ claim: "", around: "" }); walk.to(walk.here); },
  clear: () => go({ ...Object.fromEntries(FILTERS.map((name) => [name, ""])), find: "" }),
  svg: () => take(asSvg, "map.svg"),
  png: () => take(asPng, "map.png"),
  print: () => print(svg),
};

const KEYS = {
  ArrowLeft: (moves) => (moves ? camera.pan(STEP, 0) : walk.up()),
  ArrowRight: (moves) => (moves ? camera.pan(-STEP, 0) : walk.down()),
  ArrowUp: (moves) => (moves ? camera.pan(0, STEP) : walk.beside(-1)),
  ArrowDown: (moves) => (moves ? camera.pan(0, -STEP) : walk.beside(1)),
  Home: () => walk.to(scene.graph.thesis),
  Enter: () => choose(walk.here),
  f: () => fold(walk.here),
  "+": ACTIONS.in,
  "=": ACTIONS.in,
  "-": ACTIONS.out,
  0: ACTIONS.fit,
};

/** Choose a claim; where it is out of sight, what hides it is undone. */
function choose(id) {
  asked = true;
  walk.stand(id);
  go({ claim: id, ...ANYWHERE, ...(scene.isShown(id) ? {} : { fold: [], around: "" }) });
}

function fold(id) {
  const without = state.fold.filter((other) => other !== id);
  const folds = without.length === state.fold.length;
  go({ fold: folds ? [...without, id] : without, ...ANYWHERE });
  part("said").textContent = `${folds ? "Folded" : "Unfolded"}: what bears on ${scene.graph.name(id)}.`;
}

function zoom(factor) {
  camera.zoom(factor);
  remember();
}

async function take(made, name) {
  try {
    save(await made(svg), name);
  } catch {
    part("said").textContent = "The picture could not be made.";
  }
}

function clicked(event) {
  const named = event.target.closest("[data-label], [data-section], [data-node]")?.dataset;
  if (!named || isElsewhere(event)) return;
  event.preventDefault();
  if (named.section) enter(scene.frames.get(named.section));
  else choose(scene.graph.claimOf(named.node ?? named.label));
}

/** Go to a section, near enough to read its labels. */
function enter({ x, y, width, height }) {
  const fitting = Math.min(camera.room.width / width, camera.room.height / height);
  camera.look({ x: x + width / 2, y: y + height / 2 }, Math.max(fitting * 0.96, 0.42), { fly: true });
  remember();
}

/** A claim named in the panel is chosen on the map. */
function followed(event) {
  const link = event.target.closest("a[href]:not(.cb-place__page)");
  const id = link && [...scene.graph.claims.keys()].find((claim) => address(claim) === link.href.split("#")[0]);
  if (!id || isElsewhere(event)) return;
  event.preventDefault();
  choose(id);
}

function isElsewhere({ ctrlKey, metaKey, shiftKey }) {
  return ctrlKey || metaKey || shiftKey;
}

function pressed(event) {
  const action = event.target.dataset.node && KEYS[event.key];
  if (!action || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  action(event.shiftKey);
}

function escaped({ key }) {
  if (key !== "Escape") return;
  if (state.claim) ACTIONS.close();
  else if (state.fold.length) ACTIONS.unfold();
  else ACTIONS.clear();
}

function address(id) {
  return new URL(scene.boxes.get(id).node.getAttribute("href"), document.baseURI).href;
}
