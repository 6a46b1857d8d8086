"""What a statement rests on: the citation of a rule, a study or a convention.

The studies and rules themselves are nouns of their own (`studies.py`), read when they are asked for.
"""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served
from ._checks import each, instance, member, slug, text, truth
from .vocabulary import Caution, Equipment, Goal, Grade, Group


@frozen
class Citation(Served):
    """One source of a number or a statement, with its grade.

    *key* is the id of a `Rule` or a `Study`, or `convention`, which then needs its *reason*.
    """

    key: str = field(validator=text(1, 40))
    grade: Grade = field(validator=member(Grade))
    reason: str = field(default="", validator=text())


@frozen
class Tip(Served):
    """Advice that is shown beside a routine: its text, its sources, and when it shows.

    It shows when every list that is not empty holds one of the routine's own: its goal, a group
    among its exercises, a thing among the person's equipment. It never shows with a caution of
    *not_for*.
    """

    id: str = field(validator=slug())
    text: str = field(validator=text(1))
    citations: tuple[Citation, ...] = field(validator=each(instance(Citation), 1))
    goals: tuple[Goal, ...] = field(default=(), validator=each(member(Goal)))
    groups: tuple[Group, ...] = field(default=(), validator=each(member(Group)))
    equipment: tuple[Equipment, ...] = field(default=(), validator=each(member(Equipment)))
    not_for: tuple[Caution, ...] = field(default=(), validator=each(member(Caution)))
    from_article: bool = field(default=False, validator=truth())
