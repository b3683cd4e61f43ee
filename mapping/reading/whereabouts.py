"""Where something happened when its own clause names no place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.reading.context import Context, back_reference

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.clauses import Group
    from mapping.reading.skeleton import Skeleton
    from mapping.reading.triggers import Trigger

SUBJECT = re.compile(r"[“\"\s]*(?:The|An?|This|These|Those|At least|\d+)?(?: ?[\w-]+){0,3} ?$")


class Whereabouts:
    """Looks for the place of a happening: antecedent, words that refer back, the sentence, the text before."""

    def __init__(self, sk: Skeleton, where: list[Group], starts: list[int], context: Context) -> None:
        self._sk, self._starts, self._context = sk, starts, context
        self._where = [group for group in where if group.sort != "R"]

    def of(self, trigger: Trigger, clause: int, *, unreal: bool) -> list[Mention]:
        """Places meant; none for talks without a place, and none from other sentences for what did not happen."""
        text, first = self._sk.text, self._starts[clause]
        last = self._starts[clause + 1] if clause + 1 < len(self._starts) else len(text)
        earlier = [group for group in self._where if group.end <= trigger.start and not group.used]
        apposed = earlier and re.fullmatch(r",? ?(?:(?:a|an|the|its) )?[^,;.:“]{0,60}", text[earlier[-1].end : trigger.start])
        relative = earlier and re.match(r",? ?(?:where|which|who|that)\b", text[first:last])
        if relative and re.fullmatch(r"\W*", text[earlier[-1].end : first]):
            return earlier[-1].places
        if apposed and trigger.type == "capture" and not trigger.noun:
            return earlier[-1].places
        meant = self._referred(first, last, trigger, earlier)
        if meant or trigger.type == "talks":
            return meant
        if trigger.noun and re.match(r",? ?after ", text[first:last]):  # "after a month of fighting" is no news
            return []
        before = [group for group in earlier if group.end <= first + 1]
        if before:
            return before[-1].places
        same = [group for group in self._where if first <= group.start < last and not group.used]
        if same:
            return same[-1].places
        if not unreal and (not trigger.noun or SUBJECT.fullmatch(text[: trigger.start])) and self._context.it():
            return self._context.it()
        after = [group for group in self._where if group.start >= last and not group.used]
        return after[0].places if after and not unreal and not clause else []

    def _referred(self, first: int, last: int, trigger: Trigger, earlier: list[Group]) -> list[Mention]:
        """Read "the town", "there", "it" in the clause."""
        clause = self._sk.text[first:last]
        for match in re.finditer(back_reference(), clause, re.IGNORECASE):
            here = [place for group in earlier if group.end <= first + match.start() for place in group.places]
            if match[0].lower() in ("there", "here"):
                return here[-1:] or self._context.it()
            return self._context.noun(match[0].lower(), here)
        it = re.match(r" (?:back )?it(?!\w)", self._sk.text[trigger.end :])
        return self._context.it() if it else []
