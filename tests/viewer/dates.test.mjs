/** Days, and dates as the page carries them: where rows stand in time, and how a date is said. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInWords, dayShortly, monthInWords } from '../../mapping/outputs/webmap/viewer/data/dates.js';
import { dayOf, endOf, isoOf, spansOf, startOf } from '../../mapping/outputs/webmap/viewer/data/days.js';
import { dated, front, say } from './front.mjs';

test('days are counted from 1970 and come back as they were', () => {
  assert.equal(dayOf('1970-01-01'), 0);
  assert.equal(dayOf('1969-12-31'), -1);
  for (const iso of ['2024-02-29', '2025-03-30', '2025-10-26', '1948-01-04']) assert.equal(isoOf(dayOf(iso)), iso);
  assert.equal(dayOf('2024-03-01') - dayOf('2024-02-28'), 2);
  assert.ok(Number.isNaN(dayOf('soon')));
});

test('a row stands on the spans of its date, from the first to the last, and without a date nowhere', () => {
  const row = dated([1, 2], [8, 9]);
  assert.deepEqual([startOf(row), endOf(row), spansOf(row)], [1, 9, [[1, 2], [8, 9]]]);
  assert.deepEqual([startOf(dated([0, 0])), endOf(dated([0, 0]))], [0, 0]);
  assert.deepEqual([startOf({ when: null }), endOf({ when: null }), spansOf({ when: null })], [null, null, []]);
});

test('dates arrive read: where they stand, how sure they are, and in the words of each language', () => {
  const { tables } = front();
  const when = id => tables.events.find(event => event.event_id === id).when;
  const [day, by, about, undated] = ['beta-captured', 'offensive', 'alpha-retaken', 'road-closed'].map(when);
  assert.equal(undated, null);
  assert.deepEqual([day.stands, day.sure, day.doubtful, day.start, day.end], [[[dayOf('2024-07-24'), dayOf('2024-07-24')]], true, false, dayOf('2024-07-24'), dayOf('2024-07-24')]);
  assert.deepEqual([by.stands, by.sure, by.start, by.end], [[[dayOf('2025-08-07'), dayOf('2025-08-07')]], false, null, dayOf('2025-08-07')]);
  assert.deepEqual([about.stands, about.sure, about.doubtful], [[[dayOf('2025-07-10'), dayOf('2025-07-20')]], false, true]);
  assert.deepEqual([day, by, about].map(one => one.words('en')), ['24 July 2024', 'by 7 August 2025', 'about 15 July 2025']);
  assert.notEqual(day.words('my'), day.words('en'));
  assert.equal(tables.positions[0].when.short('en'), '7 Aug 2025');
});

test('days and months are said by the pattern of the language', () => {
  const day = dayOf('2025-08-07');
  assert.deepEqual([dayInWords(day, say), dayShortly(day, say), monthInWords(day, say), monthInWords(day, say, true)], ['7 August 2025', '7 Aug 2025', 'August 2025', 'Aug 2025']);
});
