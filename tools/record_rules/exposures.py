"""Positions and words; contacts, support and exposures that follow from positions and movement."""

from __future__ import annotations

from collections.abc import Iterator

from .reading import Record, World
from .registry import always, invariant, must
from .vocabulary import POSITION_WORDS, UPRIGHT, says


@invariant("every position is in the words", "set-up and steps lead through each position stated")
def every_position(record: Record, _: World) -> Iterator[str]:
    """Yield each position that the words do not reach."""
    for position in record["positions"]:
        if not says(POSITION_WORDS[position], record.doing):
            yield f"the words do not reach {position}"


@invariant(
    "every position in the words is stated", "no step kneels, lies or goes on all fours unstated"
)
def no_other_position(record: Record, _: World) -> Iterator[str]:
    """Yield each lying or kneeling position that is spoken of but not stated."""
    for pattern, positions in {
        r"\blie on your back\b": {"supine-knees-bent", "supine-straight"},
        r"\blie on your (other )?side\b": {"side-lying"},
        r"\blie face down\b": {"prone"},
        r"\b(on|to) hands and knees\b": {"hands-and-knees"},
        r"\bkneel on one knee\b": {"half-kneeling"},
        r"\bsit (tall )?on the floor\b": {"sitting-floor"},
        r"\bsit\b[^.]* chair\b": {"sitting-chair"},
    }.items():
        if says(pattern, record.doing) and not record.at(*positions):
            yield f"speaks of {positions}, states {record['positions']}"


PRESSED = {
    "hands-and-knees": [{"kneecap"}, {"palms"}],
    "plank": [{"palms", "forearm-shoulder"}],
    "side-plank": [{"forearm-shoulder"}],
    "prone": [{"front-of-hip", "forearm-shoulder"}],
    "sitting-floor": [{"sit-bone"}],
    "sitting-chair": [{"sit-bone"}],
}


@invariant(
    "contacts follow from positions",
    "hands and knees press kneecaps and palms, planks the arms, sitting the sit bones, prone the front",
    lambda record: record.at(*PRESSED),
)
def contacts(record: Record, _: World) -> Iterator[str]:
    """Yield each contact that a position has and the record leaves out."""
    for position in set(record["positions"]) & set(PRESSED):
        for any_of in PRESSED[position]:
            if not any_of & set(record["contacts"]):
                yield f"{position} without {' or '.join(sorted(any_of))}"


