from __future__ import annotations

from datetime import date, timedelta

import pytest

from mapping.mentions import Mention, Scan
from mapping.mentions.words import words_of
from mapping.reading.core.context import Context
from mapping.reading.core.dates import calendar, spoken
from mapping.reading.core.measure import SCALES
from mapping.reading.core.sentences import sentences
from mapping.reading.english.anaphora import meant_by
from mapping.reading.english.measures import measures, number, shares
from mapping.reading.english.names.somebody import GENERIC
from mapping.reading.english.names.unknown import unknown_names
from mapping.reading.english.tables import english
from mapping.reading.languages import LANGUAGES
from tests.support.reports import first, told

PUBLISHED = date(2025, 8, 7)  # a Thursday
NAMES, NUMBERS, DATES = english()["names"], english()["numbers"], english()["dates"]
IN_WORDS = [*((word, i) for i, word in enumerate(NUMBERS["ones"])), *((word, 10 * i) for i, word in enumerate(NUMBERS["tens"], 2))]
SCALED = [*NUMBERS["scales"].items(), *NUMBERS["dozen"].items()]
ROLES = [(word, role) for role, words in english()["prepositions"].items() for word in words]
KINDS = [(word, kind) for kind in GENERIC for word in NAMES[kind]]


def edtf(text):
    days = calendar(text, PUBLISHED, LANGUAGES)
    return [when.edtf(days) for when in spoken(text, LANGUAGES)]


def names(text):
    found = unknown_names(text, Scan((), (), ()), bytearray(len(text)))
    return [(mention.text, mention.kind) for mention, _ in found]


def entries(table, *fields):
    return [word for field in fields for word in table[field]]


@pytest.mark.parametrize(("word", "role"), [(word, role) for word, role in ROLES if role != "at"])
def test_every_preposition_gives_its_role(word, role):
    assert told(f"Troops advanced {word} Mogok.", kind="event") == [("advance", f"{role}:mogok")]


@pytest.mark.parametrize("word", [word for word, role in ROLES if role == "at"])
def test_where_refuge_was_taken_is_no_place_that_people_left(word):
    assert told(f"Families took refuge {word} Mogok.", kind="event") == [("displacement", "to:mogok")]


@pytest.mark.parametrize(("word", "role"), [("in", "at"), ("over", "at"), ("like", "at"), ("on", "toward"), ("of", "toward")])
def test_an_advance_on_a_place_has_not_reached_it(word, role):
    assert told(f"Troops advanced {word} Mogok.", kind="event") == [("advance", f"{role}:mogok")]


@pytest.mark.parametrize("type_", english()["roles"])
def test_a_type_of_event_knows_only_its_roles(type_):
    verb = {
        "capture": "captured a post", "arrest": "arrested men", "looting": "looted shops", "protest": "protested",
        "withdrawal": "withdrew", "airstrike": "bombed a post", "drone-strike": "were hit: drones struck",
        "shelling": "shelled a post", "battle": "clashed", "talks": "held talks",
        "explosion": "stepped on a mine", "siege": "laid siege to a post", "attack-on-civilians": "executed two men",
    }[type_]  # fmt: skip
    for word, role in (("near", "near"), ("through", "via"), ("toward", "toward"), ("between", "between")):
        ((read, places),) = told(f"Troops {verb} {word} Mogok.", kind="event")
        assert (read, places) == (type_, f"{role if role in english()['roles'][type_] else 'at'}:mogok")


@pytest.mark.parametrize(("word", "bearing"), english()["headings"].items())
def test_every_heading_is_a_bearing(word, bearing):
    assert first(f"Mogok is 20 miles {word} of Singu.", "distance").bearing == bearing


@pytest.mark.parametrize(("word", "month"), english()["months"].items())
def test_every_month_is_read(word, month):
    assert edtf(f"on {word} 5, 2024.") == [f"2024-{month:02}-05"]


@pytest.mark.parametrize("word", english()["weekdays"]["names"])
def test_every_weekday_is_read(word):
    (day,) = edtf(f"It fell on {word}.")
    assert date.fromisoformat(day).strftime("%A") == word


