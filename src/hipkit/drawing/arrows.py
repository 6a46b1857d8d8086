"""Arrows along the way that a part of the body takes.

Rule: an arrow is a cubic curve through the way of one point, and a head or two.
"""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from ..model.figure import FigureArrow, Place
from ..model.vocabulary.figures import BodyPart
from .camera import UNITS, Point, Projection
from .skeleton import Skeleton
from .solving import Poses, vector_of
from .vectors import add, turned

_POINTS = 7
"""Phases solved for an arrow: its ends, its thirds, and those between, which tell its ways."""
_FROM, _TO = 0.08, 0.94
"""The phases between which an arrow runs."""
_LEAST = 0.045
"""Body heights that a way must have before an arrow is drawn of its own accord."""
_LEAST_WAY = 16.0
"""Units below which a way is not stretched further: there and back it has no length."""
_BESIDE = 0.075
_HEAD = 26.0
_WATCHED = (
    (BodyPart.RIGHT_FOOT, 1.0),
    (BodyPart.LEFT_FOOT, 1.0),
    (BodyPart.RIGHT_SHANK, 1.0),
    (BodyPart.LEFT_SHANK, 1.0),
    (BodyPart.PELVIS, 1.25),
    (BodyPart.HEAD, 0.5),
    (BodyPart.RIGHT_HAND, 0.5),
    (BodyPart.LEFT_HAND, 0.5),
)
"""Parts whose way may be shown, and how much it says: hands go along, hips are what moves."""


class Arrow(NamedTuple):
    """The points of an arrow in the picture, and whether it has two heads."""

    points: list[Point]
    both_ways: bool


def arrows_of(poses: Poses, camera: Projection) -> list[Arrow]:
    """Return the arrows of a figure: its own, else the way of what moves most."""
    figure = poses.figure
    if figure.still or len(figure.frames) == 1:
        return []
    phases = [_FROM + (_TO - _FROM) * each / (_POINTS - 1) for each in range(_POINTS)]
    skeletons = [poses.at(phase) for phase in phases]
    arrows = figure.arrows or _own(skeletons, camera)
    return [Arrow(_way(arrow, skeletons, camera), arrow.both_ways) for arrow in arrows]


def _own(skeletons: list[Skeleton], camera: Projection) -> tuple[FigureArrow, ...]:
    most, found = 0.0, BodyPart.PELVIS
    for part, says in _WATCHED:
        points = [camera.flat(each.frames[part][1]) for each in skeletons]
        far = _long(points)
        if far * says > most:
            most, found = far * says, part
    if most < _LEAST * UNITS:
        return ()
    points = [camera.flat(each.frames[found][1]) for each in skeletons]
    middle = camera.flat(skeletons[len(skeletons) // 2].frames["pelvis"][1])
    start, turn, end = points[0], points[len(points) // 2], points[-1]
    # Beside the way, on the side away from the body's middle.
    normal = (end[1] - start[1], start[0] - end[0])
    outwards = normal[0] * (turn[0] - middle[0]) + normal[1] * (turn[1] - middle[1])
    beside = _BESIDE if outwards >= 0 else -_BESIDE
    if found is BodyPart.PELVIS:
        beside = 0.17 if normal[1] <= 0 else -0.17
    return (FigureArrow(found, Place(), beside=round(100 * beside, 1)),)


def _long(points: list[Point]) -> float:
    whole = 0.0
    for (x, y), (p, q) in pairwise(points):
        whole += sqrt((p - x) * (p - x) + (q - y) * (q - y))
    return whole


def _way(arrow: FigureArrow, skeletons: list[Skeleton], camera: Projection) -> list[Point]:
    at = vector_of(arrow.at)
    across, over = arrow.across / 100 * UNITS, arrow.over / 100 * UNITS
    points: list[Point] = []
    for skeleton in skeletons:
        rotation, origin = skeleton.frames[arrow.on]
        x, y = camera.flat(add(origin, turned(rotation, at)))
        points.append((x + across, y - over))
    beside = arrow.beside / 100 * UNITS
    last = len(points) - 1
    moved: list[Point] = []
    for index, (x, y) in enumerate(points):
        before, behind = points[max(0, index - 1)], points[min(last, index + 1)]
        dx, dy = behind[0] - before[0], behind[1] - before[1]
        far = sqrt(dx * dx + dy * dy) or 1.0
        moved.append((x + dy / far * beside, y - dx / far * beside))
    if arrow.length is None:
        return moved
    x, y = moved[len(moved) // 2]
    dx, dy = moved[-1][0] - moved[0][0], moved[-1][1] - moved[0][1]
    by = arrow.length / 100 * UNITS / max(sqrt(dx * dx + dy * dy), _LEAST_WAY)
    return [(x + (p - x) * by, y + (q - y) * by) for p, q in moved]


def stroke(points: list[Point]) -> str:
    """Return the path of the cubic curve through an arrow's *points*."""
    start, control, other, end = _cubic(points)
    numbers = [round(each) for point in (start, control, other, end) for each in point]
    return "M{} {}C{} {} {} {} {} {}".format(*numbers)


def heads(arrow: Arrow) -> str:
    """Return the path of an arrow's heads."""
    start, control, other, end = _cubic(arrow.points)
    path = _head(end, other)
    return path + _head(start, control) if arrow.both_ways else path


def _cubic(points: list[Point]) -> tuple[Point, Point, Point, Point]:
    """Return the ends and controls of the cubic through four points a third apart."""
    last = len(points) - 1
    a, b, c, d = points[0], points[last // 3], points[last - last // 3], points[last]

    def control(p: Point, q: Point, r: Point, s: Point) -> Point:
        x, y = ((-5 * p[i] + 18 * q[i] - 9 * r[i] + 2 * s[i]) / 6 for i in (0, 1))
        return (x, y)

    return a, control(a, b, c, d), control(d, c, b, a), d


def _head(tip: Point, behind: Point) -> str:
    dx, dy = tip[0] - behind[0], tip[1] - behind[1]
    far = sqrt(dx * dx + dy * dy) or 1.0
    dx, dy = dx / far, dy / far
    wide = _HEAD * 0.52
    x, y = tip[0] - dx * _HEAD * 0.12, tip[1] - dy * _HEAD * 0.12
    corners = (
        *(tip[0] + dx * _HEAD * 0.78, tip[1] + dy * _HEAD * 0.78),
        *(x - dy * wide, y + dx * wide, x + dy * wide, y - dx * wide),
    )
    return "M{} {}L{} {}L{} {}z".format(*(round(each) for each in corners))
