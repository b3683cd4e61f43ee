from __future__ import annotations

import re

import pytest

from mapping.domain.packaged import table
from mapping.reading import read
from mapping.reading.burmese.tables import burmese
from mapping.reading.english.frames.frame import CASUALTY, NOTHING, STRIKE, TYPES
from mapping.reading.english.tables import cues
from tests.support.examples import examples
from tests.support.reports import matcher

NAMES = {"S": "Singu", "X": "Singu", "A": "TNLA", "H": "Mogok-Singu road", "D": "July 3", "BACK": "there"}
PLACES = {"Alpha–Beta road": "Mogok-Singu road", "Alpha": "Mogok", "Beta": "Singu", "Reds": "TNLA", "Blues": "PDF"}
FRAMES = [
    (type_, frame, example)
    for type_ in TYPES
    for field in ("verbs", "nouns")
    for frame, example in table("mapping.reading.english.frames", type_)[field]
]
CUE_SHAPES = {
    "before": ("The TNLA {e} attack Mogok.", "The TNLA {e} attacks on Mogok.", "There was {e} attacking Mogok.",
               "It {e} the capture of Mogok.", "There were {e} clashes in Mogok.", "They {e} capture Mogok.",
               "{e} they attack Mogok, many will flee."),
    "after": ("An attack on Mogok {e}.", "In Mogok the attack {e} soon."),
    "around": ("The attack on Mogok {e}.", "“The attack on Mogok was theirs{e}", "They {e} that troops attacked Mogok."),
    "date": ("Troops attack Mogok {e}.",),
}  # fmt: skip
CUES = [
    (kind, field, source) for kind, fields in cues().items() for field, sources in fields.items() for source in sources
]
BURMESE = [(type_, source) for type_, sources in burmese()["events"].items() for source in sources]


def spelled(source, names=NAMES):
    return examples(re.sub(r"\{([A-Z]+)\}", lambda part: names.get(part[1], ""), source))


def read_events(text):
    return [one for one in read(text, None, matcher()).statements if one.kind == "event"]


@pytest.mark.parametrize(("type_", "frame", "example"), FRAMES)
def test_every_frame_reads_its_example(type_, frame, example):
    for name, place in PLACES.items():
        example = example.replace(name, place)
    found = {event.event_type for event in read_events(example)}
    if type_ == NOTHING:
        assert not found, frame
    elif type_ == CASUALTY:
        assert found == {"other" if frame.startswith("CIVILIAN") else "attack-on-civilians"}, frame  # who did it
    elif type_ == STRIKE:
        assert found & {"airstrike", "battle", "shelling", "drone-strike"}, frame
    else:
        assert type_ in found, frame


@pytest.mark.parametrize(("kind", "field", "source"), CUES)
def test_every_cue_says_how_sure_a_report_is(kind, field, source):
    wanted = {"attempted": "planned"}.get(kind, kind)  # a capture that was only tried
    texts = (shape.format(e=example) for example in spelled(source) for shape in CUE_SHAPES[field])
    assert any(wanted in ({event.certainty for event in read_events(text)} or {"nothing"}) for text in texts)


@pytest.mark.parametrize(("type_", "source"), BURMESE)
def test_every_burmese_word_for_an_event_is_read_as_its_type(type_, source):
    texts = (f"မိုးကုတ်မြို့မှာ {example}ခဲ့ပါတယ်။" for example in spelled(source, {"H": "မိုးကုတ်-နောင်ချို ကားလမ်း"}))
    assert any(event.event_type == type_ for text in texts for event in read_events(text))
