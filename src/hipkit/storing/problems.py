"""What the converter raises, as problems: each with the path of the field that it is about.

Rule: no problem is lost on the way up, and nothing is raised again as something else.
"""

from __future__ import annotations

from typing import Any

import attrs
import cattrs

from ..errors import (
    CatalogueError,
    InvalidValue,
    Problem,
    ProblemCode,
    RequestError,
    first_of,
    nearest,
    show,
)


def unfit(value: Any, expected: str, remedy: str) -> InvalidValue:
    """Return the error of a *value* that is not what was *expected*."""
    message = f"expected {expected}, got {show(value)}"
    return InvalidValue([Problem(ProblemCode.WRONG_TYPE, message, remedy, value=show(value))])


def problems_of(error: BaseException) -> list[Problem]:
    """Return every problem that *error*, raised while structuring, stands for."""
    match error:
        case cattrs.ClassValidationError():
            found: list[Problem] = []
            noted, bare = error.group_exceptions()
            for inner, note in noted:
                found += [p.at(path=note.name) for p in problems_of(inner)]
            for inner in bare:
                found += problems_of(inner)
            return found
        case cattrs.ForbiddenExtraKeysError():
            fields = [each.name for each in attrs.fields(error.cl)]
            return first_of(
                Problem(
                    ProblemCode.UNKNOWN_FIELD,
                    f"unknown field {show(key)}",
                    nearest(key, fields),
                    path=key[:80] if isinstance(key, str) else show(key),
                    value=show(key),
                )
                for key in sorted(error.extra_fields, key=show)
            )
        case KeyError():
            return [Problem(ProblemCode.MISSING_FIELD, "required field missing", "add it")]
        case InvalidValue() | RequestError() | CatalogueError():
            return list(error.problems)
        case _:  # pragma: no cover  # the hooks raise nothing else
            raise error
