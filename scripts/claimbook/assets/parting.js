// Where two readers part: the fewest of their choices that make them come out differently.

import { grounded } from "./reasoning.js";

const PATIENCE = 4000;

/**
 * The smallest set of choices on which two readings must be made alike, by either reader taking
 * over the other's, so that both come out alike on `claims`. Both readings are maps from node to
 * value. `proved` says that every smaller set was tried; otherwise none of its choices can go.
 */
export function parting(graph, mine, theirs, claims) {
  const differing = [...graph.claims.keys(), ...graph.steps.keys()].filter(
    (node) => mine.get(node) !== theirs.get(node),
  );
  const results = [mine, theirs].map((reading) => outcome(graph, reading, claims));
  const enough = (set) =>
    outcome(graph, taking(mine, theirs, set), claims) === results[1] &&
    outcome(graph, taking(theirs, mine, set), claims) === results[0];
  let patience = PATIENCE;
  for (let size = 0; size < differing.length; size++) {
    patience -= combinations(differing.length, size);
    if (patience < 0) return { differing, choices: shrunk(differing, enough), proved: false };
    for (const set of subsets(differing, size)) {
      if (enough(set)) return { differing, choices: set, proved: true };
    }
  }
  return { differing, choices: differing, proved: true };
}

function outcome(graph, reading, claims) {
  const values = grounded(graph, reading);
  return claims.map((claim) => values.get(claim)).join();
}

function taking(own, other, nodes) {
  const next = new Map(own);
  for (const node of nodes) {
    if (other.has(node)) next.set(node, other.get(node));
    else next.delete(node);
  }
  return next;
}

function shrunk(nodes, enough) {
  return nodes.reduce((kept, node) => {
    const fewer = kept.filter((other) => other !== node);
    return enough(fewer) ? fewer : kept;
  }, nodes);
}

function* subsets(items, size, from = 0) {
  if (!size) yield [];
  for (let at = from; size && at <= items.length - size; at++) {
    for (const rest of subsets(items, size - 1, at + 1)) yield [items[at], ...rest];
  }
}

function combinations(all, some) {
  let found = 1;
  for (let at = 1; at <= some; at++) found = (found * (all - at + 1)) / at;
  return found;
}
