"""The door for many requests: results one after another, in this process or through any executor.

Rule: what comes out is what `build_routine` would give for each request by itself, in the same order,
whatever the executor, its workers and the size of chunks. A failure is a value beside the others.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from itertools import islice
from typing import Any, NamedTuple, cast

from ..catalogue import Catalogue
from ..errors import HipkitError, Problem, ProblemCode, RequestError, not_a, show
from ..model import OwnRule, Policy, Request, Routine
from ..model.gathering import Gatherer
from .arguments import rules_of
from .shipping import Terms, answer, answer_chunk, as_value, packed, read_answers, what_is_here

__all__ = ["build_routines"]

_MOST = 10_000
"""The largest chunk, and the most chunks that may be under way."""


def build_routines(
    requests: Iterable[Request | Mapping[str, Any]],
    *,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
    executor: Executor | None = None,
    chunk_size: int = 64,
    chunks_ahead: int = 32,
    progress: Callable[[int], object] | None = None,
) -> Generator[Routine | HipkitError, None, None]:
    """Return an iterator over what `build_routine` gives for each of *requests*, in their order.

    Each of *requests* is a `Request` or a mapping of its fields to plain words. What cannot be answered
    comes out as a value in its place: the `NoRoutine`, `SeekAdvice`, `RequestError` or `UnknownExercise`
    that `build_routine` would raise. *catalogue*, *policy* and *rules* are those of `build_routine`, for
    all; rules are pickled for an *executor*.

    Without an *executor* each result is made when it is asked for. With one, any of
    `concurrent.futures` or of that class, *chunk_size* requests (1 to 10,000) are sent at a time, and at
    most *chunks_ahead* chunks (1 to 10,000) are read ahead of the results, so *requests* may be endless.
    Results are the same. Closing the iterator cancels what has not begun; the executor stays open.

    *progress* is called here with the number of results made so far: every *chunk_size*, and at the
    end. What it raises ends the iteration.

    Raises `RequestError` at once with every problem of the arguments, and later if a worker has another
    hipkit. What *requests* or the executor raise is let through, such as `BrokenExecutor` when a worker was
    killed; it says nothing of a request.
    """
    read = Gatherer()
    entries = _entries(requests, read.problems)
    read.problems += [
        not_a(kind, value, name)
        for name, value, kind in (
            ("catalogue", catalogue, Catalogue),
            ("policy", policy, Policy),
            ("executor", executor, Executor),
        )
        if value is not None and not isinstance(value, kind)
    ]
    asked = rules_of(rules, read.problems)
    read.whole("chunk_size", chunk_size, 1, _MOST, "")
    read.whole("chunks_ahead", chunks_ahead, 1, _MOST, "")
    if progress is not None and not callable(progress):
        read.problems.append(not_a("function", progress, "progress"))
    if read.problems:
        raise RequestError(read.problems)
    terms = Terms(catalogue, policy, asked)
    if executor is None:
        return _here(entries, terms, chunk_size, progress)
    sent = _sendable(terms)
    return _through(executor, entries, terms, sent, chunk_size, chunks_ahead, progress)


def _sendable(terms: Terms) -> bytes:
    """Return *terms* packed; raises `RequestError` for rules that cannot be pickled."""
    try:
        return packed(terms)
    except Exception as error:
        message = f"the rules cannot be sent to a worker: {error}"
        remedy = "define them in a module, as functions or classes"
        problem = Problem(ProblemCode.CONTRADICTION, message, remedy, path="rules")
        raise RequestError([problem]) from None


def _entries(requests: object, problems: list[Problem]) -> Iterator[object]:
    """Return an iterator over *requests*; one request by itself is a problem."""
    shown = show(requests)
    try:
        if not isinstance(requests, str | bytes | Mapping):
            return iter(cast("Iterable[object]", requests))
    except TypeError:  # also for a Request, which is no iterable
        pass
    message = f"expected requests, got {shown}"
    remedy = "give a list, or anything else that can be iterated over"
    problems.append(Problem(ProblemCode.WRONG_TYPE, message, remedy, path="requests", value=shown))
    return iter(())


def _asked(entry: object) -> Request | HipkitError:
    """Return the request that *entry* is or names, or the error that says why it is none."""
    if isinstance(entry, Request):
        return entry
    try:
        return Request.from_words(cast("Mapping[str, Any]", entry))
    except RequestError as error:
        return as_value(error)


def _here(
    entries: Iterator[object],
    terms: Terms,
    chunk_size: int,
    progress: Callable[[int], object] | None,
) -> Generator[Routine | HipkitError, None, None]:
    """Make each result when it is asked for."""
    done = 0
    for entry in entries:
        asked = _asked(entry)
        result = answer(asked, terms) if isinstance(asked, Request) else asked
        done += 1
        if progress is not None and done % chunk_size == 0:
            progress(done)
        yield result
    if progress is not None and done % chunk_size:
        progress(done)


class _Chunk(NamedTuple):
    """What was read, the requests among it, and the answers to them that are to come."""

    read: list[Request | HipkitError]
    asked: tuple[Request, ...]
    answers: Future[bytes]

    def results(self, catalogue: Catalogue | None) -> list[Routine | HipkitError]:
        """Wait for the answers, and return them with the failures in their places."""
        answers = iter(read_answers(self.answers.result(), self.asked, catalogue))
        return [next(answers) if isinstance(each, Request) else each for each in self.read]


def _through(
    executor: Executor,
    entries: Iterator[object],
    terms: Terms,
    sent: bytes,
    chunk_size: int,
    chunks_ahead: int,
    progress: Callable[[int], object] | None,
) -> Generator[Routine | HipkitError, None, None]:
    """Send chunks to the *executor*, never too many, and hand over what comes back, in order."""
    sender = what_is_here()
    waiting: deque[_Chunk] = deque()
    done = 0
    more = True
    try:
        while more or waiting:
            read = [_asked(entry) for entry in islice(entries, chunk_size if more else 0)]
            more = len(read) == chunk_size
            if read:
                asked = tuple(each for each in read if isinstance(each, Request))
                requests = pickle.dumps(asked, pickle.HIGHEST_PROTOCOL)
                answers = executor.submit(answer_chunk, sender, sent, requests)
                waiting.append(_Chunk(read, asked, answers))
            if waiting and (not more or len(waiting) == chunks_ahead or waiting[0].answers.done()):
                results = waiting[0].results(terms.catalogue)
                waiting.popleft()
                done += len(results)
                if progress is not None:
                    progress(done)
                yield from results
    finally:
        for chunk in waiting:
            chunk.answers.cancel()
