"""The page of policies: every number that worth is made of, with its reason and its source."""

from __future__ import annotations

from typing import TypeAlias

import attrs

import hipkit
from hipkit.model import GroupPolicy, KindPolicy, PhasePolicy, Points, Policy

from .parts import code, page, table, text

_CONVENTION = "convention"
_Why: TypeAlias = tuple[str, str]

_WHY: dict[type, dict[str, _Why]] = {
    Policy: {
        "useful_minutes": (
            "the longest session that earns anything; a longer request ends then",
            "convention: programmes in trials ask for 10 to 35 minutes; r32, r37 for a session before a run",
        ),
        "kinds": ("which kinds a goal may hold at all", "r32, r35; a policy can only allow fewer"),
        "phases": ("warm-up, main part, cool-down", "r31, r35"),
        "groups": ("which groups come in which phase", "r31 to r35, convention"),
        "points": (
            (
                "how much a muscle counts in the grade, by its role and emphasis; coarse on purpose, because roles are "
                "anatomy: no measured activity goes in"
            ),
            "anatomy, convention",
        ),
        "grade_base": ("what every exercise with stated muscles begins with", _CONVENTION),
        "grade_unstated": (
            "the grade of an exercise that states no muscles, such as a minimal one of your own",
            _CONVENTION,
        ),
        "level_percent": (
            (
                "what an exercise of one's own level counts, one level below, two below; at strength, easier "
                "work is worth less to a stronger person, after a run it is not"
            ),
            "convention; r1",
        ),
        "loaded_percent": ("what counts where something besides body weight resists", _CONVENTION),
        "place_percent": (
            (
                "what counts on the feet, kneeling, on hands and knees or in a plank, lying, sitting: a session "
                "need not visit every position"
            ),
            _CONVENTION,
        ),
        "focus_percent": (
            (
                "what an exercise counts whose worker, or group, is asked for; never so much that the base of a session "
                "goes"
            ),
            _CONVENTION,
        ),
        "focus_helper_percent": (
            "what it counts where the muscle asked for only helps",
            _CONVENTION,
        ),
        "variety_percent": (
            (
                "what a seed may take from an exercise's worth, at first; halved until the routine has at least 90 % of "
                "the best one's worth"
            ),
            _CONVENTION,
        ),
    },
    PhasePolicy: {
        "share_percent": (
            "the most of the whole time, so that a warm-up and cool-down stay what they are",
            "r31, r35, convention",
        ),
        "most_seconds": ("the most seconds, however long the session", "r31, convention"),
        "set_percent": (
            "what 1, 2, 3 … sets count; where one set counts little, few exercises get two",
            "r1, r3, r4 for strength, r33 for stretches; the curve itself is convention",
        ),
        "change_over": (
            "points off for each exercise, so that it must be worth moving on to",
            _CONVENTION,
        ),
        "one_sided_percent": (
            "what one-sided work counts, because both sides take twice the time",
            "convention: running is done on one leg at a time",
        ),
    },
    GroupPolicy: {
        "weight_percent": (
            "what the worth of the group's exercises counts: most for what running asks most of",
            "LENHART14 for the order of forces, convention where it is silent",
        ),
        "bonuses": (
            (
                "points for the first, second … exercise of the group, and with them the most that may come: tuned until "
                "the sessions have the groups that they should"
            ),
            "convention: see the shapes of sessions",
        ),
        "recent_percent": (
            "percent off for what was done lately: next to none for what progress is judged on, the rest takes turns",
            "r10, r11, convention",
        ),
    },
    KindPolicy: {
        "percent": (
            "what the kind counts: in strength, holds and steered moves count less than work through a range",
            _CONVENTION,
        )
    },
    Points: {"at_emphasis": ("the points at emphasis 1, 2 and 3", "anatomy, convention")},
}
_NAMES = {"goal", "name", "phase", "group", "kind", "role"}
"""Fields that say what is spoken of."""


def _reasons() -> list[list[str]]:
    """Return a row for every number of every policy; raises `KeyError` where one has no reason."""
    return [
        [code(f"{owner.__name__}.{field.name}"), *map(text, why[field.name])]
        for owner, why in _WHY.items()
        for field in attrs.fields(owner)
        if field.name not in _NAMES
    ]


def _numbers(policy: Policy) -> list[str]:
    """Return the heading and tables of one policy."""
    phases = (
        [
            code(each.phase.value),
            f"{each.share_percent} %, {each.most_seconds} s",
            _listed(each.set_percent),
            f"{each.change_over}",
            f"{each.one_sided_percent} %",
        ]
        for each in policy.phases
    )
    groups = (
        [
            code(each.group.value),
            code(each.phase.value),
            f"{each.weight_percent} %",
            _listed(each.bonuses),
            f"{each.recent_percent} %",
        ]
        for each in policy.groups
    )
    kinds = ", ".join(f"{code(each.kind.value)} {each.percent} %" for each in policy.kinds)
    points = ", ".join(
        f"{code(each.role.value)} {_listed(each.at_emphasis)}" for each in policy.points
    )
    return [
        f"## {policy.goal.value}",
        table(("phase", "at most", "sets count, %", "change over", "one-sided"), phases),
        table(("group", "phase", "counts", "bonuses", "off when recent"), groups),
        f"Kinds: {kinds}.",
        f"Points: {points}; base {policy.grade_base}, unstated {policy.grade_unstated}.",
        (
            f"Useful minutes {policy.useful_minutes}; level {_listed(policy.level_percent)} %; place "
            f"{_listed(policy.place_percent)} %; loaded {policy.loaded_percent} %; focus {policy.focus_percent} %, helpers "
            f"{policy.focus_helper_percent} %; variety {policy.variety_percent} %."
        ),
    ]


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


def policies_page() -> str:
    """Return the page of policies."""
    return page(
        "Policies",
        "What makes one routine worth more than another, number by number. A policy is taste, written down: where "
        "a source decides, it is named, the rest is a convention of hipkit's makers, tuned until ordinary sessions "
        "have the [shapes](shapes.md) that they should. What is safe is not decided here. Another taste is another "
        "`Policy`: `attrs.evolve` one of these and give it to `build_routine`. r1 to r40 are the rules under "
        "[sources](sources.md).",
        "## Why each number",
        table(("number", "what it does, and why", "source"), _reasons()),
        *(part for goal in hipkit.Goal for part in _numbers(hipkit.default_policy(goal))),
    )
