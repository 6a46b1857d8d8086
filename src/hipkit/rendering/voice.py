"""A voice: words put to use for labels, lists, numbers and times.

Rule: no language here. Every text comes from `Words`; code only says which one, with which facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from ..model import Span, Words

_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def key_of(word: StrEnum) -> str:
    """Return the key under which a vocabulary word has its label, such as `hip-bend.over-90`."""
    return f"{_INNER_CAPITAL.sub('-', type(word).__name__).lower()}.{word.value}"


def _no_names() -> Mapping[str, str]:
    return {}


@frozen
class Voice:
    """Words, and the names of exercises where they are known."""

    words: Words
    names: Mapping[str, str] = field(factory=_no_names)

    def say(self, key: str, **facts: object) -> str:
        """Return the sentence called *key* with *facts* in it."""
        return self.words.say(key, **facts)

    def label(self, word: StrEnum) -> str:
        """Return the label of a vocabulary word, or the word itself where there is none."""
        key = key_of(word)
        return self.words.say(key) if self.words.has(key) else word.value

    def name(self, id: str) -> str:
        """Return the name of the exercise *id*, or the id where the name is not known."""
        return self.names.get(id, id)

    def listed(self, items: Iterable[str], joint: str = "list.and") -> str:
        """Return *items* as one phrase, the last two joined as *joint* says."""
        *others, last = list(items) or [""]
        if not others:
            return last
        between = joint if joint == "list.semicolon" else "list.comma"
        first = others[0]
        for item in others[1:]:
            first = self.say(between, first=first, last=item)
        return self.say(joint, first=first, last=last)

    def labels(self, words: Iterable[StrEnum], joint: str = "list.and") -> str:
        """Return the labels of *words* as one phrase."""
        return self.listed((self.label(word) for word in words), joint)

    def span(self, low: float, high: float) -> str:
        """Return '15', or '15 to 20' as the language writes it."""
        if low == high:
            return number(low)
        return self.say("span", low=number(low), high=number(high))

    def spanned(self, measure: Span | float) -> str:
        """Return a measure that may be a span."""
        if isinstance(measure, Span):
            return self.span(measure.low, measure.high)
        return number(measure)

    def duration(self, low: int, high: int) -> str:
        """Return a length of time in seconds, or in whole minutes where they fit."""
        if low >= 120 and low % 60 == high % 60 == 0:
            return self.say("time.minutes", count=self.span(low // 60, high // 60))
        return self.say("time.seconds", count=self.span(low, high))

    def clock(self, seconds: int, key: str = "time.clock-in-words") -> str:
        """Return *seconds* as minutes and seconds, for a sentence or as *key* says."""
        return self.say(key, minutes=seconds // 60, seconds=f"{seconds % 60:02}")

    def percent(self, part: int, whole: int) -> str:
        """Return *part* of *whole* in whole percent, from 0 to 100."""
        share = round(100 * part / whole) if whole > 0 else 100
        return self.say("percent", percent=min(100, max(0, share)))


def number(value: float) -> str:
    """Return a number without needless decimals."""
    return f"{value:g}"
