"""Every public error, and `Problem`, the record of one complaint.

Rule: an error is complete when it is raised, lists every problem at once, and carries the pieces as
attributes beside the text. Nothing here knows what an exercise is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import islice

from attrs import evolve, field, frozen

from .frameworks import Served

TYPE_CHECKING = False  # a constant that checkers understand; `import typing` would cost more
if TYPE_CHECKING:
    from typing import Any

    from .catalogue import Catalogue
    from .model import Notice, Reason, Relaxation, Request

MOST_PROBLEMS = 1_000
"""Problems that one error lists; where there are more, the last says so."""

_MOST_SHOWN_VALUE = 60
_MOST_SHOWN_WORDS = 20
_LONGEST_WORD = 100
_MOST_BITS = 10_000
"""Of a whole number that is written out; Python writes 4,300 digits at most."""

_PARTS = ("message", "remedy", "source", "item", "path", "value")

_MEANT: dict[str, tuple[str, ...]] = {
    "reps": ("count",),
    "repetitions": ("count",),
    "description": ("instructions",),
    "steps": ("instructions",),
    "cues": ("instructions",),
    "stretching": ("mobility",),
    "warm-up": ("activation",),
    "warmup": ("activation",),
    "resistance-band": ("mini-band", "long-band"),
    "theraband": ("mini-band", "long-band"),
}
"""What people mean by words that hipkit does not use; said only where the meant word is a choice."""

_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")
_BRACKETS: dict[type, tuple[str, str]] = {
    list: ("[", "]"),
    tuple: ("(", ")"),
    set: ("{", "}"),
    frozenset: ("frozenset({", "})"),
    dict: ("{", "}"),
}


class ProblemCode(StrEnum):
    """What is wrong, in one stable word."""

    WRONG_TYPE = "wrong-type"
    UNKNOWN_WORD = "unknown-word"
    OUT_OF_RANGE = "out-of-range"
    MALFORMED = "malformed"
    MISSING_FIELD = "missing-field"
    UNKNOWN_FIELD = "unknown-field"
    DUPLICATE = "duplicate"
    CONTRADICTION = "contradiction"
    DANGLING_LINK = "dangling-link"
    LINK_LOOP = "link-loop"
    LEVEL_FALLS = "level-falls"
    SPLIT_FAMILY = "split-family"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_EXERCISE = "unknown-exercise"
    NOT_JSON = "not-json"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    WRONG_DOCUMENT = "wrong-document"


def _writable(text: str) -> str:
    """Return *text* with each half of a surrogate pair as an escape, so that UTF-8 can write it."""
    if not isinstance(text, str) or text.isascii():  # what is no text is refused later
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@frozen
class Problem(Served):
    """One complaint about one place: what is wrong, where, and how to mend it.

    Its texts can always be written as UTF-8, whatever key, path or value they are about.
    """

    code: ProblemCode
    message: str = field(converter=_writable)
    remedy: str = field(default="", converter=_writable)
    source: str = field(default="", converter=_writable)
    item: str = field(default="", converter=_writable)
    path: str = field(default="", converter=_writable)
    value: str = field(default="", converter=_writable)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no code, or no text."""
        texts = (self.message, self.remedy, self.source, self.item, self.path, self.value)
        for place, each in zip(_PARTS, texts, strict=True):
            if not isinstance(each, str):
                message = f"expected a text, got {show(each)}"
                raise InvalidValue([Problem(ProblemCode.WRONG_TYPE, message, path=place)])
        if not isinstance(self.code, ProblemCode):
            message = f"{show(self.code)} is not a ProblemCode"
            remedy = nearest(self.code, [str(each) for each in ProblemCode])
            raise InvalidValue([Problem(ProblemCode.UNKNOWN_WORD, message, remedy, path="code")])

    def at(self, *, source: str = "", item: str = "", path: str = "") -> Problem:
        """Return the same problem seen from further out: *path* goes in front of its own."""
        if not path:
            joined = self.path
        elif not self.path or self.path.startswith("["):
            joined = path + self.path
        else:
            joined = f"{path}.{self.path}"
        return evolve(self, source=source or self.source, item=item or self.item, path=joined)

    def __str__(self) -> str:
        """Say the problem in one line: file › exercise › field: what; how to mend it."""
        place = " › ".join(part for part in (self.source, self.item, self.path) if part)
        text = f"{place}: {self.message}" if place else self.message
        text = f"{text}; {self.remedy}" if self.remedy else text
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def show(value: object) -> str:
    """Return *value* as a short, printable text for a message, without looking at all of a long one."""
    value = value.value if isinstance(value, StrEnum) else value
    text = _spelled(value, _MOST_SHOWN_VALUE)
    return text if len(text) <= _MOST_SHOWN_VALUE else text[: _MOST_SHOWN_VALUE - 1] + "…"


