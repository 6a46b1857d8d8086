"""The drawn body: lengths of its segments, where its joints sit, and its surface as rings.

Rule: lengths in body heights. All are drawing conventions: chosen until the figure looked right beside
people, close to the segment fractions that biomechanics uses, and not to be quoted as measurements.
A ring is an ellipsoid: its centre and half axes in the axes of the part that it belongs to.
"""

from __future__ import annotations

from typing import TypeAlias

from .vectors import Vector

Ring: TypeAlias = tuple[float, float, float, float, float, float]
"""Centre forward, up, outwards; half axes forward, up, outwards."""

SIDES: tuple[tuple[str, float], ...] = (("right", 1.0), ("left", -1.0))
"""Each side's name, and its sign along the axis to the right."""

THIGH, SHANK = 0.245, 0.246
UPPER_ARM, FOREARM = 0.186, 0.146
SOLE = 0.0477
"""From the ankle's centre down to the floor."""
PALM = 0.0145
"""From the wrist's centre down to the palm's surface."""

HIP: Vector = (0.0, 0.0, 0.052)
"""From the middle between the hips to a hip."""
SHOULDER: Vector = (-0.008, 0.248, 0.106)
NECK: Vector = (-0.014, 0.292, 0.0)
HEAD: Vector = (0.016, 0.052, 0.0)
"""From the base of the neck."""
SPINE_FROM, SPINE_TO, SPINE_SLICES = 0.03, 0.20, 8
"""The heights between which the spine bends, and in how many slices."""
BALL: Vector = (0.080, -0.036, 0.0)
"""From the ankle to the ball of the foot, about which the toes turn."""


def _round(x: float, y: float, z: float, forward: float, outward: float | None = None) -> Ring:
    out = forward if outward is None else outward
    return (x, y, z, forward, min(forward, out), out)


