"""What is said of files and catalogues that do not fit: every sentence whole, with the value it is about."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import Catalogue, CatalogueError, Exercise, ProblemCode, RequestError, read_catalogue
from hipkit.catalogue import reading
from hipkit.catalogue.search import nearest_id, nearest_ids
from hipkit.model import Status
from hipkit.testing import sample_catalogue, sample_exercise

TAP: dict[str, Any] = {
    "id": "acme.tap",
    "name": "Tap",
    "group": "abduction",
    "positions": ["standing"],
    "dose": [{"goal": "strength", "level": "beginner", "sets": 2, "count": 10}],
}
STUDY: dict[str, Any] = {"id": "doe20", "authors": ["Doe J"], "title": "A trial", "read": "text"}
STONE: dict[str, Any] = {"id": "acme.old", "since": "2025.1", "until": "2026.1", "reason": "x"}


def written(folder: Path, name: str = "own.json", **fields: Any) -> Path:
    """Write a file of exercises with these *fields*, and return its path."""
    document = {"kind": "exercises", "format": 1, "exercises": [TAP], **fields}
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def said(path: Any) -> list[tuple[ProblemCode, str, str]]:
    """Return code, sentence and value of each problem of reading *path*."""
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(path)
    return [(each.code, str(each), each.value) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("fields", "code", "sentence", "value"),
    [
        (
            {"studeis": [], "tombstnes": 1},
            ProblemCode.UNKNOWN_FIELD,
            "own.json › studeis: unknown field 'studeis'; remove it",
            "'studeis'",
        ),
        (
            {"exercises": 7},
            ProblemCode.WRONG_TYPE,
            "own.json › exercises: expected a list, got 7; list the records there",
            "",
        ),
        (
            {"studies": {}},
            ProblemCode.WRONG_TYPE,
            "own.json › studies: expected a list, got {}; list the records there",
            "",
        ),
        (
            {"tombstones": "x"},
            ProblemCode.WRONG_TYPE,
            "own.json › tombstones: expected a list, got 'x'; list the records there",
            "",
        ),
        (
            {"known_sources": 3},
            ProblemCode.WRONG_TYPE,
            "own.json › known_sources: expected a list, got 3; list the records there",
            "",
        ),
        (
            {"known_sources": ["r1", 3, "r2"]},
            ProblemCode.WRONG_TYPE,
            "own.json › known_sources[1]: expected a text, got 3; give ids of sources",
            "3",
        ),
        (
            {"known_sources": ["r1", ""]},
            ProblemCode.MALFORMED,
            (
                "own.json › known_sources[1]: '' is not the id of a source; "
                "use one plain line of 1 to 80 characters"
            ),
            "''",
        ),
        (
            {"exercises": [TAP, TAP]},
            ProblemCode.DUPLICATE,
            (
                "own.json › acme.tap › id: the id 'acme.tap' was read before, from own.json; "
                "give it another, with a prefix of your own such as 'acme.'"
            ),
            "acme.tap",
        ),
        (
            {"studies": [3]},
            ProblemCode.WRONG_TYPE,
            "own.json › studies[0]: expected the fields of a Study, got 3; use an object",
            "3",
        ),
        (
            {"studies": [STUDY, {**STUDY, "id": "roe21", "read": "all"}]},
            ProblemCode.UNKNOWN_WORD,
            "own.json › roe21 › read: 'all' is not a Read; choose from text, table, abstract, secondary",
            "'all'",
        ),
        (
            {"tombstones": [STONE, 4]},
            ProblemCode.WRONG_TYPE,
            "own.json › tombstones[1]: expected the fields of a Tombstone, got 4; use an object",
            "4",
        ),
        (
            {"tombstones": [{**STONE, "id": "acme.tap"}]},
            ProblemCode.DUPLICATE,
            (
                "own.json › acme.tap › id: 'acme.tap' is already an id or alias of a removed exercise; "
                "choose another, with a prefix of your own such as 'acme.'"
            ),
            "acme.tap",
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_said_whole(
    fields: dict[str, Any], code: ProblemCode, sentence: str, value: str, tmp_path: Path
) -> None:
    """File › exercise › field: what; how to mend it."""
    assert (code, sentence, value) in said(written(tmp_path, **fields))


def test_everything_of_every_file_is_kept(tmp_path: Path) -> None:
    """Exercises, studies, tombstones and sources of all files of a folder, and only of its JSON files."""
    written(tmp_path, "a.json", studies=[STUDY], tombstones=[STONE], known_sources=["own1", "own2"])
    other, stone = {**TAP, "id": "acme.lean"}, {**STONE, "id": "acme.older"}
    roe = {**STUDY, "id": "roe21"}
    written(
        tmp_path,
        "b.json",
        exercises=[other],
        studies=[roe],
        tombstones=[stone],
        known_sources=["own3"],
    )
    (tmp_path / "exercises.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    own = read_catalogue(tmp_path)
    assert own.ids == ("acme.tap", "acme.lean")
    assert [each.id for each in own.studies] == ["doe20", "roe21"]
    assert [each.id for each in own.tombstones] == ["acme.old", "acme.older"]
    assert own.known_sources[-3:] == ("own1", "own2", "own3")


def test_a_broken_file_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    """What is wrong in the files after it is said too."""
    (tmp_path / "a.json").write_bytes(b"\xff")
    written(tmp_path, "b.json", exercises=[3])
    assert [sentence for _, sentence, _ in said(tmp_path)] == [
        "a.json: the file is not UTF-8 text; save it as UTF-8",
        "b.json › exercises[0]: expected the fields of an Exercise, got 3; use an object",
    ]


def test_what_is_wrong_between_records_is_said_beside_what_is_wrong_in_them(
    tmp_path: Path,
) -> None:
    """Links, loops, sources and names that stand twice, by file; loops may begin at a packaged one."""
    rung = {"exercise": "acme.lean", "changes": ["lever"]}
    first = {**TAP, "aliases": ["acme.lean"], "easier": [{**rung, "exercise": "acme.none"}]}
    second = {**TAP, "id": "acme.lean", "sources": ["nobody99"]}
    loop = [
        {**TAP, "id": "a.down", "harder": [{**rung, "exercise": "a.up"}]},
        {**TAP, "id": "a.up", "harder": [{**rung, "exercise": "a.down"}]},
    ]
    path = written(tmp_path, exercises=[first, second, *loop, 3])
    sentences = [sentence for _, sentence, _ in said(path)]
    assert sentences[0].startswith("own.json › exercises[4]: expected the fields of an Exercise")
    for start in (
        "own.json › acme.tap › easier[0].exercise: there is no exercise 'acme.none'",
        "own.json › acme.lean › sources[0]: there is no rule or study 'nobody99'",
        "own.json › acme.lean › id: 'acme.lean' is already an id or alias of 'acme.tap'",
        "own.json › a.down › harder: harder leads back to itself: a.down › a.up › a.down",
    ):
        assert [each for each in sentences if each.startswith(start)], start


def test_a_problem_of_a_packaged_exercise_names_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was read from none."""
    a, b = (evolve(sample_exercise(), id=id, easier=(), harder=()) for id in ("aa", "bb"))
    rung = hipkit.from_plain({"exercise": "bb", "changes": ["lever"]}, hipkit.model.Rung)
    packaged = Catalogue((evolve(a, harder=(rung,)), b))
    monkeypatch.setattr("hipkit.catalogue.load_catalogue", lambda: packaged)
    back = {"exercise": "aa", "changes": ["lever"]}
    other = {"exercise": "bb", "changes": ["lever"]}
    path = written(tmp_path, exercises=[{**TAP, "id": "zz", "harder": [back], "easier": [other]}])
    (problem,) = [each for each in said(path) if each[0] is ProblemCode.LINK_LOOP]
    assert problem[1].startswith("aa › harder: harder leads back to itself: aa › bb › zz › aa")


