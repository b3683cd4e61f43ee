"""What is not reviewed, or taken back, says so wherever it stands as evidence."""

from __future__ import annotations

import pytest

from mapping.outputs import render
from mapping.project import read_project
from mapping.waist.build import build_dataset

pytestmark = pytest.mark.browser


@pytest.fixture
def with_a_retracted_report(project):
    """The project of the tests, where a second report of the capture is taken back, and a third is a draft."""
    toml = project / "seeds/2025-05-03-herald-alpha.toml"
    for status, quote in (("retracted", "A bridge was hit."), ("draft", "The parliament met.")):
        text = toml.with_suffix(".txt")
        if quote not in text.read_text("utf-8"):
            text.write_text(text.read_text("utf-8") + quote + "\n", encoding="utf-8")
        row = f'id = "{status}"\nkind = "event"\ntype = "capture"\nat = "alpha"\nevent = "alpha-captured"\n'
        more = f'\n[[statement]]\n{row}status = "{status}"\nquote = "{quote}"\n'
        toml.write_text(toml.read_text("utf-8") + more, encoding="utf-8")
    return build_dataset(read_project(project))


@pytest.mark.parametrize("status", ["retracted", "draft"])
def test_the_card_of_an_event_marks_a_report_that_does_not_count(with_a_retracted_report, tmp_path, visit, status):
    (tmp_path / "map.html").write_bytes(render("page", with_a_retracted_report)["map.html"])
    page = visit("map.html", "#sel=event:alpha-captured", base=f"file://{tmp_path}/")
    page.wait_for_selector("#card h2")
    assert status in page.text_content("#card").lower()
