// Where boxes go: layers with conclusions at the left (Sugiyama, Tagawa and Toda 1981), one
// group of nodes after the other, and the groups packed into columns that suit the frame.

const GAP = { rank: 30, claim: 14, passage: 8, group: 36 };
const PAD = { side: 18, head: 46, foot: 18 };
const LENGTH = { rebuts: 2 };
const SWEEPS = 4;

/**
 * Places nodes ({ id, width, height, group }) so that links ({ tail, head, relation }) run to the
 * left: `places` holds the centre of each, `frames` the rectangle of each group, `routes` the
 * points of each link inside a group. `aspect` is the width of the frame to fill by its height.
 */
export function arrange(nodes, links, aspect) {
  const groups = grouped(nodes);
  const group = new Map(nodes.map((node) => [node.id, node.group]));
  const inner = new Map([...groups.keys()].map((name) => [name, []]));
  for (const link of links) {
    if (group.get(link.tail) === group.get(link.head)) inner.get(group.get(link.tail)).push(link);
  }
  const blocks = [...groups].map(([name, members]) => ({ name, ...layered(members, inner.get(name)) }));
  return packed(blocks, aspect);
}

function grouped(nodes) {
  const groups = new Map();
  for (const node of nodes) {
    if (!groups.has(node.group)) groups.set(node.group, []);
    groups.get(node.group).push(node);
  }
  return groups;
}

function layered(nodes, links) {
  const items = new Map(nodes.map((node) => [node.id, { ...node, left: [], right: [] }]));
  const kept = ranked(items, links);
  const chains = new Map(kept.map((link) => [link, passages(items, link)]));
  const ranks = columns(items);
  order(ranks);
  level(ranks);
  const xs = spread(ranks);
  const all = [...items.values()];
  const top = Math.min(...all.map((item) => item.y - item.height / 2)) - PAD.head;
  for (const item of all) [item.x, item.y] = [xs[item.rank].middle, item.y - top];
  return {
    width: xs.at(-1).right + PAD.side,
    height: Math.max(...all.map((item) => item.y + item.height / 2)) + PAD.foot,
    places: new Map(nodes.map(({ id }) => [id, { x: items.get(id).x, y: items.get(id).y }])),
    routes: new Map(links.map((link) => [link, stops(chains.get(link), items, link, xs)])),
  };
}

/** Give each item its rank; returns the links that run to the left, without those closing a circle. */
function ranked(items, links) {
  const into = new Map([...items.keys()].map((id) => [id, []]));
  for (const link of links) into.get(link.head).push(link);
  const tails = new Set(links.map((link) => link.tail));
  const roots = [...items.keys()].sort((a, b) => tails.has(a) - tails.has(b));
  const [kept, seen, open, done] = [new Set(), new Set(), new Set(), []];
  const visit = (id) => {
    seen.add(id);
    open.add(id);
    items.get(id).order = seen.size;
    for (const link of into.get(id)) {
      if (open.has(link.tail)) continue;
      kept.add(link);
      if (!seen.has(link.tail)) visit(link.tail);
    }
    open.delete(id);
    done.push(id);
  };
  for (const id of roots) if (!seen.has(id)) visit(id);
  for (const item of items.values()) item.rank = 0;
  for (const head of done.reverse()) {
    for (const link of into.get(head)) {
      if (!kept.has(link)) continue;
      const rank = items.get(head).rank + (LENGTH[link.relation] ?? 1);
      items.get(link.tail).rank = Math.max(items.get(link.tail).rank, rank);
    }
  }
  return [...kept];
}

/** Keep room in the ranks that a link passes; returns its chain from tail to head. */
function passages(items, { tail, head }) {
  const [from, to] = [items.get(tail), items.get(head)];
  const chain = [from];
  for (let rank = from.rank - 1; rank > to.rank; rank--) {
    const item = { rank, order: from.order, height: 0, width: 0, left: [], right: [] };
    items.set(item, item);
    chain.push(item);
  }
  chain.push(to);
  chain.forEach((item, at) => {
    if (!at) return;
    item.right.push(chain[at - 1]);
    chain[at - 1].left.push(item);
  });
  return chain;
}

function columns(items) {
  const ranks = [];
  for (const item of items.values()) (ranks[item.rank] ??= []).push(item);
  const found = Array.from(ranks, (rank) => rank ?? []);
  for (const rank of found) rank.sort((a, b) => a.order - b.order);
  return found;
}