def test_problems_enough_are_said_and_that_there_are_more(tmp_path: Path) -> None:
    """A thousand of one file, whatever else is wrong with it."""
    sentences = [each for _, each, _ in said(written(tmp_path, exercises=[3] * 1_200))]
    assert len(sentences) == 1_001
    assert sentences[-1] == "there are more than 1000 problems; mend these first"
    sentences = [each for _, each, _ in said(written(tmp_path, exercises=[3] * 1_000))]
    assert len(sentences) == 1_000


def test_a_long_field_is_named_in_part(tmp_path: Path) -> None:
    """By its first eighty letters."""
    (problem,) = said(written(tmp_path, **{"x" * 90: 1}))
    assert problem[1].startswith(f"own.json › {'x' * 80}: unknown field ")


def test_no_more_of_a_file_is_read_than_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever size it said that it has."""
    path = tmp_path / "grown.json"
    path.write_bytes(b"0123456789")
    monkeypatch.setattr(reading, "_LARGEST_FILE", 4)
    assert reading._read(path) == "01234"


def make_folder(folder: Path) -> Path:
    """Make a folder without JSON files."""
    (folder / "empty").mkdir()
    return folder / "empty"


def make_pipe(folder: Path) -> Path:
    """Make a pipe."""
    os.mkfifo(folder / "pipe.json")
    return folder / "pipe.json"


@pytest.mark.parametrize(
    ("make", "code", "sentence"),
    [
        (
            lambda folder: folder / "none.json",
            ProblemCode.UNREADABLE,
            "none.json: there is no such file; give the path of a JSON file or folder",
        ),
        (
            lambda _: "\0",
            ProblemCode.UNREADABLE,
            "\\x00: the file cannot be read; give the path of a JSON file or folder",
        ),
        (
            make_folder,
            ProblemCode.UNREADABLE,
            "empty: the folder has no .json files; put your exercises into one",
        ),
        pytest.param(
            make_pipe,
            ProblemCode.UNREADABLE,
            "pipe.json: this is no ordinary file; give the path of a JSON file or folder",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here"),
        ),
        (
            lambda _: 3,
            ProblemCode.WRONG_TYPE,
            "expected the path of a file or folder, got 3",
        ),
    ],
)
def test_what_cannot_be_read_is_said_whole(
    make: Callable[[Path], Any], code: ProblemCode, sentence: str, tmp_path: Path
) -> None:
    """With what to give instead."""
    value = "3" if code is ProblemCode.WRONG_TYPE else ""
    assert said(make(tmp_path)) == [(code, sentence, value)]


def test_a_folder_that_cannot_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one without rights, where there are rights."""

    def refuse(_: Path) -> Any:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    (problem,) = said(tmp_path)
    assert problem[1] == f"{tmp_path.name}: the folder cannot be read; check its name and rights"
    monkeypatch.chdir(tmp_path)
    assert said(Path())[0][1] == ".: the folder cannot be read; check its name and rights"


