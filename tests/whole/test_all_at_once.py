"""One run tells every fault: none hides another, and what follows from one is no fault of its own."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapping.domain.errors import CurationError
from mapping.waist.build import read_dataset
from tests.conftest import write_project

SEED = "seeds/2025-05-03-herald-alpha.toml"
FAULTS = {
    "unknown key": (SEED, 'near = "gamma"', 'near = "gamma"\nfoo = 1', "fight: unknown key 'foo'"),
    "unknown place": (SEED, 'at = "alpha"', 'at = "alphaa"', "alpha-captured: at: unknown place 'alphaa'"),
    "unknown actor": (SEED, 'against = ["blues"]', 'against = ["greens"]', "fight: against: unknown actor 'greens'"),
    "wrong type": (SEED, "km = 60", 'km = "sixty"', "road: km:"),
    "no date": (SEED, 'date = "2025-05-02"', 'date = "yesterday"', "fight: date: bad date 'yesterday'"),
    "not stated": (SEED, 'date = "2025-05-01"', 'date = "2025-04-01"', "alpha-captured: date: 2025-04-01 is said to be"),
    "no quote": (SEED, 'quote = "A bridge was hit."', 'quote = "A bridge was mined."', "bridge: the quote"),
    "too far": (SEED, "km = 20", "km = 900", "gamma-alpha:"),
    "key of the head": (SEED, 'publisher = "Herald"', 'publisher = "Herald"\nauthor = "x"', "source: unknown key 'author'"),
    "short row": ("gazetteer/names.csv", None, "alpha,short", "gazetteer/names.csv: line"),
    "unknown kind": ("gazetteer/places.csv", ",village,", ",hamlet,", "gazetteer/places.csv: gamma: kind: unknown 'hamlet'"),
    "no status": ("gazetteer/locations.csv", "100.0,5000,accepted", "100.0,5000,taken", "faraway: status: unknown 'taken'"),
}


def faults(folder, names):
    write_project(folder)
    for name in names:
        file, old, new, _ = FAULTS[name]
        path = folder / file
        text = path.read_text("utf-8")
        assert old is None or old in text, name
        path.write_text(text.rstrip("\n") + f"\n{new}\n" if old is None else text.replace(old, new, 1), "utf-8")
    with pytest.raises(CurationError) as caught:
        read_dataset(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_once_and_nothing_that_follows_from_it(tmp_path, name):
    (told,) = faults(tmp_path / "p", [name])
    assert FAULTS[name][3] in told


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(list(combinations(FAULTS, 2))))
def test_no_fault_hides_another(tmp_path_factory, pair):
    told = faults(tmp_path_factory.mktemp("two") / "p", pair)
    for name in pair:
        assert sum(FAULTS[name][3] in line for line in told) == 1, (pair, told)
    assert len(told) == len(pair)


SUM = '\n[[statement]]\nkind = "event"\nid = "sum"\ntype = "capture"\nat = "beta"\nevent = "sum"\ncovers = ["{covers}"]\nquote = "A bridge was hit."\n'
HELD = '\n[[statement]]\nkind = "control"\nid = "held"\nat = "alpha"\nholder = ["reds"]\nsince = "{since}"\ndate = "2025-05-01"\nquote = "A bridge was hit."\n'


@pytest.mark.parametrize(
    ("added", "line"),
    [
        (SUM.format(covers="sum"), "sum: covers: 'sum' is this event itself; name the events that it sums up"),
        (SUM.format(covers="alpha-captured"), "sum: covers: 'alpha-captured' happened at another place; name events of its own places"),
        (HELD.format(since="2025-05-02"), "held: since: 2025-05-02 lies after 2025-05-01, on which it is said to be so; mend one of them"),
        (HELD.format(since="2025-05-01/2025-04-01"), "held: since: bad date '2025-05-01/2025-04-01'; it ends before it begins"),
    ],
)
def test_a_sum_of_other_places_and_a_hold_before_its_day_are_faults(tmp_path, added, line):
    write_project(tmp_path / "p")
    path = tmp_path / "p" / SEED
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    with pytest.raises(CurationError) as caught:
        read_dataset(tmp_path / "p")
    assert [str(problem) for problem in caught.value.problems] == [f"{SEED}: {line}"]


def test_a_sum_at_the_place_of_its_parts_or_around_it_is_none(tmp_path):
    write_project(tmp_path / "p")
    path = tmp_path / "p" / SEED
    path.write_text(path.read_text("utf-8") + SUM.format(covers="alpha-captured").replace('"beta"', '"alpha"'), "utf-8")
    assert read_dataset(tmp_path / "p")
