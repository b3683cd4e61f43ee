/**
 * Dates as readers write them, from EDTF (ISO 8601-2): "2025-07-15~" is "about 15 July 2025".
 */
const dates = (() => {
  const MONTHS = say('months').split(' ');
  const SHORT = say('months.short').split(' ');

  /** A plain date: a day, a month or a year; anything else stays as it is. */
  function plain(edtf, months = MONTHS) {
    const [, year, month, date] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) || [];
    if (!year || (month && !months[month - 1])) return edtf;
    return [date && Number(date), month && months[month - 1], year].filter(Boolean).join(' ');
  }

  function single(edtf) {
    const bare = edtf.replace(/[~?%]/g, '');
    if (/[~%]/.test(edtf)) return say('date.about', { date: plain(bare) });
    return edtf.includes('?') ? say('date.perhaps', { date: plain(bare) }) : plain(bare);
  }

  /** Say an EDTF date in words. */
  function read(edtf) {
    if (!edtf) return say('date.none');
    const set = /^([[{])(.*)[\]}]$/.exec(edtf);
    if (set) {
      const [first, last] = set[2].split('..');
      if (last) return say('date.between', { from: single(first), to: single(last) });
      const members = set[2].split(',').map((member) => single(member.trim()));
      return members.join(' ' + say(set[1] === '[' ? 'date.or' : 'date.and') + ' ');
    }
    const [from, to] = edtf.split('/');
    if (to === undefined) return single(edtf);
    if (from === '..' || from === '') return say('date.until', { date: single(to) });
    if (to === '..' || to === '') return say('date.since', { date: single(from) });
    return say('date.range', { from: single(from), to: single(to) });
  }

  const ofDay = (day, months) => plain(data.iso(day), months);

  return {
    read,
    day: (day) => ofDay(day),
    short: (day) => ofDay(day, SHORT),
    shortRead: (edtf) => plain(edtf.split('/').pop().replace(/[~?%]/g, ''), SHORT),
    month: (day) => plain(data.iso(day).slice(0, 7)),
  };
})();
