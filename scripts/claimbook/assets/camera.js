// Looking at a large picture through a frame: drag, pinch, wheel with Ctrl, keys, flights.

const [NEAREST, THRESHOLD, STILL] = [2.5, 4, 160];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Moves `picture` inside `frame`; calls `moved` on every change and `rested` after the last. */
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
    this.picture.classList.toggle("cb-flying", fly && !calm.matches);
    this.#set(goal, 0.15);
  }

  fit(options) {
    this.look({ x: this.size.width / 2, y: this.size.height / 2 }, this.whole, options);
  }

  pan(x, y) {
    this.picture.classList.remove("cb-flying");
    this.#set({ x: this.x + x, y: this.y + y, scale: this.scale });
  }

  /** Zoom by a factor about a point of the frame. */
  zoom(factor, at = { x: this.room.width / 2, y: this.room.height / 2 }) {
    const scale = this.#limited(this.scale * factor);
    const ratio = scale / this.scale;
    this.#set({ x: at.x - (at.x - this.x) * ratio, y: at.y - (at.y - this.y) * ratio, scale });
  }

  #limited(scale) {
    return Math.min(NEAREST, Math.max(this.whole * 0.7, scale));
  }

  /** Go there, keeping the share of the frame that is empty at an edge below `slack`. */
  #set({ x, y, scale }, slack = 0.6) {
    const { width, height } = this.room;
    const keep = (at, room, length) => {
      const ends = [room * slack, room * (1 - slack) - length * scale];
      const [least, most] = ends.sort((a, b) => a - b);
      return Math.min(most, Math.max(least, at));
    };
    this.scale = scale;
    this.x = keep(x, width, this.size.width);
    this.y = keep(y, height, this.size.height);
    this.picture.classList.add("cb-moving");
    this.picture.style.transform = `translate(${this.x}px, ${this.y}px) scale(${scale})`;
    this.moved();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.picture.classList.remove("cb-moving", "cb-flying");
      this.rested();
    }, this.picture.matches(".cb-flying") ? 2 * STILL : STILL);
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

export function isCalm() {
  return calm.matches;
}

function apart(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a, b) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
