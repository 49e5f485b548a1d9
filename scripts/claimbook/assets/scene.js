// The drawn map as a scene: which of its boxes are shown, where they stand, how they get there.

import { arrange } from "./atlas.js";
import { isCalm } from "./camera.js";
import { drawLines } from "./lines.js";
import { unique } from "./reasoning.js";

const [MARGIN, MOVE, MANY] = [16, 380, 160];
const SVG = "http://www.w3.org/2000/svg";

export class Scene {
  constructor(svg, graph) {
    this.svg = svg;
    this.graph = graph;
    this.boxes = new Map([...svg.querySelectorAll("[data-node]")].map((node) => {
      const box = measured(node, graph);
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
    this.main = mainClaims(graph);
  }

  /** Show what the state asks for, arranged for a frame of that aspect. */
  show({ claim, around, fold = [] }, aspect) {
    const near = Boolean(around);
    const claims = near ? this.#around(claim, Number(around)) : this.#unfolded(fold);
    const shown = new Set([...claims, ...this.#stepsAmong(claims)]);
    const boxes = [...this.boxes.values()].filter(({ id }) => shown.has(id));
    const nodes = boxes.map((box) => ({ ...box, group: near ? "" : box.section }));
    const plan = arrange(nodes, this.links.filter((link) => isShown(link, shown)), aspect);
    const moves = new Map(boxes.filter(({ place }) => place).map((box) => [box, box.place]));
    for (const box of this.boxes.values()) this.#place(box, plan.places.get(box.id));
    this.#frame(plan, near);
    this.#draw(plan.routes, shown);
    if (!isCalm() && moves.size && boxes.length <= MANY) glide(this.svg, moves);
    this.size = { width: plan.width + 2 * MARGIN, height: plan.height + 2 * MARGIN };
    this.frames = plan.frames;
    this.#badges(fold, claims);
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

  #place(box, place) {
    box.node.classList.toggle("cb-gone", !place);
    box.place = place && { x: place.x + MARGIN, y: place.y + MARGIN };
    if (!place) return;
    const [x, y] = [box.place.x - box.drawn.x, box.place.y - box.drawn.y];
    box.node.setAttribute("transform", `translate(${round(x)} ${round(y)})`);
  }

  #frame({ width, height, frames }, near) {
    const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN].map(round);
    this.svg.setAttribute("viewBox", `0 0 ${w} ${h}`);
    this.svg.setAttribute("width", w);
    this.svg.setAttribute("height", h);
    for (const [section, band] of this.bands) {
      const frame = frames.get(section);
      band.classList.toggle("cb-gone", near || !frame);
      if (near || !frame) continue;
      [frame.x, frame.y] = [frame.x + MARGIN, frame.y + MARGIN];
      const [rect, title] = [band.querySelector("rect"), band.querySelector("text")];
      for (const name of ["x", "y", "width", "height"]) rect.setAttribute(name, round(frame[name]));
      title.setAttribute("x", round(frame.x + 18));
      title.setAttribute("y", round(frame.y + 28));
    }
  }

  #draw(routes, shown) {
    const placed = this.shown.map(({ id, width, height, claim, place }) => [id, { ...place, width, height, claim }]);
    const moved = ({ x, y }) => ({ x: x + MARGIN, y: y + MARGIN });
    const passing = new Map([...routes].map(([link, points]) => [link, points.map(moved)]));
    for (const link of this.links) {
      link.group.classList.toggle("cb-gone", !isShown(link, shown));
      link.group.classList.toggle("cb-across", this.#section(link.tail) !== this.#section(link.head));
    }
    drawLines(this.links, new Map(placed), passing);
  }

  #section(id) {
    return this.boxes.get(id)?.section;
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
  #badges(fold, claims) {
    const shown = new Set(claims);
    this.svg.querySelectorAll(".cb-badge").forEach((badge) => badge.remove());
    for (const id of fold.filter((folded) => shown.has(folded))) {
      const hidden = this.graph.below(id).filter((below) => !shown.has(below)).length;
      if (hidden) this.boxes.get(id).node.append(badge(this.boxes.get(id), hidden));
    }
  }
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
  const claim = graph.claims.get(id) ?? graph.claims.get(graph.steps.get(id).conclusion);
  const drawn = { x: x + width / 2, y: y + height / 2 };
  return { id, node, width, height, drawn, section: claim.section, claim: claim.id === id };
}

function isShown({ tail, head }, shown) {
  return shown.has(tail) && shown.has(head);
}

/** Let boxes glide from where they were; lines appear when they have arrived. */
function glide(svg, moves) {
  svg.querySelector(".cb-edges").animate({ opacity: [0, 0, 1] }, MOVE + 200);
  for (const [box, from] of moves) {
    const offsets = [from, box.place].map(({ x, y }) => `translate(${x - box.drawn.x}px, ${y - box.drawn.y}px)`);
    if (box.place) box.node.animate({ transform: offsets }, { duration: MOVE, easing: "ease-in-out" });
  }
}

function badge(box, hidden) {
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("class", "cb-badge");
  text.setAttribute("x", round(box.drawn.x + box.width / 2 - 10));
  text.setAttribute("y", round(box.drawn.y + box.height / 2 - 10));
  text.textContent = `+${hidden}`;
  return text;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
