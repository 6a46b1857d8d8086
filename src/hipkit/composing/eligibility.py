"""Who may come, and why the others may not.

Rule: safety is decided here and nowhere later, from what records state. What is not stated counts as
the worst under any caution. Every exercise is kept, or dropped with all the reasons that apply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from ..model import (
    AdductorLoad,
    BandPlace,
    Condition,
    CountOf,
    DoseBand,
    Effort,
    EffortScale,
    EffortWord,
    Equipment,
    Exercise,
    Goal,
    Impact,
    Kind,
    Level,
    LoadKind,
    OwnRule,
    Phase,
    Policy,
    Position,
    Reason,
    ReasonCode,
    Request,
    Safety,
    Span,
    Status,
    because,
)
from ..model.plain import is_tuple
from .ruling import ruled_out

if TYPE_CHECKING:
    from ..model import Verdict

NOT_STATED = "not-stated"
"""The word in a reason for a property that the exercise does not state."""

_JUMPS = (Kind.LANDING, Kind.PLYOMETRIC)
_UPRIGHT = (Position.STANDING, Position.WALKING, Position.SPLIT_STANCE)
_LOW_BANDS = (BandPlace.ANKLES, BandPlace.FEET)
_EASY_ENOUGH = (EffortWord.EASY, EffortWord.LIGHT)
_STILL = (Kind.ISOMETRIC, Kind.STATIC_STRETCH)
_LONGEST_STATIC_BEFORE_RUN = 60
"""Seconds of static holding in one exercise that stay below what costs performance (rule r32)."""

_KINDS_OF_GOAL: dict[Goal, frozenset[Kind]] = {
    Goal.STRENGTH: frozenset(Kind),
    Goal.ACTIVATION: frozenset(
        {Kind.RAISE, Kind.DYNAMIC_MOBILITY, Kind.STRENGTH, Kind.ISOMETRIC, Kind.CONTROL}
    ),
    Goal.MOBILITY: frozenset(
        {
            Kind.RAISE,
            Kind.DYNAMIC_MOBILITY,
            Kind.CONTROL,
            Kind.STATIC_STRETCH,
            Kind.SELF_RELEASE,
            Kind.SETTLE,
        }
    ),
    Goal.RECOVERY: frozenset(
        {
            Kind.RAISE,
            Kind.DYNAMIC_MOBILITY,
            Kind.STATIC_STRETCH,
            Kind.SELF_RELEASE,
            Kind.SETTLE,
        }
    ),
}
"""Kinds that a goal can ever hold, whatever a policy says (rules r32 and r35)."""


class Sifted(NamedTuple):
    """Every exercise: the ids of those that may come, and the others with their reasons; by rising id."""

    kept: tuple[str, ...]
    dropped: tuple[Verdict, ...]


def sift(
    exercises: Iterable[Exercise],
    request: Request,
    policy: Policy,
    safety: Safety,
    rules: Iterable[OwnRule] = (),
) -> Sifted:
    """Return which *exercises* may answer *request*, and all reasons why the others may not."""
    from ..model import Verdict  # composing a routine does without it

    asked = tuple(rules)
    kept: list[str] = []
    dropped: list[Verdict] = []
    for exercise in sorted(exercises, key=lambda each: each.id):
        reasons = dict.fromkeys(  # two avoidances may say the same
            (
                *standing_reasons(
                    exercise, exercise.band(policy.goal, request.level), policy, request.level
                ),
                *asked_reasons(exercise, request, safety),
                *ruled_out(exercise, request, asked),
            )
        )
        if reasons:
            dropped.append(Verdict(exercise.id, tuple(reasons)))
        else:
            kept.append(exercise.id)
    return Sifted(tuple(kept), tuple(dropped))


def eased(exercise: Exercise, band: DoseBand, request: Request, safety: Safety) -> DoseBand:
    """Return *band* of *exercise* with an effort no harder than the request's cautions allow."""
    for caution in request.cautions:
        for limit in safety.rule(caution).effort_limits:
            limited = _meets_all(exercise, limit.when)
            if limited and band.effort.is_harder_than(limit.at_most):
                band = evolve(band, effort=Effort(EffortScale.RESERVE, limit.at_most))
    return band


def standing_reasons(
    exercise: Exercise, band: DoseBand | None, policy: Policy, level: Level
) -> Iterator[Reason]:
    """Yield why *exercise*, dosed by *band*, never comes at *level*, whatever else is asked.

    What lands belongs to the main part: it must not be the warm-up move that a landing needs before it.
    """
    id, goal = exercise.id, policy.goal
    if exercise.status is Status.RETIRED:
        yield because(ReasonCode.RETIRED, id, replaced_by=exercise.replaced_by or "")
    if exercise.level.rank > level.rank:
        yield because(ReasonCode.LEVEL, id, needs=exercise.level.value, has=level.value)
    elif band is None:
        yield because(ReasonCode.NO_DOSE, id, goal=goal.value, level=level.value)
    if (
        exercise.kind not in policy.percent_of_kind
        or exercise.kind not in _KINDS_OF_GOAL[goal]
        or exercise.group not in policy.phase_of
        or (policy.phase_of[exercise.group] is not Phase.MAIN and lands(exercise))
        or (band is not None and goal is Goal.ACTIVATION and _too_much_before_run(exercise, band))
    ):
        yield because(ReasonCode.NOT_FOR_GOAL, id, goal=goal.value, kind=exercise.kind.value)
    yield from _unsafe_for_level(exercise, level)


