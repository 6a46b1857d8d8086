"""What every question needs: a catalogue, its pool, digests, cautions; and the words for what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import cast

from attrs import evolve

from .. import __version__
from ..catalogue import Catalogue, load_catalogue, load_safety
from ..catalogue.guidance import default_policy_digest
from ..composing import Pool, default_policy, other_goal
from ..errors import Problem, ProblemCode, RequestError, nearest, not_a, show
from ..model import (
    Caution,
    CautionWord,
    CompactRoutine,
    Exercise,
    OwnRule,
    Policy,
    Provenance,
    Reason,
    ReasonCode,
    Request,
    Routine,
    Slot,
    because,
    rule_name,
)
from ..model.own_rule import LONGEST_NAME
from ..pantry import data_version
from ..storing import digest_of

_READ_ONE = "use load_catalogue().with_exercises(*read_catalogue(path))"
_MOST_RULES = 100
"""Rules of one's own that may be given; an iterable is read no further."""


def catalogue_of(given: object, problems: list[Problem]) -> Catalogue:
    """Return the catalogue *given*, or the packaged one; what is no catalogue is a problem."""
    if given is None:
        return load_catalogue()
    if not isinstance(given, Catalogue):
        problems.append(not_a(Catalogue, given, "catalogue", _READ_ONE))
        return load_catalogue()
    return given


def not_whole(routine: object) -> Problem:
    """Return the problem of what is given as a *routine* and is none: what makes one of it."""
    if isinstance(routine, CompactRoutine):
        return not_a(Routine, routine, "routine", "use hipkit.restore(compact)")
    remedy = "use hipkit.loads(text, hipkit.Routine)" if isinstance(routine, str) else ""
    return not_a(Routine, routine, "routine", remedy)


def not_compact(compact: object) -> Problem:
    """Return the problem of what is given as *compact* and is no compact routine: what makes one of it."""
    if isinstance(compact, Routine):
        return not_a(CompactRoutine, compact, "compact", "it is whole already")
    remedy = "use hipkit.loads(text, hipkit.CompactRoutine)" if isinstance(compact, str) else ""
    return not_a(CompactRoutine, compact, "compact", remedy)


def not_an_id(exercise: object) -> Iterable[Problem]:
    """Yield the problem of what is given as the id of an *exercise* and is no text."""
    if not isinstance(exercise, str):
        is_item = isinstance(exercise, Slot | Exercise)
        remedy = f"use {'slot.' * isinstance(exercise, Slot)}exercise.id" if is_item else ""
        yield not_a(str, exercise, "exercise", remedy)


def not_a_policy(given: object) -> Iterable[Problem]:
    """Yield the problem of something *given* as a policy that is none; None is no problem."""
    if given is not None and not isinstance(given, Policy):
        yield not_a(Policy, given, "policy")


def for_another_goal(policy: object, request: Request) -> Iterable[Problem]:
    """Yield the problem of a *policy*, if there is one, that is for another goal than *request*."""
    if isinstance(policy, Policy) and policy.goal is not request.goal:
        yield other_goal(policy, request)


def rules_of(given: object, problems: list[Problem]) -> tuple[OwnRule, ...]:
    """Return the rules *given*; what cannot be asked, or has no name of its own, is a problem."""
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        remedy = f"use [{show(given)}]" if callable(given) else "give functions in a list"
        problems.append(not_a("list of rules", given, "rules", remedy))
        return ()
    rules = tuple(islice(cast("Iterable[OwnRule]", given), _MOST_RULES + 1))
    if len(rules) > _MOST_RULES:
        message = f"there are more than {_MOST_RULES} rules"
        problems.append(Problem(ProblemCode.TOO_LARGE, message, "give fewer", path="rules"))
        return ()
    names: list[str] = []
    for index, rule in enumerate(rules):
        name = rule_name(rule)
        unfit = _unfit_rule(rule, name, names)
        if unfit is None:
            names.append(name)
        else:
            problems.append(evolve(unfit, path=f"rules[{index}]", value=show(rule)))
    return rules


def _unfit_rule(rule: object, name: str, taken: Iterable[str]) -> Problem | None:
    """Return why *rule* cannot be asked, or cannot be told from others by its *name*, or None."""
    if not callable(rule):
        message = f"{show(rule)} is not a rule"
        remedy = "give a function of an exercise and a request"
        return Problem(ProblemCode.WRONG_TYPE, message, remedy)
    if not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
        message = f"a rule cannot be called {show(name)}"
        remedy = f"give it a plain name of 1 to {LONGEST_NAME} characters"
        return Problem(ProblemCode.MALFORMED, message, remedy)
    if name in taken:
        message = f"two rules are called {show(name)}"
        return Problem(ProblemCode.DUPLICATE, message, "define each with a name of its own")
    return None


