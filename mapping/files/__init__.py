"""The one room that touches the disk: files are read and written here, and the layouts of curated files stand here."""
