"""Pages of what is known: rules and studies, measured activity, protocols."""

from __future__ import annotations

import hipkit
from hipkit import Measurement, Protocol, ProtocolItem, Study, Words
from hipkit.rendering.citations import citation
from hipkit.rendering.voice import Voice

from .parts import code, codes, link, page, table, text


def _address(study: Study) -> str:
    if study.doi:
        return link(study.doi, f"doi.org/{study.doi}")
    if study.pubmed or study.pmc:
        return text(f"PubMed {study.pubmed or study.pmc}")
    return text(study.address) or "–"


def sources_page() -> str:
    """Return the page of rules with their grade and studies, and of the studies themselves."""
    evidence, voice = hipkit.load_evidence(), Voice(hipkit.load_words())
    rules = [
        [
            code(rule.id),
            text(rule.statement),
            text(rule.grade.value),
            codes(rule.studies),
            text(rule.note) or "–",
        ]
        for rule in evidence.rules
    ]
    studies = [
        [
            code(study.id),
            text(citation(study, voice).rsplit(" [", 1)[0]) or "–",
            text(study.read.value) + ("" if study.complete else ", record incomplete"),
            text(study.note) or "–",
            _address(study),
        ]
        for study in evidence.studies
    ]
    whole = sum(study.complete for study in evidence.studies)
    return page(
        "Sources",
        "Rules were drawn up from the studies below. Grade A: trials, reviews or position stands; B: "
        "weaker studies or consensus; C: opinion or convention. *Read* says how much of a study was "
        "seen: `text`, `table`, `abstract`, or `secondary`, where only somebody's summary of it was. "
        "`hipkit.to_bibtex` and `hipkit.to_csl_json` write any selection for a reference manager.",
        f"## Rules ({len(rules)})",
        table(["rule", "statement", "grade", "studies", "note"], rules),
        f"## Studies ({len(studies)})",
        f"Titles are as published. {whole} citations are complete; the others say so, and what is "
        "missing was not seen.",
        table(["key", "citation", "read", "note", "address"], studies),
    )


def _row(words: Words, each: Measurement) -> list[str]:
    spread = "" if each.deviation is None else f" ± {each.deviation:g}"
    people = "not stated" if each.people is None else str(each.people)
    marks = [
        mark
        for mark, holds in (
            ("pooled", each.pooled),
            ("chosen people", each.selected),
            ("not shown alone", each.doubted),
        )
        if holds
    ]
    return [
        code(each.study),
        text(each.measured),
        text(each.load),
        text(words.say(f"measured-muscle.{each.muscle.value}")),
        f"{each.percent:g}{spread}",
        text(each.statistic.value),
        ", ".join([people, *marks]),
        text(each.tier.value),
        code(each.exercise) if each.exercise else text(each.unlinked),
        text(each.note) or "–",
    ]


def measurements_page() -> str:
    """Return the page of measured muscle activity, study by study."""
    evidence, words = hipkit.load_evidence(), hipkit.load_words()
    found = evidence.measurements
    linked = sum(each.exercise is not None for each in found)
    exercises = len({each.exercise for each in found if each.exercise})
    columns = [
        "study", "as measured", "load", "muscle", "% of test", "of what", "people", "tier",
        "exercise here, or why none", "note",
    ]  # fmt: skip
    return page(
        "Measured muscle activity",
        f"{len(found)} numbers of {len({each.study for each in found})} studies, each as its study "
        f"gives it. {linked} are of {exercises} exercises of this catalogue: the same exercise, load "
        f"and contraction. {len(found) - linked} are not, and say why.",
        "Percent of each study's own test contraction. They cannot be compared between studies, they "
        "set no level, and none shows that an exercise makes anybody stronger. Tier A: read in the "
        "paper itself; B: given in a review.",
        table(columns, [_row(words, each) for each in found]),
    )


def _cell(value: object, name: str, item: ProtocolItem) -> str:
    if name in item.blank:
        return "blank in the source"
    return "–" if value is None or value == "" else text(str(value))


def _protocol(protocol: Protocol) -> list[str]:
    facts = [
        ("source", code(protocol.source)),
        ("in whom", text(protocol.population)),
        ("people", f"{protocol.people or 'not stated'} {text(protocol.people_note)}".strip()),
        ("weeks", str(protocol.weeks or "not stated")),
        ("sessions a week", str(protocol.sessions_a_week or "not stated")),
        ("progression", text(protocol.progression)),
        ("outcome", text(protocol.outcome)),
        ("gaps", text(protocol.gaps)),
        ("grade of the design", protocol.grade.value),
    ]
    rows = [
        [
            text(str(item.weeks)) + (f", step {item.step}" if item.step > 1 else ""),
            text(item.printed),
            *(_cell(getattr(item, name), name, item) for name in ("sets", "count", "hold", "load")),
            text(item.sides.value),
            code(item.exercise) if item.exercise else text(item.missing),
            text(item.difference) or "–",
        ]
        for item in protocol.items
    ]
    columns = [
        "weeks", "as printed", "sets", "count", "hold, s", "load", "sides",
        "exercise here, or why none", "what differs",
    ]  # fmt: skip
    return [
        f"## {code(protocol.id)}",
        text(protocol.title),
        "\n".join(f"- {name}: {value}" for name, value in facts),
        table(columns, rows),
    ]


def protocols_page() -> str:
    """Return the page of protocols: what was done, week by week, and in whom."""
    protocols = hipkit.load_evidence().protocols
    return page(
        "Protocols",
        "Records of what was done in a study, or printed in an article, and in whom. They are no "
        "programmes for anybody, nor for a condition. What a source leaves blank stays blank. "
        "`hipkit.routine_from_protocol(id, week=…)` makes a routine of one week; set-up, rest, tempo "
        "and effort are then hipkit's where the source states none, and the routine says so.",
        *(part for protocol in protocols for part in _protocol(protocol)),
    )
