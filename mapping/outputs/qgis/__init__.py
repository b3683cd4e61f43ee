"""QGIS: the GeoPackage, its styles and the project that opens it."""
