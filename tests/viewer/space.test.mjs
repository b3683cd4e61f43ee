/** Boxes on the screen, and where names, labels and text along lines find room. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaderEnd, placeCallout } from '../../mapping/outputs/webmap/viewer/plane/callout.js';
import { nameBox, standBeside } from '../../mapping/outputs/webmap/viewer/plane/names.js';
import { distance } from '../../mapping/outputs/webmap/viewer/plane/points.js';
import { around, overlap } from '../../mapping/outputs/webmap/viewer/plane/space.js';
import { leftOf, standAlong } from '../../mapping/outputs/webmap/viewer/plane/standing.js';
import { numbers } from './front.mjs';
import { near, nearPoint, row, screen } from './screen.mjs';

const centre = box => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

const label = { at: [400, 300], heading: [1, 0], wide: 100, tall: 30, road: [], mayCover: false };

test('boxes that only touch do not overlap', () => {
  assert.ok(overlap([0, 0, 10, 10], [9, 9, 20, 20]));
  assert.ok(overlap([9, 9, 20, 20], [0, 0, 10, 10]));
  for (const other of [[10, 0, 20, 10], [0, 10, 10, 20], [-10, 0, 0, 10], [0, -10, 10, 0]]) assert.ok(!overlap([0, 0, 10, 10], other));
  assert.deepEqual(around([5, 6], 2), [3, 4, 7, 8]);
  assert.deepEqual(around([5, 6], 2, 1), [3, 5, 7, 7]);
});

test('what is taken is not free, over all cells of the grid alike', () => {
  const random = numbers(3);
  const space = screen();
  const taken = [];
  for (let run = 0; run < 200; run += 1) {
    const [x, y] = [random() * 800, random() * 600];
    const box = [x, y, x + random() * 150, y + random() * 150];
    const hit = taken.filter(other => overlap(box, other)).length;
    assert.equal(space.free(box), hit === 0);
    assert.equal(space.covered(box), hit);
    if (run % 4 === 0) {
      space.take(box);
      taken.push(box);
    }
  }
});

test('the frame blocks what other boxes only cover; clearing forgets both', () => {
  const space = screen();
  space.take([0, 0, 50, 50]);
  space.keep([100, 0, 150, 50]);
  assert.ok(!space.blocked([10, 10, 20, 20]));
  assert.ok(space.blocked([110, 10, 120, 20]));
  assert.ok(!space.free([110, 10, 120, 20]));
  space.clear([800, 600]);
  assert.ok(space.free([110, 10, 120, 20]) && !space.blocked([110, 10, 120, 20]));
});

test('inside counts the margin from every edge', () => {
  const space = screen(100, 50);
  for (const point of [[10, 10], [90, 40], [50, 25]]) assert.ok(space.inside(point, 10));
  for (const point of [[9, 25], [91, 25], [50, 9], [50, 41]]) assert.ok(!space.inside(point, 10));
  assert.ok(space.inside([-5, 20], -10));
  assert.ok(space.holds([10, 10, 90, 40], 10));
  assert.ok(!space.holds([10, 10, 91, 40], 10) && !space.holds([9, 10, 90, 40], 10));
});

test('text stands left of the way it reads', () => {
  assert.deepEqual(leftOf([[0, 0], [10, 0]], 5), [[0, -5], [10, -5]]); // up on a screen
  assert.deepEqual(leftOf([[0, 0], [0, 10]], 5), [[5, 0], [5, 10]]);
});

test('text along a line takes a straight free piece, from left to right', () => {
  const space = screen();
  const [a, m, b] = standAlong(row(300, 100, 700), 120, 14, 0, space);
  assert.ok(a[0] < m[0] && m[0] < b[0]);
  near(b[0] - a[0], 120, 8);
  near(m[0], 400, 20); // the middle of a line is best
  assert.ok(!space.free(around(m, 5)), 'its room is taken');
  const [c,, d] = standAlong(row(300, 100, 700).reverse(), 120, 14, 0, space);
  assert.ok(c[0] < d[0], 'never upside down');
  assert.ok(d[0] < a[0] || c[0] > b[0], 'never over what stands');
});

test('text along a line of any direction reads from left to right', () => {
  for (let turn = 1; turn < 24; turn += 2) {
    const [dx, dy] = [Math.cos((turn * Math.PI) / 12), Math.sin((turn * Math.PI) / 12)];
    const line = Array.from({ length: 61 }, (_, i) => [400 + dx * (i - 30) * 8, 300 + dy * (i - 30) * 8]);
    const [a, m, b] = standAlong(line, 100, 14, 6, screen());
    assert.ok(a[0] < m[0] && m[0] < b[0]);
    nearPoint([a[0] + b[0], a[1] + b[1]], [2 * m[0], 2 * m[1]], 9);
    near(Math.abs((m[0] - 400) * dy - (m[1] - 300) * dx), 6, 1e-6); // six pixels beside its line
  }
});

test('text finds no room on a short, bent or hidden line', () => {
  assert.equal(standAlong(row(300, 100, 200), 120, 14, 0, screen()), null);
  assert.equal(standAlong(row(10, 100, 700), 120, 14, 0, screen()), null); // under the edge
  const zigzag = Array.from({ length: 60 }, (_, i) => [100 + i * 8, 300 + (i % 2 ? 30 : -30)]);
  assert.equal(standAlong(zigzag, 120, 14, 0, screen()), null);
  const full = screen();
  full.take([0, 0, 800, 600]);
  assert.equal(standAlong(row(300, 100, 700), 120, 14, 0, full), null);
  const beneath = screen();
  beneath.take([0, 301, 800, 600]);
  assert.ok(standAlong(row(300, 100, 700), 120, 14, 9, beneath), 'moved to the left there is room');
});

test('a name stands on the side that it is asked for, a gap away', () => {
  const at = [100, 100];
  assert.deepEqual(nameBox(at, 'mr', 40, 10, 8), [108, 95, 148, 105]);
  assert.deepEqual(nameBox(at, 'ml', 40, 10, 8), [52, 95, 92, 105]);
  assert.deepEqual(nameBox(at, 'tc', 40, 10, 8), [80, 85, 120, 95]);
  assert.deepEqual(nameBox(at, 'bc', 40, 10, 8), [80, 105, 120, 115]);
});

test('names go right first, then where there is room, then further off', () => {
  const at = [400, 300];
  assert.deepEqual(standBeside(at, 40, 10, [8], screen()), { x: 408, top: 295, anchor: 'start' });
  const right = screen();
  right.take([405, 0, 800, 600]);
  assert.deepEqual(standBeside(at, 40, 10, [8], right), { x: 392, top: 295, anchor: 'end' });
  const sides = screen();
  sides.take([405, 0, 800, 600]);
  sides.take([0, 0, 395, 600]);
  assert.equal(standBeside(at, 8, 10, [8], sides).anchor, 'middle');
  const close = screen();
  close.take(around(at, 15, 300));
  assert.equal(standBeside(at, 40, 10, [8], close), null);
  assert.equal(standBeside(at, 40, 10, [8, 18], close).x, 418);
  const edge = standBeside([795, 300], 40, 10, [8], screen());
  assert.equal(edge.anchor, 'end', 'no name leaves the screen');
  const once = screen();
  standBeside(at, 40, 10, [8], once);
  assert.equal(standBeside(at, 40, 10, [8], once).anchor, 'end', 'a name takes its room');
});

test('a callout keeps off the road, off others, and within the screen', () => {
  const road = row(300, 0, 800);
  const found = placeCallout({ ...label, road }, screen());
  assert.ok(road.every(([x, y]) => !(x > found.box[0] && x < found.box[2] && y > found.box[1] && y < found.box[3])));
  const corner = screen();
  const { box } = placeCallout({ ...label, at: [790, 10] }, corner);
  assert.ok(corner.holds(box, 4));
  nearPoint(centre(box), placeCallout({ ...label, at: [790, 10] }, corner).centre);
});

test('a callout of any heading keeps off its own spot and the road ahead of it', () => {
  for (let turn = 0; turn < 12; turn += 1) {
    const heading = [Math.cos((turn * Math.PI) / 6), Math.sin((turn * Math.PI) / 6)];
    const road = Array.from({ length: 80 }, (_, i) => [400 + heading[0] * (i - 40) * 10, 300 + heading[1] * (i - 40) * 10]);
    const { box, centre: middle } = placeCallout({ ...label, heading, road }, screen());
    assert.ok(!overlap(box, around(label.at, 15)));
    assert.ok(Math.abs((middle[0] - 400) * heading[1] - (middle[1] - 300) * heading[0]) > 15);
    nearPoint([box[2] - box[0], box[3] - box[1]], [106, 34]);
  }
});

test('a callout with all room stands beside the way, not along it', () => {
  for (const heading of [[1, 0], [0, 1], [-1, 0], [0, -1]]) {
    const { centre: middle } = placeCallout({ ...label, heading }, screen());
    near((middle[0] - 400) * heading[0] + (middle[1] - 300) * heading[1], 0, 1e-6);
  }
});

test('a callout stands as near as it can', () => {
  const free = placeCallout(label, screen());
  assert.ok(distance(free.centre, label.at) < 34 + 50 + 1);
  const crowded = screen();
  crowded.take(around(label.at, 100, 60));
  const pushed = placeCallout(label, crowded);
  assert.ok(distance(pushed.centre, label.at) > distance(free.centre, label.at));
});

test('only what may cover covers others, and nothing goes under the frame', () => {
  const full = screen();
  full.take([0, 0, 800, 600]);
  assert.equal(placeCallout(label, full), null);
  assert.ok(placeCallout({ ...label, mayCover: true }, full));
  const framed = screen();
  framed.keep([0, 0, 800, 600]);
  assert.equal(placeCallout({ ...label, mayCover: true }, framed), null);
  const half = screen();
  half.take([0, 0, 800, 295]);
  const below = placeCallout({ ...label, mayCover: true }, half);
  assert.equal(half.covered(below.box), 0, 'what may cover still covers least');
});

test('a callout goes further off rather than over others, and over others rather than nowhere', () => {
  const crowded = screen();
  for (let i = 0; i < 3; i += 1) crowded.take(around(label.at, 60));
  const far = placeCallout({ ...label, mayCover: true }, crowded);
  assert.equal(crowded.covered(far.box), 0);
  const road = row(300, 0, 800, 4);
  const { centre: [, y] } = placeCallout({ ...label, road }, screen());
  assert.ok(Math.abs(y - 300) > 15 && Math.abs(y - 300) < 34 + 15 + 1, 'no further than it must');
});

test('a leader meets the edge of its label', () => {
  assert.deepEqual(leaderEnd([0, 0], [100, 50], 40, 20), [80, 40]);
  assert.deepEqual(leaderEnd([200, 50], [100, 50], 40, 20), [120, 50]);
  assert.deepEqual(leaderEnd([95, 200], [100, 50], 40, 20), [95, 60]);
});
