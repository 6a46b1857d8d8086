"""The exact search against an oracle that tries every choice, with the whole order of ties."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipkit.composing._search import (
    SCALE,
    Answer,
    Family,
    Group,
    Option,
    Phase,
    Task,
    option_losses,
    solve,
)

EXAMPLES = max(300, settings().max_examples)
WORTHS, SECONDS = st.integers(-50, 200), st.integers(1, 60)
KEYS, STEPS = st.integers(0, 2**20 - 1), st.integers(-60, 60)


class Best(NamedTuple):
    """What the oracle found: order is value, sum of keys, then places as bits."""

    value: int
    keys: int
    bits: int
    places: tuple[int, ...]


def options_in(task: Task) -> list[Option]:
    """Return every option of *task*."""
    return [o for p in task.phases for g in p.groups for f in g.families for o in f.options]


def picks_of(group: Group) -> Iterator[tuple[Option, ...]]:
    """Yield every way to pick from *group*: at most one of a family, all forced, no more than steps."""
    for picked in product(*([*f.options, *([] if f.forced else [None])] for f in group.families)):
        taken = tuple(option for option in picked if option is not None)
        if len(taken) <= len(group.steps):
            yield taken


def brute_force(task: Task) -> Best | None:
    """Return the best choice by trying them all, or None when there is none."""
    highest = max((option.place for option in options_in(task)), default=0)
    groups = [(p, g) for p, phase in enumerate(task.phases) for g in phase.groups]
    best: Best | None = None
    for choice in product(*(picks_of(group) for _, group in groups)):
        taken = [0] * len(task.phases)
        worth = 0
        for (phase, group), picks in zip(groups, choice, strict=True):
            taken[phase] += sum(option.seconds for option in picks)
            worth += sum(option.worth for option in picks) + sum(group.steps[: len(picks)])
        if sum(taken) > task.room:
            continue
        if any(s > phase.room for s, phase in zip(taken, task.phases, strict=True)):
            continue
        options = [option for picks in choice for option in picks]
        found = Best(
            worth * SCALE - sum(taken),
            sum(option.key for option in options),
            sum(1 << (highest - option.place) for option in options),
            tuple(sorted(option.place for option in options)),
        )
        if best is None or found > best:
            best = found
    return best


def check_answer(task: Task, answer: Answer | None, best: Best | None) -> None:
    """Check an *answer* against the oracle's *best*, and its proof against itself."""
    if best is None:
        assert answer is None
        return
    assert answer is not None
    assert (answer.value, answer.places) == (best.value, best.places)
    assert answer.worth * SCALE - answer.seconds == answer.value
    assert answer.bound >= answer.value
    assert answer.options == len(options_in(task))
    assert all(own >= answer.price for own in answer.phase_prices)


@st.composite
def tasks(
    draw: st.DrawFn,
    *,
    worths: st.SearchStrategy[int] = WORTHS,
    seconds: st.SearchStrategy[int] = SECONDS,
    keys: st.SearchStrategy[int] = KEYS,
    steps: st.SearchStrategy[int] = STEPS,
    forced: bool = True,
    per_second: int | None = None,
) -> Task:
    """Draw small tasks of one to three phases; *per_second* makes worth proportional to seconds."""
    shape = draw(
        st.lists(
            st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=3), max_size=2),
            min_size=1,
            max_size=3,
        ).filter(lambda each: sum(len(group) for phase in each for group in phase) <= 6)
    )
    count = sum(size for phase in shape for group in phase for size in group)
    places = draw(st.permutations(range(count)))
    phases: list[Phase] = []
    used = 0
    for phase in shape:
        groups: list[Group] = []
        for group in phase:
            families: list[Family] = []
            for size in group:
                made: list[Option] = []
                for place in places[used : used + size]:
                    length = draw(seconds)
                    worth = draw(worths) if per_second is None else per_second * length
                    made.append(Option(worth, length, draw(keys), place))
                used += size
                families.append(Family(tuple(made), forced and draw(st.integers(0, 9)) == 9))
            rising = draw(st.lists(steps, max_size=3))
            groups.append(Group(tuple(sorted(rising, reverse=True)), tuple(families)))
        phases.append(Phase(draw(st.integers(0, 120)), tuple(groups)))
    return Task(draw(st.integers(0, 200)), tuple(phases))


