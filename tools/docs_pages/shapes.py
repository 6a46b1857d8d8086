"""The page of shapes: what sessions hold, by goal, minutes and level, beside what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from judging.asking import case_of
from judging.facts import Case, slot_seconds
from judging.orders import changes_allowed, family_changes
from judging.sessions import KITS, SHAPES, missing

import hipkit

from .parts import page, table, text

Spans: TypeAlias = tuple[tuple[int, int] | None, ...]

MINUTES = (5, 10, 20, 30, 45)
_KITS: dict[str, list[hipkit.Equipment]] = {
    **KITS,
    "a foam roller and a chair": [hipkit.Equipment.FOAM_ROLLER, hipkit.Equipment.CHAIR],
}


def _of(*groups: str) -> Callable[[Case], int]:
    """Return what counts the items of some groups."""
    return lambda case: sum(slot["exercise"]["group"] in groups for slot in case.slots)


def _controlled(case: Case) -> int:
    """Return how many main items are neither moved through a range, nor stretched, nor rolled."""
    aside = ("loosen", "stretch", "release", "switch-on")
    return sum(slot["exercise"]["group"] not in aside for slot in case.main)


def _sets(case: Case) -> int:
    return sum(slot["sets"] for slot in case.main)


class _Goal(NamedTuple):
    """What is counted in the sessions of a goal, and what is asked, by minutes."""

    counted: Mapping[str, Callable[[Case], int]]
    asked: Mapping[int, Spans]
    said: str


_STRENGTH = _Goal(
    {
        "main exercises": lambda case: len(case.main),
        "sets in all": _sets,
        "most sets of one": lambda case: max(slot["sets"] for slot in case.main),
        "warm-up moves": lambda case: len(case.phase("warm-up")),
        "cool-down": lambda case: len(case.phase("cool-down")),
    },
    {
        minutes: (shape.items, shape.sets, shape.each, shape.warm_up, shape.cool_down)
        for minutes, shape in SHAPES.items()
    },
    "In 5 minutes three or four exercises fit where two are asked for, and in 10 a beginner's short ones make up to "
    "five. From 20 minutes on the groups asked for are more than the exercises asked for (six for four or five, nine "
    "for six or seven): at 20 and 45 minutes one or two exercises more come, at 30 trunk and rotation wait. A group "
    "that is not there had to wait for one that counts more.",
)
_ACTIVATION = _Goal(
    {"loosen": _of("raise", "loosen"), "easy work": _controlled, "like running": _of("switch-on")},
    {
        10: ((2, 3), (3, 3), (1, 1)),
        **dict.fromkeys((20, 30, 45), ((3, 4), (4, 5), (1, 2))),
    },
    "A session before a run ends after 15 minutes, however many are asked for. Beginners have one easy exercise "
    "more than is asked for, because theirs are short.",
)
_MOBILITY = _Goal(
    {
        "dynamic": _of("raise", "loosen"),
        "stretches": _of("stretch"),
        "control": _controlled,
        "rolling": _of("release"),
    },
    {
        10: ((2, 2), (3, 3), (0, 0), None),
        20: ((3, 3), (4, 5), (1, 1), None),
        **dict.fromkeys((30, 45), ((4, 4), (6, 6), (2, 2), None)),
    },
    "Steered moves in the middle of the range need a way of doing them at the level; beginners have few, and a second "
    "one counts less than a stretch or a dynamic move.",
)
_RECOVERY = _Goal(
    {"easy": _of("raise", "loosen"), "stretches": _of("stretch"), "rolling": _of("release")},
    {
        10: ((1, 1), (2, 3), (1, 1)),
        20: ((2, 2), (4, 4), (2, 2)),
        **dict.fromkeys((30, 45), ((2, 2), (5, 5), (3, 3))),
    },
    "Without a roller or ball nothing is rolled: stretches and an easy move more take the time, and "
    "a long request ends early.",
)
_GOALS = {
    hipkit.Goal.STRENGTH: _STRENGTH,
    hipkit.Goal.ACTIVATION: _ACTIVATION,
    hipkit.Goal.MOBILITY: _MOBILITY,
    hipkit.Goal.RECOVERY: _RECOVERY,
}


def _span(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low}–{high}"


def _asked(goal: _Goal, minutes: int, *, groups: bool) -> list[str]:
    """Return the row of what is asked for."""
    spans = goal.asked.get(minutes, (None,) * len(goal.counted))
    cells = ["–" if span is None else _span(*span) for span in spans]
    changes = f"at most {changes_allowed(minutes)}"
    return [f"**{minutes}**", "*asked*", *cells, changes, "", *([""] if groups else [])]


def _measured(goal: hipkit.Goal, minutes: int, level: hipkit.Level) -> list[str]:
    """Return the row of what the sessions of a level hold, over all kits."""
    cases = [
        case_of(hipkit.build_routine(minutes, goal=goal, level=level, equipment=kit))
        for kit in _KITS.values()
    ]
    counts = [[count(case) for case in cases] for count in _GOALS[goal].counted.values()]
    counts.append([family_changes(case.slots) for case in cases])
    cells = [_span(min(found), max(found)) for found in counts]
    used = [sum(slot_seconds(slot) for slot in case.slots) // 60 for case in cases]
    row = ["", level.value, *cells, f"{_span(min(used), max(used))} min"]
    if goal is hipkit.Goal.STRENGTH:
        gone = dict.fromkeys(group for case in cases for group in missing(case))
        row.append(text(", ".join(gone)) or "–")
    return row


def _part(goal: hipkit.Goal) -> list[str]:
    """Return heading, table and remark of one goal."""
    counted, strength = _GOALS[goal], goal is hipkit.Goal.STRENGTH
    columns = ["minutes", "level", *counted.counted, "changes of position", "takes"]
    columns += ["not there with some kit"] if strength else []
    rows = []
    for minutes in MINUTES:
        rows.append(_asked(counted, minutes, groups=strength))
        rows += [_measured(goal, minutes, level) for level in hipkit.Level]
    return [f"## {goal.value}", table(columns, rows), text(counted.said)]


def shapes_page() -> str:
    """Return the page of shapes."""
    return page(
        "Shapes of sessions",
        "What the canonical routines hold (no seed, no cautions), beside what hipkit's practice rules ask of a "
        f"session: a convention of its makers, from trial lengths. Spans are over {len(_KITS)} kits: "
        f"{text(', '.join(_KITS))}. A dash: the rules ask nothing. A change of position is one between feet, knees, "
        "hands and knees, sitting and lying.",
        *(part for goal in _GOALS for part in _part(goal)),
    )
