"""An exercise of one's own: five fields are enough to compose with it, and to keep people safe."""

from __future__ import annotations

import pytest
from attrs import evolve

import hipkit
from hipkit import (
    Catalogue,
    Caution,
    DoseBand,
    Exercise,
    Exposures,
    Goal,
    Group,
    Level,
    NoRoutine,
    Position,
    ReasonCode,
    Span,
    Verdict,
    WhyNot,
)
from hipkit.composing.eligibility import NOT_STATED
from hipkit.testing import check_catalogue, check_optimal, sample_catalogue

DOSE = DoseBand(Goal.STRENGTH, Level.BEGINNER, Span(1, 3), Span(8, 12))


def own(id: str = "acme.side-tap", group: Group = Group.ABDUCTION) -> Exercise:
    """Return an exercise that says only what it must."""
    return Exercise(id, "Side tap", group, (Position.STANDING,), (DOSE,))


def beside_the_packaged(*new: Exercise, without: Group | None = None) -> Catalogue:
    """Return the packaged catalogue with *new* exercises, and none else of the group *without*."""
    packaged = hipkit.load_catalogue()
    gone = [each.id for each in packaged if each.group is without]
    return packaged.without(*gone).with_exercises(*new)


def verdict_on(id: str, routine: hipkit.Routine, catalogue: Catalogue) -> Verdict:
    """Return why *id* was left out of *routine*."""
    left_out = hipkit.explain(routine, catalogue=catalogue).left_out
    return next(verdict for verdict in left_out if verdict.exercise == id)


def test_it_is_chosen_when_it_is_the_only_one_of_its_group() -> None:
    """With time enough, nothing else covers the group, so the newcomer does."""
    catalogue = beside_the_packaged(own(), without=Group.ABDUCTION)
    routine = hipkit.build_routine(45, catalogue=catalogue)
    assert "acme.side-tap" in [slot.exercise.id for slot in routine.slots]
    check_optimal(routine, catalogue)


def test_it_composes_alone() -> None:
    """A catalogue of one exercise makes a routine of one exercise."""
    catalogue = Catalogue([own()])
    routine = hipkit.build_routine(10, catalogue=catalogue)
    assert [slot.key for slot in routine.slots] == ["main.acme.side-tap"]
    check_optimal(routine, catalogue)
    check_catalogue(catalogue)


def test_explain_says_why_it_is_not_chosen() -> None:
    """In a short routine it is outbid, with its worth and the least minutes that would bring it in."""
    catalogue = beside_the_packaged(own(group=Group.TRUNK_WITH_HIP))
    routine = hipkit.build_routine(10, catalogue=catalogue)
    answer = hipkit.explain(routine, "acme.side-tap", catalogue=catalogue)
    assert isinstance(answer, WhyNot)
    assert not answer.chosen
    assert [reason.code for reason in answer.reasons] == [ReasonCode.OUTBID]
    assert answer.loss_if_included is not None
    assert answer.loss_if_included >= 0
    assert verdict_on("acme.side-tap", routine, catalogue).reasons == answer.reasons


def test_explain_says_why_it_could_never_be_chosen() -> None:
    """Where it is not eligible, the reasons say so and no loss is told."""
    catalogue = beside_the_packaged(own())
    routine = hipkit.build_routine(20, goal="mobility", catalogue=catalogue)
    answer = hipkit.explain(routine, "acme.side-tap", catalogue=catalogue)
    assert {reason.code for reason in answer.reasons} == {
        ReasonCode.NO_DOSE,
        ReasonCode.NOT_FOR_GOAL,
    }
    assert (answer.loss_if_included, answer.least_minutes) == (None, None)


@pytest.mark.parametrize("caution", Caution)
def test_under_any_caution_it_is_left_out_with_the_reason(caution: Caution) -> None:
    """What is not stated counts as the worst under every caution, and the reason says which."""
    catalogue = beside_the_packaged(own())
    routine = hipkit.build_routine(
        30,
        level="advanced",
        equipment=tuple(hipkit.Equipment),
        cautions=[caution],
        catalogue=catalogue,
    )
    assert "acme.side-tap" not in [slot.exercise.id for slot in routine.slots]
    reasons = verdict_on("acme.side-tap", routine, catalogue).reasons
    assert {reason.code for reason in reasons} == {ReasonCode.CAUTION}
    assert all(reason["caution"] == caution.value for reason in reasons)
    unstated = {reason["property"] for reason in reasons if reason["word"] == NOT_STATED}
    stated = {reason["property"] for reason in reasons} - unstated
    assert unstated or caution is Caution.NO_ROLLING
    assert stated <= {"positions", "kind", "record"}


def test_under_every_caution_at_once_it_is_left_out_too() -> None:
    """Many reasons for one exercise are no trouble."""
    catalogue = Catalogue([own()])
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(20, cautions=tuple(Caution), catalogue=catalogue)
    assert caught.value.relaxations == ()


def test_it_cannot_be_included_against_a_caution() -> None:
    """Including is a wish; a caution wins, and no relaxation touches it."""
    catalogue = beside_the_packaged(own())
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(
            30, include=["acme.side-tap"], cautions=["knee-pain"], catalogue=catalogue
        )
    codes = {reason.code for reason in caught.value.reasons}
    assert codes == {ReasonCode.INCLUDE_NOT_ELIGIBLE, ReasonCode.CAUTION}
    assert all(
        change.kind is not hipkit.ChangeKind.MINUTES
        for relaxation in caught.value.relaxations
        for change in relaxation.changes
    )


def test_it_comes_when_it_states_what_the_caution_asks() -> None:
    """Stated properties bring it back under a caution that they satisfy."""
    like = sample_catalogue()["floor-bridge"]
    stated = evolve(own(), exposures=like.exposures, contacts=(), support=like.support)
    catalogue = beside_the_packaged(stated, without=Group.ABDUCTION)
    routine = hipkit.build_routine(45, cautions=["knee-pain"], catalogue=catalogue)
    assert "acme.side-tap" in [slot.exercise.id for slot in routine.slots]


def test_one_unstated_property_is_enough_to_leave_it_out() -> None:
    """Fail closed: all stated but the one that the caution asks about."""
    like = sample_catalogue()["floor-bridge"]
    nearly = evolve(like.exposures, knee_bend_loaded=None)
    catalogue = beside_the_packaged(evolve(own(), exposures=nearly, contacts=()))
    routine = hipkit.build_routine(45, cautions=["knee-pain"], catalogue=catalogue)
    (reason,) = verdict_on("acme.side-tap", routine, catalogue).reasons
    assert (reason["property"], reason["word"]) == ("knee_bend_loaded", NOT_STATED)


def test_an_exercise_without_muscles_has_a_middle_grade_on_its_authors_word() -> None:
    """What nobody stated is worth the policy's middle, and the basis says author."""
    catalogue = Catalogue([own()])
    (item,) = hipkit.build_routine(10, catalogue=catalogue).explanation.items
    assert item.basis is hipkit.Basis.AUTHOR
    grade = next(reason for reason in item.made_of if reason.code is ReasonCode.GRADE)
    assert grade["percent"] == hipkit.default_policy(Goal.STRENGTH).grade_unstated


def test_unstated_exposures_are_none() -> None:
    """Nothing is guessed for the author."""
    assert own().exposures == Exposures()
    assert own().contacts is None
