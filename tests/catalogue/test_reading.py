"""Files of one's own: what authors get wrong, and how each mistake is named to be mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from hipkit import (
    Catalogue,
    CatalogueError,
    Problem,
    ProblemCode,
    Read,
    Study,
    load_catalogue,
    read_catalogue,
    to_plain,
)
from hipkit.testing import sample_catalogue, sample_exercise

Change = Callable[[dict[str, Any]], None]

TYPE, WORD, RANGE, MALFORMED, CLASH, TWICE = (
    ProblemCode.WRONG_TYPE,
    ProblemCode.UNKNOWN_WORD,
    ProblemCode.OUT_OF_RANGE,
    ProblemCode.MALFORMED,
    ProblemCode.CONTRADICTION,
    ProblemCode.DUPLICATE,
)
MISSING, EXTRA, DANGLING, LOOP, FALLS, SOURCE = (
    ProblemCode.MISSING_FIELD,
    ProblemCode.UNKNOWN_FIELD,
    ProblemCode.DANGLING_LINK,
    ProblemCode.LINK_LOOP,
    ProblemCode.LEVEL_FALLS,
    ProblemCode.UNKNOWN_SOURCE,
)

RECORD: dict[str, Any] = {
    "id": "acme.step-tap",
    "name": "Step tap",
    "group": "abduction",
    "kind": "control",
    "level": "beginner",
    "positions": ["standing"],
    "laterality": "one-sided",
    "needs": [["step", "bench"]],
    "step_height": 20,
    "load": {"kind": "band", "where": "above-knees", "strength": "light"},
    "dose": [
        {
            "goal": "strength",
            "level": "beginner",
            "sets": [1, 3],
            "count": [8, 12],
            "effort": {"scale": "reserve", "word": "light"},
            "sources": [{"key": "r1", "grade": "B"}],
        }
    ],
    "exposures": {"impact": "none", "jerk": False},
    "muscles": [
        {"muscle": "gluteus-medius", "role": "prime-mover", "emphasis": 3, "evidence": ["doe20"]}
    ],
    "harder": [{"exercise": "side-leg-raise", "changes": ["load"], "criterion": {"count": 12}}],
    "sources": ["convention"],
    "instructions": {
        "summary": "Tap the floor beside a step.",
        "steps": ["Stand on the step."],
        "mistakes": [{"mistake": "The hip drops.", "instead": "Use a lower step."}],
    },
}
"""A whole record without a mistake."""


@pytest.fixture(autouse=True)
def _small_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the sample catalogue, with a rule and a study, in the place of the packaged one."""
    study = Study("doe20", ("Doe J",), "A trial", Read.ABSTRACT, journal="J Trials", year=2020)
    packaged = evolve(sample_catalogue(), known_sources=("r1",), studies=(study,))
    monkeypatch.setattr("hipkit.catalogue.load_catalogue", lambda: packaged)


def put(path: str, value: Any) -> Change:
    """Return a change that puts *value* at *path*, such as `dose.0.sets`."""
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))

    def change(record: dict[str, Any]) -> None:
        at: Any = record
        for step in way:
            at = at[step]
        at[last] = value

    return change


def drop(path: str) -> Change:
    """Return a change that takes away what is at *path*."""
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))

    def change(record: dict[str, Any]) -> None:
        at: Any = record
        for step in way:
            at = at[step]
        del at[last]

    return change


def changed(*changes: Change) -> dict[str, Any]:
    """Return the whole record, changed."""
    record = deepcopy(RECORD)
    for change in changes:
        change(record)
    return record


def document(*records: Any, **fields: Any) -> str:
    """Return a file of *records*, with other fields beside them."""
    return json.dumps({"kind": "exercises", "format": 1, "exercises": records, **fields})


def written(folder: Path, **files: str) -> Path:
    """Write *files* by name into *folder*, and return it."""
    for name, text in files.items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def problems(path: Path | str) -> tuple[Problem, ...]:
    """Return the problems of reading *path*."""
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(path)
    return caught.value.problems


