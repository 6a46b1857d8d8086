"""Reasons: codes with facts, never sentences.

A sentence is made from a reason when it is shown (`hipkit.rendering`), so tests and apps can look at
codes, and deciding stays free of language. The facts of each code are listed in `ReasonCode`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import field, frozen

from ..errors import ProblemCode, show
from ..frameworks import Served
from ._checks import complain, is_writable, member, text
from .vocabulary import Word

Fact: TypeAlias = int | str


class ReasonCode(Word):
    """Why something is so. Behind each code stand the names of its facts."""

    # why an exercise may not come
    RETIRED = "retired"  # replaced_by
    NO_DOSE = "no-dose"  # goal, level
    LEVEL = "level"  # needs, has
    NOT_FOR_GOAL = "not-for-goal"  # goal, kind
    UNSAFE_FOR_LEVEL = "unsafe-for-level"  # property, word, needs
    EQUIPMENT = "equipment"  # any_of
    POSITION = "position"  # position
    CAUTION = "caution"  # caution, property, word ("not stated" where it is not)
    EXCLUDED = "excluded"
    OWN_RULE = "own-rule"  # rule, why
    # why an eligible exercise was left out
    FAMILY_SERVED = "family-served"  # by
    TOO_LONG = "too-long"  # seconds, room
    NOT_WORTH_ITS_TIME = "not-worth-its-time"  # worth
    OUTBID = "outbid"  # worth, seconds, price, least_loss
    # what an item's worth is made of
    GRADE = "grade"  # percent
    FOCUS = "focus"  # percent
    OWN_LEVEL = "own-level"  # percent
    SETS = "sets"  # percent
    PRIORITY = "priority"  # percent
    ONE_SIDED = "one-sided"  # percent
    KIND = "kind"  # percent
    LOADED = "loaded"  # percent
    PLACE = "place"  # percent
    CHANGE_OVER = "change-over"  # worth
    RECENT = "recent"  # percent
    VARIETY = "variety"  # percent
    # about a whole routine
    SATURATED = "saturated"  # useful_minutes
    NOTHING_MORE = "nothing-more"  # spared (exercises that a caution took away)
    UNKNOWN_RECENT = "unknown-recent"  # ids
    SEED_WITHOUT_EFFECT = "seed-without-effect"
    CATALOGUE_DIFFERS = "catalogue-differs"
    RESTORED = "restored"
    # about a change to a routine
    EASIER = "easier"  # changes
    HARDER = "harder"  # changes
    SAME_FAMILY = "same-family"  # family
    OTHER_GROUP = "other-group"  # group (that of the item)
    NO_ALTERNATIVE = "no-alternative"  # group
    CANNOT_STAY = "cannot-stay"
    NOT_WEIGHED = "not-weighed"
    SUBSTITUTED = "substituted"  # instead_of, name (of that exercise), loss (below 0: a gain)
    RESIZED = "resized"  # minutes (those before)
    # about a routine taken from a protocol
    PROTOCOL_DOSE = "protocol-dose"  # source, printed (what of the dose is the source's)
    PROTOCOL_BLANK = "protocol-blank"  # field, used
    PROTOCOL_DIFFERS = "protocol-differs"  # how
    PROTOCOL_MISSING = "protocol-missing"  # printed, why
    PROTOCOL_STEPS = "protocol-steps"  # printed, step, steps
    # why there is no routine
    INCLUDE_NOT_ELIGIBLE = "include-not-eligible"
    INCLUDES_OF_ONE_FAMILY = "includes-of-one-family"  # ids, family
    INCLUDES_OVER_LIMIT = "includes-over-limit"  # group, most
    INCLUDES_OVER_TIME = "includes-over-time"  # seconds, room, phase (empty for the whole)
    NO_MAIN_ITEM = "no-main-item"  # goal
    MAIN_ITEM_TOO_LONG = "main-item-too-long"  # seconds, room
    LANDING_WITHOUT_WARM_UP = "landing-without-warm-up"  # seconds (0 if there is none), room
    ADVICE_ONLY = "advice-only"  # caution, goal


_LARGEST_FACT = 2**63
"""No number of a fact is larger, in either direction."""

WITHHELD = "withheld"
"""What stands in a stored reason for the caution it names."""


def _facts_without_caution(facts: tuple[tuple[str, Fact], ...]) -> str:
    return repr(tuple((name, WITHHELD if name == "caution" else fact) for name, fact in facts))


@frozen
class Reason(Served):
    """A code, the exercise it is about (or none), and its facts by name.

    Its `repr` does not name a caution, because cautions are health data.
    """

    code: ReasonCode = field(validator=member(ReasonCode))
    exercise: str = field(default="", validator=text(0, 80))
    facts: tuple[tuple[str, Fact], ...] = field(default=(), repr=_facts_without_caution)

    def __attrs_post_init__(self) -> None:
        """Refuse facts that are not named numbers or words, each name once."""
        if type(self.facts) is not tuple:
            raise complain(ProblemCode.WRONG_TYPE, "facts", self.facts, "facts stand in a tuple")
        for pair in self.facts:
            if (
                type(pair) is not tuple
                or len(pair) != 2
                or type(pair[0]) is not str
                or type(pair[1]) not in (int, str)
            ):
                raise complain(
                    ProblemCode.WRONG_TYPE, "facts", pair, "a fact is a name and a number or word"
                )
            if type(pair[1]) is int and not -_LARGEST_FACT <= pair[1] <= _LARGEST_FACT:
                raise complain(
                    ProblemCode.OUT_OF_RANGE, "facts", pair[1], "the number of a fact is too large"
                )
            if not all(is_writable(each) for each in pair if isinstance(each, str)):
                message = f"{show(pair)} has half a character"
                raise complain(
                    ProblemCode.MALFORMED, "facts", pair, message, "use whole characters"
                )
        names = [name for name, _ in self.facts]
        if len(set(names)) < len(names):
            raise complain(ProblemCode.DUPLICATE, "facts", names, "a fact stands twice")

    def __getitem__(self, name: str) -> Fact:
        """Return the fact called *name*; raises `KeyError` when there is none."""
        for known, value in self.facts:
            if known == name:
                return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the facts."""
        return (name for name, _ in self.facts)


def because(code: ReasonCode, exercise: str = "", **facts: Fact) -> Reason:
    """Return the reason *code* about *exercise* with *facts*."""
    return Reason(code, exercise, tuple(facts.items()))
