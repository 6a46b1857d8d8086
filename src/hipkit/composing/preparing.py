"""What does not depend on the request, reckoned once and kept.

Rule: everything here follows from exercises, safety rules, policy and level alone, so it may be reckoned
twice (by two threads) and is the same; nothing that a request asks is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import NamedTuple
from zlib import crc32

from ..model import (
    Caution,
    DoseBand,
    Exercise,
    Level,
    OwnRule,
    Phase,
    Policy,
    ReasonCode,
    Request,
    Safety,
)
from ..model.timing import seconds_by_sets
from ._search import Option
from .eligibility import Asked, asked_code, avoided, lands, standing_reasons
from .ruling import ruled_out
from .worth import Candidate, Factor, Offer, made_of, standing_factors, standing_full

_MOST_KEPT = 64
"""Preparations that one pool keeps: every default policy at every level, and some of one's own."""


class Preparation:
    """Every exercise as *policy* sees it at *level*: candidates, and how many never come and why.

    Options have places in order of id and sets; *main*, *warm_ups* and *landings* are places.
    """

    def __init__(self, exercises: Iterable[Exercise], policy: Policy, level: Level) -> None:
        """Look at each of *exercises*, which are in order of id."""
        self.policy: Policy = policy
        self.level: Level = level
        self.dropped: Counter[str] = Counter()
        candidates: list[Candidate] = []
        by_place: list[Candidate] = []
        places: dict[Phase, list[int]] = {each: [] for each in Phase}
        landings: list[int] = []
        for exercise in exercises:
            band = exercise.band(policy.goal, level)
            reason = next(standing_reasons(exercise, band, policy, level), None)
            if reason is not None:
                self.dropped[reason.code] += 1
                continue
            assert band is not None  # else there is a reason
            candidate = _candidate(exercise, band, policy, level, len(by_place))
            candidates.append(candidate)
            own = range(len(by_place), len(by_place) + len(candidate.options))
            by_place += [candidate] * len(own)
            places[policy.phase_of[exercise.group]] += own
            if lands(exercise):
                landings += own
        self.candidates: tuple[Candidate, ...] = tuple(candidates)
        self.main: frozenset[int] = frozenset(places[Phase.MAIN])
        self.warm_ups: frozenset[int] = frozenset(places[Phase.WARM_UP])
        self.landings: frozenset[int] = frozenset(landings)
        self._by_place = tuple(by_place)
        self._offers: dict[int, Offer] = {}

    def candidate(self, place: int) -> Candidate:
        """Return the candidate whose option is at *place*."""
        return self._by_place[place]

    def offer(self, option: Option, factors: tuple[Factor, ...] = ()) -> Offer:
        """Return the offer behind *option*, whose worth a request changed by *factors*."""
        known = self._offers.get(option.place)
        if known is None or factors:
            candidate = self._by_place[option.place]
            exercise = candidate.exercise
            sets = candidate.band.sets.low + option.place - candidate.options[0].place
            all_factors = (*standing_factors(exercise, self.policy, self.level), *factors)
            reasons = made_of(exercise, sets, self.policy, all_factors)
            known = Offer(candidate, sets, option.worth, option.seconds, option.place, reasons)
            if not factors:
                self._offers[option.place] = known
        return known

    def options(self, candidate: Candidate, factors: Iterable[Factor]) -> tuple[Option, ...]:
        """Return the options of *candidate*, their worth multiplied by *factors*."""
        phase = self.policy.phase_policy_of[candidate.exercise.group]
        full, least = candidate.full.times(factors), candidate.band.sets.low
        return tuple(
            option._replace(worth=full.worth(sets, phase))
            for sets, option in enumerate(candidate.options, least)
        )


def _candidate(
    exercise: Exercise, band: DoseBand, policy: Policy, level: Level, place: int
) -> Candidate:
    phase = policy.phase_policy_of[exercise.group]
    full = standing_full(exercise, policy, level)
    key = crc32(exercise.id.encode())  # goes on with the sets: the same as that of "id:sets"
    seconds = seconds_by_sets(exercise.laterality, band)
    least = band.sets.low
    options = [
        Option(
            full.worth(sets, phase),
            taken,
            crc32(b":%d" % sets, key) & 0xFFFFF,
            place + sets - least,
        )
        for sets, taken in enumerate(seconds, least)
    ]
    return Candidate(exercise, band, full, tuple(options))


class Eligible(NamedTuple):
    """Who may answer one request, by rising id, and how many may not, by the code of the first reason."""

    kept: tuple[Candidate, ...]
    dropped: Mapping[str, int]


class Pool(Collection[Exercise]):
    """Exercises to choose from under safety rules and an app's own, with what is reckoned from them once."""

    def __init__(self, exercises: Iterable[Exercise], safety: Safety) -> None:
        """Put *exercises* in order of id."""
        self.exercises: tuple[Exercise, ...] = tuple(sorted(exercises, key=lambda each: each.id))
        self.safety: Safety = safety
        self.rules: tuple[OwnRule, ...] = ()
        self._preparations: dict[tuple[Policy, Level], Preparation] = {}
        self._spared: dict[Caution, frozenset[str]] = {}

    def __iter__(self) -> Iterator[Exercise]:
        """Iterate over the exercises by rising id."""
        return iter(self.exercises)

    def __len__(self) -> int:
        """Return the number of exercises."""
        return len(self.exercises)

    def __contains__(self, item: object) -> bool:
        """Return whether *item* is one of the exercises."""
        return item in self.exercises

    def under(self, rules: Sequence[OwnRule]) -> Pool:
        """Return the same exercises under an app's own *rules*; what was reckoned is shared."""
        if not rules:
            return self
        made = copy(self)
        made.rules = (*self.rules, *rules)
        return made

    def prepared(self, policy: Policy, level: Level) -> Preparation:
        """Return the exercises as *policy* sees them at *level*."""
        found = self._preparations.get((policy, level))
        if found is None:
            if len(self._preparations) >= _MOST_KEPT:
                self._preparations = {}
            found = self._preparations[policy, level] = Preparation(self.exercises, policy, level)
        return found

    def spared(self, caution: Caution) -> frozenset[str]:
        """Return the ids of the exercises that *caution* avoids."""
        found = self._spared.get(caution)
        if found is None:
            found = self._spared[caution] = frozenset(
                exercise.id
                for exercise in self.exercises
                if any(True for _ in avoided(exercise, self.safety, caution.value))
            )
        return found

    def eligible(self, request: Request, policy: Policy) -> Eligible:
        """Return who may answer *request*: whom `eligibility.sift` keeps, found quickly."""
        preparation = self.prepared(policy, request.level)
        asked = Asked(
            frozenset(request.equipment),
            None if request.positions is None else frozenset(request.positions),
            tuple(self.spared(caution) for caution in request.cautions),
            frozenset(request.exclude),
        )
        kept: list[Candidate] = []
        dropped = Counter(preparation.dropped)
        for candidate in preparation.candidates:
            code = asked_code(candidate.exercise, asked)
            if code is None and any(ruled_out(candidate.exercise, request, self.rules)):
                code = ReasonCode.OWN_RULE
            if code is None:
                kept.append(candidate)
            else:
                dropped[code] += 1
        return Eligible(tuple(kept), dropped)


def pool_of(exercises: Iterable[Exercise], safety: Safety) -> Pool:
    """Return *exercises* as a pool; one that is a pool under *safety* already stays the same."""
    if isinstance(exercises, Pool) and exercises.safety == safety:
        return exercises
    return Pool(exercises, safety)
