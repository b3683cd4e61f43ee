"""Folders and projects that many tests start from."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
CI = os.environ.get("CI") == "true"

# A busy machine is no fault; in CI the same examples each time.
settings.register_profile("front", deadline=None, derandomize=CI)
settings.load_profile("front")


def require(found: object, reason: str) -> None:
    """Skip with a reason where a program is missing; in CI that is a failure."""
    if not found:
        pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Whatever the way in which a test skips, in CI it has failed."""
    report = yield
    return no_skip(report) if CI else report


def no_skip(report: pytest.TestReport) -> pytest.TestReport:
    """Turn a skip into a failure with its reason."""
    if report.skipped:
        report.outcome, report.longrepr = "failed", f"skipped, where nothing may: {report.longrepr}"
    return report


GAZETTEER = {
    "map.toml": """
title = "The Alpha road"
subtitle = "A front made for tests."
beyond = ["faraway"]
window = { south = 10, west = 90, north = 12, east = 92 }
view = { south = 10, west = 90, north = 12, east = 92 }
[[side]]
id = "north"
name = "The north"
[[side]]
id = "south"
name = "The south"
[[basemap]]
id = "osm"
name = "OpenStreetMap"
provider = "OpenStreetMap.Mapnik"
""",
    "places.csv": """id,name,kind,township,region,seat,pcode,geonames_id,wikidata_id,note
alpha,Alpha,town,alpha-township,,,,,,
beta,Beta,town,,,,,,,
gamma,Gamma,village,,,,,,,
lost,Lostham,village,,,,,,,no source has a coordinate
faraway,Faraway,city,,,,,,,
alpha-township,Alpha Township,township,,,alpha,,,,
""",
    "names.csv": "place,name,language,script,attested_by\nalpha,Alfa,en,Latn,Herald\n",
    "locations.csv": """place,lat,lon,uncertainty_m,status,evidence,credit,note
alpha,11.0,91.0,1000,accepted,survey,Survey,
beta,11.5,91.0,1000,accepted,survey,Survey,
gamma,11.2,91.0,500,accepted,survey,Survey,
gamma,10.2,91.0,500,rejected,old map,Survey,another village of the name
faraway,20.0,100.0,5000,accepted,survey,Survey,
alpha-township,11.0,91.0,30000,accepted,seat,Survey,
""",
    "actors.csv": """id,name,spellings,side,part_of,note
reds,Red Army,Reds,north,,
blues,Blue Army,Blues; Blue troops,south,,
""",
    "routes.csv": "id,name,from,to,via,stretches,note\nalpha-beta,Alpha-Beta road,alpha,beta,gamma,south-half; north-half,\n",
    "routes.geojson": """{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"south-half","quality":"surveyed","uncertainty_m":200,"evidence":"survey","credit":"Survey","note":""},"geometry":{"type":"LineString","coordinates":[[91.0,11.0],[91.05,11.1],[91.0,11.2]]}},
{"type":"Feature","properties":{"id":"north-half","quality":"schematic","uncertainty_m":3000,"evidence":"straight","credit":"Survey","note":""},"geometry":{"type":"LineString","coordinates":[[91.0,11.2],[91.0,11.5]]}}
]}""",
    "not_places.csv": "phrase,reason\nAlpha Times,a newspaper\n",
    "rivers.geojson": '{"type":"FeatureCollection","features":[]}',
    "boundaries.geojson": '{"type":"FeatureCollection","features":[]}',
    "locator.geojson": '{"type":"FeatureCollection","features":[]}',
}  # fmt: skip

TEXT = """Red troops fought Blue troops near Gamma on 2 May 2025, some 20 kilometers from Alpha.

The road from Alpha to Beta is 60 km long. The Reds captured Alfa on 1 May. A bridge was hit.
"""

CURATED = """[source]
title = "Fighting on the Alpha road"
publisher = "Herald"
published = "2025-05-03"
url = "https://example.org/1"
text = "verbatim"
notes = ["The parliament met."]

[[statement]]
kind = "event"
id = "fight"
title = "Fighting near Gamma"
type = "battle"
near = "gamma"
date = "2025-05-02"
date_basis = "stated"
actors = ["reds"]
against = ["blues"]
quote = "Red troops fought Blue troops near Gamma on 2 May 2025"

[[statement]]
kind = "distance"
id = "gamma-alpha"
from = "alpha"
to = "gamma"
km = 20
about = true
quote = "some 20 kilometers from Alpha"

[[statement]]
kind = "distance"
id = "road"
from = "alpha"
to = "beta"
km = 60
way = "road"
quote = "The road from Alpha to Beta is 60 km long."

[[statement]]
kind = "event"
id = "alpha-captured"
event = "alpha-captured"
title = "Capture of Alpha"
type = "capture"
at = "alpha"
date = "2025-05-01"
date_basis = "stated"
actors = ["reds"]
quote = "The Reds captured Alfa on 1 May."

[[statement]]
kind = "event"
id = "bridge"
title = "Strike on a bridge"
type = "airstrike"
at = { text = "A bridge" }
quote = "A bridge was hit."
"""


def write_project(folder: Path) -> Path:
    """A small sound project: two towns, a village, a road, one curated source."""
    for name, content in GAZETTEER.items():
        path = folder / "gazetteer" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / "2025-05-03-herald-alpha.txt").write_text(TEXT, encoding="utf-8")
    (seeds / "2025-05-03-herald-alpha.toml").write_text(CURATED, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small sound project folder of its own for each test."""
    return write_project(tmp_path / "front")


@pytest.fixture
def edit(project: Path):
    """Replace words in a file of the project: edit("seeds/x.toml", "old", "new")."""

    def replace(file: str, old: str, new: str) -> None:
        path = project / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} does not stand in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the project's own seeds and gazetteer."""
    for name in ("seeds", "gazetteer"):
        shutil.copytree(ROOT / name, tmp_path / "shipped" / name)
    return tmp_path / "shipped"
