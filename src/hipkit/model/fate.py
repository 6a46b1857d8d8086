"""What became of an exercise id: ids are for ever, exercises need not be."""

from __future__ import annotations

from attrs import field, frozen

from ..errors import ProblemCode
from ..frameworks import Served
from ._checks import complain, exercise_id, member, optional, text
from .vocabulary import IdFate


@frozen
class Tombstone(Served):
    """An id that was released once and is no record any more.

    *since* and *until* are data versions: the first that had it, the first that had not. *became* is
    the id that takes its place, or None, and then *reason* says why there is none.
    """

    id: str = field(validator=exercise_id())
    since: str = field(validator=text(1, 20))
    until: str = field(validator=text(1, 20))
    reason: str = field(validator=text(1, 300))
    became: str | None = field(default=None, validator=optional(exercise_id()))

    def __attrs_post_init__(self) -> None:
        """Refuse an id that became itself."""
        if self.became == self.id:
            raise complain(
                ProblemCode.LINK_LOOP,
                "became",
                self.became,
                "the id became itself",
                "name another exercise, or none",
            )


@frozen
class Fate(Served):
    """What became of *id*: it is *current*, *renamed*, *retired* (kept, not offered) or *removed*.

    *exercise* is the id to use now: the same, its new name, its replacement, or None where there is
    none. *reason* says why it was removed, where a tombstone does.
    """

    id: str = field(validator=exercise_id())
    fate: IdFate = field(validator=member(IdFate))
    exercise: str | None = field(default=None, validator=optional(exercise_id()))
    reason: str = field(default="", validator=text(0, 300))
