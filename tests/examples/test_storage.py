"""The example that keeps routines in SQLite runs, and what it says is so."""

from __future__ import annotations

import runpy
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import hipkit

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "storage_in_sqlite.py"
OUTPUT = """\
at most 10 minutes: True
loaded whole, equal: True
restored, equal: True
cautions stored: False
notices kept: True
new next time: """


@pytest.fixture
def example() -> dict[str, Any]:
    """Return the functions of the example by name."""
    return runpy.run_path(str(EXAMPLE))


def test_it_runs_and_keeps_its_database(tmp_path: Path) -> None:
    """As somebody at a terminal would run it, twice over the same file."""
    said: list[str] = []
    for _ in range(2):
        command = [sys.executable, str(EXAMPLE), str(tmp_path / "routines.db")]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        assert run.stderr == ""
        said.append(run.stdout)
    assert said[0].startswith(OUTPUT)
    assert int(said[0].removeprefix(OUTPUT)) > 0
    assert said[1].startswith("at most 10 minutes: False")  # the first run's is there too
    with sqlite3.connect(tmp_path / "routines.db") as store:
        assert store.execute("SELECT count(*) FROM routine").fetchone() == (4,)
    store.close()


def test_a_routine_comes_back_from_the_database(example: dict[str, Any]) -> None:
    """Whole and compact, it is the routine that was stored."""
    store: sqlite3.Connection = example["open_store"]()
    routine = hipkit.build_routine(15, goal="mobility")
    whole, compact = (example[name](store, "ada", routine) for name in ("keep", "keep_compact"))
    assert example["load"](store, whole) == routine
    assert example["load_compact"](store, compact) == routine


def test_no_caution_is_in_the_database(example: dict[str, Any]) -> None:
    """What is stored says that they were withheld."""
    store: sqlite3.Connection = example["open_store"]()
    routine = hipkit.build_routine(15, cautions=["knee-pain"])
    ids = [example[name](store, "ada", routine) for name in ("keep", "keep_compact")]
    assert example["load"](store, ids[0]).cautions_withheld
    assert example["load_compact"](store, ids[1]).cautions_withheld
    query = "SELECT json_extract(document, '$.routine.request.cautions') FROM routine"
    assert store.execute(query).fetchall() == [("[]",)]


def test_the_database_answers_questions(example: dict[str, Any]) -> None:
    """By minutes, and which exercises somebody did lately."""
    store: sqlite3.Connection = example["open_store"]()
    routines = [hipkit.build_routine(minutes) for minutes in (10, 20, 15)]
    for routine in routines:
        example["keep"](store, "ada", routine)
        example["keep_compact"](store, "ada", routine)
    assert example["short_routines"](store, 15) == [1, 3]
    last = sorted(slot.exercise.id for slot in routines[-1].slots)
    assert example["recent_exercises"](store, "ada", 1) == last
    assert example["recent_exercises"](store, "nobody") == []
