/** The dataset of the page: its tables as rows, how they lead to each other, and the lines that they are drawn by. */

import { openDates } from './dates.js';
import { keyRows, linkRows } from './linking.js';
import { chainPieces, vertices } from './shapes.js';
import { unpackPlaces, unpackTable } from './unpacking.js';

/** @type {Map<string, string[]>} */
const splitWords = new Map();

/** The words of a "; "-joined cell. @param {Str | undefined} joined @returns {string[]} */
export function split(joined) {
  const text = joined || '';
  let parts = splitWords.get(text);
  if (!parts) {
    parts = text ? text.split('; ') : [];
    splitWords.set(text, parts);
  }
  return parts;
}

/** Where a row lies, [lat, lon] in degrees. @param {Placed | undefined} row @returns {Point | null} */
export const pointOf = row => (row?.lat == null || row.lon == null ? null : [row.lat, row.lon]);

/** The words a statement rests on. @param {StatementRow} statement */
export const quoteOf = statement => statement.from.text.slice(statement.start, statement.end);

export class Dataset {
  /** @param {Block} block */
  constructor(block) {
    this.block = block;
    this.meta = block.meta;
    this.tables = /** @type {Tables} */ (/** @type {unknown} */ (Object.fromEntries(Object.entries(block.tables)
      .map(([name, table]) => [name, (name === 'places' ? unpackPlaces : unpackTable)(table)]))));
    this.byKey = keyRows(this.tables, block.kinds);
    /** Things of kinds that are known by their declaration alone. */
    this.others = [...this.byKey.values()].filter(row => row.kind_of === 'other');
    for (const row of this.others) {
      const { label } = row.declared;
      row.titled = row[label] || this.nameOf(row[label.replace(/_name$/, '')]) || row.id;
    }
    linkRows(this.tables, this.others, openDates(block.dates));
    this.actors = new Map(this.tables.actors.flatMap(actor => [[actor.id, actor], [actor.name, actor]]));
    /** @type {Line[][]} */
    this.decoded = [];
  }

  /**
   * @template {Item['kind_of']} K
   * @param {K} kind @param {Str | undefined} id
   * @returns {Extract<Item, {kind_of: K}> | undefined}
   */
  find(kind, id) {
    return /** @type {Extract<Item, {kind_of: K}> | undefined} */ (this.byKey.get(kind + ':' + id));
  }

  /** A place or road. @param {Str | undefined} id */
  spot(id) {
    return this.find('place', id) || this.find('route', id);
  }

  /** @param {Str | undefined} id */
  nameOf(id) {
    return this.spot(id)?.name ?? id ?? '';
  }

  /**
   * The name at an end of a row: of its place or road, or the words of the text.
   * @param {{[end: string]: any}} row
   * @param {'from' | 'to' | 'route'} end
   * @returns {string}
   */
  nameAt(row, end) {
    return row[end + '_name'] || this.nameOf(row[end]);
  }

  /** A party by its id or its name. @param {string} word @returns {ActorRow} */
  actor(word) {
    return this.actors.get(word) || { id: word, name: word };
  }

  /** Names of parties from "; "-joined ids or names. @param {Str} joined */
  actorNames(joined) {
    return split(joined).map(word => this.actor(word).name).join(', ');
  }

  /** Whether what is so certain has happened. @param {string | undefined} certainty */
  happened(certainty) {
    return this.block.happened.includes(certainty || '');
  }

  /** How far the sign of what is so certain is filled. @param {string} certainty */
  filling(certainty) {
    return this.block.fills[certainty] || 'hollow';
  }

  /**
   * The lines of a row, each a list of [lat, lon]; none where it has none.
   * @param {Drawn | RouteRow | undefined} row
   */
  lines(row) {
    if (!row) return [];
    if ('kind_of' in row && row.kind_of === 'route') return (row.chain ||= this.chain(row));
    const { drawn } = /** @type {Drawn} */ (row);
    return drawn == null ? [] : (this.decoded[drawn] ||= this.block.shapes[drawn].map(vertices));
  }

  /** @param {RouteRow} route @returns {Line[]} */
  chain(route) {
    const stretches = this.tables.stretches.filter(stretch => stretch.usedBy.includes(route));
    return chainPieces(stretches.map(stretch => this.lines(stretch)[0]), pointOf(this.find('place', route.from)));
  }
}
