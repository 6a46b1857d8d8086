"""Same call, same bytes: whatever the hash seed of the interpreter."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
import hashlib, hipkit
total = hashlib.sha256()
for minutes in (10, 20, 45):
    for goal in hipkit.Goal:
        for level in hipkit.Level:
            for words in ({}, {"cautions": ["knee-pain", "no-rolling"], "focus": ["glutes"], "seed": 3},
                          {"equipment": [str(each) for each in hipkit.Equipment]}):
                routine = hipkit.build_routine(minutes, goal=goal, level=level, **words)
                total.update(hipkit.dumps(routine, include_cautions=True).encode())
                total.update(str(routine).encode())
print(total.hexdigest())
"""


def test_three_processes_with_different_hash_seeds_give_the_same_bytes() -> None:
    """Reproducible: 108 routines, stored and printed, are equal under three hash seeds."""
    seen = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(seen) == 1
