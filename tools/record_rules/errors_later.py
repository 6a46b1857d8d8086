"""The later twelve of the twenty-five errors that exercise catalogues usually hold."""

from __future__ import annotations

from collections.abc import Iterator

from .errors import LYING, copenhagen
from .reading import Record, World
from .registry import When, invariant, must
from .vocabulary import BALANCE, LEVELS, POSITION_FAMILY, says

must(
    "error-13 half-kneeling has kneecap contact",
    "who kneels on one knee presses its kneecap",
    lambda record: record.at("half-kneeling", "tall-kneeling"),
    lambda record: "kneecap" in record["contacts"],
)
must(
    "error-14 a lunge stretch states the bend of its front hip",
    "stretching a hip flexor in a lunge bends the front hip, kneeling to 60 degrees or more",
    lambda record: (
        record["kind"] == "static-stretch"
        and "iliopsoas" in record.muscles("lengthened")
        and record.at("half-kneeling", "split-stance")
    ),
    lambda record: (
        record.exposed("hip_bend_passive")
        in (
            {"60-90", "over-90"} if record.at("half-kneeling") else {"under-60", "60-90", "over-90"}
        )
    ),
)
must(
    "error-15 a Copenhagen hangs on inner leg and forearm",
    "a Copenhagen presses the inner knee or ankle on its support, and the forearm",
    copenhagen,
    lambda record: (
        "forearm-shoulder" in record["contacts"]
        and (
            "bench-inner-ankle" if "long" in record.exposed("adductor_load") else "bench-inner-knee"
        )
        in record["contacts"]
    ),
)
must(
    "error-16 a couch stretch kneels and ends in passive extension",
    "a couch stretch presses the kneecap and takes the hip to its passive end backwards",
    lambda record: any("couch" in name for name in record.names),
    lambda record: (
        "kneecap" in record["contacts"]
        and record.exposed("end_range") == "passive"
        and "extension" in record.exposed("end_range_directions")
    ),
)


@invariant(
    "error-17 work on the back has a position that pregnancy leaves out",
    "lying on the back is a supine position, and the pregnancy caution avoids every one of them",
    lambda record: record.at(*LYING) or says(r"\blie on your back\b", record.doing),
)
def on_the_back(record: Record, world: World) -> Iterator[str]:
    """Yield lying on the back that the pregnancy caution would not see."""
    avoided = {
        word
        for avoidance in world.cautions["pregnancy"]["avoid"]
        for condition in avoidance["when"]
        if condition["property"] == "positions" and len(avoidance["when"]) == 1
        for word in condition["words"]
    }
    supine = set(record["positions"]) & LYING
    if not supine or supine - avoided:
        yield f"is on the back in {record['positions']}"


must(
    "error-18 swings, bounces and drops are jerks",
    "a swing, hop, bounce, jump, drop or pogo by name, and every impact, states jerk",
    lambda record: (
        record.exposed("impact") != "none"
        or any(
            says(r"\bswing|bounc|\bhops?\b|jump|\bbound|pogo|drop\b", n) for n in record.names[:1]
        )
    ),
    lambda record: bool(record.exposed("jerk")),
)


def said_changes(easier: Record, harder: Record) -> set[str]:
    """Return what either end of a link says changes."""
    ends = [rung for rung in easier["harder"] if rung["exercise"] == harder.id]
    ends += [rung for rung in harder["easier"] if rung["exercise"] == easier.id]
    return {change for rung in ends for change in rung["changes"]}


def families(record: Record) -> set[str]:
    """Return the families of its positions."""
    return {POSITION_FAMILY[each] for each in record["positions"]}


@invariant(
    "error-19 an easier neighbour that is harder in another way says so",
    "more balance, kneeling, kit or another position stands in the changes of either end",
    lambda record: bool(record["easier"]),
)
def honest_rungs(record: Record, world: World) -> Iterator[str]:
    """Yield each easier neighbour that asks for something more, unsaid."""
    for rung in record["easier"]:
        easier = world.exercises[rung["exercise"]]
        rank = BALANCE.index(easier.exposed("balance")) > BALANCE.index(record.exposed("balance"))
        more = {
            "stability": rank,
            "position": bool(families(easier) - families(record))
            or ("kneecap" in easier["contacts"] and "kneecap" not in record["contacts"]),
            "equipment": any(not set(any_of) & record.kit for any_of in easier["needs"]),
        }
        for change in {word for word, asked in more.items() if asked} - said_changes(
            easier, record
        ):
            yield f"easier {easier.id} asks more in {change}, unsaid"


@invariant(
    "error-20 kit alone raises no level",
    "where the level rises between neighbours, lever, load, range, stability, speed or contraction does",
    lambda record: record["level"] != "beginner" and bool(record["easier"]),
)
def not_by_kit(record: Record, world: World) -> Iterator[str]:
    """Yield each step up in level that only kit or position explains."""
    for rung in record["easier"]:
        easier = world.exercises[rung["exercise"]]
        rises = LEVELS.index(record["level"]) > LEVELS.index(easier["level"])
        if rises and not said_changes(easier, record) - {"equipment", "position"}:
            yield f"is {record['level']} above {easier.id} by kit or position alone"


