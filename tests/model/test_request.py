"""Requests: words become members, lists are sets, and every problem is said at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    Caution,
    Equipment,
    Goal,
    Group,
    Level,
    Muscle,
    Position,
    ProblemCode,
    Region,
    Request,
    RequestError,
)
from hipkit.testing import requests

TYPE, WORD, RANGE, CLASH, FIELD, LARGE = (
    ProblemCode.WRONG_TYPE,
    ProblemCode.UNKNOWN_WORD,
    ProblemCode.OUT_OF_RANGE,
    ProblemCode.CONTRADICTION,
    ProblemCode.UNKNOWN_FIELD,
    ProblemCode.TOO_LARGE,
)


def refusal(words: Any) -> RequestError:
    """Return the error that a request of *words* raises."""
    with pytest.raises(RequestError) as caught:
        Request.from_words(words)
    return caught.value


def test_a_request_needs_nothing() -> None:
    """Twenty minutes of strength for a beginner who owns nothing."""
    request = Request()
    assert (request.minutes, request.goal, request.level) == (20, Goal.STRENGTH, Level.BEGINNER)
    assert request.equipment == request.focus == request.cautions == ()
    assert request.positions is None
    assert request.seed is None


def test_words_become_members() -> None:
    """Plain words and members may be mixed."""
    request = Request(
        30,
        goal="mobility",
        level=Level.ADVANCED,
        equipment=["chair", Equipment.STEP],
        cautions={"knee-pain"},
        positions=(Position.PRONE,),
    )
    assert request.goal is Goal.MOBILITY
    assert request.equipment == (Equipment.CHAIR, Equipment.STEP)
    assert request.cautions == (Caution.KNEE_PAIN,)


def test_focus_takes_groups_muscles_and_regions() -> None:
    """Each word is looked up in all three lists."""
    focus = Request(focus=["glutes", "adductors", "hinge"]).focus
    assert set(focus) == {Region.GLUTES, Muscle.ADDUCTORS, Group.HINGE}


def test_lists_are_sets() -> None:
    """Neither order nor repeats matter."""
    one = Request(equipment=["step", "chair", "step"], include=["b", "a"])
    other = Request(equipment=["chair", "step"], include=["a", "b", "a"])
    assert one == other
    assert hash(one) == hash(other)


def test_lists_may_be_any_iterable() -> None:
    """A generator is read once."""
    assert Request(include=(id for id in ("b", "a"))).include == ("a", "b")


def test_a_repr_keeps_cautions_to_itself() -> None:
    """Cautions are health data."""
    shown = repr(Request(cautions=["pregnancy"]))
    assert "pregnancy" not in shown
    assert "cautions" not in shown


def test_no_positions_is_not_the_same_as_all() -> None:
    """None allows all positions; an empty list would allow none and is refused."""
    assert Request(positions=None).positions is None
    assert refusal({"positions": []}).problems[0].remedy == "leave positions out to allow all"


WRONG: list[tuple[dict[str, Any], list[tuple[ProblemCode, str, str]]]] = [
    ({"minutes": 4}, [(RANGE, "minutes", "use 5 to 120")]),
    ({"minutes": 121}, [(RANGE, "minutes", "use 5 to 120")]),
    ({"minutes": 10**30}, [(RANGE, "minutes", "use 5 to 120")]),
    ({"minutes": "20"}, [(TYPE, "minutes", "use 20, without quotes")]),
    ({"minutes": 20.0}, [(TYPE, "minutes", "use 5 to 120")]),
    ({"minutes": True}, [(TYPE, "minutes", "use 5 to 120")]),
    ({"minutes": None}, [(TYPE, "minutes", "use 5 to 120")]),
    ({"goal": "strenght"}, [(WORD, "goal", "did you mean 'strength'?")]),
    ({"goal": "Strength"}, [(WORD, "goal", "did you mean 'strength'?")]),
    ({"goal": None}, [(TYPE, "goal", "strength, activation, mobility, recovery")]),
    ({"goal": ["strength"]}, [(TYPE, "goal", "strength")]),
    ({"goal": Level.BEGINNER}, [(WORD, "goal", "choose from strength")]),
    ({"level": "expert"}, [(WORD, "level", "beginner, intermediate, advanced")]),
    ({"level": 2}, [(TYPE, "level", "beginner, intermediate, advanced")]),
    ({"equipment": "chair"}, [(TYPE, "equipment", "use ['chair']")]),
    ({"equipment": b"chair"}, [(TYPE, "equipment", "use a list of words")]),
    ({"equipment": {"chair": True}}, [(TYPE, "equipment", "use a list of words")]),
    ({"equipment": 3}, [(TYPE, "equipment", "use a list of words")]),
    ({"equipment": None}, [(TYPE, "equipment", "use a list of words")]),
    ({"equipment": ["chair", "mini band"]}, [(WORD, "equipment[1]", "'mini-band'")]),
    ({"equipment": [None]}, [(TYPE, "equipment[0]", "chair")]),
    ({"focus": ["glute"]}, [(WORD, "focus[0]", "'glutes'")]),
    (
        {"cautions": ["knee pain", "hip"]},
        [(WORD, "cautions[0]", "'knee-pain'"), (WORD, "cautions[1]", "")],
    ),
    ({"cautions": "knee-pain"}, [(TYPE, "cautions", "use ['knee-pain']")]),
    ({"positions": ()}, [(CLASH, "positions", "leave positions out")]),
    ({"positions": ["lying"]}, [(WORD, "positions[0]", "'side-lying'")]),
    ({"include": "clamshell"}, [(TYPE, "include", "use ['clamshell']")]),
    ({"include": ["a", ""]}, [(TYPE, "include[1]", "use ids such as")]),
    ({"exclude": [3, None]}, [(TYPE, "exclude[0]", ""), (TYPE, "exclude[1]", "")]),
    ({"include": ["a", "b"], "exclude": ["b"]}, [(CLASH, "include", "keep it in one of the two")]),
    ({"recent": [["a"]]}, [(TYPE, "recent[0]", "use ids such as")]),
    ({"recent": ["a"] * 2_001}, [(LARGE, "recent", "ask for less")]),
    ({"seed": "lucky"}, [(TYPE, "seed", "use a whole number")]),
    ({"seed": 2**63}, [(RANGE, "seed", "")]),
    ({"minute": 20}, [(FIELD, "minute", "did you mean 'minutes'?")]),
    ({"Goal": "strength", 7: 1}, [(FIELD, "Goal", "'goal'"), (FIELD, "7", "")]),
    (
        {"minutes": 1, "goal": "x", "level": 0, "equipment": ["?"], "seed": 0.5, "tempo": 2},
        [
            (FIELD, "tempo", ""),
            (RANGE, "minutes", ""),
            (WORD, "goal", ""),
            (TYPE, "level", ""),
            (WORD, "equipment[0]", ""),
            (TYPE, "seed", ""),
        ],
    ),
]


@pytest.mark.parametrize(("words", "expected"), WRONG, ids=lambda each: str(each)[:50])
def test_a_wrong_request_names_every_problem(
    words: dict[str, Any], expected: list[tuple[ProblemCode, str, str]]
) -> None:
    """Every wrong call says what is wrong, where, and what would be right, all at once."""
    error = refusal(words)
    assert [(problem.code, problem.path) for problem in error.problems] == [
        (code, path) for code, path, _ in expected
    ]
    for problem, (_, _, remedy) in zip(error.problems, expected, strict=True):
        assert remedy in problem.remedy
        assert str(problem) in str(error)


def test_there_are_thirty_wrong_requests() -> None:
    """The table above is long enough to be worth its name."""
    assert len(WRONG) >= 30


@pytest.mark.parametrize("words", [None, "minutes=20", [("minutes", 20)], 20])
def test_what_is_no_mapping_is_refused(words: Any) -> None:
    """`from_words` takes a mapping and says so."""
    (problem,) = refusal(words).problems
    assert problem.code is TYPE
    assert "{'minutes': 20}" in problem.remedy


def test_a_request_error_is_a_value_error() -> None:
    """Callers who know nothing of hipkit can still catch it."""
    assert isinstance(refusal({"minutes": 0}), ValueError)


@given(requests())
def test_equal_words_make_equal_requests(request: Request) -> None:
    """Words: a request equals the one that its own words make, whatever their order."""
    words = {
        "minutes": request.minutes,
        "goal": str(request.goal),
        "level": str(request.level),
        "equipment": [str(word) for word in reversed(request.equipment)],
        "focus": [str(word) for word in request.focus] * 2,
        "cautions": {str(word) for word in request.cautions},
        "positions": request.positions and list(request.positions),
        "seed": request.seed,
    }
    assert Request.from_words(words) == request


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.text() | st.lists(st.text())))
def test_words_from_outside_never_surprise(words: dict[str, Any]) -> None:
    """Total: any mapping makes a request or a `RequestError` with at least one problem."""
    try:
        request = Request.from_words(words)
    except RequestError as error:
        assert error.problems
        assert all(problem.message for problem in error.problems)
    else:
        assert isinstance(request, Request)