def test_a_whole_record_is_read(tmp_path: Path) -> None:
    """The record that the mistakes below are made in has none itself."""
    catalogue = read_catalogue(written(tmp_path, mine=document(RECORD)) / "mine.json")
    assert catalogue.ids == ("acme.step-tap",)
    assert catalogue["acme.step-tap"].family == "acme.step-tap"
    assert "r1" in catalogue.sources


def test_the_five_required_fields_are_enough(tmp_path: Path) -> None:
    """A stranger's first file needs id, name, group, positions and one dose."""
    small = {
        "id": "acme.side-tap",
        "name": "Side tap",
        "group": "abduction",
        "positions": ["standing"],
        "dose": [{"goal": "strength", "level": "beginner", "sets": [1, 3], "count": [8, 12]}],
    }
    catalogue = read_catalogue(written(tmp_path, mine=document(small)))
    assert catalogue["acme.side-tap"] == sample_exercise()


BROKEN: list[tuple[Change, ProblemCode, str, str]] = [
    # required fields
    (drop("name"), MISSING, "name", "add it"),
    (drop("group"), MISSING, "group", "add it"),
    (drop("positions"), MISSING, "positions", "add it"),
    (drop("dose"), MISSING, "dose", "add it"),
    (drop("dose.0.goal"), MISSING, "dose[0].goal", "add it"),
    (drop("dose.0.count"), MISSING, "dose[0].count", "add it"),
    (drop("muscles.0.role"), MISSING, "muscles[0].role", "add it"),
    (drop("harder.0.changes"), MISSING, "harder[0].changes", "add it"),
    (drop("instructions.mistakes.0.instead"), MISSING, "instructions.mistakes[0].instead", "add"),
    # misspelt and invented fields
    (put("postions", ["prone"]), EXTRA, "postions", "did you mean 'positions'?"),
    (put("muscels", []), EXTRA, "muscels", "did you mean 'muscles'?"),
    (put("equipment", ["step"]), EXTRA, "equipment", "choose from id"),
    (put("dose.0.reps", 12), EXTRA, "dose[0].reps", "count"),
    (put("dose.0.set", 3), EXTRA, "dose[0].set", "did you mean 'sets'?"),
    (put("exposures.inpact", "none"), EXTRA, "exposures.inpact", "did you mean 'impact'?"),
    (put("instructions.summery", "x"), EXTRA, "instructions.summery", "'summary'"),
    (put("load.place", "ankles"), EXTRA, "load.place", "choose from kind"),
    # words that are not in the lists
    (put("group", "abductors"), WORD, "group", "did you mean 'abduction'?"),
    (put("group", "Abduction"), WORD, "group", "did you mean 'abduction'?"),
    (put("kind", "static_stretch"), WORD, "kind", "did you mean 'static-stretch'?"),
    (put("level", "novice"), WORD, "level", "beginner, intermediate, advanced"),
    (put("positions.0", "side lying"), WORD, "positions[0]", "did you mean 'side-lying'?"),
    (put("needs.0.1", "Bench"), WORD, "needs[0][1]", "did you mean 'bench'?"),
    (put("laterality", "unilateral"), WORD, "laterality", "both-together"),
    (put("load.where", "above_knee"), WORD, "load.where", "'above-knees'"),
    (put("dose.0.goal", "endurance"), WORD, "dose[0].goal", "strength"),
    (put("dose.0.count_of", "repetition"), WORD, "dose[0].count_of", "'repetitions'"),
    (put("dose.0.effort.word", "moderate"), WORD, "dose[0].effort.word", "easy"),
    (put("dose.0.sources.0.grade", "D"), WORD, "dose[0].sources[0].grade", "A"),
    (put("muscles.0.muscle", "glute-medius"), WORD, "muscles[0].muscle", "'gluteus-medius'"),
    (put("muscles.0.role", "prime_mover"), WORD, "muscles[0].role", "'prime-mover'"),
    (put("exposures.impact", "low"), WORD, "exposures.impact", "none, two-leg, one-leg"),
    (put("harder.0.changes.0", "weight"), WORD, "harder[0].changes[0]", "lever"),
    # a text for a number, a word for a list, and their like
    (put("name", 7), TYPE, "name", "expected a text"),
    (put("name", None), TYPE, "name", "expected a text"),
    (put("positions", "standing"), TYPE, "positions", "use ['standing']"),
    (put("needs", ["step"]), TYPE, "needs[0]", "use ['step']"),
    (put("step_height", "20 cm"), TYPE, "step_height", "expected a whole number"),
    (put("step_height", 20.0), TYPE, "step_height", "expected a whole number"),
    (put("dose", {}), TYPE, "dose", "expected a list"),
    (put("dose.0", "3 x 12"), TYPE, "dose[0]", "use an object"),
    (put("dose.0.sets", "1-3"), TYPE, "dose[0].sets", "use 15 or [15, 20]"),
    (put("dose.0.sets", [1, 2, 3]), TYPE, "dose[0].sets", "use 15 or [15, 20]"),
    (put("dose.0.rest", "45"), TYPE, "dose[0].rest", "expected a whole number"),
    (put("dose.0.effort", "light"), TYPE, "dose[0].effort", "use an object"),
    (put("exposures.jerk", "no"), TYPE, "exposures.jerk", "expected true or false"),
    (put("exposures.jerk", 0), TYPE, "exposures.jerk", "expected true or false"),
    (put("muscles.0.emphasis", "high"), TYPE, "muscles[0].emphasis", "expected a whole number"),
    (put("instructions.steps", "Stand."), TYPE, "instructions.steps", "use ['Stand.']"),
    (put("load", "band"), TYPE, "load", "use an object"),
    # numbers and texts out of range
    (put("name", ""), RANGE, "name", "use 1 to 80"),
    (put("positions", []), RANGE, "positions", "use 1 to"),
    (put("dose", []), RANGE, "dose", "use 1 to"),
    (put("needs.0", []), RANGE, "needs[0]", "use 1 to"),
    (put("step_height", 200), RANGE, "step_height", "use 5 to 60"),
    (put("dose.0.rest", 600), RANGE, "dose[0].rest", "use 0 to 300"),
    (put("dose.0.lift", 1.75), RANGE, "dose[0].lift", "use tenths"),
    (put("dose.0.hold", 90), RANGE, "dose[0].hold", "use 0 to 60"),
    (put("muscles.0.emphasis", 5), RANGE, "muscles[0].emphasis", "use 1 to 3"),
    (put("harder.0.criterion.count", 0), RANGE, "harder[0].criterion.count", "use 1 to 600"),
    (put("name", "Step tap "), MALFORMED, "name", "use one plain line"),
    (put("instructions.summary", "One.\nTwo."), MALFORMED, "instructions.summary", "one plain"),
    (put("family", "Step Taps"), MALFORMED, "family", "small letters, digits and single hyphens"),
    # parts that contradict each other
    (put("dose.0.sets", [3, 1]), CLASH, "dose[0].sets", "put the smaller number first"),
    (put("dose.0.sets", 0), CLASH, "dose[0].sets", "start the span at 1"),
    (put("dose.0.count", 0), CLASH, "dose[0].count", "start the span at 1"),
    (put("dose.0.sets", 20), CLASH, "dose[0].sets", "use 10 at most"),
    (put("dose.0.effort.scale", "pull"), CLASH, "dose[0].effort.word", "use mild-pull"),
    (put("dose.0.effort.word", "very-hard"), CLASH, "dose[0].effort", "at least 2 in reserve"),
    (put("level", "advanced"), CLASH, "dose[0].level", "raise the band's level"),
    (put("positions", ["prone", "prone"]), TWICE, "positions[1]", "keep one"),
    (put("dose", [RECORD["dose"][0], {**RECORD["dose"][0], "rest": 30}]), TWICE, "dose[1]", "one"),
    # links and sources
    (put("harder.0.exercise", "side-leg-rise"), DANGLING, "harder[0].exercise", "'side-leg-raise'"),
    (put("variant_of", "step-tap"), DANGLING, "variant_of", "'acme.step-tap'"),
    (put("replaced_by", "gone"), DANGLING, "replaced_by", "choose from"),
    (put("harder.0.exercise", "acme.step-tap"), LOOP, "harder", "link to another exercise"),
    (put("sources", ["r99"]), SOURCE, "sources[0]", "add it to studies"),
    (put("dose.0.sources.0.key", "R1"), SOURCE, "dose[0].sources[0].key", "'r1'"),
    (put("muscles.0.evidence", ["doe"]), SOURCE, "muscles[0].evidence[0]", "'doe20'"),
]


