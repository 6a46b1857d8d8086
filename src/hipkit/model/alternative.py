"""What could take the place of one item of a routine, with everything else kept."""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served, Shown
from ._checks import each, instance, whole
from .exercise import Exercise
from .reason import Reason
from .routine import LARGEST, Slot


@frozen
class Alternative(Served, Shown):
    """An exercise that could take an item's place: as a slot, and what that would do to the worth.

    *worth* is its own; *loss* how much less than the item it is worth: below 0 where it is worth more,
    as may be in a routine that was changed, varied by a seed, or made from another catalogue. *reasons*
    say how it relates to the item and what its worth is made of.
    """

    slot: Slot = field(validator=instance(Slot))
    worth: int = field(validator=whole(-LARGEST, LARGEST))
    loss: int = field(validator=whole(-LARGEST, LARGEST))
    reasons: tuple[Reason, ...] = field(validator=each(instance(Reason)))

    @property
    def exercise(self) -> Exercise:
        """The exercise of its slot."""
        return self.slot.exercise

    @property
    def seconds(self) -> int:
        """Typical seconds that it takes."""
        return self.slot.seconds

    def __str__(self) -> str:
        """Return the alternative as readable text."""
        from ..rendering import to_text

        return to_text(self)
