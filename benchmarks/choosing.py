"""The choice: how long it takes, beside CP-SAT, and what it is worth beside the baselines."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence
from functools import partial

import hipkit
from hipkit.catalogue import load_safety
from hipkit.composing._search import solve

from . import records
from .adapter import pose
from .baselines import ABOUT_FULL, at_random, greedy
from .catalogues import realistic
from .statement import state
from .tasks import KINDS, SIZES, random_task
from .timing import Row, at, requests, requests_of_many, timed

try:
    from . import oracle
except ImportError:  # OR-tools is optional
    oracle = None  # type: ignore[assignment]

FEW = 100
RANDOM_SESSIONS = 10
"""Random sessions for each request."""
HARD_TO_REFUSE = {
    "goal": "activation",
    "level": "advanced",
    "equipment": ["cable", "chair", "long-band", "massage-ball", "slider"],
    "cautions": ["loose-joints", "thin-bones"],
    "positions": ["supine-knees-bent"],
    "include": ["side-lying-hip-abduction-bent-knee", "side-plank-knees", "sit-to-stand"],
}
"""Three exercises whose positions are not allowed: no one change, nor any two, would do."""


def speed(repeats: int) -> list[Row]:
    """Time the choice alone and the whole call, on warm caches."""
    catalogue = hipkit.load_catalogue()
    asked = requests()
    hipkit.build_routine(asked[0])
    answers = [pose(each, catalogue).answer for each in asked]
    choice = [timed(answer) for _ in range(repeats) for answer in answers]
    calls = [partial(hipkit.build_routine, each) for each in asked]
    whole = [timed(call) for _ in range(repeats) for call in calls]
    many = f"{len(asked)} requests, {len(catalogue)} exercises"
    return [
        Row("warm: the choice alone, median", at(choice, 0.5), "ms", many),
        Row("warm: the choice alone, 90th percentile", at(choice, 0.9), "ms"),
        Row("warm: build_routine, median", at(whole, 0.5), "ms", "with order and explanation"),
        Row("warm: build_routine, 90th percentile", at(whole, 0.9), "ms"),
    ]


def beside_oracle(
    name: str, catalogue: hipkit.Catalogue, asked: Sequence[hipkit.Request], tries: int
) -> list[Row]:
    """Solve the same requests with CP-SAT and with hipkit, turn by turn; ratios are of each pair."""
    if oracle is None:
        return [Row(f"CP-SAT / choice, {name}", 0, "x", "OR-tools is not installed")]
    ratios: list[float] = []
    taken: list[float] = []
    solving: list[float] = []
    eligible: list[int] = []
    differ = 0
    for each in asked:
        stated = state(catalogue, each, hipkit.default_policy(each.goal), load_safety())
        if stated.task is None:
            continue
        posed = pose(each, catalogue)
        answer = posed.answer
        eligible.append(posed.eligible)
        own = theirs = float("inf")
        for _ in range(tries):
            own = min(own, timed(answer))
            verdict = oracle.solve(stated.task, stated.validity)
            theirs = min(theirs, 1e3 * verdict.solving)
            differ += verdict.answer != answer()
        taken.append(own)
        solving.append(theirs)
        ratios.append(theirs / own)
    beside = (
        f"median of {len(ratios)} pairs, best of {tries} each, "
        f"{statistics.median(eligible):.0f} eligible; {differ} answers differ"
    )
    return [
        Row(f"choice, {name}", at(taken, 0.5), "ms"),
        Row(f"CP-SAT solve, 1 worker, {name}", at(solving, 0.5), "ms", "without making its model"),
        Row(f"CP-SAT / choice, {name}", statistics.median(ratios), "x", beside),
        Row(f"CP-SAT / choice, {name}, least", min(ratios), "x"),
    ]


def refusals(most: int, *, hard: bool) -> list[Row]:
    """Time requests that no routine answers, the search for changes that would help included."""
    recorded = [each.words for each in records.read()[1] if each.answer is None]
    asked = random.Random(1).sample(recorded, min(most, len(recorded)))
    times = [timed(partial(records.answer_of, each)) for each in asked]
    rows = [
        Row(
            "refused: build_routine, median",
            at(times, 0.5),
            "ms",
            f"{len(asked)} recorded refusals",
        ),
        Row("refused: build_routine, longest", max(times), "ms"),
    ]
    if hard:
        taken = timed(partial(records.answer_of, HARD_TO_REFUSE))
        rows.append(Row("refused: three wishes, none possible", taken, "ms", "changes in threes"))
    return rows


def abstract(size: int, most: int, tries: int) -> list[Row]:
    """Solve problems in integers with CP-SAT and with hipkit's search, turn by turn."""
    if oracle is None:
        return []
    ratios: list[float] = []
    differ = 0
    for number in range(most):
        task = random_task(number, size, KINDS[number % len(KINDS)])
        own = theirs = float("inf")
        for _ in range(tries):
            own = min(own, timed(partial(solve, task)))
            verdict = oracle.solve(task)
            theirs = min(theirs, 1e3 * verdict.solving)
        answer = solve(task)
        differ += verdict.answer != (None if answer is None else (answer.worth, answer.seconds))
        ratios.append(theirs / own)
    beside = f"median of {most} pairs, best of {tries} each; {differ} answers differ"
    return [Row(f"CP-SAT / search, {size} families in integers", at(ratios, 0.5), "x", beside)]


