/** Statements as cards in reading order: the open one with its form, the others a line each. */

import { button, get, make, show } from '../../outputs/webmap/viewer/document/dom.js';
import { create, decide, decideOpen, refresh, undo } from './deciding.js';
import { doubtful, fieldsOf, measureOf, openField, said, swap } from './fields.js';
import { openPick } from './pick.js';
import { changed, current, listen, open, openStatement, rows, state, toNextDraft } from './state.js';
import { ask } from './talk.js';
import { lookOf, numberOf } from './text.js';

const SIGNS = /** @type {Record<string, string>} */ ({ accepted: '✓', rejected: '×', draft: '' });
const SURE = 0.8; // from here on drafts may be accepted together

/** @param {number | null} sure */
const percent = sure => (sure == null ? null : make('span', { class: 'conf', title: 'how often such drafts were right' },
  make('span', { class: 'bar' }, make('i', { class: 'w' + Math.round(sure * 10) })), ' ' + Math.round(sure * 100) + ' %'));

/** @param {CardRow} one */
function lineOf(one) {
  const look = lookOf(one);
  const state_ = one.status === 'retracted' ? 'retracted' : look;
  return make('div', { class: 'row', click: () => open(one.id) }, make('span', { class: 'no' }, String(numberOf(one.id))),
    make('span', { class: 'sign', 'aria-hidden': 'true' }, one.status === 'retracted' ? 'R' : SIGNS[look]),
    make('span', { class: 'what' }, make('b', null, one.what[0]), one.what.length > 1 ? ' · ' + one.what.slice(1).join(' · ') : ''),
    make('span', { class: 'when' }, one.when),
    one.status === 'draft' ? percent(one.confidence) || make('span', { class: 'conf' }, 'draft') : make('span', { class: 'conf' }, state_));
}

/** @param {CardRow} one */
function formOf(one) {
  return make('div', { class: 'form' }, fieldsOf(one).map(({ letter, field, label }) => {
    const value = said(one, field);
    const text = field === 'date' && one.fields.date_basis ? make('small', { title: one.fields.date }, ' ' + one.fields.date_basis) : null;
    return make('button', { type: 'button', class: 'f' + (doubtful(one, field) ? ' ask' : ''), 'data-field': field, tabindex: -1,
      click: /** @param {any} event */ event => { event.stopPropagation(); openField(field, event.currentTarget); } },
    make('kbd', null, letter), make('span', { class: 'l' }, label), make('span', { class: 'v' + (value ? '' : ' none') }, value || 'none', text));
  }));
}

/** @param {CardRow} one */
function whyOf(one) {
  if (one.faults.length) return make('ul', { class: 'faults' }, one.faults.map(text => make('li', null, text)));
  if (one.status !== 'draft') return null;
  return one.doubts.length ? make('p', { class: 'why' }, one.doubts.join(' · ')) : make('p', { class: 'why good' }, '✓ nothing in it is doubtful');
}

/** Reports that may tell the same event, side by side. @param {CardRow} one */
function pairsOf(one) {
  if (state.pairs?.of !== one.id || !state.pairs.rows.length) return null;
  const words = state.sheet.text.slice(one.start, one.end);
  return state.pairs.rows.map(pair => make('div', { class: 'same' }, make('h3', null, 'Perhaps the same', make('span', null, pair.reasons.join(' · '))),
    make('div', { class: 'pair' }, make('div', null, words, make('small', null, 'this report')),
      make('div', null, pair.quote, make('small', null, pair.publisher + ' · ' + pair.event)))));
}

/** Drafts that were thrown away, a thin line each; undo brings them back. */
const gone = () => state.sheet.rejected.map(one => ({ start: state.sheet.text.indexOf(one.quote),
  element: make('div', { class: 'card gone' }, make('div', { class: 'row' }, make('span', { class: 'no' }), make('span', { class: 'sign', 'aria-hidden': 'true' }, '×'),
    make('span', { class: 'what', title: one.quote }, (one.type || one.kind) + ' · “' + one.quote + '”'), make('span'), make('span', { class: 'conf' }, 'rejected'))) }));

