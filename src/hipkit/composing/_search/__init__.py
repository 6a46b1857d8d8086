"""An exact search for the best choice under several clocks. It knows integers, not exercises.

(docstring to come)
"""

from __future__ import annotations

from collections.abc import Sequence

from .enumerating import TooManyStatesError, best_within, open_at, opened, places_in
from .pricing import losses_in, narrowed, picks_at, prices_of
from .problem import SCALE as SCALE
from .problem import Answer as Answer
from .problem import Family as Family
from .problem import Group as Group
from .problem import Option as Option
from .problem import Phase as Phase
from .problem import Task as Task

_FIRST_STATES = 4_000

_FIRST_SECONDS = 32


def solve(task: Task) -> Answer | None:
    """Return the best choice of *task* with its proof, or None when forced families cannot fit."""
    whole = narrowed(task)
    if whole is None:
        return None
    prices = prices_of(whole)
    parts = opened(whole, prices)
    delta = max(SCALE, _FIRST_SECONDS * prices.whole)
    limit = _FIRST_STATES
    while True:
        opening = open_at(parts, delta, limit)
        try:
            best = best_within(whole, prices, parts, opening)
        except TooManyStatesError:
            delta, limit = max(1, delta // 16), limit * 2
            continue
        if best is not None:
            loss = prices.bound - (best[1] >> opening.width)
            if loss <= delta:
                break
            delta = min(4 * delta, loss)
        else:
            delta *= 4
    seconds, order = best
    value = order >> opening.width
    options = sum(len(f.options) for p in task.phases for g in p.groups for f in g.families)
    return Answer(
        places_in(order, opening),
        (value + seconds) // SCALE,
        seconds,
        value,
        prices.bound,
        prices.whole,
        prices.parts,
        options,
        len(opening.places),
    )


def option_losses(task: Task, phase_prices: Sequence[int]) -> dict[int, int]:
    """Return, by place, what taking each option would lose at least against the bound.

    Options that are never in the best choice, whatever the prices, are missing. *phase_prices* as in an `Answer`.
    """
    whole = narrowed(task)
    if whole is None:
        return {}
    losses: dict[int, int] = {}
    for part, price in zip(whole.parts, phase_prices, strict=True):
        for lot in part.lots:
            found = losses_in(lot, price, picks_at(lot, price))
            for choice, loss in zip(lot.choices, found, strict=True):
                if loss is not None:
                    losses[choice[3]] = loss
    return losses
