"""The page with many events, beside stock folium with the same events, in the same run.

Run: python -m tests.benchmarks.webmap_scale [--events 1000 10000 50000] [--slow-limit 10000]

Every variant is opened in a browser of its own. Printed are the size of the file, the time to build it, the time
until it is drawn, the memory of the renderer, one step of zoom and one step of a filter (one type of event off).
Leaflet is put into the stock pages, too, so that no network takes part. Stock markers with popups need jQuery for
building elements only, which a few lines stand in for; FastMarkerCluster needs leaflet.markercluster:
npm install --no-save --prefix .cache/node leaflet.markercluster@1.5.3
"""

from __future__ import annotations

import argparse
import html
import math
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
from folium.plugins import FastMarkerCluster
from playwright.sync_api import sync_playwright
from shapely import Point

from mapping.outputs.webmap import files
from mapping.outputs.webmap.assets import leaflet_css, leaflet_js
from mapping.outputs.webmap.page import OfflineMap, Raw
from mapping.style import symbols
from tests.browser.conftest import CHROMIUM, DESKTOP, FLAGS
from tests.conftest import ROOT
from tests.support import dataset as waist

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PLACES = 300
EVENTS_A_SOURCE = 25
WORDS = [
    "troops",
    "road",
    "village",
    "bridge",
    "column",
    "drones",
    "river",
    "town",
    "gate",
    "hill",
    "night",
    "morning",
    "convoy",
    "fire",
    "ridge",
    "market",
]
CLUSTER = ROOT / ".cache/node/node_modules/leaflet.markercluster/dist/leaflet.markercluster.js"
DOLLAR = "window.$ = (text) => { const t = document.createElement('template'); t.innerHTML = text.trim(); return [t.content.firstElementChild]; };"
MARKER = "(row) => L.marker([row[0], row[1]]).bindPopup(row[2] + ' ' + row[3])"  # the usual one wants icon fonts
TYPES = tuple(symbols.EVENTS)
HEAD = f"{'events':>7} {'variant':18} {'MB':>6} {'build s':>8} {'ready ms':>9} {'RSS MB':>7} {'zoom ms':>8} {'filter ms':>9} {'ready to this page':>19}"


@dataclass(frozen=True)
class Report:
    """One made-up event."""

    number: int
    type: str
    place: int
    day: str
    quote: str


def made_up(count: int) -> tuple[list[tuple[float, float]], list[Report]]:
    """Points (lat, lon) of the places, and events with quotes of 80 to 180 characters."""
    dice = random.Random(7)  # noqa: S311  the same front in every run
    places = [(dice.uniform(22, 23.2), dice.uniform(95.9, 97.1)) for _ in range(PLACES)]
    events = []
    for number in range(count):
        quote = f"Report {number}:"
        while len(quote) < dice.randint(80, 170):
            quote += " " + dice.choice(WORDS)
        day = f"202{dice.randint(4, 5)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        events.append(Report(number, dice.choice(TYPES), dice.randrange(PLACES), day, quote + "."))
    return places, events


