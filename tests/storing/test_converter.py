"""The strict converter: nothing is coerced, dropped or guessed, and every problem is found."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import DoseBand, Exercise, InvalidValue, MuscleUse, Policy, Request, Span, Study
from hipkit.errors import ProblemCode
from hipkit.model import Points, Reason
from hipkit.storing import from_plain, to_plain
from hipkit.testing import exercises, policies, sample_catalogue, sample_exercise


def band(**changes: Any) -> dict[str, Any]:
    """Return a plain dose band with *changes*."""
    return {"goal": "strength", "level": "beginner", "sets": [1, 3], "count": 10, **changes}


def study(**changes: Any) -> dict[str, Any]:
    """Return a plain study with *changes*."""
    texts = dict.fromkeys(("authors", "title", "published", "doi", "pubmed"), "")
    return {"id": "DOE20", "year": 2020, "read": "abstract", **texts, **changes}


def problems(plain: Any, cls: type) -> list[tuple[str, str]]:
    """Return code and path of every problem of *plain*."""
    with pytest.raises(InvalidValue) as caught:
        from_plain(plain, cls)
    return [(problem.code.value, problem.path) for problem in caught.value.problems]


def types_in(plain: Any) -> set[type]:
    """Return every type that plain data is made of."""
    parts = plain.values() if isinstance(plain, dict) else plain
    inner = parts if isinstance(plain, dict | list | tuple) else ()
    return {type(plain)}.union(*(types_in(part) for part in inner))


@pytest.mark.parametrize("year", ["2020", 2020.0, True, [2020], {"year": 2020}])
def test_a_number_is_never_made_of_something_else(year: object) -> None:
    """A text, a fraction, a truth, a list or an object is no whole number."""
    assert problems(study(year=year), Study) == [("wrong-type", "year")]


@pytest.mark.parametrize("title", [1, None, True, ["a title"], {"en": "a title"}])
def test_a_text_is_never_made_of_something_else(title: object) -> None:
    """A number, null, a truth, a list or an object is no text."""
    assert problems(study(title=title), Study) == [("wrong-type", "title")]


def test_a_bare_word_is_never_read_letter_by_letter() -> None:
    """Where a list belongs, a word is refused, and the remedy shows the list."""
    plain = {**to_plain(sample_exercise()), "positions": "standing"}
    with pytest.raises(InvalidValue) as caught:
        from_plain(plain, Exercise)
    assert caught.value.problems[0].remedy == "use ['standing']"


@pytest.mark.parametrize(
    ("plain", "span"), [(15, Span(15, 15)), ([15, 15], Span(15, 15)), ([15, 20], Span(15, 20))]
)
def test_a_span_is_a_number_or_two(plain: object, span: Span) -> None:
    """A span is `15` or `[15, 20]`."""
    assert from_plain(band(count=plain), DoseBand).count == span


@pytest.mark.parametrize("plain", ["15-20", [15], [15, 20, 25], 15.5, None, True, {"low": 15}])
def test_nothing_else_is_a_span(plain: object) -> None:
    """Other shapes are refused at their field."""
    assert problems(band(count=plain), DoseBand) == [("wrong-type", "count")]


def test_every_problem_is_found_in_one_pass() -> None:
    """Wrong, missing and unknown fields come together, nested ones with their path."""
    plain = to_plain(sample_catalogue()["split-squat"])
    del plain["name"]
    plain["colour"] = "red"
    plain["muscles"][1]["emphasis"] = 4
    plain["dose"][0]["count_of"] = "repetition"
    plain["easier"][0]["changes"] = []
    assert sorted(problems(plain, Exercise)) == [
        ("missing-field", "name"),
        ("out-of-range", "easier[0].changes"),
        ("out-of-range", "muscles[1].emphasis"),
        ("unknown-field", "colour"),
        ("unknown-word", "dose[0].count_of"),
    ]


def test_parts_that_contradict_each_other_are_found_too() -> None:
    """What a whole record checks is said with the path of the part."""
    plain = to_plain(sample_exercise())
    plain["dose"] = [band(), band(), band(sets=0)]
    assert problems(plain, Exercise) == [("contradiction", "dose[2].sets")]
    plain["dose"].pop()
    assert problems(plain, Exercise) == [("duplicate", "dose[1]")]


def test_a_request_is_refused_like_any_other_noun() -> None:
    """The request's own checks are problems with paths."""
    found = problems({"minutes": 3, "goal": "power", "cautions": ["knee"]}, Request)
    assert found == [
        ("out-of-range", "minutes"),
        ("unknown-word", "goal"),
        ("unknown-word", "cautions[0]"),
    ]


def test_an_unknown_word_is_answered_with_the_nearest() -> None:
    """The remedy names the word that was meant."""
    with pytest.raises(InvalidValue) as caught:
        from_plain({"muscle": "gluteus-medus", "role": "prime-mover", "emphasis": 1}, MuscleUse)
    assert caught.value.problems[0].remedy == "did you mean 'gluteus-medius'?"


@pytest.mark.parametrize("plain", [None, 3, "a", [], [1], True])
def test_a_record_is_an_object(plain: object) -> None:
    """Anything but an object is no record."""
    assert problems(plain, Exercise) == [(ProblemCode.WRONG_TYPE.value, "")]


def test_facts_of_a_reason_keep_their_order() -> None:
    """Facts are an object in plain data, and pairs in the noun."""
    reason = from_plain({"code": "level", "facts": {"needs": "advanced", "has": 1}}, Reason)
    assert reason.facts == (("needs", "advanced"), ("has", 1))
    assert to_plain(reason)["facts"] == {"needs": "advanced", "has": 1}
    assert problems({"code": "level", "facts": {"needs": 1.5}}, Reason) == [("wrong-type", "facts")]
    assert problems({"code": "level", "facts": []}, Reason) == [("wrong-type", "")]


@pytest.mark.parametrize("points", [[], [1], [1, 2], [1, 2, 3, 4], ["a", 2, 3], [1, 2, None]])
def test_a_list_of_fixed_length_has_that_length(points: list[object]) -> None:
    """Three points of grade are three whole numbers."""
    assert problems({"role": "prime-mover", "at_emphasis": points}, Points)


@given(exercises())
def test_an_exercise_as_plain_data_is_plain_all_through(exercise: Exercise) -> None:
    """Plain data are dicts, lists, texts, numbers, truths and None: nothing of hipkit's, no tuple."""
    assert types_in(to_plain(exercise)) <= {dict, list, str, int, float, bool, type(None)}


@given(policies())
def test_a_policy_as_plain_data_is_plain_all_through(policy: Policy) -> None:
    """What holds for exercises holds where lists have a fixed length."""
    assert types_in(to_plain(policy)) <= {dict, list, str, int, float, bool, type(None)}
    assert from_plain(to_plain(policy), Policy) == policy


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["id", "name", "dose", "sets", "x"]), inner, max_size=3),
    max_leaves=8,
)


@given(junk, st.sampled_from([Exercise, DoseBand, Request, Study, Policy]))
def test_any_junk_is_refused_with_problems_or_read(plain: Any, cls: type) -> None:
    """Whatever comes in, either a noun or an `InvalidValue` comes out."""
    try:
        assert isinstance(from_plain(plain, cls), cls)
    except InvalidValue as error:
        assert error.problems
        assert str(error)
