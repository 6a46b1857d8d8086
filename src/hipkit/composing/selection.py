"""The choice stated as a problem of integers, and its answer read back.

Rule: worth, seconds and group of an option depend on the exercise, goal, level, focus, recent and
seed, never on minutes, on the equipment owned or on the rest of the catalogue; the laws rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

from attrs import evolve, frozen

from ..model import (
    Basis,
    Group,
    GroupPolicy,
    Laterality,
    Muscle,
    MuscleRole,
    MuscleUse,
    Phase,
    PhasePolicy,
    Policy,
    Reason,
    ReasonCode,
    Region,
    Request,
    because,
    muscles_of,
    seconds_of,
)
from . import _search
from .eligibility import Candidate

_WORKERS = (MuscleRole.PRIME_MOVER, MuscleRole.LENGTHENED, MuscleRole.PRESSED)
_WORTH_OF_FULL_GRADE = 100
"""Worth per point of grade at 100 %."""


class Factor(NamedTuple):
    """Something that multiplies worth: *percent* of *whole*."""

    code: ReasonCode
    percent: int
    whole: int = 100


@frozen
class Offer:
    """One way to take a candidate: so many sets, what they are worth and how long they take."""

    candidate: Candidate
    sets: int
    worth: int
    seconds: int
    place: int
    factors: tuple[Factor, ...]
    set_percent: int
    change_over: int

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.candidate.exercise.id

    @property
    def made_of(self) -> tuple[Reason, ...]:
        """What the worth is made of: the grade, every percent that is not 100, sets and cost."""
        return (
            *(
                because(factor.code, self.id, percent=factor.percent * 100 // factor.whole)
                for factor in self.factors
                if factor.code is ReasonCode.GRADE or factor.percent != factor.whole
            ),
            because(ReasonCode.SETS, self.id, percent=self.set_percent),
            because(ReasonCode.CHANGE_OVER, self.id, worth=self.change_over),
        )


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


def grade(muscles: Iterable[MuscleUse], policy: Policy) -> int:
    """Return the grade 0 to 100 of what an exercise works, lengthens or presses."""
    points = {each.role: each.at_emphasis for each in policy.points}
    uses = list(muscles)
    if not uses:
        return policy.grade_unstated
    earned = sum(points[use.role][use.emphasis - 1] for use in uses if use.role in points)
    return min(100, policy.grade_base + earned)


def basis_of(muscles: Iterable[MuscleUse]) -> Basis:
    """Return the weakest basis on which the muscles of an exercise rest."""
    order = (Basis.AUTHOR, Basis.CONVENTION, Basis.EXPERT_OPINION, Basis.ANATOMY, Basis.EMG)
    return min((use.basis for use in muscles), key=order.index, default=Basis.AUTHOR)


def _focus_percent(candidate: Candidate, request: Request, policy: Policy) -> int:
    exercise = candidate.exercise
    wanted: set[Muscle] = set()
    for target in request.focus:
        if isinstance(target, Region):
            wanted |= set(muscles_of(target))
        elif isinstance(target, Muscle):
            wanted.add(target)
        elif target is exercise.group:
            return policy.focus_percent
    roles = {use.role for use in exercise.muscles if use.muscle in wanted}
    if roles & set(_WORKERS):
        return policy.focus_percent
    return policy.focus_helper_percent if MuscleRole.SYNERGIST in roles else 100


def variety_share(seed: int, id: str) -> int:
    """Return 0 to 1000, the same for the same seed and id everywhere and always."""
    digest = blake2b(f"{seed}:{id}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % 1_001


def _factors(
    candidate: Candidate,
    request: Request,
    policy: Policy,
    group: GroupPolicy,
    phase: PhasePolicy,
    variety: int,
) -> tuple[Factor, ...]:
    """Return what multiplies an exercise's worth."""
    exercise = candidate.exercise
    below = request.level.rank - exercise.level.rank
    recent = exercise.id in request.recent
    one_sided = exercise.laterality is Laterality.ONE_SIDED
    kind = next(each for each in policy.kinds if each.kind is exercise.kind)
    lessened = 100_000
    if request.seed is not None:
        lessened -= variety * variety_share(request.seed, exercise.id)
    return (
        Factor(ReasonCode.GRADE, grade(exercise.muscles, policy)),
        Factor(ReasonCode.PRIORITY, group.weight_percent),
        Factor(ReasonCode.OWN_LEVEL, policy.level_percent[below]),
        Factor(ReasonCode.KIND, kind.percent),
        Factor(ReasonCode.LOADED, policy.loaded_percent if exercise.load else 100),
        Factor(ReasonCode.ONE_SIDED, phase.one_sided_percent if one_sided else 100),
        Factor(ReasonCode.FOCUS, _focus_percent(candidate, request, policy)),
        Factor(ReasonCode.RECENT, 100 - group.recent_percent if recent else 100),
        Factor(ReasonCode.VARIETY, lessened, 100_000),
    )


def _add_offers(
    offers: list[Offer], candidate: Candidate, request: Request, policy: Policy, variety: int
) -> list[Offer]:
    """Add the offers of *candidate* to *offers*, by rising sets, and return them."""
    exercise, band = candidate.exercise, candidate.band
    group = next(each for each in policy.groups if each.group is exercise.group)
    phase = next(each for each in policy.phases if each.phase is group.phase)
    factors = _factors(candidate, request, policy, group, phase, variety)
    full, divisor = 100 * _WORTH_OF_FULL_GRADE, 100
    for factor in factors:
        full *= factor.percent
        divisor *= factor.whole
    curve, cost = phase.set_percent, phase.change_over
    own: list[Offer] = []
    for sets in range(band.sets.low, band.sets.high + 1):
        percent = curve[min(sets, len(curve)) - 1]
        worth = full * percent // divisor - cost
        seconds = seconds_of(exercise.laterality, band, sets)
        place = len(offers) + len(own)
        own.append(Offer(candidate, sets, worth, seconds, place, factors, percent, cost))
    offers += own
    return own


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
        family += _add_offers(offers, candidate, request, policy, variety)
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
        if varied is not None:
            honest = objective((plain[each.id, each.sets] for each in varied.offers), policy)
            if 10 * honest >= 9 * best or honest == best:
                return varied, False
        variety //= 2
    return canonical, True
