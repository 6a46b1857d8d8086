"""Tests of the app. Each says what must hold, and hypothesis looks for a value for which it does not."""

from __future__ import annotations

from html import unescape

from app import CLUB_EXERCISES, answer, label, page, row
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Catalogue, Exercise, Goal, Policy, Request, Routine
from hipkit.testing import (
    check_catalogue,
    exercises,
    requests,
    sample_catalogue,
)

SMALL = sample_catalogue()


def test_the_clubs_exercises_hold_together() -> None:
    """Links, sources, storing; and every goal and level has a routine or a reason."""
    check_catalogue(CLUB_EXERCISES)


@given(st.from_type(Routine))
def test_a_page_shows_every_safety_text(routine: Routine) -> None:
    """Whatever the routine: no stop and no notice is lost on the way to the screen."""
    shown = unescape(page(routine))
    assert all(text in shown for text in routine.stops)
    assert all(notice.text in shown for notice in routine.notices)


@given(st.from_type(Exercise))
def test_no_name_can_break_the_list(exercise: Exercise) -> None:
    """A name may hold any letter, also < and &: it is text on the screen and nothing else."""
    shown = label(exercise)
    assert shown.count("<") == 2
    assert exercise.name in unescape(shown)


@given(requests(catalogue=SMALL))
def test_every_wish_has_an_answer(request: Request) -> None:
    """A routine, a reason or advice, and never an error page."""
    assert answer(request, SMALL).startswith("<h1>")


@given(st.from_type(Catalogue), requests(max_minutes=30))
def test_any_catalogue_will_do(catalogue: Catalogue, request: Request) -> None:
    """The app depends on no packaged exercise."""
    assert answer(request, catalogue).startswith("<h1>")


@given(st.from_type(Policy))
def test_no_taste_breaks_the_clock(policy: Policy) -> None:
    """Whoever changes the policy later: the minutes stay a ceiling."""
    try:
        routine = hipkit.build_routine(
            Request(20, goal=policy.goal), catalogue=SMALL, policy=policy
        )
    except hipkit.NoRoutine:
        return
    assert routine.seconds <= 20 * 60


@given(st.from_type(Routine))
def test_a_row_holds_no_caution(routine: Routine) -> None:
    """What is kept says what was prescribed, and not what somebody is sore from."""
    again = hipkit.loads(row(routine), Routine)
    assert again.request.cautions == ()
    assert again.slots == routine.slots


@given(exercises(ids=st.just("club.new"), goals=[Goal.STRENGTH], stated=False))
def test_an_exercise_that_states_nothing_is_spared(own: Exercise) -> None:
    """Under a caution, what an exercise does not say counts as the worst."""
    asked = Request(20, level="advanced", cautions=["knee-pain"])
    routine = hipkit.build_routine(asked, catalogue=SMALL.with_exercises(own))
    assert "club.new" not in [slot.exercise.id for slot in routine.slots]
