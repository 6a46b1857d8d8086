"""What plain data is, for checkers: exact types, no subclasses, no coercion."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether *value* is a JSON object."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Return whether *value* is a JSON list."""
    return type(value) is list


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Return whether *value* is a tuple."""
    return type(value) is tuple
