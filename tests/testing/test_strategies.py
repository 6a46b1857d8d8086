"""Strategies draw valid values only, of every noun, within what they are asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import hipkit
from hipkit import (
    Catalogue,
    Effort,
    EffortScale,
    EffortWord,
    Exercise,
    Exposures,
    Goal,
    Group,
    Level,
    Policy,
    Request,
    Routine,
    Span,
    model,
    testing,
)
from hipkit.composing.eligibility import avoided
from hipkit.testing import (
    catalogues,
    citations,
    dose_bands,
    efforts,
    exercises,
    exposures,
    nouns,
    policies,
    requests,
    routines,
    sample_catalogue,
    sample_exercise,
    spans,
)

NOUNS = model.noun_classes()


@pytest.mark.parametrize("cls", [*NOUNS, Catalogue], ids=lambda cls: cls.__name__)
def test_every_noun_can_be_drawn(cls: type) -> None:
    """`nouns` and hypothesis's own `from_type` give values of every class."""

    @given(nouns(cls), st.from_type(cls))
    def both(one: Any, other: Any) -> None:
        assert isinstance(one, cls)
        assert isinstance(other, cls)

    both()


def test_the_testing_door_offers_what_it_lists() -> None:
    """Each name of the door exists, and a wrong one is an ordinary error."""
    for name in testing.__all__:
        assert callable(getattr(testing, name))
        assert name in dir(testing)
    with pytest.raises(AttributeError, match="no attribute 'exercise'"):
        _ = testing.exercise  # type: ignore[attr-defined]


