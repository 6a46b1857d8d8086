"""Nouns in pydantic: read as strictly as everywhere, written as carefully, described exactly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import hipkit
from hipkit.errors import InvalidValue, Problem, ProblemCode
from hipkit.model import Routine, noun_classes
from hipkit.storing.schema import schema_of
from hipkit.testing import exercises, requests, routines

pytest.importorskip("pydantic", reason="needs pydantic")
from pydantic import BaseModel, TypeAdapter, ValidationError

WHOLE = {"include_cautions": True}
CLASSES = [*noun_classes(), Problem]


class Plan(BaseModel):
    """A model of somebody's own, with nouns in it."""

    owner: str
    routine: hipkit.Routine
    wishes: list[hipkit.Request] = []


@cache
def routine_with_cautions() -> Routine:
    """Return a routine that knows a caution, in its request."""
    return hipkit.build_routine(15, cautions=["knee-pain"])


def errors_of(cls: Any, plain: Any) -> list[Any]:
    """Return what pydantic says of *plain* data that does not fit."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(cls).validate_python(plain)
    return raised.value.errors()


def _objects(plain: Any) -> Iterator[dict[str, Any]]:
    if isinstance(plain, dict):
        yield plain
    for inner in plain.values() if isinstance(plain, dict) else plain:
        if isinstance(inner, (dict, list)):
            yield from _objects(inner)


# reading and writing


@given(routines() | exercises() | requests())
def test_whatever_is_written_whole_is_read_back_equal(noun: Any) -> None:
    """As Python data and as JSON, by the class that it is of."""
    adapter = TypeAdapter(type(noun))
    assert adapter.validate_json(adapter.dump_json(noun, context=WHOLE)) == noun
    assert adapter.dump_python(noun, context=WHOLE) == hipkit.to_plain(noun)
    assert adapter.validate_python(hipkit.to_plain(noun)) == noun
    assert adapter.validate_python(noun) is noun


@given(routines() | requests())
def test_what_pydantic_writes_is_what_dumps_writes(noun: Any) -> None:
    """One careful form, whichever way it leaves."""
    kept = json.loads(hipkit.dumps(noun))
    written = TypeAdapter(type(noun)).dump_json(noun)
    assert json.loads(written) == kept[kept["kind"]]


def test_cautions_are_left_out_unless_the_context_asks() -> None:
    """An app that serialises for a log, a cache or another service does not spread health data."""
    routine = routine_with_cautions()
    adapter = TypeAdapter(Routine)
    for context in (None, {}, {"include_cautions": False}, {"include_cautions": 1}, "whole"):
        written = adapter.dump_json(routine, context=context)
        assert json.loads(written)["request"]["cautions"] == []
        again = adapter.validate_json(written)
        assert again.cautions_withheld
        assert again.digest == routine.digest
    assert adapter.validate_json(adapter.dump_json(routine, context=WHOLE)) == routine


def test_reasons_do_not_name_a_caution() -> None:
    """Nor does anything that holds reasons."""
    answer = hipkit.explain(routine_with_cautions())
    spared = [
        reason for verdict in answer.left_out for reason in verdict.reasons if "caution" in reason
    ]
    assert spared
    assert b"knee-pain" not in TypeAdapter(hipkit.Reason).dump_json(spared[0])
    assert b"knee-pain" not in TypeAdapter(hipkit.FullExplanation).dump_json(answer)
    assert b"knee-pain" in TypeAdapter(hipkit.Reason).dump_json(spared[0], context=WHOLE)


def test_nouns_stand_in_models_of_somebody_s_own() -> None:
    """Read and written with the model, cautions left out there too."""
    plan = Plan(owner="Ada", routine=routine_with_cautions(), wishes=[hipkit.Request(10)])
    written = plan.model_dump_json()
    assert json.loads(written)["routine"]["request"]["cautions"] == []
    again = Plan.model_validate_json(written)
    assert again.routine.slots == plan.routine.slots
    assert again.wishes == plan.wishes
    assert Plan.model_validate_json(plan.model_dump_json(context=WHOLE)) == plan


# problems


def test_every_problem_is_a_line_with_its_place() -> None:
    """The code is the type, the path the place, the remedy beside it."""
    wrong = {"minutes": "20", "goal": "strenth", "equipment": ["chair", "bnad"], "level": "expert"}
    found = {error["loc"]: error for error in errors_of(hipkit.Request, wrong)}
    assert set(found) == {("minutes",), ("goal",), ("equipment", 1), ("level",)}
    assert found["goal",] == {
        "type": "unknown-word",
        "loc": ("goal",),
        "msg": "'strenth' is not a word for goal",
        "input": "'strenth'",
        "ctx": {"remedy": "did you mean 'strength'?"},
    }
    assert found["minutes",]["type"] == "wrong-type"


def test_the_error_is_called_like_the_noun() -> None:
    """And says the same wherever it is raised: no address of anything."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(hipkit.Request).validate_python({"minutes": 3})
    assert str(raised.value).splitlines()[:3] == [
        "1 validation error for function-plain[Request()]",
        "minutes",
        "  3 minutes is out of range [type=out-of-range, input_value='3', input_type=str]",
    ]


def test_a_place_inside_a_model_is_a_place_inside_the_model() -> None:
    """What the model says comes first."""
    with pytest.raises(ValidationError) as raised:
        Plan.model_validate({"routine": {"slots": 3}, "wishes": [{}, {"minute": 5}]})
    found = {error["loc"]: error["type"] for error in raised.value.errors()}
    assert found["owner",] == "missing"
    assert found["routine", "request"] == "missing-field"
    assert found["routine", "slots"] == "wrong-type"
    assert found["wishes", 1, "minute"] == "unknown-field"


