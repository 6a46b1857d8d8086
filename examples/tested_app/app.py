"""A club's app: it answers a wish with a page, and keeps what was prescribed as a row of text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import hipkit

CLUB_EXERCISES = hipkit.Catalogue(
    [
        hipkit.from_plain(
            {
                "id": "club.fence-lean",
                "name": "Fence lean",
                "group": "abduction",
                "positions": ["standing"],
                "dose": [
                    {"goal": "strength", "level": "beginner", "sets": [1, 2], "count": [8, 12]}
                ],
            },
            hipkit.Exercise,
        )
    ]
)


def label(exercise: hipkit.Exercise) -> str:
    """Return the line for an exercise in the club's list."""
    return f"<li>{escape(exercise.name)}, {exercise.level}</li>"


def page(routine: hipkit.Routine) -> str:
    """Return a routine as a page: why not to start first, then what to do."""
    safety = [*routine.stops, *(notice.text for notice in routine.notices)]
    work = [f"{slot.sets} × {slot.exercise.name}" for slot in routine.slots]
    return f"<h1>{routine.seconds // 60} minutes</h1>{_list(safety)}{_list(work)}"


def answer(request: hipkit.Request, catalogue: hipkit.Catalogue) -> str:
    """Return the page for a wish, or one that says why there is no routine."""
    try:
        return page(hipkit.build_routine(request, catalogue=catalogue))
    except hipkit.SeekAdvice as advice:
        return f"<h1>Please ask somebody first</h1><p>{escape(advice.notice.text)}</p>"
    except hipkit.NoRoutine as refusal:
        return f"<h1>No routine</h1>{_list(str(refusal).splitlines())}"


def row(routine: hipkit.Routine) -> str:
    """Return what the club keeps of a routine: everything but the cautions."""
    return hipkit.dumps(routine)


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