@pytest.mark.parametrize(("word", "shift"), english()["days"].items())
def test_every_word_for_a_day_is_read(word, shift):
    assert edtf(f"It fell {word}.") == [(PUBLISHED + timedelta(days=shift)).isoformat()]


@pytest.mark.parametrize(
    ("word", "month"), [(word, month) for field, month in (("last", "07"), ("this", "08"), ("next", "09")) for word in DATES[field]]
)
def test_every_word_for_the_month_before_or_after_is_read(word, month):
    assert edtf(f"It fell {word} month.") == [f"2025-{month}"]


@pytest.mark.parametrize(
    ("word", "day"),
    [(word, day) for field, day in (("early", "05~"), ("mid", "15~"), ("late", "25~")) for word in DATES[field]],
)
def test_every_part_of_a_month_is_a_day_about(word, day):
    assert edtf(f"It fell in {word} July.") == [f"2025-07-{day}"]


@pytest.mark.parametrize("word", DATES["last_week"])
def test_the_last_week_of_a_month_is_its_last_seven_days(word):
    assert edtf(f"It fell in {word} July.") == ["2025-07-25/2025-07-31"]


@pytest.mark.parametrize(
    ("word", "day"), [(word, day) for field, day in (("same_day", "03"), ("day_after", "04")) for word in DATES[field]]
)
def test_a_day_is_told_by_the_one_before(word, day):
    assert edtf(f"It fell on July 3; {word} it burned.")[-1] == f"2025-07-{day}"


@pytest.mark.parametrize("word", DATES["month_before"])
def test_a_bare_month_is_a_date_behind_every_such_word(word):
    bounds = {**dict.fromkeys(DATES["until"], "../2025-07"), **dict.fromkeys(DATES["after"], "2025-07/..")}
    assert edtf(f"It burned {word} July in the hills.")[0].startswith(bounds.get(word, "2025-07"))


@pytest.mark.parametrize("word", DATES["daytimes"])
def test_the_time_of_day_belongs_to_the_date(word):
    assert [when.text for when in spoken(f"on Monday {word} it fell", LANGUAGES)] == [f"Monday {word}"]


@pytest.mark.parametrize("word", english()["sentences"]["abbreviations"])
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(word):
    assert len(sentences(f"They met {word}. Xyzzy there.", LANGUAGES)) == 1


@pytest.mark.parametrize(("word", "value"), IN_WORDS)
def test_every_number_in_words_has_its_value(word, value):
    assert number(word) == value


@pytest.mark.parametrize(("word", "value"), SCALED)
def test_every_scale_multiplies(word, value):
    assert (number(f"a {word}"), number(f"three {word}")) == (value, 3 * value)


@pytest.mark.parametrize(("word", "parts"), NUMBERS["parts"].items())
def test_every_part_is_a_share(word, parts):
    assert [float(share) for _, _, share in shares(f"one {word} of the way")] == [pytest.approx(1 / parts)]


@pytest.mark.parametrize("word", [*english()["hedges"]["about"], *english()["hedges"]["plain"]])
def test_every_hedge_belongs_to_the_measure(word):
    (measure,) = measures(f"It lies {word} 5 km off.")
    assert (measure.start, measure.km, measure.about) == (8, 5, word in english()["hedges"]["about"])


@pytest.mark.parametrize(
    ("word", "limit"),
    [(word, limit) for limit in ("at-least", "more-than", "less-than") for word in english()["hedges"][limit]],
)
def test_every_limit_is_kept(word, limit):
    assert [measure.limit for measure in measures(f"It lies {word} 5 km off.")] == [limit]


@pytest.mark.parametrize(("word", "unit"), [(word, unit) for unit, words in english()["units"].items() for word in words])
def test_every_unit_is_read(word, unit):
    (measure,) = measures(f"It lies 5 {word} off.")
    field, factor = SCALES.get(unit, (unit, 1))
    assert getattr(measure, field) == pytest.approx(5 * factor)


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_every_generic_word_makes_a_name_a_place(word, kind):
    assert names(f"They burned Xyzzy {word}.") == [("Xyzzy", kind)]


