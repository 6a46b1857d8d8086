"""What one way of doing an exercise is worth.

Rule: worth and seconds of an offer depend on the exercise, goal, level, focus, recent and seed, never
on minutes, on the equipment owned or on the rest of the catalogue; the laws rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import prod
from typing import NamedTuple

from ..model import (
    Basis,
    DoseBand,
    Exercise,
    Laterality,
    Level,
    Muscle,
    MuscleRole,
    MuscleUse,
    PhasePolicy,
    Policy,
    Position,
    PositionFamily,
    Reason,
    ReasonCode,
    Region,
    Request,
    because,
    family_of,
    muscles_of,
)
from ._search import Option

_WORKERS = (MuscleRole.PRIME_MOVER, MuscleRole.LENGTHENED, MuscleRole.PRESSED)
_PLACE_OF = {position: tuple(PositionFamily).index(family_of(position)) for position in Position}
_WORTH_OF_FULL_GRADE = 100
"""Worth per point of grade at 100 %."""

_BASES = (Basis.AUTHOR, Basis.CONVENTION, Basis.EXPERT_OPINION, Basis.ANATOMY, Basis.EMG)
"""What the muscles of an exercise may rest on, weakest first."""


class Factor(NamedTuple):
    """Something that multiplies worth: *percent* of *whole*."""

    code: ReasonCode
    percent: int
    whole: int = 100


class Full(NamedTuple):
    """What all sets of an exercise are worth, *share* of *whole*, before the percent of sets and the cost."""

    share: int
    whole: int

    def times(self, factors: Iterable[Factor]) -> Full:
        """Return this, multiplied by *factors*."""
        share, whole = self
        for factor in factors:
            share *= factor.percent
            whole *= factor.whole
        return Full(share, whole)

    def worth(self, sets: int, phase: PhasePolicy) -> int:
        """Return what so many *sets* are worth in *phase*, less the cost of changing over."""
        return self.share * phase.percent_of_sets(sets) // self.whole - phase.change_over


FULL_GRADE = Full(100 * _WORTH_OF_FULL_GRADE, 100)
"""What an exercise begins with: the worth of grade 100, and sets that count in percent."""


class Candidate(NamedTuple):
    """An exercise with its dose band, as a policy sees it at one level, and its options by rising sets."""

    exercise: Exercise
    band: DoseBand
    full: Full
    options: tuple[Option, ...]


class Offer(NamedTuple):
    """One way to take a candidate: so many sets, what they are worth, and what that is made of."""

    candidate: Candidate
    sets: int
    worth: int
    seconds: int
    place: int
    made_of: tuple[Reason, ...]

    @property
    def exercise(self) -> Exercise:
        """The candidate's exercise."""
        return self.candidate.exercise

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.candidate.exercise.id


def grade(muscles: Iterable[MuscleUse], policy: Policy) -> int:
    """Return the grade 0 to 100 of what an exercise works, lengthens or presses."""
    points = policy.points_of
    uses = list(muscles)
    if not uses:
        return policy.grade_unstated
    earned = sum([points[use.role][use.emphasis - 1] for use in uses if use.role in points])
    return min(100, policy.grade_base + earned)


def basis_of(muscles: Iterable[MuscleUse]) -> Basis:
    """Return the weakest basis on which the muscles of an exercise rest."""
    return min((use.basis for use in muscles), key=_BASES.index, default=Basis.AUTHOR)


_STANDING = (
    ReasonCode.GRADE,
    ReasonCode.PRIORITY,
    ReasonCode.OWN_LEVEL,
    ReasonCode.KIND,
    ReasonCode.LOADED,
    ReasonCode.PLACE,
    ReasonCode.ONE_SIDED,
)
"""What multiplies the worth of every exercise, in the order in which it is told."""


def _standing_percents(exercise: Exercise, policy: Policy, level: Level) -> tuple[int, ...]:
    """Return the percent of each of `_STANDING`."""
    group = exercise.group
    one_sided = exercise.laterality is Laterality.ONE_SIDED
    place = policy.place_percent
    return (
        grade(exercise.muscles, policy),
        policy.group_of[group].weight_percent,
        policy.level_percent[level.rank - exercise.level.rank],
        policy.percent_of_kind[exercise.kind],
        policy.loaded_percent if exercise.load else 100,
        min([place[_PLACE_OF[position]] for position in exercise.positions]),
        policy.phase_policy_of[group].one_sided_percent if one_sided else 100,
    )


def standing_factors(exercise: Exercise, policy: Policy, level: Level) -> tuple[Factor, ...]:
    """Return what multiplies an exercise's worth at *level*, whatever else is asked."""
    return tuple(map(Factor, _STANDING, _standing_percents(exercise, policy, level)))


def standing_full(exercise: Exercise, policy: Policy, level: Level) -> Full:
    """Return what all sets of an exercise are worth at *level*, whatever else is asked."""
    percents = _standing_percents(exercise, policy, level)
    return Full(FULL_GRADE.share * prod(percents), FULL_GRADE.whole * 100 ** len(percents))


def asked_factors(
    exercise: Exercise, request: Request, policy: Policy, variety: int
) -> tuple[Factor, ...]:
    """Return what multiplies an exercise's worth because of what *request* asks; few are touched.

    *variety* is the percent of worth that the request's seed may take at most, 0 to leave it out.
    """
    return tuple(_asked_factors(exercise, request, policy, variety))


def _asked_factors(
    exercise: Exercise, request: Request, policy: Policy, variety: int
) -> Iterator[Factor]:
    focus = _focus_percent(exercise, request, policy)
    if focus != 100:
        yield Factor(ReasonCode.FOCUS, focus)
    less = policy.group_of[exercise.group].recent_percent
    if less and exercise.id in request.recent:
        yield Factor(ReasonCode.RECENT, 100 - less)
    if variety and request.seed is not None:
        yield Factor(
            ReasonCode.VARIETY,
            100_000 - variety * variety_share(request.seed, exercise.id),
            100_000,
        )


def _focus_percent(exercise: Exercise, request: Request, policy: Policy) -> int:
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
    from hashlib import blake2b  # loads a large library, and only a seed needs it

    digest = blake2b(f"{seed}:{id}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % 1_001


def rank(option: Option) -> tuple[int, int, int]:
    """Return what sorts options: more worth first, then fewer seconds; places go by id and sets."""
    return (-option.worth, option.seconds, option.place)


def made_of(
    exercise: Exercise, sets: int, policy: Policy, factors: Iterable[Factor]
) -> tuple[Reason, ...]:
    """Return what the worth of an offer is made of: its grade, every other factor, sets and cost."""
    phase = policy.phase_policy_of[exercise.group]
    return (
        *(
            because(factor.code, exercise.id, percent=factor.percent * 100 // factor.whole)
            for factor in factors
            if factor.code is ReasonCode.GRADE or factor.percent != factor.whole
        ),
        because(ReasonCode.SETS, exercise.id, percent=phase.percent_of_sets(sets)),
        because(ReasonCode.CHANGE_OVER, exercise.id, worth=phase.change_over),
    )
