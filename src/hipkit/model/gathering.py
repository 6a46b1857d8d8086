"""Reading words from outside into enum members, with every problem at once.

Rule: a bare text is never read as a list, and nothing is coerced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeGuard

from ..errors import MOST_PROBLEMS, Problem, ProblemCode, nearest, show

_LONGEST_LIST = 2_000
_LONGEST_ID = 80


_DIGITS = re.compile("[0-9]{1,18}")


def _as_list(text: str) -> str:
    """Return a remedy that writes *text*, words with commas perhaps, as a list."""
    words = [word.strip() for word in text[:_LONGEST_ID].split(",")]
    return f"use {show([word for word in words if word] or [text])}"


def _is_collection(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


class Gatherer:
    """Reads one field after another and keeps every problem."""

    def __init__(self) -> None:
        """Begin without problems."""
        self.problems: list[Problem] = []

    def complain(
        self, code: ProblemCode, path: str, value: object, message: str, remedy: str
    ) -> None:
        """Keep one problem."""
        self.problems.append(Problem(code, message, remedy, path=path, value=show(value)))

    def word(self, path: str, value: object, lists: tuple[type[StrEnum], ...]) -> Any:
        """Return the member of *lists* that *value* names, or None."""
        if isinstance(value, str):
            for words in lists:
                if value in words.__members__.values():
                    return words(value)
        known = [str(word) for words in lists for word in words]
        self.complain(
            ProblemCode.UNKNOWN_WORD if isinstance(value, str) else ProblemCode.WRONG_TYPE,
            path,
            value,
            f"{show(value)} is not a word for {path.partition('[')[0]}",
            nearest(value, known),
        )
        return None

    def items(self, path: str, value: object) -> Iterator[object]:
        """Yield the items of a list, never the letters of a text, until there are problems enough."""
        if not _is_collection(value):
            remedy = _as_list(value) if type(value) is str else "use a list of words"
            message = f"expected a list, got {show(value)}"
            self.complain(ProblemCode.WRONG_TYPE, path, value, message, remedy)
            return
        for count, item in enumerate(value):
            if count == _LONGEST_LIST:
                self.complain(
                    ProblemCode.TOO_LARGE,
                    path,
                    _LONGEST_LIST,
                    f"more than {_LONGEST_LIST} items",
                    "ask for less",
                )
            if count == _LONGEST_LIST or len(self.problems) > MOST_PROBLEMS:
                return
            yield item

    def words(self, path: str, value: object, *lists: type[StrEnum]) -> tuple[Any, ...]:
        """Return the members that a list names, sorted, each once."""
        read = [
            self.word(f"{path}[{index}]", item, lists)
            for index, item in enumerate(self.items(path, value))
        ]
        return tuple(sorted({word for word in read if word is not None}, key=str))

    def ids(self, path: str, value: object) -> tuple[str, ...]:
        """Return the exercise ids of a list, sorted, each once."""
        kept: set[str] = set()
        for index, item in enumerate(self.items(path, value)):
            if type(item) is str and 0 < len(item) <= _LONGEST_ID and item.isprintable():
                kept.add(item)
            else:
                self.complain(
                    ProblemCode.WRONG_TYPE,
                    f"{path}[{index}]",
                    item,
                    f"expected an exercise id, got {show(item)}",
                    "use ids such as 'clamshell'",
                )
        return tuple(sorted(kept))

    def whole(self, path: str, value: object, low: int, high: int, unit: str) -> int:
        """Return a whole number from *low* to *high*, or *low* when it is not one."""
        if type(value) is not int:
            remedy = f"use {low} to {high}" if high < 1000 else "use a whole number"
            if type(value) is str and _DIGITS.fullmatch(value) and low <= int(value) <= high:
                remedy = f"use {int(value)}, without quotes"
            self.complain(
                ProblemCode.WRONG_TYPE,
                path,
                value,
                f"expected a whole number{' of' * bool(unit)}{unit}, got {show(value)}",
                remedy,
            )
        elif not low <= value <= high:
            self.complain(
                ProblemCode.OUT_OF_RANGE,
                path,
                value,
                f"{show(value)}{unit} is out of range",
                f"use {low} to {high}",
            )
        else:
            return value
        return low
