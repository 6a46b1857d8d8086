"""A routine made longer with every exercise kept, or shorter with none new.

Rule: it is the best there is that does so, found as a routine is; but nothing is proved of all the others,
so it has no certificate.
"""

from __future__ import annotations

from collections import Counter

from attrs import evolve

from ..errors import NoRoutine
from ..model import Explanation, Policy, Reason, ReasonCode, Request, Routine, because
from .assembling import assembled, slots_of
from .changing import OF_ITEMS, Terms, remarks_on
from .deciding import best_of, decide, refusal, seek_advice
from .explaining import coverage, explain_choice
from .ordering import order
from .preparing import Eligible, Pool
from .refusing import why_impossible
from .seats import Seats


def resized(routine: Routine, minutes: int, terms: Terms) -> Routine:
    """Return *routine* for other *minutes*: longer with every exercise kept, or shorter with none new.

    Among the routines that do so, it is the one that is worth most. Where nothing changes, it is
    *routine* itself.
    Raises `NoRoutine` with reasons and verified relaxations, `SeekAdvice` as `compose` does.
    """
    request = evolve(terms.request, minutes=minutes)
    pool, policy = terms.pool, terms.policy
    eligible = pool.eligible(request, policy)
    seek_advice(request, eligible, pool, policy)
    present = frozenset(slot.exercise.id for slot in routine.slots)
    shorter = minutes < routine.request.minutes
    considered = _only(present, eligible) if shorter else eligible
    bound = request if shorter else evolve(request, include=(*request.include, *present))
    decision = best_of(considered, bound, pool, policy)
    if decision is None and shorter:
        present_only = [each for each in pool if each.id in present]
        raise refusal(request, Pool(present_only, pool.safety).under(pool.rules), policy)
    if decision is None:
        decide(request, pool, policy)  # if the request itself is impossible, with what helps
        raise NoRoutine(request, _why_not_kept(bound, request, pool, policy))
    ordered = order(decision.choice.offers, policy.phase_of, request)
    slots = slots_of(ordered, policy, request, pool.safety)
    was = (routine.request, routine.slots, routine.made_with)
    if (request, slots, terms.made_with) == was and not routine.cautions_withheld:
        return routine
    said = explain_choice(decision.choice, ordered, considered, bound, ())
    new = [
        each
        for each in said.remarks
        if not shorter or each.code is not ReasonCode.NOTHING_MORE  # others were not even weighed
    ]
    if decision.seed_lost:
        new.append(because(ReasonCode.SEED_WITHOUT_EFFECT))
    if minutes != routine.request.minutes:
        new.append(because(ReasonCode.RESIZED, minutes=routine.request.minutes))
    seats = Seats(slots, request, pool, policy)
    explanation = Explanation(
        tuple(seats.with_runner_up(item) for item in said.items),
        coverage((slot.exercise for slot in slots), eligible, policy),
        said.left_out,
        remarks_on(routine, slots, terms, OF_ITEMS, new),
        None,
    )
    return assembled(request, slots, explanation, pool.safety, terms.tips, terms.made_with)


def _only(ids: frozenset[str], eligible: Eligible) -> Eligible:
    """Return those *eligible* whose ids are among *ids*; the others count as not weighed."""
    kept = tuple(each for each in eligible.kept if each.exercise.id in ids)
    dropped = Counter(eligible.dropped)
    dropped[ReasonCode.NOT_WEIGHED] = len(eligible.kept) - len(kept)
    return Eligible(kept, +dropped)


def _why_not_kept(bound: Request, request: Request, pool: Pool, policy: Policy) -> list[Reason]:
    """Return why not all that *bound* includes can stay; *request* says what somebody asked for."""
    return [
        evolve(reason, code=ReasonCode.CANNOT_STAY)
        if reason.code is ReasonCode.INCLUDE_NOT_ELIGIBLE and reason.exercise not in request.include
        else reason
        for reason in why_impossible(bound, pool, policy)
    ]
