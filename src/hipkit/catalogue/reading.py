"""Records from files, and the exercises of one's own.

Rule: every problem of every file is found before anything is raised, and says file, exercise, field.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from ..errors import MOST_PROBLEMS, InvalidValue, Problem, ProblemCode, first_of, show
from ..model import Exercise, Study, Tombstone
from ..model.plain import is_list, is_object
from ..storing import from_plain
from ..storing.documents import LARGEST_TEXT, Unreadable, open_document, parse
from .integrity import source_id_problem

_Noun = TypeVar("_Noun")

_LARGEST_FILE = 4 * LARGEST_TEXT
"""Bytes: no character takes more than four."""

_LONGEST_ITEM = 80
MOST_FILES = 1_000
"""Files that a folder of one's own may have."""


_FIELDS = (
    *("kind", "format", "hipkit", "data", "$schema"),
    *("exercises", "studies", "tombstones", "known_sources"),
)
"""The fields of a document of kind `exercises`."""


class Gathered:
    """What was read from several documents, with the problems found on the way."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.problems: list[Problem] = []
        self.exercises: list[Exercise] = []
        self.studies: list[Study] = []
        self.tombstones: list[Tombstone] = []
        self.known_sources: list[str] = []
        self.source_of: dict[str, str] = {}
        self.unread: set[str] = set()

    def document(self, text: str, kind: str, source: str) -> dict[str, Any]:
        """Return the document in *text*, or an empty one after keeping its problems."""
        try:
            return open_document(parse(text), kind)
        except Unreadable as error:
            self.problems += [problem.at(source=source) for problem in error.problems]
            return {}

    def records(self, document: Mapping[str, Any], field: str, source: str) -> list[Any]:
        """Return the list in *field* of a document, or nothing after keeping a problem."""
        records = document.get(field, [] if not document else None)
        if is_list(records):
            return records
        missing = field not in document
        self.problems.append(
            Problem(
                ProblemCode.MISSING_FIELD if missing else ProblemCode.WRONG_TYPE,
                "required field missing" if missing else f"expected a list, got {show(records)}",
                "list the records there",
                source=source,
                path=field,
            )
        )
        return []

    def numbered(
        self, document: Mapping[str, Any], field: str, source: str
    ) -> Iterator[tuple[int, Any]]:
        """Yield the records in *field* with their numbers, until there are problems enough."""
        for index, record in enumerate(self.records(document, field, source)):
            if len(self.problems) > MOST_PROBLEMS:
                return
            yield index, record

    def unknown_fields(
        self, document: Mapping[str, Any], known: Iterable[str], source: str
    ) -> None:
        """Keep a problem for each field of *document* that is not *known*."""
        self.problems += first_of(
            Problem(
                ProblemCode.UNKNOWN_FIELD,
                f"unknown field {show(key)}",
                "remove it",
                source=source,
                path=key[:80],
                value=show(key),
            )
            for key in document
            if key not in known
        )

    def read(
        self,
        record: Any,
        cls: type[_Noun],
        source: str | Callable[[str], str],
        *,
        where: str = "",
    ) -> _Noun | None:
        """Return *record* as a *cls*, or None after keeping its problems, by its id or *where*.

        Where its fields come from several files, *source* says which one a path is from.
        """
        item = record.get("id") if is_object(record) else None
        try:
            return from_plain(record, cls)
        except InvalidValue as error:
            self.unread |= {item} if type(item) is str else set()
            self.problems += [
                problem.at(
                    source=source if isinstance(source, str) else source(problem.path),
                    item=item[:_LONGEST_ITEM] if type(item) is str else "",
                    path="" if type(item) is str else where,
                )
                for problem in error.problems
            ]
            return None

    def others(
        self, document: dict[str, Any], field: str, cls: type[_Noun], source: str
    ) -> list[_Noun]:
        """Return the records in a *field* that a document may leave out, after keeping problems."""
        whole: dict[str, Any] = {field: [], **document}
        read = [
            self.read(record, cls, source, where=f"{field}[{index}]")
            for index, record in self.numbered(whole, field, source)
        ]
        return [each for each in read if each is not None]

    def keep_sources(self, document: dict[str, Any], source: str) -> None:
        """Keep the ids of sources that a document says stand elsewhere, if it says so."""
        field = "known_sources"
        for index, id in self.numbered({field: [], **document}, field, source):
            problem = source_id_problem(id, f"{field}[{index}]")
            if problem is None:
                self.known_sources.append(id)
            else:
                self.problems.append(problem.at(source=source))

    def keep(self, exercise: Exercise, source: str) -> None:
        """Keep *exercise* as read from *source*, unless its id was read before."""
        first = self.source_of.get(exercise.id)
        if first is None:
            self.source_of[exercise.id] = source
            self.exercises.append(exercise)
            return
        self.problems.append(
            Problem(
                ProblemCode.DUPLICATE,
                f"the id {exercise.id!r} was read before, from {first}",
                "give it another, with a prefix of your own such as 'acme.'",
                source=source,
                item=exercise.id,
                path="id",
                value=exercise.id,
            )
        )


def read_files(path: str | os.PathLike[str]) -> Gathered:
    """Return what a file, or the JSON files directly in a folder, hold; problems included.

    Links that lead out of the folder are not followed, and schemas that stand there are not read.
    """
    gathered = Gathered()
    try:
        named = Path(path)
    except TypeError:
        message = f"expected the path of a file or folder, got {show(path)}"
        gathered.problems.append(Problem(ProblemCode.WRONG_TYPE, message, value=show(path)))
        return gathered
    for file in _files(named, gathered):
        text = _text(file, gathered)
        if text is None:
            continue
        source = file.name
        document = gathered.document(text, "exercises", source)
        if document:
            gathered.unknown_fields(document, _FIELDS, source)
        for index, record in gathered.numbered(document, "exercises", source):
            exercise = gathered.read(record, Exercise, source, where=f"exercises[{index}]")
            if exercise is not None:
                gathered.keep(exercise, source)
        gathered.studies += gathered.others(document, "studies", Study, source)
        gathered.tombstones += gathered.others(document, "tombstones", Tombstone, source)
        gathered.keep_sources(document, source)
    return gathered


def _files(path: Path, gathered: Gathered) -> list[Path]:
    def refuse(message: str, remedy: str) -> list[Path]:
        gathered.problems.append(
            Problem(ProblemCode.UNREADABLE, message, remedy, source=path.name or str(path))
        )
        return []

    try:
        if not path.is_dir():
            return [path]
        inside = path.resolve()
        files = sorted(
            file
            for file in path.iterdir()
            if file.suffix == ".json"
            and not file.name.endswith(".schema.json")
            and not file.name.startswith(".")
            and file.resolve().is_relative_to(inside)
        )
    except (OSError, ValueError, RuntimeError):
        return refuse("the folder cannot be read", "check its name and rights")
    if not files:
        return refuse("the folder has no .json files", "put your exercises into one")
    if len(files) > MOST_FILES:
        return refuse(f"the folder has {len(files)} files", f"{MOST_FILES} at most")
    return files


def _read(file: Path) -> str:
    """Return the text of *file*, no more of it than may be read, whatever size it says it has."""
    with file.open("rb") as opened:
        return opened.read(_LARGEST_FILE + 1).decode("utf-8-sig")


def _text(file: Path, gathered: Gathered) -> str | None:
    remedy = "give the path of a JSON file or folder"
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):  # to open a pipe or a device may never end
            code, message = ProblemCode.UNREADABLE, "this is no ordinary file"
        elif found.st_size > _LARGEST_FILE:
            code, message = ProblemCode.TOO_LARGE, "the file is too large"
        else:
            return _read(file)
    except UnicodeDecodeError:
        code, message = ProblemCode.UNREADABLE, "the file is not UTF-8 text"
        remedy = "save it as UTF-8"
    except FileNotFoundError:
        code, message = ProblemCode.UNREADABLE, "there is no such file"
    except (OSError, ValueError):
        code, message = ProblemCode.UNREADABLE, "the file cannot be read"
    gathered.problems.append(Problem(code, message, remedy, source=file.name))
    return None
