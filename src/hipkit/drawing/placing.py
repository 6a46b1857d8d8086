"""Placing a body: levelled between what bears it, lowered onto it, moved to its spot.

Rule: only the whole body moves here; no joint does.
"""

from __future__ import annotations

from ..model.figure import Bearing
from .angles import angle_of
from .skeleton import Skeleton
from .surfaces import lowest
from .vectors import UP, Vector, about, cross, length, subtract, unit

_LEVEL = 1e-5
_TRIES = 12


def level(skeleton: Skeleton, first: Bearing, second: Bearing) -> None:
    """Turn the body until both bearings are equally far above what bears them."""
    for _ in range(_TRIES):
        low, here = lowest(skeleton, first.surface)
        high, there = lowest(skeleton, second.surface)
        over = (high - second.height / 100) - (low - first.height / 100)
        if abs(over) < _LEVEL:
            return
        away = subtract((there[0], 0.0, there[2]), (here[0], 0.0, here[2]))
        if length(away) < _LEVEL:
            return  # one above the other: no tilt brings them closer
        axis = cross(unit(away), UP)
        skeleton.turn(about(axis, -angle_of(over, length(away))))


def lower(skeleton: Skeleton, bearings: tuple[Bearing, ...]) -> None:
    """Move the body up or down until the first bearing, or its lowest, rests."""
    first = bearings[0]
    height = lowest(skeleton, first.surface)[0]
    skeleton.move((0.0, first.height / 100 - height, 0.0))


def move_to(skeleton: Skeleton, part: str, spot: tuple[float, float]) -> None:
    """Move the body over the floor until *part* stands at *spot*: forward and right."""
    origin: Vector = skeleton.frames[part][1]
    skeleton.move((spot[0] - origin[0], 0.0, spot[1] - origin[2]))