@pytest.mark.parametrize("word", [*NAMES["before"], *(f"{word} to" for word in NAMES["motion"])])
def test_a_name_behind_every_such_word_is_a_place(word):
    assert names(f"now {word} Xyzzy, it said") == [("Xyzzy", "place")]


@pytest.mark.parametrize("word", sorted(set(NAMES["taken"]) - set(NAMES["entered"]) - set(NAMES["before"])))
def test_a_verb_alone_makes_no_sure_place(word):
    text = f"now {word} Xyzzy, it said"
    assert [sure for _, sure in unknown_names(text, Scan((), (), ()), bytearray(len(text)))] == [False]


@pytest.mark.parametrize("word", NAMES["beside"])
def test_a_name_behind_such_an_adjective_is_a_place(word):
    assert names(f"now {word} Xyzzy, it said") == [("Xyzzy", "place")]


@pytest.mark.parametrize("word", NAMES["people"])
def test_where_people_come_from_is_a_place(word):
    assert names(f"as Xyzzy {word} tell") == [("Xyzzy", "place")]


@pytest.mark.parametrize("word", NAMES["military"])
def test_a_base_keeps_its_name_behind_an_adjective(word):
    assert names(f"the Xyzzy {word} outpost fell") == [("Xyzzy", "base")]


@pytest.mark.parametrize("word", NAMES["not_first"])
def test_a_word_at_the_head_of_a_sentence_is_no_part_of_a_name(word):
    assert names(f"{word} Xyzzy village") == [("Xyzzy", "village")]


@pytest.mark.parametrize("word", NAMES["no_name"])
def test_such_a_word_alone_is_no_place(word):
    assert names(f"now in {word}, it said") == []


@pytest.mark.parametrize("word", NAMES["bodies"])
def test_a_body_is_no_place(word):
    assert names(f"now from Xyzzy {word}, it said") == []


@pytest.mark.parametrize("word", NAMES["titles"])
def test_a_person_is_no_place(word):
    assert names(f"now {word}. Xyzzy village") == []


@pytest.mark.parametrize("word", NAMES["speech"])
def test_who_speaks_is_no_place(word):
    assert names(f"now from Xyzzy {word} so") == []


@pytest.mark.parametrize("word", sorted(set(words_of("english")["small"]["words"]) - {*NAMES["region"], *NAMES["road"]}))
def test_a_small_word_behind_a_name_makes_it_nothing_else(word):
    assert names(f"now in the Xyzzy {word} it") == [("Xyzzy", "place")]


def test_a_noun_behind_a_name_makes_it_the_name_of_something_else():
    assert names("now in the Xyzzy bus line") == []


@pytest.mark.parametrize("word", NAMES["participles"])
def test_a_participle_with_a_hyphen_is_no_part_of_a_name(word):
    assert names(f"the Plugh-{word} Xyzzy village") == [("Xyzzy", "village")]


@pytest.mark.parametrize("word", english()["bases"]["units"])
def test_a_unit_with_a_post_behind_it_is_a_base(word):
    for post in english()["bases"]["posts"]:
        assert names(f"the {word} 77 {post} fell") == [(f"{word} 77 {post}", "base")]


@pytest.mark.parametrize("word", english()["bases"]["static"])
def test_a_static_command_is_a_base(word):
    assert names(f"now the No. 5 {word} fell") == [(f"No. 5 {word}", "base")]


@pytest.mark.parametrize("word", english()["numbered_road"]["words"])
def test_a_numbered_road_is_a_road(word):
    assert names(f"now on {word} 31 it") == [(f"{word} 31", "road")]


@pytest.mark.parametrize(
    ("word", "kind"), [(word, kind) for row in english()["anaphora"].values() for word in row["words"] for kind in row["kinds"]]
)
def test_a_noun_means_the_last_place_of_its_kind(word, kind):
    places = [Mention(0, 1, name, None, name, of) for name, of in (("Alpha", kind), ("Beta", "road"))]
    assert meant_by(f"the {word}", Context(named=places, topic=places[1]), []) == places[:1]