def asked_reasons(exercise: Exercise, request: Request, safety: Safety) -> Iterator[Reason]:
    """Yield why what *request* asks beside goal and level keeps *exercise* out."""
    id = exercise.id
    for any_of in exercise.needs:
        if not set(any_of) & set(request.equipment):
            yield because(ReasonCode.EQUIPMENT, id, any_of=",".join(sorted(any_of)))
    if request.positions is not None:
        for position in exercise.positions:
            if position not in request.positions:
                yield because(ReasonCode.POSITION, id, position=position.value)
    for caution in request.cautions:
        yield from avoided(exercise, safety, caution.value)
    if id in request.exclude:
        yield because(ReasonCode.EXCLUDED, id)


class Asked(NamedTuple):
    """What keeps exercises out beside goal and level, as sets: *spared* are ids, by caution."""

    owned: frozenset[Equipment]
    allowed: frozenset[Position] | None
    spared: tuple[frozenset[str], ...]
    excluded: frozenset[str]


def asked_code(exercise: Exercise, asked: Asked) -> ReasonCode | None:
    """Return the code of the first of `asked_reasons`, or None: the same answer, without the facts."""
    for any_of in exercise.needs:
        if asked.owned.isdisjoint(any_of):
            return ReasonCode.EQUIPMENT
    if asked.allowed is not None and not asked.allowed.issuperset(exercise.positions):
        return ReasonCode.POSITION
    for spared in asked.spared:
        if exercise.id in spared:
            return ReasonCode.CAUTION
    return ReasonCode.EXCLUDED if exercise.id in asked.excluded else None


def _too_much_before_run(exercise: Exercise, band: DoseBand) -> bool:
    effort = band.effort
    if effort.scale is not EffortScale.FORM and effort.word not in _EASY_ENOUGH:
        return True
    if exercise.kind is Kind.RAISE:
        return False  # its sets are minutes of easy moving
    return band.sets.high > 2 or _longest_still(exercise, band) >= _LONGEST_STATIC_BEFORE_RUN


def _longest_still(exercise: Exercise, band: DoseBand) -> float:
    """Return the seconds for which *band* may hold still in all, on each side."""
    if band.lift or band.lower:
        return 0
    hold = band.hold.high if isinstance(band.hold, Span) else band.hold
    if band.count_of is CountOf.SECONDS and exercise.kind in _STILL:
        hold = 1
    return band.sets.high * band.count.high * hold


def lands(exercise: Exercise) -> bool:
    """Return whether the feet leave the ground and land in *exercise*, as far as it says."""
    return exercise.kind in _JUMPS or exercise.exposures.impact not in (None, Impact.NONE)


def _unsafe_for_level(exercise: Exercise, level: Level) -> Iterator[Reason]:
    """Yield what no level below may do, whatever the record's own level says (convention)."""
    exposures, load = exercise.exposures, exercise.load
    band_at = load.where if load is not None and load.kind is LoadKind.BAND else None
    low_band = band_at in _LOW_BANDS and any(each in _UPRIGHT for each in exercise.positions)
    long_lever = exposures.adductor_load is AdductorLoad.LONG_LEVER
    for wrong, property, word, needs in (
        (lands(exercise), "impact", str(exposures.impact or exercise.kind), Level.INTERMEDIATE),
        (low_band, "load", str(band_at), Level.INTERMEDIATE),
        (long_lever, "adductor_load", str(AdductorLoad.LONG_LEVER), Level.ADVANCED),
    ):
        if wrong and level < needs:
            yield because(
                ReasonCode.UNSAFE_FOR_LEVEL,
                exercise.id,
                property=property,
                word=word,
                needs=needs.value,
            )


def avoided(exercise: Exercise, safety: Safety, caution: str) -> Iterator[Reason]:
    """Yield why *caution* avoids *exercise*: one reason for each avoidance that applies."""
    rule = next(each for each in safety.cautions if each.caution == caution)
    for avoidance in rule.avoid:
        if _meets_all(exercise, avoidance.when):
            first = avoidance.when[0]
            word = _meets(exercise, first) or ""
            yield because(
                ReasonCode.CAUTION, exercise.id, caution=caution, property=first.property, word=word
            )
    for exception in exercise.exceptions:
        if exception.caution == caution:
            yield because(
                ReasonCode.CAUTION, exercise.id, caution=caution, property="record", word=""
            )


def _meets_all(exercise: Exercise, conditions: Iterable[Condition]) -> bool:
    return all(_meets(exercise, condition) is not None for condition in conditions)


def _meets(exercise: Exercise, condition: Condition) -> str | None:
    """Return the word with which *exercise* meets *condition*, or None."""
    property = condition.property
    if property == "load":
        words = [exercise.load.kind.value] if exercise.load is not None else []
    else:
        owner = exercise if property in ("positions", "contacts", "kind") else exercise.exposures
        value = getattr(owner, property)
        if value is None:
            return NOT_STATED
        if isinstance(value, bool):
            words = ["yes"] if value else ["no"]
        elif is_tuple(value):
            words = [str(each) for each in value]
        else:
            words = [str(value)]
    return next((word for word in words if word in condition.words), None)
