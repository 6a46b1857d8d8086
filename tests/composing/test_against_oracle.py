"""Exact: hipkit beside CP-SAT, on recorded answers, and live where OR-tools is installed.

Where a request is the subject, the problem is stated a second time, by code that shares nothing with
the rooms that decide (`benchmarks/statement.py`). So a mistake in who may come, in seconds, in worth or
in a room shows here as well as one in the search.
"""

from __future__ import annotations

import pytest
from attrs import evolve
from benchmarks import records
from benchmarks.catalogues import mislabelled, realistic
from benchmarks.tasks import random_tasks

import hipkit
from hipkit.composing._search import solve

STANDS_ON, RECORDED = records.read()
A_FEW, MANY = range(45), range(45, 405)


def check_recorded(told: list[str]) -> None:
    """Fail with the first differences, if there are any."""
    assert not told, "\n".join([f"{len(told)} differ", *told[:10]])


def test_the_recorded_answers_are_of_this_data() -> None:
    """Whoever changes records, safety rules or a default policy records the answers anew."""
    assert records.stands_on() == STANDS_ON, records.ANEW


def test_the_recorded_answers_are_to_the_requests_that_are_drawn() -> None:
    """And these go over every field; some of them allow no routine."""
    words = [each.words for each in RECORDED]
    assert words[:50] == [*records.draw(50)], records.ANEW
    assert len(words) == records.COUNT >= 1_000
    fields = [name for each in words for name in each]
    for name in ("equipment", "focus", "cautions", "positions", "include", "exclude", "recent"):
        assert fields.count(name) > 150
    assert 50 < sum(each.answer is None for each in RECORDED) < 300


def test_recorded_routines_are_worth_what_cp_sat_found() -> None:
    """Every recorded request that has a routine: the same worth in the same seconds."""
    check_recorded(records.mismatches(each for each in RECORDED if each.answer))


def test_recorded_refusals_are_refused() -> None:
    """Every recorded request for which CP-SAT found nothing: NoRoutine, or SeekAdvice."""
    check_recorded(records.mismatches(each for each in RECORDED if not each.answer))


def test_a_difference_is_told() -> None:
    """An answer that is worth one more than hipkit's is reported, with the request."""
    routine = next(each for each in RECORDED if each.answer)
    refusal = next(each for each in RECORDED if not each.answer)
    worth, seconds = routine.answer or (0, 0)
    wrong = [routine._replace(answer=(worth + 1, seconds)), refusal._replace(answer=(1, 1))]
    told = records.mismatches(wrong)
    assert len(told) == 2
    assert f"CP-SAT ({worth + 1}, {seconds})" in told[0]
    assert "hipkit None" in told[1]


def check_tasks(numbers: range) -> None:
    """Compare the search with CP-SAT on abstract problems."""
    oracle = pytest.importorskip("benchmarks.oracle", exc_type=ImportError)
    for number, task in zip(numbers, random_tasks(numbers), strict=True):
        answer, verdict = solve(task), oracle.solve(task)
        assert verdict.proved
        found = None if answer is None else (answer.worth, answer.seconds)
        assert found == verdict.answer, number


def check_catalogues(numbers: range) -> None:
    """Compare hipkit with CP-SAT on made-up catalogues of 50 to 300 exercises."""
    record = pytest.importorskip("benchmarks.record", exc_type=ImportError)
    routines = 0
    for number, words in zip(numbers, records.draw(len(numbers), numbers.start), strict=True):
        catalogue = realistic((50, 160, 300)[number % 3], number // 30)
        asked = {name: value for name, value in words.items() if name not in ("include", "exclude")}
        if number % 5 == 0:
            asked["exclude"] = sorted(catalogue.ids[::3])
        found = records.answer_of(asked, catalogue)
        assert found == record.oracle_answer(asked, catalogue), (number, asked)
        routines += found is not None
    assert routines > len(numbers) // 2


def test_abstract_problems_live() -> None:
    """Sizes 20, 60 and 160; plain, forced, capped, tie-heavy, with negative worths."""
    check_tasks(A_FEW)


@pytest.mark.patient
def test_many_abstract_problems_live() -> None:
    """The same, hundreds of them."""
    check_tasks(MANY)


def test_made_up_catalogues_live() -> None:
    """Catalogues that nobody tuned a policy for."""
    check_catalogues(A_FEW)


@pytest.mark.patient
def test_many_made_up_catalogues_live() -> None:
    """The same, hundreds of them."""
    check_catalogues(MANY)


def strange(goal: hipkit.Goal, main: int, impact: int, warm_up: int) -> hipkit.Policy:
    """Return the default policy with other first bonuses, so that the unbound best is not allowed."""
    policy = hipkit.default_policy(goal)
    added = {"main": main, "warm-up": warm_up, "cool-down": 0}

    def changed(group: hipkit.GroupPolicy) -> hipkit.GroupPolicy:
        more = impact if group.group == "impact" else added[group.phase]
        return evolve(group, bonuses=tuple(each + more for each in group.bonuses))

    return evolve(policy, name="strange", groups=tuple(changed(each) for each in policy.groups))


@pytest.mark.parametrize(
    ("main", "impact", "warm_up"), [(-60_000, -60_000, 0), (0, 60_000, -60_000), (0, 0, -60_000)]
)
def test_policies_that_no_one_should_use_live(main: int, impact: int, warm_up: int) -> None:
    """A main item, and a move before a landing, are there even where the policy dislikes them."""
    record = pytest.importorskip("benchmarks.record", exc_type=ImportError)
    for words in records.draw(16, impact):
        policy = strange(hipkit.Goal(words["goal"]), main, impact, warm_up)
        asked = {**words, "level": "advanced"}
        made_up = {n: v for n, v in words.items() if n not in ("include", "exclude")}
        made_up["level"] = "beginner"  # to whom some of the made-up jumps claim to be open
        for question, catalogue in ((asked, None), (made_up, realistic(300))):
            found = records.answer_of(question, catalogue, policy)
            assert found == record.oracle_answer(question, catalogue, policy), question


@pytest.mark.parametrize("level", [str(each) for each in hipkit.Level])
def test_a_catalogue_that_calls_everything_easy_live(level: str) -> None:
    """Jumps, low bands and long levers stay away from those they are not for, whatever records say."""
    record = pytest.importorskip("benchmarks.record", exc_type=ImportError)
    kit = [str(each) for each in hipkit.Equipment]
    for group in ("impact", "abduction", "adduction"):
        asked = {"minutes": 45, "level": level, "equipment": kit, "focus": [group]}
        policy = strange(hipkit.Goal.STRENGTH, 0, 60_000, 0)
        found = records.answer_of(asked, mislabelled(), policy)
        assert found == record.oracle_answer(asked, mislabelled(), policy), asked


def test_other_requests_live() -> None:
    """Requests over the packaged catalogue that are not among the recorded ones."""
    record = pytest.importorskip("benchmarks.record", exc_type=ImportError)
    for words in records.draw(36, 7):
        assert records.answer_of(words) == record.oracle_answer(words), words
