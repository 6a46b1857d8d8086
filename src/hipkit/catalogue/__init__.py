"""What hipkit knows: the packaged catalogue, and reading one's own."""

from __future__ import annotations

import os
from functools import cache

from ..errors import CatalogueError
from .container import Catalogue as Catalogue
from .guidance import load_safety as load_safety
from .guidance import load_tips as load_tips
from .integrity import link_problems, loop_problems, source_problems
from .reading import read_files, read_packaged

__all__ = ["Catalogue", "load_catalogue", "load_safety", "load_tips", "read_catalogue"]


@cache
def load_catalogue() -> Catalogue:
    """Return the packaged catalogue: read once, frozen, the same object ever after."""
    exercises, rules, studies = read_packaged()
    made = Catalogue(exercises, rules, studies)
    by_id = {each.id: each for each in made}
    problems = [
        *link_problems(made, by_id),
        *loop_problems(by_id),
        *source_problems(made, made.sources),
    ]
    if problems:
        raise CatalogueError(problems)
    return made


def read_catalogue(path: str | os.PathLike[str]) -> Catalogue:
    """Return the exercises of one's own in a JSON file, or in the JSON files of a folder.

    Links and sources may also name packaged exercises, rules and studies. Put the exercises beside
    the packaged ones with `load_catalogue().with_exercises(*read_catalogue(path))`.
    Raises `CatalogueError` with every problem of every file: file › exercise › field.
    """
    gathered = read_files(path)
    packaged = load_catalogue()
    known = {each.id: each for each in (*packaged, *gathered.exercises)}
    sources = packaged.sources | {study.id for study in gathered.studies}
    problems = [
        *link_problems(gathered.exercises, known, gathered.unread),
        *loop_problems(known),
        *source_problems(gathered.exercises, sources),
    ]
    made: Catalogue | None = None
    try:
        made = Catalogue(gathered.exercises, packaged.rules, (*packaged.studies, *gathered.studies))
    except CatalogueError as error:
        problems += error.problems
    problems = [
        *gathered.problems,
        *(each.at(source=gathered.source_of.get(each.item, "")) for each in problems),
    ]
    if problems or made is None:
        raise CatalogueError(problems)
    return made
