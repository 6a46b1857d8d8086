"""Every choice that loses little against the bound: listed, merged, joined.

A state is a partial choice: its seconds, and its *order*, one number that holds value (and in it the sum of
keys), then the places as bits. Orders add up, and adding the same rest to two partial choices keeps which
is greater. So of two that took the same counts, the one with no more seconds and the greater order can
replace the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from .narrowing import Choice, Lot, Whole
from .pricing import Picks, Prices, losses_in, picks_at

State: TypeAlias = tuple[int, int]
"""Seconds and order."""

Front: TypeAlias = list[State]
"""States by rising seconds and rising order, none of which could replace another."""


class TooManyStatesError(Exception):
    """More states than the limit; never leaves the search."""


class Opened(NamedTuple):
    """A lot at its price: its best picks, and its choices after what taking each loses."""

    lot: Lot
    price: int
    picks: Picks
    losses: list[tuple[int, Choice]]


class Unit(NamedTuple):
    """A front, and the best gain that any of its states can have."""

    front: Front
    best: int


class Open(NamedTuple):
    """The choices that lose at most *delta*: an order is value << width, and below it a bit for each place."""

    delta: int
    places: tuple[int, ...]
    bits: dict[int, int]
    limit: int

    @property
    def width(self) -> int:
        """How many bits below a value the places take."""
        return len(self.places)


def opened(whole: Whole, part_prices: Sequence[int]) -> list[list[Opened]]:
    """Return every lot at its part's price, part by part."""
    made: list[list[Opened]] = []
    for at, part in enumerate(whole.parts):
        price = part_prices[at]
        lots: list[Opened] = []
        for lot in part.lots:
            picks = picks_at(lot, price)
            lots.append(Opened(lot, price, picks, losses_in(lot, price, picks)))
        made.append(lots)
    return made


def losses_of(parts: Iterable[Iterable[Opened]]) -> Iterator[tuple[int, int]]:
    """Yield the place of every choice that can be taken, and what it loses at least."""
    for lots in parts:
        for each in lots:
            for loss, choice in each.losses:
                yield choice[2], loss


def open_at(parts: Iterable[Iterable[Opened]], delta: int, limit: int) -> Open:
    """Return what is open at *delta*, with at most *limit* states in a front."""
    places = tuple(sorted(place for place, loss in losses_of(parts) if loss <= delta))
    last = len(places) - 1
    bits = {place: 1 << (last - rank) for rank, place in enumerate(places)}
    return Open(delta, places, bits, limit)


def places_in(order: int, opening: Open) -> tuple[int, ...]:
    """Return the places that the bits of *order* stand for."""
    last = len(opening.places) - 1
    return tuple(place for rank, place in enumerate(opening.places) if order >> (last - rank) & 1)


def _front(states: Front, limit: int) -> Front:
    """Return the states that no other could replace."""
    states.sort()
    kept: Front = []
    last, best = -1, None
    for state in states:
        seconds, order = state
        if best is None or order > best:
            if seconds == last:
                kept[-1] = state
            else:
                kept.append(state)
            last, best = seconds, order
    if len(kept) > limit:
        raise TooManyStatesError
    return kept


def _bundles(each: Opened, opening: Open) -> Unit:
    """Return the picks of a lot that lose at most delta, and the best gain."""
    lot, picks, delta, width = each.lot, each.picks, opening.delta, opening.width
    families: dict[int, list[State]] = {}
    best_gain: dict[int, int] = {}
    count = 0
    for loss, (value, seconds, place, number) in each.losses:
        if loss <= delta:
            count += 1
            state = (seconds, (value << width) + opening.bits[place])
            families.setdefault(number, []).append(state)
            gain = value - each.price * seconds
            best_gain[number] = max(gain, best_gain.get(number, gain))
    if count == len(picks.families) and _is_settled(each, delta):
        only = [state for states in families.values() for state in states]
        bonus = sum(lot.steps[:count]) << width
        together = (sum([at for at, _ in only]), sum([order for _, order in only], bonus))
        return Unit([together], picks.value)
    ranked = sorted(families, key=lambda number: (number not in lot.forced, -best_gain[number]))
    gains = [best_gain[number] for number in ranked]
    least = picks.value - delta
    price = each.price << width
    most = len(lot.steps)
    counts: list[Front] = [[(0, 0)]]
    for rank, number in enumerate(ranked):
        made: list[Front] = [[] for _ in range(min(len(counts), most) + 1)]
        for taken, states in enumerate(counts):
            if number not in lot.forced:
                floor = (least - _ahead(lot, gains, rank + 1, taken)) << width
                made[taken] += [each for each in states if each[1] - price * each[0] >= floor]
            if states and taken < most:
                floor = (least - _ahead(lot, gains, rank + 1, taken + 1)) << width
                step = lot.steps[taken] << width
                for seconds, bare in families[number]:
                    order = bare + step
                    made[taken + 1] += [
                        (at + seconds, value + order)
                        for at, value in states
                        if value + order - price * (at + seconds) >= floor
                    ]
        counts = [_front(each, opening.limit) for each in made]
    everything = [state for states in counts for state in states]
    return Unit(_front(everything, opening.limit), picks.value)