def rules_again(
    made_with: Provenance, rules: Iterable[OwnRule], *, no_more: bool = False
) -> Iterable[Problem]:
    """Yield the problem of a rule that a routine was *made_with* and that is not among *rules*.

    With *no_more*, also of one that it was not made under.
    """
    names = [rule_name(rule) for rule in rules]
    for name in made_with.rules:
        if name not in names:
            message = f"the routine was made under the rule {show(name)}"
            yield Problem(ProblemCode.CONTRADICTION, message, "give it again", path="rules")
    for name in names if no_more else ():
        if name not in made_with.rules:
            message = f"the routine was not made under the rule {show(name)}"
            remedy = nearest(name, made_with.rules) or "leave it away"
            yield Problem(ProblemCode.CONTRADICTION, message, remedy, path="rules")


def pool_in(catalogue: Catalogue) -> Pool:
    """Return the exercises of *catalogue* with what is reckoned from them once, kept with it."""
    pool = catalogue.kept.get("pool")
    if pool is None:
        pool = catalogue.kept["pool"] = Pool(catalogue, load_safety())
    return cast("Pool", pool)


@lru_cache(maxsize=64)
def _policy_digest(policy: Policy) -> str:
    if policy is default_policy(policy.goal):
        return default_policy_digest(policy.goal)
    return digest_of(policy)


def made_with(catalogue: Catalogue, policy: Policy, rules: Iterable[OwnRule] = ()) -> Provenance:
    """Return what makes a routine now: versions, and digests of what is chosen from and by."""
    names = tuple(rule_name(rule) for rule in rules)
    return Provenance(__version__, data_version(), catalogue.digest, _policy_digest(policy), names)


def unknown_recent(request: Request, catalogue: Catalogue) -> list[Reason]:
    """Return the remark on recent exercises that *catalogue* does not have, if there are any."""
    strange = [id for id in request.recent if id not in catalogue]
    return [because(ReasonCode.UNKNOWN_RECENT, ids=",".join(strange))] if strange else []


def catalogue_differs(routine: Routine, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return the remark that *routine* was made from another catalogue than this one, if it was."""
    made_from = routine.made_with.catalogue
    differs = made_from and made_from != catalogue.digest
    return (because(ReasonCode.CATALOGUE_DIFFERS),) if differs else ()


def not_from_a_protocol(routine: Routine) -> Iterable[Problem]:
    """Yield the problem of a *routine* in which nothing was chosen, taken from a protocol."""
    if routine.protocol is not None:
        message = f"the routine was taken from the protocol {routine.protocol.id}"
        remedy = "nothing was chosen in it; str(routine) says what it is"
        yield Problem(ProblemCode.CONTRADICTION, message, remedy, path="routine")


def catalogue_forgotten(routine: Routine, given: object, known: Catalogue) -> Iterable[Problem]:
    """Yield a problem for each exercise that *routine* includes and the packaged catalogue lacks.

    Where a catalogue was *given*, an exercise that it lacks is another matter: there is no routine.
    """
    if given is not None:
        return
    for id in routine.request.include:
        if id not in known:
            yield Problem(
                ProblemCode.UNKNOWN_EXERCISE,
                f"the routine includes {show(id)}, which is no packaged exercise",
                "give the catalogue= that the routine was built with",
                path="catalogue",
                value=show(id),
            )


def asked_again(
    routine: Routine | CompactRoutine, cautions: Iterable[Caution | CautionWord] | None
) -> Request:
    """Return the routine's request, with *cautions* given again where they were withheld.

    Raises `RequestError` when they are needed or wrong.
    """
    if cautions is not None:
        words = {"minutes": routine.request.minutes, "cautions": cautions}
        return evolve(routine.request, cautions=Request.from_words(words).cautions)
    if routine.cautions_withheld:
        raise RequestError(
            [
                Problem(
                    ProblemCode.MISSING_FIELD,
                    "the routine was stored without its cautions",
                    "give cautions= again; cautions=() if there are none",
                    path="cautions",
                )
            ]
        )
    return routine.request
