/**
 * The panel: head, tabs, legend, theme, language, print; on a phone a sheet that can be pulled up.
 */
const panel = (() => {
  const { make, get } = dom;
  const ROOMS = ['events', 'layers', 'off', 'numbers', 'sources', 'about'];
  const THEMES = ['auto', 'light', 'dark'];

  /** Say something to everyone, screen readers included. */
  const announce = (text) => { get('status').textContent = text; };

  function status() {
    announce(say('status', { shown: state.count(), all: data.events.length }));
  }

  function open(name) {
    for (const room of ROOMS) {
      get('room-' + room).hidden = room !== name;
      const tab = get('tab-' + room);
      tab.setAttribute('aria-selected', String(room === name));
      tab.tabIndex = room === name ? 0 : -1;
    }
    tree.refresh();
    lists.events();
  }

  function tabs() {
    const counts = { off: data.not_located.length, sources: data.sources.length };
    const list = get('tabs');
    for (const room of ROOMS) {
      list.append(make('button', { type: 'button', role: 'tab', id: 'tab-' + room, 'aria-controls': 'room-' + room, click: () => open(room) },
        say('tab.' + room), counts[room] ? make('small', null, ' ' + counts[room]) : ''));
      const element = get('room-' + room);
      element.setAttribute('role', 'tabpanel');
      element.setAttribute('aria-labelledby', 'tab-' + room);
    }
    list.addEventListener('keydown', (event) => {
      const all = [...list.children];
      const at = all.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined || at < 0) return;
      event.preventDefault();
      const tab = all[(to + all.length) % all.length];
      tab.click();
      tab.focus();
    });
  }

  function head() {
    const { title, subtitle, asOf } = data.meta;
    document.title = title;
    get('title').textContent = title;
    get('subtitle').append(subtitle, words.language === 'my' ? make('small', { lang: 'en' }, ' ' + data.words.en['language.note']) : '');
    get('as-of').textContent = dom.dotted(asOf && say('as.of', { date: dates.read(asOf) }), say('sources.n', { n: data.sources.length }), say('events', { n: data.events.length }));
  }

  /** What fillings, lines and rings mean; stands on the map and in print. */
  function legend() {
    const sample = (sign, text) => make('li', null, sign, make('span', null, text));
    const road = (quality) => dom.draw('svg', { viewBox: '0 0 30 10', width: 30, height: 10, 'aria-hidden': 'true' },
      dom.draw('path', { class: 'road road-' + quality, d: 'M1 5H29' }));
    const fillings = [['solid', 'asserted'], ['half', 'claimed'], ['hollow', 'planned']];
    const sides = data.sides.filter((side) => data.control.some((row) => data.split(row.side)[0] === side.id));
    return make('ul', { class: 'legend' },
      fillings.map(([filling, name]) => sample(symbols.sign('other', filling, false, 18), say('legend.' + name))),
      data.events.some(symbols.isDraft) && sample(symbols.sign('other', 'solid', true, 18), say('status.draft')),
      sides.map((side) => sample(control.sample(side.id), say('legend.held', { side: dom.brief(side.name, 60) }))),
      ['surveyed', 'generalised', 'schematic'].filter((quality) => data.stretches.some((row) => row.quality === quality)).map((quality) => sample(road(quality), say('road.' + quality))));
  }

  function types() {
    const present = new Set(data.events.map((event) => event.type));
    return make('ul', { class: 'legend legend-types' }, Object.keys(data.types).filter((type) => present.has(type))
      .map((type) => make('li', null, symbols.sign(type, 'solid', false, 16), make('span', null, symbols.typeName(type)))));
  }

  function key() {
    const details = make('details', null, make('summary', null, say('legend')), types(), legend());
    details.open = window.innerWidth > 720;
    details.addEventListener('toggle', scene.redraw);
    get('map-key').append(details);
    for (const id of ['map-key', 'inset', 'credit']) {
      map.getContainer().append(get(id));
      L.DomEvent.disableClickPropagation(get(id));
    }
    const inset = ground.inset();
    if (inset) get('inset').append(inset);
    const north = make('div', { class: 'north', 'aria-hidden': 'true' }, dom.draw('svg', { viewBox: '0 0 20 30', width: 20, height: 30 },
      dom.draw('path', { d: 'M10 1L15 14H10Z' }), dom.draw('path', { d: 'M10 1L5 14H10Z', class: 'north-light' }), dom.draw('text', { x: 10, y: 27, 'text-anchor': 'middle' }, 'N')));
    map.getContainer().append(north);
    L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 120 }).addTo(map);
  }

  /** The line beneath a newspaper's map: whose reports, whose coordinates. */
  function credit() {
    const publishers = [...new Set(data.sources.map(cite.publisher))].slice(0, 6);
    const names = data.places.flatMap((place) => (place.location_credit || '').split(/;|, CC| \(|, credit/).slice(0, 1));
    const credits = [...new Set(names.map((name) => name.trim()).filter(Boolean))].slice(0, 3);
    get('credit').textContent = dom.brief(say('credit.line', { sources: publishers.join(', '), coordinates: credits.join(', ') }));
  }

  function about() {
    const paragraph = (name) => make('p', null, say(name));
    const all = [...data.places.map((row) => row.location_credit), ...data.stretches.map((row) => row.credit)];
    const credits = [...new Set(all.flatMap((text) => (text || '').split(/; ?/)))].filter(Boolean).sort();
    dom.show('room-about', make('h2', null, say('about')),
      ['about.1', 'about.2', 'about.3', 'about.4'].map(paragraph), make('div', { id: 'tiles' }),
      make('h2', null, say('about.keys')), paragraph('about.keys.text'),
      make('h2', null, say('credits')), make('ul', null, credits.map((text) => make('li', null, text))),
      make('p', null, make('small', null, say('version', { version: data.meta.version }))));
  }

  function theme() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let at = 0;
    const apply = () => { document.documentElement.dataset.theme = at ? THEMES[at] : dark.matches ? 'dark' : 'light'; };
    apply();
    dark.addEventListener('change', apply);
    get('theme').addEventListener('click', () => {
      at = (at + 1) % THEMES.length;
      apply();
      announce(say('theme.' + THEMES[at]));
    });
  }

  function language() {
    const other = words.language === 'en' ? 'my' : 'en';
    const toggle = get('language');
    toggle.textContent = other === 'my' ? 'မြန်မာ' : 'English';
    toggle.lang = other;
    toggle.addEventListener('click', () => {
      const hash = permalink.hash(other);
      history.replaceState(null, '', hash);
      location.reload();
    });
  }

  function sheet() {
    const handle = get('sheet');
    const set = (pulled) => {
      document.body.classList.toggle('pulled', pulled);
      handle.setAttribute('aria-expanded', String(pulled));
      map.invalidateSize({ animate: false });
    };
    let start = null;
    handle.addEventListener('pointerdown', (event) => { start = event.clientY; });
    handle.addEventListener('pointerup', (event) => {
      if (start != null && Math.abs(event.clientY - start) > 24) set(event.clientY < start);
      else if (start != null) set(!document.body.classList.contains('pulled'));
      start = null;
    });
    handle.addEventListener('keydown', (event) => ['Enter', ' '].includes(event.key) && set(!document.body.classList.contains('pulled')));
  }

  /** The sheet of paper: sources with their addresses beneath the map and its legend. */
  function print() {
    get('print').addEventListener('click', () => window.print());
    window.addEventListener('beforeprint', () => {
      const seen = data.sources.filter((source) => source.statements.length).slice(0, 40);
      dom.show('sheet-of-sources', make('h2', null, data.meta.title), make('p', null, get('as-of').textContent + '. ' + get('status').textContent + '. ' + get('time-text').textContent),
        types(), legend(), make('ol', null, seen.map((source) => make('li', null, [cite.publisher(source), source.title, source.published && dates.read(source.published), source.url].filter(Boolean).join(', ')))));
      map.invalidateSize({ animate: false });
    });
    window.addEventListener('afterprint', () => map.invalidateSize({ animate: false }));
  }

  function begin() {
    head();
    tabs();
    key();
    credit();
    about();
    theme();
    language();
    sheet();
    print();
    state.onChange((changed) => changed !== 'selected' && status());
    open('events');
  }

  return { begin, announce, open };
})();
