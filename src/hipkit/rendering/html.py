"""Writing a document as HTML: a whole page, or a fragment for a page of somebody's own.

Rule: only this file makes markup, and it needs nothing from elsewhere: no script, picture, font or link.
Every text is cleaned and escaped, whoever wrote it. Headings never skip a level, and nothing is told by
its looks alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape as _escaped

from .document import Document, Heading, Item, Items, Table
from .style import PAGE_STYLE, STYLE
from .text import clean

_DEEPEST = 6


def escape(text: str) -> str:
    """Return *text* so that HTML shows it as it is, on one line, in an element or an attribute."""
    return _escaped(clean(text), quote=True)


def write_page(documents: Sequence[Document], language: str, title: str | None) -> str:
    """Return *documents* as one page in *language*; it is called *title*, or what the first is."""
    name = clean(title or "") or _name(documents[0]) or "hipkit"
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(name)}</title>",
        f"<style>\n{STYLE}{PAGE_STYLE}</style>",
        "</head>",
        "<body>",
        '<main class="hipkit">',
    ]
    first = documents[0]
    if _heading(first) is None:
        lines.append(_headed(1, name))
    lines += _parts(first, 2 if _heading(first) is None else 1)
    for document in documents[1:]:
        lines += _parts(document, 2)
    return "\n".join([*lines, "</main>", "</body>", "</html>", ""])


def write_fragment(document: Document, language: str, level: int) -> str:
    """Return *document* in *language* as one element, its highest headings at *level*."""
    lines = [f'<article class="hipkit" lang="{escape(language)}">', *_parts(document, level)]
    return "\n".join([*lines, "</article>", ""])


def _heading(document: Document) -> str | None:
    """Return the title that *document* shows, if it shows one."""
    first = document.parts[0] if document.parts else None
    return first.text if isinstance(first, Heading) and first.level == 1 else None


def _name(document: Document) -> str:
    return clean(_heading(document) or document.title)


def _parts(document: Document, level: int) -> Iterator[str]:
    levels = [part.level for part in document.parts if isinstance(part, Heading)]
    down = level - min(levels, default=level)
    last, name = level - 1, _name(document)
    for part in document.parts:
        if isinstance(part, Heading):
            last, name = min(part.level + down, last + 1, _DEEPEST), part.text
            yield _headed(last, name)
        elif isinstance(part, Items):
            yield from _items(part)
        elif isinstance(part, Table):
            yield from _table(part, name)
        else:
            yield f"<p>{escape(part.text)}</p>"


def _headed(level: int, text: str) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _items(part: Items) -> Iterator[str]:
    if part.first is None:
        opened, closed = "<ul>", "</ul>"
    else:
        opened, closed = f'<ol start="{part.first}">' if part.first != 1 else "<ol>", "</ol>"
    yield opened
    for item in part.items:
        yield from _item(item)
    yield closed


def _item(item: Item) -> Iterator[str]:
    lead = f"<strong>{escape(item.lead)}</strong> " if item.lead else ""
    if not item.notes:
        yield f"<li>{lead}{escape(item.text)}</li>"
        return
    yield f"<li>{lead}{escape(item.text)}"
    yield '<ul class="hipkit-notes">'
    yield from (f"<li>{escape(note)}</li>" for note in item.notes)
    yield "</ul></li>"


def _table(part: Table, name: str) -> Iterator[str]:
    """Yield a table, called what its caption or the heading above it says.

    What is wider than a telephone moves in a frame of its own, which a keyboard reaches.
    """
    label = f' aria-label="{escape(part.caption or name)}"'
    yield f'<div class="hipkit-wide" role="region" tabindex="0"{label}>'
    yield "<table>" if part.caption else f"<table{label}>"
    if part.caption:
        yield f"<caption>{escape(part.caption)}</caption>"
    yield f"<thead>{_row(_cells('th', part.columns, 'col'))}</thead>"
    yield "<tbody>"
    for first, *others in part.rows:
        yield _row([*_cells("th", [first], "row"), *_cells("td", others)])
    yield "</tbody></table></div>"


def _cells(tag: str, texts: Iterable[str], scope: str = "") -> list[str]:
    opened = f'{tag} scope="{scope}"' if scope else tag
    return [f"<{opened}>{escape(text)}</{tag}>" for text in texts]


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"
