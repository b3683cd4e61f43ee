/** Points, lines and arrows in a plane. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taperedArrow } from '../../mapping/outputs/webmap/viewer/plane/arrow.js';
import { nearestTo } from '../../mapping/outputs/webmap/viewer/plane/callout.js';
import { across, beside, between, direction, distance, even, headingAt, midpoint, moved, pathOf, smooth } from '../../mapping/outputs/webmap/viewer/plane/points.js';
import { numbers } from './front.mjs';
import { near, nearPoint, row } from './screen.mjs';

const numbersIn = path => path.slice(1, -1).split('L').map(pair => pair.split(' ').map(Number));

test('distance is that of Pythagoras, and between walks it', () => {
  assert.equal(distance([1, 2], [4, 6]), 5);
  assert.deepEqual(between([1, 2], [5, 10], 0.25), [2, 4]);
  assert.deepEqual(moved([1, 2], 3, -4), [4, -2]);
});

test('a direction has length one; of no way it has none', () => {
  assert.deepEqual(direction([1, 1], [1, 5]), [0, 1]);
  nearPoint(direction([0, 0], [-3, 4]), [-0.6, 0.8]);
  assert.deepEqual(direction([2, 2], [2, 2]), [0, 0]);
});

test('even points lie a step apart along the line and keep both ends', () => {
  assert.deepEqual(even([[0, 0], [10, 0]], 4), [[0, 0], [4, 0], [8, 0], [10, 0]]);
  assert.deepEqual(even([[0, 0], [3, 0], [3, 5]], 4), [[0, 0], [3, 1], [3, 5]]);
  assert.deepEqual(even([[0, 0], [8.5, 0]], 4), [[0, 0], [4, 0], [8, 0]]); // an end nearer than a quarter step is left
  assert.deepEqual(even([[0, 0], [9.5, 0]], 4).at(-1), [9.5, 0]);
  assert.deepEqual(even([], 4), []);
  assert.deepEqual(even([[1, 1]], 4), [[1, 1]]);
});

test('even points of any line lie on it, never more than a step apart', () => {
  const random = numbers();
  for (let run = 0; run < 30; run += 1) {
    const line = Array.from({ length: 8 }, () => [random() * 300, random() * 300]);
    const points = even(line, 7);
    assert.deepEqual(points[0], line[0]);
    assert.ok(distance(points.at(-1), line.at(-1)) <= 7 / 4);
    for (let i = 1; i < points.length; i += 1) assert.ok(distance(points[i - 1], points[i]) <= 7 + 1e-9);
    for (const point of points) {
      assert.ok(line.some((end, i) => i && Math.abs(distance(line[i - 1], point) + distance(point, end) - distance(line[i - 1], end)) < 1e-6));
    }
  }
});

test('the middle of a line halves it on the ground, not in degrees', () => {
  nearPoint(midpoint([[0, 0], [0, 4]]), [0, 2]);
  nearPoint(midpoint([[10, 0], [10, 1], [10, 4]]), [10, 2]);
  nearPoint(midpoint([[60, 0], [60, 2], [61, 2]]), [60, 2], 1e-3); // at 60° a degree of longitude is half one of latitude
  assert.deepEqual(midpoint([[5, 5], [5, 5]]), [5, 5]);
  const at = midpoint([[20, 90], [21, 90], [21, 93]]);
  const east = Math.cos((21 * Math.PI) / 180);
  assert.equal(at[0], 21);
  near(1 + (at[1] - 90) * east, (1 + 3 * east) / 2, 1e-6); // far in the east, too
});

test('smoothing leaves a straight line on its line and rounds a corner', () => {
  for (const [, y] of smooth(row(7))) assert.equal(y, 7);
  assert.deepEqual(smooth([[0, 0], [1, 0], [2, 0], [3, 0], [4, 10]])[2], [2, 2]);
  assert.deepEqual(smooth([[0, 0], [1, 0], [2, 9]])[0], [1, 3]);
  assert.deepEqual(smooth([[0, 0], [2, 2], [4, 4], [6, 6], [8, 8], [100, 100]])[2], [4, 4]); // two neighbours on either side, no third
});

test('across is at a right angle, and beside keeps its distance', () => {
  assert.deepEqual(across(row(0), 3), [0, 1]);
  assert.deepEqual(across([[0, 0], [0, 5]], 0), [-1, 0]);
  assert.deepEqual(across([[0, 0], [0, 5], [5, 5]], 2), [0, 1]); // the last point knows its last piece
  nearPoint(across([[0, 0], [5, 5], [10, 0]], 1), [0, 1]); // a corner is crossed by its two neighbours
  const steps = [[0, 0], [10, 0], [10, 10], [20, 10], [20, 20]];
  nearPoint(across(steps, 2), [-Math.SQRT1_2, Math.SQRT1_2]); // by the next neighbours, no further ones
  assert.deepEqual(beside(row(0, 0, 20), 6), [[0, 6], [10, 6], [20, 6]]);
  assert.deepEqual(beside(row(0, 0, 20), -6)[1], [10, -6]);
});

test('a heading follows the line where it comes nearest', () => {
  const corner = [...row(0, 0, 100), ...Array.from({ length: 10 }, (_, i) => [100, 10 + i * 10])];
  assert.deepEqual(headingAt(corner, [30, 8]), [1, 0]);
  assert.deepEqual(headingAt(corner, [110, 60]), [0, 1]);
  assert.deepEqual(headingAt([[5, 5]], [0, 0]), [0, -1]);
  assert.deepEqual(headingAt([], [0, 0]), [0, -1]);
  assert.deepEqual(headingAt([[0, 0], [0, 4]], [9, 9]), [0, 1]);
  assert.deepEqual(headingAt(corner, [0, 0]), [1, 0]);
  const kinked = [[0, 0], [10, 0], [20, 0], [30, 0], [40, 0], [50, 0], [60, 30], [70, 60], [80, 90]];
  assert.deepEqual(headingAt(kinked, [20, 0]), [1, 0]); // three points on either side decide, no fourth
  assert.ok(headingAt(kinked, [30, 0])[1] > 0);
  assert.deepEqual(headingAt([[0, -50], [0, 0], [10, 0], [20, 0], [30, 0], [40, 0], [50, 0]], [40, 0]), [1, 0]);
});

test('a path names its points in turn', () => {
  assert.equal(pathOf([[0, 1.26], [-3, 4]]), 'M0.0 1.3L-3.0 4.0');
});

test('an arrow grows from its tail to its head and ends where the way ends', () => {
  assert.equal(taperedArrow([[0, 0], [10, 0]]), '');
  const points = numbersIn(taperedArrow(row(0, 0, 120)));
  const tip = points[(points.length - 1) / 2];
  nearPoint(tip, [114, 0], 6.01);
  assert.ok(points.every(([x]) => x <= tip[0]));
  const width = i => Math.abs(points[i][1] - points.at(-1 - i)[1]);
  const neck = (points.length - 1) / 2 - 2;
  for (let i = 1; i <= neck; i += 1) assert.ok(width(i) >= width(i - 1), 'the shaft never narrows');
  near(width(0), 2.4, 0.11);
  near(width(neck), 9.6, 0.11);
  near(width(neck + 1), 20, 0.01); // the head is wider than its neck
  assert.ok(taperedArrow(row(0, 0, 24, 6)).endsWith('Z'));
});

test('the nearest is the nearest', () => {
  assert.equal(nearestTo([{ spot: [9, 9] }, { spot: [1, 0] }, { spot: [5, 5] }], [0, 0]).spot[0], 1);
});

