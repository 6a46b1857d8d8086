"""A figure at one phase of its movement, as a skeleton.

Rule: angles and places are blended first, then the body is placed, then limbs reach. So feet stay
planted and knees keep to true arcs between the key frames.
"""

from __future__ import annotations

from typing import NamedTuple

from ..model.figure import Figure, KeyFrame, Place, Reach
from .body import BALL, PALM, SOLE
from .placing import level, lower, move_to
from .postures import between_stances, facing, stance_of
from .reaching import bend_of, reach
from .skeleton import Skeleton
from .surfaces import lowest
from .vectors import (
    UP,
    ZERO,
    Rotation,
    Vector,
    about_y,
    about_z,
    add,
    after,
    between,
    blended,
    cross,
    of_axes,
    scale,
    square_to,
    subtract,
    turned,
    undone,
    unit,
)

_UPWARDS = 0.3
"""How much the knee of a foot on the floor points up, beside where the toes point: lying on the back."""


_TOES_BACK = 72.0
"""Degrees that toes bend back at most: a heel that is raised further takes them along."""


class Aim(NamedTuple):
    """What one limb reaches for: a place, how its end is turned there, where its joint points."""

    place: Vector
    end: Rotation | None
    bend: Vector
    is_free: bool
    """Whether the joint may point elsewhere, where that keeps every range."""
    extension: float = 0.0
    """Degrees by which the toes bend back, where a heel is raised."""


def vector_of(place: Place) -> Vector:
    """Return a place in body heights."""
    return (place.forward / 100, place.up / 100, place.right / 100)


class Poses:
    """The bodies of one figure: each phase is solved once, whoever asks for it."""

    def __init__(self, figure: Figure) -> None:
        """Begin with none."""
        self.figure = figure
        self._stances = [
            stance_of(figure.posture, figure.pose, frame.pose) for frame in figure.frames
        ]
        self._known: dict[float, Skeleton] = {}

    def at(self, phase: float) -> Skeleton:
        """Return the body at a *phase*, 0 at the first key frame and 1 at the last."""
        found = self._known.get(phase)
        if found is None:
            start = self.at(0.0) if phase else None
            found = self._known[phase] = self._solved(phase, start)
        return found

    def _solved(self, phase: float, start: Skeleton | None) -> Skeleton:
        figure = self.figure
        index, _ = _between(figure, phase)
        one, two, share = key_of(figure, phase)
        stance = self._stances[index]
        if share:
            stance = between_stances(stance, self._stances[index + 1], share)
        skeleton = Skeleton(stance, facing(figure.posture))
        if len(figure.bearing) == 2:
            level(skeleton, *figure.bearing)
        if one.centre is not None and two.centre is not None:
            centre = between(vector_of(one.centre), vector_of(two.centre), share)
            skeleton.move(subtract(centre, skeleton.frames["pelvis"][1]))
        else:
            lower(skeleton, figure.bearing)
            if figure.anchor is not None:
                here = vector_of(one.anchor_at or Place())
                spot = between(here, vector_of(two.anchor_at or Place()), share)
                move_to(skeleton, figure.anchor, (spot[0], spot[2]))
        _flatten(skeleton, figure)
        _reach_all(skeleton, figure, one, two, share, start)
        return skeleton


def solve_all(figure: Figure, phases: list[float]) -> list[Skeleton]:
    """Return the body at each of *phases*."""
    poses = Poses(figure)
    return [poses.at(phase) for phase in phases]


def _between(figure: Figure, phase: float) -> tuple[int, float]:
    """Return the number of the key frame before a *phase*, and how far it is on to the next."""
    last = len(figure.frames) - 1
    at = phase * last
    index = min(int(at), max(last - 1, 0))
    return index, at - index


def key_of(figure: Figure, phase: float) -> tuple[KeyFrame, KeyFrame, float]:
    """Return the key frames around a *phase*, and how far it is from the first to the second."""
    index, share = _between(figure, phase)
    return figure.frames[index], figure.frames[min(index + 1, len(figure.frames) - 1)], share


def _flatten(skeleton: Skeleton, figure: Figure) -> None:
    """Lay the sole of each foot that bears flat, and lower the body onto it again."""
    flat = [each for each in figure.bearing if each.flat]
    for bearing in flat:
        side = bearing.surface.partition("-")[0]
        shank = skeleton.frames[f"{side}-shank"][0]
        forward = square_to(UP, turned(shank, (1.0, 0.0, 0.0)), turned(shank, UP))
        foot = of_axes(forward, (0.0, 1.0, 0.0), cross(forward, (0.0, 1.0, 0.0)))
        thigh, hip = skeleton.frames[f"{side}-thigh"]
        skeleton.set_leg(side, hip, thigh, shank, foot)
    if flat:
        lower(skeleton, figure.bearing)


