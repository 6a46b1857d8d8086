"""Pages about what hipkit knows: catalogue, cautions, sources, and the article it began with."""

from __future__ import annotations

import json
from typing import Any

import hipkit
from hipkit import CautionRule, Condition, Exercise, Goal, Group, Level, Study, Words
from hipkit.pantry import data_version, read_text

from .parts import code, codes, link, page, table, text


def _needs(exercise: Exercise) -> str:
    groups = [" or ".join(code(word.value) for word in any_of) for any_of in exercise.needs]
    return "; ".join(groups) or "–"


def _bands(exercise: Exercise) -> str:
    levels = {
        goal: " ".join(band.level.value[0].upper() for band in exercise.dose if band.goal is goal)
        for goal in Goal
    }
    return "; ".join(f"{code(goal.value)} {said}" for goal, said in levels.items() if said)


def _coverage(words: Words, *, kit: bool) -> str:
    rows = []
    for group in Group:
        cells = []
        for level in Level:
            owned = tuple(hipkit.Equipment) if kit else ()
            found = hipkit.load_catalogue().where(
                group=group, level_at_most=level, needs_only=owned
            )
            cells.append(str(len(found)))
        rows.append([f"{code(group.value)} {text(words.say(f'group.{group.value}'))}", *cells])
    return table(["group", *(level.value for level in Level)], rows)


def catalogue_page() -> str:
    """Return the page of all packaged exercises, and of how they cover groups and levels."""
    catalogue, words = hipkit.load_catalogue(), hipkit.load_words()
    reviewed = sum(exercise.reviewed is not None for exercise in catalogue)
    parts = [
        (
            f"{len(catalogue)} exercises, data version {text(data_version())}. Reviewed by a clinician: "
            f"{reviewed or 'none'}. They are written from published sources, for adults."
        ),
        (
            "*Level* is the lowest that may do the exercise. *Needs* is what it takes besides floor, wall "
            "and shoes. *Sides* says whether sides are worked together or in turn. *Bands* are the goals that "
            "it has doses for, each with the levels (B, I, A) at which a dose begins."
        ),
        "## How many for whom",
        "Exercises that a person of each level may do, with no kit:",
        _coverage(words, kit=False),
        "And with all the kit there is a word for:",
        _coverage(words, kit=True),
    ]
    for group in Group:
        rows = [
            [
                code(exercise.id),
                text(exercise.name),
                text(exercise.level.value),
                _needs(exercise),
                text(words.say(f"laterality.{exercise.laterality.value}")),
                _bands(exercise),
            ]
            for exercise in catalogue.where(group=group)
        ]
        if rows:
            columns = ["id", "name", "level", "needs", "sides", "bands"]
            title = f"## {text(group.value)}: {text(words.say(f'group.{group.value}'))}"
            parts += [title, table(columns, rows)]
    return page("Catalogue", *parts)


def _condition(words: Words, condition: Condition) -> str:
    said = text(words.say(f"property.{condition.property}"))
    return f"{said} ({code(condition.property)}): {codes(condition.words)}"


def _caution(words: Words, rule: CautionRule) -> list[str]:
    rows = [
        [
            " **and** ".join(_condition(words, each) for each in avoidance.when),
            f"{code(avoidance.citation.key)}, {text(avoidance.citation.grade.value)}",
            text(avoidance.citation.reason) or "–",
        ]
        for avoidance in rule.avoid
    ]
    parts = [
        f"## {text(rule.caution.value)}",
        f"Label: “{text(rule.label)}”",
        table(["leaves out exercises with", "basis, grade", "why, beyond the basis"], rows),
    ]
    if rule.no_routine_for:
        goals = codes(goal.value for goal in rule.no_routine_for)
        parts.append(f"**Advice only, no routine, for:** {goals}")
    safety = hipkit.load_safety()
    notices = [safety.notice(id) for id in rule.notices]
    if notices:
        lines = [f"- {text(each.moment.value)}: {text(each.text)}" for each in notices]
        parts += ["Shown with the routine:", "\n".join(lines)]
    return parts


def caution_page() -> str:
    """Return the page of what each caution leaves out and shows, and of all stops."""
    words, safety = hipkit.load_words(), hipkit.load_safety()
    parts = [
        (
            "What each caution leaves out, as data over the properties that exercises state. A property "
            "that an exercise does not state counts as met. A caution has no side, so both are spared. "
            "It is no diagnosis. Grade A: trials, reviews or position stands; B: weaker studies or "
            "consensus; C: opinion or convention."
        ),
    ]
    for rule in safety.cautions:
        parts += _caution(words, rule)
    stops = "\n".join(f"- {text(stop)}" for stop in safety.stops)
    return page(
        "Cautions and stops",
        *parts,
        "## Stops",
        "Reasons not to exercise. They are shown with every routine and are no field of a request.",
        stops,
    )


def _doi(study: Study) -> str:
    if study.doi:
        return link(study.doi, f"doi.org/{study.doi}")
    return f"PubMed {text(study.pubmed)}" if study.pubmed else "–"


def sources_page() -> str:
    """Return the page of rules with their grade and studies, and of the studies themselves."""
    catalogue = hipkit.load_catalogue()
    rules = [
        [
            code(rule.id),
            text(rule.statement),
            text(rule.grade.value),
            codes(rule.studies),
            text(rule.note) or "–",
        ]
        for rule in catalogue.rules
    ]
    studies = [
        [
            code(study.id),
            text(study.authors) or "–",
            text(study.title) or "–",
            text(study.published) or "–",
            text(study.read) + ("" if study.complete else ", record incomplete"),
            _doi(study),
        ]
        for study in catalogue.studies
    ]
    return page(
        "Sources",
        "Rules were drawn up from the studies below. Grade A: trials, reviews or position stands; B: "
        "weaker studies or consensus; C: opinion or convention. *Read* says how much of a study was "
        "seen: `text`, `table`, `abstract`, or `secondary`, where only somebody's summary of it was.",
        f"## Rules ({len(rules)})",
        table(["rule", "statement", "grade", "studies", "note"], rules),
        f"## Studies ({len(studies)})",
        "Titles are as published.",
        table(["key", "authors", "title", "published", "read", "address"], studies),
    )


def article_page() -> str:
    """Return the page that follows the article sentence by sentence into the data."""
    sentences: list[dict[str, Any]] = json.loads(read_text("evidence", "article.json"))["sentences"]
    carried = sum(bool(each["carried_by"]) and not each["not_carried"] for each in sentences)
    partly = sum(bool(each["carried_by"]) and bool(each["not_carried"]) for each in sentences)
    rows = [
        [text(each["text"]), codes(each["carried_by"]), text(each["not_carried"]) or "–"]
        for each in sentences
    ]
    return page(
        "The article",
        "hipkit began with one article from the web on hip exercises for runners. Here is each of its "
        "sentences, in our words, with the exercise, rule or tip that carries it, and what was not "
        "carried over and why. It is an article, not a study: what it says has grade C.",
        f"Of {len(sentences)} sentences {carried} are carried whole, {partly} in part, "
        f"{len(sentences) - carried - partly} not.",
        table(["what it says", "carried by", "not carried, and why"], rows),
    )
