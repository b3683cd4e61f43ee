"""Hands at the desk: they press keys in a real browser and count them; and how two statements are compared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

ROLES = ("at", "near", "on", "between", "from", "to", "toward", "via", "place")
COMPARED = ("kind", "type", *ROLES, "date", "date_basis", "actors", "against", "holder", "counts", "certainty", "km", "miles", "minutes", "hours", "way", "bearing", "fraction", "limit")


def listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def same(one: Any, other: Any) -> bool:
    return listed(one) == listed(other)


def same_words(one: Any, other: Any) -> bool:
    """Whether two phrases name one teller: the same but for case, or one within the other."""
    words = [str(each or "").casefold() for each in (one, other)]
    return words[0] == words[1] or (all(words) and (words[0] in words[1] or words[1] in words[0]))


def differing(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    one, other = ({"certainty": "asserted", **row} for row in (one, other))
    found = [name for name in COMPARED if not same(one.get(name), other.get(name)) and not (name == "date_basis" and other.get(name) is None)]
    return found if same_words(one.get("said_by"), other.get("said_by")) else [*found, "said_by"]


def paired(drafts: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Draft id -> the reviewed statement that came of it."""
    ids = {row["id"]: row for row in drafts}
    found = {row["id"]: row for row in wanted if row["id"] in ids and ids[row["id"]]["kind"] == row["kind"]}
    for row in wanted:
        if row["id"] in found:
            continue
        near = [one for one in drafts if one["id"] not in found and one["kind"] == row["kind"] and (one["quote"] in row["quote"] or row["quote"] in one["quote"])]
        if near:
            found[min(near, key=lambda one: len(differing(one, row)))["id"]] = row
    return found


@dataclass
class Hands:
    """Presses keys at the desk, and counts them."""

    page: Any
    pressed: int = 0
    typed: int = 0
    failed: list[str] = field(default_factory=list)
    spent: Counter[str] = field(default_factory=Counter)  # keys by the letter that opened a list

    def key(self, *keys: str) -> None:
        for one in keys:
            self.page.keyboard.press(one)
            self.pressed += 1

    def settled(self) -> str:
        """Wait until what was decided is shown, and return it."""
        self.page.wait_for_timeout(30)
        for _ in range(400):
            if self.page.get_attribute("html", "data-busy") != "true":
                break
            self.page.wait_for_timeout(15)
        text = self.page.text_content("#saved")
        if self.page.get_attribute("#saved", "class") == "bad" and text not in self.failed:
            self.failed.append(text)
        return text

    def choose(self, letter: str, label: str, words: str = "", *, exact: bool = False) -> bool:
        """Open a list, type until the choice of this label is the first, take it."""
        before = self.pressed
        try:
            return self._choose(letter, label, words, exact=exact)
        finally:
            self.spent[letter] += self.pressed - before

    def _choose(self, letter: str, label: str, words: str, *, exact: bool) -> bool:
        self.key(letter)
        self.settled()
        words = words or label.lower()
        for number in range(len(words) + 1):
            first = self._first()
            if first.lower() == label.lower() or (not exact and first.startswith(label) and number):
                self.key("Enter")
                self.settled()
                return True
            if number < len(words):
                self.page.keyboard.type(words[number])
                self.pressed, self.typed = self.pressed + 1, self.typed + 1
                self.page.wait_for_timeout(20)
                self.settled()
        self.key("Escape")
        self.failed.append(f"{letter} {label}: {first!r}")
        return False

    def second(self, words: str) -> None:
        """Answer the list that opens behind the first."""
        self.page.keyboard.type(words)
        self.pressed, self.typed = self.pressed + len(words) + 1, self.typed + len(words)
        self.page.wait_for_timeout(60)
        self.page.keyboard.press("Enter")
        self.settled()

    def _first(self) -> str:
        """The choice that Enter would take."""
        return self.page.evaluate("document.querySelector('#picklist [aria-selected=true]')?.firstChild?.textContent.replace(/\\s+/g, ' ') || ''")
