/** A source's text with every mention and quoted passage marked, and its statements in reading order. */

import { isMention, piecesOf, targetOf } from '../data/passages.js';
import { button, chip, kindTag, link, make, row, rowList, small, subheading } from '../document/dom.js';
import { dataset, state, tables } from '../document/opened.js';
import { chipsOf, typeName } from '../document/symbols.js';
import { figureTitle } from '../document/titles.js';
import { readDate, say, term } from '../document/words.js';
import { isVerbatim } from '../model/citation.js';
import { dotted } from '../model/words.js';
import { whoseWords } from './cite.js';
import { cardHead, factList } from './parts.js';

/** @param {StatementRow} statement */
function openTarget(statement) {
  const target = targetOf(statement, tables.events);
  if (target) state.select(target.key);
}

/**
 * The text of a piece, a button where it names a place.
 * @param {string} text
 * @param {import('../data/passages.js').Passage | undefined} mention
 */
function wordsIn(text, mention) {
  const spot = mention && isMention(mention) ? dataset.spot(mention.place) : undefined;
  return spot ? button(text, () => state.select(spot.key), { class: 'mention' })
    : make('span', { class: mention ? 'mention-unknown' : '' }, text);
}

/** @param {SourceRow} source @param {ReturnType<typeof piecesOf>[number]} piece */
function drawPiece(source, { start, end, covers }) {
  const quotes = covers.filter(passage => !isMention(passage));
  const aimed = state.chosen.aim && covers.includes(state.chosen.aim);
  const ended = quotes.filter(quote => quote.end === end).map(quote => {
    const number = source.statements.indexOf(/** @type {StatementRow} */ (quote)) + 1;
    return make('sup', null, button(String(number), () => openTarget(/** @type {StatementRow} */ (quote)),
      { class: 'plain', 'aria-label': say('statement.number', { n: number }) }));
  });
  const look = [quotes.length && 'quoted', aimed && 'aimed'].filter(Boolean).join(' ');
  return make('span', { class: look || null, 'data-start': start }, wordsIn(source.text.slice(start, end), covers.find(isMention)),
    ended);
}

/** @param {StatementRow} statement @param {number} i */
function statementRow(statement, i) {
  const target = targetOf(statement, tables.events);
  const kind = term('kind', statement.kind, target?.declared?.title);
  const figure = target && target.kind_of !== 'event' ? figureTitle(/** @type {Figure} */ (target)) : '';
  const title = target?.kind_of === 'event' ? target.event : figure || statement.title || kind;
  return row(() => openTarget(statement), kindTag(String(i + 1)), title, chipsOf(statement),
    small(dotted(target?.kind_of === 'event' ? typeName(target.type) : kind,
      statement.when && readDate(statement.when))));
}

/** @param {SourceRow} source @returns {Child} */
export function sourceCard(source) {
  const name = source.title || source.id;
  const notes = (source.notes || '').split(' | ').filter(Boolean);
  return [
    cardHead(null, say('kind.source'), name, !source.read && chip(say('unread'))),
    factList([
      [say('publisher'), source.publisher], [say('published'), readDate(source.when)],
      [say('address'), source.url && link(source.url, source.url)],
      [say('wording'), isVerbatim(source) ? say('wording.verbatim') : whoseWords(source)],
    ]),
    make('div', { class: 'text' + (isVerbatim(source) ? '' : ' restated'), tabindex: '0', role: 'region',
      'aria-label': say('text.of', { name }) },
      piecesOf(source).map(piece => drawPiece(source, piece))),
    source.statements.length > 0 && [subheading(say('reading.order')), rowList(source.statements.map(statementRow))],
    notes.length > 0 && [subheading(say('source.notes')), make('ul', null, notes.map(note => make('li', null, note)))],
  ];
}
