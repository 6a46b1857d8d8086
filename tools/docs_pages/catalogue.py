"""Pages of the packaged exercises: one of all, with how they cover what people need, one a group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

import hipkit
from hipkit import Caution, Equipment, Exercise, Goal, Group, Kind, Level, Muscle, Position, Words
from hipkit.composing.eligibility import avoided
from hipkit.pantry import data_version

from .parts import code, codes, page, table, text

FEWEST = 3
"""Exercises without kit that a person of any level should have in every group."""

EXEMPT = {
    **{
        (Group.RELEASE, level): "rolling needs something to roll on: a roller or a ball"
        for level in Level
    },
    (Group.IMPACT, Level.BEGINNER): "no jump, hop or landing is for beginners, by design",
}
"""Cells of group and level that have fewer without kit, and the physical reason."""


def _needs(exercise: Exercise) -> str:
    groups = [" or ".join(code(word.value) for word in any_of) for any_of in exercise.needs]
    return "; ".join(groups) or "–"


def _bands(exercise: Exercise) -> str:
    levels = {
        goal: " ".join(band.level.value[0].upper() for band in exercise.dose if band.goal is goal)
        for goal in Goal
    }
    return "; ".join(f"{code(goal.value)} {said}" for goal, said in levels.items() if said)


def _count(found: Iterable[object]) -> str:
    return str(sum(1 for _ in found)) or "0"


def _grid(
    rows: Iterable[tuple[str, Callable[[Exercise], bool]]],
    columns: Iterable[tuple[str, Callable[[Exercise], bool]]],
    corner: str,
) -> str:
    """Return a table of how many exercises meet the condition of a row and of a column."""
    catalogue, across = hipkit.load_catalogue(), list(columns)
    return table(
        [corner, *(name for name, _ in across)],
        [
            [name, *(_count(e for e in catalogue if row(e) and column(e)) for _, column in across)]
            for name, row in rows
        ],
    )


def _labelled(words: Words, key: str, word: str) -> str:
    return f"{code(word)} {text(words.say(f'{key}.{word}'))}"


def _without_kit(exercise: Exercise) -> bool:
    return not exercise.needs


def _by_level(words: Words, *, kit: bool) -> str:
    rows = []
    for group in Group:
        cells = []
        for level in Level:
            owned = tuple(Equipment) if kit else ()
            found = len(
                hipkit.load_catalogue().where(group=group, level_at_most=level, needs_only=owned)
            )
            mark = " *" if not kit and (group, level) in EXEMPT else ""
            cells.append(f"{found}{mark}")
        rows.append([_labelled(words, "group", group.value), *cells])
    return table(["group", *(level.value for level in Level)], rows)


def _exempt() -> str:
    reasons: dict[str, list[str]] = {}
    for (group, level), reason in EXEMPT.items():
        reasons.setdefault(reason, []).append(f"{code(group.value)} {level.value}")
    return "\n".join(f"- {', '.join(cells)}: {text(why)}" for why, cells in reasons.items())


def _uses(kit: Equipment, exercise: Exercise) -> bool:
    return any(kit in any_of for any_of in exercise.needs)


def _is_at(level: Level, exercise: Exercise) -> bool:
    return exercise.level is level


def _visits(position: Position, exercise: Exercise) -> bool:
    return position in exercise.positions


def _is_a(kind: Kind, exercise: Exercise) -> bool:
    return exercise.kind is kind


def _by_kit(words: Words) -> str:
    kits = [(_labelled(words, "equipment", kit.value), partial(_uses, kit)) for kit in Equipment]
    levels = [(level.value, partial(_is_at, level)) for level in Level]
    return _grid([("nothing", _without_kit), *kits], levels, "uses")


def _by_position(words: Words) -> str:
    positions = [
        (_labelled(words, "position", each.value), partial(_visits, each)) for each in Position
    ]
    return _grid(positions, [(kind.value, partial(_is_a, kind)) for kind in Kind], "position")


def _has_role(exercise: Exercise, muscle: Muscle, role: str) -> bool:
    return any(use.muscle is muscle and use.role.value == role for use in exercise.muscles)


def _by_muscle(words: Words) -> str:
    roles = ("prime-mover", "synergist", "stabiliser", "lengthened", "pressed")
    catalogue = hipkit.load_catalogue()
    return table(
        ["muscle", *roles],
        [
            [
                _labelled(words, "muscle", muscle.value),
                *(_count(e for e in catalogue if _has_role(e, muscle, role)) for role in roles),
            ]
            for muscle in Muscle
        ],
    )


def _by_caution(words: Words) -> str:
    safety, catalogue = hipkit.load_safety(), hipkit.load_catalogue()
    rows = []
    for caution in Caution:
        kept = [e for e in catalogue if not any(avoided(e, safety, caution.value))]
        main = [e for e in kept if any(band.goal is Goal.STRENGTH for band in e.dose)]
        cells = [str(len([e for e in main if e.level <= level])) for level in Level]
        label = text(words.say(f"caution.{caution.value}"))
        rows.append([code(caution.value), label, str(len(kept)), *cells])
    columns = ["caution", "label", "offered", *(f"strength, {level.value}" for level in Level)]
    return table(columns, rows)


def catalogue_page() -> str:
    """Return the page of all packaged exercises, and of how they cover what people need."""
    catalogue, words = hipkit.load_catalogue(), hipkit.load_words()
    reviewed = sum(exercise.reviewed is not None for exercise in catalogue)
    families = len({exercise.family for exercise in catalogue})
    groups = "\n".join(f"catalogue/{group.value}" for group in Group)
    parts = [
        (
            f"{len(catalogue)} exercises in {families} families, data version {text(data_version())}. "
            f"Reviewed by a clinician: {reviewed or 'none'}. They are written from published sources, "
            "for adults."
        ),
        "One page a group, with every exercise in full:",
        f"```{{toctree}}\n:maxdepth: 1\n\n{groups}\n```",
        "## How many for whom",
        (
            "Exercises that a person of each level may do, with no kit; * marks cells that are exempt "
            f"from having {FEWEST}:"
        ),
        _by_level(words, kit=False),
        "Why some have fewer:",
        _exempt(),
        "And with all the kit there is a word for:",
        _by_level(words, kit=True),
        "## What they use",
        "Exercises that use each thing, some of them with another in its place, by their own level:",
        _by_kit(words),
        "## Where they are done",
        "Exercises that visit each position, by kind:",
        _by_position(words),
        "## Which muscles",
        "Exercises in which a muscle has each role:",
        _by_muscle(words),
        "## Under each caution",
        (
            "Exercises still offered when one caution is named, in all, and with a strength dose up to "
            "each level, whatever the kit:"
        ),
        _by_caution(words),
    ]
    return page("Catalogue", *parts)


def _lower(markdown: str, by: int) -> str:
    """Return *markdown* with every heading *by* levels further down."""
    return re.sub(r"^(?=#+ )", "#" * by, markdown, flags=re.MULTILINE)


def _group_page(group: Group) -> str:
    catalogue, words = hipkit.load_catalogue(), hipkit.load_words()
    exercises = catalogue.where(group=group)
    rows = [
        [
            code(exercise.id),
            text(exercise.name),
            text(exercise.level.value),
            _needs(exercise),
            text(words.say(f"laterality.{exercise.laterality.value}")),
            _bands(exercise),
            codes(exercise.aliases),
        ]
        for exercise in exercises
    ]
    columns = ["id", "name", "level", "needs", "sides", "bands", "former ids"]
    return page(
        f"{group.value}: {text(words.say(f'group.{group.value}'))}",
        "*Level* is the lowest that may do the exercise. *Needs* is what it takes besides floor, wall "
        "and shoes. *Bands* are the goals that it has doses for, each with the levels (B, I, A) at "
        "which a dose begins. Not clinically reviewed; for adults. What each number rests on: "
        '`hipkit.evidence_for("…")`.',
        table(columns, rows),
        *(_lower(hipkit.to_markdown(exercise), 1).rstrip() for exercise in exercises),
    )


def group_pages() -> dict[str, Callable[[], str]]:
    """Return what makes the page of each group, by the page's name."""
    return {f"catalogue/{group.value}.md": partial(_group_page, group) for group in Group}
