"""JSON Schemas: fresh, true of the shipped data, and of one mind with the converter."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Catalogue, Exercise, InvalidValue, Request, Routine, model
from hipkit.pantry import names_in, read_text
from hipkit.storing import from_plain, to_plain
from hipkit.storing.schema import every_schema, every_summary, schema_of, schema_of_exercise_file
from hipkit.testing import nouns, requests, routines, sample_catalogue

EXERCISE = jsonschema.Draft202012Validator(schema_of(Exercise))
REQUEST = jsonschema.Draft202012Validator(schema_of(Request))
ROUTINE = jsonschema.Draft202012Validator(schema_of(Routine))
CLASSES = [cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls)]


def plain(noun: Any) -> Any:
    """Return *noun* as what a JSON text of it holds."""
    return json.loads(json.dumps(to_plain(noun)))


def test_the_committed_schemas_are_fresh() -> None:
    """`data/schema` holds what the classes say today; else run tools/build_schema.py."""
    made = every_schema()
    assert names_in("schema") == tuple(sorted(made))
    for name, schema in made.items():
        assert json.loads(read_text("schema", name)) == json.loads(json.dumps(schema)), name


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_noun_has_a_valid_schema(cls: type) -> None:
    """A schema is valid itself, closed, and says what the class is."""
    schema = schema_of(cls)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(
        each.get("additionalProperties", False) is False for each in schema["$defs"].values()
    )


def test_only_nouns_have_schemas() -> None:
    """Other classes are refused."""
    with pytest.raises(InvalidValue, match="not a noun"):
        schema_of(int)


def test_the_shipped_exercises_are_valid() -> None:
    """Every packaged exercise, words and facts together, fits the schema."""
    for exercise in hipkit.load_catalogue():
        assert not list(EXERCISE.iter_errors(plain(exercise))), exercise.id


def test_a_file_of_exercises_is_valid() -> None:
    """A file as `read_catalogue` reads it fits the schema of files, with its `$schema` line."""
    exercises = [plain(each) for each in sample_catalogue()]
    file = {"$schema": "x", "kind": "exercises", "format": 1, "exercises": exercises, "studies": []}
    validator = jsonschema.Draft202012Validator(schema_of_exercise_file())
    assert not list(validator.iter_errors(file))
    assert list(validator.iter_errors({**file, "format": 2}))
    assert list(validator.iter_errors({**file, "colour": "red"}))


@given(nouns(Exercise))
def test_every_exercise_is_valid(exercise: Exercise) -> None:
    """Whatever the constructor accepts, the schema accepts."""
    assert not list(EXERCISE.iter_errors(plain(exercise)))


@given(requests())
def test_every_request_is_valid(request: Request) -> None:
    """Whatever request can be made, the schema accepts."""
    assert not list(REQUEST.iter_errors(plain(request)))


@given(routines(catalogue=sample_catalogue()))
def test_every_routine_is_valid(routine: Routine) -> None:
    """Whatever is composed, the schema accepts."""
    assert not list(ROUTINE.iter_errors(plain(routine)))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every part of plain data."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, part in inner:
        yield from places(part, (*path, key))


STRANGE = st.sampled_from(
    [
        None,
        True,
        0,
        1,
        -1,
        7,
        601,
        2.5,
        0.25,
        "",
        "x",
        " x",
        "beginner",
        "Knee Pain",
        [],
        [1, 2],
        [20, 10],
        [0, 0],
        ["standing"],
        ["standing", "standing"],
        {},
        {"low": 1},
        "no",
        "none",
    ]
)
BEYOND_SCHEMA = {"contradiction", "duplicate", "malformed", "link-loop"}
"""What a schema cannot say: how parts agree, one-line text, repeats after reading."""


@st.composite
def mutated(draw: Any) -> Any:
    """Draw the plain data of a sample exercise with one to three changes."""
    record = plain(draw(st.sampled_from(sample_catalogue().exercises)))
    for _ in range(draw(st.integers(1, 3))):
        record = copy.deepcopy(record)
        *way, last = draw(st.sampled_from(sorted(places(record), key=str)))
        owner = record
        for step in way:
            owner = owner[step]
        change = draw(st.sampled_from(["replace", "replace", "remove", "add"]))
        if change == "remove":
            del owner[last]
        elif change == "add" and isinstance(owner, dict):
            owner["colour"] = "red"
        else:
            owner[last] = draw(STRANGE)
    return record


@given(mutated())
def test_schema_and_converter_agree(record: Any) -> None:
    """A record that the schema refuses is refused; one that it accepts has only finer problems."""
    fits = EXERCISE.is_valid(record)
    try:
        from_plain(record, Exercise)
    except InvalidValue as error:
        codes = {problem.code.value for problem in error.problems}
        finer = {
            problem.code.value
            for problem in error.problems
            if "decimal" in problem.message or problem.path.endswith("hold")
        }
        assert not fits or codes <= BEYOND_SCHEMA | finer
    else:
        assert fits


@pytest.mark.parametrize("words", [{}, {"minutes": 20}, {"minutes": 20, "goal": "mobility"}])
def test_schema_and_converter_agree_on_a_request_in_part(words: dict[str, Any]) -> None:
    """What the schema of a request lets out, reading a request lets out."""
    fits = REQUEST.is_valid(words)
    try:
        from_plain(words, Request)
    except InvalidValue:
        assert not fits
    else:
        assert fits


def test_schema_and_converter_agree_on_lists_of_fixed_length() -> None:
    """Three numbers of points are three in both."""
    schema = jsonschema.Draft202012Validator(schema_of(model.Points))
    for points, good in (([1, 2, 3], True), ([1, 2], False), ([1, 2, 3, 4], False)):
        record = {"role": "prime-mover", "at_emphasis": points}
        assert schema.is_valid(record) is good
        if good:
            assert from_plain(record, model.Points).at_emphasis == tuple(points)
        else:
            with pytest.raises(InvalidValue):
                from_plain(record, model.Points)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_default_that_is_said_is_what_a_field_left_out_becomes(cls: type) -> None:
    """As plain data; what depends on other fields, or is a noun itself, is not said."""
    properties = schema_of(cls)["$defs"][cls.__name__].get("properties", {})
    for each in attrs.fields(cls):
        said = properties.get(each.name, {}).get("default", attrs.NOTHING)
        usual = each.default
        parts = usual if isinstance(usual, tuple) else (usual,)
        if isinstance(usual, attrs.Factory) or any(attrs.has(type(part)) for part in parts):  # type: ignore[arg-type]
            assert said is attrs.NOTHING
        elif cls.__name__ in ("Span", "Reason"):  # written by hand
            continue
        elif usual is attrs.NOTHING:
            assert said is attrs.NOTHING
        else:
            assert said == json.loads(json.dumps(usual))
            assert type(said).__module__ == "builtins"


def test_a_request_of_defaults_is_the_usual_one() -> None:
    """What a form that is filled in from the schema would send."""
    properties = schema_of(Request)["$defs"]["Request"]["properties"]
    assert from_plain({name: each["default"] for name, each in properties.items()}, Request) == (
        Request()
    )


@given(st.data())
def test_catalogues_are_no_matter_of_schema(data: Any) -> None:
    """Only nouns of the model are published; a catalogue's exercises are valid one by one."""
    catalogue = data.draw(nouns(Catalogue))
    assert all(EXERCISE.is_valid(plain(each)) for each in catalogue)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_noun_without_its_docstring_is_still_described(
    cls: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under `-OO`: the description comes from what was kept; else run tools/build_schema.py."""
    before = schema_of(cls)
    monkeypatch.setattr(cls, "__doc__", None)
    assert schema_of(cls) == before
    assert every_summary()[cls.__name__]
