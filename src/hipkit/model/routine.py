"""A routine: what to do, in which order, for how long, and why. Self-contained.

A stored routine keeps the whole records it prescribes, so that a later catalogue cannot change what
someone was told. What follows from the slots (seconds, timeline) is derived, never stored.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..frameworks import Served, Shown
from ._checks import each, instance, member, optional, text, truth, whole
from .dose import DoseBand
from .evidence import Tip
from .exercise import Exercise
from .own_rule import LONGEST_NAME
from .protocol_use import ProtocolUse
from .reason import Reason
from .request import Request
from .safety import Notice
from .timing import Interval, intervals_of, seconds_of
from .vocabulary import Basis, Group, Phase

if TYPE_CHECKING:
    from .records import Record

LARGEST = 2**62
"""No worth, price or bound is larger."""


@frozen(repr=False)
class Slot(Served):
    """One exercise in its place: phase, number of sets, dose band used.

    *key* is unique and stable within the routine, such as `main.clamshell`.
    """

    phase: Phase = field(validator=member(Phase))
    exercise: Exercise = field(validator=instance(Exercise))
    sets: int = field(validator=whole(1, 10))
    dose: DoseBand = field(validator=instance(DoseBand))

    def __repr__(self) -> str:
        """Return the key, the sets and the seconds."""
        return f"<Slot {self.key}: {self.sets} x {self.dose.count}, {self.seconds} s>"

    @property
    def key(self) -> str:
        """The slot's name within its routine."""
        return f"{self.phase.value}.{self.exercise.id}"

    @cached_property
    def seconds(self) -> int:
        """Typical seconds from set-up to the last set, rests between sets included."""
        return seconds_of(self.exercise.laterality, self.dose, self.sets)


@frozen
class ItemExplanation(Served):
    """Why one item is there: its worth, what that is made of, and what nearly took its place.

    *runner_up* is the best other exercise of the group that could take its place with all else
    unchanged, with its name, and *loss* the worth that would cost (0 or more); all are None when there
    is none.
    """

    exercise: str = field(validator=text(1, 80))
    covers: Group = field(validator=member(Group))
    sets: int = field(validator=whole(1, 10))
    seconds: int = field(validator=whole(0, 7_200))
    worth: int = field(validator=whole(-LARGEST, LARGEST))
    basis: Basis = field(validator=member(Basis))
    made_of: tuple[Reason, ...] = field(validator=each(instance(Reason)))
    runner_up: str | None = field(default=None, validator=optional(text(1, 80)))
    runner_up_name: str | None = field(default=None, validator=optional(text(1)))
    loss: int | None = field(default=None, validator=optional(whole(0, LARGEST)))


@frozen
class Coverage(Served):
    """How often a group is covered, and the bonus that earned."""

    group: Group = field(validator=member(Group))
    items: int = field(validator=whole(0, 100))
    bonus: int = field(validator=whole(-LARGEST, LARGEST))
    eligible: int = field(validator=whole(0, 1_000_000))


@frozen
class LeftOut(Served):
    """How many exercises were not eligible for one reason."""

    code: str = field(validator=text(1, 40))
    exercises: int = field(validator=whole(1, 1_000_000))


@frozen
class PhasePrice(Served):
    """The price per second that a phase with a clock of its own is charged."""

    phase: Phase = field(validator=member(Phase))
    room: int = field(validator=whole(0, 7_200))
    price: int = field(validator=whole(0, LARGEST))


@frozen
class Certificate(Served):
    """What proves that no routine is worth more, in units of worth x *scale* - seconds.

    *objective* is the routine's own value, *bound* the Lagrange bound at *price* per second (and the
    phases' own prices), which one pass over the options recomputes; nothing can exceed it. *gap* is
    the difference; *open_options* is how many options the bound did not rule out, all of which were
    enumerated. `hipkit.testing.check_optimal` checks it by other means.
    """

    worth: int = field(validator=whole(-LARGEST, LARGEST))
    seconds: int = field(validator=whole(0, 7_200))
    room: int = field(validator=whole(0, 7_200))
    scale: int = field(validator=whole(1, LARGEST))
    objective: int = field(validator=whole(-LARGEST, LARGEST))
    bound: int = field(validator=whole(-LARGEST, LARGEST))
    gap: int = field(validator=whole(0, LARGEST))
    price: int = field(validator=whole(0, LARGEST))
    phases: tuple[PhasePrice, ...] = field(validator=each(instance(PhasePrice)))
    options: int = field(validator=whole(0, 10_000_000))
    open_options: int = field(validator=whole(0, 10_000_000))


