"""Small measures: a span of whole numbers, an effort on a scale.

Rule: every number says its unit in its name or its docstring, and nothing is coerced.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..errors import ProblemCode
from ..frameworks import Served
from ._checks import complain, member, whole
from .vocabulary import EffortScale, EffortWord

_LARGEST = 600


@frozen
class Span(Served):
    """A range of whole numbers, *low* to *high*, both included (0 to 600).

    In JSON a span is `[15, 20]`, or `15` when both ends are the same.
    Raises `InvalidValue` when an end is not a whole number, or low is above high.
    """

    low: int = field(validator=whole(0, _LARGEST))
    high: int = field(validator=whole(0, _LARGEST))

    def __attrs_post_init__(self) -> None:
        """Refuse a span that runs backwards."""
        if self.low > self.high:
            raise complain(
                ProblemCode.CONTRADICTION,
                "",
                (self.low, self.high),
                f"the span runs from {self.low} down to {self.high}",
                "put the smaller number first",
            )

    @property
    def typical(self) -> int:
        """The number that time is reckoned with: the middle, rounded up."""
        return (self.low + self.high + 1) // 2

    def __iter__(self) -> Iterator[int]:
        """Iterate over the whole numbers of the span, both ends included."""
        return iter(range(self.low, self.high + 1))

    def __str__(self) -> str:
        """Return '15' or '15-20'."""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


_RESERVE_OF_WORD: dict[EffortWord, tuple[int, int | None]] = {
    EffortWord.EASY: (6, None),
    EffortWord.LIGHT: (4, 5),
    EffortWord.SOMEWHAT_HARD: (3, 3),
    EffortWord.HARD: (2, 2),
    EffortWord.VERY_HARD: (1, 1),
}
_SCALE_OF_WORD: dict[EffortWord, EffortScale] = {
    **dict.fromkeys(_RESERVE_OF_WORD, EffortScale.RESERVE),
    EffortWord.MILD_PULL: EffortScale.PULL,
    EffortWord.FIRM_PRESSURE: EffortScale.PRESSURE,
    EffortWord.CLEAN_FORM: EffortScale.FORM,
}


@frozen
class Effort(Served):
    """How hard an exercise should be: a word, and the scale that the word belongs to.

    The words of the reserve scale stand for repetitions in reserve: easy 6 or more, light 4-5,
    somewhat hard 3, hard 2, very hard 1. Failure cannot be said: it is never needed.
    Raises `InvalidValue` when the word is not of the scale.
    """

    scale: EffortScale = field(validator=member(EffortScale))
    word: EffortWord = field(validator=member(EffortWord))

    def __attrs_post_init__(self) -> None:
        """Refuse a word of another scale."""
        if _SCALE_OF_WORD[self.word] is not self.scale:
            fitting = ", ".join(w for w, scale in _SCALE_OF_WORD.items() if scale is self.scale)
            raise complain(
                ProblemCode.CONTRADICTION,
                "word",
                self.word,
                f"{self.word.value!r} is not a word of the {self.scale} scale",
                f"use {fitting}",
            )

    def is_harder_than(self, word: EffortWord) -> bool:
        """Return whether this effort leaves less in reserve than *word*; False on other scales."""
        own, other = _RESERVE_OF_WORD.get(self.word), _RESERVE_OF_WORD.get(word)
        return own is not None and other is not None and own[0] < other[0]

    @property
    def reserve(self) -> tuple[int, int | None] | None:
        """The least and the most repetitions in reserve, or None where the scale has none."""
        return _RESERVE_OF_WORD.get(self.word)
