"""The price of a second: what every choice is worth at most, and what each option loses against it.

At a price, a group is worth its best picks by gain, value - price x seconds; taking them greedily is right,
because steps never rise. The bound, price x room + all picks, is convex in the price; it is least where
its tangents from both sides meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from .narrowing import Choice, Lot, Part, Whole

Evaluated: TypeAlias = tuple[int, int]
"""A bound at some price, and its slope there."""


class Prices(NamedTuple):
    """The price of a second in all, each phase's own, and the bound they give."""

    whole: int
    parts: tuple[int, ...]
    bound: int

    def without_keys(self, whole: Whole) -> Prices:
        """Return these in units of worth x SCALE, with the bound that they give *whole* then.

        What picks earn is rounded down once, in all: the keys of a choice never add up to a whole unit.
        """
        bits = whole.key_bits
        price = self.whole >> bits
        own = tuple([each >> bits for each in self.parts])
        bound = price * whole.room << bits
        for part, each in zip(whole.parts, own, strict=True):
            bound += _at(part.lots, each << bits)[0] + ((each - price) * part.room << bits)
        return Prices(price, own, bound >> bits)


class Picks(NamedTuple):
    """The best picks of a lot at a price: *families* taken with their gains, forced ones first."""

    families: dict[int, int]
    value: int
    seconds: int


def picks_at(lot: Lot, price: int) -> Picks:
    """Return the best picks of *lot* at *price*."""
    return Picks(*_picked(lot, price))


def _picked(lot: Lot, price: int) -> tuple[dict[int, int], int, int]:
    """Return `Picks` bare: pricing asks for them some hundred times a search."""
    gains = [
        (value - price * seconds, seconds, number) for value, seconds, _, number in lot.choices
    ]
    gains.sort(reverse=True)
    taken: dict[int, int] = {}
    value = used = 0
    steps, most = lot.steps, len(lot.steps)
    if lot.forced:
        for gain, seconds, number in gains:
            if number in lot.forced and number not in taken:
                value += gain + steps[len(taken)]
                used += seconds
                taken[number] = gain
    for gain, seconds, number in gains:
        count = len(taken)
        if count == most or gain + steps[count] <= 0:
            break
        if number not in taken:
            value += gain + steps[count]
            used += seconds
            taken[number] = gain
    return taken, value, used


def _at(lots: Iterable[Lot], price: int) -> tuple[int, int]:
    """Return what all *lots* are worth at *price*, and the seconds of their picks."""
    value = seconds = 0
    for lot in lots:
        _, own, used = _picked(lot, price)
        value += own
        seconds += used
    return value, seconds


class _Seat(NamedTuple):
    """A part under a clock, the *floor* of its own price, and what its room and picks are worth there."""

    part: Part
    floor: int
    bound: int


class _Clock(NamedTuple):
    """Parts that share a room; its bound is a convex function of the price of a second."""

    room: int
    seats: tuple[_Seat, ...]

    def at(self, price: int) -> Evaluated:
        """Return the bound at *price*, and its slope."""
        bound, slope = price * self.room, self.room
        for part, floor, floor_bound in self.seats:
            if floor > price:
                bound += floor_bound - price * part.room
                slope -= part.room
            else:
                value, seconds = _at(part.lots, price)
                bound += value
                slope -= seconds
        return bound, slope

    def resting(self) -> Evaluated:
        """Return the line that the bound never falls below, and follows where no pick pays.

        Its height at price 0, and its slope: forced families are taken, at their shortest.
        """
        height, slope = 0, self.room
        for part, _, _ in self.seats:
            for lot in part.lots:
                shortest: dict[int, tuple[int, int]] = {}
                for value, seconds, _, number in lot.choices if lot.forced else ():
                    if number in lot.forced:
                        shortest.setdefault(number, (value, seconds))
                height += sum(lot.steps[: len(shortest)]) + sum(v for v, _ in shortest.values())
                slope -= sum(seconds for _, seconds in shortest.values())
        return height, slope


def _cheapest(clock: _Clock) -> tuple[int, int]:
    """Return a price at which the bound is least, to the last whole number, and the bound there.

    The next price is where the tangents from both sides meet, until none lies below the bound.
    """
    best, slope = clock.at(0)
    if slope >= 0:
        return 0, best
    price = 0
    low, low_slope = best, slope  # each tangent by its height at price 0
    high, high_slope = clock.resting()
    while True:
        at = (low - high) // (high_slope - low_slope)
        bound, slope = clock.at(at)
        if bound < best:
            price, best = at, bound
        if bound <= low + low_slope * at:
            return price, best
        if slope < 0:
            low, low_slope = bound - slope * at, slope
        else:
            high, high_slope = bound - slope * at, slope


def prices_of(whole: Whole) -> Prices:
    """Return the prices at which the bound is least, in units of *whole*'s values."""
    seats: list[_Seat] = []
    for part in whole.parts:
        free = _Seat(part, 0, 0)
        own = part.room < whole.room
        seats.append(_Seat(part, *_cheapest(_Clock(part.room, (free,)))) if own else free)
    price, bound = _cheapest(_Clock(whole.room, tuple(seats)))
    return Prices(price, tuple([max(price, floor) for _, floor, _ in seats]), bound)


def losses_in(lot: Lot, price: int, picks: Picks) -> list[tuple[int, Choice]]:
    """Return every choice of *lot* that can be taken, after what taking it loses at least.

    A family outside the picks displaces the worst free pick or becomes the next one, because steps
    never rise; where it can do neither, its choices cannot be taken.
    """
    free = [gain for number, gain in picks.families.items() if number not in lot.forced]
    places = free[-1:] + [-step for step in lot.steps[len(picks.families) :][:1]]
    entry = dict(picks.families)
    if places:
        outside = min(places)
        entry = {number: entry.get(number, outside) for _, _, _, number in lot.choices}
    return [
        (entry[choice[3]] - choice[0] + price * choice[1], choice)
        for choice in lot.choices
        if choice[3] in entry
    ]
