/** Elements of the document. Text enters through text nodes only, so that no word of a source becomes markup. */

import { brief } from '../model/words.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * What a list of children comes to, without those that are nothing.
 * @param {Child} child
 * @returns {(Node | string)[]}
 */
const flatten = child => (Array.isArray(child) ? child.flatMap(flatten) : child == null || child === false ? [] : [child]);

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes | undefined} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...flatten(children));
  return element;
}

/**
 * Make an HTML element: attributes, listeners (functions by event name), then children or text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {...Child} children
 */
export const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {...Child} children
 */
export const draw = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/**
 * A little drawing that says nothing to screen readers.
 * @param {string} viewBox
 * @param {number} width
 * @param {number} height
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export const picture = (viewBox, width, height, attributes, ...children) =>
  draw('svg', { viewBox, width, height, 'aria-hidden': 'true', ...attributes }, ...children);

/**
 * A sign in a box of 26 by 26 with its origin in the middle.
 * @param {number} size pixels
 * @param {...Child} children
 */
export const signPicture = (size, ...children) => picture('-13 -13 26 26', size, size, { class: 'sign' }, ...children);

/**
 * A button that says what it does.
 * @param {Child} text
 * @param {(event: any) => void} act
 * @param {Attributes} [attributes]
 */
export const button = (text, act, attributes) => make('button', { type: 'button', click: act, ...attributes }, text);

/**
 * A link out of the page; an address that is not http(s) stays mere text.
 * @param {Str} address
 * @param {string} text
 */
export function link(address, text) {
  if (!address || !/^https?:\/\//i.test(address)) return make('span', null, text);
  return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

/** @param {...Child} children */
export const heading = (...children) => make('h2', null, ...children);

/** @param {...Child} children */
export const subheading = (...children) => make('h3', null, ...children);

/** @param {...Child} children */
export const paragraph = (...children) => make('p', null, ...children);

/** @param {Str | undefined} text */
export const small = text => (text ? make('small', null, brief(text, 600)) : null);

/** @param {...Child} children */
export const buttonLine = (...children) => make('p', { class: 'buttons' }, ...children);

/** @param {string} text */
export const kindTag = text => make('span', { class: 'kind' }, text);

/** @param {string} text */
export const chip = text => make('span', { class: 'chip' }, text);

/**
 * A row of a list that acts as a whole: a sign or word before it, then lines of text.
 * @param {() => void} act
 * @param {Child} before
 * @param {...Child} text
 */
export const row = (act, before, ...text) => make('button', { type: 'button', class: 'row', click: act }, before,
  make('span', null, flatten(text).map(each => (typeof each === 'string' ? brief(each) : each))));

/** @param {...Child} rows */
export const rowList = (...rows) => make('ul', { class: 'rows' }, flatten(rows).map(each => make('li', null, each)));

/** A table with headings. @param {string[]} headings @param {HTMLElement[]} rows */
export const table = (headings, rows) => make('table', null,
  make('thead', null, make('tr', null, headings.map(text => make('th', { scope: 'col' }, text)))), make('tbody', null, rows));

/** Burmese words carry their language, for fonts and screen readers. @param {string} text */
export const burmese = text => make('span', { lang: 'my' }, text);

export const root = document.documentElement;

/** An element of panel.html or one that was made before. @param {string} id */
export const get = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id */
export const getInput = id => /** @type {HTMLInputElement} */ (get(id));

/** @param {string} id @param {...Child} children */
export const show = (id, ...children) => get(id).replaceChildren(...flatten(children));

/** Say something to everyone, screen readers included. @param {string} text */
export const announce = text => { get('status').textContent = text; };
