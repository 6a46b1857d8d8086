"""The camera: points and ellipsoids of the world to points and ellipses of the picture.

Rule: a parallel projection, so that an ellipsoid's outline is exactly an ellipse. A body height is 800
picture units; x runs to the right, y down, depth towards the viewer.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from .angles import sine_cosine
from .skeleton import Ellipsoid
from .vectors import Rotation, Vector, dot, undone

UNITS = 800.0
Point: TypeAlias = tuple[float, float]


class Oval(NamedTuple):
    """The ellipse of an ellipsoid: its centre, depth, and the matrix whose root its half axes are."""

    x: float
    y: float
    depth: float
    xx: float
    xy: float
    yy: float


class Projection:
    """A parallel projection from *azimuth* and *elevation* in degrees."""

    def __init__(self, azimuth: float, elevation: float) -> None:
        """Look from there."""
        across, ahead = sine_cosine(azimuth)
        up, level = sine_cosine(elevation)
        self.towards: Vector = (across * level, up, ahead * level)
        """The direction to the viewer."""
        self.right: Vector = (ahead, 0.0, -across)
        self.up: Vector = (-across * up, level, -ahead * up)

    def point(self, place: Vector) -> tuple[float, float, float]:
        """Return where *place* is in the picture, and its depth."""
        return (
            dot(place, self.right) * UNITS,
            -dot(place, self.up) * UNITS,
            dot(place, self.towards) * UNITS,
        )

    def flat(self, place: Vector) -> Point:
        """Return where *place* is in the picture."""
        return (dot(place, self.right) * UNITS, -dot(place, self.up) * UNITS)

    def oval(self, ring: Ellipsoid) -> Oval:
        """Return the ellipse that *ring* makes in the picture."""
        centre, axes = ring
        xx = xy = yy = 0.0
        right, up = self.right, self.up
        for axis in axes:
            x = (axis[0] * right[0] + axis[1] * right[1] + axis[2] * right[2]) * UNITS
            y = -(axis[0] * up[0] + axis[1] * up[1] + axis[2] * up[2]) * UNITS
            xx += x * x
            xy += x * y
            yy += y * y
        x, y, depth = self.point(centre)
        return Oval(x, y, depth, xx, xy, yy)

    def ovals(self, rings: list[Ellipsoid]) -> list[Oval]:
        """Return the ellipse of each of *rings*."""
        return [self.oval(ring) for ring in rings]

    def axes(self, rotation: Rotation) -> tuple[Point, Point, Point]:
        """Return the three axes of a part in the picture, of length 1 where seen from the side."""
        x, y, z = undone(rotation)
        return (
            (dot(x, self.right), -dot(x, self.up)),
            (dot(y, self.right), -dot(y, self.up)),
            (dot(z, self.right), -dot(z, self.up)),
        )