@pytest.mark.parametrize(
    ("change", "code", "path", "says"), BROKEN, ids=[f"{row[2]}-{row[1]}" for row in BROKEN]
)
def test_a_broken_record_is_named(
    change: Change, code: ProblemCode, path: str, says: str, tmp_path: Path
) -> None:
    """Each mistake is one problem that says file, exercise, field, what is wrong and what to do."""
    folder = written(tmp_path, mine=document(changed(change)))
    (problem,) = problems(folder / "mine.json")
    assert (problem.code, problem.path) == (code, path)
    assert (problem.source, problem.item) == ("mine.json", "acme.step-tap")
    assert says in f"{problem.message}; {problem.remedy}"
    assert problem.remedy or problem.message.startswith("expected ")
    assert str(problem).startswith(f"mine.json › acme.step-tap › {path}: ")


def test_there_are_sixty_broken_records() -> None:
    """The table above is long enough to be worth its name."""
    assert len(BROKEN) >= 60


@pytest.mark.parametrize(
    ("id", "code"),
    [
        ("Step Tap", MALFORMED),
        ("acme.step.tap", MALFORMED),
        ("", MALFORMED),
        ("step_tap", MALFORMED),
    ],
)
def test_a_wrong_id_names_itself(id: str, code: ProblemCode, tmp_path: Path) -> None:
    """The exercise is called by the id it has, wrong as it is."""
    (problem,) = problems(written(tmp_path, mine=document(changed(put("id", id)))))
    assert (problem.code, problem.path, problem.item) == (code, "id", id)
    assert "small letters, digits and single hyphens" in problem.remedy


