"""A routine taken from a protocol: what was done, with hipkit's set-up, rest and safety texts.

Rule: sets, counts and holds are the source's. What it leaves blank or the catalogue lacks is said in
the routine's remarks; nothing is chosen, so there is no certificate. A caution leaves items out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from ..errors import NoRoutine
from ..model import (
    Caution,
    Citation,
    CountOf,
    DoseBand,
    Equipment,
    Exercise,
    Explanation,
    Grade,
    Level,
    Phase,
    Protocol,
    ProtocolItem,
    ProtocolUse,
    Provenance,
    Reason,
    ReasonCode,
    Request,
    Routine,
    Safety,
    Slot,
    Span,
    Tip,
    because,
)
from ..model.request import LONGEST, SHORTEST
from .assembling import assembled
from .eligibility import avoided, eased

_OWN = "tempo, rest, set-up and effort are hipkit's where the source states none"
_USUAL = DoseBand.usual_tempo(CountOf.REPETITIONS)
_BETWEEN_HOLDS = 5.0
"""Seconds between the holds of one set where a protocol states none (convention, as in rule r39)."""


def follow(
    protocol: Protocol,
    week: int,
    step: int,
    exercises: Collection[Exercise],
    *,
    safety: Safety,
    cautions: Iterable[Caution] = (),
    tips: Iterable[Tip] = (),
    made_with: Provenance | None = None,
) -> Routine:
    """Return the routine of *week* of *protocol*, made of *exercises*, in the source's order.

    Where several steps share a week, the *step* asked for is taken, or the last there is.
    Raises `NoRoutine` when none of the week's rows can be done.
    """
    asked = tuple(cautions)
    remarks: list[Reason] = []
    rows = list(_rows(protocol, week, step, remarks))
    taken = list(_taken(rows, {each.id: each for each in exercises}, asked, safety, remarks))
    request = _request(protocol, [exercise for _, exercise in taken], asked)
    if not taken:
        raise NoRoutine(request, remarks)
    slots = tuple(
        Slot(
            Phase.MAIN,
            exercise,
            item.sets.low if item.sets is not None else 1,
            eased(exercise, _band(item, exercise, protocol, request.level), request, safety),
        )
        for item, exercise in taken
    )
    for item, exercise in taken:
        remarks += _remarks(item, exercise, protocol, request.level)
    seconds = sum(slot.seconds for slot in slots)
    request = evolve(request, minutes=min(LONGEST, max(SHORTEST, -(-seconds // 60))))
    explanation = Explanation((), (), (), tuple(remarks), None)
    use = ProtocolUse(protocol.id, protocol.title, protocol.source, protocol.population, week)
    made = assembled(request, slots, explanation, safety, tips, made_with or Provenance())
    return evolve(made, protocol=use)


def _taken(
    rows: Iterable[ProtocolItem],
    known: Mapping[str, Exercise],
    cautions: Sequence[Caution],
    safety: Safety,
    remarks: list[Reason],
) -> Iterator[tuple[ProtocolItem, Exercise]]:
    """Yield the rows that can be done, each with its exercise; say of the others why not."""
    for item in rows:
        exercise = known.get(item.exercise or "")
        if exercise is None:
            why = item.missing or f"there is no exercise {item.exercise!r} in this catalogue"
            remarks.append(because(ReasonCode.PROTOCOL_MISSING, printed=item.printed, why=why))
            continue
        found = [each for caution in cautions for each in avoided(exercise, safety, caution.value)]
        remarks += dict.fromkeys(found)
        if not found:
            yield item, exercise


def _request(
    protocol: Protocol, exercises: Sequence[Exercise], cautions: tuple[Caution, ...]
) -> Request:
    """Return what somebody would have asked for: the highest level and all the kit needed."""
    level = max(
        (each.level for each in exercises), key=lambda each: each.rank, default=Level.BEGINNER
    )
    kit = {any_of[0] for exercise in exercises for any_of in exercise.needs}
    equipment = tuple(each for each in Equipment if each in kit)
    return Request(
        SHORTEST, goal=protocol.goal, level=level, equipment=equipment, cautions=cautions
    )


def _rows(
    protocol: Protocol, week: int, step: int, remarks: list[Reason]
) -> Iterator[ProtocolItem]:
    rows: dict[str, list[ProtocolItem]] = {}
    for item in protocol.items_of(week):
        rows.setdefault(item.printed, []).append(item)
    for printed, steps in rows.items():
        chosen = next((item for item in steps if item.step == step), steps[-1])
        if len(steps) > 1:
            remarks.append(
                because(
                    ReasonCode.PROTOCOL_STEPS, printed=printed, step=chosen.step, steps=len(steps)
                )
            )
        yield chosen


def _band(item: ProtocolItem, exercise: Exercise, protocol: Protocol, level: Level) -> DoseBand:
    """Return the dose of *item*: printed numbers where there are any, else the exercise's own."""
    own = _own(exercise, protocol, level)
    sets = item.sets or Span(1, 1)
    printed = (
        Citation(protocol.source, protocol.grade, "sets, counts and holds as printed"),
        Citation("convention", Grade.C, _OWN),
    )
    changed = evolve(own, goal=protocol.goal, sets=sets, sources=printed)
    if item.hold is not None:
        return evolve(
            changed,
            count=item.count or Span(1, 1),
            count_of=CountOf.REPETITIONS,
            lift=0.0,
            hold=float(item.hold),
            lower=0.0,
            pause=_BETWEEN_HOLDS if item.count is not None else 0.0,
        )
    count = item.count or own.count
    if own.count_of is not CountOf.REPETITIONS and item.count is not None:
        return evolve(changed, count=count)
    lift, hold, lower, pause = (
        _USUAL if own.lift == own.lower == 0 else (own.lift, own.hold, own.lower, own.pause)
    )
    return evolve(
        changed,
        count=count,
        lift=lift if item.lift is None else item.lift,
        hold=hold,
        lower=lower if item.lower is None else item.lower,
        pause=pause,
    )


def _own(exercise: Exercise, protocol: Protocol, level: Level) -> DoseBand:
    """Return the exercise's own dose at *level*, of the protocol's goal where it has one."""
    return exercise.band(protocol.goal, level) or exercise.dose[0]


def _remarks(
    item: ProtocolItem, exercise: Exercise, protocol: Protocol, level: Level
) -> Iterator[Reason]:
    yield because(
        ReasonCode.PROTOCOL_DOSE, exercise.id, source=protocol.source, printed=item.printed
    )
    for field in item.blank:
        used = "1" if field == "sets" else str(_own(exercise, protocol, level).count)
        yield because(ReasonCode.PROTOCOL_BLANK, exercise.id, field=field, used=used)
    if item.difference:
        yield because(ReasonCode.PROTOCOL_DIFFERS, exercise.id, how=item.difference)
