"""The exercise record: five fields are enough, defaults are safe, contradictions are refused."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    Change,
    DoseBand,
    Equipment,
    Exercise,
    Exposures,
    Goal,
    Group,
    InvalidValue,
    Kind,
    Laterality,
    Level,
    Muscle,
    MuscleRole,
    MuscleUse,
    Position,
    ProblemCode,
    Rung,
    Span,
    Status,
)
from hipkit.testing import exercises, sample_exercise

BANDS = st.tuples(st.sampled_from(Goal), st.sampled_from(Level))


def band(goal: Goal = Goal.STRENGTH, level: Level = Level.BEGINNER) -> DoseBand:
    """Return a plain band."""
    return DoseBand(goal, level, Span(1, 3), Span(8, 12))


def problems(**changed: Any) -> list[tuple[ProblemCode, str]]:
    """Return code and path of every problem of the sample exercise, changed."""
    with pytest.raises(InvalidValue) as caught:
        evolve(sample_exercise(), **changed)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def rung(id: str) -> Rung:
    """Return a link to *id*."""
    return Rung(id, (Change.LOAD,))


def test_five_fields_are_enough() -> None:
    """Id, name, group, positions and one dose make an exercise."""
    exercise = Exercise(
        "acme.tap", "Tap", Group.ABDUCTION, (Position.STANDING,), (band(level=Level.ADVANCED),)
    )
    assert exercise.family == "acme.tap"
    assert exercise.level is Level.ADVANCED
    assert exercise.kind is Kind.STRENGTH
    assert exercise.status is Status.ACTIVE


def test_the_level_is_the_lowest_of_the_bands() -> None:
    """Whoever may do the easiest band may do the exercise."""
    bands = (band(level=Level.ADVANCED), band(level=Level.INTERMEDIATE))
    exercise = Exercise("a", "A", Group.HINGE, (Position.STANDING,), bands)
    assert exercise.level is Level.INTERMEDIATE


def test_what_is_not_stated_is_none() -> None:
    """An unstated exposure is None, which cautions take for the worst."""
    assert sample_exercise().exposures == Exposures()
    assert sample_exercise().contacts is None


@pytest.mark.parametrize(
    ("laterality", "sides"),
    [
        (Laterality.BOTH_TOGETHER, 1),
        (Laterality.ONE_SIDED, 2),
        (Laterality.ALTERNATING, 2),
        (Laterality.EACH_WAY, 2),
    ],
)
def test_counts_are_per_side_or_way(laterality: Laterality, sides: int) -> None:
    """Only work with both sides together is done once."""
    assert evolve(sample_exercise(), laterality=laterality).sides == sides


def test_the_band_of_the_level_is_used() -> None:
    """A level with a band of its own uses that one."""
    bands = tuple(band(level=level) for level in Level)
    exercise = evolve(sample_exercise(), dose=bands)
    assert exercise.band(Goal.STRENGTH, Level.INTERMEDIATE) is bands[1]


def test_else_the_nearest_band_below() -> None:
    """The advanced take the beginner's band when there is no other, never one above their own."""
    exercise = evolve(sample_exercise(), dose=(band(),))
    assert exercise.band(Goal.STRENGTH, Level.ADVANCED) == band()
    assert exercise.band(Goal.MOBILITY, Level.ADVANCED) is None
    higher = Exercise("a", "A", Group.HINGE, (Position.PRONE,), (band(level=Level.INTERMEDIATE),))
    assert higher.band(Goal.STRENGTH, Level.BEGINNER) is None


def test_a_band_below_the_level_is_refused() -> None:
    """An exercise for the intermediate has no dose for beginners."""
    assert problems(level=Level.INTERMEDIATE) == [(ProblemCode.CONTRADICTION, "dose[0].level")]


def test_two_bands_of_one_goal_and_level_are_refused() -> None:
    """Which of the two would be meant?"""
    other = evolve(band(), rest=60)
    assert problems(dose=(band(), other)) == [(ProblemCode.DUPLICATE, "dose[1]")]


@pytest.mark.parametrize("field", ["variant_of", "replaced_by"])
def test_an_exercise_never_links_to_itself(field: str) -> None:
    """Neither as a variant nor as a replacement."""
    assert problems(**{field: "acme.side-tap"}) == [(ProblemCode.LINK_LOOP, field)]


def test_a_rung_never_leads_back_to_its_own_exercise() -> None:
    """An exercise is not easier than itself."""
    assert problems(easier=(rung("acme.side-tap"),)) == [(ProblemCode.LINK_LOOP, "easier")]


