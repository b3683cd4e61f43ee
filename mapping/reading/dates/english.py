"""Dates in English prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from mapping.reading.dates.when import When
from mapping.reading.language import either, table
from mapping.reading.measures import number, number_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = ("day", "week", "month", "year")


@cache
def _pieces() -> dict[str, str]:
    rows = table("english")["dates"]
    months = {name: n for name, n in table("english")["months"].items()}
    month = rf"(?P<month>{either(months)})(?:\.(?=\s+[a-z\d]))?"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|,\d{3}|:|\s?(?:km|kilo|mile|%))"
    more = rf"(?P<more>(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+to\s+|\s+through\s+|\s*[-–]\s*){day}(?!\s+[a-z]+s\b))*)"
    year = (
        r"(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"
        rf"|,?\s+(?:of\s+)?(?P<near>{either([*rows['last'], *rows['this'], *rows['next']])})\s+year)?"
    )
    parts = "|".join(f"(?P<{name}>{either(rows[name])})" for name in ("last_week", "early", "mid", "late"))
    return {"month": month, "day": day, "more": more, "year": year, "parts": parts,
            "near": either([*rows["last"], *rows["this"], *rows["next"]]), "times": either(rows["daytimes"])}  # fmt: skip


@cache
def _patterns() -> list[re.Pattern[str]]:
    p, rows = _pieces(), table("english")["dates"]
    weekday = either(table("english")["weekdays"]["names"])
    before = rf"(?:(?<!\w){either(rows['month_before'])}\s+)"
    sources = [
        r"(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)",
        rf"(?<!\w){p['month']}\s+(?P<first>{p['day']}){p['more']}{p['year']}",
        rf"(?<![\w.])(?P<first>{p['day']}){p['more']}(?:\s+of)?\s+{p['month']}(?!\w){p['year']}",
        rf"(?<!\w)(?i:{p['parts']})[\s-]+(?:the\s+month\s+of\s+)?{p['month']}(?!\w){p['year']}",
        rf"(?<!\w)(?P<near_month>{p['near']})\s+{p['month']}(?!\w)",
        rf"{before}(?P<bare>{p['month']})(?!\w){p['year']}",
        rf"(?<!\w){p['month']},?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"(?<!\w){p['month']}\s+(?P<near>{p['near']})\s+year",
        rf"(?<!\w)(?:(?P<near_day>{p['near']})\s+)?(?P<weekday>{weekday})(?P<weekdays>(?:(?:,\s*|\s+and\s+|,\s+and\s+){weekday})*)"
        rf"(?:\s+{p['times']})?(?:\s+(?:of\s+)?(?P<of_week>{p['near']})\s+week)?(?!\w)",
        rf"(?<!\w)(?P<today>(?i:{either(table('english')['days'])}))(?!\w)",
        rf"(?<!\w)(?:(?P<half>earlier|later)\s+)?(?P<near_unit>{p['near']})\s+(?P<unit>week|month|year)(?!\w)",
        rf"(?<!\w)(?P<n>{number_pattern()})[\s-](?P<ago>day|week|month|year)s?\s+ago(?!\w)",
        r"(?<!\w)the\s+(?P<ordinal>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[,.;:)”\"’']|$|and\b|of\s+(?:this|last|the)\b))",
        rf"(?:(?<!\w)(?:in|since|during|of|by|until|from)\s+)(?P<only>(?:19|20)\d\d)(?![\d-]|\s?(?:{'|'.join(('km', 'mile', 'people'))}))",
    ]  # fmt: skip
    return [re.compile(source) for source in sources]


def found(text: str) -> Iterator[When]:
    """Yield dates, pattern by pattern; where two overlap the longer, then the earlier one is to be kept."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield _when(text, match)


def _when(text: str, match: re.Match[str]) -> When:
    groups = {name: value for name, value in match.groupdict().items() if value}
    start, end = match.start("bare") if "bare" in groups else match.start(), match.end()
    if "only" in groups:
        start = match.start("only")
    kept = _fields(groups)
    if len(kept.get("days", ())) == 2 and re.search(r"[Bb]etween\s+$", text[max(0, start - 9) : start]):
        kept["span"] = True
    since = bool(re.search(r"\b[Ss]ince\s+(?:\w+\s+)?$", text[max(0, start - 14) : start]))
    return When(start, end, text[start:end], since=since, **kept)


def _fields(groups: dict[str, str]) -> dict[str, Any]:
    if "iso" in groups:
        year, month, day = map(int, groups["iso"].split("-"))
        return {"year": year, "month": month, "days": (day,)} if 1 <= month <= 12 else {}
    if "month" in groups:
        return _month_fields(groups)
    if "weekday" in groups:
        names = table("english")["weekdays"]["names"]
        days = re.findall(either(names), groups["weekday"] + groups.get("weekdays", ""))
        fields: dict[str, Any] = {"weekdays": tuple(names.index(day) for day in days)}
        if "of_week" in groups:
            return fields | {"unit": "week", "shift": _shift(groups["of_week"])}
        return fields | ({"shift": _shift(groups["near_day"])} if "near_day" in groups else {})
    if "today" in groups:
        days_ = {" ".join(k.split()): v for k, v in table("english")["days"].items()}
        return {"unit": "day", "shift": days_[" ".join(groups["today"].lower().split())]}
    if "unit" in groups:
        return {"unit": groups["unit"], "shift": _shift(groups["near_unit"]),
                "part": "late" if groups.get("half") == "later" else ""}  # fmt: skip
    if "ago" in groups:
        return {"unit": groups["ago"], "shift": -round(number(groups["n"])), "ago": True}
    if "ordinal" in groups:
        return {"days": (int(groups["ordinal"]),)}
    return {"year": int(groups["only"])}


def _month_fields(groups: dict[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {"month": table("english")["months"][groups["month"]]}
    if "year" in groups:
        fields["year"] = int(groups["year"])
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


def _shift(word: str) -> int:
    rows = table("english")["dates"]
    return -1 if word in rows["last"] else 1 if word in rows["next"] else 0