SURFACE: dict[str, tuple[Ring, ...]] = {
    "thigh": (
        _round(-0.004, 0.004, -0.003, 0.0565, 0.0500),
        _round(0.000, -0.050, -0.003, 0.0555, 0.0500),
        _round(0.005, -0.120, -0.003, 0.0475, 0.0445),
        _round(0.004, -0.185, -0.001, 0.0390, 0.0370),
        _round(0.001, -0.245, 0.0, 0.0335, 0.0330),
    ),
    "shank": (
        _round(0.001, 0.0, 0.0, 0.0335, 0.0330),
        _round(-0.006, -0.045, 0.0, 0.0320, 0.0315),
        _round(-0.011, -0.090, 0.0, 0.0335, 0.0340),
        _round(-0.007, -0.150, 0.0, 0.0260, 0.0265),
        _round(-0.002, -0.205, 0.0, 0.0195, 0.0190),
        _round(-0.001, -0.246, 0.0, 0.0195, 0.0185),
    ),
    "foot": (
        (-0.026, -0.0140, 0.0, 0.0255, 0.0260, 0.024),
        (0.018, -0.0100, 0.0, 0.0270, 0.0300, 0.026),
        (0.062, -0.0190, 0.0, 0.0200, 0.0210, 0.031),
        (0.092, -0.0240, -0.002, 0.0175, 0.0160, 0.030),
        (0.113, -0.0275, -0.003, 0.0140, 0.0125, 0.025),
    ),
    "sole": (
        (-0.038, -0.0415, 0.0, 0.012, 0.0062, 0.0175),
        (0.020, -0.0415, 0.0, 0.010, 0.0062, 0.0225),
        (0.080, -0.0415, -0.002, 0.010, 0.0062, 0.0265),
        (0.112, -0.0405, -0.003, 0.012, 0.0062, 0.0190),
    ),
    "upper-arm": (
        _round(0.0, -0.002, 0.0, 0.0315, 0.0305),
        _round(0.002, -0.050, 0.0, 0.0308, 0.0288),
        _round(0.002, -0.115, 0.0, 0.0262, 0.0252),
        _round(0.0, -0.186, 0.0, 0.0215),
    ),
    "forearm": (
        _round(0.0, 0.0, 0.0, 0.0222),
        _round(0.002, -0.040, 0.0, 0.0240, 0.0235),
        _round(0.001, -0.095, 0.0, 0.0185, 0.0180),
        _round(0.0, -0.146, 0.0, 0.0150, 0.0135),
    ),
    "hand": (
        (0.0, 0.0, 0.0, 0.0145, 0.0145, 0.0125),
        (0.001, -0.035, 0.0, 0.0215, 0.0200, 0.0135),
        (0.0, -0.068, 0.0, 0.0195, 0.0180, 0.0115),
        (-0.002, -0.096, 0.0, 0.0125, 0.0125, 0.0095),
    ),
    "thumb": (
        (0.010, -0.014, 0.0, 0.0085, 0.009, 0.0085),
        (0.0265, -0.042, 0.0, 0.0078, 0.008, 0.0078),
        (0.0285, -0.058, 0.0, 0.0068, 0.008, 0.0068),
    ),
    "fist": (
        (0.0, 0.0, 0.0, 0.0145, 0.0145, 0.0125),
        (0.001, -0.034, 0.0, 0.0215, 0.0200, 0.0190),
        (0.003, -0.052, 0.0, 0.0190, 0.0160, 0.0180),
    ),
    "pelvis": (
        (-0.012, -0.034, 0.0, 0.0520, 0.026, 0.0740),
        (-0.014, 0.000, 0.0, 0.0655, 0.030, 0.0950),
        (-0.010, 0.040, 0.0, 0.0610, 0.030, 0.0885),
        (-0.006, 0.080, 0.0, 0.0545, 0.025, 0.0790),
    ),
    "trunk": (
        (-0.008, 0.055, 0.0, 0.0600, 0.022, 0.0868),
        (-0.004, 0.105, 0.0, 0.0550, 0.025, 0.0775),
        (-0.004, 0.165, 0.0, 0.0600, 0.025, 0.0840),
        (0.000, 0.208, 0.0, 0.0640, 0.025, 0.0940),
        (-0.006, 0.240, 0.0, 0.0560, 0.025, 0.0930),
        (-0.012, 0.276, 0.0, 0.0400, 0.016, 0.0480),
    ),
    "head": (
        (0.020, 0.020, 0.0, 0.0345, 0.0320, 0.0350),
        (0.004, 0.070, 0.0, 0.0585, 0.0585, 0.0490),
    ),
    "nose": (
        (0.056, 0.046, 0.0, 0.0080, 0.0075, 0.008),
        (0.050, 0.068, 0.0, 0.0060, 0.0080, 0.006),
    ),
    "ear": (
        (-0.008, 0.052, 0.046, 0.0105, 0.0150, 0.006),
        (-0.007, 0.044, 0.046, 0.0080, 0.0100, 0.006),
    ),
    "hair": (
        (-0.028, 0.050, 0.0, 0.0300, 0.0360, 0.0420),
        (-0.009, 0.080, 0.0, 0.0525, 0.0525, 0.0505),
        (0.014, 0.100, 0.0, 0.0410, 0.0310, 0.0400),
    ),
    "hair-behind": (
        (-0.030, 0.050, 0.0, 0.0260, 0.0300, 0.0430),
        (-0.009, 0.081, 0.0, 0.0520, 0.0520, 0.0545),
    ),
    "fringe": (
        (0.016, 0.104, 0.0, 0.038, 0.0255, 0.0385),
        (-0.008, 0.100, 0.0, 0.048, 0.0330, 0.0460),
    ),
    "back-of-head": (
        (-0.022, 0.056, 0.0, 0.0400, 0.0400, 0.0470),
        (-0.009, 0.082, 0.0, 0.0500, 0.0500, 0.0505),
    ),
    "neck-on-trunk": ((-0.014, 0.278, 0.0, 0.0330, 0.020, 0.0335),),
    "neck-on-head": ((-0.006, 0.012, 0.0, 0.0310, 0.020, 0.0300),),
    "collar": (
        (0.004, 0.276, 0.0, 0.0300, 0.0200, 0.0335),
        (0.018, 0.268, 0.0, 0.0180, 0.0140, 0.0200),
    ),
}
"""The rings of each part, those of the limbs for the right side."""
