"""What would make an impossible request possible. Only a refusal needs it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, field, frozen

from ..errors import RequestError, not_a
from ..frameworks import Served
from ._checks import each, instance, member, text, whole
from .request import Request
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

    def applied_to(self, request: Request) -> Request:
        """Return *request* with these changes made; it keeps its cautions and its level. Pure.

        Raises `RequestError` for what is no request, and with every change that has no such value.
        """
        return changed(request, self.changes)


def changed(request: Request, changes: Iterable[RequestChange]) -> Request:
    """Return *request* with *changes* made; raises `RequestError` as `Relaxation.applied_to` does."""
    if not isinstance(request, Request):
        remedy = "give refusal.request, or another Request"
        raise RequestError([not_a(Request, request, "request", remedy)])
    wish: dict[str, Any] = {
        "minutes": request.minutes,
        "goal": request.goal,
        "equipment": request.equipment,
        "positions": request.positions,
        "include": request.include,
        "exclude": request.exclude,
    }
    for change in changes:
        value = change.value
        match change.kind:
            case ChangeKind.MINUTES:
                wish["minutes"] = int(value) if value.isdecimal() else value
            case ChangeKind.EQUIPMENT:
                wish["equipment"] = (*wish["equipment"], value)
            case ChangeKind.POSITIONS:  # None allows all already
                wish["positions"] = wish["positions"] and (*wish["positions"], value)
            case ChangeKind.DROP_INCLUDE:
                wish["include"] = tuple(each for each in wish["include"] if each != value)
            case ChangeKind.DROP_EXCLUDE:
                wish["exclude"] = tuple(each for each in wish["exclude"] if each != value)
            case _:  # the goal
                wish["goal"] = value
    return evolve(request, **wish)
