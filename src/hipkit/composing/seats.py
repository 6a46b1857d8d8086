"""Who could take the place of a routine's item, with everything else kept.

Rule: what may come is what `eligibility` allows for the routine's request, in the seconds of the item
and those left; worth counts focus and recent, and never the seed's jitter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import evolve

from ..model import (
    Alternative,
    Exercise,
    ItemExplanation,
    Phase,
    Policy,
    Reason,
    ReasonCode,
    Request,
    Rung,
    Slot,
    because,
)
from ._search import Option
from .eligibility import eased, lands
from .preparing import Eligible, Pool
from .selection import seconds_left
from .worth import Candidate, Factor, Offer, asked_factors, rank


class Taker(NamedTuple):
    """A candidate that could take an item's place, and its best option there."""

    candidate: Candidate
    option: Option


class Seats:
    """The places of a routine's items: what each may take, and who could take it."""

    def __init__(self, slots: Iterable[Slot], request: Request, pool: Pool, policy: Policy) -> None:
        """Reckon what *slots* leave: seconds in all and in each phase, and families not served."""
        self.slots: tuple[Slot, ...] = tuple(slots)
        self.eligible: Eligible = pool.eligible(request, policy)
        self._request, self._policy, self._safety = request, policy, pool.safety
        self._preparation = pool.prepared(policy, request.level)
        taken = ((slot.exercise.group, slot.seconds) for slot in self.slots)
        self._spare = seconds_left(taken, request, policy)

    def takers(self, slot: Slot) -> list[Taker]:
        """Return every other exercise of the group that could take the place of *slot*, best first.

        More worth goes first, then fewer seconds, then the id.
        """
        found = [
            Taker(candidate, self._best(slot, candidate))
            for candidate in self.eligible.kept
            if candidate.exercise.group is slot.exercise.group
            and candidate.exercise.id != slot.exercise.id
            and self.objection(slot, candidate) is None
        ]
        return sorted(found, key=lambda each: rank(each.option))

    def taker(self, slot: Slot, id: str) -> Taker | Reason | None:
        """Return the exercise called *id* as a taker of the place of *slot*, or the reason why not.

        Returns None for one that is not eligible.
        """
        for candidate in self.eligible.kept:
            if candidate.exercise.id == id:
                return self.objection(slot, candidate) or Taker(
                    candidate, self._best(slot, candidate)
                )
        return None

    def objection(self, slot: Slot, candidate: Candidate) -> Reason | None:
        """Return why *candidate* cannot take the place of *slot*, or None when it can."""
        exercise = candidate.exercise
        if exercise.group is not slot.exercise.group:
            return other_group(slot, exercise)
        others = [each for each in self.slots if each is not slot]
        for other in others:
            if exercise.family == other.exercise.family or exercise.id == other.exercise.id:
                return because(ReasonCode.FAMILY_SERVED, exercise.id, by=other.exercise.id)
        shortest, room = candidate.options[0].seconds, self._room(slot)
        if shortest > room:  # options rise by sets
            return because(ReasonCode.TOO_LONG, exercise.id, seconds=shortest, room=max(0, room))
        phases = {self._policy.phase_of[exercise.group], *(each.phase for each in others)}
        if lands(exercise) and Phase.WARM_UP not in phases:
            return because(ReasonCode.LANDING_WITHOUT_WARM_UP, exercise.id, seconds=0, room=0)
        return None

    def _room(self, slot: Slot) -> int:
        """Return the seconds that the place of *slot* may take: its own, and what is left."""
        return slot.seconds + self._spare[self._policy.phase_of[slot.exercise.group]]

    def _best(self, slot: Slot, candidate: Candidate) -> Option:
        room = self._room(slot)
        return min((each for each in self._options(candidate) if each.seconds <= room), key=rank)

    def _options(self, candidate: Candidate) -> tuple[Option, ...]:
        factors = self._factors(candidate)
        return self._preparation.options(candidate, factors) if factors else candidate.options

    def _factors(self, candidate: Candidate) -> tuple[Factor, ...]:
        return asked_factors(candidate.exercise, self._request, self._policy, 0)

    def worth(self, slot: Slot, otherwise: int) -> int:
        """Return what *slot* is worth now, or *otherwise* where the catalogue has no such offer."""
        for candidate in self._preparation.candidates:
            sets = slot.sets - candidate.band.sets.low
            if candidate.exercise.id == slot.exercise.id and 0 <= sets < len(candidate.options):
                return self._options(candidate)[sets].worth
        return otherwise

    def offer(self, taker: Taker) -> Offer:
        """Return the offer behind *taker*: its sets, and what its worth is made of."""
        return self._preparation.offer(taker.option, self._factors(taker.candidate))

    def alternative(
        self, slot: Slot, taker: Taker, worth: int, said: Iterable[Reason]
    ) -> Alternative:
        """Return *taker* as an alternative to *slot*, which is worth *worth*; *said* comes last."""
        offer = self.offer(taker)
        return Alternative(
            self.seated(taker),
            offer.worth,
            worth - offer.worth,
            (*relations(slot.exercise, taker.candidate.exercise), *offer.made_of, *said),
        )

    def seated(self, taker: Taker) -> Slot:
        """Return *taker* as a slot, no harder than the request's cautions allow."""
        exercise, band = taker.candidate.exercise, taker.candidate.band
        dose = eased(exercise, band, self._request, self._safety)
        return Slot(self._policy.phase_of[exercise.group], exercise, self.offer(taker).sets, dose)

    def with_runner_up(self, item: ItemExplanation) -> ItemExplanation:
        """Return *item* with the best taker of its place, unless that is worth more or was not asked."""
        slot = next(each for each in self.slots if each.exercise.id == item.exercise)
        best = next(iter(self.takers(slot)), None)
        loss = self.worth(slot, item.worth) - best.option.worth if best else -1
        if best is None or loss < 0 or item.exercise in self._request.include:
            return evolve(item, runner_up=None, runner_up_name=None, loss=None)
        rival = best.candidate.exercise
        return evolve(item, runner_up=rival.id, runner_up_name=rival.name, loss=loss)


def other_group(slot: Slot, exercise: Exercise) -> Reason:
    """Return the reason that *exercise* is not of the group of *slot*."""
    return because(ReasonCode.OTHER_GROUP, exercise.id, group=slot.exercise.group.value)


def relations(item: Exercise, other: Exercise) -> Iterator[Reason]:
    """Yield how *other* relates to *item*: by the links of either on a ladder, and by family."""
    for code, ours, theirs in (
        (ReasonCode.EASIER, item.easier, other.harder),
        (ReasonCode.HARDER, item.harder, other.easier),
    ):
        rung = _rung(ours, other.id) or _rung(theirs, item.id)
        if rung is not None:
            changes = ",".join(each.value for each in rung.changes)
            yield because(code, other.id, changes=changes)
    if item.family == other.family:
        yield because(ReasonCode.SAME_FAMILY, other.id, family=item.family)


def _rung(rungs: Iterable[Rung], id: str) -> Rung | None:
    return next((rung for rung in rungs if rung.exercise == id), None)
