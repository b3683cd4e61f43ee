"""An analyst at the desk, by keyboard alone and by mouse; what she decides is on disk."""

from __future__ import annotations

import tomllib
from types import SimpleNamespace

import pytest

from mapping.desk.server import Desk
from mapping.desk.session import Session
from tests.browser.conftest import PATIENCE, until, until_so
from tests.decisions.conftest import SOURCE, contents, front  # noqa: F401  the project
from tests.desk.conftest import serving
from tests.support.hostile import PAYLOADS

pytestmark = pytest.mark.browser
IDLE = "document.documentElement.dataset.busy !== 'true'"
SIZES = [(1400, 900), (1024, 768)]


@pytest.fixture
def desk(browser, front):  # noqa: F811
    """desk(source, size) opens the desk; .page is the browser's, .told(id) the statement in the file, .done() waits."""
    opened = []

    def open_(source=SOURCE, size=SIZES[0]):
        session = Session(front)
        server = Desk(session)
        running = serving(server)
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        seen = []
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("request", lambda request: seen.append(request.url) if not request.url.startswith(server.address.partition("?")[0]) else None)
        opened.append((context, running, session))
        page.goto(f"{server.address}#{source}")
        until(page, "document.querySelector('.card.cur, .ghost.cur, .okay') !== null")
        return SimpleNamespace(page=page, seen=seen, address=server.address, told=lambda id_: told(front, source, id_))

    yield open_
    for context, running, session in opened:
        context.close()
        running.stop()
        session.close()


def told(folder, source, id_):
    rows = tomllib.loads((folder / "seeds" / f"{source}.toml").read_text("utf-8"))["statement"]
    return next((row for row in rows if row["id"] == id_), None)


def saved(page, words):
    until(page, f"document.getElementById('saved').textContent.includes({words!r})")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def choose(page, letter, text, *, label=""):
    """Open the list of a field by its letter, type, and take the first."""
    page.keyboard.press(letter)
    page.keyboard.type(text)
    until(page, f"document.querySelector('#picklist [aria-selected=true]')?.textContent.toLowerCase().includes({(label or text).lower()!r})")
    page.keyboard.press("Enter")


def open_card(page):
    return page.text_content(".card.cur .what")


def test_a_report_is_reviewed_by_keyboard_alone(desk):
    at = desk()
    page = at.page
    assert open_card(page) == "Capture · Alpha, Gamma"
    choose(page, "w", "red", label="Red Army")
    saved(page, "mended actors of draft-captures")
    choose(page, "d", "1 may", label="1 May 2025")
    saved(page, "mended date, date_basis of draft-captures")
    choose(page, "c", "claimed")
    saved(page, "mended certainty of draft-captures")
    press(page, "b")
    page.keyboard.type("at")
    page.keyboard.press("Enter")
    saved(page, "split draft-captures into 2 by at")
    press(page, "a")
    saved(page, "accepted draft-captures")
    until(page, "document.querySelector('.card.cur .what').textContent.includes('Gamma')")
    press(page, "r")
    saved(page, "rejected draft-captures-2")
    until(page, "document.querySelector('.card.cur .what').textContent.includes('A bridge')")
    press(page, "a")
    saved(page, "accepted draft-bridge")
    until(page, "document.querySelector('#cards').textContent.includes('Everything here is decided')")
    one = at.told("draft-captures")
    assert (one["at"], one["actors"], one["date"], one["certainty"], one["status"]) == ("alpha", ["reds"], "2025-05-01", "claimed", "reviewed")
    assert at.told("draft-captures-2") is None
    assert at.told("draft-bridge")["status"] == "reviewed"
    press(page, "u", "u")
    saved(page, "undone: rejected draft-captures-2")
    assert at.told("draft-captures-2")["status"] == "draft"
    assert at.seen == []


def test_the_same_by_mouse(desk):
    at = desk()
    page = at.page
    page.click("[data-field=actors]")
    page.click("#picklist li:has-text('Blue Army')")
    saved(page, "mended actors")
    page.click("#acts .ok")
    saved(page, "accepted draft-captures")
    page.click("#acts .no")
    saved(page, "rejected draft-bridge")
    page.click("#acts button:has-text('Undo')")
    saved(page, "undone: rejected draft-bridge")
    assert (at.told("draft-captures")["actors"], at.told("draft-bridge")["status"]) == (["blues"], "draft")
    assert at.seen == []


def test_a_sentence_without_a_statement_is_seen_and_stated(desk, front):  # noqa: F811
    toml = front / "seeds" / "2025-05-04-courier.toml"
    toml.write_text(toml.read_text("utf-8").replace('"Alpha was taken by the Reds."', '"Alpha was taken"'), "utf-8")
    text = front / "seeds" / "2025-05-04-courier.txt"
    text.write_text(text.read_text("utf-8") + "Gamma was shelled by Blue troops on 3 May.\n", "utf-8")
    at = desk("2025-05-04-courier")
    page = at.page
    assert "1 of 3 sentences unstated" in page.text_content("#head")
    press(page, "j", "j")
    until(page, "document.querySelector('.ghost.cur') !== null")
    press(page, "i")
    page.keyboard.type("shelling")
    page.keyboard.press("Enter")
    saved(page, "made 2025-05-04-courier/shelling-gamma")
    one = at.told("shelling-gamma")
    assert (one["at"], one["actors"], one["date"], one["status"]) == (["gamma"], ["blues"], "2025-05-03", "draft")
    assert one["quote"] == "Gamma was shelled by Blue troops on 3 May."
    assert at.seen == []


