/** What the reader has chosen: time, filters, switches, selection; and which events that leaves to be shown. */

import { split } from '../data/dataset.js';
import { endOf, spansOf, startOf } from '../data/days.js';

export const RECENT_DAYS = 60; // what lies further back is drawn smaller

/** The name under which the filter of certainties knows an event. @param {EventRow} event */
export const certaintyOf = event => (event.status === 'draft' ? 'draft' : event.certainty);

/** @param {EventRow} event */
const lateOrNever = event => startOf(event) ?? Infinity;

export class State {
  /** @param {import('../data/dataset.js').Dataset} dataset @param {import('./channel.js').Channel} channel */
  constructor(dataset, channel) {
    this.dataset = dataset;
    this.channel = channel;
    this.events = dataset.tables.events;
    /** What is switched off until somebody asks for it. */
    this.quiet = [...dataset.tables.access.map(row => row.key), 'ground:uncertainty'];
    this.first = dataset.meta.first ?? dataset.meta.asOf ?? 0;
    this.last = dataset.meta.last ?? this.first;
    /** @type {Chosen} */
    this.chosen = {
      from: this.first, to: this.last, undated: true, actor: '', source: '', place: '',
      certainties: new Set(), off: new Set(this.quiet), selected: '', aim: null,
    };
    this.shown = new Uint8Array(this.events.length);
    /** All events as they happened; those without a date come last. */
    this.ordered = this.events.slice().sort((a, b) => {
      const [early, late] = [lateOrNever(a), lateOrNever(b)];
      return early === late ? (endOf(a) ?? 0) - (endOf(b) ?? 0) || a.index - b.index : early - late;
    });
  }

  /** @param {string} key */
  isOn(key) {
    return !this.chosen.off.has(key);
  }

  /** Whether something is switched on, and nobody took it back. @param {{key: string, status: string}} row */
  stands = ({ key, status }) => this.isOn(key) && status !== 'retracted';

  /** @param {EventRow} event */
  isShown = event => this.shown[event.index] === 1;

  /** Shown events in the order in which they happened. */
  inOrder() {
    return this.ordered.filter(this.isShown);
  }

  count() {
    return this.shown.reduce((sum, one) => sum + one, 0);
  }

  /** What is selected. */
  selected() {
    return this.dataset.byKey.get(this.chosen.selected);
  }

  /** The last day of the chosen time that a text can tell of: none tells of days after it is published. */
  get known() {
    return Math.min(this.chosen.to, this.dataset.meta.asOf ?? Infinity);
  }

  /** Whether an event is recent at the end of the chosen time. @param {EventRow} event */
  isRecent(event) {
    const end = endOf(event);
    return end != null && end >= this.known - RECENT_DAYS;
  }

  /** @param {Dated} row */
  inTime(row) {
    const { from, to, undated } = this.chosen;
    const spans = spansOf(row);
    return spans.length ? spans.some(([start, end]) => start <= to && end >= from) : undated;
  }

  /**
   * Whether a party takes part; parties stand in the tables by id or by name.
   * @param {EventRow} event
   * @param {string} id
   */
  takesPart(event, id) {
    const { name } = this.dataset.actor(id);
    return [event.actors, event.against].some(joined => split(joined).some(word => word === id || word === name));
  }

  /** Whether an event passes all choices but that of the time. @param {EventRow} event */
  passes(event) {
    const { certainties, actor, place, source } = this.chosen;
    return this.stands(event)
      && !certainties.has(certaintyOf(event))
      && (!actor || this.takesPart(event, actor))
      && (!place || event.marks.some(mark => mark.place === place))
      && (!source || event.statements.some(statement => statement.from.id === source));
  }

  /** Decide anew what is shown and tell everyone. */
  refresh() {
    for (const event of this.events) this.shown[event.index] = this.passes(event) && this.inTime(event) ? 1 : 0;
    this.channel.tell('shown');
  }

  /** Change some of what is chosen beside the selection. @param {Partial<Chosen>} patch */
  change(patch) {
    Object.assign(this.chosen, patch);
    this.refresh();
  }

  /**
   * Select a thing by its key, or nothing; `aim` is the passage of a source to be looked at.
   * @param {string | undefined} key
   * @param {Chosen['aim']} [aim]
   */
  select(key, aim = null) {
    Object.assign(this.chosen, { selected: key || '', aim });
    this.channel.tell('selected');
    this.chosen.aim = null;
  }

  /** Switch things on or off by their keys. @param {string[]} keys @param {boolean} on */
  turn(keys, on) {
    for (const key of keys) this.chosen.off[on ? 'delete' : 'add'](key);
    this.refresh();
  }

  /** Show these events and no others; everything else stays as it is. @param {EventRow[]} wanted */
  only(wanted) {
    const on = new Set(wanted);
    for (const event of this.events) this.chosen.off[on.has(event) ? 'delete' : 'add'](event.key);
    this.refresh();
  }

  /** Switch everything as it was at first. */
  reset() {
    this.change({ off: new Set(this.quiet) });
  }

  /**
   * Whether a statement is drawn: on its days; what lasts, until its last; without a date always.
   * @param {AccessRow | OtherRow} statement
   */
  shows = statement => {
    const row = /** @type {OtherRow} */ (statement);
    return this.showsPosition(row) && (!row.when || this.inTime(row) || (row.declared.lasting === true && row.when.end == null));
  };

  /** Whether a position is drawn: from the day on which it is reported. @param {PositionRow | OtherRow} row */
  showsPosition = row => this.stands(row) && (startOf(row) ?? -Infinity) <= this.chosen.to;
}
