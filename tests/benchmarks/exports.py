"""How long each export format takes for 50,000 events. Run: python -m tests.benchmarks.exports [EVENTS]

Prints, for each format in a process of its own, the seconds that it takes, the peak memory of the whole process
(the tables included), the size of its files, and whether a second run gave the same bytes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from mapping.outputs import FORMATS, render
from tests.support.export_cases import many

EVENTS = 50_000
MOST_SECONDS, MOST_MB = 10, 1_000  # each format, on two cores
MEASURED = ("geojson", "qml", "gpkg", "qgis", "kmz", "csv", "lpf")


def measure(name, count):
    """(seconds, peak megabytes, megabytes of files, whether two runs agree) of one format."""
    features = many(count)
    begun = time.perf_counter()
    files = render(name, features)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, peak, sum(map(len, files.values())) / 1e6, files == render(name, features)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    if len(sys.argv) > 2:
        seconds, peak, size, same = measure(sys.argv[2], count)
        told = "same bytes" if same else "OTHER BYTES"
        print(f"{sys.argv[2]:8} {seconds:6.1f} s {peak:6.0f} MB peak {size:7.1f} MB of files, {told}")  # noqa: T201
        sys.exit(not (same and seconds <= MOST_SECONDS and peak <= MOST_MB))
    own = [name for name in MEASURED if name in FORMATS]
    done = [subprocess.run([sys.executable, "-m", __spec__.name, str(count), name], check=False) for name in own]
    sys.exit(max(run.returncode for run in done))


if __name__ == "__main__":
    main()
