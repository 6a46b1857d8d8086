"""`hipkit draw`: figures as SVG, to the terminal, a file, or a file each in a folder.

Rule: a file that is written is whole: its text is made before it is opened. What is there is written
over, for a figure can be drawn again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .. import draw
from ..errors import Problem, ProblemCode, RequestError, show
from ..model import Exercise

_REMEDY = "choose another place"


def draw_one(exercise: Exercise, file: str | None, look: dict[str, Any]) -> str:
    """Return the figure of *exercise*, or what was written to *file*."""
    text = draw(exercise, **look)
    if file is None:
        return text.rstrip("\n")
    _write(Path(file), text)
    return f"wrote {file}"


def draw_all(exercises: Iterable[Exercise], folder: str, look: dict[str, Any]) -> str:
    """Write the figure of each of *exercises* to a file of its own in *folder*; return what was done."""
    below = Path(folder)
    try:
        below.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _refused(folder, error) from None
    count = 0
    for exercise in exercises:
        _write(below / f"{exercise.id}.svg", draw(exercise, **look))
        count += 1
    return f"wrote {count} figures to {folder}"


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        raise _refused(str(file), error) from None


def _refused(path: str, error: Exception) -> RequestError:
    why = getattr(error, "strerror", None) or str(error)
    problem = Problem(
        ProblemCode.UNREADABLE, f"cannot be written: {why}", _REMEDY, source=path, value=show(path)
    )
    return RequestError([problem])
