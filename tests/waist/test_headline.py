"""The line under the title is written from the data."""

import pytest

from mapping.project import read_project
from mapping.waist.build import build_dataset
from mapping.waist.headline import headline
from tests.conftest import write_project

SOURCE = '[source]\npublisher = "Courier"\npublished = "2025-06-20"\ntext = "{words}"\n'
FELL = '[[statement]]\nkind = "event"\nid = "{id}"\ntype = "capture"\nat = "{at}"\n{date}actors = ["blues"]\nquote = "It fell."\n{more}'


def told(folder, *statements, words="restated"):
    write_project(folder)
    (folder / "seeds/courier.txt").write_text("It fell. Beta, Gamma.", "utf-8")
    (folder / "seeds/courier.toml").write_text(SOURCE.format(words=words) + "".join(statements), "utf-8")
    return headline(build_dataset(read_project(folder)))


def fell(at="beta", date="2025-06-10", more=""):
    return FELL.format(id=at, at=at, date=f'date = "{date}"\n' if date else "", more=more)


def test_the_latest_change_is_told_with_its_sentence(tmp_path):
    line = told(tmp_path / "p", fell())
    assert line.endswith("Beta, held by Blue Army since 10 June 2025. It fell (Courier, in our words).")
    assert line.startswith("A front made for tests. ")


@pytest.mark.parametrize("more", ['certainty = "claimed"\n', 'certainty = "planned"\n', 'status = "draft"\n'])
def test_what_is_not_firm_is_no_news(tmp_path, more):
    assert "Alpha, held by Red Army since 1 May 2025" in told(tmp_path / "p", fell(more=more))


def test_a_change_within_days_is_told_as_such(tmp_path):
    assert "since some day between 1 June 2025 and 10 June 2025." in told(tmp_path / "p", fell(date="2025-06-01/2025-06-10"))
    assert "since 1 May 2025." in told(tmp_path / "q", fell(date=""))  # a change of no known day is no news


def test_a_village_is_no_news_of_a_town(tmp_path):
    assert "Alpha, held by Red Army" in told(tmp_path / "p", fell(at="gamma"))


def test_words_of_the_publisher_are_not_called_ours(tmp_path):
    assert told(tmp_path / "p", fell(), words="verbatim").endswith("It fell (Courier).")
