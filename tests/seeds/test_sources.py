"""A source: what stands in its header, and what stands for it where nobody has written one."""

from __future__ import annotations

import pytest

from mapping.domain.errors import Problems
from mapping.seeds.sources import read_sources

HEAD = '[source]\ntitle = "Words"\npublisher = "Herald"\npublished = "2025-05-03"\nurl = "https://example.org/1"\ntext = "restated"\n'


@pytest.fixture
def read(tmp_path):
    def made(**files):
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_text(content, encoding="utf-8")
        problems = Problems()
        return read_sources(tmp_path, problems), [str(problem) for problem in problems.found]

    return made


def test_a_source_tells_its_header(read):
    (source,), told = read(a__txt="Words.", a__toml=HEAD)
    assert told == []
    assert (source.title, source.publisher, source.published) == ("Words", "Herald", "2025-05-03")
    assert (source.url, source.wording) == ("https://example.org/1", "restated")


def test_a_text_alone_has_its_id_for_a_title_and_nothing_else(read):
    (source,), _ = read(a__txt="Words.")
    assert (source.title, source.publisher, source.published, source.url, source.wording) == ("a", "", "", "", "verbatim")
    assert (source.header, source.statements) == (None, ())


def test_sources_come_by_the_names_of_their_files(read):
    found, _ = read(b__txt="Two.", a__txt="One.", c__txt="Three.")
    assert [source.id for source in found] == ["a", "b", "c"]


def test_a_header_without_its_text_and_a_text_without_words_are_named(read, tmp_path):
    _, told = read(a__toml=HEAD, b__txt=" \n")
    assert sorted(told) == [
        f"{tmp_path.name}/a.toml: has no text; put a.txt beside it",
        f"{tmp_path.name}/b.txt: is empty; put the text in, or remove the file",
    ]


def test_a_missing_folder_is_named(tmp_path):
    problems = Problems()
    assert read_sources(tmp_path / "seeds", problems) == ()
    assert [str(problem) for problem in problems.found] == ["seeds: is missing; a project keeps its texts there"]


def test_a_quote_is_found_where_it_stands(read):
    statement = '[[statement]]\nkind = "event"\nid = "x"\ntype = "battle"\nquote = "မြို့ fell"\n'
    (source,), told = read(a__txt="A town, မြို့ fell.", a__toml=HEAD + statement)
    (found,) = source.statements
    assert (told, found.uid, source.text[slice(*found.span)]) == ([], "a/x", "မြို့ fell")
