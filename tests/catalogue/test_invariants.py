"""Invariants of the packaged records, stated by a script that reads the JSON and shares no code with hipkit."""

from __future__ import annotations

import runpy
import sys
from copy import copy, deepcopy
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).parent.parent.parent / "tools"
sys.path.insert(0, str(TOOLS))
try:
    SCRIPT = runpy.run_path(str(TOOLS / "invariants.py"))
finally:
    sys.path.remove(str(TOOLS))
INVARIANTS = {each.name: each for each in SCRIPT["INVARIANTS"]}
WORLD = SCRIPT["read"]()
EVERY_INVARIANT = pytest.mark.parametrize("name", sorted(INVARIANTS))

LONG = " ".join(["word"] * 16)
BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "error-01 abduction and adduction are not swapped": (
        "side-lying-hip-adduction", {"movements": ["abduction"]}),
    "error-01 side-lying adduction lifts the bottom leg, abduction the top one": (
        "side-lying-hip-adduction", {"words.steps.2": "Lift the top leg a little way."}),
    "error-01 abduction is not felt in the inner thigh": (
        "side-lying-hip-abduction", {"words.felt_in": "Inner thigh of the top leg."}),
    "error-02 a clamshell keeps its feet together": (
        "clamshell", {"words.steps.1": "Move your feet apart and turn the top knee up."}),
    "error-02 a side leg raise parts its feet": (
        "side-lying-hip-abduction", {"words.steps.2": "Lift the knee, heels together."}),
    "error-02 a side lunge keeps the other leg straight": (
        "side-lunge", {"words.steps.3": "Bend the other knee too."}),
    "error-02 a single-leg deadlift has no rear foot on a bench": (
        "single-leg-deadlift", {"words.steps.1": "Rest the rear foot on a bench."}),
    "error-03 a straight-leg raise is not credited with side-hip muscles": (
        "straight-leg-raise", {"muscles.1.muscle": "gluteus-medius"}),
    "error-03 the tensor is not forgotten as an abductor": (
        "side-lying-hip-abduction", {"muscles.2.muscle": "obliques"}),
    "error-04 an ambiguous name says which of its two meanings is taken": (
        "pigeon-stretch", {"words.other_names": ["piriformis stretch"]}),
    "error-04 no name is used twice": ("clamshell", {"words.other_names": ["Glute bridge"]}),
    "error-05 a one-sided exercise says which side works": ("clamshell", {"worked_side": "both"}),
    "error-05 bird dog, dead bug and march alternate": ("bird-dog", {"laterality": "one-sided"}),
    "error-06 a band walk is dosed in steps each way": (
        "lateral-band-walk-knees", {"dose.0.count_of": "repetitions"}),
    "error-07 a hold has no tempo": ("glute-bridge-hold", {"dose.0.lift": 2}),
    "error-07 stretches pull, rolling presses, and neither has sets of repetitions in reserve": (
        "couch-stretch", {"dose.0.effort": {"scale": "reserve", "word": "hard"}}),
    "error-08 kit in the words is in the needs": ("sit-to-stand", {"needs": []}),
    "error-09 lying and sitting are not upright": ("clamshell", {"words.set_up": "Stand tall."}),
    "error-09 the set-up is in the first position": (
        "hip-hinge", {"words.set_up": "Lie on your back."}),
    "error-10 crossing and folding poses state their exposures": (
        "curtsy-lunge", {"exposures.crosses_midline": "no"}),
    "error-11 a pelvic drop is stated": ("hip-hike", {"exposures.pelvis_drops": False}),
    "error-12 side-lying presses the bottom hip": ("clamshell", {"contacts": []}),
    "error-13 half-kneeling has kneecap contact": (
        "half-kneeling-hip-flexor-stretch", {"contacts": []}),
    "error-14 a lunge stretch states the bend of its front hip": (
        "half-kneeling-reach", {"exposures.hip_bend_passive": "none"}),
    "error-15 a Copenhagen hangs on inner leg and forearm": (
        "copenhagen-adduction", {"contacts": ["forearm-shoulder", "outer-hip"]}),
    "error-16 a couch stretch kneels and ends in passive extension": (
        "couch-stretch", {"exposures.end_range": "active"}),
    "error-17 work on the back has a position that pregnancy leaves out": (
        "glute-bridge", {"positions": ["sitting-floor"]}),
    "error-18 swings, bounces and drops are jerks": (
        "leg-swing-front-back", {"exposures.jerk": False}),
    "error-19 an easier neighbour that is harder in another way says so": (
        "side-lying-hip-abduction", {"easier.0.exercise": "standing-hip-abduction"}),
    "error-20 kit alone raises no level": (
        "banded-side-lying-hip-abduction",
        {"easier": [{"exercise": "side-lying-breathing", "changes": ["equipment"]}]}),
    "error-21 a measurement is of the very exercise": (
        "macaskill2014-02", {"exercise": "clamshell"}),
    "error-21 a muscle that rests on a measurement has one": (
        "fire-hydrant", {"muscles.0.basis": "emg"}),
    "error-22 no dose rests on a trial alone": (
        "ball-squeeze-knees", {"dose.0.sources": [{"key": "YOUS18", "grade": "B"}]}),
    "error-23 cramp is never success": (
        "glute-bridge", {"words.felt_in": "Buttocks, with a cramp in the hamstrings."}),
    "error-24 side plank and Copenhagen are told apart": (
        "side-plank", {"words.felt_in": "Inner thigh of the top leg."}),
    "error-25 nobody rolls the IT band, a joint or the groin": (
        "roll-front-thigh", {"exposures.rolled_areas": ["outer-thigh"]}),
    "a caution note is for somebody": (
        "side-lying-hip-abduction", {"words.caution_notes.0.caution": "outer-hip-pain"}),
    "a criterion is within the dose": ("clamshell", {"harder.0.criterion.count": 90}),
    "a family lies in one group": ("clamshell", {"group": "abduction"}),
    "a harder link has a criterion with sources": ("clamshell", {"harder.0.criterion": None}),
    "a harder rung is of no lower level": ("clamshell", {"level": "advanced"}),
    "a held stretch is a passive end of range": (
        "butterfly-stretch", {"exposures.end_range": "none"}),
    "a hinge is loaded and long": ("hip-hinge", {"exposures.hamstring_long": "no"}),
    "a ladder has a beginner's way in": (
        "hip-airplane", {"easier": [{"exercise": "curtsy-lunge", "changes": ["load"]}]}),
    "a load is an exposure": ("banded-clamshell", {"exposures.outside_load": "none"}),
    "a long hold is a strain": ("side-plank", {"exposures.strain": "low"}),
    "a sideways pull below the knee levers it": (
        "lateral-band-walk-ankles", {"exposures.lever_at_knee": False}),
    "a standing leg closes the chain": ("hip-hinge", {"chain": "open"}),
    "a step height is said": ("hip-hike", {"step_height": None}),
    "a stretch lengthens what its direction lengthens": (
        "butterfly-stretch", {"movements": ["flexion"]}),
    "a supported foot has its support in the words": (
        "single-leg-stand-supported", {"words.set_up": "Stand tall.", "words.steps": ["Stand."]}),
    "a variant's head is of its family and file": ("clamshell-hold", {"variant_of": "glute-bridge"}),
    "activation stays light": ("clamshell", {"dose.3.effort.word": "hard"}),
    "adductor work is an exposure": (
        "side-lying-hip-adduction", {"exposures.adductor_load": "none"}),
    "alternating speaks of the other side": ("clamshell", {"laterality": "alternating",
        "words.set_up": "Lie on your side.", "words.steps": ["Lift."]}),
    "an end of range has a direction": ("couch-stretch", {"exposures.end_range_directions": []}),
    "an end-range pose has an easier form": (
        "butterfly-stretch", {"words.easier_way": "", "easier": []}),
    "an exercise makes no banned claim": (
        "clamshell", {"words.summary": "It prevents knee injuries."}),
    "both together has no single working side": ("glute-bridge", {"worked_side": "moving"}),
    "both together speaks of no other leg": (
        "glute-bridge", {"words.steps.0": "Lift the working leg."}),
    "contacts follow from positions": ("bird-dog", {"contacts": ["palms"]}),
    "count and kind agree": ("clamshell", {"dose.0.count_of": "passes"}),
    "each way has a way back": ("side-step-no-band", {"words.steps": ["Step to the side."]}),
    "effort rises with level, never to failure": ("clamshell", {"dose.0.effort.word": "hard"}),
    "effort scale and kind agree": ("clamshell", {"dose.0.effort.scale": "pull"}),
    "every avoidance names its basis": (
        "outer-hip-pain", {"avoid.0.citation": {"key": "convention", "grade": "C"}}),
    "every criterion names its basis": (
        "clamshell", {"harder.0.criterion.sources": [{"key": "nobody", "grade": "C"}]}),
    "every dose names its basis": ("clamshell", {"dose.0.sources": []}),
    "every exception has a reason": (
        "clamshell", {"exceptions": [{"caution": "knee-pain", "reason": " "}]}),
    "every movement has a muscle that makes it": ("clamshell", {"movements.1": "flexion"}),
    "every position in the words is stated": (
        "half-kneeling-hip-flexor-stretch", {"positions": ["standing"]}),
    "every position is in the words": ("clamshell", {"positions": ["side-lying", "prone"]}),
    "every tip names its basis": ("warm-up", {"citations": []}),
    "goals and kinds agree": ("clamshell", {"dose.0.goal": "recovery"}),
    "group and first movement agree": ("clamshell", {"group": "flexion"}),
    "group and kind agree": ("clamshell", {"kind": "static-stretch"}),
    "heavy is a strain": ("barbell-hip-thrust", {"exposures.strain": "low"}),
    "impact follows from kind": ("clamshell", {"exposures.impact": "two-leg"}),
    "impact has a landing below it": ("pogo-two-leg", {"easier": []}),
    "impact meets the forefoot": ("snap-down-stick", {"exposures.forefoot_stance": False}),
    "kit that is needed is spoken of": ("clamshell", {"needs": [["barbell"]]}),
    "landing comes before hopping": (
        "pogo-single-leg", {"easier": [{"exercise": "pogo-two-leg", "changes": ["load"]}]}),
    "landings are few": ("single-leg-hop-stick", {"dose.0.count": 30}),
    "lengthened muscles are exposures": ("butterfly-stretch", {"exposures.adductor_long": "no"}),
    "level follows from exposures": ("copenhagen-adduction", {"level": "intermediate"}),
    "low bands upright are not for beginners": ("lateral-band-walk-ankles", {"level": "beginner"}),
    "name and movement agree": ("side-lying-hip-abduction", {"movements": ["flexion"]}),
    "no digits in the words": ("clamshell", {"words.cues.0": "Do 12."}),
    "no family has more than eight": (
        "hip-thrust", {"family": "glute-bridge", "dumbbell-hip-thrust:family": "glute-bridge"}),
    "no kneecap is pressed on the feet": ("hip-hinge", {"contacts": ["kneecap"]}),
    "no left or right in the words": ("clamshell", {"words.cues.0": "Lift the left knee."}),
    "no other text makes a banned claim": (
        "words/en/tips.json#1", {"text": "Rolling will heal your hips."}),
    "no steps are copied between families": (
        "clamshell", {"words.steps": WORLD.exercises["glute-bridge"].words["steps"]}),
    "off the feet no leg is free": ("clamshell", {"exposures.one_leg_load": "free"}),
    "one foot needs balance": ("single-leg-stand", {"exposures.balance": "steady"}),
    "one-leg load follows from support": ("single-leg-stand", {"exposures.one_leg_load": "none"}),
    "one-sided does not alternate in its steps": (
        "clamshell", {"words.steps.2": "Repeat with the other leg."}),
    "pelvic control keeps the pelvis level": ("hip-hike", {"movements": ["abduction"]}),
    "plane and first movement agree": ("clamshell", {"plane": "sagittal"}),
    "records are short": ("clamshell", {"words.summary": "word " * 251}),
    "repetitions and holds are not too long": ("clamshell", {"dose.0.lower": 9}),
    "roles and kind agree": ("clamshell", {"muscles.0.role": "pressed"}),
    "rolled areas follow from kind": ("clamshell", {"exposures.rolled_areas": ["glutes"]}),
    "seconds have no tempo": ("clamshell", {"dose.0.count_of": "seconds"}),
    "sets start at one": ("clamshell", {"dose.0.sets": [2, 3]}),
    "several planes have several movements": ("side-lying-hip-abduction", {"plane": "multi"}),
    "sitting and all fours bend the hip": ("bird-dog", {"exposures.hip_bend_loaded": "none"}),
    "steps are short": ("clamshell", {"words.steps.0": LONG}),
    "support follows from positions": ("clamshell", {"support": "two-feet"}),
    "the end of flexion is a bend": ("clamshell", {"exposures.end_range_directions": ["flexion"]}),
    "the hand that holds is in the words": ("suitcase-march", {"words.set_up": "Stand.",
        "words.steps": ["March."]}),
    "the rear heel that lifts is a forefoot stance": (
        "split-squat", {"exposures.forefoot_stance": False}),
    "the worked side is in the words": ("side-lying-hip-adduction", {"worked_side": "rear"}),
    "what works most is felt": ("clamshell", {"words.felt_in": "Neck."}),
    "where the band sits is in the words": ("banded-clamshell", {"load.where": "ankles"}),
    "words are easy to read": ("clamshell", {"words.summary": (
        "Particularly characteristic musculoskeletal rehabilitation necessitates "
        "individualised biomechanical considerations notwithstanding organisational limitations. " * 9
    )}),
}  # fmt: skip
"""For each invariant a real record and the change that breaks it."""


