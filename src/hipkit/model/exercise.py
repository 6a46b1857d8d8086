"""The exercise record: facts and words about one exercise.

Required: id, name, group, positions, one dose band. Everything else has a default that is safe.
Whether the packaged records are complete is a test, not a rule of the constructor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, field, frozen

from ..errors import InvalidValue, Problem, ProblemCode, with_article
from ..frameworks import Served, Shown
from ._checks import each, exercise_id, instance, member, noun, optional, tenths, text, whole
from .dose import DoseBand
from .evidence import Citation
from .exposures import Exposures
from .timing import sides_of
from .vocabulary import (
    BandPlace,
    BandStrength,
    Basis,
    Caution,
    Chain,
    Change,
    Contact,
    EffortWord,
    Equipment,
    FitMatch,
    Goal,
    Group,
    Hands,
    Joints,
    Kind,
    Laterality,
    Level,
    LoadKind,
    LoadSide,
    Movement,
    Muscle,
    MuscleRole,
    Plane,
    Position,
    Status,
    Support,
    WorkedSide,
    usual_kind,
)

if TYPE_CHECKING:
    from .figure import Figure


@frozen
class Review(Served):
    """Who reviewed a record, and when (year-month-day)."""

    by: str = field(validator=text(1))
    on: str = field(validator=text(10, 10))


@frozen
class Load(Served):
    """What resists the movement besides body weight."""

    kind: LoadKind = field(validator=member(LoadKind))
    where: BandPlace | None = field(default=None, validator=optional(member(BandPlace)))
    strength: BandStrength | None = field(default=None, validator=optional(member(BandStrength)))
    hands: Hands | None = field(default=None, validator=optional(member(Hands)))
    side: LoadSide | None = field(default=None, validator=optional(member(LoadSide)))


@frozen
class MuscleUse(Served):
    """What one muscle does: its role, emphasis 1 (some) to 3 (most), and the basis for saying so."""

    muscle: Muscle = field(validator=member(Muscle))
    role: MuscleRole = field(validator=member(MuscleRole))
    emphasis: int = field(validator=whole(1, 3))
    basis: Basis = field(default=Basis.AUTHOR, validator=member(Basis))
    evidence: tuple[str, ...] = field(default=(), validator=each(text(1, 40)))


@frozen
class Criterion(Served):
    """When to climb to the next rung: *count* at the top of the range, in *sessions* running.

    *count* is in the unit of the dose, per side; *effort* at most; *discomfort* at most, 0 to 10.
    *sources* say what the numbers rest on.
    """

    count: int = field(validator=whole(1, 600))
    sessions: int = field(default=2, validator=whole(1, 10))
    effort: EffortWord = field(default=EffortWord.SOMEWHAT_HARD, validator=member(EffortWord))
    discomfort: int = field(default=3, validator=whole(0, 3))
    sources: tuple[Citation, ...] = field(default=(), validator=each(instance(Citation)))


@frozen
class Rung(Served):
    """A neighbour on a ladder: its id, what changes, and for a harder one when to climb."""

    exercise: str = field(validator=exercise_id())
    changes: tuple[Change, ...] = field(validator=each(member(Change), 1))
    criterion: Criterion | None = field(default=None, validator=optional(instance(Criterion)))


@frozen
class CautionException(Served):
    """A caution that avoids this exercise beyond what its properties say. It can only tighten."""

    caution: Caution = field(validator=member(Caution))
    reason: str = field(validator=text(1))


@frozen
class FitReference(Served):
    """The exercise's name in the Garmin FIT vocabulary: category, name in it, how well it matches."""

    category: str = field(validator=text(1, 60))
    name: str = field(validator=text(0, 80))
    match: FitMatch = field(validator=member(FitMatch))


@frozen
class Mistake(Served):
    """A common mistake and what to do instead."""

    mistake: str = field(validator=text(1))
    instead: str = field(validator=text(1))


@frozen
class CautionNote(Served):
    """A word to somebody with one caution to whom this exercise is still offered."""

    caution: Caution = field(validator=member(Caution))
    note: str = field(validator=text(1))