@pytest.mark.parametrize("record", [drop("id"), put("id", 7), put("id", None)])
def test_a_record_without_an_id_is_named_by_its_place(record: Change, tmp_path: Path) -> None:
    """Among fifty records, the author must find the one that is meant."""
    (problem,) = problems(written(tmp_path, mine=document(RECORD, changed(record))))
    assert problem.path == "exercises[1].id"


@pytest.mark.parametrize("record", [None, 7, "clamshell", []])
def test_what_is_no_record_is_named_by_its_place(record: Any, tmp_path: Path) -> None:
    """A list of ids is no list of exercises."""
    (problem,) = problems(written(tmp_path, mine=document(RECORD, record)))
    assert (problem.code, problem.source) == (TYPE, "mine.json")
    assert problem.path == "exercises[1]"


def test_every_problem_of_a_record_is_found_at_once(tmp_path: Path) -> None:
    """One attempt, one list."""
    record = changed(put("group", "x"), put("dose.0.rest", -1), put("muscels", []), drop("name"))
    found = problems(written(tmp_path, mine=document(record)))
    assert {problem.path for problem in found} == {"group", "dose[0].rest", "muscels", "name"}


def test_several_files_are_all_listed(tmp_path: Path) -> None:
    """Every problem of every file is said in one error, and each names its own file."""
    folder = written(
        tmp_path,
        a=document(changed(put("id", "acme.a"), put("skill", 9))),
        b='{"kind": "exercises", "format": 1, "exercises": [}',
        c=document(changed(put("id", "acme.c"), put("harder.0.exercise", "acme.z"))),
        d=document(changed(put("id", "acme.d"))),
    )
    found = problems(folder)
    assert [(each.source, each.item, each.code) for each in found] == [
        ("a.json", "acme.a", RANGE),
        ("b.json", "", ProblemCode.NOT_JSON),
        ("c.json", "acme.c", DANGLING),
    ]
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(folder)
    text = str(caught.value)
    assert text.startswith("3 problems: the exercise data does not fit")
    assert all(str(each) in text for each in found)


