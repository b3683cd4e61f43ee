"""The page as a file: it asks for nothing, runs nothing but its own, and holds every text unchanged."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path

import pytest
from branca.element import Element

from mapping.domain.harmless import harmless
from mapping.outputs.webmap import files
from mapping.outputs.webmap.assets import STYLES, viewer_js
from mapping.outputs.webmap.page import Page
from mapping.project import read_project
from mapping.waist import TABLES
from mapping.waist.build import build_dataset
from tests.support import dataset as waist
from tests.support.hostile import ALL, PAYLOADS

VIEWER = Path(__file__).parent.parent.parent.parent / "mapping/outputs/webmap/viewer"
FOUNDING = ("2025-08-07-irrawaddy-ruby-hub-push", "undated-roskin-mogok-under-attack")


@cache
def html() -> str:
    return files(waist.features())["map.html"].decode()


@cache
def hostile() -> str:
    return files(waist.hostile(ALL))["map.html"].decode()


def block(page: str) -> dict:
    found = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


def test_the_page_names_no_asset_outside_itself():
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", html(), flags=re.DOTALL)
    assert not re.search(r"\bsrc=|<link|<iframe|<object|@import", markup)
    assert not re.search(r"url\((?!#)", "".join(re.findall(r"<style>(.*?)</style>", html(), re.DOTALL)))


def test_two_builds_are_equal():
    assert files(waist.features()) == files(waist.features())


def test_the_policy_names_exactly_the_scripts_and_styles_of_the_page():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html())[1]
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", html(), re.DOTALL)
        hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(b.encode()).digest()).decode()}'" for b in blocks]
        assert re.search(rf"{rule} ([^;]*);", policy)[1].split() == hashes
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_policy_lets_pictures_come_from_the_chosen_backgrounds_only():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html())[1]
    assert "img-src data: https://server.arcgisonline.com https://tile.openstreetmap.org;" in policy


def test_readers_may_zoom():
    assert re.findall(r'<meta name="viewport" content="([^"]*)"', html()) == ["width=device-width, initial-scale=1"]


def test_an_asset_from_outside_stops_the_build():
    page = Page("", [])
    page.header.add_child(
        Element('<meta name="viewport" content="x" /><script src="https://example.org/x.js"></script>')
    )
    with pytest.raises(ValueError, match="asks for something outside"):
        page.render()


def test_a_changed_viewport_of_folium_stops_the_build():
    with pytest.raises(ValueError, match="0 viewports"):
        Page("", []).render()


def strings(value) -> set[str]:
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*map(strings, inner)) if inner else set()


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_hostile_text_reaches_the_block_of_data_unchanged(payload: str):
    assert any(payload in text for text in strings(block(hostile())))


def test_hostile_text_stands_in_every_table_that_has_text():
    tables = block(hostile())["tables"]
    closed = {"position_bands", "event_lines", "event_areas", "mentions", "access", "control", "candidates"}  # ids, numbers, closed lists
    assert {name for name in tables if harmless(ALL) not in strings(tables[name])} == closed


def test_hostile_text_becomes_no_markup():
    calm, attacked = (re.sub(r"[^<]*(<[a-zA-Z/!][^\s>]*)?", r"\1", page) for page in (html(), hostile()))
    for tag in ("<script", "<img", "<b", "<svg", "<!--", "<style", "<title"):
        assert len(re.findall(tag + r"\b", attacked)) <= len(re.findall(tag + r"\b", calm)), tag


def test_hostile_text_is_not_run_when_the_page_is_built():
    assert "49" not in re.search(r"<title>(.*?)</title>", hostile(), re.DOTALL)[1]
    assert "{{ 7*7 }}" in re.search(r"<title>(.*?)</title>", hostile(), re.DOTALL)[1]
    assert "{# vanishes #}" in hostile()


def test_the_page_of_the_founding_sources_is_small(shipped: Path):
    for file in (shipped / "seeds").iterdir():
        if file.suffix in {".txt", ".toml"} and file.stem not in FOUNDING:
            file.unlink()
    size = len(files(build_dataset(read_project(shipped)))["map.html"])
    assert size <= 400_000, f"{size} bytes"


def test_an_empty_front_is_a_page_too():
    nothing = {name: [] for name in TABLES}
    assert b"<title>" in files(waist.features(**nothing))["map.html"]


def test_the_viewer_is_lean():
    assert len(viewer_js()) < 110_000


def test_every_file_beside_the_modules_is_used():
    words = {"words.en.json", "words.my.json"}
    assert {file.name for file in VIEWER.iterdir() if file.is_file()} == (
        {f"{name}.css" for name in STYLES} | {"panel.html", "types.d.ts"} | words
    )
