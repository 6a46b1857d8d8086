"""The price of a second: what every choice is worth at most, and what each option loses against it.

At a price, a group is worth its best picks by gain, value - price x seconds; taking them greedily is right,
because steps never rise. The bound, price x room + all picks, is convex in the price; it is least where
its tangents from both sides meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
        """Return these in units of worth x SCALE, with the bound that they give *whole* then."""
        price = self.whole >> whole.key_bits
        own = tuple(each >> whole.key_bits for each in self.parts)
        bound = price * whole.room
        for at, part in enumerate(whole.without_keys().parts):
            bound += _at(part.lots, own[at])[0] + (own[at] - price) * part.room
        return Prices(price, own, bound)


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
    floors = [  # each part at its own price, and what the bound is there beside the whole price
        (part, floor, _at(part.lots, floor)[0] + floor * part.room)
        for part, floor in zip(whole.parts, own, strict=True)
    ]

    def whole_bound(price: int) -> Evaluated:
        bound, slope = price * whole.room, whole.room
        for part, floor, floor_bound in floors:
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
