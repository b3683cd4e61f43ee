/**
 * The panel: head, tabs, and what the page says of itself.
 */
const panel = (() => {
  const { make, get } = dom;
  const ROOMS = ['events', 'layers', 'off', 'numbers', 'sources', 'about'];

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
        say('tab.' + room), counts[room] ? dom.small(' ' + counts[room]) : ''));
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

  function about() {
    const paragraph = (name) => dom.p(say(name));
    const all = [...data.places.map((row) => row.location_credit), ...data.stretches.map((row) => row.credit)];
    const credits = [...new Set(all.flatMap((text) => (text || '').split(/; ?/)))].filter(Boolean).sort();
    dom.show('room-about', dom.h2(say('about')),
      ['about.1', 'about.2', 'about.3', 'about.4'].map(paragraph), make('div', { id: 'tiles' }),
      dom.h2(say('about.keys')), paragraph('about.keys.text'),
      dom.h2(say('credits')), make('ul', null, credits.map((text) => make('li', null, text))),
      dom.p(dom.small(say('version', { version: data.meta.version }))));
  }

  function begin() {
    head();
    tabs();
    about();
    state.onChange((changed) => changed !== 'selected' && status());
    open('events');
  }

  return { begin, announce, open };
})();
