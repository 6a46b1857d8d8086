"""What hipkit asks of a package that brings exercises."""

from acme_hips import catalogue

import hipkit
from hipkit.testing import check_catalogue


def test_the_catalogue_keeps_its_contract() -> None:
    check_catalogue(catalogue())


def test_an_exercise_can_come() -> None:
    together = hipkit.load_catalogue().with_exercises(*catalogue())
    routine = hipkit.build_routine(20, catalogue=together, include=["acme.wall-lean"])
    assert "acme.wall-lean" in [slot.exercise.id for slot in routine.slots]
