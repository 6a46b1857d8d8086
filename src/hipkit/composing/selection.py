"""The choice stated as a problem of integers, and its answer read back.

Rule: what an offer is worth is decided in `worth`; here only rooms, bonuses, families and includes
are added, and the search is asked.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from zlib import crc32

from attrs import evolve, frozen

from ..model import Group, Phase, PhasePolicy, Policy, Request
from . import _search
from .eligibility import Candidate, lands
from .worth import Offer, add_offers


@frozen
class Stated:
    """The problem for the search, and the offers behind its places."""

    task: _search.Task
    offers: tuple[Offer, ...]


@frozen
class Choice:
    """The best choice: offers by rising id, the problem that was solved, and the answer's proof.

    *bent* says that a choice was worth more that may not be: one without a main item, or with a landing
    and no warm-up.
    """

    offers: tuple[Offer, ...]
    stated: Stated
    answer: _search.Answer
    bent: bool


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
    """Return the best valid choice, or None when there is none.

    Valid is one with a main item, and with a warm-up item wherever it has a landing: this holds
    whatever a policy's weights say. The unbound best nearly always is; if not, it is branched on.
    """
    roles = _roles(stated, policy)
    answer = _search.solve(stated.task)
    wrong = None if answer is None else roles.wrong(answer)
    if wrong is not None:
        answer = _best_branch(stated.task, wrong, roles)
    if answer is None:
        return None
    return Choice(
        tuple(stated.offers[place] for place in answer.places), stated, answer, wrong is not None
    )


@frozen
class _Roles:
    """Which options are main items, landings and warm-up items, and where their phases stand."""

    main: frozenset[int]
    landings: frozenset[int]
    warm_ups: frozenset[int]
    main_at: int
    warm_up_at: int | None

    def wrong(self, answer: _search.Answer) -> Phase | None:
        """Return the phase of which *answer* lacks an item, or None when it is valid."""
        if not self.main.intersection(answer.places):
            return Phase.MAIN
        if self.landings.isdisjoint(answer.places) or self.warm_ups.intersection(answer.places):
            return None
        return Phase.WARM_UP


def _roles(stated: Stated, policy: Policy) -> _Roles:
    order = [each.phase for each in policy.phases]
    places: dict[Phase, set[int]] = {Phase.MAIN: set(), Phase.WARM_UP: set()}
    landings: set[int] = set()
    for offer in stated.offers:
        exercise = offer.candidate.exercise
        places.setdefault(policy.phase_of[exercise.group], set()).add(offer.place)
        if lands(exercise):
            landings.add(offer.place)
    return _Roles(
        frozenset(places[Phase.MAIN]),
        frozenset(landings),
        frozenset(places[Phase.WARM_UP]),
        order.index(Phase.MAIN),
        order.index(Phase.WARM_UP) if Phase.WARM_UP in order else None,
    )


def _best_valid(task: _search.Task, roles: _Roles) -> _search.Answer | None:
    """Return the best valid choice of *task*, or None when there is none."""
    answer = _search.solve(task)
    wrong = None if answer is None else roles.wrong(answer)
    return answer if wrong is None else _best_branch(task, wrong, roles)


def _best_branch(task: _search.Task, wrong: Phase, roles: _Roles) -> _search.Answer | None:
    """Return the best valid choice of *task*, whose unbound best lacks an item of the phase *wrong*.

    Every valid choice is in some branch: with each main family forced in turn; or without landings,
    or with each warm-up family forced. So the bound is the highest of all branches.
    """
    if wrong is Phase.MAIN:
        branches = _each_forced(task, roles.main_at)
    else:
        branches = [*_without(task, roles.landings)]
        if roles.warm_up_at is not None:
            branches += _each_forced(task, roles.warm_up_at)
    found = [each for each in (_best_valid(branch, roles) for branch in branches) if each]
    if not found:
        return None
    keys = {option.place: option.key for option in _options(task)}

    def rank(each: _search.Answer) -> tuple[int, int, tuple[int, ...]]:
        key = sum(keys[place] for place in each.places)
        return each.value, key, tuple(-place for place in each.places)

    return max(found, key=rank)._replace(bound=max(each.bound for each in found))


def _options(task: _search.Task) -> Iterator[_search.Option]:
    for phase in task.phases:
        for group in phase.groups:
            for family in group.families:
                yield from family.options


def _each_forced(task: _search.Task, at: int) -> list[_search.Task]:
    """Return *task* once for each family of the phase at *at*, with that family forced."""
    made: list[_search.Task] = []
    phase = task.phases[at]
    for place, group in enumerate(phase.groups):
        for index, family in enumerate(group.families):
            families = list(group.families)
            families[index] = family._replace(forced=True)
            groups = list(phase.groups)
            groups[place] = group._replace(families=tuple(families))
            phases = list(task.phases)
            phases[at] = phase._replace(groups=tuple(groups))
            made.append(task._replace(phases=tuple(phases)))
    return made


def _without(task: _search.Task, places: Container[int]) -> Iterator[_search.Task]:
    """Yield *task* without the options at *places*, unless one of them is forced."""
    phases: list[_search.Phase] = []
    for phase in task.phases:
        groups: list[_search.Group] = []
        for group in phase.groups:
            families: list[_search.Family] = []
            for family in group.families:
                kept = tuple(each for each in family.options if each.place not in places)
                if family.forced and not kept:
                    return
                families += [family._replace(options=kept)] if kept else []
            groups += [group._replace(families=tuple(families))] if families else []
        phases.append(phase._replace(groups=tuple(groups)))
    yield task._replace(phases=tuple(phases))


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
