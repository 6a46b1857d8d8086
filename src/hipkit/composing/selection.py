"""The choice stated as a problem of integers, and its answer read back.

Rule: what an offer is worth is decided in `worth`; here only rooms, bonuses, families and includes
are added, and the search is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

from attrs import evolve, frozen

from ..model import Group, Phase, PhasePolicy, Policy, Request
from . import _search
from .eligibility import Candidate
from .worth import Offer, add_offers


@frozen
class Stated:
    """The problem for the search, and the offers behind its places."""

    task: _search.Task
    offers: tuple[Offer, ...]


@frozen
class Choice:
    """The best choice: offers by rising id, the problem that was solved, and the answer's proof.

    *main_forced* says that the best without a main item was worth more, and may not be.
    """

    offers: tuple[Offer, ...]
    stated: Stated
    answer: _search.Answer
    main_forced: bool


def room_of(request: Request, policy: Policy) -> int:
    """Return the seconds that a routine may take: the minutes asked for, up to the useful most."""
    return 60 * min(request.minutes, policy.useful_minutes)


def phase_room(phase: PhasePolicy, room: int) -> int:
    """Return the seconds that *phase* may take of *room*; it never shrinks when room grows."""
    return min(room, phase.most_seconds, room * phase.share_percent // 100)


def state(
    candidates: Iterable[Candidate], request: Request, policy: Policy, variety: int = 0
) -> Stated:
    """Return the problem of choosing among *candidates*, with *variety* percent of jitter."""
    offers: list[Offer] = []
    ordered = sorted(candidates, key=lambda each: each.exercise.id)
    by_group: dict[Group, dict[str, list[Offer]]] = {}
    for candidate in ordered:
        exercise = candidate.exercise
        family = by_group.setdefault(exercise.group, {}).setdefault(exercise.family, [])
        family += add_offers(offers, candidate, request, policy, variety)
    return Stated(_task(by_group, request, policy), tuple(offers))


def _task(
    by_group: Mapping[Group, Mapping[str, list[Offer]]], request: Request, policy: Policy
) -> _search.Task:
    room = room_of(request, policy)
    included = set(request.include)
    phases: list[_search.Phase] = []
    for phase in policy.phases:
        groups = tuple(
            _search.Group(
                group.bonuses,
                tuple(_family(offers, included) for offers in by_group[group.group].values()),
            )
            for group in policy.groups
            if group.phase is phase.phase and group.group in by_group
        )
        phases.append(_search.Phase(phase_room(phase, room), groups))
    return _search.Task(room, tuple(phases))


def _family(offers: list[Offer], included: set[str]) -> _search.Family:
    forced = [each for each in offers if each.id in included]
    options = tuple(
        _search.Option(
            each.worth, each.seconds, crc32(f"{each.id}:{each.sets}".encode()) & 0xFFFFF, each.place
        )
        for each in forced or offers
    )
    return _search.Family(options, bool(forced))


def choose(stated: Stated, policy: Policy) -> Choice | None:
    """Return the best choice that has at least one main item, or None when there is none."""
    answer = _search.solve(stated.task)
    if answer is None:
        return None
    main = [each.phase for each in policy.phases].index(Phase.MAIN)
    main_places = {
        option.place
        for group in stated.task.phases[main].groups
        for family in group.families
        for option in family.options
    }
    main_forced = not main_places & set(answer.places)
    if main_forced:
        answer = _best_with_main(stated.task, main)
        if answer is None:
            return None
    return Choice(
        tuple(stated.offers[place] for place in answer.places), stated, answer, main_forced
    )


def _best_with_main(task: _search.Task, main: int) -> _search.Answer | None:
    """Return the best choice with a main item, trying each main family in turn as forced.

    Only needed when the main items are worth less than nothing, or hardly fit. Its bound is the
    highest of all those tried, because every choice with a main item is among them.
    """
    bound: int | None = None
    best: tuple[tuple[int, int, tuple[int, ...]], _search.Answer] | None = None
    keys = {
        option.place: option.key
        for phase in task.phases
        for group in phase.groups
        for family in group.families
        for option in family.options
    }
    phase = task.phases[main]
    for at, group in enumerate(phase.groups):
        for index, family in enumerate(group.families):
            families = list(group.families)
            families[index] = family._replace(forced=True)
            groups = list(phase.groups)
            groups[at] = group._replace(families=tuple(families))
            phases = list(task.phases)
            phases[main] = phase._replace(groups=tuple(groups))
            answer = _search.solve(task._replace(phases=tuple(phases)))
            if answer is None:
                continue
            bound = answer.bound if bound is None else max(bound, answer.bound)
            order = (
                answer.value,
                sum(keys[place] for place in answer.places),
                tuple(-place for place in answer.places),
            )
            if best is None or order > best[0]:
                best = (order, answer)
    return None if best is None or bound is None else best[1]._replace(bound=bound)


def objective(offers: Iterable[Offer], policy: Policy) -> int:
    """Return the worth of *offers* together: their own, and the bonuses of the groups they cover."""
    total = 0
    count: dict[Group, int] = {}
    for offer in offers:
        total += offer.worth
        group = offer.candidate.exercise.group
        count[group] = count.get(group, 0) + 1
    bonuses = {each.group: each.bonuses for each in policy.groups}
    return total + sum(sum(bonuses[group][:items]) for group, items in count.items())


def choose_with_variety(
    candidates: tuple[Candidate, ...], request: Request, policy: Policy
) -> tuple[Choice, bool] | None:
    """Return the best choice for the request's seed, and whether the seed had to be given up.

    The jitter is halved until the choice, judged without it, is worth at least 90 % of the canonical
    one; at last the canonical choice itself is returned.
    """
    canonical = choose(state(candidates, evolve(request, seed=None), policy), policy)
    if canonical is None or request.seed is None:
        return None if canonical is None else (canonical, False)
    best = objective(canonical.offers, policy)
    plain = {(offer.id, offer.sets): offer for offer in canonical.stated.offers}
    variety = policy.variety_percent
    while variety:
        varied = choose(state(candidates, request, policy, variety), policy)
        kept = () if varied is None else tuple(plain[each.id, each.sets] for each in varied.offers)
        honest = objective(kept, policy)
        if varied is not None and (10 * honest >= 9 * best or honest == best):
            return varied, False
        variety //= 2
    return canonical, True
