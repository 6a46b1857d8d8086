"""The door: words in, routine out. Loads what is missing and calls the rooms; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, cast, overload

from attrs import evolve

from .. import __version__
from ..catalogue import Catalogue, load_evidence, load_safety, load_tips
from ..catalogue.search import nearest_id, nearest_ids
from ..composing import compose, default_policy
from ..errors import Problem, ProblemCode, RequestError, UnknownExercise, how_to_find, show
from ..model import (
    Caution,
    CautionWord,
    Equipment,
    EquipmentWord,
    FocusTarget,
    FocusWord,
    Goal,
    GoalWord,
    Level,
    LevelWord,
    OwnRule,
    Policy,
    Position,
    PositionWord,
    Provenance,
    ReasonCode,
    Request,
    Routine,
)
from ..model.gathering import Gatherer
from ..pantry import data_version
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

if TYPE_CHECKING:
    from ..model import ExerciseEvidence, FullExplanation, WhyNot

__all__ = ["build_routine", "evidence_for", "explain", "routine_from_protocol"]

_MOST_STEPS = 10
"""Steps that a protocol may have within one week."""


@overload
def build_routine(
    minutes: Request,
    *,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> Routine: ...


@overload
def build_routine(
    minutes: int = 20,
    *,
    goal: Goal | GoalWord = "strength",
    level: Level | LevelWord = "beginner",
    equipment: Iterable[Equipment | EquipmentWord] = (),
    focus: Iterable[FocusTarget | FocusWord] = (),
    cautions: Iterable[Caution | CautionWord] = (),
    positions: Iterable[Position | PositionWord] | None = None,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    recent: Iterable[str] = (),
    seed: int | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> Routine: ...


def build_routine(
    minutes: int | Request = 20,
    *,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
    **words: Any,
) -> Routine:
    """Return the routine that is worth most for what is asked, and fits the minutes. Pure.

    *minutes* (5 to 120) is a hard ceiling on the typical duration, or a whole `Request`; *goal* is
    strength, activation (before a run), mobility or recovery (after one); *level* the hardest allowed;
    *equipment* what the person has besides floor, wall and shoes; *focus* groups, muscles or regions
    that count more; *cautions* what to spare; *positions* those allowed (None: all); *include* and
    *exclude* exercise ids; *recent* ids done lately; *seed* a number for reproducible variety.
    *catalogue* and *policy* default to the packaged ones; *rules* are functions of one's own that may
    keep an exercise out: each answers None, or why not in a line of text.

    Raises `RequestError` with every problem, `UnknownExercise` when unknown ids are the only ones,
    `NoRoutine` with reasons and relaxations, `SeekAdvice` with a notice.
    """
    problems: list[Problem] = []
    known = catalogue_of(catalogue, problems)
    asked = rules_of(rules, problems)
    request = _request(minutes, words, problems)
    problems += not_a_policy(policy)
    named: dict[str, object] = {path: words.get(path) for path in ("include", "exclude")}
    if request is not None:
        problems += for_another_goal(policy, request)
        named = {"include": request.include, "exclude": request.exclude}
    unknown = _unknown(named, known)
    if problems or request is None:
        raise RequestError(chain(problems, _unknown_problems(named, unknown, known)))
    if unknown:
        raise UnknownExercise(unknown, nearest_ids(known, unknown))
    return _compose(request, known, policy, asked)


def _request(minutes: object, words: dict[str, Any], problems: list[Problem]) -> Request | None:
    if isinstance(minutes, Request):
        problems += [
            Problem(
                ProblemCode.CONTRADICTION,
                f"{name} is given beside a Request",
                "change the request instead, with attrs.evolve",
                path=name,
            )
            for name in words
        ]
        return minutes
    try:
        return Request.from_words({"minutes": minutes, **words})
    except RequestError as error:
        problems += error.problems
        return None


def _ids_in(value: object) -> set[str]:
    """Return the texts in a plain collection; anything else names no exercise."""
    if not isinstance(value, list | tuple | set | frozenset):
        return set()
    items = cast("Iterable[object]", value)
    return {item for item in items if type(item) is str and item}


def _unknown(named: Mapping[str, object], known: Catalogue) -> list[str]:
    ids = {id for each in named.values() for id in _ids_in(each)}
    return sorted(id for id in ids if id not in known)


def _unknown_problems(
    named: Mapping[str, object], unknown: Sequence[str], known: Catalogue
) -> Iterator[Problem]:
    for path, ids in named.items():
        meant = _ids_in(ids)
        for id in unknown:
            if id in meant:
                yield Problem(
                    ProblemCode.UNKNOWN_EXERCISE,
                    f"there is no exercise {show(id)}",
                    how_to_find(id, nearest_id(known, id)),
                    path=path,
                    value=show(id),
                )


def _compose(
    request: Request, catalogue: Catalogue, policy: Policy | None, rules: tuple[OwnRule, ...]
) -> Routine:
    used = policy or default_policy(request.goal)
    return compose(
        request,
        pool_in(catalogue),
        safety=load_safety(),
        policy=used,
        rules=rules,
        tips=load_tips(),
        made_with=made_with(catalogue, used, rules),
        remarks=unknown_recent(request, catalogue),
    )


@overload
def explain(
    routine: Routine,
    exercise: None = None,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> FullExplanation: ...


@overload
def explain(
    routine: Routine,
    exercise: str,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> WhyNot: ...


def explain(
    routine: Routine,
    exercise: str | None = None,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> FullExplanation | WhyNot:
    """Return why *routine* is as it is: every exercise accounted for, or one *exercise*. Pure.

    Give the *catalogue*, *policy* and *rules* that the routine was built with, unless they are the
    packaged ones or none; where the catalogue has changed since, the answer says so. A routine that was
    stored without its cautions needs *cautions* again.
    Raises `RequestError` (also for a routine taken from a protocol, in which nothing was chosen, and
    for one that was changed: explain the one that it came from), `UnknownExercise`, and `NoRoutine` when
    the catalogue no longer allows one.
    """
    problems: list[Problem] = []
    if not isinstance(routine, Routine):
        problems.append(not_whole(routine))
    known = catalogue_of(catalogue, problems)
    asked = rules_of(rules, problems)
    if exercise is not None:
        problems += not_an_id(exercise)
    problems += not_a_policy(policy)
    if problems:
        raise RequestError(problems)
    problems += not_from_a_protocol(routine)
    problems += rules_again(routine.made_with, asked, no_more=True)
    problems += _not_changed(routine)
    problems += catalogue_forgotten(routine, catalogue, known)
    if problems:
        raise RequestError(problems)
    request = asked_again(routine, cautions)
    problems += for_another_goal(policy, request)
    if problems:
        raise RequestError(problems)
    used = policy or default_policy(request.goal)
    pool = pool_in(known).under(asked)
    from ..composing import account_for, why_not  # composing a routine does without them

    if exercise is None:
        said = (*routine.explanation.remarks, *catalogue_differs(routine, known))
        explanation = evolve(routine.explanation, remarks=said)
        return account_for(explanation, request, pool, used)
    if exercise not in known:
        raise UnknownExercise([exercise], [nearest_id(known, exercise)])
    return why_not(exercise, request, pool, used)


def _not_changed(routine: Routine) -> Iterable[Problem]:
    """Yield the problem of a *routine* that was changed or restored without a proof: it has none."""
    if routine.explanation.certificate is None and routine.protocol is None:
        message = "the routine was changed after it was chosen"
        remedy = "explain the routine that it came from"
        if any(each.code is ReasonCode.RESTORED for each in routine.explanation.remarks):
            message = "the routine was restored without its reasons"
            remedy = "build one from its request, with its cautions, and explain that"
        yield Problem(ProblemCode.CONTRADICTION, message, remedy, path="routine")


def evidence_for(exercise: str, *, catalogue: Catalogue | None = None) -> ExerciseEvidence:
    """Return what is known about the *exercise* of that id, and what is not. Pure.

    Measured activity counts only when that very exercise was measured; `str()` says it in careful
    words. Raises `UnknownExercise` with the nearest id, `RequestError` for what is no id or no catalogue.
    """
    problems: list[Problem] = []
    known = catalogue_of(catalogue, problems)
    problems += not_an_id(exercise)
    if problems:
        raise RequestError(problems)
    if exercise not in known:
        raise UnknownExercise([exercise], [nearest_id(known, exercise)])
    from ..appraising import appraise  # composing a routine does without it

    evidence = load_evidence()
    if known.studies:
        evidence = evolve(evidence, studies=(*evidence.studies, *known.studies))
    return appraise(known[exercise], evidence)


def routine_from_protocol(
    id: str,
    *,
    week: int = 1,
    step: int = 1,
    cautions: Iterable[Caution | CautionWord] = (),
    catalogue: Catalogue | None = None,
) -> Routine:
    """Return what the protocol called *id* did in one *week*, as a routine. Pure.

    A record of what was done and in whom, not a programme for a condition: sets, counts and holds are
    the source's, set-up and rest hipkit's, and remarks say what is blank, left out or different. Where
    a source has several steps in a week, *step* chooses. *cautions* leave items out, as everywhere.
    Raises `UnknownSource` with the nearest id, `RequestError` with every other problem, `NoRoutine`
    when nothing of the week can be done.
    """
    problems: list[Problem] = []
    known = catalogue_of(catalogue, problems)
    protocol = load_evidence().protocol(id)
    weeks = sorted({each for item in protocol.items for each in item.weeks})
    if type(week) is not int or week not in weeks:
        message = f"{protocol.id} has no week {show(week)}"
        remedy = f"use {weeks[0]} to {weeks[-1]}" if len(weeks) > 1 else f"use {weeks[0]}"
        code = ProblemCode.OUT_OF_RANGE if type(week) is int else ProblemCode.WRONG_TYPE
        problems.append(Problem(code, message, remedy, path="week", value=show(week)))
    if type(step) is not int or not 1 <= step <= _MOST_STEPS:
        code = ProblemCode.OUT_OF_RANGE if type(step) is int else ProblemCode.WRONG_TYPE
        message = f"there is no step {show(step)}"
        problems.append(
            Problem(code, message, f"use 1 to {_MOST_STEPS}", path="step", value=show(step))
        )
    read = Gatherer()
    spared = read.words("cautions", cautions, Caution)
    if problems or read.problems:
        raise RequestError([*problems, *read.problems])
    from ..composing import follow  # composing a routine does without it

    return follow(
        protocol,
        week,
        step,
        known,
        safety=load_safety(),
        cautions=spared,
        tips=load_tips(),
        made_with=Provenance(__version__, data_version(), known.digest),
    )
