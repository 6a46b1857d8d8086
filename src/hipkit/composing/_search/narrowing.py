"""The problem as it is searched: without what can never be in the best choice.

Values here carry the key of their option in their lowest bits, so that one comparison settles both.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from math import gcd
from typing import NamedTuple, TypeAlias

from .problem import SCALE, Family, Group, Task

Choice: TypeAlias = tuple[int, int, int, int]
"""An option: value, seconds, place, and the number of its family in the group."""


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
                            tuple((value >> bits, a, b, c) for value, a, b, c in lot.choices),
                            lot.forced,
                        )
                        for lot in part.lots
                    ),
                )
                for part in self.parts
            ),
            0,
        )


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
                    key = max(key, option.key)
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
