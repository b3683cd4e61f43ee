/**
 * Lists beside the map: events in time order, what is not located, texts not yet read, and the whole chronology.
 */
const lists = (() => {
  const { make, button, get, small, dotted } = dom;
  const PAGE = 60;
  let limit = PAGE;

  /** Shown events in the order in which they happened; those without a date come last. */
  const when = (event) => state.startOf(event) ?? Infinity;
  const ordered = data.events.slice().sort((a, b) => when(a) - when(b) || state.endOf(a) - state.endOf(b) || a.index - b.index);
  const inOrder = () => ordered.filter(state.isShown);

  const places = (event) => [...new Set(event.marks.map(marks.where).filter(Boolean))].join('; ');

  const row = (event) => dom.row(() => state.select(event.key), symbols.ofEvent(event, 22), event.event, symbols.chips(event),
    event.contradiction && make('span', { class: 'chip chip-clash' }, say('contradiction')), small(dotted(dates.read(event.date_edtf), places(event))));

  /** A list of events under headings of months. */
  function grouped(events) {
    const parts = [];
    let heading = null;
    for (const event of events) {
      const start = state.startOf(event);
      const month = start == null ? say('undated') : dates.month(start);
      if (month !== heading) {
        heading = month;
        parts.push(dom.h3(month), dom.list());
      }
      parts[parts.length - 1].append(make('li', null, row(event)));
    }
    return parts;
  }

  function events() {
    if (get('room-events').hidden) return;
    const all = inOrder();
    const dated = all.filter((event) => when(event) < Infinity);
    const found = [...dated.reverse(), ...all.slice(dated.length)]; // the news first, what has no date last
    dom.show('event-list', grouped(found.slice(0, limit)),
      found.length > limit && button(say('more', { n: found.length - limit }), () => {
        limit += PAGE;
        events();
      }),
      !found.length && dom.p(say('nothing.shown')),
      dom.buttons(button(say('chronology.open'), chronology),
        button(say('download.geojson'), downloads.geojson), button(say('download.csv'), downloads.csv)));
  }

  /** What has no mark, with the reason. */
  function unlocated() {
    const entry = (item) => {
      const event = item.event_id && data.find('event', item.event_id);
      const place = data.find('place', item.id);
      const target = event || place;
      return dom.row(() => target && state.select(target.key), event ? symbols.ofEvent(event, 22) : dom.tag(say('kind.place')),
        item.name || item.id, event && small(event.event), small(item.reason));
    };
    const bare = data.events.filter((event) => !event.marks.some((mark) => mark.lat != null) && !event.shapes.length);
    const unread = data.sources.filter((source) => !source.read);
    const listed = new Set(data.not_located.map((item) => item.event_id));
    dom.show('room-off',
      dom.h2(say('off.title')), dom.p(say('off.text')),
      dom.list(data.not_located.map(entry), bare.filter((event) => !listed.has(event.event_id)).map(row)),
      unread.length && [dom.h2(say('unread.title')), dom.p(say('unread.text')), dom.list(unread.map(sourceRow))]);
  }

  const sourceRow = (source) => dom.row(() => state.select(source.key), dom.tag(say('kind.source')), source.title || source.id, small(dotted(
    source.publisher, dates.read(source.published), say('statements', { n: source.statements.length }), say('mentions', { n: source.mentions.length }))));

  function sources() {
    const found = data.sources.slice(0, 200);
    dom.show('room-sources', dom.h2(say('sources')), dom.p(say('sources.text')),
      dom.list(found.map(sourceRow)),
      data.sources.length > found.length && dom.p(say('more', { n: data.sources.length - found.length })));
  }

  /** The chronology as a table: date, event, place, sources, contradictions. */
  function chronology() {
    const dialog = get('chronology');
    const found = inOrder().slice(0, 1000);
    const head = ['when', 'kind.event', 'where', 'sources', 'contradiction'].map((name) => make('th', { scope: 'col' }, say(name)));
    const cells = (event) => make('tr', null,
      make('td', null, dates.read(event.date_edtf)),
      make('td', null, symbols.ofEvent(event, 18), ' ', button(dom.brief(event.event), () => {
        dialog.close();
        state.select(event.key);
      }, { class: 'plain' }), symbols.chips(event)),
      make('td', null, dom.brief(places(event), 600)),
      make('td', null, dom.brief([...new Set(event.statements.map((statement) => filters.sourceName(statement.from)))].join('; '), 600)),
      make('td', null, dom.brief(card.clashes(event).join('; '), 600)));
    dialog.replaceChildren(
      make('div', { class: 'dialog-head' }, dom.h2(say('chronology')), button(say('close'), () => dialog.close())),
      make('div', { class: 'dialog-body', tabindex: '0' }, make('table', null, make('thead', null, make('tr', null, head)), make('tbody', null, found.map(cells)))));
    dialog.showModal();
  }

  function begin() {
    unlocated();
    sources();
    state.onChange((changed) => {
      if (changed !== 'selected') {
        limit = PAGE;
        events();
      }
    });
  }

  return { begin, events, inOrder, row, places };
})();
