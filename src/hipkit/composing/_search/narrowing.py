"""The problem as it is searched: without what can never be in the best choice.

Values here carry the key of their option in their lowest bits, so that one comparison settles both.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from math import gcd
from typing import NamedTuple, TypeAlias

from .problem import SCALE, Group, Task

Choice: TypeAlias = tuple[int, int, int, int]
"""An option: value, seconds, place, and the number of its family in the group."""

_Ranked: TypeAlias = tuple[int, int, int, int]
"""The same, laid out so that it sorts: seconds, minus the value, place, number of the family."""


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


def narrowed(task: Task, *, outnumbered: bool = False) -> Whole | None:
    """Return *task* without what can never be in the best choice, or None when it is impossible.

    With *outnumbered*, options stay that fit and are not in it only because better ones are.
    """
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
            lot = _lot(group, own_room, key_bits, outnumbered=outnumbered)
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


def _lot(group: Group, room: int, key_bits: int, *, outnumbered: bool) -> Lot:
    families = group.families
    forced = frozenset([number for number, each in enumerate(families) if each.forced])
    steps = tuple([step * SCALE << key_bits for step in group.steps])
    if outnumbered:
        choices = [_choice(each) for each in _ranked(group, range(len(families)), room, key_bits)]
        return Lot(steps, tuple(choices), forced)
    free = [number for number in range(len(families)) if number not in forced]
    choices = _undominated(_ranked(group, free, room, key_bits), len(steps) - len(forced))
    for number in forced:
        choices += _undominated(_ranked(group, [number], room, key_bits), 1)
    return Lot(steps, tuple(choices), forced)


def _ranked(group: Group, numbers: Iterable[int], room: int, key_bits: int) -> list[_Ranked]:
    """Return the options of some families that fit *room*, by rising seconds, then the better first."""
    ranked = [
        (seconds, (seconds - worth * SCALE << key_bits) - key, place, number)
        for number in numbers
        for worth, seconds, key, place in group.families[number].options
        if seconds <= room
    ]
    ranked.sort()
    return ranked


def _choice(ranked: _Ranked) -> Choice:
    seconds, negative, place, number = ranked
    return -negative, seconds, place, number


def _undominated(ranked: Iterable[_Ranked], most: int) -> list[Choice]:
    """Return those of *ranked* that could be among the *most* picks of the best choice.

    One that takes no fewer seconds than better options of *most* other families, or than a better one of
    its own, never is: with it, one of those families is not taken, and taking that instead is better.
    """
    if not most:
        return []
    kept: list[Choice] = []
    best: list[tuple[int, int, int]] = []  # of each family the best so far, best first
    for each in ranked:
        this = each[1:]
        if len(best) == most and this > best[-1]:
            continue
        own = next((known for known in best if known[2] == this[2]), None)
        if own is not None:
            if own < this:
                continue
            best.remove(own)
        insort(best, this)
        del best[most:]
        kept.append(_choice(each))
    return kept
