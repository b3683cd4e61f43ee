/**
 * The scale of time: days where something happens are evenly apart, long gaps without events are drawn together.
 */
const scale = (() => {
  const GAP = 45; // days; a longer gap takes no more room than this

  const anchors = new Set([state.first, state.last]);
  for (const event of data.events) for (const span of data.spans(event)) span.forEach((day) => anchors.add(day));
  const days = [...anchors].sort((a, b) => a - b);
  const units = [0];
  for (let i = 1; i < days.length; i += 1) units.push(units[i - 1] + Math.min(GAP, days[i] - days[i - 1]));

  /** Look a value up in one list and read it off the other, in proportion between two entries. */
  function convert(value, from, to) {
    let low = 0;
    let high = from.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (from[middle] <= value) low = middle;
      else high = middle;
    }
    const share = from[high] === from[low] ? 0 : (value - from[low]) / (from[high] - from[low]);
    return to[low] + (to[high] - to[low]) * Math.max(0, Math.min(1, share));
  }

  return {
    length: units[units.length - 1] + 1,
    /** Units of a day, and the day of so many units. */
    at: (day) => convert(day, days, units),
    day: (unit) => Math.round(convert(unit, units, days)),
    /** Gaps that are drawn together, in units: [from, to]. */
    breaks: days.flatMap((day, i) => (i && day - days[i - 1] > 2 * GAP ? [[units[i - 1], units[i]]] : [])),
  };
})();
