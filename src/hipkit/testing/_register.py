"""Teach `hypothesis.strategies.from_type` hipkit's nouns; hypothesis calls this when it is imported.

Rule: nothing but the nouns and the catalogue's class is loaded here. The strategies load when a value
is first drawn, because hypothesis itself may still be loading now.
"""

from __future__ import annotations

from typing import Any

from .. import model


def _draw(cls: type[Any]) -> Any:
    """Return the strategy of *cls*, loaded on first use."""
    from .strategies import nouns

    return nouns(cls)


def register() -> None:
    """Register every noun's strategy, the `Catalogue`'s too; called again, it changes nothing."""
    from hypothesis import strategies as st

    from ..catalogue import Catalogue

    for cls in (*model.noun_classes(), Catalogue):
        st.register_type_strategy(cls, _draw)
