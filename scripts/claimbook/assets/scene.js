// The drawn map as a scene: which of its boxes are shown, where they stand, how they get there.

import { arrange, drawLines } from "./layout.js";
import { isCalm, set, shape } from "./page.js";
import { Graph, unique } from "./reasoning.js";

const [MOVE, MANY] = [380, 160];

export class Scene {
  constructor(svg, graph) {
    this.svg = svg;
    this.graph = drawn(graph, svg);
    this.boxes = new Map([...svg.querySelectorAll("[data-node]")].map((node) => {
      const box = measured(node, this.graph);
      return [box.id, box];
    }));
    this.links = [...svg.querySelectorAll(".cb-edge")].map((group) => {
      const { from: tail, to: head, relation } = group.dataset;
      const [line, mark, sign] = [".cb-line", ".cb-tip, .cb-bar", ".cb-sign"].map((name) => group.querySelector(name));
      return { group, tail, head, relation, line, mark, sign };
    });
    const titles = new Map(Object.entries(graph.sections).map(([id, title]) => [title, id]));
    const bands = [...svg.querySelectorAll(".cb-band")];
    this.bands = new Map(bands.map((band) => [titles.get(band.textContent), band]));
    this.main = mainClaims(this.graph);
  }

  /** Show what the state asks for, arranged for a frame of that aspect. */
  show({ claim, around, fold = [] }, aspect) {
    const near = Boolean(around);
    const claims = near ? this.#around(claim, Number(around)) : this.#unfolded(fold);
    const shown = new Set([...claims, ...this.#stepsAmong(claims)]);
    const boxes = [...this.boxes.values()].filter(({ id }) => shown.has(id));
    const nodes = boxes.map((box) => ({ ...box, group: near ? "" : box.section }));
    const links = this.links.filter(({ tail, head }) => shown.has(tail) && shown.has(head));
    const plan = arrange(nodes, links, aspect);
    const moves = boxes.filter(({ place }) => place).map((box) => [box, box.place]);
    for (const box of this.boxes.values()) put(box, plan.places.get(box.id));
    Object.assign(this, { size: plan.size, frames: plan.frames });
    this.#frame(near);
    this.#draw(plan.routes);
    if (!isCalm() && boxes.length <= MANY) glide(this.svg, moves);
    this.#badges(fold);
  }

  /** The boxes on show, in the order of the map. */
  get shown() {
    return [...this.boxes.values()].filter(({ place }) => place);
  }

  isShown(id) {
    return Boolean(this.boxes.get(id)?.place);
  }

  /** The section whose frame holds a point. */
  sectionAt({ x, y }) {
    const holds = ([, f]) => x >= f.x && x <= f.x + f.width && y >= f.y && y <= f.y + f.height;
    return this.graph.sections[[...this.frames].find(holds)?.[0]] ?? "";
  }

  #frame(near) {
    set(this.svg, { viewBox: `0 0 ${this.size.width} ${this.size.height}`, ...this.size });
    for (const [section, band] of this.bands) {
      const frame = this.frames.get(section);
      band.classList.toggle("cb-gone", near || !frame);
      if (near || !frame) continue;
      set(band.querySelector("rect"), frame);
      set(band.querySelector("text"), { x: frame.x + 18, y: frame.y + 28 });
    }
  }

  #draw(routes) {
    const placed = new Map(this.shown.map((box) => [box.id, { ...box, ...box.place }]));
    const section = (id) => placed.get(id)?.section;
    const seen = this.links.filter(({ tail, head }) => placed.has(tail) && placed.has(head));
    for (const { group, tail, head } of this.links) {
      group.classList.toggle("cb-across", section(tail) !== section(head));
      group.classList.add("cb-gone");
    }
    for (const { group } of seen) group.classList.remove("cb-gone");
    drawLines(seen, placed, routes);
  }

