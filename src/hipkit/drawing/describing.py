"""What a figure shows, in words made from its data.

Rule: no sentence stands here: keys of `Words` are chosen, and angles measured on the drawn body fill them.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Exercise, Words
from .layering import Worked
from .measuring import angles_of_joints
from .solving import Poses

_TOLD = 8.0
"""Degrees that a joint moves before it is told of."""
_MOST = 5
_PAIRED = (
    ("hip", ("flexion", "abduction", "rotation")),
    ("knee", ("flexion",)),
    ("ankle", ("flexion",)),
)
_MIDDLE = (
    ("pelvis", ("tilt", "drop", "turn")),
    ("spine", ("flexion", "side-bend", "turn")),
)
_OTHER = {"right": "left", "left": "right"}


def described(
    exercise: Exercise,
    poses: Poses,
    worked: Worked,
    words: Words,
    *,
    is_mirrored: bool,
    has_pose: bool,
) -> str:
    """Return the description of a figure: position, what moves by how much, what is in colour."""
    figure = poses.figure
    position = words.say(f"position.{exercise.positions[0].value}")
    told = [_begun(position)]
    if not has_pose:
        told.append(words.say("figure.no-pose"))
        return ". ".join(told) + "."
    moves = list(_moves(poses, words, is_mirrored=is_mirrored))
    if moves:
        told.append(_begun("; ".join(moves[:_MOST])))
    elif len(figure.frames) == 1:
        told.append(words.say("figure.hold"))
    if worked.muscles:
        names = list(dict.fromkeys(words.say(f"muscle.{each.value}") for each in worked.muscles))
        told.append(words.say("figure.muscles", muscles=", ".join(names)))
    return ". ".join(told) + "."


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _moves(poses: Poses, words: Words, *, is_mirrored: bool) -> Iterator[str]:
    if len(poses.figure.frames) == 1:
        return
    start, end = (angles_of_joints(poses.at(phase)) for phase in (0.0, 1.0))
    for joint, ways in _PAIRED:
        for index, way in enumerate(ways):
            key = f"figure.{joint}.{way}"
            sides = [
                (side, round(start[f"{side} {joint}"][index]), round(end[f"{side} {joint}"][index]))
                for side in ("right", "left")
            ]
            (_, *right), (_, *left) = sides
            if right == left and abs(right[1] - right[0]) >= _TOLD:
                both = f"figure.both.{joint}.{way}"
                yield _said(words, both, right[0], right[1])
                continue
            for side, was, now in sides:
                if abs(now - was) >= _TOLD:
                    shown = _OTHER[side] if is_mirrored else side
                    yield _said(words, key, was, now, side=words.say(f"figure.side.{shown}"))
    for joint, ways in _MIDDLE:
        for index, way in enumerate(ways):
            was, now = round(start[joint][index]), round(end[joint][index])
            if abs(now - was) >= _TOLD:
                turned = is_mirrored and index > 0
                was, now = (-was, -now) if turned else (was, now)
                yield _said(words, f"figure.{joint}.{way}", was, now)


def _said(words: Words, key: str, was: int, now: int, **side: str) -> str:
    way = "more" if now > was else "less"
    return words.say(f"{key}.{way}", start=was, end=now, **side)
