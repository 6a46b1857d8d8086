"""The door to the compact form: a routine by ids and doses, and whole again from a catalogue.

Rule: what is restored is the routine that was, proved so by its digest, or it says what differs. The
doses are those that were stored, whatever the catalogue says now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from ..catalogue import Catalogue, load_safety, load_tips
from ..catalogue.search import nearest_id
from ..composing import compose, default_policy
from ..composing.eligibility import avoided
from ..composing.notices import notices_for
from ..errors import (
    NoRoutine,
    Problem,
    ProblemCode,
    RequestError,
    StoredFormatError,
    UnknownExercise,
    show,
)
from ..model import (
    Caution,
    CautionWord,
    CompactRoutine,
    CompactSlot,
    Exercise,
    Explanation,
    IdFate,
    OwnRule,
    Policy,
    Reason,
    ReasonCode,
    Routine,
    Slot,
    because,
)
from .arguments import (
    asked_again,
    catalogue_differs,
    catalogue_of,
    for_another_goal,
    not_a_policy,
    not_compact,
    not_whole,
    pool_in,
    rules_again,
    rules_of,
    unknown_recent,
)

__all__ = ["compact", "restore"]


def compact(routine: Routine) -> CompactRoutine:
    """Return *routine* by ids and doses, with its notices, remarks and digest. Pure.

    `restore` makes it whole again from the catalogue that it was made from. Raises `RequestError` for
    what is no routine.
    """
    if not isinstance(routine, Routine):
        raise RequestError([not_whole(routine)])
    said = routine.explanation
    proved = said.certificate is not None
    return CompactRoutine(
        request=routine.request,
        slots=tuple(
            CompactSlot(slot.phase, slot.exercise.id, slot.sets, slot.dose)
            for slot in routine.slots
        ),
        explanation=Explanation((), (), (), said.remarks, None) if proved else said,
        notices=routine.notices,
        tips=tuple(tip.id for tip in routine.tips),
        digest=routine.digest,
        proved=proved,
        made_with=routine.made_with,
        cautions_withheld=routine.cautions_withheld,
        protocol=routine.protocol,
    )


def restore(
    compact: CompactRoutine,
    *,
    cautions: Iterable[Caution | CautionWord] | None = None,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> Routine:
    """Return the whole routine that *compact* stands for. Pure.

    With the *catalogue*, *policy* and *rules* that it was made with (the packaged ones or none unless
    given), and with its *cautions*, given again where they were not stored, it is equal to the routine
    that was: why each item was chosen is asked again, and its digest tells that nothing differs.
    Cautions under which something would differ are refused; one that changes nothing but which notes
    are shown cannot be told, so they are taken as given. Otherwise doses, notices and remarks are those
    that were stored, exercises, stops and tips those of now; remarks say that the catalogue differs, or
    that it was restored without its reasons, and there is no certificate.
    Raises `RequestError` for wrong arguments and for cautions under which it is not the routine that
    was, `StoredFormatError` with every exercise that is gone and what became of it, `NoRoutine` when a
    caution spares an exercise as it is now.
    """
    problems: list[Problem] = []
    known = catalogue_of(catalogue, problems)
    problems += not_a_policy(policy)
    asked = rules_of(rules, problems)
    if not isinstance(compact, CompactRoutine):
        raise RequestError([not_compact(compact), *problems])
    problems += rules_again(compact.made_with, asked, no_more=True)
    problems += for_another_goal(policy, compact.request)
    if problems:
        raise RequestError(problems)
    whole = compact if cautions is None else _with_cautions(compact, cautions)
    given = whole.cautions_withheld is not compact.cautions_withheld
    routine = _reassembled(whole, _exercises(whole, known))
    _spared(routine)
    differs = catalogue_differs(routine, known)
    if not differs:
        if routine.digest == compact.digest and not (given and _noticed_otherwise(routine)):
            return routine
        again = _asked_again(whole, known, policy, asked)
        if again is not None and again.digest == compact.digest:
            return again
    if given:
        raise RequestError([_not_its_own()])
    if not (differs or compact.made_with.catalogue or compact.proved):
        differs = (because(ReasonCode.CATALOGUE_DIFFERS),)  # made from nobody knows what
    restored = (because(ReasonCode.RESTORED),) if compact.proved else ()
    said = routine.explanation
    remarks = tuple(dict.fromkeys((*said.remarks, *differs, *restored)))
    return evolve(routine, explanation=evolve(said, remarks=remarks))


def _with_cautions(
    compact: CompactRoutine, cautions: Iterable[Caution | CautionWord]
) -> CompactRoutine:
    """Return *compact* with *cautions* again; raises `RequestError` for what cannot be its own."""
    request = asked_again(compact, cautions)
    if (request == compact.request) is compact.cautions_withheld:  # where withheld, there were some
        raise RequestError([_not_its_own()])
    return evolve(compact, request=request, cautions_withheld=False)


def _not_its_own() -> Problem:
    return Problem(
        ProblemCode.CONTRADICTION,
        "with these cautions it is not the routine that was stored",
        "give its own cautions, catalogue, policy and rules; or leave cautions out",
        path="cautions",
    )


def _noticed_otherwise(routine: Routine) -> bool:
    """Return whether cautions given again bring other notices than *routine* was stored with."""
    items = [(slot.exercise, slot.dose) for slot in routine.slots]
    return notices_for(routine.request, items, load_safety()) != routine.notices


def _exercises(compact: CompactRoutine, known: Catalogue) -> list[Exercise]:
    """Return the exercises of the slots as they are now; a renamed one is found by its old id.

    Raises `StoredFormatError` with every one that is gone.
    """
    found: list[Exercise] = []
    problems: list[Problem] = []
    for index, slot in enumerate(compact.slots):
        try:
            fate = known.resolve(slot.exercise)
        except UnknownExercise:
            near = nearest_id(known, slot.exercise)
            message = f"there is no exercise {show(slot.exercise)} in this catalogue"
            remedy = "give the catalogue that the routine was made from"
            remedy += f"; {near!r} is near" if near else ""
        else:
            if fate.fate is not IdFate.REMOVED:
                id = slot.exercise if slot.exercise in known else str(fate.exercise)
                found.append(known[id])
                continue
            message = f"the exercise {show(slot.exercise)} was removed: {fate.reason}"
            remedy = f"use {fate.exercise!r}" if fate.exercise else "nothing takes its place"
        where = f"slots[{index}].exercise"
        code = ProblemCode.UNKNOWN_EXERCISE
        problems.append(Problem(code, message, remedy, path=where, value=show(slot.exercise)))
    if problems:
        raise StoredFormatError(problems)
    return found


def _reassembled(compact: CompactRoutine, exercises: Iterable[Exercise]) -> Routine:
    """Return what was stored, with *exercises*, stops and tips of now."""
    tips = {tip.id: tip for tip in load_tips()}
    return Routine(
        request=compact.request,
        slots=tuple(
            Slot(slot.phase, exercise, slot.sets, slot.dose)
            for slot, exercise in zip(compact.slots, exercises, strict=True)
        ),
        explanation=compact.explanation,
        notices=compact.notices,
        stops=load_safety().stops,
        tips=tuple(tips[id] for id in compact.tips if id in tips),
        made_with=compact.made_with,
        cautions_withheld=compact.cautions_withheld,
        protocol=compact.protocol,
    )


def _asked_again(
    compact: CompactRoutine, known: Catalogue, policy: Policy | None, rules: Iterable[OwnRule]
) -> Routine | None:
    """Return what its request gets now, or None where it is not the whole request, or gets nothing."""
    if compact.cautions_withheld:
        return None
    request = compact.request
    try:
        return compose(
            request,
            pool_in(known),
            safety=load_safety(),
            policy=policy or default_policy(request.goal),
            rules=rules,
            tips=load_tips(),
            made_with=compact.made_with,
            remarks=unknown_recent(request, known),
        )
    except NoRoutine:
        return None


def _spared(routine: Routine) -> None:
    """Raise `NoRoutine` when an exercise, as it is now, is one that a caution spares."""
    reasons = dict.fromkeys(_reasons_to_spare(routine))
    if reasons:
        raise NoRoutine(routine.request, reasons)


def _reasons_to_spare(routine: Routine) -> Iterator[Reason]:
    safety = load_safety()
    for slot in routine.slots:
        for caution in routine.request.cautions:
            yield from avoided(slot.exercise, safety, caution.value)
