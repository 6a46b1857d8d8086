"""Random requests over all fields, composed on every processor, and what the judges said of them."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias, TypeVar

import hipkit

from .facts import Case, Known, Pair, Plain, Refusal
from .laws import broken_laws
from .pages import rendered
from .registry import BY_NUMBER, complaints_of

EXAMPLES = 3
"""Examples that are kept of each objection, and of each kind of violation."""

Cell: TypeAlias = tuple[int, str, str, str]
"""An objection's number; goal, level and minutes of the request."""

_MINUTES = (5, 10, 15, 20, 25, 30, 45, 60)
_T = TypeVar("_T")
_R = TypeVar("_R")


@cache
def known() -> Known:
    """Return what judges may know; read once for each process."""
    return Known.packaged()


def random_words(rng: random.Random, catalogue: hipkit.Catalogue, cautions: bool) -> dict[str, Any]:
    """Return random request words over all fields."""

    def some(words: list[str], most: int) -> list[str]:
        return rng.sample(words, rng.choice([0, 0, rng.randint(0, most)]))

    equipment = [str(each) for each in hipkit.Equipment]
    goal, level = rng.choice(list(hipkit.Goal)), rng.choice(list(hipkit.Level))
    positions = [str(each) for each in hipkit.Position]
    dosed = [each.id for each in catalogue.where(goal=goal, level_at_most=level, needs_only=[])]
    return {
        "minutes": rng.choice([*_MINUTES, rng.randint(5, 120)]),
        "goal": str(goal),
        "level": str(level),
        "equipment": some(equipment, 8),
        "focus": some([str(each) for each in (*hipkit.Group, *hipkit.Muscle, *hipkit.Region)], 3),
        "cautions": some([str(each) for each in hipkit.Caution], 2) if cautions else [],
        "positions": rng.sample(positions, rng.randint(9, 15)) if rng.random() < 0.15 else None,
        "include": rng.sample(dosed, 1) if rng.random() < 0.1 else [],
        "exclude": some(list(catalogue.ids), 6) if rng.random() < 0.3 else [],
        "recent": some(list(catalogue.ids), 10),
        "seed": rng.choice([None, None, rng.randint(0, 999)]),
    }


def many_words(count: int, seed: int = 20261124) -> list[dict[str, Any]]:
    """Return *count* random requests, every second one with cautions; always the same ones."""
    rng = random.Random(seed)
    catalogue = hipkit.load_catalogue()
    requests = []
    for index in range(count):
        words = random_words(rng, catalogue, cautions=index % 2 == 1)
        if set(words["include"]) & set(words["exclude"]):
            words["exclude"] = []
        requests.append(words)
    return requests


def stored(routine: hipkit.Routine) -> Plain:
    """Return a routine as it is stored, with its cautions."""
    plain: Plain = json.loads(hipkit.dumps(routine, include_cautions=True))["routine"]
    return plain


def case_of(routine: hipkit.Routine, *, pages: bool = False) -> Case:
    """Return the case that a routine makes, rendered too when its *pages* are wanted."""
    return Case(stored(routine), known(), rendered(routine) if pages else {})


def never_said(case: Case) -> list[str]:
    """Return everything in a routine that must never be, in plain words."""
    never = [
        complaint
        for number, complaints in complaints_of(case, "routine").items()
        if BY_NUMBER[number].severity == "never"
        for complaint in complaints
    ]
    return [*broken_laws(case), *never]


