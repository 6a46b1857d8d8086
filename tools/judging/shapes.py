"""Objections to the shape of a session: what is missing (W), and how much is too much (K)."""

from __future__ import annotations

from collections import Counter

from .facts import (
    FIRST_GROUPS,
    WORKING,
    Case,
    Complaints,
    Plain,
    held_seconds,
    muscles,
    name_of,
    slot_seconds,
)
from .items import is_work

SIDEWAYS = ("pelvic-control", "abduction")
BACKWARDS = ("extension", "hinge")
_TURNING = ("external-rotation", "internal-rotation")
_ABDUCTORS = {"gluteus-medius", "gluteus-minimus"}
_SETS_OF_A_GROUP, _SETS_OF_A_MUSCLE, _SETS_IN_ALL = 6, 10, 20
_STRETCHES_OF_A_MUSCLE, _STRETCHES_IN_STRENGTH, _STRETCH_SECONDS = 2, 3, 240
_MOST_ASIDE = 35
"""Percent of a strength routine that warm-up and cool-down may take."""

_FILLER = 10
"""Percent of what a second is worth on average, below which an item only fills the clock."""


def _missing(case: Case, minutes: int, *groups: str) -> Complaints:
    """Complain when strength of *minutes* or more has none of *groups*, though one could come."""
    if not case.strength(minutes) or not case.could_group(*groups):
        return None
    missing = not any(case.groups[group] for group in groups)
    return [f"no {' or '.join(groups)}"] if missing else []


def _joined(*found: Complaints) -> Complaints:
    """Return all complaints together; None where no question arose."""
    arisen = [each for each in found if each is not None]
    return [said for each in arisen for said in each] if arisen else None


def no_sideways(case: Case) -> Complaints:
    """Complain of 10 minutes without abduction or pelvic control (18)."""
    return _missing(case, 10, *SIDEWAYS)


def no_backwards(case: Case) -> Complaints:
    """Complain of 10 minutes without hip extension (19)."""
    return _missing(case, 10, *BACKWARDS)


def on_one_leg(exercise: Plain) -> bool:
    """Return whether a main exercise carries the body on one leg, standing."""
    return (
        exercise["kind"] in WORKING
        and exercise["exposures"]["one_leg_load"] in ("supported", "free")
        and exercise["support"] != "not-on-feet"
    )


def no_one_leg_work(case: Case) -> Complaints:
    """Complain of 20 minutes above beginner without weight-bearing work on one leg (20)."""
    if case.level == "beginner" or not case.strength(20) or not case.could(on_one_leg):
        return None
    return [] if any(on_one_leg(slot["exercise"]) for slot in case.main) else ["no one-leg item"]


def no_adduction_or_flexion(case: Case) -> Complaints:
    """Complain of 20 minutes without adduction, and of 30 without flexion (21)."""
    return _joined(_missing(case, 20, "adduction"), _missing(case, 30, "flexion"))


def third_before_first(case: Case) -> Complaints:
    """Complain of a third pick from a group before the first groups have one (22)."""
    if not case.strength():
        return None
    thirds = [group for group, items in case.groups.items() if items > 2]
    firsts = (SIDEWAYS, BACKWARDS, ("single-leg-bend",))
    empty = [
        groups
        for groups in firsts
        if case.could_group(*groups) and not any(case.groups[group] for group in groups)
    ]
    return [f"third of {group} before {empty[0][0]}" for group in thirds if empty]


def only_a_clamshell(case: Case) -> Complaints:
    """Complain above beginner when the clamshell is the only abductor or rotator work (23)."""
    if case.level == "beginner":
        return None
    families = {
        slot["exercise"]["family"]
        for slot in case.main
        if slot["exercise"]["group"] in (*SIDEWAYS, *_TURNING)
        or muscles(slot["exercise"], "prime-mover") & _ABDUCTORS
    }
    if not families:
        return None
    return ["only a clamshell works sideways"] if families == {"clamshell"} else []


def too_many_sets(case: Case) -> Complaints:
    """Complain of too many working sets of a group, with a muscle as prime, or in all (25)."""
    if case.goal not in ("strength", "activation"):
        return None
    groups: Counter[str] = Counter()
    primes: Counter[str] = Counter()
    for slot in filter(is_work, case.slots):
        groups[slot["exercise"]["group"]] += slot["sets"]
        for muscle in muscles(slot["exercise"], "prime-mover", 2):
            primes[muscle] += slot["sets"]
    wrong = [f"{n} sets of {group}" for group, n in groups.items() if n > _SETS_OF_A_GROUP]
    wrong += [f"{n} sets with {m} as prime" for m, n in primes.items() if n > _SETS_OF_A_MUSCLE]
    total = sum(groups.values())
    return wrong + ([f"{total} working sets in all"] if total > _SETS_IN_ALL else [])


