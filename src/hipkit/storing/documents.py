"""Documents: JSON texts that say what they are before they say it.

Rule: a text is bounded in size, depth and count before it is parsed, no key may stand twice, and
every document opens with its kind, its format, and the versions of hipkit and its data.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, NoReturn

import attrs

from ..errors import Problem, ProblemCode, nearest, show
from ..model.plain import is_object
from . import versions

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


def kind_of(cls: type) -> str:
    """Return the word by which documents call a class: its name in small letters and hyphens.

    A class that says what it is `stored_as` is called so.
    """
    said: str | None = getattr(cls, "stored_as", None)
    return said or re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", cls.__name__).lower()


def open_fields(cls: type) -> tuple[str, ...]:
    """Return the fields that stand open in documents of *cls*, beside their kind; mostly none do.

    What is `stored_as` a kind of its own is also written by hand, with less to nest.
    """
    known: Any = cls
    return tuple(each.name for each in attrs.fields(known)) if hasattr(cls, "stored_as") else ()


def open_document(plain: Any, kind: str, *, needs_versions: bool = False) -> dict[str, Any]:
    """Return *plain* if it is a document of *kind* in a format that this hipkit reads, as the newest.

    Raises `Unreadable` with every problem of the opening fields.
    """
    if not is_object(plain):
        _refuse(
            ProblemCode.WRONG_DOCUMENT,
            f"expected a document of kind {kind!r}, got {show(plain)}",
            f'open it with {{"kind": "{kind}", "format": {versions.FORMAT}, ...}}',
        )
    problems = list(_format_problems(plain))
    document = plain if problems else _upgraded(plain)
    problems = [*_kind_problems(document, kind), *problems]
    if needs_versions:
        problems += [
            Problem(ProblemCode.MISSING_FIELD, "required field missing", "add it", path=name)
            for name in ("hipkit", "data")
            if type(document.get(name)) is not str
        ]
    if problems:
        raise Unreadable(problems)
    return document


def _kind_problems(document: dict[str, Any], kind: str) -> Iterator[Problem]:
    """Yield the problem of a *document* that is not of *kind*: what it is, and what reads that."""
    found = document.get("kind")
    if "kind" not in document:
        remedy = f"use {kind!r}"
        yield Problem(ProblemCode.MISSING_FIELD, "required field missing", remedy, path="kind")
    elif found != kind:
        message = f"the kind is {show(found)}, not {kind!r}"
        remedy = _what_reads(found, kind) if isinstance(found, str) else f"use {kind!r}"
        yield Problem(ProblemCode.WRONG_DOCUMENT, message, remedy, path="kind", value=show(found))


def _what_reads(found: str, kind: str) -> str:
    """Return what to do with a document of the kind *found* where *kind* was expected."""
    from ..model import noun_classes  # only a wrong kind asks for every class

    names = {kind_of(cls): cls.__name__ for cls in noun_classes()}
    names["exercises"] = "Catalogue"  # of a room above this one
    if found in names:
        return f"read it with loads(text, hipkit.{names[found]}), or use {kind!r}"
    near = nearest(found, [kind])
    if near.startswith("did you mean"):
        return near
    return f"this hipkit has no such kind: upgrade hipkit if a newer one wrote it, or use {kind!r}"


def _format_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Yield the problem of a *document* whose format this hipkit does not read."""
    number, newest = document.get("format"), versions.FORMAT
    if "format" not in document:
        remedy = f"use {newest}"
        yield Problem(ProblemCode.MISSING_FIELD, "required field missing", remedy, path="format")
    elif type(number) is not int or not 1 <= number <= newest:
        newer = type(number) is int and number > newest
        writer = document.get("hipkit")
        by = f", of hipkit {show(writer)}" if newer and type(writer) is str else ""
        yield Problem(
            ProblemCode.WRONG_DOCUMENT,
            f"the format is {show(number)}{by}, this hipkit reads up to {newest}",
            "upgrade hipkit" if newer else f"use {newest}",
            path="format",
            value=show(number),
        )


def _upgraded(document: dict[str, Any]) -> dict[str, Any]:
    """Return *document* in the newest format; what its own format never had is refused."""
    try:
        return versions.upgraded(document)
    except (LookupError, TypeError, ValueError, AttributeError):
        _refuse(
            ProblemCode.MALFORMED,
            f"this is no document of format {document['format']}",
            "look where the text came from; hipkit has not written it",
        )
