"""Made-up problems in integers, the same for the same numbers: ordinary ones, and degenerate ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import count

from hipkit.composing._search import Family, Group, Option, Phase, Task

SIZES = (20, 60, 160)
KINDS = ("plain", "forced", "capped", "ties", "negative")
DEGENERATE_SIZE = 160


def _option(rng: random.Random, kind: str, place: int, sets: int, base: tuple[int, int]) -> Option:
    """Return one option of an exercise that is worth and takes *base* for each set, roughly."""
    worth, seconds = base
    curve = (25, 70, 100, 112)[sets - 1]
    earned = worth * curve // 100 - (900 if kind == "negative" else 200)
    if kind == "ties":
        earned = earned // 500 * 500
    return Option(earned, 20 + seconds * sets, rng.getrandbits(20), place)


def random_task(number: int, size: int, kind: str) -> Task:
    """Return problem *number* of some *kind*, with *size* families of one to four options."""
    rng = random.Random(f"{number} {size} {kind}")
    places = count()
    order = list(range(4 * size))
    rng.shuffle(order)  # the place of an option says nothing about its family
    groups: list[list[Family]] = [[] for _ in range(min(12, 3 + size // 8))]
    for _ in range(size):
        step = 50 if kind == "ties" else 1
        base = (
            rng.randrange(-400 if kind == "negative" else 200, 5_000, step),
            rng.randrange(10, 200, 10 if kind == "ties" else 1),
        )
        options = tuple(
            _option(rng, kind, order[next(places)], sets, base)
            for sets in range(1, rng.randint(1, 4) + 1)
        )
        forced = kind == "forced" and rng.random() < 3 / size
        rng.choice(groups).append(Family(options, forced))
    room = rng.randint(300, 3_600)
    shares = [rng.randint(5, 40) if kind == "capped" else 100, 100, rng.randint(5, 30)]
    phases: list[list[Group]] = [[], [], []]
    for families in groups:
        low = -3_000 if kind == "negative" else -1_500
        steps = sorted((rng.randint(low, 3_000) for _ in range(rng.randint(1, 4))), reverse=True)
        phases[rng.choice((0, 1, 1, 2))].append(Group(tuple(steps), tuple(families)))
    return Task(
        room,
        tuple(
            Phase(room * share // 100, tuple(own))
            for share, own in zip(shares, phases, strict=True)
        ),
    )


def random_tasks(numbers: range) -> Iterator[Task]:
    """Yield a problem for each number, going round sizes and kinds."""
    for number in numbers:
        size = SIZES[number % len(SIZES)]
        yield random_task(number, size, KINDS[number // len(SIZES) % len(KINDS)])


def _alike(
    room: int, groups: int, each: Callable[[random.Random, int], tuple[int, int]], family: int = 1
) -> Task:
    """Return 160 exercises of 3 options over *groups*; *each* gives worth and seconds of one set."""
    rng = random.Random(DEGENERATE_SIZE)
    places = count()
    made: list[list[Family]] = [[] for _ in range(groups)]
    for number in range(DEGENERATE_SIZE // family):
        options: list[Option] = []
        for _ in range(family):
            worth, seconds = each(rng, number)
            options += [
                Option(worth * sets, seconds * sets, rng.getrandbits(20), next(places))
                for sets in (1, 2, 3)
            ]
        made[number % groups].append(Family(tuple(options)))
    steps = (0,) * 4
    return Task(room, (Phase(room, tuple(Group(steps, tuple(own)) for own in made)),))


def degenerate_tasks() -> dict[str, Task]:
    """Return the six kinds of 160 that leave a bound little to rule out, by name."""

    def correlated(rng: random.Random, _: int) -> tuple[int, int]:
        seconds = rng.randint(30, 130)
        return 10 * seconds, seconds

    def even(rng: random.Random, _: int) -> tuple[int, int]:
        seconds = 2 * rng.randint(15, 65)
        return 10 * seconds, seconds

    def free(rng: random.Random, _: int) -> tuple[int, int]:
        return rng.randint(300, 3_000), rng.randint(30, 130)

    return {
        "all equal": _alike(1_200, 10, lambda *_: (500, 60)),
        "worth proportional to seconds": _alike(1_200, 10, correlated),
        "1-second steps of dose": _alike(1_200, 10, lambda _, number: (1_000, 40 + number)),
        "one family": _alike(1_200, 1, free, family=DEGENERATE_SIZE),
        "one group": _alike(1_200, 1, free),
        "all seconds even, the clock odd": _alike(1_201, 10, even),
    }
