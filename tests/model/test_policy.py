"""A policy is taste within safety: what the search relies on is refused at once."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Goal, Group, GroupPolicy, InvalidValue, Kind, Phase, PhasePolicy, Policy
from hipkit.composing import default_policy
from hipkit.composing.eligibility import _KINDS_OF_GOAL
from hipkit.composing.selection import phase_room, room_of
from hipkit.testing import policies

STRENGTH = default_policy(Goal.STRENGTH)


@pytest.mark.parametrize("goal", Goal)
def test_every_goal_has_a_policy_of_its_own(goal: Goal) -> None:
    """Named after its goal, with a main phase, and no kind that the goal can never hold."""
    policy = default_policy(goal)
    assert (policy.goal, policy.name) == (goal, goal.value)
    assert Phase.MAIN in {each.phase for each in policy.phases}
    assert {each.kind for each in policy.kinds} <= _KINDS_OF_GOAL[goal]


@pytest.mark.parametrize(
    ("goal", "minutes"),
    [(Goal.STRENGTH, 45), (Goal.ACTIVATION, 15), (Goal.MOBILITY, 30), (Goal.RECOVERY, 30)],
)
def test_the_longest_useful_sessions_are_those_of_the_practice_rules(
    goal: Goal, minutes: int
) -> None:
    """practice.md 1.7."""
    assert default_policy(goal).useful_minutes == minutes


def test_warm_up_and_cool_down_keep_within_the_practice_rules() -> None:
    """A warm-up takes 20 % and 8 minutes at most, a cool-down 15 % and 8 minutes."""
    phases = {each.phase: each for each in STRENGTH.phases}
    assert phases[Phase.WARM_UP].share_percent <= 20
    assert phases[Phase.COOL_DOWN].share_percent <= 15
    assert max(phases[each].most_seconds for each in (Phase.WARM_UP, Phase.COOL_DOWN)) <= 480


@pytest.mark.parametrize("curve", [(), (50, 40), (10, 20, 40), (-1, 5), (0, 100, 90)], ids=str)
def test_a_curve_over_sets_never_falls_nor_steepens(curve: tuple[int, ...]) -> None:
    """From the second set on it rises ever less."""
    with pytest.raises(InvalidValue, match="set_percent"):
        PhasePolicy(Phase.MAIN, 100, 7_200, curve, 0)


@pytest.mark.parametrize("bonuses", [(1, 2), (5, 5, 6), (1.5,), ("a",), (2_000_000,)], ids=str)
def test_bonuses_never_rise(bonuses: Any) -> None:
    """The search relies on it."""
    with pytest.raises(InvalidValue, match="bonuses"):
        GroupPolicy(Group.HINGE, Phase.MAIN, 100, bonuses)


@pytest.mark.parametrize(
    "changes",
    [
        {"phases": (STRENGTH.phases[0],)},
        {"phases": (*STRENGTH.phases[:2], evolve(STRENGTH.phases[0], share_percent=3))},
        {"phases": STRENGTH.phases[1:]},
        {"groups": (*STRENGTH.groups, evolve(STRENGTH.groups[0], weight_percent=1))},
    ],
    ids=["no-main", "phase-twice", "group-without-phase", "group-twice"],
)
def test_phases_and_groups_stand_once_and_fit_together(changes: dict[str, Any]) -> None:
    """The main phase is there, each phase and group once, each group in a phase."""
    with pytest.raises(InvalidValue, match="groups"):
        evolve(STRENGTH, **changes)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("focus_percent", 151),
        ("focus_percent", 99),
        ("focus_helper_percent", 151),
        ("useful_minutes", 4),
        ("useful_minutes", 121),
        ("variety_percent", 101),
        ("grade_base", -1),
        ("loaded_percent", 99),
        ("kinds", ()),
        ("name", ""),
        ("goal", "strength!"),
        ("level_percent", (100, 70)),
        ("level_percent", (100, 70, "30")),
        ("place_percent", (100, 70, 30)),
        ("place_percent", (100, 100, 100, 100, 201)),
    ],
)
def test_a_weight_out_of_range_is_refused(field: str, value: Any) -> None:
    """Every limit of taste is a limit, and the problem names the field."""
    with pytest.raises(InvalidValue) as caught:
        evolve(STRENGTH, **{field: value})
    assert caught.value.problems[0].path.startswith(field)


@given(policies(), st.integers(5, 119))
def test_rooms_never_shrink_when_minutes_grow(policy: Policy, minutes: int) -> None:
    """Monotone: more minutes give at least as much room, in all and in each phase."""
    less, more = (
        room_of(hipkit.Request(asked, goal=policy.goal), policy) for asked in (minutes, minutes + 1)
    )
    assert less <= more <= 60 * policy.useful_minutes
    for phase in policy.phases:
        assert phase_room(phase, less) <= phase_room(phase, more) <= more


@given(policies(), st.sampled_from(hipkit.Caution))
def test_no_policy_unlocks_what_a_caution_forbids(policy: Policy, caution: hipkit.Caution) -> None:
    """Whatever the taste, what a caution avoids under the usual policy stays away."""
    asked = hipkit.Request(goal=policy.goal, level="advanced", cautions=[caution])
    from hipkit.composing.eligibility import sift

    loose = evolve(policy, kinds=tuple(hipkit.KindPolicy(kind) for kind in Kind))
    safety, catalogue = hipkit.load_safety(), hipkit.load_catalogue()
    kept = set(sift(catalogue, asked, loose, safety).kept)
    avoided = {
        verdict.exercise
        for verdict in sift(catalogue, asked, default_policy(policy.goal), safety).dropped
        if any(reason.code is hipkit.ReasonCode.CAUTION for reason in verdict.reasons)
    }
    assert not kept & avoided
