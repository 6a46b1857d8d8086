"""The door for changes: what could stand in an item's place, a substitution, another length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import evolve

from ..catalogue import Catalogue, load_tips
from ..catalogue.search import nearest_id
from ..composing import Terms, alternatives_to, default_policy, resized, substituted
from ..errors import Problem, ProblemCode, RequestError, UnknownExercise, nearest, not_a, show
from ..model import Alternative, Caution, CautionWord, OwnRule, Policy, Request, Routine
from .arguments import (
    asked_again,
    catalogue_differs,
    catalogue_forgotten,
    catalogue_of,
    for_another_goal,
    made_with,
    not_a_policy,
    not_an_id,
    not_from_a_protocol,
    not_whole,
    pool_in,
    rules_again,
    rules_of,
    unknown_recent,
)

__all__ = ["alternatives", "resize", "substitute"]


def alternatives(
    routine: Routine,
    exercise: str,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> tuple[Alternative, ...]:
    """Return what could take the place of *exercise* in *routine*, all else kept, best first. Pure.

    Each is of the same group, allowed by the routine's request, unlike all other items, and fits the
    item's seconds and those that are left. Its reasons say how it relates to the item (easier, harder,
    of the same family) and what its worth is made of; its loss what the routine would lose.

    Give the *catalogue*, *policy* and *rules* that the routine was built with, unless they are the
    packaged ones or none; another catalogue is said among the reasons, a missing rule is an error. *cautions* add to those that the routine has; one that
    was stored without its cautions needs them again.
    Raises `RequestError` with every problem, also for an exercise that is not in the routine and for a
    routine taken from a protocol; `NoRoutine` when a caution spares what would stay.
    """
    problems: list[Problem] = []
    terms = _terms(routine, cautions, catalogue, policy, rules, problems)
    problems += _not_an_item(routine, exercise)
    if problems or terms is None:
        raise RequestError(problems)
    return alternatives_to(routine, exercise, terms[0])


def substitute(
    routine: Routine,
    exercise: str,
    with_: str | None = None,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> Routine:
    """Return *routine* with the best alternative, or *with_*, in place of *exercise*. Pure.

    Everything else keeps its sets; the order is made anew, because order is safety too; the routine
    never runs over its minutes. Its request excludes *exercise* from now on. Nothing is proved of it, so
    its explanation has no certificate. *cautions*, *catalogue*, *policy* and *rules*: as for `alternatives`.
    Raises `RequestError` with every problem, `UnknownExercise` for an unknown *with_*, `NoRoutine` with
    the reasons why not, and no relaxation.
    """
    problems: list[Problem] = []
    terms = _terms(routine, cautions, catalogue, policy, rules, problems)
    problems += _not_an_item(routine, exercise)
    if with_ is not None and not isinstance(with_, str):
        problems.append(not_a(str, with_, "with_"))
    elif with_ is not None and with_ == exercise:
        message = f"{show(with_)} cannot take its own place"
        remedy = "name another exercise, or none for the best"
        problems.append(
            Problem(ProblemCode.CONTRADICTION, message, remedy, path="with_", value=show(with_))
        )
    if problems or terms is None:
        raise RequestError(problems)
    asked, known = terms
    if with_ is not None and with_ not in known:
        raise UnknownExercise([with_], [nearest_id(known, with_)])
    return substituted(routine, exercise, with_, asked)


def resize(
    routine: Routine,
    minutes: int,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> Routine:
    """Return *routine* made longer with every exercise kept, or shorter with none that is new. Pure.

    Of all that do so it is worth most; sets may change. *minutes* (5 to 120) is a hard ceiling, as in
    `build_routine`. Nothing is proved of it, so its explanation has no certificate. *cautions*,
    *catalogue*, *policy* and *rules*: as for `alternatives`.
    Raises `RequestError` with every problem, `NoRoutine` with reasons and relaxations.
    """
    problems: list[Problem] = []
    terms = _terms(routine, cautions, catalogue, policy, rules, problems)
    try:
        Request.from_words({"minutes": minutes})
    except RequestError as error:
        problems += error.problems
    if terms is not None:
        problems += catalogue_forgotten(routine, catalogue, terms[1])
    if problems or terms is None:
        raise RequestError(problems)
    return resized(routine, minutes, terms[0])


def _terms(
    routine: Routine,
    cautions: Iterable[Caution | CautionWord] | None,
    catalogue: Catalogue | None,
    policy: Policy | None,
    rules: Iterable[OwnRule],
    problems: list[Problem],
) -> tuple[Terms, Catalogue] | None:
    """Return what *routine* is changed under, and the catalogue; or None, with more *problems*."""
    known = catalogue_of(catalogue, problems)
    problems += not_a_policy(policy)
    asked = rules_of(rules, problems)
    if not isinstance(routine, Routine):
        problems.insert(0, not_whole(routine))
        return None
    problems += not_from_a_protocol(routine)
    problems += rules_again(routine.made_with, asked)
    problems += _items_once(routine)
    try:
        request = _careful(routine, cautions)
    except RequestError as error:
        problems += error.problems
        return None
    problems += for_another_goal(policy, request)
    if problems:
        return None
    used = policy or default_policy(request.goal)
    terms = Terms(
        request,
        pool_in(known).under(asked),
        used,
        load_tips(),
        made_with(known, used, asked),
        tuple(unknown_recent(request, known)),
        catalogue_differs(routine, known),
    )
    return terms, known


def _careful(routine: Routine, cautions: Iterable[Caution | CautionWord] | None) -> Request:
    """Return the routine's request with *cautions* besides its own: a change never drops one."""
    request = asked_again(routine, cautions)
    return evolve(request, cautions=(*routine.request.cautions, *request.cautions))


def _items_once(routine: Routine) -> Iterable[Problem]:
    """Yield the problem of an exercise that stands in *routine* more than once, as in none of hipkit's."""
    counted = Counter(slot.exercise.id for slot in routine.slots)
    twice = [id for id, times in counted.items() if times > 1]
    if twice:
        message = f"{', '.join(twice)} is in the routine more than once"
        remedy = "change a routine that hipkit made"
        yield Problem(ProblemCode.DUPLICATE, message, remedy, path="routine.slots")


def _not_an_item(routine: object, exercise: object) -> Iterable[Problem]:
    """Yield the problem of an *exercise* that is no id, or is not in *routine*."""
    yield from not_an_id(exercise)
    if isinstance(exercise, str) and isinstance(routine, Routine):
        ids = [slot.exercise.id for slot in routine.slots]
        if exercise not in ids:
            yield Problem(
                ProblemCode.UNKNOWN_EXERCISE,
                f"the routine has no exercise {show(exercise)}",
                nearest(exercise, ids),
                path="exercise",
                value=show(exercise),
            )
