"""Time, honestly: the formula, the article's worked example, and the timeline that adds up."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    CountOf,
    DoseBand,
    Goal,
    Interval,
    IntervalKind,
    Laterality,
    Level,
    Routine,
    Side,
    Span,
)
from hipkit.model import intervals_of, seconds_of
from hipkit.model.timing import seconds_by_sets
from hipkit.testing import dose_bands, routines

ARTICLE = DoseBand(Goal.STRENGTH, Level.BEGINNER, Span(1, 3), Span(15, 20))
ITEMS = st.lists(
    st.tuples(st.sampled_from(Laterality), dose_bands(), st.integers(1, 5)), max_size=4
)


def minutes(count: Span, sets: int, laterality: Laterality = Laterality.ONE_SIDED) -> float:
    """Return the minutes of *sets* sets at the article's tempo, to one decimal."""
    return round(seconds_of(laterality, evolve(ARTICLE, count=count), sets) / 60, 1)


def kinds(laterality: Laterality, band: DoseBand, sets: int) -> list[tuple[str, str, float]]:
    """Return kind, side and seconds of every interval of one item."""
    return [
        (each.kind.value, each.side.value, each.seconds)
        for each in intervals_of([("main.x", laterality, band, sets)])
    ]


def test_the_article_takes_nine_minutes_an_exercise() -> None:
    """3 x 15-20 per side at 4 s: 20 s set-up, 432 s work, 15 s switching, 90 s rest, or 9.3 min."""
    seconds = seconds_of(Laterality.ONE_SIDED, ARTICLE, 3)
    assert seconds == 20 + 3 * 2 * 18 * 4 + 3 * 5 + 2 * 45 == 557
    assert round(seconds / 60, 1) == 9.3


@pytest.mark.parametrize(
    ("count", "sets", "expected"),
    [
        (Span(12, 12), 1, 2.0),
        (Span(12, 12), 2, 4.5),
        (Span(12, 12), 3, 6.9),
        (Span(15, 20), 3, 9.3),
        (Span(12, 15), 3, 7.7),
    ],
)
def test_one_sided_work_takes_what_the_practice_rules_say(
    count: Span, sets: int, expected: float
) -> None:
    """The published time facts come out of the formula."""
    assert minutes(count, sets) == expected


@pytest.mark.parametrize(("sets", "expected"), [(2, 2.7), (3, 4.2)])
def test_two_sided_work_takes_about_half(sets: int, expected: float) -> None:
    """Both sides together: no second side and no switch."""
    assert minutes(Span(12, 12), sets, Laterality.BOTH_TOGETHER) == expected


@pytest.mark.parametrize(("sets", "expected"), [(1, 13), (2, 28), (3, 43)])
def test_the_articles_five_exercises_fill_a_long_session(sets: int, expected: int) -> None:
    """Three of 15-20 and two of 12-15, all one-sided: 13, 28 or 43 minutes at 1, 2 or 3 sets."""
    counts = [Span(15, 20)] * 3 + [Span(12, 15)] * 2
    seconds = sum(
        seconds_of(Laterality.ONE_SIDED, evolve(ARTICLE, count=count), sets) for count in counts
    )
    assert round(seconds / 60) == expected


def test_one_sided_work_is_done_back_to_back() -> None:
    """One side, switch, the other side, then rest: the other side's work is the rest."""
    band = evolve(ARTICLE, count=Span(10, 10))
    assert kinds(Laterality.ONE_SIDED, band, 2) == [
        ("set-up", "both", 20),
        ("work", "first", 40),
        ("side-switch", "both", 5),
        ("work", "second", 40),
        ("rest", "both", 45),
        ("work", "first", 40),
        ("side-switch", "both", 5),
        ("work", "second", 40),
    ]


def test_each_way_has_two_works_and_no_switch() -> None:
    """Steps to one side and back again."""
    band = evolve(ARTICLE, count=Span(10, 10))
    assert [side for _, side, _ in kinds(Laterality.EACH_WAY, band, 1)] == [
        "both",
        "first",
        "second",
    ]


def test_alternating_work_is_one_interval_of_both_sides() -> None:
    """Left, right, left: counted per side, done in one go."""
    band = evolve(ARTICLE, count=Span(10, 10))
    assert kinds(Laterality.ALTERNATING, band, 1) == [("set-up", "both", 20), ("work", "both", 80)]


SETTING_UP, WORK, SWITCH, REST = (
    IntervalKind.SET_UP,
    IntervalKind.WORK,
    IntervalKind.SIDE_SWITCH,
    IntervalKind.REST,
)
BOTH, FIRST, SECOND = Side.BOTH, Side.FIRST, Side.SECOND


