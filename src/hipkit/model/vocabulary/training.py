"""Words about training: goals, levels, groups, kinds, doses, efforts, evidence."""

from __future__ import annotations

from typing import Literal

from ._words import OrderedWord, Word


class Goal(Word):
    """What a routine is for."""

    STRENGTH = "strength"
    ACTIVATION = "activation"
    MOBILITY = "mobility"
    RECOVERY = "recovery"


GoalWord = Literal["strength", "activation", "mobility", "recovery"]


class Level(OrderedWord):
    """How trained a person is, and the lowest level at which an exercise may be done."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


LevelWord = Literal["beginner", "intermediate", "advanced"]


class Group(Word):
    """The coverage group of an exercise: exactly one each."""

    PELVIC_CONTROL = "pelvic-control"
    ABDUCTION = "abduction"
    EXTENSION = "extension"
    HINGE = "hinge"
    SINGLE_LEG_BEND = "single-leg-bend"
    FLEXION = "flexion"
    ADDUCTION = "adduction"
    EXTERNAL_ROTATION = "external-rotation"
    TRUNK_WITH_HIP = "trunk-with-hip"
    INTERNAL_ROTATION = "internal-rotation"
    IMPACT = "impact"
    RAISE = "raise"
    LOOSEN = "loosen"
    SWITCH_ON = "switch-on"
    STRETCH = "stretch"
    RELEASE = "release"
    SETTLE = "settle"


GroupWord = Literal[
    "pelvic-control",
    "abduction",
    "extension",
    "hinge",
    "single-leg-bend",
    "flexion",
    "adduction",
    "external-rotation",
    "trunk-with-hip",
    "internal-rotation",
    "impact",
    "raise",
    "loosen",
    "switch-on",
    "stretch",
    "release",
    "settle",
]


class Kind(Word):
    """What sort of exercise it is."""

    RAISE = "raise"
    DYNAMIC_MOBILITY = "dynamic-mobility"
    STRENGTH = "strength"
    ISOMETRIC = "isometric"
    CONTROL = "control"
    LANDING = "landing"
    PLYOMETRIC = "plyometric"
    STATIC_STRETCH = "static-stretch"
    SELF_RELEASE = "self-release"
    SETTLE = "settle"


_KIND_OF_GROUP: dict[Group, Kind] = {
    Group.PELVIC_CONTROL: Kind.CONTROL,
    Group.IMPACT: Kind.PLYOMETRIC,
    Group.RAISE: Kind.RAISE,
    Group.LOOSEN: Kind.DYNAMIC_MOBILITY,
    Group.SWITCH_ON: Kind.CONTROL,
    Group.STRETCH: Kind.STATIC_STRETCH,
    Group.RELEASE: Kind.SELF_RELEASE,
    Group.SETTLE: Kind.SETTLE,
}


def usual_kind(group: Group) -> Kind:
    """Return the kind that an exercise of *group* has unless its record says otherwise."""
    return _KIND_OF_GROUP.get(group, Kind.STRENGTH)


class Phase(Word):
    """A part of a routine, in the order it is done."""

    WARM_UP = "warm-up"
    MAIN = "main"
    COOL_DOWN = "cool-down"


class CountOf(Word):
    """What a dose counts."""

    REPETITIONS = "repetitions"
    STEPS = "steps"
    LANDINGS = "landings"
    BREATHS = "breaths"
    PASSES = "passes"
    SECONDS = "seconds"


class EffortScale(Word):
    """The scale on which effort is said."""

    RESERVE = "reserve"
    PULL = "pull"
    PRESSURE = "pressure"
    FORM = "form"


class EffortWord(Word):
    """How hard it should be; on the reserve scale each word stands for repetitions in reserve."""

    EASY = "easy"
    LIGHT = "light"
    SOMEWHAT_HARD = "somewhat-hard"
    HARD = "hard"
    VERY_HARD = "very-hard"
    MILD_PULL = "mild-pull"
    FIRM_PRESSURE = "firm-pressure"
    CLEAN_FORM = "clean-form"


class Change(Word):
    """What makes a neighbouring exercise easier or harder."""

    LEVER = "lever"
    LOAD = "load"
    RANGE = "range"
    STABILITY = "stability"
    SPEED = "speed"
    CONTRACTION = "contraction"
    POSITION = "position"
    EQUIPMENT = "equipment"


class Status(Word):
    """Whether a record is in use."""

    ACTIVE = "active"
    RETIRED = "retired"


class IdFate(Word):
    """What became of an exercise id."""

    CURRENT = "current"
    RENAMED = "renamed"
    RETIRED = "retired"
    REMOVED = "removed"


class FitMatch(Word):
    """How well a Garmin FIT exercise name matches."""

    EXACT = "exact"
    CLOSE = "close"
    PARENT = "parent"


class Basis(Word):
    """What a statement about a muscle rests on."""

    EMG = "emg"
    ANATOMY = "anatomy"
    EXPERT_OPINION = "expert-opinion"
    CONVENTION = "convention"
    AUTHOR = "author"


class Grade(Word):
    """How strong a source is: A trials, reviews, position stands; B weaker studies or consensus; C."""

    A = "A"
    B = "B"
    C = "C"


class Read(Word):
    """How much of a source was read; secondary: only somebody's summary of it."""

    TEXT = "text"
    TABLE = "table"
    ABSTRACT = "abstract"
    SECONDARY = "secondary"


class Tier(Word):
    """Where a measured number was read: A in the paper or its abstract, B in a systematic review."""

    A = "A"
    B = "B"


class Statistic(Word):
    """What a measured number is of the signal; not stated where the text read does not say."""

    MEAN = "mean"
    PEAK = "peak"
    NOT_STATED = "not-stated"


class EvidenceGap(Word):
    """What is not known about an exercise."""

    NO_TRIAL = "no-trial"
    NOT_MEASURED = "not-measured"
    ONE_STUDY = "one-study"
    SELECTED_ONLY = "selected-only"
    CONVENTION = "convention"
    READ_SECONDARY = "read-secondary"
    INCOMPLETE = "incomplete"
    NOT_REVIEWED = "not-reviewed"


class ProtocolSides(Word):
    """What a protocol's table says about sides."""

    EACH_SIDE = "each-side"
    EACH_WAY = "each-way"
    BOTH_TOGETHER = "both-together"
    NOT_STATED = "not-stated"


class IntervalKind(Word):
    """What happens in one interval of a routine's timeline."""

    SET_UP = "set-up"
    WORK = "work"
    SIDE_SWITCH = "side-switch"
    REST = "rest"
