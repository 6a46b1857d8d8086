"""The arguments: what each command may be told, and the help that says so.

Rule: only numbers are read here. Words are handed on as they are, to verbs that know them all and name
the nearest; every list in a help text is taken from the vocabulary.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NoReturn, get_args

from .. import __version__
from ..errors import nearest, show
from ..model import Caution, Equipment, Goal, Group, Laterality, Level, Muscle, Position, Region
from ..model.theme import ThemeWord
from ..pantry import data_version
from ..rendering.text import harmless
from . import commands

_OF_ALL_COMMANDS = ("-h", "--help", "--version")
_OPTIONS = {"needs_only": "equipment", "level_at_most": "level"}
"""Options that are called otherwise than the argument of the verb that they are for."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints cannot steer the terminal, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        super().error(harmless(message))


class _Help(argparse.HelpFormatter):
    """Help whose words are never broken at their hyphens, so that they can be copied."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width, break_on_hyphens=False, break_long_words=False)


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the parsed *argv*; without a command, it is a routine that is asked for."""
    given = list(argv)
    if not given or (given[0].startswith("-") and given[0] not in _OF_ALL_COMMANDS):
        given.insert(0, "routine")
    parser, known = _parser()
    if given[0] not in (*known, *_OF_ALL_COMMANDS):
        minutes = f"a routine of {given[0]} minutes: hipkit --minutes {given[0]}"
        is_number = given[0].isdecimal() and len(given[0]) <= 3
        remedy = minutes if is_number else nearest(given[0], known)
        parser.error(f"{show(given[0])} is not a command; {remedy}")
    parsed, left = parser.parse_known_args(given)
    if left:
        joined = "" if left[0].startswith("-") else "; join words with commas: chair,mini-band"
        parser.error(f"unrecognized arguments: {' '.join(left)}{joined}")
    if getattr(parsed, "json", False) and getattr(parsed, "why", False):
        parser.error("--why goes with text, Markdown and HTML, not with --json")
    return parsed


def as_option(path: str) -> str:
    """Return the *path* of a problem as who typed the command knows it: `--focus[1]`."""
    name, bracket, rest = path.partition("[")
    return path and f"--{_OPTIONS.get(name, name)}{bracket}{rest}"


def _parser() -> tuple[argparse.ArgumentParser, Sequence[str]]:
    """Return the parser, and the commands that it knows."""
    parser = _Parser(
        prog="hipkit",
        description="Hip routines for runners. General exercise, not medical advice.",
        epilog="Without a command, a routine is built: try 'hipkit --minutes 15'.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"hipkit {__version__}, data {data_version()}"
    )
    choices = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, run, add, text in (
        ("routine", commands.routine, _add_routine, "build the routine that is worth most"),
        ("list", commands.list_, _add_list, "list exercises"),
        ("show", commands.show, _add_show, "show how to do one exercise"),
        ("draw", commands.draw, _add_draw, "draw the figure of an exercise"),
        ("new", commands.new, _add_new, "write a file to put exercises of your own in"),
        ("check", commands.check, _add_check, "check exercise files of your own"),
    ):
        command = choices.add_parser(
            name,
            help=text,
            description=f"{text.capitalize()}.",
            allow_abbrev=False,
            formatter_class=_Help,
        )
        command.set_defaults(run=run)
        add(command)
    return parser, tuple(choices.choices)


def _add_routine(command: argparse.ArgumentParser) -> None:
    command.add_argument("--minutes", type=int, default=20, metavar="N", help="at most (20)")
    command.add_argument("--goal", default="strength", help=f"{_of(Goal)} (strength)")
    command.add_argument("--level", default="beginner", help=f"{_of(Level)} (beginner)")
    _add_words(command, "--equipment", text=f"what you have: {_of(Equipment)}")
    _add_words(command, "--focus", text=f"what counts more: a group, a muscle, or {_of(Region)}")
    _add_words(command, "--caution", "--cautions", text=f"what to spare: {_of(Caution)}")
    _add_words(command, "--positions", "--position", text=f"the only ones allowed: {_of(Position)}")
    _add_words(command, "--include", text="exercises that must be there")
    _add_words(command, "--exclude", text="exercises that must not")
    _add_words(command, "--recent", text="exercises done lately")
    command.add_argument("--seed", type=int, metavar="N", help="a number for variety")
    command.add_argument("--why", action="store_true", help="explain every exercise, in or out")
    command.add_argument("--stops", action="store_true", help="list every reason not to start")
    _add_source_and_form(command)


def _add_list(command: argparse.ArgumentParser) -> None:
    command.add_argument("--group", help=_of(Group))
    command.add_argument("--goal", help=_of(Goal))
    command.add_argument("--level", help=f"at most: {_of(Level)}")
    command.add_argument("--muscle", help=_of(Muscle))
    _add_words(
        command, "--equipment", text=f"needing no more than these, or none: {_of(Equipment)}"
    )
    _add_source_and_form(command)


def _add_show(command: argparse.ArgumentParser) -> None:
    command.add_argument("exercise", metavar="ID", help="the exercise's id or name")
    _add_source_and_form(command)


def _add_draw(command: argparse.ArgumentParser) -> None:
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("exercise", metavar="ID", nargs="?", help="the exercise's id or name")
    which.add_argument("--all", metavar="DIR", help="every exercise, a file each in this folder")
    command.add_argument(
        "-o", "--output", metavar="FILE", help="the file to write; or it is printed"
    )
    command.add_argument("--frame", default="both", help="start, end, both, side-by-side (both)")
    command.add_argument("--animated", action="store_true", help="move, for five seconds")
    command.add_argument("--side", default="right", help="the side that works: right, left (right)")
    command.add_argument("--theme", default="default", help=f"{_of(get_args(ThemeWord))} (default)")
    command.add_argument(
        "--paint", default="attributes", help="attributes (with CSS variables), hex (attributes)"
    )
    _add_source(command)


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the file to write, such as exercises.json")
    command.add_argument(
        "--id",
        default="own.new-exercise",
        help="a prefix of your own, a dot, a name in small letters",
    )
    command.add_argument("--name", default="New exercise", help="what people call it")
    command.add_argument("--group", default="abduction", help=f"{_of(Group)} (abduction)")
    command.add_argument(
        "--position",
        "--positions",
        default="standing",
        metavar="A,B",
        help=f"{_of(Position)} (standing)",
    )
    command.add_argument("--laterality", help=f"{_of(Laterality)} ({Laterality.BOTH_TOGETHER})")


def _add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="JSON file, or folder of them")
    command.add_argument("--json", action="store_true", help="print the problems as JSON")


def _add_words(command: argparse.ArgumentParser, *flags: str, text: str) -> None:
    command.add_argument(*flags, action="append", metavar="A,B", help=text)


def _add_source(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--catalogue", metavar="FILE", help="your own exercises, beside the packaged ones"
    )
    command.add_argument(
        "--plugins", action="store_true", help="with exercises of other installed packages"
    )


def _add_source_and_form(command: argparse.ArgumentParser) -> None:
    _add_source(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print Markdown")
    form.add_argument("--html", action="store_true", help="print an HTML page, to keep or to print")
    form.add_argument("--json", action="store_true", help="print JSON")


def _of(words: Iterable[str]) -> str:
    return ", ".join(words)
