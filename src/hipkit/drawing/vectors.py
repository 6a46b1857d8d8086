"""Vectors and rotations of three-dimensional space, as tuples.

Rule: right-handed axes, x forward, y up, z to the right; lengths in body heights, angles in degrees.
A rotation is its three rows, and turns a vector of a body part into one of the world.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

from .angles import sine_cosine

Vector: TypeAlias = tuple[float, float, float]
Rotation: TypeAlias = tuple[Vector, Vector, Vector]

ZERO: Vector = (0.0, 0.0, 0.0)
UP: Vector = (0.0, 1.0, 0.0)
UNTURNED: Rotation = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_NOTHING = 1e-9
_SLANTED = 1e-6


def add(a: Vector, b: Vector) -> Vector:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vector, b: Vector) -> Vector:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vector, by: float) -> Vector:
    """Return *a*, so many times as long."""
    return (a[0] * by, a[1] * by, a[2] * by)


def along(start: Vector, direction: Vector, by: float) -> Vector:
    """Return where one is after going *by* times *direction* from *start*."""
    return (
        start[0] + direction[0] * by,
        start[1] + direction[1] * by,
        start[2] + direction[2] * by,
    )


def dot(a: Vector, b: Vector) -> float:
    """Return the inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Return the outer product."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vector) -> float:
    """Return how long *a* is."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vector) -> Vector:
    """Return the direction of *a*, of length 1; zero where it has none."""
    long = length(a)
    return scale(a, 1 / long) if long > _NOTHING else ZERO


def across(a: Vector, axis: Vector) -> Vector:
    """Return the part of *a* that is square to the unit vector *axis*."""
    return along(a, axis, -dot(a, axis))


def square_to(axis: Vector, *wishes: Vector) -> Vector:
    """Return the direction square to the unit vector *axis* that is nearest to the first of *wishes*.

    A wish along the axis, or of no length, gives way to the next, and the last to one of the world's.
    """
    forward, up = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)
    squares = [across(wish, axis) for wish in (*wishes, forward, up)]
    return unit(next(each for each in squares if length(each) > _SLANTED))


def between(a: Vector, b: Vector, share: float) -> Vector:
    """Return the point *share* of the way from *a* to *b*."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def turned(rotation: Rotation, a: Vector) -> Vector:
    """Return *a* after the rotation."""
    x, y, z = a
    r, s, t = rotation
    return (
        r[0] * x + r[1] * y + r[2] * z,
        s[0] * x + s[1] * y + s[2] * z,
        t[0] * x + t[1] * y + t[2] * z,
    )


def after(outer: Rotation, inner: Rotation) -> Rotation:
    """Return the rotation that does *inner*, then *outer*."""
    (a, b, c), (d, e, f), (g, h, i) = inner
    (j, k, m), (n, o, p), (q, r, s) = outer
    return (
        (j * a + k * d + m * g, j * b + k * e + m * h, j * c + k * f + m * i),
        (n * a + o * d + p * g, n * b + o * e + p * h, n * c + o * f + p * i),
        (q * a + r * d + s * g, q * b + r * e + s * h, q * c + r * f + s * i),
    )


def undone(rotation: Rotation) -> Rotation:
    """Return the rotation that takes this one back."""
    (a, b, c), (d, e, f), (g, h, i) = rotation
    return ((a, d, g), (b, e, h), (c, f, i))


def about_x(degrees: float) -> Rotation:
    """Return the turn about the forward axis, from up towards the right."""
    s, c = sine_cosine(degrees)
    return ((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c))


def about_y(degrees: float) -> Rotation:
    """Return the turn about the upward axis, from the right towards forward: to the left."""
    s, c = sine_cosine(degrees)
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def about_z(degrees: float) -> Rotation:
    """Return the turn about the axis to the right, from forward towards up: backwards."""
    s, c = sine_cosine(degrees)
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))


def about_zxy(z: float, x: float, y: float) -> Rotation:
    """Return the turn about the upward axis by *y*, then the forward by *x*, then that to the right."""
    sz, cz = sine_cosine(z)
    sx, cx = sine_cosine(x)
    sy, cy = sine_cosine(y)
    return (
        (cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy),
        (sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy),
        (-cx * sy, sx, cx * cy),
    )


def about(axis: Vector, degrees: float) -> Rotation:
    """Return the turn about a unit *axis* (Rodrigues' formula)."""
    s, c = sine_cosine(degrees)
    x, y, z = axis
    k = 1 - c
    return (
        (c + x * x * k, x * y * k - z * s, x * z * k + y * s),
        (y * x * k + z * s, c + y * y * k, y * z * k - x * s),
        (z * x * k - y * s, z * y * k + x * s, c + z * z * k),
    )


def of_axes(x: Vector, y: Vector, z: Vector) -> Rotation:
    """Return the rotation that turns the axes to these unit vectors."""
    return ((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2]))


def blended(a: Rotation, b: Rotation, share: float) -> Rotation:
    """Return a rotation *share* of the way from *a* to *b*, square again after mixing.

    Between opposite ones there is no way that is nearer than others: the nearer end is taken.
    """
    x, y, _ = undone(
        (between(a[0], b[0], share), between(a[1], b[1], share), between(a[2], b[2], share))
    )
    z = cross(x, y)
    if length(z) < _SLANTED:
        return a if share < 0.5 else b
    y = unit(y)
    z = unit(z)
    return of_axes(cross(y, z), y, z)
