"""Where something happened when its own clause names no place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.english.anaphora import back_reference, meant_by
from mapping.reading.english.grammar import rule

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.core.context import Context
    from mapping.reading.core.skeleton import Skeleton
    from mapping.reading.english.events.clauses import Group
    from mapping.reading.english.events.triggers import Trigger


class Whereabouts:
    """Looks for the place of an event: antecedent, words that refer back, the sentence, the text before."""

    def __init__(self, sk: Skeleton, where: list[Group], starts: list[int], context: Context) -> None:
        self._sk, self._starts, self._context = sk, starts, context
        self._all = where
        self._where = [group for group in where if group.sort != "R"]

    def of(self, trigger: Trigger, clause: int, *, unreal: bool, referred: bool = False) -> list[Mention]:
        """Places meant; none for talks without a place, and none from other sentences for what did not happen."""
        first = self._starts[clause]
        last = self._starts[clause + 1] if clause + 1 < len(self._starts) else len(self._sk.text)
        earlier = [group for group in self._where if group.end <= trigger.start and not group.used]
        if referred:
            return self._referred(first, last, trigger, earlier)
        meant = self._antecedent(first, last, trigger, earlier) or self._referred(first, last, trigger, earlier)
        if meant or trigger.type == "talks":
            return meant
        if trigger.noun and rule("events.after_noun").match(self._sk.text[first:last]):
            return []  # "after a month of fighting" is no news
        return self._in_sentence(first, last, earlier) or self._in_text(trigger, clause, last, unreal=unreal)

    def _antecedent(self, first: int, last: int, trigger: Trigger, earlier: list[Group]) -> list[Mention]:
        """Read "Alpha, where clashes broke out", "Alpha, a town captured in May"."""
        if not earlier:
            return []
        place, text = earlier[-1], self._sk.text
        relative = rule("events.relative").match(text[first:last])
        follows = relative and re.fullmatch(r"\W*", text[place.end : first])
        captured = trigger.type == "capture" and not trigger.noun
        apposed = captured and rule("events.apposed").fullmatch(text[place.end : trigger.start])
        return place.places if follows or apposed else []

    def _in_sentence(self, first: int, last: int, earlier: list[Group]) -> list[Mention]:
        before = [group for group in earlier if group.end <= first + 1]
        same = [group for group in self._where if first <= group.start < last and not group.used]
        return (before or same)[-1].places if before or same else []

    def _in_text(self, trigger: Trigger, clause: int, last: int, *, unreal: bool) -> list[Mention]:
        subject = not trigger.noun or rule("events.subject").fullmatch(self._sk.text[: trigger.start])
        if unreal or rule("events.opinion").search(self._sk.text):
            return []
        if subject and self._context.it():
            return self._context.it()
        after = [group for group in self._where if group.start >= last and not group.used]
        return after[0].places if after and not clause else []

    def _referred(self, first: int, last: int, trigger: Trigger, earlier: list[Group]) -> list[Mention]:
        """Read "the town", "there", "it" in the clause."""
        clause = self._sk.text[first:last]
        for match in re.finditer(back_reference(), clause, re.IGNORECASE):
            here = [place for group in earlier if group.end <= first + match.start() for place in group.places]
            if match[0].lower() in ("the latter", "the former"):
                named = [group for group in self._all if group.end <= first + match.start()]
                return meant_by(match[0].lower(), self._context, [place for group in named for place in group.places])
            if match[0].lower() in ("there", "here"):
                return here[-1:] or self._context.it()
            return meant_by(match[0].lower(), self._context, here)
        it = rule("events.it").match(self._sk.text, trigger.end)
        return self._context.it() if it else []
