"""A dose band: how much of an exercise, for one goal at one level.

One shape serves every kind of dose. A repetition is lift, hold, lower, pause; a single hold of 20
to 30 s is count 1 with hold 20-30; ten holds of 5 s are count 10 with hold 5; where seconds
themselves are counted, one count is one second. Counts are per side, or per way.
"""

from __future__ import annotations

from typing import Any

from attrs import Attribute, Factory, field, frozen

from ..errors import InvalidValue, Problem, ProblemCode
from ..frameworks import Served
from ._checks import Check, complain, each, instance, member, tenths, whole
from .evidence import Citation
from .measures import Effort, Span
from .vocabulary import CountOf, EffortScale, EffortWord, Goal, Level

_LONGEST_HOLD = 60
"""Seconds; no hold or stretch is longer (rules r4 and r33)."""

_LONGEST_MOVING = 8.0
"""Seconds of lifting and lowering in one repetition (rule r9)."""

_USUAL_TEMPO: dict[CountOf, tuple[float, float, float, float]] = {
    CountOf.REPETITIONS: (2.0, 0.0, 2.0, 0.0),
    CountOf.STEPS: (1.5, 0.0, 0.0, 0.0),
    CountOf.LANDINGS: (0.0, 0.0, 0.0, 4.0),
    CountOf.BREATHS: (4.0, 0.0, 4.0, 0.0),
    CountOf.PASSES: (3.0, 0.0, 0.0, 0.0),
    CountOf.SECONDS: (0.0, 0.0, 0.0, 0.0),
}
"""Seconds of lift, hold, lower, pause where a band states none (rules r9 and r34; convention)."""


_SECONDS_OF_HOLD = tenths(0, _LONGEST_HOLD)


def _look_at_hold(band: Any, attribute: Attribute[Any], value: Any) -> None:
    if isinstance(value, Span):
        if value.high > _LONGEST_HOLD:
            raise complain(
                ProblemCode.OUT_OF_RANGE,
                "hold",
                value,
                f"a hold of {value} s is too long",
                f"use 0 to {_LONGEST_HOLD} seconds",
            )
    else:
        _SECONDS_OF_HOLD(band, attribute, value)


def _from_tempo(place: int) -> float:
    def default(band: DoseBand) -> float:
        return _USUAL_TEMPO[band.count_of][place] if isinstance(band.count_of, CountOf) else 0.0

    return Factory(default, takes_self=True)


@frozen
class DoseBand(Served):
    """How much of an exercise to do, for one goal, at one level and up to the next band.

    *sets* 1 to 10; *count* 1 to 600 of *count_of*, per side or way; *lift*, *hold*, *lower*,
    *pause* in seconds (tenths allowed; *hold* may be a span of whole seconds); *rest* between sets,
    *set_up* before the first and *side_switch* between sides, in whole seconds.
    Raises `InvalidValue`, with every problem, when the parts contradict each other.
    """

    goal: Goal = field(validator=member(Goal))
    level: Level = field(validator=member(Level))
    sets: Span = field(validator=instance(Span))
    count: Span = field(validator=instance(Span))
    count_of: CountOf = field(default=CountOf.REPETITIONS, validator=member(CountOf))
    lift: float = field(default=_from_tempo(0), validator=tenths(0, 10))
    hold: float | Span = field(
        default=_from_tempo(1), validator=Check(_look_at_hold, _SECONDS_OF_HOLD.schema)
    )
    lower: float = field(default=_from_tempo(2), validator=tenths(0, 10))
    pause: float = field(default=_from_tempo(3), validator=tenths(0, 30))
    rest: int = field(default=45, validator=whole(0, 300))
    set_up: int = field(default=20, validator=whole(0, 120))
    side_switch: int = field(default=5, validator=whole(0, 60))
    effort: Effort = field(
        default=Effort(EffortScale.RESERVE, EffortWord.LIGHT), validator=instance(Effort)
    )
    sources: tuple[Citation, ...] = field(default=(), validator=each(instance(Citation)))

    def __attrs_post_init__(self) -> None:
        """Refuse parts that contradict each other, all at once."""
        problems = [
            Problem(ProblemCode.CONTRADICTION, message, remedy, path=path)
            for wrong, path, message, remedy in (
                (self.sets.low < 1, "sets", "a dose has at least one set", "start the span at 1"),
                (self.sets.high > 10, "sets", "more than 10 sets", "use 10 at most"),
                (self.count.low < 1, "count", "a set counts at least one", "start the span at 1"),
                (
                    self.count_of is CountOf.SECONDS and self._tempo_tenths() > 0,
                    "count_of",
                    "seconds are counted, and lift, hold, lower or pause is not 0",
                    "leave the four out, or count repetitions",
                ),
                (
                    self.count_of is not CountOf.SECONDS and self._tempo_tenths() == 0,
                    "lift",
                    "one count takes no time",
                    "state lift, hold, lower or pause",
                ),
                (
                    self.lift + self.lower > _LONGEST_MOVING
                    and self.count_of is not CountOf.BREATHS,
                    "lower",
                    f"lifting and lowering take more than {_LONGEST_MOVING:g} s",
                    f"use {_LONGEST_MOVING:g} s at most in all",
                ),
                (
                    self.effort.word is EffortWord.VERY_HARD and self.level < Level.ADVANCED,
                    "effort",
                    f"very hard is not for a {self.level.value}",
                    "leave at least 2 in reserve",
                ),
            )
            if wrong
        ]
        if problems:
            raise InvalidValue(problems)

    def _tempo_tenths(self) -> int:
        return round(10 * (self.lift + self.typical_hold + self.lower + self.pause))

    @staticmethod
    def usual_tempo(count_of: CountOf) -> tuple[float, float, float, float]:
        """Return the seconds of lift, hold, lower and pause that a band of *count_of* defaults to."""
        return _USUAL_TEMPO[count_of]

    @property
    def typical_hold(self) -> float:
        """Seconds of hold that time is reckoned with."""
        return float(self.hold.typical) if isinstance(self.hold, Span) else self.hold

    @property
    def count_tenths(self) -> int:
        """Tenths of a second that one count takes, typically."""
        return 10 if self.count_of is CountOf.SECONDS else self._tempo_tenths()
