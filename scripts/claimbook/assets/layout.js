// Where boxes go: layers with conclusions at the left (Sugiyama, Tagawa and Toda 1981), one group
// of nodes after the other, the groups packed into columns that suit the frame. And how lines run
// between boxes that have moved: arrowheads, bars and signs as in draw/edges.py, in curves.

const GAP = { rank: 30, claim: 14, passage: 8, group: 36 };
const PAD = { side: 18, head: 46, foot: 18, edge: 16 };
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
    const moved = (point) => ({ x: point.x + x + PAD.edge, y: point.y + y + PAD.edge });
    frames.set(block.name, { ...moved({ x: 0, y: 0 }), width: block.width, height: block.height });
    for (const [id, place] of block.places) places.set(id, moved(place));
    for (const [link, points] of block.routes) routes.set(link, points.map(moved));
  });
  const size = { width: best.width + 2 * PAD.edge, height: best.height + 2 * PAD.edge };
  return { size, places, routes, frames };
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

const [TIP, STOP, PORT] = [8, 3, 13];

/** Draw links between boxes; `routes` holds the points that some must pass. */
export function drawLines(links, boxes, routes) {
  const ends = ported(links, boxes, routes);
  for (const link of links) draw(link, ends.get(link), routes.get(link) ?? []);
}

/** The points at which lines meet boxes, spread over each side in the order of where they lead. */
function ported(links, boxes, routes) {
  const sides = new Map();
  const found = new Map();
  for (const link of links) {
    const [tail, head] = [boxes.get(link.tail), boxes.get(link.head)];
    const leftwards = tail.x > head.x;
    const stops = routes.get(link) ?? [];
    const from = join(sides, tail, leftwards, stops[0] ?? head);
    const to = join(sides, head, !leftwards, stops.at(-1) ?? tail);
    if (link.relation === "undercuts") to.flank = Math.sign((stops.at(-1) ?? tail).y - head.y) || 1;
    found.set(link, { from, to });
  }
  for (const [box, both] of sides) for (const ports of both) place(box, ports);
  return found;
}

function join(sides, box, left, towards) {
  const port = { left, towards };
  if (!sides.has(box)) sides.set(box, [[], []]);
  sides.get(box)[left ? 0 : 1].push(port);
  return port;
}

function place(box, ports) {
  const apart = Math.min(PORT, (box.height - 16) / Math.max(1, ports.length - 1));
  ports.sort((a, b) => a.towards.y - b.towards.y);
  ports.forEach((port, at) => {
    const spread = box.claim ? (at - (ports.length - 1) / 2) * apart : 0;
    port.x = box.x + (port.left ? -1 : 1) * box.width / 2;
    port.y = box.y + spread;
    if (port.flank) [port.x, port.y] = [box.x, box.y + port.flank * box.height / 2];
  });
}

function draw({ relation, line, mark, sign }, { from, to }, stops) {
  const attack = relation === "rebuts" || relation === "undercuts";
  const back = attack ? STOP : relation === "supports" ? TIP : 0;
  const aim = to.flank ? { x: 0, y: to.flank } : { x: to.left ? -1 : 1, y: 0 };
  const end = { x: to.x + aim.x * back, y: to.y + aim.y * back };
  const points = [from, ...stops, end];
  const curves = [];
  const level = { x: from.left ? 1 : -1, y: 0 };
  for (let at = 0; at < points.length; at += 2) {
    const last = at + 2 === points.length;
    curves.push(curve(points[at], points[at + 1], from, last ? aim : level));
  }
  line.setAttribute("d", curves.map(({ d }, at) => `${at ? "L" : "M"}${d}`).join(""));
  mark?.setAttribute("d", attack ? bar(end, aim) : tip(end, to, aim));
  const { middle } = curves.at(-1);
  sign?.setAttribute("transform", `translate(${point(middle)})`);
}

/** A curve that leaves level and arrives as aimed. */
function curve(a, b, from, aim) {
  const reach = Math.max(14, Math.abs(b.x - a.x) / 2);
  const out = { x: a.x + (from.left ? -reach : reach), y: a.y };
  const goal = aim.y ? Math.max(14, Math.abs(b.y - a.y) / 2) : reach;
  const into = { x: b.x + aim.x * goal, y: b.y + aim.y * goal };
  const middle = { x: (a.x + 3 * out.x + 3 * into.x + b.x) / 8, y: (a.y + 3 * out.y + 3 * into.y + b.y) / 8 };
  return { d: `${point(a)}C${point(out)} ${point(into)} ${point(b)}`, middle };
}

function bar(end, aim) {
  const [one, other] = across(end, aim, 6);
  return `M${point(one)}L${point(other)}`;
}

function tip(base, end, aim) {
  const [one, other] = across(base, aim, 4);
  return `M${point(one)}L${point(end)}L${point(other)}Z`;
}

function across({ x, y }, aim, half) {
  return [{ x: x - aim.y * half, y: y + aim.x * half }, { x: x + aim.y * half, y: y - aim.x * half }];
}

function point({ x, y }) {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
