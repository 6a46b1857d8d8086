"""The price of a second: what every choice is worth at most, and what each option loses against it.

At a price, a group is worth its best picks by gain, value - price x seconds; taking them greedily is right,
because steps never rise. The bound, price x room + all picks, is convex in the price; it is least where
its tangents from both sides meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from .narrowing import Choice, Lot, Whole

Line: TypeAlias = tuple[int, int]
"""What is worth that much at price 0, and its change with the price."""


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


class _Piece(NamedTuple):
    """Lots that are priced together, and never below *floor*.

    Below it they are worth *bound* less what their *room* costs: what the two are at the floor.
    """

    lots: tuple[Lot, ...]
    floor: int = 0
    bound: int = 0
    room: int = 0

    def tangent(self, price: int) -> Line:
        """Return the line that touches what this is worth at *price*."""
        if price < self.floor:
            return self.bound, -self.room
        value, seconds = _at(self.lots, price)
        return value + price * seconds, -seconds

    def resting(self) -> Line:
        """Return the line that it follows where no pick pays: forced families at their shortest."""
        height = slope = 0
        for lot in self.lots:
            shortest: dict[int, tuple[int, int]] = {}
            for value, seconds, _, number in lot.choices if lot.forced else ():
                if number in lot.forced:
                    shortest.setdefault(number, (value, seconds))
            height += sum(lot.steps[: len(shortest)]) + sum(v for v, _ in shortest.values())
            slope -= sum(seconds for _, seconds in shortest.values())
        return height, slope


_Bent: TypeAlias = tuple[_Piece, Line, Line]
"""A piece, and its tangents at the nearest prices tried below and above."""


def _cheapest(room: int, pieces: Iterable[_Piece]) -> tuple[int, int]:
    """Return a price at which the bound of *pieces* in *room* is least, to the last whole number, and it.

    The next price is where the tangents from both sides meet, until none lies below the bound. A piece
    that has one tangent on both sides follows it between them, because it is convex.
    """
    bent: list[_Bent] = [(piece, piece.tangent(0), piece.resting()) for piece in pieces]
    straight: Line = (0, room)
    low = _total(straight, [line for _, line, _ in bent])
    high = _total(straight, [line for _, _, line in bent])
    price, best = 0, low[0]
    if low[1] >= 0:
        return price, best
    while True:
        straight = _total(straight, [left for _, left, right in bent if left == right])
        bent = [each for each in bent if each[1] != each[2]]
        at = (low[0] - high[0]) // (high[1] - low[1])
        asked = [(piece, left, right, piece.tangent(at)) for piece, left, right in bent]
        line = _total(straight, [new for _, _, _, new in asked])
        bound = line[0] + line[1] * at
        if bound < best:
            price, best = at, bound
        if bound <= low[0] + low[1] * at:
            return price, best
        if line[1] < 0:
            low = line
            bent = [(piece, new, right) for piece, _, right, new in asked]
        else:
            high = line
            bent = [(piece, left, new) for piece, left, _, new in asked]


def _total(first: Line, others: Iterable[Line]) -> Line:
    """Return the sum of lines."""
    height, slope = first
    for other_height, other_slope in others:
        height += other_height
        slope += other_slope
    return height, slope


def prices_of(whole: Whole) -> Prices:
    """Return the prices at which the bound is least, in units of *whole*'s values."""
    pieces: list[_Piece] = []
    own: list[int] = []
    for part in whole.parts:
        alone = [_Piece((lot,)) for lot in part.lots]
        floor = 0
        if part.room < whole.room:
            floor, bound = _cheapest(part.room, alone)
            alone = [_Piece(part.lots, floor, bound, part.room)]
        own.append(floor)
        pieces += alone
    price, bound = _cheapest(whole.room, pieces)
    return Prices(price, tuple([max(price, floor) for floor in own]), bound)


def losses_in(lot: Lot, price: int, picks: Picks) -> list[tuple[int, Choice]]:
    """Return every choice of *lot* that can be taken, after what taking it loses at least.

    A family outside the picks displaces the worst free pick or becomes the next one, because steps
    never rise; where it can do neither, its choices cannot be taken.
    """
    free = [gain for number, gain in picks.families.items() if number not in lot.forced]
    places = free + [-step for step in lot.steps[len(picks.families) :]]
    entry = dict(picks.families)
    if places:
        outside = min(places)
        entry = {number: entry.get(number, outside) for _, _, _, number in lot.choices}
    return [
        (entry[choice[3]] - choice[0] + price * choice[1], choice)
        for choice in lot.choices
        if choice[3] in entry
    ]
