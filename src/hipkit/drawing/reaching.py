"""Reaching: the two bones of an arm or leg bent so that its end is where it should be.

Rule: the place of the end leaves one freedom, the swivel about the line from joint to end. A given
direction decides it; else the nearest swivel to the pose's own at which every joint keeps its range.
"""

from __future__ import annotations

from math import sqrt

from . import body
from .measuring import strain_of
from .skeleton import Skeleton
from .vectors import (
    Rotation,
    Vector,
    about,
    across,
    along,
    cross,
    length,
    of_axes,
    square_to,
    subtract,
    turned,
    unit,
)

_NEAR = 1e-3
_STEP = 10.0
_STEPS = 18
"""Swivels tried on either side of the pose's own, ten degrees apart."""
_HELD = 0.5
"""Degrees beyond a range that a nearer swivel is worth."""


def bend_of(skeleton: Skeleton, side: str, limb: str, target: Vector) -> Vector:
    """Return the direction in which the middle joint points now, square to the line to *target*."""
    upper, lower = _parts(side, limb)
    rotation, origin = skeleton.frames[upper]
    line = unit(subtract(target, origin))
    bend = across(subtract(skeleton.frames[lower][1], origin), line)
    if length(bend) > _NEAR:
        return unit(bend)
    forward = 1.0 if limb == "foot" else -1.0
    return turned(rotation, (forward, 0.0, 0.0))


def reach(
    skeleton: Skeleton,
    side: str,
    limb: str,
    target: Vector,
    *,
    bend: Vector,
    is_free: bool,
    end: Rotation | None,
) -> float:
    """Bring a wrist or ankle to *target*, its hand or foot turned as *end*; return what is missing.

    *bend* is where elbow or knee points; where *is_free*, the nearest swivel within every range.
    """
    missing = _bent(skeleton, side, limb, target, bend, end)
    if not is_free:
        return missing
    least = strain_of(skeleton, side, limb)
    if least <= _HELD:
        return missing
    best = bend
    line = unit(subtract(target, skeleton.frames[_parts(side, limb)[0]][1]))
    for step in range(1, _STEPS + 1):
        if least <= _HELD:
            break
        for degrees in (step * _STEP, -step * _STEP):
            tried = turned(about(line, degrees), bend)
            _bent(skeleton, side, limb, target, tried, end)
            strain = strain_of(skeleton, side, limb)
            if strain < least - _HELD:
                least, best = strain, tried
    _bent(skeleton, side, limb, target, best, end)
    return missing


def _parts(side: str, limb: str) -> tuple[str, str]:
    if limb == "foot":
        return f"{side}-thigh", f"{side}-shank"
    return f"{side}-upper-arm", f"{side}-forearm"


def _bent(
    skeleton: Skeleton,
    side: str,
    limb: str,
    target: Vector,
    bend: Vector,
    end: Rotation | None,
) -> float:
    """Bend the limb towards *bend*; return by how much *target* is out of its reach."""
    is_leg = limb == "foot"
    first, second = (body.THIGH, body.SHANK) if is_leg else (body.UPPER_ARM, body.FOREARM)
    upper = _parts(side, limb)[0]
    rotation, origin = skeleton.frames[upper]
    way = subtract(target, origin)
    wanted = length(way)
    held = max(abs(first - second) + 1e-4, min(first + second - 1e-4, wanted))
    line = unit(way) if wanted > _NEAR else turned(rotation, (0.0, -1.0, 0.0))
    square = square_to(line, bend, turned(rotation, (1.0, 0.0, 0.0)))
    near = (first * first - second * second + held * held) / (2 * held)
    out = sqrt(max(0.0, first * first - near * near))
    middle = along(along(origin, line, near), square, out)
    tip = along(origin, line, held)
    axis = cross(line, square) if is_leg else cross(square, line)
    bones = [
        of_axes(cross(up, axis), up, axis)
        for up in (unit(subtract(origin, middle)), unit(subtract(middle, tip)))
    ]
    if is_leg:
        skeleton.set_leg(side, origin, bones[0], bones[1], end)
    else:
        skeleton.set_arm(side, origin, bones[0], bones[1], end)
    return abs(wanted - held)