@dataclass
class Seen:
    """What was seen in a crowd of requests."""

    outcomes: Counter[str] = field(default_factory=Counter)
    free: Counter[str] = field(default_factory=Counter)
    applies: Counter[Cell] = field(default_factory=Counter)
    true: Counter[Cell] = field(default_factory=Counter)
    examples: dict[int, list[str]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    rendered: int = 0

    def note(self, words: Plain, said: dict[int, list[str]]) -> None:
        """Note what objections *said* of the answer to *words*."""
        for number, complaints in said.items():
            cell = (number, words["goal"], words["level"], minutes_class(words["minutes"]))
            self.applies[cell] += 1
            if complaints:
                self.true[cell] += 1
                told = f"{'; '.join(complaints[:EXAMPLES])} in {brief(words)}"
                self.examples.setdefault(number, []).append(told)

    def add(self, other: Seen) -> None:
        """Add what *other* saw."""
        self.outcomes.update(other.outcomes)
        self.free.update(other.free)
        self.applies.update(other.applies)
        self.true.update(other.true)
        for number, examples in other.examples.items():
            self.examples.setdefault(number, []).extend(examples)
        self.broken += other.broken
        self.rendered += other.rendered

    def times(self, number: int) -> tuple[int, int]:
        """Return to how many subjects an objection applied, and of how many it was true."""
        return (
            sum(n for cell, n in self.applies.items() if cell[0] == number),
            sum(n for cell, n in self.true.items() if cell[0] == number),
        )

    @property
    def violations(self) -> list[str]:
        """Everything that must never be: broken laws, and objections marked never that are true."""
        never = [
            f"({number}) {told}"
            for number, examples in sorted(self.examples.items())
            if BY_NUMBER[number].severity == "never"
            for told in examples
        ]
        return [*self.broken, *never]


def minutes_class(minutes: int) -> str:
    """Return the class of minutes that a request is counted in."""
    limits = ((10, "5-9"), (20, "10-19"), (30, "20-29"), (45, "30-44"))
    return next((name for limit, name in limits if minutes < limit), "45+")


def brief(words: Plain) -> str:
    """Return request words without what is empty, as the arguments that would ask again."""
    return ", ".join(f"{name}={value!r}" for name, value in words.items() if value)


def _refused(words: Plain, error: hipkit.NoRoutine, seen: Seen) -> None:
    outcome = type(error).__name__
    seen.outcomes[outcome] += 1
    seen.free[outcome] += not words["cautions"]
    if not str(error).strip() or not error.reasons:
        seen.broken.append(f"unexplained {outcome} in {brief(words)}")
    seen.note(words, complaints_of(Refusal.of(words, error), "refusal"))


def look_at(words: Plain, seen: Seen, *, pages: bool, pair: bool) -> None:
    """Compose one request and note what the judges say; its *pages* and a *pair* where wanted."""
    try:
        routine = hipkit.build_routine(**words)
    except hipkit.NoRoutine as error:
        _refused(words, error, seen)
        return
    seen.outcomes["routine"] += 1
    seen.free["routine"] += not words["cautions"]
    case = case_of(routine, pages=pages)
    seen.rendered += pages
    seen.broken += [f"{each} in {brief(words)}" for each in broken_laws(case)]
    seen.note(words, complaints_of(case, "routine", "page"))
    if pair and words["goal"] == "strength":
        ids = [slot.exercise.id for slot in routine.slots]
        following = hipkit.build_routine(**{**words, "recent": ids})
        seen.note(words, complaints_of(Pair(case, case_of(following)), "pair"))


def _look(part: list[tuple[int, Plain]]) -> Seen:
    seen = Seen()
    for index, words in part:
        look_at(words, seen, pages=index % 20 == 0, pair=index % 4 < 2)
    return seen


def shared_out(work: Callable[[list[_T]], _R], tasks: Iterable[_T], size: int = 250) -> list[_R]:
    """Return what *work* makes of *tasks*, in parts, on every processor, in the order given."""
    listed = list(tasks)
    parts = [listed[start : start + size] for start in range(0, len(listed), size)]
    processors = os.cpu_count() or 1
    if processors == 1 or len(parts) < 3:
        return [work(part) for part in parts]
    with ProcessPoolExecutor(processors) as pool:
        return list(pool.map(work, parts))


def crowd(count: int) -> Seen:
    """Return what was seen in *count* random requests; 1 in 20 is rendered in every form."""
    seen = Seen()
    for part in shared_out(_look, list(enumerate(many_words(count)))):
        seen.add(part)
    return seen
