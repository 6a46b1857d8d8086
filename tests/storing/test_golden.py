"""What was stored once loads for ever: documents of every format, kept as they were written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import has

import hipkit
from hipkit import Catalogue, CompactRoutine, Request, Routine, dumps, loads, read_catalogue
from hipkit.storing.documents import kind_of
from hipkit.storing.versions import FORMAT

STORED = Path(__file__).parent.parent / "golden" / "stored"
FILES = sorted(STORED.glob("format-*/*.json"))
CLASS_OF: dict[str, Any] = {
    kind_of(cls): cls
    for cls in (getattr(hipkit, name) for name in hipkit.__all__)
    if isinstance(cls, type) and has(cls)
}
KINDS = {"routine", "request", "exercise", "exercises", "compact-routine", "policy"}
"""Kinds that every format has documents of."""

SAYS: dict[str, Any] = {
    "request": (15, "strength", ("glutes",), (), ("leg-swing",)),
    "request-with-cautions": (15, "strength", ("glutes",), ("kneeling-hurts",), ("leg-swing",)),
    "exercise": ("split-squat", "intermediate", 2),
    "exercises": (8, "easy-march", ("doe20",), ("old-march",)),
    "routine": (
        580,
        ("walking-knee-hug", "leg-swing-front-back", "standing-hip-circles"),
        (6, 15),
        False,
    ),
}
"""What some documents say, whatever the classes are called by then."""


def named(file: Path) -> str:
    """Return folder and name of *file*."""
    return f"{file.parent.name}/{file.stem}"


def read(file: Path) -> Any:
    """Return the value in *file*, loaded as whatever its kind says."""
    text = file.read_text(encoding="utf-8")
    return loads(text, CLASS_OF[json.loads(text)["kind"]])


def holds(whole: Any, part: Any) -> bool:
    """Return whether *whole* says everything that *part* says."""
    if isinstance(part, dict):
        return all(key in whole and holds(whole[key], value) for key, value in part.items())
    if isinstance(part, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_every_format_has_documents(number: int) -> None:
    """A format without golden files is not finished: run tools/golden_stored.py before it is."""
    files = (STORED / f"format-{number}").glob("*.json")
    found = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    assert {each["format"] for each in found} == {number}
    assert {each["kind"] for each in found} >= KINDS


def test_no_format_is_golden_before_its_time() -> None:
    """There are documents of the formats there are, and of no other."""
    folders = {each.name for each in STORED.iterdir()}
    assert folders == {f"format-{number}" for number in range(1, FORMAT + 1)}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_stored_document_loads_for_ever(file: Path) -> None:
    """It loads, and stored again in the present format it is the same value."""
    noun = read(file)
    assert loads(dumps(noun, include_cautions=True), type(noun)) == noun
    assert type(noun) is CLASS_OF[json.loads(file.read_text(encoding="utf-8"))["kind"]]


@pytest.mark.parametrize(
    "file", [each for each in FILES if each.parent.name == f"format-{FORMAT}"], ids=named
)
def test_nothing_of_the_present_format_is_lost_or_changed(file: Path) -> None:
    """What a document said it says when it is written again, in the same words; fields may be added."""
    before = json.loads(file.read_text(encoding="utf-8"))
    after = json.loads(dumps(read(file), include_cautions=True))
    assert list(after)[:4] == ["kind", "format", "hipkit", "data"]
    assert holds({**after, "hipkit": before["hipkit"], "data": before["data"]}, before)


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_stored_documents_still_say_the_same(number: int) -> None:
    """Loading is not enough: minutes, ids, doses and notices are those that were stored."""
    folder = STORED / f"format-{number}"
    request, careful = read(folder / "request.json"), read(folder / "request-with-cautions.json")
    for name, each in (("request", request), ("request-with-cautions", careful)):
        said = (each.minutes, each.goal, each.focus, each.cautions, each.recent)
        assert said == SAYS[name]
    exercise = read(folder / "exercise.json")
    assert (exercise.id, exercise.level, len(exercise.dose)) == SAYS["exercise"]
    own = read(folder / "exercises.json")
    assert (
        len(own),
        own.resolve("old-march").exercise,
        tuple(each.id for each in own.studies),
        tuple(each.id for each in own.tombstones),
    ) == SAYS["exercises"]
    routine = read(folder / "routine.json")
    assert (
        routine.seconds,
        tuple(slot.exercise.id for slot in routine.slots[:3]),
        (len(routine.notices), len(routine.stops)),
        routine.cautions_withheld,
    ) == SAYS["routine"]


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_stored_file_of_exercises_is_read_for_ever(number: int) -> None:
    """The same document as a file, its links and sources checked against what is packaged now."""
    file = STORED / f"format-{number}" / "exercises.json"
    assert read_catalogue(file).exercises == read(file).exercises


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_a_stored_compact_routine_says_what_the_whole_one_says(number: int) -> None:
    """Ids, sets, doses and notices are those of the routine stored beside it."""
    folder = STORED / f"format-{number}"
    for name in ("routine", "routine-without-its-cautions"):
        whole: Routine = read(folder / f"{name}.json")
        compact: CompactRoutine = read(folder / f"compact-{name}.json")
        assert [(each.phase, each.exercise, each.sets, each.dose) for each in compact.slots] == [
            (each.phase, each.exercise.id, each.sets, each.dose) for each in whole.slots
        ]
        assert compact.notices == whole.notices
        assert compact.cautions_withheld == whole.cautions_withheld


def test_the_kinds_that_files_and_requests_have_are_these() -> None:
    """So that renaming a class is noticed: its documents are out there."""
    assert CLASS_OF["exercises"] is Catalogue
    assert CLASS_OF["request"] is Request
    assert CLASS_OF["compact-routine"] is CompactRoutine
