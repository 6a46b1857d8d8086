"""Ask for every corner of the grid: `python tools/grid.py [one in how many]`.

Every goal x level x kit of one x single caution x positions x minutes, some 57,000 requests. Each must
end in a routine that breaks no rule, in advice, or in a refusal whose every hint works when followed
and leaves cautions and level alone. Prints outcomes, and refusals in groups. Exits with the number of
violations (99 at most); too many refusals without a caution are one. `--keep` keeps it for the docs.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import hipkit

sys.path.insert(0, str(Path(__file__).parent))
from judging.asking import brief, case_of, never_said, shared_out
from judging.facts import Refusal
from judging.measured import keep
from judging.others import unsafe_hint

Words = dict[str, Any]

EVERYWHERE = [str(each) for each in hipkit.Position]
POSITIONS: dict[str, list[str] | None] = {
    "any": None,
    "standing only": ["standing", "split-stance", "walking"],
    "no kneeling": [
        each
        for each in EVERYWHERE
        if each not in ("half-kneeling", "tall-kneeling", "hands-and-knees")
    ],
    "not on the side": [each for each in EVERYWHERE if each not in ("side-lying", "side-plank")],
}
MINUTES = (10, 20, 40)
MOST_REFUSED = 5
"""Percent of the requests without a caution that may end without a routine."""


def every_request() -> Iterator[tuple[str, Words]]:
    """Yield every request of the grid, with the name of its positions."""
    kits: list[list[str]] = [[], *([str(each)] for each in hipkit.Equipment)]
    cautions: list[list[str]] = [[], *([str(each)] for each in hipkit.Caution)]
    for goal, level, kit, spared, where, minutes in product(
        hipkit.Goal, hipkit.Level, kits, cautions, POSITIONS, MINUTES
    ):
        yield (
            where,
            {
                "minutes": minutes,
                "goal": str(goal),
                "level": str(level),
                "equipment": kit,
                "cautions": spared,
                "positions": POSITIONS[where],
            },
        )


def followed(words: Words, changes: tuple[tuple[str, str], ...]) -> Words:
    """Return a request with the changes of a hint made, by reading them as a person would."""
    new = {**words, "include": [], "exclude": []}
    for kind, value in changes:
        if kind == "minutes":
            new["minutes"] = int(value)
        elif kind == "goal":
            new["goal"] = value
        elif kind in ("equipment", "positions"):
            new[kind] = [*(new[kind] or []), value]
        else:
            message = f"no request of the grid has what {kind} would change"
            raise ValueError(message)
    return new


@dataclass
class Outcome:
    """What became of some requests of the grid."""

    counts: Counter[str] = field(default_factory=Counter)
    free: Counter[str] = field(default_factory=Counter)
    careful: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[str, Words]] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    hints: int = 0

    def add(self, other: Outcome) -> None:
        """Add what became of others."""
        self.counts.update(other.counts)
        self.free.update(other.free)
        self.careful.update(other.careful)
        self.refused += other.refused
        self.violations += other.violations
        self.hints += other.hints


def wrong_hints(refusal: Refusal) -> list[str]:
    """Return what is wrong with the hints of a refusal, each of them followed."""
    wrong = unsafe_hint(refusal) or []
    for changes in refusal.relaxations:
        said = " and ".join(f"{kind} {value}" for kind, value in changes)
        try:
            routine = hipkit.build_routine(**followed(refusal.words, changes))
        except (hipkit.NoRoutine, hipkit.RequestError, ValueError) as error:
            wrong.append(f"the hint {said} does not work ({type(error).__name__})")
            continue
        asked = routine.request
        if [str(each) for each in asked.cautions] != refusal.words["cautions"]:
            wrong.append(f"the hint {said} changes what is spared")
        if str(asked.level) != refusal.words["level"]:
            wrong.append(f"the hint {said} changes the level")
    return wrong


def try_out(tasks: list[tuple[str, Words]]) -> Outcome:
    """Return what became of some requests."""
    seen = Outcome()
    for where, words in tasks:
        kind = "routine"
        try:
            wrong = never_said(case_of(hipkit.build_routine(**words)))
        except hipkit.NoRoutine as error:
            kind = type(error).__name__
            refusal = Refusal.of(words, error)
            seen.hints += len(refusal.relaxations)
            wrong = wrong_hints(refusal)
            wrong += [] if error.reasons and str(error).strip() else ["no reason given"]
            if words["cautions"]:
                seen.careful[f"{kind} for {words['goal']} with {words['cautions'][0]}"] += 1
            else:
                seen.refused.append((where, words))
        seen.violations += [f"{each} in {brief(words)}" for each in wrong]
        seen.counts[kind] += 1
        seen.free[kind] += not words["cautions"]
    return seen


def explored(every: int = 1) -> Outcome:
    """Return what became of the grid, or of one request in *every*."""
    seen = Outcome()
    for part in shared_out(try_out, list(every_request())[::every], size=400):
        seen.add(part)
    return seen


def refused_share(seen: Outcome) -> float:
    """Return the percent of the requests without a caution that have no routine."""
    return 100 * len(seen.refused) / max(1, sum(seen.free.values()))


def grouped(refused: list[tuple[str, Words]]) -> list[str]:
    """Return refused requests by goal, level and positions: their minutes and kits."""
    groups: dict[tuple[str, str, str], list[Words]] = {}
    for where, words in refused:
        groups.setdefault((words["goal"], words["level"], where), []).append(words)
    lines = []
    for names, all_words in groups.items():
        kits = sorted({", ".join(words["equipment"]) or "no kit" for words in all_words})
        minutes = sorted({words["minutes"] for words in all_words})
        shown = f"{len(kits)} kits" if len(kits) > 5 else "; ".join(kits)
        lines.append(f"  {len(all_words):4} x {' '.join(names)}: {minutes} min, {shown}")
    return lines


def kept(seen: Outcome) -> dict[str, Any]:
    """Return what the docs show of the grid."""
    return {
        "requests": sum(seen.counts.values()),
        "outcomes": dict(seen.counts),
        "hints": seen.hints,
        "violations": len(seen.violations),
        "refused": [line.strip() for line in grouped(seen.refused)],
        "careful": seen.careful.most_common(),
    }


def main(every: int, *, kept_for_docs: bool = False) -> int:
    """Explore the grid, print what was seen, and return the number of violations."""
    seen = explored(every)
    if kept_for_docs:
        keep("grid", kept(seen))
    total = sum(seen.counts.values())
    print(f"{total} requests: {dict(seen.counts)}; {seen.hints} hints followed")
    share = refused_share(seen)
    print(f"without a caution: {dict(seen.free)}; {share:.2f} % refused (at most {MOST_REFUSED})")
    print("\n".join(grouped(seen.refused)))
    print("with a caution:")
    print("\n".join(f"  {times:4} x {what}" for what, times in seen.careful.most_common()))
    if share > MOST_REFUSED:
        seen.violations.append(f"{share:.2f} % of the requests without a caution are refused")
    for violation in sorted(seen.violations, key=len)[:20]:
        print("VIOLATION", violation)
    print(f"{len(seen.violations)} violations")
    return len(seen.violations)


if __name__ == "__main__":
    numbers = [each for each in sys.argv[1:] if each != "--keep"]
    every = int(numbers[0]) if numbers else 1
    sys.exit(min(99, main(every, kept_for_docs="--keep" in sys.argv)))
