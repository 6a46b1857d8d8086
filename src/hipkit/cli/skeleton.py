"""`hipkit new`: a file to write one's own exercises in, and the schema that completes words in an editor.

Rule: what is written passes `hipkit check` as it stands, says no more than must be said, and nothing
that is there is written over, but for a schema that hipkit wrote before.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import InvalidValue, Problem, ProblemCode, RequestError, show
from ..model import Exercise
from ..pantry import read_text
from ..storing import from_plain
from ..storing.versions import FORMAT

SCHEMA = "exercises.schema.json"
_TITLE = '"title": "A file of exercises for hipkit"'


def write_skeleton(path: str, words: dict[str, Any]) -> str:
    """Write a file of exercises with one of these *words* at *path*, and the schema beside it.

    Returns what was done, in sentences. Raises `RequestError` for words that do not fit, for a file that
    is there already, and for a place that cannot be written.
    """
    exercise = _exercise(words)
    file, schema = Path(path), Path(path).parent / SCHEMA
    document = {
        "$schema": f"./{SCHEMA}",
        "kind": "exercises",
        "format": FORMAT,
        "exercises": [exercise],
    }
    with_schema = _may_write(schema)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        if with_schema:
            schema.write_text(read_text("schema", SCHEMA), encoding="utf-8", newline="\n")
    except FileExistsError:
        raise _refused(path, "is there already", "choose another name, or edit it") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _refused(path, f"cannot be written: {why}", "choose another place") from None
    written = f"{file} and {schema}" if with_schema else f"{file} (the {SCHEMA} beside it was kept)"
    return (
        f"wrote {written}\n"
        f"Edit it: an editor that reads JSON schemas completes every word. Then: hipkit check {file}\n"
        f"See it in a routine: hipkit --catalogue {file} --include {exercise['id']}"
    )


def _exercise(words: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {
        **words,
        "dose": [
            {
                "goal": "strength",
                "level": "beginner",
                "sets": [1, 3],
                "count": [8, 12],
                "lift": 2,
                "lower": 2,
                "rest": 45,
            }
        ],
    }
    try:
        from_plain(plain, Exercise)
    except InvalidValue as error:
        raise RequestError(error.problems) from None
    return plain


def _may_write(schema: Path) -> bool:
    """Return whether *schema* is not there, or is one that hipkit wrote before."""
    try:
        return _TITLE in schema.read_text(encoding="utf-8")
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False


def _refused(path: str, message: str, remedy: str) -> RequestError:
    return RequestError(
        [Problem(ProblemCode.UNREADABLE, message, remedy, source=path, value=show(path))]
    )
