"""What a judge looks at (a routine, a pair of them, a refusal), and arithmetic of its own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import hipkit

from .sparing import fits

Plain: TypeAlias = dict[str, Any]
Complaints: TypeAlias = list[str] | None
"""What is wrong, in plain words; None where the question does not arise."""

DATA = Path(__file__).parents[2] / "src" / "hipkit" / "data"
WORKING = ("strength", "isometric", "control", "landing", "plyometric")
JUMPS = ("landing", "plyometric")
FIRST_GROUPS = ("pelvic-control", "abduction", "extension", "hinge", "single-leg-bend")
"""The groups of priority 1 and 2."""


def tenths(number: float) -> int:
    """Return a number of seconds as whole tenths."""
    return round(number * 10)


def middle(span: Any) -> int:
    """Return the typical value of a span."""
    low, high = span if isinstance(span, list) else (span, span)
    return int(low + high + 1) // 2


def most(span: Any) -> float:
    """Return the highest value of a span or number."""
    return float(span[1] if isinstance(span, list) else span)


def seconds_of(exercise: Plain, dose: Plain, sets: int) -> int:
    """Return the typical seconds of an item, from its JSON."""
    sides = 1 if exercise["laterality"] == "both-together" else 2
    hold = middle(dose["hold"]) if isinstance(dose["hold"], list) else dose["hold"]
    one = sum(tenths(dose[part]) for part in ("lift", "lower", "pause")) + tenths(hold)
    one = 10 if dose["count_of"] == "seconds" else one
    total: int = sets * sides * middle(dose["count"]) * one + (sets - 1) * dose["rest"] * 10
    if exercise["laterality"] == "one-sided":
        total += sets * dose["side_switch"] * 10
    return int(dose["set_up"]) + -(-total // 10)


def slot_seconds(slot: Plain) -> int:
    """Return the typical seconds of one slot."""
    return seconds_of(slot["exercise"], slot["dose"], slot["sets"])


def held_seconds(slot: Plain) -> int:
    """Return the seconds for which a slot stretches one side, at the top of its dose."""
    dose = slot["dose"]
    one = 1.0 if dose["count_of"] == "seconds" else most(dose["hold"])
    return int(slot["sets"] * most(dose["count"]) * one)


def is_still(dose: Plain) -> bool:
    """Return whether a dose holds still instead of moving."""
    still: bool = dose["lift"] == 0 == dose["lower"] and dose["count_of"] == "repetitions"
    return still


def muscles(exercise: Plain, role: str, emphasis: int = 1) -> set[str]:
    """Return the muscles with *role* in an exercise, from *emphasis* up."""
    return {
        use["muscle"]
        for use in exercise["muscles"]
        if use["role"] == role and use["emphasis"] >= emphasis
    }


def name_of(slot: Plain) -> str:
    """Return the id of the exercise of a slot."""
    return str(slot["exercise"]["id"])


@dataclass(frozen=True)
class Known:
    """What may be known besides the routine: the rules of cautions and the whole catalogue, as JSON."""

    rules: Mapping[str, Plain]
    exercises: tuple[Plain, ...]
    bonuses: Mapping[str, Mapping[str, tuple[int, ...]]]
    efforts: Mapping[str, str]

    @classmethod
    def packaged(cls) -> Known:
        """Return what the packaged data says."""
        safety = json.loads((DATA / "evidence" / "safety.json").read_text(encoding="utf-8"))
        labels = json.loads((DATA / "words" / "en" / "labels.json").read_text(encoding="utf-8"))
        policies = [hipkit.to_plain(hipkit.default_policy(goal)) for goal in hipkit.Goal]
        word = "effort-word."
        return cls(
            rules={each["caution"]: each for each in safety["cautions"]},
            exercises=tuple(hipkit.to_plain(each) for each in hipkit.load_catalogue()),
            bonuses={
                policy["goal"]: {each["group"]: tuple(each["bonuses"]) for each in policy["groups"]}
                for policy in policies
            },
            efforts={
                key.removeprefix(word): text
                for key, text in labels["templates"].items()
                if key.startswith(word)
            },
        )


@dataclass(frozen=True)
class Case:
    """One stored routine, and its pages by form where it was rendered."""

    routine: Plain
    known: Known
    pages: Mapping[str, str] = field(default_factory=dict)

    @property
    def request(self) -> Plain:
        """What was asked for."""
        asked: Plain = self.routine["request"]
        return asked

    @property
    def slots(self) -> list[Plain]:
        """Every slot, in order."""
        slots: list[Plain] = self.routine["slots"]
        return slots

    @property
    def goal(self) -> str:
        """The goal asked for."""
        return str(self.request["goal"])

    @property
    def level(self) -> str:
        """The level asked for."""
        return str(self.request["level"])

    @property
    def minutes(self) -> int:
        """The minutes asked for."""
        return int(self.request["minutes"])

    @property
    def cautions(self) -> list[str]:
        """What is to be spared."""
        return list(self.request["cautions"])

    @property
    def notices(self) -> set[str]:
        """The ids of the notices that the routine carries."""
        return {notice["id"] for notice in self.routine["notices"]}

    def strength(self, minutes: int = 0) -> bool:
        """Return whether this is a strength routine of at least *minutes*."""
        return self.goal == "strength" and self.minutes >= minutes

    def phase(self, *names: str) -> list[Plain]:
        """Return the slots of some phases, in order."""
        return [slot for slot in self.slots if slot["phase"] in names]

    @cached_property
    def main(self) -> list[Plain]:
        """The slots of the main part."""
        return self.phase("main")

    @cached_property
    def groups(self) -> Counter[str]:
        """How many main items each group has."""
        return Counter(slot["exercise"]["group"] for slot in self.main)

    @cached_property
    def fitting(self) -> list[Plain]:
        """Every exercise of the catalogue that the request allows."""
        return [each for each in self.known.exercises if fits(each, self.request, self.known.rules)]

    def could(self, test: Callable[[Plain], bool]) -> bool:
        """Return whether some allowed exercise passes *test*."""
        return any(test(each) for each in self.fitting)

    def could_group(self, *groups: str) -> bool:
        """Return whether some allowed exercise is of one of *groups*."""
        return self.could(lambda exercise: exercise["group"] in groups)

    def about_items(self, wrong: Callable[[Plain], object], what: str = "") -> list[str]:
        """Return a complaint for every slot that is *wrong*."""
        return [f"{name_of(slot)}: {what}" for slot in self.slots if wrong(slot)]


@dataclass(frozen=True)
class Pair:
    """Two routines of one request, the second asked for with the first as `recent`."""

    first: Case
    second: Case


@dataclass(frozen=True)
class Refusal:
    """A request that had no routine: what was asked, what is offered instead, and the text."""

    words: Plain
    advice: bool
    relaxations: tuple[tuple[tuple[str, str], ...], ...]
    text: str

    @classmethod
    def of(cls, words: Plain, error: hipkit.NoRoutine) -> Refusal:
        """Return what an error says, as plain words."""
        offered = tuple(
            tuple((str(change.kind), change.value) for change in each.changes)
            for each in error.relaxations
        )
        return cls(words, isinstance(error, hipkit.SeekAdvice), offered, str(error))


def neighbours(items: Iterable[Plain]) -> Iterator[tuple[Plain, Plain]]:
    """Yield each item with the one after it."""
    yield from pairwise(items)


def repeated(words: Iterable[str], at_most: int) -> list[str]:
    """Return the words that stand more often than *at_most*, sorted."""
    return sorted(word for word, times in Counter(words).items() if times > at_most)
