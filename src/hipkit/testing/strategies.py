"""Strategies of hipkit's nouns for the library hypothesis: plural names, and only valid values.

Exercises, catalogues, policies, requests and routines are here; the small nouns, and `nouns` for any
other class, stand beside them. `hypothesis.strategies.from_type` knows them all as soon as hipkit is
installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from ..catalogue import Catalogue, load_safety
from ..composing import compose, default_policy
from ..errors import NoRoutine
from ..model import (
    Caution,
    CautionException,
    Chain,
    Change,
    Contact,
    Criterion,
    Equipment,
    Exercise,
    FitReference,
    Goal,
    Grade,
    Group,
    Instructions,
    Joints,
    Kind,
    Laterality,
    Level,
    Load,
    Movement,
    Muscle,
    MuscleUse,
    Phase,
    Plane,
    Policy,
    Position,
    Region,
    Request,
    Review,
    Routine,
    Rule,
    Rung,
    Safety,
    Status,
    Study,
    Support,
    WorkedSide,
    usual_kind,
)
from ._nouns import (
    OWN,
    citations,
    dose_bands,
    efforts,
    exposures,
    nouns,
    slugs,
    spans,
    texts,
)

__all__ = [
    "catalogues",
    "citations",
    "dose_bands",
    "efforts",
    "exercises",
    "exposures",
    "nouns",
    "policies",
    "requests",
    "routines",
    "spans",
]

_RULES = (Rule("r1", "Train each muscle twice a week.", Grade.B, ("doe20",)),)
_STUDIES = (Study("doe20", "Doe J", "A trial", "J Trials", 2020, "", "", "abstract"),)
_KEYS = ("convention", "r1", "doe20")
"""What drawn catalogues know, and what their exercises cite."""


def _some(words: Any, max_size: int = 3, min_size: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    drawn = st.lists(st.sampled_from(words), min_size=min_size, max_size=max_size, unique=True)
    return drawn.map(tuple)


@cache
def _details(*, stated: bool | None) -> st.SearchStrategy[dict[str, Any]]:
    """Return the fields of an exercise that depend on no other."""
    uses = st.lists(nouns(MuscleUse), max_size=3, unique_by=lambda use: use.muscle)
    return st.fixed_dictionaries(
        {
            "name": texts(1),
            "positions": _some(Position, 2, 1),
            "since": st.sampled_from(("", "2026.1")),
            "reviewed": st.none() | nouns(Review),
            "movements": _some(Movement, 2),
            "plane": st.sampled_from(Plane),
            "chain": st.sampled_from(Chain),
            "joints": st.sampled_from(Joints),
            "skill": st.integers(1, 3),
            "support": st.none() | st.sampled_from(Support),
            "contacts": st.none() | _some(Contact, 2),
            "space_metres": st.integers(0, 50).map(lambda tenths: tenths / 10),
            "needs": st.just(())
            | st.lists(_some(Equipment, 2, 1), max_size=2, unique=True).map(tuple),
            "step_height": st.none() | st.integers(5, 60),
            "load": st.none() | nouns(Load),
            "laterality": st.sampled_from(Laterality),
            "worked_side": st.sampled_from(WorkedSide),
            "exposures": exposures(stated=stated),
            "exceptions": st.just(()) | st.tuples(nouns(CautionException)),
            "muscles": uses.map(lambda drawn: tuple(evolve(use, evidence=()) for use in drawn)),
            "fit": st.none() | nouns(FitReference),
            "sources": _some(_KEYS, 2),
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
) -> Exercise:
    """Draw exercises of *groups* with doses for *goals* at *levels*, exposures *stated* or not.

    They link to no other exercise and cite what drawn catalogues know; `catalogues` adds links.
    """
    pairs = st.tuples(st.sampled_from(goals), st.sampled_from(levels))
    chosen = draw(st.lists(pairs, min_size=1, max_size=max_bands, unique=True))
    lowest = min((level for _, level in chosen), key=lambda level: level.rank)
    group = draw(st.sampled_from(groups))
    return Exercise(
        id=draw(ids if ids is not None else slugs(prefixed=True)),
        group=group,
        dose=tuple(draw(dose_bands(goals=[g], levels=[at], keys=_KEYS)) for g, at in chosen),
        level=draw(st.sampled_from([level for level in Level if level <= lowest])),
        kind=draw(st.just(usual_kind(group)) | st.sampled_from(Kind)),
        **draw(_details(stated=stated)),
    )


def _plain(goal: Goal, group: Group) -> Exercise:
    """Return an exercise of *goal* that nothing but the goal itself can keep out."""
    from .samples import sample_catalogue

    like = {Goal.MOBILITY: "leg-swing", Goal.RECOVERY: "easy-march"}.get(goal, "floor-bridge")
    bridge = sample_catalogue()["floor-bridge"]
    band = sample_catalogue()[like].band(goal, Level.BEGINNER)
    kind = Kind.SETTLE if goal is Goal.RECOVERY else Kind.CONTROL
    assert band is not None
    return evolve(
        bridge,
        id="plain",
        family="plain",
        name="Plain",
        kind=kind,
        group=group,
        dose=(band,),
        positions=(Position.STANDING,),
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
            exercises(groups=groups, goals=goals, levels=levels, stated=stated, max_bands=2),
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
    return Catalogue(order, _RULES, _STUDIES)


@st.composite
def policies(draw: st.DrawFn, *, goals: Sequence[Goal] = tuple(Goal)) -> Policy:
    """Draw policies for one of *goals*: hipkit's own with small changes of taste."""
    usual = default_policy(draw(st.sampled_from(goals)))
    percent = draw(st.sampled_from((50, 100, 130)))
    lift = draw(st.sampled_from((-2_000, 0, 1_500)))
    first = draw(st.integers(0, len(usual.groups) - 1))
    return evolve(
        usual,
        useful_minutes=draw(st.integers(5, 60)),
        phases=tuple(
            evolve(each, change_over=each.change_over * percent // 100) for each in usual.phases
        ),
        groups=tuple(
            evolve(each, bonuses=tuple(bonus + lift for bonus in each.bonuses))
            for each in (*usual.groups[first:], *usual.groups[:first])
        ),
        grade_base=draw(st.integers(0, 100)),
        level_percent=draw(st.sampled_from(((100, 70, 30), (100, 100, 100), (100, 0, 0)))),
        focus_percent=draw(st.integers(100, 150)),
        variety_percent=draw(st.integers(0, 100)),
    )


@st.composite
def requests(
    draw: st.DrawFn,
    *,
    catalogue: Catalogue | None = None,
    goals: Sequence[Goal] = tuple(Goal),
    levels: Sequence[Level] = tuple(Level),
    min_minutes: int = 5,
    max_minutes: int = 120,
    cautions: bool = True,
    seeds: bool = True,
) -> Request:
    """Draw requests; *catalogue* gives the ids to include, exclude and have done lately."""
    ids = catalogue.ids if catalogue is not None else ()
    named = _some(ids, 2) if ids else st.just(())
    include = draw(st.just(()) | named)
    exclude = draw(st.just(()) | named)
    return Request(
        draw(st.integers(min_minutes, max_minutes)),
        goal=draw(st.sampled_from(goals)),
        level=draw(st.sampled_from(levels)),
        equipment=draw(_some(Equipment, len(Equipment))),
        focus=draw(_some([*Group, *Muscle, *Region], 2)),
        cautions=draw(_some(Caution, 2)) if cautions else (),
        positions=draw(st.none() | _some(Position, len(Position), 1)),
        include=include,
        exclude=[id for id in exclude if id not in include],
        recent=draw(named),
        seed=draw(st.none() | st.integers(-(2**63), 2**63 - 1)) if seeds else None,
    )


@st.composite
def routines(
    draw: st.DrawFn,
    *,
    catalogue: Catalogue | None = None,
    goals: Sequence[Goal] = tuple(Goal),
    cautions: bool = True,
    seeds: bool = True,
) -> Routine:
    """Draw routines: what `compose` makes of a drawn request over a drawn catalogue.

    Wishes that leave no routine are dropped, cautions last; a *catalogue* of one's own must have a
    routine for each of *goals* at the advanced level.
    """
    goal = draw(st.sampled_from(goals))
    policy = default_policy(goal)
    main = [each.group for each in policy.groups if each.phase is Phase.MAIN]
    known = catalogue
    if known is None:
        drawn = draw(catalogues(max_size=4, goals=[goal]))
        plain = _plain(goal, draw(st.sampled_from(main)))
        known = evolve(drawn, exercises=(*drawn, plain))
    wanted = draw(requests(catalogue=known, goals=[goal], cautions=cautions, seeds=seeds))
    free = evolve(wanted, include=(), exclude=())
    open_to_all = evolve(free, positions=None, equipment=tuple(Equipment))
    for asked in (wanted, free, open_to_all, evolve(open_to_all, cautions=())):
        try:
            return compose(asked, known, safety=load_safety())
        except NoRoutine:
            continue
    return compose(Request(goal=goal, level="advanced"), known, safety=load_safety())


def _safeties() -> st.SearchStrategy[Safety]:
    return st.builds(load_safety)


OWN.update(
    {
        Catalogue: catalogues,
        Exercise: exercises,
        Policy: policies,
        Request: requests,
        Routine: routines,
        Safety: _safeties,
    }
)
