"""Sines and angles in degrees that are the same to the last bit on every machine.

Rule: only + - × ÷ and square roots, which IEEE 754 rounds exactly. The `sin` and `atan2` of a C
library may differ in the last bit, and one flipped rounding would change a figure's bytes.
"""

from __future__ import annotations

from math import sqrt

_PI = 3.141592653589793
_RADIANS = _PI / 180
_DEGREES = 180 / _PI
_TAN_22_5 = 0.41421356237309503


def sine_cosine(degrees: float) -> tuple[float, float]:
    """Return the sine and the cosine of an angle in *degrees*, to within 1e-11.

    The angle is brought within 45° of a quarter turn, where the Taylor series is short.
    """
    if not degrees:
        return 0.0, 1.0
    quarters = round(degrees / 90)
    x = (degrees - 90 * quarters) * _RADIANS
    y = x * x
    sine = x * (
        1 + y * (-1 / 6 + y * (1 / 120 + y * (-1 / 5040 + y * (1 / 362880 - y / 39916800))))
    )
    cosine = 1 + y * (
        -1 / 2
        + y * (1 / 24 + y * (-1 / 720 + y * (1 / 40320 + y * (-1 / 3628800 + y / 479001600))))
    )
    turn = quarters % 4
    if turn == 0:
        return sine, cosine
    if turn == 1:
        return cosine, -sine
    if turn == 2:
        return -sine, -cosine
    return -cosine, sine


def angle_of(y: float, x: float) -> float:
    """Return the angle in degrees of the direction (*x*, *y*), -180 to 180; 0 where both are 0."""
    across, along = abs(y), abs(x)
    if not (across or along):
        return 0.0
    found = 90 - _arc(along / across) if across > along else _arc(across / along)
    if x < 0:
        found = 180 - found
    return -found if y < 0 else found


def _arc(slope: float) -> float:
    """Return the angle in degrees whose tangent is *slope*, 0 to 1."""
    begin, t = 0.0, slope
    if slope > _TAN_22_5:
        begin, t = 45.0, (slope - 1) / (slope + 1)
    y = t * t
    series = 0.0
    for odd in (25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3):
        series = y * (1 / odd - series)
    return begin + t * (1 - series) * _DEGREES


def arc_sine(sine: float) -> float:
    """Return the angle in degrees, -90 to 90, whose sine is *sine*; what is beyond 1 counts as 1."""
    held = max(-1.0, min(1.0, sine))
    return angle_of(held, sqrt(max(0.0, 1 - held * held)))


def arc_cosine(cosine: float) -> float:
    """Return the angle in degrees, 0 to 180, whose cosine is *cosine*."""
    return 90 - arc_sine(cosine)
