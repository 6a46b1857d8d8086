"""An exact search for the best choice under several clocks. It knows integers, not exercises.

The problem: families of options, each with a worth and seconds, lie in groups; groups lie in phases.
Take at most one option of a family (exactly one of a forced family) and at most as many of a group as
it has *steps*; the n-th pick of a group also earns its n-th step, and steps never rise. The seconds of
a phase must fit its room, those of all phases the whole room. Maximise the worth.

Among equals: fewer seconds, then the larger sum of the options' keys, then, at the first place where
two choices differ, the one that has it. One number holds the first two: value = worth x SCALE -
seconds. (value, sum of keys, places as bits) is an ordered group: adding the same rest to two partial
choices keeps their order. So of two partial choices that used the same counts, the one with no more
seconds and the greater order can replace the other, and the best choice is unique.

Method. (1) Price a second: at a price p, a group is worth phi(p), the best picks by value - p x seconds
(greedy, because steps never rise). The bound p x room + sum of phi(p) is above every choice; it is convex
in p and minimised by intersecting its tangents. A phase with a room of its own has a price of its own,
never below the whole one. (2) What a choice loses against the bound adds up over options, groups,
phases and unused seconds, each part 0 or more. So for a chosen delta, drop every option that alone
loses more, enumerate the picks of each group that lose at most delta, merge them keeping only
undominated sums that lose at most delta, and join two halves by walking both in order of seconds.
(3) Every choice that loses at most delta was seen. If the best one found loses at most delta, it is the
best of all, ties included; otherwise delta grows.

Cost: a few passes over the options, then work on the few (some thirty) that the bound leaves open.
The worst case is pseudo-polynomial, the square of the room for each merge: when all options pay the
same per second the bound rules nothing out. Two things tame that: the keys, which make a difference
between equals early, and a limit on the states kept, above which delta shrinks and grows anew.

Method after the multiple-choice knapsack literature: Lagrange bound and reduced-cost fixing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import gcd
from typing import NamedTuple, TypeAlias

SCALE = 8192
"""Above the seconds of the longest room (7,200), so that worth always decides before seconds."""

_FIRST_STATES = 4_000

_Line: TypeAlias = Callable[[int], tuple[int, int]]
"""At a price: the bound, and its slope."""


class Option(NamedTuple):
    """One way to take a family: *place* is its unique position in the order of ties."""

    worth: int
    seconds: int
    key: int
    place: int


class Family(NamedTuple):
    """Options of which at most one is taken, exactly one if *forced*."""

    options: tuple[Option, ...]
    forced: bool = False


class Group(NamedTuple):
    """Families of which at most `len(steps)` are taken; *steps* are bonuses of worth, never rising."""

    steps: tuple[int, ...]
    families: tuple[Family, ...]


class Phase(NamedTuple):
    """Groups whose seconds fit *room* together."""

    room: int
    groups: tuple[Group, ...]


class Task(NamedTuple):
    """Phases whose seconds fit *room* together."""

    room: int
    phases: tuple[Phase, ...]


class Answer(NamedTuple):
    """The best choice, and what proves it; value, bound and prices are in units of worth x SCALE."""

    places: tuple[int, ...]
    worth: int
    seconds: int
    value: int
    bound: int
    price: int
    phase_prices: tuple[int, ...]
    options: int
    open_options: int


class _State(NamedTuple):
    """A partial choice; order is (value, tie), and tie is the sum of keys above the place bits."""

    seconds: int
    value: int
    tie: int


class _TooManyStates(Exception):
    """More states than the limit; never leaves this file."""


class _Priced(NamedTuple):
    """A group at a price: families by falling gain (forced first), and the best picks."""

    order: tuple[int, ...]
    gains: tuple[int, ...]
    forced: int
    picked: int
    value: int
    seconds: int


def value_of(option: Option) -> int:
    """Return the value of *option*: its worth, and on equal worth fewer seconds."""
    return option.worth * SCALE - option.seconds


def _undominated(options: Iterable[Option], room: int) -> tuple[Option, ...]:
    """Return the options that fit *room* and are not beaten by one that takes no more seconds."""
    kept: list[Option] = []
    fitting = [each for each in options if each.seconds <= room]
    fitting.sort(key=lambda each: (each.seconds, -value_of(each), -each.key, each.place))
    for option in fitting:
        if not kept or _beats(option, kept[-1]):
            kept.append(option)
    return tuple(kept)


def _beats(one: Option, other: Option) -> bool:
    return (value_of(one), one.key, -one.place) > (value_of(other), other.key, -other.place)


def _prepared(task: Task) -> Task | None:
    """Return *task* without options that can never be taken, or None when it is impossible."""
    step = gcd(
        *(o.seconds for p in task.phases for g in p.groups for f in g.families for o in f.options)
    )
    room = task.room // step * step if step else task.room
    phases: list[Phase] = []
    least_in_all = 0
    for phase in task.phases:
        own_room = min(phase.room // step * step if step else phase.room, room)
        groups: list[Group] = []
        least = 0
        for group in phase.groups:
            families = [
                Family(_undominated(family.options, own_room), family.forced)
                for family in group.families
            ]
            forced = [family for family in families if family.forced]
            if len(forced) > len(group.steps) or not all(each.options for each in forced):
                return None
            least += sum(each.options[0].seconds for each in forced)
            kept = tuple(each for each in families if each.options)
            if kept and group.steps:
                groups.append(Group(group.steps, kept))
        if least > own_room:
            return None
        least_in_all += least
        phases.append(Phase(own_room, tuple(groups)))
    return Task(room, tuple(phases)) if least_in_all <= room else None


def _gain(family: Family, price: int) -> tuple[int, int]:
    """Return the best value of *family* after paying for its seconds, and those seconds."""
    best = best_seconds = 0
    first = True
    for worth, seconds, _, _ in family.options:
        gain = worth * SCALE - seconds - price * seconds
        if first or gain > best:
            best, best_seconds, first = gain, seconds, False
    return best, best_seconds


def _price_group(group: Group, price: int) -> _Priced:
    gains = [_gain(family, price) for family in group.families]
    families = group.families
    order = sorted(
        range(len(families)), key=lambda index: (not families[index].forced, -gains[index][0])
    )
    forced = sum(family.forced for family in families)
    value = seconds = picked = 0
    for index, step in zip(order, group.steps, strict=False):
        gain = gains[index][0] + step * SCALE
        if picked >= forced and gain <= 0:
            break
        value += gain
        seconds += gains[index][1]
        picked += 1
    return _Priced(
        tuple(order), tuple(gains[index][0] for index in order), forced, picked, value, seconds
    )


def _price_groups(groups: Iterable[Group], price: int) -> tuple[int, int]:
    value = seconds = 0
    for group in groups:
        priced = _price_group(group, price)
        value += priced.value
        seconds += priced.seconds
    return value, seconds


def _cheapest(bound_at: _Line, most: int) -> int:
    """Return the price from 0 to *most* at which a convex bound is least, by its tangents."""
    low, (low_bound, low_slope) = 0, bound_at(0)
    if low_slope >= 0:
        return 0
    high, (high_bound, high_slope) = most, bound_at(most)
    while high - low > 1 and high_slope > 0:
        meet = (high_slope * high - low_slope * low + low_bound - high_bound) // (
            high_slope - low_slope
        )
        middle = min(max(meet, low + 1), high - 1)
        bound, slope = bound_at(middle)
        tangent = low_bound + low_slope * (middle - low)
        if slope < 0:
            low, low_bound, low_slope = middle, bound, slope
        else:
            high, high_bound, high_slope = middle, bound, slope
        if bound <= tangent:
            break
    return low if low_bound < high_bound else high


def _dearest(groups: Iterable[Group]) -> int:
    """Return a price at which nothing is worth its seconds."""
    most = 1
    for group in groups:
        step = max(0, group.steps[0]) * SCALE
        for family in group.families:
            for option in family.options:
                most = max(most, (value_of(option) + step) // max(1, option.seconds) + 1)
    return most


class _Prices(NamedTuple):
    """The price of a second in all, each phase's own, and the bound they give."""

    whole: int
    phases: tuple[int, ...]
    bound: int


