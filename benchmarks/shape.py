"""The shape of the problem that is solved, whoever stated it: rooms, phases, groups, families, options.

hipkit's own task has it, and so has the plain one that `benchmarks.statement` makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol


class OptionLike(Protocol):
    """One way to take a family."""

    @property
    def worth(self) -> int:
        """What it is worth."""

    @property
    def seconds(self) -> int:
        """What it takes."""

    @property
    def place(self) -> int:
        """Its number, unique in the task."""


class FamilyLike(Protocol):
    """Options of which at most one is taken, exactly one when forced."""

    @property
    def options(self) -> Sequence[OptionLike]:
        """The ways to take it."""

    @property
    def forced(self) -> bool:
        """Whether one must be taken."""


class GroupLike(Protocol):
    """Families of which at most as many are taken as there are steps."""

    @property
    def steps(self) -> Sequence[int]:
        """The bonus of the first, second … pick; they never rise."""

    @property
    def families(self) -> Sequence[FamilyLike]:
        """What to pick from."""


class PhaseLike(Protocol):
    """Groups with a room of their own."""

    @property
    def room(self) -> int:
        """Seconds that they may take together."""

    @property
    def groups(self) -> Sequence[GroupLike]:
        """The groups."""


class TaskLike(Protocol):
    """Phases with a room together."""

    @property
    def room(self) -> int:
        """Seconds that they may take together."""

    @property
    def phases(self) -> Sequence[PhaseLike]:
        """The phases."""


class Validity(NamedTuple):
    """What a routine must also be: places of the phases, and of the options that land."""

    main: int
    warm_up: int | None
    landings: frozenset[int]


class Option(NamedTuple):
    """A plain option."""

    worth: int
    seconds: int
    place: int


class Family(NamedTuple):
    """A plain family."""

    options: tuple[Option, ...]
    forced: bool = False


class Group(NamedTuple):
    """A plain group."""

    steps: tuple[int, ...]
    families: tuple[Family, ...]


class Phase(NamedTuple):
    """A plain phase."""

    room: int
    groups: tuple[Group, ...]


class Task(NamedTuple):
    """A plain task."""

    room: int
    phases: tuple[Phase, ...]


def options_of(task: TaskLike) -> Iterator[OptionLike]:
    """Yield every option of *task*."""
    for phase in task.phases:
        for group in phase.groups:
            for family in group.families:
                yield from family.options
