"""Many at once: the same results in the same order, whatever carries the requests."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from itertools import count, islice
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    HipkitError,
    NoRoutine,
    ProblemCode,
    Request,
    RequestError,
    Routine,
    SeekAdvice,
    UnknownExercise,
    build_routines,
)
from hipkit.asking import many, shipping
from hipkit.testing import requests, sample_catalogue

ASK: Any = build_routines
OWN = sample_catalogue()
"""A catalogue of one's own: eight exercises, so that refusals are quick."""

MIXED: list[Any] = [
    Request(20),
    {"minutes": 10, "goal": "mobility"},
    {"minutes": 3, "goal": "power"},
    None,
    Request(20, include=["no-such-thing"]),
    {"goal": "activation", "cautions": ["groin-pain"]},
    Request(30, cautions=["knee-pain"], level="intermediate"),
    {"positions": ["walking"], "exclude": list(OWN.ids)},
    Request(20, seed=7),
    Request(5, goal="recovery"),
]
KINDS = [
    *(Routine, Routine, RequestError, RequestError, UnknownExercise),
    *(SeekAdvice, Routine, NoRoutine, Routine, Routine),
]


class Patient(Executor):
    """Does what it is given when its result is asked for, and no sooner."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a future that does it late."""

        class Late(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                if not self.done():
                    self.set_result(fn(*args, **kwargs))
                return super().result(timeout)

        self.futures.append(Late())
        return self.futures[-1]


class Quick(Executor):
    """Does what it is given at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a future that is done."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Counted:
    """Endless requests, and how many of them were read."""

    def __init__(self) -> None:
        """Begin before the first."""
        self.read = 0

    def __iter__(self) -> Iterator[Request]:
        for seed in count():
            self.read += 1
            yield Request(10, seed=seed)


def serial(asked: list[Any] = MIXED, **options: Any) -> list[Routine | HipkitError]:
    """Return what comes out in this process."""
    return list(build_routines(asked, **{"catalogue": OWN, **options}))


def processes(method: str, workers: int = 2) -> ProcessPoolExecutor:
    """Return a pool of processes that start by *method*, or skip the test."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this machine cannot start processes by {method}")
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method))


def alike(results: list[Routine | HipkitError], others: list[Routine | HipkitError]) -> bool:
    """Return whether results are equal, also in what `==` does not look at."""
    texts = [
        [hipkit.dumps(each) if isinstance(each, Routine) else repr(each) for each in side]
        for side in (results, others)
    ]
    return results == others and texts[0] == texts[1]


def test_results_come_in_the_order_of_the_requests_with_failures_in_their_places() -> None:
    """A failure is a value beside the others, and the run goes on."""
    results = serial()
    assert [type(each) for each in results] == KINDS
    assert [each.request.minutes for each in results if isinstance(each, Routine)] == [
        *(20, 10, 30, 20, 5)
    ]


def test_each_result_is_what_build_routine_gives() -> None:
    """Routines are equal, and so are the errors that it raises."""
    for entry, result in zip(MIXED, serial(), strict=True):
        try:
            request = entry if isinstance(entry, Request) else Request.from_words(entry)
            assert hipkit.build_routine(request, catalogue=OWN) == result
        except HipkitError as error:
            assert error == result


@pytest.mark.parametrize("executor", [None, Quick()], ids=["serial", "executor"])
def test_a_failure_keeps_nothing_alive(executor: Executor | None) -> None:
    """It says what is wrong, not where it was raised: frames would hold memory."""
    for each in serial(executor=executor):
        if isinstance(each, HipkitError):
            assert (each.__traceback__, each.__context__, each.__cause__) == (None, None, None)


def test_a_bad_entry_says_what_is_wrong_with_it() -> None:
    """Neither a request nor a mapping of words, or words that do not fit."""
    wrong = [3, "20", None, ["minutes"], {"minuets": 20}, {"policy": None}, {3: 4}]
    results = serial(wrong)
    assert all(isinstance(each, RequestError) for each in results)
    assert "expected a mapping of request fields, got 3" in str(results[0])
    assert "did you mean 'minutes'?" in str(results[4])


