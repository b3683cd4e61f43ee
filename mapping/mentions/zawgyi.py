"""Text in the Zawgyi font encoding -> Unicode, with the way back to its offsets.

Zawgyi keeps Burmese letters in the order in which they are seen, and gives stacked and small forms code points of
their own (among them some that Unicode gives to Shan and Mon). Each cluster of a consonant with its signs is decoded
by itself and put into the order of Unicode (Unicode Technical Note 11), so that every code point of the result knows
the cluster it came from.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from myanmartools import ZawgyiDetector

SURE = 0.95  # probability from which on a text is taken for Zawgyi
SAMPLE = 600  # Burmese code points are enough to tell
CONSONANT = (
    r"[\u1000-\u1021\u1023-\u1027\u1029\u102a\u103f\u104e\u106a\u106b\u106e\u106f\u1086\u108f\u1090-\u1092\u1097"
    r"\u1040-\u1049]"
)
CLUSTER = re.compile(
    rf"\u1031*[\u103b\u107e-\u1084]?(?:{CONSONANT})?"
    r"[\u102b-\u1030\u1032-\u103a\u103c\u103d\u105a\u1060-\u1069\u106c\u106d\u1070-\u107d\u1085\u1087-\u108e\u1093-\u1096]*"
)
KINZI, STACK = "\u1004\u103a\u1039", "\u1039"
DECODED = {
    "\u1033": "\u102f", "\u1034": "\u1030", "\u1039": "\u103a", "\u103a": "\u103b", "\u103c": "\u103d",
    "\u103d": "\u103e", "\u1087": "\u103e", "\u1088": "\u103e\u102f", "\u1089": "\u103e\u1030",
    "\u108a": "\u103d\u103e", "\u105a": "\u102b\u103a", "\u106a": "\u1009", "\u106b": "\u100a",
    "\u106e": "\u100d\u1039\u100d", "\u106f": "\u100d\u1039\u100e", "\u1086": "\u103f", "\u108e": "\u102d\u1036",
    "\u108f": "\u1014", "\u1090": "\u101b", "\u1091": "\u100f\u1039\u100d", "\u1092": "\u100b\u1039\u100c",
    "\u1094": "\u1037", "\u1095": "\u1037", "\u1097": "\u100b\u1039\u100b", "\u1096": "\u1039\u1010\u103d",
    "\u108b": KINZI + "\u102d", "\u108c": KINZI + "\u102e", "\u108d": KINZI + "\u1036", "\u1064": KINZI,
} | dict.fromkeys("\u103b\u107e\u107f\u1080\u1081\u1082\u1083\u1084", "\u103c") | {
    below: STACK + letter
    for below, letter in zip(
        "\u1060\u1061\u1062\u1063\u1065\u1066\u1067\u1068\u1069\u106c\u106d\u1070\u1071\u1072\u1073\u1074"
        "\u1075\u1076\u1077\u1078\u1079\u107a\u107b\u1093\u107c\u1085",
        "\u1000\u1001\u1002\u1003\u1005\u1006\u1006\u1007\u1008\u100b\u100c\u100f\u1010\u1010\u1011\u1011"
        "\u1012\u1013\u1014\u1015\u1016\u1017\u1018\u1018\u1019\u101c", strict=True,
    )
}  # fmt: skip
# Order of signs behind a consonant: medials y r w h, then e, i, ai, u, aa, asat, anusvara, dot below, visarga.
SIGNS = "\u103b\u103c\u103d\u103e\u1031\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u103a\u1036\u1037\u1038"
ORDER = {sign: rank for rank, sign in enumerate(SIGNS)}


def is_zawgyi(text: str) -> bool:
    """Whether Burmese text is encoded for the Zawgyi font (a Markov model by Google, in myanmartools)."""
    sample = "".join(re.findall(r"[\u1000-\u109f ]+", text[: 20 * SAMPLE]))[:SAMPLE]
    return len(sample.strip()) > 1 and _detector().get_zawgyi_probability(sample) > SURE


@cache
def _detector() -> ZawgyiDetector:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it reads its table through an old door of importlib
        from myanmartools import ZawgyiDetector  # noqa: PLC0415  only Burmese text needs it

        return ZawgyiDetector()


def decode(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text in Unicode, and for each of its code points the (start, end) of the cluster it came from."""
    decoded: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        match = CLUSTER.match(text, at)
        end = match.end() if match and match.end() > at else at + 1
        piece = _cluster(text[at:end]) if end > at + 1 or text[at] in DECODED else text[at]
        decoded.append(piece)
        spans += [(at, end)] * len(piece)
        at = end
    return "".join(decoded), spans


def _cluster(seen: str) -> str:
    """Decode one cluster and put its signs into the order of Unicode."""
    letters = "".join(DECODED.get(sign, sign) for sign in seen)
    kinzi = KINZI if KINZI in letters else ""
    letters = letters.replace(KINZI, "")
    stacked = "".join(re.findall("\u1039[\u1000-\u1021]", letters))
    rest = re.sub("\u1039[\u1000-\u1021]", "", letters)
    base = "".join(sign for sign in rest if sign not in ORDER)
    signs = sorted({sign for sign in rest if sign in ORDER}, key=ORDER.__getitem__)
    if len(base) == 1 and base == "\u1040" and signs:
        base = "\u101d"  # the digit zero is typed for the letter wa
    if "\u1039" in base:  # a consonant that is stacked already: its signs follow
        return kinzi + base + stacked + "".join(signs)
    return kinzi + base[:1] + stacked + "".join(signs) + base[1:]
