"""One fact of every kind in every state and with every sort of date, as a project of files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.conftest import write_project

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "2025-08-10-courier-facts"
KINDS = ("event", "position", "control", "distance")
PLACE = {"event": "gamma", "position": "alpha-beta", "control": "beta", "distance": "gamma"}
NAME = {"gamma": "Gamma", "alpha-beta": "Alpha-Beta road", "beta": "Beta"}
SAYS = {
    "event": 'type = "battle"\ntitle = "{id}"\nat = "gamma"',
    "position": 'on = "alpha-beta"\nfrom = "alpha"\nkm = 10\nactors = ["reds"]',
    "control": 'at = "beta"\nholder = "reds"',
    "distance": 'from = "alpha"\nto = "gamma"\nkm = 22',
}
DAY = "2025-07-15"
STATES = {  # certainty, status
    "reviewed": ("asserted", "reviewed"), "draft": ("asserted", "draft"), "planned": ("planned", "reviewed"),
    "disputed": ("disputed", "reviewed"), "retracted": ("asserted", "retracted"),
}  # fmt: skip
DATES = {  # EDTF: first possible day, last possible day, words for readers
    DAY: (DAY, DAY, "15 July 2025"),
    "2025-07-15~": ("2025-07-10", "2025-07-20", "about 15 July 2025"),
    "../2025-08-07": (None, "2025-08-07", "by 7 August 2025"),
    "/2025-08-06": (None, "2025-08-06", "by 6 August 2025"),
    "[2024-07-23,2024-07-25]": ("2024-07-23", "2024-07-25", "23 July 2024 or 25 July 2024"),
    "2025-07": ("2025-07-01", "2025-07-31", "July 2025"),
}  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One statement; `id` is that of the statement, `uid` that among all sources."""

    kind: str
    word: str
    certainty: str
    status: str
    date: str

    @property
    def id(self) -> str:
        return f"{self.kind}-{self.word}"

    @property
    def uid(self) -> str:
        return f"{SOURCE}/{self.id}"

    @property
    def place(self) -> str:
        return PLACE[self.kind]

    def as_toml(self) -> str:
        return (
            f'\n[[statement]]\nkind = "{self.kind}"\nid = "{self.id}"\ncertainty = "{self.certainty}"\n'
            f'status = "{self.status}"\ndate = "{self.date}"\ndate_basis = "derived"\nquote = "{self.quote}"\n'
            f"{SAYS[self.kind].format(id=self.id)}\n"
        )

    @property
    def quote(self) -> str:
        return f"This is told of {self.id}."


FACTS = [
    Fact(kind, word, certainty, status, DAY) for kind in KINDS for word, (certainty, status) in STATES.items()
] + [
    Fact(kind, f"date-{number}", "asserted", "reviewed", date)
    for kind in KINDS for number, date in enumerate(DATES) if date != DAY
]  # fmt: skip


def write_facts(folder: Path) -> Path:
    """Write a project whose one source says all FACTS."""
    write_project(folder)
    for old in (folder / "seeds").iterdir():
        old.unlink()
    text = "Of Alpha, Beta and Gamma on the Alpha-Beta road, and of the Reds.\n" + "\n".join(f.quote for f in FACTS)
    head = '[source]\ntitle = "Facts"\npublisher = "Courier"\npublished = "2025-08-10"\ntext = "verbatim"\n'
    (folder / "seeds" / f"{SOURCE}.txt").write_text(text, encoding="utf-8")
    (folder / "seeds" / f"{SOURCE}.toml").write_text(head + "".join(map(Fact.as_toml, FACTS)), encoding="utf-8")
    return folder
