"""The records, strictly read from the files that people edit.

Rule: this is how the packs are made and tested; at run time `load_catalogue` and its siblings read the
packs, and an installed hipkit holds no records. Facts and words stand in two files and meet here; a variant takes over its head's words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from ..errors import CatalogueError, Problem, ProblemCode, nearest
from ..model import (
    Evidence,
    Exercise,
    Figure,
    Measurement,
    Protocol,
    Rule,
    Safety,
    Study,
    Tip,
    Tombstone,
)
from ..model.plain import is_object
from ..pantry import names_in, read_text
from .figured import read_figures
from .integrity import identity_problems, link_problems, loop_problems, source_problems
from .reading import Gathered

_Noun = TypeVar("_Noun")

_INHERITED = (
    "set_up",
    "steps",
    "cues",
    "mistakes",
    "felt_in",
    "not_felt_in",
    "breathing",
    "caution_notes",
)
"""Words that a variant takes over from the exercise it is a variant of, unless it has its own."""


@frozen
class Packaged:
    """Everything that hipkit ships as records."""

    exercises: tuple[Exercise, ...]
    tombstones: tuple[Tombstone, ...]
    evidence: Evidence
    safety: Safety
    tips: tuple[Tip, ...]
    figures: Mapping[str, Figure]


class _Records(Gathered):
    """What is gathered from the records below one folder."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        self.data: Path = data


def read_packaged(data: Path) -> Packaged:
    """Return all records below the folder *data*, strictly read.

    Raises `CatalogueError` with every problem.
    """
    gathered = _Records(data)
    exercises = _exercises(gathered)
    tombstones = _records(gathered, Tombstone, "tombstones", "tombstones.json")
    evidence = Evidence(
        studies=_evidence(gathered, Study, "studies"),
        rules=_evidence(gathered, Rule, "rules"),
        measurements=_evidence(gathered, Measurement, "measurements"),
        protocols=_evidence(gathered, Protocol, "protocols"),
    )
    safety = _safety(gathered)
    tips = _tips(gathered)
    known = {each.id: each for each in exercises}
    figures = read_figures(gathered, {*known, *gathered.unread}, data)
    problems = [
        *gathered.problems,
        *identity_problems(exercises, tombstones),
        *link_problems(exercises, known, gathered.unread),
        *loop_problems(known),
        *source_problems(exercises, evidence.ids),
        *_evidence_problems(evidence, known, gathered.unread),
    ]
    if problems or safety is None:
        raise CatalogueError(problems)
    return Packaged(exercises, tombstones, evidence, safety, tips, figures)


def _evidence_problems(
    evidence: Evidence, known: Collection[str], unread: Collection[str]
) -> Iterator[Problem]:
    """Yield sources and exercises that evidence names and nobody knows."""
    named = [
        *(("rules", rule.id, "studies", key) for rule in evidence.rules for key in rule.studies),
        *(("measurements", each.id, "study", each.study) for each in evidence.measurements),
        *(("protocols", each.id, "source", each.source) for each in evidence.protocols),
    ]
    for name, item, path, key in named:
        if key not in evidence.ids:
            yield Problem(
                ProblemCode.UNKNOWN_SOURCE,
                f"there is no study {key!r}",
                nearest(key, sorted(evidence.ids)),
                f"evidence/{name}.json",
                item,
                path,
                key,
            )
    linked = [
        *(("measurements", each.id, each.exercise) for each in evidence.measurements),
        *(
            ("protocols", each.id, row.exercise)
            for each in evidence.protocols
            for row in each.items
        ),
    ]
    for name, item, id in linked:
        if id is not None and id not in known and id not in unread:
            yield Problem(
                ProblemCode.DANGLING_LINK,
                f"there is no exercise {id!r}",
                nearest(id, sorted(known)),
                f"evidence/{name}.json",
                item,
                "exercise",
                id,
            )


def _evidence(gathered: _Records, cls: type[_Noun], name: str) -> tuple[_Noun, ...]:
    return _records(gathered, cls, name, "evidence", f"{name}.json")


def _records(gathered: _Records, cls: type[_Noun], name: str, *path: str) -> tuple[_Noun, ...]:
    source = "/".join(path)
    document = gathered.document(read_text(*path, data=gathered.data), name, source)
    read = [gathered.read(each, cls, source) for each in gathered.records(document, name, source)]
    return tuple(each for each in read if each is not None)


def _exercises(gathered: _Records) -> tuple[Exercise, ...]:
    found: list[Exercise] = []
    spoken = names_in("words", "en", "exercises", data=gathered.data)
    for name in names_in("exercises", data=gathered.data):
        facts_source, words_source = f"exercises/{name}", f"words/en/exercises/{name}"
        text = read_text("exercises", name, data=gathered.data)
        facts = gathered.document(text, "exercise-facts", facts_source)
        words: dict[str, Any] = {}
        if name in spoken:
            text = read_text("words", "en", "exercises", name, data=gathered.data)
            words = gathered.document(text, "exercise-words", words_source).get("exercises", {})
        records = gathered.records(facts, "exercises", facts_source)
        ids = [record.get("id") for record in records if is_object(record)]
        gathered.problems += [
            Problem(
                ProblemCode.DANGLING_LINK,
                "words for an exercise that has no facts here",
                "",
                words_source,
                id,
            )
            for id in words
            if id not in ids
        ]
        for record in records:
            merged = with_words(record, words)

            def source_of(path: str, facts: str = facts_source, words: str = words_source) -> str:
                return words if path.startswith(("name", "instructions")) else facts

            exercise = gathered.read(merged, Exercise, source_of)
            if exercise is not None:
                found.append(exercise)
    return tuple(found)


def with_words(record: Any, words: Mapping[str, Any]) -> Any:
    """Return the facts in *record* with their *words*, those of the head of its variants included."""
    if not is_object(record):
        return record
    id: Any = record.get("id")
    own = words.get(id)
    if not is_object(own):
        return record
    head_id: Any = record.get("variant_of")
    head = words.get(head_id)
    shared = {field: head[field] for field in _INHERITED if field in head} if head else {}
    spoken = {**shared, **own}
    name = {"name": spoken.pop("name")} if "name" in spoken else {}
    return {**record, **name, "instructions": spoken}


def _safety(gathered: _Records) -> Safety | None:
    facts = _document(gathered, "safety-rules", "evidence", "safety.json")
    words = _document(gathered, "safety-words", "words", "en", "safety.json")
    labels = _document(gathered, "labels", "words", "en", "labels.json").get("templates", {})
    return gathered.read(
        {
            "cautions": [
                {**each, "label": labels.get(f"caution.{each['caution']}", "")}
                for each in facts.get("cautions", [])
            ],
            "notices": words.get("notices", []),
            "rules": facts.get("rules", []),
            "stops": words.get("stops", []),
        },
        Safety,
        "evidence/safety.json",
    )


def _tips(gathered: _Records) -> tuple[Tip, ...]:
    facts = _document(gathered, "tips", "evidence", "tips.json")
    words = _document(gathered, "tip-words", "words", "en", "tips.json").get("tips", {})
    source = "evidence/tips.json"
    read = [
        gathered.read({**each, "text": words.get(each["id"], "")}, Tip, source)
        for each in facts.get("tips", [])
    ]
    return tuple(tip for tip in read if tip is not None)


def _document(gathered: _Records, kind: str, *path: str) -> dict[str, Any]:
    return gathered.document(read_text(*path, data=gathered.data), kind, "/".join(path))
