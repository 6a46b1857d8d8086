"""What frameworks ask of a noun: pydantic's two hooks, and the ways in which notebooks and rich show it.

Rule: nothing is imported, and no framework is needed, until one of them calls.
"""

from __future__ import annotations

TYPE_CHECKING = False  # a constant that checkers understand; `import typing` would cost more
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class Served:
    """A noun that pydantic, and with it FastAPI, reads, writes and describes."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any, /) -> Any:
        """Return how pydantic reads and writes this noun: as `from_plain` reads, as careful as `dumps`."""
        from .storing.serving import core_schema_of

        return core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any, /) -> dict[str, Any]:
        """Return this noun's JSON Schema, its parts as definitions of their own."""
        from .storing.serving import json_schema_of

        return json_schema_of(cls, handler)


class Shown:
    """A noun that shows itself in a notebook and in rich."""

    __slots__ = ()

    def _repr_html_(self: Any) -> str:
        """Return the noun as HTML without a style of its own, for notebooks."""
        from .rendering import to_html

        return to_html(self, form="fragment")

    def _repr_markdown_(self: Any) -> str:
        """Return the noun as Markdown, for notebooks."""
        from .rendering import to_markdown

        return to_markdown(self)

    def __rich_console__(self: Any, console: Any, options: Any) -> Iterator[Any]:
        """Yield what rich prints."""
        from .rendering.console import to_rich

        yield from to_rich(self)
