"""Finding exercises by what people type: an id, a former id, a name, or something near one."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Exercise

_LONGEST_TEXT = 200


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def _names(exercise: Exercise) -> tuple[str, ...]:
    spoken = (exercise.name, *exercise.instructions.other_names)
    return tuple(_plain(name) for name in (exercise.id, *exercise.aliases, *spoken))


def find_in(exercises: Iterable[Exercise], text: str, most: int) -> tuple[Exercise, ...]:
    """Return exercises called *text*, then those whose name contains it, then those near it."""
    from difflib import get_close_matches

    wanted = _plain(str(text)[:_LONGEST_TEXT])
    named = [(each, _names(each)) for each in exercises]
    exact = [each for each, names in named if wanted in names]
    holding = [each for each, names in named if wanted and any(wanted in name for name in names)]
    words = {name: each for each, names in reversed(named) for name in names}
    near = [words[name] for name in get_close_matches(wanted, list(words), max(1, most), 0.6)]
    return tuple(dict.fromkeys([*exact, *holding, *near]))[: max(0, most)]


def nearest_id(exercises: Iterable[Exercise], id: object) -> str:
    """Return the id nearest to *id*, or an empty text when none is near."""
    found = find_in(exercises, str(id), 1)
    return found[0].id if found else ""
