/** The sheet of paper: the map as wide as the sheet, its key, and the sources with their addresses. */

import { get, heading, make, paragraph, root, show } from '../document/dom.js';
import { dataset, tables } from '../document/opened.js';
import { readDate } from '../document/words.js';
import { map } from '../map/screen.js';
import { publisherOf } from '../model/citation.js';
import { commas } from '../model/words.js';
import { legend, legendOfTypes } from './legend.js';

const MOST_SOURCES = 40;

/** @param {SourceRow} source */
const sourceLine = source => make('li', null,
  commas(publisherOf(source), source.title, source.when && readDate(source.when), source.url));

function writeSheet() {
  const cited = tables.sources.filter(source => source.statements.length).slice(0, MOST_SOURCES);
  show('sheet-of-sources', heading(dataset.meta.title),
    paragraph(['as-of', 'status', 'time-text'].map(id => get(id).textContent).join('. ')),
    legendOfTypes(), legend(), make('ol', null, cited.map(sourceLine)));
}

/**
 * @param {string} width of the map, as CSS says it
 * @param {string} height
 * @param {import('leaflet').LatLngBounds} bounds
 */
function fitMap(width, height, bounds) {
  Object.assign(map.getContainer().style, { width, height });
  map.invalidateSize({ animate: false });
  map.fitBounds(bounds, { animate: false });
}

export function beginPrint() {
  const page = root.dataset;
  let seen = map.getBounds();
  let { theme } = page;
  get('print').addEventListener('click', () => window.print());
  window.addEventListener('beforeprint', () => {
    writeSheet();
    seen = map.getBounds();
    ({ theme } = page);
    page.theme = 'light';
    fitMap('277mm', '148mm', seen);
  });
  window.addEventListener('afterprint', () => {
    page.theme = theme;
    fitMap('', '', seen);
  });
}
