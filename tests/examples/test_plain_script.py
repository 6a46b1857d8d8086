"""The plain script: a week of pages, from nothing but hipkit."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import hipkit

SCRIPT = str(Path(__file__).parents[2] / "examples" / "plain_script.py")


def test_a_week_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine files; what is stored can be read back, and is what the pages show."""
    folder = tmp_path / "week"
    monkeypatch.setattr("sys.argv", [SCRIPT, str(folder)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(SCRIPT, run_name="__main__")
    assert ended.value.code == 0
    assert len(list(folder.iterdir())) == 9
    held: list[set[str]] = []
    for day in ("monday", "wednesday", "friday"):
        routine = hipkit.loads((folder / f"{day}.json").read_text("utf-8"), hipkit.Routine)
        page = (folder / f"{day}.html").read_text("utf-8")
        assert page == hipkit.to_html(routine, title=f"Hips on {day.capitalize()}")
        held.append({slot.exercise.id for slot in routine.slots if slot.phase == "main"})
    assert held[0] != held[1], "what was done lately counts"


def test_a_refusal_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As text, with what would help."""

    def refuse(*_: object, **_words: object) -> None:
        raise hipkit.NoRoutine(hipkit.Request())

    script = runpy.run_path(SCRIPT)
    monkeypatch.setattr(hipkit, "build_routine", refuse)
    assert script["main"](tmp_path) == 1
    assert capsys.readouterr().out.startswith("No routine answers this request.")
