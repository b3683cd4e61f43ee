/** The words of the interface in the language of the link (#lang=…), and dates in it. */

import { dayInWords, dayShortly, monthInWords } from '../data/dates.js';
import { sayer, termer } from '../model/words.js';
import { root } from './dom.js';
import { dataset } from './opened.js';

export const language = new URLSearchParams(location.hash.slice(1)).get('lang') === 'my' ? 'my' : 'en';
export const say = sayer(dataset.block.words, language);
export const term = termer(say);

/** @param {When | null | undefined} when */
export const readDate = when => when?.words(language) ?? say('date.none');

/** The last end of a date, shortly. @param {When | null | undefined} when */
export const readShortly = when => when?.short(language) ?? '';

/** @param {number} day */
export const readDay = day => dayInWords(day, say);

/** @param {number} day */
export const readDayShortly = day => dayShortly(day, say);

/** @param {number} day @param {boolean} [short] */
export const readMonth = (day, short) => monthInWords(day, say, short);

/** Write the words into the panel's markup: data-word names the text, data-label the accessible name. */
export function translate() {
  root.lang = language;
  /** @param {Element} element @param {string} name */
  const said = (element, name) => say(element.getAttribute(name) || '');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = said(element, 'data-word');
  for (const element of document.querySelectorAll('[data-label]')) {
    const label = said(element, 'data-label');
    element.setAttribute('aria-label', label);
    if (element.matches('button')) element.setAttribute('title', label);
  }
  for (const element of document.querySelectorAll('[data-hint]')) element.setAttribute('placeholder', said(element, 'data-hint'));
}
