"""What is said of stored texts and plain data that do not fit: every sentence whole, in a new process."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any, cast

import attrs
import pytest
from attrs import evolve

import hipkit
from hipkit import (
    CompactRoutine,
    DoseBand,
    Exercise,
    InvalidValue,
    ProblemCode,
    Relaxation,
    Request,
    Routine,
    StoredFormatError,
    Study,
    from_plain,
    loads,
    model,
    to_plain,
)
from hipkit.storing import checking, converter, digest_of, documents, packing, schema
from hipkit.testing import sample_catalogue, sample_exercise


@pytest.fixture(autouse=True)
def _new_process() -> None:
    """Forget what an earlier test has made and kept."""
    converter.strict.cache_clear()
    converter._thorough_hook.cache_clear()
    converter._members.cache_clear()


Said = list[tuple[ProblemCode, str, str]]
TYPE, WORD, MISSING, UNKNOWN = (
    ProblemCode.WRONG_TYPE,
    ProblemCode.UNKNOWN_WORD,
    ProblemCode.MISSING_FIELD,
    ProblemCode.UNKNOWN_FIELD,
)
NOT_JSON, LARGE, OTHER = (
    ProblemCode.NOT_JSON,
    ProblemCode.TOO_LARGE,
    ProblemCode.WRONG_DOCUMENT,
)


def said(run: Callable[[], object]) -> Said:
    """Return code, sentence and value of each problem that *run* is refused with."""
    with pytest.raises((InvalidValue, StoredFormatError)) as caught:
        run()
    return [(each.code, str(each), each.value) for each in caught.value.problems]


def exercise(**changed: Any) -> dict[str, Any]:
    """Return the sample exercise as plain data, its fields *changed*."""
    return {**to_plain(sample_exercise()), **changed}


@pytest.mark.parametrize(
    ("plain", "cls", "expected"),
    [
        (3, Exercise, [(TYPE, "expected the fields of an Exercise, got 3; use an object", "3")]),
        (3, Study, [(TYPE, "expected the fields of a Study, got 3; use an object", "3")]),
        ({}, int, [(TYPE, "<class 'int'> is not a noun of hipkit; give a class", "")]),
        ({}, "Exercise", [(TYPE, "'Exercise' is not a noun of hipkit; give a class", "")]),
        (
            exercise(positions="standing"),
            Exercise,
            [(TYPE, "positions: expected a list, got 'standing'; use ['standing']", "'standing'")],
        ),
        (
            exercise(positions=7),
            Exercise,
            [(TYPE, "positions: expected a list, got 7", "7")],
        ),
        (
            exercise(positions=["standing", "lying"], aliases=[3], nmae="x"),
            Exercise,
            [
                (
                    WORD,
                    "positions[1]: 'lying' is not a Position; did you mean 'side-lying'?",
                    "'lying'",
                ),
                (TYPE, "aliases[0]: expected a text, got 3", "3"),
                (UNKNOWN, "nmae: unknown field 'nmae'; did you mean 'name'?", "'nmae'"),
            ],
        ),
        (
            {"goal": "strength", "level": "beginner", "sets": [1, 2, 3], "count": "8"},
            DoseBand,
            [
                (
                    TYPE,
                    "sets: expected a number or a span, got [1, 2, 3]; use 15 or [15, 20]",
                    "[1, 2, 3]",
                ),
                (
                    TYPE,
                    "count: expected a number or a span, got '8'; use 15 or [15, 20]",
                    "'8'",
                ),
            ],
        ),
        (
            {"minutes": 3, "goal": "speed", "colour": "red", "seed": "x"},
            Request,
            [
                (
                    UNKNOWN,
                    (
                        "colour: unknown field 'colour'; choose from minutes, goal, level, equipment, "
                        "focus, cautions, positions, include, exclude, recent, seed"
                    ),
                    "'colour'",
                ),
                (
                    ProblemCode.OUT_OF_RANGE,
                    "minutes: 3 minutes is out of range; use 5 to 120",
                    "3",
                ),
                (
                    WORD,
                    (
                        "goal: 'speed' is not a word for goal; "
                        "choose from strength, activation, mobility, recovery"
                    ),
                    "'speed'",
                ),
                (
                    TYPE,
                    "seed: expected a whole number, got 'x'; use a whole number",
                    "'x'",
                ),
            ],
        ),
        (
            {"code": "best-left", "exercise": "x", "why": 3},
            model.Reason,
            [
                (
                    TYPE,
                    (
                        "expected a reason, got {'code': 'best-left', 'exercise': 'x', 'why': 3}; "
                        "use code, exercise and facts"
                    ),
                    "{'code': 'best-left', 'exercise': 'x', 'why': 3}",
                )
            ],
        ),
        (
            {"changes": [{"kind": "minutes", "value": 3}], "cost": True},
            Relaxation,
            [
                (TYPE, "changes[0].value: expected a text, got 3", "3"),
                (TYPE, "cost: expected a whole number, got True", "True"),
            ],
        ),
        (
            {"code": "malformd", "message": 3},
            hipkit.Problem,
            [
                (
                    WORD,
                    "code: 'malformd' is not a ProblemCode; did you mean 'malformed'?",
                    "'malformd'",
                ),
                (TYPE, "message: expected a text, got 3", "3"),
            ],
        ),
        (
            {"id": "x", "title": "x", "read": "text", 3: 4, "x" * 90: 5},
            Study,
            [
                (MISSING, "authors: required field missing; add it", ""),
                (
                    UNKNOWN,
                    (
                        f"{'x' * 80}: unknown field {'x' * 90!r:.59}…; choose from id, authors, title, "
                        "read, and_others, journal, year, volume, issue, pages, doi, pubmed, pmc, address, "
                        "note, complete"
                    ),
                    f"{'x' * 90!r:.59}…",
                ),
                (
                    UNKNOWN,
                    (
                        "3: unknown field 3; choose from id, authors, title, "
                        "read, and_others, journal, year, volume, issue, pages, doi, pubmed, pmc, address, "
                        "note, complete"
                    ),
                    "3",
                ),
            ],
        ),
        (
            exercise(dose=[3, 4]),
            Exercise,
            [
                (TYPE, "dose[0]: expected the fields of a DoseBand, got 3; use an object", "3"),
                (TYPE, "dose[1]: expected the fields of a DoseBand, got 4; use an object", "4"),
            ],
        ),
        (
            {"code": "malformed", "message": 3, "path": None},
            hipkit.Problem,
            [
                (TYPE, "message: expected a text, got 3", "3"),
                (TYPE, "path: expected a text, got None", "None"),
            ],
        ),
    ],
)
def test_what_does_not_fit_is_said_whole(plain: Any, cls: type, expected: Said) -> None:
    """Field, what was expected, what was got, how to mend it, and the value."""
    assert said(lambda: from_plain(plain, cls)) == expected


NAMED = ", ".join(f"'k{number:02}'" for number in range(20))


def repeated(keys: int) -> str:
    """Return an object in which so many *keys* stand twice."""
    return "{" + ", ".join(f'"k{number % keys:02}": 1' for number in range(2 * keys)) + "}"


def document(cls: type, **changed: Any) -> str:
    """Return a stored request, its opening fields *changed*; those that are None are left out."""
    opening = {**json.loads(hipkit.dumps(Request())), **changed}
    return json.dumps({key: value for key, value in opening.items() if value is not None})


@pytest.mark.parametrize(
    ("text", "cls", "expected"),
    [
        (b"{}", Request, [(TYPE, "expected a text, got b'{}'; decode it first", "")]),
        (None, Request, [(TYPE, "expected a text, got None", "")]),
        ("{}", int, [(TYPE, "<class 'int'> is not a noun of hipkit; give a class", "")]),
        (
            "{",
            Request,
            [
                (
                    NOT_JSON,
                    (
                        "not JSON: Expecting property name enclosed in double quotes "
                        "at line 1, column 2"
                    ),
                    "",
                )
            ],
        ),
        ("NaN", Request, [(NOT_JSON, "NaN is not a JSON number; use an ordinary number", "")]),
        (
            "[-Infinity]",
            Request,
            [(NOT_JSON, "-Infinity is not a JSON number; use an ordinary number", "")],
        ),
        (
            "9" * 5_000,
            Request,
            [(NOT_JSON, "not JSON that can be read; use ordinary numbers", "")],
        ),
        ("[" * 41, Request, [(LARGE, "nested 41 deep; 40 at most", "")]),
        (
            '{"a": 1, "b": 2, "a": 3, "b": 4}',
            Request,
            [(ProblemCode.DUPLICATE, "the key 'a', 'b' stands twice; keep one", "")],
        ),
        (
            '{"a": 1, "b": 2, "a": 3}',
            Request,
            [(ProblemCode.DUPLICATE, "the key 'a' stands twice; keep one", "")],
        ),
        (
            repeated(20),
            Request,
            [(ProblemCode.DUPLICATE, f"the key {NAMED} stands twice; keep one", "")],
        ),
        (
            repeated(21),
            Request,
            [(ProblemCode.DUPLICATE, f"the key {NAMED}, … stands twice; keep one", "")],
        ),
        (
            "[]",
            Request,
            [
                (
                    OTHER,
                    (
                        "expected a document of kind 'request', got []; "
                        'open it with {"kind": "request", "format": 1, ...}'
                    ),
                    "",
                )
            ],
        ),
        (
            document(Request, kind=None, format=None, hipkit=None, data=3),
            Request,
            [
                (MISSING, "kind: required field missing; use 'request'", ""),
                (MISSING, "format: required field missing; use 1", ""),
                (MISSING, "hipkit: required field missing; add it", ""),
                (MISSING, "data: required field missing; add it", ""),
            ],
        ),
        (
            document(Request, format=99, hipkit="9.9"),
            Request,
            [
                (
                    OTHER,
                    (
                        "format: the format is 99, of hipkit '9.9', this hipkit reads up to 1; "
                        "upgrade hipkit"
                    ),
                    "99",
                )
            ],
        ),
        (
            document(Request, format=2, hipkit=3),
            Request,
            [
                (
                    OTHER,
                    "format: the format is 2, this hipkit reads up to 1; upgrade hipkit",
                    "2",
                ),
                (MISSING, "hipkit: required field missing; add it", ""),
            ],
        ),
        (
            document(Request, format=0),
            Request,
            [(OTHER, "format: the format is 0, this hipkit reads up to 1; use 1", "0")],
        ),
        (
            document(Request, format="1"),
            Request,
            [(OTHER, "format: the format is '1', this hipkit reads up to 1; use 1", "'1'")],
        ),
        (
            document(Request),
            Routine,
            [
                (
                    OTHER,
                    (
                        "kind: the kind is 'request', not 'routine'; "
                        "read it with loads(text, hipkit.Request), or use 'routine'"
                    ),
                    "'request'",
                )
            ],
        ),
        (
            document(Request, kind="exercises"),
            CompactRoutine,
            [
                (
                    OTHER,
                    (
                        "kind: the kind is 'exercises', not 'compact-routine'; read it with "
                        "loads(text, hipkit.Catalogue), or use 'compact-routine'"
                    ),
                    "'exercises'",
                )
            ],
        ),
        (
            document(Request, kind="requst"),
            Request,
            [
                (
                    OTHER,
                    "kind: the kind is 'requst', not 'request'; did you mean 'request'?",
                    "'requst'",
                )
            ],
        ),
        (
            document(Request, kind="playlist"),
            Request,
            [
                (
                    OTHER,
                    (
                        "kind: the kind is 'playlist', not 'request'; this hipkit has no such kind: "
                        "upgrade hipkit if a newer one wrote it, or use 'request'"
                    ),
                    "'playlist'",
                )
            ],
        ),
        (
            document(Request, kind=3),
            Request,
            [(OTHER, "kind: the kind is 3, not 'request'; use 'request'", "3")],
        ),
        (
            document(Request, **{"$schema": "x", "y" * 90: 1}),
            Request,
            [
                (UNKNOWN, "$schema: unknown field '$schema'; remove it", ""),
                (UNKNOWN, f"{'y' * 80}: unknown field {'y' * 90!r:.59}…; remove it", ""),
            ],
        ),
        (
            document(Request, request=None, more=1),
            Request,
            [
                (UNKNOWN, "more: unknown field 'more'; remove it", ""),
                (MISSING, "request: required field missing; add it", ""),
            ],
        ),
    ],
)
def test_a_text_that_cannot_be_read_is_said_whole(text: Any, cls: type, expected: Said) -> None:
    """What it is, where, and what to do."""
    assert said(lambda: loads(text, cls)) == expected


@pytest.mark.parametrize("error", [KeyError, IndexError, TypeError, ValueError, AttributeError])
def test_what_an_older_format_never_had_is_said(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever an upgrade stumbles over."""

    def stumble(_: object) -> Any:
        raise error

    monkeypatch.setattr(documents.versions, "upgraded", stumble)
    assert said(lambda: loads(document(Request), Request)) == [
        (
            ProblemCode.MALFORMED,
            (
                "this is no document of format 1; "
                "look where the text came from; hipkit has not written it"
            ),
            "",
        )
    ]


