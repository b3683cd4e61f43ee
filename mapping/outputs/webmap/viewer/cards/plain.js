/** The card of a kind that has none of its own: what its declaration names, and the words it rests on. */

import { buttonLine } from '../document/dom.js';
import { figureTitle, kindName } from '../document/titles.js';
import { say } from '../document/words.js';
import { numberInWords } from '../model/words.js';
import { copyButtons, saidBy } from './cite.js';
import { dateFact, factList, figureHead, placeButton } from './parts.js';

/** What stands in a column, a place as a button. @param {OtherRow} row @param {string} column @returns {Child} */
function factOf(row, column) {
  const value = row[column];
  if (typeof value === 'number') return numberInWords(value);
  return value === true ? '✓' : placeButton(row[column.replace(/_name$/, '')], value);
}

/** @param {OtherRow} row @returns {Child} */
export const plainCard = row => [
  figureHead(row, kindName(row)),
  factList([[say('when'), row.when && dateFact(row)], ...row.declared.card.map(([column, name]) =>
    /** @type {[string, Child]} */ ([name, factOf(row, column)]))]),
  saidBy(row.saying), buttonLine(copyButtons(figureTitle(row), row.saying)),
];
