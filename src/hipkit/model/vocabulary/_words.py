"""What every closed word list is made of.

A word is its JSON spelling. Words whose order means something (levels, exposures) compare by that
order and refuse to be compared with anything else, because plain strings would compare by letters.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A closed word list; a member is equal to its JSON spelling."""


class OrderedWord(StrEnum):
    """A closed word list from least to most; members compare by their place in the list."""

    rank: int

    def __new__(cls, word: str) -> Self:
        """Make the member that stands after those made so far."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.rank = len(cls.__members__)
        return member

    def _rank_of(self, other: object) -> int:
        if type(other) is not type(self):
            raise TypeError(f"{type(self).__name__} cannot be ordered against {other!r}")
        return other.rank

    def __lt__(self, other: object) -> bool:
        return self.rank < self._rank_of(other)

    def __le__(self, other: object) -> bool:
        return self.rank <= self._rank_of(other)

    def __gt__(self, other: object) -> bool:
        return self.rank > self._rank_of(other)

    def __ge__(self, other: object) -> bool:
        return self.rank >= self._rank_of(other)