@frozen
class Explanation(Served):
    """Why a routine is as it is; `hipkit.explain` tells the rest, exercise by exercise.

    *certificate* is None for a routine that was taken from a protocol, where nothing was chosen, and for
    one that was changed after it was chosen, of which nothing is proved.
    """

    items: tuple[ItemExplanation, ...] = field(validator=each(instance(ItemExplanation)))
    coverage: tuple[Coverage, ...] = field(validator=each(instance(Coverage)))
    left_out: tuple[LeftOut, ...] = field(validator=each(instance(LeftOut)))
    remarks: tuple[Reason, ...] = field(validator=each(instance(Reason)))
    certificate: Certificate | None = field(validator=optional(instance(Certificate)))

    @property
    def worth(self) -> int:
        """What the routine is worth in all: its items, and the bonuses of the groups they cover."""
        bonuses = sum(each.bonus for each in self.coverage)
        return sum(item.worth for item in self.items) + bonuses


@frozen
class Provenance(Served):
    """What made a routine: the versions of hipkit and its data, and digests of what it chose from.

    *rules* are the names of an app's own rules that it was made under.
    """

    hipkit: str = field(default="", validator=text(0, 40))
    data: str = field(default="", validator=text(0, 40))
    catalogue: str = field(default="", validator=text(0, 80))
    policy: str = field(default="", validator=text(0, 80))
    rules: tuple[str, ...] = field(default=(), validator=each(text(1, LONGEST_NAME)))


@frozen(repr=False)
class Routine(Served, Shown):
    """A routine: slots in the order to do them, with explanation, notices and tips.

    *seconds* is the typical duration, never over 60 x the minutes asked for; *seconds_range* the
    duration to expect (x 0.9 to x 1.25). *cautions_withheld* is true on a routine that was stored
    without the cautions it was made with. *protocol* is set on one taken from a protocol.
    """

    request: Request = field(validator=instance(Request))
    slots: tuple[Slot, ...] = field(validator=each(instance(Slot), 1))
    explanation: Explanation = field(validator=instance(Explanation))
    notices: tuple[Notice, ...] = field(validator=each(instance(Notice)))
    stops: tuple[str, ...] = field(validator=each(text(1)))
    tips: tuple[Tip, ...] = field(validator=each(instance(Tip)))
    made_with: Provenance = field(default=Provenance(), validator=instance(Provenance))
    cautions_withheld: bool = field(default=False, validator=truth())
    protocol: ProtocolUse | None = field(default=None, validator=optional(instance(ProtocolUse)))

    @cached_property
    def seconds(self) -> int:
        """Typical duration in whole seconds."""
        return sum(slot.seconds for slot in self.slots)

    @property
    def seconds_range(self) -> tuple[int, int]:
        """Shortest and longest duration to expect, in seconds (rule r39)."""
        return (self.seconds * 9 // 10, -(-self.seconds * 5 // 4))

    @cached_property
    def timeline(self) -> tuple[Interval, ...]:
        """Contiguous intervals of work, rest, set-up and side switch that sum to `seconds`."""
        return intervals_of(
            (slot.key, slot.exercise.laterality, slot.dose, slot.sets) for slot in self.slots
        )

    @cached_property
    def digest(self) -> str:
        """A short hash of everything but the cautions: equal digests, equal prescriptions."""
        from ..storing import digest_of  # plain data is storing's subject

        return digest_of(self)

    def to_records(self) -> list[Record]:
        """Return one flat dict for each slot, in order, for data frames; cautions are in none.

        Columns: `place`, `key`, `phase`, `exercise` (its id), `name`, `group`, `sets`, `sides`,
        `count_low`, `count_high`, `count_of`, `lift`, `hold_low`, `hold_high`, `lower`, `pause`, `rest`,
        `set_up`, `side_switch` (seconds), `effort_scale`, `effort`, `start` and `seconds`.
        """
        from .records import records_of  # only tables need it

        return records_of(self)

    def __repr__(self) -> str:
        """Return goal, level, seconds and slot keys; never the cautions."""
        asked = f"{self.request.goal.value}, {self.request.level.value}"
        return f"<Routine {asked}, {self.seconds} s: {', '.join(s.key for s in self.slots)}>"

    def __str__(self) -> str:
        """Return the routine as readable text."""
        from ..rendering import to_text

        return to_text(self)