/** Fewer crossings: each rank in the order of the means of its neighbours. */
function order(ranks) {
  const number = (rank) => rank.forEach((item, at) => { item.at = at; });
  const sorted = (rank, side) => {
    for (const item of rank) item.key = item[side].length ? mean(item[side], "at") : item.at;
    rank.sort((a, b) => a.key - b.key);
    number(rank);
  };
  ranks.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    ranks.forEach((rank) => sorted(rank, "left"));
    ranks.toReversed().forEach((rank) => sorted(rank, "right"));
  }
  ranks.forEach((rank) => sorted(rank, "left"));
}

/** Level links: each item as near to the mean of its neighbours as those beside it allow. */
function level(ranks) {
  for (const rank of ranks) {
    let y = 0;
    for (const item of rank) [item.y, y] = [y + item.height / 2, y + item.height + GAP.claim];
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    ranks.forEach((rank) => settle(rank, (item) => item.left));
    ranks.toReversed().forEach((rank) => settle(rank, (item) => item.right));
  }
  ranks.forEach((rank) => settle(rank, (item) => [...item.left, ...item.right]));
}

/** The least squares placing that keeps order and gaps: pools of items that push each other. */
function settle(rank, neighbours) {
  const pools = [];
  let offset = 0;
  rank.forEach((item, at) => {
    if (at) offset += distance(rank[at - 1], item);
    const near = neighbours(item);
    item.offset = offset;
    pools.push({ sum: (near.length ? mean(near, "y") : item.y) - offset, size: 1 });
    while (pools.length > 1 && value(pools.at(-2)) > value(pools.at(-1))) {
      const { sum, size } = pools.pop();
      pools.at(-1).sum += sum;
      pools.at(-1).size += size;
    }
  });
  let at = 0;
  for (const pool of pools) {
    for (const end = at + pool.size; at < end; at++) rank[at].y = value(pool) + rank[at].offset;
  }
}

function value({ sum, size }) {
  return sum / size;
}

function distance(above, below) {
  const gap = above.height && below.height ? GAP.claim : GAP.passage;
  return (above.height + below.height) / 2 + gap;
}

function spread(ranks) {
  let left = PAD.side;
  return ranks.map((rank) => {
    const right = left + Math.max(0, ...rank.map((item) => item.width));
    const found = { left, right, middle: (left + right) / 2 };
    left = right + GAP.rank;
    return found;
  });
}

/** The points at which a link enters and leaves the ranks that it passes, from tail to head. */
function stops(chain, items, { tail, head }, xs) {
  if (!chain) return [];
  return chain.slice(1, -1).flatMap(({ rank, y }) => [{ x: xs[rank].right, y }, { x: xs[rank].left, y }]);
}

/** Blocks in columns, as high as lets the whole be seen largest in a frame of that aspect. */
function packed(blocks, aspect) {
  const heights = blocks.flatMap((_, from) => blocks.slice(from).map((_, to) => length(blocks.slice(from, from + to + 1))));
  const scale = ({ width, height }) => Math.min(aspect / width, 1 / height);
  const best = heights.map((most) => inColumns(blocks, most)).reduce((a, b) => (scale(b) > scale(a) ? b : a));
  const [places, routes, frames] = [new Map(), new Map(), new Map()];
  best.corners.forEach(({ x, y }, at) => {
    const block = blocks[at];
    const moved = (point) => ({ x: point.x + x, y: point.y + y });
    frames.set(block.name, { x, y, width: block.width, height: block.height });
    for (const [id, place] of block.places) places.set(id, moved(place));
    for (const [link, points] of block.routes) routes.set(link, points.map(moved));
  });
  return { ...best, places, routes, frames };
}

/** Blocks one below the other, in columns no higher than `most` where that can be. */
function inColumns(blocks, most) {
  let [x, y, width, height] = [0, 0, 0, 0];
  const corners = blocks.map((block) => {
    if (y && y + block.height > most) [x, y] = [width + GAP.group, 0];
    const corner = { x, y };
    y += block.height + GAP.group;
    [width, height] = [Math.max(width, x + block.width), Math.max(height, y - GAP.group)];
    return corner;
  });
  return { corners, width, height };
}

function length(blocks) {
  return blocks.reduce((sum, { height }) => sum + height + GAP.group, -GAP.group);
}

function mean(items, key) {
  return items.reduce((sum, item) => sum + item[key], 0) / items.length;
}
