"""Catalogues that leave a bound little to rule out: how long they take, and whether they are exact."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeAlias

import hipkit
from hipkit.composing._search import solve

from .alike import degenerate_catalogues, proportional
from .records import Answer
from .tasks import degenerate_tasks
from .timing import Row

try:
    from . import oracle
except ImportError:  # OR-tools is optional
    oracle = None  # type: ignore[assignment]

MINUTES = 20
PROPORTIONAL = "worth proportional to seconds"

Found: TypeAlias = tuple[float, Answer]
"""Milliseconds, and the answer."""


def _task(name: str) -> Callable[[], Answer]:
    """Return a call that solves a degenerate task."""
    task = degenerate_tasks()[name]

    def call() -> Answer:
        answer = solve(task)
        return None if answer is None else (answer.worth, answer.seconds)

    return call


def _catalogue(name: str) -> Callable[[], Answer]:
    """Return a call that composes a routine from a degenerate catalogue, whose digest is known."""
    if name == PROPORTIONAL:
        catalogue, policy = proportional()
    else:
        catalogue, policy = (
            degenerate_catalogues()[name],
            hipkit.default_policy(hipkit.Goal.STRENGTH),
        )
    assert catalogue.digest

    def call() -> Answer:
        routine = hipkit.build_routine(MINUTES, catalogue=catalogue, policy=policy)
        certificate = routine.explanation.certificate
        return None if certificate is None else (certificate.worth, certificate.seconds)

    return call


def _report(made: Callable[[str], Callable[[], Answer]], name: str, there: Connection) -> None:
    """Send how long the call called *name* takes, and its answer; an easy one goes before."""
    made("one family")()
    call = made(name)
    began = time.perf_counter()
    answer = call()
    there.send((1e3 * (time.perf_counter() - began), answer))


def _within(
    patience: float, made: Callable[[str], Callable[[], Answer]], name: str
) -> Found | None:
    """Return what a call found in a process of its own, or None when it was stopped."""
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=_report, args=(made, name, there))
    child.start()
    there.close()
    try:
        return here.recv() if here.poll(patience) else None
    finally:
        child.terminate()
        child.join()


def _row(what: str, found: Found | None, patience: float, name: str = "") -> Row:
    if found is None:
        return Row(what, 1e3 * patience, "ms", "stopped there")
    milliseconds, answer = found
    if not name or oracle is None:
        return Row(what, milliseconds, "ms")
    verdict = oracle.solve(degenerate_tasks()[name], patience=patience)
    if not verdict.proved:
        return Row(what, milliseconds, "ms", "CP-SAT was stopped")
    same = "the same worth and seconds" if verdict.answer == answer else "ANOTHER answer"
    return Row(what, milliseconds, "ms", f"CP-SAT {1e3 * verdict.solving:.0f} ms, {same}")


def rows(patience: float) -> list[Row]:
    """Return the rows about the degenerate kinds; each is stopped after *patience* seconds."""
    made = [
        _row(f"task of 160: {name}", _within(patience, _task, name), patience, name)
        for name in degenerate_tasks()
    ]
    for name in (*degenerate_catalogues(), PROPORTIONAL):
        found = _within(patience, _catalogue, name)
        made.append(_row(f"whole call, catalogue of 160: {name}", found, patience))
    return made
