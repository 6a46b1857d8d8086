"""What a request asks, stated a second time from the records, the policy and the request alone.

This is a reading of the contract by code that shares nothing with the rooms that decide: nothing of
`hipkit.composing` is imported. A mistake in who may come, in seconds, in worth or in a room shows as a
difference between what this problem's best answer is worth and what hipkit's is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from hipkit.model import (
    DoseBand,
    Exercise,
    GroupPolicy,
    Muscle,
    PhasePolicy,
    Policy,
    Region,
    Request,
    Safety,
    Span,
    muscles_of,
)

from .coming import RANKS, band_of, lands, may_come
from .shape import Family, Group, Option, Phase, Task, Validity


class Statement(NamedTuple):
    """The problem of a request, its rules of validity, and the (id, sets) behind each place.

    *task* is None when what is included already makes a routine impossible.
    """

    task: Task | None
    validity: Validity
    offers: tuple[tuple[str, int], ...]


class _Sizes(NamedTuple):
    """One way to take an exercise."""

    exercise: Exercise
    sets: int
    worth: int
    seconds: int


def seconds_of(exercise: Exercise, band: DoseBand, sets: int) -> int:
    """Return set-up + work + side switches + rests, rounded up to whole seconds once."""
    hold = band.hold.typical if isinstance(band.hold, Span) else band.hold
    parts = (band.lift, hold, band.lower, band.pause)
    one = Fraction(1) if band.count_of == "seconds" else sum(Fraction(str(part)) for part in parts)
    count = (band.count.low + band.count.high + 1) // 2
    sides = 1 if exercise.laterality == "both-together" else 2
    switches = sets * band.side_switch if exercise.laterality == "one-sided" else 0
    rests = (sets - 1) * band.rest
    return ceil(band.set_up + sets * sides * count * one + switches + rests)


def _grade(exercise: Exercise, policy: Policy) -> int:
    """Return 0 to 100 for what the exercise works, lengthens or presses."""
    if not exercise.muscles:
        return policy.grade_unstated
    points = {
        (each.role, n): p for each in policy.points for n, p in enumerate(each.at_emphasis, 1)
    }
    earned = sum(points.get((use.role, use.emphasis), 0) for use in exercise.muscles)
    return min(100, policy.grade_base + earned)


def _focus(exercise: Exercise, request: Request, policy: Policy) -> int:
    """Return the percent that focus makes of worth: most for what works, less for what helps."""
    wanted: set[Muscle] = set()
    for target in request.focus:
        if isinstance(target, Muscle):
            wanted.add(target)
        elif isinstance(target, Region):
            wanted.update(muscles_of(target))
        elif target == exercise.group:
            return policy.focus_percent
    roles = {str(use.role) for use in exercise.muscles if use.muscle in wanted}
    if roles & {"prime-mover", "lengthened", "pressed"}:
        return policy.focus_percent
    return policy.focus_helper_percent if "synergist" in roles else 100


def _sizes(
    exercise: Exercise, band: DoseBand, request: Request, policy: Policy
) -> Iterator[_Sizes]:
    """Yield every number of sets of *exercise*, with its worth by the policy and its seconds."""
    (group,) = (each for each in policy.groups if each.group == exercise.group)
    (phase,) = (each for each in policy.phases if each.phase == group.phase)
    (kind,) = (each for each in policy.kinds if each.kind == exercise.kind)
    percents = (
        group.weight_percent,
        policy.level_percent[RANKS[request.level] - RANKS[exercise.level]],
        kind.percent,
        100 if exercise.load is None else policy.loaded_percent,
        phase.one_sided_percent if exercise.laterality == "one-sided" else 100,
        _focus(exercise, request, policy),
        100 - group.recent_percent if exercise.id in request.recent else 100,
    )
    full = Fraction(100 * _grade(exercise, policy))
    for percent in percents:
        full *= Fraction(percent, 100)
    for sets in band.sets:
        at = phase.set_percent[min(sets, len(phase.set_percent)) - 1]
        worth = floor(full * Fraction(at, 100)) - phase.change_over
        yield _Sizes(exercise, sets, worth, seconds_of(exercise, band, sets))


def _clash(exercises: Iterable[Exercise], request: Request, eligible: set[str]) -> bool:
    """Return whether what is included cannot come, or two of it are of one family."""
    families = [each.family for each in exercises if each.id in request.include]
    return not set(request.include) <= eligible or len(set(families)) < len(families)


def state(
    exercises: Iterable[Exercise], request: Request, policy: Policy, safety: Safety
) -> Statement:
    """Return the problem that *request* poses for *exercises* under *policy* and *safety*."""
    families: dict[str, dict[str, list[_Sizes]]] = {}
    eligible: list[Exercise] = []
    for exercise in exercises:
        band = band_of(exercise, str(request.goal), str(request.level))
        if band is None or not may_come(exercise, band, request, policy, safety):
            continue
        eligible.append(exercise)
        family = families.setdefault(str(exercise.group), {}).setdefault(exercise.family, [])
        family += _sizes(exercise, band, request, policy)
    room = 60 * min(request.minutes, policy.useful_minutes)
    offers: list[_Sizes] = []
    phases = tuple(
        _phase(phase, policy.groups, room, families, request, offers) for phase in policy.phases
    )
    advice = any(request.goal in safety.rule(each).no_routine_for for each in request.cautions)
    impossible = advice or _clash(eligible, request, {each.id for each in eligible})
    order = [str(phase.phase) for phase in policy.phases]
    return Statement(
        None if impossible else Task(room, phases),
        Validity(
            order.index("main"),
            order.index("warm-up") if "warm-up" in order else None,
            frozenset(place for place, each in enumerate(offers) if lands(each.exercise)),
        ),
        tuple((each.exercise.id, each.sets) for each in offers),
    )


def _phase(
    phase: PhasePolicy,
    groups: Iterable[GroupPolicy],
    room: int,
    families: dict[str, dict[str, list[_Sizes]]],
    request: Request,
    offers: list[_Sizes],
) -> Phase:
    """Return one phase with its room, and put what it offers at the end of *offers*."""
    made: list[Group] = []
    for group in groups:
        if group.phase == phase.phase:
            own = families.get(str(group.group), {}).values()
            made.append(Group(group.bonuses, tuple(_family(each, request, offers) for each in own)))
    return Phase(min(room, phase.most_seconds, room * phase.share_percent // 100), tuple(made))


def _family(sizes: list[_Sizes], request: Request, offers: list[_Sizes]) -> Family:
    """Return one family: only what is included of it, when something is."""
    included = [each for each in sizes if each.exercise.id in request.include]
    options: list[Option] = []
    for each in included or sizes:
        options.append(Option(each.worth, each.seconds, len(offers)))
        offers.append(each)
    return Family(tuple(options), bool(included))
