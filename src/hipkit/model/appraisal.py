"""What is known about one exercise, and what is not: the answer of `hipkit.evidence_for`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from ..errors import InvalidValue, Problem, ProblemCode, nearest, show, with_article
from ..frameworks import Served, Shown
from ._checks import each, hundredths, instance, member, text, truth, whole
from .evidence import Citation
from .studies import Measurement, Rule, Study
from .vocabulary import Basis, EvidenceGap, MeasuredMuscle, Muscle, Statistic

MUSCLES_IN_GAP: Mapping[EvidenceGap, type[Muscle | MeasuredMuscle]] = MappingProxyType(
    {
        EvidenceGap.NOT_MEASURED: Muscle,
        EvidenceGap.ONE_STUDY: MeasuredMuscle,
        EvidenceGap.SELECTED_ONLY: MeasuredMuscle,
    }
)
"""The gaps that concern muscles, and the list that these are of; others concern studies, or nothing."""


@frozen
class MeasuredRange(Served):
    """What studies of this exercise measured in one muscle, of one statistic.

    *lowest* and *highest* percent of a maximal reference contraction, over *studies* studies; they
    are the same number where there is one measurement. *band* is `below-40`, `40-60` or `over-60`
    where all values agree on one, else empty: the cuts at 40 and 60 have published sources, finer
    ones have not. *selected* is true for people chosen for weak muscles, who are kept apart.
    """

    muscle: MeasuredMuscle = field(validator=member(MeasuredMuscle))
    statistic: Statistic = field(validator=member(Statistic))
    selected: bool = field(validator=truth())
    lowest: float = field(validator=hundredths(0, 1_000))
    highest: float = field(validator=hundredths(0, 1_000))
    studies: int = field(validator=whole(1, 1_000))
    band: str = field(validator=text(0, 20))
    measurements: tuple[str, ...] = field(validator=each(text(1, 80), 1))


@frozen
class MuscleBasis(Served):
    """What the record says of one muscle rests on this."""

    muscle: Muscle = field(validator=member(Muscle))
    basis: Basis = field(validator=member(Basis))


@frozen
class Gap(Served):
    """Something that is not known, with the words it concerns: muscles, sources."""

    code: EvidenceGap = field(validator=member(EvidenceGap))
    about: tuple[str, ...] = field(default=(), validator=each(text(1, 80)))

    def __attrs_post_init__(self) -> None:
        """Refuse every word that is no muscle where it must be one."""
        words = MUSCLES_IN_GAP.get(self.code)
        if words is None:
            return
        known = [str(word) for word in words]
        problems = [
            Problem(
                ProblemCode.UNKNOWN_WORD,
                f"{show(word)} is not {with_article(words.__name__)}",
                nearest(word, known),
                path=f"about[{index}]",
                value=show(word),
            )
            for index, word in enumerate(self.about)
            if word not in known
        ]
        if problems:
            raise InvalidValue(problems)


@frozen
class ExerciseEvidence(Served, Shown):
    """What is known about one exercise, and what is not.

    *doses* are the citations behind its dose bands, *progress* those behind its criteria, each once;
    *measurements* those of the very exercise; *ranges* sum them up, never across statistics;
    *protocols* the ids of those that hold it; *rules* those cited, *studies* every publication behind
    all of it.
    """

    exercise: str = field(validator=text(1, 80))
    name: str = field(validator=text(1, 80))
    doses: tuple[Citation, ...] = field(validator=each(instance(Citation), 0, 1_000))
    progress: tuple[Citation, ...] = field(validator=each(instance(Citation), 0, 1_000))
    muscles: tuple[MuscleBasis, ...] = field(validator=each(instance(MuscleBasis)))
    measurements: tuple[Measurement, ...] = field(validator=each(instance(Measurement), 0, 1_000))
    ranges: tuple[MeasuredRange, ...] = field(validator=each(instance(MeasuredRange), 0, 1_000))
    protocols: tuple[str, ...] = field(validator=each(text(1, 80)))
    rules: tuple[Rule, ...] = field(validator=each(instance(Rule), 0, 1_000))
    studies: tuple[Study, ...] = field(validator=each(instance(Study), 0, 1_000))
    gaps: tuple[Gap, ...] = field(validator=each(instance(Gap)))

    def __str__(self) -> str:
        """Return it as readable text, in careful words."""
        from ..rendering import to_text

        return to_text(self)