/** @param {ReturnType<typeof rows>[number]} row */
function cardOf(row) {
  const here = row.key === state.at;
  const { statement, sentence } = row;
  if (!statement) {
    const words = sentence ? state.sheet.text.slice(sentence.start, sentence.end) : '';
    const state_ = sentence?.state === 'decided' ? 'decided' : 'none';
    return make('div', { class: 'ghost ' + state_ + (here ? ' cur' : ''), 'data-id': row.key, click: () => open(row.key) },
      make('span', { class: 'chip' + (state_ === 'none' ? ' void' : ' rejected') }, state_ === 'none' ? 'none' : 'rej.'),
      make('span', { class: 'words' }, '“' + words + '”', sentence?.why ? make('small', null, ' ' + sentence.why) : null),
      button([make('kbd', null, 'I'), ' state it'], () => { if (sentence) stateIt(sentence); }, { tabindex: -1 }));
  }
  const conflict = here && state.conflict ? make('div', { class: 'outside' }, state.conflict + ': this is how it stands in the file now. Decide again.') : null;
  return make('article', { class: 'card ' + lookOf(statement) + (here ? ' cur' : ''), 'data-id': row.key, 'aria-current': here ? 'true' : null },
    lineOf(statement), here ? [conflict, whyOf(statement), formOf(statement), pairsOf(statement)] : null);
}

/** Make a statement: from the sentence that is open, or from one that is chosen, those without statements first. */
export function stateOne() {
  const open_ = openSentence();
  if (open_) {
    stateIt(open_);
    return;
  }
  const one = openStatement();
  const own = one ? state.sheet.sentences.filter(each => each.start <= one.start && one.start < each.end) : [];
  const rest = state.sheet.sentences.filter(each => !own.includes(each));
  const words = /** @param {SentenceRow} each */ each => state.sheet.text.slice(each.start, each.end);
  openPick({ label: 'State which sentence?', take: index => stateIt(state.sheet.sentences[index]),
    choices: [...own, ...rest.filter(each => each.state !== 'told'), ...rest.filter(each => each.state === 'told')].map(each => ({ label: words(each),
      more: own.includes(each) ? 'of the open card' : each.state === 'told' ? 'has statements' : 'none', value: state.sheet.sentences.indexOf(each) })) });
}

/** Make a statement from a sentence: choose what it tells. @param {SentenceRow} from */
export function stateIt(from) {
  const quote = state.sheet.text.slice(from.start, from.end);
  const kinds = Object.keys(state.project.fields).filter(kind => kind !== 'event');
  const known = from.places.filter(id => state.project.lists.places.some(([place]) => place === id));
  const day = from.dates[0] ? { date: from.dates[0].edtf, date_text: from.dates[0].text, date_basis: 'stated' }
    : state.sheet.published ? { date: '../' + state.sheet.published, date_basis: 'published' } : {};
  /** @param {string} type */
  const event = type => ({ kind: 'event', type, ...(known.length ? { at: [known[0]] } : {}), ...(from.actors[0] ? { actors: [from.actors[0]] } : {}), ...day });
  openPick({ label: 'What does the sentence tell?', take: kind => { stateFact(kind, from, quote, known, event); },
    choices: [...state.project.lists.type.map(([type, label]) => ({ label, more: 'event', value: '!' + type })),
      ...kinds.map(kind => ({ label: kind, more: 'fact', value: kind }))] });
}

/**
 * Make a statement of a kind; what it cannot do without is asked first.
 * @param {string} kind @param {SentenceRow} from @param {string} quote @param {string[]} known @param {(type: string) => object} event
 */
function stateFact(kind, from, quote, known, event) {
  /** @param {object} more */
  const make_ = more => { create({ ...(kind.startsWith('!') ? event(kind.slice(1)) : { kind }), ...more, status: 'draft', quote }); };
  const words = from.places.find(place => !known.includes(place)) || quote.split(/[ ,]/)[0];
  const ends = { from: known[0] || { text: words }, to: [known[1] || { text: words }] };
  const roads = from.places.filter(id => state.project.lists.routes.some(([route]) => route === id));
  if (kind.startsWith('!')) make_({});
  else if (kind === 'control') make_({ at: known.length ? known.slice(0, 1) : [{ text: words }], holder: from.actors.slice(0, 1) });
  else if (kind === 'access') make_({ to: known[0] || { text: words } });
  else if (kind === 'position') make_({ on: roads[0] || { text: words }, ...(known[0] ? { place: known[0] } : {}) });
  else if (kind === 'direction') {
    openPick({ label: 'On which bearing?', choices: state.project.lists.bearing.map(([bearing]) => ({ label: bearing, value: { ...ends, bearing } })), take: make_ });
  } else openPick(measureOf(kind === 'distance' ? ['km', 'miles'] : ['minutes', 'hours'], from, number => { make_({ ...ends, ...number }); }));
}

