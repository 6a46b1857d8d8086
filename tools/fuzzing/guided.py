"""Letting atheris look for inputs that reach new code: a way to find targets' seeds, not a measurement.

The bytes that it makes are the choices of a case: the same bytes make the same case.
"""

from __future__ import annotations

import sys
from random import Random

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


def guide(target: Target, seconds: int) -> int:
    """Let atheris try *target* for so many *seconds*; it ends the process itself, at the first fault too."""
    import atheris

    def one(data: bytes) -> None:
        run_bytes(target, data)

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20"], one)
    atheris.Fuzz()
    return 0
