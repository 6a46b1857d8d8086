"""What other installed packages offer hipkit, found by entry point.

Rule: nothing is looked for until somebody asks, and whatever goes wrong while one is loaded is told with
its distribution's name. This file knows no catalogue: what an entry point must give is its reader's affair.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Any, NamedTuple

CATALOGUES = "hipkit.catalogues"
"""The group of entry points that offer exercises."""


class Plugin(NamedTuple):
    """One entry point: its name, the distribution that brings it, and how to load it."""

    name: str
    distribution: str
    entry_point: EntryPoint

    def load(self) -> Any:
        """Return what the entry point names; raises whatever importing it raises."""
        return self.entry_point.load()

    def __str__(self) -> str:
        """Name the distribution, and the entry point where it is called otherwise."""
        same = self.name == self.distribution
        return self.distribution if same else f"{self.distribution} ({self.name})"


def found(group: str) -> tuple[Plugin, ...]:
    """Return every entry point of *group*, by distribution and name; loads none of them."""
    plugins = [
        Plugin(each.name, each.dist.name if each.dist is not None else "?", each)
        for each in entry_points(group=group)
    ]
    return tuple(sorted(plugins, key=lambda each: (each.distribution, each.name)))
