"""Why a choice is as it is: for each item, for each group, for everything left out, and the proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..model import (
    Certificate,
    Coverage,
    Explanation,
    Group,
    ItemExplanation,
    LeftOut,
    Phase,
    PhasePrice,
    Policy,
    Reason,
    ReasonCode,
    Request,
    Verdict,
    because,
)
from . import _search
from .eligibility import Sifted, lands
from .selection import Choice, phase_room, room_of
from .worth import Offer, basis_of


def explain_choice(
    choice: Choice,
    ordered: Iterable[Offer],
    sifted: Sifted,
    request: Request,
    policy: Policy,
    remarks: Iterable[Reason],
) -> Explanation:
    """Return the explanation that a routine carries."""
    items = tuple(_item(offer, choice, request, policy) for offer in ordered)
    counts = Counter(verdict.reasons[0].code.value for verdict in sifted.dropped)
    counts.update(verdict.reasons[0].code.value for verdict in outranked(choice, request, policy))
    said = list(remarks)
    if request.minutes > policy.useful_minutes:
        said.append(because(ReasonCode.SATURATED, useful_minutes=policy.useful_minutes))
    elif choice.answer.price == 0:  # time is left, and nothing eligible is worth it
        spared = counts[ReasonCode.CAUTION.value]
        said.append(because(ReasonCode.NOTHING_MORE, spared=spared))
    return Explanation(
        items,
        _coverage(choice, sifted, policy),
        tuple(LeftOut(code, counts[code]) for code in sorted(counts)),
        tuple(said),
        _certificate(choice, request, policy),
    )


def _item(offer: Offer, choice: Choice, request: Request, policy: Policy) -> ItemExplanation:
    exercise = offer.candidate.exercise
    runner_up = None if offer.id in request.include else _runner_up(offer, choice, request, policy)
    return ItemExplanation(
        exercise=offer.id,
        covers=exercise.group,
        sets=offer.sets,
        seconds=offer.seconds,
        worth=offer.worth,
        basis=basis_of(exercise.muscles),
        made_of=offer.made_of,
        runner_up=runner_up.id if runner_up else None,
        runner_up_name=runner_up.candidate.exercise.name if runner_up else None,
        loss=offer.worth - runner_up.worth if runner_up else None,
    )


def _runner_up(offer: Offer, choice: Choice, request: Request, policy: Policy) -> Offer | None:
    """Return the best other exercise of the group that could stand in the item's place."""
    exercise = offer.candidate.exercise
    warm = any(_phase_of(each, policy) is Phase.WARM_UP for each in choice.offers)
    families = {each.candidate.exercise.family for each in choice.offers if each.id != offer.id}
    spare = min(
        room_of(request, policy) - choice.answer.seconds,
        _phase_spare(offer, choice, policy, request),
    )
    rivals = [
        each
        for each in choice.stated.offers
        if each.candidate.exercise.group is exercise.group
        and each.id != offer.id
        and each.candidate.exercise.family not in families
        and each.seconds <= offer.seconds + spare
        and (warm or not lands(each.candidate.exercise))
    ]
    return min(rivals, key=lambda each: (-each.worth, each.seconds, each.place), default=None)


def _phase_of(offer: Offer, policy: Policy) -> Phase:
    return policy.phase_of[offer.candidate.exercise.group]


def _phase_spare(offer: Offer, choice: Choice, policy: Policy, request: Request) -> int:
    own = _phase_of(offer, policy)
    used = sum(each.seconds for each in choice.offers if _phase_of(each, policy) is own)
    phase = next(each for each in policy.phases if each.phase is own)
    return phase_room(phase, room_of(request, policy)) - used


def _coverage(choice: Choice, sifted: Sifted, policy: Policy) -> tuple[Coverage, ...]:
    chosen = Counter(each.candidate.exercise.group for each in choice.offers)
    eligible = Counter(each.exercise.group for each in sifted.kept)
    return tuple(
        Coverage(
            each.group,
            chosen[each.group],
            sum(each.bonuses[: chosen[each.group]]),
            eligible[each.group],
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


def outranked(choice: Choice, request: Request, policy: Policy) -> tuple[Verdict, ...]:
    """Return, for every eligible exercise that was not chosen, the first reason that applies."""
    chosen = {each.id for each in choice.offers}
    offers: dict[str, list[Offer]] = {}
    for offer in choice.stated.offers:
        if offer.id not in chosen:
            offers.setdefault(offer.id, []).append(offer)
    judge = _Judge(choice, request, policy)
    return tuple(Verdict(id, (judge.why(own),)) for id, own in offers.items())


class _Judge:
    """Tells why an eligible exercise was left out of one choice."""

    def __init__(self, choice: Choice, request: Request, policy: Policy) -> None:
        answer = choice.answer
        self._price = answer.price
        self._bent = choice.bent
        self._gap = answer.bound - answer.value
        self._losses = _search.option_losses(choice.stated.task, answer.phase_prices)
        self._server = {each.candidate.exercise.family: each.id for each in choice.offers}
        self._phase_of = policy.phase_of
        self._room = self._beside_includes(choice, request, policy)
        self._bonus = self._next_bonuses(choice, policy)

    def _beside_includes(
        self, choice: Choice, request: Request, policy: Policy
    ) -> dict[Phase, int]:
        """Return the seconds that the shortest included items leave for each phase."""
        shortest: dict[str, tuple[int, Phase]] = {}
        for each in choice.stated.offers:
            if each.id in request.include and each.id not in shortest:
                own = self._phase_of[each.candidate.exercise.group]
                shortest[each.id] = (each.seconds, own)
        room = room_of(request, policy)
        in_all = room - sum(seconds for seconds, _ in shortest.values())
        return {
            phase.phase: min(
                in_all,
                phase_room(phase, room)
                - sum(seconds for seconds, own in shortest.values() if own is phase.phase),
            )
            for phase in policy.phases
        }

    def _next_bonuses(self, choice: Choice, policy: Policy) -> dict[Group, int | None]:
        """Return the bonus that one more item of each group would earn, None where it has its most."""
        items = Counter(each.candidate.exercise.group for each in choice.offers)
        return {
            each.group: each.bonuses[items[each.group]]
            if items[each.group] < len(each.bonuses)
            else None
            for each in policy.groups
        }

    def why(self, own: list[Offer]) -> Reason:
        """Return the first reason that applies to the exercise whose offers are *own*."""
        exercise = own[0].candidate.exercise
        if exercise.family in self._server:
            return because(ReasonCode.FAMILY_SERVED, exercise.id, by=self._server[exercise.family])
        room = self._room[self._phase_of[exercise.group]]
        if own[0].seconds > room:  # offers rise by sets, so the first is the shortest
            return because(
                ReasonCode.TOO_LONG, exercise.id, seconds=own[0].seconds, room=max(0, room)
            )
        bonus = self._bonus[exercise.group]
        best = max(own, key=lambda each: (each.worth, -each.seconds))
        if bonus is None or best.worth + bonus <= 0:
            worth = min(0, best.worth + (bonus or 0))
            return because(ReasonCode.NOT_WORTH_ITS_TIME, exercise.id, worth=worth)
        losses = [self._losses[each.place] for each in own if each.place in self._losses]
        least = 0 if self._bent else max(0, min(losses, default=0) - self._gap)
        return because(
            ReasonCode.OUTBID,
            exercise.id,
            worth=best.worth,
            seconds=best.seconds,
            price=-(-self._price // _search.SCALE),
            least_loss=-(-least // _search.SCALE),
        )
