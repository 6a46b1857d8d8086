"""JSON Schema (2020-12) for any noun, derived from its fields and validators.

Rule: nothing is written by hand that the classes already say. The committed schemas under
`data/schema` are for editors and other languages; `tools/build_schema.py` writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from ..model import (
    CompactRoutine,
    Exercise,
    FocusTarget,
    Reason,
    Request,
    Routine,
    Span,
    Study,
    Tombstone,
    noun_classes,
    resolve,
)
from ..model._checks import Check
from ..model.plain import is_tuple
from ..model.request import LONGEST, SHORTEST
from ..pantry import read_text
from . import is_noun, not_a_noun, versions

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SPAN: dict[str, Any] = {
    "description": "One whole number, or [lowest, highest].",
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 600},
        {
            "type": "array",
            "prefixItems": [{"type": "integer", "minimum": 0, "maximum": 600}] * 2,
            "items": False,
            "minItems": 2,
        },
    ],
}
_REASON: dict[str, Any] = {
    "type": "object",
    "properties": {
        "code": {"type": "string"},
        "exercise": {"type": "string"},
        "facts": {
            "type": "object",
            "additionalProperties": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
        },
    },
    "required": ["code"],
    "additionalProperties": False,
}
_PLAIN: dict[Any, dict[str, Any]] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    bool: {"type": "boolean"},
}
_REQUEST: dict[str, dict[str, Any]] = {
    "minutes": {"minimum": SHORTEST, "maximum": LONGEST},
}
"""What the constructor of `Request` checks, where other classes have validators."""
_TYPES_OF_KEYWORD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("minimum", "maximum"), ("integer", "number")),
    **dict.fromkeys(("minLength", "maxLength", "pattern"), ("string",)),
    **dict.fromkeys(("minItems", "maxItems", "uniqueItems", "items"), ("array",)),
}
_SIMPLE = (str, int, float)
"""Defaults that a schema says; a noun, or what depends on other fields, it does not."""


class Writer:
    """Writes one schema and gathers the definitions it refers to."""

    def __init__(self) -> None:
        """Start without definitions."""
        self.definitions: dict[str, Any] = {}

    def of_type(self, kind: Any) -> dict[str, Any]:
        """Return the schema of any type that a field may have."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if kind == FocusTarget:
            return {"enum": [str(word) for words in get_args(kind) for word in words]}
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            return {"anyOf": [self.of_type(each) for each in get_args(kind)]}
        if kind is type(None):
            return {"type": "null"}
        if origin is tuple:
            return self._array(get_args(kind))
        return self.named(kind)

    def _array(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        if inner[1:] == (Ellipsis,):
            return {"type": "array", "items": self.of_type(inner[0])}
        items = [self.of_type(each) for each in inner]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}

    def named(self, kind: Any) -> dict[str, Any]:
        """Return a reference to what *kind* is, which is written once."""
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # so that a class may refer to itself
            self.definitions[name] = self.content(kind)
        return {"$ref": f"#/$defs/{name}"}

    def content(self, kind: Any) -> dict[str, Any]:
        """Return what *kind* itself is, its parts as references."""
        if kind is Span:
            return _SPAN
        if kind is Reason:
            return _REASON
        if issubclass(kind, StrEnum):
            return {"enum": [str(word) for word in kind]}
        return self._object(kind)

    def _object(self, kind: Any) -> dict[str, Any]:
        resolve(kind)
        properties: dict[str, Any] = {}
        required: list[str] = []
        for each in attrs.fields(kind):
            schema = self.of_type(each.type)
            if isinstance(each.validator, Check):
                _narrow(schema, each.validator.schema)
            if kind is Request:
                _narrow(schema, _REQUEST.get(each.name, {}))
            properties[each.name] = schema
            if each.default is attrs.NOTHING:
                required.append(each.name)
            elif _is_simple(each.default):
                schema["default"] = _plain_default(each.default)
        return {
            "type": "object",
            "description": _summary(kind),
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


def _is_simple(default: object) -> bool:
    if is_tuple(default):
        return all(_is_simple(each) for each in default)
    return default is None or isinstance(default, _SIMPLE)


def _plain_default(value: Any) -> Any:
    if is_tuple(value):
        return list(value)
    return str(value) if isinstance(value, StrEnum) else value


def _summary(kind: type) -> str:
    """Return what *kind* is, from its docstring, or as it was kept where `-OO` strips docstrings."""
    if kind.__doc__ is None:
        kept: dict[str, str] = json.loads(read_text("packs", "nouns.json"))
        return kept.get(kind.__name__, "")
    return " ".join(re.split(r"\n\s*\n", kind.__doc__.strip())[0].split())


def _narrow(schema: dict[str, Any], limits: Mapping[str, Any]) -> None:
    """Add *limits* to every branch of *schema* of a type that they are about."""
    for branch in schema.get("anyOf", [schema]):
        for keyword, limit in limits.items():
            if branch.get("type") not in _TYPES_OF_KEYWORD[keyword]:
                continue
            if keyword == "items":
                for inner in branch.get("prefixItems", [branch["items"]]):
                    _narrow(inner, limit)
            else:
                branch[keyword] = limit


def schema_of(cls: type) -> dict[str, Any]:
    """Return the JSON Schema of the plain data of a noun's class.

    Raises `InvalidValue` when *cls* is not one of hipkit's nouns.
    """
    if not is_noun(cls):
        raise not_a_noun(cls)
    writer = Writer()
    root = writer.of_type(cls)
    return {"$schema": DIALECT, **root, "$defs": dict(sorted(writer.definitions.items()))}


def schema_of_exercise_file() -> dict[str, Any]:
    """Return the JSON Schema of a file of one's own exercises, as `read_catalogue` reads it."""
    writer = Writer()
    records = {"exercises": Exercise, "studies": Study, "tombstones": Tombstone}
    lists = {name: {"type": "array", "items": writer.of_type(cls)} for name, cls in records.items()}
    return {
        "$schema": DIALECT,
        "title": "A file of exercises for hipkit",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "kind": {"const": "exercises"},
            "format": {"const": versions.FORMAT},
            "hipkit": {"type": "string"},
            "data": {"type": "string"},
            **lists,
            "known_sources": {
                "type": "array",
                "items": {"type": "string", "minLength": 1, "maxLength": 80},
            },
        },
        "required": ["kind", "format", "exercises"],
        "additionalProperties": False,
        "$defs": dict(sorted(writer.definitions.items())),
    }


def every_schema() -> dict[str, dict[str, Any]]:
    """Return every published schema by file name."""
    return {
        "exercises.schema.json": schema_of_exercise_file(),
        "exercise.schema.json": schema_of(Exercise),
        "request.schema.json": schema_of(Request),
        "routine.schema.json": schema_of(Routine),
        "compact-routine.schema.json": schema_of(CompactRoutine),
    }


def every_summary() -> dict[str, str]:
    """Return what each noun is, by its name; kept in `data/packs/nouns.json`."""
    return {kind.__name__: _summary(kind) for kind in noun_classes()}
