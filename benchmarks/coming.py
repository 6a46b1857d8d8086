"""Who may come, read a second time from the contract: for `benchmarks.statement`."""

from __future__ import annotations

from hipkit.model import CautionRule, DoseBand, Exercise, Policy, Request, Safety, Span

RANKS = {"beginner": 0, "intermediate": 1, "advanced": 2}
UPRIGHT = {"standing", "split-stance", "walking"}
AFTER_A_RUN = {"raise", "dynamic-mobility", "static-stretch", "self-release", "settle"}
KINDS = {
    "activation": {"raise", "dynamic-mobility", "strength", "isometric", "control"},
    "mobility": {*AFTER_A_RUN, "control"},
    "recovery": AFTER_A_RUN,
}
"""Kinds that a goal may hold whatever a policy says; strength may hold every kind."""


def _words_stated(exercise: Exercise, name: str) -> set[str] | None:
    """Return the words that *exercise* states for a property; None when it states nothing."""
    if name == "load":
        return set() if exercise.load is None else {str(exercise.load.kind)}
    own = name in ("positions", "contacts", "kind")
    value = getattr(exercise if own else exercise.exposures, name)
    if value is None:
        return None
    if value is True or value is False:
        return {"yes" if value else "no"}
    return {str(value)} if isinstance(value, str) else {str(word) for word in value}


def spared(exercise: Exercise, rule: CautionRule) -> bool:
    """Return whether a caution keeps *exercise* away; what it does not state counts as the worst."""
    for avoidance in rule.avoid:
        stated = [(_words_stated(exercise, each.property), each.words) for each in avoidance.when]
        if all(words is None or not words.isdisjoint(avoided) for words, avoided in stated):
            return True
    return any(each.caution == rule.caution for each in exercise.exceptions)


def lands(exercise: Exercise) -> bool:
    """Return whether the feet leave the ground and land."""
    return exercise.kind in ("landing", "plyometric") or exercise.exposures.impact in (
        "two-leg",
        "one-leg",
    )


def _wrong_for_level(exercise: Exercise, level: str) -> bool:
    """Return whether it is impact or a low band in a beginner, or a long adductor lever too soon."""
    load = exercise.load
    low_band = load is not None and load.kind == "band" and load.where in ("ankles", "feet")
    upright = bool(UPRIGHT.intersection(exercise.positions))
    if level == "beginner" and (lands(exercise) or (low_band and upright)):
        return True
    return level != "advanced" and exercise.exposures.adductor_load == "long-lever"


def band_of(exercise: Exercise, goal: str, level: str) -> DoseBand | None:
    """Return the dose for *goal* at *level*, or at the nearest level below."""
    for rank in range(RANKS[level], -1, -1):
        for band in exercise.dose:
            if band.goal == goal and RANKS[band.level] == rank:
                return band
    return None


def _too_much_before_a_run(exercise: Exercise, band: DoseBand) -> bool:
    """Return whether it is under 4 in reserve, over 2 sets, or still for 60 s or more in all.

    Minutes of easy moving are no sets.
    """
    effort = band.effort
    if effort.scale != "form" and effort.word not in ("easy", "light"):
        return True
    longest = band.hold.high if isinstance(band.hold, Span) else band.hold
    if band.count_of == "seconds":
        longest = 1 if exercise.kind in ("isometric", "static-stretch") else 0
    still = band.lift == 0 and band.lower == 0
    held = band.sets.high * band.count.high * longest if still else 0
    return exercise.kind != "raise" and (band.sets.high > 2 or held >= 60)


def may_come(
    exercise: Exercise, band: DoseBand, request: Request, policy: Policy, safety: Safety
) -> bool:
    """Return whether *exercise*, with *band*, may answer *request*."""
    goal, level = str(request.goal), str(request.level)
    owned = {str(each) for each in request.equipment}
    return (
        exercise.status != "retired"
        and RANKS[exercise.level] <= RANKS[level]
        and exercise.kind in KINDS.get(goal, {exercise.kind})
        and any(each.kind == exercise.kind for each in policy.kinds)
        and any(
            each.group == exercise.group and (each.phase == "main" or not lands(exercise))
            for each in policy.groups
        )
        and not (goal == "activation" and _too_much_before_a_run(exercise, band))
        and not _wrong_for_level(exercise, level)
        and all(owned.intersection(any_of) for any_of in exercise.needs)
        and (request.positions is None or set(exercise.positions) <= set(request.positions))
        and not any(spared(exercise, safety.rule(each)) for each in request.cautions)
        and exercise.id not in request.exclude
    )
