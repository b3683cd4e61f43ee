/** The words of the interface in the language of the link (#lang=…), and dates in it. */

import { dateInWords, dayInWords, monthInWords, shortDate } from '../data/dates.js';
import { isoOf } from '../data/days.js';
import { sayer, termer } from '../model/words.js';
import { root } from './dom.js';
import { dataset } from './opened.js';

export const language = new URLSearchParams(location.hash.slice(1)).get('lang') === 'my' ? 'my' : 'en';
export const say = sayer(dataset.block.words, language);
export const term = termer(say);

/** @param {Str | undefined} edtf */
export const readDate = edtf => dateInWords(edtf, say);

/** @param {string} edtf */
export const readShortly = edtf => shortDate(edtf, say);

/** @param {number} day */
export const readDay = day => dayInWords(day, say);

/** @param {number} day */
export const readDayShortly = day => shortDate(isoOf(day), say);

/** @param {number} day */
export const readMonth = day => monthInWords(day, say);

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
