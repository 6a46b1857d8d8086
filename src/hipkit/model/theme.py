"""The colours of a figure, as a value.

Rule: a colour is "#" and six hexadecimal digits in small letters, and nothing else, for it is written into
SVG as it is.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from attrs import Attribute, field, frozen

from ..errors import ProblemCode, show
from ..frameworks import Served
from ._checks import Check, complain, whole

ThemeWord = Literal["default", "fair", "deep", "dark", "mannequin", "mono"]
"""The presets that `draw` knows by name."""

_COLOUR = re.compile(r"#[0-9a-f]{6}\Z")


def _colour() -> Check:
    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if type(value) is not str or not _COLOUR.match(value):
            raise complain(
                ProblemCode.MALFORMED,
                attribute.name,
                value,
                f"{show(value)} is no colour",
                "use '#' and six hexadecimal digits, in small letters, such as '#c08a62'",
            )

    return Check(check, {"pattern": "^#[0-9a-f]{6}$"})


_hex = _colour()


@frozen
class Theme(Served):
    """The colours of a figure. *shade* is what far limbs and edges are mixed with, *depth* percent of it.

    Each is also a CSS variable where figures are painted by attributes: `--hk-skin`, `--hk-skin-far`.
    Raises `InvalidValue` for what is no colour.
    """

    background: str = field(default="#f4f6f9", validator=_hex)
    skin: str = field(default="#a8703f", validator=_hex)
    top: str = field(default="#3f7cab", validator=_hex)
    shorts: str = field(default="#26344a", validator=_hex)
    shoe: str = field(default="#2f3c52", validator=_hex)
    sole: str = field(default="#707b8c", validator=_hex)
    hair: str = field(default="#2e2018", validator=_hex)
    muscle: str = field(default="#e4461a", validator=_hex)
    muscle_edge: str = field(default="#ffffff", validator=_hex)
    ink: str = field(default="#1f2937", validator=_hex)
    prop: str = field(default="#728093", validator=_hex)
    partner: str = field(default="#6b7787", validator=_hex)
    band: str = field(default="#0b8073", validator=_hex)
    floor: str = field(default="#dfe5ec", validator=_hex)
    shade: str = field(default="#10182c", validator=_hex)
    depth: int = field(default=26, validator=whole(0, 60))
