"""The benchmark's own measures, on a smaller scale: python -m tests.benchmarks.placing prints them in full."""

from tests.benchmarks import placing


def test_nearly_all_true_points_lie_inside_the_predicted_shape():
    found = placing.coverage(trials=300)
    assert sum(inside for _, inside, _ in found) >= 0.95 * len(found)


def test_hidden_places_are_found_again():
    found = [row for row in placing.leave_one_out() if row[1] is not None]  # where anything is inferred at all
    assert len(found) >= 4
    assert sum(inside for *_, inside, _ in found) >= 0.8 * len(found)


def test_a_thousand_statements_are_placed_at_once():
    front, hidden, told = placing.many_statements(count=1_000)
    resolving, placing_them, _ = placing.place_all(front, hidden, told)
    assert resolving + placing_them < 1.5  # the whole ten thousand take no longer on an idle machine
