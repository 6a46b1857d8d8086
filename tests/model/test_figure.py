"""Figures as values: what they refuse, and why."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import (
    BallJoint,
    Bearing,
    Figure,
    KeyFrame,
    Limb,
    Place,
    Pose,
    Posture,
    Prop,
    PropKind,
    Reach,
    Reference,
    Surface,
)
from hipkit.model.figure import NEEDED
from hipkit.testing import sample_exercise


def refused(make: Any) -> dict[str, hipkit.Problem]:
    """Return what is wrong with what *make* makes, by path."""
    with pytest.raises(hipkit.InvalidValue) as caught:
        make()
    return {each.path: each for each in caught.value.problems}


def test_a_figure_needs_no_more_than_a_posture() -> None:
    figure = Figure(Posture.STANDING)
    assert len(figure.frames) == 1
    assert figure.bearing == (Bearing(Surface.WHOLE_BODY),)
    assert hipkit.from_plain({"posture": "standing"}, Figure) == figure


def test_angles_are_whole_degrees_and_lengths_tenths_of_a_percent() -> None:
    assert "flexion" in refused(lambda: BallJoint(flexion=201))
    assert "flexion" in refused(lambda: BallJoint(flexion=4.5))
    assert "up" in refused(lambda: Place(up=300.1))
    assert "up" in refused(lambda: Place(up=1.25))
    assert Place(up=1.2).up == 1.2


def test_only_a_foot_has_a_sole_to_lay_flat() -> None:
    assert Bearing(Surface.LEFT_FOOT, flat=True).flat
    (problem,) = refused(lambda: Bearing(Surface.LEFT_KNEE, flat=True)).values()
    assert problem.code is hipkit.ProblemCode.CONTRADICTION
    assert "left-knee has no sole" in problem.message


def test_what_is_about_feet_is_not_said_of_hands_nor_the_other_way() -> None:
    hand = refused(lambda: Reach(Limb.LEFT_HAND, Reference.WORLD, heel=10))
    assert set(hand) == {"heel"}
    foot = refused(
        lambda: Reach(Limb.LEFT_FOOT, Reference.WORLD, flat=True, fingers=Place(forward=10))
    )
    assert set(foot) == {"flat", "fingers"}
    assert Reach(Limb.LEFT_FOOT, Reference.WORLD, heel=10).heel == 10
    assert Reach(Limb.LEFT_HAND, Reference.WORLD, flat=True).flat


@pytest.mark.parametrize("make", [KeyFrame, lambda reach: Figure(Posture.STANDING, reach=reach)])
def test_a_limb_has_one_goal(make: Any) -> None:
    one = Reach(Limb.LEFT_HAND, Reference.WORLD)
    other = Reach(Limb.LEFT_HAND, Reference.START)
    assert make(reach=(one,)).reach == (one,)
    assert set(refused(lambda: make(reach=(one, other)))) == {"reach[1]"}


@pytest.mark.parametrize("kind", PropKind)
def test_a_thing_says_what_its_kind_needs(kind: PropKind) -> None:
    needed = NEEDED.get(kind, ())
    if not needed:
        assert Prop(kind).kind is kind
        return
    problems = refused(lambda: Prop(kind))
    assert set(problems) == set(needed)
    assert all(kind.value in each.message for each in problems.values())


def test_frames_move_the_same_things() -> None:
    ball = Prop(PropKind.BALL, Place(), Place(up=10))
    roller = Prop(PropKind.FOAM_ROLLER, Place(), along=hipkit.Axis.RIGHT)
    with_ball, with_roller, bare = KeyFrame(props=(ball,)), KeyFrame(props=(roller,)), KeyFrame()
    assert Figure(Posture.STANDING, (with_ball, with_ball)).frames[1].props == (ball,)
    for frames in ((with_ball, with_roller), (with_ball, bare), (bare, with_ball)):
        assert set(refused(lambda frames=frames: Figure(Posture.STANDING, frames))) == {"frames"}


def test_an_exercise_may_carry_its_figure_and_nothing_else_in_its_place() -> None:
    exercise = sample_exercise()
    drawn = evolve(exercise, figure=Figure(Posture.PRONE))
    assert hipkit.loads(hipkit.dumps(drawn), hipkit.Exercise) == drawn
    assert set(refused(lambda: evolve(exercise, figure="prone"))) == {"figure"}


def test_in_json_words_stand_for_words_and_every_problem_has_its_path() -> None:
    plain = {
        "posture": "standing",
        "pose": {"hips": {"flexion": 500}, "left_knee": "bent"},
        "frames": [{"centre": {"up": 50, "sideways": 3}}],
        "props": [{"kind": "wall"}],
    }
    paths = refused(lambda: hipkit.from_plain(plain, Figure))
    assert {
        "pose.hips.flexion",
        "pose.left_knee",
        "frames[0].centre.sideways",
        "props[0].at",
    } <= set(paths)


def test_poses_of_both_sides_and_of_one_are_told_apart() -> None:
    pose = hipkit.from_plain({"hips": {"flexion": 20}, "right_hip": {"abduction": 5}}, Pose)
    assert pose == Pose(hips=BallJoint(flexion=20), right_hip=BallJoint(abduction=5))
    assert hipkit.to_plain(pose)["left_hip"] is None
