"""Same call, same bytes: whatever the hash seed of the interpreter, and as they were kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import attrs
import same_bytes

import hipkit

KEPT = json.loads(same_bytes.FILE.read_text(encoding="utf-8"))

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


def test_the_recorded_requests_are_answered_as_they_were() -> None:
    """200 requests; what differs is a change to look at: python tools/same_bytes.py, then --write."""
    assert list(same_bytes.differences(KEPT, same_bytes.answered(KEPT))) == []


def test_what_differs_is_told_request_by_request() -> None:
    """Another answer, another total and another version are each named."""
    few = {**KEPT, "requests": KEPT["requests"][:3]}
    now = same_bytes.answered(few)
    assert not any("request" in each for each in same_bytes.differences(few, now))
    other = {**now, "hipkit": "0.0.9", "requests": [*now["requests"][:2], {"answer": "0"}]}
    told = list(same_bytes.differences(other, now))
    assert told[0].startswith("kept by hipkit 0.0.9")
    assert told[1].startswith("request 3 is answered otherwise: {")
    assert len(told) == 2


def test_the_recorded_requests_go_over_every_field() -> None:
    """Every argument of a request occurs, and the file is as the tool writes it."""
    asked = {name for record in KEPT["requests"] for name in record["request"]}
    assert asked == {each.name for each in attrs.fields(hipkit.Request)}
    assert len(KEPT["requests"]) == 200
    assert same_bytes.FILE.read_text(encoding="utf-8") == same_bytes.written(KEPT)
