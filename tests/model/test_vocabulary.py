"""Word lists: each equals the `Literal` beside it, and ordered words compare by their place."""

from __future__ import annotations

import json
import operator
import re
from enum import StrEnum
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import Goal, Group, Level, Muscle, Phase, Position, Region, model
from hipkit.model import OrderedWord, Word, family_of, muscles_of, usual_kind

LISTS = [
    each
    for each in vars(model).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each not in (Word, OrderedWord)
]
ORDERED = [each for each in LISTS if issubclass(each, OrderedWord)]
LITERALS = [
    name
    for name in vars(model)
    if name.endswith("Word") and name not in ("Word", "OrderedWord", "EffortWord", "FocusWord")
]
PAIRS = st.sampled_from(ORDERED).flatmap(
    lambda words: st.tuples(*[st.sampled_from(list(words))] * 2)
)


@pytest.mark.parametrize("name", LITERALS)
def test_each_literal_equals_its_enum(name: str) -> None:
    """`GoalWord` lists exactly the words of `Goal`, in the same order, and so do the others."""
    words: Any = getattr(model, name.removesuffix("Word"))
    assert get_args(getattr(model, name)) == tuple(word.value for word in words)


def test_callers_may_type_eight_lists() -> None:
    """Every closed list that a caller may type has a `Literal`."""
    assert set(LITERALS) == {
        "CautionWord",
        "EquipmentWord",
        "GoalWord",
        "GroupWord",
        "LevelWord",
        "MuscleWord",
        "PositionWord",
        "RegionWord",
    }


def test_focus_takes_groups_muscles_and_regions() -> None:
    """The focus literal is the union of three lists, in the order in which words are looked up."""
    literals = [get_args(each) for each in get_args(model.FocusWord)] or [get_args(model.FocusWord)]
    words = [word for each in literals for word in each]
    assert words == [each.value for words in (Group, Muscle, Region) for each in words]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_words_are_their_json_spelling(words: type[StrEnum]) -> None:
    """A word is a text in small letters, digits and hyphens, equal to what JSON holds."""
    for word in words:
        assert json.loads(json.dumps(word)) == word.value == str(word)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|[ABC]", word.value)
        assert words(word.value) is word


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_no_word_stands_twice(words: type[StrEnum]) -> None:
    """Two names never share a word, which would make the second a mere alias."""
    assert len(words.__members__) == len(list(words))


def test_levels_compare_by_place_and_not_by_letters() -> None:
    """Advanced is above beginner, though its letters come first."""
    assert Level.ADVANCED > Level.INTERMEDIATE > Level.BEGINNER
    assert sorted([*reversed(Level)]) == list(Level)
    assert max(Level) is Level.ADVANCED
    assert [level.rank for level in Level] == [0, 1, 2]


@pytest.mark.parametrize("other", ["beginner", 1, None, Goal.STRENGTH])
def test_levels_refuse_to_compare_with_anything_else(other: Any) -> None:
    """A plain text would compare by letters, so ordering against it is refused."""
    for compare in (operator.lt, operator.le, operator.gt, operator.ge):
        with pytest.raises(TypeError, match="Level cannot be ordered"):
            compare(Level.BEGINNER, other)


@given(PAIRS)
def test_ordered_words_are_totally_ordered(pair: tuple[OrderedWord, OrderedWord]) -> None:
    """Total order: of two words of a list exactly one of <, ==, > holds, and <= and >= agree."""
    one, other = pair
    assert [one < other, one == other, one > other].count(True) == 1
    assert (one <= other) == (one < other or one == other)
    assert (one >= other) == (one > other or one == other)


@given(PAIRS)
def test_equal_words_hash_alike(pair: tuple[OrderedWord, OrderedWord]) -> None:
    """Hash: equal words, and a word and its spelling, are the same key of a dict."""
    one, other = pair
    assert (one == other) <= (hash(one) == hash(other))
    assert {one.value: True}[one]


def test_every_position_has_a_family() -> None:
    """Changes of position are counted between families, so none may be missing."""
    assert {family_of(position) for position in Position} == set(model.PositionFamily)


def test_every_region_stands_for_muscles() -> None:
    """An everyday name stands for at least one muscle."""
    assert all(muscles_of(region) for region in Region)


def test_every_group_has_a_usual_kind() -> None:
    """An exercise that states no kind gets the usual one of its group."""
    assert usual_kind(Group.STRETCH) is model.Kind.STATIC_STRETCH
    assert usual_kind(Group.ABDUCTION) is model.Kind.STRENGTH
    assert all(isinstance(usual_kind(group), model.Kind) for group in Group)


def test_phases_are_listed_in_the_order_they_are_done() -> None:
    """Warm-up, main, cool-down."""
    assert list(Phase) == [Phase.WARM_UP, Phase.MAIN, Phase.COOL_DOWN]
