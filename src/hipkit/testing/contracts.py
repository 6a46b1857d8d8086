"""Contracts for what an app adds: a catalogue of its own, a rule of its own.

Rule: a broken contract is an `AssertionError` that says what and where; an argument that cannot be
judged is a `RequestError`. hypothesis is not needed here. None is an `assert`, which
`-O` would strip.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from types import FunctionType

from ..catalogue import Catalogue, load_catalogue, load_safety
from ..catalogue.integrity import link_problems, loop_problems, source_problems
from ..composing import compose
from ..composing.ruling import ruled_out
from ..errors import NoRoutine, Problem, RequestError, not_a
from ..model import (
    Caution,
    Equipment,
    Exercise,
    Goal,
    Level,
    OwnRule,
    Reason,
    Request,
    Routine,
    rule_name,
)
from ..storing import dumps, from_plain, loads, to_plain
from .laws import demand

_ALL_KIT = tuple(Equipment)


def check_catalogue(catalogue: Catalogue) -> None:
    """Check that a *catalogue* of one's own is sound: put it into your tests.

    Its links lead to its own or to packaged exercises, without loops; its sources are known; it and its
    routines survive storing; and every goal at every level either composes a routine that fits the time
    or says in `NoRoutine` why it cannot.
    Raises `AssertionError` with every problem, `RequestError` when it is no `Catalogue`.
    """
    if not isinstance(catalogue, Catalogue):
        raise RequestError([not_a(Catalogue, catalogue, "catalogue")])
    packaged = load_catalogue()
    known = {each.id: each for each in (*packaged, *catalogue)}
    problems = [
        *link_problems(catalogue, known),
        *loop_problems(known),
        *source_problems(catalogue, catalogue.sources | packaged.sources),
    ]
    demand(not problems, "\n".join(str(each) for each in problems))
    for exercise in catalogue:
        again = from_plain(to_plain(exercise), type(exercise))
        demand(again == exercise, f"{exercise.id}: it comes back from storing as another")
    for goal in Goal:
        for level in Level:
            _check_composing(catalogue, Request(30, goal=goal, level=level, equipment=_ALL_KIT))


def check_rule(rule: OwnRule, catalogue: Catalogue | None = None) -> None:
    """Check that a *rule* of one's own keeps its contract: put it into your tests.

    Asked about every exercise of *catalogue* (default: the packaged one) for requests of every goal and
    level, with and without cautions, it raises nothing, answers None or a plain line of text, answers
    the same when asked again, has a plain name, and can be pickled, as work sent to other processes is.
    Raises `AssertionError` with what it broke, `RequestError` when it is no rule or no `Catalogue`.
    """
    known = load_catalogue() if catalogue is None else catalogue
    problems: list[Problem] = [] if callable(rule) else [not_a("function", rule, "rule")]
    if not isinstance(known, Catalogue):
        problems.append(not_a(Catalogue, known, "catalogue"))
    if problems:
        raise RequestError(problems)
    name = rule_name(rule)
    demand(name.isidentifier(), f"the rule has no plain name: {name!r}; define it with def")
    for request in _requests():
        first = [_answer(rule, each, request) for each in known]
        again = [_answer(rule, each, request) for each in reversed(tuple(known))]
        for exercise, one, other in zip(known, first, reversed(again), strict=True):
            demand(
                one == other,
                f"{name}: answers {one!r} about {exercise.id!r}, and {other!r} when asked again",
            )
    if isinstance(rule, FunctionType):  # is pickled by its name, and found again by it
        demand(
            "<locals>" not in rule.__qualname__,
            f"{name}: cannot be pickled: define it in a module",
        )
        return
    try:
        pickle.dumps(rule)
    except Exception as error:
        raise AssertionError(f"{name}: cannot be pickled: {error}") from error


def _answer(rule: OwnRule, exercise: Exercise, request: Request) -> str | None:
    try:
        reasons = list(ruled_out(exercise, request, [rule]))
    except RequestError as error:
        raise AssertionError(str(error)) from None
    except Exception as error:
        raise AssertionError(
            f"{rule_name(rule)}: raises {error!r} about {exercise.id!r}"
        ) from error
    return str(reasons[0]["why"]) if reasons else None


def _requests() -> Iterable[Request]:
    """Yield requests of every goal and level: plain, and with all kit and a caution."""
    for number, (goal, level) in enumerate((goal, level) for goal in Goal for level in Level):
        yield Request(20, goal=goal, level=level)
        caution = list(Caution)[number % len(Caution)]
        yield Request(45, goal=goal, level=level, equipment=_ALL_KIT, cautions=[caution])


def _check_composing(catalogue: Catalogue, request: Request) -> None:
    asked = f"{request.goal.value} for {request.level.value}"
    reasons: tuple[Reason, ...] = ()
    routine: Routine | None = None
    try:
        routine = compose(request, catalogue, safety=load_safety())
    except NoRoutine as refusal:
        reasons = refusal.reasons
    if routine is None:
        demand(reasons, f"{asked}: there is no routine and no reason")
        return
    demand(routine.seconds <= 60 * request.minutes, f"{asked}: the routine is too long")
    again = loads(dumps(routine), Routine)
    demand(again == routine, f"{asked}: the routine comes back from storing as another")
