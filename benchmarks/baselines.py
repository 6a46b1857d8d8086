"""What hipkit is compared to: greedy picking, and random picking as open generators do it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from .shape import GroupLike, OptionLike, TaskLike

ABOUT_FULL = 90
"""Percent of the minutes at which the random generator stops."""


class Picked(NamedTuple):
    """What a baseline chose: worth, with bonuses, and seconds."""

    worth: int
    seconds: int


class _Open(NamedTuple):
    """An option that may be taken now, where it stands, and what it would add."""

    added: int
    option: OptionLike
    phase: int
    group: int
    family: int


def _candidates(
    task: TaskLike, seconds: list[int], counts: dict[tuple[int, int], int], used: set[int]
) -> Iterator[_Open]:
    """Yield every option that all limits still permit, with its worth and its group's next bonus."""
    left = task.room - sum(seconds)
    for phase_at, phase in enumerate(task.phases):
        own_left = min(left, phase.room - seconds[phase_at])
        for group_at, group in enumerate(phase.groups):
            count = counts[phase_at, group_at]
            if count == len(group.steps):
                continue
            for family in group.families:
                if id(family) in used:
                    continue
                for option in family.options:
                    if option.seconds <= own_left:
                        added = option.worth + group.steps[count]
                        yield _Open(added, option, phase_at, group_at, id(family))


def greedy(task: TaskLike) -> Picked:
    """Take what adds most per second, again and again, as long as something adds and fits.

    Only for a task without forced families.
    """
    seconds = [0] * len(task.phases)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    used: set[int] = set()
    worth = 0
    while True:
        best = max(
            _candidates(task, seconds, counts, used),
            key=lambda each: (each.added / max(1, each.option.seconds), -each.option.place),
            default=None,
        )
        if best is None or best.added <= 0:
            return Picked(worth, sum(seconds))
        worth += best.added
        seconds[best.phase] += best.option.seconds
        counts[best.phase, best.group] += 1
        used.add(best.family)


def at_random(task: TaskLike, rng: random.Random) -> Picked:
    """Add random exercises with random sets until about full, as open generators do.

    It knows families and who may come, but no phases and no limit on a group: more items than a group
    has bonuses earn its last one again.
    """
    families = [
        (group, family)
        for phase in task.phases
        for group in phase.groups
        for family in group.families
    ]
    rng.shuffle(families)
    counts: dict[int, int] = defaultdict(int)
    worth = seconds = 0
    for group, family in families:
        if 100 * seconds >= ABOUT_FULL * task.room:
            break
        option = rng.choice(family.options)
        worth += option.worth + _bonus(group, counts[id(group)])
        seconds += option.seconds
        counts[id(group)] += 1
    return Picked(worth, seconds)


def _bonus(group: GroupLike, taken: int) -> int:
    """Return the bonus of the next item of *group* after *taken* of them."""
    return group.steps[min(taken, len(group.steps) - 1)]
