"""The commands: what each may be told, and which of hipkit's verbs it calls.

Rule: a command takes parsed arguments and returns an answer; it prints nothing and catches nothing that
`main` can say. Words are read by the verbs, which know them all and name the nearest.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from .. import __version__
from ..errors import CatalogueError, UnknownExercise
from ..model import Caution, Equipment, Exercise, Goal, Group, Level, Position, Region

if TYPE_CHECKING:
    from ..catalogue import Catalogue
    from ..rendering import Noun

_OF_ALL_COMMANDS = ("-h", "--help", "--version")


@frozen
class Answer:
    """What a command has to say, and whether it is a yes (0) or a no (1)."""

    text: str
    status: int = 0
    is_json: bool = False


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the parsed *argv*; without a command, it is a routine that is asked for."""
    given = list(argv)
    if not given or (given[0].startswith("-") and given[0] not in _OF_ALL_COMMANDS):
        given.insert(0, "routine")
    parser = _parser()
    parsed = parser.parse_args(given)
    if parsed.json and getattr(parsed, "why", False):
        parser.error("--why goes with text and Markdown, not with --json")
    return parsed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hipkit",
        description="Hip routines for runners. General exercise, not medical advice.",
        epilog="Without a command, a routine is built: try 'hipkit --minutes 15'.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"hipkit {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, run, add, text in (
        ("routine", _routine, _add_routine, "build the routine that is worth most"),
        ("list", _list, _add_list, "list exercises"),
        ("show", _show, _add_show, "show how to do one exercise"),
        ("check", _check, _add_check, "check exercise files of your own"),
    ):
        command = commands.add_parser(name, help=text, description=f"{text}.", allow_abbrev=False)
        command.set_defaults(run=run)
        add(command)
    return parser


def _add_routine(command: argparse.ArgumentParser) -> None:
    command.add_argument("--minutes", type=int, default=20, metavar="N", help="at most (20)")
    command.add_argument("--goal", default="strength", help=f"{_of(Goal)} (strength)")
    command.add_argument("--level", default="beginner", help=f"{_of(Level)} (beginner)")
    _add_words(command, "--equipment", f"what you have: {_of(Equipment)}")
    _add_words(command, "--focus", f"what counts more: a group, a muscle, or {_of(Region)}")
    _add_words(command, "--caution", f"what to spare: {_of(Caution)}")
    _add_words(command, "--positions", f"the only ones allowed: {_of(Position)}")
    _add_words(command, "--include", "exercises that must be there")
    _add_words(command, "--exclude", "exercises that must not")
    _add_words(command, "--recent", "exercises done lately")
    command.add_argument("--seed", type=int, metavar="N", help="a number for variety")
    command.add_argument("--why", action="store_true", help="explain every exercise, in or out")
    command.add_argument("--stops", action="store_true", help="list every reason not to start")
    _add_source_and_form(command)


def _add_list(command: argparse.ArgumentParser) -> None:
    command.add_argument("--group", help=_of(Group))
    command.add_argument("--goal", help=_of(Goal))
    command.add_argument("--level", help=f"at most: {_of(Level)}")
    _add_words(command, "--equipment", f"needing no more than these, or none: {_of(Equipment)}")
    _add_source_and_form(command)


def _add_show(command: argparse.ArgumentParser) -> None:
    command.add_argument("exercise", metavar="ID", help="the exercise's id or name")
    _add_source_and_form(command)


def _add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="JSON file, or folder of them")
    command.add_argument("--json", action="store_true", help="print the problems as JSON")


def _add_words(command: argparse.ArgumentParser, flag: str, text: str) -> None:
    command.add_argument(flag, action="append", metavar="A,B", help=text)


