"""Dose bands: one shape for every dose, usual tempos, and everything that contradicts itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from hipkit import (
    CountOf,
    DoseBand,
    Effort,
    EffortScale,
    EffortWord,
    Goal,
    InvalidValue,
    Level,
    ProblemCode,
    Span,
)
from hipkit.testing import dose_bands


def band(**changed: Any) -> DoseBand:
    """Return an ordinary band, changed."""
    words: dict[str, Any] = {
        "goal": Goal.STRENGTH,
        "level": Level.BEGINNER,
        "sets": Span(1, 3),
        "count": Span(8, 12),
        **changed,
    }
    return DoseBand(**words)


def problems(**changed: Any) -> list[tuple[ProblemCode, str]]:
    """Return code and path of every problem of an ordinary band, changed."""
    with pytest.raises(InvalidValue) as caught:
        band(**changed)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_repetitions_usually_take_two_seconds_up_and_two_down() -> None:
    """A band that states no tempo has the usual one."""
    usual = band()
    assert (usual.lift, usual.hold, usual.lower, usual.pause) == (2, 0, 2, 0)
    assert usual.count_tenths == 40


@pytest.mark.parametrize(
    ("count_of", "tenths"),
    [
        (CountOf.REPETITIONS, 40),
        (CountOf.STEPS, 15),
        (CountOf.LANDINGS, 40),
        (CountOf.BREATHS, 80),
        (CountOf.PASSES, 30),
        (CountOf.SECONDS, 10),
    ],
)
def test_each_count_has_its_usual_time(count_of: CountOf, tenths: int) -> None:
    """One step takes 1.5 s, one breath 8 s, one second one second."""
    assert band(count_of=count_of).count_tenths == tenths


def test_a_single_hold_is_one_count_with_a_span() -> None:
    """Hold 20 to 30 s once: the time counted is the middle."""
    hold = band(count=Span(1, 1), lift=0, hold=Span(20, 30), lower=0)
    assert hold.typical_hold == 25
    assert hold.count_tenths == 250


def test_ten_short_holds_are_ten_counts() -> None:
    """Ten times five seconds with a pause of five."""
    assert band(count=Span(10, 10), lift=0, hold=5, lower=0, pause=5).count_tenths == 100


def test_tenths_of_a_second_add_up() -> None:
    """0.1 + 0.2 is three tenths here."""
    assert band(lift=0.1, hold=0, lower=0.2).count_tenths == 3


CONTRADICTION, RANGE, TYPE = (
    ProblemCode.CONTRADICTION,
    ProblemCode.OUT_OF_RANGE,
    ProblemCode.WRONG_TYPE,
)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"sets": Span(0, 2)}, [(CONTRADICTION, "sets")]),
        ({"sets": Span(1, 11)}, [(CONTRADICTION, "sets")]),
        ({"count": Span(0, 2)}, [(CONTRADICTION, "count")]),
        ({"count_of": CountOf.SECONDS, "lift": 1.0}, [(CONTRADICTION, "count_of")]),
        ({"lift": 0.0, "lower": 0.0}, [(CONTRADICTION, "lift")]),
        ({"lift": 4.0, "lower": 4.1}, [(CONTRADICTION, "lower")]),
        (
            {"effort": Effort(EffortScale.RESERVE, EffortWord.VERY_HARD)},
            [(CONTRADICTION, "effort")],
        ),
        (
            {"sets": Span(0, 11), "count": Span(0, 1)},
            [(CONTRADICTION, "sets")] * 2 + [(CONTRADICTION, "count")],
        ),
        ({"hold": 61.0}, [(RANGE, "hold")]),
        ({"hold": Span(20, 61)}, [(RANGE, "hold")]),
        ({"hold": "20"}, [(TYPE, "hold")]),
        ({"lift": 2.05}, [(RANGE, "lift")]),
        ({"lift": float("nan")}, [(RANGE, "lift")]),
        ({"pause": -1}, [(RANGE, "pause")]),
        ({"rest": 45.0}, [(TYPE, "rest")]),
        ({"rest": 301}, [(RANGE, "rest")]),
        ({"set_up": True}, [(TYPE, "set_up")]),
        ({"sets": 3}, [(TYPE, "sets")]),
        ({"goal": "strength"}, [(TYPE, "goal")]),
        ({"goal": "strenght"}, [(ProblemCode.UNKNOWN_WORD, "goal")]),
        ({"sources": []}, [(TYPE, "sources")]),
        ({"sources": ("r1",)}, [(TYPE, "sources[0]")]),
    ],
)
def test_a_band_refuses_what_contradicts_itself(
    changed: dict[str, Any], expected: list[tuple[ProblemCode, str]]
) -> None:
    """Each wrong part is named, and all contradictions at once."""
    assert problems(**changed) == expected


def test_very_hard_is_for_the_advanced() -> None:
    """Below advanced at least two repetitions stay in reserve."""
    effort = Effort(EffortScale.RESERVE, EffortWord.VERY_HARD)
    assert band(level=Level.ADVANCED, effort=effort).effort.reserve == (1, 1)


def test_breaths_may_be_slow() -> None:
    """The limit of 8 s of lifting and lowering is about muscles, not about breathing."""
    assert band(count_of=CountOf.BREATHS, lift=5.0, lower=6.0).count_tenths == 110


@given(dose_bands())
def test_every_count_takes_time(drawn: DoseBand) -> None:
    """Time: no band counts anything that takes no time."""
    assert drawn.count_tenths >= 1


@given(dose_bands(levels=[Level.BEGINNER, Level.INTERMEDIATE]))
def test_reserve_is_kept(drawn: DoseBand) -> None:
    """Reserve: below advanced, a dose on the reserve scale leaves two repetitions or more."""
    assert drawn.effort.reserve is None or drawn.effort.reserve[0] >= 2
