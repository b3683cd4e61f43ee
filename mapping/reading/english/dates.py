"""Dates in English prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mapping.reading.core.when import THAT_YEAR, When
from mapping.reading.core.words import Anchors, either
from mapping.reading.english.measures import number, number_pattern
from mapping.reading.english.tables import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


MONTHS = 12


@cache
def _pieces() -> dict[str, str]:
    """Parts of the patterns; a group that matched says what a date is told by."""
    rows = english()["dates"]
    near = f"(?i:{either([*rows['last'], *rows['this'], *rows['next']])})"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|,\d{3}|:\d|\s?(?:km|kilo|mile|%))"
    joint = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+to\s+|\s+through\s+|\s*[-–]\s*)"
    weekday = either(english()["weekdays"]["names"])
    return {
        "month": rf"(?P<month>{either(english()['months'])})(?:\.(?=\s+[a-z\d]))?",
        "days": rf"(?P<first>{day})(?P<more>(?:{joint}(?:the\s+)?{day}(?!\s+[a-z]+s\b))*)",
        "year": rf"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?!\d)|,?\s+(?:of\s+)?(?P<near>{near})\s+year"
        r"|\s+of\s+(?P<that>that|the\s+same)\s+year)?",
        "part": "|".join(f"(?P<{name}>{either(rows[name])})" for name in ("last_week", "early", "mid", "late")),
        "near": near,
        "weekday": rf"(?P<weekday>{weekday})(?P<weekdays>(?:(?:,\s*|\s+and\s+|,\s+and\s+){weekday})*)",
        "times": either(rows["daytimes"]),
        "before": rf"(?:(?<!\w)(?i:{either(rows['month_before'])})\s+)",
        "today": either(english()["days"]),
        "then": "|".join(f"(?P<{name}>{either(rows[name])})" for name in ("same_day", "day_after")),
        "day_before": either(rows["day_before"]),
    }


@cache
def _patterns() -> list[re.Pattern[str]]:
    p = _pieces()
    sources = (
        r"(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)",
        r"(?<![\d./-])(?P<numeric>\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:19|20)\d\d)(?![./-]?\d)",
        rf"(?<!\w){p['month']}\s+{p['days']}{p['year']}",
        rf"(?<![\w.])(?:the\s+)?{p['days']}(?:\s+of)?\s+{p['month']}(?!\w){p['year']}",
        rf"(?<!\w)(?i:{p['part']})[\s-]+(?:the\s+month\s+of\s+)?{p['month']}(?!\w){p['year']}",
        rf"(?<!\w)(?i:{p['part']})[\s-]+(?P<part_year>(?:19|20)\d\d)(?!\d)",
        rf"(?<!\w)(?P<near_month>{p['near']})\s+{p['month']}(?!\w)",
        rf"{p['before']}(?P<bare>{p['month']})(?!\w){p['year']}",
        rf"(?<!\w){p['month']},?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"(?<!\w){p['month']}\s+(?P<near>{p['near']})\s+year",
        (
            rf"(?<!\w)(?:(?P<near_day>{p['near']})\s+)?{p['weekday']}(?:\s+{p['times']})?"
            rf"(?:\s+(?:of\s+)?(?P<of_week>{p['near']})\s+week)?(?!\w)"
        ),
        rf"(?<!\w)(?P<today>(?i:{p['today']}))(?!\w)",
        rf"(?<!\w)(?:(?P<half>(?i:earlier|later|late|early))\s+)?(?P<near_unit>{p['near']})\s+(?P<unit>week|month|year)(?!\w)",
        rf"(?<!\w)(?:(?P<near_weekend>{p['near']})|(?:over|at|on|during)\s+the)\s+(?P<weekend>weekend)(?!\w)",
        rf"(?<!\w)(?P<n>(?i:{number_pattern()}))[\s-](?P<ago>day|week|month|year)s?\s+ago(?!\w)",
        (
            rf"(?<!\w)(?i:in|over|during|within|throughout)\s+the\s+(?:past|last)\s+"
            rf"(?:(?P<past_n>(?i:{number_pattern()}))\s+)?(?P<past>day|week|month|year)s?(?!\w| of\b)"
        ),
        r"(?<!\w)[Tt]he\s+(?P<ordinal>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[,.;:)”\"’']|$|and\b|of\s+(?:this|last|the)\b))",
        r"(?:(?<!\w)(?i:in|since|during|of|by|until|from)\s+)(?P<only>(?:19|20)\d\d)(?![\d-]|\s?(?:km|mile|people))",
        rf"(?<!\w)(?i:{p['then']})(?!\w)",
        rf"(?<!\w)(?P<day_before>(?i:{p['day_before']}))(?=\s*[,.;)”]|\s*$|\s+(?!the\b|an?\b|that\b)[a-z])",
        (
            rf"(?<!\w)(?P<days_later>(?i:{number_pattern()}))\s+(?P<days_unit>day|week)s?\s+(?P<days_way>later|earlier)(?!\w)"
        ),
    )  # fmt: skip
    return [re.compile(source) for source in sources]


def dates(text: str) -> Iterator[When]:
    """Yield dates, pattern by pattern; where two overlap the longer, then the earlier one is to be kept."""
    for start, end in _anchors().windows(text):
        piece = text[start:end]
        for pattern in _patterns():
            for match in pattern.finditer(piece):
                when = _when(text, match, start)
                if when:
                    yield when


def is_span(text: str, first: When, last: When) -> bool:
    """Whether two days are the ends of a span: "between July 1 and July 5", "from July 1 to August 2"."""
    if not (first.month and last.month):
        return False
    before, between = text[max(0, first.start - 9) : first.start].lower(), text[first.end : last.start]
    days = bool(first.days and last.days)
    return (
        (before.endswith("between ") and between == " and ")
        or (before.endswith("from ") and between in (" to ", " until ", " through "))
        or (days and between in (" – ", "–", " - ", " — ", " to "))
    )


def is_list(text: str, first: When, last: When) -> bool:
    """Whether two days stand beside each other as a list: "on 30 August and 2 September"."""
    between = text[(first.also or (first,))[-1].end : last.start]
    whole = all(when.days and when.month and not (when.since or when.bound or when.span) for when in (first, last))
    return whole and between in (" and ", ", ", ", and ", " and on ")


@cache
def _anchors() -> Anchors:
    """Words of which one stands in every date, and how far a date may reach around them."""
    rows = english()
    dates = rows["dates"]
    words = [*rows["months"], *rows["weekdays"]["names"], *rows["days"], *dates["same_day"], *dates["day_after"]]
    words += [
        f"{near} {unit}"
        for near in (*dates["last"], *dates["this"], *dates["next"])
        for unit in ("week", "month", "year")
    ]
    return Anchors(
        [
            *words,
            " ago",
            "the past ",
            " later",
            " earlier",
            *rows["dates"]["day_before"],
            "the last ",
            "weekend",
            *(f"{sep}{century}" for sep in "./-" for century in ("19", "20")),
            "-0",
            "-1",
            " 19",
            " 20",
            "1st",
            "2nd",
            "3rd",
            *(f"{digit}th" for digit in range(10)),
        ],
        60,
        60,
    )


def _when(text: str, match: re.Match[str], offset: int) -> When | None:
    """Return the date of a match; None where its numbers make none, or nobody can tell which."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    inner = next((name for name in ("bare", "only") if name in groups), 0)
    start, end = offset + match.start(inner), offset + match.end()
    kept = _fields(groups)
    if not kept:
        return None
    if len(kept.get("days", ())) == 2 and re.search(r"[Bb]etween\s+$", text[max(0, start - 9) : start]):
        kept["span"] = True
    since = bool(re.search(r"\b[Ss]ince\s+(?:\w+\s+)?$", text[max(0, start - 14) : start]))
    return When(start, end, text[start:end], since=since, bound="" if since else _bound(text[:start]), **kept)


