"""The parts of the search one by one, and answers that stay as they are, proof and effort included."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipkit.composing import _search
from hipkit.composing._search import (
    SCALE,
    Family,
    Group,
    Option,
    Phase,
    Task,
    enumerating,
    option_losses,
    pricing,
    solve,
)
from hipkit.composing._search.enumerating import (
    Front,
    Open,
    Opened,
    TooManyStatesError,
    Unit,
    _ahead,
    _bundles,
    _front,
    _join,
    _merge,
    _merge_all,
    best_within,
    open_at,
    opened,
    places_in,
)
from hipkit.composing._search.narrowing import (
    Choice,
    Lot,
    Part,
    Whole,
    _whole_lot,
    fitting,
    narrowed,
)
from hipkit.composing._search.pricing import (
    Picks,
    Prices,
    _cheapest,
    _picked,
    _Piece,
    losses_in,
    picks_at,
    prices_of,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "search.json"
GOLDEN_EFFORT = GOLDEN.with_name("search_effort.json")
STATES = st.lists(st.tuples(st.integers(0, 30), st.integers(-50, 50)), max_size=12)


def family(*options: tuple[int, int], first: int, forced: bool = False, key: int = 0) -> Family:
    """Return a family of options given as worth and seconds, with places from *first* on."""
    made = (Option(worth, seconds, key, first + at) for at, (worth, seconds) in enumerate(options))
    return Family(tuple(made), forced)


def one_group(*families: Family, steps: tuple[int, ...], room: int = 100) -> Task:
    """Return a task of one group in one phase."""
    return Task(room, (Phase(room, (Group(steps, families),)),))


def lost(lot: Lot, picks: Picks) -> list[int]:
    """Return what each choice of *lot* loses where seconds are free."""
    found = losses_in(lot, 0, picks)
    assert tuple(choice for _, choice in found) == lot.choices
    return [loss for loss, _ in found]


def lots_of(families: list[tuple[bool, list[tuple[int, int]]]], steps: list[int]) -> Lot | None:
    """Return a lot of families given as forced or not, with values and seconds; None when impossible."""
    forced = frozenset(number for number, (force, _) in enumerate(families) if force)
    choices = [
        (*option, number) for number, (_, options) in enumerate(families) for option in options
    ]
    numbered = tuple((value, at, place, n) for place, (value, at, n) in enumerate(choices))
    made = Lot(tuple(sorted(steps, reverse=True)), numbered, forced)
    return made if len(forced) <= len(steps) else None


LOTS = st.builds(
    lots_of,
    st.lists(
        st.tuples(
            st.integers(0, 4).map(lambda drawn: drawn == 4),
            st.lists(st.tuples(st.integers(-9, 20), st.integers(1, 9)), min_size=1, max_size=3),
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.integers(-9, 9), min_size=1, max_size=3),
).filter(bool)


def picks_in(lot: Lot) -> Iterator[list[Choice]]:
    """Yield every way to pick from *lot*."""
    families = [
        [each for each in lot.choices if each[3] == number]
        for number in range(max(each[3] for each in lot.choices) + 1)
    ]
    for picked in product(
        *([*own, *([] if number in lot.forced else [None])] for number, own in enumerate(families))
    ):
        taken = [each for each in picked if each is not None]
        if len(taken) <= len(lot.steps):
            yield taken


def places_left(task: Task) -> list[int]:
    """Return the places that narrowing leaves, by rising place."""
    whole = narrowed(task)
    assert whole is not None
    return sorted(choice[2] for part in whole.parts for lot in part.lots for choice in lot.choices)


def random_task(rng: random.Random) -> Task:
    """Return a task of three phases and six groups, about as large as a real one."""
    place, phases = 0, list[Phase]()
    room = rng.choice((301, 599, 1_200, 1_800))
    for share, groups in ((18, 2), (100, 6), (15, 2)):
        made: list[Group] = []
        for _ in range(groups):
            families: list[Family] = []
            for _ in range(rng.randint(1, 6)):
                seconds = rng.randint(20, 140)
                options = [
                    Option(
                        rng.randint(-400, 900) * sets,
                        seconds * sets + 10,
                        rng.getrandbits(20),
                        place + sets,
                    )
                    for sets in range(rng.randint(1, 3))
                ]
                place += len(options)
                families.append(Family(tuple(options), rng.random() < 0.03))
            steps = sorted((rng.randint(-500, 900) for _ in range(rng.randint(1, 3))), reverse=True)
            made.append(Group(tuple(steps), tuple(families)))
        phases.append(Phase(room * share // 100, tuple(made)))
    return Task(room, tuple(phases))


def degenerate_task(rng: random.Random) -> Task:
    """Return a task in which every second pays the same, and only keys tell choices apart."""
    families = tuple(
        Family(tuple(Option(10 * s, s, rng.getrandbits(20), 3 * at + n) for n, s in enumerate(own)))
        for at in range(24)
        for own in ([rng.randint(15, 90) * more for more in (1, 2, 3)],)
    )
    groups = tuple(Group((0, 0, 0), families[at::4]) for at in range(4))
    return Task(611, (Phase(611, groups),))


def sixty_tasks() -> list[Task]:
    """Return tasks drawn from a fixed seed."""
    rng = random.Random(20)
    return [random_task(rng) for _ in range(50)] + [degenerate_task(rng) for _ in range(10)]


def answers() -> list[list[object]]:
    """Return the whole answers to the sixty tasks."""
    return [list(solve(task) or ()) for task in sixty_tasks()]


def efforts(patch: pytest.MonkeyPatch) -> list[list[int]]:
    """Return the work done for each of the sixty tasks.

    How often a group was priced and how many rounds there were; then, over all rounds, the sums of their
    deltas, limits, open options, states listed and states kept.
    """
    rounds: list[list[int]] = []
    priced: list[int] = []

    def opening(parts: list[list[Opened]], delta: int, limit: int) -> Open:
        made = open_at(parts, delta, limit)
        rounds.append([delta, limit, len(made.places), 0, 0])
        return made

    def front(states: Front, limit: int) -> Front:
        rounds[-1][3] += len(states)
        kept = _front(states, limit)
        rounds[-1][4] += len(kept)
        return kept

    def picked(lot: Lot, price: int) -> tuple[dict[int, int], int, int]:
        priced.append(price)
        return _picked(lot, price)

    patch.setattr(_search, "open_at", opening)
    patch.setattr(enumerating, "_front", front)
    patch.setattr(pricing, "_picked", picked)
    made: list[list[int]] = []
    for task in sixty_tasks():
        rounds.clear()
        priced.clear()
        solve(task)
        made.append([len(priced), len(rounds), *map(sum, zip(*rounds, strict=True))])
    return made


def test_answers_stay_as_they_are() -> None:
    """Choice, bound, prices and how many options were open: a changed number is a changed search.

    When it is meant to change, write tests/golden/search.json anew from `answers()`.
    """
    kept = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(answers())) == kept


def test_efforts_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looser floors, wider rounds and more pricing give the same answers: only the work shows them.

    When it is meant to change, write tests/golden/search_effort.json anew from `efforts()`.
    """
    kept = json.loads(GOLDEN_EFFORT.read_text(encoding="utf-8"))
    assert efforts(monkeypatch) == kept["usual"]
    monkeypatch.setattr(_search, "_FIRST_STATES", 4)
    assert efforts(monkeypatch) == kept["first states 4"]


