"""Every exercise has a name in the Garmin FIT vocabulary, as the maker of the watch spells it."""

from __future__ import annotations

from enum import Enum

import pytest

import hipkit
from hipkit import FitMatch

profile = pytest.importorskip("fit_tool.profile.profile_type", reason="needs the extra 'fit'")
CATALOGUE = hipkit.load_catalogue()
CATEGORIES = {each.name.lower() for each in profile.ExerciseCategory}


def names_in(category: str) -> set[str]:
    """Return the exercise names of a *category*, from the library's own enum."""
    words = "".join(part.capitalize() for part in category.split("_"))
    found: type[Enum] | None = getattr(profile, f"{words}ExerciseName", None)
    return {each.name.lower() for each in found} if found is not None else set()


@pytest.mark.parametrize("exercise", CATALOGUE, ids=lambda each: each.id)
def test_the_reference_is_in_the_vocabulary(exercise: hipkit.Exercise) -> None:
    """Exact or close with a name of its category, else its category alone."""
    reference = exercise.fit
    assert reference is not None
    assert reference.category in CATEGORIES
    assert (reference.match is FitMatch.PARENT) == (reference.name == "")
    if reference.name:
        assert reference.name in names_in(reference.category)


def test_the_vocabulary_was_found() -> None:
    """The test above looks at real names."""
    assert "side_lying_leg_raise" in names_in("hip_stability")
