"""The laws catch what breaks them: a lie in a routine or a flaw in a catalogue is an AssertionError."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Catalogue, Change, Goal, Group, NoRoutine, RequestError, Routine, Rung
from hipkit.composing import compose
from hipkit.testing import (
    catalogues,
    check_catalogue,
    check_optimal,
    exercises,
    policies,
    requests,
    sample_catalogue,
    sample_exercise,
)

SAMPLE = sample_catalogue()
SAFETY = hipkit.load_safety()


def routine(minutes: int = 20, **words: Any) -> Routine:
    """Return a routine over the sample catalogue."""
    return hipkit.build_routine(minutes, catalogue=SAMPLE, **words)


def certified(made: Routine, **changes: Any) -> Routine:
    """Return *made* with a forged certificate."""
    explanation = made.explanation
    forged = evolve(explanation.certificate, **changes)
    return evolve(made, explanation=evolve(explanation, certificate=forged))


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("minutes", [5, 10, 20, 45])
def test_an_honest_routine_passes(goal: Goal, minutes: int) -> None:
    """Every goal, short and long, over the packaged catalogue and the sample."""
    check_optimal(hipkit.build_routine(minutes, goal=goal, level="intermediate"))
    check_optimal(routine(minutes, goal=goal), SAMPLE)


@pytest.mark.parametrize(
    ("forge", "message"),
    [
        (lambda made: evolve(made, slots=made.slots[1:]), "seconds"),
        (
            lambda made: evolve(made, slots=(evolve(made.slots[0], sets=9), *made.slots[1:])),
            "offer",
        ),
        (lambda made: evolve(made, slots=(*made.slots, evolve(made.slots[1], sets=1))), "twice"),
        (
            lambda made: evolve(
                made, slots=(evolve(made.slots[0], phase=hipkit.Phase.COOL_DOWN), *made.slots[1:])
            ),
            "phase",
        ),
        (
            lambda made: evolve(made, request=evolve(made.request, include=["slow-breathing"])),
            "included",
        ),
        (lambda made: evolve(made, request=evolve(made.request, minutes=5)), "fit"),
        (lambda made: certified(made, worth=0), "worth"),
        (lambda made: certified(made, room=1), "room"),
        (lambda made: certified(made, scale=1), "scale"),
        (lambda made: certified(made, objective=1), "objective"),
        (lambda made: certified(made, gap=made.explanation.certificate.gap + 1), "gap"),
        (
            lambda made: certified(
                made,
                bound=made.explanation.certificate.bound + 1,
                gap=made.explanation.certificate.gap + 1,
            ),
            "bound",
        ),
        (
            lambda made: certified(made, phases=made.explanation.certificate.phases[::-1]),
            "certified as",
        ),
        (lambda made: certified(made, phases=()), "priced phases"),
    ],
)
def test_a_forged_routine_fails(forge: Callable[[Routine], Routine], message: str) -> None:
    """Whatever is forged, the law that breaks is named."""
    with pytest.raises(AssertionError, match=message):
        check_optimal(forge(routine(12)), SAMPLE)


def test_a_worse_routine_fails() -> None:
    """A routine that was best without an exercise is not best with it."""
    best = compose(hipkit.Request(10), SAMPLE, safety=SAFETY)
    lesser = compose(hipkit.Request(10), SAMPLE.without(best.slots[-1].exercise.id), safety=SAFETY)
    with pytest.raises(AssertionError, match="objective"):
        check_optimal(lesser, SAMPLE)


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (routine(seed=3), "seed"),
        (evolve(routine(), cautions_withheld=True), "cautions_withheld"),
        (hipkit.build_routine(20), "catalogue"),
        (None, "routine"),
    ],
    ids=["seed", "withheld", "other-catalogue", "none"],
)
def test_what_cannot_be_judged_is_a_request_error(made: Any, path: str) -> None:
    """A seed, withheld cautions, another catalogue, no routine at all."""
    with pytest.raises(RequestError) as caught:
        check_optimal(made, SAMPLE)
    assert path in [problem.path for problem in caught.value.problems]


def test_only_a_catalogue_is_judged_against() -> None:
    """A list of exercises is no catalogue."""
    with pytest.raises(RequestError, match="give a Catalogue"):
        check_optimal(routine(), list(SAMPLE))  # type: ignore[arg-type]


def test_the_policy_that_made_the_routine_is_needed() -> None:
    """With another policy the routine cannot be judged; with its own it can."""
    own = evolve(hipkit.default_policy(Goal.STRENGTH), grade_base=60)
    made = routine(policy=own)
    check_optimal(made, SAMPLE, own)
    with pytest.raises(RequestError, match="policy"):
        check_optimal(made, SAMPLE)


@given(st.data())
def test_exact_over_any_catalogue_and_policy(data: Any) -> None:
    """Exact: whatever the catalogue, the request and the taste, the law holds."""
    catalogue = data.draw(catalogues())
    policy = data.draw(policies())
    asked = data.draw(
        requests(catalogue=catalogue, goals=[policy.goal], cautions=False, seeds=False)
    )
    try:
        made = compose(asked, catalogue, safety=SAFETY, policy=policy)
    except NoRoutine:
        return
    check_optimal(made, catalogue, policy)


def test_exact_where_the_main_item_had_to_be_forced() -> None:
    """Where main items are worth less than nothing, one is taken all the same, and it is the best."""
    sour = evolve(
        hipkit.default_policy(Goal.STRENGTH),
        groups=tuple(
            evolve(each, bonuses=tuple(bonus - 900_000 for bonus in each.bonuses))
            for each in hipkit.default_policy(Goal.STRENGTH).groups
        ),
    )
    made = hipkit.build_routine(20, policy=sour)
    assert [slot.phase.value for slot in made.slots] == ["main"]
    check_optimal(made, policy=sour)


@given(exercises())
def test_exact_with_an_exercise_of_ones_own(own: hipkit.Exercise) -> None:
    """Exact: a newcomer to the sample catalogue changes nothing about the proof."""
    known = Catalogue(
        [*SAMPLE, evolve(own, id="acme.own", family="acme.own", sources=(), aliases=())]
    )
    check_optimal(compose(hipkit.Request(15, level="advanced"), known, safety=SAFETY), known)


def test_sound_catalogues_pass() -> None:
    """The sample, the packaged one, one exercise of one's own, and none at all."""
    check_catalogue(SAMPLE)
    check_catalogue(hipkit.load_catalogue())
    check_catalogue(Catalogue([sample_exercise()]))
    check_catalogue(Catalogue([]))


