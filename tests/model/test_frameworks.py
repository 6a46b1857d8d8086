"""What frameworks find on nouns, and that nobody else pays for it."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import pytest

import hipkit
from hipkit.errors import Problem
from hipkit.frameworks import Served, Shown
from hipkit.model import noun_classes
from hipkit.testing import sample_catalogue

SHOWN = [
    hipkit.Alternative,
    hipkit.Catalogue,
    hipkit.Exercise,
    hipkit.ExerciseEvidence,
    hipkit.FullExplanation,
    hipkit.Routine,
    hipkit.WhyNot,
]
LOADED = """
import sys
import hipkit, hipkit.model
hipkit.to_text(hipkit.build_routine())
hipkit.dumps(hipkit.build_routine())
print(sorted({"pydantic", "pydantic_core", "rich", "IPython"} & set(sys.modules)))
"""


@pytest.mark.parametrize("cls", [*noun_classes(), Problem], ids=lambda cls: cls.__name__)
def test_every_noun_is_served(cls: type) -> None:
    """An API can take, give and describe any of them; none got a dict for it."""
    assert issubclass(cls, Served)
    assert "__slots__" in vars(cls)
    assert "__dict__" not in dir(cls)


def test_nouns_that_people_look_at_show_themselves() -> None:
    """The rest keep their repr, which is short or names every field."""
    shown = [cls for cls in (*noun_classes(), hipkit.Catalogue) if issubclass(cls, Shown)]
    assert sorted(shown, key=lambda cls: cls.__name__) == SHOWN


@pytest.mark.parametrize("cls", [Served, Shown])
def test_a_base_for_frameworks_holds_nothing(cls: type) -> None:
    """No field, no slot, nothing that a value would carry."""
    assert cls.__slots__ == ()  # type: ignore[attr-defined]
    assert not hasattr(cls(), "__dict__")


def test_a_notebook_gets_a_fragment_and_markdown() -> None:
    """No page inside the page, and no style that could bleed into it."""
    routine = hipkit.build_routine(catalogue=sample_catalogue())
    explained = hipkit.explain(routine, catalogue=sample_catalogue())
    for noun in (
        routine,
        routine.slots[0].exercise,
        explained,
        hipkit.explain(routine, "floor-bridge", catalogue=sample_catalogue()),
        hipkit.alternatives(hipkit.build_routine(), "glute-bridge-hold")[0],
        hipkit.evidence_for("clamshell"),
        sample_catalogue(),
    ):
        assert isinstance(noun, Shown)
        assert noun._repr_html_() == hipkit.to_html(noun, form="fragment")
        assert noun._repr_markdown_() == hipkit.to_markdown(noun)
        assert "<style" not in noun._repr_html_()


def test_values_are_as_they_were() -> None:
    """Equal, hashed, copied and pickled; what was computed once is still computed once."""
    routine = hipkit.build_routine(catalogue=sample_catalogue())
    assert routine.timeline is routine.timeline
    again = pickle.loads(pickle.dumps(routine))
    assert again == routine == copy.deepcopy(routine)
    assert hash(again) == hash(routine)
    assert again.seconds == routine.seconds
    with pytest.raises(AttributeError):
        routine.note = "x"  # type: ignore[attr-defined]


def test_no_framework_is_loaded_by_itself() -> None:
    """Building, storing and showing as text leave them alone, where they are installed too."""
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
