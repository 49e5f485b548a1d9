// Looking at a large picture through a frame: drag, pinch, wheel with Ctrl, flights; labels for
// boxes too small to read; and the whole in a corner, with the part in view marked.

import { h, isCalm, set, shape } from "./page.js";

const [NEAREST, THRESHOLD, STILL] = [2.5, 4, 160];

/**
 * Moves `picture` inside `frame`; calls `moved` on every change and `rested` after the last. What
 * it notes on the picture is no class: where a stylesheet asks for `:not([class])`, as Material's
 * does, to change the class of an element styles all in it anew.
 */
export class Camera {
  x = 0;
  y = 0;
  scale = 1;
  size = { width: 1, height: 1 };
  room = { width: 1, height: 1 }; // of the frame: to ask it would lay the page out again
  #pointers = new Map();
  #dragged = false;
  #timer;

  constructor(frame, picture, { moved, rested }) {
    Object.assign(this, { frame, picture, moved, rested });
    frame.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    frame.addEventListener("pointerdown", (event) => this.#down(event));
    frame.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      frame.addEventListener(end, (event) => this.#pointers.delete(event.pointerId));
    }
    frame.addEventListener("dragstart", (event) => event.preventDefault());
    frame.addEventListener("click", (event) => this.#click(event), true);
  }

  /** Take note of the size of the frame; says whether it has changed. */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.frame;
    const same = width === this.room.width && height === this.room.height;
    this.room = { width, height };
    return !same;
  }

  /** The scale at which the whole picture fits. */
  get whole() {
    return Math.min(this.room.width / this.size.width, this.room.height / this.size.height, 1);
  }

  /** The point of the picture in the middle of the frame. */
  get centre() {
    const { width, height } = this.room;
    return { x: (width / 2 - this.x) / this.scale, y: (height / 2 - this.y) / this.scale };
  }

  /** Put a point of the picture into the middle of the frame. */
  look({ x, y }, scale = this.scale, { fly = false } = {}) {
    const { width, height } = this.room;
    const to = this.#limited(scale);
    const goal = { x: width / 2 - x * to, y: height / 2 - y * to, scale: to };
    this.#set(goal, { slack: 0.15, fly: Boolean(fly) && !isCalm() });
  }

  fit(options) {
    this.look({ x: this.size.width / 2, y: this.size.height / 2 }, this.whole, options);
  }

  pan(x, y) {
    this.#set({ x: this.x + x, y: this.y + y, scale: this.scale });
  }

  /** Zoom by a factor about a point of the frame. */
  zoom(factor, at = { x: this.room.width / 2, y: this.room.height / 2 }) {
    const scale = this.#limited(this.scale * factor);
    const ratio = scale / this.scale;
    this.#set({ x: at.x - (at.x - this.x) * ratio, y: at.y - (at.y - this.y) * ratio, scale });
  }

  /** Whether a box of the picture is in sight, or nearly. */
  sees({ place, width, height }) {
    const { x, y, scale, room } = this;
    const [right, down] = [place.x * scale + x, place.y * scale + y];
    const inside = (at, length, size) => at > -size && at < length + size;
    return inside(right, room.width, width * scale) && inside(down, room.height, height * scale);
  }

  #limited(scale) {
    return Math.min(NEAREST, Math.max(this.whole * 0.7, scale));
  }