def _bound(before: str) -> str:
    """Whether the words before a date make it the end or the beginning of the days that are meant."""
    words = english()["dates"]
    until, after = either(words["until"]), either(words["after"])
    found = re.search(rf"(?i)(?<![\w-])(?:(?P<until>{until})|(?P<after>{after}))\s+$", before[-24:])
    return (found.lastgroup or "") if found else ""


def _fields(groups: dict[str, str]) -> dict[str, Any]:
    """Fields of a When, by the group that matched."""
    read = next(read for name, read in READERS.items() if name in groups)
    return read(groups)


def _iso(groups: dict[str, str]) -> dict[str, Any]:
    year, month, day = map(int, groups["iso"].split("-"))
    return {"year": year, "month": month, "days": (day,)} if 1 <= month <= 12 else {}


def _numeric(groups: dict[str, str]) -> dict[str, Any]:
    """Read "25.9.2025" and "9/25/2025"; which of two small numbers is the day nobody can tell, and nothing is read."""
    one, two, year = (int(part) for part in re.split(r"[./-]", groups["numeric"]))
    day, month = (one, two) if one > MONTHS else (two, one)
    if one == two:
        day = month = one
    elif (one <= MONTHS and two <= MONTHS) or month > MONTHS:
        return {}
    return {"year": year, "month": month, "days": (day,)}


