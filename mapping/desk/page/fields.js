/** The fields of a statement: their letters, how they are said, what each list offers, what a choice changes. */

import { decide, mend } from './deciding.js';
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
  const unknown = sentence.places.filter(place => !state.project.lists.places.some(([id]) => id === place) && !state.project.lists.routes.some(([id]) => id === place));
  const named = [...choicesOf('places', sentence.places), ...choicesOf('routes', sentence.places)];
  const here = named.filter(choice => sentence.places.includes(choice.value));
  const refs = [...here, ...unknown.map(text => ({ label: '“' + text + '”', more: 'words of the sentence', value: { text } })),
    ...named.filter(choice => !sentence.places.includes(choice.value))];
  const choices = [...refs.map(choice => ({ ...choice, value: { [field]: asHeld(one, field, choice.value) } })),
    ...(MANY.has(field) && !SINGLE[one.kind]?.has(field) ? refs.map(choice => ({ label: '+ ' + choice.label, more: 'beside the others',
      value: { [field]: [...listed(one.fields[field]), choice.value] } })) : []),
    ...ROLES.filter(role => role !== field && has.has(role) && one.fields[field] != null).map(role => ({ label: 'as ' + role, more: 'another role',
      value: { [field]: null, [role]: asHeld(one, role, one.fields[field]) } }))];
  const others = ROLES.filter(role => has.has(role)).flatMap(role => withouts(one, role));
  return { label: 'Where: ' + field, help: '“+ name” adds one, “as near” changes the role, “toward name” gives another role.', choices: [...choices, ...others], take: mend,
    typed: text => [...inRole(one, text, refs, has), ...inQuote(one, field, text)] };
}

/** Words of the quote that no list has: a place in the words of the text. @param {CardRow} one @param {string} field @param {string} text @returns {Choice[]} */
function inQuote(one, field, text) {
  const [, plus, role, words] = /** @type {RegExpExecArray} */ (/^(\+?)\s*(?:(at|near|on|from|to|toward|via) )?(.*)$/i.exec(text));
  const quote = String(one.fields.quote);
  const bare = words.replace(/[“”]/g, '');
  const at = bare.length > 2 ? quote.toLowerCase().indexOf(bare.toLowerCase()) : -1;
  if (at < 0) return [];
  const ref = { text: quote.slice(at, at + bare.length) };
  const into = role ? role.toLowerCase() : field;
  const value = { [into]: plus ? [...listed(one.fields[into]), ref] : asHeld(one, into, ref) };
  return [{ label: (plus ? '+ ' : role ? into + ' ' : '') + '“' + ref.text + '”', more: 'words of the quote', value }];
}

/** Choices that take one of several out of a field, or the only one. @param {CardRow} one @param {string} field @returns {Choice[]} */
const withouts = (one, field) => listed(one.fields[field]).map((ref, index, all) => ({ label: 'without ' + placeName(ref), more: field,
  value: { [field]: all.length > 1 ? all.filter((_, at) => at !== index) : null } }));

/** A place in the role that is typed before it: "toward Alpha". @param {CardRow} one @param {string} text @param {Choice[]} refs @param {Set<string>} has */
function inRole(one, text, refs, has) {
  const found = /^([a-z]+) (.+)$/i.exec(text);
  const role = found && ROLES.find(each => each === found[1].toLowerCase() && has.has(each));
  if (!found || !role) return [];
  const name = found[2].toLowerCase();
  return refs.filter(choice => choice.label.toLowerCase().includes(name)).map(choice => ({ label: role + ' ' + choice.label, more: choice.more, value: { [role]: asHeld(one, role, choice.value) } }));
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
  choices.push(...state.project.lists.date_basis.filter(([basis]) => one.fields.date && basis !== one.fields.date_basis).map(([basis, meaning]) => ({ label: 'as ' + basis, more: meaning, value: { date_basis: basis } })));
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
      ...named.map(choice => ({ label: '+ ' + choice.label, more: 'beside the others', value: { [field]: [...listed_, choice.value] } })),
      ...listed_.map(id => ({ label: 'without ' + nameOf('actors', id), value: { [field]: listed_.length > 1 ? listed_.filter(each => each !== id) : null } }))] };
}

/** @param {string} text @returns {any} "12 civilians killed" */
function countOf(text) {
  const found = /^(?:(at least|at most|more than|less than|fewer than)\s+)?([\d,]+)\s+(.+)$/i.exec(text.replace(/^\+\s*/, ''));
  if (!found) return null;
  const limit = found[1] ? found[1].toLowerCase().replace('fewer', 'less').replace(' ', '-') : null;
  return { what: found[3].trim(), n: Number(found[2].replace(/,/g, '')), ...(limit ? { limit } : {}) };
}

/** @param {any} count */
const countWords = count => (count.limit ? count.limit.replace('-', ' ') + ' ' : '') + count.n + ' ' + count.what;

