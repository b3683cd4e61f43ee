from __future__ import annotations

from datetime import date, timedelta

import pytest

from mapping.reading import read
from mapping.reading.burmese.language import is_burmese
from mapping.reading.burmese.measures import measures
from mapping.reading.burmese.tables import burmese
from mapping.reading.burmese.unknown_names import unknown_names
from mapping.reading.core.dates import calendar, spoken
from mapping.reading.languages import LANGUAGES
from tests.support.reports import first, matcher, told

PUBLISHED = date(2025, 8, 7)
UNITS = {"km": ("km", 1), "miles": ("miles", 1), "minutes": ("minutes", 1), "hours": ("minutes", 60)}
CERTAINTIES = [(word, kind) for kind in ("demanded", "hypothetical", "disputed") for word in burmese()["cues"][kind]]


def edtf(text):
    days = calendar(text, PUBLISHED, LANGUAGES)
    return [when.edtf(days) for when in spoken(text, LANGUAGES)]


def names(text):
    return [(m.text, m.kind, sure) for m, sure in unknown_names(text, bytearray(len(text)))]


@pytest.mark.parametrize(("word", "month"), burmese()["months"].items())
def test_every_month_is_read(word, month):
    assert edtf(f"၂၀၂၄ ခုနှစ် {word}လ ၅ ရက်") == [f"2024-{month:02}-05"]


@pytest.mark.parametrize(("word", "shift"), burmese()["days"].items())
def test_every_word_for_a_day_is_read(word, shift):
    assert edtf(f"{word} ပြောပါတယ်") == [(PUBLISHED + timedelta(days=shift)).isoformat()]


@pytest.mark.parametrize(
    ("word", "day"),
    [(word, day) for part, day in (("early", "05~"), ("mid", "15~"), ("late", "25~")) for word in burmese()["dates"][part]],
)
def test_every_part_of_a_month_is_a_day_about(word, day):
    assert edtf(f"ဇူလိုင်{word}") == [f"2025-07-{day}"]


def test_two_days_are_a_list():
    assert edtf("ဇူလိုင်လ ၁ ရက်နဲ့ ၅ ရက်") == ["{2025-07-01,2025-07-05}"]


@pytest.mark.parametrize(("word", "unit"), [(word, unit) for unit, words in burmese()["units"].items() for word in words])
def test_every_unit_is_read(word, unit):
    (measure,) = measures(f"၁၀.၅ {word}")
    field, factor = UNITS[unit]
    assert getattr(measure, field) == 10.5 * factor


@pytest.mark.parametrize("word", burmese()["hedges"]["about"])
def test_about_is_kept(word):
    assert [(one.about, one.limit) for one in measures(f"၁၀ မိုင် {word}")] == [(True, None)]


@pytest.mark.parametrize(("word", "limit"), [("ကျော်", "more-than"), ("အောက်", "less-than")])
def test_a_limit_is_kept(word, limit):
    assert [(one.about, one.limit) for one in measures(f"၁၀ မိုင်{word}")] == [(False, limit)]


@pytest.mark.parametrize(("word", "bearing"), burmese()["headings"].items())
def test_every_heading_is_a_bearing(word, bearing):
    text = f"ကန်ကြီးကျေးရွာဟာ နောင်ချိုမြို့ရဲ့ {word}ဘက် ၁၀ မိုင် အကွာမှာ ရှိပါတယ်။"
    assert first(text, "distance").bearing == bearing


@pytest.mark.parametrize(
    ("word", "role"),
    [(word, role) for role in ("near", "from", "to", "toward", "at") for word in burmese()["roles"][role]],
)
def test_every_particle_gives_its_role(word, role):
    assert told(f"စစ်တပ်က မိုးကုတ်မြို့{word} ချီတက်ခဲ့ပါတယ်။", kind="event") == [("advance", f"{role}:mogok")]


@pytest.mark.parametrize("word", burmese()["roles"]["object"])
def test_what_troops_march_on_they_have_not_reached(word):
    assert told(f"စစ်တပ်က မိုးကုတ်မြို့{word} ချီတက်ခဲ့ပါတယ်။", kind="event") == [("advance", "toward:mogok")]


@pytest.mark.parametrize("word", burmese()["roles"]["object"])
def test_what_troops_took_is_where_it_happened(word):
    assert told(f"စစ်တပ်က မိုးကုတ်မြို့{word} သိမ်းပိုက်ခဲ့ပါတယ်။", kind="event") == [("capture", "at:mogok")]