def _spelled(value: object, room: int) -> str:
    """Return what `repr` says of *value*, of which only the first *room* characters must be right."""
    if isinstance(value, str):
        piece = str.__str__(value)[: _MOST_SHOWN_VALUE + 1]
        return repr(piece) if piece.isprintable() else ascii(piece)
    if isinstance(value, bytes | bytearray):
        return repr(value[: _MOST_SHOWN_VALUE + 1])
    if type(value) is int and value.bit_length() > _MOST_BITS:
        return f"<a whole number of {value.bit_length()} bits>"
    kind = type(value)  # a kind of list may have a repr of its own
    if kind in _BRACKETS:
        return _listed(value, kind, room)
    try:
        text = repr(value)
    except Exception:  # whatever it is, a message about it must not fail
        return f"<{type(value).__name__}>"
    text = _ADDRESS.sub("", text)  # no two runs would say the same
    return text if text.isprintable() else ascii(text)[1:-1]


def _listed(values: Any, kind: type, room: int) -> str:
    """Return a list, tuple, set or dict as `repr` does, but for what does not fit the *room*."""
    opening, closing = _BRACKETS[kind]
    if not values and kind in (set, frozenset):
        return repr(values)
    text = opening
    for each in values:
        if len(text) > room:  # what comes later is not shown
            break
        text += "" if text == opening else ", "
        text += _spelled(each, room - len(text))
        if kind is dict:
            text += ": " + _spelled(values[each], room - len(text))
    return text + ("," if kind is tuple and len(values) == 1 else "") + closing


def with_article(noun: str) -> str:
    """Return *noun* as a sentence has one of it: a list, an Exercise."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def not_a(kind: str | type, value: object, path: str = "", remedy: str = "") -> Problem:
    """Return the problem of a *value* at *path* that is not of a *kind*: a class, or a word for one."""
    noun = kind if isinstance(kind, str) else "text" if kind is str else kind.__name__
    message = f"expected {with_article(noun)}, got {show(value)}"
    return Problem(ProblemCode.WRONG_TYPE, message, remedy, path=path, value=show(value))


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems*, or the first `MOST_PROBLEMS` of them and one that says there are more."""
    found = list(islice(problems, MOST_PROBLEMS + 1))
    if len(found) > MOST_PROBLEMS:
        message = f"there are more than {MOST_PROBLEMS} problems"
        found[-1] = Problem(ProblemCode.TOO_LARGE, message, "mend these first")
    return found


def nearest(
    word: object, words: Iterable[str], *, otherwise: str | None = None, cutoff: float = 0.6
) -> str:
    """Return a remedy that names the word nearest to *word*; else *otherwise*, or the words there are."""
    from difflib import get_close_matches  # only errors pay for it

    known = list(words)
    text = str.__str__(word) if isinstance(word, str) else show(word)
    wanted = text[:_LONGEST_WORD].strip().lower().replace("_", "-").replace(" ", "-")
    holding = [word for word in known if wanted in word.split("-")]  # 'band' for 'mini-band'
    meant = [each for each in _MEANT.get(wanted, ()) if each in known]
    near = meant or holding or get_close_matches(wanted, known, 1, cutoff)
    close = [wanted] if wanted in known else near
    if close:
        return f"did you mean {' or '.join(map(repr, close[:3]))}?"
    if otherwise is not None or not known:
        return otherwise or ""
    shown = ", ".join(known[:_MOST_SHOWN_WORDS])
    return f"choose from {shown}" + (", …" if len(known) > _MOST_SHOWN_WORDS else "")


def how_to_find(id: str, near: str) -> str:
    """Return the remedy for an exercise *id* that is not known: the one *near* it, or where to look."""
    if near:
        return f"did you mean {near!r}?"
    if "." in id:
        return "own exercises need catalogue=, or --catalogue or --plugins in a terminal"
    return "look with load_catalogue().find(…), or hipkit list"


class HipkitError(Exception):
    """The base of every error that hipkit raises.

    Two are equal when they are of one class and made of equal parts, also across processes; where they
    were raised does not count.
    """

    def _made_of(self) -> tuple[object, ...]:
        return self.args

    def __eq__(self, other: object) -> bool:
        """Return whether *other* is of the same class and made of equal parts."""
        if not isinstance(other, HipkitError) or type(other) is not type(self):
            return NotImplemented
        return self._made_of() == other._made_of()

    def __hash__(self) -> int:
        """Return the same number for equal errors."""
        return hash((type(self), self._made_of()))


