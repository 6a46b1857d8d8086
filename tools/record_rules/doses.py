"""Shape of the dose and kind; effort and level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .reading import Record, World
from .registry import always, invariant, must
from .vocabulary import EFFORTS, LEVELS

COUNTS = {
    "raise": {"seconds"},
    "settle": {"breaths", "seconds"},
    "static-stretch": {"repetitions"},
    "self-release": {"passes"},
    "dynamic-mobility": {"repetitions"},
    "isometric": {"repetitions"},
    "control": {"repetitions"},
    "landing": {"landings"},
    "plyometric": {"landings", "seconds"},
    "strength": {"repetitions", "steps", "seconds"},
}
SCALES = {
    "strength": "reserve",
    "isometric": "reserve",
    "raise": "reserve",
    "settle": "reserve",
    "static-stretch": "pull",
    "self-release": "pressure",
}
GOALS = {
    "activation": {"raise", "dynamic-mobility", "strength", "isometric", "control"},
    "recovery": {"raise", "dynamic-mobility", "static-stretch", "self-release", "settle"},
}
LANDINGS = {"intermediate": 40, "advanced": 60}
"""The most landings of a usual session, at the top of sets and count; hops by the second are apart."""


def most(span: Any) -> float:
    """Return the highest value of a span or number."""
    return float(span[1] if isinstance(span, list) else span)


def least(span: Any) -> float:
    """Return the lowest value of a span or number."""
    return float(span[0] if isinstance(span, list) else span)


def called(band: dict[str, Any]) -> str:
    """Return how complaints call a band."""
    return f"{band['goal']} {band['level']}"


def each_band(record: Record) -> list[dict[str, Any]]:
    """Return the dose bands."""
    bands: list[dict[str, Any]] = record["dose"]
    return bands


@invariant(
    "count and kind agree", "walks count steps, landings land, rolling passes, the rest repeats"
)
def counts(record: Record, _: World) -> Iterator[str]:
    """Yield each band that counts the wrong thing."""
    for band in each_band(record):
        if band["count_of"] not in COUNTS[record["kind"]]:
            yield f"{called(band)}: {record['kind']} counts {band['count_of']}"
        if (band["count_of"] == "steps") != (record["laterality"] == "each-way"):
            yield f"{called(band)}: {record['laterality']} counts {band['count_of']}"


@invariant(
    "effort scale and kind agree",
    "strength keeps repetitions in reserve, control and landings form",
)
def scales(record: Record, _: World) -> Iterator[str]:
    """Yield each band on another scale."""
    for band in each_band(record):
        if band["effort"]["scale"] != SCALES.get(record["kind"], "form"):
            yield f"{called(band)}: {record['kind']} on the scale {band['effort']['scale']}"


@invariant("sets start at one", "every band may be done once, or ten minutes compose badly")
def sets_start_at_one(record: Record, _: World) -> Iterator[str]:
    """Yield each band that asks for more than one set at once."""
    for band in each_band(record):
        if least(band["sets"]) != 1:
            yield f"{called(band)}: sets {band['sets']}"


@invariant(
    "seconds have no tempo", "where seconds are counted, lift, hold, lower and pause are nothing"
)
def seconds_alone(record: Record, _: World) -> Iterator[str]:
    """Yield each band in seconds that has a tempo, and each other that takes no time."""
    for band in each_band(record):
        tempo = [band["lift"], most(band["hold"]), band["lower"], band["pause"]]
        if (band["count_of"] == "seconds") == any(tempo):
            yield f"{called(band)}: {band['count_of']} with {tempo}"


@invariant(
    "repetitions and holds are not too long", "eight seconds a repetition, sixty a hold, at most"
)
def lengths(record: Record, _: World) -> Iterator[str]:
    """Yield each band whose repetition or hold is too long."""
    for band in each_band(record):
        if band["count_of"] == "repetitions" and band["lift"] + band["lower"] > 8:
            yield f"{called(band)}: {band['lift']} and {band['lower']} s"
        limit = 60 if record["kind"] == "static-stretch" else 45
        if most(band["hold"]) > limit:
            yield f"{called(band)}: a hold of {band['hold']} s"


must(
    "a long hold is a strain",
    "who holds for more than fifteen seconds states a long hold or heavier",
    lambda record: any(most(band["hold"]) > 15 for band in each_band(record)),
    lambda record: record.exposed("strain") in {"long-hold", "heavy"},
)
must(
    "heavy is a strain",
    "a heavy outside load states heavy strain",
    lambda record: record.exposed("outside_load") == "heavy",
    lambda record: record.exposed("strain") == "heavy",
)


@invariant(
    "effort rises with level, never to failure",
    "no hard set for beginners, no very hard one below advanced, and no level works less than the one below",
)
def efforts(record: Record, _: World) -> Iterator[str]:
    """Yield each band that is too hard, or easier than that of a lower level."""
    bands = [band for band in each_band(record) if band["effort"]["word"] in EFFORTS]
    for band in bands:
        rank = EFFORTS.index(band["effort"]["word"])
        level = LEVELS.index(band["level"])
        if rank > [2, 3, 4][level]:
            yield f"{called(band)}: {band['effort']['word']}"
        for lower in bands:
            if (
                lower["goal"] == band["goal"]
                and LEVELS.index(lower["level"]) < level
                and EFFORTS.index(lower["effort"]["word"]) > rank
            ):
                yield f"{called(band)} works less than {lower['level']}"


@invariant(
    "goals and kinds agree", "no strength after a run, no stretch, landing or rolling before one"
)
def goals(record: Record, _: World) -> Iterator[str]:
    """Yield each band for a goal that does not take the kind."""
    for band in each_band(record):
        if record["kind"] not in GOALS.get(band["goal"], {record["kind"]}):
            yield f"{called(band)}: {record['kind']}"


@invariant(
    "activation stays light",
    "before a run: two sets at most, light effort or clean form, no minute of holding",
    lambda record: any(band["goal"] == "activation" for band in each_band(record)),
)
def light_before_a_run(record: Record, _: World) -> Iterator[str]:
    """Yield each activation band that tires."""
    for band in each_band(record):
        if band["goal"] == "activation":
            held = most(band["sets"]) * most(band["count"]) * most(band["hold"])
            if record["kind"] != "raise" and most(band["sets"]) > 2:
                yield f"{called(band)}: {band['sets']} sets"
            if band["effort"]["word"] not in {"easy", "light", "clean-form"}:
                yield f"{called(band)}: {band['effort']['word']}"
            if not band["lift"] + band["lower"] and held >= 60:
                yield f"{called(band)}: {held:.0f} s of holding"


@invariant(
    "landings are few",
    "forty landings at intermediate and sixty at advanced are the most in one exercise",
    lambda record: any(band["count_of"] == "landings" for band in each_band(record)),
)
def few_landings(record: Record, _: World) -> Iterator[str]:
    """Yield each band with more landings than that."""
    for band in each_band(record):
        landings = most(band["sets"]) * most(band["count"])
        if band["count_of"] == "landings" and landings > LANDINGS.get(band["level"], 0):
            yield f"{called(band)}: {landings:.0f} landings a side"


must(
    "level follows from exposures",
    "impact and hard balance are not for beginners, nor long adductor levers and one-leg impact below advanced",
    always,
    lambda record: (
        LEVELS.index(record["level"])
        >= max(
            2 * (record.exposed("adductor_load") == "long-lever"),
            2 * (record.exposed("impact") == "one-leg"),
            record.exposed("impact") != "none",
            record.exposed("balance") == "hard",
            record["skill"] == 3,
        )
    ),
)
must(
    "low bands upright are not for beginners",
    "a band at ankles or feet in standing or walking starts at intermediate",
    lambda record: (
        (record["load"] or {}).get("where") in {"ankles", "feet"}
        and record.at("standing", "walking", "split-stance")
    ),
    lambda record: record["level"] != "beginner",
)
