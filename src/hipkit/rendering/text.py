"""Writing a document as plain text, wrapped to a width, in Unicode or in ASCII.

Rule: no character of the data reaches a terminal that could steer it. What is not printable becomes a
blank or a replacement mark before anything is laid out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from .document import Document, Heading, Items, Part, Table

Characters: TypeAlias = Literal["unicode", "ascii"]

NO_BREAK = "\u00a0"
"""The space at which no line is broken; it is written as an ordinary one."""

_REPLACEMENT = "\ufffd"
_BULLET = "•"
_GAP = "  "
_WIDEST = 2
"""Places that one character fills at most."""

_ASCII_OF = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\u00b7"), "-"),  # dashes, dots
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u2039\u2032"), "'"),  # single quotes
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u00ab\u00bb\u2033"), '"'),  # double quotes
    **str.maketrans({"×": "x", "•": "*", "›": ">", "…": "...", "\u2044": "/", "ß": "ss"}),
    **str.maketrans({"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}),
    **str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}),
}


def harmless(text: str) -> str:
    """Return *text* without control, bidirectional or escape characters, one line as one line."""
    return "".join(
        char if char.isprintable() or char == NO_BREAK else " " if char.isspace() else _REPLACEMENT
        for char in text
    )


def clean(text: str) -> str:
    """Return *text* harmless and on one line, with single spaces; no-break spaces stay as they are."""
    return " ".join(word for word in harmless(text).split(" ") if word)


def in_ascii(text: str) -> str:
    """Return *text* in ASCII: the nearest plain characters, a question mark where there is none."""
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII_OF)).translate(_ASCII_OF)
    return "".join(
        char if char.isascii() else "?" for char in plain if not unicodedata.combining(char)
    )


def write_text(document: Document, width: int, characters: Characters) -> str:
    """Return *document* as text whose lines are at most *width* wide."""
    lines: list[str] = []
    indent, titled = "", True
    for part in document.parts:
        if isinstance(part, Heading):
            indent = _GAP if part.level > 1 else ""
        if lines and (isinstance(part, Heading) or not titled):
            lines.append("")
        lines += _written(part, width, indent, characters)
        titled = isinstance(part, Heading)
    return "\n".join(lines)


def _written(part: Part, width: int, indent: str, characters: Characters) -> Iterable[str]:
    if isinstance(part, Heading):
        return _wrapped(_shown(part.text, characters), width)
    if isinstance(part, Items):
        return _items(part, width, indent, characters)
    if isinstance(part, Table):
        return _table(part, width, indent, characters)
    return _wrapped(_shown(part.text, characters), width, indent, indent)


def _shown(text: str, characters: Characters) -> str:
    cleaned = clean(text)
    if characters == "unicode":
        return cleaned
    return NO_BREAK.join(in_ascii(held) for held in cleaned.split(NO_BREAK))


def _items(part: Items, width: int, indent: str, characters: Characters) -> Iterable[str]:
    for place, item in enumerate(part.items):
        mark = _shown(_BULLET, characters) if part.first is None else f"{part.first + place}."
        first = f"{indent}{mark} "
        hanging = " " * len(first)
        text = f"{item.lead} {item.text}" if item.lead else item.text
        yield from _wrapped(_shown(text, characters), width, first, hanging)
        for note in item.notes:
            yield from _wrapped(_shown(note, characters), width, hanging, hanging + _GAP)


def _table(part: Table, width: int, indent: str, characters: Characters) -> Iterable[str]:
    rows = [[_shown(cell, characters) for cell in row] for row in (part.columns, *part.rows)]
    gap, count = _GAP, len(part.columns)
    if (
        len(indent) + len(gap) * (count - 1) + _WIDEST * count > width
    ):  # many columns in a narrow line
        indent, gap = "", " "
    widths = _column_widths(rows, width - len(indent) - len(gap) * (count - 1))
    for number, row in enumerate(rows):
        cells = [_wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        for line in range(max(len(cell) for cell in cells)):
            shown = [
                _padded(cell[line] if line < len(cell) else "", room)
                for cell, room in zip(cells, widths, strict=True)
            ]
            yield (indent + gap.join(shown)).rstrip()
        if number == 0:
            yield indent + gap.join("-" * room for room in widths)
    if part.caption:
        yield ""
        yield from _wrapped(_shown(part.caption, characters), width, indent, indent)


def _column_widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return a width for each column; where *room* is short the widest give way, down to a word."""
    columns = list(zip(*rows, strict=True))
    widths = [max(1, *map(_cells, column)) for column in columns]
    words = [max(_cells(word) for cell in column for word in cell.split(" ")) for column in columns]
    while sum(widths) > room and max(widths) > 1:
        loose = [i for i, width in enumerate(widths) if width > words[i]] or range(len(widths))
        widths[max(loose, key=widths.__getitem__)] -= 1
    return widths


def _cells(text: str) -> int:
    """Return how many places of a line *text* fills."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _padded(text: str, room: int) -> str:
    return text + " " * (room - _cells(text))


def _wrapped(text: str, width: int, first: str = "", later: str = "") -> list[str]:
    """Return *text* in lines of at most *width*, the first and the later ones after an indent."""
    lines: list[str] = []
    line, bare = first, True
    for word in text.split(" "):
        if not bare and _cells(line) + 1 + _cells(word) > width:
            lines.append(line)
            line, bare = later, True
        *heads, last = (
            _pieces(word, width - _cells(line), width - _cells(later)) if bare else [word]
        )
        for head in heads:  # of a word longer than a line
            lines.append(line + head)
            line = later
        line += last if bare else f" {last}"
        bare = False
    return [each.replace(NO_BREAK, " ") for each in (*lines, line.rstrip())]


def _pieces(word: str, room: int, later: int) -> list[str]:
    """Return *word* in pieces of which the first fills at most *room* places, the others *later*.

    Each has one character at least; no character is looked at twice.
    """
    if word.isascii() and len(word) <= room:
        return [word]
    pieces: list[str] = []
    begin = filled = 0
    for end, char in enumerate(word):
        cells = _cells(char)
        if filled + cells > room and end > begin:
            pieces.append(word[begin:end])
            begin, filled, room = end, 0, later
        filled += cells
    return [*pieces, word[begin:]]
