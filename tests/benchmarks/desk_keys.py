"""How many key presses take reports from their drafts to the reviewed state, at the desk in a real browser.

python -m tests.benchmarks.desk_keys FOLDER ...   (projects with seeds/ as reviewed and drafted/ as drafted)

Drafts are held to the reviewed statements; what no statement came of is rejected, what one came of is mended field by
field and accepted, what is missing is made from its sentence. Compared are kind, type, places by role, date and what it
rests on, parties, counts, certainty, who said it, event, and numbers. Every key is really pressed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import typer
from playwright.sync_api import sync_playwright

from mapping.desk.server import Desk
from mapping.desk.session import Session
from mapping.domain.errors import CurationError
from tests.benchmarks.desk_hands import ROLES, Hands, differing, listed, paired, same, same_words
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.desk.conftest import serving

PATIENCE = 15_000


class Reviewer:
    """Takes one report from its drafts to the reviewed statements."""

    def __init__(self, page: Any, session: Session, source: str, told: dict[str, str]) -> None:
        self.told = told  # event -> the statement that told it first
        self.hands, self.page, self.session, self.source = Hands(page), page, session, source
        lists = session.overview()["lists"]
        self.names = {id_: name for name_ in ("places", "routes", "actors") for id_, name in lists[name_]}
        self.types = dict(lists["type"])

    def rows(self) -> list[dict[str, Any]]:
        """The statements as the file has them now."""
        return tomllib.loads((self.session.folder / "seeds" / f"{self.source}.toml").read_text("utf-8")).get("statement", [])

    def now(self, id_: str) -> dict[str, Any]:
        return next(row for row in self.rows() if row["id"] == id_)

    def open_id(self) -> str:
        at = self.page.evaluate("[...document.querySelectorAll('.chip')].findIndex(one => one.classList.contains('cur'))")
        return self.page.evaluate("document.querySelector('.card.cur')?.dataset.id || ''") or str(at)

    def go(self, id_: str) -> None:
        """Go to a card by the keys that lead there."""
        for _ in range(60):
            here = self.open_id()
            if here == id_:
                return
            order = self.page.evaluate("[...document.querySelectorAll('#cards > .card, #cards > .ghost')].map(one => one.dataset.id)")
            drafts = [one["id"] for one in self.rows() if one.get("status") == "draft"]
            waiting = [one for one in order if one in drafts and here in order and order.index(one) > order.index(here)]
            if waiting and id_ == waiting[0] and here in order and order.index(id_) - order.index(here) > 1:
                self.hands.key("PageDown")
                self.page.wait_for_timeout(20)
                continue
            step = "j" if here not in order or order.index(id_) > order.index(here) else "k"
            self.hands.key(step)
            self.page.wait_for_timeout(20)

    def review(self, drafts: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> int:
        """Decide everything; returns how many of the wanted statements stand at the end, equal in what is compared."""
        pairs = paired(drafts, wanted)
        order = [one["id"] for one in self.session.sheet(self.source)["statements"]]
        text = self.session.sheet(self.source)["text"]
        missing = [row for row in wanted if not any(row is pair for pair in pairs.values())]
        starts = {one["id"]: text.find(one["quote"]) for one in drafts}
        for id_ in order:
            for row in [row for row in missing if text.find(row["quote"]) < starts[id_]]:
                missing.remove(row)
                self.make(row)
            self.go(id_)
            if id_ not in pairs:
                self.hands.key("r")
                self.hands.settled()
                continue
            self.mend(id_, pairs[id_])
            self.hands.key("a")
            self.hands.settled()
        for row in missing:
            self.make(row)
        stand = [row for row in self.rows() if row.get("status") == "reviewed"]
        for row in wanted:
            if not any(not differing(one, row) for one in stand):
                near = min(stand, key=lambda one: len(differing(one, row)), default={})
                self.hands.failed.append(f"{row['id']}: {[(name, near.get(name), row.get(name)) for name in differing(near, row)]}")
        return sum(any(not differing(one, row) for one in stand) for row in wanted)

    def make(self, row: dict[str, Any]) -> None:
        """Make a statement from the sentence in which its quote begins."""
        sheet = self.session.sheet(self.source)
        start = sheet["text"].find(row["quote"])
        sentence = next(one for one in sheet["sentences"] if one["start"] <= start < one["end"])
        before = {one["id"] for one in self.rows()}
        label = self.types[row["type"]] if row["kind"] == "event" else row["kind"]
        here = self.open_id()
        if here != f"#{sentence['start']}":
            words = " ".join(sheet["text"][sentence["start"] : sentence["end"]].split())
            if not self.hands.choose("i", words[:40], words.lower()):
                return
            self.hands.second(label)
        elif not self.hands.choose("i", label):
            return
        if row["kind"] in ("distance", "travel-time"):
            unit = next(unit for unit in ("km", "miles", "minutes", "hours") if row.get(unit) is not None)
            self.hands.second(f"{row[unit]:g} {unit}")
        elif row["kind"] == "direction":
            self.hands.second(row["bearing"])
        new = [one["id"] for one in self.rows() if one["id"] not in before]
        if new:
            self.mend(new[0], row)
            self.go(new[0])
            self.hands.key("a")
            self.hands.settled()

    def mend(self, id_: str, wanted: dict[str, Any]) -> None:
        """Mend the fields in which a draft differs."""
        one = self.now(id_)
        if wanted.get("type") and one.get("type") != wanted["type"]:
            self.hands.choose("t", wanted["type"])
        self.places(id_, wanted)
        for name, letter in (("actors", "w"), ("holder", "w"), ("against", "v")):
            self.people(id_, wanted, name, letter)
        self.date(id_, wanted)
        if listed(self.now(id_).get("counts")) != listed(wanted.get("counts")):
            self.counts(id_, wanted)
        self.plain(id_, wanted)

    def plain(self, id_: str, wanted: dict[str, Any]) -> None:
        one = self.now(id_)
        if wanted.get("certainty", "asserted") != one.get("certainty", "asserted"):
            self.hands.choose("c", wanted["certainty"])
        if wanted.get("event"):
            self.event(id_, wanted["event"])
        for name, letter in (("said_by", "s"), ("way", "h"), ("bearing", "o"), ("limit", "z")):
            if not (same_words if name == "said_by" else same)(one.get(name), wanted.get(name)):
                self.word(letter, wanted.get(name), name)
        for unit in ("km", "miles", "minutes", "hours"):
            if not same(one.get(unit), wanted.get(unit)) and wanted.get(unit) is not None:
                others = [each for each in ("km", "miles", "minutes", "hours") if each != unit and self.now(id_).get(each) is not None]
                plus = "+ " if any(wanted.get(each) is not None for each in others) else ""
                self.hands.choose("n", f"{plus}{wanted[unit]:g} {unit}")

    def word(self, letter: str, value: str | None, name: str) -> None:
        if value is None:
            self.empty(letter)
        elif name == "said_by":
            self.teller(value)
        else:
            self.hands.choose(letter, value, value, exact=True)

    def teller(self, value: str) -> None:
        """Take the words that are offered, or type them."""
        self.hands.key("s")
        self.hands.settled()
        offered = self.page.evaluate("[...document.querySelectorAll('#picklist li')].map(one => one.firstChild.textContent)")
        match = next((number for number, words in enumerate(offered) if same_words(words, value)), None)
        if match is None:
            self.hands.second(value)
        else:
            self.hands.key(*["ArrowDown"] * match, "Enter")
            self.hands.settled()

    def event(self, id_: str, value: str) -> None:
        """Say that a statement tells an event that was told before; the first that tells it needs no id."""
        first = self.told.setdefault(value, f"{self.source}/{id_}")
        if first == f"{self.source}/{id_}":
            return
        self.hands.key("e")
        self.hands.settled()
        self.page.wait_for_timeout(60)
        offered = self.page.evaluate("[...document.querySelectorAll('#picklist li')].map(one => one.dataset.value)")
        if first in offered:
            self.hands.key(*["ArrowDown"] * offered.index(first), "Enter")
        else:
            self.hands.key("Escape")
            self.hands.failed.append(f"{id_} is not offered as one event with {first}")
        self.hands.settled()

    def empty(self, letter: str) -> None:
        self.hands.key(letter)
        self.hands.settled()
        self.hands.key("Backspace")
        self.hands.settled()

    def label(self, ref: Any) -> str:
        return f"“{ref['text']}”" if isinstance(ref, dict) else self.names.get(ref, ref)

    def places(self, id_: str, wanted: dict[str, Any]) -> None:
        """Bring the places into their roles."""
        for role in ROLES:
            have, want = listed(self.now(id_).get(role)), listed(wanted.get(role))
            if have == want:
                continue
            letter = "f" if role in ("from", "to", "toward", "via") else "p"
            if want and not have:
                moved = next((other for other in ROLES if listed(self.now(id_).get(other)) == want and not listed(wanted.get(other))), None)
                opens = "f" if moved in ("from", "to", "toward", "via") else "p"
                if moved and self.hands.choose(opens, f"as {role}"):
                    continue
            for number, ref in enumerate(want):
                said = f"{role} {self.label(ref)}"
                if number == 0:
                    self.hands.choose(letter, said, said.lower().replace("“", "").replace("”", ""))
                elif listed(self.now(id_).get(role)) != want:
                    self.hands.choose(letter, f"+ {self.label(ref)}")
            if not want:
                for ref in have:
                    self.hands.choose(letter, f"without {self.label(ref)}")

    def people(self, id_: str, wanted: dict[str, Any], name: str, letter: str) -> None:
        have, want = listed(self.now(id_).get(name)), listed(wanted.get(name))
        if have == want:
            return
        if not want:
            self.empty(letter)
            return
        if want[: len(have)] == have and have:
            more = want[len(have) :]
        else:
            self.hands.choose(letter, self.names.get(want[0], want[0]), exact=True)
            more = want[1:]
        for actor in more:
            self.hands.choose(letter, f"+ {self.names.get(actor, actor)}")

    def date(self, id_: str, wanted: dict[str, Any]) -> None:
        from mapping.domain.wording import read_out

        if not same(self.now(id_).get("date"), wanted.get("date")):
            if wanted.get("date") is None:
                self.empty("d")
            elif wanted["date"] == f"../{self.session.sheet(self.source)['published']}":
                self.hands.choose("d", "by the day of the report")
            else:
                self.hands.choose("d", read_out(wanted["date"]), wanted["date"])
        if wanted.get("date_basis") and self.now(id_).get("date_basis") != wanted.get("date_basis"):
            self.hands.choose("d", f"as {wanted['date_basis']}")

    def counts(self, id_: str, wanted: dict[str, Any]) -> None:
        want = listed(wanted.get("counts"))
        if not want:
            self.empty("n")
        for number, count in enumerate(want):
            limit = f"{count['limit'].replace('-', ' ')} " if count.get("limit") else ""
            words = f"{'+ ' if number else ''}{limit}{count['n']} {count['what']}"
            if count not in listed(self.now(id_).get("counts")):
                self.hands.choose("n", words)


def measure(folder: Path) -> list[tuple[str, int, int, int, int]]:
    """Review every report of a project; returns (report, keys, characters typed in lists, statements reached, wanted)."""
    results = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        project = Path(scratch) / folder.name
        shutil.copytree(folder, project)
        for path in (project / "drafted").glob("*.toml"):
            shutil.copy(path, project / "seeds" / path.name)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        session = Session(project)
        desk = Desk(session)
        running = serving(desk)
        told: dict[str, str] = {}
        for path in sorted((folder / "drafted").glob("*.toml")):
            drafts = tomllib.loads(path.read_text("utf-8")).get("statement", [])
            wanted = tomllib.loads((folder / "seeds" / path.name).read_text("utf-8")).get("statement", [])
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.set_default_timeout(PATIENCE)
            page.goto(f"{desk.address}#{path.stem}")
            page.wait_for_timeout(2500)
            reviewer = Reviewer(page, session, path.stem, told)
            try:
                reached = reviewer.review(drafts, wanted)
            except (CurationError, StopIteration) as error:
                typer.echo(f"  stopped: {error}")
                reached = 0
            hands = reviewer.hands
            typer.echo(f"{path.stem[:44]}: {len(drafts)} drafts -> {reached} of {len(wanted)} statements; {hands.pressed} keys, {hands.typed} of them characters of lists; {dict(hands.spent.most_common())}")
            for line in hands.failed:
                typer.echo(f"    not found: {line}")
            results.append((path.stem, hands.pressed, hands.typed, reached, len(wanted)))
            page.close()
        running.stop()
        session.close()
        browser.close()
    return results


if __name__ == "__main__":
    rows = [row for folder in sys.argv[1:] for row in measure(Path(folder))]
    keys, typed, reached, wanted = (sum(row[at] for row in rows) for at in (1, 2, 3, 4))
    typer.echo(f"{len(rows)} reports: {keys / len(rows):.0f} keys a report, {typed / len(rows):.0f} characters; {reached} of {wanted} statements reached")
