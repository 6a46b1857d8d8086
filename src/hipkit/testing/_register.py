"""Teach `hypothesis.strategies.from_type` hipkit's nouns; hypothesis calls this when it is imported.

Rule: nothing but the classes themselves is loaded here. The strategies load when a value is first
drawn, because hypothesis itself may still be loading now.
"""

from __future__ import annotations

from typing import Any

from .. import model


def classes() -> tuple[type, ...]:
    """Return every class that has a strategy: the nouns, `Catalogue` and `Problem`."""
    from ..catalogue import Catalogue
    from ..errors import Problem

    return (*model.noun_classes(), Catalogue, Problem)


def _draw(cls: type[Any]) -> Any:
    """Return the strategy of *cls*, loaded on first use."""
    from .strategies import nouns

    return nouns(cls)


def register() -> None:
    """Register every strategy; called again, it changes nothing."""
    from hypothesis import strategies as st

    for cls in classes():
        st.register_type_strategy(cls, _draw)
