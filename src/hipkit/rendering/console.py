"""Writing a document for rich, which wraps, colours and draws tables for a terminal.

Rule: rich is imported here only, inside the call that rich makes. Every text is cleaned and handed over
as text, never as rich's own markup, so no record can colour, link or steer anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import document_of
from .document import Document, Heading, Item, Items, Table
from .text import NO_BREAK, clean


def to_rich(noun: object) -> Iterator[Any]:
    """Yield what rich prints of *noun*, in English, as much of it as `to_text` shows."""
    return write_rich(document_of(noun, more=False))


def write_rich(document: Document) -> Iterator[Any]:
    """Yield the parts of *document*, an empty line between two."""
    from rich.text import Text

    titled = True
    for part in document.parts:
        if isinstance(part, Heading) or not titled:
            yield from () if part is document.parts[0] else (Text(""),)
        titled = isinstance(part, Heading)
        if isinstance(part, Heading):
            yield Text(_shown(part.text), "bold underline" if part.level == 1 else "bold")
        elif isinstance(part, Items):
            yield _items(part)
        elif isinstance(part, Table):
            yield _table(part)
        else:
            yield Text(_shown(part.text))


def _shown(text: str) -> str:
    return clean(text).replace(NO_BREAK, " ")


def _items(part: Items) -> Any:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column()
    for place, item in enumerate(part.items):
        grid.add_row("•" if part.first is None else f"{part.first + place}.", _item(item))
    return grid


def _item(item: Item) -> Any:
    from rich.text import Text

    said = Text()
    if item.lead:
        said.append(f"{_shown(item.lead)} ", "bold")
    said.append(_shown(item.text))
    for note in item.notes:
        said.append(f"\n{_shown(note)}", "italic")
    return said


def _table(part: Table) -> Any:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=SIMPLE_HEAD, pad_edge=False)
    for title in part.columns:
        grid.add_column(Text(_shown(title)), overflow="fold")
    for row in part.rows:
        grid.add_row(*(Text(_shown(cell)) for cell in row))
    if part.caption:
        grid.caption = Text(_shown(part.caption))
        grid.caption_justify = "left"
    return grid
