"""What is known about an exercise as a document, in careful words.

Rule: a number never stands without its study, what it is of, and whom; what is not known is a section
of its own, never left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Citation, ExerciseEvidence, Gap, MeasuredRange, Measurement
from ..model.appraisal import MUSCLES_IN_GAP
from .citations import citation
from .document import Document, Heading, Item, Items, Paragraph, Part, Table
from .voice import Voice, number


def evidence_document(known: ExerciseEvidence, voice: Voice) -> Document:
    """Return what is known about an exercise, and what is not."""
    return Document(
        (
            Heading(voice.say("evidence.title", name=known.name), 1),
            *_measured(known, voice),
            *_cited("evidence.doses", known.doses, known, voice),
            *_cited("evidence.progress", known.progress, known, voice),
            *_list("evidence.muscles", _bases(known, voice), voice),
            *_list("evidence.protocols", (Item(id) for id in known.protocols), voice),
            *_list("evidence.gaps", (Item(_gap(gap, voice)) for gap in known.gaps), voice),
            *_list(
                "evidence.sources",
                (Item(citation(study, voice)) for study in known.studies),
                voice,
            ),
        )
    )


def _list(key: str, items: Iterable[Item], voice: Voice) -> Iterator[Part]:
    found = tuple(items)
    if found:
        yield Heading(voice.say(key))
        yield Items(found)


def _measured(known: ExerciseEvidence, voice: Voice) -> Iterator[Part]:
    yield Heading(voice.say("evidence.measured"))
    if not known.measurements:
        yield Paragraph(voice.say("evidence.nothing-measured"))
        return
    yield Items(tuple(_range(each, voice) for each in known.ranges))
    yield Paragraph(voice.say("evidence.careful"))
    columns = ("study", "muscle", "percent", "statistic", "people", "load", "read-in")
    yield Heading(voice.say("evidence.rows"))
    yield Table(
        tuple(voice.say(f"evidence.column.{column}") for column in columns),
        tuple(_row(each, voice) for each in known.measurements),
    )


def _range(found: MeasuredRange, voice: Voice) -> Item:
    value = voice.say("evidence.percent", value=voice.span(found.lowest, found.highest))
    said = voice.say(
        "evidence.range",
        value=value,
        statistic=voice.label(found.statistic),
        studies=found.studies,
        people=voice.say("evidence.selected") if found.selected else "",
        band=_band(found.band, voice),
    )
    return Item(said, f"{voice.label(found.muscle)}:")


def _band(band: str, voice: Voice) -> str:
    """Return the words for *band*, or the band itself where there are none, as of another version."""
    key = f"evidence.band.{band}"
    return voice.say(key) if voice.words.has(key) else band and f" ({band})"


def _row(each: Measurement, voice: Voice) -> tuple[str, ...]:
    value = number(each.percent)
    if each.deviation is not None:
        value = voice.say("evidence.deviation", value=value, deviation=number(each.deviation))
    people = voice.say("evidence.not-stated") if each.people is None else str(each.people)
    if each.pooled:
        people = voice.say("evidence.pooled", people=people)
    return (
        each.study,
        voice.label(each.muscle),
        value,
        voice.label(each.statistic),
        people,
        each.load,
        voice.label(each.tier),
    )


def _cited(
    key: str, citations: Iterable[Citation], known: ExerciseEvidence, voice: Voice
) -> Iterator[Part]:
    statements = {rule.id: rule.statement for rule in known.rules}
    titles = {study.id: study.title for study in known.studies}
    items = [
        Item(
            voice.say(
                "evidence.cited",
                source=each.key,
                grade=each.grade.value,
                statement=each.reason or statements.get(each.key) or titles.get(each.key, ""),
            )
        )
        for each in citations
    ]
    yield from _list(key, dict.fromkeys(items), voice)


def _bases(known: ExerciseEvidence, voice: Voice) -> Iterator[Item]:
    for basis in dict.fromkeys(each.basis for each in known.muscles):
        muscles = (each.muscle for each in known.muscles if each.basis is basis)
        yield Item(voice.labels(muscles, "list.comma"), f"{voice.label(basis)}:")


def _gap(gap: Gap, voice: Voice) -> str:
    words = MUSCLES_IN_GAP.get(gap.code)
    about = [voice.label(words(each)) if words else each for each in gap.about]
    return voice.say(f"evidence.{gap.code.value}", about=voice.listed(about, "list.comma"))
