/** Search over names, spellings and the words of sources. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_FOUND, Search, fold } from '../../mapping/outputs/webmap/viewer/model/search.js';
import { front } from './front.mjs';

const searched = change => {
  const dataset = front(change);
  return new Search(dataset, type => dataset.block.types[type]?.label ?? type);
};

test('letters alone are searched, in any script', () => {
  assert.equal(fold('Old-Tówn’s  Gate'), 'oldtownsgate');
  assert.equal(fold('ဘီတာ'), 'ဘီတာ'.normalize('NFKD'));
});

test('search finds names, spellings, types, places of events and publishers', () => {
  const search = searched();
  const keys = query => search.find(query).map(({ row }) => row.key);
  assert.equal(keys('Betha')[0], 'place:beta');
  assert.ok(keys('ဘီတာ').includes('place:beta'));
  assert.equal(keys('zeta-MINE')[0], 'place:zeta');
  assert.ok(keys('airstrike').includes('event:hotel-bombed'));
  assert.ok(keys('other towns').includes('event:hotel-bombed'));
  assert.ok(keys('herald').includes('source:2025-08-07-herald-road-push'));
  assert.ok(keys('alpha-beta').includes('route:alpha-beta'));
  assert.deepEqual([keys('  '), keys(''), keys('qqqq')], [[], [], []]);
});

test('names that begin with the words come first', () => {
  const found = searched().find('be');
  const starts = found.map(({ text }) => text.startsWith('be'));
  assert.ok(starts[0] && !starts.at(-1));
  assert.deepEqual(starts, starts.slice().sort((a, b) => Number(b) - Number(a)));
});

test('the words of sources are searched where the names do not hold them, from three letters on', () => {
  const found = searched().find('39 people');
  assert.deepEqual(found.map(({ row, quoted: words }) => [row.event_id, words]), [['shelling-eta', true], ['flight-eta', true]]);
  assert.ok(!searched().find('39').some(({ quoted: words }) => words));
  const delta = searched().find('delta');
  assert.equal(new Set(delta.map(({ row }) => row)).size, delta.length, 'each once');
});

test('search ends when enough is found', () => {
  const many = block => {
    const { places } = block.tables;
    places.rows = 40;
    for (const name of Object.keys(places)) if (name !== 'rows') places[name] = Array.from({ length: 40 }, (_, i) => (name === 'name' ? 'Shell ' + i : name === 'kind' ? 'village' : null));
  };
  const names = searched(many).find('shell');
  assert.ok(names.length >= 40 && !names.some(({ quoted: words }) => words));
  const few = searched(block => {
    const { statements, sources } = block.tables;
    const rows = 100;
    Object.assign(block.tables, { events: { rows, event_id: Array.from({ length: rows }, (_, i) => 'e' + i), event: Array.from({ length: rows }, () => 'Thing'), type: Array.from({ length: rows }, () => 'other') }, marks: { rows: 0 }, event_lines: { rows: 0 }, event_areas: { rows: 0 } });
    for (const name of Object.keys(statements)) if (name !== 'rows') statements[name] = Array.from({ length: rows }, (_, i) => ({ event: i, source: 0, start: 0, length: 8 })[name] ?? null);
    statements.rows = rows;
    for (const name of ['distances', 'positions', 'control', 'access']) delete block.tables[name].statement;
    sources.rows = 4;
  });
  assert.equal(few.find('northern').length, MOST_FOUND);
});
