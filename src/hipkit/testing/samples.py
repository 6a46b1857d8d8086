"""A small catalogue made by hand, in plain view: for examples, and for tests that need one.

Eight exercises that compose at every goal and level without equipment, some with notes for cautions.
The doses are ordinary, but they are samples: take a person's routine from the packaged catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import evolve

from ..catalogue import Catalogue
from ..model import (
    AdductorLength,
    AdductorLoad,
    Balance,
    Basis,
    Caution,
    CautionNote,
    Change,
    Contact,
    CountOf,
    Criterion,
    DoseBand,
    Effort,
    EffortScale,
    EffortWord,
    EndRange,
    EndRangeDirection,
    Exercise,
    Exposures,
    Goal,
    Group,
    HamstringLength,
    HipBend,
    Impact,
    Instructions,
    InwardTurn,
    KneeBend,
    Laterality,
    Level,
    Midline,
    Mistake,
    Movement,
    Muscle,
    MuscleRole,
    MuscleUse,
    OneLegLoad,
    OutsideLoad,
    Position,
    Rung,
    Span,
    Spine,
    Strain,
    Support,
    WorkedSide,
)

_EASY = Effort(EffortScale.RESERVE, EffortWord.EASY)
_SOMEWHAT_HARD = Effort(EffortScale.RESERVE, EffortWord.SOMEWHAT_HARD)
_MILD = Effort(EffortScale.PULL, EffortWord.MILD_PULL)
_CLEAN = Effort(EffortScale.FORM, EffortWord.CLEAN_FORM)
_NOTHING = Exposures(
    hip_bend_loaded=HipBend.NONE,
    hip_bend_passive=HipBend.NONE,
    knee_bend_loaded=KneeBend.NONE,
    crosses_midline=Midline.NO,
    turn_in_when_bent=InwardTurn.NO,
    end_range=EndRange.NONE,
    end_range_directions=(),
    hamstring_long=HamstringLength.NO,
    adductor_load=AdductorLoad.NONE,
    adductor_long=AdductorLength.NO,
    one_leg_load=OneLegLoad.NONE,
    pelvis_drops=False,
    impact=Impact.NONE,
    jerk=False,
    spine=Spine.NEUTRAL,
    balance=Balance.STEADY,
    strain=Strain.LOW,
    forefoot_stance=False,
    outside_load=OutsideLoad.NONE,
    lever_at_knee=False,
    rolled_areas=(),
)
"""Every property stated, each at its least."""
_NO_NOTES: Mapping[Caution, str] = MappingProxyType({})


@cache
def sample_exercise() -> Exercise:
    """Return an exercise that says only what it must: id, name, group, positions, one dose."""
    dose = DoseBand(Goal.STRENGTH, Level.BEGINNER, Span(1, 3), Span(8, 12))
    return Exercise("acme.side-tap", "Side tap", Group.ABDUCTION, (Position.STANDING,), (dose,))


@cache
def sample_catalogue() -> Catalogue:
    """Return eight plain exercises that compose at every goal and level; always the same object."""
    return Catalogue(
        (
            _easy_march(),
            _leg_swing(),
            _side_leg_raise(),
            _floor_bridge(),
            _supported_split_squat(),
            _split_squat(),
            _kneeling_stretch(),
            _slow_breathing(),
        )
    )


def _work(level: Level) -> tuple[DoseBand, DoseBand]:
    """Return the bands of a strength exercise: work from *level* up, and little before a run."""
    return (
        DoseBand(Goal.STRENGTH, level, Span(1, 3), Span(8, 12), effort=_SOMEWHAT_HARD),
        DoseBand(Goal.ACTIVATION, level, Span(1, 1), Span(8, 8), effort=_EASY),
    )


def _prime(muscle: Muscle, emphasis: int = 3) -> tuple[MuscleUse, ...]:
    return (MuscleUse(muscle, MuscleRole.PRIME_MOVER, emphasis, Basis.ANATOMY),)


def _told(
    summary: str, *steps: str, wrong: str, right: str, notes: Mapping[Caution, str] = _NO_NOTES
) -> Instructions:
    return Instructions(
        summary=summary,
        steps=steps,
        mistakes=(Mistake(wrong, right),),
        caution_notes=tuple(CautionNote(caution, note) for caution, note in notes.items()),
    )


def _easy_march() -> Exercise:
    return Exercise(
        "easy-march",
        "Easy march",
        Group.RAISE,
        (Position.STANDING,),
        tuple(
            DoseBand(goal, Level.BEGINNER, Span(1, 2), Span(60, 60), CountOf.SECONDS, effort=_CLEAN)
            for goal in Goal
        ),
        support=Support.TWO_FEET,
        contacts=(),
        exposures=_NOTHING,
        instructions=_told(
            "March on the spot to get warm.",
            "Stand tall.",
            "Lift one knee, then the other, at an easy pace.",
            wrong="You lean back.",
            right="Keep your ribs over your hips.",
            notes={
                Caution.KNEE_PAIN: "Lift the knee less high.",
                Caution.LOW_BACK_PAIN: "Stay tall, with small steps.",
                Caution.UNSTEADY_BALANCE: "Keep one hand on a wall.",
            },
        ),
    )


def _leg_swing() -> Exercise:
    return Exercise(
        "leg-swing",
        "Leg swing",
        Group.LOOSEN,
        (Position.STANDING,),
        tuple(
            DoseBand(goal, Level.BEGINNER, Span(1, 2), Span(8, 10), CountOf.STEPS, effort=_CLEAN)
            for goal in (Goal.STRENGTH, Goal.ACTIVATION, Goal.MOBILITY)
        ),
        movements=(Movement.FLEXION, Movement.EXTENSION),
        support=Support.ONE_FOOT_SUPPORTED,
        contacts=(),
        laterality=Laterality.ONE_SIDED,
        worked_side=WorkedSide.MOVING,
        exposures=evolve(
            _NOTHING,
            hip_bend_passive=HipBend.UNDER_60,
            one_leg_load=OneLegLoad.SUPPORTED,
            jerk=True,
        ),
        muscles=_prime(Muscle.ILIOPSOAS, 1),
        instructions=_told(
            "Swing one leg forward and back to loosen the hip.",
            "Hold a wall with one hand.",
            "Swing the outer leg gently, no higher than is easy.",
            wrong="The back arches with the swing.",
            right="Swing less far.",
        ),
    )


def _side_leg_raise() -> Exercise:
    return Exercise(
        "side-leg-raise",
        "Side leg raise",
        Group.ABDUCTION,
        (Position.SIDE_LYING,),
        _work(Level.BEGINNER),
        movements=(Movement.ABDUCTION,),
        support=Support.NOT_ON_FEET,
        contacts=(Contact.OUTER_HIP,),
        laterality=Laterality.ONE_SIDED,
        worked_side=WorkedSide.TOP,
        exposures=_NOTHING,
        muscles=_prime(Muscle.GLUTEUS_MEDIUS),
        instructions=_told(
            "Lift the top leg while lying on your side.",
            "Lie on one side with both legs straight.",
            "Lift the top leg a little behind you, then lower it slowly.",
            wrong="The hip rolls back.",
            right="Lift less high, toes pointing forward.",
        ),
    )


def _floor_bridge() -> Exercise:
    return Exercise(
        "floor-bridge",
        "Floor bridge",
        Group.EXTENSION,
        (Position.SUPINE_KNEES_BENT,),
        _work(Level.BEGINNER),
        movements=(Movement.EXTENSION,),
        support=Support.TWO_FEET,
        contacts=(),
        exposures=_NOTHING,
        muscles=_prime(Muscle.GLUTEUS_MAXIMUS),
        instructions=_told(
            "Lift the hips from the floor.",
            "Lie on your back, knees bent, feet flat.",
            "Press through the heels until the hips are straight, then lower slowly.",
            wrong="The low back arches at the top.",
            right="Stop when hips and knees are in line.",
            notes={Caution.LOW_BACK_PAIN: "Rise only as far as the back stays easy."},
        ),
    )


def _split_squat_of(level: Level, id: str, name: str) -> Exercise:
    supported = level is Level.BEGINNER
    return Exercise(
        id,
        name,
        Group.SINGLE_LEG_BEND,
        (Position.SPLIT_STANCE,),
        _work(level),
        family="split-squat",
        movements=(Movement.EXTENSION,),
        support=Support.TWO_FEET,
        contacts=(),
        laterality=Laterality.ONE_SIDED,
        worked_side=WorkedSide.FRONT,
        exposures=evolve(
            _NOTHING,
            hip_bend_loaded=HipBend.UNDER_60 if supported else HipBend.FROM_60_TO_90,
            knee_bend_loaded=KneeBend.UNDER_45 if supported else KneeBend.FROM_45_TO_90,
            balance=Balance.STEADY if supported else Balance.SOME,
        ),
        muscles=_prime(Muscle.QUADRICEPS, 2) + _prime(Muscle.GLUTEUS_MAXIMUS, 2),
        instructions=_told(
            "Bend both knees in a long stance and rise again.",
            "Stand with one foot well in front of the other.",
            "Sink straight down, then press through the front foot to rise.",
            wrong="The front knee falls inwards.",
            right="Keep the knee over the second toe.",
            notes={Caution.OUTER_HIP_PAIN: "Sink less far, and keep the hips level."},
        ),
    )


def _supported_split_squat() -> Exercise:
    easier = _split_squat_of(Level.BEGINNER, "supported-split-squat", "Supported split squat")
    climb = Rung("split-squat", (Change.STABILITY, Change.RANGE), Criterion(count=12))
    return evolve(easier, harder=(climb,))


def _split_squat() -> Exercise:
    harder = _split_squat_of(Level.INTERMEDIATE, "split-squat", "Split squat")
    return evolve(harder, easier=(Rung("supported-split-squat", (Change.STABILITY,)),))


def _kneeling_stretch() -> Exercise:
    return Exercise(
        "kneeling-stretch",
        "Kneeling hip flexor stretch",
        Group.STRETCH,
        (Position.HALF_KNEELING,),
        tuple(
            DoseBand(
                goal,
                Level.BEGINNER,
                Span(1, 2),
                Span(1, 1),
                lift=0,
                hold=Span(20, 30),
                lower=0,
                rest=10,
                effort=_MILD,
            )
            for goal in (Goal.STRENGTH, Goal.MOBILITY, Goal.RECOVERY)
        ),
        movements=(Movement.EXTENSION,),
        support=Support.NOT_ON_FEET,
        contacts=(Contact.KNEECAP,),
        laterality=Laterality.ONE_SIDED,
        worked_side=WorkedSide.REAR,
        exposures=evolve(
            _NOTHING,
            end_range=EndRange.PASSIVE,
            end_range_directions=(EndRangeDirection.EXTENSION,),
            strain=Strain.LONG_HOLD,
        ),
        muscles=(MuscleUse(Muscle.ILIOPSOAS, MuscleRole.LENGTHENED, 3, Basis.ANATOMY),),
        instructions=_told(
            "Lengthen the front of the hip.",
            "Kneel on one knee, the other foot in front.",
            "Tuck the tail under and move the hips forward until you feel a mild pull.",
            wrong="The low back arches.",
            right="Tuck first, then move less far.",
        ),
    )


def _slow_breathing() -> Exercise:
    return Exercise(
        "slow-breathing",
        "Slow breathing",
        Group.SETTLE,
        (Position.SUPINE_KNEES_BENT,),
        tuple(
            DoseBand(goal, Level.BEGINNER, Span(1, 1), Span(5, 6), CountOf.BREATHS, effort=_CLEAN)
            for goal in (Goal.STRENGTH, Goal.MOBILITY, Goal.RECOVERY)
        ),
        support=Support.TWO_FEET,
        contacts=(),
        exposures=_NOTHING,
        instructions=_told(
            "Let the breath slow down.",
            "Lie on your back, knees bent.",
            "Breathe in through the nose, and out for a little longer.",
            wrong="You force the breath.",
            right="Let it come and go.",
        ),
    )
