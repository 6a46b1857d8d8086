"""What is decided once for all frames of a figure: which side is far, which limbs are drawn in two.

Rule: these choices hold in every frame, or parts would jump between tones and layers.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from .angles import angle_of
from .body import SIDES
from .camera import UNITS, Point, Projection
from .skeleton import Skeleton
from .vectors import UP, Vector, after, dot, length, subtract, turned, undone

_FAR = 0.058
"""Body heights of mean depth between two limbs at which the one behind is shaded."""
_FOLDED = -0.15
"""Cosine of the picture's angle between two bones below which a limb is folded over itself."""

Pair = tuple[str, str]
LIMBS: tuple[Pair, ...] = tuple(
    (f"{side}-{one}", f"{side}-{two}")
    for side, _ in SIDES
    for one, two in (("thigh", "shank"), ("upper-arm", "forearm"), ("forearm", "hand"))
)


class Stage(NamedTuple):
    """What holds in every frame."""

    far: frozenset[str]
    split: frozenset[Pair]
    folded: frozenset[Pair]
    face: float
    """How far the face looks at the viewer, -1 to 1."""
    profile: float
    """How far the right ear does."""
    chest: float
    soles: frozenset[str]
    """The sides whose sole is seen."""


def stage(skeletons: list[Skeleton], camera: Projection, *, moves: bool) -> Stage:
    """Decide for all *skeletons*; with *moves*, limbs that bend are drawn as two rigid pieces."""
    count = len(skeletons)

    def seen(part: str, axis: Vector) -> float:
        return (
            sum(
                (dot(turned(each.frames[part][0], axis), camera.towards) for each in skeletons),
                start=0.0,
            )
            / count
        )

    return Stage(
        far=_far(skeletons, camera),
        split=frozenset(
            pair
            for pair in LIMBS
            if any(not _is_one(each, camera, pair) for each in skeletons)
            or (moves and _bends(skeletons, camera, pair))
        ),
        folded=frozenset(
            pair
            for pair in LIMBS
            if pair[1].endswith(("shank", "forearm"))
            and any(_cosine(each, camera, pair)[0] < _FOLDED for each in skeletons)
        ),
        face=seen("head", (1.0, 0.0, 0.0)),
        profile=seen("head", (0.0, 0.0, 1.0)),
        chest=seen("chest", (1.0, 0.25, 0.0)),
        soles=frozenset(side for side, _ in SIDES if seen(f"{side}-foot", UP) < -0.12),
    )


def _far(skeletons: list[Skeleton], camera: Projection) -> frozenset[str]:
    found: set[str] = set()
    for limb in ("thigh", "upper-arm"):
        right, left = f"right-{limb}", f"left-{limb}"
        nearer = 0.0
        for each in skeletons:
            apart = subtract(each.frames[right][1], each.frames[left][1])
            nearer += dot(apart, camera.towards)
        nearer /= len(skeletons)
        if abs(nearer) > _FAR:
            found.add(left if nearer > 0 else right)
    return frozenset(found)


def direction(skeleton: Skeleton, camera: Projection, part: str) -> Point:
    """Return the way a limb part points in the picture, of length 1 where seen from the side."""
    down = turned(skeleton.frames[part][0], (0.0, -1.0, 0.0))
    x, y = camera.flat(down)
    return x / UNITS, y / UNITS


def _cosine(skeleton: Skeleton, camera: Projection, pair: Pair) -> tuple[float, float, float]:
    """Return the cosine of the angle between two parts in the picture, and how long each is there."""
    (ax, ay), (bx, by) = (direction(skeleton, camera, part) for part in pair)
    a, b = sqrt(ax * ax + ay * ay), sqrt(bx * bx + by * by)
    return (ax * bx + ay * by) / max(a * b, 1e-9), a, b


def _is_one(skeleton: Skeleton, camera: Projection, pair: Pair) -> bool:
    """Return whether two parts are drawn as one smooth shape: neither foreshortened nor folded."""
    cosine, a, b = _cosine(skeleton, camera, pair)
    seen, unfolded = (0.5, 0.2) if pair[1].endswith("hand") else (0.62, -0.25)
    return a > seen and b > seen and cosine > unfolded


def _bends(skeletons: list[Skeleton], camera: Projection, pair: Pair) -> bool:
    """Return whether two parts turn against each other by more than an outline would hide."""
    angles: list[float] = []
    ways: list[Vector] = []
    for each in skeletons:
        one, two = (each.frames[part][0] for part in pair)
        ways.append(turned(after(undone(one), two), UP))
        (ax, ay), (bx, by) = (direction(each, camera, part) for part in pair)
        angles.append(angle_of(ax * by - ay * bx, ax * bx + ay * by))
    return max(angles) - min(angles) > 8 or any(
        length(subtract(way, ways[0])) > 0.08 for way in ways
    )
