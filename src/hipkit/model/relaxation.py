"""What would make an impossible request possible. Only a refusal needs it."""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served
from ._checks import each, instance, member, text, whole
from .vocabulary import Word


class ChangeKind(Word):
    """A change to a request that may make it possible; none of them weakens safety."""

    MINUTES = "minutes"
    EQUIPMENT = "equipment"
    POSITIONS = "positions"
    DROP_INCLUDE = "drop-include"
    DROP_EXCLUDE = "drop-exclude"
    GOAL = "goal"


@frozen
class RequestChange(Served):
    """One change to a request: what to change, and the new, added or dropped value."""

    kind: ChangeKind = field(validator=member(ChangeKind))
    value: str = field(validator=text(1, 80))


@frozen
class Relaxation(Served):
    """A smallest set of changes, at most three, that makes a request possible; verified."""

    changes: tuple[RequestChange, ...] = field(validator=each(instance(RequestChange), 1, 3))
    cost: int = field(validator=whole(0, 1_000_000))
