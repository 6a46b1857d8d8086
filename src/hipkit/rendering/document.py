"""A document: what is said and in what shape, before anybody decides how it looks.

Rule: parts hold plain text. Whatever a form must escape, wrap or replace is its writer's business, so
nothing in here is ever trusted or marked up.
"""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen


@frozen
class Heading:
    """A title (level 1), a section (2) or a part of one (3)."""

    text: str
    level: int = 2


@frozen
class Paragraph:
    """Some sentences."""

    text: str


@frozen
class Item:
    """One entry of a list: its *lead* stands out, its *notes* stand below."""

    text: str
    lead: str = ""
    notes: tuple[str, ...] = ()


@frozen
class Items:
    """A list: with bullets, or numbered from *first*."""

    items: tuple[Item, ...]
    first: int | None = None


@frozen
class Table:
    """Rows under column titles; every row has as many cells as there are columns.

    The first cell of a row says what the row is about. A *caption* stands below the table.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


Part: TypeAlias = Heading | Paragraph | Items | Table


@frozen
class Document:
    """Parts in reading order, the first its title; *title* is only for one that shows none.

    What has no title is shown among other things, where it needs none; a page of its own needs one.
    """

    parts: tuple[Part, ...]
    title: str = ""
