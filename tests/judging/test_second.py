"""The second reading: what the quote does not bear out is told once, and not after somebody has looked."""

import pytest

from mapping.domain.errors import CurationError
from mapping.judging.second import second_reading
from mapping.project import read_project

TEXT = """Red troops took Alpha on 1 May, the Red Army said. Blue troops fled from Alpha to Beta.

Gamma lies 20 km from Beta. Five people were killed when jets bombed Gamma on 2 May."""
HEAD = '[source]\npublisher = "Courier"\npublished = "2025-05-10"\ntext = "verbatim"\n'
ALPHA = """
[[statement]]
kind = "event"
id = "alpha-taken"
type = "capture"
at = "alpha"
date = "2025-05-01"
date_basis = "stated"
actors = ["reds"]
certainty = "claimed"
said_by = "the Red Army"
quote = "Red troops took Alpha on 1 May, the Red Army said."
"""
FLIGHT = """
[[statement]]
kind = "event"
id = "flight"
type = "displacement"
from = "alpha"
to = "beta"
actors = ["blues"]
quote = "Blue troops fled from Alpha to Beta."
"""
FAR = """
[[statement]]
kind = "distance"
id = "far"
from = "beta"
to = "gamma"
km = 20
quote = "Gamma lies 20 km from Beta."
"""
BOMBS = """
[[statement]]
kind = "event"
id = "bombs"
type = "airstrike"
at = "gamma"
date = "2025-05-02"
date_basis = "stated"
counts = [{ what = "killed", n = 5 }]
quote = "Five people were killed when jets bombed Gamma on 2 May."
"""
SOUND = ALPHA + FLIGHT + FAR + BOMBS


def listed(project, statements=SOUND, old="", new=""):
    for path in (project / "seeds").iterdir():
        path.unlink()
    assert old in statements
    (project / "seeds/courier.txt").write_text(TEXT, "utf-8")
    (project / "seeds/courier.toml").write_text(HEAD + statements.replace(old, new, 1), "utf-8")
    return [str(one).removeprefix("seeds/courier.toml: ") for one in second_reading(read_project(project))]


def test_what_the_text_bears_out_is_quiet(project):
    assert listed(project) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("km = 20", "km = 25", "far: km: 25; stands not in the quote"),
        ("n = 5", "n = 6", "bombs: counts: 6; stands not in the quote"),
        ('certainty = "claimed"', 'certainty = "asserted"',
         "alpha-taken: certainty: asserted; told by the Red Army, of itself: a claim"),
        ('at = "gamma"', 'at = "alpha"', None),
        ('kind = "distance"', 'kind = "distance"\ncertainty = "planned"', None),
    ],
)  # fmt: skip
def test_what_the_quote_does_not_hold_is_told(project, old, new, line):
    found = listed(project, old=old, new=new)
    assert found if line is None else line in found


def test_a_sentence_that_tells_of_something_wants_a_statement(project):
    assert listed(project, ALPHA + FLIGHT + FAR) == [
        "no statement rests on: Five people were killed when jets bombed Gamma on 2 May."
    ]


SEEN = '[[seen]]\nwords = "Five people were killed when jets bombed Gamma"\nwhy = "told elsewhere"\n'
LOOKED = '[[seen]]\nstatement = "far"\nfield = "km"\nread = "stands not in the quote"\nwhy = "in words"\n'


def test_what_was_looked_at_is_quiet(project):
    assert listed(project, ALPHA + FLIGHT + FAR + SEEN) == []
    assert listed(project, SOUND + LOOKED, "km = 20", "km = 25") == []


def test_a_draft_is_not_held_against_the_text(project):
    assert listed(project, old='id = "far"', new='id = "far"\nstatus = "draft"') == []


@pytest.mark.parametrize(
    ("seen", "fault"),
    [
        ('words = "Nobody was there"\nwhy = "x"', "seen: words: 'Nobody was there' does not stand in courier.txt"),
        ('statement = "fa"\nfield = "km"\nread = "y"\nwhy = "x"', "seen: statement: unknown 'fa' (did you mean 'far'?)"),
        ('why = "x"', "names nothing; write words of a sentence, or statement, field and read"),
        ('statement = "far"\nwhy = "x"', "names nothing"),
        ('words = "Gamma"\nstatement = "far"\nfield = "km"\nread = "y"\nwhy = "x"', "names two things"),
        ('words = "Gamma"', "'why' is missing"),
    ],
)
def test_what_names_no_sentence_and_no_statement_is_a_fault(project, seen, fault):
    with pytest.raises(CurationError) as caught:
        listed(project, SOUND + f"[[seen]]\n{seen}\n")
    assert len(caught.value.problems) == 1
    assert fault in str(caught.value)