def test_only_what_is_larger_than_the_largest_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte, by the size that a file says it has."""
    path = written(tmp_path)
    size = path.stat().st_size
    monkeypatch.setattr(reading, "_LARGEST_FILE", size)
    assert read_catalogue(path).ids == ("acme.tap",)
    monkeypatch.setattr(reading, "_LARGEST_FILE", size - 1)
    assert said(path) == [
        (
            ProblemCode.TOO_LARGE,
            "own.json: the file is too large; give the path of a JSON file or folder",
            "",
        )
    ]


def test_a_folder_may_have_so_many_files_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Schemas and hidden files do not count."""
    for number in range(3):
        written(tmp_path, f"{number}.json", exercises=[{**TAP, "id": f"acme.tap-{number}"}])
    monkeypatch.setattr(reading, "MOST_FILES", 3)
    assert len(read_catalogue(tmp_path)) == 3
    monkeypatch.setattr(reading, "MOST_FILES", 2)
    (problem,) = said(tmp_path)
    assert problem[1] == f"{tmp_path.name}: the folder has 3 files; 2 at most"


# catalogues


@pytest.mark.parametrize(
    ("make", "sentences"),
    [
        (
            lambda: sample_catalogue().with_exercises({"id": "x"}, sample_exercise(), [3], 4),  # type: ignore[arg-type]
            [
                (
                    "exercises[0]: expected an Exercise, got {'id': 'x'}; "
                    "use hipkit.from_plain(…, hipkit.Exercise)"
                ),
                "exercises[2]: expected an Exercise, got [3]; use with_exercises(*own)",
                (
                    "exercises[3]: expected an Exercise, got 4; "
                    "make one with hipkit.Exercise, or read a file with read_catalogue"
                ),
            ],
        ),
        (
            lambda: sample_catalogue().with_exercises(sample_catalogue()),  # type: ignore[arg-type]
            [
                (
                    "exercises[0]: expected an Exercise, got "
                    f"{sample_catalogue()!r}; use with_exercises(*own)"
                )
            ],
        ),
        (
            lambda: Catalogue([], studies=[3], known_sources=[], tombstones=(4,)),  # type: ignore[list-item, arg-type]
            [
                "studies[0]: expected a Study, got 3; make one with hipkit.Study",
                "tombstones[0]: expected a Tombstone, got 4; give them in a tuple",
                "known_sources: expected a tuple, got []; give ids in a tuple",
            ],
        ),
        (
            lambda: Catalogue([], known_sources=("r1", "", "x" * 80, "x" * 81, "\ud800", 3)),  # type: ignore[arg-type]
            [
                (
                    "known_sources[1]: '' is not the id of a source; "
                    "use one plain line of 1 to 80 characters"
                ),
                (
                    f"known_sources[3]: {'x' * 81!r:.59}… is not the id of a source; "
                    "use one plain line of 1 to 80 characters"
                ),
                (
                    "known_sources[4]: '\\ud800' is not the id of a source; "
                    "use one plain line of 1 to 80 characters"
                ),
                "known_sources[5]: expected a text, got 3; give ids of sources",
            ],
        ),
        (
            lambda: Catalogue([3], tombstones=[4]),  # type: ignore[list-item, arg-type]
            [
                (
                    "exercises[0]: expected an Exercise, got 3; "
                    "make one with hipkit.Exercise, or read a file with read_catalogue"
                ),
                "tombstones: expected a tuple, got [4]; give them in a tuple",
            ],
        ),
        (
            lambda: Catalogue([], tombstones=7),  # type: ignore[arg-type]
            ["tombstones: expected a tuple, got 7; give them in a tuple"],
        ),
        (
            lambda: Catalogue("abc"),  # type: ignore[arg-type]
            ["expected exercises or studies, got 'abc'; give a list of them"],
        ),
        (
            lambda: Catalogue(b"abc"),  # type: ignore[arg-type]
            ["expected exercises or studies, got b'abc'; give a list of them"],
        ),
    ],
)
def test_what_is_no_catalogue_is_said_whole(
    make: Callable[[], object], sentences: list[str]
) -> None:
    """All at once, by place."""
    with pytest.raises(CatalogueError) as caught:
        make()
    assert [str(each) for each in caught.value.problems] == sentences


