"""Taking times, and the rows of the table."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

import hipkit

KITS: tuple[tuple[hipkit.EquipmentWord, ...], ...] = (
    (),
    ("mini-band",),
    ("mini-band", "chair", "step"),
    ("dumbbell", "bench", "foam-roller"),
)
MINUTES = (10, 20, 30, 45)


class Row(NamedTuple):
    """One line of the table: what was measured, its value and unit, and what it is beside."""

    what: str
    value: float
    unit: str
    beside: str = ""


def requests() -> list[hipkit.Request]:
    """Return the requests that are timed: every goal, level and a few kits and lengths."""
    return [
        hipkit.Request(minutes, goal=goal, level=level, equipment=kit)
        for minutes in MINUTES
        for goal in hipkit.Goal
        for level in hipkit.Level
        for kit in KITS
    ]


def requests_of_many() -> list[hipkit.Request]:
    """Return requests for which most of a catalogue may come: strength with every kit there is."""
    return [
        hipkit.Request(minutes, goal="strength", level=level, equipment=tuple(hipkit.Equipment))
        for minutes in (5, 10, 15, 20, 25, 30, 40, 45, 50, 60)
        for level in hipkit.Level
    ]


def timed(call: Callable[[], object]) -> float:
    """Return the milliseconds that one call takes."""
    start = time.perf_counter()
    call()
    return 1e3 * (time.perf_counter() - start)


def at(times: Iterable[float], share: float) -> float:
    """Return the value below which *share* of *times* lie."""
    ordered = sorted(times)
    return ordered[int(share * (len(ordered) - 1))]


def in_process(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run *code* in a fresh interpreter that may write byte code, as an installed package has it."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, check=True, env=environment, capture_output=True, text=True)


def process(code: str, repeats: int) -> float:
    """Return the median milliseconds of a fresh interpreter that runs *code*."""
    in_process(code)  # the first run writes the byte code
    return statistics.median(timed(lambda: in_process(code)) for _ in range(repeats))
