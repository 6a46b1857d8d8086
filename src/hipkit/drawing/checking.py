"""What is wrong with a figure: joints beyond their range, bodies inside the floor, hands that hover.

Rule: the checks look at every phase between the key frames, not only at these. Tolerances are stated here
and nowhere else; lengths in body heights.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.figure import Figure, Prop
from .body import SIDES
from .joints import RANGES, joint_of
from .measuring import angles_of_joints
from .props import blocks_of, props_at
from .skeleton import Ellipsoid, Skeleton
from .solids import Block
from .solving import solve_all
from .surfaces import lowest, rings_of
from .vectors import dot, length, subtract

PHASES = tuple(each / 8 for each in range(9))
DEGREES_BEYOND = 1.0
BELOW_FLOOR = 0.012
INSIDE_PROP = 0.025
HOVERING = 0.012
OUT_OF_REACH = 0.018
"""Less than half the thickness of a drawn hand."""
INSIDE_BODY = 0.55
"""A limb's centre line this far inside a part of the trunk (1 is its surface, 0 its centre) goes through it."""

_SURFACES = (
    *("pelvis", "trunk", "head"),
    *(
        f"{side}-{part}"
        for side, _ in SIDES
        for part in ("thigh", "shank", "foot", "upper-arm", "forearm", "hand")
    ),
)


class Finding(NamedTuple):
    """One thing that is wrong: at which phase, with what, and by how much (degrees or body heights)."""

    phase: float
    what: str
    fault: str
    amount: float

    def __str__(self) -> str:
        """Return the finding as a line."""
        return f"at {self.phase:.3g}: {self.what} {self.fault} ({self.amount:.3g})"


def findings(figure: Figure) -> list[Finding]:
    """Return all that is wrong with *figure*, the worst phase of each fault only."""
    worst: dict[tuple[str, str], Finding] = {}
    for phase, skeleton in zip(PHASES, solve_all(figure, list(PHASES)), strict=True):
        for found in _of_phase(figure, phase, skeleton):
            key = (found.what, found.fault)
            if key not in worst or found.amount > worst[key].amount:
                worst[key] = found
    return list(worst.values())


def _of_phase(figure: Figure, phase: float, skeleton: Skeleton) -> Iterator[Finding]:
    for what, fault, amount in (
        *_joints(skeleton),
        *_floor(skeleton),
        *_props(skeleton, props_at(figure, phase)),
        *_bearings(figure, skeleton),
        *_body(skeleton),
    ):
        yield Finding(phase, what, fault, amount)
    for limb, by in skeleton.missing.items():
        if by > OUT_OF_REACH:
            yield Finding(phase, limb, "does not reach its place", by)


_Fault = tuple[str, str, float]


def _joints(skeleton: Skeleton) -> Iterator[_Fault]:
    for name, angles in angles_of_joints(skeleton).items():
        joint = joint_of(name)
        for angle, (way, low, high) in zip(angles, RANGES.get(joint, ()), strict=False):
            over = max(low - angle, angle - high)
            if over > DEGREES_BEYOND:
                yield f"{name} {way}", f"leaves {low:g} to {high:g} degrees", over


def _floor(skeleton: Skeleton) -> Iterator[_Fault]:
    for surface in _SURFACES:
        below = -lowest(skeleton, surface)[0]
        if below > BELOW_FLOOR:
            yield surface, "is under the floor", below


def _props(skeleton: Skeleton, props: tuple[Prop, ...]) -> Iterator[_Fault]:
    for prop in props:
        blocks = blocks_of(prop)
        for surface in _SURFACES if blocks else ():
            inside = max(
                _inside(ring, each) for ring in rings_of(skeleton, surface) for each in blocks
            )
            if inside > INSIDE_PROP:
                yield surface, f"is inside the {prop.kind.value}", inside


def _inside(ring: Ellipsoid, whole: Block) -> float:
    """Return how deep the box around *ring* is inside *whole*; below 0 where it is not."""
    centre, axes = ring
    deepest = 1e9
    for axis in (0, 1, 2):
        half = length((axes[0][axis], axes[1][axis], axes[2][axis]))
        low, high = centre[axis] - half, centre[axis] + half
        deepest = min(deepest, whole.high[axis] - low, high - whole.low[axis])
    return deepest


def _bearings(figure: Figure, skeleton: Skeleton) -> Iterator[_Fault]:
    if any(frame.centre is not None for frame in figure.frames):
        return
    for bearing in figure.bearing:
        above = abs(lowest(skeleton, bearing.surface)[0] - bearing.height / 100)
        if above > HOVERING:
            yield bearing.surface.value, "does not touch what bears it", above


_TRUNK = ("pelvis", "trunk", "head")
_LIMBS = ("forearm", "hand")


def _body(skeleton: Skeleton) -> Iterator[_Fault]:
    """Find arms that go through trunk, head or thighs, and legs that go through each other."""
    for side, _ in SIDES:
        solids = (*_TRUNK, "right-thigh", "left-thigh", "right-shank", "left-shank")
        for part in _LIMBS:
            rings = rings_of(skeleton, f"{side}-{part}")
            for solid in solids:
                deepest = _depth(rings, rings_of(skeleton, solid))
                if deepest > 1 - INSIDE_BODY:
                    yield f"{side}-{part}", f"goes through the {solid}", deepest
    for one in ("thigh", "shank"):
        for other in ("thigh", "shank"):
            deepest = _depth(
                rings_of(skeleton, f"right-{one}")[1:], rings_of(skeleton, f"left-{other}")[1:]
            )
            if deepest > 1 - INSIDE_BODY:
                yield f"right-{one}", f"goes through the left-{other}", deepest


_BETWEEN_RINGS = 0.03
"""Half the way from one ring to the next: a part is solid between them."""


def _depth(rings: list[Ellipsoid], solids: list[Ellipsoid]) -> float:
    """Return how deep the centre of a ring is inside a solid: 0 at its surface, 1 at its centre."""
    deepest = 0.0
    for centre, _ in rings:
        for middle, axes in solids:
            apart = subtract(centre, middle)
            far = 0.0
            for axis in axes:
                half = length(axis)
                along_it = dot(apart, axis) / half if half else 0.0
                far += (along_it / max(half, _BETWEEN_RINGS)) ** 2
            deepest = max(deepest, 1 - far**0.5)
    return deepest
