"""Name, movement, muscles, plane, group and felt; sides and words."""

from __future__ import annotations

from collections.abc import Iterator

from .reading import Record, World
from .registry import always, invariant, must
from .vocabulary import (
    ACTIVE,
    LENGTHENED_BY,
    MOVERS,
    PLANES,
    says,
)

FIRST_MOVEMENTS = {
    "pelvic-control": {"level-pelvis", "abduction", "external-rotation"},
    "abduction": {"abduction"},
    "extension": {"extension"},
    "hinge": {"extension"},
    "single-leg-bend": {"extension"},
    "flexion": {"flexion"},
    "adduction": {"adduction"},
    "external-rotation": {"external-rotation"},
    "internal-rotation": {"internal-rotation"},
}
KINDS = {
    "impact": {"landing", "plyometric"},
    "raise": {"raise"},
    "loosen": {"dynamic-mobility"},
    "switch-on": {"isometric", "control"},
    "stretch": {"static-stretch"},
    "release": {"self-release"},
    "settle": {"settle"},
}
NAMED = {
    "abduction": r"\babduction",
    "adduction": r"\badduction",
    "extension": r"\bhip extension|\bhip flexor stretch",
    "flexion": r"\bhip flexion",
    "internal-rotation": r"\binternal rotation",
    "external-rotation": r"\bexternal rotation",
}
"""How a movement appears in a name; a hip flexor stretch goes into extension."""


def resisted(record: Record) -> bool:
    """Whether muscles work against something in it."""
    return record["kind"] in ACTIVE


@invariant("name and movement agree", "a movement that the name says is among the movements")
def named_movements(record: Record, _: World) -> Iterator[str]:
    """Yield each movement that is named but not stated."""
    for name in record.names:
        for movement, pattern in NAMED.items():
            if says(pattern, name) and movement not in record["movements"]:
                yield f"is called {name!r} but does not state {movement}"


must(
    "group and first movement agree",
    "a strength group is what is resisted: its exercises' first movement",
    lambda record: record["group"] in FIRST_MOVEMENTS,
    lambda record: record.primary in FIRST_MOVEMENTS[record["group"]],
)
must(
    "group and kind agree",
    "impact lands, loosen moves, stretch stretches, release rolls; the rest is work",
    always,
    lambda record: record["kind"] in KINDS.get(record["group"], ACTIVE),
)
must(
    "pelvic control keeps the pelvis level",
    "what belongs to pelvic control has level-pelvis among its movements",
    lambda record: record["group"] == "pelvic-control",
    lambda record: "level-pelvis" in record["movements"],
)
must(
    "plane and first movement agree",
    "the plane is the first movement's, or several",
    lambda record: bool(record["movements"]),
    lambda record: record["plane"] in {PLANES[record.primary], "multi"},
)
must(
    "several planes have several movements",
    "who moves in several planes states movements of more than one, or walks in two directions",
    lambda record: record["plane"] == "multi" and bool(record["movements"]),
    lambda record: len({PLANES[each] for each in record["movements"]}) > 1 or record.at("walking"),
)
must(
    "a standing leg closes the chain",
    "where the working leg stands, its chain is not open",
    lambda record: record["worked_side"] == "stance" or record["support"] == "two-feet",
    lambda record: record["chain"] != "open",
)


@invariant(
    "every movement has a muscle that makes it",
    "each movement of resisted work has a muscle that makes it; the first one moves, not only steadies",
    resisted,
)
def moved(record: Record, _: World) -> Iterator[str]:
    """Yield each movement without its muscle."""
    for movement in record["movements"]:
        if not MOVERS[movement] & record.muscles("prime-mover", "synergist", "stabiliser"):
            yield f"no muscle makes {movement}"
    if not MOVERS[record.primary] & record.muscles("prime-mover", "synergist"):
        yield f"nothing moves in {record.primary}"


must(
    "a stretch lengthens what its direction lengthens",
    "the first movement of a stretch lengthens a muscle that opposes it, and is an end of range",
    lambda record: record["kind"] == "static-stretch",
    lambda record: bool(
        LENGTHENED_BY[record.primary] & record.muscles("lengthened")
        and (
            record.primary in record.exposed("end_range_directions")
            or record.muscles("lengthened") == {"calves"}
        )
    ),
)


