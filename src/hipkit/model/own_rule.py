"""A rule of an app's own: what it may say of an exercise.

Rule: a rule only ever keeps out. It is a pure function of an exercise and a request: the same question
gets the same answer, in any order, in any process.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from .exercise import Exercise
from .request import Request

OwnRule: TypeAlias = Callable[[Exercise, Request], str | None]
"""Answers None, or in a line of text why the exercise may not come for that request."""

LONGEST_NAME = 80
LONGEST_WHY = 300
"""Characters of a rule's name, and of its answer."""


def rule_name(rule: OwnRule) -> str:
    """Return what *rule* is called: its own name, that of the function in a partial, or its class's."""
    named = getattr(rule, "func", rule)
    return str(getattr(named, "__name__", None) or type(named).__name__)