def _add_source_and_form(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--catalogue", metavar="FILE", help="your own exercises, beside the packaged ones"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    form.add_argument("--json", action="store_true", help="print JSON")


def _of(words: Iterable[str]) -> str:
    return ", ".join(words)


def _words(given: list[str] | None) -> list[str] | None:
    """Return the words of an option given as 'a,b', repeatedly or both; None if it was not given."""
    if given is None:
        return None
    words = [word.strip() for each in given for word in each.split(",")]
    return [word for word in words if word and word != "none"]


def _catalogue(path: str | None) -> Catalogue:
    from .. import load_catalogue

    return load_catalogue() if path is None else _beside_the_packaged(path)


def _beside_the_packaged(path: str) -> Catalogue:
    from .. import load_catalogue, read_catalogue

    packaged, own = load_catalogue(), read_catalogue(path)
    studies = [study for study in own.studies if study.id not in packaged.sources]
    return packaged.with_exercises(*own, studies=studies)


def _shown(noun: Noun, given: argparse.Namespace, *, more: bool = False, widest: int = 100) -> str:
    from ..rendering import NARROWEST, to_markdown, to_text

    if given.markdown:
        return to_markdown(noun)
    columns = get_terminal_size((min(80, widest) if widest == 100 else widest, 24)).columns
    return to_text(noun, width=max(NARROWEST, min(widest, columns)), more=more)


def _routine(given: argparse.Namespace) -> Answer:
    from .. import build_routine, dumps, explain

    catalogue = _catalogue(given.catalogue)
    routine = build_routine(
        given.minutes,
        goal=given.goal,
        level=given.level,
        equipment=_words(given.equipment) or (),
        focus=_words(given.focus) or (),
        cautions=_words(given.caution) or (),
        positions=_words(given.positions),
        include=_words(given.include) or (),
        exclude=_words(given.exclude) or (),
        recent=_words(given.recent) or (),
        seed=given.seed,
        catalogue=catalogue,
    )
    if given.json:
        return Answer(dumps(routine, indent=2), is_json=True)
    texts = [_shown(routine, given, more=given.stops)]
    if given.why:
        texts.append(_shown(explain(routine, catalogue=catalogue), given))
    if not given.markdown:
        texts.append(_HINT.format(id=routine.slots[0].exercise.id))
    return Answer("\n\n".join(texts))


def _list(given: argparse.Namespace) -> Answer:
    exercises = _catalogue(given.catalogue).where(
        group=given.group,
        goal=given.goal,
        level_at_most=given.level,
        needs_only=_words(given.equipment),
    )
    if given.json:
        return _json([_row(exercise) for exercise in exercises])
    return Answer(_shown(exercises, given))


def _row(exercise: Exercise) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "group": exercise.group,
        "level": exercise.level,
        "needs": exercise.needs,
    }


def _show(given: argparse.Namespace) -> Answer:
    from .. import dumps

    exercise = _called(given.exercise, _catalogue(given.catalogue))
    if given.json:
        return Answer(dumps(exercise, indent=2), is_json=True)
    return Answer(_shown(exercise, given))


def _called(text: str, catalogue: Catalogue) -> Exercise:
    """Return the exercise whose id, alias or name *text* is."""
    try:
        return catalogue[text]
    except UnknownExercise:
        for found in catalogue.find(text):
            names = (found.name, *found.instructions.other_names, *found.aliases)
            if text.casefold() in [name.casefold() for name in names]:
                return found
        raise


def _check(given: argparse.Namespace) -> Answer:
    lines: list[str] = []
    found: list[dict[str, Any]] = []
    for path in given.files:
        try:
            checked = _beside_the_packaged(path)
        except CatalogueError as error:
            lines += [str(problem) for problem in error.problems]
            found += [asdict(problem) for problem in error.problems]
        else:
            lines.append(f"{path}: ok: {len(checked)} exercises")
    status = 1 if found else 0
    return _json(found, status) if given.json else Answer("\n".join(lines), status)


def _json(plain: object, status: int = 0) -> Answer:
    import json

    return Answer(json.dumps(plain, ensure_ascii=False, indent=2), status, is_json=True)