def test_where_the_search_begins_never_changes_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first delta too small or a first limit too small costs rounds, and ends at the same choice."""
    kept = json.loads(GOLDEN.read_text(encoding="utf-8"))
    for states, seconds, options in ((4, 32, 48), (4_000, 1, 2), (2, 1_000, 48)):
        monkeypatch.setattr(_search, "_FIRST_STATES", states)
        monkeypatch.setattr(_search, "_FIRST_SECONDS", seconds)
        monkeypatch.setattr(_search, "_FIRST_OPTIONS", options)
        found = json.loads(json.dumps(answers()))
        assert [each[:-1] for each in found] == [each[:-1] for each in kept]  # not what was open


def test_one_that_better_families_outnumber_is_left_out() -> None:
    """With two steps, an option that two other families beat in no more seconds never comes."""
    task = one_group(
        family((10, 10), first=0),
        family((9, 10), first=1),
        family((8, 10), first=2),
        family((8, 9), first=3),
        steps=(0, 0),
    )
    assert places_left(task) == [0, 1, 3]


def test_one_of_its_own_family_counts_once() -> None:
    """Two better options of one family are one family: the third still may come beside it."""
    task = one_group(family((10, 10), (11, 11), first=0), family((8, 12), first=2), steps=(0, 0))
    assert places_left(task) == [0, 1, 2]


def test_within_a_family_only_what_pays_for_its_seconds_is_left() -> None:
    """More seconds must bring more; among equals the greater key, then the first place."""
    assert places_left(one_group(family((10, 10), (9, 12), (12, 20), first=0), steps=(0,))) == [
        0,
        2,
    ]
    equal = Family((Option(5, 5, 1, 0), Option(5, 5, 2, 1)))
    assert places_left(one_group(equal, steps=(0,))) == [1]
    equal = Family((Option(5, 5, 1, 1), Option(5, 5, 1, 0)))
    assert places_left(one_group(equal, steps=(0,))) == [0]


def test_what_does_not_fit_is_left_out_and_what_just_fits_stays() -> None:
    """A phase's room counts, and the whole room where that is less."""
    task = one_group(family((1, 50), (2, 51), first=0), steps=(0,), room=50)
    assert places_left(task) == [0]
    tighter = Task(49, task.phases)
    assert places_left(tighter) == []


