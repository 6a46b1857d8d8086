"""Documents say what they are, are bounded, and are refused whole."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Request, Routine, Span, StoredFormatError
from hipkit.storing.documents import DEEPEST, LARGEST_TEXT, MOST_PARTS

REQUEST = Request(20, cautions=["knee-pain"], include=["clamshell"])


def stored(**changes: Any) -> str:
    """Return a stored request with *changes* to its document; None takes a field away."""
    document = {**json.loads(hipkit.dumps(REQUEST)), **changes}
    return json.dumps({key: value for key, value in document.items() if value is not None})


def refusals(text: Any, cls: type = Request) -> list[tuple[str, str]]:
    """Return code and path of every problem of a stored *text*."""
    with pytest.raises(StoredFormatError) as caught:
        hipkit.loads(text, cls)
    return [(problem.code.value, problem.path) for problem in caught.value.problems]


def test_a_document_opens_with_what_it_is() -> None:
    """Kind, format, and the versions of hipkit and its data come first."""
    document = json.loads(hipkit.dumps(REQUEST))
    assert list(document) == ["kind", "format", "hipkit", "data", "request"]
    assert (document["kind"], document["format"]) == ("request", 1)
    assert document["hipkit"] == hipkit.__version__


def test_cautions_are_left_out_unless_asked_for() -> None:
    """Cautions are health data: only `include_cautions` stores them."""
    assert "knee-pain" not in hipkit.dumps(REQUEST)
    assert hipkit.loads(hipkit.dumps(REQUEST), Request).cautions == ()
    assert hipkit.loads(hipkit.dumps(REQUEST, include_cautions=True), Request) == REQUEST


def test_a_routine_says_that_its_cautions_are_withheld() -> None:
    """A routine stored without cautions says so and keeps its notices; one that had none does not."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    kept = hipkit.loads(hipkit.dumps(routine), Routine)
    assert kept.cautions_withheld
    assert kept.notices == routine.notices
    plain = hipkit.build_routine(20)
    assert not hipkit.loads(hipkit.dumps(plain), Routine).cautions_withheld


def test_no_caution_is_named_in_what_is_stored_of_a_routine_without_cautions() -> None:
    """Cautions named in reasons are left out with the request's (design: composing, rule 5)."""
    routine = hipkit.build_routine(20, cautions=["kneeling-hurts"])
    document = json.loads(hipkit.dumps(routine))["routine"]
    assert document["request"]["cautions"] == []
    reasons = json.dumps([document["explanation"], document["request"]])
    assert "kneeling-hurts" not in reasons


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("not-json", "")]),
        ("{", [("not-json", "")]),
        ("{} {}", [("not-json", "")]),
        ("[NaN]", [("not-json", "")]),
        ("[Infinity]", [("not-json", "")]),
        ("[1" + "0" * 5_000 + "]", [("not-json", "")]),
        ('{"kind": "request", "kind": "request"}', [("duplicate", "")]),
        ("[]", [("wrong-document", "")]),
        ("null", [("wrong-document", "")]),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), [("too-large", "")]),
        ("[" + "," * MOST_PARTS + "]", [("too-large", "")]),
        (" " * (LARGEST_TEXT + 1), [("too-large", "")]),
        (b"{}", [("wrong-type", "")]),
        (None, [("wrong-type", "")]),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_text_that_is_no_document_is_refused(text: Any, found: list[tuple[str, str]]) -> None:
    """Not JSON, repeated keys, too large, too deep, not an object, not even a text."""
    assert refusals(text) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"kind": None}, [("missing-field", "kind")]),
        ({"kind": "routine"}, [("wrong-document", "kind")]),
        ({"kind": 7}, [("wrong-document", "kind")]),
        ({"format": None}, [("missing-field", "format")]),
        ({"format": 0}, [("wrong-document", "format")]),
        ({"format": "1"}, [("wrong-document", "format")]),
        ({"format": True}, [("wrong-document", "format")]),
        ({"hipkit": None, "data": 3}, [("missing-field", "hipkit"), ("missing-field", "data")]),
        ({"request": None}, [("missing-field", "request")]),
        ({"note": "mine"}, [("unknown-field", "note")]),
        ({"kind": "routine", "format": 0}, [("wrong-document", "kind"), ("wrong-document", "format")]),
    ],
    ids=str,
)
def test_a_document_that_opens_wrongly_is_refused(
    changes: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    """Every opening field is checked, and all problems come at once."""
    assert refusals(stored(**changes)) == found


def test_a_newer_format_asks_for_a_newer_hipkit() -> None:
    """The remedy for a newer format is to upgrade."""
    with pytest.raises(StoredFormatError, match="upgrade hipkit"):
        hipkit.loads(stored(format=2), Request)


def test_a_stored_value_that_does_not_fit_is_a_format_error_with_its_path() -> None:
    """What the class refuses is said in the same error, field by field."""
    assert refusals(stored(request={"minutes": 1, "goal": "power"})) == [
        ("out-of-range", "minutes"),
        ("unknown-word", "goal"),
    ]


@pytest.mark.parametrize("value", [None, 3, "text", {"minutes": 20}, [REQUEST], Request])
def test_only_nouns_are_stored(value: object) -> None:
    """Anything but a noun of hipkit is refused."""
    with pytest.raises(StoredFormatError, match="cannot store"):
        hipkit.dumps(value)


def test_indent_changes_the_looks_only() -> None:
    """An indented document reads back the same."""
    text = hipkit.dumps(Span(1, 2), indent=2)
    assert "\n" in text
    assert hipkit.loads(text, Span) == Span(1, 2)


@given(st.text(max_size=40) | st.integers(0, 300).map(lambda cut: hipkit.dumps(REQUEST)[:cut]))
def test_any_text_is_refused_with_problems(text: str) -> None:
    """No text makes anything but a request or a `StoredFormatError`."""
    try:
        hipkit.loads(text, Request)
    except StoredFormatError as error:
        assert error.problems
