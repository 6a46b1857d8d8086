"""The sixty routines that two people read against the session shapes are still what they read.

When a change of data or policy changes one, read it: `python tools/golden_reading.py` shows it as a runner
sees it. Then keep it with `--write`. What the readers objected to stands beside each, with what
became of it.
"""

from __future__ import annotations

import json
from typing import Any

import golden_reading
import pytest
from judging.asking import case_of, never_said

import hipkit

KEPT: list[dict[str, Any]] = json.loads(golden_reading.FILE.read_text(encoding="utf-8"))["readings"]


def test_sixty_over_all_goals_and_levels_were_read() -> None:
    """Five of each goal and level; every caution that has a routine is among them."""
    cells = [(each["request"]["goal"], each["request"]["level"]) for each in KEPT]
    assert {cells.count(cell) for cell in cells} == {5}
    assert len(set(cells)) == 12
    spared = {caution for each in KEPT for caution in each["request"].get("cautions", [])}
    assert spared == {str(each) for each in hipkit.Caution}


@pytest.mark.parametrize("kept", KEPT, ids=range(1, 61))
def test_a_routine_is_still_what_was_read(kept: dict[str, Any]) -> None:
    """Item by item, in the same order."""
    assert golden_reading.items(kept["request"]) == kept["items"]


@pytest.mark.parametrize("kept", KEPT, ids=range(1, 61))
def test_nothing_that_was_read_is_wrong_for_ever(kept: dict[str, Any]) -> None:
    """No objection marked never, and each objection of a reader says what became of it."""
    assert never_said(case_of(hipkit.build_routine(**kept["request"]))) == []
    assert kept["read"]["verdict"] in ("good", "acceptable", "wrong")
    assert kept["read"]["objections"]
    assert kept["read"]["became"]


def test_a_changed_routine_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """The tool prints it, counts it, and keeps it when it is told to."""
    file = tmp_path / "reading.json"
    file.write_text(json.dumps({"readings": [{"request": {"minutes": 10}, "items": []}]}))
    monkeypatch.setattr(golden_reading, "FILE", file)
    assert golden_reading.main(write=True) == 1
    assert "1 of 1 routines changed" in capsys.readouterr().out
    assert golden_reading.main() == 0
