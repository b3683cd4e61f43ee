"""What the commands print, and how they stop."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.domain.errors import CurationError
    from mapping.domain.statements import Report
    from mapping.judging.same import Pair
    from mapping.waist import Dataset

SENTENCE = 160  # characters of a quote by which a person knows it again
_out, _errors = Console(highlight=False), Console(stderr=True, highlight=False, soft_wrap=True)


def plain(value: object) -> Text:
    """Any value as text that neither mark-up nor a terminal's control codes can get out of; nothing for None, NaN."""
    if value is None or value != value:  # noqa: PLR0124  NaN is the one value unlike itself
        return Text()
    return Text("".join(c if c.isprintable() else "\ufffd" for c in " ".join(str(value).split())))


def argument(words: str) -> str:
    """Words as one argument of a command, to be copied into a shell: in double quotes where nothing in them acts."""
    return shlex.quote(words) if set(words) & set('"$`\\!') else f'"{words}"'


def say(line: object) -> None:
    """Print one line."""
    _out.print(plain(line), soft_wrap=True)


def show(rows: Iterable[Iterable[object]], *headings: str) -> None:
    """Print a table, with headings where there are any."""
    table = Table(*(Column(heading, overflow="fold") for heading in headings), box=None, show_header=bool(headings))
    for row in rows:
        table.add_row(*map(plain, row))
    _out.print(table)


def counted(number: int, noun: str) -> str:
    """Write "1 fault", "2 faults"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def stop(message: object) -> NoReturn:
    """Say on standard error why nothing was done, and end with status 1."""
    _errors.print(plain(message))
    raise typer.Exit(1)


def tell_faults(error: CurationError) -> None:
    """Print every fault on standard error."""
    for problem in error.problems:
        _errors.print(plain(problem))
    _errors.print(f"{counted(len(error.problems), 'fault')}; nothing was written")


def tell_summary(dataset: Dataset) -> None:
    """Print what a build found, in a few numbers."""
    places, events = dataset.places, dataset.events
    named = places[places["mentions"] > 0]
    located = named.geometry.notna().sum()
    show((
        ("sources", f"{len(dataset.sources)} ({(~dataset.sources['read']).sum()} unread)"),
        ("mentions found", len(dataset.mentions)),
        ("places named", f"{len(named)} ({located} located, {len(named) - located} not)"),
        ("routes", len(dataset.routes)),
        ("events", events["event_id"].nunique()),
        ("contradictions", events.loc[events["contradiction"].notna(), "event_id"].nunique()),
    ))  # fmt: skip


def tell_distances(dataset: Dataset) -> None:
    """Print each stated number beside the map's own."""
    rows = []
    for row in dataset.distances.to_dict("records"):
        stated = " ".join(filter(None, (row["stated"], row["worked_out"])))
        numbers = (row[key] for key in ("measured_km", "straight_km", "azimuth"))
        rounded = ("" if number != number else f"{number:.1f}" for number in numbers)  # noqa: PLR0124
        verdict = ": ".join(filter(None, (row["verdict"], row["verdict_detail"])))
        rows.append((row["from_name"], row["to_name"], stated, *rounded, verdict))
    show(rows, "from", "to", "stated", "road km", "straight km", "azimuth", "verdict")


def tell_drawing(dataset: Dataset) -> None:
    """Print where a drawn road is shorter than the straight line: a fault of the drawing, which stops no build."""
    for file, frame in (("gazetteer/routes.geojson", dataset.routes), ("seeds", dataset.distances)):
        for row in frame[frame["drawing"].notna()].itertuples():
            say(f"{file}: {row.id}: {row.drawing}; mend the line in routes.geojson, or the location")


def tell_pairs(pairs: Iterable[Pair]) -> None:
    """Print reports that may tell one event, with what speaks for it and against it."""
    pairs = list(pairs)
    for pair in pairs:
        say(f"{pair.score:.2f} {_sentence(pair.one)}")
        say(f"= {_sentence(pair.other)}")
        say(f"for it: {'; '.join(pair.reasons)}")
        say(f"against it: {'; '.join(pair.doubts) or 'nothing'}")
        say("")
    if pairs:
        say('where two are one, give both the same event = "…"; where one sums up, name the other in its covers')
    else:
        say("no two reports look like one event")


def _sentence(report: Report) -> str:
    cut = report.quote[:SENTENCE].rstrip()
    return f"{report.uid}: “{cut}{'…' if len(cut) < len(report.quote) else ''}”"


def tell_reading(found: Mapping[str, Any]) -> None:
    """Print mentions and drafted statements of a text."""
    show(
        (
            (m["start"], m["text"], m["name"], m["kind"], _degrees(m["latitude"]), _degrees(m["longitude"]))
            for m in found["mentions"]
        ),
        "at", "text", "place", "kind", "lat", "lon",
    )  # fmt: skip
    show(
        (
            (s["start"], s["event_type"] or s["kind"], _roles(s["places"]), s["date"], s["certainty"], s["quote"])
            for s in found["statements"]
        ),
        "at", "kind", "places", "date", "certainty", "sentence",
    )  # fmt: skip

    tell_missed((row["sentence"], row["reason"]) for row in found["missed"])


def tell_missed(missed: Iterable[tuple[str, str]]) -> None:
    """Print sentences that hold what was not drafted, with the reason."""
    rows = list(missed)
    if rows:
        say(f"{counted(len(rows), 'sentence')} may hold more than was drafted:")
    for sentence, reason in rows:
        say(f"- {sentence[:SENTENCE].rstrip()}{'…' if len(sentence) > SENTENCE else ''}: {reason}")


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _roles(places: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(f"{place['role']} {place['name']}" for place in places)
