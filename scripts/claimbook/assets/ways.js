// Ways to a claim: by words as they are typed, by filters, by keyboard along the links; and its
// own page beside the map.

import { h } from "./page.js";
import { paint } from "./weigh.js";

export const FILTERS = ["section", "voice", "status", "kind", "evidence"];
const MOST = 8;

/** Fade what the filters and words of a state leave out; returns how many claims stay. */
export function sift(scene, state, verdicts) {
  const { graph, boxes, links } = scene;
  const words = matches(scene, state.find ?? "");
  const stays = (claim) => passes(claim, verdicts.get(claim.id).status, state);
  const found = new Set(words.filter((id) => stays(graph.claims.get(id))));
  const faded = (id) => !found.has(graph.claimOf(id));
  for (const box of boxes.values()) fade(box, box.node, faded(box.id));
  for (const link of links) fade(link, link.group, faded(link.tail) || faded(link.head));
  return found.size;
}

/** The claims that hold every word typed, in their short or their full form. */
export function matches(scene, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return [...scene.graph.claims.values()].filter(({ id, label }) => {
    const said = () => `${label} ${scene.boxes.get(id).node.querySelector("title").textContent}`.toLowerCase();
    return !words.length || words.every((word) => said().includes(word));
  }).map(({ id }) => id);
}

/** A list of what is found under a field, while words are typed; Enter takes the first. */
export function finder(input, list, { find, link, typed, chosen }) {
  const found = () => (input.value.trim() ? find(input.value).slice(0, MOST) : []);
  const show = () => {
    list.replaceChildren(...found().map((id) => h("li", {}, link(id))));
    list.hidden = !list.children.length;
    typed(input.value);
  };
  const close = () => { list.hidden = true; };
  input.addEventListener("input", show);
  input.parentElement.addEventListener("focusout", ({ relatedTarget }) => {
    if (!input.parentElement.contains(relatedTarget)) close();
  });
  input.parentElement.addEventListener("keydown", (event) => {
    const [first] = event.key === "Enter" && event.target === input ? found() : [];
    if (first) { event.preventDefault(); close(); chosen(first); }
    if (event.key !== "Escape" || !input.value) return;
    event.stopPropagation();
    input.value = "";
    input.focus();
    show();
  });
  list.addEventListener("click", close);
}

function passes({ section, voice, kind, bearings = ["none"], types = [] }, status, wanted) {
  const is = { section: [section], voice: [voice], kind: [kind], status: [status], evidence: [...bearings, ...types] };
  return FILTERS.every((name) => !wanted[name] || is[name].includes(wanted[name]));
}

function fade(thing, element, faded) {
  if (Boolean(thing.faded) !== faded) element.classList.toggle("cb-ghost", faded);
  thing.faded = faded;
}

/** One box at a time is a stop of the tab key: the one that was walked to last. */
export class Walk {
  #parent; // the claim whose reasons and objections stand beside

  constructor(scene, reveal) {
    Object.assign(this, { scene, reveal, here: scene.graph.thesis });
  }

  up() {
    const above = this.#visible(this.scene.graph.above(this.here));
    this.to(above.includes(this.#parent) ? this.#parent : above[0]);
  }

  down() {
    const [first] = this.#visible(this.scene.graph.below(this.here));
    if (first) this.#parent = this.here;
    this.to(first);
  }

  /** To the next or the one before of what bears on the same claim, or of what bears on nothing. */
  beside(step) {
    const { graph } = this.scene;
    const above = this.#visible(graph.above(this.here));
    if (!above.includes(this.#parent)) [this.#parent] = above;
    const tops = () => [...graph.claims.keys()].filter((id) => !graph.above(id).length);
    const all = this.#visible(this.#parent ? graph.below(this.#parent) : tops());
    this.to(all[all.indexOf(this.here) + step]);
  }

  /** Give a claim's box the keyboard, and bring it into sight. */
  to(id) {
    if (!this.scene.isShown(id)) return;
    this.stand(id);
    this.scene.boxes.get(id).node.focus({ preventScroll: true });
    this.reveal(id);
  }

  stand(id) {
    this.scene.boxes.get(this.here).node.setAttribute("tabindex", "-1");
    this.here = id;
    this.scene.boxes.get(id).node.setAttribute("tabindex", "0");
  }

  #visible(ids) {
    const { boxes } = this.scene;
    const shown = ids.filter((id) => this.scene.isShown(id));
    return shown.sort((a, b) => boxes.get(a).place.y - boxes.get(b).place.y);
  }
}

const LEFT_OUT = "figure, .cb-outline, .cb-page__foot, .cb-cite, .cb-share, script, template";
const pages = new Map();

/** Fill an element with the page of a claim; says whether it is still the one wanted. */
export async function fill(element, address, label) {
  element.dataset.address = address;
  const found = await content(address).catch(() => [
    h("h2", { tabindex: "-1" }, label),
    h("p", {}, "Its page could not be fetched from here: open it instead."),
  ]);
  if (element.dataset.address !== address) return false;
  element.replaceChildren(...found);
  element.parentElement.scrollTop = 0;
  paint(element);
  return true;
}

/** The content of a claim's page and its hints, with every address in it as seen from here. */
async function content(address) {
  if (!pages.has(address)) pages.set(address, await (await fetch(address)).text());
  const read = new DOMParser().parseFromString(pages.get(address), "text/html");
  const page = read.querySelector(".cb-page--claim");
  page.querySelectorAll(LEFT_OUT).forEach((part) => part.remove());
  for (const link of page.querySelectorAll("[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  }
  for (const name of ["id", "aria-labelledby"]) {
    page.querySelectorAll(`[${name}]`).forEach((element) => element.removeAttribute(name));
  }
  page.querySelectorAll("h1, h2, h3").forEach(lowered);
  return [...page.children, ...read.querySelectorAll(".cb-hints")];
}

function lowered(heading) {
  const level = Number(heading.tagName[1]) + 1;
  const attributes = level === 2 ? { class: "cb-panel__title", tabindex: "-1" } : {};
  heading.replaceWith(h(`h${level}`, attributes, ...heading.childNodes));
}
