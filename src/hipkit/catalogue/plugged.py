"""Exercises that other installed packages offer, beside the packaged ones.

Rule: each plug-in stands on its own and the packaged exercises alone, so none can depend on another or on
the order; one that is broken, or takes an id that another has, is left out and named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import CatalogueError, PluginError, Problem, ProblemCode, show
from ..plugins import CATALOGUES, Plugin, found
from .container import Catalogue

PACKAGED = "hipkit"
"""The owner of the packaged exercises."""


class _Refused(Exception):
    """A plug-in cannot be used; carries its problems, and never leaves this file."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep *problems*."""
        super().__init__()
        self.problems = problems


def with_plugins(packaged: Catalogue) -> Catalogue:
    """Return *packaged* with the exercises of every installed plug-in at its end.

    Raises `PluginError` with every problem of every plug-in, and the catalogue of those that work.
    """
    made = packaged
    owners = dict.fromkeys(_names(packaged), PACKAGED)
    problems: list[Problem] = []
    broken: list[str] = []
    causes: list[BaseException] = []
    for plugin in found(CATALOGUES):
        try:
            own = _offered(plugin)
            made = _together(plugin, own, packaged, made, owners)
        except _Refused as refused:
            problems += refused.problems
            broken.append(plugin.distribution)
            if refused.__cause__ is not None:
                causes.append(refused.__cause__)
        else:
            owners |= dict.fromkeys(_names(own), str(plugin))
    if problems:
        cause = causes[0] if len(causes) == 1 else None
        if len(causes) > 1:
            cause = BaseExceptionGroup("plug-ins of hipkit", causes)
        raise PluginError(problems, broken, made) from cause
    return made


def _names(catalogue: Catalogue) -> Iterator[str]:
    for exercise in catalogue:
        yield from (exercise.id, *exercise.aliases)
    yield from (f"study {study.id}" for study in catalogue.studies)


def _offered(plugin: Plugin) -> Catalogue:
    """Return the catalogue that *plugin* offers: what its entry point names, or what that returns."""
    try:
        value: object = plugin.load()
        if callable(value) and not isinstance(value, type):
            value = value()
    except CatalogueError as error:
        raise _Refused([_from(plugin, problem) for problem in error.problems]) from error
    except (Exception, SystemExit) as error:
        message = f"cannot be loaded: {type(error).__name__}: {error}"
        raise _Refused([_unusable(plugin, ProblemCode.UNREADABLE, message)]) from error
    if not isinstance(value, Catalogue):
        message = f"{plugin.entry_point.value} gives {show(value)}"
        raise _Refused([_unusable(plugin, ProblemCode.WRONG_TYPE, message)])
    return value


def _together(
    plugin: Plugin,
    own: Catalogue,
    packaged: Catalogue,
    made: Catalogue,
    owners: Mapping[str, str],
) -> Catalogue:
    """Return *made* with the exercises of *own* and the studies that they cite."""
    taken = [
        Problem(
            ProblemCode.DUPLICATE,
            f"{show(name)} is in {owners[name]} and in {plugin}",
            "uninstall one of them, or load one yourself and leave plug-ins out",
            source=str(plugin),
            value=show(name),
        )
        for name in _names(own)
        if name in owners
    ]
    if taken:
        raise _Refused(taken)
    try:
        packaged.with_exercises(*own, studies=own.studies)
        return made.with_exercises(*own, studies=own.studies)
    except CatalogueError as error:
        raise _Refused([_from(plugin, problem) for problem in error.problems]) from error


def _from(plugin: Plugin, problem: Problem) -> Problem:
    source = f"{plugin} › {problem.source}" if problem.source else str(plugin)
    return problem.at(source=source)


def _unusable(plugin: Plugin, code: ProblemCode, message: str) -> Problem:
    return Problem(
        code,
        message,
        "mend it or uninstall it; it should name a Catalogue, or a function that returns one",
        source=str(plugin),
        path=plugin.entry_point.value,
    )
