"""Values into plain data and text, and back: whole, strict, with every problem at once."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import attrs

from .. import __version__
from ..errors import InvalidValue, Problem, ProblemCode, StoredFormatError, show
from ..model import Request, resolve
from ..model.plain import is_list, is_object
from ..model.reason import WITHHELD
from ..pantry import data_version
from . import versions
from .documents import Unreadable, kind_of, open_document, open_fields, parse

__all__ = ["digest_of", "dumps", "from_plain", "loads", "to_plain"]

_Noun = TypeVar("_Noun")

_WIDEST_INDENT = 16


def is_noun(cls: Any) -> bool:
    """Return whether *cls* is the class of a noun."""
    return isinstance(cls, type) and attrs.has(cls)


def not_a_noun(cls: object) -> InvalidValue:
    """Return the error of something that is given as a class of hipkit and is none."""
    message = f"{show(cls)} is not a noun of hipkit"
    return InvalidValue([Problem(ProblemCode.WRONG_TYPE, message, "give a class")])


def to_plain(noun: object) -> Any:
    """Return any noun of hipkit as plain data: dicts, lists, texts, numbers, true, false, None.

    A `Problem` is one too, for the answers of a service. Nothing is left out, cautions included; `dumps`
    is the careful way to store. Raises `InvalidValue` for what is no noun and cannot be plain data.
    """
    from .converter import strict  # cattrs waits until something is converted

    cls: Any = type(noun)
    if attrs.has(cls):
        resolve(cls)
    try:
        return strict().unstructure(noun)
    except (RecursionError, TypeError):  # nested too deep, or a set of what becomes a list
        message = f"{show(noun)} cannot be plain data"
        raise InvalidValue([Problem(ProblemCode.WRONG_TYPE, message, "give a noun")]) from None


def from_plain(plain: Any, cls: type[_Noun]) -> _Noun:
    """Return the noun of class *cls* that *plain* data stands for.

    Raises `InvalidValue` with every problem: wrong types, unknown words, missing and unknown fields.
    """
    if not is_noun(cls):
        raise not_a_noun(cls)
    from .converter import strict
    from .problems import problems_of

    try:
        noun: _Noun = strict().structure(plain, cls)
    except Exception as error:  # cattrs groups what the fields raise; anything else is re-raised
        raise InvalidValue(problems_of(error)) from None
    return noun


def _without_cautions(noun: Any) -> Any:
    if isinstance(noun, Request):
        return attrs.evolve(noun, cautions=())
    if hasattr(noun, "cautions_withheld") and noun.request.cautions:  # a routine, compact or whole
        return attrs.evolve(noun, request=_without_cautions(noun.request), cautions_withheld=True)
    return noun


def _withheld(plain: Any) -> Any:
    """Return plain data in which no reason names a caution."""
    if is_list(plain):
        return [_withheld(each) for each in plain]
    if not is_object(plain):
        return plain
    facts = plain.get("facts")
    if is_object(facts) and "caution" in facts:
        return {**plain, "facts": {**facts, "caution": WITHHELD}}
    return {key: _withheld(value) for key, value in plain.items()}


def carefully_plain(noun: object) -> Any:
    """Return *noun* as plain data in which no request, routine or reason names a caution."""
    return _withheld(to_plain(_without_cautions(noun)))


def dumps(noun: object, *, include_cautions: bool = False, indent: int | None = None) -> str:
    """Return *noun* as a JSON document that `loads` reads back.

    Cautions are health data: they are left out of requests, routines and reasons unless
    *include_cautions*; a routine so stored says `cautions_withheld`, and keeps its notices. A
    `Catalogue` becomes a document of kind `exercises`, which `read_catalogue` reads too.
    *indent* is None for one line, or a number of blanks (0 to 16). The text can always be written as
    UTF-8. Raises `StoredFormatError` for a value that is not one of hipkit's nouns, or no *indent*.
    """
    cls: Any = type(noun)
    if indent is not None and (type(indent) is not int or not 0 <= indent <= _WIDEST_INDENT):
        message = f"there is no indent of {show(indent)}"
        remedy = f"use None, or 0 to {_WIDEST_INDENT}"
        raise StoredFormatError(
            [Problem(ProblemCode.OUT_OF_RANGE, message, remedy, path="indent", value=show(indent))]
        )
    if not attrs.has(cls):
        raise StoredFormatError(
            [
                Problem(
                    ProblemCode.WRONG_TYPE,
                    f"cannot store {show(noun)}",
                    "store a Routine, a Request, an Exercise or another noun of hipkit",
                    value=show(noun),
                )
            ]
        )
    plain = to_plain(noun) if include_cautions else carefully_plain(noun)
    kind = kind_of(cls)
    if open_fields(cls):
        inside = {name: value for name, value in plain.items() if value or name == kind}
    else:
        inside = {kind: plain}
    document = {
        "kind": kind,
        "format": versions.FORMAT,
        "hipkit": __version__,
        "data": data_version(),
        **inside,
    }
    return json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)


def loads(text: str, cls: type[_Noun]) -> _Noun:
    """Return the noun of class *cls* that `dumps` stored in *text*, by this hipkit or an older one.

    `Catalogue` reads a document of kind `exercises`, as `read_catalogue` does, but looks at no link or
    source between records; `Catalogue.with_exercises` does.
    Raises `StoredFormatError` with every problem: not JSON, another kind, a newer format, too large
    or too deep, and whatever does not fit the class.
    """
    try:
        if not is_noun(cls):
            raise not_a_noun(cls)
        if type(text) is not str:
            remedy = "decode it first" if isinstance(text, bytes | bytearray) else ""
            raise Unreadable(
                [Problem(ProblemCode.WRONG_TYPE, f"expected a text, got {show(text)}", remedy)]
            )
        return from_plain(_inside(parse(text), cls), cls)
    except (Unreadable, InvalidValue) as error:
        raise StoredFormatError(error.problems) from None


def _inside(plain: Any, cls: type) -> Any:
    """Return what a document of *cls* holds besides its opening; raises `Unreadable`."""
    kind, open_ = kind_of(cls), open_fields(cls)
    document = open_document(plain, kind, needs_versions=not open_)
    held = open_ or (kind,)
    opening = ("kind", "format", "hipkit", "data", *(("$schema",) if open_ else ()))
    problems = [
        Problem(ProblemCode.UNKNOWN_FIELD, f"unknown field {show(key)}", "remove it", path=key[:80])
        for key in document
        if key not in opening and key not in held
    ]
    if kind not in document:
        problems.append(
            Problem(ProblemCode.MISSING_FIELD, "required field missing", "add it", path=kind)
        )
    if problems:
        raise Unreadable(problems)
    return {name: document[name] for name in open_ if name in document} if open_ else document[kind]


def digest_of(noun: Any) -> str:
    """Return 16 hex digits that are equal when *noun* is, cautions left out; order counts."""
    import hashlib  # loads a large library

    kept = _without_cautions(noun)
    if hasattr(kept, "cautions_withheld"):
        kept = attrs.evolve(kept, cautions_withheld=False)
    text = json.dumps(to_plain(kept), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
