/** What the reader chooses, and which events that leaves to be shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, endOf, isoOf, startOf } from '../../mapping/outputs/webmap/viewer/data/days.js';
import { Channel } from '../../mapping/outputs/webmap/viewer/model/channel.js';
import { RECENT_DAYS, State } from '../../mapping/outputs/webmap/viewer/model/state.js';
import { dated, front, ids, opened, shownIds } from './front.mjs';

const EVENTS = 18;
const span = (start, end) => (start == null ? { when: null } : dated([start, end]));
const without = (...left) => ids(front().tables.events).filter(id => !left.includes(id));

test('listeners hear their topic only, in the order in which they began', () => {
  const channel = new Channel();
  const heard = [];
  channel.on('tab', name => heard.push('first ' + name));
  channel.on('shown', () => heard.push('shown'));
  channel.on('tab', name => heard.push('second ' + name));
  channel.tell('tab', 'layers');
  channel.tell('frame');
  assert.deepEqual(heard, ['first layers', 'second layers']);
});

test('at first everything is shown but what was withdrawn', () => {
  const { state } = opened();
  assert.equal(state.count(), EVENTS);
  assert.equal(state.inOrder().length, EVENTS);
  Object.defineProperty(state.events[0], 'status', { value: 'retracted' });
  state.refresh();
  assert.equal(state.count(), EVENTS - 1);
  assert.ok(!state.isShown(state.events[0]));
});

test('the range goes from the first day of all that is dated to the last', () => {
  const { state } = opened();
  assert.deepEqual([state.first, state.last].map(isoOf), ['2024-07-24', '2025-08-31']);
  assert.deepEqual([state.chosen.from, state.chosen.to], [state.first, state.last]);
  const empty = opened(block => Object.assign(block.meta, { first: null, last: null }));
  assert.deepEqual([empty.state.first, empty.state.last].map(isoOf), ['2025-08-10', '2025-08-10']);
  const nothing = opened(block => Object.assign(block.meta, { first: null, last: null, asOf: null }));
  assert.deepEqual([nothing.state.first, nothing.state.last], [0, 0]);
});

test('events come in the order of their days, undated ones last', () => {
  const { state } = opened();
  const days = state.ordered.map(startOf);
  const known = days.filter(day => day != null);
  assert.deepEqual(known, known.slice().sort((a, b) => a - b));
  assert.ok(days.slice(known.length).every(day => day == null));
  assert.equal(state.ordered[0].event_id, 'beta-captured');
  for (let i = 1; i < EVENTS; i += 1) {
    const [a, b] = [state.ordered[i - 1], state.ordered[i]];
    if (startOf(a) != null && startOf(a) === startOf(b)) assert.ok(endOf(a) < endOf(b) || (endOf(a) === endOf(b) && a.index < b.index));
    if (days[i] == null && days[i - 1] == null) assert.ok(a.index < b.index);
  }
});

test('of events that begin on one day the shorter comes first, then the one written first', () => {
  const events = [span(5, 9), span(5, 7), span(4, 4), span(5, 7), span(null, null)].map((event, index) => ({ ...event, index }));
  const state = new State({ tables: { events, access: [] }, meta: {} }, new Channel());
  assert.deepEqual(state.ordered.map(({ index }) => index), [2, 1, 3, 0, 4]);
});

test('time keeps what overlaps with it, both ends included', () => {
  const { state } = opened();
  const at = (from, to) => {
    state.change({ from: dayOf(from), to: dayOf(to), undated: false });
    return shownIds(state);
  };
  assert.deepEqual(at('2024-07-24', '2024-07-24'), ['beta-captured']);
  assert.deepEqual(at('2024-07-25', '2025-03-31'), []);
  assert.deepEqual(at('2025-04-30', '2025-04-30'), ['kappa-talks']);
  assert.deepEqual(at('2025-08-31', '2025-08-31'), ['talks-august']);
  assert.deepEqual(at('2025-05-01', '2025-06-30'), []);
});

test('undated events are shown when wanted, whatever the time', () => {
  const { state } = opened();
  state.change({ to: state.first });
  const undated = ids(state.events.filter(event => event.when == null));
  assert.deepEqual(shownIds(state), [...undated, 'beta-captured'].sort());
  state.change({ undated: false });
  assert.deepEqual(shownIds(state), ['beta-captured']);
});

test('an event of two possible days is shown at either and not between', () => {
  const { state } = opened();
  const event = state.events.find(one => one.event_id === 'beta-captured');
  Object.assign(event, dated([dayOf('2024-07-24'), dayOf('2024-07-24')], [dayOf('2025-07-23'), dayOf('2025-07-23')]));
  const inTime = (from, to) => {
    state.change({ from: dayOf(from), to: dayOf(to) });
    return state.isShown(event);
  };
  assert.deepEqual([inTime('2024-07-24', '2024-08-01'), inTime('2024-07-25', '2025-07-22'), inTime('2025-07-23', '2025-07-23')], [true, false, true]);
});

test('a party is found by its id and by its name, on either side', () => {
  const { state } = opened();
  state.change({ actor: 'southern-front' });
  const south = shownIds(state);
  assert.ok(south.includes('beta-captured') && south.includes('battle-delta') && !south.includes('kappa-talks'));
  const [event] = state.events.filter(one => one.event_id === 'kappa-talks');
  Object.defineProperty(event, 'against', { value: 'Nobody; Southern front', configurable: true });
  state.refresh();
  assert.ok(state.isShown(event));
  Object.defineProperty(event, 'against', { value: 'Southern frontier' });
  state.refresh();
  assert.ok(!state.isShown(event));
});

test('each filter narrows, and together they narrow more', () => {
  const { state } = opened();
  state.change({ source: '2025-08-09-wire-drones' });
  const drones = shownIds(state);
  assert.equal(drones.length, 3);
  state.change({ place: 'iota' });
  assert.deepEqual(shownIds(state), ['drones-iota']);
  state.change({ source: '' });
  assert.deepEqual(shownIds(state), ['drones-iota']);
  state.change({ place: '', certainties: new Set(['draft']) });
  assert.deepEqual(shownIds(state), without(...drones));
  state.change({ certainties: new Set(['planned', 'claimed']) });
  assert.deepEqual(shownIds(state), without('threat-beta', 'column-gamma', 'talks-august', 'hotel-bombed', 'township-clashes'));
});

test('switches turn single things, all, and only some', () => {
  const { state } = opened();
  state.turn(['event:beta-captured'], false);
  assert.deepEqual(shownIds(state), without('beta-captured'));
  assert.ok(!state.isOn('event:beta-captured') && state.isOn('event:offensive'));
  state.turn(['event:beta-captured'], true);
  assert.equal(state.count(), EVENTS);
  state.only([state.events[2], state.events[5]]);
  assert.deepEqual(shownIds(state), ids([state.events[2], state.events[5]]));
  assert.ok(!state.isOn('ground:uncertainty'), 'what is quiet stays quiet');
  state.turn(['ground:uncertainty'], true);
  state.reset();
  assert.equal(state.count(), EVENTS);
  assert.ok(!state.isOn('ground:uncertainty') && !state.isOn(state.dataset.tables.access[0].key));
});

test('a selection tells of itself alone and carries its aim for that moment', () => {
  const { state, channel } = opened();
  const heard = [];
  channel.on('shown', () => heard.push('shown'));
  channel.on('selected', () => heard.push([state.selected()?.key, state.chosen.aim]));
  const aim = state.dataset.tables.statements[0];
  state.select('place:beta', aim);
  state.select('');
  state.select(undefined);
  assert.deepEqual(heard, [['place:beta', aim], [undefined, null], [undefined, null]]);
  assert.equal(state.chosen.aim, null);
  assert.equal(state.chosen.selected, '');
});

test('recent is what ended within so many days of the end of the time, or of the last that a text can know', () => {
  const { state } = opened();
  const ending = end => state.isRecent(end == null ? { when: null } : dated([end - 400, end]));
  const known = dayOf('2025-08-10');
  assert.equal(state.known, known);
  assert.ok(ending(known - RECENT_DAYS) && ending(known + 9) && !ending(known - RECENT_DAYS - 1) && !ending(null));
  state.change({ to: known - 100 });
  assert.ok(ending(known - 100 - RECENT_DAYS) && !ending(known - 101 - RECENT_DAYS));
  const unknown = opened(block => { block.meta.asOf = null; }).state;
  assert.equal(unknown.known, unknown.last);
});

test('a position is drawn from the day on which it is reported', () => {
  const { state, tables } = opened();
  const [row] = tables.positions;
  const day = dayOf('2025-08-07');
  const at = to => {
    state.change({ to });
    return state.showsPosition(row);
  };
  assert.deepEqual([at(day - 1), at(day), at(day + 1)], [false, true, true]);
  state.turn([row.key], false);
  assert.ok(!state.showsPosition(row));
  state.turn([row.key], true);
  assert.ok(state.showsPosition({ key: 'x', when: null, status: 'reviewed' }));
  assert.ok(!state.showsPosition({ key: 'x', when: null, status: 'retracted' }));
});
