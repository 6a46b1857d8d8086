"""SVG text from layers: paint, panels, title and description.

Rule: what comes from data is escaped; every element and attribute is on the list that the checks allow.
Nothing is written that a strict content policy or a sanitizer would drop, unless it moves.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import escape

from ..model import Theme
from .arrows import Arrow, heads, stroke
from .camera import Point
from .layering import Layer
from .outlines import Outline
from .paths import curve, line, one_way, polygon
from .themes import tones_of

_PAD = 40.0
_SHAPE = 4 / 3
"""Width over height that a picture is widened to."""
_ARROW_OUT = 24.0


class Paint:
    """How tones become attributes: plain hex, or CSS variables that fall back to it."""

    def __init__(self, theme: Theme, *, is_plain: bool) -> None:
        """Paint in *theme*."""
        self._tones = tones_of(theme)
        self._is_plain = is_plain

    def colour(self, tone: str) -> str:
        """Return the value of an attribute."""
        colour = self._tones[tone]
        return colour if self._is_plain else f"var(--hk-{tone},{colour})"

    def attributes(self, tone: str, kind: str, *, halo: bool = False) -> str:
        """Return the attributes of a path in *tone*."""
        colour = self.colour(tone)
        if kind == "line":
            return (
                f' fill="none" stroke="{colour}" stroke-width="15"'
                ' stroke-linejoin="round" stroke-linecap="round"'
            )
        found = f' fill="{colour}"'
        if kind == "face":
            found += f' stroke="{colour}" stroke-width="5" stroke-linejoin="round"'
        elif kind == "muscle":
            edge = self.colour("muscle-edge")
            found += f' stroke="{edge}" stroke-width="8" paint-order="stroke"'
        elif kind == "hint":
            found += ' fill-opacity=".42"'
        if halo:
            edge = self.colour("background")
            found += f' stroke="{edge}" stroke-width="6" paint-order="stroke"'
        return found


class Picture(NamedTuple):
    """The rectangle of the picture: its left and top, its width and height."""

    left: float
    top: float
    width: float
    height: float


def picture_of(layers: list[Layer], frames: list[int], arrows: list[Arrow]) -> Picture:
    """Return the rectangle around some frames and the arrows: padded, in whole units, four by three."""
    points = [
        point
        for layer in layers
        for frame in frames
        for outline in layer.frames[frame]
        for point in outline
    ]
    out = _ARROW_OUT
    for arrow in arrows:
        for x, y in arrow.points:
            points += [(x - out, y - out), (x + out, y + out)]
    left, right = min(x for x, _ in points) - _PAD, max(x for x, _ in points) + _PAD
    top, low = min(y for _, y in points) - _PAD, max(y for _, y in points) + _PAD
    width, height = right - left, low - top
    if width < height * _SHAPE:
        left -= (height * _SHAPE - width) / 2
        width = height * _SHAPE
    else:
        top -= (width / _SHAPE - height) / 2
        height = width / _SHAPE
    return Picture(float(round(left)), float(round(top)), float(round(width)), float(round(height)))


def mirrored(outline: Outline) -> Outline:
    """Return *outline* as in a mirror."""
    return [(-x, y) for x, y in outline]


def path_of(layer: Layer, frame: int, shift: Point) -> str:
    """Return the path of a layer in one frame, moved by *shift*."""
    across, down = shift
    written: list[str] = []
    for outline in layer.frames[frame]:
        moved = [(x + across, y + down) for x, y in outline]
        if layer.kind == "line":
            written.append(line(moved))
        elif layer.kind == "face":
            written.append(polygon(one_way(moved)))
        else:
            written.append(curve(one_way(moved)))
    return "".join(written)


_SMALL_PARTS = ("sole", "seat", "sleeve", "shorts", "yoke", "ear", "knee", "elbow", "muscle")
_SMALL = ("nose", "collar", "neck", "shadow", "fringe")
_MOVED = 40.0


def start_silhouette(layers: list[Layer], frame: int, last: int, shift: Point) -> str:
    """Return the path of the parts that have moved, as they were at the start."""
    written: list[str] = []
    for layer in layers:
        if layer.kind != "curve" or layer.tone in _THINGS:
            continue
        if layer.name in _SMALL or layer.name.endswith(_SMALL_PARTS):
            continue
        was = [point for outline in layer.frames[frame] for point in outline]
        now = [point for outline in layer.frames[last] for point in outline]
        if len(was) == len(now) and any(
            abs(x - p) > _MOVED or abs(y - q) > _MOVED
            for (x, y), (p, q) in zip(was, now, strict=True)
        ):
            written.append(path_of(layer, frame, shift))
    return "".join(written)


def start_path(silhouette: str, paint: Paint, more: str = "") -> str:
    """Return the element of the start's *silhouette*, with an edge that can be seen; "" of none."""
    if not silhouette:
        return ""
    return (
        f'<path{more} fill="{paint.colour("start")}" stroke="{paint.colour("start-edge")}"'
        f' stroke-width="5" paint-order="stroke" d="{silhouette}"/>'
    )


_THINGS = frozenset(
    {
        *("prop", "prop-dark", "prop-light", "band", "band-far", "partner", "ink"),
        *("floor", "floor-edge", "floor-shadow"),
    }
)


def body_paths(
    layers: list[Layer], frame: int, shift: Point, paint: Paint, start: str = ""
) -> list[str]:
    """Return the path elements of one frame; *start* is laid under the body, over what stands there."""
    written: list[str] = []
    attributes, path = "", ""

    def flush() -> None:
        if path:
            written.append(f'<path{attributes} d="{path}"/>')

    for layer in layers:
        if layer.name == "shadow" and start:
            flush()
            path = ""
            written.append(start)
        found = path_of(layer, frame, shift)
        if not found:
            continue
        own = paint.attributes(layer.tone, layer.kind, halo=layer.halo)
        if own == attributes and path and not layer.halo:
            path += found
            continue
        flush()
        attributes, path = own, found
    flush()
    return written


def arrow_paths(arrows: list[Arrow], shift: Point, paint: Paint) -> list[str]:
    """Return the path elements of *arrows*."""
    ink = paint.colour("ink")
    written: list[str] = []
    for arrow in arrows:
        moved = Arrow([(x + shift[0], y + shift[1]) for x, y in arrow.points], arrow.both_ways)
        written.append(
            f'<path fill="none" stroke="{ink}" stroke-width="9" stroke-linecap="round"'
            f' d="{stroke(moved.points)}"/><path fill="{ink}" stroke="{ink}" stroke-width="5"'
            f' stroke-linejoin="round" d="{heads(moved)}"/>'
        )
    return written


def document(
    width: int,
    height: int,
    inside: list[str],
    *,
    title: str,
    description: str,
    prefix: str,
    paint: Paint,
    more: str = "",
) -> str:
    """Return the whole SVG text; *more* attributes stand at its root."""
    named = f"{prefix}-t {prefix}-d" if description else f"{prefix}-t"
    described = f'<desc id="{prefix}-d">{escape(description)}</desc>' if description else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        f' aria-labelledby="{named}"{more}><title id="{prefix}-t">{escape(title)}</title>{described}'
        f'<rect fill="{paint.colour("background")}" width="{width}" height="{height}" rx="24"/>'
        f"{''.join(inside)}</svg>\n"
    )
