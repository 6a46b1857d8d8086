"""The one file here that knows hipkit's rooms inside; everything else uses what is promised.

When those rooms change, change this file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import hipkit
from hipkit.asking.arguments import pool_in
from hipkit.composing._search import Task
from hipkit.composing.selection import choose, state

from .records import Answer


class Posed(NamedTuple):
    """A request's problem in integers, of how many exercises, and the call that makes the choice alone."""

    task: Task
    eligible: int
    answer: Callable[[], Answer]


def pose(
    request: hipkit.Request, catalogue: hipkit.Catalogue, policy: hipkit.Policy | None = None
) -> Posed:
    """Return the problem that hipkit's search is given for *request*, ready to be answered."""
    used = hipkit.default_policy(request.goal) if policy is None else policy
    pool = pool_in(catalogue)  # the catalogue keeps it, so it is prepared once
    kept = pool.eligible(request, used).kept
    stated = state(kept, pool.prepared(used, request.level), request)

    def answer() -> Answer:
        choice = choose(stated)
        return None if choice is None else (choice.answer.worth, choice.answer.seconds)

    return Posed(stated.task, len(kept), answer)
