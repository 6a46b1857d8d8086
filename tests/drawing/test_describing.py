"""Descriptions: what a figure shows, in words made from its data."""

from __future__ import annotations

import pytest
from attrs import evolve

import hipkit
from hipkit import (
    BallJoint,
    BodySide,
    Figure,
    KeyFrame,
    Muscle,
    PelvisAngles,
    Pose,
    Posture,
    SpineAngles,
)
from hipkit.drawing.describing import described
from hipkit.drawing.layering import Worked
from hipkit.drawing.solving import Poses
from hipkit.testing import sample_exercise

WORDS = hipkit.load_words()
NOBODY = Worked((), ("right",))


def told(end: Pose, start: Pose | None = None, *, is_mirrored: bool = False) -> str:
    """Return what is told of somebody who stands and moves from *start* to *end*."""
    figure = Figure(Posture.STANDING, (KeyFrame(start or Pose()), KeyFrame(end)))
    return described(
        sample_exercise(), Poses(figure), NOBODY, WORDS, is_mirrored=is_mirrored, has_pose=True
    )


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (Pose(right_hip=BallJoint(flexion=40)), "Right hip flexes from 0° to 40°"),
        (Pose(left_hip=BallJoint(flexion=-15)), "Left hip extends from 0° to -15°"),
        (Pose(right_hip=BallJoint(abduction=30)), "Right hip abducts from 0° to 30°"),
        (Pose(right_hip=BallJoint(abduction=-20)), "Right hip adducts from 0° to -20°"),
        (Pose(right_hip=BallJoint(rotation=25)), "Right hip turns inwards from 0° to 25°"),
        (Pose(right_hip=BallJoint(rotation=-25)), "Right hip turns outwards from 0° to -25°"),
        (Pose(hips=BallJoint(flexion=40)), "Both hips flex from 0° to 40°"),
        (Pose(knees=70), "Both knees bend from 0° to 70°"),
        (Pose(left_ankle=-30), "Left ankle points down from 0° to -30°"),
        (Pose(spine=SpineAngles(flexion=20)), "Spine bends forwards from 0° to 20°"),
        (Pose(spine=SpineAngles(side_bend=-20)), "Spine bends to the left from 0° to -20°"),
        (Pose(pelvis=PelvisAngles(drop=10)), "Right side of the pelvis drops from 0° to 10°"),
    ],
)
def test_what_moves_is_told_with_its_angles(end: Pose, said: str) -> None:
    assert told(end) == f"Standing. {said}."


def test_what_hardly_moves_is_not_told() -> None:
    assert told(Pose(right_knee=7)) == "Standing."
    assert told(Pose(right_knee=8)) == "Standing. Right knee bends from 0° to 8°."


def test_the_other_side_is_told_of_a_mirror_image() -> None:
    assert "Left hip abducts" in told(Pose(right_hip=BallJoint(abduction=30)), is_mirrored=True)
    assert "bends to the right from 0° to 20°" in told(
        Pose(spine=SpineAngles(side_bend=-20)), is_mirrored=True
    )
    assert "bends forwards" in told(Pose(spine=SpineAngles(flexion=20)), is_mirrored=True)


def test_two_that_move_differently_are_told_one_by_one() -> None:
    said = told(Pose(right_knee=40, left_knee=60))
    assert said == "Standing. Right knee bends from 0° to 40°; left knee bends from 0° to 60°."


def test_no_more_than_five_movements_are_told() -> None:
    busy = Pose(
        right_hip=BallJoint(20, 20, 20),
        left_hip=BallJoint(30, 30, 30),
        right_knee=30,
        left_knee=50,
    )
    assert told(busy).count("from") == 5


def test_a_hold_and_the_muscles_are_told() -> None:
    held = Figure(Posture.SIDE_LYING)
    exercise = evolve(sample_exercise(), positions=(hipkit.Position.SIDE_PLANK,))
    worked = Worked((Muscle.GLUTEUS_MEDIUS, Muscle.OBLIQUES), ("left",))
    said = described(exercise, Poses(held), worked, WORDS, is_mirrored=False, has_pose=True)
    assert said == (
        "Side plank. Held still. In colour: side of the hip (gluteus medius), "
        "side of the belly (obliques)."
    )


def test_without_pose_data_nothing_is_claimed() -> None:
    figure = Figure(Posture.STANDING, (KeyFrame(), KeyFrame(Pose(knees=70))))
    said = described(
        sample_exercise(), Poses(figure), NOBODY, WORDS, is_mirrored=False, has_pose=False
    )
    assert said == (
        "Standing. No pose is drawn for this exercise yet: this is only the position in which it is done."
    )


def test_the_side_that_works_in_the_data_is_the_side_that_is_asked_for() -> None:
    lift = Figure(
        Posture.STANDING,
        (KeyFrame(), KeyFrame(Pose(left_hip=BallJoint(abduction=30)))),
        working_side=BodySide.LEFT,
    )
    exercise = evolve(sample_exercise(), figure=lift)
    assert "Right hip abducts" in hipkit.draw(exercise)
    assert "Left hip abducts" in hipkit.draw(exercise, side="left")