def one_group(*families: Family, steps: tuple[int, ...] = (0, 0, 0), room: int = 100) -> Task:
    """Return a task of one group in one phase."""
    return Task(room, (Phase(room, (Group(steps, families),)),))


def test_nothing_to_choose_from_is_an_empty_choice() -> None:
    """No options make no problem."""
    answer = solve(Task(100, (Phase(100, ()),)))
    assert answer is not None
    assert (answer.places, answer.value, answer.options) == ((), 0, 0)


def test_the_best_that_fits_is_taken() -> None:
    """Not the best per second, and not the most."""
    task = one_group(Family((Option(60, 51, 0, 0),)), Family((Option(100, 100, 0, 1),)))
    answer = solve(task)
    assert answer is not None
    assert answer.places == (1,)


def test_what_is_worth_less_than_nothing_is_left() -> None:
    """Unless a step pays for it."""
    family = Family((Option(-5, 10, 0, 0),))
    for steps, places in (((0,), ()), ((6,), (0,))):
        answer = solve(one_group(family, steps=steps))
        assert answer is not None
        assert answer.places == places


def test_what_is_forced_is_taken_whatever_it_costs() -> None:
    """And the choice around it is the best that is left."""
    task = one_group(
        Family((Option(-500, 60, 0, 0), Option(-900, 20, 0, 1)), forced=True),
        Family((Option(450, 80, 0, 2),)),
    )
    answer = solve(task)
    assert answer is not None
    assert answer.places == (1, 2)


@pytest.mark.parametrize(
    "task",
    [
        one_group(Family((Option(1, 101, 0, 0),), forced=True)),
        one_group(Family((Option(1, 1, 0, 0),), forced=True), steps=()),
        one_group(
            Family((Option(1, 60, 0, 0),), forced=True), Family((Option(1, 60, 0, 1),), forced=True)
        ),
        Task(100, (Phase(5, (Group((0,), (Family((Option(1, 6, 0, 0),), True),)),)),)),
    ],
)
def test_forced_families_that_cannot_fit_have_no_answer(task: Task) -> None:
    """Too long, too many, too long together, or too long for their phase."""
    assert solve(task) is None
    assert brute_force(task) is None


def test_ties_go_by_seconds_then_keys_then_places() -> None:
    """Each criterion decides only between equals of those before it."""
    for rivals, place in (
        ((Option(10, 9, 0, 1), Option(10, 8, 0, 2)), 2),
        ((Option(10, 9, 3, 1), Option(10, 9, 4, 2)), 2),
        ((Option(10, 9, 3, 1), Option(10, 9, 3, 2)), 1),
    ):
        answer = solve(one_group(*(Family((each,)) for each in rivals), steps=(0,)))
        assert answer is not None
        assert answer.places == (place,)


def test_the_first_place_decides_between_choices_of_different_size() -> None:
    """Among equals, the choice that has the first place wins, however many the other has."""
    task = one_group(
        Family((Option(20, 20, 6, 0),)),
        Family((Option(10, 10, 3, 1),)),
        Family((Option(10, 10, 3, 2),)),
        room=20,
    )
    answer = solve(task)
    assert answer is not None
    assert answer.places == brute_force(task).places == (0,)  # type: ignore[union-attr]


@settings(max_examples=EXAMPLES)
@given(tasks())
def test_exact(task: Task) -> None:
    """Exact: the search finds what trying every choice finds; worths, steps and rooms of any sign."""
    check_answer(task, solve(task), brute_force(task))


@settings(max_examples=EXAMPLES)
@given(
    tasks(
        worths=st.integers(-2, 3),
        seconds=st.integers(1, 4),
        keys=st.integers(0, 2),
        steps=st.integers(-1, 1),
    )
)
def test_exact_where_everything_ties(task: Task) -> None:
    """Exact: ties are broken by seconds, keys and places, all the way down."""
    check_answer(task, solve(task), brute_force(task))


@settings(max_examples=EXAMPLES)
@given(tasks(worths=st.integers(-300, 0), steps=st.integers(-60, 300)))
def test_exact_where_worth_is_negative(task: Task) -> None:
    """Exact: what costs worth is taken only where a step or force pays for it."""
    check_answer(task, solve(task), brute_force(task))


