"""Working muscles: schematic spindles on the body where each muscle lies.

Rule: shapes are drawing conventions, placed by hand on the drawn body; they say which muscle, not its
true outline. One that faces away from the viewer is only hinted at.
"""

from __future__ import annotations

from ..model.vocabulary import Muscle
from .body import Ring
from .camera import Projection
from .outlines import chain
from .parts import Part
from .skeleton import Skeleton
from .vectors import Vector, dot, turned, unit

_Site = tuple[str, tuple[Ring, ...], Vector]
"""The part that carries the muscle ("trunk" bends with the spine), its rings, its way outwards."""

_SITES: dict[str, _Site] = {
    "abductors": (
        "pelvis",
        (
            (-0.010, 0.074, 0.068, 0.032, 0.014, 0.014),
            (-0.012, 0.048, 0.076, 0.036, 0.018, 0.018),
            (-0.010, 0.018, 0.086, 0.026, 0.018, 0.016),
            (-0.004, -0.010, 0.094, 0.011, 0.012, 0.010),
        ),
        (-0.1, 0.1, 1.0),
    ),
    "gluteus-maximus": (
        "pelvis",
        (
            (-0.040, 0.052, 0.030, 0.018, 0.018, 0.022),
            (-0.050, 0.018, 0.040, 0.026, 0.026, 0.036),
            (-0.048, -0.014, 0.050, 0.026, 0.026, 0.040),
            (-0.026, -0.052, 0.070, 0.018, 0.018, 0.018),
        ),
        (-1.0, 0.0, 0.55),
    ),
    "rotators": (
        "pelvis",
        (
            (-0.054, 0.026, 0.020, 0.014, 0.012, 0.014),
            (-0.050, 0.012, 0.050, 0.018, 0.016, 0.020),
            (-0.026, 0.000, 0.084, 0.010, 0.012, 0.010),
        ),
        (-1.0, 0.0, 0.7),
    ),
    "tensor": (
        "thigh",
        (
            (0.026, 0.048, 0.022, 0.012, 0.012, 0.012),
            (0.022, 0.0, 0.034, 0.017, 0.020, 0.014),
            (0.012, -0.060, 0.040, 0.008, 0.012, 0.006),
        ),
        (0.6, 0.0, 1.0),
    ),
    "flexors": (
        "thigh",
        (
            (0.030, 0.060, -0.010, 0.012, 0.014, 0.016),
            (0.038, 0.012, -0.004, 0.017, 0.020, 0.022),
            (0.040, -0.030, -0.006, 0.015, 0.018, 0.018),
            (0.036, -0.078, -0.010, 0.008, 0.012, 0.009),
        ),
        (1.0, 0.0, 0.2),
    ),
    "adductors": (
        "thigh",
        (
            (0.004, -0.004, -0.034, 0.014, 0.014, 0.012),
            (0.004, -0.060, -0.032, 0.028, 0.020, 0.016),
            (0.003, -0.115, -0.028, 0.022, 0.020, 0.014),
            (0.002, -0.185, -0.022, 0.009, 0.012, 0.008),
        ),
        (0.25, 0.0, -1.0),
    ),
    "quadriceps": (
        "thigh",
        (
            (0.032, -0.022, 0.002, 0.014, 0.014, 0.016),
            (0.030, -0.080, 0.002, 0.022, 0.020, 0.034),
            (0.027, -0.140, 0.002, 0.021, 0.020, 0.031),
            (0.020, -0.212, 0.000, 0.011, 0.012, 0.013),
        ),
        (1.0, 0.0, 0.15),
    ),
    "hamstrings": (
        "thigh",
        (
            (-0.032, -0.030, 0.000, 0.014, 0.014, 0.016),
            (-0.030, -0.085, 0.000, 0.021, 0.020, 0.032),
            (-0.025, -0.140, 0.000, 0.018, 0.020, 0.028),
            (-0.018, -0.212, 0.000, 0.010, 0.012, 0.014),
        ),
        (-1.0, 0.0, 0.1),
    ),
    "calves": (
        "shank",
        (
            (-0.024, -0.018, 0.000, 0.010, 0.012, 0.012),
            (-0.030, -0.070, 0.000, 0.016, 0.018, 0.026),
            (-0.028, -0.112, 0.000, 0.014, 0.018, 0.022),
            (-0.018, -0.180, 0.000, 0.006, 0.012, 0.008),
        ),
        (-1.0, 0.0, 0.15),
    ),
    "abdominals": (
        "trunk",
        (
            (0.036, 0.075, 0.0, 0.018, 0.014, 0.024),
            (0.034, 0.130, 0.0, 0.018, 0.020, 0.034),
            (0.040, 0.190, 0.0, 0.018, 0.014, 0.022),
        ),
        (1.0, 0.0, 0.0),
    ),
    "obliques": (
        "trunk",
        (
            (-0.002, 0.080, 0.058, 0.020, 0.014, 0.018),
            (-0.002, 0.125, 0.060, 0.030, 0.020, 0.020),
            (-0.002, 0.175, 0.066, 0.016, 0.014, 0.014),
        ),
        (0.2, 0.0, 1.0),
    ),
    "quadratus": (
        "trunk",
        (
            (-0.040, 0.070, 0.046, 0.014, 0.012, 0.014),
            (-0.040, 0.110, 0.042, 0.016, 0.018, 0.020),
            (-0.042, 0.152, 0.040, 0.012, 0.012, 0.012),
        ),
        (-1.0, 0.0, 0.5),
    ),
    "erectors": (
        "trunk",
        (
            (-0.046, 0.060, 0.022, 0.012, 0.014, 0.012),
            (-0.048, 0.120, 0.024, 0.016, 0.020, 0.018),
            (-0.050, 0.190, 0.026, 0.010, 0.014, 0.012),
        ),
        (-1.0, 0.0, 0.2),
    ),
}
_SITE_OF: dict[Muscle, str] = {
    Muscle.GLUTEUS_MAXIMUS: "gluteus-maximus",
    Muscle.GLUTEUS_MEDIUS: "abductors",
    Muscle.GLUTEUS_MINIMUS: "abductors",
    Muscle.TENSOR_FASCIAE_LATAE: "tensor",
    Muscle.DEEP_EXTERNAL_ROTATORS: "rotators",
    Muscle.ILIOPSOAS: "flexors",
    Muscle.RECTUS_FEMORIS: "quadriceps",
    Muscle.ADDUCTORS: "adductors",
    Muscle.ADDUCTOR_MAGNUS: "adductors",
    Muscle.HAMSTRINGS: "hamstrings",
    Muscle.QUADRICEPS: "quadriceps",
    Muscle.CALVES: "calves",
    Muscle.ABDOMINALS: "abdominals",
    Muscle.OBLIQUES: "obliques",
    Muscle.QUADRATUS_LUMBORUM: "quadratus",
    Muscle.ERECTOR_SPINAE: "erectors",
}


