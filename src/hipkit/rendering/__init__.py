"""Showing nouns to people, as text, Markdown or HTML.

Rule: what is shown comes from nouns and `Words`; this room decides nothing, and loads no catalogue, no
converter and no solver, so an app can show a routine that it stored earlier.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias, TypeGuard, TypeVar, cast

from ..errors import NoRoutine, Problem, ProblemCode, RequestError, nearest, not_a, show
from ..model import (
    Alternative,
    Exercise,
    ExerciseEvidence,
    FullExplanation,
    Reason,
    Relaxation,
    Routine,
    WhyNot,
    Words,
)
from .alternatives import alternatives_document
from .document import Document, Heading, Item, Items, Paragraph, Table
from .evidence import evidence_document
from .exercises import exercise_document, exercises_document
from .explanations import explanation_document, why_not_document
from .html import write_fragment, write_page
from .markdown import write_markdown
from .reasons import reason_document, refusal_document, relaxation_document
from .routines import routine_document
from .style import STYLE
from .text import Characters, write_text
from .voice import Voice

__all__ = [
    "STYLE",
    "Document",
    "Heading",
    "Item",
    "Items",
    "Paragraph",
    "Table",
    "render",
    "to_html",
    "to_markdown",
    "to_text",
]

Form: TypeAlias = Literal["text", "markdown", "html"]
HtmlForm: TypeAlias = Literal["page", "fragment"]
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
    | Relaxation
    | NoRoutine
)

_Item = TypeVar("_Item")

NARROWEST, WIDEST = 20, 1_000
"""Characters that a line of text may have."""
_USUAL, _ONE_LINE = 80, sys.maxsize
"""Characters that a line has unless told, and one that is never broken."""

_MOST_ITEMS = 10_000
"""Exercises or alternatives that are shown at once."""
HIGHEST, LOWEST = 1, 4
"""Levels at which the headings of a fragment may begin; two more may be below them."""


def to_text(
    noun: Noun,
    *,
    words: Words | None = None,
    width: int | None = None,
    characters: Characters = "unicode",
    more: bool = False,
) -> str:
    """Return *noun* as text of at most *width* characters a line; *more* lists all stops of a routine.

    *noun* is a routine, an exercise, several exercises, an alternative or several, a reason, a
    relaxation, an explanation or a refusal. *width* is 20 to 1,000; unless given it is 80, and a reason
    or a relaxation is one sentence on one line. *words* default to English; *characters* is `unicode` or `ascii`. Raises `RequestError`,
    and `InvalidValue` where *words* of one's own lack a sentence.
    """
    if width is None:
        width = _ONE_LINE if isinstance(noun, Reason | Relaxation) else _USUAL
    elif type(width) is not int or not NARROWEST <= width <= WIDEST:
        raise _refused(
            ProblemCode.OUT_OF_RANGE,
            "width",
            width,
            f"a line cannot have {show(width)} characters",
            f"use {NARROWEST} to {WIDEST}",
        )
    _known_word("characters", characters, ("unicode", "ascii"))
    return write_text(document_of(noun, words, more=more), width, characters)


def to_markdown(noun: Noun, *, words: Words | None = None) -> str:
    """Return *noun*, as `to_text` takes it, as Markdown; a routine with all its stops."""
    return write_markdown(document_of(noun, words, more=True))


def to_html(
    noun: Noun,
    *,
    words: Words | None = None,
    form: HtmlForm = "page",
    title: str | None = None,
    heading_level: int = 2,
) -> str:
    """Return *noun*, as `to_text` takes it, as HTML; a routine with all its stops.

    *form* is `page`, a whole page with its style, to look at or to print; or `fragment`, an `article`
    without a style, to stand in a page of one's own, its headings from *heading_level* (1 to 4) down.
    *title* names the page, where the noun's own title will not do. Raises `RequestError`.
    """
    _known_word("form", form, ("page", "fragment"))
    if title is not None and type(title) is not str:
        raise RequestError([not_a(str, title, "title", "leave it out, or name it")])
    if type(heading_level) is not int or not HIGHEST <= heading_level <= LOWEST:
        raise _refused(
            ProblemCode.OUT_OF_RANGE,
            "heading_level",
            heading_level,
            f"headings cannot begin at level {show(heading_level)}",
            f"use {HIGHEST} to {LOWEST}",
        )
    if form == "page":
        return to_page([noun], words, title)
    words = _words_of(words)
    document = document_of(noun, words, more=True)
    return write_fragment(document, words.language, heading_level)


def to_page(nouns: Iterable[Noun], words: Words | None = None, title: str | None = None) -> str:
    """Return *nouns* one below the other as one page of HTML, which the first gives its title."""
    words = _words_of(words)
    documents = [document_of(noun, words, more=True) for noun in nouns]
    return write_page(documents, words.language, title)


def render(
    noun: Noun,
    form: Form = "text",
    *,
    words: Words | None = None,
    width: int | None = None,
    characters: Characters = "unicode",
    more: bool = False,
) -> str:
    """Return *noun* in *form*: `text`, `markdown` or `html`, where what only text has is ignored."""
    _known_word("form", form, ("text", "markdown", "html"))
    if form == "markdown":
        return to_markdown(noun, words=words)
    if form == "html":
        return to_html(noun, words=words)
    return to_text(noun, words=words, width=width, characters=characters, more=more)


def document_of(noun: object, words: Words | None = None, *, more: bool) -> Document:
    """Return *noun* as a document in *words*; raises `RequestError` for what cannot be shown."""
    words = _words_of(words)
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
        return reason_document(noun, voice)
    if isinstance(noun, Relaxation):
        return relaxation_document(noun, voice)
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
        "show a Routine, an Exercise, several exercises, alternatives, a Reason, a Relaxation, an explanation, evidence, a refusal",
    )


def _words_of(given: object) -> Words:
    """Return the words *given*, or English ones; raises `RequestError` for what is no `Words`."""
    if given is None:
        from ..translating import load_words  # only the default words are read from a file

        return load_words()
    if not isinstance(given, Words):
        message = f"expected Words, got {show(given)}"
        raise _refused(ProblemCode.WRONG_TYPE, "words", given, message, "use load_words()")
    return given


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
