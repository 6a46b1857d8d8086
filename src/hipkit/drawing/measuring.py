"""The joint angles of a skeleton as it stands, those of limbs that reached for a place too.

Rule: this is the inverse of `skeleton`: a pose that reached for nothing measures as what it was given.
"""

from __future__ import annotations

from collections.abc import Iterator

from .angles import angle_of, arc_sine
from .body import SIDES
from .joints import beyond
from .skeleton import Skeleton
from .vectors import Rotation, after, undone


def ball_angles(inner: Rotation, outer: Rotation, sign: float) -> tuple[float, float, float]:
    """Return flexion, abduction and rotation of a limb turned as *outer* on a part turned as *inner*."""
    _, (_, up_up, _), (side_forward, side_up, side_side) = turn = after(undone(inner), outer)
    flexion = angle_of(-turn[0][1], up_up)
    return flexion, -sign * arc_sine(side_up), sign * angle_of(-side_forward, side_side)


def hinge_angle(inner: Rotation, outer: Rotation) -> float:
    """Return the angle about the axis to the right of a part turned as *outer* on one as *inner*."""
    turn = after(undone(inner), outer)
    return angle_of(turn[1][0], turn[0][0])


def leg_angles(
    skeleton: Skeleton, side: str, sign: float
) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the names and angles of a leg's joints."""
    frames = skeleton.frames
    thigh, shank = frames[f"{side}-thigh"][0], frames[f"{side}-shank"][0]
    yield f"{side} hip", ball_angles(frames["pelvis"][0], thigh, sign)
    yield f"{side} knee", (-hinge_angle(thigh, shank),)
    yield f"{side} ankle", (hinge_angle(shank, frames[f"{side}-foot"][0]),)


def arm_angles(
    skeleton: Skeleton, side: str, sign: float
) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the names and angles of an arm's joints."""
    frames = skeleton.frames
    upper, forearm = frames[f"{side}-upper-arm"][0], frames[f"{side}-forearm"][0]
    yield f"{side} shoulder", ball_angles(frames["chest"][0], upper, sign)
    yield f"{side} elbow", (hinge_angle(upper, forearm),)


def angles_of_joints(skeleton: Skeleton) -> dict[str, tuple[float, ...]]:
    """Return each joint's angles in degrees, as they are after every limb has reached its place."""
    found: dict[str, tuple[float, ...]] = {
        name: skeleton.stance[name] for name in ("pelvis", "spine", "neck")
    }
    for side, sign in SIDES:
        found.update(leg_angles(skeleton, side, sign))
        found.update(arm_angles(skeleton, side, sign))
        found[f"{side} toes"] = skeleton.stance[f"{side} toes"]
    return found


def strain_of(skeleton: Skeleton, side: str, limb: str) -> float:
    """Return by how many degrees the joints of an arm or leg (*limb*) leave their ranges."""
    sign = 1.0 if side == "right" else -1.0
    of_limb = leg_angles if limb == "foot" else arm_angles
    return sum(
        (beyond(name.rpartition(" ")[2], angles) for name, angles in of_limb(skeleton, side, sign)),
        start=0.0,
    )