def _is_settled(each: Opened, delta: int) -> bool:
    """Return whether leaving out any free pick of a lot loses more than *delta*."""
    lot, picks = each.lot, each.picks.families
    free = [gain for number, gain in picks.items() if number not in lot.forced]
    return not free or free[-1] + lot.steps[len(picks) - 1] > delta


def _ahead(lot: Lot, gains: list[int], done: int, count: int) -> int:
    """Return the best gain still to come after *done* families, *count* of them picked."""
    total = 0
    forced = len(lot.forced)
    for place in range(done, min(len(gains), done + len(lot.steps) - count)):
        gain = gains[place] + lot.steps[count + place - done]
        if place >= forced and gain <= 0:
            break
        total += gain
    return total


def _merge(one: Front, other: Front, least: int, price: int, room: int, limit: int) -> Front:
    """Return the undominated sums of two fronts that fit *room* and whose gain is *least* or more."""
    second = [(order - price * seconds, seconds, order) for seconds, order in other]
    second.sort(key=itemgetter(0), reverse=True)
    made: Front = []
    for at, value in one:
        floor = least - (value - price * at)
        space = room - at
        for gain, seconds, order in second:
            if gain < floor:
                break
            if seconds <= space:
                made.append((at + seconds, value + order))
        if len(made) > 50 * limit:
            raise TooManyStatesError
    return _front(made, limit)


def _merge_all(units: Iterable[Unit], price: int, room: int, opening: Open) -> Unit:
    """Merge *units*, smallest first, keeping what can still lose at most delta."""
    total, best = [(0, 0)], 0
    for unit in sorted(units, key=lambda each: len(each.front)):
        best += unit.best
        least = (best - opening.delta) << opening.width
        total = _merge(total, unit.front, least, price << opening.width, room, opening.limit)
    return Unit(total, best)


def _join(one: Front, other: Front, room: int) -> State | None:
    """Return the best sum of two fronts that fits *room*: one walk up, one walk down."""
    best: State | None = None
    place = len(other) - 1
    for seconds, order in one:
        while place >= 0 and seconds + other[place][0] > room:
            place -= 1
        if place < 0:
            break
        added = other[place]
        if best is None or order + added[1] > best[1]:
            best = (seconds + added[0], order + added[1])
    return best


def best_within(
    whole: Whole, prices: Prices, parts: list[list[Opened]], opening: Open
) -> State | None:
    """Return the best choice of those that lose at most delta, or None when none was found."""
    units: list[Unit] = []
    for at, part in enumerate(whole.parts):
        own = prices.parts[at]
        made = [_bundles(each, opening) for each in parts[at]]
        if part.room >= whole.room:
            units += made
            continue
        merged = _merge_all(made, own, part.room, opening)
        best = merged.best + (own - prices.whole) * part.room
        least = (best - opening.delta) << opening.width
        price = prices.whole << opening.width
        units.append(Unit([s for s in merged.front if s[1] - price * s[0] >= least], best))
    units.sort(key=lambda unit: len(unit.front))
    left, right = (
        _merge_all(half, prices.whole, whole.room, opening) for half in (units[0::2], units[1::2])
    )
    return _join(left.front, right.front, whole.room)
