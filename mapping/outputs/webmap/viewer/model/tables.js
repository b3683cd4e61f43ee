/** What is shown, as tables to take away: GeoJSON and CSV of the events, one row for each event and place. */

import { pointOf, quoteOf } from '../data/dataset.js';
import { isoOf } from '../data/days.js';

const COLUMNS = [
  'event_id', 'event', 'type', 'role', 'place', 'place_name', 'date_edtf', 'date_start', 'date_end', 'date_text', 'date_basis',
  'actors', 'against', 'counts', 'certainty', 'status', 'sources', 'publishers', 'source_urls', 'quotes', 'wording',
  'contradiction', 'uncertainty_m', 'geo_precision', 'located_by',
];

/** @typedef {Record<string, Cell>} Cells */

/** @param {number | null | undefined} day */
const isoCell = day => day == null ? null : isoOf(day);

/**
 * @param {EventRow} event
 * @param {MarkRow} mark
 * @param {import('../data/dataset.js').Dataset} dataset
 * @returns {Cells}
 */
function cellsOf(event, mark, dataset) {
  const sources = [...new Set(event.statements.map(statement => statement.from))];
  /** @param {'id' | 'publisher' | 'url' | 'wording'} name */
  const joined = name => sources.map(source => source[name] || '').join('; ');
  const known = /** @type {Cells} */ (/** @type {unknown} */ ({
    ...Object.fromEntries(COLUMNS.map(name => [name, /** @type {any} */ (event)[name] ?? /** @type {any} */ (mark)[name] ?? null])),
    date_edtf: event.when?.edtf ?? null, date_start: isoCell(event.when?.start), date_end: isoCell(event.when?.end),
    place_name: mark.place ? dataset.nameOf(mark.place) : mark.place_name ?? null,
    sources: joined('id'), publishers: joined('publisher'), source_urls: joined('url'), wording: joined('wording'),
    quotes: [...new Set(event.statements.map(quoteOf))].join(' | '),
  }));
  return known;
}

/**
 * A row for each event and place.
 * @param {EventRow[]} events
 * @param {import('../data/dataset.js').Dataset} dataset
 */
const rowsOf = (events, dataset) => events
  .flatMap(event => event.marks.map(mark => ({ point: pointOf(mark), cells: cellsOf(event, mark, dataset) })));

/** GeoJSON (RFC 7946). @param {EventRow[]} events @param {import('../data/dataset.js').Dataset} dataset */
export function geojsonOf(events, dataset) {
  const features = rowsOf(events, dataset).map(({ point, cells }) => ({
    type: 'Feature', properties: cells, geometry: point && { type: 'Point', coordinates: [point[1], point[0]] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 1) + '\n';
}

/**
 * A cell of a spreadsheet: text that would start a formula is disarmed by an apostrophe.
 * @param {Cell | undefined} value
 */
export function csvCell(value) {
  if (value == null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? "'" + value : String(value);
  return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

/**
 * CSV (RFC 4180) with a byte order mark, by which spreadsheets know its encoding.
 * @param {EventRow[]} events
 * @param {import('../data/dataset.js').Dataset} dataset
 */
export function csvOf(events, dataset) {
  const lines = rowsOf(events, dataset)
    .map(({ point, cells }) => [...COLUMNS.map(name => cells[name]), ...(point || [null, null])].map(csvCell).join(','));
  return '\ufeff' + [[...COLUMNS, 'lat', 'lon'].join(','), ...lines].join('\r\n') + '\r\n';
}
