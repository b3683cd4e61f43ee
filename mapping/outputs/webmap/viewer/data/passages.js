/** A source's text cut where anything begins or ends, and how it spells what it names. */

/** @typedef {StatementRow | MentionRow} Passage */

/** @param {Passage} passage @returns {passage is MentionRow} */
export const isMention = passage => passage.kind === undefined;

/**
 * Cut a text where a statement or mention begins or ends; each piece knows what covers it.
 * @param {SourceRow} source @returns {{start: number, end: number, covers: Passage[]}[]}
 */
export function piecesOf({ text, statements, mentions }) {
  /** @type {Passage[]} */
  const passages = [...statements, ...mentions];
  const cuts = new Set([0, text.length]);
  /** @type {Map<number, Passage[]>} */
  const begins = new Map();
  for (const passage of passages) {
    cuts.add(passage.start).add(passage.end);
    begins.set(passage.start, [...(begins.get(passage.start) || []), passage]);
  }
  const order = [...cuts].filter(cut => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  /** @type {Set<Passage>} */
  const open = new Set();
  return order.slice(0, -1).map((start, i) => {
    for (const passage of begins.get(start) || []) open.add(passage);
    for (const passage of open) if (passage.end <= start) open.delete(passage);
    return { start, end: order[i + 1], covers: [...open] };
  });
}

/**
 * How the sources spell a place in the words of some statements.
 * @param {StatementRow[]} statements
 * @param {string} place
 */
export function spellingsOf(statements, place) {
  const inside = statements.flatMap(statement => statement.from.mentions.filter(mention =>
    mention.place === place && mention.start >= statement.start && mention.end <= statement.end));
  return [...new Set(inside.map(mention => mention.from.text.slice(mention.start, mention.end)))];
}

/**
 * What a statement leads to: its event, or the distance, position and so on made of it.
 * @param {StatementRow} statement
 * @param {EventRow[]} events
 * @returns {Item | undefined}
 */
export const targetOf = (statement, events) => (statement.event == null ? statement.rows?.[0] : events[statement.event]);

/** On what the sources disagree about an event, each clash once. @param {EventRow} event */
export const clashesOf = event => [...new Set((event.contradiction || '').split(' | '))].filter(Boolean);
