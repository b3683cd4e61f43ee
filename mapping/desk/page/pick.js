/** A list to choose from: typing narrows it, Enter takes the first, Backspace in the empty box empties the field. */

import { get, getInput, make, show } from '../../outputs/webmap/viewer/document/dom.js';

const MOST = 60; // rows shown

/** @type {{ choices: Choice[], typed: ((text: string) => Promise<Choice[]> | Choice[]) | null, take: (value: any) => void, empty: (() => void) | null, shown: Choice[], at: number, back: HTMLElement | null, turn: number }} */
const picker = { choices: [], typed: null, take: () => {}, empty: null, shown: [], at: 0, back: null, turn: 0 };

/** Letters without case and accents. @param {string} text */
const plain = text => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** How well a choice answers what was typed: 0 where it does not. @param {Choice} choice @param {string} text */
function fit(choice, text) {
  if (!text) return 1;
  const label = plain(choice.label);
  if (label.startsWith(text)) return 3;
  if (label.includes(' ' + text)) return 2;
  return label.includes(text) || plain(choice.more || '').includes(text) ? 1 : 0;
}

function drawList() {
  show('picklist', picker.shown.map((choice, index) => make('li', { id: 'pick-' + index, role: 'option', 'aria-selected': String(index === picker.at), 'data-value': typeof choice.value === 'string' ? choice.value : null,
    click: () => choose(choice) }, choice.label, choice.more ? make('small', null, ' ' + choice.more) : null)));
  getInput('pickinput').setAttribute('aria-activedescendant', picker.shown.length ? 'pick-' + picker.at : '');
  get('picklist').querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
}

/** Show what answers the box. */
async function narrow() {
  const text = getInput('pickinput').value.trim();
  picker.turn += 1;
  const { turn } = picker;
  const given = picker.choices.map(choice => ({ choice, fit: fit(choice, plain(text)) })).filter(each => each.fit)
    .sort((a, b) => b.fit - a.fit).map(each => each.choice);
  const made = text && picker.typed ? await picker.typed(text) : [];
  if (turn !== picker.turn) return;
  picker.shown = [...given.filter(choice => !made.some(other => other.label === choice.label)), ...made].slice(0, MOST);
  picker.at = 0;
  drawList();
}

/** Close the list. */
export function closePick() {
  get('pick').hidden = true;
  picker.turn += 1;
  picker.back?.focus();
}

/** @param {Choice | undefined} choice */
function choose(choice) {
  if (!choice) return;
  const { take } = picker;
  closePick();
  take(choice.value);
}

/** @param {KeyboardEvent} event */
async function onPickKey(event) {
  event.stopPropagation();
  if (event.key === 'Escape') closePick();
  else if (event.key === 'Enter') {
    event.preventDefault();
    await narrowOnce();
    choose(picker.shown[picker.at]);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    picker.at = Math.min(Math.max(picker.at + (event.key === 'ArrowDown' ? 1 : -1), 0), picker.shown.length - 1);
    drawList();
  } else if (event.key === 'Backspace' && !getInput('pickinput').value && picker.empty) {
    const { empty } = picker;
    closePick();
    empty();
  } else if (event.key === 'Tab') closePick();
}

/** What was typed last is answered before it is taken. */
async function narrowOnce() {
  const { at } = picker;
  if (at === 0 && getInput('pickinput').value.trim() && picker.typed) await narrow();
}

/**
 * Open the list beside a field.
 * @param {{ label: string, help?: string, choices: Choice[], typed?: (text: string) => Promise<Choice[]> | Choice[], take: (value: any) => void, empty?: () => void, beside?: Element | null }} what
 */
export function openPick(what) {
  Object.assign(picker, { choices: what.choices, typed: what.typed || null, take: what.take, empty: what.empty || null,
    back: document.activeElement });
  show('picklabel', what.label);
  show('pickhelp', what.help || '', what.empty ? ' Backspace in the empty box empties the field.' : '');
  const box = get('pick');
  box.hidden = false;
  const place = what.beside?.getBoundingClientRect();
  const left = Math.min(place ? place.left : 200, window.innerWidth - 410);
  const top = Math.min(place ? place.bottom + 2 : 120, window.innerHeight - 400);
  box.style.left = Math.max(left, 8) + 'px';
  box.style.top = Math.max(top, 8) + 'px';
  const input = getInput('pickinput');
  input.value = '';
  input.focus();
  narrow();
}

export const picking = () => !get('pick').hidden;

/** Begin to listen to the box. */
export function startPick() {
  getInput('pickinput').addEventListener('input', () => { narrow(); });
  getInput('pickinput').addEventListener('keydown', event => { onPickKey(event); });
}
