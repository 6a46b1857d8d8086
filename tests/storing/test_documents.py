"""Documents: bounded, without repeats, and saying what they are before they say it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Exercise, ProblemCode, Request, Routine, Span, StoredFormatError, dumps, loads
from hipkit.storing.documents import DEEPEST, LARGEST_TEXT, MOST_PARTS
from hipkit.testing import sample_catalogue, sample_exercise

STORED = dumps(Request(20, goal="mobility"))
CLASSES = st.sampled_from([Request, Exercise, Routine, Span])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def refusal(text: Any, cls: type = Request) -> StoredFormatError:
    """Return the error that loading *text* raises."""
    with pytest.raises(StoredFormatError) as caught:
        loads(text, cls)
    return caught.value


def document(**changed: Any) -> str:
    """Return a stored request with some of its opening fields changed; None leaves one out."""
    fields = {**json.loads(STORED), **changed}
    return json.dumps({key: value for key, value in fields.items() if value is not None})


def codes(text: Any, cls: type = Request) -> list[tuple[ProblemCode, str]]:
    """Return code and path of every problem of loading *text*."""
    return [(problem.code, problem.path) for problem in refusal(text, cls).problems]


def test_a_document_says_what_it_is() -> None:
    """Kind, format and versions come first, then the noun itself."""
    opened = json.loads(dumps(sample_exercise()))
    assert list(opened) == ["kind", "format", "hipkit", "data", "exercise"]
    assert (opened["kind"], opened["format"]) == ("exercise", 1)
    assert opened["hipkit"] == hipkit.__version__


def test_a_document_is_readable_text() -> None:
    """Letters stay letters, and an indent makes it pleasant."""
    text = dumps(sample_exercise(), indent=2)
    assert '\n  "kind": "exercise"' in text
    assert loads(text, Exercise) == sample_exercise()


def test_only_nouns_are_stored() -> None:
    """A dict is no noun, and the error says what is."""
    with pytest.raises(StoredFormatError, match="store a Routine"):
        dumps({"minutes": 20})


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"kind": None}, [(ProblemCode.MISSING_FIELD, "kind")]),
        ({"kind": "routine"}, [(ProblemCode.WRONG_DOCUMENT, "kind")]),
        ({"kind": ["request"]}, [(ProblemCode.WRONG_DOCUMENT, "kind")]),
        ({"format": None}, [(ProblemCode.MISSING_FIELD, "format")]),
        ({"format": 0}, [(ProblemCode.WRONG_DOCUMENT, "format")]),
        ({"format": "1"}, [(ProblemCode.WRONG_DOCUMENT, "format")]),
        ({"format": True}, [(ProblemCode.WRONG_DOCUMENT, "format")]),
        ({"format": 1.0}, [(ProblemCode.WRONG_DOCUMENT, "format")]),
        ({"hipkit": None}, [(ProblemCode.MISSING_FIELD, "hipkit")]),
        ({"data": 3}, [(ProblemCode.MISSING_FIELD, "data")]),
        ({"request": None}, [(ProblemCode.MISSING_FIELD, "request")]),
        ({"extra": 1}, [(ProblemCode.UNKNOWN_FIELD, "extra")]),
        (
            {"kind": None, "format": None, "data": None},
            [
                (ProblemCode.MISSING_FIELD, "kind"),
                (ProblemCode.MISSING_FIELD, "format"),
                (ProblemCode.MISSING_FIELD, "data"),
            ],
        ),
        ({"request": {"minutes": 1, "goal": "strenght"}}, None),
    ],
)
def test_a_wrong_opening_is_refused(
    changed: dict[str, Any], expected: list[tuple[ProblemCode, str]] | None
) -> None:
    """Every problem of the opening fields is said at once."""
    found = codes(document(**changed))
    assert found
    assert expected is None or found == expected


def test_a_newer_format_says_to_upgrade() -> None:
    """What a later hipkit wrote is refused kindly."""
    (problem,) = refusal(document(format=2)).problems
    assert problem.code is ProblemCode.WRONG_DOCUMENT
    assert problem.remedy == "upgrade hipkit"


def test_other_versions_of_hipkit_and_data_are_read() -> None:
    """Only the format decides whether a document can be read."""
    assert loads(document(hipkit="9.9", data="2031.4"), Request) == Request(goal="mobility")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ProblemCode.NOT_JSON),
        ("{", ProblemCode.NOT_JSON),
        ("{'kind': 'request'}", ProblemCode.NOT_JSON),
        ('{"kind": "request",}', ProblemCode.NOT_JSON),
        ("[1, 2] 3", ProblemCode.NOT_JSON),
        ('{"a": NaN}', ProblemCode.NOT_JSON),
        ('{"a": -Infinity}', ProblemCode.NOT_JSON),
        ('{"a": ' + "9" * 5_000 + "}", ProblemCode.NOT_JSON),
        ("\ufeff" + STORED, ProblemCode.NOT_JSON),
        ("[]", ProblemCode.WRONG_DOCUMENT),
        ("null", ProblemCode.WRONG_DOCUMENT),
        ('"request"', ProblemCode.WRONG_DOCUMENT),
        ('{"kind": "request", "kind": "request"}', ProblemCode.DUPLICATE),
        ('{"kind": "request", "a": {"b": 1, "b": 2}}', ProblemCode.DUPLICATE),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), ProblemCode.TOO_LARGE),
        ("[" * 100_000, ProblemCode.TOO_LARGE),
        ('{"a":' * 5_000 + "1" + "}" * 5_000, ProblemCode.TOO_LARGE),
        ("[" + "0," * MOST_PARTS + "0]", ProblemCode.TOO_LARGE),
        (" " * (LARGEST_TEXT + 1), ProblemCode.TOO_LARGE),
    ],
    ids=lambda each: str(each)[:30],
)
def test_a_text_that_is_no_document_is_refused(text: str, code: ProblemCode) -> None:
    """Not JSON, repeated keys, too deep, too many parts, too large: each has its code."""
    (problem,) = refusal(text).problems
    assert problem.code is code


def test_brackets_in_texts_are_not_depth() -> None:
    """Only real nesting counts."""
    assert codes(json.dumps({"kind": "[" * 500 + '\\"{'}))[0] == (
        ProblemCode.WRONG_DOCUMENT,
        "kind",
    )


@pytest.mark.parametrize("text", [None, b"{}", 3, {"kind": "request"}])
def test_only_a_text_is_loaded(text: Any) -> None:
    """Bytes are decoded by whoever knows their encoding."""
    assert codes(text) == [(ProblemCode.WRONG_TYPE, "")]


def test_a_stored_format_error_is_a_value_error() -> None:
    """Callers who know nothing of hipkit can still catch it."""
    assert isinstance(refusal("{"), ValueError)


def test_a_message_never_carries_control_characters() -> None:
    """What stands in a hostile key or value cannot move the cursor of a terminal."""
    for text in (
        json.dumps({"\x1b[2J": 1}),
        document(kind="\x1b[2J"),
        document(**{"\x1b[2J": 1}),
        document(request={"\x1b[2J\n": 1}),
        document(request={"goal": "\x1b[2J\n"}),
    ):
        message = str(refusal(text)).replace("\n  - ", "")
        assert message.isprintable(), message


def test_a_message_can_always_be_written() -> None:
    """Half a surrogate pair in a key or value cannot break printing."""
    for text in (document(**{"\ud800": 1}), document(request={"\ud800": "\udfff"})):
        assert str(refusal(text)).encode("utf-8")


@given(st.text(), CLASSES)
def test_any_text_is_refused_in_words(text: str, cls: type) -> None:
    """Total: a text that is no document raises `StoredFormatError` and nothing else."""
    refusal(text, cls)


@given(JSON, CLASSES)
def test_any_json_is_refused_in_words(data: Any, cls: type) -> None:
    """Total: JSON that is no document raises `StoredFormatError` and nothing else."""
    refusal(json.dumps(data), cls)


@given(JSON)
def test_any_content_is_read_or_refused_in_words(data: Any) -> None:
    """Total: whatever a document holds, it makes a noun or a `StoredFormatError`."""
    try:
        assert isinstance(loads(document(request=data), Request), Request)
    except StoredFormatError as error:
        assert error.problems


@given(
    st.sampled_from([dumps(each) for each in sample_catalogue()]),
    st.integers(0, 2_000),
    st.integers(0, 40),
    st.text(max_size=6) | st.sampled_from(["null", "1e999", '"\\ud800"', "[]", "{}", "-0", "true"]),
)
def test_a_damaged_text_is_read_or_refused_in_words(
    text: str, start: int, length: int, put: str
) -> None:
    """Total: a stored text with any stretch replaced raises `StoredFormatError` at most."""
    damaged = text[:start] + put + text[start + length :]
    try:
        loads(damaged, Exercise)
    except StoredFormatError as error:
        assert error.problems
