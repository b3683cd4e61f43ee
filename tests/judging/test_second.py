"""The second reading: what the quote does not bear out is told once, and not after somebody has looked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
type = "withdrawal"
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
         "alpha-taken: certainty: asserted; told by the Red Army: a claim"),
        ('at = "gamma"', 'at = "alpha"', None),
        ('at = "gamma"', 'toward = "gamma"',
         "bombs: toward: gamma; a report of the type airstrike goes nowhere: it is at, near or on a place"),
        ('type = "airstrike"', 'type = "displacement"', "bombs: type: displacement; read as airstrike"),
        ("km = 20", "miles = 20", "far: miles: 20; read as 20 km"),
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
LOOKED = (
    '[[seen]]\nstatement = "far"\nfield = "km"\nsaid = "25"\nread = "stands not in the quote"\nwhy = "in words"\n'
)


def test_what_was_looked_at_is_quiet(project):
    assert listed(project, ALPHA + FLIGHT + FAR + SEEN) == []
    assert listed(project, SOUND + LOOKED, "km = 20", "km = 25") == []


def test_what_was_looked_at_is_told_again_when_it_says_something_else(project):
    assert listed(project, SOUND + LOOKED, "km = 20", "km = 26") == ["far: km: 26; stands not in the quote"]


quietly = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quietly
@given(figure=st.integers(1, 40000))
def test_a_figure_that_the_quote_does_not_state_is_told_and_one_that_it_does_is_not(project, figure):
    assert bool(listed(project, old="km = 20", new=f"km = {figure}")) == (figure != 20)


@quietly
@given(order=st.permutations([ALPHA, FLIGHT, FAR.replace("km = 20", "km = 25"), BOMBS.replace("n = 5", "n = 6")]))
def test_the_order_of_the_statements_changes_nothing(project, order):
    assert listed(project, "".join(order)) == [
        "bombs: counts: 6; stands not in the quote", "far: km: 25; stands not in the quote",
    ]  # fmt: skip


SAYS = """
[[statement]]
kind = "event"
id = "says-{0}"
type = "battle"
at = "alpha"
actors = ["{1}"]
against = ["{2}"]
certainty = "{3}"
said_by = "{4}"
quote = "Red troops took Alpha on 1 May, the Red Army said."
"""


@pytest.mark.parametrize(
    ("actors", "against", "teller", "line"),
    [
        ("reds", "blues", "the Red Army", "told by the Red Army: a claim"),
        ("blues", "reds", "the Red Army", "told by the Red Army: a claim"),
        ("reds", "blues", "a farmer", None),
        ("reds", "blues", "a farmer close to the Red Army", None),
    ],
)
def test_what_a_party_says_of_either_side_is_a_claim(project, actors, against, teller, line):
    found = [one for one in listed(project, SOUND + SAYS.format(1, actors, against, "asserted", teller)) if "certainty" in one]
    assert found == ([f"says-1: certainty: asserted; {line}"] if line else [])


def test_whoever_tells_claims_tells_no_fact_among_them(project):
    three = [SAYS.format(n, "reds", "blues", sure, "a farmer") for n, sure in enumerate(["claimed", "claimed", "asserted"])]
    found = listed(project, SOUND + "".join(three))
    assert [one for one in found if "all else" in one] == ["says-2: certainty: asserted; all else that a farmer tells is claimed"]
    assert not [one for one in listed(project, SOUND + "".join(three[1:])) if "all else" in one]


def test_a_draft_is_not_held_against_the_text(project):
    assert listed(project, old='id = "far"', new='id = "far"\nstatus = "draft"') == []


@pytest.mark.parametrize(
    ("seen", "fault"),
    [
        ('words = "Nobody was there"\nwhy = "x"', "seen: words: 'Nobody was there' does not stand in courier.txt"),
        ('statement = "fa"\nfield = "km"\nsaid = "20"\nread = "y"\nwhy = "x"', "seen: statement: unknown 'fa' (did you mean 'far'?)"),
        ('why = "x"', "names nothing; write words of a sentence, or statement, field, said and read"),
        ('statement = "far"\nwhy = "x"', "names nothing"),
        ('words = "Gamma"\nstatement = "far"\nfield = "km"\nsaid = "20"\nread = "y"\nwhy = "x"', "names two things"),
        ('words = "Gamma"', "'why' is missing"),
    ],
)
def test_what_names_no_sentence_and_no_statement_is_a_fault(project, seen, fault):
    with pytest.raises(CurationError) as caught:
        listed(project, SOUND + f"[[seen]]\n{seen}\n")
    assert len(caught.value.problems) == 1
    assert fault in str(caught.value)
