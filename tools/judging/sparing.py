"""Who may come, reckoned from JSON alone: it shares nothing with the filter that it judges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

RANKS = {"beginner": 0, "intermediate": 1, "advanced": 2}
UPRIGHT = frozenset({"standing", "walking", "split-stance"})
AFTER_A_RUN = frozenset({"raise", "dynamic-mobility", "static-stretch", "self-release", "settle"})
_RANGE_WORK = AFTER_A_RUN | {"control"}
_BEFORE_A_RUN = frozenset({"raise", "dynamic-mobility", "strength", "isometric", "control"})
KINDS = {"recovery": AFTER_A_RUN, "mobility": _RANGE_WORK, "activation": _BEFORE_A_RUN}
"""Kinds that a goal may hold; strength may hold every kind."""


def held_words(exercise: dict[str, Any], name: str) -> list[str] | None:
    """Return the words that an exercise states for a property, None where it states nothing."""
    if name == "load":
        return [exercise["load"]["kind"]] if exercise["load"] else []
    outside = name in ("positions", "contacts", "kind")
    value = (exercise if outside else exercise["exposures"])[name]
    if value is None:
        return None
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return list(value) if isinstance(value, list) else [value]


def has(exercise: dict[str, Any], name: str, *words: str) -> bool:
    """Return whether an exercise states one of *words* for a property, or states nothing."""
    held = held_words(exercise, name)
    return held is None or bool(set(held) & set(words))


def spared(exercise: dict[str, Any], rule: dict[str, Any]) -> bool:
    """Return whether a caution's rule, as JSON, forbids *exercise*."""
    avoided = any(
        all(has(exercise, each["property"], *each["words"]) for each in avoidance["when"])
        for avoidance in rule["avoid"]
    )
    return avoided or any(each["caution"] == rule["caution"] for each in exercise["exceptions"])


def lands(exercise: dict[str, Any]) -> bool:
    """Return whether the feet leave the ground and land."""
    return exercise["exposures"]["impact"] in ("two-leg", "one-leg") or exercise["kind"] in (
        "landing",
        "plyometric",
    )


def low_band_upright(exercise: dict[str, Any]) -> bool:
    """Return whether a band at the ankles or feet is used in standing or walking."""
    load = exercise["load"]
    low = bool(load) and load["kind"] == "band" and load["where"] in ("ankles", "feet")
    return low and bool(UPRIGHT & set(exercise["positions"]))


def lacks_kit(exercise: dict[str, Any], equipment: list[str]) -> bool:
    """Return whether something that an exercise needs was not given."""
    return any(not set(any_of) & set(equipment) for any_of in exercise["needs"])


def too_hard(exercise: dict[str, Any], level: str) -> bool:
    """Return whether a level may not do an exercise, whatever the request says."""
    long_lever = exercise["exposures"]["adductor_load"] == "long-lever"
    return (
        RANKS[exercise["level"]] > RANKS[level]
        or (level == "beginner" and (lands(exercise) or low_band_upright(exercise)))
        or (level != "advanced" and long_lever)
    )


def has_dose(exercise: dict[str, Any], goal: str, level: str) -> bool:
    """Return whether an exercise has a dose for a goal at a level."""
    return any(
        band["goal"] == goal and RANKS[band["level"]] <= RANKS[level] for band in exercise["dose"]
    )


def fits(
    exercise: dict[str, Any], request: dict[str, Any], rules: Mapping[str, dict[str, Any]]
) -> bool:
    """Return whether a request, as JSON, allows an exercise."""
    goal, level, positions = request["goal"], request["level"], request["positions"]
    return (
        exercise["status"] == "active"
        and has_dose(exercise, goal, level)
        and not too_hard(exercise, level)
        and exercise["kind"] in KINDS.get(goal, {exercise["kind"]})
        and not lacks_kit(exercise, request["equipment"])
        and (positions is None or set(exercise["positions"]) <= set(positions))
        and exercise["id"] not in request["exclude"]
        and not any(spared(exercise, rules[caution]) for caution in request["cautions"])
    )
