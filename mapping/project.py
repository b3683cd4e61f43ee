"""One project folder, read and checked: gazetteer/ and seeds/ held against each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapping.domain import dates
from mapping.domain.errors import CurationError, Problem, Problems, did_you_mean
from mapping.domain.fields import Unnamed
from mapping.domain.statements import Control, Report, Statement
from mapping.gazetteer import Gazetteer, read_gazetteer
from mapping.mentions import Matcher, Mention
from mapping.reading.dating import check_dates
from mapping.seeds.sources import Source, read_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Changed = Mapping[str, bytes | None]  # file of a project -> what it would hold; None: it would be gone


@dataclass(frozen=True)
class Project:
    """A checked project: what is known of the ground, the sources, and the places each text names."""

    folder: Path
    gazetteer: Gazetteer
    sources: tuple[Source, ...]
    mentions: dict[str, tuple[Mention, ...]]  # by source id

    @property
    def statements(self) -> list[Statement]:
        """Every statement that stands (not retracted), in the order of the sources."""
        return [s for source in self.sources for s in source.statements if s.status != "retracted"]

    @property
    def naming(self) -> dict[str, list[str]]:
        """Place or route id -> the source of each mention of it, one after the other."""
        found: dict[str, list[str]] = defaultdict(list)
        for source in self.sources:
            for mention in self.mentions[source.id]:
                if mention.place:
                    found[mention.place].append(source.id)
        return dict(found)


def read_ground(folder: Path) -> Gazetteer:
    """Read gazetteer/ alone. Raises CurationError with all faults."""
    _require(folder, "gazetteer")
    problems = Problems()
    gazetteer = read_gazetteer(folder / "gazetteer", problems)
    problems.raise_if_any()
    return gazetteer


def read_project(folder: Path, changed: Changed | None = None) -> Project:
    """Read and check a project folder. Raises CurationError with all faults; writes nothing."""
    problems = Problems()
    project = read_what_can_be(folder, problems, changed)
    problems.raise_if_any()
    return project


def read_what_can_be(folder: Path, problems: Problems, changed: Changed | None = None) -> Project:
    """Read what can be read of a project folder; faults go to `problems`, and each check goes as far as it can.

    Statements that name a place which nobody knows are left out: they lie nowhere. Raises CurationError where there
    is no project at all.

    `changed` maps files, such as "gazetteer/names.csv", to contents that are read in place of those on the disk.
    Statements come in the order of their quotes in the text, in whatever order the file holds them.
    """
    _require(folder, "gazetteer", "seeds")
    ground = {name: content for name, content in _within("gazetteer", changed).items() if content is not None}
    gazetteer = read_gazetteer(folder / "gazetteer", problems, ground)
    sources = read_sources(folder / "seeds", problems, _within("seeds", changed))
    matcher = Matcher(gazetteer)
    for source in sources:
        check_source(source, gazetteer, matcher, problems)
        check_dates(source, problems)
    _check_covers(sources, gazetteer, problems)
    sources = tuple(replace(source, statements=_placeable(source, gazetteer)) for source in sources)
    return Project(folder, gazetteer, sources, {source.id: matcher.find(source.text) for source in sources})


def _within(folder: str, changed: Changed | None) -> dict[str, bytes | None]:
    """The changed files of one folder of a project, by their names in it."""
    files = (changed or {}).items()
    return {name.removeprefix(f"{folder}/"): content for name, content in files if name.startswith(f"{folder}/")}


def _placeable(source: Source, gazetteer: Gazetteer) -> tuple[Statement, ...]:
    """Statements of a source in the order of their quotes, without those that name an unknown place."""
    known = gazetteer.places.keys() | gazetteer.routes.keys()
    told = [
        one for one in source.statements if all(isinstance(ref, Unnamed) or ref in known for _, ref in one.places())
    ]
    return tuple(sorted(told, key=lambda one: (one.span, one.uid)))


def _require(folder: Path, *names: str) -> None:
    missing = [f"{name}/" for name in names if not (folder / name).is_dir()]
    if missing:
        message = (
            f"is no project: it lacks {' and '.join(missing)}; go to the project's folder, or name it with --project"
        )
        raise CurationError([Problem(str(folder), "", message)])


def _begins_after(one: Control) -> bool:
    """Whether a place is held since a day after that on which it is held."""
    if not (one.since and one.date):
        return False
    since, date = dates.parse(one.since).start, dates.parse(one.date).end
    return bool(since and date and since > date)


_GROUND = ("gazetteer/places.csv", "gazetteer/routes.csv", "gazetteer/routes.geojson")
_NAMES = (*_GROUND, "gazetteer/names.csv")


def check_source(source: Source, gazetteer: Gazetteer, matcher: Matcher, problems: Problems) -> None:
    """Note where ids are unknown, the text never names a place, or words do not stand in their quote."""
    file = f"seeds/{source.id}.toml"
    named = matcher.spelled(source.text) if source.statements else set()
    known = {**gazetteer.places, **gazetteer.routes}
    for statement in source.statements:
        for role, ref in statement.places():
            if isinstance(ref, Unnamed):
                if ref.text not in statement.quote:
                    advice = "use words of the quote, or a gazetteer id"
                    problems.add(file, statement.id, f"{role}: {ref.text!r} does not stand in the quote; {advice}")
                if ref.of is not None and ref.of not in gazetteer.places:
                    hint = did_you_mean(ref.of, gazetteer.places)
                    advice = "name the place of gazetteer/places.csv of which it is a part, or leave `of` out"
                    problems.add(file, statement.id, f"{role}: unknown place {ref.of!r}{hint}; {advice}")
            elif ref not in known:
                if not problems.whole(*_GROUND):
                    continue
                advice = "mend the id, add the place to gazetteer/places.csv, or write { text = … }"
                problems.add(file, statement.id, f"{role}: unknown place {ref!r}{did_you_mean(ref, known)}; {advice}")
            elif role in statement.ROUTES and ref not in gazetteer.routes:
                advice = "name a route of gazetteer/routes.csv, or write { text = … }"
                problems.add(file, statement.id, f"{role}: {ref!r} is no route; {advice}")
            elif ref not in named and problems.whole(*_NAMES):
                advice = "choose the place it means, or add the spelling it uses to gazetteer/names.csv"
                problems.add(file, statement.id, f"{role}: the text never names {ref!r}; {advice}")
        if isinstance(statement, Control) and _begins_after(statement):
            said = f"since: {statement.since} lies after {statement.date}, on which it is said to be so"
            problems.add(file, statement.id, f"{said}; mend one of them")
        for field, actor in statement.parties():
            if actor not in gazetteer.actors and problems.whole("gazetteer/actors.csv"):
                hint = did_you_mean(actor, gazetteer.actors)
                advice = "mend the id, or add it to gazetteer/actors.csv"
                problems.add(file, statement.id, f"{field}: unknown actor {actor!r}{hint}; {advice}")


def _check_covers(sources: tuple[Source, ...], gazetteer: Gazetteer, problems: Problems) -> None:
    """Events that a sum covers exist, are others, and happened at a place of the sum's or inside it."""
    events = [s for source in sources for s in source.statements if isinstance(s, Report)]
    files = [f"seeds/{source.id}.toml" for source in sources]
    places: dict[str, set[str]] = {}
    for one in events:
        if one.event:
            places.setdefault(one.event, set()).update(_wholes(one, gazetteer))
    for statement in events:
        for covered in statement.covers:
            message = ""
            if covered == statement.event:
                message = f"{covered!r} is this event itself; name the events that it sums up"
            elif covered not in places and problems.whole(*files):
                hint = did_you_mean(covered, places)
                message = f"unknown event {covered!r}{hint}; name an event id that another statement carries"
            elif covered in places:
                here, there = _wholes(statement, gazetteer), places[covered]
                if here and there and here.isdisjoint(there):
                    message = f"{covered!r} happened at another place; name events of its own places"
            if message:
                problems.add(f"seeds/{statement.source}.toml", statement.id, f"covers: {message}")


def _wholes(report: Report, gazetteer: Gazetteer) -> set[str]:
    """Places of a report, with their townships, regions and seats."""
    refs = [gazetteer.places[ref] for _, ref in report.places() if isinstance(ref, str) and ref in gazetteer.places]
    return {id_ for place in refs for id_ in (place.id, place.township, place.seat) if id_}
