"""Rich: the same document, drawn by rich; records stay text."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from io import StringIO
from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit.model import Routine
from hipkit.rendering import Document, Heading, Item, Items, Paragraph, Table
from hipkit.testing import sample_catalogue

pytest.importorskip("rich", reason="needs the extra rich")
from rich.console import Console, Group

from hipkit.rendering.console import write_rich

WITHOUT_RICH = """
import sys
sys.modules["rich"] = None
import hipkit
routine = hipkit.build_routine()
assert routine._repr_html_() and str(routine)
try:
    list(routine.__rich_console__(None, None))
except ImportError:
    print("only rich needs rich")
"""


def printed(*things: Any, width: int = 80, colour: bool = False) -> str:
    """Return what rich prints of *things*."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        legacy_windows=False,
    )
    console.print(*things)
    return stream.getvalue()


def squeezed(text: str) -> str:
    """Return *text* without blanks, line breaks and the lines of tables."""
    return "".join(char for char in text if not char.isspace() and char not in "─-")


@cache
def sample_routine() -> Routine:
    """Return a routine of the hand-made catalogue."""
    return hipkit.build_routine(catalogue=sample_catalogue())


def test_rich_prints_what_text_says() -> None:
    """Word for word, wrapped by rich."""
    routine = sample_routine()
    for noun in (
        routine,
        routine.slots[0].exercise,
        hipkit.explain(routine, catalogue=sample_catalogue()),
        hipkit.explain(routine, "floor-bridge", catalogue=sample_catalogue()),
        hipkit.alternatives(hipkit.build_routine(), "glute-bridge-hold")[0],
    ):
        wide = hipkit.to_text(noun, width=1_000)
        assert squeezed(printed(noun, width=1_000)) == squeezed(wide)


def test_nothing_is_wider_than_the_console() -> None:
    """Rich wraps lists under their marks and folds cells."""
    shown = printed(sample_routine(), sample_catalogue(), width=40)
    assert max(map(len, shown.splitlines())) <= 40


def test_each_part_is_drawn() -> None:
    """Headings stand out, lists hang, notes stand below, a table has its caption."""
    document = Document(
        (
            Heading("Title", 1),
            Paragraph("Some\u00a0words."),
            Heading("Section"),
            Items((Item("text", "Lead:", ("a note",)), Item("plain"))),
            Items((Item("third"),), 3),
            Table(("a", "b"), (("1", "2"),), "one row"),
        )
    )
    lines = [line.rstrip() for line in printed(Group(*write_rich(document)), width=30).splitlines()]
    assert lines[:10] == [
        "Title",
        "Some words.",
        "",
        "Section",
        "• Lead: text",
        "  a note",
        "• plain",
        "",
        "3. third",
        "",
    ]
    assert lines[-1] == "one row"
    coloured = printed(Group(*write_rich(document)), colour=True)
    assert "\x1b[1;4mTitle\x1b[0m" in coloured
    assert "\x1b[1mLead: \x1b[0m" in coloured


def test_a_record_cannot_use_the_markup_of_rich() -> None:
    """Neither colours, nor links, nor emoji; brackets are brackets."""
    slot = sample_routine().slots[0]
    name = "[red]x[/red] [link=https://evil.example]y[/link] :smile:"
    exercise = evolve(slot.exercise, name=name)
    routine = evolve(
        sample_routine(),
        slots=(evolve(slot, exercise=exercise), *sample_routine().slots[1:]),
    )
    for noun in (routine, exercise):
        shown = printed(noun, width=200, colour=True)
        assert name in shown
        assert "\x1b]8" not in shown
        assert "\x1b[31m" not in shown


def test_a_document_cannot_steer_the_terminal() -> None:
    """Control characters are gone before rich sees them."""
    text = "\x1b[31m\x07\u202e\nx"
    parts = (Heading(text), Paragraph(text), Items((Item(text, text, (text,)),)))
    document = Document((*parts, Table((text,), ((text,),), text)))
    shown = printed(Group(*write_rich(document)))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_only_rich_needs_rich() -> None:
    """Without it, everything else shows itself as before."""
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_RICH], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "only rich needs rich"
