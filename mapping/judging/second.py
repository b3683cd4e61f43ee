"""A second reading: each reviewed text is read once more, and what its statements say otherwise is listed.

Two readers: the words of the quote themselves (places, parties and numbers must stand there), and the drafts of the
program's own reader, where one rests on the same words. What a curator has looked at (`[[seen]]`) is quiet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.domain.fields import Unnamed
from mapping.domain.statements import Report
from mapping.domain.vocabulary import FIRM, HAPPENED, STATUSES
from mapping.gazetteer.kin import Kin
from mapping.judging import quoted
from mapping.judging.reread import Reread, otherwise
from mapping.mentions import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapping.domain.statements import Statement
    from mapping.gazetteer import Place
    from mapping.project import Project
    from mapping.seeds.sources import Source

MANY = 3  # things that one person tells: all but one of them claims, the one is told
SHORT = 80  # characters of a sentence: enough to find it again


@dataclass(frozen=True, order=True)
class Difference:
    """What a second reading finds: of a statement, its field, what it says and what was read; of a sentence its words.

    A curator repeats all of it in `[[seen]]` once it was looked at: when either side changes, it is told again.
    """

    source: str
    statement: str
    field: str
    said: str
    read: str

    def __str__(self) -> str:
        if not self.statement:
            return f"seeds/{self.source}.toml: no statement rests on: {self.read}"
        return f"seeds/{self.source}.toml: {self.statement}: {self.field}: {self.said}; {self.read}"


def second_reading(project: Project) -> list[Difference]:
    """Return what a second reading finds in the reviewed statements of a project and nobody has looked at, sorted."""
    readers = Readers(project)
    found = [one for source in project.sources for one in readers.differences(source)]
    return sorted(set(found))


class Readers:
    """Both readers of a project; each text is read once, however often its statements are held against it."""

    def __init__(self, project: Project) -> None:
        self._matcher, self._kin = Matcher(project.gazetteer), Kin(project.gazetteer.actors)
        self._places_by_id = project.gazetteer.places
        self._events: dict[str, list[Report]] = {}
        for one in project.statements:
            if isinstance(one, Report) and one.event:
                self._events.setdefault(one.event, []).append(one)
        self._texts: dict[str, Reread] = {}

    def differences(self, source: Source) -> Iterator[Difference]:
        """Yield what is not seen of one source; a source without statements is still to be read."""
        reviewed = [one for one in source.statements if STATUSES[one.status].weighs]
        if not reviewed:
            return
        text = self._texts.get(source.id)
        if text is None or text.source.text != source.text:
            text = self._texts[source.id] = Reread(source, self._matcher)
        seen = {(one.statement, one.field, one.said, one.read) for one in source.seen}
        for statement in reviewed:
            for field, said, told in self._statement(statement, source, text):
                if (statement.id, field, said, told) not in seen:
                    yield Difference(source.id, statement.id, field, said, told)
        words = [one.words for one in source.seen if one.words]
        for sentence in text.untold(source.statements):
            if not any(sentence[:SHORT] in word or word in sentence for word in words):
                yield Difference(source.id, "", "", "", sentence if len(sentence) <= SHORT else sentence[:SHORT])

    def _statement(self, one: Statement, source: Source, text: Reread) -> Iterator[tuple[str, str, str]]:
        yield from self._places(one, text)
        yield from quoted.numbers(one)
        yield from self._parties(one, text)
        yield from quoted.published(one, source)
        yield from self._of_a_party(one)
        yield from self._alone(one, source.statements)
        if isinstance(one, Report):
            yield from self._other_way_round(one)
            yield from quoted.ends(one, source.text, text.scan)
            yield from text.other_type(one, source.statements)
        draft = text.draft_of(one)
        if draft:
            yield from otherwise(one, draft, self._kin)

    def _parties(self, one: Statement, text: Reread) -> Iterator[tuple[str, str, str]]:
        """Each party is named in the text, under a name that can be it."""
        for field, actor in one.parties():
            if not any(self._kin.agree((actor,), actors) for _, _, actors in text.scan.actors):
                yield field, actor, "the text names no such party"

    def _places(self, one: Statement, text: Reread) -> Iterator[tuple[str, str, str]]:
        """Each place, or the area whose seat it is, is named in the paragraph of the quote or the one before."""
        near, quoted = text.named_near(one), text.named_in(*one.span)
        told = [(role, self._places_by_id.get(ref)) for role, ref in one.places() if not isinstance(ref, Unnamed)]
        known = [(role, place) for role, place in told if place]
        elsewhere = {id_ for id_ in quoted if id_ in self._places_by_id} if len(known) == len(one.places()) else set()
        if known and elsewhere and not any(_names(place) & quoted for _, place in known):
            yield known[0][0], known[0][1].id, f"the quote names {', '.join(sorted(elsewhere))}"
            return
        for role, place in known:
            if not _names(place) & near:
                yield role, place.id, "its paragraph does not name it"

    def _other_way_round(self, one: Report) -> Iterator[tuple[str, str, str]]:
        """Others who tell the same event put its parties the other way round, and nobody as this one does."""
        others = [other for other in self._events.get(one.event or "", ()) if other.uid != one.uid]
        agree = self._kin.agree
        if any(agree(other.actors, one.actors) or agree(other.against, one.against) for other in others):
            return
        if any(agree(other.actors, one.against) or agree(other.against, one.actors) for other in others):
            yield "actors", ", ".join(one.actors) or "nobody", "other reports of the event tell it the other way round"

    def _of_a_party(self, one: Statement) -> Iterator[tuple[str, str, str]]:
        """What a party to the fighting says is a claim; whoever is close to one is none."""
        if one.certainty not in FIRM or not one.said_by or not one.parties():
            return
        named = self._matcher.scan(one.said_by).actors
        if named and not quoted.CLOSE_TO.search(one.said_by[: named[0][0]]):
            yield "certainty", one.certainty, f"told by {one.said_by}: a claim"

    def _alone(self, one: Statement, statements: Iterable[Statement]) -> Iterator[tuple[str, str, str]]:
        """Whoever tells several things as claims tells this one so too."""
        if one.certainty not in FIRM:
            return
        others = {two.certainty for two in statements if two.said_by == one.said_by and two.uid != one.uid}
        if sum(two.said_by == one.said_by for two in statements) >= MANY and others <= HAPPENED - FIRM:
            told = ", ".join(sorted(others))
            yield "certainty", one.certainty, f"all else that {one.said_by or 'the report'} tells is {told}"


def _names(place: Place) -> set[str]:
    """Ids under which a text may name a place: its own, its seat's, that of its township."""
    return {place.id, place.seat, place.township} - {""}
