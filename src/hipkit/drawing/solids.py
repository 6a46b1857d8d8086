"""Solids of the things in a figure: boxes, cylinders and balls as faces in the picture.

Rule: places in body heights of the world; nothing here knows a thing by name.
"""

from __future__ import annotations

from typing import NamedTuple

from .camera import Oval, Point, Projection
from .outlines import Outline, hull
from .skeleton import Ellipsoid
from .vectors import Vector, along, cross, scale, unit

_THIN = 0.002
_UPRIGHT: Point = (0.0, -1.0)


class Face(NamedTuple):
    """A flat or rounded piece of a thing: its tone, how it is drawn, its outline.

    Kinds: "curve" (smooth), "face" (straight edges), "line" (a stroke along the points).
    """

    tone: str
    kind: str
    outline: Outline


class Block(NamedTuple):
    """A box: its lowest and its highest corner."""

    low: Vector
    high: Vector


def block(centre: Vector, size: Vector) -> Block:
    """Return the box whose underside has its middle at *centre*."""
    x, y, z = centre
    wide, high, deep = size
    return Block((x - wide / 2, y, z - deep / 2), (x + wide / 2, y + high, z + deep / 2))


def box(camera: Projection, what: Block, top: str, front: str, side: str) -> list[Face]:
    """Return the faces of a box that are seen, in their tones."""
    (x0, y0, z0), (x1, y1, z1) = what
    flat = camera.flat
    faces: list[Face] = []
    if camera.towards[1] > 0.01:
        corners = ((x0, z0), (x1, z0), (x1, z1), (x0, z1))
        faces.append(Face(top, "face", [flat((x, y1, z)) for x, z in corners]))
    if abs(camera.towards[2]) > 0.01:
        z = z1 if camera.towards[2] > 0 else z0
        corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        faces.append(Face(front, "face", [flat((x, y, z)) for x, y in corners]))
    if abs(camera.towards[0]) > 0.01:
        x = x1 if camera.towards[0] > 0 else x0
        corners = ((z0, y0), (z0, y1), (z1, y1), (z1, y0))
        faces.append(Face(side, "face", [flat((x, y, z)) for z, y in corners]))
    return faces


def cylinder(centre: Vector, axis: Vector, half: float, radius: float) -> list[Ellipsoid]:
    """Return the two end discs of a cylinder."""
    one = unit(cross(axis, (0.31, 0.9, 0.2)))
    other = cross(axis, one)
    shape = (scale(axis, _THIN), scale(one, radius), scale(other, radius))
    return [(along(centre, axis, -half), shape), (along(centre, axis, half), shape)]


def ball(centre: Vector, radius: float) -> Ellipsoid:
    """Return a ball."""
    return (centre, ((radius, 0.0, 0.0), (0.0, radius, 0.0), (0.0, 0.0, radius)))


def around(ovals: list[Oval], corners: int = 12) -> Outline:
    """Return the outline around *ovals* of a thing that does not turn."""
    return hull(ovals, _UPRIGHT, corners)


def shrunk(outline: Outline, oval: Oval, by: float) -> Outline:
    """Return *outline* at a share of its size, about the centre of *oval*."""
    return [(oval.x + (x - oval.x) * by, oval.y + (y - oval.y) * by) for x, y in outline]
