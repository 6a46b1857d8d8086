"""The words of one language, as a value: labels, sentences, and how a number chooses a form.

Rule: no sentence stands in code. A template names its facts in braces; a template of several forms
is a mapping with `one` and `other`, chosen by the fact that its `by` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from ..frameworks import Served
from ._checks import text


@frozen
class Template(Served):
    """A sentence with named blanks: *other* for most numbers, *one* for exactly 1 of the fact *by*."""

    key: str
    other: str
    one: str = ""
    by: str = ""

    def fill(self, facts: Mapping[str, object]) -> str:
        """Return the sentence with *facts* in its blanks; raises `KeyError` when one is missing."""
        chosen = self.one if self.one and facts.get(self.by) in (1, "1") else self.other
        return chosen.format_map(facts)


@frozen
class Words(Served):
    """Labels and sentences of one language."""

    language: str = field(validator=text(2, 20))
    templates: tuple[Template, ...]

    @cached_property
    def _by_key(self) -> dict[str, Template]:
        return {template.key: template for template in self.templates}

    def has(self, key: str) -> bool:
        """Return whether there are words for *key*."""
        return key in self._by_key

    def say(self, key: str, /, **facts: object) -> str:
        """Return the sentence or label called *key*, filled with *facts*.

        Raises `KeyError` when there is no such key or a fact is missing.
        """
        return self._by_key[key].fill(facts)
