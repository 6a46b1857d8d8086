"""Whether a figure agrees with its exercise's record: position, equipment, sides, the movement.

Rule: what can be read from data is read from data; each complaint is one line.
"""

from __future__ import annotations

from collections.abc import Iterator

from hipkit.drawing.checking import PHASES
from hipkit.drawing.measuring import angles_of_joints
from hipkit.drawing.solving import solve_all
from hipkit.model import (
    CountOf,
    Equipment,
    Exercise,
    Kind,
    Laterality,
    Movement,
    Position,
    WorkedSide,
)
from hipkit.model.figure import Figure
from hipkit.model.vocabulary.figures import Posture, PropKind

_POSTURES: dict[Position, set[Posture]] = {
    Position.STANDING: {Posture.STANDING},
    Position.SPLIT_STANCE: {Posture.STANDING},
    Position.WALKING: {Posture.STANDING},
    Position.HALF_KNEELING: {Posture.HALF_KNEELING},
    Position.TALL_KNEELING: {Posture.TALL_KNEELING},
    Position.HANDS_AND_KNEES: {Posture.HANDS_AND_KNEES},
    Position.PRONE: {Posture.PRONE},
    Position.PLANK: {Posture.PRONE, Posture.HANDS_AND_KNEES},
    Position.SUPINE_KNEES_BENT: {Posture.SUPINE},
    Position.SUPINE_STRAIGHT: {Posture.SUPINE},
    Position.SIDE_LYING: {Posture.SIDE_LYING},
    Position.SIDE_PLANK: {Posture.SIDE_LYING},
    Position.SITTING_FLOOR: {Posture.SITTING},
    Position.SITTING_CHAIR: {Posture.SITTING},
    Position.BENCH_SUPPORTED: set(Posture),
}
_THINGS: dict[Equipment, set[PropKind]] = {
    Equipment.CHAIR: {PropKind.CHAIR},
    Equipment.STEP: {PropKind.STEP},
    Equipment.TOWEL_OR_CUSHION: {PropKind.CUSHION},
    Equipment.MINI_BAND: {PropKind.MINI_BAND},
    Equipment.LONG_BAND: {PropKind.LONG_BAND},
    Equipment.ANCHOR: {PropKind.LONG_BAND, PropKind.CABLE},
    Equipment.DUMBBELL: {PropKind.DUMBBELL},
    Equipment.KETTLEBELL: {PropKind.KETTLEBELL},
    Equipment.BARBELL: {PropKind.BARBELL},
    Equipment.BENCH: {PropKind.BENCH},
    Equipment.CABLE: {PropKind.CABLE},
    Equipment.ANKLE_WEIGHT: {PropKind.ANKLE_WEIGHT},
    Equipment.SMALL_BALL: {PropKind.BALL},
    Equipment.STABILITY_BALL: {PropKind.BALL},
    Equipment.SLIDER: {PropKind.SLIDER},
    Equipment.FOAM_ROLLER: {PropKind.FOAM_ROLLER},
    Equipment.MASSAGE_BALL: {PropKind.BALL},
    Equipment.PARTNER: {PropKind.PARTNER},
}
_ALWAYS = {PropKind.MAT, PropKind.WALL, PropKind.SUPPORT}
_LEAST = 15.0
"""Degrees that the worked hip moves in the primary movement, unless it holds."""
_LEAST_IN_PLANK = 6.0
"""There a foot comes just off the floor."""
_LEAST_IN_STRETCH = 8.0
"""A stretch begins where it is nearly reached."""
_STILL = 5.0
_OWN = {WorkedSide.MOVING, WorkedSide.TOP}
"""Where the worked hip is the one that is seen to move."""
_ANGLE_OF: dict[Movement, int] = {
    Movement.FLEXION: 0,
    Movement.EXTENSION: 0,
    Movement.ABDUCTION: 1,
    Movement.ADDUCTION: 1,
    Movement.INTERNAL_ROTATION: 2,
    Movement.EXTERNAL_ROTATION: 2,
}


def is_hold(exercise: Exercise) -> bool:
    """Return whether every dose of *exercise* is holding still, not repeating."""
    return all(band.count_of is CountOf.SECONDS for band in exercise.dose)


def disagreements(exercise: Exercise, figure: Figure) -> Iterator[str]:
    """Yield what *figure* shows otherwise than the record of *exercise* says."""
    allowed = set[Posture]().union(*(_POSTURES[each] for each in exercise.positions))
    if figure.posture not in allowed:
        positions = ", ".join(exercise.positions)
        yield f"posture {figure.posture.value} for positions {positions}"
    yield from _equipment(exercise, figure)
    yield from _movement(exercise, figure)


def _least(exercise: Exercise) -> float:
    if Position.PLANK in exercise.positions:
        return _LEAST_IN_PLANK
    return _LEAST_IN_STRETCH if exercise.kind is Kind.STATIC_STRETCH else _LEAST


def _equipment(exercise: Exercise, figure: Figure) -> Iterator[str]:
    shown = {prop.kind for prop in (*figure.props, *figure.frames[0].props)}
    known: set[PropKind] = set(_ALWAYS)
    for group in exercise.needs:
        things = set[PropKind]().union(*(_THINGS[each] for each in group))
        known |= things
        if not things & shown:
            yield f"needs {' or '.join(group)}, and none is shown"
    for kind in sorted(shown - known):
        yield f"shows a {kind.value} that it does not need"


def _movement(exercise: Exercise, figure: Figure) -> Iterator[str]:
    phases = [angles_of_joints(each) for each in solve_all(figure, list(PHASES))]

    def span(joint: str, axis: int) -> float:
        found = [each[joint][axis] for each in phases]
        return max(found) - min(found)

    side = figure.working_side.value
    if exercise.kind is Kind.ISOMETRIC:
        for name in ("right hip", "left hip"):
            moved = max(span(name, axis) for axis in (0, 1, 2))
            if moved > _STILL:
                yield f"is a hold, and the {name} moves by {moved:.0f} degrees"
        return
    if exercise.movements and len(figure.frames) > 1:
        movement = exercise.movements[0]
        axis = _ANGLE_OF.get(movement)
        if axis is not None:
            hips = [f"{side} hip"] if exercise.worked_side in _OWN else ["right hip", "left hip"]
            moved = max(span(hip, axis) for hip in hips)
            if moved < _least(exercise):
                yield f"{movement.value} of the {' or '.join(hips)} by only {moved:.0f} degrees"
    elif exercise.movements and not is_hold(exercise):
        yield "one frame only, and it is no hold"
    apart = max(
        abs(each["right hip"][axis] - each["left hip"][axis]) for each in phases for axis in (0, 1)
    )
    turned = max(abs(each["right hip"][2] - each["left hip"][2]) for each in phases)
    if exercise.laterality is Laterality.ONE_SIDED and max(apart, turned) < _STILL:
        yield "is one-sided, and both hips do the same"
    steps = exercise.kind is Kind.RAISE  # one leg after the other, counted together
    if exercise.laterality is Laterality.BOTH_TOGETHER and not steps and apart > _LEAST:
        yield f"works both sides together, and the hips are {apart:.0f} degrees apart"