def test_exercises_of_several_files_may_link_to_each_other(tmp_path: Path) -> None:
    """Files of one folder are one catalogue."""
    folder = written(
        tmp_path,
        a=document(changed(put("id", "acme.a"), put("harder.0.exercise", "acme.b"))),
        b=document(changed(put("id", "acme.b"))),
    )
    assert read_catalogue(folder).ids == ("acme.a", "acme.b")


def test_a_link_to_a_broken_record_is_excused(tmp_path: Path) -> None:
    """One mistake is said once."""
    records = (
        changed(put("id", "acme.a"), put("harder.0.exercise", "acme.b")),
        changed(put("id", "acme.b"), put("skill", 9)),
    )
    assert [each.item for each in problems(written(tmp_path, mine=document(*records)))] == [
        "acme.b"
    ]


def test_an_id_that_stands_twice_names_the_second_file(tmp_path: Path) -> None:
    """The first one was there before; the second is to be renamed."""
    (problem,) = problems(written(tmp_path, a=document(RECORD), b=document(RECORD)))
    assert (problem.code, problem.item, problem.path) == (TWICE, "acme.step-tap", "id")
    assert problem.source == "b.json"
    assert "prefix of your own" in problem.remedy


def test_a_family_in_two_groups_is_refused(tmp_path: Path) -> None:
    """The choice relies on a family lying in one group."""
    other = changed(put("id", "acme.other"), put("family", "acme.step-tap"), put("group", "hinge"))
    (problem,) = problems(written(tmp_path, mine=document(RECORD, other)))
    assert (problem.code, problem.item, problem.path) == (
        ProblemCode.SPLIT_FAMILY,
        "acme.other",
        "group",
    )
    assert problem.source == "mine.json"


def test_a_loop_of_ladders_is_refused(tmp_path: Path) -> None:
    """Nothing is harder than itself, however long the way round."""
    records = [
        changed(put("id", f"acme.{one}"), put("harder.0.exercise", f"acme.{next}"))
        for one, next in ("ab", "bc", "ca")
    ]
    (problem,) = problems(written(tmp_path, mine=document(*records)))
    assert problem.code is LOOP
    assert problem.source == "mine.json"
    assert "acme.a › acme.b › acme.c › acme.a" in problem.message


def test_a_ladder_never_falls_in_level(tmp_path: Path) -> None:
    """What is harder is not for lesser people, within a family."""
    harder = changed(put("id", "acme.b"), put("family", "acme.step-tap"))
    lower = changed(
        put("level", "intermediate"),
        put("dose.0.level", "intermediate"),
        put("harder.0.exercise", "acme.b"),
    )
    (problem,) = problems(written(tmp_path, mine=document(lower, harder)))
    assert (problem.code, problem.item, problem.path) == (FALLS, "acme.step-tap", "harder[0]")


def test_studies_of_ones_own_may_be_cited(tmp_path: Path) -> None:
    """A file brings its studies along."""
    study = to_plain(Study("roe21", ("Roe R",), "T", Read.TEXT))
    record = changed(put("muscles.0.evidence", ["roe21"]))
    catalogue = read_catalogue(written(tmp_path, mine=document(record, studies=[study])))
    assert "roe21" in catalogue.sources


