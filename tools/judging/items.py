"""Objections to single items: eligibility (E), dose (D), and what a family or the clock allows (K)."""

from __future__ import annotations

from collections import Counter

from .facts import (
    JUMPS,
    WORKING,
    Case,
    Complaints,
    Plain,
    held_seconds,
    is_still,
    most,
    muscles,
    name_of,
    repeated,
    slot_seconds,
)
from .sparing import AFTER_A_RUN, has, lacks_kit, lands, low_band_upright, spared

_ROLLED = {"glutes", "front-thigh", "back-thigh", "outer-thigh", "inner-thigh", "calf"}
_ON_THE_BACK_OR_FRONT = {"supine-knees-bent", "supine-straight", "prone"}
_TIRING = ("somewhat-hard", "hard", "very-hard")
_POSES = ("pigeon", "couch", "frog", "90-90")
_LONGEST = 60
"""Seconds of one hold, one stretch, and of all static stretching of a muscle before a run."""


def avoided_property(case: Case) -> Complaints:
    """Complain of an item that a caution spares, or that leaves the property unstated (1)."""
    if not case.cautions:
        return None
    return [
        f"{name_of(slot)}: spared by {caution}"
        for slot in case.slots
        for caution in case.cautions
        if spared(slot["exercise"], case.known.rules[caution])
    ]


def unready_impact(case: Case) -> Complaints:
    """Complain of impact at beginner, first, or with no warm-up move before it (4)."""
    places = [place for place, slot in enumerate(case.slots) if lands(slot["exercise"])]
    if not places:
        return None
    wrong = ["impact at beginner"] if case.level == "beginner" else []
    before = case.slots[: places[0]]
    if not before:
        wrong.append("impact first")
    if not any(slot["phase"] == "warm-up" for slot in before):
        wrong.append("impact without a warm-up move before it")
    return wrong


def groin_loaded(case: Case) -> Complaints:
    """Complain of impact or one-leg load with groin pain, or of its missing notices (5)."""
    if "groin-pain" not in case.cautions:
        return None
    wrong = case.about_items(lambda slot: lands(slot["exercise"]), "impact with groin pain")
    wrong += case.about_items(
        lambda slot: has(slot["exercise"], "one_leg_load", "supported", "free"),
        "one leg loaded with groin pain",
    )
    missing = {"bone-stress", "during-groin"} - case.notices
    return wrong + [f"notice {id} missing with groin pain" for id in sorted(missing)]


def crossing(case: Case) -> Complaints:
    """Complain of a crossed leg with a sore outer hip (6)."""
    if "outer-hip-pain" not in case.cautions:
        return None
    return case.about_items(
        lambda slot: has(slot["exercise"], "crosses_midline", "loaded", "stretched"),
        "crosses the midline",
    )


def long_lever(case: Case) -> Complaints:
    """Complain of long-lever adductor work below advanced (7)."""
    if case.level == "advanced":
        return None
    return case.about_items(
        lambda slot: slot["exercise"]["exposures"]["adductor_load"] == "long-lever",
        "long lever below advanced",
    )


def near_failure(case: Case) -> Complaints:
    """Complain of work to failure, or below 2 in reserve under advanced (8)."""
    wrong = case.about_items(
        lambda slot: case.level != "advanced" and slot["dose"]["effort"]["word"] == "very-hard",
        "very hard below advanced",
    )
    said = ("to failure", "until you fail", "until failure")
    return wrong + case.about_items(
        lambda slot: any(words in str(slot["exercise"]["instructions"]) for words in said),
        "told to work to failure",
    )


def _tires(slot: Plain) -> bool:
    dose, kind = slot["dose"], slot["exercise"]["kind"]
    long = is_still(dose) and held_seconds(slot) >= _LONGEST
    return (
        (slot["sets"] > 2 and kind != "raise")  # its sets are minutes of easy moving
        or dose["effort"]["word"] in _TIRING
        or kind in ("static-stretch", "self-release", *JUMPS)
        or long
    )


def too_much_before_a_run(case: Case) -> Complaints:
    """Complain of tiring work before a run, or of a muscle stretched for a minute in all (9)."""
    if case.goal != "activation":
        return None
    stretched: Counter[str] = Counter()
    for slot in case.slots:
        for muscle in muscles(slot["exercise"], "lengthened"):
            stretched[muscle] += held_seconds(slot) if is_still(slot["dose"]) else 0
    long = sorted(muscle for muscle, seconds in stretched.items() if seconds >= _LONGEST)
    wrong = case.about_items(_tires, "too much before a run")
    return wrong + [f"{muscle} stretched for a minute before a run" for muscle in long]


def strength_after_a_run(case: Case) -> Complaints:
    """Complain of strength, control, landing or plyometric work after a run (10)."""
    if case.goal != "recovery":
        return None
    return case.about_items(
        lambda slot: slot["exercise"]["kind"] not in AFTER_A_RUN, "strength after a run"
    )


