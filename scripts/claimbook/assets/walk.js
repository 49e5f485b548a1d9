// Walking through the map by keyboard: along the links, and from one reason to the next.

/** One box at a time is a stop of the tab key: the one that was walked to last. */
export class Walk {
  #parent; // the claim whose reasons and objections stand beside

  constructor(scene, reveal) {
    Object.assign(this, { scene, reveal, here: scene.graph.thesis });
  }

  up() {
    const above = this.#visible(this.scene.graph.above(this.here));
    this.to(above.includes(this.#parent) ? this.#parent : above[0]);
  }

  down() {
    const [first] = this.#visible(this.scene.graph.below(this.here));
    if (first) this.#parent = this.here;
    this.to(first);
  }

  /** To the next or the one before of what bears on the same claim, or of what bears on nothing. */
  beside(step) {
    const { graph } = this.scene;
    const above = this.#visible(graph.above(this.here));
    if (!above.includes(this.#parent)) [this.#parent] = above;
    const tops = () => [...graph.claims.keys()].filter((id) => !graph.above(id).length);
    const all = this.#visible(this.#parent ? graph.below(this.#parent) : tops());
    this.to(all[all.indexOf(this.here) + step]);
  }

  /** Give a claim's box the keyboard, and bring it into sight. */
  to(id) {
    if (!this.scene.isShown(id)) return;
    this.stand(id);
    this.scene.boxes.get(id).node.focus({ preventScroll: true });
    this.reveal(id);
  }

  stand(id) {
    this.scene.boxes.get(this.here).node.setAttribute("tabindex", "-1");
    this.here = id;
    this.scene.boxes.get(id).node.setAttribute("tabindex", "0");
  }

  #visible(ids) {
    const { boxes } = this.scene;
    const shown = ids.filter((id) => this.scene.isShown(id));
    return shown.sort((a, b) => boxes.get(a).place.y - boxes.get(b).place.y);
  }
}
