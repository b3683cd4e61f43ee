"""Honest statements about made-up fronts: what a reporter would say who knows the truth and rounds it."""

from __future__ import annotations

import math
from fractions import Fraction

from mapping.domain.fields import BEARINGS
from mapping.placing.bounds import bounds
from tests.support.made_fronts import moved, statement

# What is true on these fronts, whatever the program takes for true: a reporter is honest who keeps to it.
NEAR_KM = 5.0  # "near" a village is said of the next one, and hill villages stand some kilometres apart
WINDING = 2.5  # a hill road is up to so many times as long as the straight line
SLOWEST_KMH = 15.0  # a loaded truck in the rains
FASTEST_KMH = 60.0  # a car on a good stretch
BETWEEN_DETOUR = 1.2  # between two places: a way over it is no round trip


def honest(rng, value, about=False):
    """A number as a reporter would round it; "about" takes the liberty of a quarter."""
    value *= rng.uniform(0.75, 1.25) if about else 1
    step = 1 if value < 10 or rng.random() < 0.4 else 5 if value < 60 and rng.random() < 0.5 else 10
    return max(round(value / step) * step, 1)


def _letters(rng, azimuth):
    """One of the bearings of one, two or three letters that take the azimuth in."""
    size, half = rng.choice(((1, 45), (2, 22.5), (3, 11.25)))
    fits = [b for b, a in BEARINGS.items() if len(b) == size and abs((azimuth - a + 180) % 360 - 180) <= half]
    return fits[0] if fits else None


def make_statement(rng, front):
    """(kind of case, statement, extra statements, id of the place to find) made from the truth."""
    case = rng.choice(tuple(CASES))
    return (case, *CASES[case](rng, front))


def _pair(rng, front):
    """A ground and a figure in the open, up to 90 km apart, farther than both radii."""
    while True:
        one, other = rng.sample(sorted(front.truth), 2)
        apart = math.dist(front.truth[one], front.truth[other])
        if 3 < apart < 90:
            return one, other, apart


def _azimuth(front, one, other):
    (x, y), (to_x, to_y) = front.truth[one], front.truth[other]
    return math.degrees(math.atan2(to_x - x, to_y - y)) % 360


def straight(rng, front, **more):
    one, other, apart = _pair(rng, front)
    about = rng.random() < 0.3
    unit = rng.choice(("km", "miles"))
    number = honest(rng, apart if unit == "km" else apart / 1.609344, about)
    return (
        statement("distance", **{"from": one, unit: number}, to=other, about=about, way="straight", **more),
        (),
        other,
    )


def unsaid(rng, front):
    one, other, apart = _pair(rng, front)
    about = rng.random() < 0.3
    km = honest(rng, apart * rng.choice((1, WINDING, rng.uniform(1, WINDING))), about)
    return statement("distance", **{"from": one}, to=other, km=km, about=about), (), other


def heading(rng, front):
    while True:
        one, other, apart = _pair(rng, front)
        bearing = _letters(rng, _azimuth(front, one, other))
        if bearing:
            km = honest(rng, apart)
            return statement("distance", **{"from": one}, to=other, km=km, bearing=bearing, way="straight"), (), other


def heading_only(rng, front):
    while True:
        one, other, _ = _pair(rng, front)
        bearing = _letters(rng, _azimuth(front, one, other))
        if bearing:
            return statement("direction", **{"from": one}, to=other, bearing=bearing), (), other


def limited(rng, front):
    one, other, apart = _pair(rng, front)
    limit = rng.choice(("less-than", "more-than", "at-least"))
    km = (
        math.ceil(apart * rng.uniform(1, 1.5))
        if limit == "less-than"
        else max(math.floor(apart * rng.uniform(0.7, 1)), 1)
    )
    return statement("distance", **{"from": one}, to=other, km=km, limit=limit, way="straight"), (), other


def along_road(rng, front):
    other, (road, km) = rng.choice(sorted(front.stands_at.items()))
    whole, start = front.roads[road].length, rng.random() < 0.5
    number = honest(rng, km if start else whole - km)
    one = f"{road}-{'start' if start else 'end'}"
    return statement("distance", **{"from": one}, to=other, km=number, way="road", route=road), (), other


