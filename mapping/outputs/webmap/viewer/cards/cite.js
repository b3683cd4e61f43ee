/** The words a mark rests on, whose they are, and copies of link and citation. */

import { announce, button, buttonLine, link, make, subheading } from '../document/dom.js';
import { dataset, state } from '../document/opened.js';
import { language, readDate, readDay, say } from '../document/words.js';
import { chipsOf } from '../document/symbols.js';
import { viewNow } from '../map/screen.js';
import { citationOf, isVerbatim, publisherOf, quoted } from '../model/citation.js';
import { writeLink } from '../model/permalink.js';

/** @param {SourceRow} source */
export function whoseWords(source) {
  const words = isVerbatim(source) ? publisherOf(source) : say('restated', { publisher: publisherOf(source) });
  return source.excerpt ? say('excerpt', { words }) : words;
}

/**
 * One statement's words with source, date and link, and the way to its place in the text.
 * @param {StatementRow} statement
 */
export function wordsOf(statement) {
  const source = statement.from;
  return make('figure', { class: 'words' },
    statement.status !== 'reviewed' && make('p', null, chipsOf(statement)),
    make('blockquote', { class: isVerbatim(source) ? '' : 'restated' }, quoted(statement)),
    make('figcaption', null, whoseWords(source), ', ', readDate(source.when), '. ',
      statement.said_by && say('said.by', { who: statement.said_by }) + '. ',
      statement.denied_by && say('denied.by', { who: statement.denied_by }) + '. ',
      source.url && [link(source.url, say('open.source')), ' · '],
      button(say('open.text'), () => state.select(source.key, statement), { class: 'plain' })),
    statement.note && make('p', { class: 'remark' }, say('remark', { text: statement.note })));
}

/** The link to what is selected now, with the view and all choices. */
const linkNow = () => writeLink(state, viewNow(), language);

/** The same for others to read: a file's address says where it lies on this device, which is nobody's business. */
const publicAddress = () =>
  (location.protocol === 'file:' ? location.pathname.split('/').pop() : location.href.split('#')[0]) + linkNow();

/** @param {string} title @param {StatementRow[]} statements */
function citationNow(title, statements) {
  const { title: map, asOf } = dataset.meta;
  const here = map + ', ' + say('as.of', { date: asOf == null ? say('date.none') : readDay(asOf) }) + ': ' + publicAddress();
  return [title, ...statements.map(statement => citationOf(statement, say, readDate)), here].filter(Boolean).join('\n');
}

/**
 * Copy text; where the browser forbids it (some do on file://), show it to be copied by hand.
 * @param {string} text
 * @param {HTMLElement} from
 */
async function copyText(text, from) {
  try {
    await navigator.clipboard.writeText(text);
    announce(say('copied'));
  } catch {
    const area = make('textarea', { readonly: true, rows: 4, 'aria-label': say('copy.by.hand') }, text);
    from.closest('p')?.after(area);
    area.select();
  }
}

/** @param {string} title @param {StatementRow[]} statements */
export const copyButtons = (title, statements) => [
  button(say('copy.link'), event => copyText(location.href.split('#')[0] + linkNow(), event.target)),
  button(say('copy.citation'), event => copyText(citationNow(title, statements), event.target)),
];

/** What the sources say, under its heading. @param {StatementRow[]} statements */
export const saidBy = statements => [subheading(say('says', { n: statements.length })), statements.map(wordsOf)];

/** The words that a figure rests on, and copies. @param {DistanceRow | PositionRow | AccessRow} row */
export const restsOn = ({ rests_on: statement }) => [
  statement && saidBy([statement]), buttonLine(copyButtons('', statement ? [statement] : [])),
];
