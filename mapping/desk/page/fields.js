/** The fields of a statement: their letters, how they are said, what each list offers, what a choice changes. */

import { mend } from './deciding.js';
import { openPick } from './pick.js';
import { listed, nameOf, openStatement, placeName, sentenceOf, state } from './state.js';
import { ask } from './talk.js';

const ROLES = ['at', 'near', 'on', 'between', 'from', 'to', 'toward', 'via', 'place', 'route'];
const PEOPLE = ['actors', 'against', 'holder'];
const LISTS = ['type', 'certainty', 'date_basis', 'limit', 'way', 'bearing'];
const MANY = new Set(['at', 'near', 'on', 'between', 'from', 'to', 'toward', 'via']);
const SINGLE = /** @type {Record<string, Set<string>>} */ ({ distance: new Set(['from']), 'travel-time': new Set(['from']),
  direction: new Set(['from']), position: new Set(['on', 'from']), access: new Set(['to', 'on']) });

/** Letter, field, label; those that a kind has come in this order. @type {[string, string, string][]} */
const LETTERS = [
  ['T', 'type', 'Type'], ['C', 'certainty', 'Certainty'], ['P', 'at', 'At'], ['P', 'near', 'Near'], ['P', 'on', 'On'],
  ['P', 'place', 'Place'], ['P', 'between', 'Between'], ['F', 'from', 'From'], ['F', 'to', 'To'], ['F', 'toward', 'Toward'],
  ['F', 'via', 'Via'], ['D', 'date', 'Date'], ['W', 'actors', 'Who'], ['W', 'holder', 'Who holds'], ['V', 'against', 'Against'],
  ['N', 'counts', 'Numbers'], ['N', 'km', 'Length'], ['N', 'minutes', 'Time'], ['N', 'fraction', 'Share'], ['H', 'way', 'How'],
  ['O', 'bearing', 'Bearing'], ['Z', 'limit', 'Limit'], ['S', 'said_by', 'Said by'], ['E', 'event', 'Same event'], ['M', 'note', 'Note'],
];

/** Fields that stand on a card though they are empty, by kind. */
const ALWAYS = /** @type {Record<string, string[]>} */ ({
  event: ['type', 'certainty', 'at', 'date', 'actors', 'against', 'counts', 'said_by', 'event'],
  distance: ['certainty', 'from', 'to', 'km', 'way', 'bearing'], 'travel-time': ['certainty', 'from', 'to', 'minutes', 'way'],
  direction: ['certainty', 'from', 'to', 'bearing'], position: ['certainty', 'on', 'place', 'from', 'fraction', 'actors', 'date'],
  access: ['certainty', 'from', 'to', 'on', 'date'], control: ['certainty', 'at', 'holder', 'date'],
});

/** The fields of a card, each with its letter. @param {CardRow} one */
export function fieldsOf(one) {
  const has = new Set(state.project.fields[one.kind]);
  const shown = new Set([...(ALWAYS[one.kind] || []), ...Object.keys(one.fields)]);
  if (one.kind === 'event' && ['near', 'on', 'between', 'from', 'to', 'toward', 'via'].some(role => one.fields[role]) && !one.fields.at) shown.delete('at');
  return LETTERS.filter(([, field]) => has.has(field) && shown.has(field)).map(([letter, field, label]) => ({ letter, field, label }));
}

/** A value in words. @param {CardRow} one @param {string} field @returns {string} */
export function said(one, field) {
  const value = one.fields[field];
  if (field === 'km') return one.fields.km != null ? one.fields.km + ' km' : one.fields.miles != null ? one.fields.miles + ' miles' : '';
  if (field === 'minutes') return one.fields.minutes != null ? one.fields.minutes + ' minutes' : one.fields.hours != null ? one.fields.hours + ' hours' : '';
  if (value == null) return '';
  if (field === 'date') return one.when;
  if (field === 'counts') return value.map(/** @param {any} each */ each => (each.limit ? each.limit + ' ' : '') + each.n + ' ' + each.what).join(', ');
  if (ROLES.includes(field)) return listed(value).map(placeName).join(', ');
  if (PEOPLE.includes(field)) return listed(value).map(id => nameOf('actors', id)).join(', ');
  return field === 'type' ? nameOf(field, value) : String(value);
}

