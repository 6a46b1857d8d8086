"""The drawn body: joint angles to places and back, what bears it, and what it reaches for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    BallJoint,
    Bearing,
    BodyPart,
    Figure,
    KeyFrame,
    Limb,
    PelvisAngles,
    Place,
    Pose,
    Posture,
    Reach,
    Reference,
    SpineAngles,
    Surface,
)
from hipkit.drawing import body
from hipkit.drawing.joints import beyond, joint_of
from hipkit.drawing.measuring import angles_of_joints, strain_of
from hipkit.drawing.postures import facing, stance_of
from hipkit.drawing.reaching import reach
from hipkit.drawing.skeleton import Skeleton
from hipkit.drawing.solving import Poses, key_of, solve_all
from hipkit.drawing.surfaces import lowest, rings_of
from hipkit.drawing.vectors import Vector, length, subtract, turned

BALLS = st.builds(BallJoint, st.integers(-30, 120), st.integers(-30, 60), st.integers(-60, 50))
POSES = st.builds(
    Pose,
    right_hip=BALLS,
    left_hip=BALLS,
    right_knee=st.integers(0, 150),
    left_knee=st.integers(0, 150),
    ankles=st.integers(-50, 30),
    right_shoulder=BALLS,
    left_shoulder=BALLS,
    elbows=st.integers(0, 140),
    spine=st.builds(SpineAngles, st.integers(-20, 60), st.integers(-30, 30), st.integers(-40, 40)),
)


def posed(pose: Pose, posture: Posture = Posture.STANDING) -> Skeleton:
    """Return a body in *pose*, its hips at the origin."""
    return Skeleton(stance_of(posture, pose), facing(posture))


def at(skeleton: Skeleton, part: str) -> Vector:
    """Return where the origin of *part* is."""
    return skeleton.frames[part][1]


def first(figure: Figure) -> Skeleton:
    """Return the body in the first frame of *figure*."""
    return Poses(figure).at(0.0)


def test_somebody_who_stands_straight_is_as_tall_as_the_segments_say() -> None:
    straight = first(Figure(Posture.STANDING))
    assert at(straight, "right-foot")[1] == pytest.approx(body.SOLE, abs=1e-3)
    assert at(straight, "pelvis")[1] == pytest.approx(body.SOLE + body.SHANK + body.THIGH, abs=1e-3)
    top = max(centre[1] + 0.0585 for centre, _ in rings_of(straight, "head"))
    assert 0.95 < top < 1.05, "a body height, within what hair and sole leave open"


@given(POSES)
def test_a_posed_body_measures_as_it_was_posed(pose: Pose) -> None:
    measured = angles_of_joints(posed(pose))
    for side in ("right", "left"):
        for joint in ("hip", "shoulder"):
            given_ = getattr(pose, f"{side}_{joint}")
            assert measured[f"{side} {joint}"] == pytest.approx(
                (given_.flexion, given_.abduction, given_.rotation), abs=1e-6
            )
        assert measured[f"{side} knee"][0] == pytest.approx(getattr(pose, f"{side}_knee"), abs=1e-6)
        assert measured[f"{side} elbow"][0] == pytest.approx(pose.elbows, abs=1e-6)
        assert measured[f"{side} ankle"][0] == pytest.approx(pose.ankles, abs=1e-6)


@given(BALLS, st.integers(0, 150))
def test_the_same_angles_on_both_sides_are_mirror_images(hips: BallJoint, knees: int) -> None:
    skeleton = posed(Pose(hips=hips, knees=knees, shoulders=hips, elbows=knees))
    for part in ("thigh", "shank", "foot", "upper-arm", "forearm", "hand"):
        x, y, z = at(skeleton, f"right-{part}")
        assert at(skeleton, f"left-{part}") == pytest.approx((x, y, -z), abs=1e-9)


def test_signs_are_those_of_clinics() -> None:
    flexed = posed(Pose(right_hip=BallJoint(flexion=90), right_knee=90))
    assert at(flexed, "right-shank")[0] == pytest.approx(body.THIGH)
    assert at(flexed, "right-foot")[1] == pytest.approx(-body.SHANK)
    out = posed(Pose(right_hip=BallJoint(abduction=90), left_hip=BallJoint(abduction=90)))
    assert at(out, "right-shank")[2] == pytest.approx(body.HIP[2] + body.THIGH)
    assert at(out, "left-shank")[2] == pytest.approx(-body.HIP[2] - body.THIGH)
    turned_in = posed(Pose(right_hip=BallJoint(rotation=90), right_knee=90))
    assert at(turned_in, "right-foot")[2] == pytest.approx(body.HIP[2] + body.SHANK)
    bent_up = posed(Pose(right_ankle=30))
    assert turned(bent_up.frames["right-foot"][0], (1.0, 0.0, 0.0))[1] == pytest.approx(0.5)
    forward = posed(Pose(pelvis=PelvisAngles(tilt=90)))
    assert at(forward, "chest")[0] == pytest.approx(body.SPINE_TO)
    dropped = posed(Pose(pelvis=PelvisAngles(drop=20)))
    assert at(dropped, "right-thigh")[1] < at(dropped, "left-thigh")[1]
    to_left = posed(Pose(pelvis=PelvisAngles(rotation=90)))
    assert turned(to_left.frames["pelvis"][0], (1.0, 0.0, 0.0)) == pytest.approx((0, 0, -1))
    bent = posed(Pose(spine=SpineAngles(side_bend=30)))
    assert at(bent, "head")[2] > 0.05
    nodded = posed(Pose(neck=SpineAngles(flexion=40)))
    assert at(nodded, "head")[0] > at(posed(Pose()), "head")[0]


def test_an_arm_that_is_lifted_takes_the_shoulder_along() -> None:
    down, up = posed(Pose()), posed(Pose(right_shoulder=BallJoint(flexion=170)))
    assert at(up, "right-upper-arm")[1] > at(down, "right-upper-arm")[1] + 0.02
    assert at(up, "left-upper-arm") == at(down, "left-upper-arm")
    moved = posed(Pose(right_shoulder_blade=Place(forward=3, up=2, right=1)))
    x, y, z = subtract(at(moved, "right-upper-arm"), at(down, "right-upper-arm"))
    assert (x, y, z) == pytest.approx((0.03, 0.02, 0.01))
    mirrored = posed(Pose(left_shoulder_blade=Place(right=1)))
    assert at(mirrored, "left-upper-arm")[2] == pytest.approx(at(down, "left-upper-arm")[2] - 0.01)


@pytest.mark.parametrize(
    ("posture", "head", "front"),
    [
        (Posture.STANDING, (0, 1, 0), (1, 0, 0)),
        (Posture.SUPINE, (-1, 0, 0), (0, 1, 0)),
        (Posture.PRONE, (1, 0, 0), (0, -1, 0)),
        (Posture.SIDE_LYING, (1, 0, 0), (0, 0, 1)),
        (Posture.HANDS_AND_KNEES, (1, 0, 0), (0, -1, 0)),
    ],
)
def test_postures_lie_as_they_are_called(posture: Posture, head: Any, front: Any) -> None:
    rotation = facing(posture)
    assert turned(rotation, (0.0, 1.0, 0.0)) == pytest.approx(head)
    assert turned(rotation, (1.0, 0.0, 0.0)) == pytest.approx(front)


def test_a_later_pose_is_laid_over_an_earlier_one() -> None:
    stance = stance_of(
        Posture.HALF_KNEELING,
        Pose(hips=BallJoint(flexion=10), knees=20, right_knee=40),
        Pose(left_hip=BallJoint(abduction=5)),
    )
    assert stance["right hip"] == (10, 0, 0)
    assert stance["left hip"] == (10, 5, 0)
    assert (stance["right knee"], stance["left knee"]) == ((40,), (20,))


# placing


def test_one_surface_is_lowered_to_where_it_bears() -> None:
    figure = Figure(Posture.STANDING, bearing=(Bearing(Surface.LEFT_FOOT, 12.5),))
    assert lowest(first(figure), "left-foot")[0] == pytest.approx(0.125)


def test_two_surfaces_are_levelled() -> None:
    figure = Figure(
        Posture.SIDE_LYING,
        pose=Pose(left_shoulder=BallJoint(abduction=86, rotation=-42), left_elbow=90),
        bearing=(Bearing(Surface.LEFT_ELBOW), Bearing(Surface.LEFT_FOOT, 20)),
    )
    skeleton = first(figure)
    assert lowest(skeleton, "left-elbow")[0] == pytest.approx(0, abs=1e-4)
    assert lowest(skeleton, "left-foot")[0] == pytest.approx(0.2, abs=1e-4)


def test_what_lies_one_above_the_other_is_not_levelled() -> None:
    figure = Figure(
        Posture.STANDING, bearing=(Bearing(Surface.RIGHT_KNEE), Bearing(Surface.RIGHT_KNEE, 9))
    )
    assert lowest(first(figure), "right-knee")[0] == pytest.approx(0, abs=1e-6)


def test_an_anchor_stays_where_it_is_and_a_centre_is_where_it_is_said() -> None:
    swing = Pose(right_hip=BallJoint(flexion=60))
    frames = (KeyFrame(), KeyFrame(swing, anchor_at=Place(forward=10, right=4)))
    end = Poses(Figure(Posture.STANDING, frames, anchor=BodyPart.LEFT_FOOT)).at(1.0)
    assert (at(end, "left-foot")[0], at(end, "left-foot")[2]) == pytest.approx((0.1, 0.04))
    centred = first(Figure(Posture.STANDING, (KeyFrame(centre=Place(5, 60, -3)),)))
    assert at(centred, "pelvis") == pytest.approx((0.05, 0.6, -0.03))


def test_a_foot_that_bears_flat_is_flat_whatever_its_ankle_says() -> None:
    bent = Pose(left_hip=BallJoint(flexion=30), left_knee=50, left_ankle=-30)
    figure = Figure(Posture.STANDING, pose=bent, bearing=(Bearing(Surface.LEFT_FOOT, flat=True),))
    skeleton = first(figure)
    assert turned(skeleton.frames["left-foot"][0], (0.0, 1.0, 0.0)) == pytest.approx((0, 1, 0))
    assert lowest(skeleton, "left-foot")[0] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("surface", Surface)
def test_every_surface_has_a_lowest_point(surface: Surface) -> None:
    skeleton = first(Figure(Posture.SUPINE))
    assert -0.01 <= lowest(skeleton, surface)[0] < 0.3
    assert len(rings_of(skeleton, surface)) >= 1


# reaching

TARGETS = st.tuples(st.floats(-0.3, 0.3), st.floats(-0.2, 0.5), st.floats(-0.1, 0.4))


@given(TARGETS, st.sampled_from(("foot", "hand")), st.booleans())
def test_a_place_within_reach_is_reached_and_bones_keep_their_length(
    target: Vector, limb: str, is_free: bool
) -> None:
    skeleton = posed(Pose())
    upper, lower = ("thigh", "shank") if limb == "foot" else ("upper-arm", "forearm")
    longest = body.THIGH + body.SHANK if limb == "foot" else body.UPPER_ARM + body.FOREARM
    origin = at(skeleton, f"right-{upper}")
    way = (target[0], target[1] - 0.3, target[2])
    place = (origin[0] + way[0], origin[1] + way[1], origin[2] + way[2])
    missing = reach(skeleton, "right", limb, place, bend=(1.0, 0.0, 0.2), is_free=is_free, end=None)
    end = at(skeleton, f"right-{limb}")
    assert missing == pytest.approx(length(subtract(place, end)), abs=2e-4)
    if 0.05 < length(way) < longest - 0.01:
        assert missing == pytest.approx(0, abs=1e-9)
    knee = at(skeleton, f"right-{lower}")
    assert length(subtract(knee, origin)) + length(subtract(end, knee)) == pytest.approx(longest)


@given(TARGETS)
def test_a_free_joint_is_never_strained_more_than_one_that_is_held(target: Vector) -> None:
    place = (target[0] + 0.1, target[1], target[2] + 0.1)
    strains: list[float] = []
    for is_free in (False, True):
        skeleton = posed(Pose())
        reach(skeleton, "right", "hand", place, bend=(1.0, 0.0, 0.0), is_free=is_free, end=None)
        strains.append(strain_of(skeleton, "right", "hand"))
    assert strains[1] <= strains[0] + 1e-9


def reaching(*wishes: Reach, **said: Any) -> Skeleton:
    """Return somebody who stands and reaches."""
    return first(Figure(Posture.STANDING, reach=wishes, **said))


def test_a_knee_points_where_its_toes_do() -> None:
    for turn in (-30, 0, 30):
        wish = Reach(Limb.RIGHT_FOOT, Reference.WORLD, Place(right=6), turn=turn)
        skeleton = reaching(wish, frames=(KeyFrame(centre=Place(up=42)),))
        toes = turned(skeleton.frames["right-foot"][0], (1.0, 0.0, 0.0))
        knee = subtract(at(skeleton, "right-shank"), at(skeleton, "right-foot"))
        across = knee[0] * toes[2] - knee[2] * toes[0]
        assert abs(across) < 0.01
        assert at(skeleton, "right-foot")[1] == pytest.approx(body.SOLE)


def test_a_raised_heel_leaves_the_ball_of_the_foot_where_it_is() -> None:
    flat, raised = (
        reaching(
            Reach(Limb.RIGHT_FOOT, Reference.WORLD, Place(right=6), heel=heel),
            frames=(KeyFrame(centre=Place(up=46)),),
        )
        for heel in (0, 35)
    )

    def ball(skeleton: Skeleton) -> Vector:
        rotation, origin = skeleton.frames["right-foot"]
        return tuple(a + b for a, b in zip(origin, turned(rotation, body.BALL), strict=True))  # type: ignore[return-value]

    assert ball(raised) == pytest.approx(ball(flat))
    assert at(raised, "right-foot")[1] > at(flat, "right-foot")[1] + 0.03
    assert raised.stance["right toes"] == (35,)
    assert lowest(raised, "right-toes")[0] == pytest.approx(0, abs=0.012)


def test_a_flat_hand_lies_on_what_it_reaches_and_fingers_point() -> None:
    flat = reaching(Reach(Limb.RIGHT_HAND, Reference.WORLD, Place(20, 70, 12), flat=True))
    rotation, wrist = flat.frames["right-hand"]
    assert turned(rotation, (0.0, 0.0, 1.0)) == pytest.approx((0, 1, 0))
    assert wrist[1] == pytest.approx(0.7 + body.PALM)
    up = reaching(Reach(Limb.LEFT_HAND, Reference.WORLD, Place(30, 75, -12), fingers=Place(up=9)))
    assert turned(up.frames["left-hand"][0], (0.0, -1.0, 0.0)) == pytest.approx((0, 1, 0))
    on_hip = Reach(Limb.RIGHT_HAND, Reference.PELVIS, Place(3, 7, 9.8), fingers=Place(forward=9))
    hip = reaching(on_hip, pose=Pose(pelvis=PelvisAngles(rotation=30)))
    ahead = turned(hip.frames["pelvis"][0], (1.0, 0.0, 0.0))
    assert turned(hip.frames["right-hand"][0], (0.0, -1.0, 0.0)) == pytest.approx(ahead)


def test_places_are_seen_from_what_they_are_said_to_be_of() -> None:
    below = reaching(
        Reach(Limb.LEFT_FOOT, Reference.BELOW, Place(forward=10)),
        frames=(KeyFrame(centre=Place(4, 45, 0)),),
    )
    assert at(below, "left-foot") == pytest.approx((0.14, body.SOLE, -0.052), abs=1e-6)
    on_thigh = reaching(Reach(Limb.RIGHT_FOOT, Reference.LEFT_THIGH, Place(6, -20, 4)))
    rotation, hip = on_thigh.frames["left-thigh"]
    wanted = tuple(a + b for a, b in zip(hip, turned(rotation, (0.06, -0.2, 0.04)), strict=True))
    assert at(on_thigh, "right-foot") == pytest.approx(wanted, abs=1e-6)


def test_what_is_held_stays_where_it_was_at_the_start() -> None:
    frames = (
        KeyFrame(centre=Place(up=50)),
        KeyFrame(Pose(pelvis=PelvisAngles(tilt=30)), centre=Place(up=44, forward=-5)),
    )
    wish = Reach(Limb.RIGHT_HAND, Reference.START)
    start, end = solve_all(Figure(Posture.STANDING, frames, reach=(wish,)), [0.0, 1.0])
    assert at(end, "right-hand") == pytest.approx(at(start, "right-hand"), abs=1e-6)


def test_a_joint_is_bent_where_it_is_told_to() -> None:
    out = reaching(Reach(Limb.RIGHT_HAND, Reference.CHEST, Place(22, -6, 6), bend=Place(right=9)))
    down = reaching(Reach(Limb.RIGHT_HAND, Reference.CHEST, Place(22, -6, 6), bend=Place(up=-9)))
    assert at(out, "right-forearm")[2] > at(down, "right-forearm")[2] + 0.03
    assert at(down, "right-forearm")[1] < at(out, "right-forearm")[1] - 0.03


def test_a_foot_on_its_way_clears_the_floor() -> None:
    frames = (
        KeyFrame(
            centre=Place(up=45), reach=(Reach(Limb.RIGHT_FOOT, Reference.WORLD, Place(right=6)),)
        ),
        KeyFrame(
            Pose(right_hip=BallJoint(flexion=10), right_knee=4, right_ankle=-40),
            centre=Place(up=45),
        ),
    )
    middle = Poses(Figure(Posture.STANDING, frames)).at(0.5)
    assert lowest(middle, "right-foot")[0] >= -1e-6
    assert "right-foot" not in middle.missing


def test_phases_lie_between_the_key_frames() -> None:
    frames = tuple(KeyFrame(Pose(right_knee=knee)) for knee in (0, 60, 20))
    figure = Figure(Posture.STANDING, frames)
    knees = [
        angles_of_joints(each)["right knee"][0]
        for each in solve_all(figure, [0, 0.25, 0.5, 0.75, 1])
    ]
    assert knees == pytest.approx([0, 30, 60, 40, 20])
    assert key_of(figure, 0.75)[:2] == frames[1:]
    poses = Poses(figure)
    assert poses.at(0.5) is poses.at(0.5)


def test_what_is_beyond_a_range_is_counted_in_degrees() -> None:
    assert beyond("knee", (165.0,)) == 7
    assert beyond("hip", (-42.0, 70.0, 0.0)) == 15
    assert beyond("elbow", (90.0,)) == 0
    assert joint_of("right hip") == "hip"
