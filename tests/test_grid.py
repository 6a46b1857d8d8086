"""A thin slice of the grid: every hint that a refusal gives works, and weakens nothing."""

from __future__ import annotations

import grid
import pytest
from judging.facts import Refusal

import hipkit

SLICE = 143
"""One request in so many; it shares no factor with the sides of the grid, so all of it is touched."""


def test_a_slice_of_the_grid_ends_in_a_routine_advice_or_hints_that_work() -> None:
    """Some 400 requests spread over the grid: no rule broken, every hint followed, few refusals."""
    tasks = list(grid.every_request())[::SLICE]
    assert {words["goal"] for _, words in tasks} == {str(each) for each in hipkit.Goal}
    assert {where for where, _ in tasks} == set(grid.POSITIONS)
    assert {each for _, words in tasks for each in words["cautions"]} == {
        str(each) for each in hipkit.Caution
    }
    assert {each for _, words in tasks for each in words["equipment"]} == {
        str(each) for each in hipkit.Equipment
    }
    seen = grid.try_out(tasks)
    assert seen.violations == []
    assert 380 < sum(seen.counts.values()) < 420
    assert seen.counts["routine"] > 300
    assert seen.hints > 0
    assert grid.refused_share(seen) <= grid.MOST_REFUSED


def test_few_requests_without_a_caution_are_refused() -> None:
    """Without a caution, with no kit or a mini-band, every corner of the grid has a routine."""
    tasks = [
        (where, words)
        for where, words in grid.every_request()
        if not words["cautions"] and words["equipment"] in ([], ["mini-band"])
    ]
    seen = grid.try_out(tasks)
    assert seen.violations == []
    assert grid.refused_share(seen) <= grid.MOST_REFUSED, grid.grouped(seen.refused)


WORDS = {
    "minutes": 10,
    "goal": "strength",
    "level": "beginner",
    "equipment": [],
    "cautions": ["knee-pain"],
    "positions": ["prone"],
}


@pytest.mark.parametrize(
    ("changes", "advice", "complaint"),
    [
        ((("cautions", ""),), False, "proposes to change cautions"),
        ((("level", "advanced"),), False, "proposes to change level"),
        ((("minutes", "11"),), False, "does not work (NoRoutine)"),
        ((("positions", "floating"),), False, "does not work (RequestError)"),
        ((("drop-include", "side-plank"),), False, "does not work (ValueError)"),
        ((("positions", "standing"),), True, "advice with a hint beside it"),
    ],
)
def test_the_grid_does_complain(
    changes: tuple[tuple[str, str], ...], advice: bool, complaint: str
) -> None:
    """A check that cannot fail would be none."""
    refusal = Refusal(WORDS, advice, (changes,), "What would help: something")
    assert any(complaint in said for said in grid.wrong_hints(refusal))


def test_the_grid_is_content_with_a_good_hint() -> None:
    """A position that holds a main exercise is a hint that works."""
    assert grid.wrong_hints(Refusal(WORDS, False, ((("positions", "standing"),),), "")) == []


def test_too_many_refusals_are_seen() -> None:
    """The share counts requests without a caution only, and they are listed in groups."""
    seen = grid.Outcome(refused=[("any", {**WORDS, "cautions": []})])
    seen.free.update({"routine": 9, "NoRoutine": 1})
    assert grid.refused_share(seen) == 10
    assert grid.grouped(seen.refused) == ["     1 x strength beginner any: [10] min, no kit"]
