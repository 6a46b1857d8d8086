"""Parts of a generated page. Every text from data is escaped here and nowhere else.

`escape` is hipkit's own, so a record can add no heading, link or role to a page. Ids are slugs; they
are shown as code, and anything that is no slug is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from hipkit.rendering.markdown import escape

_SLUG = re.compile(r"[A-Za-z0-9._\-]+")


def text(said: str) -> str:
    """Return *said* so that Markdown shows it as it is."""
    return escape(said)


def code(id: str) -> str:
    """Return the slug *id* as code; raises `ValueError` when it is none."""
    if not _SLUG.fullmatch(id):
        raise ValueError(f"not a slug: {id!r}")
    return f"`{id}`"


def codes(ids: Iterable[str]) -> str:
    """Return *ids* as code with commas between, or a dash."""
    return ", ".join(code(id) for id in ids) or "–"


def link(said: str, address: str) -> str:
    """Return a link to *address*, whose unusual characters are quoted."""
    return f"[{escape(said)}](https://{quote(address, safe='/.-_')})"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells must be escaped already."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def page(title: str, *parts: str) -> str:
    """Return a page: title, who wrote it, parts."""
    note = "<!-- Written by tools/build_docs.py. Change the data or the tool, not this file. -->"
    return "\n\n".join([f"# {title}", note, *parts]) + "\n"
