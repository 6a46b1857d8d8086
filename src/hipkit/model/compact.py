"""A compact routine: ids and doses, and what a person must be told; the catalogue has the rest.

Rule: it keeps what cannot be had again. Exercises are named, tips too; why each item was chosen is left
out where asking again tells, and kept where it does not. Notices are kept whole.
"""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served
from ._checks import each, exercise_id, instance, member, optional, slug, text, truth, whole
from .dose import DoseBand
from .protocol_use import ProtocolUse
from .request import Request
from .routine import Explanation, Provenance
from .safety import Notice
from .vocabulary import Phase


@frozen
class CompactSlot(Served):
    """One exercise in its place, by id: phase, number of sets, and the dose band used, whole."""

    phase: Phase = field(validator=member(Phase))
    exercise: str = field(validator=exercise_id())
    sets: int = field(validator=whole(1, 10))
    dose: DoseBand = field(validator=instance(DoseBand))


@frozen(repr=False)
class CompactRoutine(Served):
    """A routine by ids and doses, which `hipkit.restore` makes whole again from a catalogue.

    *proved* is true of a routine that had a certificate: then *explanation* keeps only its remarks,
    because asking again tells the rest. *tips* are ids. *digest* is that of the whole routine, and tells
    whether a restored one is the same. *cautions_withheld* is true where it was stored without them.
    """

    request: Request = field(validator=instance(Request))
    slots: tuple[CompactSlot, ...] = field(validator=each(instance(CompactSlot), 1))
    explanation: Explanation = field(validator=instance(Explanation))
    notices: tuple[Notice, ...] = field(validator=each(instance(Notice)))
    tips: tuple[str, ...] = field(validator=each(slug()))
    digest: str = field(validator=text(1, 80))
    proved: bool = field(validator=truth())
    made_with: Provenance = field(default=Provenance(), validator=instance(Provenance))
    cautions_withheld: bool = field(default=False, validator=truth())
    protocol: ProtocolUse | None = field(default=None, validator=optional(instance(ProtocolUse)))

    def __repr__(self) -> str:
        """Return goal, level and exercise ids; never the cautions."""
        asked = f"{self.request.goal.value}, {self.request.level.value}"
        return f"<CompactRoutine {asked}: {', '.join(each.exercise for each in self.slots)}>"
