/** Links bring back what is seen; what they hold besides is passed over. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoOf } from '../../mapping/outputs/webmap/viewer/data/days.js';
import { readLink, writeLink } from '../../mapping/outputs/webmap/viewer/model/permalink.js';
import { numbers, opened } from './front.mjs';

const VIEW = { zoom: 10.25, lat: 22.6, lon: 96.6 };

/** A state in which another is opened by its link. */
function reopened(state) {
  const other = opened().state;
  const { patch, selected, view } = readLink(writeLink(state, VIEW, 'en'), other);
  other.change(patch);
  other.select(selected);
  return { other, view };
}

test('a link says only what differs from the first view', () => {
  const { state } = opened();
  assert.equal(writeLink(state, VIEW, 'en'), '#map=10.25/22.6000/96.6000');
  assert.equal(writeLink(state, VIEW, 'my'), '#map=10.25/22.6000/96.6000&lang=my');
  assert.equal(writeLink(state, { zoom: 9.12345, lat: -1.00004, lon: 0 }, 'en'), '#map=9.12/-1.0000/0.0000');
  state.change({ from: state.first + 1 });
  state.select('place:beta');
  assert.equal(writeLink(state, VIEW, 'en'), '#map=10.25/22.6000/96.6000&from=2024-07-25&sel=place:beta');
});

test('a link brings back whatever was chosen', () => {
  const random = numbers(23);
  for (let run = 0; run < 60; run += 1) {
    const { state, tables } = opened();
    const pick = rows => (random() < 0.5 ? '' : rows[Math.floor(random() * rows.length)]);
    const days = [random(), random()].map(share => state.first + Math.floor(share * (state.last - state.first))).sort((a, b) => a - b);
    state.change({
      from: random() < 0.3 ? state.first : days[0], to: random() < 0.3 ? state.last : days[1], undated: random() < 0.5,
      actor: pick(tables.actors).id ?? '', source: pick(tables.sources).id ?? '', place: pick(tables.places).id ?? '',
      certainties: new Set(['planned', 'draft'].filter(() => random() < 0.5)),
    });
    const share = random();
    state.turn([...state.dataset.byKey.keys(), 'ground:names', 'ground:uncertainty'].filter(() => random() < share), random() < 0.3);
    state.select(pick(tables.events).key);
    const { other, view } = reopened(state);
    assert.deepEqual(view, VIEW);
    assert.deepEqual({ ...other.chosen, off: [...other.chosen.off].sort() }, { ...state.chosen, off: [...state.chosen.off].sort() });
    assert.equal(writeLink(other, VIEW, 'en').length, writeLink(state, VIEW, 'en').length);
  }
});

test('where most events are off, the few that are on are said', () => {
  const { state } = opened();
  state.only(state.events.slice(0, 2));
  assert.match(writeLink(state, VIEW, 'en'), /&off=[^&]*ground:uncertainty&on=offensive~battle-delta$/);
  assert.ok(!writeLink(state, VIEW, 'en').includes('event:'));
  state.only(state.events.slice(0, 9));
  assert.ok(!writeLink(state, VIEW, 'en').includes('&on='), 'half of them is not few');
  state.only([]);
  assert.match(writeLink(state, VIEW, 'en'), /&on=$/);
  assert.equal(reopened(state).other.count(), 0);
  state.change({ off: new Set() });
  assert.match(writeLink(state, VIEW, 'en'), /&off=$/);
});

test('what a link says that is unknown is passed over', () => {
  const { state } = opened();
  const read = hash => readLink(hash, state);
  const none = read('');
  assert.deepEqual(none.patch.off, new Set(state.quiet));
  assert.deepEqual([none.view, none.selected, none.patch.from, none.patch.to, none.patch.undated], [null, '', state.first, state.last, true]);
  const odd = read('#map=x/9999/1&from=soon&to=2025-99-99&sel=event:__proto__&actor=nobody&source=constructor&place=x&undated=perhaps');
  assert.deepEqual([odd.view, odd.selected, odd.patch.actor, odd.patch.source, odd.patch.place], [null, '', '', '', '']);
  assert.deepEqual([odd.patch.from, odd.patch.to], [state.first, state.last]);
  assert.deepEqual([read('#from=1999-01-01').patch.from, read('#to=2999-01-01').patch.to], [state.first, state.last]);
  assert.deepEqual([read('#from=2024-07-24').patch.from, read('#to=2025-08-31').patch.to], [state.first, state.last]);
  const turned = read('#from=2025-08-01&to=2025-07-01').patch;
  assert.deepEqual([turned.from, turned.to].map(isoOf), ['2025-07-01', '2025-08-01']);
});

test('a view that no map has is none', () => {
  const { state } = opened();
  const view = text => readLink('#map=' + text, state).view;
  for (const text of ['10/85/180', '0/-85/-180', '22/0/0']) assert.ok(view(text), text);
  for (const text of ['10/85.1/0', '10/-86/0', '10/0/180.1', '10/0/-181', '-1/0/0', '22.5/0/0', '10/1', '', '10/a/0']) assert.equal(view(text), null, text);
});