/** Whether a field is one that the reader was unsure of. @param {CardRow} one @param {string} field */
export function doubtful(one, field) {
  if (one.status !== 'draft') return false;
  if (field === 'date') return one.fields.date_basis === 'published';
  if (field === 'actors') return one.kind === 'event' && !one.fields.actors && !['talks', 'displacement', 'protest'].includes(String(one.type));
  return ROLES.includes(field) && listed(one.fields[field]).some(ref => typeof ref === 'object');
}

/** Choices of a list, with those of the sentence first. @param {string} list @param {string[]} first @returns {Choice[]} */
function choicesOf(list, first) {
  const all = state.project.lists[list];
  const known = new Map(all);
  return [...first.filter(id => known.has(id)).map(id => ({ label: String(known.get(id)), more: 'in the sentence', value: id })),
    ...all.filter(([id]) => !first.includes(id)).map(([id, name]) => ({ label: name, more: id, value: id }))];
}

/** @param {CardRow} one @param {string} field @param {any} value */
const asHeld = (one, field, value) => (!MANY.has(field) || SINGLE[one.kind]?.has(field) ? value : [value]);

/** Put a place into a role: alone, or with "+" beside the others. @param {CardRow} one @param {string} field @returns {Parameters<typeof openPick>[0]} */
function placesOf(one, field) {
  const sentence = sentenceOf(one);
  const has = new Set(state.project.fields[one.kind]);
  const words = sentence.places.filter(place => !state.project.lists.places.some(([id]) => id === place) && !state.project.lists.routes.some(([id]) => id === place));
  const named = [...choicesOf('places', sentence.places), ...choicesOf('routes', sentence.places)];
  const here = named.filter(choice => sentence.places.includes(choice.value));
  const refs = [...here, ...words.map(text => ({ label: '“' + text + '”', more: 'words of the sentence', value: { text } })),
    ...named.filter(choice => !sentence.places.includes(choice.value))];
  const choices = [...refs.map(choice => ({ ...choice, value: { [field]: asHeld(one, field, choice.value) } })),
    ...(MANY.has(field) && !SINGLE[one.kind]?.has(field) ? refs.map(choice => ({ label: '+ ' + choice.label, more: 'beside the others',
      value: { [field]: [...listed(one.fields[field]), choice.value] } })) : []),
    ...ROLES.filter(role => role !== field && has.has(role) && one.fields[field] != null).map(role => ({ label: 'as ' + role, more: 'another role',
      value: { [field]: null, [role]: asHeld(one, role, one.fields[field]) } }))];
  return { label: 'Where: ' + field, help: '“+ name” adds one, “as near” changes the role.', choices, take: mend };
}

/** @param {CardRow} one @returns {Parameters<typeof openPick>[0]} */
function datesOf(one) {
  const offers = [...sentenceOf(one).dates, ...state.sheet.sentences.flatMap(each => each.dates)];
  const seen = new Set();
  /** @type {Choice[]} */
  const choices = offers.filter(each => !seen.has(each.edtf) && seen.add(each.edtf)).map(each => ({ label: each.words, more: '“' + each.text + '”',
    value: { date: each.edtf, date_text: each.text, date_basis: sentenceOf(one).dates.some(own => own.edtf === each.edtf) ? 'stated' : 'derived' } }));
  const published = state.sheet.published;
  if (published) choices.push({ label: 'by the day of the report', more: '../' + published, value: { date: '../' + published, date_basis: 'published', date_text: null } });
  return { label: 'When', help: 'Words (“27 oct”, “mid-april”) or EDTF.', choices, take: mend,
    typed: async text => {
      const found = await ask('date', { text, source: state.sheet.id }).catch(() => null);
      return found?.edtf ? [{ label: found.words, more: found.edtf, value: { date: found.edtf, date_basis: 'derived', date_text: null } }] : [];
    } };
}

/** @param {CardRow} one @param {string} field @returns {Parameters<typeof openPick>[0]} */
function peopleOf(one, field) {
  const listed_ = listed(one.fields[field]);
  const named = choicesOf('actors', sentenceOf(one).actors);
  return { label: field === 'against' ? 'Against whom' : 'Who', help: '“+ name” adds one.', take: mend,
    choices: [...named.map(choice => ({ ...choice, value: { [field]: [choice.value] } })),
      ...named.map(choice => ({ label: '+ ' + choice.label, more: 'beside the others', value: { [field]: [...listed_, choice.value] } }))] };
}

/** @param {string} text @returns {any} "12 civilians killed" */
function countOf(text) {
  const found = /^(?:(at least|at most|more than|less than|fewer than)\s+)?([\d,]+)\s+(.+)$/i.exec(text.replace(/^\+\s*/, ''));
  if (!found) return null;
  const limit = found[1] ? found[1].toLowerCase().replace('fewer', 'less').replace(' ', '-') : null;
  return { what: found[3].trim(), n: Number(found[2].replace(/,/g, '')), ...(limit ? { limit } : {}) };
}

