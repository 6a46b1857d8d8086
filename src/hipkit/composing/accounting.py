"""Everything accounted for, on demand: what each item is good for, and why the others are not there.

Rule: each answer is found by asking for a routine again with one thing changed; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from ..errors import NoRoutine
from ..model import (
    Exercise,
    Explanation,
    FullExplanation,
    ItemLoss,
    Policy,
    Request,
    Safety,
    Verdict,
    WhyNot,
)
from ..model.request import LONGEST
from .deciding import decide
from .eligibility import Sifted
from .explaining import outranked
from .selection import Choice, objective


def account_for(
    explanation: Explanation,
    request: Request,
    exercises: Collection[Exercise],
    policy: Policy,
    safety: Safety,
) -> FullExplanation:
    """Return *explanation* with the loss of each item, and a verdict on every other exercise.

    Raises `NoRoutine` when *exercises* no longer allow a routine.
    """
    sifted, choice, _ = decide(request, exercises, policy, safety)
    best = choice.answer.worth
    losses: list[ItemLoss] = []
    for item in explanation.items:
        others = tuple(id for id in request.include if id != item.exercise)
        without = evolve(request, exclude=(*request.exclude, item.exercise), include=others)
        try:
            worth = decide(without, exercises, policy, safety)[1].answer.worth
        except NoRoutine:
            losses.append(ItemLoss(item.exercise, None))
        else:
            losses.append(ItemLoss(item.exercise, max(0, best - worth)))
    return FullExplanation(explanation, tuple(losses), _left_out(sifted, choice, request, policy))


def _left_out(
    sifted: Sifted, choice: Choice, request: Request, policy: Policy
) -> tuple[Verdict, ...]:
    verdicts = (*sifted.dropped, *outranked(choice, request, policy))
    return tuple(sorted(verdicts, key=lambda verdict: verdict.exercise))


def why_not(
    id: str, request: Request, exercises: Collection[Exercise], policy: Policy, safety: Safety
) -> WhyNot:
    """Return why the exercise called *id* is or is not in the best routine for *request*.

    Raises `NoRoutine` when *exercises* no longer allow a routine.
    """
    sifted, choice, _ = decide(request, exercises, policy, safety)
    for offer in choice.offers:
        if offer.id == id:
            return WhyNot(id, True, offer.made_of, 0, request.minutes)
    verdicts = _left_out(sifted, choice, request, policy)
    reasons = next(verdict.reasons for verdict in verdicts if verdict.exercise == id)
    if id not in {candidate.exercise.id for candidate in sifted.kept}:
        return WhyNot(id, False, reasons, None, None)
    loss: int | None = None
    try:
        including = evolve(request, include=(*request.include, id))
        included = decide(including, exercises, policy, safety)[1]
        loss = max(0, objective(choice.offers, policy) - objective(included.offers, policy))
    except NoRoutine:
        pass
    for minutes in range(request.minutes + 1, min(LONGEST, policy.useful_minutes) + 1):
        longer = decide(evolve(request, minutes=minutes), exercises, policy, safety)[1]
        if id in {offer.id for offer in longer.offers}:
            return WhyNot(id, False, reasons, loss, minutes)
    return WhyNot(id, False, reasons, loss, None)
