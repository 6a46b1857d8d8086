"""The catalogue: exercises by id, and what became of ids that were. Frozen, in order.

Rule: asking for a changed catalogue returns a new one. No two exercises share an id or alias, and a
family lies in one group, always; links are checked where records are read or added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from ..errors import (
    CatalogueError,
    Problem,
    ProblemCode,
    RequestError,
    UnknownExercise,
    first_of,
    not_a,
    show,
)
from ..frameworks import Served, Shown
from ..model import (
    Equipment,
    EquipmentWord,
    Exercise,
    Goal,
    GoalWord,
    Group,
    GroupWord,
    Level,
    LevelWord,
    Muscle,
    MuscleWord,
    Status,
)
from ..model.gathering import Gatherer
from ..model.plain import is_tuple
from ..storing import digest_of
from .integrity import (
    identity_problems,
    link_problems,
    loop_problems,
    source_id_problem,
    source_problems,
)
from .search import find_in, nearest_id, nearest_ids

if TYPE_CHECKING:  # loaded when there are any
    from ..model import Fate, Study, Tombstone
    from ..model.records import Record


MOST_EXERCISES = 100_000
"""Exercises, and studies, that a catalogue may have; an iterable is read no further."""

_MADE = "make one with hipkit.Exercise, or read a file with read_catalogue"
"""How to come by an exercise."""


def _read(given: Iterable[Any]) -> tuple[Any, ...]:
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        message = f"expected exercises or studies, got {show(given)}"
        raise CatalogueError([Problem(ProblemCode.WRONG_TYPE, message, "give a list of them")])
    found: tuple[Any, ...] = tuple(islice(given, MOST_EXERCISES + 1))
    if len(found) > MOST_EXERCISES:
        message = f"there are more than {MOST_EXERCISES} items"
        raise CatalogueError([Problem(ProblemCode.TOO_LARGE, message, "give fewer")])
    return found


def _in_order(exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    return _read(exercises)


def _studies_in_order(studies: Iterable[Study]) -> tuple[Study, ...]:
    return _read(studies)


def _strangers(path: str, given: object, kind: type, remedy: str) -> Iterator[Problem]:
    """Yield a problem for each of the items *given* at *path* that is not of a *kind*."""
    items = given if is_tuple(given) else ()
    if not is_tuple(given):
        yield not_a(tuple, given, path, remedy)
    for index, each in enumerate(items):
        if not isinstance(each, kind):
            yield not_a(kind, each, f"{path}[{index}]", remedy)


def _no_exercises(new: tuple[object, ...]) -> Iterator[Problem]:
    """Yield a problem for each of *new* that is no exercise, by its place among what was given."""
    for index, each in enumerate(new):
        if not isinstance(each, Exercise):
            yield not_a(Exercise, each, f"exercises[{index}]", _what_makes_one(each))


def _what_makes_one(given: object) -> str:
    """Return how an exercise, or several, are made of what was *given* as one."""
    if isinstance(given, dict):
        return "use hipkit.from_plain(…, hipkit.Exercise)"
    if isinstance(given, Catalogue | list | tuple):
        return "use with_exercises(*own)"
    return _MADE


@frozen(repr=False)
class Catalogue(Served, Shown):
    """Exercises by id; immutable, hashable, ordered as given.

    Iterating gives exercises; `catalogue["clamshell"]` gives one; `in` takes an exercise or an id.
    *studies* are one's own, which one's own exercises cite; *known_sources* the ids of studies and
    rules that stand elsewhere (`load_evidence()` has the packaged ones); *tombstones* ids that were.
    Raises `CatalogueError` with every problem.
    """

    stored_as: ClassVar[str] = "exercises"
    """The kind of document that `dumps` makes of it: a file of exercises, as people write them."""

    exercises: tuple[Exercise, ...] = field(converter=_in_order)
    studies: tuple[Study, ...] = field(default=(), converter=_studies_in_order)
    known_sources: tuple[str, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse what is no exercise, ids that stand twice, and families spread over groups."""
        problems = first_of(self._strangers())
        problems = problems or first_of(identity_problems(self.exercises, self.tombstones))
        if problems:
            raise CatalogueError(problems)

    def _strangers(self) -> Iterator[Problem]:
        yield from _strangers("exercises", self.exercises, Exercise, _MADE)
        if self.studies:
            from ..model import Study  # loaded when there are any

            yield from _strangers("studies", self.studies, Study, "make one with hipkit.Study")
        if self.tombstones != ():
            from ..model import Tombstone

            yield from _strangers("tombstones", self.tombstones, Tombstone, "give them in a tuple")
        if not is_tuple(self.known_sources):
            yield not_a(tuple, self.known_sources, "known_sources", "give ids in a tuple")
            return
        for index, id in enumerate(self.known_sources):
            problem = source_id_problem(id, f"known_sources[{index}]")
            if problem is not None:
                yield problem

    @cached_property
    def _by_id(self) -> dict[str, Exercise]:
        return {each.id: each for each in self.exercises}

    @cached_property
    def kept(self) -> dict[str, object]:
        """What others reckoned from this catalogue once, by name: only values that follow from it."""
        return {}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all exercises, in order."""
        return tuple(self._by_id)

    @cached_property
    def digest(self) -> str:
        """A short hash of all exercises, whatever their order."""
        return digest_of(tuple(sorted(self.exercises, key=lambda each: each.id)))

    def know_digest(self, digest: str) -> None:
        """Keep a *digest* that was reckoned before, so that loading need not; only for packs."""
        object.__setattr__(self, "digest", digest)  # the place where the property keeps it

    @property
    def sources(self) -> frozenset[str]:
        """The ids of all rules and studies that exercises here may cite."""
        return frozenset(self.known_sources) | {study.id for study in self.studies}

    def __iter__(self) -> Iterator[Exercise]:
        """Iterate over the exercises in order."""
        return iter(self.exercises)

    def __len__(self) -> int:
        """Return the number of exercises."""
        return len(self.exercises)

    def __contains__(self, item: object) -> bool:
        """Return whether *item*, an exercise or an id, is in the catalogue."""
        return item in self._by_id if isinstance(item, str) else item in self.exercises

    def __getitem__(self, id: str) -> Exercise:
        """Return the exercise called *id*; raises `UnknownExercise` with the nearest id."""
        try:
            return self._by_id[id]
        except (KeyError, TypeError):
            raise UnknownExercise([id], [nearest_id(self, id)]) from None

    def __repr__(self) -> str:
        """Return how many exercises there are."""
        return f"<Catalogue of {len(self)} exercises>"

    def find(self, text: str, most: int = 5) -> tuple[Exercise, ...]:
        """Return at most *most* exercises whose id, alias or name is, contains or is near *text*.

        Raises `RequestError` for what is no text, and no whole number.
        """
        problems = [] if isinstance(text, str) else [not_a(str, text, "text")]
        problems += [] if type(most) is int else [not_a("whole number", most, "most")]
        if problems:
            raise RequestError(problems)
        return find_in(self, text, most)

    def resolve(self, id: str) -> Fate:
        """Return what became of *id*, which may be a former one.

        Raises `UnknownExercise` with the nearest id for one that never was.
        """
        from ..model import Fate, IdFate  # only asked for when data is older than the catalogue

        exercise = self._by_id.get(id) if isinstance(id, str) else None
        if exercise is not None and exercise.status is Status.RETIRED:
            return Fate(id, IdFate.RETIRED, exercise.replaced_by)
        if exercise is not None:
            return Fate(id, IdFate.CURRENT, id)
        for each in self.exercises:
            if id in each.aliases:
                return Fate(id, IdFate.RENAMED, each.id)
        for stone in self.tombstones:
            if id == stone.id:
                return Fate(id, IdFate.REMOVED, stone.became, stone.reason)
        raise UnknownExercise([id], [nearest_id(self, id)])

    def to_records(self) -> list[Record]:
        """Return one flat dict for each exercise, in order, for data frames.

        Columns: `id`, `name`, `group`, `family`, `variant_of`, `status`, `kind`, `level`, `skill`,
        `goals`, `positions`, `movements`, `plane`, `chain`, `joints`, `laterality`, `needs` (each needed,
        any one of those between bars), `space_metres`, `step_height` in cm or None, `prime_movers`,
        `other_muscles`, `easier`, `harder`, `sources` and `summary`. Those with several words are lists.
        """
        from ..model.records import record_of  # only tables need it

        return [record_of(each) for each in self.exercises]

    def where(
        self,
        *,
        group: Group | GroupWord | None = None,
        goal: Goal | GoalWord | None = None,
        level_at_most: Level | LevelWord | None = None,
        needs_only: Iterable[Equipment | EquipmentWord] | None = None,
        muscle: Muscle | MuscleWord | None = None,
    ) -> tuple[Exercise, ...]:
        """Return the exercises that meet every condition given, in order.

        *goal*: has a dose for it; *needs_only*: can be done with these and floor, wall, shoes;
        *muscle*: names it in any role. Raises `RequestError` for unknown words, all at once.
        """
        read = Gatherer()
        wanted_group = None if group is None else read.word("group", group, (Group,))
        wanted_goal = None if goal is None else read.word("goal", goal, (Goal,))
        most = (
            None if level_at_most is None else read.word("level_at_most", level_at_most, (Level,))
        )
        wanted_muscle = None if muscle is None else read.word("muscle", muscle, (Muscle,))
        owned = None if needs_only is None else read.words("needs_only", needs_only, Equipment)
        if read.problems:
            raise RequestError(read.problems)
        return tuple(
            each
            for each in self.exercises
            if (group is None or each.group is wanted_group)
            and (goal is None or any(band.goal is wanted_goal for band in each.dose))
            and (most is None or each.level <= most)
            and (owned is None or all(set(any_of) & set(owned) for any_of in each.needs))
            and (muscle is None or any(use.muscle is wanted_muscle for use in each.muscles))
        )

    def with_exercises(
        self, *new: Exercise, replacing: bool = False, studies: Iterable[Study] = ()
    ) -> Catalogue:
        """Return a catalogue with *new* exercises at its end, and *studies* that they cite.

        An id that exists is refused unless *replacing*, which keeps its place.
        Raises `CatalogueError` with every problem: ids, links, loops, levels, families, sources.
        """
        strangers = first_of(_no_exercises(new))
        if strangers:
            raise CatalogueError(strangers)
        incoming = {each.id: each for each in new}
        replaced: dict[str, Exercise] = {}
        added: list[Exercise] = []
        for each in new:
            if replacing and each.id in self._by_id and each.id not in replaced:
                replaced[each.id] = each
            else:
                added.append(each)
        kept = tuple(replaced.get(each.id, each) for each in self.exercises)
        cited = (*self.studies, *_studies_in_order(studies))
        made = evolve(self, exercises=(*kept, *added), studies=cited)
        known = {each.id: each for each in made}
        fallen = (
            problem
            for problem in link_problems(kept, known)
            if problem.code is ProblemCode.LEVEL_FALLS and problem.item not in incoming
        )
        problems = first_of(
            chain(
                link_problems(incoming.values(), known),
                fallen,
                loop_problems(known),
                source_problems(incoming.values(), made.sources),
            )
        )
        if problems:
            raise CatalogueError(problems)
        return made

    def without(self, *ids: str) -> Catalogue:
        """Return a catalogue without the exercises called *ids*, and without links to them.

        Raises `UnknownExercise` with every id that is not there.
        """
        unknown = [id for id in ids if not isinstance(id, str) or id not in self._by_id]
        if unknown:
            raise UnknownExercise(unknown, nearest_ids(self, unknown))
        gone = set(ids)
        return evolve(
            self,
            exercises=tuple(
                _without_links(each, gone) for each in self.exercises if each.id not in gone
            ),
        )


def _without_links(exercise: Exercise, gone: set[str]) -> Exercise:
    linked = {rung.exercise for rung in (*exercise.easier, *exercise.harder)}
    linked |= {exercise.variant_of or "", exercise.replaced_by or ""}
    if not linked & gone:
        return exercise
    return evolve(
        exercise,
        easier=tuple(rung for rung in exercise.easier if rung.exercise not in gone),
        harder=tuple(rung for rung in exercise.harder if rung.exercise not in gone),
        variant_of=None if exercise.variant_of in gone else exercise.variant_of,
        replaced_by=None if exercise.replaced_by in gone else exercise.replaced_by,
    )
