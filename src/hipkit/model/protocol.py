"""Protocols: what was done in a study or written in an article, week by week, and in whom.

Rule: a protocol is a record, not advice for anybody. A cell that its source leaves blank stays None.
"""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served
from ._checks import each, exercise_id, instance, member, optional, slug, tenths, text, whole
from .measures import Span
from .vocabulary import Goal, Grade, ProtocolSides


@frozen
class ProtocolItem(Served):
    """One row of a protocol's table.

    *printed* is the row's name in the source, in short; *weeks* the weeks it was done (1 up), *step*
    which of several in the same weeks. *sets*, *count* (repetitions, or steps), *hold*, *lift* and
    *lower* (seconds) are None where the source leaves them blank or they do not apply; *blank* names
    those that it leaves blank. *exercise* is the same movement in the catalogue, or None, and then
    *missing* says why; *difference* says in what the catalogue's exercise differs.
    """

    printed: str = field(validator=text(1, 200))
    weeks: Span = field(validator=instance(Span))
    step: int = field(default=1, validator=whole(1, 10))
    sets: Span | None = field(default=None, validator=optional(instance(Span)))
    count: Span | None = field(default=None, validator=optional(instance(Span)))
    hold: int | None = field(default=None, validator=optional(whole(1, 60)))
    lift: float | None = field(default=None, validator=optional(tenths(0, 10)))
    lower: float | None = field(default=None, validator=optional(tenths(0, 10)))
    load: str = field(default="", validator=text(0, 200))
    sides: ProtocolSides = field(default=ProtocolSides.NOT_STATED, validator=member(ProtocolSides))
    blank: tuple[str, ...] = field(default=(), validator=each(text(1, 40)))
    exercise: str | None = field(default=None, validator=optional(exercise_id()))
    missing: str = field(default="", validator=text(0, 200))
    difference: str = field(default="", validator=text(0, 300))


@frozen
class Protocol(Served):
    """A protocol as its source gives it: a record of what was done and in whom.

    *source* is the id of the study; *people* who did it (None where not stated); *weeks* and
    *sessions_a_week* where stated; *outcome* in hipkit's words; *gaps* what could not be read, or is
    blank in the source; *grade* of the design, not of the advice.
    """

    id: str = field(validator=slug())
    title: str = field(validator=text(1, 200))
    source: str = field(validator=text(1, 40))
    goal: Goal = field(validator=member(Goal))
    population: str = field(validator=text(1, 300))
    items: tuple[ProtocolItem, ...] = field(validator=each(instance(ProtocolItem), 1, repeats=True))
    grade: Grade = field(validator=member(Grade))
    people: int | None = field(default=None, validator=optional(whole(1, 100_000)))
    people_note: str = field(default="", validator=text(0, 300))
    weeks: int | None = field(default=None, validator=optional(whole(1, 104)))
    sessions_a_week: int | None = field(default=None, validator=optional(whole(1, 14)))
    progression: str = field(default="", validator=text())
    outcome: str = field(default="", validator=text())
    gaps: str = field(default="", validator=text())

    def items_of(self, week: int) -> tuple[ProtocolItem, ...]:
        """Return the rows of *week*, in the source's order."""
        return tuple(item for item in self.items if item.weeks.low <= week <= item.weeks.high)
