"""Movements of outlines: the turn, or the affine map, that takes a part from one frame to each other.

Rule: least squares over the corners of the part; lengths in picture units, angles in degrees.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple, TypeAlias

from .angles import angle_of, sine_cosine
from .camera import Point

Matrix: TypeAlias = tuple[float, float, float, float]
"""a, b, c, d of x' = a x + c y, y' = b x + d y."""


class Movement(NamedTuple):
    """How a part moves: about which centre, and in every frame how far, by what turn, by what map."""

    centre: Point
    shifts: list[Point]
    turns: list[float]
    turn_error: float
    maps: list[Matrix]
    map_error: float

    @property
    def error(self) -> float:
        """How far the better of the two is from the truth, at the worst corner of the worst frame."""
        return min(self.turn_error, self.map_error)


def fitted(frames: list[list[Point]], base: int) -> Movement:
    """Return the movement that takes the corners of frame *base* to those of every frame."""
    start = frames[base]
    centre = _middle(start)
    shifts: list[Point] = []
    turns: list[float] = []
    maps: list[Matrix] = []
    turn_error = map_error = 0.0
    for corners in frames:
        middle = _middle(corners)
        turn, rigid, free = _maps(start, centre, corners, middle)
        shifts.append((middle[0] - centre[0], middle[1] - centre[1]))
        turns.append(turn)
        maps.append(free)
        turn_error = max(turn_error, _error(start, centre, corners, middle, rigid))
        map_error = max(map_error, _error(start, centre, corners, middle, free))
    return Movement(centre, shifts, _unwound(turns, base), turn_error, maps, map_error)


def _middle(points: list[Point]) -> Point:
    count = len(points)
    x = y = 0.0
    for p, q in points:
        x += p
        y += q
    return (x / count, y / count)


def _maps(
    one: list[Point], centre: Point, two: list[Point], middle: Point
) -> tuple[float, Matrix, Matrix]:
    """Return the angle and matrix of the best turn, and the matrix of the best affine map."""
    sxx = sxy = syy = uxx = uxy = uyx = uyy = 0.0
    for (x, y), (p, q) in zip(one, two, strict=True):
        dx, dy, ex, ey = x - centre[0], y - centre[1], p - middle[0], q - middle[1]
        sxx += dx * dx
        sxy += dx * dy
        syy += dy * dy
        uxx += ex * dx
        uxy += ex * dy
        uyx += ey * dx
        uyy += ey * dy
    turn = angle_of(uyx - uxy, uxx + uyy)
    sine, cosine = sine_cosine(turn)
    rigid = (cosine, sine, -sine, cosine)
    size = sxx * syy - sxy * sxy
    if size < 1.0:
        return turn, rigid, rigid
    free = (
        (uxx * syy - uxy * sxy) / size,
        (uyx * syy - uyy * sxy) / size,
        (uxy * sxx - uxx * sxy) / size,
        (uyy * sxx - uyx * sxy) / size,
    )
    return turn, rigid, free


def _error(
    one: list[Point], centre: Point, two: list[Point], middle: Point, matrix: Matrix
) -> float:
    a, b, c, d = matrix
    worst = 0.0
    for (x, y), (p, q) in zip(one, two, strict=True):
        dx, dy = x - centre[0], y - centre[1]
        ex = a * dx + c * dy - (p - middle[0])
        ey = b * dx + d * dy - (q - middle[1])
        worst = max(worst, ex * ex + ey * ey)
    return sqrt(worst)


def _unwound(turns: list[float], base: int) -> list[float]:
    """Return *turns* without jumps of a whole turn, 0 in frame *base*."""
    found = [turns[0]]
    for turn in turns[1:]:
        while turn - found[-1] > 180:
            turn -= 360  # noqa: PLW2901
        while turn - found[-1] < -180:
            turn += 360  # noqa: PLW2901
        found.append(turn)
    whole = round(found[base] / 360) * 360
    return [turn - whole for turn in found]


def polynomial(values: list[float], tolerance: float) -> tuple[float, ...]:
    """Return the coefficients of the lowest polynomial, cubic at most, within *tolerance* of *values*.

    The values stand at even steps from 0 to 1; their number is one more than a multiple of six.
    """
    last = len(values) - 1
    begin, end = values[0], values[last]
    third, half, two_thirds = values[last // 3], values[last // 2], values[2 * last // 3]
    bend = 4 * half - end - 3 * begin
    tried = (
        (begin,),
        (begin, end - begin),
        (begin, bend, end - begin - bend),
        (
            begin,
            (-11 * begin + 18 * third - 9 * two_thirds + 2 * end) / 2,
            (18 * begin - 45 * third + 36 * two_thirds - 9 * end) / 2,
            (-9 * begin + 27 * third - 27 * two_thirds + 9 * end) / 2,
        ),
    )
    for found in tried:
        if all(
            abs(_at(found, index / last) - value) < tolerance for index, value in enumerate(values)
        ):
            return found
    return tried[-1]


def _at(coefficients: tuple[float, ...], x: float) -> float:
    value = 0.0
    for each in reversed(coefficients):
        value = value * x + each
    return value
