"""Made-up catalogues of exercises, the same for the same numbers.

The realistic ones vary the packaged exercises: kit, positions, exposures and groups stay, doses and
muscles change within what is legal. Nobody should do what stands in them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from attrs import evolve

import hipkit
from hipkit.model import (
    Basis,
    CountOf,
    DoseBand,
    EffortWord,
    Exercise,
    Exposures,
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

DEGENERATE_SIZE = 160
_LARGEST_FAMILY = 8


def _shifted(rng: random.Random, span: Span, most: int) -> Span:
    """Return *span* a little up or down, from 1 to *most*."""
    low = max(1, span.low + rng.randint(-2, 3))
    high = min(most, max(low, span.high + rng.randint(-2, 3)))
    return Span(min(low, high), high)


def _varied_band(rng: random.Random, band: DoseBand) -> DoseBand:
    """Return *band* with another count, set-up and rest, and perhaps fewer or more sets."""
    sets = Span(
        band.sets.low, max(band.sets.low, min(5, band.sets.high + rng.choice((-1, 0, 0, 1))))
    )
    return evolve(
        band,
        sets=band.sets if band.goal is Goal.ACTIVATION else sets,
        count=_shifted(rng, band.count, 60),
        set_up=max(5, min(60, band.set_up + rng.randint(-8, 8))),
        rest=max(0, min(120, band.rest + rng.randint(-15, 15))) if band.rest else 0,
    )


def _varied_muscles(rng: random.Random, uses: tuple[MuscleUse, ...]) -> tuple[MuscleUse, ...]:
    """Return the muscles with other emphasis, some left out, and on no evidence."""
    kept = [each for each in uses if rng.random() < 0.9] or list(uses)
    return tuple(
        evolve(
            each,
            emphasis=max(1, min(3, each.emphasis + rng.choice((-1, 0, 0, 1)))),
            basis=Basis.AUTHOR,
            evidence=(),
        )
        for each in kept
    )


def _mislabelled(exercise: Exercise) -> Exercise:
    """Return *exercise* as one for beginners, whatever it is: hipkit must notice by itself."""
    easiest: dict[Goal, DoseBand] = {}
    for band in sorted(exercise.dose, key=lambda each: each.level.rank):
        easiest.setdefault(band.goal, band)
    dose = tuple(
        evolve(band, level=Level.BEGINNER)
        if band is easiest[band.goal] and band.effort.word is not EffortWord.VERY_HARD
        else band
        for band in exercise.dose
    )
    return evolve(exercise, dose=dose, level=min(band.level for band in dose))


def _varied(rng: random.Random, model: Exercise, number: int, family: str) -> Exercise:
    """Return a variation of *model* that links to nothing; some say too little, some too much."""
    if rng.random() < 0.1:
        model = evolve(model, exposures=Exposures(), contacts=None)
    if rng.random() < 0.1:
        model = _mislabelled(model)
    return evolve(
        model,
        id=f"varied.{model.group.value}-{number}",
        name=f"{model.name[:60]}, variation {number}",
        family=family,
        dose=tuple(_varied_band(rng, band) for band in model.dose),
        muscles=_varied_muscles(rng, model.muscles),
        variant_of=None,
        aliases=(),
        easier=(),
        harder=(),
        sources=(),
        fit=None,
    )


def _exercises(size: int, number: int) -> Iterator[Exercise]:
    """Yield *size* exercises, family by family."""
    rng = random.Random(f"{size} {number}")
    packaged = [each for each in hipkit.load_catalogue() if each.status == "active"]
    made = 0
    while made < size:
        model = rng.choice(packaged)
        siblings = [each for each in packaged if each.group is model.group]
        family = f"varied.{model.group.value}-{made}"
        for _ in range(min(size - made, rng.choice((1, 1, 1, 2, 2, 3, 4, _LARGEST_FAMILY)))):
            yield _varied(rng, rng.choice(siblings), made, family)
            made += 1


@cache
def mislabelled() -> hipkit.Catalogue:
    """Return the packaged exercises, each as one for beginners."""
    return hipkit.Catalogue(tuple(_mislabelled(each) for each in hipkit.load_catalogue()))


@cache
def realistic(size: int, number: int = 0) -> hipkit.Catalogue:
    """Return a catalogue of *size* variations of packaged exercises; *number* tells them apart."""
    return hipkit.Catalogue(tuple(_exercises(size, number)))


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
