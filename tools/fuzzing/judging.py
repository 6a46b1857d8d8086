"""What an answer must be like, whatever was asked: complaints of a text, a page, a document, an error.

Rule: each raises `AssertionError`, which is no error of hipkit's and so is reported like any other.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt

import hipkit
from hipkit.rendering.text import _cells

_PLAIN_BLOCKS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *(
        "list_item_open",
        "list_item_close",
        "table_open",
        "table_close",
        "thead_open",
        "thead_close",
    ),
    *(
        "tbody_open",
        "tbody_close",
        "tr_open",
        "tr_close",
        "th_open",
        "th_close",
        "td_open",
        "td_close",
    ),
}
_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "div", "h1", "h2", "h3"),
    *(
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "strong",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
    ),
    *("th", "td"),
}
_ATTRIBUTES = {
    *("lang", "charset", "name", "content", "class", "start", "scope", "role", "tabindex"),
    *("aria-label", "aria-labelledby", "id"),
}
_PAINT = {
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap"),
    "paint-order",
}
_SVG: dict[str, set[str]] = {
    "svg": {"viewBox", "role", "aria-labelledby", "class"},
    "title": {"id"},
    "desc": {"id"},
    "style": set(),
    "rect": {"width", "height", "rx", *_PAINT},
    "g": {"class"},
    "path": {"class", "d", *_PAINT},
}
"""Every element of a figure, and its attributes."""
_PLAIN_WORDS = {"text", "text_special", "strong_open", "strong_close"}


def text_is_harmless(said: str) -> None:
    """Expect lines of printable characters, which can be written as UTF-8."""
    assert all(line.isprintable() for line in said.split("\n")), "not printable"
    said.encode()


def text_fits(said: str, width: int, characters: str) -> None:
    """Expect a harmless text of no more than *width* places a line, in ASCII where that was asked for."""
    text_is_harmless(said)
    assert characters == "unicode" or said.isascii(), "not ASCII"
    assert all(_cells(line) <= width for line in said.split("\n")), "too wide"


def skeleton(markdown: str) -> list[str]:
    """Return the kinds of blocks that a Markdown reader finds; no markup but hipkit's own is among them."""
    text_is_harmless(markdown)
    blocks = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    kinds = {each.type for each in blocks}
    assert kinds <= _PLAIN_BLOCKS, f"markup: {kinds - _PLAIN_BLOCKS}"
    words = {child.type for each in blocks for child in each.children or ()}
    assert words <= _PLAIN_WORDS, f"markup: {words - _PLAIN_WORDS}"
    return [each.type + each.tag for each in blocks if each.type != "inline"]


def document_reads_back(said: str, noun: Any) -> None:
    """Expect a JSON text that can be written as UTF-8 and is the *noun*, cautions included."""
    json.loads(said.encode())
    assert hipkit.loads(said, type(noun)) == noun, "read back otherwise"


def bibtex_is_whole(said: str, studies: int) -> None:
    """Expect as many entries as *studies*, and braces that match, also those behind a backslash."""
    text_is_harmless(said)
    depth = entries = 0
    for line in said.split("\n"):
        entries += depth == 0 and line.startswith("@")
        for letter in line:
            depth += (letter == "{") - (letter == "}")
            assert depth >= 0, "a brace too many"
    assert depth == 0, "a brace is open"
    assert entries == studies, "not one entry a study"


def error_is_whole(error: hipkit.HipkitError) -> None:
    """Expect an error that can be said in harmless lines, in a bounded number of them."""
    said = str(error)
    text_is_harmless(said)
    assert len(said) < 1_000_000, f"an error of {len(said)} characters"
    problems = getattr(error, "problems", ())
    assert len(problems) <= 1_001, f"{len(problems)} problems"
    assert problems != () or not hasattr(error, "problems"), "no problem is named"


def noun_is_whole(noun: Any) -> None:
    """Expect a noun that can be shown, hashed, and stored with all that it has."""
    hash(noun)
    repr(noun).encode("utf-8", "backslashreplace")
    document_reads_back(hipkit.dumps(noun, include_cautions=True), noun)


def svg_is_ours(said: str) -> None:
    """Expect well-formed SVG of hipkit's own elements and attributes, that runs and fetches nothing."""
    text_is_harmless(said.replace("\u00a0", " "))
    for element in ET.fromstring(said).iter():
        space, _, name = element.tag.rpartition("}")
        assert space == "{http://www.w3.org/2000/svg", f"a name of another space: {element.tag}"
        allowed = _SVG.get(name)
        assert allowed is not None, f"element: {name}"
        assert set(element.attrib) <= allowed, f"attributes: {set(element.attrib) - allowed}"
        for value in element.attrib.values():
            assert "url(" not in value, "a reference"
        style = element.text or "" if name == "style" else ""
        assert "url(" not in style and "@import" not in style, "a reference"  # noqa: PT018
        assert "nan" not in element.get("d", ""), "no number"


class _Tags(HTMLParser):
    """Gathers the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}


def html_is_ours(said: str) -> None:
    """Expect HTML with no tag or attribute but hipkit's own, and nothing that runs or is fetched."""
    text_is_harmless(said.replace("\u00a0", " "))
    tags = _Tags()
    tags.feed(said)
    tags.close()
    assert tags.found <= _TAGS, f"tags: {tags.found - _TAGS}"
    assert tags.attributes <= _ATTRIBUTES, f"attributes: {tags.attributes - _ATTRIBUTES}"
