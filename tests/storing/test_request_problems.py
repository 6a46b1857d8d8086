"""A request's problems: the same for the same words, whichever way they come in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import build_routine, from_plain
from hipkit.errors import InvalidValue, RequestError
from hipkit.model import Request

_WORDS = st.one_of(
    st.sampled_from(["strenght", "strength", "mini-band", "knee-pain", "clamshell", "prone", ""]),
    st.none(),
    st.integers(-3, 200),
    st.floats(allow_nan=False),
)
_VALUES = _WORDS | st.lists(_WORDS, max_size=3) | st.dictionaries(st.just("a"), _WORDS, max_size=1)
_FIELDS = (
    *("minutes", "goal", "level", "equipment", "focus", "cautions"),
    *("positions", "include", "exclude", "recent", "seed"),
)
_MIXTURES: tuple[dict[str, Any], ...] = (
    {"minutes": 3, "goal": "strenght", "equipment": "mini-band"},
    {"include": ["clamshell"], "exclude": ["clamshell"], "positions": [], "seed": "x"},
)


def problems(read: Any) -> list[tuple[str, str]]:
    """Return code and path of each problem that *read* raises."""
    try:
        read()
    except (InvalidValue, RequestError) as error:
        return [(problem.code, problem.path) for problem in error.problems]
    return []


@pytest.mark.parametrize("words", _MIXTURES)
def test_plain_data_words_and_the_verb_say_the_same(words: dict[str, Any]) -> None:
    """A list that is none hides nothing else."""
    said = problems(lambda: Request.from_words(words))
    assert len(said) == 3
    assert problems(lambda: from_plain(words, Request)) == said
    assert problems(lambda: build_routine(**words)) == said


def test_an_unknown_field_hides_nothing() -> None:
    """It is said beside what is wrong with the known ones."""
    found = problems(lambda: from_plain({"bad": 1, "minutes": "x"}, Request))
    assert found == [("unknown-field", "bad"), ("wrong-type", "minutes")]


def test_what_plain_data_does_not_have_is_said_beside_the_rest() -> None:
    """A tuple is no JSON list, though a request may be made with one."""
    tupled = {"equipment": ("chair",)}
    assert problems(lambda: Request.from_words(tupled)) == []
    assert problems(lambda: from_plain(tupled, Request)) == [("wrong-type", "equipment")]
    found = problems(lambda: from_plain({**tupled, "minutes": 3}, Request))
    assert found == [("out-of-range", "minutes"), ("wrong-type", "equipment")]


@given(st.dictionaries(st.sampled_from((*_FIELDS, "bad", "goals")), _VALUES))
def test_plain_data_and_words_have_the_same_problems(words: dict[str, Any]) -> None:
    """Whatever is mixed, each way in finds it all."""
    assert problems(lambda: from_plain(words, Request)) == problems(
        lambda: Request.from_words(words)
    )
