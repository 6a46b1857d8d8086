"""A landing never comes without a warm-up move before it, whatever is worth most."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import hipkit
from hipkit import (
    Exercise,
    Goal,
    Group,
    Impact,
    Kind,
    Level,
    NoRoutine,
    Phase,
    ReasonCode,
    Routine,
    compose,
    load_safety,
)
from hipkit.composing.eligibility import lands
from hipkit.testing import catalogues, check_optimal, requests, sample_exercise

LANDINGS = [each.id for each in hipkit.load_catalogue().where(group=Group.IMPACT)]


def exercise(id: str, group: Group, kind: Kind, seconds: int, **changes: Any) -> Exercise:
    """Return an exercise of two sets that takes *seconds*, from the intermediate level up."""
    dose = hipkit.DoseBand(
        Goal.STRENGTH,
        Level.INTERMEDIATE,
        hipkit.Span(2, 2),
        hipkit.Span(seconds // 2, seconds // 2),
        count_of=hipkit.CountOf.SECONDS,
        rest=0,
        set_up=0,
    )
    made = evolve(
        sample_exercise(),
        id=id,
        family=id,
        group=group,
        kind=kind,
        level=Level.INTERMEDIATE,
        dose=(dose,),
        muscles=tuple(
            hipkit.MuscleUse(muscle, hipkit.MuscleRole.PRIME_MOVER, 3)
            for muscle in (hipkit.Muscle.GLUTEUS_MAXIMUS, hipkit.Muscle.QUADRICEPS)
        ),
    )
    return evolve(made, **changes)


HOP = exercise("probe.hop", Group.IMPACT, Kind.PLYOMETRIC, 60)
SQUAT = exercise("probe.squat", Group.SINGLE_LEG_BEND, Kind.STRENGTH, 280)
MARCH = exercise("probe.march", Group.RAISE, Kind.RAISE, 50)
LONG_MARCH = exercise("probe.long-march", Group.RAISE, Kind.RAISE, 90)


def composed(*exercises: Exercise, minutes: int = 5, **words: Any) -> Routine:
    """Return the routine of *exercises*, judged by other means too."""
    catalogue = hipkit.Catalogue(exercises)
    words.setdefault("level", "advanced")
    routine = hipkit.build_routine(minutes, catalogue=catalogue, **words)
    check_optimal(routine, catalogue, words.get("policy"))
    return routine


def ids(routine: Routine) -> list[str]:
    """Return the ids of a routine in order."""
    return [slot.exercise.id for slot in routine.slots]


def is_ready(routine: Routine) -> bool:
    """Return whether a routine has no landing, or a warm-up move before the first."""
    places = [index for index, slot in enumerate(routine.slots) if lands(slot.exercise)]
    return not places or any(slot.phase is Phase.WARM_UP for slot in routine.slots[: places[0]])


def test_a_landing_brings_its_warm_up_along() -> None:
    """The march comes first, and would not have come by itself where it is worth too little."""
    assert ids(composed(HOP, MARCH)) == ["probe.march", "probe.hop"]


def test_without_a_warm_up_there_is_no_landing() -> None:
    """Something else is done, even if the landing were worth more."""
    assert ids(composed(HOP, SQUAT)) == ["probe.squat"]


def test_the_better_of_both_is_taken() -> None:
    """The landing with its march, or no landing: whichever is worth more in the time."""
    together = composed(HOP, MARCH, SQUAT, minutes=20)
    assert ids(together) == ["probe.march", "probe.hop", "probe.squat"]
    either = composed(HOP, MARCH, SQUAT)
    assert ids(either) in (["probe.march", "probe.hop"], ["probe.squat"])


def test_a_landing_alone_is_no_routine() -> None:
    """And the refusal says what it lacks."""
    with pytest.raises(NoRoutine) as caught:
        composed(HOP)
    assert [reason.code for reason in caught.value.reasons] == [ReasonCode.NO_MAIN_ITEM]


@pytest.mark.parametrize(
    ("others", "minutes", "seconds", "room"),
    [((), 5, 0, 54), ((LONG_MARCH,), 5, 90, 54), ((MARCH,), 5, None, None)],
)
def test_an_included_landing_needs_a_warm_up_that_fits(
    others: tuple[Exercise, ...], minutes: int, seconds: int | None, room: int | None
) -> None:
    """None there, too long, or just right."""
    if seconds is None:
        assert ids(composed(HOP, *others, minutes=minutes, include=["probe.hop"])) == [
            "probe.march",
            "probe.hop",
        ]
        return
    with pytest.raises(NoRoutine) as caught:
        composed(HOP, *others, minutes=minutes, include=["probe.hop"])
    (reason,) = caught.value.reasons
    assert reason.code is ReasonCode.LANDING_WITHOUT_WARM_UP
    assert (reason["seconds"], reason["room"]) == (seconds, room)
    assert "A landing needs a warm-up move before it" in str(caught.value)


def test_more_time_is_offered_where_it_helps() -> None:
    """The least that makes room for the march in the share of the warm-up."""
    with pytest.raises(NoRoutine) as caught:
        composed(HOP, LONG_MARCH, include=["probe.hop"])
    values = {change.value for each in caught.value.relaxations for change in each.changes}
    assert values == {"9"}
    assert ids(composed(HOP, LONG_MARCH, minutes=9, include=["probe.hop"])) == [
        "probe.long-march",
        "probe.hop",
    ]


def test_kit_and_positions_are_offered_where_only_a_warm_up_waits_for_them() -> None:
    """A step for the march is a hint when a landing was asked for."""
    stepping = evolve(MARCH, needs=((hipkit.Equipment.STEP,),))
    with pytest.raises(NoRoutine) as caught:
        composed(HOP, stepping, include=["probe.hop"])
    values = {change.value for each in caught.value.relaxations for change in each.changes}
    assert "step" in values


def test_an_included_warm_up_is_one() -> None:
    """Whatever else is asked for."""
    assert ids(composed(HOP, MARCH, include=["probe.march", "probe.hop"])) == [
        "probe.march",
        "probe.hop",
    ]


def test_what_lands_is_told_by_kind_or_by_exposure() -> None:
    """An own exercise of another group that states an impact needs its warm-up as well."""
    jumping = evolve(SQUAT, exposures=hipkit.Exposures(impact=Impact.TWO_LEG))
    assert lands(jumping)
    assert lands(HOP)
    assert not lands(SQUAT)
    with pytest.raises(NoRoutine):
        composed(jumping)


def test_what_lands_is_no_warm_up() -> None:
    """A landing that calls itself a warm-up move prepares nothing, itself included."""
    skipping = evolve(MARCH, id="probe.skip", family="probe.skip", kind=Kind.LANDING)
    assert ids(composed(skipping, SQUAT)) == ["probe.squat"]
    assert ids(composed(skipping, HOP, SQUAT)) == ["probe.squat"]
    answer = hipkit.explain(
        composed(skipping, SQUAT), "probe.skip", catalogue=hipkit.Catalogue((skipping, SQUAT))
    )
    assert [reason.code for reason in answer.reasons] == [ReasonCode.NOT_FOR_GOAL]


@pytest.mark.parametrize("id", LANDINGS)
@pytest.mark.parametrize("minutes", [5, 7, 10, 15, 20, 30])
def test_every_packaged_landing_can_be_asked_for(id: str, minutes: int) -> None:
    """With its warm-up, or with a refusal that says so."""
    try:
        routine = hipkit.build_routine(
            minutes, level="advanced", include=[id], equipment=["step", "chair"]
        )
    except NoRoutine as refusal:
        assert refusal.relaxations
        codes = {reason.code for reason in refusal.reasons}
        assert codes <= {ReasonCode.LANDING_WITHOUT_WARM_UP, ReasonCode.INCLUDES_OVER_TIME}
        assert minutes < 10
    else:
        assert is_ready(routine)
        check_optimal(routine)


@settings(deadline=None)
@given(st.data())
def test_no_drawn_routine_lands_unprepared(data: st.DataObject) -> None:
    """Landing: whatever the catalogue, request and seed."""
    catalogue = data.draw(catalogues(max_size=6, goals=[Goal.STRENGTH]))
    known = evolve(catalogue, exercises=(*catalogue, HOP, MARCH, SQUAT))
    request = data.draw(requests(catalogue=known, goals=[Goal.STRENGTH], cautions=False))
    try:
        routine = compose(request, known, safety=load_safety())
    except NoRoutine:
        return
    assert is_ready(routine)
    if request.seed is None:
        check_optimal(routine, known)


def test_what_may_not_land_is_no_runner_up() -> None:
    """Without a warm-up move the hop is no rival of the rise that stays down, though worth more."""
    rise = exercise("probe.rise", Group.IMPACT, Kind.STRENGTH, 60, muscles=HOP.muscles[:1])
    cold = composed(HOP, rise)
    warm = composed(HOP, rise, MARCH)
    assert ids(cold) == ["probe.rise"]
    assert [item.runner_up for item in cold.explanation.items] == [None]
    assert "probe.hop" in ids(warm)
    assert warm.explanation.items[-1].runner_up == "probe.rise"


def test_a_policy_without_a_warm_up_has_no_landing() -> None:
    """Whatever the policy finds worth most: nothing can warm up, so nothing lands."""
    policy = hipkit.default_policy(Goal.STRENGTH)
    bare = evolve(
        policy,
        phases=tuple(each for each in policy.phases if each.phase is not Phase.WARM_UP),
        groups=tuple(each for each in policy.groups if each.phase is not Phase.WARM_UP),
    )
    assert ids(composed(HOP, MARCH, SQUAT, minutes=20, policy=bare)) == ["probe.squat"]
