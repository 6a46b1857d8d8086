"""Many at once: routines a second in this process, in pools of 2, and beside the plainest use of a pool.

`python -m benchmarks.many --count 100000` answers so many requests through a pool of 2 spawned processes,
then again in this process, and says rate, memory, and whether every result is equal. The requests are the
recorded ones, over and over with other seeds, so that none stands twice; some of them have no routine.
"""

from __future__ import annotations

import argparse
import multiprocessing
import pickle
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from itertools import count, islice

from attrs import evolve

import hipkit

from . import page, timing
from .records import read
from .timing import Row

WORKERS = 2


def requests(rounds: int) -> list[hipkit.Request]:
    """Return the timed requests, which all have routines, in *rounds* with other seeds."""
    asked = timing.requests()
    return [evolve(each, seed=seed) for seed in range(rounds) for each in asked]


def recorded() -> Iterator[hipkit.Request]:
    """Yield the recorded requests without end, each round with another seed."""
    asked = [hipkit.Request.from_words(each.words) for each in read()[1]]
    for seed in count():
        for each in asked:
            yield evolve(each, seed=seed or None)


def processes(method: str) -> Executor:
    """Return a pool of processes that start by *method*."""
    return ProcessPoolExecutor(WORKERS, multiprocessing.get_context(method))


def _count(results: Iterable[object]) -> int:
    return sum(1 for _ in results)


def _here(asked: list[hipkit.Request]) -> int:
    return _count(hipkit.build_routines(asked))


def _naive(asked: list[hipkit.Request]) -> int:
    with processes("spawn") as executor:
        return _count(executor.map(hipkit.build_routine, asked))


def _through(make: Callable[[], Executor], asked: list[hipkit.Request]) -> int:
    with make() as executor:
        return _count(hipkit.build_routines(asked, executor=executor))


def ways() -> dict[str, Callable[[list[hipkit.Request]], int]]:
    """Return what is compared, by name: each answers all requests and counts the results."""
    found = {"build_routines, this process": _here}
    found["executor.map(build_routine, …), 2 spawned processes"] = _naive
    for method in multiprocessing.get_all_start_methods():
        name = f"build_routines, 2 processes by {method}"
        found[name] = partial(_through, partial(processes, method))
    found["build_routines, 2 threads"] = partial(_through, partial(ThreadPoolExecutor, WORKERS))
    return found


def _travels(asked: list[hipkit.Request]) -> tuple[float, float]:
    """Return the kilobytes that a result takes back: by itself, and from `build_routines`."""
    from hipkit.asking import shipping

    terms = shipping.packed(shipping.Terms(None, None))
    chunk = tuple(asked[:64])
    answers = shipping.answer_chunk(shipping.what_is_here(), terms, pickle.dumps(chunk))
    whole = sum(len(pickle.dumps(hipkit.build_routine(each))) for each in chunk)
    return whole / len(chunk) / 1e3, len(answers) / len(chunk) / 1e3


def rows(repeats: int, *, quick: bool) -> list[Row]:
    """Return routines a second of every way, turn by turn, starting the pool included."""
    asked = requests(1)[::3] if quick else requests(10)
    rates: dict[str, list[float]] = {name: [] for name in ways()}
    busy: dict[str, list[float]] = {name: [] for name in ways()}
    for _ in range(repeats):
        for name, way in ways().items():
            began = time.process_time()
            rates[name].append(1e3 * len(asked) / timing.timed(partial(way, asked)))
            busy[name].append(1e3 * (time.process_time() - began) / len(asked))
    rate = {name: statistics.median(each) for name, each in rates.items()}
    first = next(iter(rate.values()))
    whole, small = _travels(asked)
    return [
        *(
            Row(
                name,
                each,
                "/s",
                f"{each / first:.2f} x this process; the caller is busy "
                f"{statistics.median(busy[name]):.2f} ms a result",
            )
            for name, each in rate.items()
        ),
        Row("a routine's way back by itself", whole, "kB", "as pickle makes it"),
        Row("a routine's way back in a chunk of 64", small, "kB", f"{small / whole:.2f} x that"),
    ]


def _peak(who: int) -> float:
    """Return the most memory in megabytes that this process, or the largest child, ever held."""
    unit = 1 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(who).ru_maxrss * unit / 1e6


class Run:
    """One run over many requests: seconds, what came out, and one hash over all of it in order."""

    def __init__(self, asked: Iterable[hipkit.Request], executor: Executor | None) -> None:
        """Answer *asked* and keep nothing but counts, and what the peak was after a tenth."""
        self.kinds: Counter[str] = Counter()
        self.hash = 0
        self.peaks: list[float] = []
        start, busy = time.perf_counter(), time.process_time()
        for result in hipkit.build_routines(asked, executor=executor, progress=self._note):
            self.kinds[type(result).__name__] += 1
            self.hash = hash((self.hash, result))
        self.seconds, self.busy = time.perf_counter() - start, time.process_time() - busy

    def _note(self, _: int) -> None:
        self.peaks.append(_peak(resource.RUSAGE_SELF))


def at_length(total: int, method: str) -> tuple[list[Row], bool]:
    """Return the rows about *total* requests, and whether both ways gave the same."""
    hipkit.build_routine()
    before = _peak(resource.RUSAGE_SELF)
    with processes(method) as executor:
        pooled = Run(islice(recorded(), total), executor)
    tenth, end = pooled.peaks[len(pooled.peaks) // 10], pooled.peaks[-1]
    children = _peak(resource.RUSAGE_CHILDREN)
    serial = Run(islice(recorded(), total), None)
    same = (pooled.hash, pooled.kinds) == (serial.hash, serial.kinds)
    ratio = serial.seconds / pooled.seconds
    made = ", ".join(f"{each:,} {name}" for name, each in pooled.kinds.most_common())
    return [
        Row("results", total, "", made),
        Row(f"2 processes by {method}", total / pooled.seconds, "/s", f"{ratio:.2f} x serial"),
        Row("this process", total / serial.seconds, "/s", "serial"),
        Row(
            "busy in the caller for a result", 1e3 * pooled.busy / total, "ms", "its hash included"
        ),
        Row("busy in this process for a result", 1e3 * serial.busy / total, "ms", "serial"),
        Row("peak of the caller before", before, "MB", "hipkit loaded, one routine made"),
        Row("peak of the caller after a tenth", tenth, "MB"),
        Row("peak of the caller at the end", end, "MB"),
        Row("peak of the larger worker", children, "MB"),
        Row("hash over all results", int(same), "", "equal" if same else "DIFFERENT"),
    ], same


def main() -> int:
    """Run as long as asked, print the rows, and fail when results differ."""
    from .__main__ import as_text

    parser = argparse.ArgumentParser(prog="python -m benchmarks.many", description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--method", default="spawn", choices=("spawn", "forkserver", "fork"))
    asked = parser.parse_args()
    made, same = at_length(asked.count, asked.method)
    print(page.setting(), *map(as_text, made), sep="\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
