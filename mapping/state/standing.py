"""The rule: who holds a place on a day, by what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from mapping.domain import dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mapping.state.observations import Observation

AGE_DAYS = 60  # a front moves within weeks: an older last word is told as the last that is known
Holder = tuple[str, ...]  # ids of actors, sorted; joint holders stand together


@dataclass(frozen=True)
class Answer:
    """Who holds a place on a day, and by which statements (uids).

    `since` are the days within which it began (first, last), None where nobody says; `last_said` the day of the last
    word for it.
    """

    holder: Holder = ()
    standing: str = "unknown"
    since: tuple[date | None, date] | None = None
    last_said: date | None = None
    told: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def since_edtf(self) -> str | None:
        """Days within which it began as EDTF, None where nobody says."""
        if self.since is None:
            return None
        first, last = self.since
        return dates.iso(last) if first == last else f"{dates.iso(first) or '..'}/{dates.iso(last)}"


@dataclass(frozen=True)
class Held:
    """What the firm words say so far: the holder, or the holders between whom they clash.

    `undated` where all that is known is a change at an unknown time: whether it still held then, nobody says.
    `undone` are changes at an unknown time that took the place from the holder, before or after it came to be so.
    """

    holder: Holder = ()
    rivals: tuple[Holder, ...] = ()
    by_change: bool = False
    undated: bool = False
    since: tuple[date | None, date] | None = None
    word: date = date.min
    told: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    undone: tuple[Observation, ...] = ()


def _by_day(one: Observation) -> tuple[object, ...]:
    """Sort by the last day; on one day what has no other comes first, then what is held, who leaves, who comes."""
    sort = ("state", "end", "change").index(one.sort) if one.first else -1
    return one.last, one.first or one.last, sort, one.holder, one.statements


@dataclass(frozen=True)
class Evidence:
    """All that is said of one place; `agree` tells whether two holders can be one, `narrower` which to name then."""

    observations: Sequence[Observation]
    agree: Callable[[Holder, Holder], bool]
    narrower: Callable[[Holder, Holder], Holder]

    @cached_property
    def firm(self) -> list[Observation]:
        """Words that outweigh all others, in the order of their days."""
        return sorted((one for one in self.observations if one.firm), key=_by_day)

    @cached_property
    def weak(self) -> list[Observation]:
        """Claims, disputed words and drafts, in the order of their days."""
        return sorted((one for one in self.observations if not one.firm), key=_by_day)

    def on(self, day: date) -> Answer:
        """Answer for one day.

        Nothing is held before the first word of it. A change holds from its last possible day on; within its days
        the place is contested, where it is known who held it before. Until a firm word for another holder the last
        one stands: reported where a later word agrees, or where the change tells whom the place was taken from, or
        for AGE_DAYS; else last known. A change at an unknown time undoes only what was said of whom it was taken
        from, and no change that is known. Claims count only where nothing firm is known.
        """
        held = Held()
        for one in self.firm:
            if one.last <= day:
                held = self._after(held, one)
        changing = [one for one in self.firm if one.sort == "change" and one.first and one.first <= day < one.last]
        changing = [one for one in changing if not any(self._told_finer(one, other) for other in self.firm)]
        rivals = [one for one in changing if not self._stays(held.holder, one)]
        before = held.holder or next((one.taken_from for one in rivals if one.taken_from), ())
        if rivals and before and not held.rivals:
            return self._in_doubt(before, held, rivals)
        if held.rivals:
            holder = tuple(sorted({actor for rival in held.rivals for actor in rival}))
            return Answer(holder, "contested", held.since, held.word, held.told, held.against)
        if not held.holder:
            return self._claimed(day, held)
        return self._standing(day, held)

    def _after(self, held: Held, one: Observation) -> Held:
        """Take in one more firm word."""
        if one.sort == "end":
            return self._left(held, one)
        same = self._stays(held.holder, one)
        if held.rivals:
            return self._sided(held, one)
        if same:
            return self._confirmed(held, one)
        return self._other(held, one) if held.holder else self._new(one, one.statements)

    def _stays(self, holder: Holder, one: Observation) -> bool:
        """Whether a holder is still there after a word: it agrees, and takes the place from no other who shares it."""
        ousted = (p for p in holder if self.agree((p,), one.taken_from) and not self.agree((p,), one.holder))
        return self.agree(holder, one.holder) and not any(ousted)

    def _told_finer(self, one: Observation, other: Observation) -> bool:
        """Whether another change tells nearer when the same holder came: within the days of this one, and fewer."""
        if other.sort != "change" or not (one.first and other.first):
            return False
        within = one.first <= other.first and other.last <= one.last
        return within and other.last - other.first < one.last - one.first and self.agree(one.holder, other.holder)

    def _left(self, held: Held, one: Observation) -> Held:
        """Take in that somebody left: of several that share the place, or clash over it, the others stay."""
        if held.rivals:
            return self._rival_left(held, one)
        if held.holder and not self.agree(held.holder, one.holder):
            return held
        staying = tuple(party for party in held.holder if not self.agree((party,), one.holder))
        left = Held(word=one.last, told=one.statements)
        return replace(held, holder=staying, word=one.last, told=(*held.told, *one.statements)) if staying else left

    def _rival_left(self, held: Held, one: Observation) -> Held:
        told = tuple(dict.fromkeys((*held.told, *held.against, *one.statements)))
        staying = [rival for rival in held.rivals if not self.agree(rival, one.holder)]
        if len(staying) != 1:
            return replace(held, rivals=tuple(staying)) if staying else Held(word=one.last, told=told)
        since = held.since if self.agree(staying[0], held.holder) else (held.word, held.word)
        return Held(staying[0], by_change=held.by_change, since=since, word=one.last, told=told)

    def _other(self, held: Held, one: Observation) -> Held:
        """Take in a word for another holder."""
        if one.sort == "change" and one.first is None:
            return self._undated(held, one)
        if self._may_be_older(held, one):
            return held
        if one.sort == "state" and (undone := [told for told in held.undone if self.agree(told.holder, one.holder)]):
            told = tuple(uid for other in undone for uid in other.statements)
            since = held.word + timedelta(1), one.last
            return replace(self._new(one, tuple(dict.fromkeys((*told, *one.statements)))), since=since)
        if self._clash(held, one):
            return replace(held, rivals=tuple(sorted((held.holder, one.holder))), word=one.last, against=one.statements)
        return self._new(one, one.statements)

    def _new(self, one: Observation, told: tuple[str, ...]) -> Held:
        change = one.sort == "change"
        return Held(one.holder, (), change, change and one.first is None, (one.first, one.last), one.last, told)

    def _undated(self, held: Held, one: Observation) -> Held:
        """Take in a change at an unknown time to another holder.

        Taken from whoever was said to hold the place, it came after that word. Taken from whoever took the place on a
        known day, it may be older: only who is said to hold it then decides. Else it is told of some earlier time.
        """
        if not one.taken_from or not self.agree(one.taken_from, held.holder):
            return held
        if held.by_change:
            return replace(held, undone=(*held.undone, one))
        return replace(self._new(one, one.statements), since=(held.word + timedelta(1), one.last), undated=False)

    def _sided(self, held: Held, one: Observation) -> Held:
        """Take in a word on a place between rivals: for one of them it decides, for another it adds a rival."""
        if self._may_be_older(held, one):
            return held
        first = one.first or one.last
        of_the_same_day = first <= held.word if one.sort == "state" else first < held.word
        if any(self.agree(rival, one.holder) for rival in held.rivals):
            if of_the_same_day:
                return replace(held, against=tuple(dict.fromkeys((*held.against, *one.statements))))
            told = tuple(dict.fromkeys((*held.told, *held.against, *one.statements)))
            if self.agree(held.holder, one.holder):  # who held it before somebody contradicted has held it all the time
                return replace(held, rivals=(), word=one.last, told=told, against=())
            return self._new(one, told)
        against = tuple(dict.fromkeys((*held.against, *one.statements)))
        return replace(held, rivals=tuple(sorted((*held.rivals, one.holder))), word=one.last, against=against)

    def _confirmed(self, held: Held, one: Observation) -> Held:
        """Take in a word for the same holder; one without a day of its own makes nothing newer."""
        told = tuple(dict.fromkeys((*held.told, *one.statements)))
        held = replace(held, holder=self.narrower(held.holder, one.holder), told=told)
        if one.sort == "change" and one.first is None:
            return held
        since = (one.first, one.last) if held.undated else held.since
        return replace(held, word=one.last, undated=False, since=since)

    def _clash(self, held: Held, one: Observation) -> bool:
        """Whether a word for another holder contradicts what is said.

        A state contradicts a change that nobody reports to have been undone, and a state of the same days; a change
        contradicts another change of the same days, unless it tells that it undid that one, and a state of a day in
        the midst of its days: whether the place was taken before or after, nobody says.
        """
        if held.undated:
            return False
        if one.sort == "state":
            return held.by_change or (one.first or one.last) <= held.word
        if not held.by_change and one.first and one.first < held.word < one.last:
            return True
        undone = bool(one.taken_from) and self.agree(one.taken_from, held.holder)
        return held.by_change and held.since is not None and not undone and (one.first or one.last) <= held.since[1]

    def _may_be_older(self, held: Held, one: Observation) -> bool:
        """Whether a word for another holder can be true of a time before the change that is known."""
        if one.sort == "change":
            return one.first is None
        dated = held.by_change and not held.undated
        return dated and held.since is not None and (one.first or one.last) <= held.since[1]

    def _in_doubt(self, before: Holder, held: Held, rivals: Sequence[Observation]) -> Answer:
        """Within the days of a change: it is in doubt whether it has come already."""
        holder = {*before, *(actor for one in rivals for actor in one.holder)}
        told = dict.fromkeys(uid for one in rivals for uid in one.statements)
        firsts = [one.first for one in rivals if one.first]
        since = (min(firsts), max(one.last for one in rivals))
        return Answer(tuple(sorted(holder)), "contested", since, min(firsts), tuple(told), held.told)

    def _standing(self, day: date, held: Held) -> Answer:
        against = self._weak_against(day, held)
        answer = Answer(held.holder, "reported", held.since, held.word, held.told, against)
        later = next(
            (
                (one, then) for one in self.firm
                if one.last > day and replace(then := self._after(held, one), undone=held.undone) != held
            ), None,
        )
        if later is None:
            stands = not held.undated and day - held.word <= timedelta(AGE_DAYS)
        else:
            one, then = later
            taken = one.first is not None and bool(one.taken_from) and self.agree(one.taken_from, held.holder)
            goes_on = not then.rivals and self.agree(then.holder, held.holder)
            stands = taken or goes_on or one.sort == "end" or (day == held.word and not held.undated)
        return answer if stands else replace(answer, standing="last-known")

    def _claimed(self, day: date, held: Held) -> Answer:
        """Say what is merely claimed; a firm end before it counts as unknown until somebody claims it again."""
        said = [one for one in self.weak if one.last <= day and one.last >= held.word and one.sort != "end"]
        if not said:
            return Answer(last_said=held.word if held.told else None, told=held.told)
        last = said[-1]
        same = [one for one in said if self.agree(one.holder, last.holder)]
        told = tuple(dict.fromkeys(uid for one in same for uid in one.statements))
        others = tuple(dict.fromkeys(uid for one in said if one not in same for uid in one.statements))
        return Answer(last.holder, "claimed", (same[0].first, same[0].last), last.last, told, others)

    def _weak_against(self, day: date, held: Held) -> tuple[str, ...]:
        since = held.since[0] or held.since[1] if held.since else held.word
        later: Iterable[Observation] = (one for one in self.weak if since <= one.last <= day and one.sort != "end")
        return tuple(dict.fromkeys(
            uid for one in later if not self.agree(one.holder, held.holder) for uid in one.statements
        ))  # fmt: skip
