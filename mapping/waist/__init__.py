"""The waist: the tables that every output reads."""

from mapping.waist.dataset import CRS, DTYPES, Dataset, frame
from mapping.waist.schema import Column, Table, alias
from mapping.waist.tables import KIND_TABLES, LAYERS, LINKS, TABLES

__all__ = ["CRS", "DTYPES", "KIND_TABLES", "LAYERS", "LINKS", "TABLES", "Column", "Dataset", "Table", "alias", "frame"]
