/**
 * What the reader has chosen: time, filters, switches, selection; and which events that leaves to be shown.
 */
const state = (() => {
  /** What is switched off until somebody asks for it. */
  const QUIET = [...data.access.map((row) => row.key), 'ground:uncertainty'];
  const RECENT_DAYS = 60; // what lies further back is drawn smaller
  const listeners = [];
  const days = data.events.flatMap((event) => [event.start, event.end]).filter((day) => day != null);
  const first = days.length ? days.reduce((a, b) => Math.min(a, b)) : data.day(data.meta.asOf) || 0;
  const last = days.length ? days.reduce((a, b) => Math.max(a, b)) : first;

  const chosen = {
    from: first, to: last, undated: true, actor: '', source: '', place: '',
    certainties: new Set(), off: new Set(QUIET), selected: '',
  };
  const shown = new Uint8Array(data.events.length);

  /** Where an event with an open start stands in time: at the day by which it was reported. */
  const startOf = (event) => (event.start == null ? event.end : event.start);
  const endOf = (event) => (event.end == null ? event.start : event.end);

  /** Whether an event is recent at the end of the chosen time, which no text can tell of before it is published. */
  function isRecent(event) {
    const known = data.meta.asOf ? Math.min(chosen.to, data.day(data.meta.asOf)) : chosen.to;
    return endOf(event) != null && endOf(event) >= known - RECENT_DAYS;
  }

  function inTime(event) {
    if (event.set) return event.set.some(([start, end]) => start <= chosen.to && end >= chosen.from);
    const start = startOf(event);
    return start == null ? chosen.undated : start <= chosen.to && endOf(event) >= chosen.from;
  }

  /** Parties stand in the tables by id or by name. */
  function takesPart(event, id) {
    const { name } = data.actor(id);
    return [event.actors, event.against].some((joined) => data.split(joined).some((word) => word === id || word === name));
  }

  function passes(event) {
    return event.status !== 'retracted'
      && !chosen.off.has(event.key)
      && inTime(event)
      && !chosen.certainties.has(event.status === 'draft' ? 'draft' : event.certainty)
      && (!chosen.actor || takesPart(event, chosen.actor))
      && (!chosen.place || event.marks.some((mark) => mark.place === chosen.place))
      && (!chosen.source || event.statements.some((statement) => statement.from.id === chosen.source));
  }

  /** Decide anew what is shown and tell everyone. */
  function refresh(changed) {
    for (const event of data.events) shown[event.index] = passes(event) ? 1 : 0;
    for (const listener of listeners) listener(changed);
  }

  /** Change some of what is chosen. A selection alone leaves the events as they are. */
  function change(patch) {
    Object.assign(chosen, patch);
    const names = Object.keys(patch);
    if (names.length === 1 && names[0] === 'selected') listeners.forEach((listener) => listener('selected'));
    else refresh('shown');
  }

  /** Switch things (rows, or keys such as "ground:names") on or off. */
  function turn(things, on) {
    for (const thing of things) chosen.off[on ? 'delete' : 'add'](thing.key || thing);
    refresh('shown');
  }

  return {
    chosen, shown, first, last, QUIET, RECENT_DAYS, isRecent, change, turn, refresh, startOf, endOf,
    isOn: (key) => !chosen.off.has(key),
    isShown: (event) => shown[event.index] === 1,
    count: () => shown.reduce((sum, one) => sum + one, 0),
    onChange: (listener) => listeners.push(listener),
    select: (key) => change({ selected: key || '' }),
  };
})();
