"""Measure hipkit side by side with what it is compared to, in one run.

`python -m benchmarks` prints one table; `--quick` measures once or twice, so that the code cannot rot;
`--json FILE` also writes the figures, `--keep` puts them into the docs. Times vary between machines: quote the ratios.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import choosing, cold, degenerate, growth, many, page
from .timing import Row


def tables(*, quick: bool) -> dict[str, list[Row]]:
    """Return every table, by its title."""
    repeats = 1 if quick else 7
    return {
        "Start": cold.rows(3 if quick else 9),
        "Choice": choosing.rows(repeats, quick=quick),
        "Growth": growth.rows(1 if quick else 3, quick=quick),
        "Degenerate": degenerate.rows(2 if quick else 60),
        "Memory": growth.memory(1_000 if quick else 10_000),
        "Many": many.rows(1 if quick else 3, quick=quick),
    }


def as_text(row: Row) -> str:
    """Return one line of a table."""
    return f"{row.what:56} {row.value:11,.2f} {row.unit:3} {row.beside}".rstrip()


def main() -> None:
    """Measure, print the tables, and write the figures when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", metavar="FILE", type=Path)
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    made = tables(quick=asked.quick)
    print(page.setting())
    for title, rows in made.items():
        print(f"\n{title}", *map(as_text, rows), sep="\n")
    if asked.json:
        figures = {title: [row._asdict() for row in rows] for title, rows in made.items()}
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if asked.keep:
        page.keep(made)


if __name__ == "__main__":
    main()
