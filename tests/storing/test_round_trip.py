"""Round trips: what is stored comes back equal, cautions only when asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from hipkit import (
    Catalogue,
    Exercise,
    InvalidValue,
    Reason,
    ReasonCode,
    Request,
    Routine,
    compose,
    dumps,
    from_plain,
    load_safety,
    loads,
    model,
    to_plain,
)
from hipkit.storing import digest_of
from hipkit.testing import nouns, requests, routines, sample_catalogue

NOUNS = model.noun_classes()
DRAWN = st.sampled_from([*NOUNS, Catalogue]).flatmap(nouns)


def careful() -> Routine:
    """Return a routine that was made with a caution."""
    request = Request(20, cautions=["kneeling-hurts"], exclude=["leg-swing"])
    return compose(request, sample_catalogue(), safety=load_safety())


@settings(max_examples=max(200, settings().max_examples))
@given(DRAWN)
def test_round_trip(noun: Any) -> None:
    """Round trip: any noun, made plain and read back, is equal, and so is its text."""
    assert from_plain(to_plain(noun), type(noun)) == noun
    text = dumps(noun, include_cautions=True)
    again = loads(text, type(noun))
    assert again == noun
    assert dumps(again, include_cautions=True) == text


@given(DRAWN)
def test_plain_data_survives_json(noun: Any) -> None:
    """Round trip: plain data is the same before and after it was JSON."""
    plain = to_plain(noun)
    assert json.loads(json.dumps(plain)) == plain


@pytest.mark.parametrize("exercise", sample_catalogue(), ids=lambda each: each.id)
def test_the_sample_exercises_come_back_equal(exercise: Exercise) -> None:
    """Records with everything stated lose nothing."""
    again = loads(dumps(exercise), Exercise)
    assert again == exercise
    assert hash(again) == hash(exercise)


@given(routines())
def test_routine_round_trip(routine: Routine) -> None:
    """Round trip: `loads(dumps(routine), Routine) == routine` with cautions included."""
    again = loads(dumps(routine, include_cautions=True), Routine)
    assert again == routine
    assert again.seconds == routine.seconds
    assert again.timeline == routine.timeline
    assert again.digest == routine.digest


@given(routines())
def test_cautions_are_withheld(routine: Routine) -> None:
    """Withheld: unless asked for, a stored routine has no cautions, says so, and keeps the rest."""
    again = loads(dumps(routine), Routine)
    assert again.request.cautions == ()
    assert again.cautions_withheld == bool(routine.request.cautions)
    assert again.slots == routine.slots
    assert again.notices == routine.notices
    assert again.digest == routine.digest


@given(requests())
def test_a_stored_request_says_no_caution(request: Request) -> None:
    """Withheld: no word of a request's cautions stands in its text unless it is asked for."""
    text = dumps(request)
    assert not any(f'"{caution}"' in text for caution in request.cautions)
    assert loads(text, Request) == evolve(request, cautions=())


def test_a_routine_keeps_its_cautions_when_asked() -> None:
    """`include_cautions=True` stores what it says."""
    again = loads(dumps(careful(), include_cautions=True), Routine)
    assert again.request.cautions == careful().request.cautions
    assert not again.cautions_withheld


def test_cautions_named_in_reasons_are_withheld_too() -> None:
    """No caution of the request is to be found anywhere but in the notices that stay."""
    stored = json.loads(dumps(careful()))["routine"]
    stored.pop("notices")
    for slot in stored["slots"]:
        slot.pop("exercise")  # the record itself may name any caution
    assert "kneeling-hurts" not in json.dumps(stored)


def test_withholding_twice_changes_nothing() -> None:
    """A routine stored, loaded and stored again says the same."""
    once = dumps(careful())
    assert dumps(loads(once, Routine)) == once


def test_storing_leaves_the_routine_alone() -> None:
    """Dumping without cautions does not take them from the routine itself."""
    routine = careful()
    dumps(routine)
    assert routine.request.cautions
    assert not routine.cautions_withheld


def test_a_digest_is_about_the_prescription() -> None:
    """The digest of a routine does not tell whether it had cautions."""
    routine = careful()
    without = evolve(routine, request=evolve(routine.request, cautions=()))
    assert routine.digest == without.digest == digest_of(routine)
    assert len(routine.digest) == 16


def test_a_fact_of_a_reason_has_one_value() -> None:
    """Facts are stored by name, so a name that stands twice would not come back."""
    with pytest.raises(InvalidValue):
        Reason(ReasonCode.GRADE, "", (("percent", 1), ("percent", 2)))
