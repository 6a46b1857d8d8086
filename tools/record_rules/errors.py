"""The first twelve of the twenty-five errors that exercise catalogues usually hold, each by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .doses import least
from .reading import Record, World
from .registry import invariant, must
from .vocabulary import (
    ACTIVE,
    INNER_THIGH,
    KIT_WORDS,
    POSITION_FAMILY,
    POSITION_WORDS,
    SIDE_HIP,
    UPRIGHT,
    says,
)

LYING = {"supine-knees-bent", "supine-straight"}


def active(record: Record, *primary: str) -> bool:
    """Whether muscles work in it, and its first movement is one of *primary*."""
    return record["kind"] in ACTIVE and record.primary in primary


def copenhagen(record: Record) -> bool:
    """Whether it is one of the Copenhagen family, by any of its names."""
    return any("copenhagen" in name for name in record.names)


must(
    "error-01 abduction and adduction are not swapped",
    "who lifts the leg out has a side-hip prime mover and no inner-thigh one; inwards the reverse",
    lambda record: active(record, "abduction", "adduction"),
    lambda record: bool(
        record.muscles("prime-mover") & (SIDE_HIP if record.primary == "abduction" else INNER_THIGH)
        and not record.muscles("prime-mover")
        & (INNER_THIGH if record.primary == "abduction" else SIDE_HIP)
    ),
)
must(
    "error-01 side-lying adduction lifts the bottom leg, abduction the top one",
    "lying on the side, the bottom leg is lifted inwards and the top leg outwards",
    lambda record: (
        record["positions"] == ["side-lying"] and active(record, "abduction", "adduction")
    ),
    lambda record: (
        record["worked_side"] == {"abduction": "top", "adduction": "bottom"}[record.primary]
        and not says(
            rf"\b(lift|raise) the (\w+ )?{'bottom' if record.primary == 'abduction' else 'top'} leg",
            record.doing,
        )
    ),
)
must(
    "error-01 abduction is not felt in the inner thigh",
    "what lifts the leg out is felt at the side of the hip, and the summary says so too",
    lambda record: active(record, "abduction"),
    lambda record: not says("inner thigh", f"{record.words['felt_in']} {record.words['summary']}"),
)
must(
    "error-02 a clamshell keeps its feet together",
    "in a clamshell the feet or heels stay together, or the foot rests on the other leg",
    lambda record: any("clam" in n and "reverse" not in n for n in record.names[:1]),
    lambda record: says(
        r"feet (still )?touching|heels together|foot (on|still resting)", record.doing
    ),
)
must(
    "error-02 a side leg raise parts its feet",
    "the top leg of a side leg raise leaves the bottom one; feet are not kept together",
    lambda record: record["family"] == "side-lying-hip-abduction",
    lambda record: (
        says(r"\b(lift|raise) the (whole |weighted |top )*leg", record.doing)
        and not says(r"(feet|heels|ankles) (still )?(touching|together)", record.doing)
    ),
)
must(
    "error-02 a side lunge keeps the other leg straight",
    "in a side lunge one knee bends; the words say that the other leg stays straight",
    lambda record: record["family"] == "side-lunge" and record["kind"] == "strength",
    lambda record: says(r"other leg straight|leg straight\b", record.doing),
)
must(
    "error-02 a single-leg deadlift has no rear foot on a bench",
    "the free leg of a single-leg deadlift hangs in the air or touches the floor",
    lambda record: "single-leg-deadlift" in record.id or record["family"] == "single-leg-deadlift",
    lambda record: (
        not record.kit & {"bench", "chair", "step"} and not says(r"\bbench|\bstair", record.text)
    ),
)
must(
    "error-03 a straight-leg raise is not credited with side-hip muscles",
    "a lying straight-leg raise to the front works the hip flexors; no gluteal moves anything",
    lambda record: active(record, "flexion") and record.at(*LYING),
    lambda record: (
        not record.muscles("prime-mover", "synergist")
        & {"gluteus-medius", "gluteus-minimus", "gluteus-maximus"}
    ),
)
must(
    "error-03 the tensor is not forgotten as an abductor",
    "strength work whose first movement is abduction names tensor fasciae latae",
    lambda record: record.primary == "abduction" and record["kind"] in {"strength", "isometric"},
    lambda record: "tensor-fasciae-latae" in record.muscles(),
)

MEANT: dict[str, Callable[[Record, str], bool]] = {
    r"\bmonster walk": lambda record, name: "lateral" in name or says("backwards", record.doing),
    r"\bhip thrust": lambda record, name: "bench" in record.kit or "floor" in name,
    r"\bpiriformis": lambda _, name: says("figure four|ankle on", name),
    r"\bairplane": lambda record, _: (
        record["group"] == "pelvic-control" and says("turn your pelvis", record.doing)
    ),
    r"\bcopenhagen": lambda record, _: bool(
        {"bench-inner-knee", "bench-inner-ankle"} & set(record["contacts"])
    ),
}
"""Names that people use for two things, and how a record shows which is meant."""


@invariant(
    "error-04 an ambiguous name says which of its two meanings is taken",
    "monster walk, hip thrust, piriformis stretch, airplane and Copenhagen each mean one thing",
    lambda record: any(says(pattern, name) for pattern in MEANT for name in record.names),
)
def one_meaning(record: Record, _: World) -> Iterator[str]:
    """Yield each ambiguous name that leaves its meaning open."""
    for pattern, shown in MEANT.items():
        for name in record.names:
            if says(pattern, name) and not shown(record, name):
                yield f"{name!r} does not say which movement is meant"


@invariant(
    "error-04 no name is used twice", "a name, or another name, belongs to one exercise only"
)
def one_name(record: Record, world: World) -> Iterator[str]:
    """Yield each name that another exercise has too."""
    for other in world.exercises.values():
        if other.id != record.id:
            for name in sorted(set(record.names) & set(other.names)):
                yield f"{name!r} is a name of {other.id} too"


must(
    "error-05 a one-sided exercise says which side works",
    "one-sided work has a worked side",
    lambda record: record["laterality"] == "one-sided",
    lambda record: record["worked_side"] != "both",
)
must(
    "error-05 bird dog, dead bug and march alternate",
    "they change legs with every repetition, are counted in seconds, or say that one leg goes on",
    lambda record: any(says(r"bird dog|dead bug|\bmarch", name) for name in record.names[:1]),
    lambda record: (
        record["laterality"] == "alternating"
        or all(band["count_of"] == "seconds" for band in record["dose"])
        or says(r"that same knee again|turn round to work the other leg", record.doing)
    ),
)
must(
    "error-06 a band walk is dosed in steps each way",
    "sideways and forward band walks count steps, each way, and the words lead back again",
    lambda record: record["family"] in {"lateral-band-walk", "monster-walk"},
    lambda record: (
        record["laterality"] == "each-way"
        and all(band["count_of"] == "steps" for band in record["dose"])
        and says("back the other way|other way|walk backwards", record.doing)
    ),
)


@invariant(
    "error-07 a hold has no tempo",
    "a single hold or stretch has no tempo, and one that is repeated holds longer than it moves",
    lambda record: record["kind"] in {"isometric", "static-stretch"},
)
def no_tempo(record: Record, _: World) -> Iterator[str]:
    """Yield each band of a hold that moves."""
    for band in record["dose"]:
        moving = band["lift"] + band["lower"]
        if least(band["hold"]) <= moving * (1 if least(band["count"]) > 1 else 60):
            yield f"{band['goal']} {band['level']}: {band['lift']}-{band['hold']}-{band['lower']}"


@invariant(
    "error-07 stretches pull, rolling presses, and neither has sets of repetitions in reserve",
    "a stretch is one hold with a mild pull; rolling counts passes with firm pressure",
    lambda record: record["kind"] in {"static-stretch", "self-release"},
)
def no_reserve(record: Record, _: World) -> Iterator[str]:
    """Yield each band on the wrong scale or with the wrong count."""
    stretch = record["kind"] == "static-stretch"
    scale, word = ("pull", "mild-pull") if stretch else ("pressure", "firm-pressure")
    for band in record["dose"]:
        if band["effort"] != {"scale": scale, "word": word}:
            yield f"effort is {band['effort']['word']}"
        if stretch and band["count"] != 1:
            yield f"a stretch is counted {band['count']}"
        if not stretch and band["count_of"] != "passes":
            yield f"rolling counts {band['count_of']}"


@invariant(
    "error-08 kit in the words is in the needs",
    "who reads of a thing, a chair, a step or an anchor too, has been asked for it",
)
def kit_is_needed(record: Record, _: World) -> Iterator[str]:
    """Yield each thing that is spoken of but not needed."""
    for kit, pattern in KIT_WORDS.items():
        if says(pattern, record.text) and kit not in record.kit:
            yield f"speaks of {kit}, needs {sorted(record.kit)}"


@invariant(
    "error-09 the set-up is in the first position",
    "set-up and first step name the first position, and no upright start lies or kneels down",
)
def starts_there(record: Record, _: World) -> Iterator[str]:
    """Yield a beginning that is elsewhere than the record says."""
    first = record["positions"][0]
    if not says(POSITION_WORDS[first], record.start):
        yield f"does not say how {first} begins"
    elsewhere = {
        "upright": r"\blie\b|\bkneel\b|face down|hands and knees|\bsit (on|in|towards|tall)\b",
        "kneeling": r"\blie\b|face down|on your back",
        "on hands": r"\blie\b|face down|on your back",
        "lying": r"\bstand\b|\bkneel on\b|hands and knees",
        "sitting": r"\bstand\b|\blie\b|face down|hands and knees",
    }[POSITION_FAMILY[first]]
    if says(elsewhere, record.words["set_up"]):
        yield f"begins {first} but the set-up says otherwise"


must(
    "error-09 lying and sitting are not upright",
    "a record without an upright position never says to stand, but to rest or to begin the easier way",
    lambda record: not set(record["positions"]) & UPRIGHT,
    lambda record: not says(r"^stand\b|[.] stand\b", record.words["set_up"]),
)


@invariant(
    "error-10 crossing and folding poses state their exposures",
    "a curtsy, pigeon, figure four or crossed leg states midline, inward turn and hip bend",
    lambda record: (
        any(says(r"curts|pigeon|figure.four|cross|opposite shoulder", n) for n in record.names)
        or says(r"\b(little|back) across\b", record.doing)
    ),
)
def crossing(record: Record, _: World) -> Iterator[str]:
    """Yield each exposure that such a pose leaves out."""
    names = " ".join(record.names)
    if record.exposed("crosses_midline") not in {"loaded", "stretched"}:
        yield "does not state that a leg crosses the midline"
    if says("pigeon|figure.four", names) and record.exposed("hip_bend_passive") != "over-90":
        yield "does not state the deep bend of the hip"
    if says("pigeon|curts", names) and record.exposed("turn_in_when_bent") == "no":
        yield "does not state the turn of the bent hip"


must(
    "error-11 a pelvic drop is stated",
    "pelvis_drops stands where, and only where, the words let the free side sink or dip",
    lambda record: (
        record.exposed("pelvis_drops") or says(r"(pelvis|free side) (sinks?|dips?)\b", record.doing)
    ),
    lambda record: (
        bool(record.exposed("pelvis_drops"))
        and says(r"(pelvis|free side)( slightly)? (sinks?|dips?)\b", record.doing)
    ),
)
must(
    "error-12 side-lying presses the bottom hip",
    "who lies on the side lies on the outer hip",
    lambda record: record.at("side-lying"),
    lambda record: "outer-hip" in record["contacts"],
)