@pytest.mark.parametrize(
    ("ask", "sentences", "values"),
    [
        (
            lambda own: own.find(3, "x"),
            ["text: expected a text, got 3", "most: expected a whole number, got 'x'"],
            ["3", "'x'"],
        ),
        (
            lambda own: own.find("x", True),
            ["most: expected a whole number, got True"],
            ["True"],
        ),
        (
            lambda own: own.where(
                group="abducton", goal="strenth", level_at_most="beginer", muscle="calvs"
            ),
            [
                "group: 'abducton' is not a word for group; did you mean 'abduction'?",
                "goal: 'strenth' is not a word for goal; did you mean 'strength'?",
                (
                    "level_at_most: 'beginer' is not a word for level_at_most; "
                    "did you mean 'beginner'?"
                ),
                "muscle: 'calvs' is not a word for muscle; did you mean 'calves'?",
            ],
            ["'abducton'", "'strenth'", "'beginer'", "'calvs'"],
        ),
        (
            lambda own: own.where(needs_only="chair"),
            ["needs_only: expected a list, got 'chair'; use ['chair']"],
            ["'chair'"],
        ),
    ],
)
def test_what_cannot_be_asked_is_said_whole(
    ask: Callable[[Catalogue], object], sentences: list[str], values: list[str]
) -> None:
    """Every argument that is wrong."""
    with pytest.raises(RequestError) as caught:
        ask(sample_catalogue())
    assert [str(each) for each in caught.value.problems] == sentences
    assert [each.value for each in caught.value.problems] == values


