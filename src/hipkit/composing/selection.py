"""The choice stated as a problem of integers, and its answer read back.

Rule: what an offer is worth is decided in `worth`; here only rooms, bonuses, families and includes
are added, and the search is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model import Group, Phase, PhasePolicy, Policy, Request
from . import _search
from .preparing import Preparation
from .worth import Candidate, Factor, Offer, asked_factors


class Changed(NamedTuple):
    """By which factors a request changes the worth of a candidate's options, and these."""

    factors: tuple[Factor, ...]
    options: tuple[_search.Option, ...]


class Stated(NamedTuple):
    """The problem for the search, and what stands behind its options.

    *groups* are the groups of the task; *changed* what the request changed, by candidates' first places.
    """

    task: _search.Task
    preparation: Preparation
    groups: Mapping[Group, _search.Group]
    changed: Mapping[int, Changed]

    def offer(self, option: _search.Option) -> Offer:
        """Return the offer behind *option*."""
        candidate = self.preparation.candidate(option.place)
        changed = self.changed.get(candidate.options[0].place)
        return self.preparation.offer(option, changed.factors if changed else ())

    def offer_at(self, place: int) -> Offer:
        """Return the offer at *place*."""
        candidate = self.preparation.candidate(place)
        return self.offer(self.options_of(candidate)[place - candidate.options[0].place])

    def options_of(self, candidate: Candidate) -> tuple[_search.Option, ...]:
        """Return the options of *candidate*, worth what they are worth to this request."""
        changed = self.changed.get(candidate.options[0].place)
        return changed.options if changed else candidate.options

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Every offer, by rising id and sets."""
        return tuple(
            self.offer_at(place) for place in sorted(each.place for each in options_in(self.task))
        )


class Choice(NamedTuple):
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
    return min(phase.most_seconds, room * phase.share_percent // 100)


def seconds_left(
    taken: Iterable[tuple[Group, int]], request: Request, policy: Policy
) -> dict[Phase, int]:
    """Return the seconds that each phase has left where items of some groups take so many seconds."""
    used: Counter[Phase | None] = Counter()
    for group, seconds in taken:
        used[policy.phase_of.get(group)] += seconds  # None: another policy chose it
    room = room_of(request, policy)
    left = room - used.total()
    return {
        each.phase: min(left, phase_room(each, room) - used[each.phase]) for each in policy.phases
    }


def state(
    kept: Iterable[Candidate], preparation: Preparation, request: Request, variety: int = 0
) -> Stated:
    """Return the problem of choosing among *kept*; the seed counts only with *variety* percent."""
    policy = preparation.policy
    plain = not (request.focus or request.recent or variety)
    included = set(request.include)
    changed: dict[int, Changed] = {}
    families: dict[Group, dict[str, list[_search.Option]]] = {}
    forced: dict[str, list[_search.Option]] = {}
    for candidate in kept:
        exercise, options = candidate.exercise, candidate.options
        factors = () if plain else asked_factors(exercise, request, policy, variety)
        if factors:
            options = preparation.options(candidate, factors)
            changed[options[0].place] = Changed(factors, options)
        families.setdefault(exercise.group, {}).setdefault(exercise.family, []).extend(options)
        if exercise.id in included:
            forced.setdefault(exercise.family, []).extend(options)
    groups = {
        group.group: _search.Group(
            group.bonuses,
            tuple(
                _search.Family(tuple(forced.get(family, options)), family in forced)
                for family, options in families[group.group].items()
            ),
        )
        for group in policy.groups
        if group.group in families
    }
    room = room_of(request, policy)
    phases = tuple(
        _search.Phase(
            phase_room(phase, room),
            tuple(group for name, group in groups.items() if policy.phase_of[name] is phase.phase),
        )
        for phase in policy.phases
    )
    return Stated(_search.Task(room, phases), preparation, groups, changed)


def choose(stated: Stated) -> Choice | None:
    """Return the best valid choice, or None when there is none.

    Valid is one with a main item, and with a warm-up item wherever it has a landing: this holds
    whatever a policy's weights say. The unbound best nearly always is; if not, it is branched on.
    """
    roles = _Roles(stated.preparation)
    answer, bent = _best_valid(stated.task, roles)
    if answer is None:
        return None
    return Choice(tuple(map(stated.offer_at, answer.places)), stated, answer, bent)


class _Roles:
    """Which options are main items, landings and warm-up items, and where their phases stand."""

    def __init__(self, preparation: Preparation) -> None:
        order = [each.phase for each in preparation.policy.phases]
        self._preparation = preparation
        self.landings = preparation.landings
        self.main_at = order.index(Phase.MAIN)
        self.warm_up_at = order.index(Phase.WARM_UP) if Phase.WARM_UP in order else None

    def wrong(self, answer: _search.Answer) -> Phase | None:
        """Return the phase of which *answer* lacks an item, or None when it is valid."""
        if self._preparation.main.isdisjoint(answer.places):
            return Phase.MAIN
        lands = not self.landings.isdisjoint(answer.places)
        if lands and self._preparation.warm_ups.isdisjoint(answer.places):
            return Phase.WARM_UP
        return None


def options_in(task: _search.Task) -> Iterator[_search.Option]:
    """Yield every option of *task*."""
    for phase in task.phases:
        for group in phase.groups:
            for family in group.families:
                yield from family.options


def _best_valid(task: _search.Task, roles: _Roles) -> tuple[_search.Answer | None, bool]:
    """Return the best valid choice of *task* or None, and whether one was worth more that is not valid."""
    answer = _search.solve(task)
    wrong = None if answer is None else roles.wrong(answer)
    return (answer, False) if wrong is None else (_best_branch(task, wrong, roles), True)


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
    found = [each for each, _ in (_best_valid(branch, roles) for branch in branches) if each]
    if not found:
        return None
    keys = {option.place: option.key for option in options_in(task)}

    def rank(each: _search.Answer) -> tuple[int, int, tuple[int, ...]]:
        key = sum(keys[place] for place in each.places)
        return each.value, key, tuple(-place for place in each.places)

    return max(found, key=rank)._replace(bound=max(each.bound for each in found))


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
    return total + sum(
        sum(policy.group_of[group].bonuses[:items]) for group, items in count.items()
    )


def choose_with_variety(
    kept: Sequence[Candidate], preparation: Preparation, request: Request
) -> tuple[Choice, bool] | None:
    """Return the best choice for the request's seed, and whether the seed had to be given up.

    The jitter is halved until the choice, judged without it, is worth at least 90 % of the canonical
    one; at last the canonical choice itself is returned.
    """
    policy = preparation.policy
    canonical = choose(state(kept, preparation, request))
    if canonical is None or request.seed is None:
        return None if canonical is None else (canonical, False)
    best = canonical.answer.worth
    variety = policy.variety_percent
    while variety:
        varied = choose(state(kept, preparation, request, variety))
        assert varied is not None  # jitter changes what is worth most, not what is possible
        plain = (canonical.stated.offer_at(offer.place) for offer in varied.offers)
        honest = objective(plain, policy)
        if 10 * honest >= 9 * best or honest == best:
            return varied, False
        variety //= 2
    return canonical, True
