"""Validators: the single truth about what a value may be.

Rule: a validator looks at one value, coerces nothing, and raises `InvalidValue` with one or more
problems whose path is the field's name. Storing runs these same validators, so a JSON file and a
constructor call are refused with the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from attrs import Attribute, evolve

from ..errors import InvalidValue, Problem, ProblemCode, first_of, nearest, show, with_article
from .plain import is_tuple

Look: TypeAlias = Callable[[Any, "Attribute[Any]", Any], None]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_EXERCISE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?\Z")
_LONGEST_ID = 80
_LONGEST_TEXT = 2_000


class Check:
    """A validator together with what JSON Schema can say of it."""

    __slots__ = ("_look", "schema")

    def __init__(self, look: Look, schema: Mapping[str, Any]) -> None:
        """Keep the function that looks at a value, and its *schema* keywords."""
        self._look = look
        self.schema = schema

    def __call__(self, instance: Any, attribute: Attribute[Any], value: Any) -> None:
        """Look at *value*; raises `InvalidValue`."""
        self._look(instance, attribute, value)


def complain(
    code: ProblemCode, path: str, value: object, message: str, remedy: str = ""
) -> InvalidValue:
    """Return the error of one problem at *path*."""
    return InvalidValue([Problem(code, message, remedy, path=path, value=show(value))])


def _wrong_type(path: str, value: object, expected: str) -> InvalidValue:
    return complain(ProblemCode.WRONG_TYPE, path, value, f"expected {expected}, got {show(value)}")


def whole(at_least: int, at_most: int) -> Check:
    """Check for an integer (never a bool) from *at_least* to *at_most*."""

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not int:
            raise _wrong_type(attribute.name, value, "a whole number")
        if not at_least <= value <= at_most:
            raise complain(
                ProblemCode.OUT_OF_RANGE,
                attribute.name,
                value,
                f"{show(value)} is out of range",
                f"use {at_least} to {at_most}",
            )

    return Check(check, {"minimum": at_least, "maximum": at_most})


def _decimals(at_least: float, at_most: float, places: int, fault: str, named: str) -> Check:
    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) not in (int, float):
            raise _wrong_type(attribute.name, value, "a number")
        if not at_least <= value <= at_most:  # also refuses nan
            raise complain(
                ProblemCode.OUT_OF_RANGE,
                attribute.name,
                value,
                f"{show(value)} is out of range",
                f"use {at_least:g} to {at_most:g}",
            )
        if round(value, places) != value:
            raise complain(
                ProblemCode.OUT_OF_RANGE,
                attribute.name,
                value,
                f"{value} has more than {fault}",
                f"use {named}, such as {round(value, places)}",
            )

    return Check(check, {"minimum": at_least, "maximum": at_most})


def tenths(at_least: float, at_most: float) -> Check:
    """Check for a number of at most one decimal from *at_least* to *at_most*."""
    return _decimals(at_least, at_most, 1, "one decimal", "tenths")


def hundredths(at_least: float, at_most: float) -> Check:
    """Check for a number of at most two decimals from *at_least* to *at_most*."""
    return _decimals(at_least, at_most, 2, "two decimals", "hundredths")


def truth() -> Check:
    """Check for true or false."""

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not bool:
            raise _wrong_type(attribute.name, value, "true or false")

    return Check(check, {})


def _spellings(words: type[StrEnum]) -> list[str]:
    return [str(word) for word in words]


def member(words: type[StrEnum]) -> Check:
    """Check for a member of the closed list *words*."""

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if isinstance(value, str) and not isinstance(value, words) and value in _spellings(words):
            name = f"{words.__name__}.{words(value).name}"
            raise _wrong_type(attribute.name, value, name)
        if not isinstance(value, words):
            raise complain(
                ProblemCode.UNKNOWN_WORD,
                attribute.name,
                value,
                f"{show(value)} is not {with_article(words.__name__)}",
                nearest(value, _spellings(words)),
            )

    return Check(check, {})


def instance(kind: type) -> Check:
    """Check for an instance of *kind*."""

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            raise _wrong_type(attribute.name, value, with_article(kind.__name__))

    return Check(check, {})


def noun(name: str) -> Check:
    """Check for an instance of the noun called *name*, which is loaded when there is a value."""

    def check(owner: Any, attribute: Attribute[Any], value: Any) -> None:
        from .. import model  # a noun that few values hold is not loaded for the others

        instance(getattr(model, name))(owner, attribute, value)

    return Check(check, {})


def text(at_least: int = 0, at_most: int = _LONGEST_TEXT) -> Check:
    """Check for a string of *at_least* to *at_most* characters, without control characters."""

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not str:
            raise _wrong_type(attribute.name, value, "a text")
        if not at_least <= len(value) <= at_most:
            raise complain(
                ProblemCode.OUT_OF_RANGE,
                attribute.name,
                value,
                "is empty" if not value else f"has {len(value)} characters",
                f"use {at_least} to {at_most}",
            )
        if value and (not value.isprintable() or value != value.strip()):
            raise complain(
                ProblemCode.MALFORMED,
                attribute.name,
                value,
                "has control characters, or blanks at an end",
                "use one plain line of text",
            )

    return Check(check, {"minLength": at_least, "maxLength": at_most})


def _spelled(pattern: re.Pattern[str], example: str) -> Check:
    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not str:
            raise _wrong_type(attribute.name, value, "a text")
        if len(value) > _LONGEST_ID or not pattern.match(value):
            raise complain(
                ProblemCode.MALFORMED,
                attribute.name,
                value,
                f"{show(value)} is not a valid name here",
                f"use small letters, digits and single hyphens, such as {example!r}",
            )

    return Check(check, {"maxLength": _LONGEST_ID, "pattern": f"^{pattern.pattern[:-2]}$"})


def is_writable(text: str) -> bool:
    """Return whether UTF-8 can write *text*: half a surrogate pair it cannot."""
    return text.isascii() or not any("\ud800" <= each <= "\udfff" for each in text)


def slug() -> Check:
    """Check for small letters and digits joined by single hyphens."""
    return _spelled(_SLUG, "side-lunge")


def exercise_id() -> Check:
    """Check for an exercise id: a slug, or one's own prefix, a dot and a slug."""
    return _spelled(_EXERCISE_ID, "acme.side-lunge")


