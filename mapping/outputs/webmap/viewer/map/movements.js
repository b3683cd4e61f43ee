/** What Leaflet draws: sections of road, movements, access, the selected distance, uncertain areas, kinds without a look. */

import { pointOf } from '../data/dataset.js';
import { draw } from '../document/dom.js';
import { dataset, state, tables } from '../document/opened.js';
import { colourOfType, fillingOf } from '../document/symbols.js';
import { taperedArrow } from '../plane/arrow.js';
import { beside, even, pathOf, smooth } from '../plane/points.js';
import { pixels, setLayer } from './screen.js';

/** @type {Map<string, import('leaflet').Layer>} */
const laidLines = new Map();

/**
 * Keep a Leaflet layer for a key while it is wanted.
 * @param {string} key
 * @param {boolean} wanted
 * @param {() => import('leaflet').Layer} lay
 */
function keepLayer(key, wanted, lay) {
  const layer = laidLines.get(key) || (wanted ? lay() : null);
  if (!layer) return;
  laidLines.set(key, layer);
  setLayer(layer, wanted);
}

/** What opens the card of its row; its class gives it a look of its own, or it stays quiet. @param {AccessRow | OtherRow} row */
function layRow(row) {
  const point = pointOf(/** @type {OtherRow} */ (row));
  const look = {
    pane: 'movements', className: row.kind_of, color: dataset.block.plain, weight: 2.5, radius: 6,
    fill: Boolean(point || row.declared?.area),
  };
  return (point ? L.circleMarker(point, look) : L.polyline(dataset.lines(row), look)).on('click', event => {
    L.DomEvent.stop(event);
    state.select(row.key);
  });
}

/** Put what Leaflet draws on the map, and take off what is not chosen. */
export function showLines() {
  const { selected } = state.chosen;
  for (const row of [...tables.access, ...dataset.others]) {
    keepLayer(row.key, selected === row.key || state.shows(row), () => layRow(row));
  }
  for (const row of tables.distances) {
    keepLayer(row.key, selected === row.key, () =>
      L.polyline(dataset.lines(row), { pane: 'movements', className: 'measured', interactive: false }));
  }
  for (const row of tables.event_areas) {
    const wanted = state.isShown(row.owner) && (selected === row.owner.key || state.isOn('ground:uncertainty'));
    keepLayer('area:' + row.index, wanted, () => L.polygon(dataset.lines(row), {
      pane: 'areas', className: 'area-shape', color: colourOfType(row.type), interactive: false,
    }));
  }
}

/** @param {string[]} shapes */
const shownShapes = (...shapes) => tables.event_lines.filter(row => shapes.includes(row.shape || '') && state.isShown(row.owner));

/** @param {ShapeRow} row @param {string} name */
const classesOf = ({ owner }, name) => [
  name, name + '-' + fillingOf(owner),
  name !== 'arrow' && owner.key === state.chosen.selected ? name + '-chosen' : state.isRecent(owner) ? '' : name + '-old',
].join(' ');

/**
 * Draw sections of road beside the road, those of one stretch side by side; a ladder where some point on it is meant.
 * @param {Element} svg
 */
export function drawSections(svg) {
  /** @type {Map<Num, number>} */
  const drawn = new Map();
  for (const row of shownShapes('section', 'along')) {
    const number = drawn.get(row.drawn) || 0;
    drawn.set(row.drawn, number + 1);
    const offset = (number % 2 ? -1 : 1) * (6 + 5.5 * Math.floor(number / 2));
    const points = smooth(even(pixels(dataset.lines(row)[0]), 6));
    svg.append(draw('path', {
      d: pathOf(beside(points, offset)), stroke: colourOfType(row.type), class: classesOf(row, row.shape || ''),
      click: () => state.select(row.owner.key),
    }));
  }
}

/**
 * Draw movements as arrows along their line; planned ones are an empty outline, and go when their day is long past.
 * @param {Element} svg
 */
export function drawArrows(svg) {
  for (const row of shownShapes('arrow')) {
    const outline = taperedArrow(pixels(dataset.lines(row)[0]));
    const happened = dataset.happened(row.certainty);
    const paint = happened ? 'fill' : 'stroke';
    if (!outline || !(happened || state.isRecent(row.owner) || row.owner.key === state.chosen.selected)) continue;
    svg.append(draw('path', {
      d: outline, class: classesOf(row, 'arrow'), [paint]: colourOfType(row.type), click: () => state.select(row.owner.key),
    }));
  }
}
