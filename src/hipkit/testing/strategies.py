"""Strategies of hipkit's nouns for the library hypothesis: plural names, and only valid values.

Policies, requests and routines are here, the others stand beside; `nouns` draws any class that has no
strategy of its own. `hypothesis.strategies.from_type` knows them all as soon as hipkit is installed.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from hypothesis import strategies as st

from ..catalogue import Catalogue, load_safety
from ..composing import compose, default_policy
from ..errors import NoRoutine
from ..model import (
    Caution,
    Equipment,
    Exercise,
    Goal,
    Group,
    Level,
    Muscle,
    Phase,
    Policy,
    Position,
    Region,
    Request,
    Routine,
    Safety,
)
from ._exercises import catalogues, exercises, some
from ._nouns import OWN, citations, dose_bands, efforts, exposures, nouns, spans
from .samples import sample_catalogue

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


def _plain(goal: Goal, group: Group) -> Exercise:
    """Return an exercise of *goal* and *group* that needs nothing and that no caution avoids."""
    march = sample_catalogue()["easy-march"]
    dose = tuple(band for band in march.dose if band.goal is goal)
    return evolve(march, id="plain", family="plain", name="Plain", group=group, dose=dose)


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
        place_percent=draw(st.sampled_from(((100, 100, 100, 100, 100), (100, 50, 0, 80, 150)))),
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
    named = some(ids, 2) if ids else st.just(())
    include = draw(st.just(()) | named)
    exclude = draw(st.just(()) | named)
    return Request(
        draw(st.integers(min_minutes, max_minutes)),
        goal=draw(st.sampled_from(goals)),
        level=draw(st.sampled_from(levels)),
        equipment=draw(some(Equipment, len(Equipment))),
        focus=draw(some([*Group, *Muscle, *Region], 2)),
        cautions=draw(some(Caution, 2)) if cautions else (),
        positions=draw(st.none() | some(Position, len(Position), 1)),
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
    for asked in (wanted, free, open_to_all):
        try:
            return compose(asked, known, safety=load_safety())
        except NoRoutine:
            continue
    return compose(evolve(open_to_all, cautions=()), known, safety=load_safety())


@st.composite
def _safeties(draw: st.DrawFn) -> Safety:
    """Draw the packaged safety, or one that has less of it, for programs that show or store one."""
    whole = load_safety()
    less = evolve(
        whole,
        cautions=tuple(evolve(rule, avoid=rule.avoid[:1]) for rule in whole.cautions),
        rules=draw(some(whole.rules, 2, 1)),
        stops=draw(some(whole.stops, 2, 1)),
    )
    return draw(st.sampled_from((less, whole)))


OWN.update({Policy: policies, Request: requests, Routine: routines, Safety: _safeties})
