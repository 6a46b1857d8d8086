"""An impossible request is refused with every reason, and with changes that help and are safe."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    Caution,
    Change,
    ChangeKind,
    Goal,
    NoRoutine,
    ReasonCode,
    Relaxation,
    SeekAdvice,
)
from hipkit.composing import compose
from hipkit.testing import catalogues, requests, sample_catalogue

SAMPLE = sample_catalogue()
SAFETY = hipkit.load_safety()


def refusal(minutes: int = 20, **words: Any) -> NoRoutine:
    """Return the refusal that a request over the sample catalogue meets."""
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(minutes, catalogue=words.pop("catalogue", SAMPLE), **words)
    return caught.value


def codes(error: NoRoutine) -> list[ReasonCode]:
    """Return the codes of a refusal's reasons."""
    return [reason.code for reason in error.reasons]


def kinds(relaxation: Relaxation) -> list[ChangeKind]:
    """Return what a relaxation changes."""
    return [change.kind for change in relaxation.changes]


def test_an_include_that_is_not_eligible_is_named_with_its_reasons() -> None:
    """The id, then all that keeps it out."""
    error = refusal(include=["split-squat"])
    assert codes(error) == [ReasonCode.INCLUDE_NOT_ELIGIBLE, ReasonCode.LEVEL]
    assert {reason.exercise for reason in error.reasons} == {"split-squat"}


def test_dropping_the_include_helps_and_raising_the_level_is_never_offered() -> None:
    """The level is safety: the hint is to do without."""
    error = refusal(include=["split-squat"])
    assert kinds(error.relaxations[0]) == [ChangeKind.DROP_INCLUDE]
    assert "level" not in {kind.value for each in error.relaxations for kind in kinds(each)}


def test_includes_of_one_family_clash() -> None:
    """Two of a family are refused; dropping either one helps."""
    error = refusal(level="intermediate", include=["split-squat", "supported-split-squat"])
    assert codes(error) == [ReasonCode.INCLUDES_OF_ONE_FAMILY]
    assert error.reasons[0]["ids"] == "split-squat,supported-split-squat"
    dropped = [each.changes[0].value for each in error.relaxations if len(each.changes) == 1]
    assert dropped == ["split-squat", "supported-split-squat"]


def test_includes_that_take_too_long_ask_for_the_fewest_minutes() -> None:
    """More time is offered to the minute: one less would not do."""
    names = ["floor-bridge", "side-leg-raise", "supported-split-squat", "easy-march", "leg-swing"]
    error = refusal(5, include=names)
    assert ReasonCode.INCLUDES_OVER_TIME in codes(error)
    (more,) = (each for each in error.relaxations if kinds(each) == [ChangeKind.MINUTES])
    minutes = int(more.changes[0].value)
    assert hipkit.build_routine(minutes, include=names, catalogue=SAMPLE)
    refusal(minutes - 1, include=names)


def test_too_many_includes_of_a_group_are_refused() -> None:
    """A group has a most, and the reason names it."""
    many = [
        evolve(SAMPLE["floor-bridge"], id=f"bridge-{number}", family=f"bridge-{number}")
        for number in range(3)
    ]
    error = refusal(60, catalogue=SAMPLE.with_exercises(*many), include=[each.id for each in many])
    assert codes(error) == [ReasonCode.INCLUDES_OVER_LIMIT]
    assert error.reasons[0]["group"] == "extension"


def test_positions_that_leave_no_main_item_may_be_widened() -> None:
    """The hint names a position that a main exercise waits for."""
    error = refusal(positions=["walking"])
    assert codes(error) == [ReasonCode.NO_MAIN_ITEM]
    wider = [
        each.changes[0].value for each in error.relaxations if kinds(each) == [ChangeKind.POSITIONS]
    ]
    assert set(wider) == {"side-lying", "split-stance", "supine-knees-bent"}


def test_excluding_everything_is_answered_with_what_to_allow_again() -> None:
    """The hint gives one exercise back, never a warm-up."""
    error = refusal(exclude=SAMPLE.ids)
    given_back = {
        each.changes[0].value
        for each in error.relaxations
        if kinds(each) == [ChangeKind.DROP_EXCLUDE]
    }
    assert given_back == {"floor-bridge", "side-leg-raise", "supported-split-squat"}


def test_equipment_that_an_exercise_waits_for_is_offered() -> None:
    """The hint names the thing that is missing."""
    banded = evolve(SAMPLE["floor-bridge"], needs=((hipkit.Equipment.MINI_BAND,),))
    error = refusal(catalogue=hipkit.Catalogue([banded]))
    assert [change.value for change in error.relaxations[0].changes] == ["mini-band"]


def test_a_main_item_that_is_too_long_says_how_long() -> None:
    """The shortest main item and the room for it are facts of the reason."""
    slow = evolve(
        SAMPLE["floor-bridge"],
        dose=(
            evolve(
                SAMPLE["floor-bridge"].dose[0], sets=hipkit.Span(6, 6), count=hipkit.Span(20, 20)
            ),
        ),
    )
    error = refusal(5, catalogue=hipkit.Catalogue([slow]))
    assert codes(error) == [ReasonCode.MAIN_ITEM_TOO_LONG]
    assert error.reasons[0]["seconds"] > error.reasons[0]["room"] == 300


