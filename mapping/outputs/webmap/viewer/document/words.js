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
  /** @param {string} name @param {(element: Element, words: string) => void} write */
  const each = (name, write) => document.querySelectorAll(`[${name}]`)
    .forEach(element => write(element, say(element.getAttribute(name) || '')));
  each('data-word', (element, words) => { element.textContent = words; });
  each('data-label', (element, words) => {
    element.setAttribute('aria-label', words);
    if (element.matches('button')) element.setAttribute('title', words);
  });
  each('data-hint', (element, words) => element.setAttribute('placeholder', words));
}
