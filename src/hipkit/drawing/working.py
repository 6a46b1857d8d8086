"""Which muscles of an exercise are shown, and on which sides of the drawn body.

Rule: this is read from the record, never drawn by hand: the prime movers; of a stretch what is lengthened,
of a release what is pressed.
"""

from __future__ import annotations

from ..model import Exercise, Laterality, Muscle, MuscleRole
from ..model.figure import Figure
from ..model.vocabulary.figures import BodySide
from .layering import Worked

_SHOWN = (MuscleRole.PRIME_MOVER, MuscleRole.LENGTHENED, MuscleRole.PRESSED)
_ONE_SIDED = (Laterality.ONE_SIDED, Laterality.ALTERNATING)


def worked_of(exercise: Exercise, figure: Figure) -> Worked:
    """Return the muscles of *exercise* to be shown, and the sides of *figure* that work."""
    muscles: tuple[Muscle, ...] = ()
    for role in _SHOWN:
        muscles = tuple(use.muscle for use in exercise.muscles if use.role is role)
        if muscles:
            break
    if exercise.laterality in _ONE_SIDED:
        return Worked(muscles, (figure.working_side.value,))
    return Worked(muscles, tuple(side.value for side in BodySide))
