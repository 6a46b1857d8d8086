"""Remedies that a newcomer can follow: what each common slip is answered with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import Exercise, HipkitError, Request, build_routine, load_catalogue
from hipkit.cli import main
from hipkit.errors import nearest
from hipkit.model import DoseBand
from hipkit.testing import sample_catalogue, sample_exercise

WRONGLY: Any = hipkit
SAMPLES: Any = sample_catalogue()
"""As called by those who do not check types."""

OWN = evolve(sample_exercise(), id="own.one", aliases=())


def _given_a_slot(pick: Callable[[Any], Any]) -> None:
    routine = build_routine(20)
    hipkit.substitute(routine, pick(routine.slots[0]))


@pytest.mark.parametrize(
    ("slip", "remedy"),
    [
        (lambda: SAMPLES.with_exercises(sample_catalogue()), "with_exercises(*own)"),
        (lambda: SAMPLES.with_exercises([OWN]), "exercises[0]: expected an Exercise"),
        (lambda: SAMPLES.with_exercises({}), "hipkit.from_plain(…, hipkit.Exercise)"),
        (lambda: SAMPLES.with_exercises(3), "make one with hipkit.Exercise"),
        (lambda: hipkit.Catalogue((OWN, OWN)), "the same 'own.one' is there already"),
        (lambda: WRONGLY.Request(minutes="20"), "use 20, without quotes"),
        (lambda: WRONGLY.Request(minutes="200"), "use 5 to 120"),
        (lambda: WRONGLY.Request(equipment="mini-band,chair"), "use ['mini-band', 'chair']"),
        (lambda: WRONGLY.Request(equipment=","), "use [',']"),
        (lambda: WRONGLY.Request(goal="stretching"), "did you mean 'mobility'?"),
        (lambda: WRONGLY.Request(goal="warm-up"), "did you mean 'activation'?"),
        (
            lambda: WRONGLY.Request(equipment=["theraband"]),
            "did you mean 'mini-band' or 'long-band'?",
        ),
        (lambda: WRONGLY.from_plain({"reps": 3}, DoseBand), "did you mean 'count'?"),
        (lambda: WRONGLY.from_plain({"cues": 3}, Exercise), "did you mean 'instructions'?"),
        (lambda: WRONGLY.build_routine(20, catalogue="my.json"), "*read_catalogue(path))"),
        (lambda: WRONGLY.build_routine(3, include=["acme.x"]), "own exercises need catalogue="),
        (lambda: WRONGLY.build_routine(3, include=["foo"]), "look with load_catalogue().find(…)"),
        (lambda: WRONGLY.build_routine(3, include=["clamshel"]), "did you mean 'clamshell'?"),
        (lambda: WRONGLY.loads(b"{}", Request), "decode it first"),
        (lambda: WRONGLY.loads(None, Request), "expected a text, got None"),
        (lambda: _given_a_slot(lambda slot: slot), "use slot.exercise.id"),
        (lambda: _given_a_slot(lambda slot: slot.exercise), "use exercise.id"),
        (
            lambda: WRONGLY.load_catalogue().with_exercises(evolve(OWN, sources=("smith2020",))),
            "add it to studies in the file",
        ),
    ],
)
def test_a_slip_is_answered_with_its_remedy(slip: Callable[[], object], remedy: str) -> None:
    """Whatever else is said, the way out is."""
    with pytest.raises(HipkitError) as caught:
        slip()
    assert remedy in str(caught.value)


def test_a_far_id_is_not_suggested() -> None:
    """A piece of a word is no word."""
    with pytest.raises(hipkit.UnknownExercise) as caught:
        load_catalogue()["foo"]
    assert caught.value.suggestions == ("",)


def test_what_is_meant_is_said_only_where_it_is_a_choice() -> None:
    """A word of another list is not proposed, and a known word stands for itself."""
    assert "count" not in nearest("reps", ["sets"])
    assert nearest("steps", ["steps", "instructions"]) == "did you mean 'steps'?"


def test_a_file_in_another_encoding_is_to_be_saved_anew(tmp_path: Path) -> None:
    """Latin-1 is no UTF-8."""
    file = tmp_path / "own.json"
    file.write_bytes("é".encode("latin-1"))
    with pytest.raises(hipkit.CatalogueError, match="save it as UTF-8"):
        hipkit.read_catalogue(file)


def test_cautions_may_be_called_as_in_python(capsys: pytest.CaptureFixture[str]) -> None:
    """Both spellings of the option spare the same."""
    assert main(["--caution", "knee-pain", "--json"]) == 0
    said = capsys.readouterr().out
    assert main(["--cautions", "knee-pain", "--json"]) == 0
    assert capsys.readouterr().out == said


def test_a_new_exercise_may_have_positions_and_a_laterality(tmp_path: Path) -> None:
    """Both are written as given."""
    file = tmp_path / "own.json"
    given = ["--position", "standing,prone", "--laterality", "one-sided"]
    assert main(["new", str(file), *given]) == 0
    (exercise,) = json.loads(file.read_text(encoding="utf-8"))["exercises"]
    assert exercise["positions"] == ["standing", "prone"]
    assert exercise["laterality"] == "one-sided"
