/**
 * Do the numbers agree? Every stated distance, time and direction beside what the drawn road and the straight line say.
 */
const numbers = (() => {
  const { make, button } = dom;
  const GOOD = ['consistent', 'consistent by road only'];
  const OPEN = ['not located', 'nothing to hold it against'];
  const n = (value) => (value == null ? '–' : words.number(value));

  const grade = (row) => (GOOD.includes(row.verdict) ? 'good' : OPEN.includes(row.verdict) ? 'open' : 'bad');
  const title = (row) => (row.kind_of === 'distance' ? [data.nameAt(row, 'from'), data.nameAt(row, 'to') || data.placeName(row.route)].filter(Boolean).join(' – ') : row.kind_of === 'position' ? position.title(row)
    : row.kind_of === 'control' ? say('held.by', { place: data.placeName(row.place), holder: data.actorNames(row.holder).join(', ') }) : say('access.line', { from: data.nameAt(row, 'from'), to: data.nameAt(row, 'to') }));

  /** What the source states: kilometres, minutes, a share, a bearing. */
  function stated(row) {
    const parts = [
      row.stated_km != null && say('km', { n: words.number(row.stated_km) }),
      row.stated_minutes && say('minutes', { n: words.number(row.stated_minutes) }),
      row.fraction && Math.round(row.fraction * 100) + ' %', row.bearing && term('bearing', row.bearing),
    ].filter(Boolean).join(', ');
    return row.approximate ? say('roughly', { text: parts }) : parts;
  }

  function tableRow(row) {
    return make('tr', { class: 'grade-' + grade(row) },
      make('th', { scope: 'row' }, button(title(row), () => state.select(row.key), { class: 'plain' }),
        dom.small(row.rests_on ? cite.publisher(row.rests_on.from) : '')),
      make('td', null, stated(row)), make('td', null, n(row.measured_km)), make('td', null, n(row.straight_km)),
      make('td', null, make('span', { class: 'verdict verdict-' + grade(row) }, term('verdict', row.verdict))));
  }

  function begin() {
    const head = ['numbers.what', 'stated', 'km.drawn', 'km.straight', 'verdict'].map((name) => make('th', { scope: 'col' }, say(name)));
    const off = data.distances.filter((row) => grade(row) === 'bad').length;
    dom.show('room-numbers', dom.h2(say('numbers')), dom.p(say('numbers.text', { n: data.distances.length, bad: off })),
      make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('numbers') },
        make('table', null, make('thead', null, make('tr', null, head)), make('tbody', null, data.distances.slice(0, 300).map(tableRow)))));
  }

  return { begin, title, stated, grade };
})();
