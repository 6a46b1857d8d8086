"""Rows for data frames: one flat record for each exercise or slot, with columns that stay in order.

Rule: a value is a text, a number, true or false, None, or a list of texts, so that pandas, polars and CSV
writers take it as it is. Only what is handy in a table is here; `to_plain` has everything. No record
tells of a person's cautions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from .measures import Span
from .vocabulary import MuscleRole

if TYPE_CHECKING:
    from .dose import DoseBand
    from .exercise import Exercise
    from .routine import Routine

Record: TypeAlias = "dict[str, str | int | float | bool | list[str] | None]"

_EITHER = "|"
"""Stands between things of which any one will do."""


def record_of(exercise: Exercise) -> Record:
    """Return one row of a table of exercises."""
    movers = [use for use in exercise.muscles if use.role is MuscleRole.PRIME_MOVER]
    others = [use for use in exercise.muscles if use.role is not MuscleRole.PRIME_MOVER]
    return {
        "id": exercise.id,
        "name": exercise.name,
        "group": exercise.group.value,
        "family": exercise.family,
        "variant_of": exercise.variant_of,
        "status": exercise.status.value,
        "kind": exercise.kind.value,
        "level": exercise.level.value,
        "skill": exercise.skill,
        "goals": _once(band.goal.value for band in exercise.dose),
        "positions": [each.value for each in exercise.positions],
        "movements": [each.value for each in exercise.movements],
        "plane": exercise.plane.value,
        "chain": exercise.chain.value,
        "joints": exercise.joints.value,
        "laterality": exercise.laterality.value,
        "needs": [_EITHER.join(any_of) for any_of in exercise.needs],
        "space_metres": float(exercise.space_metres),
        "step_height": exercise.step_height,
        "prime_movers": [use.muscle.value for use in movers],
        "other_muscles": [use.muscle.value for use in others],
        "easier": [rung.exercise for rung in exercise.easier],
        "harder": [rung.exercise for rung in exercise.harder],
        "sources": list(exercise.sources),
        "summary": exercise.instructions.summary,
    }


def records_of(routine: Routine) -> list[Record]:
    """Return one row for each slot of *routine*, in the order to do them."""
    rows: list[Record] = []
    start = 0
    for place, slot in enumerate(routine.slots, 1):
        exercise = slot.exercise
        rows.append(
            {
                "place": place,
                "key": slot.key,
                "phase": slot.phase.value,
                "exercise": exercise.id,
                "name": exercise.name,
                "group": exercise.group.value,
                "sets": slot.sets,
                "sides": exercise.sides,
                **_dose(slot.dose),
                "start": start,
                "seconds": slot.seconds,
            }
        )
        start += slot.seconds
    return rows


def _dose(dose: DoseBand) -> Record:
    hold = dose.hold if isinstance(dose.hold, Span) else None
    return {
        "count_low": dose.count.low,
        "count_high": dose.count.high,
        "count_of": dose.count_of.value,
        "lift": float(dose.lift),
        "hold_low": float(dose.typical_hold if hold is None else hold.low),
        "hold_high": float(dose.typical_hold if hold is None else hold.high),
        "lower": float(dose.lower),
        "pause": float(dose.pause),
        "rest": dose.rest,
        "set_up": dose.set_up,
        "side_switch": dose.side_switch,
        "effort_scale": dose.effort.scale.value,
        "effort": dose.effort.word.value,
    }


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
