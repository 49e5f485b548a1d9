// A reader's own reading: what is accepted and rejected in the address, and what follows from it.

import { current, onChange } from "./address.js";
import { Graph, forcing, verdicts } from "./reasoning.js";

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
