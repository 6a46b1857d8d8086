"""Packs: nouns that were read strictly once, laid out so that they are made again quickly.

Rule: a pack is written by `tools/build_packs.py` from the packaged records, committed, and checked
fresh and equal by tests, so reading one checks nothing. It holds each distinct noun once, by class and
column; a column says how its values are read. Only packaged files are ever unpacked: files of one's
own are read by the strict converter.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeAlias

import attrs

from .. import model
from ..model.plain import is_list, is_tuple

Plain: TypeAlias = dict[str, Any]

_PLAIN, _TUPLE, _WORD, _WORDS, _WORD_SETS, _NOUN, _NOUNS, _EITHER = range(8)
"""How a column's values are read: as they are, as a tuple, as a member of a word list, as a tuple of
members, as a tuple of such tuples, as a noun, as a tuple of nouns, as a number or (in a list) a noun."""


def pack(nouns: Iterable[Any]) -> Plain:
    """Return *nouns*, and all nouns that they hold, as plain data that `unpack` reads back."""
    roots = list(nouns)
    classes: dict[Any, dict[Any, Any]] = {}
    for noun in roots:
        _gather(noun, classes)
    order = _by_dependence(classes)
    numbers = {
        key: number for number, key in enumerate(key for cls in order for key in classes[cls])
    }

    def place(noun: Any) -> int:
        return numbers[_key(noun)]

    tables: list[Any] = []
    for cls in order:
        columns: list[Any] = []
        for name in _fields(cls):
            values = [getattr(noun, name) for noun in classes[cls].values()]
            how, words = _how(values)
            columns.append([name, how, words, [_write(value, how, place) for value in values]])
        tables.append([cls.__name__, columns])
    return {"tables": tables, "roots": [place(noun) for noun in roots]}


def unpack(plain: Plain) -> tuple[Any, ...]:
    """Return the nouns that `pack` wrote as *plain* data, equal to what they were."""
    made: list[Any] = []
    for name, columns in plain["tables"]:
        cls: Any = getattr(model, name)
        count = len(columns[0][3])
        blank = [cls.__new__(cls) for _ in range(count)]
        for field, how, words, values in columns:
            put: Callable[[Any, Any], None] = getattr(cls, field).__set__  # slots: frozen or not
            deque(map(put, blank, _read(values, how, words, made)), maxlen=0)
        made += blank
    return tuple(made[root] for root in plain["roots"])


def _read(values: list[Any], how: int, words: str, made: list[Any]) -> Iterable[Any]:
    if how == _PLAIN:
        return values
    if how == _NOUN:
        return [None if value is None else made[value] for value in values]
    if how == _NOUNS:
        return [
            None if value is None else tuple([made[each] for each in value]) for value in values
        ]
    if how == _TUPLE:
        return [None if value is None else tuple(value) for value in values]
    if how == _EITHER:
        return [made[value[0]] if is_list(value) else value for value in values]
    known: dict[str, StrEnum] = {word.value: word for word in getattr(model, words)}
    if how == _WORD:
        return [None if value is None else known[value] for value in values]
    if how == _WORDS:
        return [
            None if value is None else tuple([known[each] for each in value]) for value in values
        ]
    return [tuple([tuple([known[each] for each in inner]) for inner in value]) for value in values]


def _is_noun(value: object) -> bool:
    return attrs.has(_class_of(value))


def _class_of(value: object) -> Any:
    return type(value)


def _fields(cls: Any) -> list[str]:
    return [each.name for each in attrs.fields(cls)]


def _key(noun: Any) -> tuple[Any, str]:
    """Return what tells nouns apart: equal numbers of different spelling (2 and 2.0) stay apart."""
    return _class_of(noun), repr(attrs.astuple(noun))


def _held(value: Any) -> list[Any]:
    """Return the nouns that are, or stand directly in, *value*."""
    if is_tuple(value):
        return [noun for each in value for noun in _held(each)]
    return [value] if _is_noun(value) else []


def _gather(noun: Any, classes: dict[Any, dict[Any, Any]]) -> None:
    """Add *noun* and all that it holds to *classes*: each distinct one once, under its key."""
    kept = classes.setdefault(_class_of(noun), {})
    key = _key(noun)
    if key not in kept:
        kept[key] = noun
        for name in _fields(_class_of(noun)):
            for held in _held(getattr(noun, name)):
                _gather(held, classes)


def _by_dependence(classes: dict[Any, dict[Any, Any]]) -> list[Any]:
    """Return *classes* so that each comes after those whose nouns it holds."""
    from graphlib import TopologicalSorter  # only writing needs it

    order: TopologicalSorter[Any] = TopologicalSorter()
    for cls, nouns in classes.items():
        held = {
            _class_of(each)
            for noun in nouns.values()
            for name in _fields(cls)
            for each in _held(getattr(noun, name))
        }
        order.add(cls, *sorted(held, key=lambda each: each.__name__))
    return list(order.static_order())


def _how(values: list[Any]) -> tuple[int, str]:
    """Return how a column of *values* is to be read, and of which word list its words are."""
    stated = [value for value in values if value is not None]
    items: list[Any] = [each for value in stated if is_tuple(value) for each in value]
    inner = [each for item in items if is_tuple(item) for each in item]
    if inner:
        return _WORD_SETS, type(inner[0]).__name__
    if items and _is_noun(items[0]):
        return _NOUNS, ""
    if items and isinstance(items[0], StrEnum):
        return _WORDS, type(items[0]).__name__
    if any(is_tuple(value) for value in stated):
        return _TUPLE, ""
    nouns = [value for value in stated if _is_noun(value)]
    if nouns:
        return (_NOUN if len(nouns) == len(stated) else _EITHER), ""
    if stated and isinstance(stated[0], StrEnum):
        return _WORD, type(stated[0]).__name__
    return _PLAIN, ""


def _write(value: Any, how: int, place: Callable[[Any], int]) -> Any:
    if how == _EITHER:
        return [place(value)] if _is_noun(value) else value
    if value is None:
        return None
    if how == _NOUN:
        return place(value)
    if how == _NOUNS:
        return [place(each) for each in value]
    if how == _WORD_SETS:
        return [[str(each) for each in inner] for inner in value]
    if how == _WORDS:
        return [str(each) for each in value]
    return list(value) if how == _TUPLE else value
