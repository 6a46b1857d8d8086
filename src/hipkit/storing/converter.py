"""The one strict converter: plain data into nouns and back.

Rule: nothing is coerced, dropped or guessed. Hooks only change the container (a list into a tuple, a
word into its enum member); whether a value is right is decided by the classes' own validators, run
field by field so that every problem is found and carries its path. Only this room imports cattrs.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ..errors import (
    MOST_PROBLEMS,
    InvalidValue,
    Problem,
    ProblemCode,
    RequestError,
    show,
    with_article,
)
from ..model import FocusTarget, OrderedWord, Reason, ReasonCode, Request, Span, Word, resolve
from ..model.plain import is_list, is_object
from .checking import check_of, checked
from .problems import problems_of, unfit

Hook = Callable[[Any, Any], Any]

_WORDS = (Word, OrderedWord, ProblemCode)


def _as_it_is(value: Any, _: Any) -> Any:
    return value


@cache
def _members(words: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in words}


def _structure_word(value: Any, words: Any) -> Any:
    return _members(words).get(value, value) if type(value) is str else value


def _is_hold(kind: Any) -> bool:
    return bool(kind == float | Span)


def _is_focus(kind: Any) -> bool:
    return bool(kind == FocusTarget)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _list_hook(converter: cattrs.Converter, kind: Any) -> Hook:
    inner = get_args(kind)[0]
    structure = converter.get_structure_hook(inner)

    def hook(value: Any, _: Any) -> Any:
        if not is_list(value):
            raise _not_a_list(value)
        read: list[Any] = []
        problems: list[Problem] = []
        for index, item in enumerate(value):
            try:
                read.append(structure(item, inner))
            except Exception as error:  # every item is read before anything is raised
                problems += [p.at(path=f"[{index}]") for p in problems_of(error)]
                if len(problems) > MOST_PROBLEMS:
                    break
        if problems:
            raise InvalidValue(problems)
        return tuple(read)

    return hook


def _not_a_list(value: Any) -> InvalidValue:  # or a text would be read letter by letter
    return unfit(value, "a list", f"use [{show(value)}]" if isinstance(value, str) else "")


def _class_hook(converter: cattrs.Converter, kind: Any) -> Hook:
    """Return the hook of one class: one quick pass, and on any failure a slow one that finds all."""
    resolve(kind)
    quick = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=False
    )

    def hook(value: Any, _: Any) -> Any:
        if not is_object(value):
            raise unfit(value, f"the fields of {with_article(kind.__name__)}", "use an object")
        try:
            return quick(value, kind)
        except Exception:  # whatever it was, the thorough pass says it better
            thorough = _thorough_hook(converter, kind)
            return _request(value, thorough) if kind is Request else thorough(value, kind)

    return hook


def _request(words: dict[str, Any], thorough: Hook) -> Any:
    """Raise what is wrong with the *words* of a request, whose constructor checks them all itself."""
    found: list[Problem] = []
    try:
        Request.from_words(words)
    except RequestError as error:
        found += error.problems
    said = {_field_of(problem) for problem in found}
    try:
        thorough(words, Request)
    except Exception as error:  # also a container that plain data does not have
        found += [each for each in problems_of(error) if _field_of(each) not in said]
    raise InvalidValue(found)


def _field_of(problem: Problem) -> str:
    return problem.path.partition("[")[0]


@cache
def _thorough_hook(converter: cattrs.Converter, kind: Any) -> Hook:
    """Return a hook that checks each field on its own, so that every problem is found."""
    hooks: Any = {
        each.name: override(struct_hook=checked(converter, each, check_of(kind, each)))
        for each in attrs.fields(kind)
    }
    return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **hooks)


def _structure_span(value: Any, _: Any) -> Any:
    if type(value) is int:
        return Span(value, value)
    if is_list(value) and len(value) == 2:
        return Span(value[0], value[1])
    raise unfit(value, "a number or a span", "use 15 or [15, 20]")


def _structure_hold(value: Any, _: Any) -> Any:
    return _structure_span(value, None) if type(value) is list else value


def _structure_reason(value: Any, _: Any) -> Any:
    facts = value.get("facts", {}) if is_object(value) else None
    if not is_object(facts) or not set(value) <= {"code", "exercise", "facts"}:
        raise unfit(value, "a reason", "use code, exercise and facts")
    code = _structure_word(value.get("code"), ReasonCode)
    return Reason(code, value.get("exercise", ""), tuple(facts.items()))


_LEFT_OUT = ("figure",)
"""Fields that few values have, and that plain data has only then."""


def _plain_class_hook(converter: cattrs.Converter, kind: Any) -> Callable[[Any], dict[str, Any]]:
    resolve(kind)
    hooks: Any = {
        each.name: override(omit_if_default=True)
        for each in attrs.fields(kind)
        if each.name in _LEFT_OUT
    }
    return make_dict_unstructure_fn(kind, converter, **hooks)


def _plain_span(span: Span) -> int | list[int]:
    return span.low if span.low == span.high else [span.low, span.high]


def _plain_reason(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code.value,
        "exercise": reason.exercise,
        "facts": dict(reason.facts),
    }


def _plain_number(value: float) -> int | float:
    return value if isinstance(value, float) and not value.is_integer() else int(value)


def _plain_hold(value: float | Span) -> Any:
    return [value.low, value.high] if isinstance(value, Span) else _plain_number(value)


def _plain_list_hook(converter: cattrs.Converter, _: Any) -> Callable[[Any], list[Any]]:
    def hook(values: Any) -> list[Any]:
        return [converter.unstructure(value) for value in values]

    return hook


@cache
def strict() -> cattrs.Converter:
    """Return the strict converter, made once; it is never changed afterwards."""
    converter = cattrs.Converter(detailed_validation=True)
    for primitive in (int, str, bool, float):  # by class, as cattrs registers its own
        converter.register_structure_hook(primitive, _as_it_is)
    for words in _WORDS:  # by class: cattrs would take a StrEnum for a str first
        converter.register_structure_hook(words, _structure_word)
    converter.register_structure_hook_factory(_is_tuple, partial(_list_hook, converter))
    converter.register_structure_hook_factory(attrs.has, partial(_class_hook, converter))
    converter.register_structure_hook_func(_is_hold, _structure_hold)
    converter.register_structure_hook_func(_is_focus, _as_it_is)  # a request knows the words
    converter.register_structure_hook(Span, _structure_span)
    converter.register_structure_hook(Reason, _structure_reason)
    converter.register_unstructure_hook_factory(attrs.has, partial(_plain_class_hook, converter))
    converter.register_unstructure_hook(Span, _plain_span)
    converter.register_unstructure_hook(Reason, _plain_reason)
    converter.register_unstructure_hook(float, _plain_number)
    converter.register_unstructure_hook_func(_is_hold, _plain_hold)
    converter.register_unstructure_hook_func(_is_focus, str.__str__)
    converter.register_unstructure_hook_factory(_is_tuple, partial(_plain_list_hook, converter))
    for words in _WORDS:
        converter.register_unstructure_hook(words, str.__str__)
    return converter
