"""The one place that opens packaged data, through `importlib.resources` only, so a zip will do.

Every Python that hipkit supports (3.11 up) has all that is needed here in its standard library, so
the `importlib-resources` backport is not a dependency; if an older one ever is, this is its place.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


def read_text(*path: str, data: Path | None = None) -> str:
    """Return the text of the file at *path*, folder by folder below the packaged `data`, or another."""
    below = files("hipkit").joinpath("data") if data is None else data
    return below.joinpath(*path).read_text(encoding="utf-8")


def names_in(*path: str, data: Path | None = None) -> tuple[str, ...]:
    """Return the sorted names of the JSON files in the folder at *path* below `data`."""
    below = files("hipkit").joinpath("data") if data is None else data
    folder = below.joinpath(*path)
    return tuple(sorted(each.name for each in folder.iterdir() if each.name.endswith(".json")))


@cache
def data_version() -> str:
    """Return the version of the packaged data; it changes when a dose, caution or level does."""
    return read_text("VERSION").strip()
