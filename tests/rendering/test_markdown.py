"""Markdown: what data says is shown, and never becomes markup."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from hipkit import build_routine, to_markdown
from hipkit.model import Reason, ReasonCode, Routine
from hipkit.rendering import Document, Heading, Item, Items, Paragraph, Table
from hipkit.rendering.markdown import escape, write_markdown
from hipkit.rendering.text import clean
from hipkit.testing import routines, sample_catalogue

HOSTILE = (
    "# heading",
    "- item",
    "+ item",
    "12. item",
    "12) item",
    "> quote",
    "*bold* _em_ `code` ~~gone~~",
    "[a link](javascript:x) ![image](x)",
    "<script>alert(1)</script> &lt;b&gt;",
    "a | b\n|---|---|",
    "line\r\n\n# heading",
    "=====",
    "-----",
    "\\",
    "\\# not escaped",
    "https://evil.example www.evil.example",
    "::: note",
    "% hidden",
    "$x$ {role}`x`",
)


def _plain(markdown: str) -> str:
    """Return the text that Markdown shows, for texts without markup of their own."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_escaped_and_nothing_is_lost(text: str) -> None:
    """Every character that means something has its backslash; a reader sees the text itself."""
    escaped = escape(text)
    assert "\n" not in escaped
    assert not re.match(r"#|>|[-+=:%]|\d+[.)]", escaped)
    assert not re.search(r"(?<!\\)(\\\\)*[`*_\[\]<>|~]", escaped)
    assert _plain(escaped) == clean(text)


@given(st.text(max_size=60) | st.sampled_from(HOSTILE))
def test_markdown_shows_any_text_as_itself(text: str) -> None:
    """A Markdown reader finds one paragraph of nothing but text, equal to what was written."""
    reader = pytest.importorskip("markdown_it").MarkdownIt("gfm-like", {"linkify": False})
    tokens = reader.parse(escape(text))
    inline = [token for token in tokens if token.type == "inline"]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    shown = "".join(child.content for token in inline for child in token.children)
    assert {child.type for token in inline for child in token.children} <= {"text", "text_special"}
    assert shown.replace("\u00a0", " ").strip() == clean(text).replace("\u00a0", " ").strip()


def test_each_part_has_its_markup() -> None:
    """Headings, paragraphs, lists with notes, numbered lists and tables are written as such."""
    document = Document(
        (
            Heading("Title", 1),
            Paragraph("Some words."),
            Items((Item("text", "Lead:", ("a note",)), Item("plain"))),
            Items((Item("third"), Item("fourth")), 3),
            Table(("a", "b"), (("1", "x|y"),)),
        )
    )
    assert write_markdown(document) == (
        "# Title\n\nSome words.\n\n- **Lead:** text\n  - a note\n- plain\n\n"
        "3. third\n4. fourth\n\n| a | b |\n| --- | --- |\n| 1 | x\\|y |"
    )


@given(routines())
def test_every_notice_and_every_stop_of_a_routine_is_shown(routine: Routine) -> None:
    """Nothing that keeps a person safe is lost on the way to the page; notices come first."""
    shown = _plain(to_markdown(routine))
    for notice in routine.notices:
        assert clean(notice.text) in shown
    for stop in routine.stops:
        assert clean(stop) in shown
    first = shown.index(f"1. **{clean(routine.slots[0].exercise.name)}**")
    for notice in routine.notices:
        if notice.moment != "after":
            assert shown.index(clean(notice.text)) < first


def test_a_record_cannot_add_markup_to_a_routine() -> None:
    """An exercise of somebody's own, with a hostile name, stays a name in a list."""
    routine = build_routine(catalogue=sample_catalogue())
    slot = routine.slots[0]
    name = "**x** <img src=x> | [y](z) `"
    slots = (evolve(slot, exercise=evolve(slot.exercise, name=name)), *routine.slots[1:])
    hostile = to_markdown(evolve(routine, slots=slots))
    plain = to_markdown(routine)
    assert hostile.count("<img") == hostile.count("\\<img")
    assert len(hostile.split("\n")) == len(plain.split("\n"))


def test_a_reason_is_a_sentence() -> None:
    """Even facts, which nobody has checked, are escaped."""
    reason = Reason(ReasonCode.RETIRED, "clamshell", (("replaced_by", "<b>\x1b[31m\nno"),))
    assert to_markdown(reason).startswith("clamshell: retired; \\<b\\>\ufffd\\[31m no takes")
