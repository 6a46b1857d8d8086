"""What mutation testing said: nearly every change is noticed, and each that is not has its reason."""

from __future__ import annotations

import json
from typing import Any

import mutants
import pytest
from docs_pages.checks import mutants_page
from judging import mutants as kept
from judging.mutants import Survivor, Tally

ROOMS = sorted(kept.tallies())
LEFT = Survivor("composing.worth", "rank", "return a | b", "return b | a")


def test_every_room_was_looked_at() -> None:
    """Every room that decides."""
    assert sorted(mutants.ROOMS) == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_nearly_every_change_is_noticed(room: str) -> None:
    """At least 95 in 100; what is killed, never ends or survives adds up."""
    tally, _ = kept.tallies()[room]
    assert tally.noticed >= 0.95 * tally.mutants
    assert tally.noticed + len(tally.survivors) == tally.mutants


@pytest.mark.parametrize("room", ROOMS)
def test_every_survivor_is_explained(room: str) -> None:
    """In words."""
    for survivor in kept.tallies()[room][0].survivors:
        assert kept.explained(room, survivor), survivor


def test_what_is_kept_anew_keeps_its_reasons(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """A survivor that was explained stays so; a new one is not explained."""
    file = tmp_path / "mutants.json"
    monkeypatch.setattr(kept, "FILE", file)
    assert kept.tallies() == {}
    assert not kept.explained("dosing", LEFT)
    kept.keep("dosing", Tally(1_000, 998, 1, (LEFT,)))
    assert not kept.explained("dosing", LEFT)
    plain = json.loads(file.read_text(encoding="utf-8"))
    plain["dosing"]["survivors"][0]["why"] = "the same either way"
    file.write_text(json.dumps(plain), encoding="utf-8")
    new = LEFT._replace(after="return None")
    kept.keep("dosing", Tally(1_000, 998, 0, (LEFT, new)))
    assert kept.explained("dosing", LEFT)
    assert not kept.explained("dosing", new)
    tally, why = kept.tallies()["dosing"]
    assert (tally.percent, list(why.values())) == ("99.8", ["the same either way", ""])
    page = mutants_page()
    assert "| dosing | 1000 | 998 | 0 | 2 | 99.8 % |" in page
    assert "return a \\| b" in page
