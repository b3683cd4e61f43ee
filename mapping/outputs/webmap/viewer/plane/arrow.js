/** The outlines of movements: arrows that grow along their way. */

import { across, even, moved, pathOf, smooth } from './points.js';

const TAIL = 1.2; // half widths in pixels
const NECK = 4.8;
const HEAD = 10;

/**
 * An arrow from its tail to its head along a line of pixels, as path data; empty where the line is too short.
 * @param {Line} way
 */
export function taperedArrow(way) {
  const points = smooth(even(way, 6));
  if (points.length < 5) return '';
  const neck = points.length - 3;
  /** @param {number} i @param {number} half */
  const edge = (i, half) => {
    const [nx, ny] = across(points, i);
    return moved(points[i], nx * half, ny * half);
  };
  const shaft = points.slice(0, neck + 1).map((_, i) => TAIL + ((NECK - TAIL) * i) / neck);
  const left = shaft.map((half, i) => edge(i, half));
  const right = shaft.map((half, i) => edge(i, -half)).reverse();
  return pathOf([...left, edge(neck, HEAD), points[points.length - 1], edge(neck, -HEAD), ...right]) + 'Z';
}
