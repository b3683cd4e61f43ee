/** Dates from EDTF (ISO 8601-2): the days they mean, and how readers write them. */

import { DAY_MS, dayOf, isoOf } from './days.js';

const COARSE = /^(\.\.)?\/\d{4}[~?%]?$/; // "up to some year" says too little to stand anywhere in time

/** First and last day of a plain date: a day, a month or a year. @param {string} text @returns {Span} */
function plainSpan(text) {
  const [year, month, date] = text.split('-').map(Number);
  const first = Date.UTC(year, (month || 1) - 1, date || 1);
  const last = date ? first : Date.UTC(month ? year : year + 1, month || 0, 0);
  return [Math.round(first / DAY_MS), Math.round(last / DAY_MS)];
}

/** The spans of a set such as [2024-07-24,2025-07-23], one for each member. @param {Str} edtf */
function setOf(edtf) {
  const set = /^[[{]([\d,\s-]+)[\]}]$/.exec(edtf || '');
  return set && set[1].split(',').map(member => plainSpan(member.trim()));
}

/** Write the days that a row means into it. @param {Dated} row */
export function dateRow(row) {
  row.start = dayOf(row.date_start);
  row.end = COARSE.test(row.date_edtf || '') ? null : dayOf(row.date_end);
  row.set = setOf(row.date_edtf);
}

/**
 * A plain date: a day, a month or a year; anything else stays as it is.
 * @param {string} edtf @param {string[]} months
 */
function plainDate(edtf, months) {
  const [, year, month, date] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) || [];
  if (!year || (month && !months[Number(month) - 1])) return edtf;
  return [date && Number(date), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** @param {string} edtf @param {Say} say @param {string[]} months */
function singleDate(edtf, say, months) {
  const date = plainDate(edtf.replace(/[~?%]/g, ''), months);
  if (/[~%]/.test(edtf)) return say('date.about', { date });
  return edtf.includes('?') ? say('date.perhaps', { date }) : date;
}

/** Say an EDTF date in words. @param {Str | undefined} edtf @param {Say} say */
export function dateInWords(edtf, say) {
  if (!edtf) return say('date.none');
  const months = say('months').split(' ');
  /** @param {string} part */
  const one = part => singleDate(part, say, months);
  const set = /^([[{])(.*)[\]}]$/.exec(edtf);
  if (set) {
    const [first, last] = set[2].split('..');
    if (last) return say('date.between', { from: one(first), to: one(last) });
    return set[2].split(',').map(member => one(member.trim())).join(' ' + say(set[1] === '[' ? 'date.or' : 'date.and') + ' ');
  }
  const [from, to] = edtf.split('/');
  if (to === undefined) return one(edtf);
  if (from === '..' || from === '') return say('date.until', { date: one(to) });
  if (to === '..' || to === '') return say('date.since', { date: one(from) });
  return say('date.range', { from: one(from), to: one(to) });
}

/** The last day of an EDTF date, shortly: "7 Aug 2025". @param {string} edtf @param {Say} say */
export const shortDate = (edtf, say) =>
  plainDate((edtf.split('/').pop() || '').replace(/[~?%]/g, ''), say('months.short').split(' '));

/** @param {number} day @param {Say} say */
export const dayInWords = (day, say) => plainDate(isoOf(day), say('months').split(' '));

/** @param {number} day @param {Say} say */
export const monthInWords = (day, say) => plainDate(isoOf(day).slice(0, 7), say('months').split(' '));
