"""The places of an event over all its reports: what they tell, drawn once, with the reports that tell it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from shapely import Point

from mapping.domain.vocabulary import HAPPENED, ROLES
from mapping.placing.roles import Site, draw_roles

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from mapping.domain.statements import Report
    from mapping.placing.world import World

Place = tuple[str | None, str]  # id of a place or route, or None; its name, or the words of the text
_ROLES = tuple(ROLES)
SAME_DEGREES = 1e-9  # a tenth of a millimetre: an end that lies on a line, but for rounding


def place_event(reports: Sequence[Report], world: World) -> list[Site]:
    """Place an event by all its reports: the same sites, in the same order, in whichever order they are told.

    For each place, road, or words of a text the strongest telling counts: what a report tells as happened outranks
    what is only announced, and what is drawn outranks what is not. A point is drawn once, in the firmest role that
    it is told in; so is each line, and an arrow that ends short of its target where another arrives. Lines that
    differ all stay, each with the reports that tell it.
    """
    told = [site for report in sorted(reports, key=lambda one: one.uid) for site in draw_roles(report, world)]
    if len(reports) == 1 and len({site.key for site in told}) == len(told) and sum(map(_stretches, told)) <= 1:
        return told  # nothing to join, as in most events
    by_place: dict[Place, list[Site]] = defaultdict(list)
    for site in told:
        by_place[_place(site)].append(site)
    by_place = {place: _without_announced(sites) for place, sites in by_place.items()}
    lines = _lines(site for sites in by_place.values() for site in sites)
    found = [site for place, sites in by_place.items() for site in _of_place(sites, lines.get(place, []))]
    seen = {report.uid for site in found for report in site.reports}
    lost = [site for site in told if seen.isdisjoint(report.uid for report in site.reports)]
    return _numbered([*found, *(_bare(site) for site in lost)])


def _place(site: Site) -> Place:
    return site.ref, site.text


def _without_announced(sites: list[Site]) -> list[Site]:
    """Take away what an announcement draws at a place of which a report tells something that happened."""
    real = [site.reports[0].certainty in HAPPENED for site in sites]
    if all(real) or not any(real):
        return sites
    return [site if one else _bare(site, "announced") for site, one in zip(sites, real, strict=True)]


def _bare(site: Site, located_by: str | None = None) -> Site:
    return Site(site.role, site.ref, site.text, site.reports, site.route, located_by=located_by or site.located_by)


def _stretches(site: Site) -> bool:
    """Whether a site draws more than the point of its place: a line, or the area between two places."""
    return site.line is not None or (site.area is not None and site.point is None)


def _lines(told: Iterable[Site]) -> dict[Place, list[Site]]:
    """Place or road -> the lines (and areas between places) that it bears; each once, with all who tell it."""
    groups: dict[Hashable, list[Site]] = defaultdict(list)
    for site in told:
        if _stretches(site):
            groups[_identity(site)].append(site)
    best = {identity: min(sites, key=lambda site: (*_rank(site), site.key)) for identity, sites in groups.items()}
    for short in [identity for identity, site in best.items() if site.line_shape == "arrow" and site.line_to is None]:
        longer = [identity for identity, site in best.items() if _begins(best[short], site)]
        if longer:
            groups[max(longer, key=repr)] += groups.pop(short)
            del best[short]
    found: dict[Place, list[Site]] = defaultdict(list)
    for identity, site in best.items():
        found[_place(site)].append(replace(site, reports=_reports(groups[identity])))
    return found


def _identity(site: Site) -> Hashable:
    """What makes two lines one: the same ends of a section, on the same road; else the same shape."""
    if site.line_shape != "arrow" and site.line_to is not None:
        return site.line_shape, site.route, frozenset((site.line_from, site.line_to))
    return site.line_shape, site.line.wkb if site.line is not None else None


def _begins(short: Site, other: Site) -> bool:
    """Whether an arrow is the first part of another."""
    if short.line is None or other.line is None or other.line_shape != "arrow":
        return False
    corners = list(short.line.coords)
    same = corners[:-1] == other.line.coords[: len(corners) - 1] and short.line.length < other.line.length
    return same and bool(other.line.distance(Point(corners[-1])) < SAME_DEGREES)


def _of_place(told: list[Site], lines: list[Site]) -> list[Site]:
    """Sites of one place, road or words: its points, the lines it bears, or that nothing is drawn there."""
    marks: dict[object, list[Site]] = defaultdict(list)
    for site in told:
        if site.point is not None:
            marks[site.point].append(site)
    bare = [site for site in told if site.point is None and not _stretches(site)]
    lines = sorted(lines, key=_rank)
    found: list[Site] = []
    for sites in sorted(marks.values(), key=lambda sites: min(map(_rank, sites))):
        found.append(_with_line([*sites, *(bare if not found else [])], min(sites, key=_rank), lines))
    found += [_without_point(line) for line in lines]
    told = bare or told  # else their lines stand with another place
    return found or [replace(_bare(min(told, key=_rank)), reports=_reports(told))]


def _with_line(told: list[Site], mark: Site, lines: list[Site]) -> Site:
    """Join a point and the first line that is told in its role; who tells another line stands with that one."""
    mine = [line for line in lines if (line.role, line.point) == (mark.role, mark.point)]
    if not mine:
        return replace(_without_line(mark), reports=_reports(told))
    lines.remove(mine[0])
    elsewhere = {report.uid for line in mine[1:] for report in line.reports} - {r.uid for r in mine[0].reports}
    return replace(mine[0], reports=tuple(report for report in _reports(told) if report.uid not in elsewhere))


def _rank(site: Site) -> tuple[object, ...]:
    """Order of tellings of one place, the strongest first."""
    announced = not any(report.certainty in HAPPENED for report in site.reports)
    whole = site.located_by == "route whole"
    return announced, _ROLES.index(site.role), whole, site.route is None, [report.uid for report in site.reports]


def _reports(sites: Iterable[Site]) -> tuple[Report, ...]:
    told = {report.uid: report for site in sites for report in site.reports}
    return tuple(told[uid] for uid in sorted(told))


def _without_line(site: Site) -> Site:
    return replace(site, line=None, line_shape=None, line_from=None, line_to=None, line_uncertainty_m=None)


def _without_point(site: Site) -> Site:
    if site.point is None:
        return site
    return replace(site, point=None, area=None, uncertainty_m=None, located_by="route")


def _numbered(sites: Iterable[Site]) -> list[Site]:
    """Number what one event tells several times of one place in one role."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    found = []
    for site in sites:
        seen[site.role, site.key] += 1
        found.append(replace(site, number=seen[site.role, site.key]))
    return found
