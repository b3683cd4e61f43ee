"""quality.md: the curator's to-do list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.vocabulary import AREAS
from mapping.outputs.text.markdown import cell, table

if TYPE_CHECKING:
    import pandas as pd

    from mapping.waist import Dataset

POOR_M = 2_000  # a radius above this puts a village among its neighbours


def files(dataset: Dataset) -> dict[str, bytes]:
    """Return {"quality.md": …}: what is missing, poor, unreviewed or does not hold."""
    places, sources, distances = dataset.places, dataset.sources, dataset.distances
    named = places[places["mentions"] > 0]
    dots = named[~named["kind"].isin(AREAS | {"river"})]
    drafts = dataset.statements[dataset.statements["status"] == "draft"]
    sections = [
        ("Places that are not located", _table(dataset.not_located, "name reason sources")),
        ("Locations of poor accuracy", _table(_poor(dots), "name kind uncertainty_m located_by location_evidence")),
        ("Statements that nobody has reviewed", _table(drafts, "id kind quote")),
        ("Texts that nobody has read", _table(sources[~sources["read"]], "id")),
        ("Sources without a date", _table(sources[sources["published"].isna()], "id publisher url")),
        (
            "Stated numbers that do not hold",
            _table(_doubtful(distances), "id from_name to_name verdict verdict_detail"),
        ),
        ("Contradictions", _table(_contradictions(dataset.events), "event_id event contradiction")),
    ]
    text = f"# {cell(dataset.settings.title)}: what remains to be done\n\n"
    text += "\n".join(f"## {title}\n\n{content}" for title, content in sections)
    return {"quality.md": text.encode("utf-8")}


def _table(frame: pd.DataFrame, columns: str) -> str:
    names = columns.split()
    return table(names, frame[names].itertuples(index=False))


def _poor(places: pd.DataFrame) -> pd.DataFrame:
    return places[places["uncertainty_m"] > POOR_M].sort_values(["uncertainty_m", "id"], ascending=[False, True])


def _doubtful(distances: pd.DataFrame) -> pd.DataFrame:
    return distances[~distances["verdict"].str.startswith("consistent", na=False)]


def _contradictions(events: pd.DataFrame) -> pd.DataFrame:
    return events[events["contradiction"].notna()].drop_duplicates("event_id")
