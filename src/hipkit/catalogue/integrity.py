"""What must hold between records: links, ladders, families, ids, sources.

Rule: each check yields problems and never stops at the first; nothing here looks inside a record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..errors import Problem, ProblemCode, nearest, not_a, show
from ..model import Exercise

if TYPE_CHECKING:
    from ..model import Tombstone

_MOST_SHOWN = 20
"""Exercises of a loop that a problem names."""

_LONGEST_SOURCE = 80
"""Characters that the id of a source may have."""

CONVENTION = "convention"
"""The one source key that is neither a rule nor a study."""


def identity_problems(
    exercises: Sequence[Exercise], tombstones: Iterable[Tombstone] = ()
) -> Iterator[Problem]:
    """Yield ids and aliases that stand twice, were used before, or families spread over groups."""
    owner: dict[str, str] = {stone.id: "a removed exercise" for stone in tombstones}
    group_of: dict[str, Exercise] = {}
    first_called: dict[str, Exercise] = {}
    for exercise in exercises:
        if first_called.get(exercise.id) == exercise:
            yield Problem(
                ProblemCode.DUPLICATE,
                f"the same {exercise.id!r} is there already",
                "give it once",
                item=exercise.id,
                path="id",
                value=exercise.id,
            )
            continue
        first_called.setdefault(exercise.id, exercise)
        for name in (exercise.id, *exercise.aliases):
            if name in owner:
                yield Problem(
                    ProblemCode.DUPLICATE,
                    f"{name!r} is already an id or alias of {owner[name]}",
                    "choose another, with a prefix of your own such as 'acme.'",
                    item=exercise.id,
                    path="id" if name == exercise.id else "aliases",
                    value=name,
                )
            owner.setdefault(name, repr(exercise.id))
        first = group_of.setdefault(exercise.family, exercise)
        if first.group is not exercise.group:
            yield Problem(
                ProblemCode.SPLIT_FAMILY,
                f"the family {exercise.family!r} is in group {first.group.value!r} "
                f"by {first.id!r}, here in {exercise.group.value!r}",
                "a family lies in one group",
                item=exercise.id,
                path="group",
                value=exercise.group.value,
            )


def _links(exercise: Exercise) -> Iterator[tuple[str, str]]:
    for direction in ("easier", "harder"):
        for index, rung in enumerate(getattr(exercise, direction)):
            yield f"{direction}[{index}].exercise", rung.exercise
    if exercise.variant_of is not None:
        yield "variant_of", exercise.variant_of
    if exercise.replaced_by is not None:
        yield "replaced_by", exercise.replaced_by


def link_problems(
    exercises: Iterable[Exercise],
    known: Mapping[str, Exercise],
    unread: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield links of *exercises* that lead nowhere among *known*, and levels that fall.

    A link to an *unread* id is excused: that record has problems of its own.
    """
    for exercise in exercises:
        for path, linked in _links(exercise):
            if linked not in known and linked not in unread:
                yield Problem(
                    ProblemCode.DANGLING_LINK,
                    f"there is no exercise {linked!r}",
                    nearest(linked, sorted(known)),
                    item=exercise.id,
                    path=path,
                    value=linked,
                )
        for path, lower, upper in _steps(exercise, known):
            if lower.family == upper.family and upper.level < lower.level:
                yield Problem(
                    ProblemCode.LEVEL_FALLS,
                    f"{upper.id!r} is harder than {lower.id!r} but for a lower level "
                    f"({upper.level.value} below {lower.level.value})",
                    "turn the link round, or mend a level",
                    item=exercise.id,
                    path=path,
                    value=upper.level.value,
                )


def _steps(
    exercise: Exercise, known: Mapping[str, Exercise]
) -> Iterator[tuple[str, Exercise, Exercise]]:
    for index, rung in enumerate(exercise.harder):
        if rung.exercise in known:
            yield f"harder[{index}]", exercise, known[rung.exercise]
    for index, rung in enumerate(exercise.easier):
        if rung.exercise in known:
            yield f"easier[{index}]", known[rung.exercise], exercise


def loop_problems(known: Mapping[str, Exercise]) -> Iterator[Problem]:
    """Yield one problem for each loop in which an exercise is harder than itself."""
    above: dict[str, set[str]] = {id: set() for id in known}
    for exercise in known.values():
        for _, lower, upper in _steps(exercise, known):
            above[lower.id].add(upper.id)
    settled: set[str] = set()
    for start in sorted(above):
        yield from _walk(start, above, settled)


def _walk(start: str, above: Mapping[str, Collection[str]], settled: set[str]) -> Iterator[Problem]:
    path: list[str] = []
    on_path: set[str] = set()
    waiting: list[tuple[str, bool]] = [(start, False)]
    while waiting:
        id, left = waiting.pop()
        if left:
            on_path.discard(path[-1])
            settled.add(path.pop())
        elif id in on_path:
            loop = [*path[path.index(id) :], id]
            shown = loop if len(loop) <= _MOST_SHOWN else [*loop[: _MOST_SHOWN - 1], "…", id]
            yield Problem(
                ProblemCode.LINK_LOOP,
                f"harder leads back to itself: {' › '.join(shown)}",
                "remove one of the links",
                item=id,
                path="harder",
                value=id,
            )
        elif id not in settled:
            path.append(id)
            on_path.add(id)
            waiting.append((id, True))
            waiting += [(upper, False) for upper in sorted(above[id], reverse=True)]


def source_id_problem(id: object, path: str) -> Problem | None:
    """Return the problem of an *id* at *path* that no source can have, or None."""
    if not isinstance(id, str):
        return not_a(str, id, path, "give ids of sources")
    if 0 < len(id) <= _LONGEST_SOURCE and id.isprintable():
        return None
    return Problem(
        ProblemCode.MALFORMED,
        f"{show(id)} is not the id of a source",
        f"use one plain line of 1 to {_LONGEST_SOURCE} characters",
        path=path,
        value=show(id),
    )


def source_problems(exercises: Iterable[Exercise], known: Collection[str]) -> Iterator[Problem]:
    """Yield citations of *exercises* whose key is no known rule or study."""
    for exercise in exercises:
        cited = [(f"sources[{index}]", key) for index, key in enumerate(exercise.sources)]
        cited += [
            (f"dose[{place}].sources[{index}].key", citation.key)
            for place, band in enumerate(exercise.dose)
            for index, citation in enumerate(band.sources)
        ]
        cited += [
            (f"muscles[{place}].evidence[{index}]", key)
            for place, use in enumerate(exercise.muscles)
            for index, key in enumerate(use.evidence)
        ]
        for path, key in cited:
            if key != CONVENTION and key not in known:
                yield Problem(
                    ProblemCode.UNKNOWN_SOURCE,
                    f"there is no rule or study {key!r}",
                    nearest(
                        key, sorted(known), otherwise="add it to studies in the file", cutoff=0.75
                    ),
                    item=exercise.id,
                    path=path,
                    value=key,
                )
