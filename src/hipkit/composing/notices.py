"""Which safety texts and tips belong to a routine.

Rule: what is always shown is always shown; a caution's own notices come first in their moment, and
take the place only of those that its rule names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import (
    DoseBand,
    EffortWord,
    Exercise,
    Goal,
    Group,
    Kind,
    Notice,
    NoticeMoment,
    NoticeRule,
    OutsideLoad,
    Request,
    Safety,
    Span,
    Strain,
    Tip,
)

_HARD = (EffortWord.HARD, EffortWord.VERY_HARD)
_WARMING = (Group.RAISE, Group.LOOSEN)
_LONG_HOLD = 5
"""Seconds from which a hold invites holding the breath."""


def _breath_held(exercise: Exercise, band: DoseBand) -> bool:
    longest = band.hold.high if isinstance(band.hold, Span) else band.hold
    return longest >= _LONG_HOLD or exercise.exposures.strain is Strain.HEAVY


def _cold(request: Request, items: Sequence[tuple[Exercise, DoseBand]]) -> bool:
    warm = request.goal is Goal.RECOVERY
    return not (warm or any(exercise.group in _WARMING for exercise, _ in items))


def _hard(exercise: Exercise, band: DoseBand) -> bool:
    return (
        band.effort.word in _HARD
        or exercise.kind in (Kind.LANDING, Kind.PLYOMETRIC)
        or exercise.exposures.outside_load is OutsideLoad.HEAVY
    )


def _applies(
    rule: NoticeRule, request: Request, items: Sequence[tuple[Exercise, DoseBand]]
) -> bool:
    return (
        rule.always
        or request.goal in rule.goals
        or any(exercise.group in rule.groups for exercise, _ in items)
        or (rule.holds and any(_breath_held(exercise, band) for exercise, band in items))
        or (rule.hard and any(_hard(exercise, band) for exercise, band in items))
        or (rule.cold and _cold(request, items))
    )


def notices_for(
    request: Request, items: Sequence[tuple[Exercise, DoseBand]], safety: Safety
) -> tuple[Notice, ...]:
    """Return the notices of a routine of *items*, by moment, a caution's own first."""
    rules = [safety.rule(caution) for caution in request.cautions]
    replaced = {id for rule in rules for id in rule.replaces}
    ids = [id for rule in rules for id in rule.notices]
    ids += [
        rule.notice
        for rule in safety.rules
        if rule.notice not in replaced and _applies(rule, request, items)
    ]
    found = [safety.notice(id) for id in dict.fromkeys(ids)]
    moments = list(NoticeMoment)
    return tuple(sorted(found, key=lambda notice: moments.index(notice.moment)))


def tips_for(
    request: Request, exercises: Iterable[Exercise], tips: Iterable[Tip]
) -> tuple[Tip, ...]:
    """Return the *tips* whose every stated condition the routine meets."""
    groups = {exercise.group for exercise in exercises}
    return tuple(
        tip
        for tip in tips
        if (not tip.goals or request.goal in tip.goals)
        and (not tip.groups or groups & set(tip.groups))
        and (not tip.equipment or set(request.equipment) & set(tip.equipment))
        and not set(request.cautions) & set(tip.not_for)
    )