def _reach_all(
    skeleton: Skeleton,
    figure: Figure,
    one: KeyFrame,
    two: KeyFrame,
    share: float,
    start: Skeleton | None,
) -> None:
    first, second = (
        {each.limb: each for each in (*figure.reach, *frame.reach)} for frame in (one, two)
    )
    for limb in sorted({*first, *second}, key=_order):
        a = _aim(skeleton, limb, first.get(limb), start)
        b = _aim(skeleton, limb, second.get(limb), start) if share else a
        side, _, kind = limb.partition("-")
        if kind == "foot":
            extension = a.extension + (b.extension - a.extension) * share
            own = skeleton.stance[f"{side} toes"][0]
            skeleton.stance = {**skeleton.stance, f"{side} toes": (own + extension,)}
        place = between(a.place, b.place, share)
        bend, is_free = between(a.bend, b.bend, share), a.is_free and b.is_free
        end = _end(skeleton, limb, a.end, b.end, share)
        missing = reach(skeleton, side, kind, place, bend=bend, is_free=is_free, end=end)
        if kind == "foot" and (limb in first) != (limb in second):
            below = -lowest(skeleton, limb)[0]
            if below > 0:  # a foot that is set down or lifted clears the floor
                place = add(place, (0.0, below, 0.0))
                missing = reach(skeleton, side, kind, place, bend=bend, is_free=is_free, end=end)
        if limb in first and limb in second:  # on its way there is no place to reach
            skeleton.missing[limb] = missing


def _order(limb: str) -> tuple[bool, str]:
    """Feet first: a hand may reach for a leg."""
    return not limb.endswith("foot"), limb


def _end(
    skeleton: Skeleton, limb: str, a: Rotation | None, b: Rotation | None, share: float
) -> Rotation | None:
    if a is None and b is None:
        return None
    own = skeleton.frames[limb][0]
    return blended(a or own, b or own, share)


def _aim(skeleton: Skeleton, limb: str, wish: Reach | None, start: Skeleton | None) -> Aim:
    side, _, kind = limb.partition("-")
    if wish is None:
        place = skeleton.frames[limb][1]
        return Aim(place, None, bend_of(skeleton, side, kind, place), is_free=True)
    place, end, hint, extension = _goal(skeleton, side, kind, wish, start)
    if wish.bend is not None:
        bend = unit(_direction(skeleton, wish, wish.bend, kind))
        return Aim(place, end, bend, is_free=False, extension=extension)
    is_free = hint is None
    if hint is None:
        hint = bend_of(skeleton, side, kind, place)
    return Aim(place, end, hint, is_free=is_free, extension=extension)


_Goal = tuple[Vector, Rotation | None, Vector | None, float]
"""A place, how the end is turned, where the joint points (None: anywhere), how far the toes bend back."""


def _goal(skeleton: Skeleton, side: str, kind: str, wish: Reach, start: Skeleton | None) -> _Goal:
    at = vector_of(wish.at)
    if wish.of == "start":
        held, place = (start or skeleton).frames[wish.limb]
        return add(place, at), None if start is None else held, None, 0.0
    if wish.of in ("world", "below"):
        upper = f"{side}-thigh" if kind == "foot" else f"{side}-upper-arm"
        origin = skeleton.frames[upper][1]
        below: Vector = (origin[0], 0.0, origin[2]) if wish.of == "below" else (0.0, 0.0, 0.0)
        place = add(below, at)
        if kind == "foot":
            return _foot_goal(place, wish)
    else:
        rotation, origin = skeleton.frames[wish.of]
        place = add(origin, turned(rotation, at))
    if kind == "foot":
        return place, None, None, 0.0
    lift, end = _hand_end(skeleton, side, wish)
    return add(place, lift), end, None, 0.0


def _direction(skeleton: Skeleton, wish: Reach, direction: Place, kind: str) -> Vector:
    """Return a direction of *wish*: a hand on a body part is told it in the axes of the chest."""
    vector = vector_of(direction)
    if kind == "hand" and wish.of in skeleton.frames:
        return turned(skeleton.frames["chest"][0], vector)
    return vector


def _foot_goal(place: Vector, wish: Reach) -> _Goal:
    """Return the goal of a foot on the floor; its knee points where the toes do."""
    heading = about_y(float(wish.turn or 0))
    x, y, z = turned(heading, (1.0, 0.0, 0.0))
    bend = (x, y + _UPWARDS, z)
    if not wish.heel:
        return add(place, (0.0, SOLE, 0.0)), heading, bend, 0.0
    # The ball stays where it is on a flat foot; the ankle comes up and forward about it.
    raised = after(heading, about_z(-float(wish.heel)))
    ball = add(add(place, (0.0, SOLE, 0.0)), turned(heading, BALL))
    return (
        subtract(ball, turned(raised, BALL)),
        raised,
        bend,
        max(0.0, min(_TOES_BACK, float(wish.heel))),
    )


def _hand_end(skeleton: Skeleton, side: str, wish: Reach) -> tuple[Vector, Rotation | None]:
    """Return how far above its place the wrist is, and how the hand is turned."""
    if wish.flat:
        sign = 1.0 if side == "right" else -1.0
        up = scale(turned(about_y(float(wish.turn or 0)), (1.0, 0.0, 0.0)), -1.0)
        palm = (0.0, sign, 0.0)
        return (0.0, PALM, 0.0), of_axes(cross(up, palm), up, palm)
    wanted = vector_of(wish.fingers or Place())
    if wanted == ZERO:
        return ZERO, None
    if wish.of in skeleton.frames:
        wanted = turned(skeleton.frames[wish.of][0], wanted)
    up = scale(unit(wanted), -1.0)
    palm = square_to(up, undone(skeleton.frames[f"{side}-forearm"][0])[2])
    return ZERO, of_axes(cross(up, palm), up, palm)
