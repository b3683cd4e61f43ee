/** Lists beside the map: events by months, what is not located, texts not yet read, all sources. */

import { eventRow } from '../cards/parts.js';
import { spansOf } from '../data/days.js';
import { button, buttonLine, get, heading, kindTag, paragraph, row, rowList, show, small, subheading } from '../document/dom.js';
import { channel, dataset, state, tables } from '../document/opened.js';
import { signOf } from '../document/symbols.js';
import { readDate, readMonth, say } from '../document/words.js';
import { newsFirst, underHeadings } from '../model/order.js';
import { dotted } from '../model/words.js';
import { openChronology } from './chronology.js';
import { saveCsv, saveGeojson } from './downloads.js';

const EVENTS_AT_ONCE = 60;
const SOURCES_AT_ONCE = 200;
const listed = { limit: EVENTS_AT_ONCE };

/** The month of an event, or its date where that is longer than a month. @param {EventRow} event */
function monthHeading(event) {
  const [first, last] = spansOf(event)[0] || [];
  return first == null ? say('undated') : last - first > 31 ? readDate(event.when) : readMonth(first);
}

function listEvents() {
  if (get('room-events').hidden) return;
  const events = newsFirst(state.inOrder());
  const groups = underHeadings(events.slice(0, listed.limit), monthHeading);
  const more = () => {
    listed.limit += EVENTS_AT_ONCE;
    listEvents();
  };
  show('event-list', groups.map(group => [subheading(group.title), rowList(group.events.map(eventRow))]),
    events.length > listed.limit && button(say('more', { n: events.length - listed.limit }), more),
    !events.length && paragraph(say('nothing.shown')),
    buttonLine(button(say('chronology.open'), openChronology), button(say('download.geojson'), saveGeojson),
      button(say('download.csv'), saveCsv)));
}

/** What has no mark, with the reason. @param {MissingRow} missing */
function missingRow(missing) {
  const event = dataset.find('event', missing.event_id);
  const target = event || dataset.find('place', missing.id);
  return row(() => target && state.select(target.key), event ? signOf(event, 22) : kindTag(say('kind.place')),
    missing.name || missing.id, small(event?.event), small(missing.reason));
}

/** @param {SourceRow} source */
const sourceRow = source => row(() => state.select(source.key), kindTag(say('kind.source')), source.title || source.id,
  small(dotted(source.publisher, readDate(source.when), say('statements', { n: source.statements.length }),
    say('mentions', { n: source.mentions.length }))));

function listUnlocated() {
  const told = new Set(tables.not_located.map(missing => missing.event_id));
  const bare = tables.events.filter(event => !told.has(event.event_id) && !event.shapes.length
    && event.marks.every(({ lat }) => lat == null));
  const unread = tables.sources.filter(({ read }) => !read);
  show('room-off', heading(say('off.title')), paragraph(say('off.text')),
    rowList(tables.not_located.map(missingRow), bare.map(eventRow)),
    unread.length > 0 && [heading(say('unread.title')), paragraph(say('unread.text')), rowList(unread.map(sourceRow))]);
}

function listSources() {
  const rest = tables.sources.length - SOURCES_AT_ONCE;
  show('room-sources', heading(say('sources')), paragraph(say('sources.text')),
    rowList(tables.sources.slice(0, SOURCES_AT_ONCE).map(sourceRow)),
    rest > 0 && paragraph(say('more', { n: rest })));
}

export function beginLists() {
  listUnlocated();
  listSources();
  channel.on('tab', listEvents);
  channel.on('shown', () => {
    listed.limit = EVENTS_AT_ONCE;
    listEvents();
  });
}
