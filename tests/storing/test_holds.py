"""A hold may be a number or a span, and stays which of the two it is."""

from __future__ import annotations

from typing import Any

import pytest

from hipkit import DoseBand, Goal, Level, Span
from hipkit.storing import from_plain, to_plain


@pytest.mark.parametrize("hold", [Span(1, 1), Span(30, 30), Span(20, 30), 5, 5.0, 2.5], ids=str)
def test_a_hold_comes_back_as_it_was(hold: Any) -> None:
    """Round trip: a span of one number too."""
    band = DoseBand(
        Goal.STRENGTH, Level.BEGINNER, Span(1, 2), Span(1, 1), lift=0, hold=hold, lower=0
    )
    assert from_plain(to_plain(band), DoseBand) == band