def _prices(task: Task) -> _Prices:
    own: list[int] = []
    for phase in task.phases:
        if phase.room >= task.room:
            own.append(0)
            continue

        def phase_bound(price: int, phase: Phase = phase) -> tuple[int, int]:
            value, seconds = _price_groups(phase.groups, price)
            return price * phase.room + value, phase.room - seconds

        own.append(_cheapest(phase_bound, _dearest(phase.groups)))

    def whole_bound(price: int) -> tuple[int, int]:
        bound, slope = price * task.room, task.room
        for phase, floor in zip(task.phases, own, strict=True):
            if floor > price:
                bound += _at_floor(phase, floor)[0] + (floor - price) * phase.room
                slope -= phase.room
            else:
                value, seconds = _price_groups(phase.groups, price)
                bound += value
                slope -= seconds
        return bound, slope

    floors: dict[int, tuple[int, int]] = {}

    def _at_floor(phase: Phase, floor: int) -> tuple[int, int]:
        known = floors.get(id(phase))
        if known is None:
            known = floors[id(phase)] = _price_groups(phase.groups, floor)
        return known

    most = max((_dearest(phase.groups) for phase in task.phases), default=1)
    whole = _cheapest(whole_bound, most)
    return _Prices(whole, tuple(max(whole, floor) for floor in own), whole_bound(whole)[0])


