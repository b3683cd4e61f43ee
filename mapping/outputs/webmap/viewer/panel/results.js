/** The search box and what it finds. */

import { get, getInput, kindTag, make, row, rowList, show, small } from '../document/dom.js';
import { dataset, state, tables } from '../document/opened.js';
import { signOf, typeName } from '../document/symbols.js';
import { eventDate, kindName } from '../document/titles.js';
import { say, term } from '../document/words.js';
import { MOST_FOUND, Search } from '../model/search.js';

const MANY = 5000; // events, beyond which typing waits for a pause
const search = new Search(dataset, typeName);

/** @param {import('../model/search.js').Entry} entry */
function noteOn({ row: item, quoted }) {
  if (quoted) return say('search.words');
  if (item.kind_of === 'event') return eventDate(item);
  if (item.kind_of === 'source') return item.publisher;
  return item.kind_of === 'place' ? term('kind', item.kind) : item.kind_of === 'route' ? say('branch.route') : '';
}

/** @param {import('../model/search.js').Findable} item */
const nameOfFound = item => (item.kind_of === 'event' ? item.event : item.kind_of === 'source' ? item.title || item.id
  : item.kind_of === 'other' ? item.titled : item.name);

/** @param {import('../model/search.js').Entry} entry */
function resultRow(entry) {
  const { row: item } = entry;
  const open = () => {
    clearSearch();
    state.select(item.key);
  };
  return row(open, item.kind_of === 'event' ? signOf(item, 20) : kindTag(kindName(item)), nameOfFound(item),
    small(noteOn(entry)));
}

function showResults() {
  const query = getInput('search').value;
  const found = search.find(query);
  get('results').hidden = !query.trim();
  show('results', make('p', { role: 'status' }, found.length ? say('search.found', { n: found.length }) : say('search.nothing')),
    rowList(found.slice(0, MOST_FOUND).map(resultRow)));
}

function clearSearch() {
  getInput('search').value = '';
  showResults();
}

/** @param {KeyboardEvent} event */
function searchKeys({ key }) {
  if (key === 'Escape') clearSearch();
  if (key !== 'ArrowDown' && key !== 'Enter') return;
  showResults();
  const first = get('results').querySelector('button');
  if (key === 'Enter') first?.click();
  else first?.focus();
}

export function beginSearch() {
  let waiting = 0;
  get('search').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(showResults, tables.events.length > MANY ? 200 : 0);
  });
  get('search').addEventListener('keydown', searchKeys);
}
