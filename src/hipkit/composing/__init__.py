"""From a request to the routine that is worth most, and why.

The pipeline, each stage a value in and a value out: eligible, chosen, ordered, explained. It takes any
collection of exercises and knows no files and no language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import evolve

from ..errors import NoRoutine, SeekAdvice
from ..model import (
    Equipment,
    Exercise,
    Goal,
    Phase,
    Policy,
    Provenance,
    Reason,
    ReasonCode,
    Request,
    Routine,
    Safety,
    Slot,
    Tip,
    because,
)
from .eligibility import Sifted, sift
from .explaining import explain_choice
from .notices import notices_for, tips_for
from .ordering import order
from .policy import ACTIVATION as ACTIVATION
from .policy import MOBILITY as MOBILITY
from .policy import RECOVERY as RECOVERY
from .policy import STRENGTH as STRENGTH
from .policy import default_policy as default_policy
from .relaxing import relaxations, why_impossible
from .selection import Choice, Offer, choose_with_variety

__all__ = ["compose", "decide", "default_policy"]


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


def compose(
    request: Request,
    exercises: Collection[Exercise],
    *,
    safety: Safety,
    policy: Policy | None = None,
    tips: Iterable[Tip] = (),
    made_with: Provenance | None = None,
    remarks: Iterable[Reason] = (),
) -> Routine:
    """Return the routine of *exercises* that is worth most for *request* under *policy*.

    Its typical duration never exceeds the minutes asked for; no routine that *safety* allows is worth
    more, and its explanation carries the proof. Order of *exercises* never matters.
    Raises `NoRoutine` with reasons and verified relaxations, `SeekAdvice` with a notice and none.
    """
    used = default_policy(request.goal) if policy is None else policy
    sifted, choice, seed_lost = decide(request, exercises, used, safety)
    phase_of = {each.group: each.phase for each in used.groups}
    ordered: tuple[Offer, ...] = order(choice.offers, phase_of, request)
    said = [*remarks]
    if seed_lost:
        said.append(because(ReasonCode.SEED_WITHOUT_EFFECT))
    slots = tuple(
        Slot(
            phase_of[offer.candidate.exercise.group],
            offer.candidate.exercise,
            offer.sets,
            offer.candidate.band,
        )
        for offer in ordered
    )
    items = [(slot.exercise, slot.dose) for slot in slots]
    return Routine(
        request=request,
        slots=slots,
        explanation=explain_choice(choice, ordered, sifted, request, used, said),
        notices=notices_for(request, items, safety),
        stops=safety.stops,
        tips=tips_for(request, [exercise for exercise, _ in items], tips),
        made_with=made_with or Provenance(),
    )


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