@frozen
class Instructions(Served):
    """What people read about an exercise, in one language."""

    other_names: tuple[str, ...] = field(default=(), validator=each(text(1, 80)))
    summary: str = field(default="", validator=text())
    set_up: str = field(default="", validator=text())
    steps: tuple[str, ...] = field(default=(), validator=each(text(1)))
    cues: tuple[str, ...] = field(default=(), validator=each(text(1)))
    mistakes: tuple[Mistake, ...] = field(default=(), validator=each(instance(Mistake)))
    felt_in: str = field(default="", validator=text())
    not_felt_in: str = field(default="", validator=text())
    breathing: str = field(default="", validator=text())
    caution_notes: tuple[CautionNote, ...] = field(
        default=(), validator=each(instance(CautionNote))
    )
    easier_way: str = field(default="", validator=text())


def _lowest_level(exercise: Exercise) -> Level:
    dose = exercise.dose if isinstance(exercise.dose, tuple) else ()  # validators come later
    levels = [band.level for band in dose if isinstance(band, DoseBand)]
    return min(levels, key=lambda level: level.rank, default=Level.ADVANCED)


def _usual_kind(exercise: Exercise) -> Kind:
    group = exercise.group  # validators come later
    return usual_kind(group) if isinstance(group, Group) else Kind.STRENGTH


