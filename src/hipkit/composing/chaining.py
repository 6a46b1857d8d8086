"""The order that asks least of a person, of all that keep the stages.

It is found by taking one item after the other and keeping, of all ways that have done the same
items and end with the same one, only the best: whatever comes later costs them the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from ..model import (
    Exercise,
    Group,
    Kind,
    Muscle,
    MuscleRole,
    OneLegLoad,
    Position,
    PositionFamily,
    family_of,
)


class HasExercise(Protocol):
    """What can be put in order: an offer, a slot."""

    @property
    def exercise(self) -> Exercise:
        """The exercise that is done."""
        ...


Placed = TypeVar("Placed", bound=HasExercise)

_OUTER_HIP = (Group.PELVIC_CONTROL, Group.ABDUCTION, Group.EXTERNAL_ROTATION)
"""Groups that tire the outer hip, which bends and landings on one leg need fresh (rule r7)."""

ON_A_CHAIR = 1
_LOWNESS: dict[PositionFamily, int] = {
    PositionFamily.UPRIGHT: 0,
    PositionFamily.KNEELING: 2,
    PositionFamily.HANDS_AND_KNEES_OR_PLANK: 3,
    PositionFamily.SITTING: 4,
    PositionFamily.LYING: 5,
}
"""How low one is: a way down that passes through these in turn never has to come up again."""

_STILLNESS = {
    Kind.RAISE: 0,
    Kind.DYNAMIC_MOBILITY: 0,
    Kind.STATIC_STRETCH: 2,
    Kind.SELF_RELEASE: 2,
    Kind.SETTLE: 3,
}
_WORK = 1

_TIRED, _STILL_FIRST, _CHANGE, _UP, _SAME_MOVER, _STEP, _MOVE = (
    1 << 8 * n for n in range(6, -1, -1)
)
"""What an order can cost: one of each is more than all that come after it in a whole session."""

_NOWHERE = -1
"""The place of what comes before the first item."""

_MOST_WAYS = 140
"""Half-made orders that are kept: all there are of seven unlike items in a stage; of more, the cheapest."""


def low(position: Position) -> int:
    """Return how low a position is, 0 to 5."""
    return ON_A_CHAIR if position is Position.SITTING_CHAIR else _LOWNESS[family_of(position)]


class _Item(NamedTuple):
    """What an exercise is to the one before it and the one after it."""

    begins: Position
    ends: Position
    begin_family: PositionFamily
    end_family: PositionFamily
    begin_low: int
    end_low: int
    stays: PositionFamily | None
    movers: frozenset[Muscle]
    stillness: int
    tires: bool
    bends: bool
    on_one_leg: bool


def _item(exercise: Exercise) -> _Item:
    begins, ends = exercise.positions[0], exercise.positions[-1]
    movers = frozenset(
        use.muscle
        for use in exercise.muscles
        if use.role is MuscleRole.PRIME_MOVER and use.emphasis > 1
    )
    first, last = family_of(begins), family_of(ends)
    return _Item(
        begins,
        ends,
        first,
        last,
        low(begins),
        low(ends),
        first if first is last else None,
        movers,
        _STILLNESS.get(exercise.kind, _WORK),
        exercise.group in _OUTER_HIP,
        exercise.group in (Group.SINGLE_LEG_BEND, Group.IMPACT),
        last is PositionFamily.UPRIGHT and exercise.exposures.one_leg_load is not OneLegLoad.NONE,
    )


def _cost(last: _Item | None, following: _Item) -> int:
    """Return what it asks of a person to do *following* right after *last*, or first of all.

    Worst are a bend or landing on an outer hip that was just tired, and in one position a move after a
    hold; then changes of position family, and ways up from the floor; then the same prime mover
    again; then large steps down, and changes of position.
    """
    if last is None:
        return _STEP * following.begin_low  # one stands
    same = last.end_family is following.begin_family
    cost: int = (
        _TIRED * (last.tires and following.bends)
        + _STILL_FIRST * (same and last.stillness > following.stillness)
        + _CHANGE * (not same)
        + _UP * (last.end_low > ON_A_CHAIR >= following.begin_low)
        + _SAME_MOVER * (not last.movers.isdisjoint(following.movers))
        + _STEP * abs(last.end_low - following.begin_low)
        + _MOVE * (last.ends is not following.begins)
    )
    return cost


_Way: TypeAlias = tuple[int, tuple[int, ...], int]
"""What is done so far: its cost, the places of its items in order, and the same places as bits."""


class _Chain:
    """All items by id, and what it costs to do one after another."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        """Keep what matters of *exercises*, which are in the order of their ids."""
        self._items = [_item(exercise) for exercise in exercises]
        self._like = [self._items.index(item) for item in self._items]
        self._costs: dict[tuple[int, int], int] = {}

    def _cost(self, last: int, place: int) -> int:
        if (known := self._costs.get((last, place))) is None:
            before = None if last == _NOWHERE else self._items[last]
            known = self._costs[last, place] = _cost(before, self._items[place])
        return known

    def _open(self, waiting: Sequence[int], last: int) -> Iterable[int]:
        """Return which of *waiting* may come next.

        What tires the outer hip waits for the bends of its stage (rule r7). What stays in the position
        family comes before what leaves it: to come back would never save a change. Of items that
        are alike, the first by id comes first.
        """
        items = self._items
        if any(items[place].bends for place in waiting):
            waiting = [place for place in waiting if not items[place].tires]
        if last != _NOWHERE:
            here = items[last].end_family
            waiting = [place for place in waiting if items[place].stays is here] or waiting
        return {self._like[place]: place for place in reversed(waiting)}.values()

    def one_further(self, ways: Iterable[_Way], stage: Sequence[int]) -> list[_Way]:
        """Return the best ways with one item of *stage* more."""
        best: dict[tuple[int, int], _Way] = {}
        for cost, places, done in ways:
            last = places[-1] if places else _NOWHERE
            waiting = [place for place in stage if not done >> place & 1]
            for place in self._open(waiting, last):
                way = (cost + self._cost(last, place), (*places, place), done | 1 << place)
                end = (way[2], place)
                if end not in best or way < best[end]:
                    best[end] = way
        return sorted(best.values())[:_MOST_WAYS]

    def on_one_leg(self, way: _Way) -> bool:
        """Return whether *way* ends standing on one leg."""
        return self._items[way[1][-1]].on_one_leg


def least_change(stages: Iterable[Iterable[Placed]], *, on_both_feet: bool) -> tuple[Placed, ...]:
    """Return the items of *stages*, stage by stage, in the order of least cost; ties go by id.

    With *on_both_feet* the last one is not done standing on one leg, if the last stage allows it.
    """
    groups = [list(stage) for stage in stages]
    items = sorted((item for group in groups for item in group), key=lambda item: item.exercise.id)
    place_of = {item.exercise.id: place for place, item in enumerate(items)}
    chain = _Chain(item.exercise for item in items)
    ways: list[_Way] = [(0, (), 0)]
    for group in groups:
        stage = sorted(place_of[item.exercise.id] for item in group)
        for _ in stage:
            ways = chain.one_further(ways, stage)
    best = min(ways, key=lambda way: (on_both_feet and chain.on_one_leg(way), way))
    return tuple(items[place] for place in best[1])
