"""The references that are asked; another one is a module beside these and a row here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.reference import geonames, mimu, nominatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.reference.base import Reference

REFERENCES: Sequence[Reference] = (mimu, geonames, nominatim)
