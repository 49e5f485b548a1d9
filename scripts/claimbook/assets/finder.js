// Finding claims: words as they are typed, and filters by what the graph knows of each claim.

import { count, h } from "./dom.js";

const MOST = 8;

/** Whether a claim passes the filters of a state. */
export function passes(claim, status, { section, voice, kind, evidence, status: wanted }) {
  const is = (filter, value) => !filter || filter === value;
  const { bearings = [], types = [] } = claim;
  const kinds = [...bearings, ...types, ...(bearings.length ? [] : ["none"])];
  return is(section, claim.section) && is(voice, claim.voice) && is(kind, claim.kind)
    && is(wanted, status) && (!evidence || kinds.includes(evidence));
}

/** The claims that hold every word typed, in their short or their full form. */
export function matches(scene, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return [...scene.graph.claims.values()].filter(({ id, label }) => {
    const said = `${label} ${scene.boxes.get(id).node.getAttribute("aria-label")}`.toLowerCase();
    return words.every((word) => said.includes(word));
  }).map(({ id }) => id);
}

/** A list of what is found under a field, while words are typed; Enter takes the first. */
export function finder(input, list, { find, link, typed, chosen }) {
  const show = (text) => {
    const found = find(text);
    list.replaceChildren(...found.slice(0, MOST).map((id) => h("li", {}, link(id))));
    list.hidden = !found.length;
    typed(text);
  };
  const close = () => { list.hidden = true; };
  input.addEventListener("input", () => show(input.value));
  input.parentElement.addEventListener("focusout", ({ relatedTarget }) => {
    if (!input.parentElement.contains(relatedTarget)) close();
  });
  input.parentElement.addEventListener("keydown", (event) => {
    const first = event.key === "Enter" && event.target === input && find(input.value)[0];
    if (first) { event.preventDefault(); close(); chosen(first); }
    if (event.key !== "Escape" || !input.value) return;
    event.stopPropagation();
    input.value = "";
    input.focus();
    show("");
  });
  list.addEventListener("click", close);
}

export function told(found, all) {
  return found === all ? `All ${count(all, "claim")}.` : `${found} of ${count(all, "claim")}.`;
}