def sites_of(muscles: tuple[Muscle, ...]) -> tuple[str, ...]:
    """Return where *muscles* are shown, each site once."""
    return tuple(dict.fromkeys(_SITE_OF[muscle] for muscle in muscles))


def muscle_part(skeleton: Skeleton, camera: Projection, site: str, side: str) -> tuple[Part, float]:
    """Return the spindle of *site* on one *side*, and how far it faces the viewer, -1 to 1."""
    carrier, rings, outwards = _SITES[site]
    sign = 1.0 if side == "right" else -1.0
    thigh = (f"{side}-thigh", f"{side}-shorts", f"{side}-seat")
    follows: tuple[str, ...] = thigh
    if carrier == "trunk":
        mirrored = tuple((x, y, sign * z, a, b, c) for x, y, z, a, b, c in rings)
        found = skeleton.trunk_rings(mirrored)
        rotation = skeleton.of_trunk(0.0, rings[1][1], 0.0)[0]
        follows = ("trunk", "pelvis")
    else:
        part = carrier if carrier == "pelvis" else f"{side}-{carrier}"
        found = skeleton.carried(part, rings, sign)
        rotation = skeleton.frames[part][0]
        if carrier == "pelvis" or site in ("flexors", "tensor"):
            follows = ("pelvis", *thigh)
        elif carrier == "shank":
            follows = (f"{side}-thigh", part)
    x, y, z = outwards
    facing = dot(turned(rotation, unit((x, y, sign * z))), camera.towards)
    name = f"{side}-{site}-muscle"
    return Part(name, "muscle", [chain(camera.ovals(found))], None, follows), facing
