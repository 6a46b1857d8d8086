"""Nouns for pydantic, and so for FastAPI: read strictly, written carefully, described exactly.

Rule: pydantic is imported only here, inside calls that pydantic makes. Nothing is checked or written
otherwise than `from_plain` and `dumps` do it; problems become pydantic's errors, one each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from ..errors import InvalidValue, Problem
from ..model.plain import is_object
from . import carefully_plain, from_plain, to_plain
from .schema import Writer

_JOINT = re.compile(r"\.|(?=\[[0-9]+\])")
_INDEX = re.compile(r"\[([0-9]{1,9})\]")


def core_schema_of(cls: type) -> Any:
    """Return the pydantic-core schema of a noun's class."""
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(
        _reader(cls),
        ref=f"{cls.__module__}.{cls.__qualname__}",
        serialization=core_schema.plain_serializer_function_ser_schema(_written, info_arg=True),
    )


def json_schema_of(cls: type, handler: Any) -> dict[str, Any]:
    """Return the JSON Schema of a noun's class, its parts as definitions that *handler* keeps."""
    return _Describer(handler).content(cls)


def _reader(cls: Any) -> Callable[[Any], Any]:
    """Return what reads a *cls*; it is called like it, because pydantic names it in its errors."""

    def read(value: Any) -> Any:
        if isinstance(value, cls):
            return value
        try:
            return from_plain(value, cls)
        except InvalidValue as error:
            raise _validation_error(cls, error.problems) from None

    read.__name__ = read.__qualname__ = cls.__name__
    return read


def _written(noun: Any, info: Any) -> Any:
    """Return *noun* as plain data, without cautions unless the context asks for them."""
    context = info.context
    if is_object(context) and context.get("include_cautions") is True:
        return to_plain(noun)
    return carefully_plain(noun)


def _validation_error(cls: type, problems: tuple[Problem, ...]) -> Exception:
    """Return pydantic's error with one line for each problem."""
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

    lines: list[InitErrorDetails] = []
    for problem in problems:
        said: Any = _printable(problem.message)  # a template, and no literal one
        facts: dict[str, Any] | None = None
        if problem.remedy:
            said = said.replace("{remedy}", "{ remedy }")  # a blank in data is not to be filled
            facts = {"remedy": _printable(problem.remedy)}
        kind = PydanticCustomError(problem.code.value, said, facts)
        short = _printable(problem.value)  # never the whole body
        lines.append(InitErrorDetails(type=kind, loc=_steps(problem.path), input=short))
    return ValidationError.from_exception_data(cls.__name__, lines)


def _steps(path: str) -> tuple[int | str, ...]:
    """Return a path such as `slots[0].sets` as pydantic has it: ('slots', 0, 'sets')."""
    steps = (step for step in _JOINT.split(path) if step)
    return tuple(
        int(found[1]) if (found := _INDEX.fullmatch(step)) else _printable(step) for step in steps
    )


def _printable(text: str) -> str:
    """Return *text* with nothing that cannot be encoded or steers a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class _Describer(Writer):
    """Writes the schema of one class, and leaves the parts it names to pydantic."""

    def __init__(self, handler: Any) -> None:
        super().__init__()
        self._handler = handler

    def named(self, kind: Any) -> dict[str, Any]:
        from pydantic_core import core_schema

        # a list of definitions is how a handler is asked for a schema that it does not know yet
        described: dict[str, Any] = self._handler(core_schema.definitions_schema(_schema(kind), []))
        return described


@cache
def _schema(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind).core_schema
