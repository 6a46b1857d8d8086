"""The words of one language, as a value: labels, sentences, and how a number chooses a form.

Rule: no sentence stands in code. A template names its facts in braces, and nothing but names; a template
of several forms is a mapping with `one` and `other`, chosen by the fact that its `by` names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import Attribute, field, frozen

from ..errors import InvalidValue, Problem, ProblemCode, show
from ..frameworks import Served
from ._checks import Check, complain, each, instance, is_writable, text

_MOST_TEMPLATES = 100_000
_LONGEST = 2_000
_BLANKS = re.compile(r"(?:[^{}]++|\{\{|\}\}|\{[A-Za-z_]+\})*+")
"""A sentence whose blanks are names, with no attribute, index, conversion or width."""


class _MissingWords(InvalidValue, KeyError):
    """There are no words for something, or a blank of theirs has no fact."""


def _missing(message: str, remedy: str, path: str) -> _MissingWords:
    return _MissingWords([Problem(ProblemCode.MISSING_FIELD, message, remedy, path=path)])


def _look_at_blanks(_: Any, attribute: Attribute[Any], value: Any) -> None:
    if type(value) is not str:
        raise complain(
            ProblemCode.WRONG_TYPE, attribute.name, value, f"expected a text, got {show(value)}"
        )
    marked = "{" in value or "}" in value
    fits = len(value) <= _LONGEST and is_writable(value)
    if not fits or (marked and not _BLANKS.fullmatch(value)):
        raise complain(
            ProblemCode.MALFORMED,
            attribute.name,
            value,
            "is no sentence with names in braces",
            f"use {_LONGEST} characters at most, and blanks such as {{minutes}}",
        )


_SENTENCE = Check(_look_at_blanks, {"maxLength": _LONGEST})


@frozen
class Template(Served):
    """A sentence with named blanks: *other* for most numbers, *one* for exactly 1 of the fact *by*."""

    key: str = field(validator=text(1, 200))
    other: str = field(validator=_SENTENCE)
    one: str = field(default="", validator=_SENTENCE)
    by: str = field(default="", validator=text(0, 40))

    def fill(self, facts: Mapping[str, object]) -> str:
        """Return the sentence with *facts* in its blanks; raises `KeyError` when one is missing."""
        chosen = self.one if self.one and facts.get(self.by) in (1, "1") else self.other
        try:
            return chosen.format_map(facts)
        except KeyError as error:
            raise _missing(f"there is no fact {error}", "leave the blank out", self.key) from None


@frozen
class Words(Served):
    """Labels and sentences of one language."""

    language: str = field(validator=text(2, 20))
    templates: tuple[Template, ...] = field(
        validator=each(instance(Template), 0, _MOST_TEMPLATES, repeats=True)
    )

    @cached_property
    def _by_key(self) -> dict[str, Template]:
        return {template.key: template for template in self.templates}

    def has(self, key: str) -> bool:
        """Return whether there are words for *key*."""
        return isinstance(key, str) and key in self._by_key

    def say(self, key: str, /, **facts: object) -> str:
        """Return the sentence or label called *key*, filled with *facts*.

        Raises `InvalidValue` that is also a `KeyError` when there is no such key or a fact is missing.
        """
        template = self._by_key.get(key) if isinstance(key, str) else None
        if template is None:
            raise _missing(f"there are no words for {show(key)}", "add a template", "templates")
        return template.fill(facts)
