"""Documents: JSON texts that say what they are before they say it.

Rule: a text is bounded in size, depth and count before it is parsed, no key may stand twice, and
every document opens with its kind, its format, and the versions of hipkit and its data.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, NoReturn

from ..errors import Problem, ProblemCode, nearest, show
from ..model.plain import is_object

FORMAT = 1
"""The format of documents that this hipkit writes, and the newest it reads."""

LARGEST_TEXT = 8 * 1024 * 1024
DEEPEST = 40
MOST_PARTS = 1_000_000
"""Characters, nested brackets, and commas and brackets in all that a text may have."""

_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}
_MOST_SHOWN = 20

_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
"""A string, or all that is left where one is never closed; it never looks at a character twice."""


class Unreadable(Exception):
    """A text is no JSON document; carries problems, and never leaves this room."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep *problems*."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)


def _refuse(code: ProblemCode, message: str, remedy: str = "") -> NoReturn:
    raise Unreadable([Problem(code, message, remedy)])


def _bound(text: str) -> None:
    if len(text) > LARGEST_TEXT:
        _refuse(
            ProblemCode.TOO_LARGE,
            f"the text has {len(text)} characters",
            f"{LARGEST_TEXT} at most",
        )
    bare = _STRING.sub("", text)
    parts = sum(map(bare.count, "[]{},"))
    brackets = re.sub(r"[^\[\]{}]+", "", bare)
    deepest = max(accumulate(map(_DEEPER.__getitem__, brackets)), default=0)
    if deepest > DEEPEST:
        _refuse(ProblemCode.TOO_LARGE, f"nested {deepest} deep", f"{DEEPEST} at most")
    if parts > MOST_PARTS:
        _refuse(ProblemCode.TOO_LARGE, f"{parts} parts", f"{MOST_PARTS} at most")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        counted = Counter(key for key, _ in pairs)
        twice = sorted(show(key) for key, times in counted.items() if times > 1)
        shown = ", ".join(twice[:_MOST_SHOWN]) + (", …" if len(twice) > _MOST_SHOWN else "")
        _refuse(ProblemCode.DUPLICATE, f"the key {shown} stands twice", "keep one")
    return made


def _no_constant(word: str) -> NoReturn:
    _refuse(ProblemCode.NOT_JSON, f"{word} is not a JSON number", "use an ordinary number")


def parse(text: str) -> Any:
    """Return the plain data of a JSON *text*; raises `Unreadable` with its problem."""
    _bound(text)
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        _refuse(
            ProblemCode.NOT_JSON,
            f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}",
        )
    except (ValueError, RecursionError):  # a number of thousands of digits
        _refuse(ProblemCode.NOT_JSON, "not JSON that can be read", "use ordinary numbers")


def open_document(plain: Any, kind: str, *, needs_versions: bool = False) -> dict[str, Any]:
    """Return *plain* if it is a document of *kind* in a format that this hipkit reads.

    Raises `Unreadable` with every problem of the opening fields.
    """
    if not is_object(plain):
        _refuse(
            ProblemCode.WRONG_DOCUMENT,
            f"expected a document of kind {kind!r}, got {show(plain)}",
            f'open it with {{"kind": "{kind}", "format": {FORMAT}, ...}}',
        )
    problems: list[Problem] = []
    found = plain.get("kind")
    if found != kind:
        problems.append(
            Problem(
                ProblemCode.MISSING_FIELD if "kind" not in plain else ProblemCode.WRONG_DOCUMENT,
                "required field missing" if "kind" not in plain else f"the kind is {show(found)}",
                nearest(found, [kind]) if isinstance(found, str) else f"use {kind!r}",
                path="kind",
                value=show(found),
            )
        )
    number = plain.get("format")
    if type(number) is not int or not 1 <= number <= FORMAT:
        newer = type(number) is int and number > FORMAT
        problems.append(
            Problem(
                ProblemCode.WRONG_DOCUMENT if "format" in plain else ProblemCode.MISSING_FIELD,
                f"the format is {show(number)}, this hipkit reads up to {FORMAT}"
                if "format" in plain
                else "required field missing",
                "upgrade hipkit" if newer else f"use {FORMAT}",
                path="format",
                value=show(number),
            )
        )
    if needs_versions:
        problems += [
            Problem(ProblemCode.MISSING_FIELD, "required field missing", "add it", path=name)
            for name in ("hipkit", "data")
            if type(plain.get(name)) is not str
        ]
    if problems:
        raise Unreadable(problems)
    return plain