def test_forced_families_keep_their_options_and_take_no_place_from_others() -> None:
    """A forced family outnumbers nobody; the others share the steps that it leaves."""
    task = one_group(
        family((90, 5), first=0, forced=True),
        family((10, 10), first=1),
        family((8, 10), first=2),
        steps=(0, 0),
    )
    assert places_left(task) == [0, 1]


def test_forced_families_must_fit_the_whole_room_together() -> None:
    """Each may fit its own phase, and yet all of them not the whole room."""
    phases = tuple(
        Phase(60, (Group((0,), (family((1, 60), first=first, forced=True),)),)) for first in (0, 1)
    )
    assert narrowed(Task(120, phases)) is not None
    assert narrowed(Task(119, phases)) is None


def test_a_forced_family_without_options_is_impossible() -> None:
    """Nothing of it can be taken, however much room there is."""
    assert narrowed(one_group(family(first=0, forced=True), steps=(0,))) is None


def test_groups_of_which_nothing_can_come_are_left_out() -> None:
    """Those without a step, and those of which nothing fits."""
    without_step = one_group(family((1, 50), first=0), steps=())
    too_long = one_group(family((1, 50), first=0), steps=(0,), room=49)
    for read in (narrowed, fitting):
        for task, room in ((without_step, 100), (too_long, 0)):
            assert read(task) == Whole(room, (Part(room, ()),), 0)


def test_where_there_are_no_options_every_room_counts_and_no_keys() -> None:
    """Nothing divides the seconds, and nothing has to be kept below a value."""
    assert narrowed(one_group(steps=(0, 0), room=101)) == Whole(101, (Part(101, ()),), 0)


def test_rooms_shrink_to_what_can_be_filled() -> None:
    """When all seconds are multiples of six, so are the rooms that count."""
    phases = (Phase(50, (Group((0,), (family((1, 12), first=0),)),)),)
    whole = narrowed(Task(101, (*phases, Phase(77, (Group((0,), (family((1, 18), first=1),)),)))))
    assert whole is not None
    assert (whole.room, [part.room for part in whole.parts]) == (96, [48, 72])


def test_values_carry_keys_below_them_where_ties_count() -> None:
    """The lowest bits have room for the keys of as many picks as there can be."""
    options = Family((Option(3, 7, 5, 0),))
    whole = narrowed(one_group(options, steps=(2, 1)))
    assert whole is not None
    assert whole.key_bits == (2 * 5).bit_length()
    ((lot,),) = (part.lots for part in whole.parts)
    value = 3 * SCALE - 7
    assert lot.choices == (((value << whole.key_bits) + 5, 7, 0, 0),)
    assert lot.steps == (2 * SCALE << whole.key_bits, SCALE << whole.key_bits)
    assert fitting(one_group(options, steps=(2, 1))) == Whole(
        98, (Part(98, (Lot((2 * SCALE, SCALE), ((value, 7, 0, 0),), frozenset()),)),), 0
    )


def test_a_group_read_whole_leaves_the_same_bits_below_values_and_steps() -> None:
    """Whatever their number: gains add values and steps up."""
    group = Group((2,), (family((3, 7), first=0, key=5),))
    value = 3 * SCALE - 7
    assert _whole_lot(group, 7, 4) == Lot((2 * SCALE << 4,), ((value << 4, 7, 0, 0),), frozenset())


