"""Time, reckoned honestly, in tenths of a second so that it always adds up.

    repetition = lift + hold + lower + pause
    work       = sets x sides x count x repetition
    rest       = (sets - 1) x rest between sets
    item       = set-up + work + side switches + rest, rounded up to whole seconds once

Sides are 1 for both sides together, else 2; sides switch only in one-sided work, which is done back
to back, because the other side's work is the rest. The rounding second belongs to the set-up. A span
counts at its middle, rounded up. Source: rule r39 of the evidence and its worked example.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from ..frameworks import Served
from ._checks import member, text, whole
from .dose import DoseBand
from .vocabulary import IntervalKind, Laterality, Side

_LATEST = 2**40
"""Tenths of a second; no routine is longer."""


@frozen
class Interval(Served):
    """One stretch of a routine's time.

    *start_tenths* and *tenths* are tenths of a second from the routine's beginning; *set* counts from
    1 (0 during set-up); *count* is the typical number to do in a work interval, else 0.
    """

    kind: IntervalKind = field(validator=member(IntervalKind))
    slot: str = field(validator=text(1, 100))
    set: int = field(validator=whole(0, 10))
    side: Side = field(validator=member(Side))
    count: int = field(validator=whole(0, 600))
    start_tenths: int = field(validator=whole(0, _LATEST))
    tenths: int = field(validator=whole(1, _LATEST))

    @property
    def start(self) -> float:
        """Seconds from the routine's beginning."""
        return self.start_tenths / 10

    @property
    def seconds(self) -> float:
        """Seconds that the interval lasts."""
        return self.tenths / 10


def sides_of(laterality: Laterality) -> int:
    """Return how often a count is done: 1 for both sides together, else 2 (per side, or per way)."""
    return 1 if laterality is Laterality.BOTH_TOGETHER else 2


def _switches(laterality: Laterality) -> int:
    return 1 if laterality is Laterality.ONE_SIDED else 0


def _tenths_without_set_up(laterality: Laterality, band: DoseBand, sets: int) -> int:
    work = sets * sides_of(laterality) * band.count.typical * band.count_tenths
    switches = sets * _switches(laterality) * band.side_switch * 10
    return work + switches + (sets - 1) * band.rest * 10


def seconds_of(laterality: Laterality, band: DoseBand, sets: int) -> int:
    """Return the typical whole seconds of *sets* sets of *band*, set-up included."""
    return band.set_up - (-_tenths_without_set_up(laterality, band, sets) // 10)


def seconds_by_sets(laterality: Laterality, band: DoseBand) -> tuple[int, ...]:
    """Return what `seconds_of` returns for every number of sets of *band*, fewest first."""
    one = _tenths_without_set_up(laterality, band, 1)
    more = one + band.rest * 10
    least, most = band.sets.low, band.sets.high
    return tuple(
        band.set_up - (-(one + more * further) // 10) for further in range(least - 1, most)
    )


def intervals_of(
    items: Iterable[tuple[str, Laterality, DoseBand, int]],
) -> tuple[Interval, ...]:
    """Return the contiguous intervals of *items*, each a slot key, laterality, band and sets."""
    intervals: list[Interval] = []
    now = 0

    def add(kind: IntervalKind, key: str, number: int, side: Side, count: int, tenths: int) -> None:
        nonlocal now
        if tenths > 0:
            intervals.append(Interval(kind, key, number, side, count, now, tenths))
            now += tenths

    for key, laterality, band, sets in items:
        exact = _tenths_without_set_up(laterality, band, sets)
        rounding = -exact % 10
        add(IntervalKind.SET_UP, key, 0, Side.BOTH, 0, band.set_up * 10 + rounding)
        per_side = band.count.typical * band.count_tenths
        for number in range(1, sets + 1):
            if number > 1:
                add(IntervalKind.REST, key, number, Side.BOTH, 0, band.rest * 10)
            if laterality is Laterality.ONE_SIDED:
                add(IntervalKind.WORK, key, number, Side.FIRST, band.count.typical, per_side)
                add(IntervalKind.SIDE_SWITCH, key, number, Side.BOTH, 0, band.side_switch * 10)
                add(IntervalKind.WORK, key, number, Side.SECOND, band.count.typical, per_side)
            elif laterality is Laterality.EACH_WAY:
                add(IntervalKind.WORK, key, number, Side.FIRST, band.count.typical, per_side)
                add(IntervalKind.WORK, key, number, Side.SECOND, band.count.typical, per_side)
            else:
                tenths = per_side * sides_of(laterality)
                add(IntervalKind.WORK, key, number, Side.BOTH, band.count.typical, tenths)
    return tuple(intervals)