def _weekday(groups: dict[str, str]) -> dict[str, Any]:
    names = english()["weekdays"]["names"]
    days = re.findall(either(names), groups["weekday"] + groups.get("weekdays", ""))
    fields: dict[str, Any] = {"weekdays": tuple(names.index(day) for day in days)}
    if "of_week" in groups:
        return fields | {"unit": "week", "shift": _shift(groups["of_week"])}
    return fields | ({"shift": _shift(groups["near_day"])} if "near_day" in groups else {})


def _today(groups: dict[str, str]) -> dict[str, Any]:
    return {"unit": "day", "shift": english()["days"][" ".join(groups["today"].lower().split())]}


def _unit(groups: dict[str, str]) -> dict[str, Any]:
    part = "late" if groups.get("half", "").lower() == "later" else ""
    return {"unit": groups["unit"], "shift": _shift(groups["near_unit"]), "part": part}


def _ago(groups: dict[str, str]) -> dict[str, Any]:
    return {"unit": groups["ago"], "shift": -round(number(groups["n"])), "ago": True}


def _past(groups: dict[str, str]) -> dict[str, Any]:
    return {"unit": groups["past"], "shift": -round(number(groups.get("past_n", "one"))), "span": True}


def _month_fields(groups: dict[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"month": english()["months"][groups["month"]]}
    if "year" in groups:
        fields["year"] = int(groups["year"])
    elif "that" in groups:
        fields["unit"] = THAT_YEAR
    elif "near" in groups:
        fields |= {"unit": "year", "shift": _shift(groups["near"])}
    elif "near_month" in groups:
        fields |= {"unit": "month", "shift": _shift(groups["near_month"])}
    if "first" in groups:
        days = [groups["first"], *re.findall(r"\d{1,2}", groups.get("more", ""))]
        fields["days"] = tuple(int(re.sub(r"\D", "", day)) for day in days)
        fields["span"] = bool(re.search(r"to|through|[-–]", groups.get("more", "")))
    part = next((part for part in ("last_week", "early", "mid", "late") if part in groups), "")
    return fields | {"part": part.replace("_", "-")}


def _days_off(groups: dict[str, str]) -> int:
    days = number(groups["days_later"]) * (7 if groups["days_unit"] == "week" else 1)
    return round(days) if groups["days_way"] == "later" else -round(days)


def _near(word: str | None) -> dict[str, int]:
    return {"shift": _shift(word)} if word else {}


def _shift(word: str) -> int:
    rows, word = english()["dates"], word.lower()
    return -1 if word in rows["last"] else 1 if word in rows["next"] else 0


READERS: dict[str, Callable[[dict[str, str]], dict[str, Any]]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month": _month_fields,
    "weekday": _weekday,
    "today": _today,
    "unit": _unit,
    "weekend": lambda groups: {"unit": "weekend"} | _near(groups.get("near_weekend")),
    "ago": _ago,
    "past": _past,
    "days_later": lambda groups: {"unit": "then", "shift": _days_off(groups)},
    "ordinal": lambda groups: {"days": (int(groups["ordinal"]),)},
    "part_year": lambda groups: {"year": int(groups["part_year"]), "ago": True},
    "only": lambda groups: {"year": int(groups["only"])},
    "same_day": lambda _: {"unit": "then", "shift": 0},
    "day_after": lambda _: {"unit": "then", "shift": 1},
    "day_before": lambda _: {"unit": "then", "shift": -1},
}
