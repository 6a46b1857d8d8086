"""The page of what each caution leaves out and shows, and of all stops."""

from __future__ import annotations

import hipkit
from hipkit import CautionRule, Condition, Words

from .parts import code, codes, page, table, text


def _condition(words: Words, condition: Condition) -> str:
    said = text(words.say(f"property.{condition.property}"))
    return f"{said} ({code(condition.property)}): {codes(condition.words)}"


def _caution(words: Words, rule: CautionRule) -> list[str]:
    rows = [
        [
            " **and** ".join(_condition(words, each) for each in avoidance.when),
            f"{code(avoidance.citation.key)}, {text(avoidance.citation.grade.value)}",
            text(avoidance.citation.reason) or "–",
        ]
        for avoidance in rule.avoid
    ]
    parts = [
        f"## {text(rule.caution.value)}",
        f"Label: “{text(rule.label)}”",
        table(["leaves out exercises with", "basis, grade", "why, beyond the basis"], rows),
    ]
    for limit in rule.effort_limits:
        which = " **and** ".join(_condition(words, each) for each in limit.when) or "all exercises"
        most = text(words.say(f"effort-word.{limit.at_most.value}"))
        basis = f"{code(limit.citation.key)}, {text(limit.citation.grade.value)}"
        reason = text(limit.citation.reason)
        parts.append(f"**No harder than {most}:** {which} ({basis}: {reason})")
    if rule.no_routine_for:
        goals = codes(goal.value for goal in rule.no_routine_for)
        parts.append(f"**Advice only, no routine, for:** {goals}")
    safety = hipkit.load_safety()
    notices = [safety.notice(id) for id in rule.notices]
    if notices:
        lines = [f"- {text(each.moment.value)}: {text(each.text)}" for each in notices]
        parts += ["Shown with the routine:", "\n".join(lines)]
    return parts


def caution_page() -> str:
    """Return the page of what each caution leaves out and shows, and of all stops."""
    words, safety = hipkit.load_words(), hipkit.load_safety()
    parts = [
        (
            "What each caution leaves out, as data over the properties that exercises state. A property "
            "that an exercise does not state counts as met. A caution has no side, so both are spared. "
            "It is no diagnosis. Grade A: trials, reviews or position stands; B: weaker studies or "
            "consensus; C: opinion or convention."
        ),
    ]
    for rule in safety.cautions:
        parts += _caution(words, rule)
    stops = "\n".join(f"- {text(stop)}" for stop in safety.stops)
    return page(
        "Cautions and stops",
        *parts,
        "## Stops",
        "Reasons not to exercise. They are shown with every routine and are no field of a request.",
        stops,
    )
