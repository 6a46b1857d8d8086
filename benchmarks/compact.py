"""How much smaller the compact form is, and whether it comes back the same: `python -m benchmarks.compact`.

Over the recorded requests that have a routine. Sizes are bytes of UTF-8, as `dumps` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import hipkit

from .records import read


class Measured(NamedTuple):
    """What was measured: sizes in bytes and seconds in all, and how many came back equal."""

    routines: int
    equal: int
    whole: int
    compact: int
    percents: list[float]
    load_seconds: float
    restore_seconds: float


def measure(requests: Iterable[dict[str, Any]]) -> Measured:
    """Store the routine of each request whole and compact, and read both back."""
    equal, sizes = 0, list[tuple[int, int]]()
    load = restore = 0.0
    for words in requests:
        try:
            routine = hipkit.build_routine(**words)
        except hipkit.NoRoutine:
            continue
        whole = hipkit.dumps(routine, include_cautions=True)
        compact = hipkit.dumps(hipkit.compact(routine), include_cautions=True)
        sizes.append((len(whole.encode()), len(compact.encode())))
        start = perf_counter()
        hipkit.loads(whole, hipkit.Routine)
        between = perf_counter()
        again = hipkit.restore(hipkit.loads(compact, hipkit.CompactRoutine))
        restore += perf_counter() - between
        load += between - start
        equal += again == routine
    return Measured(
        len(sizes),
        equal,
        sum(whole for whole, _ in sizes),
        sum(compact for _, compact in sizes),
        [100 * compact / whole for whole, compact in sizes],
        load,
        restore,
    )


def main() -> None:
    """Measure all recorded requests and print what was found."""
    found = measure(each.words for each in read()[1])
    count = found.routines
    print(f"{count} routines, {found.equal} restored equal")
    print(
        f"whole {found.whole / count:,.0f} bytes, compact {found.compact / count:,.0f} on average"
    )
    print(f"compact is {100 * found.compact / found.whole:.1f} % of whole in all; one by one")
    low, high = min(found.percents), max(found.percents)
    print(f"{low:.1f} to {high:.1f} %, median {median(found.percents):.1f} %")
    print(f"loads of a whole one {1_000 * found.load_seconds / count:.1f} ms,", end=" ")
    print(f"loads and restore of a compact one {1_000 * found.restore_seconds / count:.1f} ms")


if __name__ == "__main__":
    main()
