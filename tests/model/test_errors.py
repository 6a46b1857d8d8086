"""Errors are complete, say everything at once, and travel between processes."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    CatalogueError,
    HipkitError,
    InvalidValue,
    NoRoutine,
    PluginError,
    Problem,
    ProblemCode,
    Request,
    RequestError,
    SeekAdvice,
    StoredFormatError,
    UnknownExercise,
    UnknownSource,
)
from hipkit.errors import nearest, show

ONE = Problem(
    ProblemCode.OUT_OF_RANGE, "4 is out of range", "use 1 to 3", "a.json", "clam", "skill"
)
TWO = Problem(ProblemCode.NOT_JSON, "not JSON")
WITH_PROBLEMS = [InvalidValue, CatalogueError, RequestError, StoredFormatError, UnknownSource]


def refusal(**words: Any) -> NoRoutine:
    """Return what an impossible request raises."""
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(**words)
    return caught.value


def every_error() -> list[HipkitError]:
    """Return one of each public error."""
    return [
        *(cls([ONE, TWO]) for cls in WITH_PROBLEMS),
        PluginError([ONE, TWO], ["acme-hips"], hipkit.load_catalogue()),
        UnknownExercise(["clamshel", "x"], ["clamshell", ""]),
        refusal(positions=["walking"], exclude=hipkit.load_catalogue().ids),
        refusal(goal="activation", cautions=["groin-pain"]),
    ]


@pytest.mark.parametrize("error", every_error(), ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(
    "travel", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy]
)
def test_every_error_travels(error: HipkitError, travel: Any) -> None:
    """Pickled or copied, an error keeps its class, its text and its attributes."""
    again = travel(error)
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
    assert again == error
    assert hash(again) == hash(error)


def test_errors_are_equal_when_class_and_parts_are() -> None:
    """Where they were raised does not count; the class does."""
    errors = [*every_error(), RequestError([ONE]), UnknownExercise(["x"])]
    assert len({*errors, *map(copy.copy, errors)}) == len(errors)
    assert RequestError([ONE]) != InvalidValue([ONE])
    assert RequestError([ONE]) != ONE


def test_advice_is_equal_only_with_the_same_notice() -> None:
    """The notice is among its parts."""
    advice = refusal(goal="activation", cautions=["groin-pain"])
    assert isinstance(advice, SeekAdvice)
    other = hipkit.load_safety().notices[1]
    assert advice.notice != other
    assert advice != SeekAdvice(advice.request, advice.reasons, other)
    assert advice == SeekAdvice(advice.request, advice.reasons, advice.notice)


def test_every_public_error_is_tried_here() -> None:
    """A new error comes with its example."""
    public = {
        cls
        for cls in vars(hipkit.errors).values()
        if isinstance(cls, type)
        and issubclass(cls, HipkitError)
        and not cls.__name__.startswith("_")
    }
    assert public - {HipkitError} == {type(error) for error in every_error()}


@pytest.mark.parametrize(
    ("cls", "base"),
    [
        *((cls, ValueError) for cls in WITH_PROBLEMS),
        (UnknownExercise, KeyError),
        (SeekAdvice, NoRoutine),
        (NoRoutine, HipkitError),
    ],
)
def test_errors_are_what_python_would_call_them(cls: type, base: type) -> None:
    """Who catches `ValueError`, `KeyError` or `HipkitError` catches them."""
    assert issubclass(cls, base)
    assert issubclass(cls, HipkitError)


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    """File, exercise, field: what; remedy. What is empty is left out."""
    assert str(ONE) == "a.json › clam › skill: 4 is out of range; use 1 to 3"
    assert str(TWO) == "not JSON"


def test_a_problem_is_seen_from_further_out() -> None:
    """Paths grow at the front; what is known already is kept unless it is said again."""
    assert TWO.at(path="dose").at(path="[0]").path == "[0].dose"
    assert TWO.at(path="[0]").at(path="dose").path == "dose[0]"
    assert ONE.at(source="", item="other") == Problem(
        ONE.code, ONE.message, ONE.remedy, "a.json", "other", "skill"
    )


@pytest.mark.parametrize("cls", WITH_PROBLEMS)
def test_one_problem_is_a_line_and_several_are_a_list(cls: Any) -> None:
    """The text says how many there are, and each."""
    assert str(cls([ONE])) == str(ONE)
    lines = str(cls([ONE, TWO])).splitlines()
    assert lines[0].startswith("2 problems: ")
    assert lines[1:] == [f"  - {ONE}", f"  - {TWO}"]


def test_what_is_shown_is_the_same_in_every_run() -> None:
    """No address of an object stands in a message."""
    assert show(test_what_is_shown_is_the_same_in_every_run) == (
        "<function test_what_is_shown_is_the_same_in_every_run>"
    )
    assert show(object()) == "<object object>"


def test_unknown_exercises_are_all_named() -> None:
    """Each id with the nearest known one, or where to look."""
    one = UnknownExercise(["clamshel"], ["clamshell"])
    assert str(one) == "unknown exercise: 'clamshel' (did you mean 'clamshell'?)"
    assert one.id == "clamshel"
    two = UnknownExercise(["clamshel", "zzz"], ["clamshell"])
    assert str(two) == (
        "unknown exercises: 'clamshel' (did you mean 'clamshell'?), "
        "'zzz' (look with load_catalogue().find(…), or hipkit list)"
    )


def test_a_refusal_says_why_and_what_would_help() -> None:
    """The text has sentences for every reason and relaxation, and no code in it."""
    error = refusal(positions=["walking"])
    text = str(error)
    assert error.reasons
    assert error.relaxations
    assert len(text.splitlines()) >= 1 + len(error.relaxations)
    assert not any(reason.code.value in text for reason in error.reasons)


def test_advice_is_shown_whole() -> None:
    """The notice is in the text."""
    error = refusal(goal="activation", cautions=["groin-pain"])
    assert isinstance(error, SeekAdvice)
    assert error.notice.text in " ".join(str(error).split())
    assert error.request == Request(goal="activation", cautions=["groin-pain"])


def test_show_is_short_and_printable() -> None:
    """Long values are cut, control characters are escaped, words are their spelling."""
    assert show(hipkit.Goal.STRENGTH) == "'strength'"
    assert len(show("x" * 500)) == 60
    assert show("\x1b[2J") == "'\\x1b[2J'"


def test_the_nearest_word_is_offered_or_the_words_there_are() -> None:
    """Spelling is forgiven; of many words only some are shown."""
    assert nearest("Mini_Band ", ["mini-band", "bench"]) == "did you mean 'mini-band'?"
    assert nearest("strenght", ["strength", "mobility"]) == "did you mean 'strength'?"
    assert nearest("zzz", ["b", "a"]) == "choose from b, a"
    assert nearest("zzz", []) == ""
    assert nearest("zzz", map(str, range(50))).endswith(", …")


@given(st.text() | st.integers() | st.floats() | st.binary() | st.lists(st.text()))
def test_any_value_can_be_shown(value: object) -> None:
    """Whatever the value, one printable line comes out."""
    text = show(value)
    assert len(text) <= 60
    assert text.isprintable()