@settings(max_examples=EXAMPLES)
@given(st.sampled_from((0, 1, 10)).flatmap(lambda each: tasks(steps=st.just(0), per_second=each)))
def test_exact_where_worth_is_proportional_to_seconds(task: Task) -> None:
    """Exact: where every second pays the same, the bound rules nothing out, and the keys decide."""
    check_answer(task, solve(task), brute_force(task))


@settings(max_examples=EXAMPLES)
@given(
    tasks(
        seconds=st.integers(1, 10).map(lambda each: each * 6),
        keys=st.just(0),
        per_second=3,
        steps=st.just(0),
    )
)
def test_exact_where_no_seconds_fill_the_room(task: Task) -> None:
    """Exact: seconds with a common divisor leave a gap that no price closes."""
    check_answer(task, solve(task), brute_force(task))


def shuffled(task: Task, rng: random.Random) -> Task:
    """Return *task* with families, options and groups in another order."""

    def mixed(items: Any) -> tuple[Any, ...]:
        return tuple(rng.sample(items, len(items)))

    return Task(
        task.room,
        tuple(
            Phase(
                phase.room,
                mixed(
                    tuple(
                        Group(
                            group.steps,
                            mixed(
                                tuple(
                                    Family(mixed(family.options), family.forced)
                                    for family in group.families
                                )
                            ),
                        )
                        for group in phase.groups
                    )
                ),
            )
            for phase in task.phases
        ),
    )


@given(tasks(), st.randoms(use_true_random=False))
def test_order_never_matters(task: Task, rng: random.Random) -> None:
    """Order: only places decide, never the order in which things are listed."""
    one, other = solve(task), solve(shuffled(task, rng))
    assert (one and (one.places, one.value, one.bound)) == (
        other and (other.places, other.value, other.bound)
    )


@given(tasks(forced=False), st.integers(1, 50))
def test_more_room_never_lowers_the_value(task: Task, more: int) -> None:
    """Monotone: a longer clock, for all or for one phase, is never worth less."""
    answer = solve(task)
    assert answer is not None
    longer = [task._replace(room=task.room + more)]
    for place, phase in enumerate(task.phases):
        phases = list(task.phases)
        phases[place] = phase._replace(room=phase.room + more)
        longer.append(task._replace(phases=tuple(phases)))
    for each in longer:
        found = solve(each)
        assert found is not None
        assert found.value >= answer.value


@given(tasks())
def test_losses_are_proven(task: Task) -> None:
    """Loss: taking an option costs at least what its loss against the bound says."""
    answer = solve(task)
    if answer is None:
        return
    losses = option_losses(task, answer.phase_prices)
    for phase_at, phase in enumerate(task.phases):
        for group_at, group in enumerate(phase.groups):
            for family_at, family in enumerate(group.families):
                for option in family.options:
                    with_it = Family((option,), forced=True)
                    families = list(group.families)
                    families[family_at] = with_it
                    groups = list(phase.groups)
                    groups[group_at] = group._replace(families=tuple(families))
                    phases = list(task.phases)
                    phases[phase_at] = phase._replace(groups=tuple(groups))
                    best = brute_force(task._replace(phases=tuple(phases)))
                    if best is not None and option.place in losses:
                        assert best.value <= answer.bound - losses[option.place]


@pytest.mark.parametrize("per_second", [1, 10])
def test_a_large_degenerate_task_takes_little_time(per_second: int) -> None:
    """Forty families whose every second pays the same: solved soon, and the room is filled."""
    rng = random.Random(7)
    places = iter(range(120))
    groups = tuple(
        Group(
            (0,) * 4,
            tuple(
                Family(
                    tuple(
                        Option(per_second * each, each, rng.getrandbits(20), next(places))
                        for each in sorted(rng.sample(range(60, 400), 3))
                    )
                )
                for _ in range(4)
            ),
        )
        for _ in range(10)
    )
    began = time.process_time()
    answer = solve(Task(900, (Phase(900, groups),)))
    assert time.process_time() - began < 5
    assert answer is not None
    assert answer.value == 900 * per_second * SCALE - 900
