"""Families, variants and ladders."""

from __future__ import annotations

from collections.abc import Iterator

from .doses import each_band, most
from .reading import Record, World
from .registry import invariant, must
from .vocabulary import IMPACT, LEVELS


def easier_than(record: Record, world: World) -> dict[str, Record]:
    """Return every exercise further down the ladders, at any distance."""
    below: dict[str, Record] = {}
    waiting = [record]
    while waiting:
        for rung in waiting.pop()["easier"]:
            if rung["exercise"] not in below:
                below[rung["exercise"]] = world.exercises[rung["exercise"]]
                waiting.append(below[rung["exercise"]])
    return below


def relatives(record: Record, world: World) -> list[Record]:
    """Return all of its family, itself too."""
    return [each for each in world.exercises.values() if each["family"] == record["family"]]


@invariant("a family lies in one group", "all of a family share its group")
def one_group(record: Record, world: World) -> Iterator[str]:
    """Yield the groups of a family that has several."""
    groups = {each["group"] for each in relatives(record, world)}
    if len(groups) > 1:
        yield f"family {record['family']} lies in {sorted(groups)}"


@invariant(
    "no family has more than eight", "a family is the variants of one pattern, eight at most"
)
def eight_at_most(record: Record, world: World) -> Iterator[str]:
    """Yield the size of a family that is too large."""
    if (size := len(relatives(record, world))) > 8:
        yield f"family {record['family']} has {size}"


@invariant(
    "a variant's head is of its family and file",
    "a variant inherits from a head of its own family and file, which is no variant itself",
    lambda record: bool(record.get("variant_of")),
)
def heads(record: Record, world: World) -> Iterator[str]:
    """Yield a head that cannot lend its words."""
    head = world.exercises[record["variant_of"]]
    if (head["family"], head["file"]) != (record["family"], record["file"]) or head.get(
        "variant_of"
    ):
        yield f"head {head.id} is of {head['family']}, variant of {head.get('variant_of')}"


@invariant(
    "a harder rung is of no lower level",
    "levels never fall on the way up",
    lambda r: bool(r["harder"]),
)
def levels_rise(record: Record, world: World) -> Iterator[str]:
    """Yield each harder neighbour for people of a lower level."""
    for rung in record["harder"]:
        level = world.exercises[rung["exercise"]]["level"]
        if LEVELS.index(level) < LEVELS.index(record["level"]):
            yield f"harder {rung['exercise']} is {level}"


@invariant(
    "a ladder has a beginner's way in",
    "from every rung but a landing there is a way down to a beginner's exercise",
    lambda record: bool(record["easier"]) and record["group"] != "impact",
)
def way_in(record: Record, world: World) -> Iterator[str]:
    """Yield a ladder that nobody can begin."""
    if not any(each["level"] == "beginner" for each in easier_than(record, world).values()):
        yield "has no beginner's exercise below it"


@invariant(
    "a harder link has a criterion with sources",
    "when to climb is said as numbers, with sources, and a convention with its reason",
    lambda record: bool(record["harder"]),
)
def criteria(record: Record, _: World) -> Iterator[str]:
    """Yield each harder rung whose criterion is missing or baseless."""
    for rung in record["harder"]:
        if not rung.get("criterion"):
            yield f"no criterion for {rung['exercise']}"
        elif not rung["criterion"].get("sources"):
            yield f"no source for the criterion of {rung['exercise']}"


@invariant(
    "a criterion is within the dose",
    "when to climb is a count that some band reaches, or its convention says that it is more",
    lambda record: any(rung.get("criterion") for rung in record["harder"]),
)
def reachable(record: Record, _: World) -> Iterator[str]:
    """Yield each criterion that asks for more than any band prescribes."""
    top = max(most(band["count"]) for band in each_band(record))
    held = max(most(band["hold"]) for band in each_band(record))
    for rung in record["harder"]:
        criterion = rung.get("criterion") or {"count": 0, "sources": []}
        said = " ".join(each.get("reason", "") for each in criterion["sources"])
        if criterion["count"] > max(top, held) and "more than" not in said:
            yield f"asks {criterion['count']} for {rung['exercise']}, prescribes {top:.0f} of {held:.0f} s"


must(
    "an end-range pose has an easier form",
    "who goes to the end of the range has an easier neighbour or an easier way",
    lambda record: record.exposed("end_range") != "none",
    lambda record: bool(record["easier"] or record.words.get("easier_way", "").strip()),
)


@invariant(
    "landing comes before hopping",
    "on the way to an impact: stick before rebound, two legs before one, and impact never falls upwards",
    lambda record: record["group"] == "impact" and bool(record["easier"]),
)
def landing_first(record: Record, world: World) -> Iterator[str]:
    """Yield each impact that is reached too soon."""
    below = easier_than(record, world).values()
    legs = record.exposed("impact")
    same = [each for each in below if each.exposed("impact") == legs]
    if record["kind"] == "plyometric" and not any(each["kind"] == "landing" for each in same):
        yield f"rebounds before any {legs} landing"
    if legs == "one-leg" and not any(each.exposed("impact") == "two-leg" for each in below):
        yield "lands on one leg before two"
    for rung in record["easier"]:
        impact = world.exercises[rung["exercise"]].exposed("impact")
        if IMPACT.index(impact) > IMPACT.index(legs):
            yield f"easier {rung['exercise']} has more impact"


@invariant(
    "impact has a landing below it",
    "every plyometric stands on a ladder, and nothing hops as a first rung",
    lambda record: record["kind"] == "plyometric",
)
def no_first_hop(record: Record, _: World) -> Iterator[str]:
    """Yield a plyometric that is a first rung."""
    if not record["easier"]:
        yield "is a first rung"