def test_picks_are_the_best_after_paying() -> None:
    """The best of each family, as many as the steps still pay for."""
    lot = Lot(
        (50, 0, -30),
        ((100, 10, 0, 0), (150, 30, 1, 0), (90, 10, 2, 1), (20, 10, 3, 2)),
        frozenset(),
    )
    free = picks_at(lot, 0)
    assert (free.families, free.value, free.seconds) == ({0: 150, 1: 90}, 290, 40)
    dear = picks_at(lot, 5)
    assert (dear.families, dear.value, dear.seconds) == ({0: 50, 1: 40}, 140, 20)
    dearest = picks_at(lot, 14)
    assert (dearest.families, dearest.value, dearest.seconds) == ({0: -40}, 10, 10)


def test_what_only_pays_for_itself_is_not_picked() -> None:
    """Gain and step together bring nothing, so its seconds are saved."""
    lot = Lot((0, -20), ((20, 5, 0, 0), (30, 5, 1, 1)), frozenset())
    assert picks_at(lot, 0) == Picks({1: 30}, 30, 5)
    assert picks_at(lot, 6) == Picks({}, 0, 0)


def test_forced_picks_come_first_whatever_they_cost() -> None:
    """They take the first steps, and free ones what is left."""
    lot = Lot((50, 10), ((-100, 10, 0, 0), (30, 5, 1, 1)), frozenset({0}))
    picks = picks_at(lot, 2)
    assert list(picks.families.items()) == [(0, -120), (1, 20)]
    assert (picks.value, picks.seconds) == (-120 + 50 + 20 + 10, 15)


def test_where_no_pick_pays_forced_families_rest_at_their_shortest() -> None:
    """All groups together: what those earn, and the seconds that every price takes from it."""
    two = Lot((5, 3), ((10, 4, 0, 0), (12, 6, 1, 0), (7, 1, 2, 1), (9, 2, 3, 2)), frozenset({0, 1}))
    one = Lot((2, 1), ((1, 9, 4, 0), (8, 9, 5, 1)), frozenset({0}))
    none = Lot((4,), ((3, 7, 6, 0),), frozenset())
    piece = _Piece((two, one, none))
    assert piece.resting() == ((10 + 7 + 5 + 3) + (1 + 2), -(4 + 1 + 9))
    assert piece.resting() == piece.tangent(99)


def test_losses_displace_the_worst_pick_or_take_the_next_step() -> None:
    """Whichever loses less; what has no place at all is missing."""
    lot = Lot(
        (0, 0, -25), ((100, 0, 0, 0), (60, 0, 1, 1), (50, 0, 2, 2), (20, 0, 3, 3)), frozenset()
    )
    picks = picks_at(lot, 0)
    assert picks.families == {0: 100, 1: 60, 2: 50}
    assert lost(lot, picks) == [0, 0, 0, 30]
    two = Lot((0, 0), lot.choices, frozenset())
    assert lost(two, picks_at(two, 0)) == [0, 0, 10, 40]
    dear = Lot((0, 0, -55), lot.choices, frozenset())
    assert lost(dear, picks_at(dear, 0)) == [0, 0, 5, 35]
    paid = Lot((0,), ((100, 10, 0, 0), (90, 4, 1, 1), (70, 1, 2, 2)), frozenset())
    assert [loss for loss, _ in losses_in(paid, 3, picks_at(paid, 3))] == [8, 0, 11]
    full = Lot((0,), lot.choices, frozenset({3}))
    assert losses_in(full, 0, picks_at(full, 0)) == [(0, lot.choices[3])]


@given(st.randoms(use_true_random=False))
def test_no_price_near_gives_a_lower_bound(rng: random.Random) -> None:
    """The price is where the bound is least, to the last whole number or its neighbour."""
    whole = narrowed(random_task(rng))
    if whole is None:
        return
    prices = prices_of(whole)

    def bound(price: int) -> int:
        own = [max(price, each) for each in floors]
        return price * whole.room + sum(
            (each - price) * part.room + sum(picks_at(lot, each).value for lot in part.lots)
            for part, each in zip(whole.parts, own, strict=True)
        )

    floors = [0 if each == prices.whole else each for each in prices.parts]
    assert prices.bound == bound(prices.whole)
    slack = whole.room  # between two whole numbers the bound moves by no more
    for near in (1, 2, 1 << whole.key_bits, SCALE << whole.key_bits):
        assert bound(prices.whole + near) + slack >= prices.bound
        assert bound(max(0, prices.whole - near)) + slack >= prices.bound


