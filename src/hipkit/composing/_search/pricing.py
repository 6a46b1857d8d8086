"""The price of a second: what every choice is worth at most, and what each option loses against it.

At a price, a group is worth its best picks by gain, value - price x seconds; taking them greedily is right,
because steps never rise. The bound, price x room + all picks, is convex in the price; it is least where
its tangents from both sides meet.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from math import gcd
from typing import NamedTuple, TypeAlias

from .problem import SCALE, Family, Group, Task

Choice: TypeAlias = tuple[int, int, int, int]
"""An option: value, seconds, place, and the number of its family in the group."""

Evaluated: TypeAlias = tuple[int, int]
"""A bound at some price, and its slope there."""


class Lot(NamedTuple):
    """A group as it is searched: steps in units of value, and the *forced* families."""

    steps: tuple[int, ...]
    choices: tuple[Choice, ...]
    forced: frozenset[int]


class Part(NamedTuple):
    """A phase as it is searched."""

    room: int
    lots: tuple[Lot, ...]


class Whole(NamedTuple):
    """A task as it is searched; the lowest *key_bits* of every value are the option's key."""

    room: int
    parts: tuple[Part, ...]
    key_bits: int

    def without_keys(self) -> Whole:
        """Return this in units of worth x SCALE."""
        bits = self.key_bits
        return Whole(
            self.room,
            tuple(
                Part(
                    part.room,
                    tuple(
                        Lot(
                            tuple(step >> bits for step in lot.steps),
                            tuple((value >> bits, *rest) for value, *rest in lot.choices),
                            lot.forced,
                        )
                        for lot in part.lots
                    ),
                )
                for part in self.parts
            ),
            0,
        )


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


def narrowed(task: Task) -> Whole | None:
    """Return *task* without what can never be in the best choice, or None when it is impossible."""
    step, key_bits = _measured(task)
    room = task.room - task.room % step
    parts: list[Part] = []
    least = 0
    for phase in task.phases:
        own_room = min(phase.room - phase.room % step, room)
        lots: list[Lot] = []
        needed = 0
        for group in phase.groups:
            shortest = [
                min((option.seconds for option in family.options), default=own_room + 1)
                for family in group.families
                if family.forced
            ]
            if len(shortest) > len(group.steps):
                return None
            needed += sum(shortest)
            lot = _lot(group, own_room, key_bits)
            if lot.choices and lot.steps:
                lots.append(lot)
        if needed > own_room:
            return None
        least += needed
        parts.append(Part(own_room, tuple(lots)))
    return Whole(room, tuple(parts), key_bits) if least <= room else None


def _measured(task: Task) -> tuple[int, int]:
    """Return the seconds that divide all options', and the bits that a sum of keys can have.

    No room can be filled but to a multiple of the first.
    """
    step = key = most = 0
    for phase in task.phases:
        for group in phase.groups:
            most += len(group.steps)
            for family in group.families:
                for option in family.options:
                    if step != 1:
                        step = gcd(step, option.seconds)
                    if option.key > key:
                        key = option.key
    return step or 1, (key * most).bit_length()


def _lot(group: Group, room: int, key_bits: int) -> Lot:
    forced = frozenset(number for number, each in enumerate(group.families) if each.forced)
    free = [(number, each) for number, each in enumerate(group.families) if not each.forced]
    choices = _undominated(free, len(group.steps) - len(forced), room, key_bits)
    for number in forced:
        choices += _undominated([(number, group.families[number])], 1, room, key_bits)
    return Lot(tuple(step * SCALE << key_bits for step in group.steps), tuple(choices), forced)


def _undominated(
    families: Iterable[tuple[int, Family]], most: int, room: int, key_bits: int
) -> list[Choice]:
    """Return the options that fit *room* and that could be among the *most* picks of the best choice.

    One that takes no fewer seconds than better options of *most* other families, or than a better one of
    its own, never is: with it, one of those families is not taken, and taking that instead is better.
    """
    if not most:
        return []
    ranked = [
        (seconds, (seconds - worth * SCALE << key_bits) - key, place, number)
        for number, family in families
        for worth, seconds, key, place in family.options
        if seconds <= room
    ]
    ranked.sort()
    kept: list[Choice] = []
    best: list[tuple[int, int, int]] = []  # of each family the best so far, best first
    for seconds, negative, place, number in ranked:
        this = (negative, place, number)
        if len(best) == most and this > best[-1]:
            continue
        own = next((each for each in best if each[2] == number), None)
        if own is not None:
            if own < this:
                continue
            best.remove(own)
        insort(best, this)
        del best[most:]
        kept.append((-negative, seconds, place, number))
    return kept


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
