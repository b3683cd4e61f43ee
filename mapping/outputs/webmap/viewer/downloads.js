/**
 * What is shown, to take away: GeoJSON and CSV of the events, one row for each event and place.
 */
const downloads = (() => {
  const COLUMNS = [
    'event_id', 'event', 'type', 'role', 'place', 'place_name', 'date_edtf', 'date_start', 'date_end', 'date_text', 'date_basis',
    'actors', 'against', 'counts', 'certainty', 'status', 'sources', 'publishers', 'source_urls', 'quotes', 'wording',
    'contradiction', 'uncertainty_m', 'geo_precision', 'located_by',
  ];

  function row(event, mark) {
    const sources = [...new Set(event.statements.map((statement) => statement.from))];
    const of = (name) => sources.map((source) => source[name] || '').join('; ');
    const extra = {
      place_name: mark.place ? data.placeName(mark.place) : mark.place_name,
      sources: of('id'), publishers: of('publisher'), source_urls: of('url'), wording: of('wording'),
      quotes: [...new Set(event.statements.map(data.quote))].join(' | '),
    };
    return Object.fromEntries(COLUMNS.map((name) => [name, extra[name] ?? event[name] ?? mark[name] ?? null]));
  }

  const rows = () => lists.inOrder().flatMap((event) => event.marks.map((mark) => ({ mark, cells: row(event, mark) })));

  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const anchor = dom.make('a', { href: url, download: name });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  function geojson() {
    const features = rows().map(({ mark, cells }) => ({
      type: 'Feature', properties: cells,
      geometry: mark.lat == null ? null : { type: 'Point', coordinates: [mark.lon, mark.lat] },
    }));
    save('events.geojson', 'application/geo+json', JSON.stringify({ type: 'FeatureCollection', features }, null, 1) + '\n');
  }

  /** A cell of a spreadsheet: text that would start a formula is disarmed by an apostrophe. */
  function cell(value) {
    if (value == null) return '';
    const text = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv() {
    const names = [...COLUMNS, 'lat', 'lon'];
    const body = rows().map(({ mark, cells }) => [...COLUMNS.map((name) => cells[name]), mark.lat ?? null, mark.lon ?? null].map(cell).join(','));
    save('events.csv', 'text/csv;charset=utf-8', '\ufeff' + [names.join(','), ...body].join('\r\n') + '\r\n');
  }

  return { geojson, csv };
})();
