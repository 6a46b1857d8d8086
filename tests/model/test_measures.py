"""Spans and efforts: small, strict, and printable."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import Effort, EffortScale, EffortWord, InvalidValue, ProblemCode, Span
from hipkit.testing import efforts, spans


def refusal(call: Any) -> InvalidValue:
    """Return the error that *call* raises."""
    with pytest.raises(InvalidValue) as caught:
        call()
    return caught.value


def test_a_span_knows_its_middle() -> None:
    """Time is reckoned with the middle, rounded up."""
    assert Span(15, 20).typical == 18
    assert Span(8, 8).typical == 8


def test_a_span_prints_as_people_write_it() -> None:
    """Both ends with a hyphen, or one number when they are the same."""
    assert str(Span(15, 20)) == "15-20"
    assert str(Span(15, 15)) == "15"


def test_a_span_never_runs_backwards() -> None:
    """The smaller number comes first."""
    (problem,) = refusal(lambda: Span(20, 15)).problems
    assert problem.code is ProblemCode.CONTRADICTION
    assert "20 down to 15" in problem.message
    assert problem.remedy == "put the smaller number first"


@pytest.mark.parametrize("low", ["1", 1.0, True, None, [1]])
def test_a_span_coerces_nothing(low: Any) -> None:
    """What is not a whole number is refused by name."""
    (problem,) = refusal(lambda: Span(low, 20)).problems
    assert (problem.code, problem.path) == (ProblemCode.WRONG_TYPE, "low")


@pytest.mark.parametrize(("low", "high", "path"), [(-1, 3, "low"), (3, 601, "high")])
def test_a_span_stays_in_range(low: int, high: int, path: str) -> None:
    """Ends lie from 0 to 600."""
    (problem,) = refusal(lambda: Span(low, high)).problems
    assert (problem.code, problem.path) == (ProblemCode.OUT_OF_RANGE, path)
    assert problem.remedy == "use 0 to 600"


def test_effort_words_stand_for_repetitions_in_reserve() -> None:
    """The words of the reserve scale have numbers; the others have none."""
    assert Effort(EffortScale.RESERVE, EffortWord.LIGHT).reserve == (4, 5)
    assert Effort(EffortScale.RESERVE, EffortWord.EASY).reserve == (6, None)
    assert Effort(EffortScale.PULL, EffortWord.MILD_PULL).reserve is None


def test_failure_cannot_be_said() -> None:
    """The hardest word leaves at least one repetition in reserve."""
    words = (word for word in EffortWord if word.value in ("hard", "very-hard", "light", "easy"))
    reserves = [Effort(EffortScale.RESERVE, word).reserve for word in words]
    assert min(reserve[0] for reserve in reserves if reserve) == 1


def test_a_word_of_another_scale_is_refused() -> None:
    """The remedy lists the words that the scale has."""
    (problem,) = refusal(lambda: Effort(EffortScale.PULL, EffortWord.HARD)).problems
    assert (problem.code, problem.path) == (ProblemCode.CONTRADICTION, "word")
    assert problem.remedy == "use mild-pull"


def test_a_plain_text_is_no_effort() -> None:
    """Constructors take members; words from outside come in through storing or a request."""
    (problem,) = refusal(lambda: Effort("reserve", EffortWord.HARD)).problems  # type: ignore[arg-type]
    assert (problem.code, problem.path) == (ProblemCode.WRONG_TYPE, "scale")
    assert "EffortScale.RESERVE" in problem.message


@given(spans())
def test_typical_lies_within(span: Span) -> None:
    """Middle: the typical number is never outside its span, and never below the exact middle."""
    assert span.low <= span.typical <= span.high
    assert 2 * span.typical >= span.low + span.high


@given(st.integers(0, 600).flatmap(lambda low: spans(low, 600)))
def test_spans_are_values(span: Span) -> None:
    """Value: equal ends make equal spans with equal hashes."""
    again = Span(span.low, span.high)
    assert again == span
    assert hash(again) == hash(span)


@given(efforts())
def test_only_the_reserve_scale_has_numbers(effort: Effort) -> None:
    """Reserve: there is a number exactly on the reserve scale."""
    assert (effort.reserve is not None) == (effort.scale is EffortScale.RESERVE)
