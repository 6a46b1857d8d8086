"""An exercise as a document, and several as a table.

Rule: what to do stands before what is known about it; nothing that is not stated is shown as if it were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Exercise, MuscleUse, Rung
from .document import Document, Heading, Item, Items, Paragraph, Part, Table
from .doses import dose_facts
from .voice import Voice


def exercise_document(exercise: Exercise, voice: Voice) -> Document:
    """Return how to do *exercise*, how much of it, and what it is."""
    words = exercise.instructions
    steps = tuple(Item(step) for step in words.steps)
    return Document(
        (
            Heading(exercise.name, 1),
            *(Paragraph(text) for text in (words.summary,) if text),
            Items(tuple(_facts(exercise, voice))),
            *_titled("exercise.how", (Paragraph(words.set_up),) if words.set_up else (), voice),
            *((Items(steps, 1),) if steps else ()),
            *_titled("exercise.mind", _list(_mind(exercise, voice)), voice),
            *_titled("exercise.doses", (_doses(exercise, voice),), voice),
            *_titled("exercise.ladder", _list(_ladder(exercise, voice)), voice),
            *_titled("exercise.muscles", _list(_muscles(exercise.muscles, voice)), voice),
            Paragraph(_review(exercise, voice)),
        )
    )


def exercises_document(exercises: Iterable[Exercise], voice: Voice) -> Document:
    """Return *exercises* as a table: id, name, group, level and what they need."""
    rows = tuple(
        (
            each.id,
            each.name,
            voice.label(each.group),
            voice.label(each.level),
            needs(each, voice),
        )
        for each in exercises
    )
    columns = ("id", "name", "group", "level", "needs")
    titles = tuple(voice.say(f"column.{column}") for column in columns)
    count = voice.say("exercises.count", exercises=len(rows))
    shown = Table(titles, rows, count) if rows else Paragraph(count)
    return Document((shown,), voice.say("exercises.title"))


def needs(exercise: Exercise, voice: Voice) -> str:
    """Return what *exercise* needs beside floor, wall and shoes, or nothing."""
    return voice.listed(voice.labels(any_of, "list.or") for any_of in exercise.needs)


def _titled(key: str, parts: Iterable[Part], voice: Voice) -> Iterator[Part]:
    found = tuple(parts)
    if found:
        yield Heading(voice.say(key))
        yield from found


def _list(items: Iterable[Item]) -> Iterator[Part]:
    found = tuple(items)
    if found:
        yield Items(found)


def _facts(exercise: Exercise, voice: Voice) -> Iterator[Item]:
    height = exercise.step_height
    for key, value in (
        ("id", exercise.id),
        ("other-names", voice.listed(exercise.instructions.other_names, "list.comma")),
        ("group", voice.label(exercise.group)),
        ("level", voice.label(exercise.level)),
        ("needs", needs(exercise, voice) or voice.say("exercise.nothing")),
        ("step-height", voice.say("length.centimetres", length=height) if height else ""),
        ("positions", voice.labels(exercise.positions, "list.semicolon")),
        ("sides", voice.label(exercise.laterality)),
        ("works", voice.label(exercise.worked_side)),
        ("status", _retired(exercise, voice)),
    ):
        if value:
            yield Item(value, voice.say(f"exercise.{key}"))


def _retired(exercise: Exercise, voice: Voice) -> str:
    if exercise.status.value == "active":
        return ""
    retired = voice.label(exercise.status)
    if exercise.replaced_by is None:
        return retired
    return voice.say("exercise.replaced", retired=retired, by=voice.name(exercise.replaced_by))


def _mind(exercise: Exercise, voice: Voice) -> Iterator[Item]:
    words = exercise.instructions
    yield from (Item(cue) for cue in words.cues)
    for key, text in (
        ("breathing", words.breathing),
        ("felt-in", words.felt_in),
        ("not-felt-in", words.not_felt_in),
        ("easier", words.easier_way),
    ):
        if text:
            yield Item(text, voice.say(f"exercise.{key}"))
    for each in words.mistakes:
        yield Item(each.mistake, voice.say("exercise.mistake"), (each.instead,))
    for note in words.caution_notes:
        yield Item(note.note, voice.say("exercise.caution", caution=voice.label(note.caution)))


def _doses(exercise: Exercise, voice: Voice) -> Table:
    columns = ("goal", "level", "dose")
    return Table(
        tuple(voice.say(f"column.{column}") for column in columns),
        tuple(
            (
                voice.label(band.goal),
                voice.label(band.level),
                "\u00a0· ".join(dose_facts(voice, exercise, band, band.sets)),
            )
            for band in exercise.dose
        ),
    )


def _ladder(exercise: Exercise, voice: Voice) -> Iterator[Item]:
    for key, rungs in (("easier-rung", exercise.easier), ("harder-rung", exercise.harder)):
        for rung in rungs:
            changes = voice.labels(rung.changes, "list.comma")
            said = voice.say("exercise.rung", name=voice.name(rung.exercise), changes=changes)
            yield Item(said, voice.say(f"exercise.{key}"), tuple(_criterion(rung, voice)))


def _criterion(rung: Rung, voice: Voice) -> Iterator[str]:
    criterion = rung.criterion
    if criterion is not None:
        yield voice.say(
            "exercise.criterion",
            count=criterion.count,
            sessions=criterion.sessions,
            effort=voice.label(criterion.effort),
            discomfort=criterion.discomfort,
        )


def _muscles(uses: Iterable[MuscleUse], voice: Voice) -> Iterator[Item]:
    for use in sorted(uses, key=lambda use: -use.emphasis):
        role, basis = voice.label(use.role), voice.label(use.basis)
        yield Item(
            voice.say("exercise.muscle", role=role, basis=basis), f"{voice.label(use.muscle)}:"
        )


def _review(exercise: Exercise, voice: Voice) -> str:
    if exercise.reviewed is None:
        return voice.say("exercise.not-reviewed")
    return voice.say("exercise.reviewed", by=exercise.reviewed.by, on=exercise.reviewed.on)