def test_of_prices_with_the_same_bound_the_first_asked_stays() -> None:
    """One second of room and nothing but the short option to fill it: 3 to 18 do as well."""
    lot = Lot((0, 0), ((18, 1, 0, 0), (18, 6, 1, 1)), frozenset())
    assert {price + picks_at(lot, price).value for price in range(3, 19)} == {18}
    assert _cheapest(1, [_Piece((lot,))]) == (5, 18)


@given(st.lists(LOTS, min_size=1, max_size=3), st.integers(0, 30))
def test_the_bound_told_is_that_of_the_price_told(lots: list[Lot], room: int) -> None:
    """Exactly; and a whole number further no price gives less than what all seconds cost by one."""
    by_seconds = [
        lot._replace(choices=tuple(sorted(lot.choices, key=lambda each: (each[1], -each[0]))))
        for lot in lots
    ]
    pieces = [_Piece((lot,)) for lot in by_seconds]
    room -= sum(piece.resting()[1] for piece in pieces)  # what is forced fits
    price, told = _cheapest(room, pieces)

    def bound(at: int) -> int:
        return at * room + sum(picks_at(lot, at).value for lot in by_seconds)

    assert told == bound(price)
    slack = max(room, sum(seconds for lot in lots for _, seconds, _, _ in lot.choices))
    assert min(bound(at) for at in range(60)) + slack >= told


def test_a_second_costs_nothing_when_there_is_room_for_all() -> None:
    """Then the bound is what everything together is worth, and the choice reaches it."""
    answer = solve(one_group(family((5, 10), first=0), family((4, 20), first=1), steps=(0, 0)))
    assert answer is not None
    assert (answer.price, answer.bound, answer.value) == (0, 9 * SCALE - 30, 9 * SCALE - 30)


def test_a_phase_with_little_room_is_dearer() -> None:
    """Its own price is above the whole one, and the bound counts its room at the difference."""
    small = Phase(20, (Group((0, 0), (family((40, 20), first=0), family((30, 20), first=1))),))
    large = Phase(100, (Group((0,), (family((5, 50), first=2),)),))
    answer = solve(Task(100, (small, large)))
    assert answer is not None
    assert answer.places == (0, 2)
    assert answer.price == 0
    assert answer.phase_prices[0] > 0 == answer.phase_prices[1]
    assert answer.bound >= answer.value


def test_prices_of_other_phases_are_refused() -> None:
    """There is one for each phase, or they are not this task's."""
    with pytest.raises(ValueError, match="shorter"):
        Prices(0, (), 0).without_keys(Whole(9, (Part(9, ()),), 0))


def test_losses_are_told_in_units_of_worth() -> None:
    """Keys are not in them: an equal option loses nothing."""
    options = (Family((Option(5, 10, 9, 0),)), Family((Option(5, 10, 1, 1),)))
    task = one_group(*options, steps=(0,))
    answer = solve(task)
    assert answer is not None
    assert answer.places == (0,)
    assert option_losses(task, answer.phase_prices) == {0: 0, 1: 0}


def test_what_just_fits_has_a_loss_and_what_does_not_fit_has_none() -> None:
    """A room is filled to its last second."""
    task = one_group(family((5, 50), (9, 51), first=0), steps=(0,), room=50)
    assert option_losses(task, (0,)) == {0: 0}


@given(STATES)
def test_a_front_keeps_what_nothing_replaces(states: list[tuple[int, int]]) -> None:
    """Rising seconds, rising order; every state has one in it that is as good in no more seconds."""
    front = _front(list(states), 99)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(front))
    assert set(front) <= set(states)
    for seconds, order in states:
        assert any(at <= seconds and value >= order for at, value in front)


