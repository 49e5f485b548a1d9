// Where am I: the whole scene in a corner, with the part in view marked; drag it to go there.

const SVG = "http://www.w3.org/2000/svg";

export class Minimap {
  constructor(element, scene, camera) {
    Object.assign(this, { element, scene, camera });
    this.sight = draw("rect", { class: "cb-minimap__sight" });
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
      draw("rect", { class: "cb-minimap__band", ...frame }));
    const boxes = [...paths].map(([kind, d]) => draw("path", { class: kind, d }));
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
    if (!event.buttons) return;
    event.preventDefault();
    const { a, d, e, f } = this.element.getScreenCTM();
    this.camera.look({ x: (event.clientX - e) / a, y: (event.clientY - f) / d });
  }
}

function draw(tag, attributes) {
  return set(document.createElementNS(SVG, tag), attributes);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