def test_a_policy_of_another_goal_is_a_failure_of_that_request() -> None:
    """The others are answered."""
    policy = evolve(hipkit.default_policy(hipkit.Goal.MOBILITY), name="mine")
    results = serial(MIXED[:2], policy=policy)
    assert isinstance(results[0], RequestError)
    assert isinstance(results[1], Routine)


WRONG: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"requests": Request()}, [("wrong-type", "requests")]),
    ({"requests": {"minutes": 20}}, [("wrong-type", "requests")]),
    ({"requests": "20"}, [("wrong-type", "requests")]),
    ({"requests": 20}, [("wrong-type", "requests")]),
    ({"executor": 2}, [("wrong-type", "executor")]),
    ({"executor": ProcessPoolExecutor}, [("wrong-type", "executor")]),
    ({"chunk_size": 0}, [("out-of-range", "chunk_size")]),
    ({"chunk_size": 10_001}, [("out-of-range", "chunk_size")]),
    ({"chunk_size": True}, [("wrong-type", "chunk_size")]),
    ({"chunk_size": None}, [("wrong-type", "chunk_size")]),
    ({"chunks_ahead": 0}, [("out-of-range", "chunks_ahead")]),
    ({"progress": 5}, [("wrong-type", "progress")]),
    (
        {
            "requests": None,
            "catalogue": [],
            "policy": "mine",
            "executor": "dask",
            "chunk_size": "8",
        },
        [
            ("wrong-type", "requests"),
            ("wrong-type", "catalogue"),
            ("wrong-type", "policy"),
            ("wrong-type", "executor"),
            ("wrong-type", "chunk_size"),
        ],
    ),
]


