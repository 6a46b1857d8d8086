"""What the value of a field must pass: its validator, or what its type says where a class has none.

Rule: nothing is coerced, also where a class leaves its fields unchecked, for speed or for simplicity.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import EnumType
from typing import Any

import attrs
import cattrs

from ..errors import InvalidValue
from ..model import Request
from ..model._checks import Check, member
from .problems import unfit


def _exactly(kind: type, named: str) -> Check:
    """Check for a value of *kind* and of no other class."""

    def look(_: Any, __: Any, value: Any) -> None:
        if type(value) is not kind:
            raise unfit(value, named, "")

    return Check(look, {})


_BY_TYPE: dict[Any, Check] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
}
"""What a plain field must pass whose class has no validator for it."""


def _is_word_list(kind: Any) -> bool:
    return isinstance(kind, EnumType)


def check_of(kind: Any, attribute: Any) -> Any:
    """Return what a value of a field must pass: its validator, else what its type says, or None."""
    if attribute.validator is not None or kind is Request:  # a request checks itself, in its words
        return attribute.validator
    if _is_word_list(attribute.type):
        return member(attribute.type)
    return _BY_TYPE.get(attribute.type)


def checked(converter: cattrs.Converter, attribute: Any, check: Any) -> Callable[[Any, Any], Any]:
    """Return the hook of one field: what was read must pass *check*, if there is one."""
    structure = converter.get_structure_hook(attribute.type)

    def hook(value: Any, _: Any) -> Any:
        read = structure(value, attribute.type)
        if check is not None:
            try:
                check(None, attribute, read)
            except InvalidValue as error:  # the path starts with the field, cattrs notes it
                cut = len(attribute.name)
                raise InvalidValue(
                    attrs.evolve(p, path=p.path[cut:]) for p in error.problems
                ) from None
        return read

    return hook
