"""Words about equipment and the loads put on it.

A floor, a wall and shoes are always assumed; nothing else is.
"""

from __future__ import annotations

from typing import Literal

from ._words import Word


class Equipment(Word):
    """What a person may own; household things are asked for too, never assumed."""

    CHAIR = "chair"
    STEP = "step"
    TOWEL_OR_CUSHION = "towel-or-cushion"
    MINI_BAND = "mini-band"
    LONG_BAND = "long-band"
    ANCHOR = "anchor"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    BENCH = "bench"
    CABLE = "cable"
    ANKLE_WEIGHT = "ankle-weight"
    SMALL_BALL = "small-ball"
    STABILITY_BALL = "stability-ball"
    SLIDER = "slider"
    FOAM_ROLLER = "foam-roller"
    MASSAGE_BALL = "massage-ball"
    PARTNER = "partner"


EquipmentWord = Literal[
    "chair",
    "step",
    "towel-or-cushion",
    "mini-band",
    "long-band",
    "anchor",
    "dumbbell",
    "kettlebell",
    "barbell",
    "bench",
    "cable",
    "ankle-weight",
    "small-ball",
    "stability-ball",
    "slider",
    "foam-roller",
    "massage-ball",
    "partner",
]


class LoadKind(Word):
    """What resists the movement besides body weight."""

    BAND = "band"
    MASS = "mass"
    CABLE = "cable"
    PARTNER = "partner"


class BandPlace(Word):
    """Where a band sits."""

    ABOVE_KNEES = "above-knees"
    BELOW_KNEES = "below-knees"
    ANKLES = "ankles"
    FEET = "feet"
    ANCHORED = "anchored"


class BandStrength(Word):
    """How strong a band should feel."""

    LIGHT = "light"
    MEDIUM = "medium"
    STRONG = "strong"


class Hands(Word):
    """How many hands hold the load."""

    ONE = "one"
    TWO = "two"


class LoadSide(Word):
    """Which hand holds a one-hand load, seen from the stance or working leg."""

    SAME = "same"
    OPPOSITE = "opposite"