/** @param {CardRow} one @returns {Parameters<typeof openPick>[0]} */
function numbersOf(one) {
  const have = listed(one.fields.counts);
  const offered = sentenceOf(one).counts.filter(each => !have.some(other => other.what === each.what && other.n === each.n));
  return { label: 'Numbers of people or things', help: '“12 civilians killed”, “at least 3 wounded”; “+ …” adds one.', take: mend,
    choices: [...offered.flatMap(each => [{ label: countWords(each), more: 'in the sentence', value: { counts: [each] } },
      ...(have.length ? [{ label: '+ ' + countWords(each), more: 'beside the others', value: { counts: [...have, each] } }] : [])]),
    ...have.map((each, index) => ({ label: 'without ' + each.n + ' ' + each.what, value: { counts: have.length > 1 ? have.filter((_, at) => at !== index) : null } }))],
    typed: text => {
      const count = countOf(text);
      return count ? [{ label: (text.startsWith('+') ? '+ ' : '') + countWords(count), value: { counts: text.startsWith('+') ? [...have, count] : [count] } }] : [];
    } };
}

/** A number with its unit, as it is typed. @param {string[]} units @param {string} text @returns {Choice[]} */
function measured(units, text) {
  const found = /^([\d.]+)\s*([a-z]*)/i.exec(text);
  const unit = found && units.find(each => each.startsWith(found[2].toLowerCase()));
  if (!found || !unit) return [];
  return [{ label: found[1] + ' ' + unit, value: Object.fromEntries(units.map(each => [each, each === unit ? Number(found[1]) : null])) }];
}

/** The list for a length or a time: those of the sentence first. @param {string[]} units @param {SentenceRow} sentence @param {(value: any) => void} act @returns {Parameters<typeof openPick>[0]} */
export const measureOf = (units, sentence, act) => {
  const stated = sentence.measures.filter(([, unit]) => units.includes(unit));
  return { label: 'How much', help: '“12 ' + units.join('”, “12 ') + '”, as the text states it; “+ …” beside the other unit.', take: act,
    choices: [...stated.map(([n, unit]) => ({ label: n + ' ' + unit, more: 'in the sentence', value: Object.fromEntries(units.map(each => [each, each === unit ? n : null])) })),
      ...stated.map(([n, unit]) => ({ label: '+ ' + n + ' ' + unit, more: 'beside the other unit', value: { [unit]: n } }))],
    typed: text => (text.startsWith('+') ? measured(units, text.replace(/^\+\s*/, '')).map(each => ({ label: '+ ' + each.label, value: Object.fromEntries(Object.entries(each.value).filter(([, n]) => n !== null)) })) : measured(units, text)) };
};

/** @param {CardRow} one @returns {Parameters<typeof openPick>[0]} */
function eventsOf(one) {
  const uid = state.sheet.id + '/' + one.id;
  const here = state.sheet.statements.filter(other => other.kind === 'event' && other.id !== one.id);
  const pairs = state.pairs?.of === one.id ? state.pairs.rows : [];
  return { label: 'The event that others tell, too', help: 'Candidates come with their sentences; or type an id.',
    take: value => { if (typeof value === 'string') decide('same', [one.id], { uids: [value, uid] }); else mend(value); },
    choices: [...pairs.map(each => ({ label: each.title, more: each.publisher + ': “' + each.quote + '”', value: each.uid })),
      ...here.map(other => ({ label: other.what.join(' · '), more: 'this report', value: state.sheet.id + '/' + other.id })),
      ...state.project.lists.events.map(([id, title]) => ({ label: title, more: id, value: { event: id } }))],
    typed: text => (/^[a-z0-9][a-z0-9-]*$/.test(text) ? [{ label: text, more: 'as the id of the event', value: { event: text } }] : []) };
}

/** @param {CardRow} one @param {string} field @returns {Parameters<typeof openPick>[0]} */
const typedOf = (one, field) => ({ label: field.replace('_', ' '), take: mend,
  choices: field === 'said_by' ? sentenceOf(one).tellers.map(text => ({ label: text, more: 'in the sentence', value: { said_by: text } })) : [], typed: text => [{ label: text, value: { [field]: text } }] });

/** @param {CardRow} one @param {string} field */
function pickOf(one, field) {
  if (ROLES.includes(field)) return placesOf(one, field);
  if (PEOPLE.includes(field)) return peopleOf(one, field);
  if (field === 'date') return datesOf(one);
  if (field === 'counts') return numbersOf(one);
  if (field === 'km') return measureOf(['km', 'miles'], sentenceOf(one), mend);
  if (field === 'minutes') return measureOf(['minutes', 'hours'], sentenceOf(one), mend);
  if (field === 'event') return eventsOf(one);
  if (LISTS.includes(field)) {
    return { label: field, choices: choicesOf(field, []).map(choice => ({ ...choice, label: choice.value, more: choice.label, value: { [field]: choice.value } })), take: mend };
  }
  return typedOf(one, field);
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
