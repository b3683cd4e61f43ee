/** Which parts of the screen are taken: labels and signs ask before they are drawn. */

const CELL = 64; // pixels

/** @param {Box} a @param {Box} b */
export const overlap = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/**
 * The box around a point.
 * @param {Point} point
 * @param {number} half
 * @param {number} [halfHeight]
 * @returns {Box}
 */
export const around = ([x, y], half, halfHeight = half) => [x - half, y - halfHeight, x + half, y + halfHeight];

export class Space {
  /** @type {Point} */
  size = [0, 0];

  /** @type {Map<string, Box[]>} */
  cells = new Map();

  /** @type {Box[]} */
  kept = [];

  /** Begin anew, on a screen of so many pixels. @param {Point} size */
  clear(size) {
    this.size = size;
    this.cells = new Map();
    this.kept = [];
  }

  /** The cells of a grid that a box touches. @param {Box} box @returns {string[]} */
  touched(box) {
    const found = [];
    for (let x = Math.floor(box[0] / CELL); x <= box[2] / CELL; x += 1) {
      for (let y = Math.floor(box[1] / CELL); y <= box[3] / CELL; y += 1) found.push(x + ',' + y);
    }
    return found;
  }

  /** @param {Box} box */
  take(box) {
    for (const key of this.touched(box)) this.cells.set(key, [...(this.cells.get(key) || []), box]);
  }

  /** The taken boxes that a box would cover. @param {Box} box */
  covered(box) {
    return new Set(this.touched(box).flatMap(key => (this.cells.get(key) || []).filter(other => overlap(box, other)))).size;
  }

  /** @param {Box} box */
  free(box) {
    return !this.touched(box).some(key => (this.cells.get(key) || []).some(other => overlap(box, other)));
  }

  /** Take a box of the map's own frame, under which nothing may go at any cost. @param {Box} box */
  keep(box) {
    this.take(box);
    this.kept.push(box);
  }

  /** Whether a box would go under the frame. @param {Box} box */
  blocked(box) {
    return this.kept.some(other => overlap(box, other));
  }

  /**
   * Whether a point lies on the screen, so many pixels from its edge.
   * @param {Point} point
   * @param {number} margin
   */
  inside([x, y], margin) {
    return x >= margin && y >= margin && x <= this.size[0] - margin && y <= this.size[1] - margin;
  }

  /** The same for a whole box. @param {Box} box @param {number} margin */
  holds([left, top, right, bottom], margin) {
    return this.inside([left, top], margin) && this.inside([right, bottom], margin);
  }
}
