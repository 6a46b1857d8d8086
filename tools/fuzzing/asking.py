"""How cases are made and run: a target, its arguments, and what is looked at in the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from random import Random
from typing import Any, NamedTuple

import attrs

import hipkit
from hipkit.cli import main

from .judging import error_is_whole, noun_is_whole, text_is_harmless
from .values import Maker, anything, text

Look = Callable[[Any, Mapping[str, Any]], None]


class Target(NamedTuple):
    """Something public that is tried: its *name*, what it *covers*, how a case is made and run.

    *share* is how many of a million cases it gets, beside the others' shares.
    """

    name: str
    covers: tuple[str, ...]
    make: Maker
    run: Callable[[Any], object]
    share: int = 10


def answered(run: Callable[[], Any]) -> Any:
    """Return what *run* answers, or the error of hipkit that it raises, which must be a whole one."""
    try:
        return run()
    except hipkit.HipkitError as error:
        error_is_whole(error)
        return error


def nothing_more(_: Any, __: Mapping[str, Any]) -> None:
    """Look at no more than whether there is an answer."""


def whole(answer: Any, _: Mapping[str, Any]) -> None:
    """Look at every noun in an answer."""
    for noun in answer if isinstance(answer, tuple) else (answer,):
        if attrs.has(type(noun)):
            noun_is_whole(noun)
            text_is_harmless(str(noun)) if isinstance(noun, hipkit.Routine) else str(noun)


class Given(NamedTuple):
    """Arguments that were made for a function, by name, and those without a name."""

    named: dict[str, Any]
    rest: tuple[Any, ...] = ()


def called(
    covers: str,
    function: Callable[..., Any] | Maker,
    needed: Mapping[str, Maker],
    offered: Mapping[str, Maker] | None = None,
    *,
    look: Look = nothing_more,
    first: Maker | None = None,
    rest: Maker | None = None,
    share: int = 10,
) -> Target:
    """Return the target of *function*, called with what is *needed* and now and then what is *offered*.

    Each argument is what it should be, or in one case of three anything at all. *first* makes
    an argument without a name, *rest* each of several.
    """

    def make(chance: Random) -> Given:
        some = {name: make for name, make in (offered or {}).items() if chance.random() < 0.35}
        named = {name: _made(chance, maker) for name, maker in {**needed, **some}.items()}
        makers = [first] if first is not None else []
        makers += [rest] * chance.randrange(4) if rest is not None else []
        return Given(named, tuple(_made(chance, maker) for maker in makers))

    def run(given: Given) -> object:
        answer = answered(lambda: function(*given.rest, **given.named))
        if not isinstance(answer, hipkit.HipkitError):
            look(answer, given.named)
        return answer

    return Target(covers, (covers,), make, run, share)


def _made(chance: Random, maker: Maker) -> Any:
    return anything(chance) if chance.random() < 0.3 else maker(chance)


def terminal(words: list[str]) -> None:
    """Run the command line with *words*, and look at its code and at all that it writes."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in "oe")
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    assert code in (0, 1, 2), f"exit code {code}"
    for stream in (out, err):
        stream.flush()
        said = stream.buffer.getvalue().decode()
        text_is_harmless(said.replace("\u00a0", " "))
        assert "Traceback" not in said, "a traceback"


def words_for_terminal(chance: Random) -> list[str]:
    """Return words that somebody might type, or might not."""
    known = ("routine", "list", "show", "check", "--help", "--version")
    flags = (
        *("--minutes", "--goal", "--level", "--equipment", "--focus", "--caution", "--positions"),
        *(
            "--include",
            "--exclude",
            "--recent",
            "--seed",
            "--why",
            "--stops",
            "--json",
            "--markdown",
        ),
        *("--catalogue", "--group", "--muscle", "-h", "--", "-x", "--minutes=5", "@x", "--goal="),
    )
    values = (
        *("10", "-1", "9" * 5_000, "strength", "mobility", "advanced", "mini-band,chair", "glutes"),
        *(
            "knee-pain",
            "clamshell",
            "side-plank",
            "standing",
            ",",
            "/dev/null",
            "/dev/zero",
            "/",
            ".",
        ),
    )
    words = [chance.choice(known)] if chance.random() < 0.8 else []
    for _ in range(chance.randrange(5)):
        words.append(chance.choice(flags))
        words.append(chance.choice(values) if chance.random() < 0.6 else text(chance))
    return words if chance.random() < 0.9 else [*words, text(chance)]
