"""Round trip: what is stored comes back equal."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Catalogue, Exercise, Request, Routine, Span, model
from hipkit.storing import digest_of, from_plain, to_plain
from hipkit.testing import catalogues, exercises, nouns, requests, routines

NOUNS = [
    cls
    for name, cls in sorted(vars(model).items())
    if isinstance(cls, type) and attrs.has(cls) and name not in ("Routine", "FullExplanation")
]


@pytest.mark.parametrize("cls", NOUNS, ids=lambda cls: cls.__name__)
@given(st.data())
def test_every_noun_comes_back_equal(cls: type, data: Any) -> None:
    """Round trip: `from_plain(to_plain(noun))` and `loads(dumps(noun))` are *noun*."""
    noun = data.draw(nouns(cls))
    assert from_plain(to_plain(noun), cls) == noun
    assert hipkit.loads(hipkit.dumps(noun, include_cautions=True), cls) == noun


@given(routines())
def test_every_routine_comes_back_equal(routine: Routine) -> None:
    """Round trip: a routine over any catalogue, cautions included."""
    text = hipkit.dumps(routine, include_cautions=True)
    again = hipkit.loads(text, Routine)
    assert again == routine
    assert again.timeline == routine.timeline
    assert again.digest == routine.digest
    assert hipkit.dumps(again, include_cautions=True) == text


@given(catalogues())
def test_every_catalogue_comes_back_equal(catalogue: Catalogue) -> None:
    """Round trip: exercises one by one, and the digest of all."""
    again = [from_plain(to_plain(each), Exercise) for each in catalogue]
    assert attrs.evolve(catalogue, exercises=again) == catalogue
    assert attrs.evolve(catalogue, exercises=again[::-1]).digest == catalogue.digest


@given(requests())
def test_a_digest_says_nothing_of_cautions(request: Request) -> None:
    """Equal but for cautions: equal digests."""
    assert digest_of(request) == digest_of(attrs.evolve(request, cautions=()))


@given(exercises(), exercises())
def test_digests_differ_where_exercises_do(one: Exercise, other: Exercise) -> None:
    """Different exercises have different digests, equal ones the same."""
    assert (digest_of(one) == digest_of(other)) == (to_plain(one) == to_plain(other))


@pytest.mark.parametrize("hold", [Span(1, 1), Span(30, 30), Span(20, 30), 5, 5.0, 2.5])
def test_a_hold_comes_back_as_it_was(hold: Any) -> None:
    """A hold may be a number or a span, and a span of one number stays what it is."""
    like = hipkit.DoseBand(
        hipkit.Goal.STRENGTH, hipkit.Level.BEGINNER, Span(1, 2), Span(1, 1), lift=0, hold=hold, lower=0
    )
    assert from_plain(to_plain(like), hipkit.DoseBand) == like
