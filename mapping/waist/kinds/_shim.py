
from dataclasses import fields
from types import SimpleNamespace

from mapping.domain.vocabulary import ROLES
from mapping.placing import place_event as one


def place_event(reports, world):
    found = {}
    for r in reports:
        for placed in one(r, world):
            found.setdefault(placed.ref or placed.text, []).append((placed, r))
    rows = []
    for pairs in found.values():
        order = list(ROLES)
        first = min((placed for placed, _ in pairs), key=lambda placed: (order.index(placed.role), placed.line is None))
        rows.append(SimpleNamespace(**{f.name: getattr(first, f.name) for f in fields(first)}, reports=tuple(dict.fromkeys(e for _, e in pairs))))
    return rows
def site_id(event, site):
    return f"{event.id}/{site.role}/{site.ref or site.text}"
