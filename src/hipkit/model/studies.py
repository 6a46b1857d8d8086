"""What is known: studies, the rules drawn from them, and what studies measured.

Rule: a record says what a source says and how much of it was read. Nothing is filled in, rounded or
averaged: an empty field is one that was not seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from attrs import field, frozen

from ..errors import Problem, ProblemCode, UnknownSource, nearest, show
from ..frameworks import Served
from ._checks import (
    complain,
    each,
    exercise_id,
    hundredths,
    instance,
    member,
    optional,
    slug,
    text,
    truth,
    whole,
)
from .protocol import Protocol
from .vocabulary import Grade, MeasuredMuscle, Read, Statistic, Tier

_SOURCE = text(1, 40)


@frozen
class Study(Served):
    """A publication, and how much of it was read.

    *authors* as printed, surname first, or an organisation; *and_others* where the list goes on.
    *journal*, *volume*, *issue*, *pages* of a paper, *address* of a page (no scheme); *doi*,
    *pubmed* (number) and *pmc* (`PMC…`) as seen. *note* says what fits no field. *complete* is false
    where authors, title or place of publication could not be seen.
    """

    id: str = field(validator=_SOURCE)
    authors: tuple[str, ...] = field(validator=each(text(1, 200), repeats=True))
    title: str = field(validator=text())
    read: Read = field(validator=member(Read))
    and_others: bool = field(default=False, validator=truth())
    journal: str = field(default="", validator=text(0, 200))
    year: int | None = field(default=None, validator=optional(whole(1900, 2100)))
    volume: str = field(default="", validator=text(0, 40))
    issue: str = field(default="", validator=text(0, 40))
    pages: str = field(default="", validator=text(0, 40))
    doi: str = field(default="", validator=text(0, 200))
    pubmed: str = field(default="", validator=text(0, 40))
    pmc: str = field(default="", validator=text(0, 40))
    address: str = field(default="", validator=text(0, 400))
    note: str = field(default="", validator=text())
    complete: bool = field(default=True, validator=truth())


@frozen
class Rule(Served):
    """A rule that code or data follows, with the studies behind it and their grade."""

    id: str = field(validator=slug())
    statement: str = field(validator=text(1))
    grade: Grade = field(validator=member(Grade))
    studies: tuple[str, ...] = field(validator=each(_SOURCE))
    note: str = field(default="", validator=text())


@frozen
class Measurement(Served):
    """One muscle's activity in one exercise, as one study gives it.

    *percent* of a maximal reference contraction, which differs between studies, and *deviation* (the
    standard deviation) where it was seen; *people* measured, or *pooled* over the studies of a review.
    *measured* and *load* are the study's own exercise; *statistic* is what is said of the number,
    *stated* how the source says it. *exercise* is a catalogue exercise only where exercise, load and
    contraction are the same; else *unlinked* says why there is none. *selected* is true where people
    were chosen for weak muscles; *doubted*, with a *note*, where the number should not stand alone.
    """

    id: str = field(validator=slug())
    study: str = field(validator=_SOURCE)
    tier: Tier = field(validator=member(Tier))
    measured: str = field(validator=text(1, 200))
    load: str = field(validator=text(1, 100))
    muscle: MeasuredMuscle = field(validator=member(MeasuredMuscle))
    percent: float = field(validator=hundredths(0, 1_000))
    population: str = field(validator=text(1, 200))
    statistic: Statistic = field(validator=member(Statistic))
    stated: str = field(validator=text(1, 200))
    deviation: float | None = field(default=None, validator=optional(hundredths(0, 1_000)))
    people: int | None = field(default=None, validator=optional(whole(1, 100_000)))
    pooled: bool = field(default=False, validator=truth())
    selected: bool = field(default=False, validator=truth())
    doubted: bool = field(default=False, validator=truth())
    exercise: str | None = field(default=None, validator=optional(exercise_id()))
    unlinked: str = field(default="", validator=text(0, 200))
    note: str = field(default="", validator=text())

    def __attrs_post_init__(self) -> None:
        """Refuse a measurement that is linked and says why not, or neither."""
        if (self.exercise is None) != bool(self.unlinked):
            raise complain(
                ProblemCode.CONTRADICTION,
                "unlinked",
                self.unlinked,
                "either it is linked to an exercise, or it says why not",
                "state one of the two",
            )


@frozen(repr=False)
class Evidence(Served):
    """Studies, rules, measurements and protocols, in order."""

    studies: tuple[Study, ...] = field(default=(), validator=each(instance(Study), 0, 100_000))
    rules: tuple[Rule, ...] = field(default=(), validator=each(instance(Rule), 0, 10_000))
    measurements: tuple[Measurement, ...] = field(
        default=(), validator=each(instance(Measurement), 0, 100_000)
    )
    protocols: tuple[Protocol, ...] = field(
        default=(), validator=each(instance(Protocol), 0, 1_000)
    )

    def __repr__(self) -> str:
        """Return how much there is."""
        return (
            f"<Evidence of {len(self.studies)} studies, {len(self.rules)} rules, "
            f"{len(self.measurements)} measurements, {len(self.protocols)} protocols>"
        )

    @cached_property
    def _by_id(self) -> dict[str, Study | Rule]:
        rules: dict[str, Study | Rule] = {rule.id: rule for rule in self.rules}
        return {study.id: study for study in self.studies} | rules

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all studies and rules: what a record may cite."""
        return frozenset(self._by_id)

    def __getitem__(self, id: str) -> Study | Rule:
        """Return the study or rule called *id*; raises `UnknownSource` with the nearest id."""
        found = self._by_id.get(id) if isinstance(id, str) else None
        if found is None:
            raise UnknownSource([_unknown("study or rule", id, self._by_id)])
        return found

    def protocol(self, id: str) -> Protocol:
        """Return the protocol called *id*; raises `UnknownSource` with the nearest id."""
        known = {each.id: each for each in self.protocols}
        found = known.get(id) if isinstance(id, str) else None
        if found is None:
            raise UnknownSource([_unknown("protocol", id, known)])
        return found

    def studies_behind(self, *ids: str) -> tuple[Study, ...]:
        """Return the studies called *ids*, and those behind the rules so called, each once, by id.

        Raises `UnknownSource` with every id that is neither.
        """
        unknown = [id for id in ids if not isinstance(id, str) or id not in self._by_id]
        if unknown:
            raise UnknownSource(_unknown("study or rule", id, self._by_id) for id in unknown)
        found: dict[str, Study] = {}
        for id in ids:
            source = self._by_id[id]
            behind = (source.id,) if isinstance(source, Study) else source.studies
            for key in behind:
                study = self._by_id.get(key)
                if isinstance(study, Study):
                    found[key] = study
        return tuple(found[key] for key in sorted(found))


def _unknown(what: str, id: object, known: Iterable[str]) -> Problem:
    return Problem(
        ProblemCode.UNKNOWN_SOURCE, f"there is no {what} {show(id)}", nearest(id, sorted(known))
    )