@given(catalogues(max_size=4))
def test_drawn_catalogues_pass(catalogue: Catalogue) -> None:
    """What the strategy draws is sound: links, sources, composing, storing."""
    check_catalogue(catalogue)


@pytest.mark.parametrize(
    ("flaw", "message"),
    [
        ({"easier": (Rung("no-such-thing", (Change.LOAD,)),)}, "no exercise 'no-such-thing'"),
        ({"variant_of": "no-such-thing"}, "no exercise 'no-such-thing'"),
        ({"sources": ("NOBODY99",)}, "no rule or study 'NOBODY99'"),
    ],
)
def test_a_flawed_catalogue_fails(flaw: dict[str, Any], message: str) -> None:
    """Links that lead nowhere and unknown sources are named."""
    with pytest.raises(AssertionError, match=message):
        check_catalogue(Catalogue([evolve(sample_exercise(), **flaw)]))


def test_a_ladder_in_a_ring_fails() -> None:
    """An exercise that is harder than itself is named."""
    one = evolve(
        sample_exercise(),
        id="acme.one",
        family="acme.one",
        harder=(Rung("acme.two", (Change.LOAD,)),),
    )
    two = evolve(one, id="acme.two", family="acme.two", harder=(Rung("acme.one", (Change.LOAD,)),))
    with pytest.raises(AssertionError, match="harder leads back"):
        check_catalogue(Catalogue([one, two]))


def test_what_is_no_catalogue_is_a_request_error() -> None:
    """A plain list is not a catalogue."""
    anything: Any = [sample_exercise()]
    with pytest.raises(RequestError, match="catalogue"):
        check_catalogue(anything)


def test_the_sample_composes_at_every_goal_and_level() -> None:
    """The sample keeps its promise: a routine everywhere, without equipment."""
    for goal in Goal:
        for level in hipkit.Level:
            assert hipkit.build_routine(20, goal=goal, level=level, catalogue=SAMPLE).slots
    assert len(SAMPLE) == 8
    assert sample_exercise().group is Group.ABDUCTION
