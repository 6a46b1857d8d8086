"""Why a choice is as it is: for each item, for each group, for everything left out, and the proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..model import (
    Certificate,
    Coverage,
    Exercise,
    Explanation,
    ItemExplanation,
    LeftOut,
    Phase,
    PhasePrice,
    Policy,
    Reason,
    ReasonCode,
    Request,
    because,
)
from . import _search
from .preparing import Eligible
from .selection import Choice, phase_room, room_of, seconds_left
from .worth import Candidate, Offer, basis_of, rank


def explain_choice(
    choice: Choice,
    ordered: Iterable[Offer],
    eligible: Eligible,
    request: Request,
    remarks: Iterable[Reason],
) -> Explanation:
    """Return the explanation that a routine carries."""
    policy = choice.stated.preparation.policy
    around = Around(choice, request)
    counts = Counter(eligible.dropped)
    counts.update(code for _, code in around.left_out(eligible.kept))
    said = list(remarks)
    if request.minutes > policy.useful_minutes:
        said.append(because(ReasonCode.SATURATED, useful_minutes=policy.useful_minutes))
    elif choice.answer.price == 0:  # time is left, and nothing eligible is worth it
        spared = counts[ReasonCode.CAUTION]
        said.append(because(ReasonCode.NOTHING_MORE, spared=spared))
    return Explanation(
        tuple(_item(offer, around, request) for offer in ordered),
        coverage((each.candidate.exercise for each in choice.offers), eligible, policy),
        tuple(LeftOut(str(code), counts[code]) for code in sorted(counts)),
        tuple(said),
        _certificate(choice, request, policy),
    )


def _item(offer: Offer, around: Around, request: Request) -> ItemExplanation:
    rival = None if offer.id in request.include else around.runner_up(offer)
    if rival is None:
        return item_of(offer)
    return item_of(offer, around.candidate(rival).exercise, offer.worth - rival.worth)


def item_of(
    offer: Offer, runner_up: Exercise | None = None, loss: int | None = None
) -> ItemExplanation:
    """Return what *offer* covers and is worth, and what nearly took its place."""
    exercise = offer.exercise
    return ItemExplanation(
        exercise=offer.id,
        covers=exercise.group,
        sets=offer.sets,
        seconds=offer.seconds,
        worth=offer.worth,
        basis=basis_of(exercise.muscles),
        made_of=offer.made_of,
        runner_up=runner_up.id if runner_up else None,
        runner_up_name=runner_up.name if runner_up else None,
        loss=loss,
    )


def coverage(
    exercises: Iterable[Exercise], eligible: Eligible, policy: Policy
) -> tuple[Coverage, ...]:
    """Return how often *exercises* cover each group of *policy*, and how many were *eligible*."""
    chosen = Counter(each.group for each in exercises)
    known = Counter(each.exercise.group for each in eligible.kept)
    return tuple(
        Coverage(
            each.group,
            chosen[each.group],
            sum(each.bonuses[: chosen[each.group]]),
            known[each.group],
        )
        for each in policy.groups
    )


def _certificate(choice: Choice, request: Request, policy: Policy) -> Certificate:
    answer, room = choice.answer, room_of(request, policy)
    return Certificate(
        worth=answer.worth,
        seconds=answer.seconds,
        room=room,
        scale=_search.SCALE,
        objective=answer.value,
        bound=answer.bound,
        gap=answer.bound - answer.value,
        price=answer.price,
        phases=tuple(
            PhasePrice(phase.phase, phase_room(phase, room), price)
            for phase, price in zip(policy.phases, answer.phase_prices, strict=True)
        ),
        options=answer.options,
        open_options=answer.open_options,
    )


class Around:
    """What stands around the items of one choice: who nearly came, and why the others did not."""

    def __init__(self, choice: Choice, request: Request) -> None:
        """Reckon what the choice leaves: seconds, places in groups, families."""
        self._choice = choice
        self._preparation = choice.stated.preparation
        self._policy = policy = self._preparation.policy
        self._server = {each.candidate.exercise.family: each.id for each in choice.offers}
        self._ids = frozenset(self._server.values())
        items = Counter(offer.exercise.group for offer in choice.offers)
        self._warm = any(policy.phase_of[group] is Phase.WARM_UP for group in items)
        taken = ((offer.exercise.group, offer.seconds) for offer in choice.offers)
        self._spare = seconds_left(taken, request, policy)
        shortest = (
            (offer.exercise.group, offer.candidate.options[0].seconds)
            for offer in choice.offers
            if offer.id in request.include
        )
        self._beside_includes = seconds_left(shortest, request, policy)
        self._bonus = {
            each.group: each.bonuses[items[each.group]]
            if items[each.group] < len(each.bonuses)
            else None
            for each in policy.groups
        }

    def candidate(self, option: _search.Option) -> Candidate:
        """Return the candidate behind *option*."""
        return self._preparation.candidate(option.place)

    def runner_up(self, offer: Offer) -> _search.Option | None:
        """Return the best option of another exercise of the group that could stand in the item's place."""
        own = offer.candidate.exercise
        most = offer.seconds + self._spare[self._policy.phase_of[own.group]]
        barred = frozenset[int]() if self._warm else self._preparation.landings
        best: _search.Option | None = None
        for family in self._choice.stated.groups[own.group].families:
            for option in family.options:
                if option.seconds <= most and (best is None or rank(option) < rank(best)):
                    exercise = self.candidate(option).exercise
                    if (
                        exercise is not own
                        and option.place not in barred
                        and self._server.get(exercise.family, offer.id) == offer.id
                    ):
                        best = option
        return best

    def left_out(self, kept: Iterable[Candidate]) -> Iterator[tuple[Candidate, ReasonCode]]:
        """Yield every one of *kept* that was not chosen, with the code of the first reason that applies."""
        stated = self._choice.stated
        for candidate in kept:
            exercise = candidate.exercise
            if exercise.id in self._ids:
                continue
            bonus = self._bonus[exercise.group]
            if exercise.family in self._server:
                yield candidate, ReasonCode.FAMILY_SERVED
            elif (
                candidate.options[0].seconds
                > self._beside_includes[self._policy.phase_of[exercise.group]]
            ):
                yield candidate, ReasonCode.TOO_LONG  # options rise by sets: the first is shortest
            elif (
                bonus is None
                or max(option.worth for option in stated.options_of(candidate)) + bonus <= 0
            ):
                yield candidate, ReasonCode.NOT_WORTH_ITS_TIME
            else:
                yield candidate, ReasonCode.OUTBID

    def why(self, candidate: Candidate, code: ReasonCode, losses: dict[int, int]) -> Reason:
        """Return the reason *code* why *candidate* was left out, with its facts."""
        exercise, answer = candidate.exercise, self._choice.answer
        options = self._choice.stated.options_of(candidate)
        best = max(options, key=lambda each: (each.worth, -each.seconds))
        if code is ReasonCode.FAMILY_SERVED:
            return because(code, exercise.id, by=self._server[exercise.family])
        if code is ReasonCode.TOO_LONG:
            room = self._beside_includes[self._policy.phase_of[exercise.group]]
            return because(code, exercise.id, seconds=options[0].seconds, room=max(0, room))
        if code is ReasonCode.NOT_WORTH_ITS_TIME:
            worth = min(0, best.worth + (self._bonus[exercise.group] or 0))
            return because(code, exercise.id, worth=worth)
        proven = [losses[each.place] for each in options if each.place in losses]
        gap = answer.bound - answer.value
        least = 0 if self._choice.bent else max(0, min(proven, default=0) - gap)
        return because(
            code,
            exercise.id,
            worth=best.worth,
            seconds=best.seconds,
            price=-(-answer.price // _search.SCALE),
            least_loss=-(-least // _search.SCALE),
        )
