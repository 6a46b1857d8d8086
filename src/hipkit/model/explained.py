"""What `hipkit.explain` answers: every exercise accounted for, or one exercise in particular."""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served, Shown
from ._checks import each, instance, optional, text, truth, whole
from .reason import Reason
from .routine import LARGEST, Explanation


@frozen
class Verdict(Served):
    """Why one exercise is not in the routine: one reason, or all that make it not eligible."""

    exercise: str = field(validator=text(1, 80))
    reasons: tuple[Reason, ...] = field(validator=each(instance(Reason), 1))


@frozen
class ItemLoss(Served):
    """The worth that the best routine without one item would lose, None if there were no routine."""

    exercise: str = field(validator=text(1, 80))
    loss: int | None = field(validator=optional(whole(0, LARGEST)))


@frozen
class FullExplanation(Served, Shown):
    """Chosen items with their losses, and a verdict on every other exercise of the catalogue."""

    explanation: Explanation = field(validator=instance(Explanation))
    without: tuple[ItemLoss, ...] = field(validator=each(instance(ItemLoss)))
    left_out: tuple[Verdict, ...] = field(validator=each(instance(Verdict), 0, 1_000_000))

    def __str__(self) -> str:
        """Return the explanation as readable text."""
        from ..rendering import to_text

        return to_text(self)


@frozen
class WhyNot(Served, Shown):
    """Why one exercise is, or is not, in the routine.

    *loss_if_included* is the worth that including it would cost (None when that is impossible),
    *least_minutes* the fewest minutes from now up at which it comes in by itself (None if never).
    """

    exercise: str = field(validator=text(1, 80))
    chosen: bool = field(validator=truth())
    reasons: tuple[Reason, ...] = field(validator=each(instance(Reason)))
    loss_if_included: int | None = field(validator=optional(whole(0, LARGEST)))
    least_minutes: int | None = field(validator=optional(whole(5, 120)))

    def __str__(self) -> str:
        """Return the answer as readable text."""
        from ..rendering import to_text

        return to_text(self)