def _option_losses(group: Group, priced: _Priced, price: int) -> list[list[int | None]]:
    """Return what taking each option loses at least, family by family in priced order.

    None when it cannot be taken at all. A family outside the picks displaces the worst free pick or
    becomes the next one, because steps never rise.
    """
    losses: list[list[int | None]] = []
    for rank, index in enumerate(priced.order):
        entry: int | None = None
        if rank < priced.picked:
            entry = priced.gains[rank]
        else:
            if priced.picked > priced.forced:
                entry = priced.gains[priced.picked - 1]
            if priced.picked < len(group.steps):
                following = -group.steps[priced.picked] * SCALE
                entry = following if entry is None else min(entry, following)
        losses.append(
            [
                None if entry is None else entry - (value_of(option) - price * option.seconds)
                for option in group.families[index].options
            ]
        )
    return losses


def option_losses(task: Task, phase_prices: Sequence[int]) -> dict[int, int]:
    """Return, by place, what taking each option would lose at least against the bound.

    Options that never fit are missing. *phase_prices* as in an `Answer`.
    """
    prepared = _prepared(task)
    if prepared is None:
        return {}
    return {option.place: loss for option, loss in _each_loss(prepared, phase_prices)}


def _each_loss(task: Task, phase_prices: Sequence[int]) -> Iterator[tuple[Option, int]]:
    """Yield every option that can be taken, with what taking it loses at least."""
    for phase, own in zip(task.phases, phase_prices, strict=True):
        for group in phase.groups:
            priced = _price_group(group, own)
            for index, losses in zip(priced.order, _option_losses(group, priced, own), strict=True):
                for option, loss in zip(group.families[index].options, losses, strict=True):
                    if loss is not None:
                        yield option, loss


def _front(states: list[_State], limit: int) -> list[_State]:
    """Return the states that are not dominated, by rising seconds and rising order."""
    states.sort(key=lambda state: (state.seconds, -state.value, -state.tie))
    kept: list[_State] = []
    value, tie = 0, 0
    for state in states:
        if not kept or state.value > value or (state.value == value and state.tie > tie):
            kept.append(state)
            value, tie = state.value, state.tie
    if len(kept) > limit:
        raise _TooManyStates
    return kept


def _completions(group: Group, priced: _Priced) -> list[list[int]]:
    """Return the best value still to come after the first i families, with c picked: [i][c]."""
    size, limit = len(priced.order), len(group.steps)
    table = [[0] * (limit + 1) for _ in range(size + 1)]
    for done in range(size + 1):
        for count in range(limit + 1):
            total = 0
            for ahead in range(done, min(size, done + limit - count)):
                gain = priced.gains[ahead] + group.steps[count + ahead - done] * SCALE
                if ahead >= priced.forced and gain <= 0:
                    break
                total += gain
            table[done][count] = total
    return table


def _bundles(
    group: Group, price: int, delta: int, tie_of: dict[int, int], limit: int
) -> tuple[list[_State], int]:
    """Return the undominated picks of *group* that lose at most *delta*, and its value."""
    priced = _price_group(group, price)
    losses = _option_losses(group, priced, price)
    completions = _completions(group, priced)
    counts: list[list[_State]] = [[_State(0, 0, 0)]] + [[] for _ in group.steps]
    for rank, index in enumerate(priced.order):
        family = group.families[index]
        open_options = [
            option
            for option, loss in zip(family.options, losses[rank], strict=True)
            if loss is not None and loss <= delta
        ]
        ahead = completions[rank + 1]
        if not open_options and not family.forced and rank >= priced.picked:
            continue
        made: list[list[_State]] = [[] for _ in counts]
        for count, states in enumerate(counts):
            if not states:
                continue
            if not family.forced:
                floor = priced.value - ahead[count] - delta
                made[count] += [s for s in states if s.value - price * s.seconds >= floor]
            if count < len(group.steps):
                floor = priced.value - ahead[count + 1] - delta
                for option in open_options:
                    gain = value_of(option) + group.steps[count] * SCALE
                    tie = tie_of[option.place]
                    for state in states:
                        seconds, value = state.seconds + option.seconds, state.value + gain
                        if value - price * seconds >= floor:
                            made[count + 1].append(_State(seconds, value, state.tie + tie))
        counts = [_front(states, limit) if len(states) > 1 else states for states in made]
    everything = [state for states in counts for state in states]
    return _front(everything, limit), priced.value


