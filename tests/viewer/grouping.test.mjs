/** Which signs the events have. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSigns, groupSigns } from '../../mapping/outputs/webmap/viewer/model/grouping.js';
import { ids, opened } from './front.mjs';

/** Write one more mark of an event into the block of data. */
function addMark({ tables: { marks, events } }, id, mark) {
  const event = events.event_id.indexOf(id);
  for (const name of Object.keys(marks)) {
    if (name === 'rows') continue;
    const { of, at } = Array.isArray(marks[name]) ? { of: marks[name], at: marks[name].map((_, i) => i) } : marks[name];
    marks[name] = [...at.map(i => of[i] ?? null), { ...mark, event }[name] ?? null];
  }
  marks.rows += 1;
}

test('signs are one for each spot, type and filling, and lose no event', () => {
  const { state, dataset } = opened();
  const signs = groupSigns(dataset);
  assert.equal(new Set(signs.map(({ key }) => key)).size, signs.length);
  for (const sign of signs) for (const event of sign.events) assert.deepEqual([event.type, dataset.filling(event.certainty), event.status === 'draft'], [sign.type, sign.filling, sign.draft]);
  for (const event of dataset.tables.events) {
    const located = event.marks.some(({ lat }) => lat != null);
    assert.equal(signs.some(sign => sign.events.includes(event)), located, event.event_id);
  }
  countSigns(signs, state);
  for (const sign of signs) assert.equal(sign.count, sign.events.length);
  assert.ok(signs.filter(({ recent }) => recent).length > 0);
  const beta = signs.find(sign => ids(sign.events).includes('beta-captured'));
  assert.ok(beta.recent === false && beta.offset, 'of a year ago, and beside the dot of its city');
  assert.equal(signs.find(sign => ids(sign.events).includes('shelling-eta')).offset, false);
  state.turn(['event:shelling-eta'], false);
  countSigns(signs, state);
  assert.equal(signs.find(sign => ids(sign.events).includes('shelling-eta')).count, 0);
});

test('what lies along a road has its sign in the middle of the road', () => {
  const { dataset } = opened();
  const signs = groupSigns(dataset).filter(sign => ids(sign.events).includes('offensive'));
  const [line] = dataset.lines(dataset.find('event', 'offensive').shapes[0]);
  assert.ok(signs.length >= 1 && signs.every(({ offset }) => offset));
  assert.ok(signs.some(({ lat }) => lat > line[0][0] && lat < line.at(-1)[0]));
  const ends = opened(block => addMark(block, 'offensive', { role: 'from', place: 'alpha', lat: 22.33, lon: 96.81, located_by: 'gazetteer' }));
  const more = groupSigns(ends.dataset).filter(sign => ids(sign.events).includes('offensive'));
  assert.equal(more.length, signs.length, 'not at the end from which the road is named');
});

test('a seat stands for its area, beside other signs of the place', () => {
  const { dataset } = opened();
  const sign = groupSigns(dataset).find(one => ids(one.events).includes('township-clashes'));
  assert.equal(sign.spot, 'around alpha-township');
  assert.ok(sign.offset);
});

test('an event that is told of one spot twice is one event there', () => {
  const { dataset, state } = opened(block => addMark(block, 'shelling-eta', { role: 'near', place: 'eta', lat: 22.645, lon: 96.69, located_by: 'gazetteer' }));
  const signs = groupSigns(dataset).filter(sign => ids(sign.events).includes('shelling-eta'));
  assert.equal(dataset.find('event', 'shelling-eta').marks.length, 2);
  assert.equal(signs.length, 1);
  countSigns(signs, state);
  assert.deepEqual([signs[0].events.length, signs[0].count], [1, 1]);
});

test('signs of one spot and type differ by their filling', () => {
  const { dataset } = opened(block => addMark(block, 'alpha-retaken', { role: 'at', place: 'beta', lat: 22.92, lon: 96.51, located_by: 'gazetteer' }));
  const captures = groupSigns(dataset).filter(({ type, spot }) => type === 'capture' && spot === '22.92,96.51');
  assert.deepEqual(captures.map(({ filling }) => filling).sort(), ['half', 'solid']);
});
