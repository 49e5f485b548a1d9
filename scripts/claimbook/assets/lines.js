// The lines between boxes, drawn anew where boxes have moved: arrowheads, bars and signs as in
// draw/edges.py, curves instead of corners.

const [TIP, STOP, PORT] = [8, 3, 13];

/** Draw the links whose two ends are placed; `routes` holds the points some must pass. */
export function drawLines(links, boxes, routes) {
  const shown = links.filter(({ tail, head }) => boxes.has(tail) && boxes.has(head));
  const ends = ported(shown, boxes, routes);
  for (const link of shown) draw(link, ends.get(link), routes.get(link) ?? []);
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
