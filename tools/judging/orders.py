"""Objections to the order of a routine (O): getting up and down, swapping kit, tiring first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, permutations

from .facts import Case, Complaints, Plain, muscles, name_of, neighbours
from .sparing import UPRIGHT, lands

FAMILIES = {
    **dict.fromkeys(UPRIGHT, "upright"),
    **dict.fromkeys(("half-kneeling", "tall-kneeling"), "kneeling"),
    **dict.fromkeys(("hands-and-knees", "plank", "side-plank"), "hands-and-knees or plank"),
    **dict.fromkeys(("prone", "supine-knees-bent", "supine-straight", "side-lying"), "lying"),
    **dict.fromkeys(("sitting-floor", "sitting-chair", "bench-supported"), "sitting"),
}
_SEATS = ("sitting-chair", "bench-supported")
"""Positions from which nobody gets up from the floor."""

_CHANGES = ((45, 5), (30, 4), (20, 3), (0, 2))
"""From so many minutes on, so many changes of position family are allowed."""

_NEEDS_FRESH_HIPS = ("step-down", "single-leg-squat")
_OUTER_HIP = ("pelvic-control", "abduction", "external-rotation")
_SAME_SHOULDER = "forearm-shoulder"
_MOST_SWAPS = 6
"""Items of one stage whose orders are all tried; more are left as they are."""


def changes_allowed(minutes: int) -> int:
    """Return how often the position family may change in so many minutes."""
    return next(allowed for least, allowed in _CHANGES if minutes >= least)


def rises(slots: Iterable[Plain]) -> int:
    """Return how often one gets up from the floor to standing."""
    places = [
        position
        for slot in slots
        for position in slot["exercise"]["positions"]
        if position not in _SEATS
    ]
    return sum(before not in UPRIGHT and after in UPRIGHT for before, after in pairwise(places))


def family_changes(slots: list[Plain]) -> int:
    """Return how often the position family changes between items."""
    return sum(
        FAMILIES[last["exercise"]["positions"][-1]] != FAMILIES[next["exercise"]["positions"][0]]
        for last, next in neighbours(slots)
    )


def up_down_up(case: Case) -> Complaints:
    """Complain of getting up from the floor more than once (29)."""
    times = rises(case.slots)
    return [f"up from the floor {times} times"] if times > 1 else []


def _fetched(case: Case) -> int:
    """Return how many pieces of kit are taken up afresh, item by item."""
    fetched, in_hand = 0, frozenset[str]()
    owned = set(case.request["equipment"])
    for slot in case.slots:
        needed = frozenset(
            min(set(any_of) & owned, default=any_of[0]) for any_of in slot["exercise"]["needs"]
        )
        fetched += len(needed - in_hand)
        in_hand = needed
    return fetched


def restless(case: Case) -> Complaints:
    """Complain of too many changes of position, or of kit changing hands too often (30)."""
    changes, allowed = family_changes(case.slots), changes_allowed(case.minutes)
    wrong = [f"{changes} changes of position, {allowed} allowed"] if changes > allowed else []
    fetched = _fetched(case)
    if fetched > len(case.slots):
        wrong.append(f"kit fetched {fetched} times for {len(case.slots)} items")
    return wrong


def isolates_outer_hip(exercise: Plain) -> bool:
    """Return whether one exercise tires the outer hip by itself."""
    return (
        exercise["group"] in ("abduction", "external-rotation")
        and exercise["kind"] in ("strength", "isometric")
        and "gluteus-medius" in muscles(exercise, "prime-mover")
        and (exercise["joints"] == "single" or exercise["family"] == "clamshell")
    )


def needs_fresh_hips(exercise: Plain) -> bool:
    """Return whether an exercise is a landing, a step-down or a single-leg squat."""
    return lands(exercise) or exercise["family"] in _NEEDS_FRESH_HIPS


def tired_first(case: Case) -> Complaints:
    """Complain of outer-hip isolation just before a landing, step-down or one-leg squat (31)."""
    if not any(needs_fresh_hips(slot["exercise"]) for slot in case.slots):
        return None
    return [
        f"{name_of(first)} just before {name_of(second)}"
        for first, second in neighbours(case.slots)
        if isolates_outer_hip(first["exercise"]) and needs_fresh_hips(second["exercise"])
    ]


def bad_ending(case: Case) -> Complaints:
    """Complain of activation that ends on the floor, or recovery on one leg (32)."""
    last = case.slots[-1]["exercise"]
    end = last["positions"][-1]
    if case.goal == "activation":
        return [] if end in UPRIGHT else [f"ends in {end} before a run"]
    if case.goal != "recovery":
        return None
    one_leg = end in UPRIGHT and last["exposures"]["one_leg_load"] != "none"
    return [f"ends standing on one leg: {last['id']}"] if one_leg else []


def same_shoulder(case: Case) -> Complaints:
    """Complain of side plank, Copenhagen and plank in a row (34)."""
    runs = groupby(case.main, key=lambda slot: _SAME_SHOULDER in slot["exercise"]["contacts"])
    return [
        f"{len(names)} in a row on the same shoulder: {', '.join(names)}"
        for pressed, run in runs
        if pressed and len(names := [name_of(slot) for slot in run]) > 2
    ]


def _rolls(sets: Iterable[int]) -> int:
    """Return how often one rolls over in a run of side-lying items done side by side."""
    return max(0, 2 * sum(sets) - 1)


def rolling_over(case: Case) -> Complaints:
    """Complain of rolling over more than once in side-lying work (44)."""
    runs = groupby(case.slots, key=lambda slot: "side-lying" in slot["exercise"]["positions"])
    times = [
        _rolls(slot["sets"] for slot in run if slot["exercise"]["laterality"] == "one-sided")
        for lying, run in runs
        if lying
    ]
    if not times:
        return None
    return [f"rolls over {sum(times)} times"] if sum(times) > 1 else []


def _stage(slot: Plain) -> tuple[str, str]:
    """Return the stage of an item, as the practice rules order a session."""
    exercise = slot["exercise"]
    skilled = exercise["group"] in ("hinge", "single-leg-bend", "pelvic-control")
    family = FAMILIES[exercise["positions"][0]]
    if lands(exercise):
        return ("landing", exercise["kind"])
    if exercise["group"] == "trunk-with-hip":
        return ("trunk", family)
    return ("skilled" if skilled and family == "upright" else "other", family)


def _stages(slots: list[Plain]) -> Iterator[tuple[int, int]]:
    """Yield where each run of items of one stage begins and ends."""
    start = 0
    for _, run in groupby(slots, key=_stage):
        end = start + len(list(run))
        yield start, end
        start = end


def _bends_fresh(slots: Iterable[Plain]) -> bool:
    """Return whether no bend on one leg comes after what tires the outer hip (rule r7)."""
    groups = [slot["exercise"]["group"] for slot in slots]
    bends = [place for place, group in enumerate(groups) if group == "single-leg-bend"]
    return not any(group in _OUTER_HIP for group in groups[: max(bends, default=0)])


def _shared(slots: Iterable[Plain]) -> list[str]:
    return [
        f"{name_of(first)} and {name_of(second)} share a prime mover"
        for first, second in neighbours(slots)
        if muscles(first["exercise"], "prime-mover", 2)
        & muscles(second["exercise"], "prime-mover", 2)
    ]


def same_muscle_twice(case: Case) -> Complaints:
    """Complain of neighbours with one prime muscle where their stage has a better order (46)."""
    if len(case.main) < 2:
        return None
    wrong: list[str] = []
    for start, end in _stages(case.main):
        run = case.main[start:end]
        if not 1 < len(run) <= _MOST_SWAPS:
            continue
        before, after = case.main[max(0, start - 1) : start], case.main[end : end + 1]
        now = _shared([*before, *run, *after])
        orders = filter(_bends_fresh, permutations(run))
        least = min((len(_shared([*before, *other, *after])) for other in orders), default=len(now))
        wrong += now if len(now) > least else []
    return wrong
