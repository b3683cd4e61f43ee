"""How exact a place and a date are, in the codes of ACLED and UCDP."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.domain.dates import Span

EXACT_M = 5_000  # a town with its outskirts; UCDP's "exact location"
NEAR_M = 25_000  # UCDP: "within about 25 km around a known point"


def acled_geo_precision(uncertainty_m: float | None) -> int | None:
    """ACLED geo_precision: 1 a town (radius to 5 km), 2 a part of a region (to 25 km), 3 a region; None unplaced."""
    if uncertainty_m is None:
        return None
    return 1 if uncertainty_m <= EXACT_M else 2 if uncertainty_m <= NEAR_M else 3


def acled_time_precision(span: Span | None) -> int | None:
    """ACLED time_precision: 1 one day, 2 within a week, 3 within a month or coarser; None undated."""
    if span is None:
        return None
    return 1 if span.days <= 1 else 2 if span.days <= 7 else 3


def ucdp_where_prec(uncertainty_m: float | None, kind: str | None) -> int | None:
    """UCDP where_prec (GED codebook): None unplaced.

    1 exact (radius to 5 km), 2 within about 25 km, 3 second-order unit (township, or a wider radius),
    4 first-order unit (region), 5 a line such as a road or river (`kind` "line"), 6 country.
    """
    if uncertainty_m is None:
        return None
    by_kind = {"line": 5, "river": 5, "township": 3, "region": 4, "country": 6}
    if kind in by_kind:
        return by_kind[kind]
    return 1 if uncertainty_m <= EXACT_M else 2 if uncertainty_m <= NEAR_M else 3


def ucdp_date_prec(span: Span | None) -> int | None:
    """UCDP date_prec (GED codebook): 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more; None undated."""
    if span is None:
        return None
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if span.days <= most), 5)