def test_a_neighbour_is_easier_or_harder_but_not_both() -> None:
    """The same id on both sides of the ladder is a slip."""
    assert problems(easier=(rung("b"),), harder=(rung("b"),)) == [(ProblemCode.DUPLICATE, "harder")]


def test_a_muscle_has_one_role() -> None:
    """A second role of the same muscle is refused where it stands."""
    uses = tuple(
        MuscleUse(Muscle.HAMSTRINGS, role, 2)
        for role in (MuscleRole.PRIME_MOVER, MuscleRole.SYNERGIST)
    )
    assert problems(muscles=uses) == [(ProblemCode.DUPLICATE, "muscles[1].muscle")]


def test_every_contradiction_is_found_at_once() -> None:
    """One attempt shows all there is to mend."""
    found = problems(
        level=Level.ADVANCED, easier=(rung("acme.side-tap"),), variant_of="acme.side-tap"
    )
    assert [path for _, path in found] == ["dose[0].level", "easier", "variant_of"]


@pytest.mark.parametrize(
    ("changed", "code", "path"),
    [
        ({"id": "Side Tap"}, ProblemCode.MALFORMED, "id"),
        ({"id": "a.b.c"}, ProblemCode.MALFORMED, "id"),
        ({"id": "a--b"}, ProblemCode.MALFORMED, "id"),
        ({"id": "a\n"}, ProblemCode.MALFORMED, "id"),
        ({"id": "x" * 81}, ProblemCode.MALFORMED, "id"),
        ({"id": 7}, ProblemCode.WRONG_TYPE, "id"),
        ({"name": ""}, ProblemCode.OUT_OF_RANGE, "name"),
        ({"name": " Tap"}, ProblemCode.MALFORMED, "name"),
        ({"name": "Tap\u202e"}, ProblemCode.MALFORMED, "name"),
        ({"name": "x" * 81}, ProblemCode.OUT_OF_RANGE, "name"),
        ({"group": "abduction"}, ProblemCode.WRONG_TYPE, "group"),
        ({"group": "abductors"}, ProblemCode.UNKNOWN_WORD, "group"),
        ({"positions": ()}, ProblemCode.OUT_OF_RANGE, "positions"),
        ({"positions": [Position.PRONE]}, ProblemCode.WRONG_TYPE, "positions"),
        ({"positions": (Position.PRONE,) * 2}, ProblemCode.DUPLICATE, "positions[1]"),
        ({"dose": ()}, ProblemCode.OUT_OF_RANGE, "dose"),
        ({"skill": 4}, ProblemCode.OUT_OF_RANGE, "skill"),
        ({"space_metres": 1.25}, ProblemCode.OUT_OF_RANGE, "space_metres"),
        ({"space_metres": float("inf")}, ProblemCode.OUT_OF_RANGE, "space_metres"),
        ({"needs": ((),)}, ProblemCode.OUT_OF_RANGE, "needs[0]"),
        ({"needs": (Equipment.STEP,)}, ProblemCode.WRONG_TYPE, "needs[0]"),
        ({"needs": (("step",),)}, ProblemCode.WRONG_TYPE, "needs[0][0]"),
        ({"exposures": None}, ProblemCode.WRONG_TYPE, "exposures"),
    ],
)
def test_a_wrong_field_is_refused_by_name(
    changed: dict[str, Any], code: ProblemCode, path: str
) -> None:
    """Each mistake is named by its field, down to the place in a list."""
    assert problems(**changed) == [(code, path)]


def test_an_exercise_is_frozen() -> None:
    """A changed exercise is a new one."""
    with pytest.raises(FrozenInstanceError):
        sample_exercise().name = "Other"  # type: ignore[misc]


@given(exercises())
def test_an_exercise_is_a_value(exercise: Exercise) -> None:
    """Value: an exercise equals its copy, and both have one hash."""
    again = evolve(exercise)
    assert again == exercise
    assert hash(again) == hash(exercise)


@given(exercises(), BANDS)
def test_a_band_is_never_above_the_level(exercise: Exercise, asked: tuple[Goal, Level]) -> None:
    """Nearest below: the band used is the highest of its goal that is not above the level asked."""
    goal, level = asked
    lower = [each for each in exercise.dose if each.goal is goal and each.level <= level]
    found = exercise.band(goal, level)
    assert (found is None) == (not lower)
    assert found is None or found.level == max(each.level for each in lower)


@given(exercises())
def test_no_dose_is_for_less_than_the_level(exercise: Exercise) -> None:
    """Level: every dose is for the exercise's own level or one above it."""
    assert all(each.level >= exercise.level for each in exercise.dose)