@frozen(repr=False)
class Exercise(Served, Shown):
    """One exercise: what it is, where and with what it is done, how much, and what it exposes to.

    *needs* lists groups of equipment: all groups are needed, any one word of each. *movements*
    names the primary movement of the working hip first. *space_metres* is the free length needed.
    *contacts* and every property of *exposures* that is None counts as the worst under a caution.
    *figure* is how it is drawn; those of packaged exercises are kept apart, and read on the first draw.
    Raises `InvalidValue`, with every problem, when the parts contradict each other.
    """

    id: str = field(validator=exercise_id())
    name: str = field(validator=text(1, 80))
    group: Group = field(validator=member(Group))
    positions: tuple[Position, ...] = field(validator=each(member(Position), 1))
    dose: tuple[DoseBand, ...] = field(validator=each(instance(DoseBand), 1))
    family: str = field(
        default=Factory(lambda self: self.id, takes_self=True), validator=exercise_id()
    )
    variant_of: str | None = field(default=None, validator=optional(exercise_id()))
    aliases: tuple[str, ...] = field(default=(), validator=each(exercise_id()))
    status: Status = field(default=Status.ACTIVE, validator=member(Status))
    replaced_by: str | None = field(default=None, validator=optional(exercise_id()))
    since: str = field(default="", validator=text(0, 20))
    reviewed: Review | None = field(default=None, validator=optional(instance(Review)))
    kind: Kind = field(default=Factory(_usual_kind, takes_self=True), validator=member(Kind))
    movements: tuple[Movement, ...] = field(default=(), validator=each(member(Movement), 0, 4))
    plane: Plane = field(default=Plane.MULTI, validator=member(Plane))
    chain: Chain = field(default=Chain.MIXED, validator=member(Chain))
    joints: Joints = field(default=Joints.MULTI, validator=member(Joints))
    skill: int = field(default=2, validator=whole(1, 3))
    level: Level = field(default=Factory(_lowest_level, takes_self=True), validator=member(Level))
    support: Support | None = field(default=None, validator=optional(member(Support)))
    contacts: tuple[Contact, ...] | None = field(
        default=None, validator=optional(each(member(Contact)))
    )
    space_metres: float = field(default=2.0, validator=tenths(0, 50))
    needs: tuple[tuple[Equipment, ...], ...] = field(
        default=(), validator=each(each(member(Equipment), 1))
    )
    step_height: int | None = field(default=None, validator=optional(whole(5, 60)))
    load: Load | None = field(default=None, validator=optional(instance(Load)))
    laterality: Laterality = field(default=Laterality.BOTH_TOGETHER, validator=member(Laterality))
    worked_side: WorkedSide = field(default=WorkedSide.BOTH, validator=member(WorkedSide))
    exposures: Exposures = field(default=Exposures(), validator=instance(Exposures))
    exceptions: tuple[CautionException, ...] = field(
        default=(), validator=each(instance(CautionException))
    )
    muscles: tuple[MuscleUse, ...] = field(default=(), validator=each(instance(MuscleUse)))
    easier: tuple[Rung, ...] = field(default=(), validator=each(instance(Rung)))
    harder: tuple[Rung, ...] = field(default=(), validator=each(instance(Rung)))
    fit: FitReference | None = field(default=None, validator=optional(instance(FitReference)))
    sources: tuple[str, ...] = field(default=(), validator=each(text(1, 40)))
    instructions: Instructions = field(default=Instructions(), validator=instance(Instructions))
    figure: Figure | None = field(default=None, validator=optional(noun("Figure")))

    def __attrs_post_init__(self) -> None:
        """Refuse parts that contradict each other, all at once."""
        problems = [*self._band_problems(), *self._link_problems(), *self._muscle_problems()]
        if problems:
            raise InvalidValue(problems)

    def __repr__(self) -> str:
        """Return id, group and level; the whole record is long, `to_plain` has it."""
        return f"<Exercise {self.id} ({self.group.value}, {self.level.value})>"

    def _band_problems(self) -> list[Problem]:
        problems: list[Problem] = []
        seen: set[tuple[Goal, Level]] = set()
        for index, band in enumerate(self.dose):
            if band.level < self.level:
                problems.append(
                    Problem(
                        ProblemCode.CONTRADICTION,
                        f"the band is for {with_article(band.level.value)}, the exercise for "
                        f"{self.level.value} up",
                        "raise the band's level or lower the exercise's",
                        path=f"dose[{index}].level",
                        value=str(band.level),
                    )
                )
            if (band.goal, band.level) in seen:
                problems.append(
                    Problem(
                        ProblemCode.DUPLICATE,
                        f"a second band for {band.goal.value} and {band.level.value}",
                        "keep one band for each goal and level",
                        path=f"dose[{index}]",
                    )
                )
            seen.add((band.goal, band.level))
        return problems

    def _link_problems(self) -> list[Problem]:
        problems: list[Problem] = []
        links = [("easier", rung.exercise) for rung in self.easier]
        links += [("harder", rung.exercise) for rung in self.harder]
        links += [("variant_of", self.variant_of)] if self.variant_of else []
        links += [("replaced_by", self.replaced_by)] if self.replaced_by else []
        for path, linked in links:
            if linked == self.id:
                problems.append(
                    Problem(
                        ProblemCode.LINK_LOOP,
                        "the exercise links to itself",
                        "link to another exercise",
                        path=path,
                        value=linked,
                    )
                )
        names = [linked for path, linked in links if path in ("easier", "harder")]
        problems += [
            Problem(
                ProblemCode.DUPLICATE,
                f"{linked!r} is linked twice",
                "an exercise is easier or harder, once",
                path="harder",
                value=linked,
            )
            for linked in sorted({name for name in names if names.count(name) > 1})
        ]
        return problems

    def _muscle_problems(self) -> list[Problem]:
        muscles = [use.muscle for use in self.muscles]
        return [
            Problem(
                ProblemCode.DUPLICATE,
                f"{use.muscle.value!r} stands twice",
                "give each muscle one role",
                path=f"muscles[{index}].muscle",
                value=str(use.muscle),
            )
            for index, use in enumerate(self.muscles)
            if use.muscle in muscles[:index]
        ]

    @property
    def sides(self) -> int:
        """How often a count is done: 1 for both sides together, else 2 (per side, or per way)."""
        return sides_of(self.laterality)

    def band(self, goal: Goal, level: Level) -> DoseBand | None:
        """Return the dose band for *goal* at *level*: that level's, else the nearest below.

        Returns None when the exercise is not offered for the goal, or not yet at the level.
        """
        best: DoseBand | None = None
        rank, most = -1, level.rank
        for band in self.dose:
            if band.goal is goal and rank < band.level.rank <= most:
                best, rank = band, band.level.rank
        return best
