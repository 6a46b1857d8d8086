"""Degenerate catalogues: exercises so alike that a bound rules little out. Nobody should do them."""

from __future__ import annotations

from attrs import evolve

import hipkit
from hipkit.model import (
    CountOf,
    DoseBand,
    Exercise,
    Goal,
    Group,
    Laterality,
    Level,
    Muscle,
    MuscleRole,
    MuscleUse,
    Position,
    Span,
)

from .tasks import DEGENERATE_SIZE

_GROUPS = (
    Group.PELVIC_CONTROL,
    Group.ABDUCTION,
    Group.EXTENSION,
    Group.HINGE,
    Group.SINGLE_LEG_BEND,
    Group.FLEXION,
    Group.ADDUCTION,
    Group.EXTERNAL_ROTATION,
    Group.TRUNK_WITH_HIP,
    Group.INTERNAL_ROTATION,
)


def _plain(
    number: int, group: Group, count: int, *, family: str = "", emphasis: tuple[int, ...] = (2,)
) -> Exercise:
    """Return an exercise of 1 to 3 sets of *count* seconds, without pauses of any kind."""
    id = f"alike.{number}"
    band = DoseBand(
        Goal.STRENGTH,
        Level.BEGINNER,
        Span(1, 3),
        Span(count, count),
        CountOf.SECONDS,
        rest=0,
        set_up=0,
    )
    return Exercise(
        id=id,
        name=f"Alike {number}",
        group=group,
        positions=(Position.STANDING,),
        dose=(band,),
        family=family or id,
        laterality=Laterality.BOTH_TOGETHER,
        muscles=tuple(
            MuscleUse(muscle, MuscleRole.PRIME_MOVER, each)
            for muscle, each in zip(Muscle, emphasis, strict=False)
        ),
    )


def degenerate_catalogues() -> dict[str, hipkit.Catalogue]:
    """Return the degenerate kinds of 160 that records can express, by name.

    Not here: worth proportional to seconds, which needs a policy too (see `proportional`), and an odd
    clock, because minutes are even seconds.
    """
    numbers = range(DEGENERATE_SIZE)

    def group(number: int) -> Group:
        return _GROUPS[number % len(_GROUPS)]

    spread = [(1 + n % 3, 1 + n % 2) for n in numbers]
    kinds = {
        "all equal": [_plain(n, group(n), 60) for n in numbers],
        "1-second steps of dose": [_plain(n, group(n), 40 + n) for n in numbers],
        "one family": [
            _plain(n, Group.ABDUCTION, 40 + n % 50, family="alike.family", emphasis=spread[n])
            for n in numbers
        ],
        "one group": [_plain(n, Group.ABDUCTION, 40 + n % 50, emphasis=spread[n]) for n in numbers],
        "all seconds even": [
            _plain(n, group(n), 2 * (20 + n % 45), emphasis=spread[n]) for n in numbers
        ],
    }
    return {name: hipkit.Catalogue(tuple(made)) for name, made in kinds.items()}


def proportional() -> tuple[hipkit.Catalogue, hipkit.Policy]:
    """Return 160 exercises and a policy under which every second is worth the same, in every group."""
    strength = hipkit.default_policy(Goal.STRENGTH)
    policy = evolve(
        strength,
        name="every second alike",
        phases=tuple(
            evolve(each, set_percent=(25, 50, 75), change_over=0, one_sided_percent=100)
            for each in strength.phases
        ),
        groups=tuple(
            evolve(each, weight_percent=100, bonuses=(0,) * 4, recent_percent=0)
            for each in strength.groups
        ),
        grade_base=0,
    )
    # a prime mover earns 10, 20 or 30 points: grades 20 to 90 in tens, as many seconds a set
    emphasis = {grade: _adding_up(grade // 10) for grade in range(20, 100, 10)}
    exercises = [
        _plain(n, _GROUPS[n % len(_GROUPS)], grade, emphasis=emphasis[grade])
        for n in range(DEGENERATE_SIZE)
        for grade in [20 + 10 * (n // len(_GROUPS) % 8)]
    ]
    return hipkit.Catalogue(tuple(exercises)), policy


def _adding_up(total: int) -> tuple[int, ...]:
    """Return emphases of 1 to 3 that add up to *total*."""
    threes, rest = divmod(total, 3)
    return (3,) * threes + ((rest,) if rest else ())
