/** The scale of time, the histogram, and where play stops. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, isoOf, spansOf } from '../../mapping/outputs/webmap/viewer/data/days.js';
import { barHeights, binCount, binsOf, monthsBetween, nextArrival, playStop } from '../../mapping/outputs/webmap/viewer/model/histogram.js';
import { Scale, convert } from '../../mapping/outputs/webmap/viewer/model/scale.js';
import { dated, ids, numbers, opened } from './front.mjs';

const EVENTS = 18;

const span = (start, end, set) => (start == null ? { when: null } : dated(...(set || [[start, end]])));

/** The days on which play stops from the beginning on, with what is new at each. */
function playThrough(state, step = 1) {
  state.change({ to: state.first });
  const stops = [];
  for (let arrival = nextArrival(state); arrival != null; arrival = nextArrival(state)) {
    const before = new Set(state.inOrder());
    const to = Math.min(state.last, playStop(state.chosen.to, arrival, step));
    assert.ok(to > state.chosen.to);
    state.change({ to });
    stops.push([isoOf(to), ids(state.inOrder().filter(event => !before.has(event)))]);
  }
  return stops;
}

const quietFront = block => Object.assign(block.tables, {
  positions: { rows: 0 }, control: { rows: 0 }, position_bands: { rows: 0 }, advances: { rows: 0 },
});

test('a value is read off the other list in proportion', () => {
  assert.equal(convert(15, [0, 10, 20], [0, 100, 300]), 200);
  assert.equal(convert(10, [0, 10, 20], [0, 100, 300]), 100);
  assert.equal(convert(-5, [0, 10, 20], [0, 100, 300]), 0);
  assert.equal(convert(99, [0, 10, 20], [0, 100, 300]), 300);
  assert.equal(convert(3, [7], [0]), 0);
});

test('the scale keeps short gaps and draws long ones together', () => {
  const scale = new Scale([100, 0, 30, 30, 1000]);
  assert.deepEqual([0, 30, 100, 1000].map(day => scale.at(day)), [0, 30, 75, 120]);
  assert.equal(scale.length, 121);
  assert.deepEqual(scale.breaks(), [97.5 / 121]); // 70 days are not long enough for a break
  assert.equal(scale.at(550), 97.5);
  assert.equal(scale.day(97.5), 550);
  assert.equal(scale.share(30), 30 / 121);
  const one = new Scale([5]);
  assert.deepEqual([one.length, one.at(5), one.day(0), one.breaks().length], [1, 0, 5, 0]);
  assert.equal(new Scale([0, 90]).breaks().length, 0);
  assert.equal(new Scale([0, 91]).breaks().length, 1);
});

test('days and units of a scale lead to each other, and rise together', () => {
  const random = numbers(11);
  const days = Array.from({ length: 40 }, () => Math.floor(random() * 4000));
  const scale = new Scale(days);
  let last = -1;
  for (const day of days.slice().sort((a, b) => a - b)) {
    assert.equal(scale.day(scale.at(day)), day);
    assert.ok(scale.at(day) >= last);
    last = scale.at(day);
  }
});

test('bins count what is sure once and spread what is not', () => {
  const scale = new Scale([0, 9, 19, 29, 39]);
  const bins = binsOf([span(0, 0), span(0, 0), span(10, 29), span(0, 39, [[0, 0], [39, 39]]), span(null, null)], 4, scale);
  assert.deepEqual(bins.map(({ sure }) => sure), [2, 0, 0, 0]);
  assert.deepEqual(bins.map(({ perhaps }) => perhaps), [0.5, 0.5, 0.5, 0.5]);
  assert.deepEqual(binsOf([span(39, 39)], 4, scale)[3], { sure: 1, perhaps: 0 });
});

test('bins lose no event, whatever the events and their number', () => {
  const random = numbers(5);
  const events = Array.from({ length: 60 }, () => {
    const start = Math.floor(random() * 900);
    return span(start, start + (random() < 0.5 ? 0 : Math.floor(random() * 200)));
  });
  const scale = new Scale(events.flatMap(spansOf).flat());
  for (const count of [1, 12, 37, 85]) {
    const total = binsOf(events, count, scale).reduce((sum, { sure, perhaps }) => sum + sure + perhaps, 0);
    assert.ok(Math.abs(total - events.length) < 1e-9);
  }
});

test('a histogram has a bin for seven pixels, twelve at least, and none smaller than a unit', () => {
  assert.deepEqual([binCount(700, 500), binCount(706, 500), binCount(700, 40), binCount(20, 500), binCount(700, 3)], [100, 100, 40, 12, 12]);
});

test('the greatest bar fills the height but a margin, and the least can be seen', () => {
  const bars = barHeights([{ sure: 8, perhaps: 2 }, { sure: 0.01, perhaps: 0.01 }, { sure: 0, perhaps: 0 }, { sure: 5, perhaps: 0 }], 44);
  assert.deepEqual(bars, [{ sure: 32, perhaps: 8 }, { sure: 2, perhaps: 1 }, { sure: 0, perhaps: 0 }, { sure: 20, perhaps: 0 }]);
  assert.deepEqual(barHeights([{ sure: 0.5, perhaps: 0 }], 44), [{ sure: 20, perhaps: 0 }], 'half an event is half as tall as one');
});

test('months begin on their first day', () => {
  assert.deepEqual(monthsBetween(dayOf('2024-11-20'), dayOf('2025-02-01')).map(isoOf), ['2024-11-01', '2024-12-01', '2025-01-01', '2025-02-01']);
  assert.deepEqual(monthsBetween(dayOf('2024-11-20'), dayOf('2024-11-21')).map(isoOf), ['2024-11-01']);
});

test('play stops only where something new is shown, and shows all in the end', () => {
  for (const step of [1, 7]) {
    const { state } = opened(quietFront);
    const stops = playThrough(state, step);
    assert.ok(stops.every(([, fresh]) => fresh.length > 0));
    assert.equal(state.count(), EVENTS);
  }
});

test('play passes over what the filters hide', () => {
  const { state } = opened(quietFront);
  state.change({ place: 'beta' });
  assert.deepEqual(playThrough(state).map(([day]) => day), ['2025-07-24', '2025-08-07']);
  state.turn(['event:bombing-beta'], false);
  assert.deepEqual(playThrough(state).map(([day]) => day), ['2025-08-07']);
});

test('play stops where a position or a holder comes in, unless they are switched off', () => {
  const { state, tables } = opened();
  state.turn(state.events.map(({ key }) => key), false);
  assert.deepEqual(playThrough(state).map(([day]) => day), ['2025-05-01', '2025-07-15', '2025-08-07']);
  state.turn(tables.control.map(({ key }) => key), false);
  assert.deepEqual(playThrough(state).map(([day]) => day), ['2025-08-07']);
  state.turn(tables.positions.map(({ key }) => key), false);
  assert.equal(nextArrival(state), null);
});

test('play goes on by whole steps', () => {
  assert.deepEqual([playStop(100, 101, 7), playStop(100, 107, 7), playStop(100, 108, 7), playStop(100, 100, 7), playStop(100, 104, 1)], [107, 107, 114, 107, 104]);
});
