"""The page of every public name: what it is, in a line, and the page that says more."""

from __future__ import annotations

import inspect
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import hipkit
from hipkit import _HOME as HOME

from .parts import code, codes, page, table

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
_PAGE_OF_ROOM = {
    "asking": "hipkit",
    "catalogue": "catalogue-room",
    "translating": "rendering",
}
"""Where a room has no page of its own name."""

_OF_ALIASES = {
    "OwnRule": (
        "A function of yours from an exercise and a request: answers None, or in a line of text why the "
        "exercise may not come for that request."
    ),
}
"""Of names that have no docstring of their own at run time."""

_PAGE_OF_CODES = {"ProblemCode": "problem-codes.md", "ReasonCode": "reason-codes.md"}


def page_of(name: str) -> str:
    """Return the page of reference that tells about the public *name*; raises `ValueError` for none."""
    room = HOME[name].partition(".")[0]
    found = _PAGE_OF_ROOM.get(room, room)
    if not (REFERENCE / f"{found}.md").exists():
        raise ValueError(
            f"{name} is public and its room {room!r} has no page: write docs/reference/{room}.md, or name "
            "the page in _PAGE_OF_ROOM of tools/docs_pages/names.py"
        )
    return found


def _is_words(thing: Any) -> bool:
    return inspect.isclass(thing) and issubclass(thing, StrEnum)


def _line(name: str) -> str:
    """Return the first sentence of our own docstring, which is Markdown already."""
    said = inspect.getdoc(getattr(hipkit, name)) or ""
    if not said:
        raise ValueError(f"the public name {name} has no docstring")
    return said.partition("\n\n")[0].replace("\n", " ").replace("|", "\\|")


def _row(name: str) -> list[str]:
    target = f"{page_of(name)}.md"
    if _is_words(getattr(hipkit, name)):
        target = _PAGE_OF_CODES.get(name, f"vocabulary.md#{name.lower()}")
    return [f"[{code(name)}]({target})", _line(name)]


def names_page() -> str:
    """Return the page of every name of the front door, by sort."""
    every = {name: getattr(hipkit, name) for name in hipkit.__all__}
    verbs = [name for name, thing in every.items() if inspect.isroutine(thing)]
    words = [name for name, thing in every.items() if _is_words(thing)]
    errors = [
        name
        for name, thing in every.items()
        if inspect.isclass(thing) and issubclass(thing, Exception)
    ]
    literals = [name for name, thing in every.items() if get_args(thing)]
    nouns = [
        name
        for name, thing in every.items()
        if inspect.isclass(thing) and name not in {*words, *errors}
    ]
    shown = {*verbs, *words, *errors, *literals, *nouns}
    if left := [name for name in every if name not in shown]:
        raise ValueError(f"of no sort that tools/docs_pages/names.py knows: {left}")
    parts = [
        f"All {len(every)} names of `hipkit`, each with the page that says more.",
        "## Verbs",
        table(["name", "what it does"], map(_row, verbs)),
        "## Nouns",
        table(["name", "what it is"], map(_row, nouns)),
        "## Errors",
        table(["name", "when"], map(_row, errors)),
        "## Closed word lists",
        table(["name", "what it lists"], map(_row, words)),
        "## Words as types",
        (
            "What an argument takes besides the members of a list: these words, typed as they stand, so that an "
            "editor completes them and a type checker refuses others."
        ),
    ]
    parts += [
        f":::{{py:data}} hipkit.{name}\n{_OF_ALIASES.get(name) or _members(every[name], every)}\n:::"
        for name in literals
    ]
    return page("Every public name", *parts)


def _members(literal: Any, every: dict[str, Any]) -> str:
    """Return the words that *literal* lists, or the names of what it joins."""
    members = get_args(literal)
    if all(isinstance(each, str) for each in members):
        return codes(members)
    return codes(name for name, thing in every.items() if thing in members)
