"""Words about figures: what a drawn body starts from, bears on and holds.

Loaded when a figure is first touched: no routine needs them.
"""

from __future__ import annotations

from ._words import Word


class Posture(Word):
    """The base posture of a figure, whose joint angles a pose changes."""

    STANDING = "standing"
    SITTING = "sitting"
    HALF_KNEELING = "half-kneeling"
    TALL_KNEELING = "tall-kneeling"
    HANDS_AND_KNEES = "hands-and-knees"
    PRONE = "prone"
    SUPINE = "supine"
    SIDE_LYING = "side-lying"


class BodyPart(Word):
    """A rigid part of the drawn body, with axes of its own: forward, up and to the right."""

    PELVIS = "pelvis"
    CHEST = "chest"
    NECK = "neck"
    HEAD = "head"
    RIGHT_THIGH = "right-thigh"
    LEFT_THIGH = "left-thigh"
    RIGHT_SHANK = "right-shank"
    LEFT_SHANK = "left-shank"
    RIGHT_FOOT = "right-foot"
    LEFT_FOOT = "left-foot"
    RIGHT_UPPER_ARM = "right-upper-arm"
    LEFT_UPPER_ARM = "left-upper-arm"
    RIGHT_FOREARM = "right-forearm"
    LEFT_FOREARM = "left-forearm"
    RIGHT_HAND = "right-hand"
    LEFT_HAND = "left-hand"


class Surface(Word):
    """A part of the body's surface that can bear on the floor or on a thing."""

    WHOLE_BODY = "whole-body"
    PELVIS = "pelvis"
    TRUNK = "trunk"
    UPPER_BACK = "upper-back"
    HEAD = "head"
    RIGHT_THIGH = "right-thigh"
    LEFT_THIGH = "left-thigh"
    RIGHT_KNEE = "right-knee"
    LEFT_KNEE = "left-knee"
    RIGHT_SHANK = "right-shank"
    LEFT_SHANK = "left-shank"
    RIGHT_ANKLE = "right-ankle"
    LEFT_ANKLE = "left-ankle"
    RIGHT_FOOT = "right-foot"
    LEFT_FOOT = "left-foot"
    RIGHT_TOES = "right-toes"
    LEFT_TOES = "left-toes"
    RIGHT_SHOULDER = "right-shoulder"
    LEFT_SHOULDER = "left-shoulder"
    RIGHT_ELBOW = "right-elbow"
    LEFT_ELBOW = "left-elbow"
    RIGHT_FOREARM = "right-forearm"
    LEFT_FOREARM = "left-forearm"
    RIGHT_HAND = "right-hand"
    LEFT_HAND = "left-hand"


class Limb(Word):
    """The end of a limb that reaches for a place."""

    RIGHT_HAND = "right-hand"
    LEFT_HAND = "left-hand"
    RIGHT_FOOT = "right-foot"
    LEFT_FOOT = "left-foot"


class Reference(Word):
    """What the place that a limb reaches for is measured from.

    `start` is where the limb was in the first frame, `world` the point on the floor where the axes
    meet, `below` the point on the floor below the shoulder or hip; the others are body parts.
    """

    START = "start"
    WORLD = "world"
    BELOW = "below"
    PELVIS = "pelvis"
    CHEST = "chest"
    NECK = "neck"
    HEAD = "head"
    RIGHT_THIGH = "right-thigh"
    LEFT_THIGH = "left-thigh"
    RIGHT_SHANK = "right-shank"
    LEFT_SHANK = "left-shank"
    RIGHT_FOOT = "right-foot"
    LEFT_FOOT = "left-foot"
    RIGHT_UPPER_ARM = "right-upper-arm"
    LEFT_UPPER_ARM = "left-upper-arm"
    RIGHT_FOREARM = "right-forearm"
    LEFT_FOREARM = "left-forearm"
    RIGHT_HAND = "right-hand"
    LEFT_HAND = "left-hand"


class PropKind(Word):
    """A thing that a figure shows."""

    MAT = "mat"
    WALL = "wall"
    STEP = "step"
    BENCH = "bench"
    CHAIR = "chair"
    SUPPORT = "support"
    MINI_BAND = "mini-band"
    LONG_BAND = "long-band"
    CABLE = "cable"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    ANKLE_WEIGHT = "ankle-weight"
    BALL = "ball"
    FOAM_ROLLER = "foam-roller"
    SLIDER = "slider"
    CUSHION = "cushion"
    PARTNER = "partner"


class Axis(Word):
    """A direction of the drawn world."""

    FORWARD = "forward"
    UP = "up"
    RIGHT = "right"


class BodySide(Word):
    """A side of the drawn body."""

    RIGHT = "right"
    LEFT = "left"
