"""Mending the outputs of examples: what `>>>` lines show today takes the place of what they showed.

pytest compares the same outputs. This only spares retyping them after a change of data; read the
difference before you commit it.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import tempfile
import traceback
from pathlib import Path
from typing import Any

_BLOCK = re.compile(
    r"(?<!<!--- skip: next -->\n\n)^```(python|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
"""A block that is run; pytest skips those under such a mark too."""

_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def mended(page: str) -> str:
    """Return *page* with every output that no longer matches replaced by the present one."""
    names: dict[str, Any] = {"__name__": "__main__"}
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return _BLOCK.sub(
                lambda block: f"```{block[1]}\n{_block(block[1], block[2], names)}```", page
            )
        finally:
            os.chdir(before)


def _block(language: str, source: str, names: dict[str, Any]) -> str:
    if language == "json":  # kept under the name that conftest.py gives it
        Path("my-exercises.json").write_text(source, encoding="utf-8")
        return source
    if ">>>" not in source:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "<docs>", "exec"), names)  # our own pages
        return source
    return "".join(
        part if isinstance(part, str) else _example(part, names)
        for part in doctest.DocTestParser().parse(source)
    )


def _example(example: doctest.Example, names: dict[str, Any]) -> str:
    first, *rest = example.source.splitlines()
    shown = "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in rest)])
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(example.source, "<docs>", "single"), names)  # our own pages
    except Exception as error:
        if example.exc_msg is None:  # the page did not mean to show an error
            raise
        said = "".join(traceback.format_exception_only(error))
        told = f"Traceback (most recent call last):\n    ...\n{said}"
        return shown + (example.want if _matches(example.exc_msg, said) else told)
    got = out.getvalue()
    if _matches(example.want, got):
        return shown + example.want
    return shown + got.replace("\n\n", "\n<BLANKLINE>\n")


def _matches(want: str, got: str) -> bool:
    return doctest.OutputChecker().check_output(want, got, _FLAGS)
