"""The smallest changes that would make an impossible request possible.

Rule: no suggestion weakens safety. Minutes, equipment, positions, include, exclude and goal may
change; a caution and the level never do. Every suggestion is tested before it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from attrs import evolve

from ..model import (
    ChangeKind,
    Goal,
    Phase,
    Policy,
    Reason,
    ReasonCode,
    Relaxation,
    Request,
    RequestChange,
    Verdict,
)
from ..model.relaxation import changed
from ..model.request import LONGEST
from .eligibility import Sifted, lands, sift
from .preparing import Pool
from .refusing import why_impossible

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


def relaxations(request: Request, pool: Pool, policy_for: PolicyFor) -> tuple[Relaxation, ...]:
    """Return minimal sets of at most three changes that make *request* possible, cheapest first."""

    def possible(asked: Request) -> bool:
        if any(asked.goal in pool.safety.rule(each).no_routine_for for each in asked.cautions):
            return False
        return not why_impossible(asked, pool, policy_for(asked.goal))

    waiting = _Waiting(request, pool, policy_for)
    atoms = waiting.atoms
    found: list[Relaxation] = []
    useful: list[int] = []
    for size in range(1, _MOST_CHANGES + 1):
        for places in combinations(range(len(atoms)), size):
            mask = sum(1 << place for place in places)
            changes = [atoms[place] for place in places]
            if any(known & mask == known for known in useful) or not waiting.may_help(mask):
                continue
            timed = _with_least_minutes(request, changes, possible)
            if timed is not None:
                useful.append(mask)
                found.append(Relaxation(timed, _cost(timed, request)))
        if any(c.kind is not ChangeKind.GOAL for each in found for c in each.changes):
            break
    found.sort(key=lambda each: (each.cost, [str(c.kind) + c.value for c in each.changes]))
    return tuple(found[:_MOST_SHOWN])


class _Waiting:
    """What exercises wait for: the *atoms*, changes worth trying, and which sets of them cannot help.

    A set of atoms is a number with a bit for each. A barrier is the atoms any of which removes it.
    """

    def __init__(self, request: Request, pool: Pool, policy_for: PolicyFor) -> None:
        """Look at every exercise, under the goal asked for and under each other goal."""
        sifted = {
            goal: sift(pool, evolve(request, goal=goal), policy_for(goal), pool.safety, pool.rules)
            for goal in Goal
        }
        dropped = sifted[request.goal].dropped
        self.atoms = _atoms(request, dropped, pool, policy_for(request.goal))
        self._bit = {atom: 1 << place for place, atom in enumerate(self.atoms)}
        self._drop = {
            id: self._bit[RequestChange(ChangeKind.DROP_INCLUDE, id)] for id in request.include
        }
        self._goals = 0
        self._seen: dict[int, tuple[dict[str, list[int]], list[list[int]]]] = {}
        for goal, found in sifted.items():
            bit = self._bit.get(RequestChange(ChangeKind.GOAL, goal.value), 0)
            self._goals |= bit
            self._seen[bit] = self._barriers(found, request, pool, policy_for(goal))

    def _barriers(
        self, sifted: Sifted, request: Request, pool: Pool, policy: Policy
    ) -> tuple[dict[str, list[int]], list[list[int]]]:
        """Return what each included exercise waits for, and what each that could be a main item does."""
        waits = {id: list[int]() for id in sifted.kept}
        for verdict in sifted.dropped:
            waits[verdict.exercise] = [
                sum(self._bit.get(change, 0) for change in _helping(reason))
                for reason in verdict.reasons
            ]
        main = [
            waits[exercise.id]
            for exercise in pool
            if policy.phase_of.get(exercise.group) is Phase.MAIN and all(waits[exercise.id])
        ]
        return {id: waits.get(id, [0]) for id in request.include}, main

    def may_help(self, mask: int) -> bool:
        """Return whether the changes of *mask* let all included exercises come, and a main item."""
        wanted, main = self._seen.get(mask & self._goals, ({}, []))  # two goals are none
        included = all(
            self._drop[id] & mask or all(barrier & mask for barrier in barriers)
            for id, barriers in wanted.items()
        )
        return included and any(all(barrier & mask for barrier in each) for each in main)


def _cost(changes: Sequence[RequestChange], request: Request) -> int:
    cost = sum(_COST[change.kind] for change in changes)
    return cost + sum(
        int(change.value) - request.minutes
        for change in changes
        if change.kind is ChangeKind.MINUTES
    )


_MORE_TIME = RequestChange(ChangeKind.MINUTES, str(LONGEST))


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


def _helping(reason: Reason) -> list[RequestChange]:
    """Return the changes any of which takes *reason* away; none where nothing may."""
    if reason.code is ReasonCode.EXCLUDED:
        return [RequestChange(ChangeKind.DROP_EXCLUDE, reason.exercise)]
    if reason.code is ReasonCode.POSITION:
        return [RequestChange(ChangeKind.POSITIONS, str(reason["position"]))]
    if reason.code is ReasonCode.EQUIPMENT:
        words = str(reason["any_of"]).split(",")
        return [RequestChange(ChangeKind.EQUIPMENT, word) for word in words]
    return []


def _atoms(
    request: Request, dropped: Iterable[Verdict], pool: Pool, policy: Policy
) -> list[RequestChange]:
    """Return every single change worth trying: those that some exercise of *dropped* waits for."""
    waited: set[RequestChange] = set()
    by_id = {each.id: each for each in pool}
    jumping = any(lands(by_id[id]) for id in request.include if id in by_id)
    useful = (Phase.MAIN, Phase.WARM_UP) if jumping else (Phase.MAIN,)
    for verdict in dropped:
        id, changes = verdict.exercise, [_helping(reason) for reason in verdict.reasons]
        wanted = id in request.include or policy.phase_of.get(by_id[id].group) in useful
        if wanted and all(changes):
            waited.update(change for each in changes for change in each)
    kinds = (ChangeKind.DROP_EXCLUDE, ChangeKind.POSITIONS, ChangeKind.EQUIPMENT)
    return [
        *([_MORE_TIME] if request.minutes < LONGEST else []),
        *(RequestChange(ChangeKind.DROP_INCLUDE, id) for id in request.include),
        *sorted(waited, key=lambda each: (kinds.index(each.kind), each.value)),
        *(RequestChange(ChangeKind.GOAL, goal.value) for goal in Goal if goal is not request.goal),
    ]
