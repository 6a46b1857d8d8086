"""What statements rest on, and what cautions leave in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .reading import Record, World
from .registry import invariant


def baseless(citations: Iterable[dict[str, str]], world: World) -> Iterator[str]:
    """Yield what is wrong with citations: none, an unknown key, or a convention without a reason."""
    citations = list(citations)
    if not citations:
        yield "names no basis"
    for citation in citations:
        if citation["key"] not in world.keys:
            yield f"rests on {citation['key']!r}, which nobody knows"
        if citation["key"] == "convention" and not citation.get("reason", "").strip():
            yield "is a convention without a reason"


@invariant(
    "every dose names its basis", "a band rests on a rule or study, or says why it is a convention"
)
def doses(record: Record, world: World) -> Iterator[str]:
    """Yield each band without a basis."""
    for band in record["dose"]:
        for wrong in baseless(band.get("sources", []), world):
            yield f"{band['goal']} {band['level']} {wrong}"


@invariant(
    "every criterion names its basis",
    "when to climb rests on a rule or study, or says why it is a convention",
    lambda record: any(rung.get("criterion") for rung in record["harder"]),
)
def criteria(record: Record, world: World) -> Iterator[str]:
    """Yield each criterion without a basis."""
    for rung in record["harder"]:
        for wrong in baseless((rung.get("criterion") or {}).get("sources", []), world):
            yield f"criterion for {rung['exercise']} {wrong}"


@invariant(
    "every avoidance names its basis",
    "what a caution spares has a source, or a reason",
    of="cautions",
)
def avoidances(record: Record, world: World) -> Iterator[str]:
    """Yield each avoidance without a basis."""
    for avoidance in record["avoid"]:
        for wrong in baseless([avoidance["citation"]] if avoidance.get("citation") else [], world):
            yield f"{avoidance['when']} {wrong}"


@invariant("every tip names its basis", "a tip rests on a rule or study, or says why", of="tips")
def tips(record: Record, world: World) -> Iterator[str]:
    """Yield what is wrong with the basis of a tip."""
    yield from baseless(record.get("citations", []), world)


@invariant(
    "every exception has a reason",
    "a caution beyond the properties says why",
    lambda r: bool(r["exceptions"]),
)
def exceptions(record: Record, world: World) -> Iterator[str]:
    """Yield each exception without a reason, or to a caution that nobody knows."""
    for each in record["exceptions"]:
        if not each.get("reason", "").strip():
            yield f"{each['caution']} without a reason"
        if each["caution"] not in world.cautions:
            yield f"{each['caution']} is no caution"


def held(exercise: dict[str, Any], name: str) -> list[str] | None:
    """Return the words that an exercise holds for a property, or nothing where it states none."""
    if name == "load":
        return [exercise["load"]["kind"]] if exercise["load"] else []
    value = (exercise if name in ("positions", "contacts", "kind") else exercise["exposures"])[name]
    if value is None:
        return None
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    return list(value) if isinstance(value, list) else [value]


def met(exercise: dict[str, Any], condition: dict[str, Any]) -> bool:
    """Whether an exercise meets one condition; what is not stated counts as the worst."""
    words = held(exercise, condition["property"])
    return words is None or bool(set(words) & set(condition["words"]))


def forbidden(exercise: dict[str, Any], rule: dict[str, Any]) -> bool:
    """Whether a caution removes an exercise, by its rule or by an exception of the exercise."""
    by_rule = any(
        all(met(exercise, condition) for condition in avoidance["when"])
        for avoidance in rule["avoid"]
    )
    return by_rule or any(each["caution"] == rule["caution"] for each in exercise["exceptions"])


@invariant(
    "a caution note is for somebody",
    "no note stands under a caution that removes the exercise, and none stands twice",
    lambda record: bool(record.words["caution_notes"]),
)
def notes(record: Record, world: World) -> Iterator[str]:
    """Yield each note that nobody will ever read."""
    cautions = [each["caution"] for each in record.words["caution_notes"]]
    for caution in cautions:
        if forbidden(record, world.cautions[caution]):
            yield f"a note under {caution}, which removes it"
        if cautions.count(caution) > 1:
            yield f"two notes under {caution}"