def test_samples_and_laws_need_no_hypothesis() -> None:
    """Documents and small tests may use them where only hipkit is installed."""
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "from hipkit.testing import check_optimal, sample_catalogue\n"
        "print(len(sample_catalogue()))"
    )
    home = str(Path(hipkit.__file__).parents[1])
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {home!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stdout.strip() == "8"


def test_the_sample_exercise_says_only_what_it_must() -> None:
    """Everything else is a default."""
    assert sample_exercise().exposures == Exposures()
    assert sample_exercise() is sample_exercise()


@pytest.mark.parametrize("exercise", sample_catalogue(), ids=lambda each: each.id)
def test_the_sample_catalogue_states_everything(exercise: Exercise) -> None:
    """No exposure and no contact is left open, and there are words to read."""
    assert all(getattr(exercise.exposures, name) is not None for name in Exposures.__annotations__)
    assert exercise.contacts is not None
    assert exercise.support is not None
    assert exercise.instructions.steps


def test_a_sample_has_notes_only_for_those_to_whom_it_is_offered() -> None:
    """Whom its caution spares the exercise needs no note on it; some samples have notes."""
    noted = [
        (exercise, note.caution)
        for exercise in sample_catalogue()
        for note in exercise.instructions.caution_notes
    ]
    assert len({exercise.id for exercise, _ in noted}) > 2
    for exercise, caution in noted:
        assert not list(avoided(exercise, hipkit.load_safety(), caution.value))


def has_a_note_for_its_cautions(routine: Routine) -> bool:
    """Return whether somebody who does *routine* must be shown a note."""
    return any(
        note.caution in routine.request.cautions
        for slot in routine.slots
        for note in slot.exercise.instructions.caution_notes
    )


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", Level)
def test_the_sample_catalogue_composes_at_every_goal_and_level(goal: Goal, level: Level) -> None:
    """In five minutes, and in an hour, without any equipment."""
    for minutes in (5, 20, 60):
        request = Request(minutes, goal=goal, level=level)
        assert hipkit.build_routine(request, catalogue=sample_catalogue()).slots


@given(
    st.tuples(st.integers(0, 600), st.integers(0, 600)).flatmap(
        lambda ends: st.tuples(st.just(sorted(ends)), spans(min(ends), max(ends)))
    )
)
def test_spans_keep_their_ends(drawn: tuple[list[int], Span]) -> None:
    """Within: both ends of a span lie where they were asked to."""
    (low, high), span = drawn
    assert low <= span.low <= span.high <= high


@given(efforts(scales=(EffortScale.RESERVE,), max_level=Level.BEGINNER))
def test_efforts_keep_scale_and_level(effort: Effort) -> None:
    """Within: only words of the scales asked for, none too hard for the level."""
    assert effort.scale is EffortScale.RESERVE
    assert effort.word is not EffortWord.VERY_HARD


@given(citations(keys=("r1", "doe20")))
def test_citations_keep_to_their_keys(citation: Any) -> None:
    """Within: only the keys asked for are cited."""
    assert citation.key in ("r1", "doe20")


@given(dose_bands(goals=[Goal.MOBILITY], levels=[Level.ADVANCED], max_sets=2, max_count=5))
def test_bands_keep_goal_and_level(band: Any) -> None:
    """Within: goal, level, sets and count as asked for."""
    assert (band.goal, band.level) == (Goal.MOBILITY, Level.ADVANCED)
    assert band.sets.high <= 2
    assert band.count.high <= 5


@given(exposures(stated=True), exposures(stated=False))
def test_exposures_are_stated_or_not(stated: Exposures, unstated: Exposures) -> None:
    """Stated: all or nothing, when asked for."""
    assert all(getattr(stated, name) is not None for name in Exposures.__annotations__)
    assert unstated == Exposures()


@given(exercises(groups=[Group.HINGE], goals=[Goal.RECOVERY], levels=[Level.INTERMEDIATE]))
def test_exercises_keep_group_goal_and_level(exercise: Exercise) -> None:
    """Within: group, goal and level of the doses as asked for."""
    assert exercise.group is Group.HINGE
    assert {(band.goal, band.level) for band in exercise.dose} == {
        (Goal.RECOVERY, Level.INTERMEDIATE)
    }


@given(catalogues(min_size=2, max_size=3))
def test_catalogues_keep_their_size(catalogue: Catalogue) -> None:
    """Within: as many exercises as asked for."""
    assert 2 <= len(catalogue) <= 3


@given(policies(goals=[Goal.MOBILITY]))
def test_policies_keep_their_goal(policy: Policy) -> None:
    """Within: a policy is for the goal asked for."""
    assert policy.goal is Goal.MOBILITY


@given(
    requests(catalogue=sample_catalogue(), goals=[Goal.STRENGTH], max_minutes=10, cautions=False)
)
def test_requests_keep_to_their_catalogue(request: Request) -> None:
    """Within: ids of the catalogue only, and nothing that was not asked for."""
    named = {*request.include, *request.exclude, *request.recent}
    assert named <= set(sample_catalogue().ids)
    assert request.goal is Goal.STRENGTH
    assert request.minutes <= 10
    assert request.cautions == ()


@given(routines(goals=[Goal.RECOVERY], catalogue=sample_catalogue(), seeds=False))
def test_routines_keep_goal_and_catalogue(routine: Routine) -> None:
    """Within: a routine of the goal, made of the catalogue's exercises."""
    assert routine.request.goal is Goal.RECOVERY
    assert routine.request.seed is None
    assert all(slot.exercise in sample_catalogue() for slot in routine.slots)


@pytest.mark.parametrize(
    "wanted",
    [
        *(lambda routine, goal=goal: routine.request.goal is goal for goal in Goal),
        lambda routine: bool(routine.request.cautions),
        lambda routine: not routine.request.cautions,
        lambda routine: len(routine.slots) > 1,
        lambda routine: len(routine.slots) == 1,
        has_a_note_for_its_cautions,
        lambda routine: routine.request.cautions and not has_a_note_for_its_cautions(routine),
    ],
)
def test_drawn_routines_are_various(wanted: Callable[[Routine], bool]) -> None:
    """Not all alike: with and without cautions and notes for them, long and short, of every goal."""
    patient = settings(max_examples=2_000, database=None, phases=[Phase.generate])
    assert wanted(find(routines(), wanted, settings=patient))
