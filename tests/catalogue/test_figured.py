"""Reading the records of figures: variants, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import hipkit
from hipkit.catalogue.figured import read_figures
from hipkit.catalogue.reading import Gathered

KNOWN = ("a", "b", "c", "lunge")
STAND = {"id": "a", "posture": "standing", "props": [{"kind": "mat"}], "frames": [{}]}


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Return what reads records that are written to one file, or to several."""
    (tmp_path / "figures").mkdir()

    def reading(*files: list[Any]) -> tuple[dict[str, hipkit.Figure], list[hipkit.Problem]]:
        for number, records in enumerate(files):
            document = {"kind": "figures", "format": 1, "figures": records}
            (tmp_path / "figures" / f"{number}.json").write_text(json.dumps(document))
        gathered = Gathered()
        return read_figures(gathered, KNOWN, tmp_path), gathered.problems

    return reading


def test_a_figure_is_read_by_the_id_of_its_exercise(read: Any) -> None:
    found, problems = read([STAND])
    assert not problems
    assert list(found) == ["a"]
    assert found["a"].posture is hipkit.Posture.STANDING


def test_a_variant_says_only_what_differs(read: Any) -> None:
    chair = {"kind": "chair", "at": {"forward": 30}}
    variant = {
        "id": "b",
        "like": "a",
        "frames": [{}, {"pose": {"knees": 20}}],
        "more_props": [chair],
    }
    found, problems = read([STAND], [variant, {"id": "c", "like": "b", "props": []}])
    assert not problems
    assert [prop.kind.value for prop in found["b"].props] == ["mat", "chair"]
    assert [prop.kind.value for prop in found["a"].props] == ["mat"]
    assert found["b"].posture is hipkit.Posture.STANDING
    assert len(found["b"].frames) == len(found["c"].frames) == 2
    assert found["c"].props == ()


def test_things_are_added_to_none(read: Any) -> None:
    found, problems = read([{"id": "a", "posture": "standing", "more_props": [{"kind": "mat"}]}])
    assert not problems
    assert len(found["a"].props) == 1


@pytest.mark.parametrize(
    ("records", "item", "path", "remedy"),
    [
        ([{**STAND, "id": "lung"}], "lung", "id", "did you mean 'lunge'?"),
        ([{**STAND, "id": 3}], "3", "id", "name its exercise"),
        (["standing"], "None", "id", "name its exercise"),
        ([STAND, STAND], "a", "id", "keep one"),
        ([{"id": "b", "like": "z"}], "b", "like", ""),
        ([{"id": "b", "like": 7}], "b", "like", "name another figure"),
        ([{"id": "b", "like": "b"}], "b", "like", ""),
        ([{**STAND, "posture": "hovering"}], "a", "posture", ""),
        ([{**STAND, "colour": "red"}], "a", "colour", ""),
    ],
)
def test_what_is_wrong_is_said_with_its_file_and_exercise(
    read: Any, records: list[Any], item: str, path: str, remedy: str
) -> None:
    _, problems = read(records)
    assert [(each.source, each.item, each.path) for each in problems] == [
        ("figures/0.json", item, path)
    ]
    assert remedy in problems[0].remedy


def test_figures_that_are_like_each_other_are_like_none(read: Any) -> None:
    found, problems = read(
        [{"id": "a", "like": "b"}, {"id": "b", "like": "a"}, {**STAND, "id": "c"}]
    )
    assert list(found) == ["c"]
    assert [each.item for each in problems] == ["a", "b"]


def test_a_document_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "a.json").write_text('{"kind": "exercises", "format": 1}')
    gathered = Gathered()
    assert read_figures(gathered, KNOWN, tmp_path) == {}
    assert [each.code for each in gathered.problems] == [hipkit.ProblemCode.WRONG_DOCUMENT]


def test_a_document_without_its_list_is_told_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "a.json").write_text('{"kind": "figures", "format": 1}')
    (tmp_path / "figures" / "b.json").write_text('{"kind": "figures", "format": 1, "figures": 7}')
    gathered = Gathered()
    read_figures(gathered, KNOWN, tmp_path)
    assert [(each.message, each.source, each.path) for each in gathered.problems] == [
        ("required field missing", "figures/a.json", "figures"),
        ("expected a list, got 7", "figures/b.json", "figures"),
    ]
