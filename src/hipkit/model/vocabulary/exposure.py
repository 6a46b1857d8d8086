"""Words about what an exercise exposes the body to: the worst position reached, as dosed.

Every list runs from least to most; a caution avoids a word and all that come after it, or names the
words it avoids. The list of cautions is closed and uses the person's words: none is a diagnosis.
"""

from __future__ import annotations

from typing import Literal

from ._words import OrderedWord, Word


class HipBend(OrderedWord):
    """How far the hip is bent, in degrees."""

    NONE = "none"
    UNDER_60 = "under-60"
    FROM_60_TO_90 = "60-90"
    OVER_90 = "over-90"


class KneeBend(OrderedWord):
    """How far the loaded knee is bent, in degrees."""

    NONE = "none"
    UNDER_45 = "under-45"
    FROM_45_TO_90 = "45-90"
    OVER_90 = "over-90"


class Midline(OrderedWord):
    """Whether a leg comes to or over the body's midline."""

    NO = "no"
    NEUTRAL = "neutral"
    LOADED = "loaded"
    STRETCHED = "stretched"


class InwardTurn(OrderedWord):
    """Whether the hip turns in, or crosses, while bent to 90 degrees or more."""

    NO = "no"
    MID_RANGE = "mid-range"
    END_RANGE = "end-range"


class EndRange(OrderedWord):
    """Whether the hip reaches the end of its range."""

    NONE = "none"
    ACTIVE = "active"
    PASSIVE = "passive"


class EndRangeDirection(Word):
    """In which direction the hip reaches the end of its range."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    ABDUCTION = "abduction"
    ADDUCTION = "adduction"
    TURN_IN = "turn-in"
    TURN_OUT = "turn-out"


class HamstringLength(OrderedWord):
    """Whether the hamstrings are made long."""

    NO = "no"
    STRETCHED = "stretched"
    LOADED_LONG = "loaded-long"


class AdductorLoad(OrderedWord):
    """How the adductors are loaded."""

    NONE = "none"
    SQUEEZE = "squeeze"
    SHORT_LEVER = "short-lever"
    LONG_LEVER = "long-lever"


class AdductorLength(OrderedWord):
    """Whether the adductors are made long: wide stance or groin stretch."""

    NO = "no"
    ACTIVE = "active"
    LOADED = "loaded"
    PASSIVE = "passive"


class OneLegLoad(OrderedWord):
    """Whether one leg carries the body."""

    NONE = "none"
    SUPPORTED = "supported"
    FREE = "free"


class Impact(OrderedWord):
    """Whether the feet leave the ground and land."""

    NONE = "none"
    TWO_LEG = "two-leg"
    ONE_LEG = "one-leg"


class Spine(Word):
    """What the spine is asked to do; the words do not rank."""

    NEUTRAL = "neutral"
    END_RANGE_EXTENSION = "end-range-extension"
    TWISTED = "twisted"
    LOADED_FLEXION = "loaded-flexion"


class Balance(OrderedWord):
    """How hard it is to keep balance."""

    STEADY = "steady"
    SOME = "some"
    HARD = "hard"


class Strain(OrderedWord):
    """How much the exercise invites holding the breath; a long hold is one over 15 s."""

    LOW = "low"
    LONG_HOLD = "long-hold"
    HEAVY = "heavy"


class OutsideLoad(OrderedWord):
    """How heavy an added load is."""

    NONE = "none"
    LIGHT = "light"
    HEAVY = "heavy"


class Caution(Word):
    """What a person would like spared, in their words; both sides are meant."""

    OUTER_HIP_PAIN = "outer-hip-pain"
    SIT_BONE_PAIN = "sit-bone-pain"
    FRONT_HIP_PINCH = "front-hip-pinch"
    GROIN_PAIN = "groin-pain"
    INNER_THIGH_PAIN = "inner-thigh-pain"
    KNEE_PAIN = "knee-pain"
    OUTER_KNEE_PAIN = "outer-knee-pain"
    LOW_BACK_PAIN = "low-back-pain"
    STIFF_SORE_HIP = "stiff-sore-hip"
    LOOSE_JOINTS = "loose-joints"
    PREGNANCY = "pregnancy"
    PELVIC_GIRDLE_PAIN = "pelvic-girdle-pain"
    PELVIC_FLOOR_SYMPTOMS = "pelvic-floor-symptoms"
    LOWER_LEG_PAIN = "lower-leg-pain"
    KNEELING_HURTS = "kneeling-hurts"
    WRIST_OR_SHOULDER_PAIN = "wrist-or-shoulder-pain"
    UNSTEADY_BALANCE = "unsteady-balance"
    THIN_BONES = "thin-bones"
    HIGH_BLOOD_PRESSURE = "high-blood-pressure"
    NO_ROLLING = "no-rolling"


CautionWord = Literal[
    "outer-hip-pain",
    "sit-bone-pain",
    "front-hip-pinch",
    "groin-pain",
    "inner-thigh-pain",
    "knee-pain",
    "outer-knee-pain",
    "low-back-pain",
    "stiff-sore-hip",
    "loose-joints",
    "pregnancy",
    "pelvic-girdle-pain",
    "pelvic-floor-symptoms",
    "lower-leg-pain",
    "kneeling-hurts",
    "wrist-or-shoulder-pain",
    "unsteady-balance",
    "thin-bones",
    "high-blood-pressure",
    "no-rolling",
]
