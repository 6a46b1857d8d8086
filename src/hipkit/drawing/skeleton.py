"""The skeleton: joint angles to where every part of the body is.

Rule: each part has a frame, its rotation and its origin at its upper joint. Limb parts hang down from
there (their length is along minus their up axis). Angles count the same on either side.
"""

from __future__ import annotations

from typing import TypeAlias

from . import body
from .angles import arc_cosine
from .body import SIDES, SURFACE, Ring
from .postures import Stance
from .vectors import (
    UNTURNED,
    UP,
    ZERO,
    Rotation,
    Vector,
    about_x,
    about_y,
    about_z,
    about_zxy,
    add,
    after,
    along,
    dot,
    scale,
    turned,
    undone,
)

Frame: TypeAlias = tuple[Rotation, Vector]
Ellipsoid: TypeAlias = tuple[Vector, tuple[Vector, Vector, Vector]]
"""A ring in the world: its centre and its half axes."""

_RHYTHM_FROM, _RHYTHM_SPAN = 40.0, 140.0
"""Degrees of arm elevation over which the shoulder girdle follows (drawing convention)."""
_GIRDLE_RISE, _GIRDLE_IN = 0.028, 0.020


def ball_rotation(angles: tuple[float, ...], sign: float) -> Rotation:
    """Return the rotation of a hip or shoulder: flexion, then abduction, then rotation."""
    flexion, abduction, rotation = angles
    return about_zxy(flexion, -sign * abduction, sign * rotation)


def trunk_rotation(angles: tuple[float, ...], share: float = 1.0) -> Rotation:
    """Return the rotation of a *share* of the spine's or neck's angles."""
    flexion, side_bend, rotation = angles
    if not (flexion or side_bend or rotation):
        return UNTURNED
    return about_zxy(-flexion * share, side_bend * share, rotation * share)


