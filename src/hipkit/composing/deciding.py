"""From a request to the best choice, or to the reasons why there is none.

Rule: advice comes before anything else; a refusal carries its reasons and only verified relaxations.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from ..errors import NoRoutine, SeekAdvice
from ..model import Equipment, Goal, Policy, ReasonCode, Request, because
from .policy import default_policy
from .preparing import Eligible, Pool
from .selection import Choice, choose_with_variety


class Decision(NamedTuple):
    """Who was eligible, the best choice, and whether the seed had to be given up."""

    eligible: Eligible
    choice: Choice
    seed_lost: bool


def decide(request: Request, pool: Pool, policy: Policy) -> Decision:
    """Return the best choice for *request*.

    Raises `SeekAdvice` and `NoRoutine` as `compose` does.
    """
    eligible = pool.eligible(request, policy)
    seek_advice(request, eligible, pool, policy)
    decision = best_of(eligible, request, pool, policy)
    if decision is None:
        raise refusal(request, pool, policy)
    return decision


def best_of(eligible: Eligible, request: Request, pool: Pool, policy: Policy) -> Decision | None:
    """Return the best choice among those *eligible* of *pool*, or None when there is none."""
    if not _one_by_one(request, eligible):
        return None
    chosen = choose_with_variety(eligible.kept, pool.prepared(policy, request.level), request)
    return None if chosen is None else Decision(eligible, *chosen)


def refusal(request: Request, pool: Pool, policy: Policy) -> NoRoutine:
    """Return why nothing in *pool* answers *request*, with what would help."""
    from .refusing import why_impossible  # only a refusal needs them
    from .relaxing import relaxations

    def policy_for(goal: Goal) -> Policy:
        return policy if goal is policy.goal else default_policy(goal)

    return NoRoutine(
        request,
        why_impossible(request, pool, policy),
        relaxations(request, pool, policy_for),
    )


def _one_by_one(request: Request, eligible: Eligible) -> bool:
    """Return whether all that must be there may come, each of a family of its own."""
    if not request.include:
        return True
    family = {each.exercise.id: each.exercise.family for each in eligible.kept}
    families = {family.get(id) for id in request.include}
    return None not in families and len(families) == len(request.include)


def seek_advice(request: Request, eligible: Eligible, pool: Pool, policy: Policy) -> None:
    """Raise `SeekAdvice` when cautions leave no main item whatever else were changed."""
    if not request.cautions:
        return
    safety = pool.safety
    for caution in request.cautions:
        rule = safety.rule(caution)
        if request.goal in rule.no_routine_for:
            reason = because(ReasonCode.ADVICE_ONLY, caution=caution.value, goal=request.goal.value)
            raise SeekAdvice(request, [reason], safety.notice(rule.notices[0]))
    if _has_main(eligible, pool, policy, request):
        return
    free = evolve(request, equipment=tuple(Equipment), positions=None, include=(), exclude=())
    if _has_main(pool.eligible(free, policy), pool, policy, free):
        return
    careless = evolve(free, cautions=())
    if not _has_main(pool.eligible(careless, policy), pool, policy, careless):
        return  # the cautions are not what leaves nothing
    reasons = [
        because(ReasonCode.ADVICE_ONLY, caution=caution.value, goal=request.goal.value)
        for caution in request.cautions
    ]
    notices = [id for caution in request.cautions for id in safety.rule(caution).notices]
    raise SeekAdvice(request, reasons, safety.notice((*notices, "before")[0]))


def _has_main(eligible: Eligible, pool: Pool, policy: Policy, request: Request) -> bool:
    main = pool.prepared(policy, request.level).main
    return any(candidate.options[0].place in main for candidate in eligible.kept)
