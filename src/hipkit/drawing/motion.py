"""A figure that moves: one number drives every part, by CSS.

Rule: `--hk-p` runs from 0 at the first key frame to 1 at the last. Each part is drawn once and
has a transform whose entries are polynomials in it, fitted to exactly solved phases. The style may be
dropped without harm: what is left is the pose in which the parts are drawn.

`--hk-play: paused` stops it; `--hk-reps` is how often it runs, there or back; where motion is reduced or
off, `--hk-at` chooses the phase. The wish to see less motion shows the end, the start's silhouette and
the arrows.
"""

from __future__ import annotations

from typing import NamedTuple

from .camera import Point
from .fitting import Movement, fitted, polynomial
from .layering import Layer
from .svg import Paint, path_of

STEPS = 6
"""Phases solved between two key frames."""
SECONDS, SECONDS_OF_MORE = 2.2, 2.4
"""How long the way from the first key frame to the last takes, of two frames and of more; there and back
it ends within five seconds."""
_MOVES = 2.0
"""Units that a corner moves before its part counts as moving."""
_ERROR = 4.0
_OF_MORE = 1.5
"""How much more is let pass where there are more than two key frames, or the style would be too long."""
_SAME_PART = 16.0
"""Errors that are let pass where parts are moved together, for any two and for two of one limb."""


class _Group:
    """Neighbouring layers that move together."""

    def __init__(
        self, layers: list[Layer], movement: Movement | None, corners: list[list[Point]]
    ) -> None:
        self.layers, self.movement, self.corners = layers, movement, corners


class Moving(NamedTuple):
    """The elements of a moving figure from back to front, and the style that moves them."""

    elements: list[tuple[str, str]]
    """Each element with its layer's name."""
    style: str
    base: int
    """The frame in which the parts are drawn."""