class Skeleton:
    """A body in one pose: the frame of each part, in `frames`."""

    def __init__(self, stance: Stance, facing: Rotation) -> None:
        """Pose the body with the middle between its hips at the origin."""
        self.stance = stance
        self.missing: dict[str, float] = {}
        """By how much each limb that reached misses its place, in body heights."""
        tilt, drop, rotation = stance["pelvis"]
        turn = after(about_y(rotation), after(about_x(drop), about_z(-tilt)))
        self.frames: dict[str, Frame] = {}
        self._pose(after(facing, turn), ZERO)

    def _pose(self, rotation: Rotation, centre: Vector) -> None:
        self._levels: dict[float, Frame] = {}
        self._curve = self._spine()
        frames = self.frames
        frames["pelvis"] = (rotation, centre)
        chest = self.of_trunk(0.0, body.SPINE_TO, 0.0)
        frames["chest"] = chest
        base = self.of_trunk(*body.NECK)[1]
        half = after(chest[0], trunk_rotation(self.stance["neck"], 0.5))
        frames["neck"] = (half, base)
        frames["head"] = (
            after(chest[0], trunk_rotation(self.stance["neck"])),
            add(base, turned(half, body.HEAD)),
        )
        for side, sign in SIDES:
            thigh = after(rotation, ball_rotation(self.stance[f"{side} hip"], sign))
            x, y, z = body.HIP
            hip = add(centre, turned(rotation, (x, y, sign * z)))
            shank = after(thigh, about_z(-self.stance[f"{side} knee"][0]))
            self.set_leg(side, hip, thigh, shank)
            upper = after(chest[0], ball_rotation(self.stance[f"{side} shoulder"], sign))
            shoulder = self._shoulder(side, sign, upper, chest[0])
            forearm = after(upper, about_z(self.stance[f"{side} elbow"][0]))
            self.set_arm(side, shoulder, upper, forearm)

    def _spine(self) -> tuple[Vector, ...]:
        """Return where each slice of the spine begins, from the pelvis and in its axes."""
        height = (body.SPINE_TO - body.SPINE_FROM) / body.SPINE_SLICES
        point = (0.0, body.SPINE_FROM, 0.0)
        points = [point]
        for index in range(body.SPINE_SLICES):
            turn = trunk_rotation(self.stance["spine"], (index + 0.5) / body.SPINE_SLICES)
            point = add(point, turned(turn, (0.0, height, 0.0)))
            points.append(point)
        return tuple(points)

    def _level(self, height: float) -> Frame:
        """Return the trunk's rotation and midline *height* above the hips, in the pelvis's axes."""
        found = self._levels.get(height)
        if found is None:
            share = (height - body.SPINE_FROM) / (body.SPINE_TO - body.SPINE_FROM)
            share = max(0.0, min(1.0, share))
            turn = trunk_rotation(self.stance["spine"], share)
            slices = share * body.SPINE_SLICES
            below = min(int(slices), body.SPINE_SLICES - 1)
            a, b = self._curve[below], self._curve[below + 1]
            part = slices - below
            point = (
                a[0] + (b[0] - a[0]) * part,
                a[1] + (b[1] - a[1]) * part,
                a[2] + (b[2] - a[2]) * part,
            )
            rest = min(height - body.SPINE_FROM, 0.0) + max(height - body.SPINE_TO, 0.0)
            found = self._levels[height] = (turn, add(point, turned(turn, (0.0, rest, 0.0))))
        return found

    def of_trunk(self, forward: float, height: float, right: float) -> Frame:
        """Return the frame of a point that moves with the trunk, from where it is when upright."""
        turn, middle = self._level(height)
        rotation, centre = self.frames["pelvis"]
        point = add(middle, turned(turn, (forward, 0.0, right)))
        return after(rotation, turn), add(centre, turned(rotation, point))

    def _shoulder(self, side: str, sign: float, upper: Rotation, chest: Rotation) -> Vector:
        """Return the shoulder's centre; lifting the arm raises it and brings it in."""
        elevation = arc_cosine(dot(turned(upper, UP), turned(chest, UP)))
        lifted = max(0.0, (elevation - _RHYTHM_FROM) / _RHYTHM_SPAN)
        forward, up, out = self.stance[f"{side} shoulder blade"]
        x, y, z = body.SHOULDER
        z += out - _GIRDLE_IN * lifted
        return self.of_trunk(x + forward, y + _GIRDLE_RISE * lifted + up, sign * z)[1]

    def set_leg(
        self, side: str, hip: Vector, thigh: Rotation, shank: Rotation, foot: Rotation | None = None
    ) -> None:
        """Place a leg; without a rotation of its own the foot follows the ankle's angle."""
        knee = along(hip, turned(thigh, UP), -body.THIGH)
        ankle = along(knee, turned(shank, UP), -body.SHANK)
        if foot is None:
            foot = after(shank, about_z(self.stance[f"{side} ankle"][0]))
        self.frames[f"{side}-thigh"] = (thigh, hip)
        self.frames[f"{side}-shank"] = (shank, knee)
        self.frames[f"{side}-foot"] = (foot, ankle)

    def set_arm(
        self,
        side: str,
        shoulder: Vector,
        upper: Rotation,
        forearm: Rotation,
        hand: Rotation | None = None,
    ) -> None:
        """Place an arm; without a rotation of its own the hand follows forearm and wrist."""
        elbow = along(shoulder, turned(upper, UP), -body.UPPER_ARM)
        wrist = along(elbow, turned(forearm, UP), -body.FOREARM)
        if hand is None:
            sign = 1.0 if side == "right" else -1.0
            pronation = self.stance[f"{side} forearm"][0]
            extension = self.stance[f"{side} wrist"][0]
            turn = after(about_y(sign * pronation), about_x(sign * extension))
            hand = after(forearm, turn)
        self.frames[f"{side}-upper-arm"] = (upper, shoulder)
        self.frames[f"{side}-forearm"] = (forearm, elbow)
        self.frames[f"{side}-hand"] = (hand, wrist)

    def move(self, by: Vector) -> None:
        """Move the whole body."""
        for part, (rotation, origin) in self.frames.items():
            self.frames[part] = (rotation, add(origin, by))

    def turn(self, rotation: Rotation) -> None:
        """Turn the whole body about the origin; limbs are posed by their angles again."""
        pelvis, centre = self.frames["pelvis"]
        self._pose(after(rotation, pelvis), turned(rotation, centre))

    def rings(
        self, part: str, surface: str, first: int = 0, end: int | None = None
    ) -> list[Ellipsoid]:
        """Return rings of *surface* (see `body`), carried by *part*."""
        sign = -1.0 if part.startswith("left") else 1.0
        return self.carried(part, SURFACE[surface][first:end], sign)

    def carried(self, part: str, rings: tuple[Ring, ...], sign: float = 1.0) -> list[Ellipsoid]:
        """Return *rings* given in the axes of *part*, mirrored where *sign* is -1."""
        rotation, origin = self.frames[part]
        x_axis, y_axis, z_axis = undone(rotation)
        return [
            (
                add(origin, turned(rotation, (x, y, sign * z))),
                (scale(x_axis, a), scale(y_axis, b), scale(z_axis, c)),
            )
            for x, y, z, a, b, c in rings
        ]

    def foot_rings(self, side: str, surface: str) -> list[Ellipsoid]:
        """Return the rings of a foot or its sole, those before the ball turned with the toes."""
        part = f"{side}-foot"
        extension = self.stance[f"{side} toes"][0]
        rings = SURFACE[surface]
        if not extension:
            return self.rings(part, surface)
        behind = tuple(each for each in rings if each[0] < body.BALL[0])
        rotation, origin = self.frames[part]
        turn = after(rotation, about_z(extension))
        x_axis, y_axis, z_axis = undone(turn)
        ball = add(origin, turned(rotation, body.BALL))
        sign = -1.0 if side == "left" else 1.0
        toes = [
            (
                add(ball, turned(turn, (x - body.BALL[0], y - body.BALL[1], sign * z))),
                (scale(x_axis, a), scale(y_axis, b), scale(z_axis, c)),
            )
            for x, y, z, a, b, c in rings[len(behind) :]
        ]
        return self.carried(part, behind, sign) + toes

    def trunk_rings(self, rings: tuple[Ring, ...]) -> list[Ellipsoid]:
        """Return *rings* given as heights above the hips, bent with the spine."""
        found: list[Ellipsoid] = []
        for x, y, z, a, b, c in rings:
            rotation, centre = self.of_trunk(x, y, z)
            x_axis, y_axis, z_axis = undone(rotation)
            found.append((centre, (scale(x_axis, a), scale(y_axis, b), scale(z_axis, c))))
        return found
