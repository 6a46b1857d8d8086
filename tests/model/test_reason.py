"""Reasons: codes with facts, each fact once, and no caution in sight."""

from __future__ import annotations

import pytest

import hipkit
from hipkit import InvalidValue, Reason, ReasonCode
from hipkit.model import because


def test_facts_are_read_by_name() -> None:
    """A fact that is not there is a KeyError, as in any mapping."""
    reason = because(ReasonCode.OUTBID, "clamshell", worth=3, seconds=5)
    assert reason["worth"] == 3
    assert list(reason) == ["worth", "seconds"]
    with pytest.raises(KeyError):
        reason["price"]


@pytest.mark.parametrize("facts", [(("a", 1.5),), (("a",),), (1,), ((2, 1),), (["a", 1],)])
def test_facts_are_names_with_numbers_or_words(facts: tuple[object, ...]) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidValue, match="a fact is a name"):
        Reason(ReasonCode.EXCLUDED, "x", facts)  # type: ignore[arg-type]


def test_a_fact_stands_once() -> None:
    """Two values of one name would hide one."""
    with pytest.raises(InvalidValue, match="stands twice"):
        Reason(ReasonCode.EXCLUDED, "x", (("a", 1), ("a", 2)))


def test_a_repr_names_no_caution() -> None:
    """Cautions are health data, and a repr ends up in logs."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    full = hipkit.explain(routine)
    assert "knee-pain" in hipkit.dumps(full, include_cautions=True)
    for shown in (repr(routine), repr(full), repr(routine.request), hipkit.dumps(full)):
        assert "knee-pain" not in shown
    again = hipkit.loads(hipkit.dumps(full), hipkit.FullExplanation)
    assert "a caution that was not stored" in str(again)


def test_nouns_show_themselves() -> None:
    """Text is readable, a repr is short, and notebooks get Markdown."""
    routine = hipkit.build_routine(20)
    assert repr(routine).startswith("<Routine strength, beginner, ")
    assert repr(routine.slots[0]).startswith("<Slot warm-up.")
    assert repr(routine.slots[0].exercise).startswith("<Exercise ")
    assert routine._repr_markdown_().startswith("# ")
    assert str(hipkit.explain(routine)).startswith("Why this routine")
    assert str(hipkit.explain(routine, "clamshell")).startswith("clamshell is not")
