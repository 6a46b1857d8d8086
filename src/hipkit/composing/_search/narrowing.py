"""The problem as it is searched: without what can never be in the best choice.

Values here carry the key of their option in their lowest bits, so that one comparison settles both.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
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


def narrowed(task: Task) -> Whole | None:
    """Return *task* without what can never be in the best choice, or None when it is impossible."""
    step, key_bits = _measured(task)
    return _read(task, step, key_bits, _lot)


def fitting(task: Task) -> Whole | None:
    """Return *task* with every option that fits, without keys, or None when it is impossible."""
    step, _ = _measured(task)
    return _read(task, step, 0, _whole_lot)


def _read(
    task: Task, step: int, key_bits: int, lot_of: Callable[[Group, int, int], Lot]
) -> Whole | None:
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
            lot = lot_of(group, own_room, key_bits)
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
    groups = [group for phase in task.phases for group in phase.groups]
    options = [
        (seconds, key)
        for group in groups
        for family in group.families
        for _, seconds, key, _ in family.options
    ]
    most = sum([len(group.steps) for group in groups])
    key = max([key for _, key in options], default=0)
    return gcd(*[seconds for seconds, _ in options]) or 1, (key * most).bit_length()


def _begun(group: Group, key_bits: int) -> tuple[tuple[int, ...], frozenset[int]]:
    """Return the steps of *group* in units of value, and the numbers of its forced families."""
    steps = tuple([step * SCALE << key_bits for step in group.steps])
    return steps, frozenset([n for n, each in enumerate(group.families) if each.forced])


def _whole_lot(group: Group, room: int, key_bits: int) -> Lot:
    steps, forced = _begun(group, key_bits)
    choices = [
        (worth * SCALE - seconds << key_bits, seconds, place, number)
        for number, family in enumerate(group.families)
        for worth, seconds, _, place in family.options
        if seconds <= room
    ]
    return Lot(steps, tuple(choices), forced)


def _lot(group: Group, room: int, key_bits: int) -> Lot:
    steps, forced = _begun(group, key_bits)
    free = [number for number in range(len(group.families)) if number not in forced]
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


def _undominated(ranked: Iterable[_Ranked], most: int) -> list[Choice]:
    """Return those of *ranked* that could be among the *most* picks of the best choice.

    One that takes no fewer seconds than better options of *most* other families, or than a better one of
    its own, never is: with it, one of those families is not taken, and taking that instead is better.
    """
    if not most:
        return []
    kept: list[Choice] = []
    best: list[tuple[int, int, int]] = []  # of each family the best so far, best first
    last: tuple[int, int, int] | None = None  # the last of *most*, which others must outdo
    for seconds, negative, place, number in ranked:
        this = (negative, place, number)
        if last is not None and this > last:
            continue
        own = None
        for known in best:
            if known[2] == number:
                own = known
        if own is not None:
            if own < this:
                continue
            best.remove(own)
        insort(best, this)
        if len(best) >= most:
            del best[most:]
            last = best[-1]
        kept.append((-negative, seconds, place, number))
    return kept
