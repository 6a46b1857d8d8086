"""What hipkit knows: the packaged catalogue, and reading one's own."""

from __future__ import annotations

import os
from functools import cache
from itertools import chain

from ..errors import CatalogueError, first_of
from ..storing.packing import unpack
from .container import Catalogue as Catalogue
from .guidance import load_evidence as load_evidence
from .guidance import load_safety as load_safety
from .guidance import load_tips as load_tips
from .guidance import read_pack

__all__ = [
    "Catalogue",
    "load_catalogue",
    "load_evidence",
    "load_safety",
    "load_tips",
    "read_catalogue",
]


def load_catalogue(*, plugins: bool = False) -> Catalogue:
    """Return the packaged catalogue: read once, frozen, the same object ever after.

    With *plugins*, the exercises that other installed packages offer stand at its end; they are looked
    for once, by entry points of the group `hipkit.catalogues`, and never unless asked for.
    Raises `PluginError`, which names every broken one and has the catalogue of all others.
    """
    return _with_plugins() if plugins else _packaged()


@cache
def _packaged() -> Catalogue:
    packed = read_pack("catalogue")
    nouns = unpack(packed)
    count = packed["exercises"]
    catalogue = Catalogue(
        nouns[:count], known_sources=tuple(packed["sources"]), tombstones=nouns[count:]
    )
    catalogue.know_digest(packed["digest"])
    return catalogue


@cache
def _with_plugins() -> Catalogue:
    from .plugged import with_plugins  # only asked for by some

    return with_plugins(_packaged())


def read_catalogue(path: str | os.PathLike[str]) -> Catalogue:
    """Return the exercises of one's own in a JSON file, or in the JSON files of a folder.

    Links and sources may also name packaged exercises, rules and studies. Put the exercises beside
    the packaged ones with `load_catalogue().with_exercises(*read_catalogue(path))`.
    Raises `CatalogueError` with every problem of every file: file › exercise › field.
    """
    from .integrity import link_problems, loop_problems, source_problems
    from .reading import read_files

    gathered = read_files(path)
    packaged = load_catalogue()
    known = {each.id: each for each in (*packaged, *gathered.exercises)}
    elsewhere = tuple(dict.fromkeys((*packaged.known_sources, *gathered.known_sources)))
    sources = {*packaged.sources, *elsewhere, *(study.id for study in gathered.studies)}
    problems = first_of(
        chain(
            link_problems(gathered.exercises, known, gathered.unread),
            loop_problems(known),
            source_problems(gathered.exercises, sources),
        )
    )
    made: Catalogue | None = None
    try:
        made = Catalogue(
            gathered.exercises, tuple(gathered.studies), elsewhere, tuple(gathered.tombstones)
        )
    except CatalogueError as error:
        problems += error.problems
    problems = [
        *gathered.problems,
        *(each.at(source=gathered.source_of.get(each.item, "")) for each in problems),
    ]
    if problems or made is None:
        raise CatalogueError(problems)
    return made
