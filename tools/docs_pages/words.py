"""Pages about words: the vocabulary, and the codes of problems."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum

import hipkit
from hipkit.errors import ProblemCode
from hipkit.model import relaxation, safety, vocabulary
from hipkit.model.vocabulary import figures

from .parts import code, page, table, text

_PROBLEMS: dict[ProblemCode, str] = {
    ProblemCode.WRONG_TYPE: 'The value is of another type. Nothing is coerced: `"20"` is no number.',
    ProblemCode.UNKNOWN_WORD: "The word is not in its closed list; the remedy names the nearest.",
    ProblemCode.OUT_OF_RANGE: "The number is too small or too large.",
    ProblemCode.MALFORMED: "The text does not have the shape it needs, such as an id.",
    ProblemCode.MISSING_FIELD: "A required field is not there.",
    ProblemCode.UNKNOWN_FIELD: "The field does not exist; the remedy names the nearest.",
    ProblemCode.DUPLICATE: "Something stands twice that may stand once.",
    ProblemCode.CONTRADICTION: "Two parts cannot both be true.",
    ProblemCode.DANGLING_LINK: "A link leads to an exercise that is not there.",
    ProblemCode.LINK_LOOP: "Following harder links leads back to the start.",
    ProblemCode.LEVEL_FALLS: "A harder exercise of a family is for a lower level.",
    ProblemCode.SPLIT_FAMILY: "A family lies in more than one group.",
    ProblemCode.UNKNOWN_SOURCE: "A citation names no known rule or study.",
    ProblemCode.UNKNOWN_EXERCISE: "There is no exercise of this id; the remedy names the nearest.",
    ProblemCode.NOT_JSON: "The text is not JSON.",
    ProblemCode.TOO_LARGE: "The text is too large, too deep, or has too many parts.",
    ProblemCode.UNREADABLE: "The file or folder cannot be read.",
    ProblemCode.WRONG_DOCUMENT: "The document is of another kind or of a format not read here.",
}


def _prefix(words: type[StrEnum]) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", words.__name__).lower()


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def _enums() -> list[type[StrEnum]]:
    of_figures = vars(figures).values()
    found = [*vars(vocabulary).values(), *of_figures, safety.NoticeMoment, relaxation.ChangeKind]
    bases = (vocabulary.Word, vocabulary.OrderedWord)
    return [
        each for each in found if inspect.isclass(each) and issubclass(each, bases) and len(each)
    ]


def vocabulary_page() -> str:
    """Return the page of every closed word list, with labels."""
    templates = {each.key: each.other for each in hipkit.load_words().templates}
    parts = [
        (
            "Every closed word list: the name of its enum, and each word as it stands in JSON with its "
            "English label. A dash: the word is never shown by itself. Lists marked *ordered* run from "
            "least to most and compare that way."
        ),
    ]
    for words in sorted(_enums(), key=lambda each: each.__name__):
        ordered = " *Ordered.*" if issubclass(words, vocabulary.OrderedWord) else ""
        rows = []
        for member in words:
            label = templates.get(f"{_prefix(words)}.{member.value}")
            rows.append([code(member.value), text(label) if label else "–"])
        parts += [
            f"## {words.__name__}",
            text(_first_line(words)) + ordered,
            table(["word", "label"], rows),
        ]
    return page("Vocabulary", *parts)


def problem_codes_page() -> str:
    """Return the page of the codes that a `Problem` may have; raises `KeyError` for a new one."""
    rows = [[code(each.value), _PROBLEMS[each]] for each in ProblemCode]
    return page(
        "Problem codes",
        "`RequestError`, `CatalogueError`, `InvalidValue`, `StoredFormatError`, `PluginError` and `UnknownSource` "
        "carry `.problems`. "
        "Each problem has one of these codes, a sentence, a remedy where there is one, and its place. "
        "Codes are API; sentences are not.",
        table(["code", "meaning"], rows),
    )
