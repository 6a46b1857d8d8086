"""In which order the chosen exercises are done.

Rule: order never changes what was chosen. Each goal has its stages as a table (from the product's
practice rules: hard and fresh before easy, one way down to the floor); within a stage the next item is
the one that needs the least change of position, then the one whose prime mover rests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..model import (
    Caution,
    Exercise,
    Goal,
    Group,
    Kind,
    Muscle,
    MuscleRole,
    Phase,
    Position,
    PositionFamily,
    Request,
    family_of,
)
from .worth import Candidate, Offer

_STRENGTH_STAGES: tuple[tuple[Group, ...], ...] = (
    (Group.IMPACT,),
    (Group.HINGE, Group.SINGLE_LEG_BEND),
    (Group.PELVIC_CONTROL,),  # it tires the outer hip, which the bends need fresh (rule r7)
)
_LOWNESS: dict[PositionFamily, int] = {
    PositionFamily.UPRIGHT: 0,
    PositionFamily.KNEELING: 2,
    PositionFamily.HANDS_AND_KNEES_OR_PLANK: 3,
    PositionFamily.SITTING: 4,
    PositionFamily.LYING: 5,
}
_ON_A_CHAIR = 1
"""How low one is: a way down that passes through these in turn never has to come up again."""

_WARM_UP_RANK = {Group.RAISE: 0, Group.LOOSEN: 1, Group.SWITCH_ON: 2}
_LAST_STAGE = 99
_LOOSEN = (0, _WARM_UP_RANK[Group.LOOSEN])
_STILL = (Kind.STATIC_STRETCH, Kind.SELF_RELEASE)
_KNEES = (Caution.KNEE_PAIN, Caution.OUTER_KNEE_PAIN)


def _low(position: Position) -> int:
    return _ON_A_CHAIR if position is Position.SITTING_CHAIR else _LOWNESS[family_of(position)]


def _upright(exercise: Exercise) -> bool:
    return family_of(exercise.positions[0]) is PositionFamily.UPRIGHT


def _prime_movers(exercise: Exercise) -> set[Muscle]:
    return {use.muscle for use in exercise.muscles if use.role is MuscleRole.PRIME_MOVER}


def _strength_stage(exercise: Exercise, request: Request) -> int:
    upright = _upright(exercise)
    knees_spared = any(each in request.cautions for each in _KNEES)
    on_the_feet = any(family_of(each) is PositionFamily.UPRIGHT for each in exercise.positions)
    if knees_spared and on_the_feet and exercise.group in (Group.HINGE, Group.SINGLE_LEG_BEND):
        return 10  # work off the feet comes before bending work (rule r25)
    for stage, groups in enumerate(_STRENGTH_STAGES):
        if exercise.group in groups and upright:
            return stage
    if exercise.group is Group.TRUNK_WITH_HIP and not upright:
        return 9
    return 3 + _low(exercise.positions[0])


def _floor_first_stage(exercise: Exercise, _: Request) -> int:
    if exercise.group is Group.SWITCH_ON:
        return _LAST_STAGE
    stage = 10 - _low(exercise.positions[0])
    if _upright(exercise) and exercise.group is not Group.SINGLE_LEG_BEND:
        return stage + 1  # bending on one leg comes before the outer hip is tired (rule r7)
    return stage


def _upright_first_stage(exercise: Exercise, _: Request) -> int:
    still = 2 if exercise.kind in _STILL else int(exercise.kind is Kind.CONTROL)
    return 3 * _low(exercise.positions[0]) + still  # in each position: loosen, control, hold still


_MAIN_STAGE: dict[Goal, Callable[[Exercise, Request], int]] = {
    Goal.STRENGTH: _strength_stage,
    Goal.ACTIVATION: _floor_first_stage,
    Goal.MOBILITY: _upright_first_stage,
    Goal.RECOVERY: _upright_first_stage,
}


def _stage(exercise: Exercise, phase: Phase, request: Request) -> tuple[int, int]:
    if phase is Phase.WARM_UP:
        return (0, _WARM_UP_RANK.get(exercise.group, 3))
    if phase is Phase.MAIN:
        return (1, _MAIN_STAGE[request.goal](exercise, request))
    return (2, _LAST_STAGE if exercise.group is Group.SETTLE else 0)


def order(
    offers: Iterable[Offer], phase_of: Mapping[Group, Phase], request: Request
) -> tuple[Offer, ...]:
    """Return *offers* in the order to do them; ties go by id, so the order is unique."""
    stages: dict[tuple[int, int], list[Offer]] = {}
    for offer in sorted(offers, key=lambda each: each.id):
        exercise = offer.candidate.exercise
        stage = _stage(exercise, phase_of[exercise.group], request)
        stages.setdefault(stage, []).append(offer)
    ordered: list[Offer] = []
    for stage, waiting in sorted(stages.items()):
        later = [stages[each] for each in sorted(stages) if each > stage]
        if later and stage == _LOOSEN and request.goal is Goal.ACTIVATION:
            first = _chained(later[0], None)[0]  # on the floor: so one comes up from it only once
            ordered += reversed(_chained(waiting, first))
        else:
            ordered += _chained(waiting, ordered[-1] if ordered else None)
    return tuple(ordered)


def _chained(offers: Iterable[Offer], last: Offer | None) -> list[Offer]:
    """Return *offers*, each the one that changes least after the one before it, from *last* on."""
    waiting, chain = list(offers), list[Offer]()
    while waiting:
        last = min(waiting, key=lambda offer: _change(last.candidate if last else None, offer))
        waiting.remove(last)
        chain.append(last)
    return chain


def _change(last: Candidate | None, offer: Offer) -> tuple[int, int, int, int, int, str]:
    """Return what doing *offer* next would change: least is best."""
    exercise = offer.candidate.exercise
    jumps = exercise.kind is Kind.PLYOMETRIC  # landing before rebounding
    if last is None:
        return (int(jumps), 0, _low(exercise.positions[0]), 0, 0, offer.id)
    end = last.exercise.positions[-1]
    begin: Position = exercise.positions[0]
    same_movers = bool(_prime_movers(last.exercise) & _prime_movers(exercise))
    return (
        int(jumps),
        int(family_of(end) is not family_of(begin)),
        abs(_low(end) - _low(begin)),
        int(same_movers),
        int(end is not begin),
        offer.id,
    )
