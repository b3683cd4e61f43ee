/** Where text can stand along a line. */

import { direction, distance, even, moved } from './points.js';
import { around } from './space.js';

const STEP = 8; // pixels
const STRAIGHT = 0.86; // of the way: a text that bends more cannot be read

/**
 * Move points to the left of the way from the first to the last, as seen on a screen.
 * @param {Line} points
 * @param {number} offset
 * @returns {Line}
 */
export function leftOf(points, offset) {
  const [dx, dy] = direction(points[0], points[points.length - 1]);
  return points.map(point => moved(point, dy * offset, -dx * offset));
}

/**
 * Every other point is enough, because they lie close.
 * @param {Line} points
 * @param {number} tall
 * @returns {Box[]}
 */
const boxesAlong = (points, tall) => points.filter((_, i) => i % 2 === 0).map(point => around(point, tall / 2));

/**
 * Find the straightest free piece of a line on which `long` pixels of text can stand, `offset` pixels to its left, and take it.
 * @param {Line} line in pixels
 * @param {number} long
 * @param {number} tall
 * @param {number} offset
 * @param {import('./space.js').Space} space
 * @returns {[Point, Point, Point] | null} three points from left to right, so that nothing reads upside down
 */
export function standAlong(line, long, tall, offset, space) {
  const points = even(line, STEP);
  const count = Math.ceil(long / STEP);
  let best = null;
  for (let i = 0; i + count < points.length; i += 2) {
    const [a, m, b] = [points[i], points[i + (count >> 1)], points[i + count]];
    if (![a, m, b].every(point => space.inside(point, 24))) continue;
    const straight = distance(a, b) / (count * STEP);
    const score = straight - Math.abs(i + count / 2 - points.length / 2) / points.length / 6;
    if (straight < STRAIGHT || (best && score <= best.score)) continue;
    const piece = leftOf(points.slice(i, i + count + 1), offset);
    if (boxesAlong(piece, tall).every(box => space.free(box))) best = { score, piece };
  }
  if (!best) return null;
  const { piece } = best;
  boxesAlong(piece, tall).forEach(box => space.take(box));
  const way = piece[0][0] <= piece[piece.length - 1][0] ? piece : piece.slice().reverse();
  /** @type {[Point, Point, Point]} */
  const three = [way[0], way[way.length >> 1], way[way.length - 1]];
  return three;
}
