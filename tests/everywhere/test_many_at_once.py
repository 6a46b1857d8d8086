"""Threads, processes and interpreters side by side: what they build is what one alone builds."""

from __future__ import annotations

import multiprocessing
import pickle
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import hipkit

Fresh = Callable[..., str]

PROCESSES = """
import multiprocessing, pickle, sys
from concurrent.futures import ProcessPoolExecutor
import hipkit
MINUTES = [10, 20, 45]
def main(method):
    if "--loaded" in sys.argv:
        hipkit.build_routine(60)
    with ProcessPoolExecutor(2, multiprocessing.get_context(method)) as pool:
        theirs = list(pool.map(hipkit.build_routine, MINUTES))
        back = list(pool.map(hipkit.dumps, theirs))
    ours = [hipkit.build_routine(each) for each in MINUTES]
    same = theirs == ours and back == [hipkit.dumps(each) for each in ours]
    hashes = [hash(each) for each in theirs] == [hash(each) for each in ours]
    print(same, hashes, pickle.loads(pickle.dumps(ours)) == theirs)
if __name__ == "__main__":
    main(sys.argv[1])
"""


@pytest.fixture(scope="module")
def requests(kept: dict[str, Any]) -> list[dict[str, Any]]:
    """Return thirty of the recorded requests, each of them twice."""
    return [record["request"] for record in kept["requests"][::7] for _ in range(2)]


def answer(request: dict[str, Any]) -> str:
    """Return the stored answer to *request*, or why there is none."""
    try:
        return hipkit.dumps(hipkit.build_routine(**request), include_cautions=True)
    except hipkit.NoRoutine as refusal:
        return str(refusal)


def serially(requests: list[dict[str, Any]]) -> list[str]:
    """Return what one thread of one process answers."""
    return [answer(request) for request in requests]


def test_threads_build_what_one_thread_builds(requests: list[dict[str, Any]]) -> None:
    """Eight threads, equal and different requests at once."""
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, requests)) == serially(requests)


def test_the_first_calls_may_race(fresh: Fresh) -> None:
    """In a fresh process eight threads import, load and build at the same moment."""
    code = """
import sys, threading
sys.setswitchinterval(1e-5)
start, made, failed = threading.Barrier(8), [], []
def work(minutes):
    start.wait()
    try:
        import hipkit
        made.append((minutes, hipkit.dumps(hipkit.build_routine(minutes)), id(hipkit.load_catalogue())))
    except BaseException as error:
        failed.append(repr(error))
threads = [threading.Thread(target=work, args=(10 + number % 2,)) for number in range(8)]
[each.start() for each in threads]
[each.join() for each in threads]
assert not failed, failed
for minutes, text, _ in sorted(made):
    print(minutes, text)
"""
    expected = {minutes: hipkit.dumps(hipkit.build_routine(minutes)) for minutes in range(10, 12)}
    lines = fresh("-c", code).split("\n")
    assert lines == [
        f"{minutes} {expected[minutes]}" for minutes in range(10, 12) for _ in range(4)
    ]


@pytest.mark.parametrize("first", ["--loaded", "--not-loaded"])
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes_build_what_this_one_builds(
    method: str, first: str, tmp_path: Path, fresh: Fresh
) -> None:
    """Forked, from a server or fresh: equal routines, pickled there and back, catalogue loaded or not."""
    program = tmp_path / "program.py"  # on disk, because children that are not forked import it
    program.write_text(PROCESSES, encoding="utf-8")
    assert fresh("-W", "error", str(program), method, first) == "True True True"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_routine_survives_every_pickle_protocol(protocol: int) -> None:
    """What executors send between processes is equal on arrival."""
    made = hipkit.build_routine(20, cautions=["knee-pain"])
    assert pickle.loads(pickle.dumps(made, protocol)) == made


@pytest.mark.skipif(sys.version_info < (3, 14), reason="sub-interpreters came with Python 3.14")
def test_interpreters_build_what_this_one_builds(fresh: Fresh) -> None:
    """Sub-interpreters of one process, each with a hipkit of its own."""
    code = """
from concurrent.futures import InterpreterPoolExecutor
import hipkit
minutes = [10, 20, 30, 45, 10, 20]
with InterpreterPoolExecutor(2) as pool:
    theirs = list(pool.map(hipkit.build_routine, minutes))
    texts = list(pool.map(hipkit.dumps, theirs))
ours = [hipkit.build_routine(each) for each in minutes]
print(theirs == ours, texts == [hipkit.dumps(each) for each in ours])
"""
    assert fresh("-c", code) == "True True"
