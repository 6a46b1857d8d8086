"""Why a request is impossible.

Rule: every reason that applies is given, and none when a routine answers the request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model import Phase, Policy, Reason, ReasonCode, Request, because
from .eligibility import lands, sift
from .preparing import Pool
from .selection import phase_room, room_of
from .worth import Candidate


class _Fitting(NamedTuple):
    """What the shortest form of one exercise takes, and where it stands."""

    id: str
    family: str
    group: str
    phase: Phase
    seconds: int
    lands: bool


def _fitting(candidate: Candidate, policy: Policy) -> _Fitting:
    exercise = candidate.exercise
    return _Fitting(
        exercise.id,
        exercise.family,
        exercise.group.value,
        policy.phase_of[exercise.group],
        candidate.options[0].seconds,
        lands(exercise),
    )


def why_impossible(request: Request, pool: Pool, policy: Policy) -> tuple[Reason, ...]:
    """Return every reason for which no routine answers *request*; empty when one does."""
    return tuple(_impossibilities(request, pool, policy))


def _impossibilities(request: Request, pool: Pool, policy: Policy) -> Iterator[Reason]:
    kept = pool.eligible(request, policy).kept
    fitting = {each.exercise.id: _fitting(each, policy) for each in kept}
    refused = [id for id in request.include if id not in fitting]
    exercises = [each for each in pool if each.id in refused]
    verdicts = {
        each.exercise: each.reasons
        for each in sift(exercises, request, policy, pool.safety, pool.rules).dropped
    }
    for id in refused:
        yield because(ReasonCode.INCLUDE_NOT_ELIGIBLE, id)
        yield from verdicts.get(id, ())
    included = [fitting[id] for id in request.include if id in fitting]
    clashes = [*_clashes(included, request, policy)]
    yield from clashes
    if refused or clashes:
        return
    room = room_of(request, policy)
    rooms = {phase.phase: phase_room(phase, room) for phase in policy.phases}
    left = room - sum(each.seconds for each in included)
    own_room = min(left, rooms.get(Phase.WARM_UP, 0))
    shortest = _shortest_warm_up(fitting.values(), included, policy)
    warm_up = shortest if shortest is not None and shortest <= own_room else None
    if any(each.lands for each in included):
        if warm_up is None:
            yield because(
                ReasonCode.LANDING_WITHOUT_WARM_UP, seconds=shortest or 0, room=max(0, own_room)
            )
            return
        left -= warm_up
        warm_up = 0
    if any(each.phase is Phase.MAIN for each in included):
        return
    families = {each.family for each in included}
    main = [
        (each.seconds, each.seconds + (warm_up or 0 if each.lands else 0))
        for each in fitting.values()
        if each.phase is Phase.MAIN
        and each.family not in families
        and _most(each, policy) > 0
        and not (each.lands and warm_up is None)
    ]
    if not main:
        yield because(ReasonCode.NO_MAIN_ITEM, goal=request.goal.value)
    elif not any(own <= rooms[Phase.MAIN] and whole <= left for own, whole in main):
        yield because(
            ReasonCode.MAIN_ITEM_TOO_LONG,
            seconds=min(whole for _, whole in main),
            room=max(0, min(left, rooms[Phase.MAIN])),
        )


def _shortest_warm_up(
    fitting: Iterable[_Fitting], included: Iterable[_Fitting], policy: Policy
) -> int | None:
    """Return the least seconds that a warm-up move adds: 0 if one is included, None if none is there."""
    if any(each.phase is Phase.WARM_UP for each in included):
        return 0
    moves = (
        each.seconds for each in fitting if each.phase is Phase.WARM_UP and _most(each, policy) > 0
    )
    return min(moves, default=None)


def _most(item: _Fitting, policy: Policy) -> int:
    return next(len(each.bonuses) for each in policy.groups if each.group == item.group)


def _clashes(included: Sequence[_Fitting], request: Request, policy: Policy) -> Iterator[Reason]:
    for family in sorted({each.family for each in included}):
        ids = sorted(each.id for each in included if each.family == family)
        if len(ids) > 1:
            yield because(ReasonCode.INCLUDES_OF_ONE_FAMILY, ids=",".join(ids), family=family)
    for group in policy.groups:
        items = sum(each.group == group.group for each in included)
        if items > len(group.bonuses):
            yield because(
                ReasonCode.INCLUDES_OVER_LIMIT, group=group.group.value, most=len(group.bonuses)
            )
    room = room_of(request, policy)
    for phase in policy.phases:
        seconds = sum(each.seconds for each in included if each.phase is phase.phase)
        own = phase_room(phase, room)
        if seconds > own:
            yield because(
                ReasonCode.INCLUDES_OVER_TIME, seconds=seconds, room=own, phase=phase.phase.value
            )
            return
    seconds = sum(each.seconds for each in included)
    if seconds > room:
        yield because(ReasonCode.INCLUDES_OVER_TIME, seconds=seconds, room=room, phase="")