class _WithProblems(HipkitError, ValueError):
    """An error that lists problems."""

    heading = "this does not fit"

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep *problems*, in the order found."""
        self.problems: tuple[Problem, ...] = tuple(first_of(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Say one problem in a line, or several in a list."""
        if len(self.problems) == 1:
            return str(self.problems[0])
        lines = "".join(f"\n  - {problem}" for problem in self.problems)
        return f"{len(self.problems)} problems: {self.heading}{lines}"


class InvalidValue(_WithProblems):
    """A value given to one of hipkit's classes does not fit."""


class CatalogueError(_WithProblems):
    """Exercise data does not fit; raised once per load, with every problem of every file."""

    heading = "the exercise data does not fit"


class RequestError(_WithProblems):
    """A request does not fit: unknown words, wrong types, numbers out of range."""

    heading = "the request does not fit"


class StoredFormatError(_WithProblems):
    """A stored text is not the document it should be, is newer than this hipkit, or names what is gone."""

    heading = "the stored text does not fit"


class PluginError(_WithProblems):
    """Installed packages that offer exercises are broken; each problem names its distribution.

    Nobody else is harmed: *catalogue* has the packaged exercises and those of all plug-ins that work.
    """

    heading = "these plug-ins cannot be used"

    def __init__(
        self, problems: Iterable[Problem], distributions: Iterable[str], catalogue: Catalogue
    ) -> None:
        """Keep the *problems*, the *distributions* that have them, and the *catalogue* without those."""
        super().__init__(problems)
        self.distributions: tuple[str, ...] = tuple(distributions)
        self.catalogue: Catalogue = catalogue

    def _made_of(self) -> tuple[object, ...]:
        return (*self.args, self.distributions)

    def __reduce__(self) -> tuple[type[PluginError], tuple[object, ...]]:
        """Let pickle make the error again from what it was made of."""
        return type(self), (self.problems, self.distributions, self.catalogue)


class UnknownSource(_WithProblems, LookupError):
    """A study, rule or protocol was asked for that is not among the evidence."""

    heading = "these are not among the evidence"


class UnknownExercise(HipkitError, KeyError):
    """One or more exercise ids are not in the catalogue."""

    def __init__(self, ids: Iterable[str], suggestions: Iterable[str] = ()) -> None:
        """Keep the unknown *ids* and, beside each, the nearest known id or an empty text."""
        self.ids: tuple[str, ...] = tuple(
            each if isinstance(each, str) else show(each) for each in ids
        )
        self.suggestions: tuple[str, ...] = tuple(suggestions)
        super().__init__(self.ids, self.suggestions)

    @property
    def id(self) -> str:
        """The first unknown id."""
        return self.ids[0]

    def __str__(self) -> str:
        """Name every unknown id with the nearest known one, or say how to find it."""
        named: list[str] = []
        for index, unknown in enumerate(self.ids):
            near = self.suggestions[index] if index < len(self.suggestions) else ""
            named.append(f"{show(unknown)} ({how_to_find(unknown, near)})")
        noun = "exercise" if len(named) == 1 else "exercises"
        return f"unknown {noun}: {', '.join(named)}"


class NoRoutine(HipkitError):
    """No routine answers the request; says why and, where safe, what change would help."""

    def __init__(
        self,
        request: Request,
        reasons: Iterable[Reason] = (),
        relaxations: Iterable[Relaxation] = (),
    ) -> None:
        """Keep the *request*, the *reasons* and the *relaxations*, cheapest first."""
        self.request: Request = request
        self.reasons: tuple[Reason, ...] = tuple(reasons)
        self.relaxations: tuple[Relaxation, ...] = tuple(relaxations)
        super().__init__(request, self.reasons, self.relaxations)

    def __str__(self) -> str:
        """Say in sentences why there is no routine and what would help."""
        from .rendering import to_text  # sentences are words, and words are not needed to decide

        return to_text(self)


class SeekAdvice(NoRoutine):
    """Exercise is not the answer to this request; there is advice, and no way round it."""

    def __init__(self, request: Request, reasons: Iterable[Reason], notice: Notice) -> None:
        """Keep the *request*, the *reasons* and the *notice* to show; never a relaxation."""
        super().__init__(request, reasons)
        self.notice: Notice = notice

    def _made_of(self) -> tuple[object, ...]:
        return (self.request, self.reasons, self.notice)

    def __reduce__(self) -> tuple[type[SeekAdvice], tuple[object, ...]]:
        """Let pickle make the error again from what it was made of."""
        return type(self), self._made_of()