  #around(claim, steps) {
    const found = new Set([claim]);
    for (const follow of ["below", "above"]) {
      let ring = [claim];
      for (let step = 0; step < steps; step++) {
        ring = unique(ring.flatMap((id) => this.graph[follow](id)));
        ring.forEach((id) => found.add(id));
      }
    }
    return [...this.graph.claims.keys()].filter((id) => found.has(id));
  }

  /** Claims that are reached from the tops without passing a folded one, or not reached at all. */
  #unfolded(fold) {
    const claims = [...this.graph.claims.keys()];
    if (!fold.length) return claims;
    const tops = [this.graph.thesis, ...claims.filter((id) => !this.graph.above(id).length)];
    const [all, unfolded] = [[], fold].map((closed) => {
      const reached = new Set(tops);
      for (const id of reached) {
        if (!closed.includes(id)) this.graph.below(id).forEach((next) => reached.add(next));
      }
      return reached;
    });
    return claims.filter((id) => unfolded.has(id) || !all.has(id));
  }

  #stepsAmong(claims) {
    const shown = new Set(claims);
    const steps = [...this.graph.steps.values()].filter(({ conclusion, premises, undercutters }) =>
      shown.has(conclusion) && [...premises, ...undercutters].some((id) => shown.has(id)));
    return steps.map(({ id }) => id);
  }

  /** On each folded claim, how many of the claims that bear on it are out of sight. */
  #badges(fold) {
    this.svg.querySelectorAll(".cb-badge").forEach((badge) => badge.remove());
    for (const id of fold) {
      const hidden = this.graph.below(id).filter((below) => !this.isShown(below)).length;
      const { node, drawn, width, height } = this.boxes.get(id);
      const badge = { class: "cb-badge", x: drawn.x + width / 2 - 10, y: drawn.y + height / 2 - 10 };
      if (hidden) node.append(shape("text", badge, `+${hidden}`));
    }
  }
}

/** The part of an argument that is drawn: large ones are not drawn in full. */
function drawn(graph, svg) {
  const shown = new Set([...svg.querySelectorAll(".cb-claim")].map(({ dataset }) => dataset.node));
  if (shown.size === graph.claims.size) return graph;
  const kept = (ids = []) => ids.filter((id) => shown.has(id));
  const step = ({ premises, undercutters }) => ({ premises: kept(premises), undercutters: kept(undercutters) });
  const claims = [...graph.claims.values()].filter(({ id }) => shown.has(id)).map((claim) =>
    ({ ...claim, rebutters: kept(claim.rebutters), steps: claim.steps?.map(step) }));
  return new Graph({ ...graph, claims });
}

/** The thesis, what bears on it, and what each section concludes: the claims seen from far. */
function mainClaims(graph) {
  const section = (id) => graph.claims.get(id).section;
  const concludes = ({ id, steps, voice }) =>
    voice === "article" && steps && !graph.above(id).some((above) => section(above) === section(id));
  const conclusions = [...graph.claims.values()].filter(concludes).map(({ id }) => id);
  return unique([graph.thesis, ...graph.below(graph.thesis), ...conclusions]);
}

function measured(node, graph) {
  const rect = node.querySelector(".cb-box");
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
  const id = node.dataset.node;
  const drawn = { x: x + width / 2, y: y + height / 2 };
  const { section } = graph.claims.get(graph.claimOf(id));
  return { id, node, width, height, drawn, section, claim: graph.claims.has(id) };
}

function put(box, place) {
  box.node.classList.toggle("cb-gone", !place);
  box.place = place;
  if (place) set(box.node, { transform: `translate(${place.x - box.drawn.x} ${place.y - box.drawn.y})` });
}

/** Let boxes glide from where they were; lines appear when they have arrived. */
function glide(svg, moves) {
  svg.querySelector(".cb-edges").animate({ opacity: [0, 0, 1] }, MOVE + 200);
  for (const [box, from] of moves) {
    const offsets = [from, box.place].map(({ x, y }) => `translate(${x - box.drawn.x}px, ${y - box.drawn.y}px)`);
    if (box.place) box.node.animate({ transform: offsets }, { duration: MOVE, easing: "ease-in-out" });
  }
}
