/** Where the label of a position can stand: off the road ahead, and where it covers least. */

import { distance, even } from './points.js';
import { around } from './space.js';

const REACHES = [34, 56, 84, 120, 160]; // pixels from the spot to the label
const TURNS = 12;

/** @param {Point} point @param {Box} box */
const isIn = ([x, y], box) => x > box[0] && x < box[2] && y > box[1] && y < box[3];

/**
 * Find the place that covers least.
 * @param {{at: Point, heading: Point, wide: number, tall: number, road: Line, mayCover: boolean}} label in pixels
 * @param {import('./space.js').Space} space
 * @returns {{centre: Point, box: Box} | null} nothing where there is no room, or only over others and `mayCover` is not given
 */
export function placeCallout({ at, heading, wide, tall, road, mayCover }, space) {
  /** @type {{cost: number, centre: Point, box: Box} | null} */
  let best = null;
  for (const reach of REACHES) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = Math.atan2(heading[0], -heading[1]) + (turn * 2 * Math.PI) / TURNS;
      /** @type {Point} */
      const centre = [at[0] + Math.cos(angle) * (reach + wide / 2), at[1] + Math.sin(angle) * (reach + tall / 2)];
      const box = around(centre, wide / 2 + 3, tall / 2 + 2);
      if (!space.holds(box, 4) || space.blocked(box)) continue;
      const covered = space.covered(box);
      if (covered && !mayCover) continue;
      const onRoad = road.filter(point => isIn(point, box)).length;
      const crossed = even([at, centre], 8).slice(3).filter(point => !space.free(around(point, 3))).length;
      const cost = 6 * covered + onRoad + crossed + reach / 8;
      if (!best || cost < best.cost) best = { cost, centre, box };
    }
  }
  return best;
}

/**
 * Where the leader from a spot meets the edge of a label.
 * @param {Point} at
 * @param {Point} centre
 * @param {number} wide
 * @param {number} tall
 * @returns {Point}
 */
export const leaderEnd = (at, [x, y], wide, tall) => [
  Math.max(x - wide / 2, Math.min(at[0], x + wide / 2)), Math.max(y - tall / 2, Math.min(at[1], y + tall / 2)),
];

/**
 * The one of some points that lies nearest.
 * @template {{spot: Point}} T
 * @param {T[]} things
 * @param {Point} at
 * @returns {T}
 */
export const nearestTo = (things, at) => things.reduce((a, b) => (distance(a.spot, at) <= distance(b.spot, at) ? a : b));
