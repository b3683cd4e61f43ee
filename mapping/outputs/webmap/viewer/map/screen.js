/** Leaflet's map and the pixels of the screen: points are [x, y] from the map's upper left corner. */

import { Space } from '../plane/space.js';

export const map = /** @type {import('leaflet').Map} */ (/** @type {any} */ (window)[FOLIUM.map]);
export const calm = matchMedia('(prefers-reduced-motion: reduce)');
export const space = new Space();

/** A pane of folium's map. @param {string} name */
export const paneOf = name => /** @type {HTMLElement} */ (map.getPane(name));

/** @type {{zoom: number | null}} */
const firstView = { zoom: null };

/** Remember the zoom at which the reader first sees the map: how much is written depends on it. */
export const rememberView = () => { firstView.zoom = map.getZoom(); };

/** Zoom levels since the first view. */
export const closer = () => map.getZoom() - (firstView.zoom ?? map.getZoom());

/** The pixel of a point. @param {Point} point [lat, lon] @returns {Point} */
export function pixel(point) {
  const { x, y } = map.latLngToContainerPoint(point);
  return [x, y];
}

/** @param {Line | undefined} line of [lat, lon] @returns {Line} */
export const pixels = line => (line || []).map(pixel);

/** The view as a link says it. @returns {import('../model/permalink.js').View} */
export function viewNow() {
  const { lat, lng } = map.getCenter();
  return { zoom: map.getZoom(), lat, lon: lng };
}

/** @param {import('../model/permalink.js').View} view */
export const setView = ({ zoom, lat, lon }) => map.setView([lat, lon], zoom, { animate: false });

/**
 * Bring [lat, lon] points into view, quickly and not at all where motion is unwelcome.
 * @param {Line} points
 */
export function visit(points) {
  if (!points.length) return;
  const move = { animate: !calm.matches, duration: 0.2 };
  if (points.length === 1) map.setView(points[0], Math.max(map.getZoom(), 10.5), move);
  else map.fitBounds(points, { padding: [60, 60], maxZoom: 11, ...move });
}

/**
 * Put a layer of Leaflet on the map or take it off.
 * @param {import('leaflet').Layer} layer
 * @param {boolean} on
 */
export function setLayer(layer, on) {
  if (on !== map.hasLayer(layer)) map[on ? 'addLayer' : 'removeLayer'](layer);
}

/**
 * Put an element where its upper left corner is a pixel of the screen.
 * @param {Element} element
 * @param {Point} at
 */
export const setPosition = (element, at) =>
  L.DomUtil.setPosition(/** @type {HTMLElement} */ (element), map.containerPointToLayerPoint(at).round());

/**
 * The lines of folium's part of the page, by the row of their table.
 * @param {'rivers' | 'boundaries'} name
 * @param {Row} row
 * @returns {Line}
 */
export function contextLine(name, { index }) {
  const layer = /** @type {any} */ (window)[FOLIUM[name] || ''];
  return layer ? layer.getLatLngs()[index].map((/** @type {{lat: number, lng: number}} */ point) => [point.lat, point.lng]) : [];
}
