"""Pages as they are saved: what is the report in them, and what stands around it."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.intake import webpage
from mapping.intake.documents import take_in
from mapping.intake.metadata import day_of
from mapping.intake.refusal import IntakeError
from tests.support.adding import refusal

HERE = ZoneInfo("Asia/Tokyo")  # nine hours before UTC, all year
FIRST = "Red troops took the town of Alpha on 1 May 2025, and the garrison fled over the bridge toward Gamma."
SECOND = "It rained for days, residents said, and nobody could leave the village of Gamma by the one road that is left."
STORY = f"<h1>Alpha falls</h1><p>{FIRST}</p><p>{SECOND}</p>"
HEAD = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Alpha falls | Herald</title>'
    '<meta property="og:site_name" content="Herald"><meta property="article:published_time" content="2025-05-03T20:30:00+00:00">'
    '<link rel="canonical" href="https://herald.example/alpha">{}</head>'
)


def taken(body, head="", zone=HERE):
    return take_in((HEAD.format(head) + f"<body>{body}</body></html>").encode(), zone)


AROUND = {
    "banner": '<div id="cookie-consent" class="cookie-banner"><p>We and 842 partners in Beta use cookies. Accept all.</p></div><article>{}</article>',
    "teasers": '<article>{}<div class="related"><h3>Related stories</h3><ul><li>Beta shelled on 3 August</li><li>Beta burns</li></ul></div></article>',
    "comments": '<article>{}<section class="comments"><article class="comment"><p>Reader: I heard that Beta was bombed!</p></article></section></article>',
    "menu": '<nav><ul><li><a href="/">Home</a></li><li><a href="/b">Beta</a></li></ul></nav><main>{}</main>',
    "footer": "<main><article>{}</article></main><footer><p>Herald Press, 5 Beta Street. All rights reserved.</p></footer>",
    "newsletter": '<article>{}</article><form class="newsletter"><label>News from Beta</label><button>Subscribe</button></form>',
    "script": "<script>var spy = 'Beta';</script><noscript>Beta</noscript><article>{}</article><style>.Beta {{}}</style>",
    "sidebar": '<div class="content"><article>{}</article></div><aside class="sidebar"><h2>Most read</h2><p>Beta market burns</p></aside>',
}  # fmt: skip


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_report_is_no_part_of_it(around):
    text = taken(AROUND[around].format(STORY)).text
    assert "Beta" not in text
    assert [one for one in (FIRST, SECOND) if one not in text] == []


def test_paragraphs_stand_apart():
    assert taken(f"<article>{STORY}</article>").text.endswith(f"{FIRST}\n\n{SECOND}\n")


def test_an_article_inside_the_form_of_the_whole_page_is_read():
    text = taken(f'<form id="aspnetForm"><div class="content">{STORY}</div></form>').text
    assert FIRST in text
    assert SECOND in text


def test_the_rows_of_a_table_stay_rows():
    rows = "<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Alpha</td><td>12</td></tr></table>"
    lines = taken(f"<article>{STORY}{rows}<p>{SECOND}</p></article>").text.splitlines()
    assert any("Alpha" in line and "12" in line and "Gamma" not in line for line in lines)


GRAPH = {"@context": "https://schema.org", "@graph": [
    {"@type": "Organization", "name": "Herald Press"},
    {"@type": ["NewsArticle", "Report"], "headline": "Alpha falls", "datePublished": "2025-05-03T20:30:00Z", "articleBody": f"{FIRST}\n{SECOND}"},
]}  # fmt: skip


@pytest.mark.parametrize("data", [GRAPH, [GRAPH], GRAPH["@graph"][1], {"mainEntity": GRAPH["@graph"][1]}], ids=["graph", "list", "one", "deep"])
def test_a_text_that_stands_in_linked_data_alone_is_found(data):
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = f"<html><head><title>x</title>{head}</head><body><div id='app'>Please enable JavaScript.</div></body></html>"
    found = take_in(page.encode(), HERE)
    assert found.text == f"{FIRST}\n\n{SECOND}\n"
    assert (found.title, found.published) == ("Alpha falls", "2025-05-04")


@pytest.mark.parametrize(
    "notice",
    [
        "Please enable JavaScript to read this article.", "",
        "You need to turn on JavaScript in your browser to read this article of the Herald, which our readers in Alpha wrote for you.",
    ],
)  # fmt: skip
def test_a_notice_in_place_of_a_report_is_refused(notice):
    with pytest.raises(IntakeError, match="copy the text of the report into a file"):
        taken(f'<div id="app">{notice}</div>')


def test_a_moment_is_a_day_of_the_front():
    document = taken(f"<article>{STORY}</article>")
    assert (document.published, document.publisher, document.url) == ("2025-05-04", "Herald", "https://herald.example/alpha")
    assert taken(f"<article>{STORY}</article>", zone=ZoneInfo("UTC")).published == "2025-05-03"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2025-05-03", "2025-05-03"), ("2025-05-03T23:59:00", "2025-05-03"), ("2025-05-03T15:00:00Z", "2025-05-04"),
        ("2025-05-03T14:59:59+00:00", "2025-05-03"), ("2025-05-03 at noon", "2025-05-03"), ("2025-13-40", None),
        ("yesterday", None), ("", None), ("9999-12-31T23:59:59Z", None),
    ],
)  # fmt: skip
def test_days_of_moments(moment, day):
    assert day_of(moment, HERE) == day


@given(st.text() | st.datetimes().map(lambda at: at.isoformat()))
def test_any_words_are_a_day_or_none(words):
    day = day_of(words, HERE)
    assert day is None or len(day) == len("2025-05-03")


@pytest.mark.parametrize("data", ["{", "[" * 5000, "null", '"words"', "[[[]]]", '{"@type": 5, "datePublished": 7, "publisher": "x"}'])
def test_linked_data_of_any_shape_is_passed_over(data):
    assert taken(f"<article>{STORY}</article>", f'<script type="application/ld+json">{data}</script>').published == "2025-05-04"


def test_only_linked_data_is_read_as_such():
    page = '<html><head><script type="application/json">{"@type": "Article", "datePublished": "2025-08-07"}</script></head><body>%s</body></html>'
    assert take_in((page % STORY).encode()).published is None


def test_the_encoding_that_a_page_states_is_used():
    page = f'<html><head><meta charset="shift_jis"></head><body><article><p>\u65e5\u672c\u306e\u65b0\u805e</p>{STORY}</article></body></html>'
    assert take_in(page.encode("shift_jis")).text.startswith("\u65e5\u672c\u306e\u65b0\u805e")


ENTRIES = "".join(
    f'<div class="entry"><time datetime="{moment}">{shown}</time><p>{words}</p></div>'
    for moment, shown, words in (
        ("2025-05-03T08:00:00+00:00", "08:00", f"Shells hit Alpha today. {FIRST}"),
        ("2025-05-02T18:00:00+00:00", "2 May 18:00", f"Shells hit Beta today. {FIRST}"),
        ("2025-05-01T18:00:00+00:00", "18:00", f"Shells hit Gamma today. {SECOND}"),
    )
)


def test_each_entry_of_a_running_report_stands_under_its_day():
    lines = taken(f"<article><h1>Live</h1>{ENTRIES}</article>").text.split("\n\n")
    assert [line for line in lines if line.startswith("2025")] == ["2025-05-03", "2025-05-02", "2025-05-02"]
    assert [lines[at + 1][: len("Shells hit")] for at, line in enumerate(lines) if line.startswith("2025")] == ["Shells hit"] * 3


def test_teasers_with_moments_make_no_running_report():
    teasers = "".join(f'<li><a href="/{n}"><time datetime="2025-05-0{n}T08:00:00Z">{n} May</time> Beta burns again and again in May</a></li>' for n in (1, 2))
    text = taken(f"<article>{STORY}</article><ul>{teasers}</ul>").text
    assert "2025-05-0" not in text
    assert FIRST in text


@pytest.mark.parametrize("deep", [50, 3000])
def test_nesting_of_any_depth_ends(deep):
    why = refusal(("<div>" * deep + STORY + "</div>" * deep).encode())
    assert why is None or "copy the text" in why


@given(st.lists(st.sampled_from(["<p>", "</p>", "<time datetime='2025-05-01T00:00Z'>", "</time>", "<article>", "</article>", "<li>", "<table>", "<td>", "words ", FIRST, "<a>", "<!--", "-->", "&amp;", "<script>"]), max_size=30))
def test_any_tags_are_a_report_or_none(tags):
    why = refusal((HEAD.format("") + "".join(tags)).encode())
    assert why is None or "copy the text" in why


def test_many_entries_and_many_objects_are_each_looked_at_once(monkeypatch):
    looked = []
    walk = webpage._walk  # noqa: SLF001

    def counted(element):
        looked.append(element)
        return walk(element)

    monkeypatch.setattr(webpage, "_walk", counted)
    entry = '<time datetime="2025-05-01T08:00:00Z">1 May</time><p>Shells hit Alpha and the bridge behind it.</p>'
    text = taken("<article>" + entry * 300 + "</article>" + f"<main><div>{entry}</div><div>{entry}</div></main>").text
    assert len(looked) < 20
    assert text.count("2025-05-01") == 2
    objects = '<script type="application/ld+json">' + json.dumps([{"@type": "Article"}] * 100_000) + "</script>"
    assert taken(f"<article>{STORY}</article>", objects).published == "2025-05-04"
