"""Checks of a figure: each fault is found, where it is, and nothing is found in what is right."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from hipkit import (
    BallJoint,
    Bearing,
    BodyPart,
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
from hipkit.drawing.checking import PHASES, Finding, findings

STANDING = Figure(Posture.STANDING, anchor=BodyPart.PELVIS)


def faults(figure: Figure) -> dict[tuple[str, str], Finding]:
    """Return what is wrong with *figure* by what and fault."""
    return {(each.what, each.fault): each for each in findings(figure)}


def posed(**joints: Any) -> Figure:
    """Return somebody standing with *joints* bent."""
    return evolve(STANDING, pose=Pose(**joints))


def test_nothing_is_wrong_with_standing() -> None:
    assert findings(STANDING) == []


def test_nine_phases_are_looked_at() -> None:
    assert PHASES == (0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1)


def test_a_joint_beyond_its_range_is_named_with_its_way() -> None:
    found = faults(posed(left_knee=165))
    assert found["left knee flexion", "leaves -5 to 158 degrees"].amount == 7
    assert ("right shoulder rotation", "leaves -100 to 100 degrees") in faults(
        posed(right_shoulder=BallJoint(rotation=110))
    )
    assert faults(posed(left_knee=159)) == faults(STANDING), "one degree is let pass"


def test_the_worst_phase_is_told_once() -> None:
    figure = evolve(
        STANDING,
        frames=(KeyFrame(), KeyFrame(Pose(left_knee=170)), KeyFrame()),
    )
    (finding,) = [each for each in findings(figure) if each.what == "left knee flexion"]
    assert (finding.phase, finding.amount) == (0.5, 12)
    assert str(finding) == "at 0.5: left knee flexion leaves -5 to 158 degrees (12)"


def test_a_part_under_the_floor_is_found() -> None:
    sunk = evolve(STANDING, frames=(KeyFrame(centre=Place(up=50)),))
    found = faults(sunk)
    assert {what for what, fault in found if fault == "is under the floor"} == {
        "right-foot",
        "left-foot",
    }
    assert 0.03 < found["left-foot", "is under the floor"].amount < 0.05


def test_a_part_inside_a_thing_is_found_and_beside_it_is_not() -> None:
    step = Prop(PropKind.STEP, Place(right=6), Place(forward=30, up=10, right=20))
    found = faults(evolve(STANDING, props=(step,)))
    assert ("right-foot", "is inside the step") in found
    assert ("left-foot", "is inside the step") not in found
    wall = Prop(PropKind.WALL, Place(forward=-20))
    assert faults(evolve(STANDING, props=(wall,))) == {}
    on_it = Prop(PropKind.WALL, Place(forward=0))
    assert ("trunk", "is inside the wall") in faults(evolve(STANDING, props=(on_it,)))
    ball = Prop(PropKind.BALL, Place(), Place(up=30))
    assert faults(evolve(STANDING, props=(ball,))) == {}, "a ball gives way"


def test_what_bears_touches() -> None:
    plank = Figure(
        Posture.PRONE,
        bearing=(Bearing(Surface.RIGHT_HAND), Bearing(Surface.RIGHT_TOES)),
        pose=Pose(shoulders=BallJoint(flexion=85), ankles=0),
    )
    does_not = "does not touch what bears it"
    assert not [what for what, fault in faults(plank) if fault == does_not]
    too_high = (Bearing(Surface.RIGHT_HAND), Bearing(Surface.RIGHT_TOES, height=250))
    assert ("right-toes", does_not) in faults(evolve(plank, bearing=too_high))


def test_a_hand_that_does_not_reach_is_found() -> None:
    far = Reach(Limb.RIGHT_HAND, Reference.WORLD, Place(forward=90, up=60))
    near = Reach(Limb.RIGHT_HAND, Reference.WORLD, Place(forward=20, up=70, right=12))
    found = faults(evolve(STANDING, reach=(far,)))
    assert found["right-hand", "does not reach its place"].amount > 0.4
    assert ("right-hand", "does not reach its place") not in faults(evolve(STANDING, reach=(near,)))


def test_an_arm_through_the_trunk_is_found() -> None:
    inside = Reach(Limb.RIGHT_HAND, Reference.CHEST, Place(up=-8))
    assert ("right-hand", "goes through the trunk") in faults(evolve(STANDING, reach=(inside,)))


def test_legs_through_each_other_are_found() -> None:
    crossed = posed(right_hip=BallJoint(abduction=-12), left_hip=BallJoint(abduction=-12))
    assert {what for what, fault in faults(crossed) if fault.startswith("goes through the left")}
