/** What is shown, saved as a file. */

import { make } from '../document/dom.js';
import { dataset, state } from '../document/opened.js';
import { csvOf, geojsonOf } from '../model/tables.js';

/** @param {string} name @param {string} type @param {string} text */
function saveFile(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = make('a', { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export const saveGeojson = () => saveFile('events.geojson', 'application/geo+json', geojsonOf(state.inOrder(), dataset));

export const saveCsv = () => saveFile('events.csv', 'text/csv;charset=utf-8', csvOf(state.inOrder(), dataset));