@pytest.mark.parametrize(("options", "expected"), WRONG, ids=lambda value: str(value)[:50])
def test_a_wrong_call_names_every_problem_at_once(
    options: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """When it is called, not when the first result is asked for."""
    with pytest.raises(RequestError) as caught:
        ASK(**{"requests": [], **options})
    assert [(each.code.value, each.path) for each in caught.value.problems] == expected


def test_no_requests_give_no_results() -> None:
    """And progress is not called."""
    told: list[int] = []
    assert serial([], progress=told.append) == []
    assert serial([], progress=told.append, executor=Quick()) == []
    assert told == []


def test_without_an_executor_a_result_is_made_when_it_is_asked_for() -> None:
    """Nothing is read ahead of it."""
    asked = Counted()
    results = build_routines(asked, catalogue=OWN)
    assert asked.read == 0
    assert len(list(islice(results, 3))) == 3
    assert asked.read == 3


@pytest.mark.parametrize(("chunk_size", "chunks_ahead"), [(1, 1), (2, 3), (5, 1), (3, 8)])
def test_requests_are_read_no_further_ahead_than_asked(chunk_size: int, chunks_ahead: int) -> None:
    """So that they may be endless."""
    asked = Counted()
    results = build_routines(
        asked, catalogue=OWN, executor=Patient(), chunk_size=chunk_size, chunks_ahead=chunks_ahead
    )
    assert asked.read == 0
    for handed_over in range(20):
        next(results)
        assert asked.read - handed_over <= chunk_size * chunks_ahead
    results.close()


def test_a_chunk_that_is_ready_is_handed_over_before_more_are_read() -> None:
    """A slow source of requests does not hold results back."""
    asked = Counted()
    results = build_routines(asked, catalogue=OWN, executor=Quick(), chunk_size=2)
    next(results)
    assert asked.read == 2
    results.close()


def test_closing_cancels_what_has_not_begun() -> None:
    """The executor itself stays open."""
    executor = Patient()
    results = build_routines(
        Counted(), catalogue=OWN, executor=executor, chunk_size=2, chunks_ahead=4
    )
    next(results)
    results.close()
    assert [each.cancelled() for each in executor.futures] == [False, True, True, True]
    assert len(list(build_routines(MIXED, catalogue=OWN, executor=executor))) == len(MIXED)


def test_what_progress_raises_ends_the_iteration() -> None:
    """It comes out as it is, and what has not begun is cancelled."""
    executor = Patient()

    def tell(done: int) -> None:
        if done == 4:
            raise ZeroDivisionError

    results = build_routines(
        Counted(),
        catalogue=OWN,
        executor=executor,
        chunk_size=2,
        chunks_ahead=3,
        progress=tell,
    )
    with pytest.raises(ZeroDivisionError):
        list(results)
    assert [each.cancelled() for each in executor.futures] == [False, False, True, True]


def test_what_the_requests_raise_ends_the_iteration() -> None:
    """It comes out as it is, and what has not begun is cancelled."""
    executor = Patient()

    def asked() -> Iterator[Request]:
        yield from islice(Counted(), 5)
        raise ZeroDivisionError

    results = build_routines(asked(), catalogue=OWN, executor=executor, chunk_size=2)
    with pytest.raises(ZeroDivisionError):
        list(results)
    assert [each.cancelled() for each in executor.futures] == [True, True]


@given(
    st.lists(requests(catalogue=OWN) | st.sampled_from(MIXED), max_size=12),
    st.integers(1, 14),
    st.integers(1, 4),
    st.sampled_from([Patient, Quick]),
)
def test_results_are_those_of_the_serial_run_for_any_chunk_size(
    asked: list[Any], chunk_size: int, chunks_ahead: int, executor: Callable[[], Executor]
) -> None:
    """Equal, of the same exercise objects, and progress was told the same."""
    told: list[int] = []
    expected = serial(asked, chunk_size=chunk_size, progress=told.append)
    told_too: list[int] = []
    results = list(
        build_routines(
            asked,
            catalogue=OWN,
            executor=executor(),
            chunk_size=chunk_size,
            chunks_ahead=chunks_ahead,
            progress=told_too.append,
        )
    )
    assert alike(results, expected)
    assert told == told_too
    assert told == [*range(chunk_size, len(asked), chunk_size), *[len(asked)] * bool(asked)]
    for each in results:
        if isinstance(each, Routine):
            assert all(OWN[slot.exercise.id] is slot.exercise for slot in each.slots)


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # where threads run already
def test_a_pool_of_processes_gives_what_the_serial_run_gives(method: str) -> None:
    """With the packaged catalogue, which is not sent; with a catalogue and a policy of one's own."""
    mine = evolve(hipkit.default_policy(hipkit.Goal.STRENGTH), name="mine", variety_percent=90)
    asked = [each for each in MIXED if each != MIXED[7]]  # its refusal takes long among many
    with processes(method) as executor:
        for options in ({"catalogue": None}, {"catalogue": OWN}, {"policy": mine}):
            results = serial(asked, executor=executor, chunk_size=3, **options)
            assert alike(results, serial(asked, **options))


def test_a_pool_of_threads_gives_what_the_serial_run_gives() -> None:
    """And the same objects."""
    with ThreadPoolExecutor(3) as executor:
        results = serial(MIXED * 3, executor=executor, chunk_size=4)
    assert alike(results, serial(MIXED * 3))


def test_a_pool_of_interpreters_gives_what_the_serial_run_gives() -> None:
    """On Pythons that have it."""
    futures: Any = pytest.importorskip("concurrent.futures")
    if not hasattr(futures, "InterpreterPoolExecutor"):
        pytest.skip("InterpreterPoolExecutor came with Python 3.14")
    with futures.InterpreterPoolExecutor(2) as executor:
        results = serial(MIXED, executor=executor, chunk_size=4)
    assert alike(results, serial())


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_cluster_gives_what_the_serial_run_gives() -> None:
    """Dask on this machine, through its executor."""
    reason = "needs distributed: pip install 'hipkit[many]'"
    distributed: Any = pytest.importorskip("distributed", reason=reason)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster) as client,
        client.get_executor() as executor,
    ):
        results = serial(MIXED * 4, executor=executor, chunk_size=4)
    assert alike(results, serial(MIXED * 4))