def test_a_broken_study_is_named(tmp_path: Path) -> None:
    """Studies are read as strictly as exercises."""
    study = {**to_plain(Study("roe21", ("R",), "T", Read.TEXT)), "year": "2021"}
    (problem,) = problems(written(tmp_path, mine=document(RECORD, studies=[study])))
    assert (problem.code, problem.item, problem.path) == (TYPE, "roe21", "year")


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("", ProblemCode.NOT_JSON, ""),
        ("not json", ProblemCode.NOT_JSON, ""),
        ('{"kind": "exercises", "format": 1, "exercises": [],}', ProblemCode.NOT_JSON, ""),
        ("[]", ProblemCode.WRONG_DOCUMENT, ""),
        ('{"format": 1, "exercises": []}', MISSING, "kind"),
        ('{"kind": "exercise", "format": 1, "exercises": []}', ProblemCode.WRONG_DOCUMENT, "kind"),
        ('{"kind": "exercises", "exercises": []}', MISSING, "format"),
        (
            '{"kind": "exercises", "format": 9, "exercises": []}',
            ProblemCode.WRONG_DOCUMENT,
            "format",
        ),
        ('{"kind": "exercises", "format": 1}', MISSING, "exercises"),
        ('{"kind": "exercises", "format": 1, "exercises": {}}', TYPE, "exercises"),
        ('{"kind": "exercises", "format": 1, "exercises": [], "more": 1}', EXTRA, "more"),
        ('{"kind": "exercises", "format": 1, "exercises": [], "studies": 1}', TYPE, "studies"),
        ('{"kind": "a", "kind": "exercises", "format": 1, "exercises": []}', TWICE, ""),
    ],
)
def test_a_broken_document_is_named(
    text: str, code: ProblemCode, path: str, tmp_path: Path
) -> None:
    """A file that is no document of exercises says what it should be."""
    (problem,) = problems(written(tmp_path, mine=text))
    assert (problem.code, problem.source, problem.path) == (code, "mine.json", path)


def test_a_byte_order_mark_is_forgiven(tmp_path: Path) -> None:
    """Some editors write one."""
    (tmp_path / "mine.json").write_text(document(RECORD), encoding="utf-8-sig")
    assert len(read_catalogue(tmp_path)) == 1


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    """An old encoding is said to be one."""
    (tmp_path / "mine.json").write_bytes('{"näme": 1}'.encode("latin-1"))
    (problem,) = problems(tmp_path)
    assert (problem.code, problem.source) == (ProblemCode.UNREADABLE, "mine.json")
    assert "UTF-8" in problem.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong path is a problem like any other."""
    (problem,) = problems(tmp_path / "none.json")
    assert (problem.code, problem.source) == (ProblemCode.UNREADABLE, "none.json")
    assert problem.message == "there is no such file"


def test_a_folder_without_exercises_is_named(tmp_path: Path) -> None:
    """Nothing to read is a problem, hidden and other files do not count."""
    (tmp_path / ".hidden.json").write_text(document(RECORD), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (problem,) = problems(tmp_path)
    assert problem.code is ProblemCode.UNREADABLE
    assert "no .json files" in problem.message


@pytest.mark.parametrize("path", ["\0", "x" * 5_000, ""])
def test_a_path_that_cannot_be_is_refused_in_words(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even what no file system allows raises `CatalogueError`; an empty path is the current folder."""
    monkeypatch.chdir(tmp_path)
    assert problems(path)[0].code is ProblemCode.UNREADABLE


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """A folder is read, and nothing outside it."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    written(outside, secret=document(RECORD))
    written(inside, mine=document(changed(put("id", "acme.mine"))))
    (inside / "link.json").symlink_to(outside / "secret.json")
    assert read_catalogue(inside).ids == ("acme.mine",)


def test_own_exercises_stand_beside_the_packaged_ones(tmp_path: Path) -> None:
    """What was read can be added to a catalogue, which checks it again."""
    own = read_catalogue(written(tmp_path, mine=document(RECORD)))
    packaged = evolve(sample_catalogue(), known_sources=("r1", "doe20"))
    both = packaged.with_exercises(*own)
    assert isinstance(both, Catalogue)
    assert both.ids == (*packaged.ids, "acme.step-tap")


def test_the_packaged_catalogue_loads_once() -> None:
    """The packaged catalogue is sound, and the same object ever after."""
    assert load_catalogue() is load_catalogue()
    assert len(load_catalogue()) > 0


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    """A folder is bounded before any file in it is read."""
    for number in range(1_001):
        (tmp_path / f"{number}.json").touch()
    (problem,) = problems(tmp_path)
    assert (problem.code, problem.source) == (ProblemCode.UNREADABLE, tmp_path.name)
    assert "1001 files" in problem.message


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    """A file is bounded before it is read."""
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    (problem,) = problems(tmp_path / "large.json")
    assert (problem.code, problem.source) == (ProblemCode.TOO_LARGE, "large.json")
