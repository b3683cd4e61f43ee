/** Where a place's name can stand beside its dot. */

const SIDES = ['mr', 'ml', 'tr', 'br', 'tl', 'bl', 'tc', 'bc']; // middle right first, bottom centre last

/**
 * The box of a text on a side of a point.
 * @param {Point} point
 * @param {string} side
 * @param {number} wide
 * @param {number} tall
 * @param {number} gap
 * @returns {Box}
 */
export function nameBox([x, y], side, wide, tall, gap) {
  const left = side[1] === 'l' ? x - gap - wide : side[1] === 'r' ? x + gap : x - wide / 2;
  const top = side[0] === 't' ? y - gap - tall + 3 : side[0] === 'b' ? y + gap - 3 : y - tall / 2;
  return [left, top, left + wide, top + tall];
}

/**
 * Take the first side with room for a text, nearer gaps before farther ones.
 * @param {Point} at
 * @param {number} wide
 * @param {number} tall
 * @param {number[]} gaps
 * @param {import('./space.js').Space} space
 * @returns {{x: number, top: number, anchor: string} | null} where SVG's text begins, ends or has its middle
 */
export function standBeside(at, wide, tall, gaps, space) {
  for (const gap of gaps) {
    for (const side of SIDES) {
      const box = nameBox(at, side, wide, tall, gap);
      if (!space.holds(box, 3) || !space.free(box)) continue;
      space.take(box);
      if (side[1] === 'l') return { x: box[2], top: box[1], anchor: 'end' };
      return side[1] === 'r' ? { x: box[0], top: box[1], anchor: 'start' } : { x: at[0], top: box[1], anchor: 'middle' };
    }
  }
  return null;
}
