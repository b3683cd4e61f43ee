/** The report: one row a sentence, what is named in it underlined, its statements beside it. */

import { get, make, show } from '../../outputs/webmap/viewer/document/dom.js';
import { listen, open, openStatement, sentenceOf, state } from './state.js';

/** Number of a statement in reading order. @param {string} id */
export const numberOf = id => state.sheet.statements.findIndex(one => one.id === id) + 1;

const STATES = /** @type {Record<string, string>} */ ({ draft: 'draft', reviewed: 'accepted', retracted: 'rejected' });

/** @param {CardRow} one */
export const lookOf = one => STATES[one.status] || 'draft';

/** @param {string} id */
function chipOf(id) {
  const one = /** @type {CardRow} */ (state.sheet.statements.find(each => each.id === id));
  const now = state.at === id ? ' cur' : '';
  return make('button', { type: 'button', class: 'chip ' + lookOf(one) + now, tabindex: -1, click: () => open(id),
    'aria-label': 'statement ' + numberOf(id) + ', ' + one.status }, String(numberOf(id)));
}

/** Letters of the fields that the words of the open statement feed. @param {MentionRow} mention */
function feeds(mention) {
  const one = openStatement();
  if (!one) return '';
  const told = JSON.stringify(one.fields);
  const words = state.sheet.text.slice(mention.start, mention.end);
  return (mention.place && told.includes(JSON.stringify(mention.place))) || told.includes('"text":' + JSON.stringify(words)) ? ' fed' : '';
}

/** The words of a sentence with its places marked. @param {SentenceRow} sentence @param {boolean} here @returns {Child[]} */
function wordsOf(sentence, here) {
  const { text, mentions } = state.sheet;
  /** @type {Child[]} */
  const parts = [];
  let at = sentence.start;
  for (const one of mentions) {
    if (one.start < at || one.end > sentence.end) continue;
    const what = one.located ? 'located' : 'not located';
    parts.push(text.slice(at, one.start), make('span', { class: 'm' + (one.located ? '' : ' open') + (here ? feeds(one) : ''), title: one.name + ', ' + what },
      text.slice(one.start, one.end)));
    at = one.end;
  }
  parts.push(text.slice(at, sentence.end));
  return parts;
}

/** @param {SentenceRow} sentence @param {number} index */
function rowOf(sentence, index) {
  const one = openStatement();
  const here = (one ? sentenceOf(one) === sentence : state.at === '#' + sentence.start);
  const none = sentence.state === 'none' && index > 0;
  const para = state.sheet.text.slice(index ? state.sheet.sentences[index - 1].end : 0, sentence.start).includes('\n') ? ' para' : '';
  const chips = sentence.statements.map(chipOf);
  const empty = make('button', { type: 'button', class: 'chip void', tabindex: -1, click: () => open('#' + sentence.start) }, 'none');
  return make('div', { class: 's' + para + (here ? ' on' : '') + (none ? ' none' : '') + (sentence.state === 'decided' ? ' done' : '') },
    make('div', { class: 'gut' }, chips.length ? chips : none ? [empty] : []),
    make('p', { title: sentence.why || null }, wordsOf(sentence, here)));
}

/** Draw the text, and bring the open sentence into sight. */
function drawText() {
  if (!state.sheet) return;
  const { sheet } = state;
  const bare = sheet.sentences.filter((one, index) => one.state === 'none' && index > 0).length;
  show('head', make('b', null, sheet.publisher || sheet.id), ' ',
    make('small', null, [sheet.published_words, sheet.wording === 'restated' ? 'our words' : 'their words'].filter(Boolean).join(' · ')),
    make('small', { class: 'r' + (bare ? ' warn' : '') }, bare + ' of ' + sheet.sentences.length + ' sentences unstated'));
  show('text', ...sheet.sentences.map(rowOf));
  get('text').querySelector('.on')?.scrollIntoView({ block: 'nearest' });
}

/** Begin to draw the text. */
export const startText = () => listen(drawText);
