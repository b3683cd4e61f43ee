/** Kinds of statement that the viewer knows by their declaration alone. */

import assert from 'node:assert/strict';
import test from 'node:test';
import { nextArrival } from '../../mapping/outputs/webmap/viewer/model/histogram.js';
import { readLink } from '../../mapping/outputs/webmap/viewer/model/permalink.js';
import { Search } from '../../mapping/outputs/webmap/viewer/model/search.js';
import { opened, tableOf } from './front.mjs';

const COLUMNS = ['id', 'place', 'place_name', 'price', 'certainty', 'status', 'statement', 'date', 'lat', 'lon'];
const ROW = { id: 's/toll', place: 'beta', price: 5, certainty: 'asserted', status: 'reviewed', statement: 1, lat: 22.9, lon: 96.5 };

/** A front with one toll; `date` is the number of its date in the block. */
const withToll = (changed = {}, declared = {}) => opened(block => {
  block.kinds.toll = { table: 'tolls', title: 'Tolls', label: 'place_name', card: [['price', 'Price']], ...declared };
  block.tables.tolls = tableOf([{ ...ROW, ...changed }], COLUMNS);
});

/** The number of a date that stands on one day, and this day. */
function dayIn({ dataset }) {
  const { dates } = dataset.block;
  const index = dates.stands.findIndex((days, i) => days.length === 1 && !(Array.isArray(dates.open) && dates.open[i]));
  return [index, dates.stands[index][0]];
}

test('a row of such a kind has a key, is named by its label, else by its place, and leads to its words', () => {
  const { dataset, tables } = withToll();
  const row = dataset.byKey.get('toll:s/toll');
  assert.equal(dataset.others.length, 1);
  assert.equal(row.titled, 'Beta');
  assert.deepEqual(row.saying, [tables.statements[1]]);
  assert.ok(tables.statements[1].rows.includes(row));
  assert.equal(withToll({ place_name: 'A bridge' }).dataset.others[0].titled, 'A bridge');
  assert.equal(withToll({ place: null }).dataset.others[0].titled, 's/toll');
});

test('kinds with more than a declaration are none of these', () => {
  const { dataset } = opened();
  assert.ok(Object.keys(dataset.block.kinds).includes('position'));
  assert.ok(dataset.others.every(row => !['position', 'control', 'access'].includes(row.kind_of)));
  assert.ok(dataset.tables.positions.every(row => row.kind_of === 'position' && !row.declared));
});

test('a link selects it', () => {
  const { state } = withToll();
  assert.equal(readLink('#sel=toll:s/toll', state).selected, 'toll:s/toll');
  assert.equal(readLink('#sel=toll:s/none', state).selected, '');
});

test('search finds it by what it is called and by its kind', () => {
  const { dataset } = withToll({ place: null, place_name: 'Old Bridge' });
  const search = new Search(dataset, type => type);
  for (const query of ['old-bridge', 'tolls']) assert.ok(search.find(query).some(({ row }) => row === dataset.others[0]), query);
});

test('it is shown on its days, and always where it has none', () => {
  const [date, day] = dayIn(opened());
  const { state, dataset } = withToll({ date });
  const [row] = dataset.others;
  const shownIn = (from, to) => {
    Object.assign(state.chosen, { from, to });
    return state.shows(row);
  };
  assert.deepEqual([shownIn(day, day), shownIn(day - 9, day - 1), shownIn(day + 1, day + 9)], [true, false, false]);
  const always = withToll();
  Object.assign(always.state.chosen, { from: 0, to: 0 });
  assert.equal(always.state.shows(always.dataset.others[0]), true);
});

test('it is hidden where it is switched off or was taken back', () => {
  const { state, dataset } = withToll();
  state.turn(['toll:s/toll'], false);
  assert.equal(state.shows(dataset.others[0]), false);
  const back = withToll({ status: 'retracted' });
  assert.equal(back.state.shows(back.dataset.others[0]), false);
});

test('what lasts is shown after its first day, what does not is not', () => {
  for (const lasting of [true, false]) {
    const { state, dataset } = withToll({ date: 0 }, { lasting });
    const [row] = dataset.others;
    row.when = { start: 100, end: null, stands: [[100, 100]] };
    Object.assign(state.chosen, { from: 200, to: 300 });
    assert.equal(state.shows(row), lasting);
    Object.assign(state.chosen, { from: 0, to: 99 });
    assert.equal(state.shows(row), false);
  }
});

test('play stops where it comes in', () => {
  const { state, dataset } = withToll({ date: 0 });
  dataset.others[0].when = { start: 5, end: 5, stands: [[5, 5]] };
  Object.assign(state, { last: 9 });
  for (const table of ['events', 'positions', 'control']) dataset.tables[table].length = 0;
  state.events = [];
  state.chosen.to = 3;
  assert.equal(nextArrival(state), 5);
});
