"""The packaged records are complete: every field stated, every text within its limits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from record_rules.reading import DATA

import hipkit
from hipkit import (
    Basis,
    CountOf,
    DoseBand,
    Equipment,
    Exercise,
    Goal,
    Group,
    Kind,
    Laterality,
    Level,
    LoadKind,
    Phase,
    Position,
    Span,
)
from hipkit.composing import default_policy
from hipkit.composing.eligibility import _KINDS_OF_GOAL
from hipkit.pantry import names_in, read_text

CATALOGUE = hipkit.load_catalogue()
EVERY = pytest.mark.parametrize("exercise", CATALOGUE, ids=lambda exercise: exercise.id)
FACTS = {
    record["id"]: record
    for name in names_in("exercises", data=DATA)
    for record in json.loads(read_text("exercises", name, data=DATA))["exercises"]
}
STATED = {
    "id", "group", "family", "since", "kind", "movements", "plane", "chain", "joints", "skill",
    "level", "positions", "support", "contacts", "space_metres", "needs", "laterality",
    "worked_side", "dose", "exposures", "muscles", "sources",
}  # fmt: skip
STATED_IN_DOSES = {each.name for each in attrs.fields(DoseBand)}
KIT_WORDS = {
    Equipment.CHAIR: r"chairs?",
    Equipment.STEP: r"stairs?",
    Equipment.MINI_BAND: r"mini[- ]bands?",
    Equipment.LONG_BAND: r"long bands?",
    Equipment.DUMBBELL: r"dumbbells?",
    Equipment.KETTLEBELL: r"kettlebells?",
    Equipment.BARBELL: r"barbells?",
    Equipment.BENCH: r"bench(es)?",
    Equipment.CABLE: r"cables?",
    Equipment.ANKLE_WEIGHT: r"ankle weights?",
    Equipment.SLIDER: r"sliders?",
    Equipment.FOAM_ROLLER: r"foam rollers?",
    Equipment.MASSAGE_BALL: r"massage balls?",
    Equipment.STABILITY_BALL: r"stability balls?",
    Equipment.PARTNER: r"partner",
}


def texts(value: Any) -> Iterator[str]:
    """Yield every text in plain data but the names of cautions."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "caution":
                yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def told(exercise: Exercise) -> str:
    """Return all that people read about *exercise*, its name and other names left out."""
    plain = hipkit.to_plain(exercise.instructions)
    return " ".join(texts({**plain, "other_names": []}))


@EVERY
def test_every_field_is_stated(exercise: Exercise) -> None:
    """Nothing of a packaged record is left to a default."""
    record = FACTS[exercise.id]
    assert not STATED - set(record)
    for band in record["dose"]:
        assert not STATED_IN_DOSES - set(band)
        assert band["sources"]
    for use in record["muscles"]:
        assert {"muscle", "role", "emphasis", "basis"} <= set(use)


@EVERY
def test_all_twenty_one_exposures_are_stated(exercise: Exercise) -> None:
    """What a caution asks about is never left open."""
    names = [each.name for each in attrs.fields(hipkit.Exposures)]
    assert len(names) == 21
    assert set(FACTS[exercise.id]["exposures"]) == set(names)
    assert not [name for name in names if getattr(exercise.exposures, name) is None]
    assert exercise.contacts is not None
    assert exercise.support is not None


@EVERY
def test_words_are_within_their_limits(exercise: Exercise) -> None:
    """Three to seven steps, two to four cues and mistakes, 250 words at most."""
    words = exercise.instructions
    assert words.summary
    assert words.set_up
    assert words.felt_in
    assert words.not_felt_in
    assert words.easier_way
    assert 3 <= len(words.steps) <= 7
    assert 2 <= len(words.cues) <= 4
    assert 2 <= len(words.mistakes) <= 4
    assert len(told(exercise).split()) <= 250


@EVERY
def test_words_say_no_dose(exercise: Exercise) -> None:
    """How many and how long is the dose's to say: no digit beside a unit of dose."""
    text = told(exercise)
    dose = r"\d+\s*(?:-\s*\d+\s*)?(?:x\b|×|s\b|sec|rep|times|sets?\b|min|breath|steps?\b|seconds?)"
    assert not re.search(dose, text, re.IGNORECASE)
    assert not re.search(r"\d", text)


@EVERY
def test_words_name_no_side(exercise: Exercise) -> None:
    """It is the working leg or the top leg, never the left or the right."""
    text = told(exercise).lower()
    assert "left" not in re.findall(r"[a-z]+", text)
    assert not re.search(r"\bright (leg|foot|knee|hip|hand|arm|side|thigh|elbow)", text)


@EVERY
def test_words_name_no_kit_but_what_is_needed(exercise: Exercise) -> None:
    """Who reads of a thing has been asked for it."""
    needed = {word for any_of in exercise.needs for word in any_of}
    text = told(exercise).lower()
    named = {kit for kit, words in KIT_WORDS.items() if re.search(rf"\b{words}\b", text)}
    assert named <= needed


