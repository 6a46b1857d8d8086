"""What is said in corners: two unknown ids, a hundred rules, a rule that is not the one that was given."""

from __future__ import annotations

import pytest

import hipkit
from hipkit import Exercise, Request, RequestError


def no_lunges(exercise: Exercise, _request: Request) -> str | None:
    """Keep lunges out."""
    return "no lunges" if "lunge" in exercise.id else None


def only_floor_work(_exercise: Exercise, _request: Request) -> str | None:
    """Keep nothing out."""
    return None


def only_floor_wrk(exercise: Exercise, request: Request) -> str | None:
    """Do as another rule does, under a name that differs by a letter."""
    return no_lunges(exercise, request)


def paths(error: RequestError) -> list[str]:
    """Return where each problem of *error* is."""
    return [each.path for each in error.problems]


def test_unknown_ids_of_a_request_are_told_by_their_field_beside_other_problems() -> None:
    """Also where the request is one value."""
    asked = Request(20, include=("clamshel",), exclude=("side-lung",))
    with pytest.raises(RequestError) as caught:
        hipkit.build_routine(asked, policy=7)  # type: ignore[arg-type]
    assert paths(caught.value) == ["policy", "include", "exclude"]


def test_a_hundred_rules_are_read_and_one_more_is_too_many() -> None:
    """None of them is dropped."""

    def named(number: int) -> object:
        def rule(_exercise: Exercise, _request: Request) -> None:
            return None

        rule.__name__ = rule.__qualname__ = f"rule_{number}"
        return rule

    hundred = [named(number) for number in range(100)]
    assert len(hipkit.build_routine(5, rules=hundred).made_with.rules) == 100  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="more than 100 rules"):
        hipkit.build_routine(5, rules=[*hundred, no_lunges])  # type: ignore[list-item]


def test_what_is_no_rule_is_shown() -> None:
    """With its place."""
    with pytest.raises(RequestError) as caught:
        hipkit.build_routine(20, rules=[no_lunges, "lunges"])  # type: ignore[list-item]
    (problem,) = caught.value.problems
    assert (problem.path, problem.value) == ("rules[1]", "'lunges'")


def test_a_rule_that_a_routine_was_not_made_under_is_told_with_the_nearest() -> None:
    """Where a routine is explained, every rule counts."""
    routine = hipkit.build_routine(20, rules=[only_floor_work, no_lunges])
    with pytest.raises(RequestError) as caught:
        hipkit.explain(routine, rules=[only_floor_work, no_lunges, only_floor_wrk])
    (problem,) = caught.value.problems
    assert problem.message == "the routine was not made under the rule 'only_floor_wrk'"
    assert problem.remedy == "did you mean 'only_floor_work'?"


def test_strange_recent_exercises_are_listed_with_a_comma_between() -> None:
    """So that an app can take them apart."""
    routine = hipkit.build_routine(20, recent=["acme.one", "acme.two"])
    (remark,) = [each for each in routine.explanation.remarks if each.code == "unknown-recent"]
    assert dict(remark.facts)["ids"] == "acme.one,acme.two"


def test_the_weeks_of_a_protocol_are_named_from_the_first_to_the_last() -> None:
    """However many there are."""
    evidence = hipkit.load_evidence()
    for protocol in evidence.protocols:
        weeks = sorted({week for item in protocol.items for week in item.weeks})
        with pytest.raises(RequestError) as caught:
            hipkit.routine_from_protocol(protocol.id, week=99)
        (problem,) = caught.value.problems
        wanted = f"use {weeks[0]} to {weeks[-1]}" if len(weeks) > 1 else f"use {weeks[0]}"
        assert problem.remedy == wanted
