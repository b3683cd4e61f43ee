/** What the page says of itself: its head, and the tab about the map. */

import { get, heading, make, paragraph, show, small } from '../document/dom.js';
import { dataset, tables } from '../document/opened.js';
import { language, readDay, say } from '../document/words.js';
import { dotted } from '../model/words.js';

function writeHead() {
  const { title, subtitle, asOf } = dataset.meta;
  document.title = title;
  get('title').textContent = title;
  get('subtitle').append(subtitle, language === 'en' ? '' : make('small', { lang: 'en' }, ' ' + say('language.note')));
  get('as-of').textContent = dotted(asOf != null && say('as.of', { date: readDay(asOf) }), say('sources.n', { n: tables.sources.length }),
    say('events', { n: tables.events.length }));
}

export function beginAbout() {
  writeHead();
  const told = [...tables.places.map(place => place.location_credit), ...tables.stretches.map(stretch => stretch.credit)];
  const credits = [...new Set(told.flatMap(text => (text || '').split(/; ?/)))].filter(Boolean).sort();
  show('room-about', heading(say('about')),
    ['about.1', 'about.2', 'about.3', 'about.4'].map(name => paragraph(say(name))), make('div', { id: 'tiles' }),
    heading(say('about.keys')), paragraph(say('about.keys.text')),
    heading(say('credits')), make('ul', null, credits.map(text => make('li', null, text))),
    paragraph(small(say('version', { version: dataset.meta.version }))));
}
