"""Run every code block of README.md and docs as a test, each page in an empty folder of its own."""

from __future__ import annotations

import json
from contextlib import ExitStack, chdir
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser


def save(example: Example) -> None:
    """Keep a `json` block as the file that the pages call my-exercises.json."""
    assert json.loads(example.parsed)
    Path("my-exercises.json").write_text(example.parsed, encoding="utf-8")


def enter(namespace: dict[str, Any]) -> None:
    """Go to an empty folder, so that examples may write files; `lacks` is for skipping some."""
    namespace["lacks"] = lambda module: find_spec(module) is None
    stack = namespace["_stack"] = ExitStack()
    stack.enter_context(chdir(stack.enter_context(TemporaryDirectory())))


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and remove the folder."""
    namespace["_stack"].close()


pytest_collect_file = Sybil(
    [
        PythonCodeBlockParser((), ELLIPSIS | NORMALIZE_WHITESPACE),
        CodeBlockParser("json", save),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=enter,
    teardown=leave,
).pytest()
