"""Words about the body: muscles, movements, positions, sides.

The lists follow the terms of anatomy and physiotherapy; each is closed. Labels for people are not
here: they are language (`data/words`).
"""

from __future__ import annotations

from typing import Literal

from ._words import Word


class Muscle(Word):
    """Muscles and muscle groups at the level at which exercise is prescribed."""

    GLUTEUS_MAXIMUS = "gluteus-maximus"
    GLUTEUS_MEDIUS = "gluteus-medius"
    GLUTEUS_MINIMUS = "gluteus-minimus"
    TENSOR_FASCIAE_LATAE = "tensor-fasciae-latae"
    DEEP_EXTERNAL_ROTATORS = "deep-external-rotators"
    ILIOPSOAS = "iliopsoas"
    RECTUS_FEMORIS = "rectus-femoris"
    ADDUCTORS = "adductors"
    ADDUCTOR_MAGNUS = "adductor-magnus"
    HAMSTRINGS = "hamstrings"
    QUADRICEPS = "quadriceps"
    CALVES = "calves"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    QUADRATUS_LUMBORUM = "quadratus-lumborum"
    ERECTOR_SPINAE = "erector-spinae"


MuscleWord = Literal[
    "gluteus-maximus",
    "gluteus-medius",
    "gluteus-minimus",
    "tensor-fasciae-latae",
    "deep-external-rotators",
    "iliopsoas",
    "rectus-femoris",
    "adductors",
    "adductor-magnus",
    "hamstrings",
    "quadriceps",
    "calves",
    "abdominals",
    "obliques",
    "quadratus-lumborum",
    "erector-spinae",
]


class Region(Word):
    """Everyday names for several muscles at once; `muscles_of` says which."""

    GLUTES = "glutes"
    OUTER_HIP = "outer-hip"
    HIP_FLEXORS = "hip-flexors"
    INNER_THIGH = "inner-thigh"
    GROIN = "groin"
    BACK_OF_THIGH = "back-of-thigh"
    CORE = "core"


RegionWord = Literal[
    "glutes",
    "outer-hip",
    "hip-flexors",
    "inner-thigh",
    "groin",
    "back-of-thigh",
    "core",
]

_GLUTES = (Muscle.GLUTEUS_MAXIMUS, Muscle.GLUTEUS_MEDIUS, Muscle.GLUTEUS_MINIMUS)
_INNER_THIGH = (Muscle.ADDUCTORS, Muscle.ADDUCTOR_MAGNUS)
_MUSCLES_OF_REGION: dict[Region, tuple[Muscle, ...]] = {
    Region.GLUTES: _GLUTES,
    Region.OUTER_HIP: (
        Muscle.GLUTEUS_MEDIUS,
        Muscle.GLUTEUS_MINIMUS,
        Muscle.TENSOR_FASCIAE_LATAE,
    ),
    Region.HIP_FLEXORS: (Muscle.ILIOPSOAS, Muscle.RECTUS_FEMORIS),
    Region.INNER_THIGH: _INNER_THIGH,
    Region.GROIN: _INNER_THIGH,
    Region.BACK_OF_THIGH: (Muscle.HAMSTRINGS,),
    Region.CORE: (
        Muscle.ABDOMINALS,
        Muscle.OBLIQUES,
        Muscle.QUADRATUS_LUMBORUM,
        Muscle.ERECTOR_SPINAE,
    ),
}


def muscles_of(region: Region) -> tuple[Muscle, ...]:
    """Return the muscles that an everyday *region* name stands for."""
    return _MUSCLES_OF_REGION[region]


class MeasuredMuscle(Word):
    """Muscles, parts and sites as studies measured them; `muscle_of` tells what each counts as."""

    GLUTEUS_MAXIMUS = "gluteus-maximus"
    GLUTEUS_MAXIMUS_SUPERIOR = "gluteus-maximus-superior"
    GLUTEUS_MAXIMUS_INFERIOR = "gluteus-maximus-inferior"
    GLUTEUS_MEDIUS = "gluteus-medius"
    GLUTEUS_MEDIUS_ANTERIOR = "gluteus-medius-anterior"
    GLUTEUS_MEDIUS_MIDDLE = "gluteus-medius-middle"
    GLUTEUS_MEDIUS_POSTERIOR = "gluteus-medius-posterior"
    GLUTEUS_MINIMUS_ANTERIOR = "gluteus-minimus-anterior"
    GLUTEUS_MINIMUS_POSTERIOR = "gluteus-minimus-posterior"
    TENSOR_FASCIAE_LATAE = "tensor-fasciae-latae"
    PIRIFORMIS = "piriformis"
    PECTINEUS = "pectineus"
    ADDUCTOR_LONGUS = "adductor-longus"
    BICEPS_FEMORIS = "biceps-femoris"
    MEDIAL_HAMSTRINGS = "medial-hamstrings"
    VASTUS_LATERALIS = "vastus-lateralis"
    INTERNAL_OBLIQUE = "internal-oblique"
    QUADRATUS_LUMBORUM = "quadratus-lumborum"
    ERECTOR_SPINAE = "erector-spinae"
    ANTERIOR_HIP_FLEXORS_SURFACE = "anterior-hip-flexors-surface"
    GLUTEALS_UNSPECIFIED = "gluteals-unspecified"