PARTS = [
    ("error-07 a hold has no tempo", "clamshell-hold", {"dose.0.hold": 3}),
    ("error-07 stretches pull, rolling presses, and neither has sets of repetitions in reserve",
     "roll-calf", {"dose.0.count_of": "repetitions"}),
    ("error-09 the set-up is in the first position", "clamshell", {"words.set_up": "Stand. Lie on your side."}),
    ("error-10 crossing and folding poses state their exposures", "pigeon-stretch",
     {"exposures.turn_in_when_bent": "no"}),
    ("error-10 crossing and folding poses state their exposures", "figure-four-supine",
     {"exposures.hip_bend_passive": "60-90"}),
    ("error-11 a pelvic drop is stated", "glute-bridge", {"exposures.pelvis_drops": True}),
    ("error-15 a Copenhagen hangs on inner leg and forearm", "copenhagen-adduction",
     {"contacts": ["bench-inner-ankle"]}),
    ("error-19 an easier neighbour that is harder in another way says so", "dead-bug",
     {"dead-bug-heel-tap:contacts": ["kneecap"]}),
    ("error-19 an easier neighbour that is harder in another way says so", "dead-bug",
     {"dead-bug-heel-tap:needs": [["bench"]]}),
    ("error-19 an easier neighbour that is harder in another way says so", "dead-bug",
     {"dead-bug-heel-tap:positions": ["standing"]}),
    ("error-21 a measurement is of the very exercise", "macaskill2014-02", {"load": "10RM load"}),
    ("error-24 side plank and Copenhagen are told apart", "copenhagen-adduction", {"worked_side": "bottom"}),
    ("error-25 nobody rolls the IT band, a joint or the groin", "roll-back-thigh",
     {"words.steps.2": "Roll on to the back of the knee."}),
    ("a caution note is for somebody", "clamshell",
     {"exceptions": [{"caution": "pelvic-girdle-pain", "reason": "said here"}]}),
    ("landing comes before hopping", "single-leg-hop-stick", {"easier": [
        {"exercise": "single-leg-hop-stick", "changes": ["load"]}]}),
    ("every dose names its basis", "clamshell", {"dose.0.sources": [{"key": "convention", "grade": "C"}]}),
    ("every criterion names its basis", "clamshell", {"harder.0.criterion.sources": []}),
    ("an exercise makes no banned claim", "clamshell", {"words.name": "Lazy glute activator"}),
    ("an exercise makes no banned claim", "clamshell", {"words.cues.0": "Fix your posture."}),
]  # fmt: skip
"""Rules of several parts: each further part with a record that breaks it."""


