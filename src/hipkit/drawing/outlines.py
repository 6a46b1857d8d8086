"""Outlines: chains of ellipses to closed polygons that a smooth curve follows.

Rule: the same part has the same number of vertices in every frame, and they turn with the part, so that
outlines can be moved into each other.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

from .angles import sine_cosine
from .camera import Oval, Point

Outline: TypeAlias = list[Point]
Sample: TypeAlias = tuple[float, float, float, float]
"""A disc of a part: centre, depth, radius."""

_SMALL = 1e-6
_CAP = tuple(sine_cosine(angle) for angle in (60.0, 20.0, -20.0, -60.0))
_CAP_OUT = 1.06
_HULL_OUT = 1.035
_END_ON, _FROM_THE_SIDE = 0.6, 2.1
"""Lengths over the widest half axis at which a chain is a hull, and at which it is all chain."""
_CIRCLES: dict[int, tuple[Point, ...]] = {
    count: tuple(
        (cosine, sine)
        for sine, cosine in (sine_cosine(360 * each / count) for each in range(count))
    )
    for count in (10, 12, 14, 20, 24)
}


def edge(oval: Oval, ux: float, uy: float) -> tuple[float, float, float]:
    """Return the vector from an oval's centre to its outermost point along a unit vector, and how far out."""
    _, _, _, xx, xy, yy = oval
    sx = xx * ux + xy * uy
    sy = xy * ux + yy * uy
    out = sqrt(sx * ux + sy * uy)
    if out < _SMALL:
        return 0.0, 0.0, 0.0
    return sx / out, sy / out, out


def chain(ovals: list[Oval]) -> Outline:
    """Return the outline of a row of ovals; of one seen end-on, their hull."""
    first, last = ovals[0], ovals[-1]
    lx, ly = last.x - first.x, last.y - first.y
    long = sqrt(lx * lx + ly * ly)
    widest = sqrt(max(oval.xx for oval in ovals))
    share = (long / widest - _END_ON) / (_FROM_THE_SIDE - _END_ON)
    share = max(0.0, min(1.0, share))
    ahead = (lx / long, ly / long) if long > _SMALL else (0.0, 1.0)
    if share == 0:
        return _end_on(ovals, ahead)
    sides = _sides(ovals, ahead)
    if share == 1:
        return sides
    return [
        (x * share + p * (1 - share), y * share + q * (1 - share))
        for (x, y), (p, q) in zip(sides, _end_on(ovals, ahead), strict=True)
    ]


def _sides(ovals: list[Oval], ahead: Point) -> Outline:
    last = len(ovals) - 1
    one: Outline = []
    other: Outline = []
    directions: list[Point] = []
    for index, oval in enumerate(ovals):
        before, behind = ovals[max(0, index - 1)], ovals[min(last, index + 1)]
        dx, dy = behind.x - before.x, behind.y - before.y
        far = sqrt(dx * dx + dy * dy)
        dx, dy = (dx / far, dy / far) if far > _SMALL else ahead
        directions.append((dx, dy))
        x, y, _ = edge(oval, -dy, dx)
        one.append((oval.x + x, oval.y + y))
        other.append((oval.x - x, oval.y - y))
    other.reverse()
    dx, dy = directions[last]
    return (
        one
        + _cap(ovals[last], dx, dy)
        + other
        + _cap(ovals[0], -directions[0][0], -directions[0][1])
    )


def _cap(oval: Oval, dx: float, dy: float) -> Outline:
    points: Outline = []
    for sine, cosine in _CAP:
        x, y, _ = edge(oval, dx * cosine - dy * sine, dx * sine + dy * cosine)
        points.append((oval.x + x * _CAP_OUT, oval.y + y * _CAP_OUT))
    return points


def _end_on(ovals: list[Oval], ahead: Point) -> Outline:
    count = len(ovals)
    corners = 2 * count + 8
    points: Outline = []
    for index in range(corners):
        sine, cosine = sine_cosine(90 + ((count - 1) / 2 - index) * 360 / corners)
        ux = ahead[0] * cosine - ahead[1] * sine
        uy = ahead[0] * sine + ahead[1] * cosine
        points.append(_outermost(ovals, ux, uy, 1.03))
    return points


def _outermost(ovals: list[Oval], ux: float, uy: float, out: float) -> Point:
    best, found = -1e9, (0.0, 0.0)
    for oval in ovals:
        x, y, far = edge(oval, ux, uy)
        reached = oval.x * ux + oval.y * uy + far
        if reached > best + 1e-9:
            best, found = reached, (oval.x + x * out, oval.y + y * out)
    return found


def hull(ovals: list[Oval], turn: Point, corners: int = 14) -> Outline:
    """Return the convex outline around *ovals*, its first corner in the direction *turn*."""
    cosine, sine = turn
    return [
        _outermost(ovals, x * cosine - y * sine, x * sine + y * cosine, _HULL_OUT)
        for x, y in _CIRCLES[corners]
    ]


def around_flat(ovals: list[Oval]) -> Outline:
    """Return the outline around *ovals* of something flat that does not turn."""
    return hull(ovals, (0.0, -1.0), 10)


def samples(ovals: list[Oval], nearer: float = 0.0) -> list[Sample]:
    """Return the discs of a row of ovals and those between them, *nearer* to the viewer than they are."""
    found: list[Sample] = []
    for index, oval in enumerate(ovals):
        radius = (sqrt(oval.xx) + sqrt(oval.yy)) / 2
        if index:
            before = ovals[index - 1]
            wide = (sqrt(before.xx) + sqrt(before.yy)) / 2
            found.append(
                (
                    (before.x + oval.x) / 2,
                    (before.y + oval.y) / 2,
                    (before.depth + oval.depth) / 2 + nearer,
                    wide,
                )
            )
        found.append((oval.x, oval.y, oval.depth + nearer, radius))
    return found