  /** Go there, keeping the share of the frame that is empty at an edge below `slack`. */
  #set({ x, y, scale }, { slack = 0.6, fly = false } = {}) {
    const { width, height } = this.room;
    const keep = (at, room, length) => {
      const ends = [room * slack, room * (1 - slack) - length * scale];
      const [least, most] = ends.sort((a, b) => a - b);
      return Math.min(most, Math.max(least, at));
    };
    this.scale = scale;
    this.x = keep(x, width, this.size.width);
    this.y = keep(y, height, this.size.height);
    this.picture.toggleAttribute("data-flying", fly);
    this.picture.style.willChange = "transform";
    this.picture.style.transform = `translate(${this.x}px, ${this.y}px) scale(${scale})`;
    this.moved();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.picture.removeAttribute("data-flying");
      this.picture.style.willChange = "";
      this.rested();
    }, fly ? 2 * STILL : STILL);
  }

  #point({ clientX, clientY }) {
    const { left, top } = this.frame.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * 0.006), this.#point(event));
  }

  #down(event) {
    if (event.button) return;
    if (!this.#pointers.size) this.#dragged = false;
    this.#pointers.set(event.pointerId, { ...this.#point(event), start: this.#point(event) });
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#point(event);
    if (!this.#dragged && apart(before.start, now) < THRESHOLD) return;
    this.#dragged = true;
    this.frame.setPointerCapture(event.pointerId);
    const [, other] = [...this.#pointers.entries()].find(([id]) => id !== event.pointerId) ?? [];
    if (other) this.zoom(apart(other, now) / (apart(other, before) || 1), middle(other, now));
    const share = other ? 0.5 : 1;
    this.pan((now.x - before.x) * share, (now.y - before.y) * share);
    this.#pointers.set(event.pointerId, { ...now, start: before.start });
  }

  #click(event) {
    if (!this.#dragged || !event.detail) return;
    event.preventDefault();
    event.stopPropagation();
    this.#dragged = false;
  }
}

function apart(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a, b) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export const READABLE = 0.66; // the scale from which the text inside the boxes is used
const [WIDTH, LINE, LETTER, CLOSE] = [148, 15, 6.8, 0.3];
const BESIDE = [[0, 0], [0.4, 0], [0, 0.7], [0, -0.7], [0.4, 0.7]];

/** Names for places on the scene: each where it has room, at its place or beside it. */
export class Labels {
  #shown = [];

  constructor(frame, scene, camera) {
    Object.assign(this, { scene, camera });
    this.layer = h("div", { class: "cb-labels", "aria-hidden": "true" });
    frame.append(this.layer);
  }

  /** Choose anew what is named; what is `important` goes before the rest. */
  choose(important) {
    const taken = [];
    this.#shown = this.#wanted(important).filter((label) => {
      const areas = (label.beside ?? BESIDE).map(([x, y]) => this.#area(label, x, y));
      label.area = areas.find((one) => one && !taken.some((other) => overlap(one, other)));
      if (label.area) taken.push(label.area);
      return label.area;
    });
    this.layer.replaceChildren(...this.#shown.map((label) => {
      label.element = h("div", label.attributes, h("span", {}, label.text));
      return label.element;
    }));
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
  #wanted(important) {
    if (this.camera.scale >= READABLE) return [];
    const { graph, main, shown } = this.scene;
    const rank = new Map([graph.thesis, ...important, ...main].reverse().map((id, at) => [id, at]));
    const named = shown.filter(({ id, claim, faded }) =>
      claim && !faded && (rank.has(id) || this.camera.scale >= CLOSE));
    named.sort((a, b) => (rank.get(b.id) ?? -1) - (rank.get(a.id) ?? -1));
    const [first, ...rest] = named.map((box) => this.#claim(box));
    return [first, ...this.#sections(), ...rest].filter(Boolean);
  }

  #sections() {
    return [...this.scene.frames].filter(([id]) => id).map(([id, { x, y }]) => {
      const text = this.scene.graph.sections[id];
      const attributes = { class: "cb-label cb-label--section", "data-section": id };
      return { text, attributes, place: { x: x + 10, y: y + 4 }, width: text.length * 9 + 12, lines: 1, beside: [[0.5, 0.5]] };
    });
  }

  #claim({ id, place, node }) {
    const text = this.scene.graph.claims.get(id).label;
    const lines = Math.ceil((text.length * LETTER) / (WIDTH - 22));
    const attributes = { class: `cb-label ${node.getAttribute("class")}`, "data-label": id };
    return { text, attributes, place, width: WIDTH, lines };
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

export class Minimap {
  constructor(element, scene, camera) {
    Object.assign(this, { element, scene, camera });
    this.sight = shape("rect", { class: "cb-minimap__sight" });
    for (const kind of ["pointerdown", "pointermove"]) element.addEventListener(kind, (event) => this.#go(event));
  }

  /** Draw the scene anew: one path for the boxes of each status. */
  draw() {
    const { width, height } = this.scene.size;
    this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const paths = new Map();
    for (const { node, place, claim, width: w, height: h } of this.scene.shown) {
      if (!claim) continue;
      const status = [...node.classList].find((name) => name.startsWith("cb-is-"));
      const kind = node.classList.contains("cb-ghost") ? "cb-ghost" : status;
      const box = `M${place.x - w / 2} ${place.y - h / 2}h${w}v${h}h${-w}z`;
      paths.set(kind, (paths.get(kind) ?? "") + box);
    }
    const bands = [...this.scene.frames].filter(([id]) => id).map(([, frame]) =>
      shape("rect", { class: "cb-minimap__band", ...frame }));
    const boxes = [...paths].map(([kind, d]) => shape("path", { class: kind, d }));
    this.element.replaceChildren(...bands, ...boxes, this.sight);
    this.follow();
  }

  follow() {
    const { x, y, scale, room } = this.camera;
    const size = { width: room.width / scale, height: room.height / scale };
    this.element.toggleAttribute("hidden", scale <= this.camera.whole * 1.1);
    set(this.sight, { x: -x / scale, y: -y / scale, ...size });
  }

  #go(event) {
    event.stopPropagation();
    if (!event.buttons) return;
    const { a, d, e, f } = this.element.getScreenCTM();
    this.camera.look({ x: (event.clientX - e) / a, y: (event.clientY - f) / d });
  }
}
