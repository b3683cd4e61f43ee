/** Filters by party, source, place and certainty. */

import { get, make, show } from '../document/dom.js';
import { channel, dataset, state, tables } from '../document/opened.js';
import { drawSign } from '../document/symbols.js';
import { sourceName } from '../document/titles.js';
import { say, term } from '../document/words.js';
import { certaintyOf } from '../model/state.js';
import { brief } from '../model/words.js';

/** @type {('actor' | 'source' | 'place')[]} */
const CHOICES = ['actor', 'source', 'place'];
const collator = new Intl.Collator();

/** @param {{id: string, name: string}[]} rows */
const byName = rows => rows.slice().sort((a, b) => collator.compare(a.name, b.name));

/** What can be chosen. @returns {Record<'actor' | 'source' | 'place', {id: string, name: string}[]>} */
function choicesOf() {
  const used = new Set(tables.marks.map(({ place }) => place));
  return {
    actor: byName(tables.actors),
    source: tables.sources.filter(({ read }) => read).map(source => ({ id: source.id, name: sourceName(source) })),
    place: byName(tables.places.filter(({ id }) => used.has(id))),
  };
}

/** @param {string} name @param {{id: string, name: string}[]} options */
const choiceBox = (name, options) => make('label', null, say('filter.' + name),
  make('select', { 'data-filter': name, change: event => state.change({ [name]: event.target.value }) },
    make('option', { value: '' }, say('filter.any')),
    options.map(option => make('option', { value: option.id }, brief(option.name, 80)))));

/** @param {string} name @param {boolean} on */
function turnCertainty(name, on) {
  const certainties = new Set(state.chosen.certainties);
  certainties[on ? 'delete' : 'add'](name);
  state.change({ certainties });
}

/** @param {string} name of a certainty, or "draft" */
function certaintyBox(name) {
  const draft = name === 'draft';
  return make('label', null, make('input',
    { type: 'checkbox', 'data-certainty': name, change: event => turnCertainty(name, event.target.checked) }),
    drawSign('other', draft ? 'solid' : dataset.filling(name), draft, 18), draft ? say('status.draft') : term('certainty', name));
}

/** Show in the boxes what is chosen. */
function refreshFilters() {
  const { chosen } = state;
  for (const name of CHOICES) {
    /** @type {HTMLSelectElement} */ (get('filters').querySelector(`[data-filter=${name}]`)).value = chosen[name];
  }
  for (const box of get('filters').querySelectorAll('input')) box.checked = !chosen.certainties.has(box.dataset.certainty || '');
}

export function beginFilters() {
  const options = choicesOf();
  const present = new Set(tables.events.map(certaintyOf));
  show('filters', make('details', null, make('summary', null, say('filters')),
    make('div', { class: 'choices' }, CHOICES.map(name => choiceBox(name, options[name]))),
    make('fieldset', { class: 'checks' }, make('legend', null, say('certainty')),
      [...Object.keys(dataset.block.fills), 'draft'].filter(name => present.has(name)).map(certaintyBox))));
  channel.on('shown', refreshFilters);
}
