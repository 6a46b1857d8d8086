"""Base postures, and poses laid over them.

Rule: a `Stance` is every joint's angles, by names such as "right hip"; nothing in it is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ..model.figure import BallJoint, PelvisAngles, Place, Pose, SpineAngles
from ..model.vocabulary.figures import Posture
from .vectors import UNTURNED, Rotation, about_z

Angles: TypeAlias = tuple[float, ...]
Stance: TypeAlias = dict[str, Angles]

_ZERO: Stance = {
    "pelvis": (0.0, 0.0, 0.0),
    "spine": (0.0, 0.0, 0.0),
    "neck": (0.0, 0.0, 0.0),
    **{
        f"{side} {joint}": (0.0,) * count
        for joint, count in {
            "hip": 3,
            "knee": 1,
            "ankle": 1,
            "toes": 1,
            "shoulder": 3,
            "elbow": 1,
            "forearm": 1,
            "wrist": 1,
            "shoulder blade": 3,
        }.items()
        for side in ("right", "left")
    },
}


def _both(**joints: Angles) -> Stance:
    return {
        f"{side} {joint.replace('_', ' ')}": angles
        for joint, angles in joints.items()
        for side in ("right", "left")
    }


# On the left side, the front towards the axis to the right.
_ON_THE_SIDE: Rotation = ((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))

_BASES: dict[Posture, tuple[Rotation, Stance]] = {
    Posture.STANDING: (UNTURNED, _both(shoulder=(4, 9, 0), elbow=(12,))),
    Posture.SITTING: (UNTURNED, _both(hip=(90, 0, 0), shoulder=(10, 10, 0), elbow=(15,))),
    Posture.SUPINE: (about_z(90), _both(shoulder=(-4, 16, 0), elbow=(6,), ankle=(-20,))),
    Posture.PRONE: (about_z(-90), _both(shoulder=(0, 12, 0), ankle=(-45,))),
    Posture.SIDE_LYING: (_ON_THE_SIDE, {}),
    Posture.HANDS_AND_KNEES: (
        about_z(-90),
        {
            **_both(hip=(90, 0, 0), knee=(90,), ankle=(-40,), shoulder=(90, 0, 0)),
            "neck": (-15.0, 0.0, 0.0),
        },
    ),
    Posture.HALF_KNEELING: (
        UNTURNED,
        {
            **_both(shoulder=(5, 12, 0), elbow=(20,)),
            "right knee": (92.0,),
            "left hip": (90.0, 4.0, 0.0),
            "left knee": (90.0,),
        },
    ),
    Posture.TALL_KNEELING: (
        UNTURNED,
        _both(knee=(90,), ankle=(-40,), shoulder=(5, 10, 0), elbow=(15,)),
    ),
}


def facing(posture: Posture) -> Rotation:
    """Return how the pelvis is turned in *posture*."""
    return _BASES[posture][0]


def stance_of(posture: Posture, *poses: Pose) -> Stance:
    """Return *posture* with each of *poses* laid over it, later ones over earlier ones."""
    stance = {**_ZERO, **_BASES[posture][1]}
    for pose in poses:
        for names, said in _said(pose):
            for name in names:
                stance[name] = tuple(
                    was if new is None else float(new)
                    for was, new in zip(stance[name], said, strict=True)
                )
    return stance


_TRUNK = ("pelvis", "spine", "neck")
_JOINTS = {
    "hips": "hip",
    "knees": "knee",
    "ankles": "ankle",
    "toes": "toes",
    "shoulders": "shoulder",
    "elbows": "elbow",
    "forearms": "forearm",
    "wrists": "wrist",
    "shoulder_blades": "shoulder blade",
}


def _said(pose: Pose) -> Iterator[tuple[tuple[str, ...], tuple[float | None, ...]]]:
    """Yield the joints that *pose* speaks of with their angles, both sides before one side."""
    for name in _TRUNK:
        if (value := getattr(pose, name)) is not None:
            yield (name,), _angles(value)
    for plural, joint in _JOINTS.items():
        both = (f"right {joint}", f"left {joint}")
        if (value := getattr(pose, plural)) is not None:
            yield both, _angles(value)
        for name in both:
            if (value := getattr(pose, name.replace(" ", "_"))) is not None:
                yield (name,), _angles(value)


def _angles(
    value: int | BallJoint | SpineAngles | PelvisAngles | Place,
) -> tuple[float | None, ...]:
    if isinstance(value, BallJoint):
        return (value.flexion, value.abduction, value.rotation)
    if isinstance(value, SpineAngles):
        return (value.flexion, value.side_bend, value.rotation)
    if isinstance(value, PelvisAngles):
        return (value.tilt, value.drop, value.rotation)
    if isinstance(value, Place):
        return (value.forward / 100, value.up / 100, value.right / 100)
    return (value,)


def between_stances(a: Stance, b: Stance, share: float) -> Stance:
    """Return the stance *share* of the way from *a* to *b*."""
    return {
        name: tuple(x + (y - x) * share for x, y in zip(a[name], b[name], strict=True))
        for name in a
    }
