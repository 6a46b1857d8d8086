"""What an author of packaged data sees: every problem of every file, with the file it is in."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from record_rules.reading import DATA

import hipkit
from hipkit import CatalogueError
from hipkit.catalogue import packaged
from hipkit.catalogue.packaged import read_packaged
from hipkit.pantry import names_in, read_text

SAFETY = ("evidence", "safety.json")
SAFETY_WORDS = ("words", "en", "safety.json")
TIPS = ("words", "en", "tips.json")


def edited(monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...], text: str) -> None:
    """Let the packaged file at *path* read as *text*."""

    def read(*asked: str, data: Path) -> str:
        return text if asked == path else read_text(*asked, data=data)

    monkeypatch.setattr(packaged, "read_text", read)


def plain(*path: str) -> Any:
    """Return the packaged file at *path*."""
    return json.loads(read_text(*path, data=DATA))


def problems_of_reading() -> list[hipkit.Problem]:
    """Return the problems of reading the packaged catalogue."""
    with pytest.raises(CatalogueError) as caught:
        read_packaged(DATA)
    return list(caught.value.problems)


def test_records_are_read_from_the_folder_that_is_named(tmp_path: Path) -> None:
    """From no other: exercises, ids that were, and all that stands twice."""
    copytree(DATA, tmp_path / "data")
    stones = tmp_path / "data" / "tombstones.json"
    whole = json.loads(stones.read_text(encoding="utf-8"))
    for folder in (tmp_path / "data" / "exercises", tmp_path / "data/words/en/exercises"):
        changed = (folder / "hinge.json").read_text(encoding="utf-8")
        changed = changed.replace('"name": "Wall hip hinge"', '"name": "Hinge at a wall"')
        (folder / "hinges.json").write_text(changed, encoding="utf-8")
        (folder / "hinge.json").unlink()
    hinge = tmp_path / "data" / "figures" / "hinge.json"
    drawn = json.loads(hinge.read_text(encoding="utf-8"))
    kept = [each for each in drawn["figures"] if each["id"] != "hip-hinge"]
    wall = next(each for each in drawn["figures"] if each["id"] == "hip-hinge")
    for each in kept:
        if each.get("like") == "hip-hinge":
            own = dict(each)
            each.clear()
            each.update({**wall, **{k: v for k, v in own.items() if k != "like"}})
            each.pop("more_props", None)
    hinge.write_text(json.dumps({**drawn, "figures": kept}), encoding="utf-8")
    gone = {"id": "was-here", "since": "2025.1", "until": "2026.1", "reason": "merged"}
    stones.write_text(json.dumps({**whole, "tombstones": [gone]}), encoding="utf-8")
    read = read_packaged(tmp_path / "data")
    assert [each.id for each in read.tombstones] == ["was-here"]
    before = {each.id: each for each in read_packaged(DATA).exercises}
    assert {each.id for each in read.exercises} == set(before)
    assert set(read.figures) == set(before) - {"hip-hinge"}
    assert [each.name for each in read.exercises if each != before[each.id]] == ["Hinge at a wall"]
    gone["id"] = "clamshell"
    stones.write_text(json.dumps({**whole, "tombstones": [gone]}), encoding="utf-8")
    with pytest.raises(CatalogueError, match="'clamshell' is already an id or alias of a removed"):
        read_packaged(tmp_path / "data")


def test_a_problem_in_the_words_names_the_words_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts and words stand in two files; the author must open the right one."""
    path = ("words", "en", "exercises", "hinge.json")
    words = plain(*path)
    words["exercises"]["wall-hip-hinge"]["steps"] = "Stand."
    words["exercises"]["no-such-exercise"] = {"name": "X"}
    edited(monkeypatch, path, json.dumps(words))
    found = {(p.source, p.item, p.path) for p in problems_of_reading()}
    source = "words/en/exercises/hinge.json"
    assert found == {
        (source, "wall-hip-hinge", "instructions.steps"),
        (source, "no-such-exercise", ""),
    }


