// The boxes of a drawn map and what they say of how their claims and steps stand.

import { sentence } from "./dom.js";
import { Status } from "./reasoning.js";

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
  if (!names.has(node)) names.set(node, node.getAttribute("aria-label") ?? title.textContent);
  const name = names.get(node).replace(`. ${was}.`, `. ${now}.`);
  if (node.hasAttribute("aria-label")) node.setAttribute("aria-label", name);
  else title.textContent = name;
}
