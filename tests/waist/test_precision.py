"""The codes of ACLED and UCDP, on both sides of each edge."""

import pytest

from mapping.domain import dates
from mapping.waist.precision import acled_geo_precision, acled_time_precision, ucdp_date_prec, ucdp_where_prec


@pytest.mark.parametrize(("radius", "code"), [(None, None), (0, 1), (5_000, 1), (5_001, 2), (25_000, 2), (25_001, 3)])
def test_how_exact_a_place_is(radius, code):
    assert (acled_geo_precision(radius), ucdp_where_prec(radius, "village")) == (code, code)


@pytest.mark.parametrize(
    ("kind", "code"), [("township", 3), ("region", 4), ("line", 5), ("river", 5), ("country", 6), (None, 1)]
)
def test_what_is_no_point_has_a_code_of_its_own(kind, code):
    assert ucdp_where_prec(100, kind) == code


def test_what_has_no_place_has_no_code():
    assert ucdp_where_prec(None, "line") is None


@pytest.mark.parametrize(
    ("edtf", "acled", "ucdp"),
    [
        (None, None, None), ("2025-05-01", 1, 1), ("2025-05-01/2025-05-02", 2, 2), ("2025-05-01/2025-05-06", 2, 2),
        ("2025-05-01/2025-05-07", 2, 3), ("2025-05-01/2025-05-08", 3, 4), ("2025-05", 3, 4),
        ("2025-05-01/2025-06-01", 3, 5), ("../2025-05-01", 3, 5),
    ],
)  # fmt: skip
def test_how_exact_a_date_is(edtf, acled, ucdp):
    span = dates.parse(edtf) if edtf else None
    assert (acled_time_precision(span), ucdp_date_prec(span)) == (acled, ucdp)
