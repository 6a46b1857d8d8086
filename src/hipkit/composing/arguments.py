"""What `compose` is given, looked at before anything is decided.

Rule: what is not of its kind is refused, all of it at once, and an iterable is read no further than it may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, TypeGuard

from ..errors import Problem, ProblemCode, RequestError, first_of, not_a

MOST_ITEMS = 100_000
"""Exercises, tips or remarks that may be given."""


def listed(path: str, given: object) -> Sequence[Any]:
    """Return what is *given* at *path* as a tuple; raises `RequestError` for what is no list."""
    if not _is_list(given):
        raise RequestError([not_a(list, given, path)])
    found: tuple[Any, ...] = tuple(islice(given, MOST_ITEMS + 1))
    if len(found) > MOST_ITEMS:
        message = f"there are more than {MOST_ITEMS} items"
        raise RequestError([Problem(ProblemCode.TOO_LARGE, message, "give fewer", path=path)])
    return found


def _is_list(given: object) -> TypeGuard[Iterable[Any]]:
    return isinstance(given, Iterable) and not isinstance(given, str | bytes)


def refuse_strangers(*given: tuple[str, type, Iterable[object]]) -> None:
    """Refuse items that are not of the kind that each triple of path, kind and items names."""
    problems = first_of(
        not_a(kind, each, path)
        for path, kind, items in given
        for each in items
        if not isinstance(each, kind)
    )
    if problems:
        raise RequestError(problems)
