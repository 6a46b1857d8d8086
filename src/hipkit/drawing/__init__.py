"""Drawing: the figure of an exercise as SVG text.

Rule: this room knows nouns and nothing else of hipkit; what is drawn is handed to it.
"""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

from ..model import Theme
from .arrows import Arrow, arrows_of
from .camera import Point
from .layering import Layer, Worked, layers_of
from .motion import STEPS, moving
from .solving import Poses
from .svg import (
    Paint,
    Picture,
    arrow_paths,
    body_paths,
    document,
    mirrored,
    picture_of,
    start_path,
    start_silhouette,
)

__all__ = ["Look", "Poses", "draw_figure"]


class Look(NamedTuple):
    """How a figure is shown: which frames, in what colours, by whom it is called what."""

    frame: str
    animated: bool
    theme: Theme
    is_plain: bool
    is_mirrored: bool
    title: str
    description: str
    prefix: str


def draw_figure(poses: Poses, worked: Worked, look: Look) -> str:
    """Return a figure as SVG text."""
    figure = poses.figure
    last = len(figure.frames) - 1
    is_animated = look.animated and last > 0
    phases = _phases(look.frame, last, is_animated=is_animated)
    layers, camera = layers_of(poses, worked, phases, moves=is_animated)
    arrows = [] if look.frame == "start" and not is_animated else arrows_of(poses, camera)
    if look.is_mirrored:
        layers = [_mirrored(layer) for layer in layers]
        arrows = [arrow._replace(points=mirrored(arrow.points)) for arrow in arrows]
    paint = Paint(look.theme, is_plain=look.is_plain)
    if is_animated:
        return _animated(layers, arrows, paint, look)
    return _still(layers, arrows, paint, look, len(phases))


def _phases(frame: str, last: int, *, is_animated: bool) -> list[float]:
    if is_animated:
        return [each / (last * STEPS) for each in range(last * STEPS + 1)]
    if frame == "side-by-side":
        return [each / max(last, 1) for each in range(last + 1)]
    return [0.0] if frame == "start" or not last else [0.0, 1.0]


def _mirrored(layer: Layer) -> Layer:
    return layer._replace(
        frames=tuple([mirrored(outline) for outline in frame] for frame in layer.frames)
    )


def _still(layers: list[Layer], arrows: list[Arrow], paint: Paint, look: Look, count: int) -> str:
    """Return one picture, or one for each of *count* frames in a row."""
    is_row = look.frame == "side-by-side"
    shown = list(range(count)) if is_row or look.frame == "both" else [count - 1]
    picture = picture_of(layers, shown, arrows)
    panels = shown if is_row else [count - 1]
    inside: list[str] = []
    for number, panel in enumerate(panels):
        shift = _shift(picture, number)
        start = ""
        if look.frame == "both" and count > 1:
            start = start_path(start_silhouette(layers, 0, panel, shift), paint)
        inside += body_paths(layers, panel, shift, paint, start)
    inside += arrow_paths(arrows, _shift(picture, len(panels) - 1), paint)
    return _document(picture, len(panels), inside, paint, look)


def _animated(layers: list[Layer], arrows: list[Arrow], paint: Paint, look: Look) -> str:
    """Return one picture in which the parts move."""
    last = len(layers[0].frames) - 1
    picture = picture_of(layers, list(range(last + 1)), arrows)
    shift = _shift(picture, 0)
    root = f"k{crc32(look.prefix.encode()):08x}"  # a short name of its own: every rule says it
    found = moving(layers, paint, shift, root)
    inside: list[str] = [f"<style>{found.style}</style>"]
    start = start_path(start_silhouette(layers, 0, last, shift), paint, ' class="still"')
    for element, name in found.elements:
        if name == "shadow" and found.base == last:
            inside.append(start)
            start = ""
        inside.append(element)
    drawn = arrow_paths(arrows, shift, paint)
    if drawn:
        inside.append(f'<g class="still">{"".join(drawn)}</g>')
    return _document(picture, 1, inside, paint, look, f' class="{root}"')


def _shift(picture: Picture, number: int) -> Point:
    return (
        float(round(number * picture.width - picture.left)),
        float(round(-picture.top)),
    )


def _document(
    picture: Picture, panels: int, inside: list[str], paint: Paint, look: Look, more: str = ""
) -> str:
    return document(
        round(picture.width) * panels,
        round(picture.height),
        inside,
        title=look.title,
        description=look.description,
        prefix=look.prefix,
        paint=paint,
        more=more,
    )
