"""Which protocol a routine was taken from; apart from the protocol, so that routines stay light."""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served
from ._checks import slug, text, whole


@frozen
class ProtocolUse(Served):
    """Which protocol and week a routine was taken from, and what its source is."""

    id: str = field(validator=slug())
    title: str = field(validator=text(1, 200))
    source: str = field(validator=text(1, 40))
    population: str = field(validator=text(1, 300))
    week: int = field(validator=whole(1, 104))