def test_too_many_states_are_never_kept() -> None:
    """The limit holds wherever states are gathered."""
    states = [(seconds, seconds) for seconds in range(5)]
    assert _front(list(states), 5) == states
    with pytest.raises(TooManyStatesError):
        _front(list(states), 4)
    many = [(seconds, seconds) for seconds in range(60)]
    assert _merge(many[:1], many[:50], -9_999, 0, 999, 50)
    with pytest.raises(TooManyStatesError):
        _merge(many, many, -9_999, 0, 999, 1)
    assert _merge([(0, 0)], [(0, 0)] * 50, 0, 0, 0, 1) == [(0, 0)]  # fifty sums for one kept
    with pytest.raises(TooManyStatesError):
        _merge([(0, 0)], [(0, 0)] * 51, 0, 0, 0, 1)


@given(STATES, STATES, st.integers(0, 5), st.integers(-60, 60), st.integers(0, 60))
def test_merging_sums_what_fits_and_gains_enough(
    one: list[tuple[int, int]], other: list[tuple[int, int]], price: int, least: int, room: int
) -> None:
    """As trying every pair does."""
    pairs = [(a + c, b + d) for a, b in one for c, d in other]
    wanted = [(s, v) for s, v in pairs if s <= room and v - price * s >= least]
    assert _merge(one, other, least, price, room, 999) == _front(wanted, 999)


@given(STATES, STATES, st.integers(0, 60))
def test_joining_finds_the_greatest_sum_that_fits(
    one: list[tuple[int, int]], other: list[tuple[int, int]], room: int
) -> None:
    """As trying every pair does."""
    first, second = _front(one, 99), _front(other, 99)
    fitting = [(a + c, b + d) for a, b in first for c, d in second if a + c <= room]
    found = _join(first, second, room)
    assert (None if found is None else found[1]) == max((v for _, v in fitting), default=None)
    assert found is None or found in fitting


@settings(max_examples=200)
@given(LOTS, st.integers(0, 3), st.integers(0, 25))
def test_a_group_lists_all_picks_that_lose_at_most_delta(lot: Lot, price: int, delta: int) -> None:
    """As trying every way to pick does: none is missing, and none loses more."""
    ((each,),) = opened(Whole(99, (Part(99, (lot,)),), 0), (price,))
    opening = open_at([[each]], delta, 999)
    width = len(opening.places)
    gains: list[int] = []
    wanted: Front = []
    for taken in picks_in(lot):
        value = sum(choice[0] for choice in taken) + sum(lot.steps[: len(taken)])
        seconds = sum(choice[1] for choice in taken)
        gains.append(value - price * seconds)
        if each.picks.value - gains[-1] <= delta:
            places = sum(opening.bits[choice[2]] for choice in taken)
            wanted.append((seconds, (value << width) + places))
    assert max(gains) == each.picks.value
    assert _bundles(each, opening) == Unit(_front(wanted, 999), max(gains))


@settings(max_examples=200)
@given(LOTS, st.data())
def test_what_is_still_ahead_is_the_best_of_all_ways_to_go_on(
    lot: Lot, data: st.DataObject
) -> None:
    """The forced families that are left, then free ones as long as they pay."""
    forced = len(lot.forced)
    must = data.draw(st.lists(st.integers(-9, 20), min_size=forced, max_size=forced))
    free = data.draw(st.lists(st.integers(-9, 20), max_size=4))
    gains = [*must, *sorted(free, reverse=True)]
    done = data.draw(st.integers(0, len(gains)))
    count = data.draw(st.integers(min(done, forced), min(done, len(lot.steps))))
    most = min(len(gains) - done, len(lot.steps) - count)
    totals = [
        sum(gains[done : done + more]) + sum(lot.steps[count : count + more])
        for more in range(min(most, max(0, forced - done)), most + 1)
    ]
    assert _ahead(lot, gains, done, count) == max(totals)


def test_what_is_ahead_pays_from_the_first_unit_on() -> None:
    """A gain of one counts, nothing and less do not; forced families count whatever they cost."""
    lot = Lot((0, 0, 0), (), frozenset({0}))
    assert [_ahead(lot, [-4, 5, 1, 0], done, done) for done in range(4)] == [2, 6, 1, 0]
    assert [_ahead(lot, [-4, 0, -1, -2], done, done) for done in range(4)] == [-4, 0, 0, 0]


