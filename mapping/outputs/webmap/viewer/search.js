/**
 * Search over events and their words, places in every spelling, roads and sources; any script.
 */
const search = (() => {
  const { make, get } = dom;
  const MOST = 30;
  /** Letters only: no accents, spaces, hyphens or apostrophes, so that "old-town" finds Old Town. */
  const fold = (text) => (text || '').normalize('NFKD').replace(/[\u0300-\u036f\u200b-\u200d\s'’‘-]/g, '').toLowerCase();
  let folded = null;

  /** Everything that can be found, folded once, when somebody first searches. */
  function index() {
    folded = folded || [
      ...data.places.map((row) => ({ row, text: fold([row.name, row.name_my, row.names].join(' ')), name: row.name, note: term('kind', row.kind) })),
      ...data.routes.map((row) => ({ row, text: fold(row.name), name: row.name, note: say('branch.route') })),
      ...data.events.map((row) => ({ row, text: fold([row.event, symbols.typeName(row.type), ...row.marks.map((mark) => (mark.place ? data.placeName(mark.place) : mark.place_name))].join(' ')), name: row.event, note: row.date_edtf ? dates.read(row.date_edtf) : say('date.none') })),
      ...data.sources.map((row) => ({ row, text: fold([row.title, row.publisher].join(' ')), name: row.title || row.id, note: row.publisher || '' })),
    ];
    return folded;
  }

  /** Events whose quoted words hold the text, in case the names do not. */
  function inQuotes(text, found) {
    const seen = new Set(found.map((entry) => entry.row));
    const more = [];
    for (const statement of data.statements) {
      const event = data.events[statement.event];
      if (!event || seen.has(event) || !fold(data.quote(statement)).includes(text)) continue;
      seen.add(event);
      more.push({ row: event, name: event.event, note: say('search.words') });
      if (found.length + more.length >= MOST) break;
    }
    return more;
  }

  function find(query) {
    const text = fold(query.trim());
    if (!text) return [];
    const starts = (entry) => (entry.text.startsWith(text) ? 0 : 1);
    const found = index().filter((entry) => entry.text.includes(text)).sort((a, b) => starts(a) - starts(b));
    return text.length > 2 && found.length < MOST ? found.concat(inQuotes(text, found)) : found;
  }

  function refresh() {
    const query = get('search').value;
    const found = find(query);
    const pick = (entry) => {
      get('search').value = '';
      refresh();
      state.select(entry.row.key);
    };
    get('results').hidden = !query.trim();
    dom.show('results',
      make('p', { role: 'status' }, found.length ? say('search.found', { n: found.length }) : say('search.nothing')),
      dom.list(found.slice(0, MOST).map((entry) => dom.row(() => pick(entry),
        entry.row.kind_of === 'event' ? symbols.ofEvent(entry.row, 20) : dom.tag(say('kind.' + entry.row.kind_of)), entry.name, dom.small(entry.note)))));
  }

  function begin() {
    let waiting = null;
    get('search').addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, data.events.length > 5000 ? 200 : 0);
    });
    get('search').addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        get('search').value = '';
        refresh();
      }
      if (event.key === 'ArrowDown' || event.key === 'Enter') {
        refresh();
        const first = get('results').querySelector('button');
        if (first) event.key === 'Enter' ? first.click() : first.focus();
      }
    });
  }

  return { begin, find };
})();