def timed_for_one_side(case: Case) -> Complaints:
    """Complain where the seconds that the routine states are not those of both sides (11)."""
    stated = {item["exercise"]: item["seconds"] for item in case.routine["explanation"]["items"]}
    sided = [slot for slot in case.slots if slot["exercise"]["laterality"] != "both-together"]
    if not sided:
        return None
    return [
        f"{name_of(slot)}: {stated.get(name_of(slot))} s stated, {slot_seconds(slot)} s for both"
        for slot in sided
        if stated.get(name_of(slot)) != slot_seconds(slot)
    ]


def too_long(case: Case) -> Complaints:
    """Complain of repetitions over 8 s, and of holds and stretches over 60 s (12)."""
    wrong = case.about_items(
        lambda slot: (
            slot["dose"]["count_of"] == "repetitions"
            and slot["dose"]["lift"] + slot["dose"]["lower"] > 8
        ),
        "over 8 s a repetition",
    )
    return wrong + case.about_items(
        lambda slot: most(slot["dose"]["hold"]) > _LONGEST, "hold over 60 s"
    )


def rolls_elsewhere(exercise: Plain) -> bool:
    """Return whether an exercise rolls what is no muscle area, or does not say what it rolls."""
    areas = exercise["exposures"]["rolled_areas"]
    return exercise["kind"] == "self-release" and (not areas or not set(areas) <= _ROLLED)


def rolled(case: Case) -> Complaints:
    """Complain of a roller or ball anywhere but on the six muscle areas (13)."""
    if all(slot["exercise"]["kind"] != "self-release" for slot in case.slots):
        return None
    return case.about_items(
        lambda slot: rolls_elsewhere(slot["exercise"]), "rolled where it may not be"
    )


def kit_not_given(case: Case) -> Complaints:
    """Complain of an item that needs kit which was not given (14)."""
    return case.about_items(
        lambda slot: lacks_kit(slot["exercise"], case.request["equipment"]), "equipment missing"
    )


def lying_in_pregnancy(case: Case) -> Complaints:
    """Complain of lying on the back or front in pregnancy (15)."""
    if "pregnancy" not in case.cautions:
        return None
    return case.about_items(
        lambda slot: _ON_THE_BACK_OR_FRONT & set(slot["exercise"]["positions"]),
        "on the back or front in pregnancy",
    )


def twice_or_over_time(case: Case) -> Complaints:
    """Complain of two items of one family, and of more seconds than were asked for (16)."""
    families = [slot["exercise"]["family"] for slot in case.slots]
    wrong = [f"family {family} twice" for family in repeated(families, 1)]
    total = sum(slot_seconds(slot) for slot in case.slots)
    if total > 60 * case.minutes:
        wrong.append(f"{total} s in {60 * case.minutes} s")
    return wrong


def false_abduction(exercise: Plain) -> bool:
    """Return whether two-leg bridges or hands-and-knees work count as abduction."""
    bridge = "bridge" in exercise["id"] and exercise["laterality"] == "both-together"
    return exercise["group"] == "abduction" and (
        bridge or "hands-and-knees" in exercise["positions"]
    )


def credited_as_abduction(case: Case) -> Complaints:
    """Complain of a two-leg bridge or hands-and-knees work counted as abduction (24)."""
    if not case.groups["abduction"]:
        return None
    return case.about_items(
        lambda slot: false_abduction(slot["exercise"]), "is counted as abduction"
    )


def band_low_for_beginner(case: Case) -> Complaints:
    """Complain of an ankle or foot band in standing or walking for a beginner (40)."""
    if case.level != "beginner":
        return None
    return case.about_items(
        lambda slot: low_band_upright(slot["exercise"]), "low band upright for a beginner"
    )


def is_end_range_pose(exercise: Plain) -> bool:
    """Return whether an exercise is a pose at the end of the range, or hard and passive there."""
    named = any(pose in exercise["id"] for pose in _POSES)
    hard = exercise["level"] != "beginner" and exercise["exposures"]["end_range"] == "passive"
    return named or (hard and exercise["kind"] == "static-stretch")


def has_easier_form(exercise: Plain) -> bool:
    """Return whether an easier exercise, or an easier way of this one, is named."""
    return bool(exercise["easier"] or exercise["instructions"]["easier_way"])


def pose_without_easier_form(case: Case) -> Complaints:
    """Complain of an end-range pose for which no easier form is named (41)."""
    if not any(is_end_range_pose(slot["exercise"]) for slot in case.slots):
        return None
    return case.about_items(
        lambda slot: is_end_range_pose(slot["exercise"]) and not has_easier_form(slot["exercise"]),
        "end-range pose without an easier form",
    )


def is_work(slot: Plain) -> bool:
    """Return whether a slot is working sets rather than range work, rolling or warming up."""
    return slot["phase"] == "main" and slot["exercise"]["kind"] in WORKING
