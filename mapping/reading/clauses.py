"""Where the clauses of a sentence begin, and how its places stand in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from mapping.reading.skeleton import JOIN, PLACE, Skeleton, grammar, signs

if TYPE_CHECKING:
    from mapping.mentions import Mention
    from mapping.reading.triggers import Trigger

FRONTED = re.compile(r"^[“\"'\s]*(?:Since|After|While|When|As|Although|Though|Despite|Following|With|During|Once|Before|If|Until|Because|Even|Amid|Besides|In|On|At|From|Earlier|Last|Days?|By|Meanwhile)\b")
OPENERS = (
    r";|:(?= )|—| – | while | whereas |,? but |,? although |,? though |,? even though | after (?!{D}| the second)| before (?!{D})| since (?!{D}|last|early|late|mid)|,? as (?=the |{A}|they|it |he |she |well as )"
    r"| when |,? where |,? which |,? who |,? whose | that (?=the |{A}|{S}|they|it |an? |junta|on )| because | until (?!{D})| so that |,? with (?=\w+ (?:\w+ )?(?:on|in|at|near|along|around|killing|taking|under|still|continuing))| amid | despite | following (?=\w)|,? resulting in |,? leading to | ahead of |,? forcing |,? causing |,? prompting |,? leaving (?=\d|\w+ (?:dead|wounded|civil))"
    r"|,? (?:and|or|then) (?=(?:are|is|was|were|has|have|had|then|later|also|now|will|would|killed|injured|wounded|\w+ed|\w+ing|took|sent|began|fled|the [^.;,]{0,40}(?: was| were| is| are| has| have|ed )|[^.;,\ue000-\ue3ff]{0,24}(?:attacks?|assaults?|clash|fight|strikes?|{A} (?:has|have|is|are|was|were|\w+ed)))(?![\w-]))"
    r"|, (?=(?:\w+ing|taking|killing|bombing|injuring) )"
)  # fmt: skip


@dataclass
class Group:
    """Places named together ("in Alpha, Beta and Gamma"): their span in the skeleton and the words before them."""

    start: int
    end: int
    places: list[Mention]
    preposition: str
    sort: str  # P place or township, H road, W river, R region
    used: bool = False  # a distance or a heading is taken from it


@cache
def _openers() -> re.Pattern[str]:
    return grammar(OPENERS)


def clause_starts(sk: Skeleton, triggers: list[Trigger]) -> list[int]:
    """Offsets in the skeleton at which clauses begin; ", and" begins one where happenings stand on both sides."""
    starts = [0, *(match.start() for match in _openers().finditer(sk.text))]
    starts += [trigger.start for trigger in triggers if trigger.gap]
    for match in re.finditer(rf", (?:and|but) (?!{PLACE}|allied|its allies)", sk.text):
        sides = [trigger.start < match.start() for trigger in triggers]
        if any(sides) and not all(sides):
            starts.append(match.start())
    if FRONTED.match(sk.text):
        comma = grammar(r"(?<![\d]), (?!(?:and )?{X}|\d|who|which|where|and )").search(sk.text)
        listed = grammar(r"{X}, (?={A}|the |\w+ (?:troops|forces))").search(sk.text)
        ends = [match.start() for match in (comma, listed) if match]
        if ends:
            starts.append(min(ends) + (1 if comma and comma.start() == min(ends) else 2))
    return sorted(set(starts))


def clause_of(starts: list[int], at: int) -> int:
    """Number of the clause in which an offset lies."""
    return bisect_right(starts, at) - 1


@cache
def _groups() -> re.Pattern[str]:
    sorts = [rf"{{{sort}}}(?:{JOIN}(?:both |the |{{PREP}} )?{{THE}}{{{sort}}})*" for sort in "SHWR"]
    prepositions = r"(?:in|at|near|on|from|to|toward|towards|into|around|outside|inside|along|between|through|via|of)"
    return grammar("|".join(f"(?P<{sort}>{body})" for sort, body in zip("SHWR", sorts, strict=True)).replace("{PREP}", prepositions))


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(
        r"(?:.*[^\w’'-]|^)(in|at|near|nearby|around|outside|inside|on|onto|along|from|to|toward|towards|into|between|through|via|of|for|against|over|"
        r"across|beyond|within|off|close to|next to|north of|south of|east of|west of|northeast of|northwest of|southeast of|southwest of|by|upon|like|including)"
        r"(?: (?!and |or |but |that )[\w’'-]+){0,4} ?$",
        re.IGNORECASE,
    )


def preposition(words: str) -> str:
    """Return the last preposition of the words before a place, in small letters; nothing where there is none."""
    match = _preposition().match(words)
    return match[1].lower() if match else ""


def groups(sk: Skeleton) -> list[Group]:
    """Find the places of a sentence, coordinated ones together, each with the preposition that governs it."""
    found: list[Group] = []
    for match in _groups().finditer(sk.text):
        before = sk.text[max(0, match.start() - 48) : match.start()]
        before = re.split(rf"[;:,“]|{PLACE}", before)[-1]
        word = preposition(before)
        if not before.strip() and found and re.fullmatch(r",? ?(?:and )?", sk.text[found[-1].end : match.start()]):
            word = found[-1].preposition
        found.append(Group(match.start(), match.end(), sk.places(match[0]), word, match.lastgroup or "S"))
    return found


def governor(group: Group, triggers: list[Trigger], starts: list[int]) -> Trigger | None:
    """Find the happening that a group of places belongs to: the nearest before it in its clause, else the next."""
    number = clause_of(starts, group.start)
    here = [trigger for trigger in triggers if clause_of(starts, trigger.start) == number]
    before = [trigger for trigger in here if trigger.end <= group.start]
    after = [trigger for trigger in here if trigger.start >= group.end]
    if before:
        return before[-1]
    return after[0] if after else None


def is_source(sk: Skeleton, group: Group) -> bool:
    """Whether the place only tells who speaks: "a resident of Alpha said", "locals in Alpha told"."""
    after = sk.text[group.end : group.end + 50]
    return bool(
        re.match(r"(?:['’]s)? (?:residents?|locals?|villagers?|man|woman|trader|official|source|businessman|activist|volunteer)s?(?: \w+){0,2} (?:said|told|says|added|explained|confirmed|reported)", after)
        or re.search(r"(?:said|told|according to|says) (?:a|an|one|the|some)? ?(?:\w+ ){0,3}(?:in|of|from) $|said (?:a|an) $", sk.text[max(0, group.start - 50) : group.start])
        or (re.match(r" (?:resident|local|villager)", after) and re.search(r"[”\"],? ?(?:said )?(?:a|an|one|the) $", sk.text[max(0, group.start - 20) : group.start]))
        or re.search(r"said (?:a|an|one) $", sk.text[max(0, group.start - 10) : group.start])
        or re.match(r"\w*-based| (?:agreement|deal|accord|pact|declaration)s?\b", after)
    )


def speech_before(sk: Skeleton, at: int) -> bool:
    """Whether a date belongs to a verb of saying ("said on 1")."""
    return bool(re.search(rf"(?:said|told|stated|announced|claimed|claims?|reported|confirmed|added|speaking|press conference|statement|interview|briefing|posted)(?: [\w’'-]+| {signs('APTR')}){{0,4}} (?:on |{signs('D')} \()?$", sk.text[max(0, at - 60) : at], re.IGNORECASE))
