"""An exact search for the best choice under several clocks. It knows integers, not exercises.

(docstring to come)
"""

from __future__ import annotations

from collections.abc import Sequence

from .enumerating import (
    Open,
    Opened,
    State,
    TooManyStatesError,
    best_within,
    losses_of,
    open_at,
    opened,
    places_in,
)
from .pricing import Prices, Whole, narrowed, prices_of
from .problem import SCALE as SCALE
from .problem import Answer as Answer
from .problem import Family as Family
from .problem import Group as Group
from .problem import Option as Option
from .problem import Phase as Phase
from .problem import Task as Task

_FIRST_STATES = 4_000
"""States in a front, from which a round is given up; twice as many in the next."""

_FIRST_SECONDS = 32
"""The first round looks at choices that lose at most so many seconds' price."""

_FIRST_OPTIONS = 48
"""The most options that the first round opens."""


def solve(task: Task) -> Answer | None:
    """Return the best choice of *task* with its proof, or None when forced families cannot fit."""
    whole = narrowed(task)
    if whole is None:
        return None
    prices = prices_of(whole)
    parts = opened(whole, prices)
    opening, (seconds, order) = _best(whole, prices, parts)
    value = order >> opening.width + whole.key_bits
    certified = prices.without_keys(whole)
    options = sum(len(f.options) for p in task.phases for g in p.groups for f in g.families)
    return Answer(
        places_in(order, opening),
        (value + seconds) // SCALE,
        seconds,
        value,
        certified.bound,
        certified.whole,
        certified.parts,
        options,
        len(opening.places),
    )


def _best(whole: Whole, prices: Prices, parts: list[list[Opened]]) -> tuple[Open, State]:
    """Return the best choice, and what was open when it was found."""
    losses = sorted(loss for _, loss in losses_of(parts))
    delta = _FIRST_SECONDS * max(prices.whole, SCALE << whole.key_bits)
    if len(losses) > _FIRST_OPTIONS:
        delta = min(delta, losses[_FIRST_OPTIONS])
    limit = _FIRST_STATES
    while True:
        opening = open_at(parts, delta, limit)
        try:
            best = best_within(whole, prices, parts, opening)
        except TooManyStatesError:
            delta, limit = delta // 16, limit * 2
            continue
        if best is None:
            delta = 4 * delta + 1
            continue
        loss = prices.bound - (best[1] >> opening.width)
        if loss <= delta:
            return opening, best
        delta = min(4 * delta + 1, loss)


def option_losses(task: Task, phase_prices: Sequence[int]) -> dict[int, int]:
    """Return, by place, what taking each option would lose at least against the bound.

    Options that are in no best choice, whatever the prices, are missing. *phase_prices* as in an `Answer`.
    """
    whole = narrowed(task)
    if whole is None:
        return {}
    plain = whole.without_keys()
    return dict(losses_of(opened(plain, Prices(0, tuple(phase_prices), 0))))
