"""quality.md: the curator's to-do list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.domain.vocabulary import AREAS
from mapping.outputs.text.markdown import cell, table

if TYPE_CHECKING:
    import pandas as pd

    from mapping.waist import Dataset

NUMBERS = (("Stated numbers that do not hold", "bad"), ("Stated numbers that nothing could be held against", "open"))
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
        *(
            (f"{title} ({len(graded)} of {len(distances)})", _table(graded, "id told verdict verdict_detail"))
            for title, grade in NUMBERS
            for graded in [distances[distances["grade"] == grade]]
        ),
        ("Roads that are drawn too short", table(["id", "between", "drawing"], _drawn_short(dataset))),
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


def _drawn_short(dataset: Dataset) -> list[tuple[object, ...]]:
    """List routes and stated numbers beside which a drawn road is shorter than the straight line."""
    return [
        (row.id, f"{row.from_name} – {row.to_name}", row.drawing)
        for frame in (dataset.routes, dataset.distances)
        for row in frame[frame["drawing"].notna()].itertuples()
    ]


def _contradictions(events: pd.DataFrame) -> pd.DataFrame:
    return events[events["contradiction"].notna()].drop_duplicates("event_id")
