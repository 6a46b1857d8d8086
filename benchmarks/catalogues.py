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
    DoseBand,
    EffortWord,
    Exercise,
    Exposures,
    Goal,
    Level,
    MuscleUse,
    Span,
)

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
