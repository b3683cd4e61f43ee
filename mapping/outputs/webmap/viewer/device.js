/**
 * What depends on the device and its reader: light or dark, language, the sheet on a phone, paper.
 */
const device = (() => {
  const { make, get } = dom;
  const THEMES = ['auto', 'light', 'dark'];

  function theme() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let at = 0;
    const apply = () => { document.documentElement.dataset.theme = at ? THEMES[at] : dark.matches ? 'dark' : 'light'; };
    apply();
    dark.addEventListener('change', apply);
    get('theme').addEventListener('click', () => {
      at = (at + 1) % THEMES.length;
      apply();
      panel.announce(say('theme.' + THEMES[at]));
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

  /** The sheet of paper: the map as wide as the sheet, its key, and the sources with their addresses. */
  function print() {
    const { style } = map.getContainer();
    const { dataset } = document.documentElement;
    const fit = (wide, high, bounds) => {
      [style.width, style.height] = [wide, high];
      map.invalidateSize({ animate: false });
      map.fitBounds(bounds, { animate: false });
    };
    let seen = null;
    let theme_ = '';
    get('print').addEventListener('click', () => window.print());
    window.addEventListener('beforeprint', () => {
      const cited = data.sources.filter((source) => source.statements.length).slice(0, 40);
      const line = (source) => [cite.publisher(source), source.title, source.published && dates.read(source.published), source.url].filter(Boolean).join(', ');
      dom.show('sheet-of-sources', dom.h2(data.meta.title),
        dom.p(['as-of', 'status', 'time-text'].map((id) => get(id).textContent).join('. ')),
        frame.types(), frame.legend(), make('ol', null, cited.map((source) => make('li', null, line(source)))));
      seen = map.getBounds();
      theme_ = dataset.theme;
      dataset.theme = 'light';
      fit('277mm', '148mm', seen);
    });
    window.addEventListener('afterprint', () => {
      dataset.theme = theme_;
      fit('', '', seen);
    });
  }

  function begin() {
    theme();
    language();
    sheet();
    print();
  }

  return { begin };
})();
