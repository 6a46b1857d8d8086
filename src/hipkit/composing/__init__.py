"""From a request to the routine that is worth most, and why.

The pipeline, each stage a value in and a value out: eligible, chosen, ordered, explained. It takes any
collection of exercises and knows no files and no language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..errors import Problem, ProblemCode, RequestError
from ..model import (
    Exercise,
    OwnRule,
    Policy,
    Provenance,
    Reason,
    ReasonCode,
    Request,
    Routine,
    Safety,
    Tip,
    because,
)
from .arguments import listed, refuse_strangers
from .assembling import assembled, slots_of
from .deciding import decide as decide
from .explaining import explain_choice
from .ordering import order
from .policy import ACTIVATION as ACTIVATION
from .policy import MOBILITY as MOBILITY
from .policy import RECOVERY as RECOVERY
from .policy import STRENGTH as STRENGTH
from .policy import default_policy as default_policy
from .preparing import Pool as Pool
from .preparing import pool_of as pool_of

if TYPE_CHECKING:  # loaded when they are first touched: a routine does without them
    from .accounting import account_for as account_for
    from .accounting import why_not as why_not
    from .changing import Terms as Terms
    from .changing import alternatives_to as alternatives_to
    from .changing import substituted as substituted
    from .protocols import follow as follow
    from .resizing import resized as resized

__all__ = [
    "Terms",
    "account_for",
    "alternatives_to",
    "compose",
    "decide",
    "default_policy",
    "follow",
    "resized",
    "substituted",
    "why_not",
]


def other_goal(policy: Policy, request: Request) -> Problem:
    """Return the problem of a *policy* that is for another goal than *request*."""
    return Problem(
        ProblemCode.CONTRADICTION,
        f"the policy is for {policy.goal.value}, the request for {request.goal.value}",
        "give a policy of the same goal",
        path="policy",
    )


def compose(
    request: Request,
    exercises: Iterable[Exercise],
    *,
    safety: Safety,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
    tips: Iterable[Tip] = (),
    made_with: Provenance | None = None,
    remarks: Iterable[Reason] = (),
) -> Routine:
    """Return the routine of *exercises* that is worth most for *request* under *policy*.

    Its typical duration never exceeds the minutes asked for; no routine that *safety* allows is worth
    more, and its explanation carries the proof; *rules* may keep exercises out as well. Order of *exercises* never matters; a `Pool` of them
    remembers what it reckoned, for many calls.
    Raises `NoRoutine` with reasons and verified relaxations, `SeekAdvice` with a notice and none,
    `RequestError` when *policy* is for another goal, and for what is no request, exercise or safety rule.
    """
    if not isinstance(exercises, Pool):
        exercises = listed("exercises", exercises)
    tips, remarks = listed("tips", tips), listed("remarks", remarks)
    refuse_strangers(
        ("request", Request, (request,)),
        ("exercises", Exercise, () if isinstance(exercises, Pool) else exercises),
        ("safety", Safety, (safety,)),
        ("policy", Policy, () if policy is None else (policy,)),
        ("tips", Tip, tips),
        ("made_with", Provenance, () if made_with is None else (made_with,)),
        ("remarks", Reason, remarks),
    )
    used = default_policy(request.goal) if policy is None else policy
    if used.goal is not request.goal:
        raise RequestError([other_goal(used, request)])
    pool = pool_of(exercises, safety).under(tuple(rules))
    eligible, choice, seed_lost = decide(request, pool, used)
    ordered = order(choice.offers, used.phase_of, request)
    said = [*remarks]
    if seed_lost:
        said.append(because(ReasonCode.SEED_WITHOUT_EFFECT))
    return assembled(
        request,
        slots_of(ordered, used, request, safety),
        explain_choice(choice, ordered, eligible, request, said),
        safety,
        tips,
        made_with or Provenance(),
    )


_LATER = {
    "account_for": "accounting",
    "why_not": "accounting",
    "Terms": "changing",
    "alternatives_to": "changing",
    "substituted": "changing",
    "follow": "protocols",
    "resized": "resizing",
}


def __getattr__(name: str) -> object:
    """Load *name* from its file, once."""
    file = _LATER.get(name)
    if file is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{file}"), name)
    return value