def test_a_name_becomes_a_place_and_reaches_its_statement(desk, front):  # noqa: F811
    at = desk("2025-05-04-courier")
    page = at.page
    press(page, "l")
    until(page, "document.querySelectorAll('.namerow').length === 2")
    until(page, "document.querySelector('#namehead').textContent === 'Nowhere Mill' && !document.querySelector('#candidates').textContent.includes('looking')")
    press(page, "t")
    page.keyboard.type("11.02, 91.02")
    until(page, "document.querySelector('#picklist li') !== null")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#placesays').textContent.includes('11.02')")
    press(page, "a")
    page.keyboard.type("a survey")
    until(page, "document.querySelector('#picklist li') !== null")
    page.keyboard.press("Enter")
    saved(page, "Nowhere Mill is nowhere-mill (village)")
    assert at.told("far")["to"] == "nowhere-mill"
    assert "nowhere-mill,11.020000,91.020000,1000,accepted,a survey," in (front / "gazetteer/locations.csv").read_text("utf-8")
    assert at.seen == []


def test_the_map_shows_the_draft_with_its_uncertainty_and_says_it(desk):
    page = desk().page
    until(page, "document.querySelectorAll('#map .eventsign .sign-draft').length === 2")
    assert page.locator("#map .drawn.ring").count() == 2
    assert "Alpha, within 1 km" in page.text_content("#mapsays")
    press(page, "j", "j", "j", "j", "j")
    until(page, "document.querySelector('#mapsays').textContent.length > 0")


def test_what_is_decided_opens_to_be_read(desk, front):  # noqa: F811
    path = front / f"seeds/{SOURCE}.toml"
    path.write_text(path.read_text("utf-8").replace('status = "draft"', 'status = "reviewed"'), "utf-8")
    before = contents(front)
    page = desk().page
    assert page.locator(".card.cur").count() == 0
    press(page, "a", "r", "t", "j")
    until(page, "document.querySelector('.card.cur') !== null")
    assert contents(front) == before


def test_keys_faster_than_the_disk_are_done_in_turn(desk, front):  # noqa: F811
    """However long an answer takes, the next decision waits for it, and a key that is hit twice decides one card."""
    at = desk()
    page = at.page
    before = contents(front)
    held = []

    def hold(route):
        held.append(route)
        if len(held) > 1:
            route.continue_()

    page.route("**/api/decide", hold)
    press(page, "a", "a", "a")
    until_so(page, lambda: held)
    assert len(held) == 1
    held[0].continue_()
    saved(page, "accepted draft-captures")
    assert (len(held), at.told("draft-bridge")["status"]) == (1, "draft")
    press(page, "a")
    saved(page, "accepted draft-bridge")
    held.clear()
    page.route("**/api/undo", hold)
    press(page, "u", "u")
    until_so(page, lambda: held)
    assert len(held) == 1
    held[0].continue_()
    saved(page, "undone: accepted draft-captures")
    until(page, IDLE)
    assert "undone: accepted draft-captures" in page.text_content("#saved")
    assert contents(front) == before


def test_an_edit_from_outside_is_kept_and_the_page_shows_it(desk, front):  # noqa: F811
    at = desk()
    page = at.page
    path = front / f"seeds/{SOURCE}.toml"
    path.write_text(path.read_text("utf-8").replace("n = 2 }", "n = 4 }"), "utf-8")
    press(page, "a")
    saved(page, "was changed in the file meanwhile")
    assert at.told("draft-captures")["status"] == "draft"
    until(page, "document.querySelector('.outside') !== null")
    assert "4 soldiers killed" in page.text_content(".card.cur .form")
    press(page, "a")
    saved(page, "accepted draft-captures")
    assert at.told("draft-captures")["counts"][0]["n"] == 4


def test_what_cannot_stand_is_told_and_nothing_is_written(desk, front):  # noqa: F811
    at = desk()
    before = contents(front)
    choose(at.page, "d", "2025-06-01", label="1 June 2025")
    saved(at.page, "mended date")
    press(at.page, "a")
    saved(at.page, "lies after the publication")
    assert at.page.get_attribute("#saved", "class") == "bad"
    press(at.page, "u")
    saved(at.page, "undone")
    assert contents(front) == before


def test_a_second_desk_looks_and_decides_nothing(desk, front):  # noqa: F811
    desk()
    before = contents(front)
    page = desk().page
    assert "another desk" in page.text_content("#saved")
    press(page, "a")
    until(page, IDLE)
    assert contents(front) == before


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_everybody_can_use_it(desk, axe, size):
    page = desk(size=size).page
    page.evaluate(axe)
    for keys in ([], ["d"], ["Escape", "l"]):
        press(page, *keys)
        until(page, IDLE)
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


def test_hostile_text_is_text(desk, front):  # noqa: F811
    words = [payload.replace("\x00", "").replace("\x1b", "") for payload in PAYLOADS if "\u2028" not in payload]
    source = "2025-05-06-hostile"
    lines = [f"The Reds captured Alpha near {word} on 1 May." for word in words]
    (front / "seeds" / f"{source}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    from mapping.files.toml import write_toml

    rows = [
        {"kind": "event", "id": f"e{number}", "type": "capture", "at": {"text": word[:60]}, "status": "draft", "title": word, "said_by": word, "note": word, "quote": line}
        for number, (word, line) in enumerate(zip(words, lines, strict=True)) if word.strip()
    ]  # fmt: skip
    header = {"title": words[0], "publisher": words[1], "text": "verbatim", "published": "2025-05-06"}
    (front / "seeds" / f"{source}.toml").write_text(write_toml([("[source]", header), *(("[[statement]]", row) for row in rows)]), "utf-8")
    at = desk(source)
    page = at.page
    for _ in rows:
        press(page, "j")
    press(page, "p")
    press(page, "Escape", "l")
    until(page, IDLE)
    assert page.evaluate("window.ran") is None
    assert words[1] in page.text_content("#head")
    assert at.seen == []