def share(rng, front):
    other, (road, km) = rng.choice(sorted(front.stands_at.items()))
    whole, start, about = front.roads[road].length, rng.random() < 0.5, rng.random() < 0.5
    true = (km if start else whole - km) / whole
    parts = rng.choice((2, 3, 4, 5, 8, 10))
    near = Fraction(min(max(round(true * parts), 1), parts - 1), parts)
    if abs(float(near) - true) > 1 / (2 * near.denominator * (near.denominator + 1)):
        near = Fraction(max(round(true * 100), 1), 100)  # no simple share fits: a percentage
    end = f"{road}-{'start' if start else 'end'}"
    told = statement("position", on=road, **{"from": end}, fraction=str(near), place=other, about=about)
    return told, (), other


def kilometre(rng, front):
    other, (road, km) = rng.choice(sorted(front.stands_at.items()))
    number = honest(rng, km)
    return statement("position", on=road, **{"from": f"{road}-start"}, km=number, place=other), (), other


def section(rng, front):
    road = rng.choice(sorted(front.roads))
    on_it = sorted((km, id_) for id_, (of, km) in front.stands_at.items() if of == road)
    start = rng.randrange(len(on_it) - 2)
    one, other, end = (id_ for _, id_ in on_it[start : start + 3])
    return statement("position", on=road, between=[one, end], place=other), (), other


def on_road(rng, front):
    other, (road, _) = rng.choice(sorted(front.stands_at.items()))
    return statement("access", to=other, on=road), (), other


def travel_by_road(rng, front):
    other, (road, km) = rng.choice(sorted(front.stands_at.items()))
    minutes = honest(rng, km / rng.choice((SLOWEST_KMH, FASTEST_KMH, rng.uniform(SLOWEST_KMH, FASTEST_KMH))) * 60)
    told = statement("travel-time", **{"from": f"{road}-start"}, to=other, minutes=max(minutes, 1))
    return told, (statement("access", id="y", to=other, on=road),), other


def travel(rng, front):
    one, other, apart = _pair(rng, front)
    km, kmh = rng.choice(((apart, FASTEST_KMH), (apart * WINDING, SLOWEST_KMH), (apart * rng.uniform(1, WINDING), 30)))
    minutes = honest(rng, km / kmh * 60)
    return statement("travel-time", **{"from": one}, to=other, minutes=minutes), (), other


def near(rng, front):
    """The figure is moved beside the ground first: near is within NEAR_KM."""
    one, other = rng.sample([id_ for id_ in sorted(front.truth) if id_.startswith("open")], 2)
    front.move(other, moved(front.truth[one], rng.uniform(0, 360), NEAR_KM * rng.choice((1, rng.random()))))
    return statement("event", type="battle", at=other, near=one), (), other


def on_the_way(rng, front):
    """The figure is moved between two others first: a way over it is at most BETWEEN_DETOUR times the straight one."""
    one, end, other = rng.sample([id_ for id_ in sorted(front.truth) if id_.startswith("open")], 3)
    a, b = front.truth[one], front.truth[end]
    apart = math.dist(a, b)
    while True:
        xy = moved((a[0] + (b[0] - a[0]) * (t := rng.random()), a[1] + (b[1] - a[1]) * t), rng.uniform(0, 360),
                    rng.random() * apart / 2)  # fmt: skip
        if math.dist(a, xy) + math.dist(xy, b) <= apart * BETWEEN_DETOUR:
            front.move(other, xy)
            return statement("event", type="battle", at=other, between=[one, end]), (), other


CASES = {
    "distance": straight, "distance, way unsaid": unsaid, "distance and heading": heading, "heading only": heading_only,
    "less than, over": limited, "distance along a road": along_road, "share of a road": share,
    "kilometre of a road": kilometre, "section of a road": section, "on a road": on_road,
    "travel time by road": travel_by_road, "travel time": travel, "near": near, "between": on_the_way,
}  # fmt: skip


def predicted(front, told, extra, hidden):
    """Area of the plane that a statement leaves open for a place whose location is hidden."""
    world = front.world((), hidden=(hidden,))
    return [bound.shape() for bound in bounds([told, *extra], world)[hidden] if bound.uid == told.uid]
