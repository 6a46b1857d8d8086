"""Run every code block of README.md and docs as a test, each document in an empty folder of its own."""

from __future__ import annotations

import json
import os
import tempfile
from doctest import ELLIPSIS
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser


class PyconParser(PythonCodeBlockParser):
    """Reads ```pycon blocks as doctests."""

    def __init__(self) -> None:
        self.doctest_parser = DocTestStringParser(DocTestEvaluator(ELLIPSIS))
        self.codeblock_parser = CodeBlockParser("pycon", lambda _: None)


def save(example: Example) -> None:
    """Keep a ```json block as the file that the pages call my-exercises.json."""
    assert json.loads(example.parsed)
    Path("my-exercises.json").write_text(example.parsed, encoding="utf-8")


def enter(namespace: dict[str, Any]) -> None:
    """Go to an empty folder, so that examples may write files."""
    namespace["_left"], namespace["_folder"] = os.getcwd(), tempfile.TemporaryDirectory()
    os.chdir(namespace["_folder"].name)


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and remove the folder."""
    os.chdir(namespace["_left"])
    namespace["_folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[PyconParser(), PythonCodeBlockParser(), CodeBlockParser("json", save)],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    setup=enter,
    teardown=leave,
).pytest()
