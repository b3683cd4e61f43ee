"""The waist: the tables that every output reads."""

from mapping.waist.dataset import CRS, DTYPES, Dataset, frame
from mapping.waist.schema import Column, Table
from mapping.waist.tables import LAYERS, TABLES

__all__ = ["CRS", "DTYPES", "LAYERS", "TABLES", "Column", "Dataset", "Table", "frame"]
