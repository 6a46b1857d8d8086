"""How far the drawn body's joints go.

Rule: degrees, lowest and highest. These are drawing conventions, wider than clinics' norms, so that a
mistyped angle is found and no healthy movement is refused; do not quote them as anybody's range.
"""

from __future__ import annotations

from typing import TypeAlias

Bounds: TypeAlias = tuple[tuple[str, float, float], ...]
"""Of each angle of a joint: its name, its lowest and its highest value."""

RANGES: dict[str, Bounds] = {
    "hip": (("flexion", -32, 135), ("abduction", -38, 65), ("rotation", -75, 58)),
    "knee": (("flexion", -5, 158),),
    "ankle": (("dorsiflexion", -58, 38),),
    "toes": (("extension", -30, 80),),
    "shoulder": (("flexion", -68, 185), ("abduction", -60, 185), ("rotation", -100, 100)),
    "elbow": (("flexion", -5, 152),),
    "forearm": (("pronation", -95, 95),),
    "wrist": (("extension", -90, 90),),
    "spine": (("flexion", -38, 75), ("side bend", -38, 38), ("rotation", -50, 50)),
    "neck": (("flexion", -60, 60), ("side bend", -48, 48), ("rotation", -80, 80)),
}


def joint_of(name: str) -> str:
    """Return the joint that *name* is about: "hip" of "right hip"."""
    return name.rpartition(" ")[2]


def beyond(joint: str, angles: tuple[float, ...]) -> float:
    """Return by how many degrees *angles* leave the ranges of *joint*, all its angles together."""
    over = 0.0
    for angle, (_, low, high) in zip(angles, RANGES[joint], strict=True):
        if angle < low:
            over += low - angle
        elif angle > high:
            over += angle - high
    return over
