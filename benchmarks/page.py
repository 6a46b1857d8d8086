"""The page of the docs that shows the last tables: `docs/explanation/measured.md`."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import hipkit
from hipkit.pantry import data_version

from .timing import Row

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "measured.md"
BEGIN, END = "<!-- tables: written by `python -m benchmarks --keep` -->\n", "<!-- end of tables -->"


def setting() -> str:
    """Return one line about what was measured, and on what."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{platform.system()}, {platform.machine()}, {os.cpu_count()} processors"
    exercises = len(hipkit.load_catalogue())
    version = f"hipkit {hipkit.__version__}, data {data_version()}, {exercises} exercises"
    return f"{version}; {python}; {machine}"


def number(row: Row) -> str:
    """Return a value with as many digits as it can bear, and its unit."""
    digits = 0 if row.value >= 100 else 1 if row.value >= 10 else 2
    return f"{row.value:,.{digits}f} {row.unit.replace('x', '×')}"


def as_markdown(tables: dict[str, list[Row]]) -> str:
    """Return the tables as Markdown."""
    parts = [f"{setting()}.\n"]
    for title, rows in tables.items():
        lines = [
            f"| {row.what.strip()} | {number(row)} | {row.beside.replace(' x ', ' × ')} |"
            for row in rows
        ]
        parts.append(
            "\n".join(
                [f"### {title}\n", "| what | value | beside |", "| --- | ---: | --- |", *lines, ""]
            )
        )
    return "\n".join(parts)


def keep(tables: dict[str, list[Row]]) -> None:
    """Put the tables into the page, in the place of those before."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{as_markdown(tables)}\n{END}{after}", encoding="utf-8")
