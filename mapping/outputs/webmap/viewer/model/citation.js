/** Whose words a statement holds, and how to cite them. Only a publisher's own words get quotation marks. */

import { quoteOf } from '../data/dataset.js';
import { commas } from './words.js';

/** @param {SourceRow} source */
export const publisherOf = source => source.publisher || source.title || source.id;

/** @param {SourceRow} source */
export const isVerbatim = source => source.wording === 'verbatim';

/** The words, in quotation marks where they are the publisher's own. @param {StatementRow} statement */
export const quoted = statement => (isVerbatim(statement.from) ? '“' + quoteOf(statement) + '”' : quoteOf(statement));

/**
 * One statement as a line of plain text; restated words are cited as ours, after their publisher.
 * @param {StatementRow} statement
 * @param {Say} say
 * @param {(when: When) => string} readDate
 */
export function citationOf(statement, say, readDate) {
  const source = statement.from;
  const publisher = publisherOf(source);
  const parts = [publisher, source.title && '“' + source.title + '”', source.when && readDate(source.when), source.url];
  const words = isVerbatim(source) ? quoted(statement) : say('restated.cited', { text: quoteOf(statement), publisher });
  return words + ' (' + commas(...parts) + ')';
}