must(
    "no kneecap is pressed on the feet",
    "kneecap contact comes from kneeling, hands and knees, or lying face down",
    lambda record: "kneecap" in record["contacts"],
    lambda record: record.at("half-kneeling", "tall-kneeling", "hands-and-knees", "prone"),
)
must(
    "support follows from positions",
    "upright stands on feet, lying and sitting does not",
    always,
    lambda record: (record["support"] != "not-on-feet") == record.at(*UPRIGHT),
)
must(
    "one-leg load follows from support",
    "one free foot is free load, a supported one supported or more",
    lambda record: record["support"] in {"one-foot-free", "one-foot-supported"},
    lambda record: (
        record.exposed("one_leg_load")
        in {"one-foot-free": {"free"}, "one-foot-supported": {"supported", "free"}}[
            record["support"]
        ]
        or bool(record.exposed("rolled_areas"))
    ),
)
must(
    "a supported foot has its support in the words",
    "who stands on one supported foot has a hand, wall, bench or machine in the words",
    lambda record: record["support"] == "one-foot-supported",
    lambda record: says(r"\bwall|\bhands?\b|fingertips|\bbench|\bmachine", record.doing),
)
must(
    "one foot needs balance",
    "standing on one foot, balance is never steady",
    lambda record: record["support"] in {"one-foot-free", "one-foot-supported"},
    lambda record: record.exposed("balance") != "steady",
)
must(
    "an end of range has a direction",
    "end range and its directions stand or fall together",
    always,
    lambda record: (
        (record.exposed("end_range") == "none") == (not record.exposed("end_range_directions"))
    ),
)
must(
    "a held stretch is a passive end of range",
    "a hip stretch ends passively, in a stated direction",
    lambda record: (
        record["kind"] == "static-stretch" and record.muscles("lengthened") != {"calves"}
    ),
    lambda record: record.exposed("end_range") == "passive",
)
must(
    "lengthened muscles are exposures",
    "lengthened hamstrings and adductors stand among the exposures",
    lambda record: bool(record.muscles("lengthened") & {"hamstrings", "adductors"}),
    lambda record: (
        (
            "hamstrings" not in record.muscles("lengthened")
            or record.exposed("hamstring_long") != "no"
        )
        and (
            "adductors" not in record.muscles("lengthened")
            or record.exposed("adductor_long") != "no"
        )
    ),
)
must(
    "adductor work is an exposure",
    "who works the inner thigh as prime mover states an adductor load",
    lambda record: "adductors" in record.muscles("prime-mover"),
    lambda record: record.exposed("adductor_load") != "none",
)
must(
    "a hinge is loaded and long",
    "a hinge bends the loaded hip to 60 degrees or more, the knee little, and loads the hamstrings long",
    lambda record: record["group"] == "hinge",
    lambda record: (
        record.exposed("hip_bend_loaded") in {"60-90", "over-90"}
        and record.exposed("knee_bend_loaded") in {"none", "under-45"}
        and record.exposed("hamstring_long") == "loaded-long"
    ),
)
must(
    "impact follows from kind",
    "landings and plyometrics have impact; nothing else has",
    always,
    lambda record: (
        (record["kind"] in {"landing", "plyometric"}) == (record.exposed("impact") != "none")
    ),
)
must(
    "impact meets the forefoot",
    "who lands stands on the forefoot for a moment, and works on one leg where one leg lands",
    lambda record: record.exposed("impact") != "none",
    lambda record: (
        bool(record.exposed("forefoot_stance"))
        and (record.exposed("impact") != "one-leg" or record.exposed("one_leg_load") == "free")
    ),
)
BENDS = ["none", "under-60", "60-90", "over-90"]
must(
    "sitting and all fours bend the hip",
    "who sits, kneels on all fours or half-kneels bends a hip to 60 degrees or more",
    lambda record: record.at("sitting-floor", "sitting-chair", "hands-and-knees", "half-kneeling"),
    lambda record: (
        max(BENDS.index(record.exposed(f"hip_bend_{how}")) for how in ("loaded", "passive")) >= 2
    ),
)
must(
    "the end of flexion is a bend",
    "an end of range in flexion bends the hip to 60 degrees or more",
    lambda record: "flexion" in record.exposed("end_range_directions"),
    lambda record: (
        max(BENDS.index(record.exposed(f"hip_bend_{how}")) for how in ("loaded", "passive")) >= 2
    ),
)
must(
    "off the feet no leg is free",
    "who does not stand has no free one-leg load, nor needs hard balance but on a side plank",
    lambda record: record["support"] == "not-on-feet",
    lambda record: (
        record.exposed("one_leg_load") != "free"
        and (record.exposed("balance") != "hard" or record.at("side-plank"))
    ),
)
must(
    "the rear heel that lifts is a forefoot stance",
    "who lifts a heel, rises on the toes or stands on a plank's toes stands on a forefoot",
    lambda record: (
        says(r"\brear heel lift|lift the rear heel|heel lifted|tuck your toes under", record.doing)
        or says(r"\brise (slowly )?on (to )?(the|your) (balls|toes|front)", record.doing)
    ),
    lambda record: bool(record.exposed("forefoot_stance")) or record.at("side-plank"),
)
must(
    "rolled areas follow from kind",
    "rolling names what it rolls; nothing else rolls",
    always,
    lambda record: (record["kind"] == "self-release") == bool(record.exposed("rolled_areas")),
)
must(
    "a load is an exposure",
    "a band, cable or weight is an outside load, and an outside load is one of them",
    lambda record: (record["load"] or {}).get("kind") != "partner",
    lambda record: bool(record["load"]) == (record.exposed("outside_load") != "none"),
)
must(
    "a sideways pull below the knee levers it",
    "a band at ankles, feet or an anchor, or a cable, levers the knee in frontal or transverse work",
    lambda record: (
        (
            (record["load"] or {}).get("where") in {"ankles", "feet", "anchored"}
            or (record["load"] or {}).get("kind") == "cable"
        )
        and record.primary not in {"flexion", "extension"}
    ),
    lambda record: bool(record.exposed("lever_at_knee")),
)
must(
    "where the band sits is in the words",
    "a band sits above the knees, at the ankles, round the feet or on an anchor, and the words say so",
    lambda record: (record["load"] or {}).get("kind") == "band",
    lambda record: says(
        {
            "above-knees": r"above (the|your) knees",
            "ankles": r"\bankles\b",
            "feet": r"\b(feet|shoes)\b",
            "anchored": r"\banchor\b",
        }[record["load"]["where"]],
        record.words["set_up"],
    ),
)
must(
    "the hand that holds is in the words",
    "a one-hand weight opposite the working leg is put there by the words; two hands hold both",
    lambda record: bool((record["load"] or {}).get("hands")),
    lambda record: says(
        r"both hands|two hands|hands? .*grip|hold"
        if record["load"]["hands"] == "two"
        else r"opposite|rear leg's side|front leg's side|one hand|beside one foot",
        record.doing,
    ),
)
