"""Days, numbers, letters and words at the edge of what is meant: they build, or are told in one line."""

import pytest

from tests.whole.test_odd_projects import ROADS, TEXT, TOML, add, build, faults

pytestmark = pytest.mark.slow  # each builds a whole project in every format


@pytest.mark.parametrize("day", ["9998-12-31", "1000-01-01~", "9998-12-31~", "1000-01-01/9998-12-31"])
def test_a_day_at_the_edge_of_the_calendar_is_a_day(project, edit, day):
    edit(TOML, 'published = "2025-05-03"', 'published = "9998-12-31"')  # what happened lies before its report
    edit(TOML, 'date = "2025-05-01"\ndate_basis = "stated"', 'date = "2025-05-01"\ndate_basis = "derived"')
    add(project, f'kind = "control"\nat = "alpha"\nholder = ["reds"]\ndate = "{day}"')
    assert "map.html" in build(project)


def test_a_number_of_three_hundred_digits_is_no_radius(project, edit):
    edit(ROADS, '"uncertainty_m":200', f'"uncertainty_m":1{"0" * 309}')
    assert any("south-half: uncertainty_m:" in fault for fault in faults(project))


def test_half_a_character_is_no_text(project, edit):
    edit(ROADS, '"evidence":"straight"', '"evidence":"\\ud800"')
    assert any(fault.startswith(ROADS) and "surrogates" in fault for fault in faults(project))


def test_words_that_look_like_a_numbered_place_are_words(project, edit):
    edit(TEXT, "A bridge was hit.", "A bridge was hit, and A bridge/2 and A bridge.")
    edit(TOML, 'at = { text = "A bridge" }', 'at = [{ text = "A bridge/2" }, { text = "A bridge" }]')
    edit(TOML, 'quote = "A bridge was hit."', 'quote = "A bridge was hit, and A bridge/2 and A bridge."')
    assert "map.html" in build(project)
