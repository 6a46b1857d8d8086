"""What a statement rests on: studies, rules drawn from them, and citations of either.

Facts about where each was read are kept, so that nobody takes a summary for the paper.
"""

from __future__ import annotations

from attrs import field, frozen

from ._checks import each, instance, member, optional, slug, text, truth, whole
from .vocabulary import Equipment, Goal, Grade, Group


@frozen
class Citation:
    """One source of a number or a statement, with its grade.

    *key* is the id of a `Rule` or a `Study`, or `convention`, which then needs its *reason*.
    """

    key: str = field(validator=text(1, 40))
    grade: Grade = field(validator=member(Grade))
    reason: str = field(default="", validator=text())


@frozen
class Study:
    """A publication, and how much of it was read.

    *read* is `abstract`, `table`, `text`, or `secondary` when only somebody's summary was read.
    *complete* is false where authors, title or journal could not be seen; empty fields stay empty.
    """

    id: str = field(validator=text(1, 40))
    authors: str = field(validator=text())
    title: str = field(validator=text())
    published: str = field(validator=text())
    year: int | None = field(validator=optional(whole(1900, 2100)))
    doi: str = field(validator=text())
    pubmed: str = field(validator=text())
    read: str = field(validator=text(1, 40))
    complete: bool = field(default=True, validator=truth())


@frozen
class Rule:
    """A rule that code or data follows, with the studies behind it and their grade."""

    id: str = field(validator=slug())
    statement: str = field(validator=text(1))
    grade: Grade = field(validator=member(Grade))
    studies: tuple[str, ...] = field(validator=each(text(1, 40)))
    note: str = field(default="", validator=text())


@frozen
class Tip:
    """Advice that is shown beside a routine: its text, its sources, and when it shows.

    It shows when every list that is not empty holds one of the routine's own: its goal, a group
    among its exercises, a thing among the person's equipment.
    """

    id: str = field(validator=slug())
    text: str = field(validator=text(1))
    citations: tuple[Citation, ...] = field(validator=each(instance(Citation), 1))
    goals: tuple[Goal, ...] = field(default=(), validator=each(member(Goal)))
    groups: tuple[Group, ...] = field(default=(), validator=each(member(Group)))
    equipment: tuple[Equipment, ...] = field(default=(), validator=each(member(Equipment)))
    from_article: bool = field(default=False, validator=truth())
