"""Writing a document as Markdown (CommonMark with tables, as forges and notebooks read it).

Rule: only this file makes markup. Every text is cleaned and escaped, whoever wrote it, so no record can
add a heading, a link, an image or HTML to a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .document import Document, Heading, Item, Items, Part, Table
from .text import NO_BREAK, clean

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>|#~&$@{}!]|:(?=//)|(?<=[wW]{3})\.")
_OPENS_SOMETHING = re.compile(r"^([-+=:%]|\d+(?=[.)]))")


def escape(text: str) -> str:
    """Return *text* so that Markdown shows it as it is, on one line."""
    escaped = _MEANS_SOMETHING.sub(r"\\\g<0>", clean(text).replace(NO_BREAK, " ").strip())
    return _OPENS_SOMETHING.sub(_opened, escaped)


def _opened(found: re.Match[str]) -> str:
    mark = found.group()
    return f"{mark}\\" if mark[0].isdigit() else f"\\{mark}"


def write_markdown(document: Document) -> str:
    """Return *document* as Markdown."""
    return "\n\n".join("\n".join(_written(part)) for part in document.parts)


def _written(part: Part) -> Iterable[str]:
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {escape(part.text)}"
    elif isinstance(part, Items):
        for place, item in enumerate(part.items):
            yield from _item(item, "-" if part.first is None else f"{part.first + place}.")
    elif isinstance(part, Table):
        yield _row(part.columns)
        yield _row(["---"] * len(part.columns), as_it_is=True)
        yield from (_row(row) for row in part.rows)
        yield from ("", escape(part.caption)) if part.caption else ()
    else:
        yield escape(part.text)


def _item(item: Item, mark: str) -> Iterable[str]:
    text = escape(item.text)
    yield f"{mark} **{escape(item.lead)}** {text}" if item.lead else f"{mark} {text}"
    indent = " " * (len(mark) + 1)
    yield from (f"{indent}- {escape(note)}" for note in item.notes)


def _row(cells: Iterable[str], *, as_it_is: bool = False) -> str:
    shown = [cell if as_it_is else escape(cell) for cell in cells]
    return f"| {' | '.join(shown)} |"
