"""Everything accounted for, on demand: what each item is good for, and why the others are not there.

Rule: each answer is found by asking for a routine again with one thing changed; nothing is guessed.
"""

from __future__ import annotations

from attrs import evolve

from ..errors import NoRoutine
from ..model import Explanation, FullExplanation, ItemLoss, Policy, Request, Verdict, WhyNot
from ..model.request import LONGEST
from . import _search
from .deciding import Decision, decide
from .eligibility import sift
from .explaining import Around
from .preparing import Eligible, Pool
from .selection import Choice


def account_for(
    explanation: Explanation, request: Request, pool: Pool, policy: Policy
) -> FullExplanation:
    """Return *explanation* with the loss of each item, and a verdict on every other exercise.

    Raises `NoRoutine` when *pool* no longer allows a routine.
    """
    decision = decide(request, pool, policy)
    best = decision.choice.answer.worth
    losses: list[ItemLoss] = []
    for item in explanation.items:
        others = tuple(id for id in request.include if id != item.exercise)
        without = evolve(request, exclude=(*request.exclude, item.exercise), include=others)
        try:
            worth = decide(without, pool, policy).choice.answer.worth
        except NoRoutine:
            losses.append(ItemLoss(item.exercise, None))
        else:
            losses.append(ItemLoss(item.exercise, max(0, best - worth)))
    return FullExplanation(explanation, tuple(losses), _left_out(decision, request, pool, policy))


def _left_out(
    decision: Decision, request: Request, pool: Pool, policy: Policy
) -> tuple[Verdict, ...]:
    dropped = sift(pool, request, policy, pool.safety, pool.rules).dropped
    verdicts = (*dropped, *_outranked(decision.choice, decision.eligible, request))
    return tuple(sorted(verdicts, key=lambda verdict: verdict.exercise))


def why_not(id: str, request: Request, pool: Pool, policy: Policy) -> WhyNot:
    """Return why the exercise called *id* is or is not in the best routine for *request*.

    Raises `NoRoutine` when *pool* no longer allows a routine.
    """
    decision = decide(request, pool, policy)
    choice = decision.choice
    for offer in choice.offers:
        if offer.id == id:
            return WhyNot(id, True, offer.made_of, 0, request.minutes)
    verdicts = _left_out(decision, request, pool, policy)
    reasons = next(verdict.reasons for verdict in verdicts if verdict.exercise == id)
    if id not in {candidate.exercise.id for candidate in decision.eligible.kept}:
        return WhyNot(id, False, reasons, None, None)
    loss: int | None = None
    try:
        including = evolve(request, include=(*request.include, id))
        included = decide(including, pool, policy).choice
        loss = max(0, choice.answer.worth - included.answer.worth)
    except NoRoutine:
        pass
    for minutes in range(request.minutes + 1, min(LONGEST, policy.useful_minutes) + 1):
        longer = decide(evolve(request, minutes=minutes), pool, policy).choice
        if id in {offer.id for offer in longer.offers}:
            return WhyNot(id, False, reasons, loss, minutes)
    return WhyNot(id, False, reasons, loss, None)


def _outranked(choice: Choice, eligible: Eligible, request: Request) -> tuple[Verdict, ...]:
    """Return, for every eligible exercise that was not chosen, the first reason that applies."""
    around = Around(choice, request)
    losses = _search.option_losses(choice.stated.task, choice.answer.phase_prices)
    return tuple(
        Verdict(candidate.exercise.id, (around.why(candidate, code, losses),))
        for candidate, code in around.left_out(eligible.kept)
    )