def test_plug_ins_are_loaded_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by leaving the argument out."""
    own = sample_catalogue()
    monkeypatch.setattr("hipkit.catalogue._with_plugins", lambda: own)
    assert hipkit.load_catalogue(plugins=True) is own
    assert hipkit.load_catalogue(plugins=False) is hipkit.load_catalogue() is not own


def test_the_id_of_a_source_may_be_of_one_to_eighty_letters() -> None:
    """The bounds are among them."""
    assert Catalogue([], known_sources=("r", "x" * 80)).sources == {"r", "x" * 80}


def test_five_are_found_unless_told() -> None:
    """Of all that contain what was typed."""
    known = hipkit.load_catalogue()
    assert len(known.find("hip")) == 5
    assert len(known.find("hip", 7)) == 7


def test_a_digest_that_was_reckoned_before_is_taken_as_it_is() -> None:
    """So that loading a pack need not reckon it."""
    catalogue = evolve(sample_catalogue())
    catalogue.know_digest("reckoned before")
    assert catalogue.digest == "reckoned before"
    assert evolve(catalogue).digest == sample_catalogue().digest


def test_links_to_what_is_gone_go_too() -> None:
    """And no others; an exercise without any stays the same object."""
    step = hipkit.from_plain({"exercise": "x", "changes": ["lever"]}, hipkit.model.Rung)

    def own(id: str, easier: str = "", harder: str = "", **fields: Any) -> Exercise:
        rungs = [
            tuple(evolve(step, exercise=each) for each in [id] if id) for id in (easier, harder)
        ]
        fields = {"easier": rungs[0], "harder": rungs[1], "variant_of": None, **fields}
        return evolve(sample_exercise(), id=id, **fields)

    retired = {"status": Status.RETIRED}
    whole = Catalogue(
        (
            own("a"),
            own("b"),
            own("c", "a", "b"),
            own("d", "b", "a"),
            own("e", variant_of="a"),
            own("f", **retired, replaced_by="a"),
            own("g", "b", variant_of="a", **retired, replaced_by="c"),
        )
    )
    without_a, without_b, without_c = (whole.without(id) for id in "abc")
    assert (without_a["c"], without_b["c"]) == (own("c", harder="b"), own("c", "a"))
    assert (without_a["d"], without_b["d"]) == (own("d", "b"), own("d", harder="a"))
    assert without_a["e"] == own("e")
    assert without_a["f"] == own("f", **retired)
    assert without_b["g"] == own("g", variant_of="a", **retired, replaced_by="c")
    assert without_a["g"] == own("g", "b", **retired, replaced_by="c")
    assert without_c["g"] == own("g", "b", variant_of="a", **retired)
    assert all(without_c[id] is whole[id] for id in "abdef")
    assert all(without_b[id] is whole[id] for id in "aef")
    assert whole.without("b", "d").ids == ("a", "c", "e", "f", "g")


def test_what_a_new_exercise_brings_is_looked_at_and_no_more() -> None:
    """A loop that it closes is refused; a link that led nowhere before is none of its affair."""
    step = hipkit.from_plain({"exercise": "x", "changes": ["lever"]}, hipkit.model.Rung)
    bare = evolve(sample_exercise(), variant_of=None, easier=(), harder=())
    a = evolve(bare, id="a", harder=(evolve(step, exercise="b"),))
    b = evolve(bare, id="b", harder=(evolve(step, exercise="a"),))
    loose = Catalogue([a])
    assert loose.with_exercises(evolve(bare, id="c")).ids == ("a", "c")
    with pytest.raises(CatalogueError, match="harder leads back to itself: a › b › a"):
        loose.with_exercises(b)


def test_a_table_has_a_row_for_each_exercise() -> None:
    """In order."""
    assert [each["id"] for each in sample_catalogue().to_records()] == list(sample_catalogue().ids)


def test_the_nearest_is_near_by_a_whole_word_or_by_its_spelling() -> None:
    """A part of a word is not; what is no text is taken as it is shown; of very many, the first fifty."""
    known = sample_catalogue()
    assert nearest_id(known, "floor-brigde") == "floor-bridge"
    assert nearest_id(known, "bridge").endswith("bridge")
    assert nearest_id(known, "ridge") == ""
    assert nearest_id(known, ("floor-bridge",)) == "floor-bridge"
    assert nearest_id(known, None) == ""
    pendulum = [evolve(known["leg-swing"], name="Pendulum")]
    assert nearest_id(pendulum, "leg") == nearest_id(pendulum, "_leg_") == "leg-swing"
    near = nearest_ids(known, ["floor-brigde"] * 52)
    assert near == ["floor-bridge"] * 50 + [""] * 2


def test_a_catalogue_has_so_many_exercises_at_most() -> None:
    """More are not even read."""
    given = iter(range(100_005))
    with pytest.raises(CatalogueError) as caught:
        Catalogue(given)  # type: ignore[arg-type]
    assert next(given) == 100_001
    (problem,) = caught.value.problems
    assert problem.code is ProblemCode.TOO_LARGE
    assert str(problem) == "there are more than 100000 items; give fewer"
    with pytest.raises(CatalogueError, match="more than 1000 problems"):
        Catalogue(repeat(sample_exercise(), 100_000))
