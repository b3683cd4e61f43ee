/** Where signs of events stand, and badges for what finds no room. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance } from '../../mapping/outputs/webmap/viewer/plane/points.js';
import { bySpot, roomAround, signsOf, spotsTaken, standSigns, standsFor } from '../../mapping/outputs/webmap/viewer/plane/signs.js';
import { around } from '../../mapping/outputs/webmap/viewer/plane/space.js';
import { near, nearPoint, screen } from './screen.mjs';

const sign = (at, more = {}) => ({ key: String(at) + (more.type || ''), spot: String(at), lat: 0, lon: 0, type: 'battle', filling: 'solid', draft: false, offset: false, events: [], count: 1, recent: true, at, ...more });

test('a sign stands on its spot, or on the nearest ring with room', () => {
  const space = screen();
  nearPoint(roomAround([400, 300], 24, [0, 21, 32], space), [400, 300]);
  space.take(around([400, 300], 12));
  const spot = roomAround([400, 300], 24, [0, 21, 32], space);
  near(distance(spot, [400, 300]), 32, 1e-9);
  assert.ok(space.free(around(spot, 12)));
  assert.equal(roomAround([400, 300], 24, [0], space), null);
  assert.equal(roomAround([5, 300], 24, [0], screen()), null, 'no sign leaves the screen');
  assert.ok(roomAround([5, 300], 24, [0, 21], screen())[0] >= 12);
});

test('signs take the twelve directions in turn before the next ring', () => {
  const space = screen();
  const seen = new Set();
  for (let i = 0; i < 12; i += 1) {
    const spot = roomAround([400, 300], 4, [44], space);
    near(distance(spot, [400, 300]), 44, 1e-9);
    const degrees = Math.round((Math.atan2(spot[1] - 300, spot[0] - 400) * 180) / Math.PI);
    assert.equal((degrees + 410) % 30, 0, 'as the hours of a clock');
    seen.add(degrees);
    space.take(around(spot, 2));
  }
  assert.equal(seen.size, 12);
  assert.equal(roomAround([400, 300], 4, [44], space), null);
});

test('signs of one spot stand apart, those of more events and of the recent first on it', () => {
  const old = sign([400, 300], { type: 'a', recent: false, count: 9 });
  const few = sign([400, 300], { type: 'b', count: 1 });
  const many = sign([400, 300], { type: 'c', count: 5 });
  const standing = standSigns([old, few, many], undefined, screen());
  assert.deepEqual(standing.map(({ thing }) => thing), [many, few, old]);
  assert.deepEqual(standing[0].spot, [400, 300]);
  const chosen = { kind_of: 'event' };
  old.events.push(chosen);
  assert.equal(standSigns([old, few, many], chosen, screen())[0].thing, old, 'the selected goes before all');
  const offset = sign([400, 300], { type: 'd', offset: true, events: [chosen] });
  const both = standSigns([offset, few], chosen, screen());
  assert.deepEqual(both.map(({ thing }) => thing), [few, offset], 'what has no own spot comes after');
  assert.ok(distance(both[1].spot, [400, 300]) >= 20);
});

test('a sign beside its spot leaves the dot free and is the next to it', () => {
  const [{ spot }] = standSigns([sign([400, 300], { offset: true })], undefined, screen());
  near(distance(spot, [400, 300]), 21);
  const [old] = standSigns([sign([9, 300], { recent: false })], undefined, screen());
  assert.deepEqual(old.spot, [9, 300], 'an old sign is small enough for the edge');
  assert.ok(distance(standSigns([sign([9, 300])], undefined, screen())[0].spot, [9, 300]) > 1);
});

test('signs without shown events or out of view do not stand', () => {
  assert.deepEqual(standSigns([sign([400, 300], { count: 0 }), sign([2, 300]), sign([900, 300])], undefined, screen()), []);
});

test('no event is lost where there is no room: badges count them all', () => {
  for (const [tall, count] of [[600, 40], [60, 40], [600, 300]]) {
    const signs = Array.from({ length: count }, (_, i) => sign([20 + (i % 3) * 10, 20 + (i % 2) * 20], { type: 't' + i, count: 1 + (i % 4) }));
    const standing = standSigns(signs, undefined, screen(300, tall));
    const total = standing.flatMap(({ thing }) => signsOf(thing)).reduce((sum, one) => sum + one.count, 0);
    assert.equal(total, signs.reduce((sum, one) => sum + one.count, 0));
    for (const { thing } of standing) if (thing.signs) assert.equal(thing.count, thing.signs.reduce((sum, one) => sum + one.count, 0));
    assert.ok(standing.length < signs.length);
  }
});

test('a view of very many signs has one badge for each spot', () => {
  const signs = Array.from({ length: 261 }, (_, i) => sign([100 + 100 * (i % 6), 100 + 100 * (i % 3)], { type: 't' + i }));
  const standing = standSigns(signs, undefined, screen());
  assert.equal(standing.length, 6);
  assert.equal(standSigns(signs.slice(1), undefined, screen()).filter(({ thing }) => !thing.signs).length > 6, true);
});

test('a badge of one sign is that sign, and signs of a spot share a badge, the greatest first', () => {
  const [a, b, c] = [sign([1, 1], { type: 'a' }), sign([1, 1], { type: 'b' }), sign([9, 9], { count: 7 })];
  const badges = bySpot([a, b, c]);
  assert.deepEqual(badges.map(({ count }) => count), [7, 2]);
  assert.deepEqual(badges[1].signs, [a, b]);
  assert.equal(badges[1].signs[0], a);
});

test('which spots are taken, and for whom a sign stands', () => {
  const event = {};
  const one = sign([400, 300], { events: [event] });
  const moved_ = sign([100, 100]);
  assert.deepEqual([...spotsTaken([{ thing: one, spot: [400, 300.5] }, { thing: moved_, spot: [121, 100] }])], ['400,300']);
  assert.ok(standsFor(one, event) && standsFor({ signs: [moved_, one] }, event));
  assert.ok(!standsFor(moved_, event) && !standsFor(one, undefined));
});