@invariant("roles and kind agree", "work has a prime mover, a stretch lengthens, rolling presses")
def roles(record: Record, _: World) -> Iterator[str]:
    """Yield each role that the kind does not have, or lacks."""
    kind, held = record["kind"], {use["role"] for use in record["muscles"]}
    needed = {"static-stretch": "lengthened", "self-release": "pressed"}.get(kind, "prime-mover")
    if needed not in held and kind not in {"dynamic-mobility", "settle"}:
        yield f"{kind} without {needed}"
    if kind not in {"static-stretch", "dynamic-mobility"} and "lengthened" in held:
        yield f"{kind} lengthens"
    if (kind == "self-release") != ("pressed" in held):
        yield f"{kind} with roles {sorted(held)}"


FELT = {
    "gluteus-maximus": r"buttock|back of the (\w+ )?hip",
    "gluteus-medius": r"outside|outer|buttock",
    "gluteus-minimus": r"outside|outer|buttock",
    "tensor-fasciae-latae": r"outside|outer",
    "deep-external-rotators": r"buttock|deep|back of the (\w+ )?hip",
    "iliopsoas": r"front of|in front|lifted hip",
    "rectus-femoris": r"front of|in front",
    "adductors": r"inner (thigh|side)",
    "adductor-magnus": r"inner (thigh|side)",
    "hamstrings": r"back|behind",
    "quadriceps": r"front of|thigh",
    "calves": r"\bcal(f|ves)\b",
    "abdominals": r"belly",
    "obliques": r"waist|trunk",
    "quadratus-lumborum": r"waist|trunk",
    "erector-spinae": r"trunk|along the back",
}


def foremost(record: Record) -> set[str]:
    """Return the muscles that work, are lengthened or pressed with the highest emphasis."""
    uses = [u for u in record["muscles"] if u["role"] in {"prime-mover", "lengthened", "pressed"}]
    highest = max((use["emphasis"] for use in uses), default=0)
    return {use["muscle"] for use in uses if use["emphasis"] == highest}


must(
    "what works most is felt",
    "the words say that it is felt where its foremost muscles lie",
    lambda record: record["kind"] in ACTIVE | {"static-stretch", "self-release", "landing"},
    lambda record: any(says(FELT[muscle], record.words["felt_in"]) for muscle in foremost(record)),
)
must(
    "both together has no single working side",
    "worked side is both where both sides work together or each way",
    lambda record: record["laterality"] in {"both-together", "each-way"},
    lambda record: record["worked_side"] == "both",
)
SIDES = {
    "top": r"\btop\b",
    "bottom": r"\bbottom\b|\blower (hip|leg|knee|foot)|nearer the floor",
    "front": r"\bfront (leg|foot|thigh|knee|heel|buttock)|working (leg|knee)",
    "rear": r"\brear\b|kneeling (leg|hip)",
    "stance": r"\bstance|\bworking|stays down|takes the weight|opposite the weight",
    "moving": r"\b(working|moving|outer|lifted|swinging|free leg|opposite leg|other (leg|knee|foot))\b"
    r"|\bone (foot|leg|thigh|calf|buttock)\b",
}
must(
    "the worked side is in the words",
    "the words name the leg that is meant to work, as the record does",
    lambda record: record["worked_side"] != "both",
    lambda record: says(SIDES[record["worked_side"]], record.text),
)
must(
    "both together speaks of no other leg",
    "where both sides work together no leg is the working one, and legs are not changed",
    lambda record: (
        record["laterality"] == "both-together"
        and all(band["count_of"] != "seconds" for band in record["dose"])
    ),
    lambda record: (
        not says(
            r"\b(working|stance|free|other) (leg|foot|knee)|change (legs|sides)|other (leg|side)\b",
            record.doing,
        )
    ),
)
must(
    "alternating speaks of the other side",
    "what alternates says that the other leg or side comes next",
    lambda record: record["laterality"] == "alternating",
    lambda record: says(
        r"\bother\b|\bchange legs|\bopposite\b|in turn|past the front one", record.doing
    ),
)
must(
    "one-sided does not alternate in its steps",
    "a one-sided set stays on one leg: no step repeats with the other leg",
    lambda record: record["laterality"] == "one-sided",
    lambda record: not says(r"(repeat|the same|again) with the other|alternate", record.doing),
)
must(
    "each way has a way back",
    "what goes each way says so: the other way, or backwards",
    lambda record: record["laterality"] == "each-way",
    lambda record: says(r"\bother way\b|\bbackwards\b", record.doing),
)
