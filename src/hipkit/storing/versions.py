"""Formats: which one this hipkit writes, and how documents of older ones become new.

Rule: an upgrade is one small pure function on plain data, from a document of its format to one of the
next, and looks at no class, so that it stays true when classes change. They run in order, before
anything else is read. A format that was ever written is read for ever: `tests/golden/stored` has its
documents.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, Any]
Upgrade: TypeAlias = Callable[[Document], Document]

UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""By format, what makes a document of the next format of one; empty as long as there is one format."""

FORMAT = 1 + len(UPGRADES)
"""The format of documents that this hipkit writes, and the newest it reads."""


def upgraded(document: Document, upgrades: Mapping[int, Upgrade] | None = None) -> Document:
    """Return *document*, of any format that was ever written, in the newest one.

    *upgrades* are those of hipkit unless given; *document* itself is left as it is.
    """
    steps = UPGRADES if upgrades is None else upgrades
    for number in range(document["format"], 1 + len(steps)):
        document = {**steps[number](document), "format": number + 1}
    return document
