"""A routine that is there already, changed: one item for another, or made longer or shorter.

Rule: what was not asked to change stays, the clock and every safety rule hold, and nothing is proved of
what comes out, so it has no certificate. A caution may be added, and is never dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from ..errors import NoRoutine
from ..model import (
    Alternative,
    Explanation,
    LeftOut,
    Policy,
    Provenance,
    Reason,
    ReasonCode,
    Request,
    Routine,
    Slot,
    Tip,
    because,
)
from .assembling import assembled
from .deciding import seek_advice
from .eligibility import avoided, eased, sift
from .explaining import coverage, item_of
from .ordering import order
from .preparing import Eligible, Pool
from .ruling import ruled_out
from .seats import Seats, Taker, other_group

OF_ITEMS = (ReasonCode.SUBSTITUTED, ReasonCode.CATALOGUE_DIFFERS)
"""Remarks that stay true as long as the items that they are about are there."""

_OF_THE_WHOLE = (ReasonCode.RESIZED, ReasonCode.SATURATED, ReasonCode.SEED_WITHOUT_EFFECT)
"""Remarks that stay true when one item is changed for another."""


@frozen
class Terms:
    """What a routine is changed under: its *request* with all its cautions, and what it is made of now.

    *differs* is the remark that the routine was made from another catalogue, if it was.
    """

    request: Request
    pool: Pool
    policy: Policy
    tips: tuple[Tip, ...]
    made_with: Provenance
    remarks: tuple[Reason, ...]
    differs: tuple[Reason, ...]


def alternatives_to(routine: Routine, id: str, terms: Terms) -> tuple[Alternative, ...]:
    """Return what could take the place of the item called *id* of *routine*, best first.

    Raises `NoRoutine` when a caution spares what would stay, `SeekAdvice` as `compose` does.
    """
    slot, seats = _seat(routine, id, terms)
    worth = seats.worth(slot, _worth_said(routine, id))
    return tuple(
        seats.alternative(slot, taker, worth, terms.differs) for taker in seats.takers(slot)
    )


def substituted(routine: Routine, id: str, with_: str | None, terms: Terms) -> Routine:
    """Return *routine* with the best alternative, or the exercise *with_*, in place of the item *id*.

    Raises `NoRoutine` with reasons and no relaxation, `SeekAdvice` as `compose` does.
    """
    slot, seats = _seat(routine, id, terms)
    taker = _best(slot, seats, terms) if with_ is None else _wished(slot, with_, seats, terms)
    kept = tuple(each for each in terms.request.include if each != id)
    request = evolve(terms.request, include=kept, exclude=(*terms.request.exclude, id))
    safety = terms.pool.safety
    others = [
        evolve(each, dose=eased(each.exercise, each.dose, request, safety))
        for each in routine.slots
        if each is not slot
    ]
    unordered = [*others, seats.seated(taker)]
    slots = order(unordered, {each.exercise.group: each.phase for each in unordered}, request)
    loss = seats.worth(slot, _worth_said(routine, id)) - taker.option.worth
    new = taker.candidate.exercise.id
    remark = because(ReasonCode.SUBSTITUTED, new, instead_of=id, name=slot.exercise.name, loss=loss)
    after = Seats(slots, request, terms.pool, terms.policy)
    explained = {item.exercise: item for item in routine.explanation.items}
    explained[new] = item_of(seats.offer(taker))
    ids = [each.exercise.id for each in slots]
    explanation = Explanation(
        tuple(after.with_runner_up(explained[each]) for each in ids if each in explained),
        coverage((each.exercise for each in slots), after.eligible, terms.policy),
        _left_out(slots, after.eligible),
        remarks_on(routine, slots, terms, (*OF_ITEMS, *_OF_THE_WHOLE), [remark]),
        None,
    )
    return assembled(request, slots, explanation, safety, terms.tips, terms.made_with)


def _seat(routine: Routine, id: str, terms: Terms) -> tuple[Slot, Seats]:
    """Return the slot of the item called *id*, and the seats around it.

    Raises `SeekAdvice` and `NoRoutine` when the terms' cautions allow no routine, or not what stays.
    """
    request, pool, policy = terms.request, terms.pool, terms.policy
    seats = Seats(routine.slots, request, pool, policy)
    seek_advice(request, seats.eligible, pool, policy)
    spared = [
        reason
        for slot in routine.slots
        if slot.exercise.id != id
        for caution in request.cautions
        for reason in avoided(slot.exercise, pool.safety, caution.value)
    ]
    spared += [
        reason
        for slot in routine.slots
        if slot.exercise.id != id
        for reason in ruled_out(slot.exercise, request, pool.rules)
    ]
    if spared:
        raise NoRoutine(request, dict.fromkeys(spared))
    return next(slot for slot in routine.slots if slot.exercise.id == id), seats


def _best(slot: Slot, seats: Seats, terms: Terms) -> Taker:
    takers = seats.takers(slot)
    if not takers:
        id, group = slot.exercise.id, slot.exercise.group.value
        raise NoRoutine(terms.request, [because(ReasonCode.NO_ALTERNATIVE, id, group=group)])
    return takers[0]


def _wished(slot: Slot, id: str, seats: Seats, terms: Terms) -> Taker:
    """Return the exercise called *id* as a taker of *slot*; raises `NoRoutine` with every reason."""
    taker = seats.taker(slot, id)
    if isinstance(taker, Taker):
        return taker
    if taker is not None:
        raise NoRoutine(terms.request, [taker])
    pool = terms.pool
    exercise = next(each for each in pool if each.id == id)
    dropped = sift([exercise], terms.request, terms.policy, pool.safety, pool.rules).dropped
    reasons = [reason for verdict in dropped for reason in verdict.reasons]
    if exercise.group is not slot.exercise.group:
        reasons.append(other_group(slot, exercise))
    raise NoRoutine(terms.request, reasons)


def _left_out(slots: Sequence[Slot], eligible: Eligible) -> tuple[LeftOut, ...]:
    """Return how many exercises are not there and why; what stays was not weighed against them."""
    ids = {slot.exercise.id for slot in slots}
    families = {slot.exercise.family for slot in slots}
    counts = Counter(eligible.dropped)
    for candidate in eligible.kept:
        if candidate.exercise.id not in ids:
            served = candidate.exercise.family in families
            counts[ReasonCode.FAMILY_SERVED if served else ReasonCode.NOT_WEIGHED] += 1
    return tuple(LeftOut(str(code), counts[code]) for code in sorted(counts))


def _worth_said(routine: Routine, id: str) -> int:
    """Return what the routine's explanation says the item called *id* is worth, or 0."""
    items = routine.explanation.items
    return next((item.worth for item in items if item.exercise == id), 0)


def remarks_on(
    routine: Routine,
    slots: Iterable[Slot],
    terms: Terms,
    staying: Sequence[ReasonCode],
    new: Iterable[Reason],
) -> tuple[Reason, ...]:
    """Return the remarks on what *routine* was changed into: the *new*, and those *staying*, if still true."""
    ids = {"", *(slot.exercise.id for slot in slots)}
    old = [
        each
        for each in routine.explanation.remarks
        if each.code in staying and each.exercise in ids
    ]
    return tuple(dict.fromkeys((*old, *terms.remarks, *terms.differs, *new)))