_MUSCLE_OF_MEASURED: dict[MeasuredMuscle, Muscle | None] = {
    MeasuredMuscle.GLUTEUS_MAXIMUS: Muscle.GLUTEUS_MAXIMUS,
    MeasuredMuscle.GLUTEUS_MAXIMUS_SUPERIOR: Muscle.GLUTEUS_MAXIMUS,
    MeasuredMuscle.GLUTEUS_MAXIMUS_INFERIOR: Muscle.GLUTEUS_MAXIMUS,
    MeasuredMuscle.GLUTEUS_MEDIUS: Muscle.GLUTEUS_MEDIUS,
    MeasuredMuscle.GLUTEUS_MEDIUS_ANTERIOR: Muscle.GLUTEUS_MEDIUS,
    MeasuredMuscle.GLUTEUS_MEDIUS_MIDDLE: Muscle.GLUTEUS_MEDIUS,
    MeasuredMuscle.GLUTEUS_MEDIUS_POSTERIOR: Muscle.GLUTEUS_MEDIUS,
    MeasuredMuscle.GLUTEUS_MINIMUS_ANTERIOR: Muscle.GLUTEUS_MINIMUS,
    MeasuredMuscle.GLUTEUS_MINIMUS_POSTERIOR: Muscle.GLUTEUS_MINIMUS,
    MeasuredMuscle.TENSOR_FASCIAE_LATAE: Muscle.TENSOR_FASCIAE_LATAE,
    MeasuredMuscle.PIRIFORMIS: Muscle.DEEP_EXTERNAL_ROTATORS,
    MeasuredMuscle.PECTINEUS: Muscle.ADDUCTORS,
    MeasuredMuscle.ADDUCTOR_LONGUS: Muscle.ADDUCTORS,
    MeasuredMuscle.BICEPS_FEMORIS: Muscle.HAMSTRINGS,
    MeasuredMuscle.MEDIAL_HAMSTRINGS: Muscle.HAMSTRINGS,
    MeasuredMuscle.VASTUS_LATERALIS: Muscle.QUADRICEPS,
    MeasuredMuscle.INTERNAL_OBLIQUE: Muscle.OBLIQUES,
    MeasuredMuscle.QUADRATUS_LUMBORUM: Muscle.QUADRATUS_LUMBORUM,
    MeasuredMuscle.ERECTOR_SPINAE: Muscle.ERECTOR_SPINAE,
    MeasuredMuscle.ANTERIOR_HIP_FLEXORS_SURFACE: None,  # a site on the skin, not one muscle
    MeasuredMuscle.GLUTEALS_UNSPECIFIED: None,
}


def muscle_of(measured: MeasuredMuscle) -> Muscle | None:
    """Return the muscle that a *measured* part or site counts as, or None where it is no one muscle."""
    return _MUSCLE_OF_MEASURED[measured]


class MuscleRole(Word):
    """What a muscle does in an exercise."""

    PRIME_MOVER = "prime-mover"
    SYNERGIST = "synergist"
    STABILISER = "stabiliser"
    LENGTHENED = "lengthened"
    PRESSED = "pressed"