def broken(of: str, id: str, changes: dict[str, Any]) -> Any:
    """Return a world with *changes*, each at a dotted path of the record, or of another one named."""
    world, records = copy(WORLD), dict(WORLD.subjects(of))
    for path, value in changes.items():
        changed, _, way = path.rpartition(":")
        *steps, last = [int(part) if part.isdigit() else part for part in way.split(".")]
        records[changed or id] = deepcopy(records[changed or id])
        place: Any = records[changed or id]
        for step in steps:
            place = place[step]
        place[last] = value
    setattr(world, of, records)
    return world


def complaints_of(id: str) -> list[str]:
    """Return what all invariants of exercises say of one exercise."""
    record = WORLD.exercises[id]
    return [
        f"{each.name}: {said} ({each.rule})"
        for each in INVARIANTS.values()
        if each.of == "exercises" and each.applies(record)
        for said in each.check(record, WORLD)
    ]


@pytest.mark.parametrize("id", sorted(WORLD.exercises))
def test_an_exercise_breaks_no_invariant(id: str) -> None:
    """Whatever is said of an exercise agrees with whatever else is said of it."""
    assert complaints_of(id) == []


@EVERY_INVARIANT
def test_an_invariant_holds(name: str) -> None:
    """No record breaks the rule, and some record is touched by it."""
    assert SCRIPT["violations"](INVARIANTS[name], WORLD) == []


