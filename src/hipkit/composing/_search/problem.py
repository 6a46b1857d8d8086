"""The problem that the search solves, in integers, and its answer."""

from __future__ import annotations

from typing import NamedTuple

SCALE = 8192
"""Above the seconds of the longest room (7,200), so that worth always decides before seconds."""


class Option(NamedTuple):
    """One way to take a family: *place* is its unique position in the order of ties."""

    worth: int
    seconds: int
    key: int
    place: int


class Family(NamedTuple):
    """Options of which at most one is taken, exactly one if *forced*."""

    options: tuple[Option, ...]
    forced: bool = False


class Group(NamedTuple):
    """Families of which at most `len(steps)` are taken; *steps* are bonuses of worth, never rising."""

    steps: tuple[int, ...]
    families: tuple[Family, ...]


class Phase(NamedTuple):
    """Groups whose seconds fit *room* together."""

    room: int
    groups: tuple[Group, ...]


class Task(NamedTuple):
    """Phases whose seconds fit *room* together."""

    room: int
    phases: tuple[Phase, ...]


class Answer(NamedTuple):
    """The best choice, and what proves it; value, bound and prices are in units of worth x SCALE."""

    places: tuple[int, ...]
    worth: int
    seconds: int
    value: int
    bound: int
    price: int
    phase_prices: tuple[int, ...]
    options: int
    open_options: int
