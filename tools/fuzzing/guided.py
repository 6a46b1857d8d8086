"""Letting atheris look for inputs that reach new code: a way to find targets' seeds, not a measurement.

The bytes that it makes are the choices of a case: the same bytes make the same case.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # atheris watches what is imported later
    from .asking import Target


class Chosen(Random):
    """A source of choices that are read from bytes; after the last one every choice is the first."""

    def __init__(self, data: bytes) -> None:
        """Begin with the first of *data*."""
        super().__init__(0)
        self._data = data
        self._at = 0

    def getrandbits(self, k: int, /) -> int:
        """Return the next *k* bits."""
        size = (k + 7) // 8
        piece = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(piece, "big") & ((1 << k) - 1)

    def random(self) -> float:
        """Return a number from 0 to 1, from the next two bytes."""
        return self.getrandbits(16) / 65_536


def run_bytes(target: Target, data: bytes) -> None:
    """Run the case of *target* whose choices are *data*."""
    target.run(target.make(Chosen(data)))


def guide(name: str, seconds: int) -> int:
    """Let atheris try the target called *name* for so many *seconds*; return the code it ends with.

    It runs in a process of its own, because hipkit is imported there under its eyes.
    """
    tools = str(Path(__file__).parent.parent)
    command = (sys.executable, "-m", "fuzzing.guided", name, str(seconds))
    paths = os.pathsep.join((tools, *filter(None, sys.path)))
    return subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": paths}).returncode


def _watched(name: str, seconds: int) -> None:
    atheris = import_module("atheris")  # has no types, and is an extra
    with atheris.instrument_imports(include=["hipkit"]):
        targets = import_module("fuzzing.targets")
    target = next(each for each in targets.TARGETS if each.name == name)

    def one(data: bytes) -> None:
        run_bytes(target, data)

    options = (f"-max_total_time={seconds}", "-max_len=4096", "-timeout=60")
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()  # it ends the process itself, also at the first fault


if __name__ == "__main__":
    _watched(sys.argv[1], int(sys.argv[2]))
