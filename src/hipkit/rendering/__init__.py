"""Showing nouns to people, as text or as Markdown.

Rule: what is shown comes from nouns and `Words`; this room decides nothing, and loads no catalogue, no
converter and no solver, so an app can show a routine that it stored earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias, TypeGuard, TypeVar, cast

from ..errors import NoRoutine, Problem, ProblemCode, RequestError, nearest, show
from ..model import (
    Alternative,
    Exercise,
    ExerciseEvidence,
    FullExplanation,
    Reason,
    Routine,
    WhyNot,
    Words,
)
from .alternatives import alternatives_document
from .document import Document, Heading, Item, Items, Paragraph, Table
from .evidence import evidence_document
from .exercises import exercise_document, exercises_document
from .explanations import explanation_document, why_not_document
from .markdown import write_markdown
from .reasons import reason_items, refusal_document
from .routines import routine_document
from .text import Characters, write_text
from .voice import Voice

__all__ = [
    "Document",
    "Heading",
    "Item",
    "Items",
    "Paragraph",
    "Table",
    "render",
    "to_markdown",
    "to_text",
]

Form: TypeAlias = Literal["text", "markdown"]
Noun: TypeAlias = (
    Routine
    | Exercise
    | Iterable[Exercise]
    | FullExplanation
    | WhyNot
    | Alternative
    | Iterable[Alternative]
    | ExerciseEvidence
    | Reason
    | NoRoutine
)

_Item = TypeVar("_Item")

NARROWEST, WIDEST = 20, 1_000
"""Characters that a line of text may have."""

_MOST_ITEMS = 10_000
"""Exercises or alternatives that are shown at once."""


def to_text(
    noun: Noun,
    *,
    words: Words | None = None,
    width: int = 80,
    characters: Characters = "unicode",
    more: bool = False,
) -> str:
    """Return *noun* as text of at most *width* characters a line; *more* lists all stops of a routine.

    *noun* is a routine, an exercise, several exercises, an alternative or several, a reason, an
    explanation or a refusal; *words* default to English; *characters* is `unicode` or `ascii`. Raises `RequestError`,
    and `InvalidValue` where *words* of one's own lack a sentence.
    """
    if type(width) is not int or not NARROWEST <= width <= WIDEST:
        raise _refused(
            ProblemCode.OUT_OF_RANGE,
            "width",
            width,
            f"a line cannot have {show(width)} characters",
            f"use {NARROWEST} to {WIDEST}",
        )
    _known_word("characters", characters, ("unicode", "ascii"))
    return write_text(_document(noun, words, more=more), width, characters)


def to_markdown(noun: Noun, *, words: Words | None = None) -> str:
    """Return *noun*, as `to_text` takes it, as Markdown; a routine with all its stops."""
    return write_markdown(_document(noun, words, more=True))


def render(
    noun: Noun,
    form: Form = "text",
    *,
    words: Words | None = None,
    width: int = 80,
    characters: Characters = "unicode",
    more: bool = False,
) -> str:
    """Return *noun* in *form*, `text` or `markdown`; what only text can have is ignored in Markdown."""
    _known_word("form", form, ("text", "markdown"))
    if form == "markdown":
        return to_markdown(noun, words=words)
    return to_text(noun, words=words, width=width, characters=characters, more=more)


def _document(noun: object, words: Words | None, *, more: bool) -> Document:
    if words is not None and not isinstance(words, Words):
        message = f"expected Words, got {show(words)}"
        raise _refused(ProblemCode.WRONG_TYPE, "words", words, message, "use load_words()")
    if words is None:
        from ..translating import load_words  # only the default words are read from a file

        words = load_words()
    if isinstance(noun, Routine):
        return routine_document(noun, Voice(words, _names(noun)), more=more)
    voice = Voice(words)
    if isinstance(noun, Exercise):
        return exercise_document(noun, voice)
    if isinstance(noun, FullExplanation):
        return explanation_document(noun, voice)
    if isinstance(noun, WhyNot):
        return why_not_document(noun, voice)
    if isinstance(noun, ExerciseEvidence):
        return evidence_document(noun, voice)
    if isinstance(noun, NoRoutine):
        return refusal_document(noun, voice)
    if isinstance(noun, Reason):
        return Document((reason_items([noun], voice),))
    items = [noun] if isinstance(noun, Alternative) else _items_in(noun)
    if _all_are(items, Exercise):
        return exercises_document(items, voice)
    if _all_are(items, Alternative):
        return alternatives_document(
            items, Voice(words, {x.exercise.id: x.exercise.name for x in items})
        )
    raise _refused(
        ProblemCode.WRONG_TYPE,
        "noun",
        noun,
        f"cannot show {show(noun)}",
        "show a Routine, an Exercise, several exercises, alternatives, a Reason, an explanation, evidence, a refusal",
    )


def _names(routine: Routine) -> dict[str, str]:
    """Return the names of the exercises of *routine*, and of those that nearly came."""
    items = routine.explanation.items
    names = {each.runner_up: each.runner_up_name for each in items}
    rivals = {id: name for id, name in names.items() if id and name}
    return rivals | {slot.exercise.id: slot.exercise.name for slot in routine.slots}


def _items_in(noun: object) -> Sequence[object] | None:
    """Return what is in an iterable that is no text, or None."""
    if not isinstance(noun, Iterable) or isinstance(noun, (str, bytes)):
        return None
    given = cast("Iterable[object]", noun)
    items: list[object] = []
    for item in given:
        items.append(item)
        if not isinstance(item, Exercise | Alternative):
            break  # enough to see that this cannot be shown
        if len(items) > _MOST_ITEMS:
            message, remedy = f"more than {_MOST_ITEMS} items", "show fewer at a time"
            raise _refused(ProblemCode.TOO_LARGE, "noun", given, message, remedy)
    return items


def _all_are(items: Sequence[object] | None, cls: type[_Item]) -> TypeGuard[Sequence[_Item]]:
    return items is not None and all(isinstance(each, cls) for each in items)


def _known_word(path: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        message = f"{show(value)} is not a word for {path}"
        raise _refused(ProblemCode.UNKNOWN_WORD, path, value, message, nearest(value, known))


def _refused(
    code: ProblemCode, path: str, value: object, message: str, remedy: str
) -> RequestError:
    return RequestError([Problem(code, message, remedy, path=path, value=show(value))])
