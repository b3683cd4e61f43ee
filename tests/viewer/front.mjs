/** The made-up front of the tests as the page carries it, unpacked afresh for each test. */

import { readFileSync } from 'node:fs';
import { cellReader } from '../../mapping/outputs/webmap/viewer/data/unpacking.js';
import { Dataset } from '../../mapping/outputs/webmap/viewer/data/dataset.js';
import { Channel } from '../../mapping/outputs/webmap/viewer/model/channel.js';
import { State } from '../../mapping/outputs/webmap/viewer/model/state.js';
import { sayer } from '../../mapping/outputs/webmap/viewer/model/words.js';

const text = readFileSync(process.env.FRONT_BLOCK, 'utf-8');

/** Write the columns of a table as lists, which are easily changed. */
function loosen(table) {
  for (const [name, packed] of Object.entries(table)) {
    if (name === 'rows') continue;
    const read = cellReader(packed);
    table[name] = Array.from({ length: table.rows }, (_, i) => read(i));
  }
}

/** The block of data; `change` may alter it first, its columns then being lists. */
export function block(change) {
  const found = JSON.parse(text);
  if (change) {
    Object.values(found.tables).forEach(loosen);
    change(found);
  }
  return found;
}

/** What stands on these spans of days, in order; sure where it is one day. */
export const dated = (...stands) => ({
  when: { edtf: '', stands, sure: stands.length === 1 && stands[0][0] === stands[0][1], doubtful: false, start: null, end: null },
});

export const front = change => new Dataset(block(change));

/** A state of the front, decided once, and its channel. */
export function opened(change) {
  const channel = new Channel();
  const state = new State(front(change), channel);
  state.refresh();
  return { state, channel, dataset: state.dataset, tables: state.dataset.tables };
}

export const say = sayer(block().words, 'en');

/** The ids of events, sorted. */
export const ids = events => events.map(event => event.event_id).sort();

export const shownIds = state => ids(state.inOrder());

/** Rows written as the page carries a table: every column a list. */
export const tableOf = (rows, columns) => Object.fromEntries([['rows', rows.length], ...columns.map(name => [name, rows.map(row => row[name] ?? null)])]);

/** Numbers that look random and are the same in every run (Lehmer 1951), from 0 to below 1. */
export function numbers(seed = 7) {
  let last = seed;
  return () => {
    last = (last * 48271) % 2147483647;
    return last / 2147483647;
  };
}