def moving(layers: list[Layer], paint: Paint, shift: Point, root: str) -> Moving:
    """Return how *layers*, solved at `STEPS` phases between key frames, are drawn and moved."""
    split = [part for layer in layers for part in _pieces(layer)]
    last = len(split[0].frames) - 1
    base = last if _residual(split, last) <= 1.3 * _residual(split, 0) else 0
    rules: list[str] = []
    elements: list[tuple[str, str]] = []
    for group in _groups(split, base):
        written = "".join(
            f'<path{paint.attributes(each.tone, each.kind, halo=each.halo)} d="{path}"/>'
            for each in group.layers
            if (path := path_of(each, base, shift))
        )
        name = group.layers[0].name
        if group.movement is not None:
            number = len(rules) + 1
            rules.append(f".{root} .m{number}{{{_transform(group.movement, shift)}}}")
            written = f'<g class="m{number}">{written}</g>'
        elements.append((written, name))
    return Moving(elements, _style("".join(rules), last // STEPS, root), base)


def _pieces(layer: Layer) -> list[Layer]:
    """Return the shadow's outlines as layers of their own: they move apart."""
    if layer.name != "shadow":
        return [layer]
    counts = {len(frame) for frame in layer.frames}
    if len(counts) > 1:
        return [layer]
    return [
        layer._replace(frames=tuple([frame[index]] for frame in layer.frames))
        for index in range(counts.pop())
    ]


def _corners(layer: Layer) -> list[list[Point]] | None:
    """Return the corners of a layer in every frame, or None where it stands still."""
    found = [[point for outline in frame for point in outline] for frame in layer.frames]
    first = found[0]
    if not first or any(len(each) != len(first) for each in found):
        return None
    is_still = all(
        abs(x - p) <= _MOVES and abs(y - q) <= _MOVES
        for each in found
        for (x, y), (p, q) in zip(first, each, strict=True)
    )
    return None if is_still else found


def _residual(layers: list[Layer], base: int) -> float:
    found = 0.0
    for layer in layers:
        corners = _corners(layer)
        if corners is not None:
            found += fitted(corners, base).error
    return found


_CARRIED = {"shorts": "thigh", "sole": "foot", "sleeve": "upper-arm"}
_OF_HEAD = ("nose", "fringe", "hair", "right-ear", "left-ear")


def _carrier(name: str) -> str:
    """Return the part that a layer rides on."""
    if name in _OF_HEAD:
        return "head"
    side, _, what = name.partition("-")
    return f"{side}-{_CARRIED[what]}" if what in _CARRIED else name


def _groups(layers: list[Layer], base: int) -> list[_Group]:
    groups: list[_Group] = []
    for layer in layers:
        corners = _corners(layer)
        if corners is None:
            if groups and groups[-1].movement is None:
                groups[-1].layers.append(layer)
            else:
                groups.append(_Group([layer], None, []))
            continue
        own = fitted(corners, base)
        before = groups[-1] if groups else None
        if before is not None and before.movement is not None:
            both = [one + two for one, two in zip(before.corners, corners, strict=True)]
            joint = fitted(both, base)
            same = _carrier(before.layers[0].name) == _carrier(layer.name)
            allowed = max(before.movement.error, own.error) + 0.7
            if joint.error < max(_ERROR, allowed, _SAME_PART if same else 0.0):
                before.layers.append(layer)
                before.movement, before.corners = joint, both
                continue
        groups.append(_Group([layer], own, corners))
    return groups


def _transform(movement: Movement, shift: Point) -> str:
    """Return the declarations that move a group."""
    x, y = movement.centre
    across, down = zip(*movement.shifts, strict=True)
    parts: list[str] = []
    slide = (_entry(across, 4.0, "px", 0), _entry(down, 4.0, "px", 0))
    if slide != ("0", "0"):
        parts.append(f"translate({slide[0]},{slide[1]})")
    if movement.turn_error < max(_ERROR, 1.25 * movement.error):
        turn = _entry(movement.turns, 0.8, "deg", 1)
        if turn != "0":
            parts.append(f"rotate({turn})")
    else:
        entries = zip(*movement.maps, strict=True)
        a, b, c, d = (_entry(each, 0.04, "", 2) for each in entries)
        parts.append(f"matrix({a},{b},{c},{d},0,0)")
    origin = f"{_number(x + shift[0], 0)}px {_number(y + shift[1], 0)}px"
    return f"transform:{' '.join(parts) or 'none'};transform-origin:{origin}"


def _entry(
    values: tuple[float, ...] | list[float], tolerance: float, unit: str, places: int
) -> str:
    """Return one number of a transform as a sum of polynomials, one for each pair of key frames."""
    terms: list[tuple[float, str]] = []
    segments = (len(values) - 1) // STEPS
    tolerance *= 1 if segments == 1 else _OF_MORE
    for segment in range(segments):
        part = list(values[segment * STEPS : (segment + 1) * STEPS + 1])
        constant, *found = polynomial(part, tolerance)
        if segment == 0:
            terms.append((constant, ""))
        terms += [
            (coefficient, f"*var(--{letter}{segment + 1})")
            for letter, coefficient in zip("pqr", found, strict=False)
        ]
    least = 0.5 / 10**places
    kept = [each for each in terms if abs(each[0]) >= least]
    if not kept:
        return "0"
    first = _number(kept[0][0], places) + unit + kept[0][1]
    if len(kept) == 1 and not kept[0][1]:
        return first
    more = "".join(
        f" {'-' if value < 0 else '+'} {_number(abs(value), places)}{unit}{variable}"
        for value, variable in kept[1:]
    )
    return f"calc({first}{more})"


def _number(value: float, places: int) -> str:
    written = f"{value:.{places}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    if written in ("-0", ""):
        return "0"
    return written.replace("0.", ".", 1) if written.startswith(("0.", "-0.")) else written


def _style(rules: str, segments: int, root: str) -> str:
    """Return the style of a moving figure; `--hk-p` is the phase, 0 to 1."""
    variables = "".join(
        f"--p{n}:clamp(0,var(--hk-p)*{segments} - {n - 1},1);--q{n}:calc(var(--p{n})*var(--p{n}));"
        f"--r{n}:calc(var(--q{n})*var(--p{n}));"
        for n in range(1, segments + 1)
    )
    seconds = _number(SECONDS if segments == 1 else SECONDS_OF_MORE, 1)
    return (
        '@property --hk-p{syntax:"&lt;number>";inherits:true;initial-value:1}'
        f".{root}{{--hk-p:var(--hk-at,1);{variables}}}{rules}"
        "@media(prefers-reduced-motion:no-preference){"
        f".{root}{{animation:hk-p {seconds}s cubic-bezier(.5,0,.5,1) var(--hk-reps,2) alternate;"
        f"animation-play-state:var(--hk-play,running)}}.{root} .still{{display:none}}}}"
        "@keyframes hk-p{0%,6%{--hk-p:0}94%,to{--hk-p:1}}"
    )
