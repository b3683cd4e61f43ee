"""A date as a text words it, and what it is in EDTF (ISO 8601-2) once the day of publication is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

EARLY, MID, LATE = "05", "15", "25"  # days that stand for "early", "mid-" and "late", written approximate (~)
DAY_LENGTH = len("2025-08-07")
SATURDAY = 5  # counted from Monday = 0
THAT_YEAR = "that year"  # unit of a date in the year of the one told before
OPEN_YEAR = "XXXX"  # EDTF for a year that nobody states
SOON = timedelta(days=1)  # an article may be dated a day before the place it reports from


@dataclass(frozen=True)
class Calendar:
    """What a text is dated by: its day of publication, or else the full dates (offset, day) that stand in it.

    `anchor` is what a date without a year is reckoned from.
    """

    published: date | None = None
    anchor: date | None = None
    told: tuple[tuple[int, date], ...] = ()
    entries: tuple[tuple[int, date], ...] = ()  # lines that date what stands below them, as in a running report

    def by(self, end: int) -> Calendar:
        """What dates a sentence that ends at an offset: a year is borrowed from dates before, never behind."""
        above = [day for start, day in self.entries if start < end]
        if above:
            return replace(self, published=above[-1], anchor=above[-1])
        before = [day for start, day in self.told if start < end]
        return replace(self, anchor=max(before)) if before else self

    def year_of(self, month: int, day: int, *, future: bool) -> int | None:
        """Year of a day without one: the last such day before publication; the nearest one for what lies ahead."""
        if self.anchor is None:
            return None
        years = range(self.anchor.year - 1, self.anchor.year + 2)
        days = [found for year in years if (found := day_of(year, month, day))]
        if self.published is None or future:
            return min(days, key=lambda found: abs(found - self.anchor)).year if days else None  # type: ignore[operator]
        return next((found.year for found in reversed(days) if found <= self.anchor + SOON), None)


@dataclass(frozen=True)
class When:
    """A date as a text words it, from `start` to `end`; what is not said is 0 or empty.

    `days` are days of the month (a list or, with `span`, a first and a last one); `weekdays` counts from Monday = 0;
    `shift` is in units of `unit` (day, week, month, year) from the day of publication; `part` is early, mid, late.
    """

    start: int
    end: int
    text: str
    year: int = 0
    month: int = 0
    days: tuple[int, ...] = ()
    span: bool = False
    since: bool = False
    bound: str = ""  # "until": on some day up to it; "after": on some day from it on
    part: str = ""
    weekdays: tuple[int, ...] = ()
    unit: str = ""
    shift: int | None = None
    ago: bool = False
    until: When | None = None  # the last day of a span whose ends are told apart ("between July 1 and July 5")
    also: tuple[When, ...] = ()  # other days beside it ("on 30 August and 2 September")
    later: int = 0  # days after the date that is told before ("the next day")

    @property
    def day(self) -> int:
        """The only or first day of the month, 0 where none is said."""
        return self.days[0] if self.days else 0

    def edtf(self, calendar: Calendar, *, future: bool = False) -> str | None:
        """Write the date as EDTF; None where the text and its day of publication cannot tell it."""
        found = self._stated(calendar, future=future) or self._spoken(calendar, future=future)
        if found and self.bound and not self.until and "{" not in found:
            first, _, last = found.partition("/")
            return f"../{last or first}" if self.bound == "until" else f"{first}/.."
        if found and self.until:
            return f"{found}/{self.until.edtf(calendar, future=future)}"
        if found and self.also:
            return "{" + ",".join([found, *(str(when.edtf(calendar, future=future)) for when in self.also)]) + "}"
        day = (
            date.fromisoformat(found) if found and self.later and len(found) == DAY_LENGTH and found[0] != "X" else None
        )
        return (day + timedelta(days=self.later)).isoformat() if day else found

    def _stated(self, calendar: Calendar, *, future: bool) -> str | None:
        """Resolve a date with a month or a year."""
        if self.month:
            return self._of_month(calendar, future=future)
        return f"{self.year}{'~' * self.ago}" if self.year else None

    def _spoken(self, calendar: Calendar, *, future: bool) -> str | None:
        """Resolve "the 30th", "on Monday", "last week" against the day of publication."""
        if self.days:
            return self._bare_day(calendar.anchor, future=future) if calendar.anchor else None
        today = calendar.published
        if today is None:
            return None
        if not self.weekdays:
            return self._up_to(today) if self.span else self._relative(today)
        found = [self._weekday(today, weekday, future=future).isoformat() for weekday in self.weekdays]
        return found[0] if len(found) == 1 else "{" + ",".join(found) + "}"

    def _of_month(self, calendar: Calendar, *, future: bool) -> str | None:
        year: int | None = self.year
        if not year and self.unit == "year" and self.shift is not None:
            year = calendar.anchor.year + self.shift if calendar.anchor else None
        elif not year and self.unit == "month" and calendar.anchor:
            year = calendar.year_of(self.month, 1, future=future or (self.shift or 0) > 0)
            if self.shift and self.shift < 0 and (year, self.month) == (calendar.anchor.year, calendar.anchor.month):
                year = calendar.anchor.year - 1
            elif year and (self.shift or 0) > 0 and (year, self.month) <= (calendar.anchor.year, calendar.anchor.month):
                year += 1
        elif not year and self.unit != THAT_YEAR:
            year = calendar.year_of(self.month, self.day or 1, future=future)
        head = f"{year or OPEN_YEAR}-{self.month:02}"
        if self.part == "last-week":
            last = _last_day(year or 2001, self.month)
            return f"{head}-{last - 6:02}/{head}-{last:02}"
        if self.part:
            part = f"{head}-{ {'early': EARLY, 'mid': MID, 'late': LATE}[self.part] }~"
            return f"{part}/.." if self.since else part
        return _of_days([f"{head}-{day:02}" for day in self.days], span=self.span, since=self.since) or (
            f"{head}/.." if self.since else head
        )

    def _bare_day(self, anchor: date, *, future: bool) -> str | None:
        """Resolve "the 30th": the nearest such day on the right side of the anchor."""
        months = [(anchor.year * 12 + anchor.month - 1 + step) for step in ((0, 1, 2) if future else (0, -1, -2))]
        days = [day_of(month // 12, month % 12 + 1, self.day) for month in months]
        right = [day for day in days if day and (day >= anchor if future else day <= anchor)]
        return right[0].isoformat() if right else None

    def _weekday(self, today: date, weekday: int, *, future: bool) -> date:
        if self.unit == "week" and self.shift is not None:
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=self.shift)
            return monday + timedelta(days=weekday)
        if future or self.shift == 1:
            return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
        back = (today.weekday() - weekday) % 7
        return today - timedelta(days=back or (7 if self.shift == -1 else 0))

    def _up_to(self, today: date) -> str | None:
        """Resolve "in the past two weeks"."""
        first = _shifted(today, self.shift or 0, self.unit)
        return f"{first.isoformat()}/{today.isoformat()}" if first else None

    def _relative(self, today: date) -> str | None:
        shift = self.shift or 0
        if self.unit == "day":
            return (today + timedelta(days=shift)).isoformat()
        if self.unit == "weekend":
            saturday = today - timedelta(days=(today.weekday() - SATURDAY) % 7)
            begun = today.weekday() >= SATURDAY  # "last weekend", said on a Sunday, is the one before
            if shift > 0 or (begun and shift < 0) or (self.shift is None and saturday == today):
                saturday += timedelta(weeks=1 if shift > 0 else -1)
            return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
        if self.unit == "week" and self.ago:
            return (today + timedelta(weeks=shift)).isoformat() + "~"
        if self.unit == "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
            sunday = monday + timedelta(days=6)
            first, last = (monday, sunday) if shift else (monday, today) if self.part != "late" else (today, sunday)
            return f"{first.isoformat()}/{last.isoformat()}"
        if self.unit == "month":
            months = today.year * 12 + today.month - 1 + shift
            return f"{months // 12:04}-{months % 12 + 1:02}" + "~" * self.ago
        return f"{today.year + shift:04}" + "~" * self.ago if self.unit == "year" else None


def _shifted(day: date, shift: int, unit: str) -> date | None:
    """The day so many units off; None where no calendar goes so far."""
    months = day.year * 12 + day.month - 1 + shift * {"month": 1, "year": 12}.get(unit, 0)
    if unit in ("day", "week"):
        try:
            return day + timedelta(days=shift * (7 if unit == "week" else 1))
        except OverflowError:
            return None
    year, month = months // 12, months % 12 + 1
    return day_of(year, month, min(day.day, _last_day(year, month))) if MINYEAR <= year < MAXYEAR else None


def _of_days(days: list[str], *, span: bool, since: bool) -> str | None:
    if not days:
        return None
    if span:
        return f"{days[0]}/{days[-1]}"
    if len(days) > 1:
        return "{" + ",".join(days) + "}"
    return f"{days[0]}/.." if since else days[0]


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
