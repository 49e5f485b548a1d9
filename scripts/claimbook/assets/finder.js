// Finding claims: words as they are typed, and filters by what the graph knows of each claim.

import { h } from "./dom.js";

export const FILTERS = ["section", "voice", "status", "kind", "evidence"];
const MOST = 8;

/** Fade what the filters and words of a state leave out; returns how many claims stay. */
export function sift(scene, state, verdicts) {
  const { graph, boxes, links } = scene;
  const words = matches(scene, state.find ?? "");
  const stays = (claim) => passes(claim, verdicts.get(claim.id).status, state);
  const found = new Set(words.filter((id) => stays(graph.claims.get(id))));
  const faded = (id) => !found.has(graph.steps.get(id)?.conclusion ?? id);
  for (const box of boxes.values()) fade(box, box.node, faded(box.id));
  for (const link of links) fade(link, link.group, faded(link.tail) || faded(link.head));
  return found.size;
}

/** The claims that hold every word typed, in their short or their full form. */
export function matches(scene, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return [...scene.graph.claims.values()].filter(({ id, label }) => {
    const said = () => `${label} ${scene.boxes.get(id).node.getAttribute("aria-label")}`.toLowerCase();
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