def own(places: Sequence[tuple[float, float]], events: Sequence[Report]) -> str:
    """The project's page."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in waist.tables()}
    rows["places"] = [
        waist.row("places", id=f"place-{n}", name=f"Place {n}", names=f"Place {n}", kind="village", located_by="gazetteer",
                  uncertainty_m=800, location_evidence="made up", geometry=Point(lon, lat))
        for n, (lat, lon) in enumerate(places)
    ]  # fmt: skip
    for start in range(0, len(events), EVENTS_A_SOURCE):
        source, text = f"source-{start}", ""
        for event in events[start : start + EVENTS_A_SOURCE]:
            begun, text = len(text), text + event.quote + " "
            dates = {"date_edtf": event.day, "date_start": event.day, "date_end": event.day}
            said = {"certainty": "asserted", "status": "reviewed", "actors": "Northern army", **dates}
            id_, title = f"event-{event.number}", f"{symbols.EVENTS[event.type].label} {event.number}"
            lat, lon = places[event.place]
            rows["events"].append(waist.row(
                "events", id=f"{id_}/at", event_id=id_, event=title, type=event.type, role="at", place=f"place-{event.place}",
                place_name=f"Place {event.place}", located_by="gazetteer", uncertainty_m=800, sources=source,
                quotes=event.quote, geometry=Point(lon, lat), **said))  # fmt: skip
            rows["statements"].append(waist.row(
                "statements", id=f"{source}/{id_}", source=source, kind="event", event_id=id_, title=title,
                places=f"at place-{event.place}", quote=event.quote, start=begun, end=begun + len(event.quote), **said))  # fmt: skip
            rows["reports"].append(waist.row("reports", id=f"{source}/{id_}", event_id=id_, preferred=True))
        rows["sources"].append(waist.row("sources", id=source, title=source, publisher="Herald", published="2025-12-31",
                                         wording="verbatim", read=True, statements=1, mentions=0, text=text))  # fmt: skip
    return files(waist.features(**rows))["map.html"].decode()


def _stock(canvas: bool = False) -> folium.Map:
    map_ = OfflineMap([22.6, 96.5], zoom_start=9, tiles=None, prefer_canvas=canvas)
    map_.options["maxZoom"] = 17
    map_.get_root().header.add_child(Raw(f"<style>{leaflet_css()}</style><script>{leaflet_js()}\n{DOLLAR}</script>"))
    return map_


def _popup(event: Report) -> str:
    return f"<b>{event.type}</b> {event.day}<br>{html.escape(event.quote)}"


def markers(places: Sequence[tuple[float, float]], events: Sequence[Report]) -> str:
    """Stock folium: a Marker with a Popup each."""
    map_ = _stock()
    groups = {type_: folium.FeatureGroup(type_).add_to(map_) for type_ in TYPES}
    for event in events:
        folium.Marker(places[event.place], popup=folium.Popup(_popup(event))).add_to(groups[event.type])
    return map_.get_root().render()


def circles(places: Sequence[tuple[float, float]], events: Sequence[Report]) -> str:
    """Stock folium: GeoJson with CircleMarker on a canvas, one layer for each type."""
    map_ = _stock(canvas=True)
    for type_ in TYPES:
        features = [
            {"type": "Feature", "properties": {"type": event.type, "day": event.day, "quote": event.quote},
             "geometry": {"type": "Point", "coordinates": places[event.place][::-1]}}
            for event in events if event.type == type_
        ]  # fmt: skip
        if features:
            collection = {"type": "FeatureCollection", "features": features}
            folium.GeoJson(collection, marker=folium.CircleMarker(radius=5)).add_to(map_)
    return map_.get_root().render()


def clusters(places: Sequence[tuple[float, float]], events: Sequence[Report]) -> str:
    """Stock folium: FastMarkerCluster, one for each type."""
    map_ = _stock()
    map_.get_root().header.add_child(
        Raw(f"<script>{CLUSTER.read_text('utf-8').replace('//# sourceMappingURL', '//')}</script>")
    )
    for type_ in TYPES:
        rows = [[*places[event.place], event.day, event.quote] for event in events if event.type == type_]
        cluster = FastMarkerCluster(rows, callback=MARKER)
        cluster.default_js = cluster.default_css = []
        cluster.add_to(map_)
    return map_.get_root().render()


VARIANTS: dict[str, Callable[[Sequence[tuple[float, float]], Sequence[Report]], str]] = {
    "this page": own, "Marker+Popup": markers, "GeoJson on canvas": circles, "FastMarkerCluster": clusters,
}  # fmt: skip

DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
FIND_MAP = "Object.values(window).find((one) => one && one instanceof L.Map)"
ZOOM = f"""(async () => {{ const map = {FIND_MAP}; const begun = performance.now();
    map.setZoom(map.getZoom() + 1, {{animate: false}}); return await {DRAWN} - begun; }})()"""
FILTER_OWN = """(() => { document.getElementById('tab-layers').click();
    const box = document.querySelector('#tree .branch-row input'); const begun = performance.now();
    box.click(); return performance.now() - begun; })()"""
FILTER_STOCK = f"""(() => {{ const map = {FIND_MAP}; const layers = [];
    for (const one of Object.values(window)) if (one instanceof L.LayerGroup && map.hasLayer(one)) layers.push(one);
    if (!layers.length) return NaN;
    const begun = performance.now(); map.removeLayer(layers[0]); return performance.now() - begun; }})()"""


def measure(page_file: Path, is_own: bool) -> dict[str, float]:
    """Milliseconds until drawn, of a zoom and of a filter; megabytes of the renderer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(viewport=DESKTOP)
        page.set_default_timeout(600_000)
        page.goto(page_file.as_uri(), timeout=600_000)
        ready = page.evaluate(DRAWN)
        processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        memory = max(_resident_mb(process["id"]) for process in processes if process["type"] == "renderer")
        zoom = page.evaluate(ZOOM)
        filter_ = page.evaluate(FILTER_OWN if is_own else FILTER_STOCK)
        browser.close()
    return {"ready": ready, "memory": memory, "zoom": zoom, "filter": filter_}


def _resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--slow-limit", type=int, default=10_000, help="most events for Marker+Popup")
    parser.add_argument("--repeat", type=int, default=3, help="openings, of which the median counts")
    options = parser.parse_args()
    print(HEAD)  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        for count in options.events:
            (places, events), first = made_up(count), math.nan
            for name, build in VARIANTS.items():
                if (name == "Marker+Popup" and count > options.slow_limit) or (
                    build is clusters and not CLUSTER.exists()
                ):
                    print(f"{count:7} {name:18} left out")  # noqa: T201
                    continue
                begun = time.perf_counter()
                text = build(places, events)
                built = time.perf_counter() - begun
                file = Path(folder, "page.html")
                file.write_text(text, encoding="utf-8")
                runs = [measure(file, is_own=build is own) for _ in range(options.repeat)]
                middle = {key: sorted(run[key] for run in runs)[len(runs) // 2] for key in runs[0]}
                first = middle["ready"] if build is own else first
                print(f"{count:7} {name:18} {file.stat().st_size / 1e6:6.2f} {built:8.2f} {middle['ready']:9.0f} "  # noqa: T201
                      f"{middle['memory']:7.0f} {middle['zoom']:8.0f} {middle['filter']:9.0f} {middle['ready'] / first:18.1f}x", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
