"""Outlines as SVG path data: whole numbers, no blanks that can be spared.

Rule: a curve runs through the middles between its corners (a quadratic B-spline), of which only one
pair of numbers a corner is written; what rounding loses at one is made good at the next.
"""

from __future__ import annotations

from .camera import Point
from .outlines import Outline


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def _next(x: int, y: int) -> str:
    return _pair(x, y) if x < 0 else " " + _pair(x, y)


def curve(corners: Outline) -> str:
    """Return the path of the closed smooth curve inside *corners*."""
    last = corners[-1]
    x, y = round((last[0] + corners[0][0]) / 2), round((last[1] + corners[0][1]) / 2)
    start = (x, y)
    held_x, held_y = round(corners[0][0]), round(corners[0][1])
    written = ["M", _pair(x, y), "q", _pair(held_x - x, held_y - y)]
    count = len(corners)
    for index in range(count):
        if index == count - 1:
            to_x, to_y = start
        else:
            ahead = corners[index + 1]
            to_x, to_y = round((held_x + ahead[0]) / 2), round((held_y + ahead[1]) / 2)
        step = (to_x - x, to_y - y)
        written.append("t" + _pair(*step) if index == 1 else _next(*step))
        held_x, held_y = 2 * to_x - held_x, 2 * to_y - held_y
        x, y = to_x, to_y
    return "".join(written) + "z"


def polygon(corners: Outline) -> str:
    """Return the path of a closed polygon."""
    return line(corners) + "z"


def line(points: list[Point]) -> str:
    """Return the path of an open line."""
    x, y = round(points[0][0]), round(points[0][1])
    written = ["M", _pair(x, y)]
    for index, point in enumerate(points[1:]):
        to_x, to_y = round(point[0]), round(point[1])
        step = (to_x - x, to_y - y)
        written.append("l" + _pair(*step) if index == 0 else _next(*step))
        x, y = to_x, to_y
    return "".join(written)


def one_way(outline: Outline) -> Outline:
    """Return *outline* running clockwise: shapes that overlap in one path never cut holes."""
    area = 0.0
    before = outline[-1]
    for x, y in outline:
        area += before[0] * y - x * before[1]
        before = (x, y)
    return outline[::-1] if area < 0 else outline
