"""Every public noun has a strategy, and whatever it draws keeps the promises of a noun."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import hipkit
from hipkit import Catalogue, Exercise, Figure, Level, Policy, Request, Routine, Safety, compose
from hipkit.testing import catalogues, exercises, requests, routines, sample_catalogue
from hipkit.testing._register import classes

PATIENT = settings(max_examples=500, database=None, phases=[Phase.generate, Phase.shrink])


NOUNS = sorted(
    {
        each
        for each in (
            *(getattr(hipkit, name) for name in hipkit.__all__),
            *hipkit.model.noun_classes(),
        )
        if isinstance(each, type) and attrs.has(each)
    },
    key=lambda cls: cls.__name__,
)
"""The class of every frozen value that the front door or the room of nouns offers."""


@pytest.mark.parametrize("cls", NOUNS, ids=lambda cls: cls.__name__)
def test_every_public_noun_has_a_strategy(cls: type) -> None:
    """A noun that is new at the door must be known to hypothesis, too."""
    assert cls in classes(), (
        f"{cls.__name__} is public and `from_type({cls.__name__})` is not taught to hypothesis: "
        "re-export it from hipkit.model, or add it to classes() in src/hipkit/testing/_register.py; "
        "if its fields depend on one another, enter a strategy of its own in OWN (testing/_nouns.py)"
    )


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_what_is_drawn_is_a_noun(cls: type) -> None:
    """It comes back from storing, copying and pickling equal, with the same hash, and is frozen."""

    @settings(max_examples=settings().max_examples // 3)
    @given(st.from_type(cls))
    def law(noun: Any) -> None:
        assert type(noun) is cls
        again = (
            hipkit.from_plain(hipkit.to_plain(noun), cls),
            hipkit.loads(hipkit.dumps(noun, include_cautions=True), cls),
            pickle.loads(pickle.dumps(noun)),
            copy.deepcopy(noun),
            attrs.evolve(noun),
        )
        assert {noun, *again} == {noun}
        for each in again:
            assert each == noun
            assert hash(each) == hash(noun)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(noun, attrs.fields(cls)[0].name, None)

    law()


FIRST = settings(PATIENT, max_examples=1, phases=[Phase.generate])
"""What hypothesis tries first is what it would shrink everything to."""

LARGEST = {Catalogue: 2_500, Figure: 3_000, Safety: 15_000, Policy: 3_500, Routine: 7_000}
"""Letters that the plainest of these takes, with what they must hold; any other takes far fewer."""


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_the_plainest_is_plain(cls: type) -> None:
    """Shrink: a failure that is about nothing in particular is shown on a small value."""
    plainest: Any = find(st.from_type(cls), lambda _: True, settings=FIRST)
    assert len(hipkit.dumps(plainest)) <= LARGEST.get(cls, 2_000)


def test_a_failure_about_exercises_is_shown_on_a_plain_one() -> None:
    """Shrink: only what the failure is about differs from the plainest."""
    plainest = find(exercises(), lambda _: True, settings=PATIENT)
    found = find(exercises(), lambda each: each.skill == 3, settings=PATIENT)
    assert found == attrs.evolve(plainest, skill=3)


@pytest.mark.patient
def test_a_failure_about_links_is_shown_on_two_exercises() -> None:
    """Shrink: a ladder needs a lower and an upper rung, and no more."""
    found = find(
        catalogues(max_size=3), lambda each: any(one.easier for one in each), settings=PATIENT
    )
    assert len(found) == 2


def test_a_failure_about_length_is_shown_on_the_shortest() -> None:
    """Shrink: numbers go down to the edge of the failure."""
    wish = find(requests(), lambda each: each.minutes > 30, settings=PATIENT)
    assert wish == Request(31)


def test_a_failure_about_routines_is_shown_on_a_plain_wish() -> None:
    """Shrink: nothing is asked for that the failure does not need."""
    found = find(
        routines(catalogue=sample_catalogue()),
        lambda routine: routine.request.level is Level.INTERMEDIATE,
        settings=PATIENT,
    )
    assert found.request == Request(5, level="intermediate")


@given(st.from_type(Safety))
def test_any_drawn_safety_can_compose(safety: Safety) -> None:
    """What is drawn has every notice that its rules name."""
    made = compose(Request(20), sample_catalogue(), safety=safety)
    assert made.stops == safety.stops


@given(st.from_type(Catalogue), exercises(ids=st.just("acme.new")))
def test_drawn_exercises_join_drawn_catalogues(catalogue: Catalogue, own: Exercise) -> None:
    """A newcomer under an id of its own is welcome in any: it links and cites nothing strange."""
    assert own in catalogue.with_exercises(own)
    assert own in sample_catalogue().with_exercises(own)
