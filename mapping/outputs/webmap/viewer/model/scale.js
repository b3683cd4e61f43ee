/** The scale of time: days where something happens are evenly apart, long gaps without events are drawn together. */

const GAP = 45; // days; a longer gap takes no more room than this

/**
 * Look a value up in one rising list and read it off the other, in proportion between two entries.
 * @param {number} value
 * @param {number[]} from
 * @param {number[]} to
 */
export function convert(value, from, to) {
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

export class Scale {
  /** @param {Iterable<number>} anchors days on which something begins or ends, at least one */
  constructor(anchors) {
    this.days = [...new Set(anchors)].sort((a, b) => a - b);
    this.units = [0];
    for (let i = 1; i < this.days.length; i += 1) {
      this.units.push(this.units[i - 1] + Math.min(GAP, this.days[i] - this.days[i - 1]));
    }
  }

  get length() {
    return this.units[this.units.length - 1] + 1;
  }

  /** Units of a day. @param {number} day */
  at(day) {
    return convert(day, this.days, this.units);
  }

  /** The day of so many units. @param {number} unit */
  day(unit) {
    return Math.round(convert(unit, this.units, this.days));
  }

  /** Where a day stands, as a share of the whole. @param {number} day */
  share(day) {
    return this.at(day) / this.length;
  }

  /** The middles of gaps that are drawn together, as shares of the whole. */
  breaks() {
    return this.days.flatMap((day, i) =>
      (i && day - this.days[i - 1] > 2 * GAP ? [(this.units[i - 1] + this.units[i]) / 2 / this.length] : []));
  }
}
