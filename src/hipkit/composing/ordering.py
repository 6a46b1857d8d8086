"""In which order the chosen exercises are done.

Rule: order never changes what was chosen. Each goal has its stages (from the product's practice rules:
hard and fresh before easy, one way down to the floor); of all orders that keep them, `chaining`
finds the one that asks least of a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ..model import (
    Caution,
    Exercise,
    Goal,
    Group,
    Kind,
    Phase,
    Position,
    PositionFamily,
    Request,
    family_of,
)
from .chaining import Placed, least_change, low

_STRENGTH_STAGES: tuple[tuple[Group, ...], ...] = (
    (Group.IMPACT,),
    (Group.HINGE, Group.SINGLE_LEG_BEND, Group.PELVIC_CONTROL),
)
_STAGE_AT_HEIGHT = (2, 3, 4, 4, 5, 5)
"""The stages of other work, by how low one is: on the feet, a chair, the knees, the floor."""

_TRUNK = 6
_SPARED_KNEES = 7
_WARM_UP_RANK = {Group.RAISE: 0, Group.LOOSEN: 1, Group.SWITCH_ON: 2}
_LAST_STAGE = 99
_KNEES = (Caution.KNEE_PAIN, Caution.OUTER_KNEE_PAIN)

_Stage: TypeAlias = tuple[int, int, bool]
"""The place of the phase, the stage in it, and whether one rebounds: landing comes before it."""


def _upright(exercise: Exercise) -> bool:
    return family_of(exercise.positions[0]) is PositionFamily.UPRIGHT


def _strength_stage(exercise: Exercise, request: Request) -> int:
    upright = _upright(exercise)
    knees_spared = any(each in request.cautions for each in _KNEES)
    on_the_feet = any(family_of(each) is PositionFamily.UPRIGHT for each in exercise.positions)
    if knees_spared and on_the_feet and exercise.group in (Group.HINGE, Group.SINGLE_LEG_BEND):
        return _SPARED_KNEES  # work off the feet comes before bending work (rule r25)
    for stage, groups in enumerate(_STRENGTH_STAGES):
        if exercise.group in groups and upright:
            return stage
    begins = exercise.positions[0]
    off_the_feet = not upright and begins is not Position.HANDS_AND_KNEES
    if exercise.group is Group.TRUNK_WITH_HIP and off_the_feet:
        return _TRUNK  # holds come last
    return _STAGE_AT_HEIGHT[low(begins)]


def _floor_first_stage(exercise: Exercise, _: Request) -> int:
    if exercise.group is Group.SWITCH_ON:
        return _LAST_STAGE
    return int(_upright(exercise))


def _upright_first_stage(exercise: Exercise, _: Request) -> int:
    return int(not _upright(exercise))


_MAIN_STAGE: dict[Goal, Callable[[Exercise, Request], int]] = {
    Goal.STRENGTH: _strength_stage,
    Goal.ACTIVATION: _floor_first_stage,
    Goal.MOBILITY: _upright_first_stage,
    Goal.RECOVERY: _upright_first_stage,
}


def _stage(exercise: Exercise, phase: Phase, request: Request) -> _Stage:
    rebounds = exercise.kind is Kind.PLYOMETRIC
    if phase is Phase.WARM_UP:
        return (0, _WARM_UP_RANK.get(exercise.group, 3), rebounds)
    if phase is Phase.MAIN:
        return (1, _MAIN_STAGE[request.goal](exercise, request), rebounds)
    return (2, _LAST_STAGE if exercise.group is Group.SETTLE else 0, rebounds)


def order(
    items: Iterable[Placed], phase_of: Mapping[Group, Phase], request: Request
) -> tuple[Placed, ...]:
    """Return *items* in the order to do them; ties go by id, so the order is unique."""
    stages: dict[_Stage, list[Placed]] = {}
    for item in items:
        stage = _stage(item.exercise, phase_of[item.exercise.group], request)
        stages.setdefault(stage, []).append(item)
    tired = request.goal is Goal.RECOVERY  # then nobody should end standing on one leg
    return least_change((stages[stage] for stage in sorted(stages)), on_both_feet=tired)