def worth(most: int) -> list[Row]:
    """Compare what greedy and random picking are worth, and whether they keep the time."""
    catalogue = hipkit.load_catalogue()
    rng = random.Random(1)
    greedy_loss: list[float] = []
    random_loss: list[float] = []
    over: list[float] = []
    sessions = 0
    for each in random.Random(2).sample(requests(), most):
        posed = pose(each, catalogue)
        best = posed.answer()
        if best is None or best[0] <= 0:
            continue
        greedy_loss.append(100 - 100 * greedy(posed.task).worth / best[0])
        for _ in range(RANDOM_SESSIONS):
            picked = at_random(posed.task, rng)
            sessions += 1
            if picked.seconds > posed.task.room:
                over.append(100 * picked.seconds / posed.task.room - 100)
            random_loss.append(100 - 100 * picked.worth / best[0])
    return [*_greedy_rows(greedy_loss), *_random_rows(random_loss, over, sessions)]


def _greedy_rows(loss: Sequence[float]) -> list[Row]:
    exact = sum(each == 0 for each in loss)
    beside = f"best worth per second first, every limit kept; {exact} of {len(loss)} lose nothing"
    return [
        Row("greedy loses worth, median", at(loss, 0.5), "%", beside),
        Row("greedy loses worth, mean", statistics.mean(loss), "%"),
        Row("greedy loses worth, most", max(loss), "%"),
    ]


def _random_rows(loss: Sequence[float], over: Sequence[float], sessions: int) -> list[Row]:
    beside = f"of {sessions}; random exercises and sets until {ABOUT_FULL} % of the time is used"
    return [
        Row("random sessions overrun", 100 * len(over) / sessions, "%", beside),
        Row("random sessions overrun by, median", at(over, 0.5) if over else 0, "%"),
        Row("random sessions overrun by, most", max(over, default=0), "%"),
        Row("random sessions lose worth, median", at(loss, 0.5), "%", "phases and limits ignored"),
    ]


def rows(repeats: int, *, quick: bool) -> list[Row]:
    """Return the rows about the choice."""
    tries = 1 if quick else 3
    most = FEW if quick else len(requests())
    some = random.Random(1).sample(requests(), most)
    shipped = hipkit.load_catalogue()
    both = (
        ("a made-up catalogue of 160", realistic(160)),
        (f"the shipped {len(shipped)}", shipped),
    )
    return [
        *speed(repeats),
        *refusals(10 if quick else 40, hard=not quick),
        *(
            row
            for name, catalogue in both
            for what, asked in (
                ("strength, all kit", requests_of_many()),
                ("any goal, little kit", some),
            )
            for row in beside_oracle(f"{name}: {what}", catalogue, asked, tries)
        ),
        *(row for size in SIZES for row in abstract(size, 20 if quick else FEW, tries)),
        *worth(most),
    ]