@pytest.mark.parametrize(
    "path",
    [
        ("exercises", "hinge.json"),
        ("words", "en", "exercises", "hinge.json"),
        ("words", "en", "labels.json"),
        ("words", "en", "safety.json"),
        ("words", "en", "tips.json"),
        ("evidence", "rules.json"),
        ("evidence", "safety.json"),
        ("evidence", "tips.json"),
        ("tombstones.json",),
    ],
    ids="/".join,
)
def test_a_document_of_another_kind_names_its_file(
    path: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside whatever is missing then."""
    changed = {**plain(*path), "kind": "other"}
    edited(monkeypatch, path, json.dumps(changed))
    found = [each for each in problems_of_reading() if each.path == "kind"]
    assert [each.source for each in found] == ["/".join(path)]


def test_evidence_that_leads_nowhere_is_said_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A study or an exercise."""
    path = ("evidence", "measurements.json")
    whole = plain(*path)
    first, other = whole["measurements"][:2]
    first["study"] += "0"
    other["exercise"], other["unlinked"] = "clamshel", ""
    edited(monkeypatch, path, json.dumps(whole))
    source = "evidence/measurements.json"
    assert list(map(str, problems_of_reading())) == [
        (
            f"{source} › {first['id']} › study: there is no study {first['study']!r}; "
            f"did you mean {first['study'][:-1]!r}?"
        ),
        (
            f"{source} › {other['id']} › exercise: there is no exercise 'clamshel'; "
            "did you mean 'clamshell'?"
        ),
    ]


@pytest.mark.parametrize(
    ("path", "field"),
    [(("exercises", "hinge.json"), "exercises"), (("evidence", "rules.json"), "rules")],
)
def test_a_list_that_is_none_names_its_file(
    path: tuple[str, ...], field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its field."""
    edited(monkeypatch, path, json.dumps({**plain(*path), field: 7}))
    found = {(each.source, each.path) for each in problems_of_reading()}
    assert ("/".join(path), field) in found


@pytest.mark.parametrize(
    ("path", "within", "key", "sentence"),
    [
        (SAFETY_WORDS, "", "notices", "evidence/safety.json › notices: has 0 items; use 1 to 100"),
        (SAFETY_WORDS, "", "stops", "evidence/safety.json › stops: has 0 items; use 1 to 100"),
        (SAFETY, "", "rules", "evidence/safety.json › rules: has 0 items; use 1 to 100"),
        (TIPS, "tips", "warm-up", "evidence/tips.json › warm-up › text: is empty; use 1 to 2000"),
        (
            ("words", "en", "labels.json"),
            "templates",
            "caution.knee-pain",
            "evidence/safety.json › cautions[5].label: is empty; use 1 to 2000",
        ),
    ],
)
def test_what_is_missing_of_the_guidance_is_said(
    path: tuple[str, ...], within: str, key: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As what is empty."""
    whole = plain(*path)
    del (whole[within] if within else whole)[key]
    edited(monkeypatch, path, json.dumps(whole))
    assert list(map(str, problems_of_reading())) == [sentence]


def test_words_that_do_not_fit_name_the_file_of_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Names and instructions stand there; and so do words that no exercise has."""
    path = ("words", "en", "exercises", "hinge.json")
    words = plain(*path)
    words["exercises"]["wall-hip-hinge"]["name"] = ""
    words["exercises"]["nobody"] = {"name": "X"}
    edited(monkeypatch, path, json.dumps(words))
    assert sorted(map(str, problems_of_reading())) == [
        "words/en/exercises/hinge.json › nobody: words for an exercise that has no facts here",
        "words/en/exercises/hinge.json › wall-hip-hinge › name: is empty; use 1 to 80",
    ]
    del words["exercises"]["wall-hip-hinge"]["name"]
    del words["exercises"]["nobody"]
    edited(monkeypatch, path, json.dumps(words))
    (problem,) = problems_of_reading()
    assert str(problem) == (
        "words/en/exercises/hinge.json › wall-hip-hinge › name: required field missing; add it"
    )


def test_a_record_without_words_lacks_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exercise that nobody can read about is not whole."""
    path = ("words", "en", "exercises", "hinge.json")
    words = plain(*path)
    del words["exercises"]["wall-hip-hinge"]
    edited(monkeypatch, path, json.dumps(words))
    (problem,) = problems_of_reading()
    assert (problem.item, problem.path) == ("wall-hip-hinge", "name")


def test_a_missing_words_file_is_told_record_by_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """All the records of the group lack their names."""

    def without_hinge(*path: str, data: Path) -> tuple[str, ...]:
        names = names_in(*path, data=data)
        return tuple(n for n in names if n != "hinge.json") if path[0] == "words" else names

    hinges = len(plain("exercises", "hinge.json")["exercises"])
    monkeypatch.setattr(packaged, "names_in", without_hinge)
    found = problems_of_reading()
    assert {p.path for p in found} == {"name"}
    assert len(found) == hinges


def test_what_is_no_record_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number among the records is a slip of the author."""
    path = ("exercises", "hinge.json")
    facts = plain(*path)
    facts["exercises"].append(7)
    edited(monkeypatch, path, json.dumps(facts))
    (problem,) = problems_of_reading()
    assert problem.source == "exercises/hinge.json"


def test_a_ladder_that_breaks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links between packaged records are checked when they are read."""
    path = ("exercises", "hinge.json")
    text = read_text(*path, data=DATA).replace(
        '"exercise": "staggered-stance-deadlift"', '"exercise": "nowhere"'
    )
    edited(monkeypatch, path, text)
    assert {p.message for p in problems_of_reading()} == {"there is no exercise 'nowhere'"}


@pytest.mark.parametrize(
    ("path", "old", "new", "source"),
    [
        (("evidence", "safety.json"), '"crosses_midline"', '"crosses"', "evidence/safety.json"),
        (("evidence", "safety.json"), '"safety-rules"', '"safety"', "evidence/safety.json"),
        (("evidence", "tips.json"), '"goals"', '"gaols"', "evidence/tips.json"),
        (("evidence", "studies.json"), '"authors"', '"writers"', "evidence/studies.json"),
        (("tombstones.json",), '"tombstones": []', '"tombstones": 7', "tombstones.json"),
    ],
)
def test_broken_guidance_and_evidence_are_refused(
    monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...], old: str, new: str, source: str
) -> None:
    """A caution that would never apply must not be packed, nor a source that nobody can find."""
    edited(monkeypatch, path, read_text(*path, data=DATA).replace(old, new))
    assert source in {problem.source for problem in problems_of_reading()}


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("rules", '["CLIFF19"', '["CLIFF91"', ("r4", "studies", "CLIFF91")),
        (
            "measurements",
            '"study": "kim2024"',
            '"study": "kim2042"',
            ("kim2024-01", "study", "kim2042"),
        ),
        (
            "protocols",
            '"source": "POLG19"',
            '"source": "POLG91"',
            ("polglass-2019-copenhagen", "source", "POLG91"),
        ),
        (
            "measurements",
            '"exercise": "clamshell"',
            '"exercise": "clam"',
            ("distefano2009-02", "exercise", "clam"),
        ),
        (
            "protocols",
            '"exercise": "hip-hike"',
            '"exercise": "hike"',
            ("mckay-2020-hip-strengthening", "exercise", "hike"),
        ),
    ],
)
def test_evidence_names_only_what_is_there(
    monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str, found: tuple[str, str, str]
) -> None:
    """A study, an exercise or a protocol's row that leads nowhere is told, with where it stands."""
    path = ("evidence", f"{file}.json")
    edited(monkeypatch, path, read_text(*path, data=DATA).replace(old, new))
    problems = problems_of_reading()
    assert found in {(p.item, p.path, p.value) for p in problems}
    assert {p.source for p in problems} == {f"evidence/{file}.json"}
