/** A screen to place things on, lines to place them along, and how near is near enough. */

import assert from 'node:assert/strict';
import { Space } from '../../mapping/outputs/webmap/viewer/plane/space.js';

export const near = (a, b, off = 1e-9) => assert.ok(Math.abs(a - b) <= off, `${a} is not ${b}`);

export const nearPoint = (a, b, off) => a.forEach((value, i) => near(value, b[i], off));

export function screen(wide = 800, tall = 600) {
  const space = new Space();
  space.clear([wide, tall]);
  return space;
}

/** A level line with a point every `step` pixels. */
export const row = (y, from = 0, to = 400, step = 10) => Array.from({ length: (to - from) / step + 1 }, (_, i) => [from + i * step, y]);