TELLING: dict[str, When] = {
    r"side.?lying": lambda record: record.at("side-lying"),
    r"\bprone\b": lambda record: record.at("prone"),
    r"\bsingle|one.leg": lambda record: record["laterality"] == "one-sided",
    r"\bisometric\b": lambda record: record["kind"] == "isometric",
    r"\babduction\b": lambda record: record.primary == "abduction",
    r"\badduction\b": lambda record: record.primary == "adduction",
    r"\bbridge\b": lambda record: "bridge" in record.id,
    r"\bthrust\b": lambda record: "thrust" in record.id,
    r"\bdeadlift\b": lambda record: "deadlift" in record.id,
    r"\bclam": lambda record: "clam" in record.id,
    r"\bstep-up\b": lambda record: "step-up" in record.id,
    r"\blateral step-up\b": lambda record: "lateral-step-up" in record.id,
    r"\bcopenhagen\b": copenhagen,
    r"\bball\b": lambda record: "small-ball" in record.kit,
    r"\bband\b": lambda record: (record["load"] or {}).get("kind") == "band",
    r"\bbarbell\b": lambda record: "barbell" in record.kit,
    r"\bankle weight\b": lambda record: "ankle-weight" in record.kit,
}
"""Words in what a study measured, and what they ask of the exercise it is shown with."""


@invariant(
    "error-21 a measurement is of the very exercise",
    "what a study measured, and its load, is what the linked exercise does",
    lambda record: "exercise" in record,
    of="measurements",
)
def same_thing(record: Record, world: World) -> Iterator[str]:
    """Yield how the measured movement differs from the exercise it is linked to."""
    exercise = world.exercises[record["exercise"]]
    measured = f"{record['measured']} {record['load']}"
    for pattern, holds in TELLING.items():
        if says(pattern, measured) and not holds(exercise):
            yield f"{measured!r} is not {exercise.id}"
    bare = says(r"^(bodyweight|isometric)", record["load"])
    if bare == bool(exercise["load"]):
        yield f"measured with {record['load']!r}, but {exercise.id} has load {exercise['load']}"


@invariant(
    "error-21 a muscle that rests on a measurement has one",
    "a muscle with basis emg names studies, and one of them measured this very exercise",
    lambda record: bool(record["muscles"]),
)
def measured(record: Record, world: World) -> Iterator[str]:
    """Yield each muscle whose measurement is somebody else's."""
    studies = {
        each["study"] for each in world.measurements.values() if each.get("exercise") == record.id
    }
    for use in record["muscles"]:
        if use["basis"] == "author" or (
            use["basis"] == "emg" and not studies & set(use.get("evidence", []))
        ):
            yield f"{use['muscle']} rests on {use['basis']} without a measurement of this exercise"


@invariant(
    "error-22 no dose rests on a trial alone",
    "a band that cites a study also cites a rule, or a convention, or says how the study was used",
    lambda record: any(not says(r"^(r\d+|convention)$", s["key"]) for s in cited(record)),
)
def not_a_trial_alone(record: Record, _: World) -> Iterator[str]:
    """Yield each band that shows a trial's dose as if it were everybody's."""
    for band in record["dose"]:
        sources = band["sources"]
        if not any(
            says(r"^(r\d+|convention)$", each["key"]) or each.get("reason") for each in sources
        ):
            yield f"{band['goal']} {band['level']} rests on {[each['key'] for each in sources]} alone"


def cited(record: Record) -> list[dict[str, str]]:
    """Return every citation of its doses."""
    return [citation for band in record["dose"] for citation in band["sources"]]


must(
    "error-23 cramp is never success",
    "a bridge names cramp only where it should not be felt, or as a mistake, and is felt in the buttocks",
    lambda record: record["family"] in {"glute-bridge", "hip-thrust"},
    lambda record: (
        not says(
            "cramp",
            " ".join(
                [
                    record.doing,
                    record.words["felt_in"],
                    record.words["summary"],
                    *record.words["cues"],
                ]
            ),
        )
        and says("buttock", record.words["felt_in"])
    ),
)
must(
    "error-24 side plank and Copenhagen are told apart",
    "a side plank lifts from the bottom hip with no adduction; a Copenhagen hangs on the top inner thigh",
    lambda record: record.at("side-plank"),
    lambda record: (
        record.primary == "adduction"
        and record["worked_side"] == "top"
        and says("inner thigh", record.words["felt_in"])
        if copenhagen(record)
        else record.primary == "abduction"
        and record["worked_side"] == "bottom"
        and not says(r"inner thigh|adduct|copenhagen|\bbench\b", f"{record.text} {record.names}")
    ),
)
ROLLED = {"glutes", "front-thigh", "back-thigh", "inner-thigh", "calf"}
must(
    "error-25 nobody rolls the IT band, a joint or the groin",
    "rolling stays on muscle: no outer thigh, a stop above the knee, groin only as not to be felt",
    lambda record: record["kind"] == "self-release" or bool(record.exposed("rolled_areas")),
    lambda record: (
        set(record.exposed("rolled_areas")) <= ROLLED
        and not says(r"\bIT band|iliotibial|outside of the thigh|groin", record.doing)
        and (
            not any("thigh" in area for area in record.exposed("rolled_areas"))
            or says(r"stop a hand's width above the (kneecap|back of the knee)", record.doing)
        )
    ),
)
