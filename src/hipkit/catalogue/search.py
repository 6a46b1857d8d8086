"""Finding exercises by what people type: an id, a former id, a name, or something near one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..errors import show
from ..model import Exercise

_LONGEST_TEXT = 200
_MOST_NEAR = 10
_MOST_SOUGHT = 50
"""Ids whose nearest is looked for; nobody mends more than that by hand."""


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())


def _names(exercise: Exercise) -> tuple[str, ...]:
    spoken = (exercise.name, *exercise.instructions.other_names)
    return tuple(_plain(name) for name in (exercise.id, *exercise.aliases, *spoken))


def find_in(exercises: Iterable[Exercise], text: str, most: int) -> tuple[Exercise, ...]:
    """Return exercises called *text*, then those whose name contains it, then those near it."""
    from difflib import get_close_matches

    wanted = _plain(text[:_LONGEST_TEXT])
    named = [(each, _names(each)) for each in exercises]
    exact = [each for each, names in named if wanted in names]
    holding = [each for each, names in named if wanted and any(wanted in name for name in names)]
    words = {name: each for each, names in reversed(named) for name in names}
    near = [words[name] for name in get_close_matches(wanted, list(words), max(1, most))]
    return tuple(dict.fromkeys([*exact, *holding, *near]))[: max(0, most)]


def nearest_id(exercises: Iterable[Exercise], id: object) -> str:
    """Return the id nearest to *id*, or an empty text when none is near."""
    text = id if isinstance(id, str) else show(id)
    wanted = _plain(text[:_LONGEST_TEXT])
    for found in find_in(exercises, text, _MOST_NEAR):
        if any(_is_near(wanted, name) for name in _names(found)):
            return found.id
    return ""


def _is_near(wanted: str, name: str) -> bool:
    """Return whether *name* has the words *wanted*, whole, or is spelled nearly so."""
    from difflib import get_close_matches

    return f" {wanted} " in f" {name} " or bool(get_close_matches(wanted, [name]))


def nearest_ids(exercises: Iterable[Exercise], ids: Sequence[object]) -> list[str]:
    """Return beside each of *ids* the nearest id, or an empty text; of very many, only the first ones."""
    known = list(exercises)
    near = [nearest_id(known, id) for id in ids[:_MOST_SOUGHT]]
    return near + [""] * (len(ids) - len(near))
