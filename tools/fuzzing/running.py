"""Running cases under limits, in forked children, and telling which case broke one.

Time is the processor time of one case; a case that does not come to an end is stopped by an alarm.
The making of a case counts too, so it is kept small.
Memory is how much the high-water mark of a child that runs a batch of cases rises over what it began
with; a batch that rises too far is run again in halves, a child for each, to find which case it was.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from random import Random
from typing import Any, NamedTuple

from .asking import Target

MOST_SECONDS = 1.0
MOST_KIBIBYTES = 64 * 1024
"""What one case may take."""

BATCH = 500
_PATIENCE = 60
"""Wall seconds after which a case counts as one that never ends."""

_UNIT = 1 if sys.platform != "darwin" else 1024
"""Linux counts the high-water mark in KiB, macOS in bytes."""


class Fault(NamedTuple):
    """A case that broke a limit, or raised what is no error of hipkit's."""

    number: int
    what: str
    told: str


class Seen(NamedTuple):
    """What a batch of cases said: how many, the slowest (ms), the most memory (KiB), and the faults."""

    cases: int
    slowest: float
    memory: int
    faults: tuple[Fault, ...]


class _NeverEndsError(BaseException):
    """A case was stopped."""


def _stop(*_: object) -> None:
    raise _NeverEndsError


def case(target: Target, seed: int, number: int) -> Any:
    """Return the case of that *number*: the same for the same target and *seed*, whatever ran before."""
    return target.make(Random(f"{target.name} {seed} {number}"))


def outcome(target: Target, made: Any, number: int) -> tuple[float, Fault | None]:
    """Run one case; return its milliseconds, and its fault if it has one."""
    began = time.process_time()
    signal.alarm(_PATIENCE)
    try:
        target.run(made)
    except _NeverEndsError:
        return 1_000.0 * _PATIENCE, Fault(number, "never ends", "")
    except Exception as error:  # that is what is looked for
        told = "".join(traceback.format_exception(error)[-4:])
        return 0.0, Fault(number, f"{type(error).__name__}: {str(error)[:200]!a}", told)
    finally:
        signal.alarm(0)
    return 1_000 * (time.process_time() - began), None


def _high_water() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _UNIT


def batch(target: Target, seed: int, numbers: range) -> Seen:
    """Run the cases of those *numbers* here and now."""
    signal.signal(signal.SIGALRM, _stop)
    gc.collect()
    before = _high_water()
    slowest = 0.0
    faults: list[Fault] = []
    for number in numbers:
        took, fault = outcome(target, case(target, seed, number), number)
        if took > 1_000 * MOST_SECONDS and fault is None:  # once more, in case the machine was busy
            took, fault = outcome(target, case(target, seed, number), number)
            if took > 1_000 * MOST_SECONDS:
                fault = Fault(number, f"took {took:.0f} ms", "")
        slowest = max(slowest, took)
        faults += [fault] if fault else []
    return Seen(len(numbers), slowest, _high_water() - before, tuple(faults))


def _in_child(run: Callable[[], Seen]) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def tell() -> None:
        there.send(run())

    child = context.Process(target=tell)
    child.start()
    there.close()
    return child, here


def _told(child: Any, here: Connection, numbers: range) -> Seen:
    try:
        seen: Seen = here.recv()
    except EOFError:
        fault = Fault(numbers.start, f"the interpreter died in {numbers}", "")
        seen = Seen(len(numbers), 0.0, 0, (fault,))
    child.join()
    return seen


def batches(target: Target, seed: int, numbers: range, processes: int) -> Iterator[Seen]:
    """Yield what each batch of *numbers* said, in order, *processes* of them at a time."""
    parts = [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]
    running: list[tuple[range, Any, Connection]] = []
    while parts or running:
        while parts and len(running) < processes:
            part = parts.pop(0)
            running.append((part, *_in_child(lambda part=part: batch(target, seed, part))))  # type: ignore[misc]
        part, child, here = running.pop(0)
        yield _without_excess(target, seed, part, _told(child, here, part))


def _without_excess(target: Target, seed: int, numbers: range, seen: Seen) -> Seen:
    """Return *seen* with the memory of its worst case, where the whole batch took too much."""
    if seen.memory <= MOST_KIBIBYTES:
        return seen
    worst, faults = 0, list(seen.faults)
    waiting = [numbers]
    while waiting:
        part = waiting.pop()
        memory = _told(*_in_child(lambda part=part: batch(target, seed, part)), part).memory  # type: ignore[misc]
        if memory > MOST_KIBIBYTES and len(part) > 1:
            waiting += [part[len(part) // 2 :], part[: len(part) // 2]]
            continue
        worst = max(worst, memory)
        if memory > MOST_KIBIBYTES:
            faults.append(Fault(part.start, f"took {memory} KiB", ""))
    return seen._replace(memory=worst, faults=tuple(faults))
