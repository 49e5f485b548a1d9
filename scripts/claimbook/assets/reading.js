// A reader's own reading: what is accepted and rejected in the address, what follows from it,
// and how the boxes of a drawn map say so.

import { current, onChange, sentence } from "./page.js";
import { forcing, Graph, Status, verdicts } from "./reasoning.js";

const graph = fetch(new URL("../../data/graph.json", import.meta.url))
  .then((answer) => answer.json())
  .then((links) => new Graph(links));

/** The reading in the address: its choices, the verdicts with and without, what changes. */
export async function reading() {
  const links = await graph;
  const { accept, reject, ...state } = current();
  const choices = forcing({ accept: known(links, accept), reject: known(links, reject) });
  const before = verdicts(links);
  const now = choices.size ? verdicts(links, choices) : before;
  const missing = new Set([...accept, ...reject]).size - choices.size;
  return { graph: links, choices, theirs: other(links, state), before, now, missing };
}

/** The choices of the other reading that the address holds, if any. */
function other(links, state) {
  const [accept, reject] = [known(links, state["their-accept"]), known(links, state["their-reject"])];
  return forcing({ accept, reject });
}

/** The ids that name something, former ids by their present ones. */
export function known(links, ids) {
  return ids.map((id) => links.aliases.get(id) ?? id).filter((id) => links.has(id));
}

/** Claims whose status differs from the map's own, those next to a choice first. */
export function changes({ graph: links, choices, before, now }) {
  const reached = new Set(choices.keys());
  for (const node of reached) links.dependants(node).forEach((next) => reached.add(next));
  const differs = (id) => now.get(id).status !== before.get(id).status;
  return [...reached].filter((id) => links.claims.has(id) && !choices.has(id) && differs(id));
}

/** Call `listener` with the reading now and whenever the address changes. */
export async function follow(listener) {
  const tell = async () => listener(await reading());
  onChange(tell);
  await tell();
}

const GLYPHS = {
  UNCHALLENGED: "",
  ANSWERED: "M-1.9.1L-.5 1.6 2-1.5",
  OPEN_CHALLENGE: "M-1.6-1.6 1.6 1.6M-1.6 1.6 1.6-1.6",
  REASONS_FAIL: "M-2.8 2.8 2.8-2.8",
  DISPUTED: "M0-4V4",
  ACCEPTED: "M-1.9.1L-.5 1.6 2-1.5",
  REJECTED: "M-1.6-1.6 1.6 1.6M-1.6 1.6 1.6-1.6",
};
const RING = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0";
const KEYS = new Map(Object.entries(Status).map(([key, status]) => [status, key]));
const names = new WeakMap();

/** Bring the boxes of a map up to the verdicts; `was` are those it was drawn with. */
export function paintNodes(root, was, now) {
  for (const node of root.querySelectorAll("svg [data-node]")) {
    const id = node.dataset.node;
    paint(node, was.get(id).status, now.get(id).status);
  }
}

function paint(node, was, now) {
  if (now === (node.dataset.status ?? was)) return;
  const key = KEYS.get(now);
  node.dataset.status = now;
  node.classList.remove(...[...node.classList].filter((name) => name.startsWith("cb-is-")));
  node.classList.add(`cb-is-${key.toLowerCase().replace("_", "-")}`);
  node.classList.toggle("cb-changed", now !== was);
  const [first, ...rest] = node.querySelectorAll(".cb-status");
  if (first) first.textContent = sentence(now);
  rest.forEach((line) => { line.textContent = ""; });
  node.querySelector(".cb-glyph")?.setAttribute("d", RING + GLYPHS[key]);
  rename(node, sentence(was), sentence(now));
}

function rename(node, was, now) {
  const title = node.querySelector("title");
  if (!names.has(node)) names.set(node, title.textContent);
  title.textContent = names.get(node).replace(`. ${was}.`, `. ${now}.`);
}
