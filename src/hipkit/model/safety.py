"""Cautions, notices and stops as data over the properties that exercises state.

Rule: a caution removes; it never adds worth, shortens, unlocks or lifts anything.
"""

from __future__ import annotations

from attrs import field, fields, frozen

from ..errors import ProblemCode, nearest
from ..frameworks import Served
from ._checks import complain, each, instance, member, slug, text, truth
from .evidence import Citation
from .exposures import Exposures
from .vocabulary import Caution, EffortWord, Goal, Group, Word


class NoticeMoment(Word):
    """When a notice is shown."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@frozen
class Notice(Served):
    """A safety text that belongs to a routine, and the moment at which it is shown."""

    id: str = field(validator=slug())
    moment: NoticeMoment = field(validator=member(NoticeMoment))
    text: str = field(validator=text(1))


PROPERTIES: tuple[str, ...] = (
    "positions",
    "contacts",
    "kind",
    "load",
    *(each.name for each in fields(Exposures)),
)
"""The properties of an exercise that a condition may look at."""


@frozen
class Condition(Served):
    """A property with one of several words; a property that is not stated always meets it.

    *property* is a field of `Exposures`, or `positions`, `contacts`, `kind` or `load` of `Exercise`;
    *words* are JSON words, `yes` for a property that is true or false.
    """

    property: str = field(validator=text(1, 40))
    words: tuple[str, ...] = field(validator=each(text(1, 40), 1))

    def __attrs_post_init__(self) -> None:
        """Refuse a property that no exercise has, because its caution would never apply."""
        if self.property not in PROPERTIES:
            raise complain(
                ProblemCode.UNKNOWN_WORD,
                "property",
                self.property,
                f"no exercise has a property {self.property!r}",
                nearest(self.property, PROPERTIES),
            )


@frozen
class Avoidance(Served):
    """Conditions that an exercise must all meet to be avoided, and the basis of avoiding it."""

    when: tuple[Condition, ...] = field(validator=each(instance(Condition), 1))
    citation: Citation = field(validator=instance(Citation))


@frozen
class EffortLimit(Served):
    """The hardest effort on the reserve scale that a caution allows, and the basis of that limit.

    It holds for exercises that meet all conditions of *when*; without any, for all.
    """

    at_most: EffortWord = field(validator=member(EffortWord))
    citation: Citation = field(validator=instance(Citation))
    when: tuple[Condition, ...] = field(default=(), validator=each(instance(Condition)))


@frozen
class CautionRule(Served):
    """What one caution avoids and shows; *no_routine_for* lists goals it answers with advice only.

    *effort_limits* lower harder efforts; *replaces* names notices that the caution's own notices take the
    place of.
    """

    caution: Caution = field(validator=member(Caution))
    label: str = field(validator=text(1))
    avoid: tuple[Avoidance, ...] = field(validator=each(instance(Avoidance), 1))
    no_routine_for: tuple[Goal, ...] = field(default=(), validator=each(member(Goal)))
    effort_limits: tuple[EffortLimit, ...] = field(
        default=(), validator=each(instance(EffortLimit))
    )
    notices: tuple[str, ...] = field(default=(), validator=each(slug()))
    replaces: tuple[str, ...] = field(default=(), validator=each(slug()))


@frozen
class NoticeRule(Served):
    """When a notice shows: always, or for the goals, groups or dose shapes it names.

    *holds* also means heavy work, since both invite holding the breath; *cold* means that nothing
    raises or loosens before the main part, except after a run.
    """

    notice: str = field(validator=slug())
    always: bool = field(default=False, validator=truth())
    goals: tuple[Goal, ...] = field(default=(), validator=each(member(Goal)))
    groups: tuple[Group, ...] = field(default=(), validator=each(member(Group)))
    holds: bool = field(default=False, validator=truth())
    hard: bool = field(default=False, validator=truth())
    cold: bool = field(default=False, validator=truth())


@frozen(repr=False)
class Safety(Served):
    """Everything that keeps a routine safe, as one value: caution rules, notices, stops.

    Raises `InvalidValue` when a caution has no rule, because a caution must never be ignored.
    """

    cautions: tuple[CautionRule, ...] = field(validator=each(instance(CautionRule)))
    notices: tuple[Notice, ...] = field(validator=each(instance(Notice), 1))
    rules: tuple[NoticeRule, ...] = field(validator=each(instance(NoticeRule), 1))
    stops: tuple[str, ...] = field(validator=each(text(1), 1))

    def __attrs_post_init__(self) -> None:
        """Refuse a set of rules that leaves a caution out."""
        stated = {rule.caution for rule in self.cautions}
        missing = [caution.value for caution in Caution if caution not in stated]
        if missing:
            raise complain(
                ProblemCode.MISSING_FIELD,
                "cautions",
                missing,
                f"no rule for {', '.join(missing)}",
                "state a rule for every caution",
            )
        self._refuse_lost_notices()

    def _refuse_lost_notices(self) -> None:
        """Refuse a notice that is named and is not there, because somebody would not be told."""
        named = {"before", *(rule.notice for rule in self.rules)}
        named |= {id for rule in self.cautions for id in rule.notices}
        lost = sorted(named - {notice.id for notice in self.notices})
        if lost:
            raise complain(
                ProblemCode.DANGLING_LINK,
                "notices",
                lost,
                f"there is no notice {', '.join(lost)}",
                "state every notice that a rule names, and one called 'before'",
            )
        for rule in self.cautions:
            if rule.no_routine_for and not rule.notices:
                raise complain(
                    ProblemCode.MISSING_FIELD,
                    "cautions",
                    rule.caution.value,
                    f"{rule.caution.value} answers with advice, and has no notice",
                    "name a notice of the caution",
                )

    def __repr__(self) -> str:
        """Return how much there is."""
        return f"<Safety of {len(self.cautions)} caution rules, {len(self.notices)} notices, {len(self.stops)} stops>"

    def rule(self, caution: Caution) -> CautionRule:
        """Return the rule of *caution*."""
        return next(rule for rule in self.cautions if rule.caution is caution)

    def notice(self, id: str) -> Notice:
        """Return the notice called *id*; raises `KeyError` when there is none."""
        for notice in self.notices:
            if notice.id == id:
                return notice
        raise KeyError(id)