def optional(inner: Check) -> Check:
    """Check with *inner* unless the value is None."""

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if value is not None:
            inner(instance, attribute, value)

    return Check(check, inner.schema)


def each(inner: Check, at_least: int = 0, at_most: int = 100, *, repeats: bool = False) -> Check:
    """Check for a tuple whose every item passes *inner*, and stands once unless *repeats*."""

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if not is_tuple(value):
            raise _wrong_type(attribute.name, value, "a tuple (in JSON, a list)")
        if not at_least <= len(value) <= at_most:
            raise complain(
                ProblemCode.OUT_OF_RANGE,
                attribute.name,
                value,
                f"has {len(value)} items",
                f"use {at_least} to {at_most}",
            )
        problems: list[Problem] = []
        for index, item in enumerate(value):
            try:
                inner(instance, attribute, item)
            except InvalidValue as error:
                place = f"{attribute.name}[{index}]"
                problems += [
                    evolve(p, path=place + p.path[len(attribute.name) :]) for p in error.problems
                ]
        if not repeats and len(value) > 1:
            problems += first_of(_repeats(attribute.name, value))
        if problems:
            raise InvalidValue(problems)

    return Check(
        check,
        {
            "minItems": at_least,
            "maxItems": at_most,
            "uniqueItems": not repeats,
            "items": inner.schema,
        },
    )


def _repeats(path: str, values: tuple[Any, ...]) -> Iterable[Problem]:
    seen: set[Any] = set()
    for index, item in enumerate(values):
        known = len(seen)
        try:
            seen.add(item)
        except TypeError:  # what has no hash has a problem of its own
            continue
        if len(seen) == known:
            yield Problem(
                ProblemCode.DUPLICATE,
                f"{show(item)} stands twice",
                "keep one",
                path=f"{path}[{index}]",
                value=show(item),
            )
