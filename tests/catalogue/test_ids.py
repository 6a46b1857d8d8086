"""Ids are for ever: whatever was released once can be asked for, and says what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

import hipkit
from hipkit import Catalogue, CatalogueError, Fate, IdFate, InvalidValue, Status, Tombstone
from hipkit.testing import sample_exercise

CATALOGUE = hipkit.load_catalogue()
RELEASED = [
    line
    for line in (Path(__file__).parent / "released_ids.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
"""Every id that a data version was released with. Lines are added at a release, never removed."""
STONE = Tombstone(
    "hip-wiggle", "2025.1", "2026.1", "it was unclear what it meant", "standing-hip-circles"
)


def with_history() -> Catalogue:
    """Return a catalogue with a renamed, a retired, a replaced and two removed ids."""
    one = sample_exercise()
    renamed = evolve(one, id="acme.new", aliases=("acme.old",))
    retired = evolve(one, id="acme.gone", status=Status.RETIRED)
    replaced = evolve(one, id="acme.past", status=Status.RETIRED, replaced_by="acme.new")
    lost = evolve(STONE, id="hip-shake", became=None)
    return Catalogue([renamed, retired, replaced], tombstones=(STONE, lost))


def test_every_released_id_is_still_known() -> None:
    """As an exercise, an alias or a tombstone."""
    assert len(RELEASED) == len(set(RELEASED)) >= 179
    for id in RELEASED:
        assert CATALOGUE.resolve(id).id == id


def test_every_id_is_on_the_list() -> None:
    """A new exercise is added to the list of released ids in the same change."""
    assert set(CATALOGUE.ids) <= set(RELEASED)


@pytest.mark.parametrize(
    ("id", "fate", "exercise", "reason"),
    [
        ("acme.new", IdFate.CURRENT, "acme.new", ""),
        ("acme.old", IdFate.RENAMED, "acme.new", ""),
        ("acme.gone", IdFate.RETIRED, None, ""),
        ("acme.past", IdFate.RETIRED, "acme.new", ""),
        ("hip-wiggle", IdFate.REMOVED, "standing-hip-circles", "it was unclear what it meant"),
        ("hip-shake", IdFate.REMOVED, None, "it was unclear what it meant"),
    ],
)
def test_an_id_tells_what_became_of_it(
    id: str, fate: IdFate, exercise: str | None, reason: str
) -> None:
    """In use, renamed, retired, replaced or removed."""
    assert with_history().resolve(id) == Fate(id, fate, exercise, reason)


@pytest.mark.parametrize("id", ["acme.nwe", "", None, 7, ["acme.new"]])
def test_an_id_that_never_was_is_unknown(id: object) -> None:
    """With the nearest one there is."""
    with pytest.raises(hipkit.UnknownExercise) as caught:
        with_history().resolve(id)  # type: ignore[arg-type]
    if id == "acme.nwe":
        assert caught.value.suggestions == ("acme.new",)


def test_an_id_that_was_is_never_given_again() -> None:
    """An exercise cannot take the id, or the alias, of a removed one."""
    again = evolve(sample_exercise(), id="hip-wiggle")
    alias = evolve(sample_exercise(), aliases=("hip-wiggle",))
    for taken in (again, alias):
        with pytest.raises(CatalogueError, match="is already an id or alias of a removed exercise"):
            Catalogue([taken], tombstones=(STONE,))


def test_nothing_becomes_itself() -> None:
    """That would tell nobody anything."""
    with pytest.raises(InvalidValue, match="became itself"):
        evolve(STONE, became="hip-wiggle")
