"""What an invariant is, and the list of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .reading import Record, World

When = Callable[[Record], bool]
Check = Callable[[Record, World], Iterable[str]]


@dataclass(frozen=True)
class Invariant:
    """A rule, the records it touches, and what it says of a record that breaks it."""

    name: str
    rule: str
    applies: When
    check: Check
    of: str = "exercises"

    def touched(self, world: World) -> list[Record]:
        """Return the records that the rule is about."""
        return [each for each in world.subjects(self.of).values() if self.applies(each)]

    def complaints(self, world: World) -> list[str]:
        """Return every violation: the record, what is wrong with it, and the rule."""
        return [
            f"{record.id}: {said or 'breaks the rule'} ({self.rule})"
            for record in self.touched(world)
            for said in self.check(record, world)
        ]


INVARIANTS: list[Invariant] = []


def always(_: Record) -> bool:
    """Touch every record."""
    return True


def must(name: str, rule: str, when: When, holds: When) -> None:
    """Register an invariant whose records simply hold it or not."""
    check: Check = lambda record, _: [] if holds(record) else [""]  # noqa: E731
    INVARIANTS.append(Invariant(name, rule, when, check))


def invariant(
    name: str, rule: str, when: When = always, of: str = "exercises"
) -> Callable[[Check], Check]:
    """Register the decorated check, which yields what is wrong with a record."""

    def register(check: Check) -> Check:
        INVARIANTS.append(Invariant(name, rule, when, check, of))
        return check

    return register