def _merge(
    one: list[_State], other: list[_State], price: int, floor: int, room: int, limit: int
) -> list[_State]:
    """Return the undominated sums of two fronts that fit *room* and whose gain is *floor* or more."""
    second = sorted(
        ((state.value - price * state.seconds, state) for state in other),
        key=lambda pair: -pair[0],
    )
    made: list[_State] = []
    for state in one:
        least = floor - (state.value - price * state.seconds)
        for gain, added in second:
            if gain < least:
                break
            seconds = state.seconds + added.seconds
            if seconds <= room:
                made.append(_State(seconds, state.value + added.value, state.tie + added.tie))
        if len(made) > 50 * limit:
            raise _TooManyStates
    return _front(made, limit)


def _merge_all(
    fronts: list[tuple[list[_State], int]], price: int, delta: int, room: int, limit: int
) -> tuple[list[_State], int]:
    """Merge fronts, smallest first, each given with the best gain it can have."""
    total, best = [_State(0, 0, 0)], 0
    for front, value in sorted(fronts, key=lambda pair: len(pair[0])):
        best += value
        total = _merge(total, front, price, best - delta, room, limit)
    return total, best


def _join(one: list[_State], other: list[_State], room: int) -> _State | None:
    """Return the best sum of two fronts that fits *room*: one walk up, one walk down."""
    best: _State | None = None
    place = len(other) - 1
    for state in one:
        while place >= 0 and state.seconds + other[place].seconds > room:
            place -= 1
        if place < 0:
            break
        added = other[place]
        made = _State(
            state.seconds + added.seconds, state.value + added.value, state.tie + added.tie
        )
        if best is None or (made.value, made.tie) > (best.value, best.tie):
            best = made
    return best


def _best_within(
    task: Task, prices: _Prices, delta: int, tie_of: dict[int, int], limit: int
) -> _State | None:
    """Return the best choice of those that lose at most *delta*, or None when none was found."""
    units: list[tuple[list[_State], int]] = []
    for phase, own in zip(task.phases, prices.phases, strict=True):
        fronts = [_bundles(group, own, delta, tie_of, limit) for group in phase.groups]
        if phase.room >= task.room:
            units += fronts
            continue
        merged, value = _merge_all(fronts, own, delta, phase.room, limit)
        best = value + (own - prices.whole) * phase.room
        floor = best - delta
        units.append(([s for s in merged if s.value - prices.whole * s.seconds >= floor], best))
    units.sort(key=lambda unit: len(unit[0]))
    halves = (units[0::2], units[1::2])
    left, right = (_merge_all(half, prices.whole, delta, task.room, limit)[0] for half in halves)
    return _join(left, right, task.room)


def _ties(task: Task, prices: _Prices, delta: int) -> tuple[dict[int, int], list[int]]:
    """Return the tie number of every option that loses at most *delta*, and their places in order."""
    places = {
        option.place: option.key
        for option, loss in _each_loss(task, prices.phases)
        if loss <= delta
    }
    ordered = sorted(places)
    width = len(ordered)
    return {
        place: (places[place] << width) | (1 << (width - 1 - rank))
        for rank, place in enumerate(ordered)
    }, ordered


def solve(task: Task) -> Answer | None:
    """Return the best choice of *task* with its proof, or None when forced families cannot fit."""
    prepared = _prepared(task)
    if prepared is None:
        return None
    prices = _prices(prepared)
    options = sum(len(f.options) for p in task.phases for g in p.groups for f in g.families)
    delta = max(SCALE, 12 * prices.whole)
    limit = _FIRST_STATES
    while True:
        tie_of, ordered = _ties(prepared, prices, delta)
        try:
            best = _best_within(prepared, prices, delta, tie_of, limit)
        except _TooManyStates:
            delta, limit = max(1, delta // 16), limit * 2
            continue
        if best is not None and prices.bound - best.value <= delta:
            break
        delta *= 4
    bits = best.tie & ((1 << len(ordered)) - 1)
    places = tuple(
        place for rank, place in enumerate(ordered) if bits >> (len(ordered) - 1 - rank) & 1
    )
    return Answer(
        places,
        (best.value + best.seconds) // SCALE,
        best.seconds,
        best.value,
        prices.bound,
        prices.whole,
        prices.phases,
        options,
        len(ordered),
    )
