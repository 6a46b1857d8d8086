"""A policy: every weight and limit of choosing, named, as one frozen value.

Rule: a policy is taste within safety. It cannot unlock what a caution, a level or a goal forbids.
Worth is grade (0 to 100) x the percents below; bonuses and costs are in the same unit, where
grade 100 at full sets and weight 100 % is worth 10,000.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from attrs import field, frozen

from ..errors import ProblemCode
from ..frameworks import Served
from ._checks import complain, each, instance, member, text, whole
from .vocabulary import Goal, Group, Kind, MuscleRole, Phase

_MOST = 1_000_000


@frozen
class PhasePolicy(Served):
    """One phase: its share of the time and most seconds, and how its items are weighed.

    *set_percent* is the worth of 1, 2, 3 … sets in percent of full: it may start low, and from the
    second set on it rises ever less. *change_over* is what moving on to one more exercise costs.
    """

    phase: Phase = field(validator=member(Phase))
    share_percent: int = field(validator=whole(0, 100))
    most_seconds: int = field(validator=whole(0, 7_200))
    set_percent: tuple[int, ...] = field(validator=each(whole(0, 1_000), 1, repeats=True))
    change_over: int = field(validator=whole(0, _MOST))
    one_sided_percent: int = field(default=100, validator=whole(0, 1_000))

    def percent_of_sets(self, sets: int) -> int:
        """Return what so many *sets* count, in percent of full."""
        return self.set_percent[min(sets, len(self.set_percent)) - 1]

    def __attrs_post_init__(self) -> None:
        """Refuse a curve over sets that falls, or that steepens after the second set."""
        rises = [b - a for a, b in pairwise(self.set_percent)]
        falls = any(rise < 0 for rise in rises)
        steepens = any(b > a for a, b in pairwise(rises))
        if falls or steepens:
            raise complain(
                ProblemCode.CONTRADICTION,
                "set_percent",
                self.set_percent,
                "the curve over sets falls, or steepens after the second set",
                "give percents that rise ever less, such as (25, 70, 100, 112)",
            )


@frozen
class GroupPolicy(Served):
    """One group: its phase, the weight of its worth, and the bonus of its first, second … item.

    There are at most as many items as *bonuses*, which never rise and may be negative.
    *recent_percent* is how much less an exercise done lately is worth.
    """

    group: Group = field(validator=member(Group))
    phase: Phase = field(validator=member(Phase))
    weight_percent: int = field(validator=whole(0, 1_000))
    bonuses: tuple[int, ...] = field(validator=each(whole(-_MOST, _MOST), repeats=True))
    recent_percent: int = field(default=40, validator=whole(0, 100))

    def __attrs_post_init__(self) -> None:
        """Refuse bonuses that rise: the search relies on it."""
        if list(self.bonuses) != sorted(self.bonuses, reverse=True):
            raise complain(
                ProblemCode.CONTRADICTION,
                "bonuses",
                self.bonuses,
                "the bonuses rise",
                "give numbers that never rise, such as (2600, -4000)",
            )


@frozen
class Points(Served):
    """How many points of grade a muscle in one role earns at emphasis 1, 2 and 3."""

    role: MuscleRole = field(validator=member(MuscleRole))
    at_emphasis: tuple[int, int, int] = field(validator=each(whole(0, 100), 3, 3, repeats=True))


@frozen
class KindPolicy(Served):
    """A kind of exercise that a goal allows, and the percent that its worth counts."""

    kind: Kind = field(validator=member(Kind))
    percent: int = field(default=100, validator=whole(0, 200))


@frozen(cache_hash=True)  # what is prepared for a policy is looked up by it
class Policy(Served):
    """What a routine of one goal is worth.

    *useful_minutes* is the longest session that earns anything; *kinds* those that the goal allows;
    *level_percent* the worth of an exercise of one's own level, one below, two below;
    *grade_base* and *points* make the grade from muscles (*grade_unstated* where none are stated);
    *loaded_percent* multiplies worth where something besides body weight resists;
    *place_percent* where one stands or walks, kneels, is on hands and knees or in a plank, lies, sits
    (of several the least), so that a session need not visit every position;
    *focus_percent* the most that focus multiplies worth with, 150 at most; *variety_percent* how much
    a seed may take from an exercise's worth.
    """

    name: str = field(validator=text(1, 40))
    goal: Goal = field(validator=member(Goal))
    useful_minutes: int = field(validator=whole(5, 120))
    kinds: tuple[KindPolicy, ...] = field(validator=each(instance(KindPolicy), 1))
    phases: tuple[PhasePolicy, ...] = field(validator=each(instance(PhasePolicy), 1, 3))
    groups: tuple[GroupPolicy, ...] = field(validator=each(instance(GroupPolicy), 1))
    points: tuple[Points, ...] = field(validator=each(instance(Points)))
    grade_base: int = field(default=20, validator=whole(0, 100))
    grade_unstated: int = field(default=50, validator=whole(0, 100))
    level_percent: tuple[int, int, int] = field(
        default=(100, 70, 30), validator=each(whole(0, 200), 3, 3, repeats=True)
    )
    loaded_percent: int = field(default=100, validator=whole(100, 200))
    place_percent: tuple[int, int, int, int, int] = field(
        default=(100, 100, 100, 100, 100), validator=each(whole(0, 200), 5, 5, repeats=True)
    )
    focus_percent: int = field(default=150, validator=whole(100, 150))
    focus_helper_percent: int = field(default=125, validator=whole(100, 150))
    variety_percent: int = field(default=40, validator=whole(0, 100))

    def __attrs_post_init__(self) -> None:
        """Refuse a policy without a main phase, or with a group twice or in no phase."""
        phases = [each.phase for each in self.phases]
        groups = [each.group for each in self.groups]
        if (
            Phase.MAIN not in phases
            or len(set(phases)) < len(phases)
            or len(set(groups)) < len(groups)
            or any(each.phase not in phases for each in self.groups)
        ):
            raise complain(
                ProblemCode.CONTRADICTION,
                "groups",
                self.name,
                "a phase or group stands twice, or a group is in a phase that the policy lacks",
                "list the main phase, and each phase and group once",
            )

    @cached_property
    def points_of(self) -> Mapping[MuscleRole, tuple[int, int, int]]:
        """The points of grade that each role earns at emphasis 1, 2 and 3."""
        return MappingProxyType({each.role: each.at_emphasis for each in self.points})

    @cached_property
    def percent_of_kind(self) -> Mapping[Kind, int]:
        """The percent that each kind counts; kinds that the goal does not allow are missing."""
        return MappingProxyType({each.kind: each.percent for each in self.kinds})

    @cached_property
    def group_of(self) -> Mapping[Group, GroupPolicy]:
        """What the policy says of each of its groups."""
        return MappingProxyType({each.group: each for each in self.groups})

    @cached_property
    def phase_policy_of(self) -> Mapping[Group, PhasePolicy]:
        """What the policy says of the phase of each of its groups."""
        phases = {each.phase: each for each in self.phases}
        return MappingProxyType({each.group: phases[each.phase] for each in self.groups})

    @cached_property
    def phase_of(self) -> Mapping[Group, Phase]:
        """The phase of each of the policy's groups."""
        return MappingProxyType({each.group: each.phase for each in self.groups})