/** @param {CardRow} one @returns {Parameters<typeof openPick>[0]} */
function numbersOf(one) {
  const have = listed(one.fields.counts);
  return { label: 'Numbers of people or things', help: '“12 civilians killed”, “at least 3 wounded”; “+ …” adds one.', take: mend,
    choices: have.map((each, index) => ({ label: 'without ' + each.n + ' ' + each.what, value: { counts: have.length > 1 ? have.filter((_, at) => at !== index) : null } })),
    typed: text => {
      const count = countOf(text);
      return count ? [{ label: count.n + ' ' + count.what, more: count.limit || '', value: { counts: text.startsWith('+') ? [...have, count] : [count] } }] : [];
    } };
}

/** @param {string[]} units @returns {Parameters<typeof openPick>[0]} */
const measureOf = units => ({ label: 'How much', help: '“12 ' + units.join('”, “12 ') + '”, as the text states it.', choices: [], take: mend,
  typed: text => {
    const found = /^([\d.]+)\s*([a-z]*)/i.exec(text);
    const unit = found && (units.find(each => each.startsWith(found[2].toLowerCase())) || null);
    if (!found || !unit) return [];
    return [{ label: found[1] + ' ' + unit, value: Object.fromEntries(units.map(each => [each, each === unit ? Number(found[1]) : null])) }];
  } });

/** @param {CardRow} one @returns {Parameters<typeof openPick>[0]} */
function eventsOf(one) {
  return { label: 'The event that other reports tell, too', help: 'Candidates come with their sentences; or type an id.', take: mend,
    choices: state.pairs?.of === one.id ? state.pairs.rows.map(each => ({ label: each.title, more: each.publisher + ': “' + each.quote + '”', value: { event: each.event } })) : [],
    typed: text => (/^[a-z0-9][a-z0-9-]*$/.test(text) ? [{ label: text, more: 'as the id of the event', value: { event: text } }] : []) };
}

/** @param {string} field @returns {Parameters<typeof openPick>[0]} */
const typedOf = field => ({ label: field.replace('_', ' '), choices: [], take: mend, typed: text => [{ label: text, value: { [field]: text } }] });

/** @param {CardRow} one @param {string} field */
function pickOf(one, field) {
  if (ROLES.includes(field)) return placesOf(one, field);
  if (PEOPLE.includes(field)) return peopleOf(one, field);
  if (field === 'date') return datesOf(one);
  if (field === 'counts') return numbersOf(one);
  if (field === 'km') return measureOf(['km', 'miles']);
  if (field === 'minutes') return measureOf(['minutes', 'hours']);
  if (field === 'event') return eventsOf(one);
  if (LISTS.includes(field)) {
    return { label: field, choices: choicesOf(field, []).map(choice => ({ ...choice, label: choice.value, more: choice.label, value: { [field]: choice.value } })), take: mend };
  }
  return typedOf(field);
}

/** What the last letter opened, so that the same letter goes on to the next field. */
const last = { letter: '', field: '' };

/** Open the list of a field. @param {string} field @param {Element | null} [beside] */
export function openField(field, beside) {
  const one = openStatement();
  if (!one) return;
  const emptied = field === 'date' ? { date: null, date_text: null, date_basis: null } : { [field]: null };
  const needed = ['type', 'certainty'].includes(field);
  openPick({ ...pickOf(one, field), beside: beside || document.querySelector('[data-field="' + field + '"]'), ...(needed ? {} : { empty: () => { mend(emptied); } }) });
}

/** Open the field of a letter; where two have it, the first that is filled. @param {string} letter */
export function openLetter(letter) {
  const one = openStatement();
  if (!one) return false;
  const own = fieldsOf(one).filter(each => each.letter === letter);
  const other = LETTERS.filter(each => each[0] === letter && state.project.fields[one.kind].includes(each[1])).map(each => ({ field: each[1] }));
  const found = own.find(each => one.fields[each.field] != null) || own[0] || other[0];
  if (!found) return false;
  Object.assign(last, { letter, field: found.field });
  openField(found.field);
  return true;
}

/** Who did it and who suffered it change places. */
export function swap() {
  const one = openStatement();
  if (one?.kind === 'event') mend({ actors: one.fields.against || null, against: one.fields.actors || null });
}
