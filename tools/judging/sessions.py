"""Strength sessions beside the shapes that the practice rules give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import hipkit

from .asking import case_of
from .facts import FIRST_GROUPS, Case, slot_seconds
from .orders import changes_allowed, family_changes


class Shape(NamedTuple):
    """Least and most of main items, sets, sets of an item, warm-up moves and cool-down items."""

    items: tuple[int, int]
    sets: tuple[int, int]
    each: tuple[int, int]
    warm_up: tuple[int, int]
    warm_up_seconds: int
    cool_down: tuple[int, int]


SHAPES = {
    5: Shape((2, 2), (2, 2), (1, 1), (0, 0), 0, (0, 0)),
    10: Shape((3, 4), (4, 6), (1, 2), (1, 2), 120, (0, 1)),
    20: Shape((4, 5), (8, 10), (1, 2), (3, 3), 180, (1, 1)),
    30: Shape((6, 7), (12, 14), (2, 3), (4, 4), 300, (1, 2)),
    45: Shape((7, 8), (16, 20), (2, 3), (5, 5), 360, (2, 3)),
}
"""Minutes and the shape of a strength session (practice rules, for beginner and intermediate)."""

KITS: dict[str, list[hipkit.Equipment]] = {
    "none": [],
    "mini-band": [hipkit.Equipment.MINI_BAND],
    "all": list(hipkit.Equipment),
}
_COLUMNS = ("items", "sets", "each", "warm-up", "(s)", "cool-down", "changes", "used")
_SHORT = {
    "pelvic-control": "pelvic",
    "abduction": "abd",
    "extension": "ext",
    "hinge": "hinge",
    "single-leg-bend": "bend",
    "flexion": "flex",
    "adduction": "add",
    "external-rotation": "out",
    "internal-rotation": "in",
    "trunk-with-hip": "trunk",
    "impact": "impact",
}


def _within(value: int, limits: tuple[int, int]) -> str:
    """Return a number, marked where it is below (<) or above (>) its limits."""
    low, high = limits
    mark = "<" if value < low else ">" if value > high else ""
    return f"{value}{mark}"


def expected(minutes: int) -> list[str]:
    """Return the groups that a session of so many minutes should have, alternatives as one."""
    sideways, backwards = "pelvic-control or abduction", "extension or hinge"
    wanted = [sideways, backwards, "single-leg-bend"] if minutes >= 10 else [sideways, "extension"]
    if minutes >= 20:
        wanted = ["pelvic-control", "abduction", backwards, "single-leg-bend", "adduction"]
        wanted += ["flexion"]
    if minutes >= 30:
        turning = "external-rotation or internal-rotation"
        wanted = [*FIRST_GROUPS, "adduction", "flexion", "trunk-with-hip", turning]
    return wanted


def missing(case: Case) -> list[str]:
    """Return what the shape wants and a session has not."""
    return [
        wanted
        for wanted in expected(case.minutes)
        if not any(case.groups[group] for group in wanted.split(" or "))
    ]


def numbers(case: Case) -> tuple[str, ...]:
    """Return the numbers of one session, marked where they leave its shape."""
    shape = SHAPES[case.minutes]
    sets = [slot["sets"] for slot in case.main]
    deep = max(sets) if max(sets) > shape.each[1] else min(sets)
    each = f"{min(sets)}-{max(sets)}"
    warm_up = case.phase("warm-up")
    warm_seconds = sum(slot_seconds(slot) for slot in warm_up)
    total = sum(slot_seconds(slot) for slot in case.slots)
    return (
        _within(len(sets), shape.items),
        _within(sum(sets), shape.sets),
        each + _within(deep, shape.each).lstrip("0123456789"),
        _within(len(warm_up), shape.warm_up),
        _within(warm_seconds, (0, shape.warm_up_seconds)),
        _within(len(case.phase("cool-down")), shape.cool_down),
        _within(family_changes(case.slots), (0, changes_allowed(case.minutes))),
        f"{100 * total // (60 * case.minutes)} %",
    )


def _groups(case: Case) -> str:
    said = [
        short + (f"x{case.groups[group]}" if case.groups[group] > 1 else "")
        for group, short in _SHORT.items()
        if case.groups[group]
    ]
    gone = missing(case)
    return " ".join(said) + (f"; no {', no '.join(gone)}" if gone else "")


def _wanted(shape: Shape) -> tuple[str, ...]:
    spans = [shape.items, shape.sets, shape.each, shape.warm_up]
    said = [f"{low}-{high}" if low < high else str(low) for low, high in spans]
    low, high = shape.cool_down
    return (*said, str(shape.warm_up_seconds), f"{low}-{high}")


def shape_lines() -> Iterator[str]:
    """Yield a table of strength sessions by minutes, level and kit; < and > leave the shape."""
    yield _line("", "", _COLUMNS, "groups of the main part; what the shape misses")
    for minutes, shape in SHAPES.items():
        allowed = str(changes_allowed(minutes))
        yield _line(f"{minutes} min", "shape", (*_wanted(shape), allowed, ""), "")
        for level in hipkit.Level:
            for kit, equipment in KITS.items():
                routine = hipkit.build_routine(minutes, level=level, equipment=equipment)
                case = case_of(routine)
                yield _line(f"  {level.value}", kit, numbers(case), _groups(case))


def _line(name: str, kit: str, cells: tuple[str, ...], groups: str) -> str:
    return f"{name:<15} {kit:<10}" + "".join(f"{cell:>10}" for cell in cells) + f"  {groups}"
