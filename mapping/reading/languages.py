"""The languages that are read; another one is a folder beside english/ and a row here."""

from __future__ import annotations

from mapping.reading.burmese.language import BURMESE
from mapping.reading.english.language import ENGLISH

LANGUAGES = (BURMESE, ENGLISH)  # a sentence is read by the first that claims it