@pytest.mark.parametrize("plain", [None, 3, "x", [], b"x", {1, 2}, object()])
def test_what_is_no_object_is_refused(plain: Any) -> None:
    """As one line about the whole."""
    (error,) = errors_of(hipkit.Routine, plain)
    assert (error["type"], error["loc"]) == ("wrong-type", ())


def test_nothing_is_coerced() -> None:
    """Pydantic's lax mode changes numbers in texts; hipkit's data is what it is."""
    assert errors_of(hipkit.Request, {"minutes": "20"})
    assert errors_of(hipkit.Request, {"minutes": 20.0})
    assert errors_of(hipkit.Request, {"minutes": True})


@given(
    st.dictionaries(
        st.text(max_size=12) | st.sampled_from(["a.b", "[0]", "x[1].y", "{remedy}", "\ud800", "."]),
        st.none() | st.booleans() | st.integers() | st.text(max_size=12),
        min_size=1,
        max_size=4,
    )
)
def test_any_object_gets_the_problems_that_from_plain_finds(plain: dict[str, Any]) -> None:
    """One line each, in order, of texts that can be sent anywhere."""
    try:
        hipkit.from_plain(plain, hipkit.Request)
    except InvalidValue as error:
        problems = error.problems
    else:  # pragma: no cover  # few texts are fields
        return
    found = errors_of(hipkit.Request, plain)
    assert [each["type"] for each in found] == [problem.code.value for problem in problems]
    for each, problem in zip(found, problems, strict=True):
        assert "".join(map(str, each["loc"])).replace(".", "").isprintable()
        if problem.remedy:
            assert each["ctx"] == {"remedy": problem.remedy}
        if "{" not in problem.message:
            assert each["msg"] == problem.message
    json.dumps(found, ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("", ()),
        ("[3]", (3,)),
        ("slots[0].exercise.dose[12].count", ("slots", 0, "exercise", "dose", 12, "count")),
        ("x[y]", ("x[y]",)),
        ("x[99999999999999999999]", ("x", "[99999999999999999999]")),
        ("x[\u0663]", ("x[\u0663]",)),
        ("a\ud800.\x1bb", ("a\\ud800", "\\x1bb")),
    ],
)
def test_paths_become_steps(
    path: str, steps: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers where a list is meant, texts else; nothing in them that cannot be encoded."""

    def refuse(*_: object) -> None:
        raise InvalidValue([Problem(ProblemCode.MALFORMED, "no {remedy}", path=path)])

    monkeypatch.setattr("hipkit.storing.serving.from_plain", refuse)
    (error,) = errors_of(hipkit.Span, {})
    assert error == {"type": "malformed", "loc": steps, "msg": "no {remedy}", "input": ""}


def test_a_blank_in_data_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pydantic fills {remedy} in a message; that in somebody's data is theirs."""

    def refuse(*_: object) -> None:
        raise InvalidValue([Problem(ProblemCode.MALFORMED, "got {remedy}", "use {this}")])

    monkeypatch.setattr("hipkit.storing.serving.from_plain", refuse)
    (error,) = errors_of(hipkit.Span, {})
    assert error["msg"] == "got { remedy }"
    assert error["ctx"] == {"remedy": "use {this}"}


# schemas


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_every_noun_has_a_schema_and_no_part_of_it_stands_twice(cls: Any, mode: Any) -> None:
    """All that it refers to is among its definitions."""
    schema = TypeAdapter(cls).json_schema(mode=mode)
    Draft202012Validator.check_schema(schema)
    named = {each["$ref"] for each in _objects(schema) if "$ref" in each}
    assert named == {f"#/$defs/{name}" for name in schema.get("$defs", {})}
    assert {name.partition("__")[0] for name in schema.get("$defs", {})} == set(
        schema.get("$defs", {})
    )


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_schema_for_pydantic_is_the_published_one(cls: Any) -> None:
    """Definition by definition; pydantic adds names and types to word lists, and nothing else."""
    ours = schema_of(cls)
    theirs = TypeAdapter(cls).json_schema()
    defined = {**theirs.pop("$defs", {}), cls.__name__: theirs}
    for name, expected in ours["$defs"].items():
        found = dict(defined[name])
        if "enum" in expected:
            assert found.pop("enum") == expected["enum"]
            assert set(found) <= {"description", "title", "type"}
        else:
            assert found == expected


@given(routines())
def test_what_is_written_fits_the_schema(routine: Routine) -> None:
    """A client that was generated from it understands every answer."""
    schema = TypeAdapter(Routine).json_schema(mode="serialization")
    Draft202012Validator(schema).validate(json.loads(TypeAdapter(Routine).dump_json(routine)))


def test_definitions_are_shared_in_a_model() -> None:
    """One Request for the wishes and for the routine; a name of somebody's own is not taken."""

    class Slot(BaseModel):
        """Somebody else's slot."""

        routine: hipkit.Routine
        request: hipkit.Request

    schema = Slot.model_json_schema()
    assert schema["properties"]["request"] == {"$ref": "#/$defs/Request"}
    assert schema["$defs"]["Routine"]["properties"]["request"] == {"$ref": "#/$defs/Request"}
    assert "Exercise" in schema["$defs"]
