/** What the reader takes away or is told: tables, citations, verdicts, order, words. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationOf, isVerbatim, publisherOf, quoted } from '../../mapping/outputs/webmap/viewer/model/citation.js';
import { startOf } from '../../mapping/outputs/webmap/viewer/data/days.js';
import { newsFirst, stepTo, underHeadings } from '../../mapping/outputs/webmap/viewer/model/order.js';
import { csvCell, csvOf, geojsonOf } from '../../mapping/outputs/webmap/viewer/model/tables.js';
import { articled, brief, dotted, numberInWords, sayer, termer } from '../../mapping/outputs/webmap/viewer/model/words.js';
import { dated, opened, say } from './front.mjs';

const span = (start, end) => (start == null ? { when: null } : dated([start, end]));

test('a cell of a spreadsheet starts no formula and breaks no row', () => {
  assert.deepEqual([csvCell(null), csvCell(undefined), csvCell(0), csvCell(-5), csvCell('a')], ['', '', '0', '-5', 'a']);
  for (const start of ['=', '+', '-', '@', '\t']) assert.equal(csvCell(start + '1'), "'" + start + '1');
  assert.equal(csvCell('a,b'), '"a,b"');
  assert.equal(csvCell('say "x"'), '"say ""x"""');
  assert.equal(csvCell('a\r\nb'), '"a\r\nb"');
  assert.equal(csvCell('=a,b'), `"'=a,b"`);
});

test('tables to take away hold a row for each event and place', () => {
  const { state, dataset } = opened();
  const events = state.inOrder();
  const { features } = JSON.parse(geojsonOf(events, dataset));
  assert.equal(features.length, events.reduce((sum, event) => sum + event.marks.length, 0));
  const beta = features.find(({ properties }) => properties.event_id === 'beta-captured');
  assert.deepEqual(beta.geometry, { type: 'Point', coordinates: [96.51, 22.92] });
  assert.equal(beta.properties.place_name, 'Beta');
  assert.equal(beta.properties.sources, '2025-08-07-herald-road-push; undated-courier-beta-under-attack');
  assert.equal(beta.properties.source_urls, 'https://example.org/push; ');
  assert.equal(beta.properties.quotes, 'On July 24 last year the south captured Betha. | “Our forces took Beta on July 23, 2025,” said a spokesman of the south.');
  const hotel = features.find(({ properties }) => properties.event_id === 'hotel-bombed');
  assert.deepEqual([hotel.geometry, hotel.properties.place_name, hotel.properties.role], [null, 'other towns', 'at']);
  const lines = csvOf(events, dataset).split('\r\n');
  assert.ok(lines[0].startsWith('\ufeffevent_id,event,type,role,') && lines[0].endsWith(',lat,lon'));
  assert.equal(lines.length, features.length + 2);
  assert.ok(lines.find(line => line.startsWith('beta-captured')).endsWith(',22.92,96.51'));
  assert.ok(lines.find(line => line.startsWith('hotel-bombed')).endsWith(',,'));
});

test("only a publisher's own words stand in quotation marks", () => {
  const { tables } = opened();
  const of = (id, event) => tables.statements.find(one => one.from.id.includes(id) && one.event === tables.events.findIndex(row => row.event_id === event));
  const [restated, verbatim] = [of('herald', 'beta-captured'), of('wire', 'drones-iota')];
  assert.equal(quoted(verbatim), '“Drones struck Iota on 2 August 2025.”');
  assert.equal(quoted(restated), 'On July 24 last year the south captured Betha.');
  assert.ok(isVerbatim(verbatim.from) && !isVerbatim(restated.from));
  assert.equal(citationOf(verbatim, say, when => 'D' + when.edtf), '“Drones struck Iota on 2 August 2025.” (The Wire, “Drones over Iota”, D2025-08-09, https://example.org/drones)');
  assert.match(citationOf(restated, say, when => when.edtf), /^On July 24 .* \(in our words, after The Herald\) \(The Herald, /);
  assert.equal(publisherOf({ publisher: null, title: null, id: 'x' }), 'x');
  assert.equal(publisherOf({ publisher: null, title: 't', id: 'x' }), 't');
});

test('steps through an order stay within it', () => {
  assert.deepEqual([stepTo(1, 1, 5), stepTo(4, 1, 5), stepTo(0, -1, 5), stepTo(3, -1, 5)], [2, 4, 0, 2]);
  assert.deepEqual([stepTo(-1, 1, 5), stepTo(-1, -1, 5)], [0, 4]);
});

test('the news come first, and groups keep the order', () => {
  const events = [span(0, 0), span(4, 4), span(40, 40), span(null, null), span(null, null)];
  const order = newsFirst(events);
  assert.deepEqual(order.map(event => events.indexOf(event)), [2, 1, 0, 3, 4]);
  const groups = underHeadings(order, event => ((startOf(event) ?? -1) < 0 ? 'none' : Number(startOf(event)) > 9 ? 'late' : 'early'));
  assert.deepEqual(groups.map(({ title, events: of }) => [title, of.length]), [['late', 1], ['early', 2], ['none', 2]]);
  assert.deepEqual(underHeadings([], String), []);
});

test('what a language lacks is said in English, and values are filled in', () => {
  const words = { en: { a: '{n} of {all}', b: 'B', 'kind.x': 'an x' }, my: { b: 'ခ' } };
  const [english, own] = [sayer(words, 'en'), sayer(words, 'my')];
  assert.equal(own('a', { n: 0, all: 3 }), '0 of 3');
  assert.equal(own('a', { n: 1 }), '1 of ');
  assert.deepEqual([own('b'), english('b'), own('nothing')], ['ခ', 'B', 'nothing']);
  assert.equal(sayer(words, 'xx')('b'), 'B');
  const term = termer(own);
  assert.deepEqual([term('kind', 'x'), term('kind', 'y'), term('kind', null)], ['an x', 'y', '']);
});

test('a road takes one article, and no second one', () => {
  const within = articled(say);
  assert.deepEqual(['Alpha road', 'the route', 'A track', 'their way', 'Theta road'].map(within),
    ['the Alpha road', 'the route', 'A track', 'their way', 'the Theta road']);
});

test('numbers lose their noise, and long texts their end', () => {
  assert.deepEqual([numberInWords(3), numberInWords(3.14159), numberInWords(3.96, 0), numberInWords(0), numberInWords(null)], ['3', '3.1', '4', '0', '']);
  assert.equal(brief('abc', 3), 'abc');
  assert.equal(brief('abcd', 3), 'abc…');
  assert.equal(brief('ab\u{1f9e8}', 3), 'ab…', 'no half of a character');
  assert.deepEqual([brief('x'.repeat(240)), brief('x'.repeat(300))].map(text => text.length), [240, 241]);
  assert.equal(dotted('a', '', null, false, 'b'), 'a · b');
});
