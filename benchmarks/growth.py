"""How time grows with the catalogue, and what it costs in memory."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from functools import partial

import hipkit
from hipkit.catalogue import _packaged as packaged

from .adapter import pose
from .catalogues import realistic
from .timing import Row, at, timed

SIZES = (50, 160, 300, 1_000, 3_000, 10_000)
KITS: tuple[tuple[hipkit.Equipment, ...], ...] = ((), tuple(hipkit.Equipment))


def requests(*, quick: bool) -> list[hipkit.Request]:
    """Return the requests that growth is measured with: the level changes faster than the kit."""
    levels = (hipkit.Level.INTERMEDIATE,) if quick else tuple(hipkit.Level)
    return [hipkit.Request(30, level=level, equipment=kit) for kit in KITS for level in levels]


def _of_size(
    size: int, asked: list[hipkit.Request], repeats: int
) -> tuple[float, float, float, float]:
    """Return digest, first call, later call and choice in milliseconds at one size."""
    fresh = hipkit.Catalogue(realistic(size).exercises)  # has nothing prepared, and no digest
    digest = timed(lambda: fresh.digest)
    first = timed(lambda: hipkit.build_routine(asked[0], catalogue=fresh))
    for each in asked[1 : len(asked) // len(KITS)]:  # now what every level needs is prepared
        hipkit.build_routine(each, catalogue=fresh)
    calls = [partial(hipkit.build_routine, each, catalogue=fresh) for each in asked]
    later = [timed(call) for _ in range(repeats) for call in calls]
    choices = [pose(each, fresh).answer for each in asked]
    choice = [timed(answer) for _ in range(repeats) for answer in choices]
    return digest, first, at(later, 0.5), at(choice, 0.5)


def rows(repeats: int, *, quick: bool) -> list[Row]:
    """Return the rows about growth: strength, three levels, without and with all kit."""
    made: list[Row] = []
    asked = requests(quick=quick)
    later: dict[int, float] = {}
    choice: dict[int, float] = {}
    for size in SIZES:
        digest, first, later[size], choice[size] = _of_size(size, asked, repeats)
        made += [
            Row(f"{size:,} exercises: digest", digest, "ms", "once for each catalogue"),
            Row(f"{size:,} exercises: first call", first, "ms", "what it prepares included"),
            Row(f"{size:,} exercises: later call, median", later[size], "ms", "with explanation"),
            Row(f"{size:,} exercises: choice alone, median", choice[size], "ms"),
        ]
    return [
        *made,
        Row("1,000 to 10,000 exercises: later call", later[10_000] / later[1_000], "x"),
        Row("1,000 to 10,000 exercises: choice alone", choice[10_000] / choice[1_000], "x"),
    ]


def _held(call: Callable[[], object]) -> float:
    """Return the kilobytes that what *call* returns, and what it caches, hold."""
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    kept = call()
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] - before
    del kept
    return held / 1e3


def memory(size: int) -> list[Row]:
    """Return the rows about memory, as tracemalloc counts it."""
    request = hipkit.Request(20, equipment=KITS[1])
    hipkit.build_routine(request)
    load: Callable[[], object] = packaged.__wrapped__  # past the cache
    make: Callable[[int], hipkit.Catalogue] = realistic.__wrapped__
    tracemalloc.start()
    try:
        loaded = _held(load)
        routine = _held(lambda: hipkit.build_routine(request))
        large: list[hipkit.Catalogue] = []
        made = _held(lambda: large.append(make(size)))
        prepared = _held(lambda: hipkit.build_routine(request, catalogue=large[0]))
    finally:
        tracemalloc.stop()
    return [
        Row("the packaged catalogue, loaded", loaded, "kB", "tracemalloc, texts included"),
        Row("one routine of 20 minutes", routine, "kB", "its exercises are the catalogue's"),
        Row(f"{size:,} made-up exercises", made, "kB", "their texts are the packaged ones"),
        Row(f"{size:,} exercises: kept by the first call", prepared, "kB", "with its routine"),
    ]
