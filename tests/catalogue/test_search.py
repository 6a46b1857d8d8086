"""Finding exercises by what people type."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from hipkit import Catalogue, Exercise, Instructions
from hipkit.catalogue.search import nearest_id
from hipkit.testing import catalogues, sample_catalogue


def found(text: str, most: int = 5, **changed: Any) -> list[str]:
    """Return the ids found for *text* in the sample catalogue, its leg swing changed."""
    catalogue = sample_catalogue()
    swing: Exercise = evolve(catalogue["leg-swing"], **changed)
    return [each.id for each in catalogue.with_exercises(swing, replacing=True).find(text, most)]


@pytest.mark.parametrize(
    "text", ["floor-bridge", "Floor bridge", "FLOOR_BRIDGE", "  floor   bridge "]
)
def test_spelling_does_not_matter(text: str) -> None:
    """Small and large letters, hyphens and blanks are all the same."""
    assert found(text)[0] == "floor-bridge"


def test_a_former_id_is_found() -> None:
    """Saved data may still name it."""
    assert found("hip-swing", aliases=("hip-swing",))[0] == "leg-swing"


def test_other_names_are_found() -> None:
    """What people call it counts as much as what we call it."""
    assert found("pendulum", instructions=Instructions(other_names=("Pendulum",))) == ["leg-swing"]


def test_a_part_of_a_name_is_found() -> None:
    """All squats, in the order of the catalogue."""
    assert found("squat") == ["supported-split-squat", "split-squat"]


def test_the_exact_one_comes_first() -> None:
    """Even when another name contains it and stands before."""
    assert found("split squat")[0] == "split-squat"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("clor bridge", "floor-bridge"),
        ("side leg rase", "side-leg-raise"),
        ("leg sving", "leg-swing"),
    ],
)
def test_a_slip_of_the_pen_is_forgiven(text: str, id: str) -> None:
    """The nearest name is found."""
    assert found(text)[0] == id


def test_most_is_the_most() -> None:
    """And none or fewer is none."""
    assert len(found("e", most=3)) == 3
    assert found("squat", most=0) == found("squat", most=-1) == []


def test_nonsense_finds_nothing() -> None:
    """Nothing near is nothing."""
    assert found("qqqqqqqq") == found("") == []
    assert nearest_id(sample_catalogue(), "qqqqqqqq") == ""


@given(catalogues())
def test_every_exercise_is_found_by_its_id(catalogue: Catalogue) -> None:
    """Exact: its own id or name finds an exercise among the first."""
    for exercise in catalogue:
        assert exercise in catalogue.find(exercise.id, most=len(catalogue))
        assert exercise in catalogue.find(exercise.name, most=len(catalogue))


@given(catalogues(max_size=4), st.text(max_size=300), st.integers(-3, 9))
def test_anything_may_be_typed(catalogue: Catalogue, text: str, most: int) -> None:
    """Total: any text finds at most so many exercises, none twice."""
    hits = catalogue.find(text, most)
    assert len(hits) <= max(0, most)
    assert len(set(hits)) == len(hits)