def too_many_stretches(case: Case) -> Complaints:
    """Complain of too many stretches of a muscle or in strength, or over 4 min for a muscle (26)."""
    stretches = [slot for slot in case.slots if slot["exercise"]["kind"] == "static-stretch"]
    if not stretches:
        return None
    times: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for slot in stretches:
        for muscle in muscles(slot["exercise"], "lengthened", 2):
            times[muscle] += 1
            seconds[muscle] += held_seconds(slot)
    wrong = [f"{n} stretches of {m}" for m, n in times.items() if n > _STRETCHES_OF_A_MUSCLE]
    wrong += [f"{m} stretched for {n} s" for m, n in seconds.items() if n > _STRETCH_SECONDS]
    if case.strength() and len(stretches) > _STRETCHES_IN_STRENGTH:
        wrong.append(f"{len(stretches)} stretches in a strength routine")
    return wrong


def too_much_aside(case: Case) -> Complaints:
    """Complain when warm-up and cool-down take over 35 % of a strength routine (27)."""
    if not case.strength():
        return None
    aside = sum(slot_seconds(slot) for slot in case.phase("warm-up", "cool-down"))
    share = 100 * aside / sum(slot_seconds(slot) for slot in case.slots)
    return [f"{share:.0f} % warm-up and cool-down"] if share > _MOST_ASIDE else []


def no_warm_up(case: Case) -> Complaints:
    """Complain of 10 minutes of strength without a warm-up move (28)."""
    if not case.strength(10) or not case.could_group("raise", "loosen", "switch-on"):
        return None
    return [] if case.phase("warm-up") else ["no warm-up move"]


def _says_wall(exercise: Plain) -> bool:
    said = str(exercise["instructions"]).lower()
    return "wall" in said or "chair" in said or "hold on" in said


def hard_balance(case: Case) -> Complaints:
    """Complain of two hard balances for a beginner, or of one without a wall cue (33)."""
    if case.level != "beginner":
        return None
    hard = [slot for slot in case.slots if has_hard_balance(slot["exercise"])]
    wrong = [
        f"{name_of(slot)}: hard balance, no wall"
        for slot in hard
        if not _says_wall(slot["exercise"])
    ]
    return wrong + ([f"{len(hard)} hard balances for a beginner"] if len(hard) > 1 else [])


def has_hard_balance(exercise: Plain) -> bool:
    """Return whether keeping balance is hard."""
    return bool(exercise["exposures"]["balance"] == "hard")


def depth_before_breadth(case: Case) -> Complaints:
    """Complain of 3 sets of one item while a group of priority 1 or 2 is empty (35)."""
    if not case.strength():
        return None
    deep = [name_of(slot) for slot in case.main if slot["sets"] > 2]
    empty = [
        group
        for group in FIRST_GROUPS
        if not case.groups[group] and case.could_group(group) and not _stands_in(case, group)
    ]
    return [f"3 sets of {deep[0]}, no {group}" for group in empty if deep]


def _stands_in(case: Case, group: str) -> bool:
    """Return whether, in a short routine, the other sideways group fills the same place."""
    return case.minutes < 20 and group in SIDEWAYS and any(case.groups[g] for g in SIDEWAYS)


def filler(case: Case) -> Complaints:
    """Complain of an item that earns next to nothing for its seconds (47)."""
    if case.routine["explanation"]["certificate"] is None:
        return None
    items = case.routine["explanation"]["items"]
    worth = case.routine["explanation"]["certificate"]["worth"]
    mean = worth / max(1, sum(item["seconds"] for item in items))
    asked = set(case.request["include"])
    return [
        f"{item['exercise']}: earns {gain} in {item['seconds']} s"
        for item in items
        if item["exercise"] not in asked
        and (gain := _gain(case, item)) * 100 < _FILLER * mean * item["seconds"]
    ]


def _gain(case: Case, item: Plain) -> int:
    """Return an item's worth with the bonus that its group would lose with it."""
    items = sum(each["covers"] == item["covers"] for each in case.routine["explanation"]["items"])
    bonuses = case.known.bonuses[case.goal].get(item["covers"], ())
    last = bonuses[items - 1] if 0 < items <= len(bonuses) else 0
    return int(item["worth"]) + last
