/** Do the numbers agree? Every stated distance, time and direction beside what the drawn road and the straight line say. */

import { button, heading, make, paragraph, show, small, table } from '../document/dom.js';
import { state, tables } from '../document/opened.js';
import { figureTitle, stated, verdictClass } from '../document/titles.js';
import { say, term } from '../document/words.js';
import { publisherOf } from '../model/citation.js';
import { numberInWords } from '../model/words.js';

const MOST_NUMBERS = 300;

/** @param {DistanceRow} row */
const numberLine = row => make('tr', { class: 'grade-' + row.grade },
  make('th', { scope: 'row' }, button(figureTitle(row), () => state.select(row.key), { class: 'plain' }),
    small(row.rests_on && publisherOf(row.rests_on.from))),
  [stated(row), numberInWords(row.measured_km) || '–', numberInWords(row.straight_km) || '–'].map(text => make('td', null, text)),
  make('td', null, make('span', { class: verdictClass(row) }, term('verdict', row.verdict))));

export function beginNumbers() {
  const bad = tables.distances.filter(row => row.grade === 'bad').length;
  const headings = ['numbers.what', 'stated', 'km.drawn', 'km.straight', 'verdict'].map(name => say(name));
  show('room-numbers', heading(say('numbers')), paragraph(say('numbers.text', { n: tables.distances.length, bad })),
    make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('numbers') },
      table(headings, tables.distances.slice(0, MOST_NUMBERS).map(numberLine))));
}
