"""Strategies of exercises, and of catalogues that hold together.

Rule: what is drawn links, cites and ranks as packaged records must.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from ..catalogue import Catalogue
from ..model import (
    CautionException,
    Chain,
    Change,
    Contact,
    Criterion,
    Equipment,
    Exercise,
    FitReference,
    Goal,
    Group,
    Instructions,
    Joints,
    Kind,
    Laterality,
    Level,
    Load,
    Movement,
    MuscleUse,
    Plane,
    Position,
    Read,
    Review,
    Rung,
    Status,
    Study,
    Support,
    WorkedSide,
    usual_kind,
)
from ._nouns import OWN, dose_bands, exposures, nouns, slugs, texts

_RULES = ("r1",)
_STUDIES = (Study("doe20", ("Doe J",), "A trial", Read.ABSTRACT, journal="J Trials", year=2020),)
_CONVENTION = ("convention",)
"""What every catalogue knows."""
_KEYS = (*_CONVENTION, *_RULES, "doe20")
"""What drawn catalogues know, and what their exercises cite."""


def some(words: Any, max_size: int = 3, min_size: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return from *min_size* to *max_size* different *words*, as a tuple."""
    drawn = st.lists(st.sampled_from(words), min_size=min_size, max_size=max_size, unique=True)
    return drawn.map(tuple)


@cache
def _details(*, stated: bool | None, keys: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Return the fields of an exercise that depend on no other."""
    uses = st.lists(nouns(MuscleUse), max_size=3, unique_by=lambda use: use.muscle)
    return st.fixed_dictionaries(
        {
            "name": texts(1),
            "positions": some(Position, 2, 1),
            "since": st.sampled_from(("", "2026.1")),
            "reviewed": st.none() | nouns(Review),
            "movements": some(Movement, 2),
            "plane": st.sampled_from(Plane),
            "chain": st.sampled_from(Chain),
            "joints": st.sampled_from(Joints),
            "skill": st.integers(1, 3),
            "support": st.none() | st.sampled_from(Support),
            "contacts": st.none() | some(Contact, 2),
            "space_metres": st.integers(0, 50).map(lambda tenths: tenths / 10),
            "needs": st.just(())
            | st.lists(some(Equipment, 2, 1), max_size=2, unique=True).map(tuple),
            "step_height": st.none() | st.integers(5, 60),
            "load": st.none() | nouns(Load),
            "laterality": st.sampled_from(Laterality),
            "worked_side": st.sampled_from(WorkedSide),
            "exposures": exposures(stated=stated),
            "exceptions": st.just(()) | st.tuples(nouns(CautionException)),
            "muscles": uses.map(lambda drawn: tuple(evolve(use, evidence=()) for use in drawn)),
            "fit": st.none() | nouns(FitReference),
            "sources": some(keys, 2),
            "instructions": st.just(Instructions()) | nouns(Instructions),
        }
    )


@st.composite
def exercises(
    draw: st.DrawFn,
    *,
    ids: st.SearchStrategy[str] | None = None,
    groups: Sequence[Group] = tuple(Group),
    goals: Sequence[Goal] = tuple(Goal),
    levels: Sequence[Level] = tuple(Level),
    stated: bool | None = None,
    max_bands: int = 3,
    keys: tuple[str, ...] = _CONVENTION,
) -> Exercise:
    """Draw exercises of *groups* with doses for *goals* at *levels*, exposures *stated* or not.

    They link to no other exercise and cite *keys*, by default what every catalogue knows, so an exercise
    whose id is new fits into any; `catalogues` draws links and citations, too.
    """
    one = dose_bands(goals=goals, levels=levels, keys=keys)
    bands = st.lists(one, min_size=1, max_size=max_bands, unique_by=lambda b: (b.goal, b.level))
    dose = tuple(draw(bands))
    lowest = min((band.level for band in dose), key=lambda level: level.rank)
    group = draw(st.sampled_from(groups))
    return Exercise(
        id=draw(ids if ids is not None else slugs(prefixed=True)),
        group=group,
        dose=dose,
        level=draw(st.sampled_from([level for level in Level if level <= lowest])),
        kind=draw(st.just(usual_kind(group)) | st.sampled_from(Kind)),
        **draw(_details(stated=stated, keys=keys)),
    )


@st.composite
def catalogues(
    draw: st.DrawFn,
    *,
    min_size: int = 1,
    max_size: int = 6,
    groups: Sequence[Group] = tuple(Group),
    goals: Sequence[Goal] = tuple(Goal),
    levels: Sequence[Level] = tuple(Level),
    stated: bool | None = None,
) -> Catalogue:
    """Draw catalogues: ids unique, families in one group, links without loops, levels rising."""
    made = draw(
        st.lists(
            exercises(
                groups=groups, goals=goals, levels=levels, stated=stated, max_bands=2, keys=_KEYS
            ),
            min_size=min_size,
            max_size=max_size,
            unique_by=lambda each: each.id,
        )
    )
    made.sort(key=lambda each: each.level.rank)
    linked: list[Exercise] = []
    for place, each in enumerate(made):
        before = [one for one in linked if one.group is each.group]
        changed = each
        joins, eases, climbs = draw(st.tuples(*[st.booleans()] * 3))
        if before and joins:
            changed = evolve(changed, family=draw(st.sampled_from(before)).family)
        if linked and eases:
            rung = Rung(draw(st.sampled_from(linked)).id, (draw(st.sampled_from(Change)),))
            changed = evolve(changed, easier=(rung,))
        later = [one.id for one in made[place + 1 :]]
        if later and climbs:
            climb = draw(st.none() | nouns(Criterion))
            changed = evolve(changed, harder=(Rung(later[0], (Change.LOAD,), climb),))
        if later and draw(st.integers(0, 9)) == 9:
            changed = evolve(changed, status=Status.RETIRED, replaced_by=later[-1])
        if draw(st.integers(0, 9)) == 9:
            changed = evolve(changed, aliases=(f"once-{place}",))
        linked.append(changed)
    order = draw(st.permutations(linked))
    return Catalogue(order, _STUDIES, _RULES)


OWN.update({Catalogue: catalogues, Exercise: exercises})
