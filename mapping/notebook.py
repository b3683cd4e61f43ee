"""A project for notebooks and scripts: its tables, and a map that shows itself."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pandas as pd

from mapping.outputs import render
from mapping.waist import TABLES
from mapping.waist.build import read_dataset

if TYPE_CHECKING:
    from os import PathLike

    from mapping.waist import Dataset


@dataclass(frozen=True)
class Front:
    """All tables of a checked project as attributes, by their names in mapping/waist/."""

    dataset: Dataset

    @classmethod
    def of(cls, folder: str | PathLike[str]) -> Self:
        """Read a project folder. Raises CurationError with every fault."""
        return cls(read_dataset(Path(folder)))

    def __getattr__(self, name: str) -> pd.DataFrame:
        return getattr(self.dataset, name)  # type: ignore[no-any-return]  # every table is a DataFrame

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    def columns(self, table: str) -> pd.DataFrame:
        """Return name, type and meaning of each column of a table."""
        return pd.DataFrame(TABLES[table].columns)

    def page(self) -> str:
        """Return the map as one HTML document."""
        return render("page", self.dataset)["map.html"].decode("utf-8")

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{html.escape(self.page())}" width="100%" height="640"></iframe>'