@EVERY
def test_kinds_and_doses_agree(exercise: Exercise) -> None:
    """A dose is for a goal that may hold the kind; stretches hold, breaths settle, jumps land."""
    for band in exercise.dose:
        assert exercise.kind in _KINDS_OF_GOAL[band.goal]
    if exercise.kind is Kind.STATIC_STRETCH:
        assert all(
            band.typical_hold >= 10 or band.count_of is CountOf.SECONDS for band in exercise.dose
        )
    if exercise.kind in (Kind.LANDING, Kind.PLYOMETRIC):
        assert exercise.level >= Level.INTERMEDIATE
        assert exercise.exposures.impact is not hipkit.Impact.NONE
    if exercise.kind is Kind.SELF_RELEASE:
        assert exercise.exposures.rolled_areas


@EVERY
def test_a_dose_is_offered_from_the_level_up(exercise: Exercise) -> None:
    """The lowest band is at the exercise's own level."""
    assert (
        min((band.level for band in exercise.dose), key=lambda level: level.rank) is exercise.level
    )


@EVERY
def test_load_and_needs_agree(exercise: Exercise) -> None:
    """What resists is among what is needed."""
    needed = {word for any_of in exercise.needs for word in any_of}
    load = exercise.load
    if load is None:
        return
    things = {
        LoadKind.BAND: {Equipment.MINI_BAND, Equipment.LONG_BAND},
        LoadKind.PARTNER: {Equipment.PARTNER},
        LoadKind.CABLE: {Equipment.CABLE},
    }.get(load.kind)
    assert needed
    assert things is None or things & needed


@EVERY
def test_steps_say_how_high(exercise: Exercise) -> None:
    """A step that is stepped on has a height, and only where there is a step."""
    needed = {word for any_of in exercise.needs for word in any_of}
    assert exercise.step_height is None or Equipment.STEP in needed


@EVERY
def test_ladders_agree_both_ways(exercise: Exercise) -> None:
    """Who is harder than this one has it among the easier, and the other way round."""
    for rung in exercise.harder:
        assert exercise.id in [back.exercise for back in CATALOGUE[rung.exercise].easier]
        assert rung.criterion is not None
    for rung in exercise.easier:
        assert exercise.id in [back.exercise for back in CATALOGUE[rung.exercise].harder]
        assert rung.criterion is None


@EVERY
def test_muscles_rest_on_something(exercise: Exercise) -> None:
    """No packaged muscle rests on its author's word; what moves or is treated has one."""
    assert all(use.basis is not Basis.AUTHOR for use in exercise.muscles)
    if exercise.group not in (Group.RAISE, Group.SETTLE):
        assert exercise.muscles


@EVERY
def test_ids_are_plain(exercise: Exercise) -> None:
    """Packaged ids have no dot: dots are for one's own."""
    assert "." not in exercise.id
    assert exercise.since


def test_names_are_told_apart() -> None:
    """No two exercises share a name."""
    names = [exercise.name.casefold() for exercise in CATALOGUE]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("laterality", Laterality)
def test_every_laterality_is_there(laterality: Laterality) -> None:
    """Both together, one side, alternating, each way."""
    assert any(exercise.laterality is laterality for exercise in CATALOGUE)


@pytest.mark.parametrize("count_of", CountOf)
def test_every_kind_of_count_is_there(count_of: CountOf) -> None:
    """Repetitions, steps, landings, breaths, passes, seconds."""
    assert any(band.count_of is count_of for exercise in CATALOGUE for band in exercise.dose)


def test_every_shape_of_dose_is_there() -> None:
    """Repetitions, single holds, repeated holds, spans of holds."""
    bands = [band for exercise in CATALOGUE for band in exercise.dose]
    assert any(band.typical_hold == 0 for band in bands)
    assert any(band.typical_hold >= 10 and band.count.high == 1 for band in bands)
    assert any(band.typical_hold >= 2 and band.count.low > 1 for band in bands)
    assert any(isinstance(band.hold, Span) for band in bands)


def test_a_partner_exercise_is_there() -> None:
    """A partner is kit."""
    assert any((Equipment.PARTNER,) in exercise.needs for exercise in CATALOGUE)


@pytest.mark.parametrize("group", Group)
def test_every_group_has_exercises(group: Group) -> None:
    """No group is empty."""
    assert CATALOGUE.where(group=group)


def test_words_that_no_exercise_uses_are_known() -> None:
    """Every kind and position is in use, but for this one, which waits for its exercise."""
    kinds = {exercise.kind for exercise in CATALOGUE}
    positions = {position for exercise in CATALOGUE for position in exercise.positions}
    assert set(Kind) == kinds
    assert set(Position) - positions == {Position.TALL_KNEELING}


@pytest.mark.parametrize("goal", Goal)
def test_nobody_goes_without(goal: Goal) -> None:
    """A beginner who owns nothing has a routine of five minutes for every goal."""
    routine = hipkit.build_routine(5, goal=goal)
    assert any(slot.phase is Phase.MAIN for slot in routine.slots)
    assert default_policy(goal).goal is routine.request.goal


def test_every_citation_has_a_source_and_conventions_a_reason() -> None:
    """A dose rests on a rule or a study, or says why it is a convention."""
    for exercise in CATALOGUE:
        for band in exercise.dose:
            for citation in band.sources:
                assert citation.key in CATALOGUE.sources or citation.reason, exercise.id
