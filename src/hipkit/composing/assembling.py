"""From what was chosen to a routine: slots, with the safety texts and tips that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Explanation, Policy, Provenance, Request, Routine, Safety, Slot, Tip
from .eligibility import eased
from .notices import notices_for, tips_for
from .worth import Offer


def slots_of(
    ordered: Iterable[Offer], policy: Policy, request: Request, safety: Safety
) -> tuple[Slot, ...]:
    """Return the slots of offers that are in order, no harder than the request's cautions allow."""
    return tuple(
        Slot(
            policy.phase_of[offer.candidate.exercise.group],
            offer.candidate.exercise,
            offer.sets,
            eased(offer.candidate.exercise, offer.candidate.band, request, safety),
        )
        for offer in ordered
    )


def assembled(
    request: Request,
    slots: Sequence[Slot],
    explanation: Explanation,
    safety: Safety,
    tips: Iterable[Tip],
    made_with: Provenance,
) -> Routine:
    """Return the routine of *slots*, with its notices, stops and tips."""
    items = [(slot.exercise, slot.dose) for slot in slots]
    return Routine(
        request=request,
        slots=tuple(slots),
        explanation=explanation,
        notices=notices_for(request, items, safety),
        stops=safety.stops,
        tips=tips_for(request, [exercise for exercise, _ in items], tips),
        made_with=made_with,
    )
