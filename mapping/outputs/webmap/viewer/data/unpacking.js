/** Tables as the page carries them, columns written small, turned into rows. */

/** The index of each row's word, from indexes and counts of runs. @param {number[]} runs @returns {number[]} */
const unrolled = runs => runs.flatMap((word, i) => (i % 2 ? [] : new Array(runs[i + 1]).fill(word)));

/**
 * How to read a cell: the column is a list, or words and the index of each row's word (-1 for none), singly or in runs.
 * @param {Packed} packed @returns {(index: number) => Cell}
 */
export function cellReader(packed) {
  if (Array.isArray(packed)) return index => packed[index] ?? null;
  const at = packed.at || unrolled(packed.runs || []);
  return index => packed.of[at[index]] ?? null;
}

/** What most places' ids are made of their names by; only others are written. @param {string} text */
export const slug = text => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/**
 * Turn a table of columns into rows that read their cells when asked.
 * @param {PackedTable} table
 * @returns {Row[]}
 */
export function unpackTable({ rows, ...columns }) {
  class Unpacked {
    /** @param {number} index */
    constructor(index) {
      this.index = index;
    }
  }
  for (const [column, packed] of Object.entries(columns)) {
    const read = cellReader(/** @type {Packed} */ (packed));
    Object.defineProperty(Unpacked.prototype, column, { configurable: true, get() { return read(this.index); } });
  }
  return Array.from({ length: rows }, (_, index) => new Unpacked(index));
}

/**
 * Places, whose ids are written only where their names do not give them.
 * @param {PackedTable} table
 * @returns {Row[]}
 */
export function unpackPlaces(table) {
  const rows = unpackTable(table);
  const read = cellReader(table.id || []);
  if (rows.length) Object.defineProperty(Object.getPrototypeOf(rows[0]), 'id',
    { get() { return read(this.index) ?? slug(this.name); } });
  return rows;
}