@pytest.mark.parametrize(
    ("laterality", "expected"),
    [
        (
            Laterality.ONE_SIDED,
            [
                (SETTING_UP, 0, BOTH, 0, 0, 200),
                (WORK, 1, FIRST, 10, 200, 400),
                (SWITCH, 1, BOTH, 0, 600, 50),
                (WORK, 1, SECOND, 10, 650, 400),
                (REST, 2, BOTH, 0, 1_050, 450),
                (WORK, 2, FIRST, 10, 1_500, 400),
                (SWITCH, 2, BOTH, 0, 1_900, 50),
                (WORK, 2, SECOND, 10, 1_950, 400),
            ],
        ),
        (
            Laterality.EACH_WAY,
            [
                (SETTING_UP, 0, BOTH, 0, 0, 200),
                (WORK, 1, FIRST, 10, 200, 400),
                (WORK, 1, SECOND, 10, 600, 400),
                (REST, 2, BOTH, 0, 1_000, 450),
                (WORK, 2, FIRST, 10, 1_450, 400),
                (WORK, 2, SECOND, 10, 1_850, 400),
            ],
        ),
        (
            Laterality.ALTERNATING,
            [
                (SETTING_UP, 0, BOTH, 0, 0, 200),
                (WORK, 1, BOTH, 10, 200, 800),
                (REST, 2, BOTH, 0, 1_000, 450),
                (WORK, 2, BOTH, 10, 1_450, 800),
            ],
        ),
    ],
)
def test_every_interval_knows_its_slot_set_side_count_and_start(
    laterality: Laterality, expected: list[tuple[IntervalKind, int, Side, int, int, int]]
) -> None:
    """A rest belongs to the set that it leads to; only work has a count, and only set-up no set."""
    band = evolve(ARTICLE, count=Span(10, 10))
    assert intervals_of([("main.x", laterality, band, 2)]) == tuple(
        Interval(kind, "main.x", *others) for kind, *others in expected
    )


def test_a_tenth_of_a_second_is_an_interval() -> None:
    """However short the work, it is there, and the set-up fills up the second."""
    band = evolve(ARTICLE, count=Span(1, 1), lift=0.1, lower=0)
    assert kinds(Laterality.BOTH_TOGETHER, band, 1) == [
        ("set-up", "both", 20.9),
        ("work", "both", 0.1),
    ]


def test_the_rounding_second_belongs_to_the_set_up() -> None:
    """Work of 4.5 s makes an item of whole seconds by half a second of set-up."""
    band = evolve(ARTICLE, count=Span(3, 3), count_of=CountOf.STEPS, lift=1.5, lower=0)
    assert seconds_of(Laterality.BOTH_TOGETHER, band, 1) == 25
    assert kinds(Laterality.BOTH_TOGETHER, band, 1) == [
        ("set-up", "both", 20.5),
        ("work", "both", 4.5),
    ]


def test_what_takes_no_time_is_no_interval() -> None:
    """Without set-up, rest and switch only work is left."""
    band = evolve(ARTICLE, set_up=0, rest=0, side_switch=0)
    assert {kind for kind, _, _ in kinds(Laterality.ONE_SIDED, band, 3)} == {"work"}


def check_contiguous(intervals: tuple[Interval, ...]) -> int:
    """Check that *intervals* follow one another without gaps, and return where they end."""
    now = 0
    for interval in intervals:
        assert interval.start_tenths == now
        assert interval.tenths > 0
        now += interval.tenths
    return now


@pytest.mark.parametrize("laterality", Laterality)
def test_a_band_may_begin_at_more_than_one_set(laterality: Laterality) -> None:
    """What every number of sets takes is told from the fewest that the band allows."""
    band = evolve(ARTICLE, sets=Span(2, 4))
    assert seconds_by_sets(laterality, band) == tuple(
        seconds_of(laterality, band, sets) for sets in (2, 3, 4)
    )


@given(ITEMS)
def test_timed(items: list[tuple[Laterality, DoseBand, int]]) -> None:
    """Timed: intervals are contiguous and sum to the seconds of the items."""
    named = [(f"main.x{place}", *item) for place, item in enumerate(items)]
    end = check_contiguous(intervals_of(named))
    assert end == 10 * sum(seconds_of(*item) for item in items)


@given(st.sampled_from(Laterality), dose_bands(), st.integers(1, 5))
def test_work_is_what_is_counted(laterality: Laterality, band: DoseBand, sets: int) -> None:
    """Work: the working time is sets x sides x count x repetition, to the tenth."""
    intervals = intervals_of([("main.x", laterality, band, sets)])
    work = [each for each in intervals if each.kind is IntervalKind.WORK]
    sides = 1 if laterality is Laterality.BOTH_TOGETHER else 2
    assert (
        sum(each.tenths for each in work) == sets * sides * band.count.typical * band.count_tenths
    )
    assert {each.count for each in work} == {band.count.typical}
    assert [each.set for each in work] == sorted(each.set for each in work)


@given(st.sampled_from(Laterality), dose_bands(), st.integers(1, 5))
def test_both_sides_work_alike(laterality: Laterality, band: DoseBand, sets: int) -> None:
    """Sides: the second side works exactly as long as the first."""
    intervals = intervals_of([("main.x", laterality, band, sets)])
    times = [
        sum(each.tenths for each in intervals if each.side is side)
        for side in (Side.FIRST, Side.SECOND)
    ]
    assert times[0] == times[1]


@given(st.sampled_from(Laterality), dose_bands(), st.integers(1, 4))
def test_more_sets_never_take_less(laterality: Laterality, band: DoseBand, sets: int) -> None:
    """Monotone: one more set takes more time."""
    assert seconds_of(laterality, band, sets + 1) > seconds_of(laterality, band, sets)


@given(routines())
def test_a_routine_is_timed(routine: Routine) -> None:
    """Timed: a routine's timeline ends where its seconds do, and names every slot in order."""
    assert check_contiguous(routine.timeline) == 10 * routine.seconds
    assert sum(slot.seconds for slot in routine.slots) == routine.seconds
    named = dict.fromkeys(each.slot for each in routine.timeline)
    assert list(named) == [slot.key for slot in routine.slots]


@given(routines())
def test_a_routine_shows_a_range(routine: Routine) -> None:
    """Range: what to expect lies around the typical time, x 0.9 to x 1.25."""
    shortest, longest = routine.seconds_range
    assert shortest <= routine.seconds <= longest
    assert 10 * shortest <= 9 * routine.seconds
    assert 4 * longest >= 5 * routine.seconds
