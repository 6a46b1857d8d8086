"""An exact search for the best choice under several clocks. It knows integers, not exercises.

The problem (`problem`): families of options, each with a worth and seconds, lie in groups; groups lie in
phases. Take at most one option of a family (exactly one of a forced family) and at most as many of a
group as it has *steps*; the n-th pick of a group also earns its n-th step, and steps never rise. The
seconds of a phase must fit its room, those of all phases the whole room. Maximise the worth.

Among equals: fewer seconds, then the larger sum of the options' keys, then, at the first place where two
choices differ, the one that has it. One number holds all that, the *order* of a choice: its value
(worth x SCALE - seconds), below it the sum of keys, below that a bit for each place. Orders add up, so
adding the same rest to two partial choices keeps which is greater, and no two choices are equal: the best
one is unique.

Method. (1) Leave out what can never be in it: an option is in no best choice when as many other families
as the group has steps hold a better one in no more seconds, because one of those families is not taken.
(2) Price a second (`pricing`): at a price p a group is worth phi(p), the best picks by value - p x seconds,
found greedily, because steps never rise. No choice is worth more than the bound p x room + sum of phi(p),
which is convex in p; the price is where its tangents from both sides meet. A phase with a room of its own
has a price of its own, never below the whole one. Keys are priced along: where every option pays the same
per second, they are what tells choices apart.
(3) What a choice loses against the bound adds up over options, groups, phases and unused seconds, each
part 0 or more. So for a chosen delta (`enumerating`), drop every option that alone loses more, list the
picks of each group that lose at most delta, merge them keeping only sums that none with no more seconds
and a greater order replaces, and join two halves by walking both in order of seconds.
(4) Every choice that loses at most delta was seen or replaced by a better one. If the best one found loses
at most delta, it is the best of all, ties included; otherwise delta grows.

Proof that nothing good is dropped: let the best choice found lose at most delta. A choice at least as good
loses no more; its parts are not negative, so each loses at most delta, and only what loses more than delta
was dropped. Replacing a part by one of the same counts, no more seconds and a greater order leaves room
for the same rest and makes the whole greater.

Cost: one sort of the options, some ten passes over those that step 1 leaves (a few for each pick that a
group may have, however many there are), then work on the few dozen that the bound leaves open. The worst
case is pseudo-polynomial, the square of the room for each merge: nobody knows better for a knapsack.
What would come near it is met three ways: seconds are divided by what divides them all, because a room
that no choice can fill leaves a gap that no price closes; the first delta opens few options; a front that
grows beyond a limit makes delta smaller, and the limit larger.

Method after the multiple-choice knapsack literature: Lagrange bound and reduced-cost fixing.
"""

from __future__ import annotations

from collections.abc import Sequence

from .enumerating import (
    Open,
    Opened,
    State,
    TooManyStatesError,
    best_within,
    losses_of,
    open_at,
    opened,
    places_in,
)
from .narrowing import Whole, fitting, narrowed
from .pricing import Prices, prices_of
from .problem import SCALE as SCALE
from .problem import Answer as Answer
from .problem import Family as Family
from .problem import Group as Group
from .problem import Option as Option
from .problem import Phase as Phase
from .problem import Task as Task

_FIRST_STATES = 4_000
"""States in a front, beyond which a round is given up; twice as many in the next."""

_FIRST_SECONDS = 32
"""The first round looks at choices that lose at most what so many seconds cost: nine in ten end there."""

_FIRST_OPTIONS = 48
"""About the most options that the first round opens, whatever a second costs."""


def solve(task: Task) -> Answer | None:
    """Return the best choice of *task* with its proof, or None when forced families cannot fit."""
    whole = narrowed(task)
    if whole is None:
        return None
    prices = prices_of(whole)
    parts = opened(whole, prices.parts)
    opening, (seconds, order) = _best(whole, prices, parts)
    value = order >> opening.width + whole.key_bits
    certified = prices.without_keys(whole)
    options = sum(len(f.options) for p in task.phases for g in p.groups for f in g.families)
    return Answer(
        places_in(order, opening),
        (value + seconds) // SCALE,
        seconds,
        value,
        certified.bound,
        certified.whole,
        certified.parts,
        options,
        len(opening.places),
    )


def _best(whole: Whole, prices: Prices, parts: list[list[Opened]]) -> tuple[Open, State]:
    """Return the best choice, and what was open when it was found."""
    losses = sorted(loss for _, loss in losses_of(parts))
    delta = _FIRST_SECONDS * max(prices.whole, SCALE << whole.key_bits)
    if len(losses) > _FIRST_OPTIONS:
        delta = min(delta, losses[_FIRST_OPTIONS])
    limit = _FIRST_STATES
    while True:
        opening = open_at(parts, delta, limit)
        try:
            best = best_within(whole, prices, parts, opening)
        except TooManyStatesError:
            delta, limit = delta // 16, limit * 2
            continue
        if best is None:
            delta = 4 * delta + 1
            continue
        loss = prices.bound - (best[1] >> opening.width)
        if loss <= delta:
            return opening, best
        delta = min(4 * delta + 1, loss)


def option_losses(task: Task, phase_prices: Sequence[int]) -> dict[int, int]:
    """Return, by place, what taking each option would lose at least against the bound.

    Options that cannot be taken are missing. *phase_prices* as in an `Answer`.
    """
    whole = fitting(task)
    return {} if whole is None else dict(losses_of(opened(whole, phase_prices)))
