"""The terminal's door: arguments in, text and an exit code out.

Rule: nothing is decided here, and nobody sees a traceback for a mistake of their own. Exit codes: 0 done;
1 the answer is no (no routine, an unknown exercise, problems found); 2 wrong use, or nowhere to write.
The terminal speaks English only for now, so its help texts stand here and not among the words.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from attrs import evolve

from ..errors import CatalogueError, HipkitError, PluginError, RequestError, UnknownExercise
from ..rendering.text import harmless, in_ascii
from .arguments import arguments, as_option
from .commands import Answer

__all__ = ["main"]

_DONE, _NO, _WRONG_USE, _INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command as the terminal gives it, and return its exit code."""
    if sys.stdout is None or sys.stderr is None:  # as under pythonw, or with the stream closed
        return _WRONG_USE
    try:
        try:
            parsed = arguments(sys.argv[1:] if argv is None else argv)
            answer: Answer = parsed.run(parsed)
        except SystemExit as stop:  # argparse has said all there is to say
            sys.stdout.flush()
            return stop.code if isinstance(stop.code, int) else _WRONG_USE
        except HipkitError as error:
            _write(Answer(_said(error)), sys.stderr)
            return _WRONG_USE if _is_wrong_use(error) else _NO
        _write(answer, sys.stdout)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        return _nowhere_to_write(error)
    return answer.status


def _is_wrong_use(error: HipkitError) -> bool:
    return isinstance(error, RequestError)


def _said(error: HipkitError) -> str:
    if isinstance(error, RequestError):
        error = RequestError(evolve(each, path=as_option(each.path)) for each in error.problems)
    if isinstance(error, (RequestError, CatalogueError, PluginError)):
        return "\n".join(f"hipkit: {problem}" for problem in error.problems)
    return f"hipkit: {error}" if isinstance(error, UnknownExercise) else str(error)


def _write(answer: Answer, stream: TextIO) -> None:
    """Write *answer* with only such characters as *stream* can show, and none that steers a terminal."""
    if answer.is_json:
        fits = str.isprintable if _can_show(answer.text, stream) else _is_plain
        shown = "".join(
            char if char == "\n" or fits(char) else _escape(char) for char in answer.text
        )
    else:
        shown = "\n".join(harmless(line) for line in answer.text.split("\n"))
        if answer.is_html and not _is_unicode(stream):  # the page says that it is
            shown = _in_references(shown)
        elif not _can_show(shown, stream):  # a look-alike of a mark must not become one
            shown = _in_references(shown) if answer.is_markdown else in_ascii(shown)
    print(shown, file=stream, flush=True)


def _in_references(text: str) -> str:
    """Return *text* in ASCII, other characters by number as Markdown and HTML read them."""
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _is_unicode(stream: TextIO) -> bool:
    return codecs.lookup(stream.encoding or "utf-8").name == "utf-8"


def _can_show(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_plain(char: str) -> bool:
    return char.isascii() and char.isprintable()


def _escape(char: str) -> str:
    """Return *char* as a JSON string writes it in ASCII."""
    pair = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pair[at : at + 2].hex()}" for at in range(0, len(pair), 2))


def _nowhere_to_write(error: OSError) -> int:
    """Return the code for output that could not be written; a reader who left early is no error."""
    left = isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL  # Windows says EINVAL
    with suppress(OSError, ValueError):  # no second error when the interpreter flushes at exit
        stdout = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout)  # pragma: no cover  # in subprocesses
    if not left:
        sys.stderr.write(f"hipkit: cannot write: {error.strerror}\n")
    return _DONE if left else _WRONG_USE
