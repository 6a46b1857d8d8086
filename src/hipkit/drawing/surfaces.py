"""Which rings of a body make up a surface that can bear, and where the lowest point of it is.

Rule: heights above the floor, in body heights; a part below the floor has a height below 0.
"""

from __future__ import annotations

from math import sqrt

from .body import SURFACE
from .skeleton import Ellipsoid, Skeleton
from .vectors import Vector

_WHOLE = (
    *("pelvis", "trunk", "head"),
    *("right-foot", "left-foot", "right-shank", "left-shank", "right-thigh", "left-thigh"),
)
_OF_LIMBS: dict[str, tuple[str, str, int, int | None]] = {
    "thigh": ("thigh", "thigh", 0, None),
    "knee": ("shank", "shank", 0, 1),
    "shank": ("shank", "shank", 0, None),
    "ankle": ("shank", "shank", 3, None),
    "shoulder": ("upper-arm", "upper-arm", 0, 1),
    "upper-arm": ("upper-arm", "upper-arm", 0, None),
    "elbow": ("forearm", "forearm", 0, 1),
    "forearm": ("forearm", "forearm", 0, None),
    "hand": ("hand", "hand", 0, None),
}
"""Of each surface of a limb: the part that carries it, its rings, from which to which."""


def rings_of(skeleton: Skeleton, surface: str) -> list[Ellipsoid]:
    """Return the rings of *surface*, by a word of `Surface`."""
    if surface == "whole-body":
        return [ring for each in _WHOLE for ring in rings_of(skeleton, each)]
    if surface in ("pelvis", "trunk"):
        return skeleton.trunk_rings(SURFACE[surface])
    if surface == "upper-back":
        back = skeleton.trunk_rings(SURFACE["trunk"][3:5])
        return back + skeleton.rings("head", "back-of-head")
    if surface == "head":
        return skeleton.rings("head", "head")
    side, _, name = surface.partition("-")
    if name == "foot":
        return skeleton.foot_rings(side, "foot") + skeleton.foot_rings(side, "sole")
    if name == "toes":
        return skeleton.foot_rings(side, "foot")[3:] + skeleton.foot_rings(side, "sole")[2:]
    part, rings, first, end = _OF_LIMBS[name]
    return skeleton.rings(f"{side}-{part}", rings, first, end)


def bottom(ring: Ellipsoid) -> float:
    """Return the height of the lowest point of *ring*."""
    centre, (a, b, c) = ring
    return centre[1] - sqrt(a[1] * a[1] + b[1] * b[1] + c[1] * c[1])


def lowest(skeleton: Skeleton, surface: str) -> tuple[float, Vector]:
    """Return how high *surface* is above the floor, and the centre of its lowest ring."""
    return min((bottom(ring), ring[0]) for ring in rings_of(skeleton, surface))