/** Make one statement of each place, count or day of the open one. */
export function breakOpen() {
  const one = openStatement();
  if (!one) return;
  const fields = Object.entries(one.fields).filter(([, value]) => (Array.isArray(value) && value.length > 1) || /^\{.+,/.test(String(value)));
  openPick({ label: 'Break in two by', choices: fields.map(([field]) => ({ label: field, value: field })),
    take: field => { decide('split', [one.id], { id: one.id, field }); } });
}

/** Put the open statement and another together. */
export function mergeOpen() {
  const one = openStatement();
  if (!one) return;
  const others = state.sheet.statements.filter(other => other.id !== one.id && other.kind === one.kind);
  openPick({ label: 'Merge with', choices: others.map(other => ({ label: numberOf(other.id) + ' ' + other.what.join(' · '), value: other.id })),
    take: id => { decide('merge', [one.id, id], { ids: [one.id, id] }); } });
}

/** Take a reviewed statement off the map. */
export function retractOpen() {
  const one = openStatement();
  if (one) openPick({ label: 'Retract: why?', choices: [{ label: 'without a reason', value: '' }], typed: text => [{ label: text, value: text }],
    take: why => { decide('retract', [one.id], { ids: [one.id], why }); } });
}

/** Accept the drafts of which the reader is sure; they are listed first. */
export function acceptSure() {
  const sure = state.sheet.statements.filter(one => one.status === 'draft' && (one.confidence || 0) >= SURE && !one.faults.length);
  const ids = sure.map(one => one.id);
  openPick({ label: 'Accept together', help: sure.map(one => numberOf(one.id) + ' ' + one.what.join(' · ')).join('; ') || 'no draft is so sure',
    choices: sure.length ? [{ label: 'Accept all ' + sure.length + ' of ' + SURE * 100 + ' % and more', value: ids }] : [],
    take: async given => { if (await decide('accept', given, { ids: given })) toNextDraft(); } });
}

/** Look for reports that tell the same event, then open its list. */
export async function lookForSame() {
  const one = openStatement();
  if (!one || one.kind !== 'event') return;
  if (state.pairs?.of !== one.id) {
    state.saved = 'looking for the same event …';
    changed();
    state.pairs = { of: one.id, rows: await ask('same', { source: state.sheet.id, id: one.id }).catch(() => []) };
    state.saved = state.pairs.rows.length ? state.pairs.rows.length + ' may be the same' : 'no other report looks like it';
    changed();
  }
  openField('event');
}

function drawActs() {
  const one = openStatement();
  const n = one ? ' ' + numberOf(one.id) : '';
  const draft = one?.status === 'draft';
  const shut = !draft || one.faults.length > 0 ? true : null;
  show('acts',
    button([make('kbd', null, 'A'), ' Accept' + n], () => decideOpen('accept'), { class: 'ok', disabled: shut }),
    draft || !one ? button([make('kbd', null, 'R'), ' Reject' + n], () => decideOpen('reject'), { class: 'no', disabled: draft ? null : true })
      : button([make('kbd', null, 'X'), ' Retract' + n], retractOpen, { class: 'no' }),
    button([make('kbd', null, 'U'), ' Undo'], undo, { disabled: state.project.last ? null : true, title: state.project.last ? state.project.last.told : null }),
    make('span', { class: 'sp' }),
    button([make('kbd', null, 'Y'), ' swap'], swap, { class: 'lite', title: 'who and against change places' }),
    button([make('kbd', null, 'B'), ' break'], breakOpen, { class: 'lite' }), button([make('kbd', null, 'G'), ' merge'], mergeOpen, { class: 'lite' }),
    button([make('kbd', null, '⇧A'), ' sure ones'], acceptSure, { class: 'lite' }));
}

/** A text without statements: it can be drafted, unless its file has a fault. */
const nothingYet = () => make('p', { class: 'okay' }, 'No statements yet. ', state.sheet.curated || !state.sheet.faults.length
  ? button('Draft this text', () => { decide('redraft', [], {}).then(done => { if (done) toNextDraft(); }); }) : null);

function drawCards() {
  if (!state.sheet) return;
  const faults = state.sheet.faults.map(one => make('li', null, (one.record ? one.record + ': ' : '') + one.message));
  const all = rows();
  const left = state.sheet.statements.filter(one => one.status === 'draft').length;
  const lines = [...all.map(row => ({ start: row.start, element: cardOf(row) })), ...gone()].sort((a, b) => a.start - b.start);
  show('cards', faults.length ? make('ul', { class: 'faults' }, faults) : null, lines.map(line => line.element),
    all.length && !left ? make('p', { class: 'okay' }, 'Everything here is decided.') : null,
    all.length && state.sheet.statements.length ? null : nothingYet());
  get('cards').querySelector('.cur')?.scrollIntoView({ block: 'nearest' });
  drawActs();
}

/** Begin to draw the cards. */
export function startCards() {
  listen(drawCards);
  window.addEventListener('focus', () => { refresh(); });
}

export const openSentence = () => current()?.sentence;