def test_a_text_may_be_as_large_as_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the character, the bracket and the part."""
    text = document(Request)
    monkeypatch.setattr(documents, "LARGEST_TEXT", len(text))
    assert loads(text, Request) == Request()
    monkeypatch.setattr(documents, "LARGEST_TEXT", len(text) - 1)
    most = f"the text has {len(text)} characters; {len(text) - 1} at most"
    assert said(lambda: loads(text, Request)) == [(LARGE, most, "")]
    assert documents.parse("[" * 40 + "]" * 40)
    monkeypatch.setattr(documents, "MOST_PARTS", 6)
    assert documents.parse("[1, 2, {}]") == [
        1,
        2,
        {},
    ]
    monkeypatch.setattr(documents, "MOST_PARTS", 5)
    with pytest.raises(documents.Unreadable) as caught:
        documents.parse("[1, 2, {}]")
    assert [str(each) for each in caught.value.problems] == ["6 parts; 5 at most"]


@pytest.mark.parametrize(
    ("store", "expected"),
    [
        (
            lambda: hipkit.dumps(3),
            [
                (
                    TYPE,
                    (
                        "cannot store 3; store a Routine, a Request, an Exercise or another noun "
                        "of hipkit"
                    ),
                    "3",
                )
            ],
        ),
        (
            lambda: hipkit.dumps(Request(), indent=17),
            [
                (
                    ProblemCode.OUT_OF_RANGE,
                    "indent: there is no indent of 17; use None, or 0 to 16",
                    "17",
                )
            ],
        ),
        (
            lambda: hipkit.dumps(Request(), indent=-1),
            [
                (
                    ProblemCode.OUT_OF_RANGE,
                    "indent: there is no indent of -1; use None, or 0 to 16",
                    "-1",
                )
            ],
        ),
        (
            lambda: hipkit.to_plain({(3,)}),
            [(TYPE, "{(3,)} cannot be plain data; give a noun", "")],
        ),
    ],
)
def test_what_cannot_be_stored_is_said_whole(store: Callable[[], object], expected: Said) -> None:
    """Before anything is written."""
    assert said(store) == expected


def test_enough_problems_of_a_list_are_said_and_that_there_are_more() -> None:
    """A thousand, whatever else is wrong with it."""
    many = said(lambda: from_plain(exercise(dose=[3] * 1_100), Exercise))
    assert len(many) == 1_001
    assert many[-1][1] == "there are more than 1000 problems; mend these first"
    assert len(said(lambda: from_plain(exercise(dose=[3] * 1_000), Exercise))) == 1_000


def test_letters_of_any_language_are_stored_as_they_are() -> None:
    """A text that people can read, and search in."""
    study = Study("doe20", ("Đỗ Ê",), "Übung", hipkit.Read.TEXT)
    assert "Đỗ Ê" in hipkit.dumps(study)
    assert "Übung" in hipkit.dumps(study)


def test_a_schema_is_of_a_noun() -> None:
    """Of nothing else."""
    assert said(lambda: hipkit.schema_of(int)) == [
        (TYPE, "<class 'int'> is not a noun of hipkit; give a class", "")
    ]


def test_a_container_that_is_no_list_is_no_second_problem_of_a_field() -> None:
    """Where its words were complained of already."""
    assert [each for _, each, _ in said(lambda: from_plain({"equipment": ("rope",)}, Request))] == [
        (
            "equipment[0]: 'rope' is not a word for equipment; "
            "choose from chair, step, towel-or-cushion, mini-band, long-band, anchor, dumbbell, "
            "kettlebell, barbell, bench, cable, ankle-weight, small-ball, stability-ball, slider, "
            "foam-roller, massage-ball, partner"
        )
    ]


def test_a_schema_says_what_a_field_may_be() -> None:
    """A tuple of so many, a number within bounds, a description where there is one."""
    points = hipkit.schema_of(model.Points)["$defs"]["Points"]["properties"]["at_emphasis"]
    assert points.items() >= {"type": "array", "minItems": 3, "items": False}.items()
    assert len(points["prefixItems"]) == 3
    assert schema.Writer().of_type(tuple[int, str]) == {
        "type": "array",
        "prefixItems": [{"type": "integer"}, {"type": "string"}],
        "minItems": 2,
        "items": False,
    }
    several: dict[str, Any] = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    schema._narrow(several, {"minimum": 1, "maxLength": 3})
    assert several == {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "null"}]}

    @attrs.frozen
    class Bare:
        count: int = 3

    assert hipkit.schema_of(Bare)["$defs"]["Bare"]["description"] == ""


def test_an_indent_may_be_none_to_sixteen() -> None:
    """The bounds are among them."""
    for indent in (0, 16):
        assert loads(hipkit.dumps(Request(), indent=indent), Request) == Request()


def test_a_reason_may_be_about_no_exercise() -> None:
    """Its code is enough."""
    reason = from_plain({"code": "retired"}, model.Reason)
    assert (reason.exercise, reason.facts) == ("", ())


@pytest.mark.parametrize(
    ("kind", "good", "bad", "named"),
    [
        (str, "x", 3, "a text"),
        (int, 3, True, "a whole number"),
        (bool, True, 1, "true or false"),
    ],
)
def test_a_field_without_a_validator_passes_by_its_type(
    kind: type, good: Any, bad: Any, named: str
) -> None:
    """And by no other, however near."""
    check = checking._exactly(kind, named)
    check(None, cast("Any", None), good)
    with pytest.raises(InvalidValue) as caught:
        check(None, cast("Any", None), bad)
    (problem,) = caught.value.problems
    assert (str(problem), problem.value) == (f"expected {named}, got {bad!r}", repr(bad))
    assert check.schema == {}


@pytest.mark.parametrize(
    ("how", "words", "values", "read"),
    [
        (packing._PLAIN, "", [1, None, "x"], [1, None, "x"]),
        (packing._TUPLE, "", [[1, 2], None], [(1, 2), None]),
        (packing._NOUN, "", [1, None], ["b", None]),
        (packing._NOUNS, "", [[0, 1], None, []], [("a", "b"), None, ()]),
        (packing._EITHER, "", [2.5, [1], None], [2.5, "b", None]),
        (packing._WORD, "Goal", ["strength", None], [hipkit.Goal.STRENGTH, None]),
        (
            packing._WORDS,
            "Goal",
            [["strength", "mobility"], None],
            [(hipkit.Goal.STRENGTH, hipkit.Goal.MOBILITY), None],
        ),
        (
            packing._WORD_SETS,
            "Equipment",
            [[["chair", "step"], ["towel-or-cushion"]], []],
            [
                (
                    (hipkit.Equipment.CHAIR, hipkit.Equipment.STEP),
                    (hipkit.Equipment.TOWEL_OR_CUSHION,),
                ),
                (),
            ],
        ),
    ],
)
def test_a_column_of_a_pack_is_read_as_it_says(
    how: int, words: str, values: list[Any], read: list[Any]
) -> None:
    """What is missing stays missing."""
    assert list(packing._read(values, how, words, ["a", "b"])) == read


def test_a_digest_is_of_the_plain_data_without_cautions() -> None:
    """Sixteen digits of a hash that any language can make; whether cautions were withheld is no matter."""
    study = Study("doe20", ("Đỗ Ê",), "Übung", hipkit.Read.TEXT)
    plain = json.dumps(to_plain(study), sort_keys=True, separators=(",", ":"))
    assert digest_of(study) == sha256(plain.encode()).hexdigest()[:16]
    routine = hipkit.build_routine(10, catalogue=sample_catalogue())
    plain = json.dumps(to_plain(routine), sort_keys=True, separators=(",", ":"))
    assert digest_of(routine) == sha256(plain.encode()).hexdigest()[:16]
    assert digest_of(evolve(routine, cautions_withheld=True)) == digest_of(routine)


def test_nouns_that_hold_the_same_texts_stay_apart_in_a_pack() -> None:
    """By their classes; columns say of which list their words are, and become lists."""
    nouns = (model.Review("A. Person", "2026-01-01"), model.Mistake("A. Person", "2026-01-01"))
    assert packing.unpack(packing.pack(nouns)) == nouns
    assert packing._how([((hipkit.Equipment.CHAIR,),)]) == (packing._WORD_SETS, "Equipment")
    assert packing._write((1, 2), packing._TUPLE, len) == [1, 2]


def test_a_whole_routine_is_read_with_hooks_made_anew() -> None:
    """Every class that it holds, and every field."""
    routine = hipkit.build_routine(10, cautions=["knee-pain"], catalogue=sample_catalogue())
    assert from_plain(to_plain(routine), Routine) == routine
    assert loads(hipkit.dumps(routine, include_cautions=True), Routine) == routine
