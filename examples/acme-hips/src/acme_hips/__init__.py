"""Exercises of Acme Running, for hipkit."""

from importlib.resources import as_file, files

import hipkit


def catalogue() -> hipkit.Catalogue:
    """Return the exercises of this package; hipkit puts them beside its own."""
    with as_file(files("acme_hips").joinpath("exercises.json")) as path:
        return hipkit.read_catalogue(path)
