"""How fast names are found and reports are read. Run: python -m tests.benchmarks.reading

Prints megabytes a second of processor time on one core: the automaton alone, and with the check of word boundaries, over
60,000 names in prose where few of them stand and in reports where every second line names one; the whole reader over
many short reports; and the seconds from a cold start for one report.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from dataclasses import replace

from mapping.gazetteer import Place
from mapping.mentions import Matcher
from mapping.mentions.automaton import Automaton
from mapping.reading import read
from tests.support.reports import ROOT, gazetteer

NAMES, BYTES = 60_000, 8_000_000
SYLLABLES = [
    "ma",
    "na",
    "ka",
    "hta",
    "kyaw",
    "shwe",
    "taung",
    "nyo",
    "lin",
    "hpo",
    "ye",
    "kan",
    "chaung",
    "bo",
    "min",
    "khin",
    "aung",
    "htay",
    "myo",
    "pyin",
    "lwe",
    "ngin",
    "nar",
    "hko",
    "sa",
]
WORDS = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "was",
    "on",
    "that",
    "for",
    "it",
    "with",
    "as",
    "his",
    "they",
    "at",
    "be",
    "this",
    "from",
    "by",
    "had",
    "not",
    "are",
    "but",
    "were",
    "which",
    "have",
    "an",
    "one",
    "all",
    "we",
    "people",
    "house",
    "village",
    "road",
    "river",
    "market",
    "morning",
    "soldiers",
    "report",
    "years",
    "water",
    "money",
    "school",
    "children",
    "family",
    "weather",
    "price",
]


def names(count):
    """Made-up names of three or four syllables."""
    chance = random.Random(1)  # noqa: S311  seeded: the same names each time
    found = {}
    while len(found) < count:
        parts = [chance.choice(SYLLABLES) for _ in range(chance.choice((3, 4)))]
        found[" ".join(part.capitalize() for part in parts)] = None
    return list(found)


def prose(size, known, share):
    """Prose of so many bytes in which each word is a known name with a chance of `share`."""
    chance, words, length = random.Random(2), [], 0  # noqa: S311  seeded: the same prose each time
    while length < size:
        word = chance.choice(known) if chance.random() < share else chance.choice(WORDS)
        words.append(word + (". " if chance.random() < 0.07 else " "))
        length += len(words[-1])
    sentences = "".join(words).split(". ")
    return ". ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences)


def rate(work, size):
    """Megabytes a second of processor time; the best of three runs, because other programs disturb."""
    seconds = []
    for _ in range(3):
        begun = time.process_time()
        work()
        seconds.append(time.process_time() - begun)
    return size / 1e6 / min(seconds)


def many_names():
    """A gazetteer with 60,000 names."""
    known = names(NAMES)
    places = {f"p{i}": Place(f"p{i}", name, "village", *[""] * 7) for i, name in enumerate(known)}
    return replace(gazetteer(), places=places, routes={}, actors={}, not_places=()), known


def matching():
    """Lines on the automaton with 60,000 names."""
    ground, known = many_names()
    begun = time.process_time()
    automaton = Automaton(ground)
    yield f"automaton of {NAMES} names built in {time.process_time() - begun:.1f} s"
    for share in (0.0005, 0.02):
        text = prose(BYTES, known, share)
        found = len(automaton.hits(text)) / len(text) * 1000
        alone = rate(lambda text=text: automaton._search.find_matches_as_indexes(text), len(text))  # noqa: SLF001
        checked = rate(lambda text=text: automaton.hits(text), len(text))
        yield f"{found:5.2f} names a kB: automaton alone {alone:.0f} MB/s, with word boundaries {checked:.0f} MB/s"


def reading():
    """Lines on places, on the whole reader, and on the command."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    reports, matcher = "\n\n".join(path.read_text("utf-8") for path in paths), Matcher(gazetteer())
    yield f"places, homonyms and roads of reports: {rate(lambda: matcher.find(reports), len(reports)):.2f} MB/s"
    yield f"the whole reader over reports: {rate(lambda: read(reports, '2025-08-07', matcher), len(reports)):.2f} MB/s"
    quiet = prose(400_000, ["Mogok", "Singu"], 0.002)
    yield f"the whole reader over quiet prose: {rate(lambda: read(quiet, None, matcher), len(quiet)):.2f} MB/s"
    command = [sys.executable, "-m", "mapping", "read", str(paths[0]), "--json"]
    cold = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
        cold.append(time.perf_counter() - begun)
    yield f"frontmap read from a cold start: {statistics.median(cold):.2f} s"


if __name__ == "__main__":
    for line in (*matching(), *reading()):
        print(line)  # noqa: T201
