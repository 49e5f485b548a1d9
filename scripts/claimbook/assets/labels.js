// Seen from far, boxes are too small to read: labels of constant size name what matters most and
// has room, as on a map of a country. Nothing here is read aloud; the boxes keep their names.

import { h } from "./dom.js";

export const READABLE = 0.66; // the scale from which the text inside the boxes is used
const [WIDTH, LINE, LETTER, CLOSE] = [148, 15, 6.8, 0.3];
const BESIDE = [[0, 0], [0.4, 0], [0, 0.7], [0, -0.7], [0.4, 0.7]];

export class Labels {
  #shown = [];

  constructor(frame, scene, camera) {
    Object.assign(this, { scene, camera });
    this.layer = h("div", { class: "cb-labels", "aria-hidden": "true" });
    this.all = new Map();
    frame.append(this.layer);
  }

  /** Choose anew what is named: each where it has room, at its place or beside it. */
  choose(important) {
    const taken = [];
    this.#shown = this.#labels(important).filter((label) => {
      const areas = (label.beside ?? BESIDE).map(([x, y]) => this.#area(label, x, y));
      const area = areas.find((one) => one && !taken.some((other) => overlap(one, other)));
      if (area) taken.push(area);
      label.area = area;
      return area;
    });
    this.layer.replaceChildren(...this.#shown.map((label) => label.element));
    this.follow();
  }

  /** Keep the labels where their places are now. */
  follow() {
    const { x, y, scale } = this.camera;
    for (const { element, place, area } of this.#shown) {
      element.style.transform = `translate(${place.x * scale + x + area.x}px, ${place.y * scale + y + area.y}px)`;
    }
  }

  /** What may be named, the most important first: the thesis, the sections, the claims. */
  #labels(important) {
    if (this.camera.scale >= READABLE) return [];
    const [first, ...rest] = this.#claims(important);
    return [first, ...this.#sections(), ...rest].filter(Boolean);
  }

  #sections() {
    return [...this.scene.frames].filter(([id]) => id).map(([id, { x, y }]) => {
      const title = this.scene.graph.sections[id];
      const element = this.#element("section", id, title);
      element.className = "cb-label cb-label--section";
      return { element, place: { x: x + 10, y: y + 4 }, width: title.length * 9 + 12, lines: 1, beside: [[0.5, 0.5]] };
    });
  }

  #claims(important) {
    const { scale } = this.camera;
    const { graph, main } = this.scene;
    const rank = new Map([graph.thesis, ...important, ...main].reverse().map((id, at) => [id, at]));
    const isNamed = ({ id, claim, node }) =>
      claim && !node.matches(".cb-ghost") && (scale >= CLOSE || rank.has(id));
    const named = this.scene.shown.filter(isNamed);
    named.sort((a, b) => (rank.get(b.id) ?? -1) - (rank.get(a.id) ?? -1));
    return named.map(({ id, place, node }) => {
      const text = graph.claims.get(id).label;
      const element = this.#element("label", id, text);
      element.className = `cb-label ${node.getAttribute("class")}${id === graph.thesis ? " cb-label--thesis" : ""}`;
      return { element, place, width: WIDTH, lines: Math.ceil((text.length * LETTER) / (WIDTH - 22)) };
    });
  }

  #element(kind, id, text) {
    const key = `${kind} ${id}`;
    if (!this.all.has(key)) this.all.set(key, h("div", { [`data-${kind}`]: id }, h("span", {}, text)));
    return this.all.get(key);
  }

  /** The area a label takes in the frame, moved by parts of its size; none out of sight. */
  #area({ place, width, lines }, right, down) {
    const { x, y, scale, room } = this.camera;
    const at = { x: place.x * scale + x, y: place.y * scale + y };
    const height = lines * LINE + 8;
    if (at.x < 0 || at.y < 0 || at.x > room.width || at.y > room.height) return null;
    const left = within(at.x + (right - 0.5) * width, room.width - width);
    const top = within(at.y + (down - 0.5) * height, room.height - height);
    return { x: left - at.x, y: top - at.y, left, top, right: left + width + 4, bottom: top + height + 4 };
  }
}

function within(value, most) {
  return Math.max(2, Math.min(most - 2, value));
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
