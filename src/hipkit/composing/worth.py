"""What one way of doing an exercise is worth.

Rule: worth and seconds of an offer depend on the exercise, goal, level, focus, recent and seed, never
on minutes, on the equipment owned or on the rest of the catalogue; the laws rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import frozen

from ..model import (
    Basis,
    Exercise,
    GroupPolicy,
    Laterality,
    Muscle,
    MuscleRole,
    MuscleUse,
    PhasePolicy,
    Policy,
    PositionFamily,
    Reason,
    ReasonCode,
    Region,
    Request,
    because,
    family_of,
    muscles_of,
    seconds_of,
)
from .eligibility import Candidate

_WORKERS = (MuscleRole.PRIME_MOVER, MuscleRole.LENGTHENED, MuscleRole.PRESSED)
_PLACES = tuple(PositionFamily)
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


def _place_percent(exercise: Exercise, policy: Policy) -> int:
    places = {_PLACES.index(family_of(position)) for position in exercise.positions}
    return min(policy.place_percent[place] for place in places)


def variety_share(seed: int, id: str) -> int:
    """Return 0 to 1000, the same for the same seed and id everywhere and always."""
    from hashlib import blake2b  # loads a large library, and only a seed needs it

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
        Factor(ReasonCode.PLACE, _place_percent(exercise, policy)),
        Factor(ReasonCode.ONE_SIDED, phase.one_sided_percent if one_sided else 100),
        Factor(ReasonCode.FOCUS, _focus_percent(candidate, request, policy)),
        Factor(ReasonCode.RECENT, 100 - group.recent_percent if recent else 100),
        Factor(ReasonCode.VARIETY, lessened, 100_000),
    )


def add_offers(
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