def test_groin_pain_before_a_run_is_answered_with_advice_alone() -> None:
    """No hint, whatever else is asked; the notice is the answer."""
    with pytest.raises(SeekAdvice) as caught:
        hipkit.build_routine(20, goal="activation", cautions=["groin-pain"])
    assert caught.value.relaxations == ()
    assert caught.value.notice.text
    assert codes(caught.value) == [ReasonCode.ADVICE_ONLY]


def test_cautions_that_leave_nothing_are_answered_with_advice_alone() -> None:
    """When no kit, time or position would help, there is nothing to relax."""
    only = hipkit.Catalogue([SAMPLE["kneeling-stretch"]])
    with pytest.raises(SeekAdvice) as caught:
        hipkit.build_routine(20, goal="mobility", cautions=["kneeling-hurts"], catalogue=only)
    assert caught.value.relaxations == ()


def test_relaxations_come_cheapest_first_and_are_few() -> None:
    """Five at most, three changes at most, none a part of another."""
    error = refusal(5, include=["floor-bridge", "split-squat"], positions=["walking"])
    assert 1 <= len(error.relaxations) <= 5
    costs = [each.cost for each in error.relaxations]
    assert costs == sorted(costs)
    sets = [set(each.changes) for each in error.relaxations]
    assert all(not one < other for one in sets for other in sets)
    assert all(len(each) <= 3 for each in sets)


@given(st.data())
def test_safe_hints_are_true(data: Any) -> None:
    """Safe: every relaxation works when followed, and none touches cautions or the level."""
    catalogue = data.draw(catalogues(max_size=5))
    asked = data.draw(requests(catalogue=catalogue, seeds=False))
    try:
        compose(asked, catalogue, safety=SAFETY)
    except SeekAdvice as error:
        assert error.relaxations == ()
        return
    except NoRoutine as error:
        refused = error
    else:
        assume(False)
    assert refused.reasons or refused.request is asked
    for relaxation in refused.relaxations:
        instead = relaxation.applied_to(asked)
        assert (instead.cautions, instead.level) == (asked.cautions, asked.level)
        assert compose(instead, catalogue, safety=SAFETY).slots


@given(st.data())
def test_a_refusal_always_has_a_reason(data: Any) -> None:
    """Whatever is refused is refused with a code."""
    catalogue = data.draw(catalogues(max_size=4))
    asked = data.draw(requests(catalogue=catalogue, seeds=False))
    try:
        compose(asked, catalogue, safety=SAFETY)
    except NoRoutine as error:
        assert error.reasons


@given(st.data())
def test_changes_change_what_they_say(data: Any) -> None:
    """A change of one kind changes one field."""
    asked = data.draw(requests(catalogue=SAMPLE))
    goal = data.draw(st.sampled_from(Goal))
    assert relaxation((ChangeKind.GOAL, goal.value)).applied_to(asked) == evolve(asked, goal=goal)
    longer = relaxation((ChangeKind.MINUTES, "120")).applied_to(asked)
    assert longer == evolve(asked, minutes=120)


def relaxation(*changes: tuple[ChangeKind, str]) -> Relaxation:
    """Return a relaxation of *changes*."""
    return Relaxation(tuple(hipkit.RequestChange(*change) for change in changes), 0)


def test_several_changes_are_made_together() -> None:
    """Each of its own kind, and two of one kind."""
    asked = hipkit.Request(
        5,
        cautions=["knee-pain"],
        positions=["standing"],
        include=["floor-bridge"],
        exclude=["leg-swing", "easy-march"],
    )
    offer = relaxation(
        (ChangeKind.EQUIPMENT, "foam-roller"),
        (ChangeKind.POSITIONS, "side-lying"),
        (ChangeKind.DROP_INCLUDE, "floor-bridge"),
    )
    assert offer.applied_to(asked) == evolve(
        asked, equipment=["foam-roller"], positions=["side-lying", "standing"], include=[]
    )
    both = relaxation(
        (ChangeKind.DROP_EXCLUDE, "leg-swing"), (ChangeKind.DROP_EXCLUDE, "easy-march")
    )
    assert both.applied_to(asked) == evolve(asked, exclude=[])


def test_where_every_position_is_allowed_one_more_narrows_nothing() -> None:
    """None allows all."""
    asked = hipkit.Request(20)
    assert relaxation((ChangeKind.POSITIONS, "standing")).applied_to(asked) == asked


def test_changes_without_such_a_value_are_refused_together() -> None:
    """A relaxation that came from elsewhere breaks nothing."""
    odd = relaxation(
        (ChangeKind.MINUTES, "soon"), (ChangeKind.GOAL, "strenght"), (ChangeKind.EQUIPMENT, "x")
    )
    with pytest.raises(hipkit.RequestError) as caught:
        odd.applied_to(hipkit.Request(20))
    assert [each.path for each in caught.value.problems] == ["minutes", "goal", "equipment[0]"]
    with pytest.raises(hipkit.RequestError, match="did you mean 'strength'"):
        odd.applied_to(hipkit.Request(20))


def test_only_a_request_is_changed() -> None:
    """What is none is refused."""
    nothing: Any = {"minutes": 5}
    with pytest.raises(hipkit.RequestError, match="expected a Request"):
        relaxation((ChangeKind.MINUTES, "20")).applied_to(nothing)


def test_no_change_of_a_request_can_touch_a_caution() -> None:
    """The closed list of changes has neither cautions nor level in it."""
    assert {kind.value for kind in ChangeKind}.isdisjoint({*map(str, Caution), "cautions", "level"})
    assert Change is not ChangeKind
