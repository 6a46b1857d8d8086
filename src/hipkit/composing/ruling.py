"""What an app's own rules say.

Rule: they are asked last, and can only keep out. What a rule answers is checked, because a slip in it
must not let an exercise come; what it raises is its own, with a note on what it was asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..errors import Problem, ProblemCode, RequestError, show
from ..model import Exercise, Reason, ReasonCode, Request, because
from ..model.own_rule import LONGEST_WHY, OwnRule, rule_name


def ruled_out(exercise: Exercise, request: Request, rules: Iterable[OwnRule]) -> Iterator[Reason]:
    """Yield why *rules* keep *exercise* out of an answer to *request*: one reason for each that does.

    Raises `RequestError` when a rule answers anything but None or a line of text.
    """
    for rule in rules:
        name = rule_name(rule)
        try:
            why: object = rule(exercise, request)
        except Exception as error:
            error.add_note(f"raised by the rule {name!r}, asked about {exercise.id!r}")
            raise
        if why is None:
            continue
        if not isinstance(why, str) or not _is_a_line(why):
            raise RequestError([_no_answer(name, exercise, why)])
        yield because(ReasonCode.OWN_RULE, exercise.id, rule=name, why=str(why))


def _is_a_line(why: str) -> bool:
    return 0 < len(why) <= LONGEST_WHY and why.isprintable() and why == why.strip()


def _no_answer(name: str, exercise: Exercise, why: object) -> Problem:
    return Problem(
        ProblemCode.MALFORMED if isinstance(why, str) else ProblemCode.WRONG_TYPE,
        f"the rule {show(name)} answered {show(why)} about {show(exercise.id)}",
        f"answer None, or in one plain line of 1 to {LONGEST_WHY} characters why not",
        path="rules",
        value=show(why),
    )