class Movement(Word):
    """What the working hip is made to resist, or to lengthen in a stretch."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    ABDUCTION = "abduction"
    ADDUCTION = "adduction"
    EXTERNAL_ROTATION = "external-rotation"
    INTERNAL_ROTATION = "internal-rotation"
    LEVEL_PELVIS = "level-pelvis"


class Plane(Word):
    """The plane in which the hip moves, or is held."""

    SAGITTAL = "sagittal"
    FRONTAL = "frontal"
    TRANSVERSE = "transverse"
    MULTI = "multi"


class Chain(Word):
    """Whether the working foot is free (open), fixed (closed) or both in turn (mixed)."""

    OPEN = "open"
    CLOSED = "closed"
    MIXED = "mixed"


class Joints(Word):
    """Whether one joint moves or several."""

    SINGLE = "single"
    MULTI = "multi"


class Position(Word):
    """A body position that an exercise visits."""

    STANDING = "standing"
    SPLIT_STANCE = "split-stance"
    WALKING = "walking"
    HALF_KNEELING = "half-kneeling"
    TALL_KNEELING = "tall-kneeling"
    HANDS_AND_KNEES = "hands-and-knees"
    PRONE = "prone"
    SUPINE_KNEES_BENT = "supine-knees-bent"
    SUPINE_STRAIGHT = "supine-straight"
    SIDE_LYING = "side-lying"
    SIDE_PLANK = "side-plank"
    PLANK = "plank"
    SITTING_FLOOR = "sitting-floor"
    SITTING_CHAIR = "sitting-chair"
    BENCH_SUPPORTED = "bench-supported"


PositionWord = Literal[
    "standing",
    "split-stance",
    "walking",
    "half-kneeling",
    "tall-kneeling",
    "hands-and-knees",
    "prone",
    "supine-knees-bent",
    "supine-straight",
    "side-lying",
    "side-plank",
    "plank",
    "sitting-floor",
    "sitting-chair",
    "bench-supported",
]


class PositionFamily(Word):
    """Positions between which a change does not count as getting up or down."""

    UPRIGHT = "upright"
    KNEELING = "kneeling"
    HANDS_AND_KNEES_OR_PLANK = "hands-and-knees-or-plank"
    LYING = "lying"
    SITTING = "sitting"


_FAMILY_OF_POSITION: dict[Position, PositionFamily] = {
    Position.STANDING: PositionFamily.UPRIGHT,
    Position.SPLIT_STANCE: PositionFamily.UPRIGHT,
    Position.WALKING: PositionFamily.UPRIGHT,
    Position.HALF_KNEELING: PositionFamily.KNEELING,
    Position.TALL_KNEELING: PositionFamily.KNEELING,
    Position.HANDS_AND_KNEES: PositionFamily.HANDS_AND_KNEES_OR_PLANK,
    Position.PRONE: PositionFamily.LYING,
    Position.SUPINE_KNEES_BENT: PositionFamily.LYING,
    Position.SUPINE_STRAIGHT: PositionFamily.LYING,
    Position.SIDE_LYING: PositionFamily.LYING,
    Position.SIDE_PLANK: PositionFamily.HANDS_AND_KNEES_OR_PLANK,
    Position.PLANK: PositionFamily.HANDS_AND_KNEES_OR_PLANK,
    Position.SITTING_FLOOR: PositionFamily.SITTING,
    Position.SITTING_CHAIR: PositionFamily.SITTING,
    Position.BENCH_SUPPORTED: PositionFamily.SITTING,
}


def family_of(position: Position) -> PositionFamily:
    """Return the position family that *position* belongs to."""
    return _FAMILY_OF_POSITION[position]


class Support(Word):
    """What carries the body in the most demanding moment."""

    TWO_FEET = "two-feet"
    ONE_FOOT_SUPPORTED = "one-foot-supported"
    ONE_FOOT_FREE = "one-foot-free"
    NOT_ON_FEET = "not-on-feet"


class Contact(Word):
    """A body part that is pressed on under load."""

    KNEECAP = "kneecap"
    PALMS = "palms"
    FOREARM_SHOULDER = "forearm-shoulder"
    OUTER_HIP = "outer-hip"
    SIT_BONE = "sit-bone"
    FRONT_OF_HIP = "front-of-hip"
    BENCH_INNER_KNEE = "bench-inner-knee"
    BENCH_INNER_ANKLE = "bench-inner-ankle"


class RolledArea(Word):
    """A muscle area that may be rolled; nothing else may be."""

    GLUTES = "glutes"
    FRONT_THIGH = "front-thigh"
    BACK_THIGH = "back-thigh"
    OUTER_THIGH = "outer-thigh"
    INNER_THIGH = "inner-thigh"
    CALF = "calf"


class Laterality(Word):
    """How the two sides of the body share the work; counts are always per side or per way."""

    BOTH_TOGETHER = "both-together"
    ONE_SIDED = "one-sided"
    ALTERNATING = "alternating"
    EACH_WAY = "each-way"


class WorkedSide(Word):
    """Which leg is meant to work, seen from the position."""

    MOVING = "moving"
    STANCE = "stance"
    TOP = "top"
    BOTTOM = "bottom"
    FRONT = "front"
    REAR = "rear"
    BOTH = "both"


class Side(Word):
    """The side that an interval of the timeline works; first is the weaker or first-named side."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