def test_a_broken_pool_is_no_failure_of_a_request() -> None:
    """What the executor raises is let through."""
    method = multiprocessing.get_all_start_methods()[0]
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(1, context, initializer=os._exit, initargs=(1,)) as executor:
        results = build_routines(MIXED, catalogue=OWN, executor=executor)
        with pytest.raises(BrokenExecutor):
            next(results)


def test_a_worker_with_another_hipkit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its exercises could differ from those here, so nothing of it is used."""
    monkeypatch.setattr(many, "what_is_here", lambda: ("0.0.9", "2025.1", "abc"))
    with pytest.raises(RequestError) as caught:
        next(build_routines(MIXED, executor=Quick()))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (ProblemCode.CONTRADICTION, "executor")
    assert "here is hipkit 0.0.9, data 2025.1, catalogue abc" in problem.message


def test_nothing_is_unpacked_from_another_hipkit() -> None:
    """The versions are compared first."""
    with pytest.raises(RequestError):
        shipping.answer_chunk(("0.0.9", "2025.1", "abc"), b"no pickle", b"no pickle")


def test_the_packaged_catalogue_is_not_sent() -> None:
    """Every worker has it; one's own is, once for each chunk, and kept there."""
    none = shipping.packed(shipping.Terms(None, None))
    assert shipping.packed(shipping.Terms(hipkit.load_catalogue(), None)) == none
    assert len(none) < 200 < len(shipping.packed(shipping.Terms(OWN, None)))


def test_what_is_sent_for_both_sides_is_read_by_place() -> None:
    """By itself, what stands for it means nothing."""
    with pytest.raises(LookupError):
        shipping.linked(0)


def test_results_travel_light() -> None:
    """A routine of the packaged catalogue is sent back in a fraction of its own pickle."""
    import pickle

    asked = tuple(Request(20, seed=seed) for seed in range(16))
    terms = shipping.packed(shipping.Terms(None, None))
    here = shipping.what_is_here()
    answers = shipping.answer_chunk(here, terms, pickle.dumps(asked))
    whole = sum(len(pickle.dumps(hipkit.build_routine(each))) for each in asked)
    assert len(answers) * 5 < whole


def no_lunges(exercise: hipkit.Exercise, request: Request) -> str | None:
    """Keep lunges out."""
    return "no lunges" if "lunge" in exercise.id else None


def test_rules_are_those_of_every_routine() -> None:
    """Here and through an executor, where they are sent along."""
    requests = [Request(minutes) for minutes in (20, 30, 40)]
    here = list(build_routines(requests, rules=[no_lunges]))
    assert here == [hipkit.build_routine(each, rules=[no_lunges]) for each in requests]
    with ThreadPoolExecutor(2) as pool:
        assert list(build_routines(requests, rules=[no_lunges], executor=pool)) == here


def test_a_rule_that_cannot_be_sent_is_refused_at_once() -> None:
    """Only where it would be sent; and what is no rule, everywhere."""

    def local(exercise: hipkit.Exercise, request: Request) -> None: ...

    assert len(list(build_routines([Request(20)], rules=[local]))) == 1
    refused = pytest.raises(RequestError, match="rules: the rules cannot be sent to a worker: ")
    with ThreadPoolExecutor(2) as pool, refused:
        build_routines([Request(20)], rules=[local], executor=pool)
    with pytest.raises(RequestError, match="rules: expected a list of rules"):
        build_routines([Request(20)], rules=5)  # type: ignore[arg-type]
