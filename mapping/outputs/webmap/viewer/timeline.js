/**
 * Time: a histogram of the events, a range with two ends, play, and steps by day or week. Days that an event surely
 * happened on are dark; a month, a span or "about" is spread lightly over its days.
 */
const timeline = (() => {
  const { draw, get } = dom;
  const HEIGHT = window.innerWidth > 720 ? 44 : 20;
  const PLAY_MS = 260;
  const from = get('time-from');
  const to = get('time-to');
  let playing = null;

  /** Sure and possible events for each bin of days. */
  function bins(count) {
    const wide = scale.length / count;
    const bars = Array.from({ length: count }, () => ({ sure: 0, perhaps: 0 }));
    const at = (day) => Math.max(0, Math.min(count - 1, Math.floor(scale.at(day) / wide)));
    for (const event of data.events) {
      if (!state.isShown(event) && outsideTime(event) === false) continue;
      const spans = data.spans(event);
      for (const [start, end] of spans) {
        if (start === end && spans.length === 1) bars[at(start)].sure += 1;
        else for (let i = at(start), weight = 1 / spans.length / (at(end) - at(start) + 1); i <= at(end); i += 1) bars[i].perhaps += weight;
      }
    }
    return bars;
  }

  /** Whether only the chosen time hides an event: such stay in the histogram, faintly. */
  const outsideTime = (event) => {
    const start = state.startOf(event);
    return start != null && (start > state.chosen.to || state.endOf(event) < state.chosen.from);
  };

  function histogram() {
    const wide = get('histogram').clientWidth || 600;
    const bars = bins(Math.max(12, Math.min(Math.floor(wide / 7), scale.length)));
    const most = Math.max(1, ...bars.map((bar) => bar.sure + bar.perhaps));
    const step = wide / bars.length;
    const svg = draw('svg', { viewBox: `0 0 ${wide} ${HEIGHT + 14}`, width: wide, height: HEIGHT + 14, 'aria-hidden': 'true' });
    bars.forEach((bar, i) => {
      const [first, last] = [i, i + 1].map((n) => (n * scale.length) / bars.length);
      const inside = last > scale.at(state.chosen.from) && first <= scale.at(state.chosen.to);
      let y = HEIGHT;
      for (const [kind, n] of [['sure', bar.sure], ['perhaps', bar.perhaps]]) {
        if (!n) continue;
        const tall = Math.max(kind === 'sure' ? 2 : 1, (n / most) * (HEIGHT - 4));
        y -= tall;
        svg.append(draw('rect', { class: 'bar bar-' + kind + (inside ? '' : ' bar-out'), x: i * step + 0.5, y, width: Math.max(1, step - 1), height: tall }));
      }
    });
    svg.append(draw('line', { class: 'axis', x1: 0, x2: wide, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }));
    months(svg, wide);
    for (const [from_, to_] of scale.breaks) {
      const middle = ((from_ + to_) / 2 / scale.length) * wide;
      svg.append(draw('path', { class: 'axis-break', d: `M${middle - 5} ${HEIGHT + 5}l4 -9M${middle + 1} ${HEIGHT + 5}l4 -9` }));
    }
    chosenSpan(svg, wide);
    dom.show('histogram', svg);
  }

  const x = (day, wide) => (scale.at(day) / scale.length) * wide;

  /** Names of months along the axis, as many as there is room for. */
  function months(svg, wide) {
    let right = -10;
    const date = new Date(state.first * data.DAY);
    for (date.setUTCDate(1); date.getTime() / data.DAY <= state.last; date.setUTCMonth(date.getUTCMonth() + 1)) {
      const day = Math.round(date.getTime() / data.DAY);
      const left = Math.max(0, x(day, wide));
      const name = dates.short(Math.max(day, state.first)).split(' ').slice(1).join(' ');
      if (left < right || left > wide - 50) continue;
      svg.append(draw('line', { class: 'axis', x1: left, x2: left, y1: HEIGHT, y2: HEIGHT + 4 }), draw('text', { class: 'month', x: left + 3, y: HEIGHT + 12 }, name));
      right = left + 66;
    }
  }

  /** The selected event's date as what it is: a day is a line, a span a bracket, "about" fades. */
  function chosenSpan(svg, wide) {
    const row = data.byKey.get(state.chosen.selected);
    if (!row || row.kind_of !== 'event') return;
    for (const [start, end] of data.spans(row)) {
      const [left, right] = [x(start, wide), x(end + 1, wide)];
      svg.append(draw('rect', {
        class: 'span' + (/[~%?]/.test(row.date_edtf || '') ? ' span-about' : '') + (row.start == null ? ' span-open' : ''),
        x: left, y: 1, width: Math.max(3, right - left), height: HEIGHT - 1, rx: 2,
      }));
    }
  }

  function refresh() {
    const { chosen } = state;
    for (const [input, value] of [[from, chosen.from], [to, chosen.to]]) {
      input.value = Math.round(scale.at(value));
      input.setAttribute('aria-valuetext', dates.day(value));
    }
    get('time-text').textContent = say('time.range', { from: dates.short(chosen.from), to: dates.short(chosen.to) });
    get('time-all').disabled = chosen.from === state.first && chosen.to === state.last;
    histogram();
  }

  const step = () => Number(get('time-step').value);

  function move(days) {
    const end = Math.max(state.first, Math.min(state.last, state.chosen.to + days));
    state.change({ to: end, from: Math.min(state.chosen.from, end) });
  }

  /** Go on by a step, but never stop on steps on which nothing new happens. */
  function forward() {
    const later = data.events.map(state.startOf).filter((day) => day != null && day > state.chosen.to);
    if (!later.length) return stop();
    const next = later.reduce((a, b) => Math.min(a, b));
    const steps = Math.max(1, Math.ceil((next - state.chosen.to) / step()));
    return move(steps * step());
  }

  function stop() {
    clearInterval(playing);
    playing = null;
    const button = get('time-play');
    button.setAttribute('aria-pressed', 'false');
    button.textContent = '▶';
    button.setAttribute('aria-label', say('time.play'));
    if (state.chosen.to !== state.last && !data.events.some((event) => state.startOf(event) > state.chosen.to)) state.change({ to: state.last });
  }

  function play() {
    if (playing) return stop();
    if (state.chosen.to >= state.last) state.change({ to: state.chosen.from });
    playing = setInterval(forward, PLAY_MS);
    const button = get('time-play');
    button.setAttribute('aria-pressed', 'true');
    button.textContent = '❚❚';
    return button.setAttribute('aria-label', say('time.pause'));
  }

  function begin() {
    for (const input of [from, to]) {
      input.min = 0;
      input.max = scale.length - 1;
    }
    from.addEventListener('input', () => state.change({ from: Math.min(scale.day(Number(from.value)), state.chosen.to) }));
    to.addEventListener('input', () => state.change({ to: Math.max(scale.day(Number(to.value)), state.chosen.from) }));
    get('time-play').addEventListener('click', play);
    get('time-back').addEventListener('click', () => move(-step()));
    get('time-next').addEventListener('click', () => move(step()));
    get('time-all').addEventListener('click', () => state.change({ from: state.first, to: state.last }));
    get('time-undated').addEventListener('change', (event) => state.change({ undated: event.target.checked }));
    const undated = data.events.filter((event) => state.startOf(event) == null).length;
    get('time-undated-count').textContent = say('time.undated', { n: undated });
    get('time-undated').closest('label').hidden = !undated;
    window.addEventListener('resize', histogram);
    state.onChange(refresh);
  }

  return { begin };
})();
