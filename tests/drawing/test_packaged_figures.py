"""The packaged figures: what each shows is possible, and is what the record of its exercise says."""

from __future__ import annotations

import pytest
from figures.agreeing import disagreements

import hipkit
from hipkit.catalogue.figures import load_figures
from hipkit.drawing.checking import findings

CATALOGUE = hipkit.load_catalogue()
FIGURES = load_figures()
EVERY = pytest.mark.parametrize("id", FIGURES)

LET_PASS: dict[str, dict[str, str]] = {}
"""Findings that are let pass, each with its reason, by exercise."""


def test_every_exercise_is_drawn() -> None:
    assert sorted(set(CATALOGUE.ids) - set(FIGURES)) == []


@EVERY
def test_it_is_possible_at_every_phase(id: str) -> None:
    known = LET_PASS.get(id, {})
    found = [str(each) for each in findings(FIGURES[id]) if each.what not in known]
    assert found == []


@EVERY
def test_it_is_what_the_record_says(id: str) -> None:
    known = LET_PASS.get(id, {})
    found = [said for said in disagreements(CATALOGUE[id], FIGURES[id]) if said not in known]
    assert found == []


@EVERY
def test_it_is_small(id: str) -> None:
    """In plain colours: 8 KB one frame, 11 both, 18 moving, at most."""
    kib = 1_024
    assert len(hipkit.draw(id, frame="end", paint="hex").encode()) <= 8 * kib
    assert len(hipkit.draw(id, paint="hex").encode()) <= 11 * kib
    assert len(hipkit.draw(id, animated=True, paint="hex").encode()) <= 18 * kib


def test_what_is_let_pass_is_still_found() -> None:
    """An exemption that nothing needs any more goes."""
    for id, reasons in LET_PASS.items():
        said = [each.what for each in findings(FIGURES[id])]
        said += list(disagreements(CATALOGUE[id], FIGURES[id]))
        assert set(reasons) <= set(said)
        assert all(reasons.values())
