"""What every routine must be besides the objections: obedient to its request, in phases, complete."""

from __future__ import annotations

from collections import Counter

from .facts import Case, Plain, name_of, slot_seconds
from .sparing import RANKS

SHARES = {
    "strength": {"warm-up": (20, 480), "cool-down": (15, 480)},
    "activation": {"warm-up": (40, 360), "cool-down": (0, 0)},
    "mobility": {"warm-up": (20, 240), "cool-down": (12, 180)},
    "recovery": {"warm-up": (20, 300), "cool-down": (20, 300)},
}
"""Of each goal: the share of the minutes, in percent, and the seconds that a phase may take."""

_PHASES = ["warm-up", "main", "cool-down"]


def _item(slot: Plain, request: Plain) -> list[str]:
    exercise, dose = slot["exercise"], slot["dose"]
    low, high = dose["sets"] if isinstance(dose["sets"], list) else (dose["sets"],) * 2
    rank, positions = RANKS[request["level"]], request["positions"]
    checks = {
        "sets outside the band": not low <= slot["sets"] <= high,
        "dose of another goal": dose["goal"] != request["goal"],
        "dose above the level": RANKS[dose["level"]] > rank,
        "exercise above the level": RANKS[exercise["level"]] > rank,
        "position not allowed": positions is not None
        and not set(exercise["positions"]) <= set(positions),
        "excluded": exercise["id"] in request["exclude"],
        "retired": exercise["status"] != "active",
    }
    return [f"{exercise['id']}: {what}" for what, broken in checks.items() if broken]


def _phases(case: Case) -> list[str]:
    wrong: list[str] = []
    seconds: Counter[str] = Counter()
    for slot in case.slots:
        seconds[slot["phase"]] += slot_seconds(slot)
    for phase, (share, longest) in SHARES[case.goal].items():
        if seconds[phase] > min(longest, 60 * case.minutes * share // 100):
            wrong.append(f"{phase} takes {seconds[phase]} s")
    places = [_PHASES.index(slot["phase"]) for slot in case.slots]
    if places != sorted(places):
        wrong.append("phases out of order")
    if not case.main:
        wrong.append("no main item")
    return wrong


def _notices(case: Case) -> list[str]:
    needed = {"before", "after"}
    for caution in case.cautions:
        needed |= set(case.known.rules[caution].get("notices", []))
    needed |= set() if "groin-pain" in case.cautions else {"during"}
    return [f"notice {id} missing" for id in sorted(needed - case.notices)]


def broken_laws(case: Case) -> list[str]:
    """Return every rule that a stored routine breaks, in plain words."""
    wrong = [each for slot in case.slots for each in _item(slot, case.request)]
    ids = [name_of(slot) for slot in case.slots]
    wrong += [f"{id} included but absent" for id in case.request["include"] if id not in ids]
    wrong += [*_phases(case), *_notices(case)]
    if case.goal == "activation" and "groin-pain" in case.cautions:
        wrong.append("activation with groin pain")
    return wrong
