"""Why a request is impossible, and the smallest changes that would make it possible.

Rule: no suggestion weakens safety. Minutes, equipment, positions, include, exclude and goal may
change; a caution and the level never do. Every suggestion is tested before it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from attrs import evolve, frozen

from ..model import (
    ChangeKind,
    Equipment,
    Goal,
    Phase,
    Policy,
    Position,
    Reason,
    ReasonCode,
    Relaxation,
    Request,
    RequestChange,
    because,
)
from ..model.request import LONGEST
from .eligibility import lands, sift
from .preparing import Pool
from .selection import phase_room, room_of
from .worth import Candidate

_COST = {
    ChangeKind.MINUTES: 10,
    ChangeKind.DROP_INCLUDE: 20,
    ChangeKind.DROP_EXCLUDE: 20,
    ChangeKind.POSITIONS: 25,
    ChangeKind.EQUIPMENT: 30,
    ChangeKind.GOAL: 60,
}
"""How much each change asks of a person (convention); minutes also cost one for each added."""

_MOST_CHANGES = 3
_MOST_SHOWN = 5

PolicyFor = Callable[[Goal], Policy]


@frozen
class _Fitting:
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
        for each in sift(exercises, request, policy, pool.safety).dropped
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


def changed(request: Request, changes: Sequence[RequestChange]) -> Request:
    """Return *request* with *changes* made."""
    for change in changes:
        value = change.value
        match change.kind:
            case ChangeKind.MINUTES:
                request = evolve(request, minutes=int(value))
            case ChangeKind.EQUIPMENT:
                request = evolve(request, equipment=(*request.equipment, Equipment(value)))
            case ChangeKind.POSITIONS:
                positions = (*(request.positions or ()), Position(value))
                request = evolve(request, positions=positions)
            case ChangeKind.DROP_INCLUDE:
                kept = tuple(each for each in request.include if each != value)
                request = evolve(request, include=kept)
            case ChangeKind.DROP_EXCLUDE:
                kept = tuple(each for each in request.exclude if each != value)
                request = evolve(request, exclude=kept)
            case _:  # the goal
                request = evolve(request, goal=Goal(value))
    return request


def relaxations(request: Request, pool: Pool, policy_for: PolicyFor) -> tuple[Relaxation, ...]:
    """Return minimal sets of at most three changes that make *request* possible, cheapest first."""

    def possible(asked: Request) -> bool:
        if any(asked.goal in pool.safety.rule(each).no_routine_for for each in asked.cautions):
            return False
        return not why_impossible(asked, pool, policy_for(asked.goal))

    atoms = _atoms(request, pool, policy_for(request.goal))
    found: list[Relaxation] = []
    useful: list[set[RequestChange]] = []
    for size in range(1, _MOST_CHANGES + 1):
        for changes in combinations(atoms, size):
            if any(known <= set(changes) for known in useful) or _conflict(changes):
                continue
            timed = _with_least_minutes(request, changes, possible)
            if timed is not None and len(timed) <= _MOST_CHANGES:
                useful.append(set(changes))
                found.append(Relaxation(timed, _cost(timed, request)))
        if any(c.kind is not ChangeKind.GOAL for each in found for c in each.changes):
            break
    found.sort(key=lambda each: (each.cost, [str(c.kind) + c.value for c in each.changes]))
    return tuple(found[:_MOST_SHOWN])


def _cost(changes: Sequence[RequestChange], request: Request) -> int:
    cost = sum(_COST[change.kind] for change in changes)
    return cost + sum(
        int(change.value) - request.minutes
        for change in changes
        if change.kind is ChangeKind.MINUTES
    )


_MORE_TIME = RequestChange(ChangeKind.MINUTES, str(LONGEST))


def _conflict(changes: Sequence[RequestChange]) -> bool:
    goals = sum(change.kind is ChangeKind.GOAL for change in changes)
    return goals > 1


def _with_least_minutes(
    request: Request, changes: Sequence[RequestChange], possible: Callable[[Request], bool]
) -> tuple[RequestChange, ...] | None:
    """Return *changes* that work, with the fewest minutes where minutes are among them, or None."""
    if not possible(changed(request, changes)):
        return None
    if _MORE_TIME not in changes:
        return tuple(changes)
    others = [change for change in changes if change is not _MORE_TIME]
    low, high = request.minutes, LONGEST
    while high - low > 1:  # more time never makes a request impossible
        middle = (low + high) // 2
        more = RequestChange(ChangeKind.MINUTES, str(middle))
        if possible(changed(request, [*others, more])):
            high = middle
        else:
            low = middle
    return (*others, RequestChange(ChangeKind.MINUTES, str(high)))


def _atoms(request: Request, pool: Pool, policy: Policy) -> list[RequestChange]:
    """Return every single change worth trying: those that some exercise waits for."""
    atoms = [_MORE_TIME] if request.minutes < LONGEST else []
    atoms += [RequestChange(ChangeKind.DROP_INCLUDE, id) for id in request.include]
    excludes: set[str] = set()
    equipment: set[str] = set()
    positions: set[str] = set()
    waited = (ReasonCode.EQUIPMENT, ReasonCode.POSITION, ReasonCode.EXCLUDED)
    by_id = {each.id: each for each in pool}
    jumping = any(lands(by_id[id]) for id in request.include if id in by_id)
    for verdict in sift(pool, request, policy, pool.safety).dropped:
        if any(reason.code not in waited for reason in verdict.reasons):
            continue
        id = verdict.exercise
        useful = (Phase.MAIN, Phase.WARM_UP) if jumping else (Phase.MAIN,)
        if id not in request.include and policy.phase_of[by_id[id].group] not in useful:
            continue
        for reason in verdict.reasons:
            if reason.code is ReasonCode.EXCLUDED:
                excludes.add(id)
            elif reason.code is ReasonCode.POSITION:
                positions.add(str(reason["position"]))
            else:
                equipment |= set(str(reason["any_of"]).split(","))
    atoms += [RequestChange(ChangeKind.DROP_EXCLUDE, id) for id in sorted(excludes)]
    atoms += [RequestChange(ChangeKind.POSITIONS, word) for word in sorted(positions)]
    atoms += [RequestChange(ChangeKind.EQUIPMENT, word) for word in sorted(equipment)]
    atoms += [
        RequestChange(ChangeKind.GOAL, goal.value) for goal in Goal if goal is not request.goal
    ]
    return atoms