@given(
    st.lists(STATES.map(lambda each: _front([(0, 0), *each], 99)), max_size=3),
    st.integers(0, 3),
    st.integers(0, 60),
    st.integers(0, 30),
    st.integers(0, 2),
)
def test_merging_everything_keeps_what_loses_at_most_delta(
    fronts: list[Front], price: int, room: int, delta: int, width: int
) -> None:
    """As trying every sum does, where orders have bits for places."""
    opening = Open(delta, tuple(range(width)), {}, 999)
    units = [
        Unit(
            [(at, order << width) for at, order in front],
            max(order - price * at for at, order in front),
        )
        for front in fronts
    ]
    best = sum(unit.best for unit in units)
    sums = [tuple(map(sum, zip((0, 0), *each, strict=True))) for each in product(*fronts)]
    wanted = [
        (at, order << width)
        for at, order in sums
        if at <= room and order - price * at >= best - delta
    ]
    assert _merge_all(units, price, room, opening) == Unit(_front(wanted, 999), best)


def test_merging_everything_adds_up_the_best_gains() -> None:
    """What can no longer reach them within delta is left out."""
    opening = Open(10, (), {}, 99)
    units = [Unit([(0, 0), (5, 20)], 20), Unit([(0, 0), (4, 7)], 7)]
    merged = _merge_all(units, 0, 99, opening)
    assert merged == Unit([(5, 20), (9, 27)], 27)
    assert _merge_all([], 0, 99, opening) == Unit([(0, 0)], 0)


def numbered(lots: list[Lot]) -> list[Lot]:
    """Return *lots* with places that no other has."""
    made: list[Lot] = []
    for at, lot in enumerate(lots):
        choices = tuple((v, s, place + 20 * at, n) for v, s, place, n in lot.choices)
        made.append(lot._replace(choices=choices))
    return made


@settings(max_examples=200)
@given(st.lists(st.tuples(LOTS, st.integers(5, 30)), min_size=1, max_size=2), st.data())
def test_the_best_is_found_as_soon_as_delta_is_what_it_loses(
    drawn: list[tuple[Lot, int]], data: st.DataObject
) -> None:
    """Not one less is needed: what loses exactly delta is among what is listed, merged and joined."""
    room = data.draw(st.integers(5, 30))
    price = data.draw(st.integers(0, 3))
    lots = numbered([lot for lot, _ in drawn])
    parts = tuple(Part(min(own, room), (lot,)) for lot, (_, own) in zip(lots, drawn, strict=True))
    prices = [price + data.draw(st.integers(0, 2)) if part.room < room else price for part in parts]
    whole = Whole(room, parts, 0)
    each_opened = opened(whole, prices)
    bound = price * room + sum(
        (own - price) * part.room + lot.picks.value
        for own, part, (lot,) in zip(prices, parts, each_opened, strict=True)
    )
    found: list[tuple[int, int, list[int]]] = []
    for picks in product(*map(picks_in, lots)):
        seconds = [sum(choice[1] for choice in taken) for taken in picks]
        if sum(seconds) > room or any(
            at > part.room for at, part in zip(seconds, parts, strict=True)
        ):
            continue
        value = sum(choice[0] for taken in picks for choice in taken) + sum(
            sum(lot.steps[: len(taken)]) for lot, taken in zip(lots, picks, strict=True)
        )
        places = sorted(choice[2] for taken in picks for choice in taken)
        found.append((value, sum(seconds), places))
    if not found:
        return
    loss = bound - max(value for value, _, _ in found)
    opening = open_at(each_opened, loss, 999)
    wanted = max(
        ((value << opening.width) + sum(opening.bits[place] for place in places), seconds)
        for value, seconds, places in found
        if bound - value == loss
    )
    best = best_within(whole, Prices(price, tuple(prices), bound), each_opened, opening)
    assert best == (wanted[1], wanted[0])


def test_orders_hold_places_from_the_first_on() -> None:
    """The first place has the highest bit, so that it decides."""
    task = one_group(family((5, 10), first=3), family((4, 20), first=8), steps=(0, 0), room=25)
    whole = narrowed(task)
    assert whole is not None
    parts = opened(whole, (0,))
    opening = open_at(parts, 0, 99)
    assert opening.places == (3, 8)
    assert opening.bits == {3: 2, 8: 1}
    assert opening.width == 2
    assert [places_in(order, opening) for order in (0, 1, 2, 3, 4)] == [(), (8,), (3,), (3, 8), ()]
    assert open_at(parts, -1, 99).places == ()
