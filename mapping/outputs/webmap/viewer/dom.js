/**
 * Elements of the document. Text enters through text nodes only, so that no word of a source becomes markup.
 */
const dom = (() => {
  const SVG = 'http://www.w3.org/2000/svg';

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value == null || value === false) continue;
      if (typeof value === 'function') element.addEventListener(name, value);
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat(3).filter((child) => child != null && child !== false));
    return element;
  }

  /** Make an HTML element: attributes, listeners (functions by event name), then children or text. */
  const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

  /** The same for SVG. */
  const draw = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** A button that says what it does; `attributes.class` may make it look like a link. */
  const button = (text, act, attributes) => make('button', { type: 'button', click: act, ...attributes }, text);

  /** A link out of the page; an address that is not http(s) stays mere text. */
  function link(address, text) {
    if (!/^https?:\/\//i.test(address || '')) return make('span', null, text);
    return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
  }

  /** The beginning of a text where there is room for no more; cards show it whole. */
  const brief = (text, most = 240) => (text && text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') + '…' : text);

  /** A row of a list that acts as a whole: a sign or word before it, then lines of text. */
  const row = (act, before, ...text) => make('button', { type: 'button', class: 'row', click: act }, before,
    make('span', null, text.flat().map((each) => (typeof each === 'string' ? brief(each) : each))));
  const list = (...rows) => make('ul', { class: 'rows' }, rows.flat().filter(Boolean).map((each) => make('li', null, each)));
  const small = (text) => text && make('small', null, brief(text, 600));
  const buttons = (...children) => make('p', { class: 'buttons' }, ...children);
  const [h2, h3, p] = ['h2', 'h3', 'p'].map((name) => (...children) => make(name, null, ...children));
  const tag = (text) => make('span', { class: 'kind' }, text);
  /** Join what is known, with dots between. */
  const dotted = (...parts) => parts.flat().filter(Boolean).join(' · ');

  const get = (id) => document.getElementById(id);
  const show = (id, ...children) => get(id).replaceChildren(...children.flat(3).filter(Boolean));

  /** Burmese words carry their language, for fonts and screen readers. */
  const burmese = (text, tag = 'span') => text && make(tag, { lang: 'my' }, text);

  return { make, draw, button, link, brief, row, list, small, buttons, h2, h3, p, tag, dotted, get, show, burmese };
})();
