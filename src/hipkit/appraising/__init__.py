"""What is known about an exercise, and what is not.

Rule: a number is never compared with one of another statistic, of people chosen for weakness, or of a
merely similar exercise; where nothing was measured that is said, not filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model import (
    Citation,
    Evidence,
    EvidenceGap,
    Exercise,
    ExerciseEvidence,
    Gap,
    MeasuredMuscle,
    MeasuredRange,
    Measurement,
    MuscleBasis,
    MuscleRole,
    Protocol,
    Read,
    Statistic,
    Study,
    muscle_of,
)

__all__ = ["appraise"]

_LOW, _HIGH = 40, 60
"""Percent: the cuts that have a published source (Moore 2020 for 40, Krause Neto 2020 for 60)."""

_NO_STUDY = ("convention", "article")
"""Source keys that are no study of anything."""


def appraise(exercise: Exercise, evidence: Evidence) -> ExerciseEvidence:
    """Return what *evidence* holds about *exercise*, and what it lacks."""
    measured = tuple(each for each in evidence.measurements if each.exercise == exercise.id)
    doses = _once(citation for band in exercise.dose for citation in band.sources)
    progress = _once(
        citation
        for rung in exercise.harder
        if rung.criterion is not None
        for citation in rung.criterion.sources
    )
    protocols = [
        protocol
        for protocol in evidence.protocols
        if any(item.exercise == exercise.id for item in protocol.items)
    ]
    studies = _studies(exercise, (*doses, *progress), measured, protocols, evidence)
    ranges = tuple(_ranges(measured))
    cited = {citation.key for citation in (*doses, *progress)}
    return ExerciseEvidence(
        exercise=exercise.id,
        name=exercise.name,
        doses=doses,
        progress=progress,
        muscles=tuple(MuscleBasis(use.muscle, use.basis) for use in exercise.muscles),
        measurements=measured,
        ranges=ranges,
        protocols=tuple(protocol.id for protocol in protocols),
        rules=tuple(rule for rule in evidence.rules if rule.id in cited),
        studies=studies,
        gaps=tuple(_gaps(exercise, doses, measured, ranges, protocols, studies)),
    )


def _once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations))


def _studies(
    exercise: Exercise,
    citations: Sequence[Citation],
    measured: Sequence[Measurement],
    protocols: Sequence[Protocol],
    evidence: Evidence,
) -> tuple[Study, ...]:
    keys = {
        *(citation.key for citation in citations),
        *exercise.sources,
        *(key for use in exercise.muscles for key in use.evidence),
        *(each.study for each in measured),
        *(protocol.source for protocol in protocols),
    }
    return evidence.studies_behind(*sorted(keys & evidence.ids))


def _ranges(measured: Sequence[Measurement]) -> Iterator[MeasuredRange]:
    for muscle in MeasuredMuscle:
        for statistic in Statistic:
            for selected in (False, True):
                values = [
                    each
                    for each in measured
                    if each.muscle is muscle
                    and each.statistic is statistic
                    and each.selected is selected
                    and not each.doubted
                ]
                if values:
                    yield MeasuredRange(
                        muscle=muscle,
                        statistic=statistic,
                        selected=selected,
                        lowest=min(each.percent for each in values),
                        highest=max(each.percent for each in values),
                        studies=len({each.study for each in values}),
                        band=_band([each.percent for each in values]),
                        measurements=tuple(each.id for each in values),
                    )


def _band(percents: Sequence[float]) -> str:
    """Return the band that all *percents* lie in, or an empty text where they straddle two."""
    bands = {
        "below-40" if each < _LOW else "40-60" if each <= _HIGH else "over-60" for each in percents
    }
    return bands.pop() if len(bands) == 1 else ""


def _gaps(
    exercise: Exercise,
    doses: Sequence[Citation],
    measured: Sequence[Measurement],
    ranges: Sequence[MeasuredRange],
    protocols: Sequence[Protocol],
    studies: Sequence[Study],
) -> Iterator[Gap]:
    if all(protocol.source in _NO_STUDY for protocol in protocols):
        yield Gap(EvidenceGap.NO_TRIAL)
    known = {muscle_of(each.muscle) for each in measured}
    movers = [use.muscle for use in exercise.muscles if use.role is MuscleRole.PRIME_MOVER]
    unmeasured = tuple(muscle.value for muscle in movers if muscle not in known)
    if unmeasured:
        yield Gap(EvidenceGap.NOT_MEASURED, unmeasured)
    sited = dict.fromkeys(each.muscle for each in ranges)
    single = [
        muscle.value
        for muscle in sited
        if len({m.study for m in measured if m.muscle is muscle}) == 1
    ]
    if single:
        yield Gap(EvidenceGap.ONE_STUDY, tuple(single))
    weak = [
        muscle.value
        for muscle in sited
        if all(each.selected for each in ranges if each.muscle is muscle)
    ]
    if weak:
        yield Gap(EvidenceGap.SELECTED_ONLY, tuple(weak))
    if all(citation.key in _NO_STUDY for citation in doses):
        yield Gap(EvidenceGap.CONVENTION)
    second_hand = tuple(study.id for study in studies if study.read is Read.SECONDARY)
    if second_hand:
        yield Gap(EvidenceGap.READ_SECONDARY, second_hand)
    incomplete = tuple(study.id for study in studies if not study.complete)
    if incomplete:
        yield Gap(EvidenceGap.INCOMPLETE, incomplete)
    if exercise.reviewed is None:
        yield Gap(EvidenceGap.NOT_REVIEWED)
