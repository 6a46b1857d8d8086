"""From a request to the best choice, or to the reasons why there is none.

Rule: advice comes before anything else; a refusal carries its reasons and only verified relaxations.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from ..errors import NoRoutine, SeekAdvice
from ..model import (
    Equipment,
    Exercise,
    Goal,
    Phase,
    Policy,
    ReasonCode,
    Request,
    Safety,
    because,
)
from .eligibility import Sifted, sift
from .policy import default_policy
from .relaxing import relaxations, why_impossible
from .selection import Choice, choose_with_variety


def decide(
    request: Request, exercises: Collection[Exercise], policy: Policy, safety: Safety
) -> tuple[Sifted, Choice, bool]:
    """Return who was eligible, the best choice, and whether the seed had to be given up.

    Raises `SeekAdvice` and `NoRoutine` as `compose` does.
    """
    _seek_advice(request, exercises, policy, safety)
    sifted = sift(exercises, request, policy, safety)
    reasons = why_impossible(sifted, request, policy)
    chosen = None if reasons else choose_with_variety(sifted.kept, request, policy)
    if chosen is None:

        def policy_for(goal: Goal) -> Policy:
            return policy if goal is policy.goal else default_policy(goal)

        raise NoRoutine(
            request, reasons, relaxations(tuple(exercises), request, policy_for, safety)
        )
    return sifted, *chosen


def _seek_advice(
    request: Request, exercises: Collection[Exercise], policy: Policy, safety: Safety
) -> None:
    """Raise `SeekAdvice` when cautions leave no main item whatever else were changed."""
    for caution in request.cautions:
        rule = safety.rule(caution)
        if request.goal in rule.no_routine_for:
            reason = because(ReasonCode.ADVICE_ONLY, caution=caution.value, goal=request.goal.value)
            raise SeekAdvice(request, [reason], safety.notice(rule.notices[0]))
    if not request.cautions:
        return
    free = evolve(request, equipment=tuple(Equipment), positions=None, include=(), exclude=())
    if _has_main(free, exercises, policy, safety):
        return
    if not _has_main(evolve(free, cautions=()), exercises, policy, safety):
        return  # the cautions are not what leaves nothing
    reasons = [
        because(ReasonCode.ADVICE_ONLY, caution=caution.value, goal=request.goal.value)
        for caution in request.cautions
    ]
    notices = [id for caution in request.cautions for id in safety.rule(caution).notices]
    raise SeekAdvice(request, reasons, safety.notice((*notices, "before")[0]))


def _has_main(
    request: Request, exercises: Collection[Exercise], policy: Policy, safety: Safety
) -> bool:
    main = {each.group for each in policy.groups if each.phase is Phase.MAIN}
    kept = sift(exercises, request, policy, safety).kept
    return any(candidate.exercise.group in main for candidate in kept)
