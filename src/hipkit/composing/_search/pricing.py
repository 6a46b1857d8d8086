"""The price of a second: what every choice is worth at most, and what each option loses against it.

At a price, a group is worth its best picks by gain, value - price x seconds; taking them greedily is right,
because steps never rise. The bound, price x room + all picks, is convex in the price; it is least where
its tangents from both sides meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from .narrowing import Lot, Part, Whole

Evaluated: TypeAlias = tuple[int, int]
"""A bound at some price, and its slope there."""


class Prices(NamedTuple):
    """The price of a second in all, each phase's own, and the bound they give."""

    whole: int
    parts: tuple[int, ...]
    bound: int

    def without_keys(self, whole: Whole) -> Prices:
        """Return these in units of worth x SCALE, with the bound that they give *whole* then."""
        price = self.whole >> whole.key_bits
        own = tuple(each >> whole.key_bits for each in self.parts)
        bound = price * whole.room
        for part, each in zip(whole.without_keys().parts, own, strict=True):
            bound += _at(part.lots, each)[0] + (each - price) * part.room
        return Prices(price, own, bound)


class Picks(NamedTuple):
    """The best picks of a lot at a price: *families* taken with their gains, forced ones first."""

    families: dict[int, int]
    value: int
    seconds: int


def picks_at(lot: Lot, price: int) -> Picks:
    """Return the best picks of *lot* at *price*."""
    gains = [
        (value - price * seconds, seconds, number) for value, seconds, _, number in lot.choices
    ]
    gains.sort(reverse=True)
    taken: dict[int, int] = {}
    value = used = 0
    if lot.forced:
        for gain, seconds, number in gains:
            if number in lot.forced and number not in taken:
                value += gain + lot.steps[len(taken)]
                used += seconds
                taken[number] = gain
    most, count = len(lot.steps), len(taken)
    for gain, seconds, number in gains:
        if count == most or gain + lot.steps[count] <= 0:
            break
        if number not in taken:
            value += gain + lot.steps[count]
            used += seconds
            taken[number] = gain
            count += 1
    return Picks(taken, value, used)


def _at(lots: Iterable[Lot], price: int) -> tuple[int, int]:
    value = seconds = 0
    for lot in lots:
        picks = picks_at(lot, price)
        value += picks.value
        seconds += picks.seconds
    return value, seconds


def _cheapest(bound_at: Callable[[int], Evaluated], resting: Evaluated) -> int:
    """Return a price at which a convex bound is least, to the last whole number, by its tangents.

    *resting* is the line that the bound never falls below, and follows where no pick is worth its
    seconds: its height at price 0, and its slope.
    """
    price = 0
    best, slope = bound_at(0)
    if slope >= 0:
        return 0
    low, low_slope = best, slope  # each tangent by its height at price 0
    high, high_slope = resting
    while True:
        at = (low - high) // (high_slope - low_slope)
        bound, slope = bound_at(at)
        if bound < best:
            price, best = at, bound
        if bound <= low + low_slope * at:
            return price
        if slope < 0:
            low, low_slope = bound - slope * at, slope
        else:
            high, high_slope = bound - slope * at, slope


def _resting(parts: Iterable[Part], room: int) -> Evaluated:
    """Return what the bound is made of when only forced families are taken, at their shortest."""
    height, slope = 0, room
    for part in parts:
        for lot in part.lots:
            shortest: dict[int, tuple[int, int]] = {}
            for value, seconds, _, number in lot.choices if lot.forced else ():
                if number in lot.forced:
                    shortest.setdefault(number, (value, seconds))
            height += sum(lot.steps[: len(shortest)]) + sum(v for v, _ in shortest.values())
            slope -= sum(seconds for _, seconds in shortest.values())
    return height, slope


def prices_of(whole: Whole) -> Prices:
    """Return the prices at which the bound is least, in units of *whole*'s values."""
    own: list[int] = []
    for part in whole.parts:
        if part.room >= whole.room:
            own.append(0)
            continue

        def part_bound(price: int, part: Part = part) -> Evaluated:
            value, seconds = _at(part.lots, price)
            return price * part.room + value, part.room - seconds

        own.append(_cheapest(part_bound, _resting([part], part.room)))
    at_floor = [
        _at(part.lots, floor)[0] + floor * part.room if floor else 0
        for part, floor in zip(whole.parts, own, strict=True)
    ]

    def whole_bound(price: int) -> Evaluated:
        bound, slope = price * whole.room, whole.room
        for part, floor, floor_bound in zip(whole.parts, own, at_floor, strict=True):
            if floor > price:
                bound += floor_bound - price * part.room
                slope -= part.room
            else:
                value, seconds = _at(part.lots, price)
                bound += value
                slope -= seconds
        return bound, slope

    price = _cheapest(whole_bound, _resting(whole.parts, whole.room))
    return Prices(price, tuple(max(price, floor) for floor in own), whole_bound(price)[0])


def losses_in(lot: Lot, price: int, picks: Picks) -> list[int | None]:
    """Return what taking each choice of *lot* loses at least, None when it cannot be taken at all.

    A family outside the picks displaces the worst free pick or becomes the next one, because steps
    never rise.
    """
    free = [gain for number, gain in picks.families.items() if number not in lot.forced]
    outside: int | None = free[-1] if free else None
    if len(picks.families) < len(lot.steps):
        following = -lot.steps[len(picks.families)]
        outside = following if outside is None else min(outside, following)
    losses: list[int | None] = []
    for value, seconds, _, number in lot.choices:
        entry = picks.families.get(number, outside)
        losses.append(None if entry is None else entry - value + price * seconds)
    return losses
