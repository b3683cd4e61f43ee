"""What kind of thing acts in a clause: the head of the noun phrase that stands before a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mapping.domain.packaged import table
from mapping.reading.core.rules import SIGNS
from mapping.reading.core.words import either
from mapping.reading.english.frames.frame import nouns

PREPOSITION = r"(?i:\b(?:of|from|by|with|against|in|at|near|on|for|to|into|onto|under|between|toward|towards|over|through|along|around|inside|outside|including|like))"
_AUX = (
    "is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|shall|did|do|does|not|also|already|now|"
    "later|still|then|again|since|just|even|once|all|both|to|tried|trying|began|begun|started|continued|continues|continue|"
    "managed|going|able|soon|first|get|got|gets|getting|yet|never|reportedly|said|reported|believed|about|set|due|expected|"
    "twice|repeatedly|too|only|almost|nearly|back|having|most|more|very|quite|long"
)
AUX = re.compile(rf"(?i)(?:(?:^|\s+)(?:{_AUX}|[a-z]+ly|n[’']t|ha(?:s|d|ve)n[’']t|did n[’']t)(?![\w-]))+\s*$")
BE = re.compile(r"(?i)\b(?:is|are|was|were|be|been|being|get|gets|got|getting)(?: (?:[a-z]+ly|now|also|already|still|again|all|both|since|later|not|soon|first|once|just|yet|twice))*\s*$")
RELATIVE = re.compile(r"(?i),?\s*(?:who|which|that|where)$")
PRONOUN = re.compile(r"(?i)(?:^|[\s“\",])(?:they|it|others|some|those|all|both|we|many|several|the latter|who|which|that|these|the two|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)$")
INSTRUMENTS = frozenset({"AIR", "DRONE", "GUN", "BOMB", "SHELL", "HOME", "FLAG", "CIVILIAN"})  # no "they" is taken for these
DETERMINERS = ("the", "a", "an", "its", "their", "some", "several", "both", "all", "two")
ACRONYM = r"(?!(?:UN|US|USA|EU|AFP|BBC|RFA|DVB|SHAN|BNI|NGO|UK|ICRC|WFP|UNICEF|OCHA|UNHCR)\b)[A-Z][A-Z0-9]{1,5}(?:-[A-Z]+)?(?![\w-])"
"""A party that nobody has listed: "the RSF", "M23"."""
MEN_OF = re.compile(rf"(?i:men|members|elements|units|dozens|hundreds|thousands) (?:of|from) (?:the )?(?:{SIGNS['A']}|No\.|\d|[A-Z])")
ASIDE = re.compile(r",? (?:who|which|whose|where) [^,;]*,")
BREAK = re.compile(r"[;:“”()—–]|, (?:while|but|when|after|before|as|where|though|although) | (?:while|whereas|because|after|before|when|that|if|until|although) ")


@dataclass(frozen=True)
class Subject:
    """A noun phrase: its classes, where its head stands, and whether it is only a pronoun."""

    classes: frozenset[str]
    start: int
    end: int
    pronoun: bool = False

    def can_be(self, name: str) -> bool:
        """Whether it can be of a class; a pronoun can be any, unless the class ends with an exclamation mark."""
        firm, names = name.endswith("!"), set(name.removesuffix("!").split("|"))
        return (self.pronoun and not firm and not names <= INSTRUMENTS) or not self.classes.isdisjoint(names)


@cache
def _heads() -> re.Pattern[str]:
    signs = SIGNS["X"][:-1] + SIGNS["A"][1:]
    return re.compile(rf"{signs}|(?<![\w-])(?i:{either(nouns())})(?![\w-])|(?<![\w-]){ACRONYM}")


@cache
def fires() -> re.Pattern[str]:
    """Match what can fire: troops, guns, aircraft."""
    words = [word for word, names in nouns().items() if names & {"FORCE", "GUN", "AIR", "DRONE"} and names.isdisjoint({"PLACE"})]
    return re.compile(rf"(?i)(?:{SIGNS['A']}|(?<![\w-]){either(words)}(?![\w-]))")


@cache
def _sign_classes() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("mapping.reading.english.frames", "classes")
    return tuple((re.compile(SIGNS[sign]), name) for name, row in rows.items() for sign in row.get("signs", ""))


def _classes_of(words: str) -> frozenset[str]:
    if re.fullmatch(ACRONYM, words):
        return frozenset({"FORCE"})
    own = nouns().get(re.sub(r"\s+", " ", words.lower()))
    return own or frozenset(name for pattern, name in _sign_classes() if pattern.match(words))


def subject_of(text: str, start: int, clause: int) -> Subject | None:
    """Find the subject of the verb that starts at an offset; `clause` is where its clause starts. None: not understood."""
    window = text[clause:start]
    aux = AUX.search(window)
    window = window[: aux.start()] if aux else window.rstrip()
    relative = RELATIVE.search(window)
    if relative:
        window = window[: relative.start()]
    elif pronoun := PRONOUN.search(window):
        return Subject(frozenset(), clause + pronoun.start(), clause + pronoun.end(), pronoun=True)
    window = ASIDE.sub(lambda match: "," + " " * (len(match[0]) - 2) + ",", window)
    heads = _runs(window)
    adjacent = _adjacent(window, heads)
    if adjacent is None and not relative:
        cut = [match.end() for match in BREAK.finditer(window)]
        free = [head for head in heads if not _governed(window, head[0]) and (not cut or head[0] >= cut[-1])]
        adjacent = free[0] if free else None
    if adjacent is None:
        return None
    first, last, names = adjacent
    if MEN_OF.search(window, first):
        names |= {"FORCE"}
    return Subject(names, clause + first, clause + last)


def _runs(window: str) -> list[tuple[int, int, frozenset[str]]]:
    """Heads of noun phrases: of several nouns in a row the last one counts."""
    found: list[tuple[int, int, frozenset[str]]] = []
    for match in _heads().finditer(window):
        names = _classes_of(match[0])
        if found and re.fullmatch(r"(?:['’]s?)?[ -]", window[found[-1][1] : match.start()]):
            found[-1] = (found[-1][0], match.end(), names)
        else:
            found.append((match.start(), match.end(), names))
    return found


def _adjacent(window: str, heads: list[tuple[int, int, frozenset[str]]]) -> tuple[int, int, frozenset[str]] | None:
    """The head right before the verb, across the phrases that only say more of it ("troops from Alpha")."""
    end = len(window)
    for head in reversed(heads):
        between = window[head[1] : end]
        if re.search(r"[,;:“”()—–]", between.strip(" ")) or len(between.split()) > 6 or re.search(r"\b(?:and|but|or)\b", between):
            return None
        if not _governed(window, head[0]):
            return head
        governed = re.search(rf"{PREPOSITION}[^,;]*$", window[: head[0]])
        end = governed.start() if governed else head[0]
    return None


def _governed(window: str, at: int) -> bool:
    """Whether a preposition stands before a noun phrase."""
    before = re.split(rf"[,;:“”()—–]|{SIGNS['D']}", window[:at])[-1]
    found = re.search(rf"{PREPOSITION}(?P<rest>(?: (?!and )[^\s,]+){{0,5}}) ?$", before)
    if found and any(word in DETERMINERS for word in found["rest"].split()[1:]):
        return False  # "under the deal the army ...": the phrase of the preposition is over
    return found is not None and not re.search(
        rf"{PREPOSITION}[^,]*(?:{_heads().pattern})[^,]*\b(?:and|or)\b[^,]*$", before
    )
