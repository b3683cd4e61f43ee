/**
 * What is seen as a link: #map=zoom/lat/lon&from=&to=&off=&sel=…; works from a file, too.
 */
const permalink = (() => {
  const FILTERS = ['actor', 'source', 'place'];
  let quiet = true;

  /** Ids as one value of the link; they are made of names of files, which may hold the sign that joins them. */
  const joined = (ids) => ids.map((id) => id.replace(/%/g, '%25').replace(/~/g, '%7E')).join('~');
  const list = (query, name) => (query.get(name) || '').split('~').filter(Boolean)
    .map((id) => id.replace(/%7E/g, '~').replace(/%25/g, '%'));

  /** Switched-off keys; where most events are off, the few that are on are said instead. */
  function switches(query) {
    const { off } = state.chosen;
    const on = data.events.filter((event) => !off.has(event.key));
    const others = [...off].filter((key) => !key.startsWith('event:'));
    const fewOn = on.length < data.events.length / 2;
    const quiet_ = new Set(state.QUIET);
    const same = off.size === quiet_.size && [...off].every((key) => quiet_.has(key));
    if (same) return;
    query.set('off', joined([...others, ...(fewOn ? [] : [...off].filter((key) => key.startsWith('event:')))]));
    if (fewOn) query.set('on', joined(on.map((event) => event.event_id)));
  }

  function hash(language = words.language) {
    const query = new URLSearchParams();
    const { chosen } = state;
    const centre = map.getCenter();
    query.set('map', [Number(map.getZoom().toFixed(2)), centre.lat.toFixed(4), centre.lng.toFixed(4)].join('/'));
    if (language !== 'en') query.set('lang', language);
    if (chosen.from !== state.first) query.set('from', data.iso(chosen.from));
    if (chosen.to !== state.last) query.set('to', data.iso(chosen.to));
    if (!chosen.undated) query.set('undated', 'no');
    for (const name of FILTERS) if (chosen[name]) query.set(name, chosen[name]);
    if (chosen.certainties.size) query.set('without', joined([...chosen.certainties]));
    switches(query);
    if (chosen.selected) query.set('sel', chosen.selected);
    return '#' + query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%7E/g, '~');
  }

  function write() {
    if (quiet) return;
    try {
      history.replaceState(null, '', hash());
    } catch { /* some viewers forbid it; the page works without */ }
  }

  const within = (day, otherwise) => (day != null && day >= state.first && day <= state.last ? day : otherwise);

  /** Read the link; whatever in it is unknown is passed over. */
  function read() {
    const query = new URLSearchParams(location.hash.slice(1));
    const off = query.has('off') || query.has('on') ? new Set(list(query, 'off')) : new Set(state.QUIET);
    if (query.has('on')) {
      const on = new Set(list(query, 'on'));
      for (const event of data.events) if (!on.has(event.event_id)) off.add(event.key);
    }
    const known = (name, kind) => (data.find(kind, query.get(name)) ? query.get(name) : '');
    const [zoom, lat, lon] = (query.get('map') || '').split('/').map(Number);
    const view = [zoom, lat, lon].every(Number.isFinite) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22;
    if (view) map.setView([lat, lon], zoom, { animate: false });
    const from = within(data.day(query.get('from')), state.first);
    const to = within(data.day(query.get('to')), state.last);
    state.change({
      from: Math.min(from, to), to: Math.max(from, to), undated: query.get('undated') !== 'no', off,
      actor: data.actors.some((row) => row.id === query.get('actor')) ? query.get('actor') : '',
      source: known('source', 'source'), place: known('place', 'place'), certainties: new Set(list(query, 'without')),
    });
    const selected = query.get('sel') || '';
    if (selected !== state.chosen.selected) state.select(data.byKey.has(selected) ? selected : '');
    if (view) map.setView([lat, lon], zoom, { animate: false });
    return view;
  }

  function begin() {
    state.onChange(write);
    map.on('moveend', write);
    window.addEventListener('hashchange', () => {
      quiet = true;
      read();
      quiet = false;
    });
    return { loud: () => { quiet = false; write(); } };
  }

  return { begin, read, hash };
})();
