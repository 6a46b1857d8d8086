"""Record anew what CP-SAT answers to the drawn requests, and print where hipkit differs.

`python -m benchmarks.record` rewrites `benchmarks/requests.json`: after a change of data, of safety rules
or of a default policy. It needs OR-tools (`pip install 'hipkit[oracle]'`) and takes about a minute.
Exits with the number of differences, 99 at most.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import hipkit
from hipkit.catalogue import load_safety

from . import oracle
from .records import FILE, Answer, Recorded, draw, mismatches, write
from .statement import state


def oracle_answer(
    words: dict[str, Any],
    catalogue: hipkit.Catalogue | None = None,
    policy: hipkit.Policy | None = None,
) -> Answer:
    """Return what CP-SAT answers to the problem as `benchmarks.statement` states it."""
    request = hipkit.Request.from_words(words)
    exercises = hipkit.load_catalogue() if catalogue is None else catalogue
    used = hipkit.default_policy(request.goal) if policy is None else policy
    stated = state(exercises, request, used, load_safety())
    if stated.task is None:
        return None
    verdict = oracle.solve(stated.task, stated.validity)
    if not verdict.proved:
        raise TimeoutError(f"CP-SAT ran out of patience at {words}")
    return verdict.answer


def main() -> int:
    """Draw, solve, write, compare, and say what differs."""
    began = time.perf_counter()
    recorded = [Recorded(words, oracle_answer(words)) for words in draw()]
    write(recorded)
    refused = sum(each.answer is None for each in recorded)
    taken = time.perf_counter() - began
    print(f"{len(recorded)} requests in {taken:.0f} s, {refused} without a routine: {FILE.name}")
    told = mismatches(recorded)
    print(*told, f"{len(told)} differences from hipkit", sep="\n")
    return min(99, len(told))


if __name__ == "__main__":
    sys.exit(main())
