"""Every public class of values round-trips: text and plain data, whatever class is added."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import evolve, has
from hypothesis import given, settings
from hypothesis import strategies as st

import hipkit
from hipkit import (
    Catalogue,
    CatalogueError,
    Exercise,
    InvalidValue,
    Problem,
    ProblemCode,
    StoredFormatError,
    Tombstone,
    dumps,
    from_plain,
    load_catalogue,
    loads,
    model,
    read_catalogue,
    to_plain,
)
from hipkit.testing import catalogues, nouns, sample_catalogue

AT_THE_DOOR = [getattr(hipkit, name) for name in hipkit.__all__]
CLASSES = sorted(
    {
        *model.noun_classes(),
        *(each for each in AT_THE_DOOR if isinstance(each, type) and has(each)),
    },
    key=lambda cls: cls.__name__,
)
STONE = Tombstone("old-march", "2026.1", "2026.2", "it was like the easy march", "easy-march")


def read_from_a_file(text: str) -> Catalogue:
    """Return what `read_catalogue` makes of a file with *text*."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "own.json"
        file.write_text(text, encoding="utf-8")
        return read_catalogue(file)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=max(10, settings().max_examples // 4))
@given(st.data())
def test_every_public_class_round_trips(cls: type, data: st.DataObject) -> None:
    """Round trip: a value of any public class comes back equal from plain data and from text."""
    noun: Any = data.draw(nouns(cls))
    assert from_plain(to_plain(noun), cls) == noun
    text = dumps(noun, include_cautions=True)
    assert loads(text, cls) == noun
    assert dumps(loads(text, cls), include_cautions=True) == text


def test_no_public_class_is_forgotten() -> None:
    """The catalogue, the compact routine and the problem are among those that round-trip."""
    assert {Catalogue, Problem, hipkit.CompactRoutine, hipkit.Routine} <= set(CLASSES)


def test_two_classes_never_share_a_kind() -> None:
    """A document's kind says which class reads it."""
    from hipkit.storing.documents import kind_of

    kinds = [kind_of(cls) for cls in CLASSES]
    assert len(set(kinds)) == len(kinds)


def test_a_problem_is_plain_for_the_answers_of_a_service() -> None:
    """All of its pieces are texts, by name."""
    with pytest.raises(hipkit.RequestError) as caught:
        hipkit.Request(goal="strenght")  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert to_plain(problem) == {
        "code": "unknown-word",
        "message": "'strenght' is not a word for goal",
        "remedy": "did you mean 'strength'?",
        "source": "",
        "item": "",
        "path": "goal",
        "value": "'strenght'",
    }
    assert type(to_plain(problem)["code"]) is str


@pytest.mark.parametrize(
    ("cls", "data", "said"),
    [
        (Problem, {"code": "wrong-typo", "message": "x"}, "did you mean 'wrong-type'?"),
        (Problem, {"code": "wrong-type", "message": 3}, "message: expected a text, got 3"),
        (hipkit.Template, {"key": 3, "other": "x"}, "key: expected a text, got 3"),
        (
            hipkit.Interval,
            {
                "kind": "work",
                "slot": "a",
                "set": True,
                "side": "both",
                "count": 1,
                "start_tenths": 0,
                "tenths": 1,
            },
            "set: expected a whole number, got True",
        ),
        (Catalogue, {"exercises": [], "known_sources": [3]}, "expected a text, got 3"),
    ],
)
def test_a_field_without_a_validator_is_checked_by_its_type(
    cls: type, data: Any, said: str
) -> None:
    """Nothing is coerced, also where a class leaves its fields unchecked for speed."""
    with pytest.raises(InvalidValue) as caught:
        from_plain(data, cls)
    assert len(caught.value.problems) == 1
    assert said in str(caught.value)


def test_a_catalogue_is_stored_as_a_file_of_exercises() -> None:
    """What `dumps` writes is what people write: kind exercises, fields in the open, nothing empty."""
    import json

    written = json.loads(dumps(sample_catalogue()))
    assert list(written) == ["kind", "format", "hipkit", "data", "exercises"]
    assert written["kind"] == "exercises"
    assert [each["id"] for each in written["exercises"]] == list(sample_catalogue().ids)
    whole = json.loads(
        dumps(evolve(sample_catalogue(), known_sources=("r1",), tombstones=(STONE,)))
    )
    assert list(whole)[4:] == ["exercises", "known_sources", "tombstones"]


def test_an_empty_catalogue_is_a_catalogue() -> None:
    """The list of exercises is written even when there are none."""
    assert loads(dumps(Catalogue(())), Catalogue) == Catalogue(())


def test_a_stored_catalogue_is_read_as_a_file() -> None:
    """`read_catalogue` returns the same exercises, studies and tombstones, checked."""
    (study,) = (each for each in hipkit.load_evidence().studies[:1])
    own = evolve(sample_catalogue(), studies=(study,), tombstones=(STONE,))
    again = read_from_a_file(dumps(own))
    assert (again.exercises, again.studies, again.tombstones) == (
        own.exercises,
        own.studies,
        own.tombstones,
    )
    assert again.resolve("old-march").exercise == "easy-march"
    assert read_from_a_file(dumps(again)) == again


def test_sources_that_stand_elsewhere_stand_there_after_storing() -> None:
    """A source that a file says stands elsewhere may be cited; a packaged one stands once."""
    exercise = evolve(sample_catalogue()["slow-breathing"], sources=("acme20",))
    packaged = load_catalogue().known_sources
    own = Catalogue([exercise], known_sources=("acme20", packaged[0]))
    assert read_from_a_file(dumps(own)).known_sources == (*packaged, "acme20")
    with pytest.raises(CatalogueError, match="there is no rule or study 'acme20'"):
        read_from_a_file(dumps(evolve(own, known_sources=())))


def test_a_wrong_source_or_tombstone_in_a_file_is_named() -> None:
    """Where it stands and what is wrong with it, all at once."""
    text = '{"kind": "exercises", "format": 1, "exercises": [], "known_sources": ["r1", 2], '
    text += '"tombstones": [{"id": "a"}], "studies": 3}'
    with pytest.raises(CatalogueError) as caught:
        read_from_a_file(text)
    assert {(each.code, each.path) for each in caught.value.problems} == {
        (ProblemCode.WRONG_TYPE, "known_sources[1]"),
        (ProblemCode.WRONG_TYPE, "studies"),
        (ProblemCode.MISSING_FIELD, "since"),
        (ProblemCode.MISSING_FIELD, "until"),
        (ProblemCode.MISSING_FIELD, "reason"),
    }
    assert {each.source for each in caught.value.problems} == {"own.json"}


def test_a_file_written_by_hand_is_loaded_as_a_catalogue() -> None:
    """Without versions, with a line for the editor; the checks of a catalogue hold."""
    text = dumps(sample_catalogue())
    start = text.index('"exercises": [')
    by_hand = '{"$schema": "x", "kind": "exercises", "format": 1, ' + text[start:]
    assert loads(by_hand, Catalogue) == sample_catalogue()
    with pytest.raises(StoredFormatError, match="unknown field 'colour'"):
        loads('{"colour": 1, ' + by_hand[1:], Catalogue)
    with pytest.raises(StoredFormatError, match="exercises: required field missing"):
        loads('{"kind": "exercises", "format": 1}', Catalogue)


def test_a_catalogue_with_an_id_twice_is_refused_in_words() -> None:
    """What only the whole catalogue can know is a problem like every other."""
    twice = to_plain(sample_catalogue())
    twice["exercises"].append(twice["exercises"][0])
    with pytest.raises(InvalidValue, match="the same 'easy-march' is there already"):
        from_plain(twice, Catalogue)
    text = dumps(sample_catalogue())
    record = dumps(sample_catalogue()["easy-march"]).partition('"exercise": ')[2][:-1]
    with pytest.raises(StoredFormatError, match="is there already"):
        loads(text[:-2] + ", " + record + "]}", Catalogue)


@pytest.mark.parametrize("field", ["exercises", "studies", "known_sources", "tombstones"])
def test_a_catalogue_holds_only_what_it_should(field: str) -> None:
    """A wrong item is refused when the catalogue is made, not when it is used."""
    parts: dict[str, Any] = {"exercises": (), field: (3,)}
    with pytest.raises(CatalogueError) as caught:
        Catalogue(**parts)
    assert [problem.path for problem in caught.value.problems] == [f"{field}[0]"]


def test_the_packaged_catalogue_comes_back_equal() -> None:
    """All of it: exercises, sources, digest."""
    again = loads(dumps(load_catalogue()), Catalogue)
    assert again == load_catalogue()
    assert again.digest == load_catalogue().digest


@given(catalogues(max_size=4))
def test_any_catalogue_is_stored_alike_as_text_and_plain(catalogue: Catalogue) -> None:
    """Round trip: the order of exercises is kept, so that a composed routine is the same."""
    again = loads(dumps(catalogue), Catalogue)
    assert again == catalogue == from_plain(to_plain(catalogue), Catalogue)
    assert again.ids == catalogue.ids


@pytest.mark.parametrize("cls", [int, str, "Routine", None])
def test_only_classes_of_hipkit_are_loaded(cls: Any) -> None:
    """Anything else is no noun, and the error says so."""
    with pytest.raises(StoredFormatError, match="is not a noun of hipkit"):
        loads(dumps(sample_catalogue()["easy-march"]), cls)
    assert isinstance(loads(dumps(sample_catalogue()["easy-march"]), Exercise), Exercise)