@EVERY_INVARIANT
def test_an_invariant_does_complain(name: str) -> None:
    """A check that cannot fail would be none: a real record, broken, is found."""
    id, changes = BROKEN[name]
    invariant = INVARIANTS[name]
    found = invariant.complaints(broken(invariant.of, id, changes))
    assert any(each.startswith(f"{id}: ") and invariant.rule in each for each in found)


@pytest.mark.parametrize(("name", "id", "changes"), PARTS)
def test_every_part_of_a_rule_does_complain(name: str, id: str, changes: dict[str, Any]) -> None:
    """A rule of several parts finds what breaks any of them."""
    invariant = INVARIANTS[name]
    found = invariant.complaints(broken(invariant.of, id, changes))
    assert any(each.startswith(f"{id}: ") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Keep the knee fixed and hold the pose.",
        "It may help the muscles that lift the leg.",
        "Treat it as a warning.",
        "Fix the band to an anchor.",
    ],
)
def test_claims_are_matched_not_letters(text: str) -> None:
    """A fixed knee may stand; a fix for the knee may not."""
    assert SCRIPT["words"].claims(text) == []


def test_every_invariant_has_a_record_that_breaks_it() -> None:
    """Names are told apart, and none is without its counterexample."""
    assert len(INVARIANTS) == len(SCRIPT["INVARIANTS"])
    assert set(BROKEN) == set(INVARIANTS)


def test_all_twenty_five_errors_are_invariants() -> None:
    """Each error that catalogues usually hold is named by its number."""
    numbers = {name[6:8] for name in INVARIANTS if name.startswith("error-")}
    assert numbers == {f"{number:02}" for number in range(1, 26)}


def test_an_invariant_that_touches_nothing_is_a_violation() -> None:
    """A rule without records would pass whatever the data said."""
    empty = copy(WORLD)
    empty.tips = {}
    said = SCRIPT["violations"](INVARIANTS["every tip names its basis"], empty)
    assert said[0].startswith("touches no record")


def test_the_script_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    """One line an invariant, then each violation, then how many there are."""
    sound = SCRIPT["main"](WORLD)
    assert "error-12 side-lying presses the bottom hip: clamshell: " not in capsys.readouterr().out
    assert SCRIPT["main"](broken("exercises", "clamshell", {"contacts": []})) == sound + 1
    printed = capsys.readouterr().out
    assert "error-12 side-lying presses the bottom hip: clamshell: " in printed
    assert f"{sound + 1} violations of {len(INVARIANTS)} invariants" in printed
