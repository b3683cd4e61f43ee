"""A source's file may be named as people name files: links to what it tells lead back there."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from mapping.outputs.webmap import files
from mapping.project import read_project
from mapping.waist.build import build_dataset

pytestmark = pytest.mark.browser
NAME = "a~b~%7E 100% *_[x](y)_* `$HOME` <b>&amp #1 ?'\""


@pytest.fixture
def named(project, folder):
    """The page of a project whose source's name holds every sign that some language reads as its own."""
    for path in list((project / "seeds").iterdir()):
        path.rename(path.with_name(NAME + path.suffix))
    (folder / "named.html").write_bytes(files(build_dataset(read_project(project)))["map.html"])
    return "named.html"


def shown(page):
    return page.evaluate("[...document.querySelectorAll('.ring')].length"), page.text_content("#status")


def test_a_link_to_the_few_events_that_are_on_brings_them_back(quietly, named):
    with quietly(named) as page:
        page.click("#tab-layers")
        for label in ("Capture", "Airstrike"):
            page.get_by_label(label, exact=True).uncheck()
        left, before = page.evaluate("location.hash"), shown(page)
    assert "&on=" in left
    with quietly(named, hash_=left) as page:
        assert page.evaluate("location.hash") == left
        assert shown(page) == before


def test_a_link_to_one_event_opens_its_card(quietly, named):
    link = "#" + urlencode({"sel": f"event:{NAME}/fight"})
    with quietly(named, hash_=link) as page:
        assert page.text_content("#card h2") == "Fighting near Gamma"
