"""The packaged figures: pose data by the id of its exercise, loaded from their pack on the first draw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..storing.packing import unpack
from .guidance import read_pack

if TYPE_CHECKING:
    from ..model import Figure


@cache
def load_figures() -> Mapping[str, Figure]:
    """Return the packaged figures by exercise id: the same object ever after."""
    packed = read_pack("figures")
    figures: tuple[Figure, ...] = unpack(packed)
    return MappingProxyType(dict(zip(packed["ids"], figures, strict=True)))