@pytest.mark.parametrize("word", [*burmese()["roles"]["at"], *burmese()["roles"]["near"]])
def test_people_flee_from_where_they_are(word):
    assert told(f"မိုးကုတ်မြို့{word} ထွက်ပြေးခဲ့ပါတယ်။", kind="event") == [("displacement", "from:mogok")]


@pytest.mark.parametrize("word", burmese()["plurals"]["joints"])
def test_members_of_a_list_share_the_particle_of_the_last(word):
    text = f"စစ်တပ်က မိုးကုတ်မြို့{word} နောင်ချိုမြို့ဘက်ကို ချီတက်ခဲ့ပါတယ်။"
    assert told(text, kind="event")[0] == ("advance", "toward:mogok toward:nawnghkio")


@pytest.mark.parametrize("word", burmese()["cues"]["planned"])
def test_an_ending_says_that_it_is_planned(word):
    assert first(f"မိုးကုတ်မြို့ကို တိုက်ခိုက်{word}", "event").certainty == "planned"


@pytest.mark.parametrize(("word", "certainty"), CERTAINTIES)
def test_every_cue_says_how_sure_a_report_is(word, certainty):
    assert first(f"မိုးကုတ်မြို့ကို တိုက်ခိုက်တယ် ဆိုတာ {word}ပါတယ်။", "event").certainty == certainty


@pytest.mark.parametrize("word", burmese()["cues"]["nothing"])
def test_what_is_denied_is_no_event(word):
    assert told(f"မိုးကုတ်မြို့မှာ တိုက်ပွဲ{word}ပါဘူး။", kind="event") == []


@pytest.mark.parametrize("word", burmese()["cues"]["purpose"])
def test_what_an_offensive_is_for_is_no_capture(word):
    text = f"စစ်တပ်က မိုးကုတ်မြို့ကို သိမ်းပိုက်{word} ထိုးစစ်ဆင်နေပါတယ်။"
    assert [type_ for type_, _ in told(text, kind="event")] == ["advance"]


@pytest.mark.parametrize(("word", "kind"), [(word, kind) for kind, words in burmese()["generic"].items() for word in words])
def test_every_generic_word_makes_a_name_a_place(word, kind):
    assert names(f"သူတို့ဟာ နမ့်ပေါ{word}ကို") == [("နမ့်ပေါ", kind, kind != "place")]


@pytest.mark.parametrize("word", burmese()["names"]["before"])
def test_a_name_begins_behind_every_such_word(word):
    assert names(f"အ{word}နမ့်ပေါရွာကို") == [("နမ့်ပေါ", "village", True)]


@pytest.mark.parametrize("word", burmese()["names"]["no_name"])
def test_what_is_no_name_is_none(word):
    assert names(f"သူ {word}ရွာကို") == []


@pytest.mark.parametrize("word", burmese()["names"]["people"])
def test_the_people_of_a_place_are_none(word):
    assert names(f"သူ နမ့်ပေါရွာ{word}") == []


@pytest.mark.parametrize(("syllables", "found"), [(1, 0), (2, 1), (5, 1), (6, 0)])
def test_a_name_has_two_to_five_syllables(syllables, found):
    assert len(names(f"သူ {'နမ့်' * syllables}ရွာကို")) == found


def test_what_is_known_already_is_no_part_of_an_unknown_name():
    text = "နမ့်ပေါနမ့်ပေါရွာကို"
    taken = bytearray(len(text))
    taken[0:7] = b"\1" * 7
    assert [m.start for m, _ in unknown_names(text, taken)] == [7]


def test_unknown_villages_are_found_in_a_burmese_report():
    mentions = read("နမ့်ပေါရွာမှာ တိုက်ပွဲ ဖြစ်ပါတယ်။ မိုးကုတ်မြို့နဲ့ နီးပါတယ်။", None, matcher()).mentions
    assert ("နမ့်ပေါ", False) in [(m.text, m.curated) for m in mentions]


@pytest.mark.parametrize(("text", "burmese_"), [("ကခဂ abc", False), ("ကခဂဃ abc", True), ("", False), ("abc", False)])
def test_a_sentence_is_burmese_where_most_of_its_letters_are(text, burmese_):
    assert is_burmese(text) is burmese_


def test_an_event_has_the_date_that_its_own_part_of_the_sentence_tells():
    text = "ဇူလိုင်လ ၂၄ ရက်နေ့က မိုးကုတ်မြို့ကို သိမ်းပိုက်ခဲ့ပါတယ်။"
    assert first(text, "event", "2025-08-07").date == "2025-07-24"
