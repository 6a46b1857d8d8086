"""The things that a figure shows: what stands, what is held, what is worn.

Rule: a thing is faces in the picture and the layer that they belong to: "under" the body, "over" it,
"among" its parts by depth, or "between" the parts that are behind it and the others.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from ..model.figure import Figure, Place, Prop
from ..model.vocabulary import BandPlace
from ..model.vocabulary.figures import Axis, PropKind
from .angles import sine_cosine
from .camera import Projection
from .outlines import Sample, chain, samples
from .skeleton import Skeleton
from .solids import Block, Face, around, ball, block, box, cylinder, shrunk
from .solving import key_of, vector_of
from .vectors import (
    Vector,
    add,
    along,
    between,
    cross,
    dot,
    scale,
    subtract,
    turned,
    undone,
    unit,
)


class Thing(NamedTuple):
    """One thing in one frame."""

    name: str
    layer: str
    faces: list[Face]
    samples: list[Sample]
    behind: tuple[str, ...] = ()


SIZES: dict[PropKind, Vector] = {
    PropKind.WALL: (0.03, 1.10, 0.80),
    PropKind.CHAIR: (0.25, 0.27, 0.25),
    PropKind.SUPPORT: (0.024, 0.72, 0.024),
    PropKind.FOAM_ROLLER: (0.087, 0.087, 0.30),
}
"""Sizes where none is given; drawing conventions."""
_AXES: dict[Axis, Vector] = {
    Axis.FORWARD: (1.0, 0.0, 0.0),
    Axis.UP: (0.0, 1.0, 0.0),
    Axis.RIGHT: (0.0, 0.0, 1.0),
}
_BANDS: dict[BandPlace, tuple[str, float, float]] = {
    BandPlace.ABOVE_KNEES: ("thigh", -0.190, 0.040),
    BandPlace.BELOW_KNEES: ("shank", -0.045, 0.036),
    BandPlace.ANKLES: ("shank", -0.195, 0.027),
    BandPlace.FEET: ("foot", -0.020, 0.034),
}
"""Of each place of a band: the part, how far along it, and the radius of its bend."""
_FEET_FORWARD = 0.062


def props_at(figure: Figure, phase: float) -> tuple[Prop, ...]:
    """Return the things of *figure* at a *phase*, moved on where its frames move them."""
    one, two, share = key_of(figure, phase)
    if not one.props:
        return figure.props

    def moved(a: Place | None, b: Place | None) -> Place | None:
        if a is None or b is None:
            return a
        x, y, z = (100 * each for each in between(vector_of(a), vector_of(b), share))
        return Place(*(round(each, 1) for each in (x, y, z)))

    return tuple(
        evolve(a, at=moved(a.at, b.at), size=moved(a.size, b.size), to=moved(a.to, b.to))
        for a, b in zip(one.props, two.props, strict=True)
    )


def things(
    props: tuple[Prop, ...], skeleton: Skeleton, camera: Projection, extent: Block
) -> list[Thing]:
    """Return the *props* of one frame; a mat without a size lies under *extent*."""
    drawer = _Drawer(skeleton, camera, extent)
    return [
        each
        for number, prop in enumerate(props)
        for each in drawer.draw(prop, f"{prop.kind.value}-{number}")
    ]


_DARK = ("prop-dark", "prop-dark", "prop-dark")
_BOARD, _THICK, _BACK = 0.055, 0.022, 0.24
"""How thick a bench's board is, and a chair's wood; how high its back is above the seat."""


def bench_blocks(whole: Block) -> list[Block]:
    """Return the two legs and the board of a bench that fills *whole*, along its longer side."""
    (x0, y0, z0), (x1, y1, z1) = whole
    board = y1 - _BOARD
    if x1 - x0 >= z1 - z0:
        legs = [
            Block((x, y0, z0 + 0.02), (x + 0.03, board, z1 - 0.02)) for x in (x0 + 0.03, x1 - 0.06)
        ]
    else:
        legs = [
            Block((x0 + 0.02, y0, z), (x1 - 0.02, board, z + 0.03)) for z in (z0 + 0.03, z1 - 0.06)
        ]
    return [*legs, Block((x0, board, z0), (x1, y1, z1))]


def chair_blocks(whole: Block) -> list[Block]:
    """Return the legs, the back and the seat of a chair whose seat is the top of *whole*."""
    (x0, y0, z0), (x1, y1, z1) = whole
    seat = y1 - 0.03
    legs = [
        Block((x, y0, z), (x + _THICK, seat, z + _THICK))
        for z in (z0, z1 - _THICK)
        for x in (x0, x1 - _THICK)
    ]
    back = Block((x0 - _THICK, seat, z0), (x0, y1 + _BACK, z1))
    return [*legs, back, Block((x0, seat, z0), (x1, y1, z1))]


def blocks_of(prop: Prop) -> list[Block]:
    """Return the boxes that a thing is made of, none where it gives way."""
    if prop.kind not in _SOLID or prop.at is None:
        return []
    size = SIZES[prop.kind] if prop.size is None else vector_of(prop.size)
    whole = block(vector_of(prop.at), size)
    if prop.kind is PropKind.BENCH:
        return bench_blocks(whole)
    return chair_blocks(whole) if prop.kind is PropKind.CHAIR else [whole]


_SOLID = frozenset({PropKind.STEP, PropKind.BENCH, PropKind.CHAIR, PropKind.WALL, PropKind.CUSHION})


class _Drawer:
    """Draws things beside one skeleton, seen by one camera."""

    def __init__(self, skeleton: Skeleton, camera: Projection, extent: Block) -> None:
        self.skeleton, self.camera, self.extent = skeleton, camera, extent

    def draw(self, prop: Prop, name: str) -> list[Thing]:
        """Return a thing, in as many pieces as it has layers."""
        ways = {
            PropKind.MAT: self._mat,
            PropKind.WALL: self._standing,
            PropKind.STEP: self._standing,
            PropKind.CUSHION: self._standing,
            PropKind.BENCH: self._standing,
            PropKind.CHAIR: self._standing,
            PropKind.SUPPORT: self._pole,
            PropKind.MINI_BAND: self._mini_band,
            PropKind.LONG_BAND: self._line,
            PropKind.CABLE: self._line,
            PropKind.DUMBBELL: self._dumbbell,
            PropKind.KETTLEBELL: self._kettlebell,
            PropKind.BARBELL: self._barbell,
            PropKind.ANKLE_WEIGHT: self._cuff,
            PropKind.BALL: self._ball,
            PropKind.FOAM_ROLLER: self._roller,
            PropKind.SLIDER: self._slider,
            PropKind.PARTNER: self._partner,
        }
        return ways[prop.kind](prop, name)

    def _size(self, prop: Prop) -> Vector:
        return SIZES[prop.kind] if prop.size is None else vector_of(prop.size)

    def _place(self, prop: Prop) -> Vector:
        """Return where a thing is: in the world, or seen from the part that it is on."""
        at = vector_of(prop.at or Place())
        if prop.on is None:
            return at
        rotation, origin = self.skeleton.frames[prop.on]
        return add(origin, turned(rotation, at))

    def _mat(self, prop: Prop, name: str) -> list[Thing]:
        if prop.size is None:
            (x0, _, z0), (x1, _, z1) = self.extent
        else:
            (x0, _, z0), (x1, _, z1) = block(self._place(prop), vector_of(prop.size))
        faces = box(
            self.camera,
            Block((x0, -0.014, z0), (x1, 0.0, z1)),
            "floor",
            "floor-edge",
            "floor-edge",
        )
        return [Thing(name, "under", faces, [])]

    def _standing(self, prop: Prop, name: str) -> list[Thing]:
        whole = block(self._place(prop), self._size(prop))
        if prop.kind is PropKind.WALL:
            faces = box(self.camera, whole, "floor-edge", "floor", "floor")
        elif prop.kind is PropKind.BENCH:
            faces = self._bench(whole)
        elif prop.kind is PropKind.CHAIR:
            faces = self._chair(whole)
        else:
            faces = box(self.camera, whole, "prop-light", "prop", "prop-dark")
        layer = "between" if prop.behind else "under"
        return [Thing(name, layer, faces, [], prop.behind)]

    def _bench(self, whole: Block) -> list[Face]:
        *legs, board = bench_blocks(whole)
        faces = [face for leg in legs for face in box(self.camera, leg, *_DARK)]
        return faces + box(self.camera, board, "prop-light", "prop", "prop-dark")

    def _chair(self, whole: Block) -> list[Face]:
        *legs, back, seat = chair_blocks(whole)
        if self.camera.towards[2] < 0:
            legs.reverse()
        faces = [face for leg in legs for face in box(self.camera, leg, *_DARK)]
        drawn = [
            box(self.camera, back, "prop", "prop-dark", "prop"),
            box(self.camera, seat, "prop-light", "prop", "prop-dark"),
        ]
        if self.camera.towards[0] < 0:
            drawn.reverse()
        return faces + [face for part in drawn for face in part]

    def _among(
        self, name: str, rounds: list[tuple[str, list[tuple[Vector, float]]]], nearer: float = 0.0
    ) -> list[Thing]:
        """Return a thing of chains of balls, each with its tone, ordered with the body by depth."""
        faces: list[Face] = []
        discs: list[Sample] = []
        for tone, balls in rounds:
            ovals = self.camera.ovals([ball(centre, radius) for centre, radius in balls])
            outline = chain(ovals) if len(ovals) > 1 else around(ovals)
            faces.append(Face(tone, "curve", outline))
            discs += samples(ovals, nearer)
        return [Thing(name, "among", faces, discs)]

    def _pole(self, prop: Prop, name: str) -> list[Thing]:
        x, y, z = self._place(prop)
        wide, high, _ = self._size(prop)
        radius = wide / 2
        return self._among(
            name, [("prop", [((x, y + radius, z), radius), ((x, y + high, z), radius)])]
        )

    def _mini_band(self, prop: Prop, name: str) -> list[Thing]:
        part, down, radius = _BANDS[prop.band or BandPlace.ANKLES]
        forward = _FEET_FORWARD if part == "foot" else 0.0
        ends: list[Vector] = []
        ups: list[Vector] = []
        for side in ("right", "left"):
            rotation, origin = self.skeleton.frames[f"{side}-{part}"]
            ends.append(add(origin, turned(rotation, (forward, down, 0.0))))
            ups.append(turned(rotation, (1.0, 0.0, 0.0) if part == "foot" else (0.0, 1.0, 0.0)))
        right, left = ends
        across = unit(subtract(right, left))
        normal = unit(add(*ups))
        out = unit(cross(normal, across))
        across = unit(cross(out, normal))
        if dot(out, self.camera.towards) < 0:
            out = scale(out, -1.0)

        def strand(sign: float) -> list[tuple[float, float]]:
            points: list[Vector] = []
            for centre, way, angles in (
                (left, -1.0, (0.0, 35.0, 70.0)),
                (right, 1.0, (70.0, 35.0, 0.0)),
            ):
                for angle in angles:
                    sine, cosine = sine_cosine(angle)
                    edge = along(centre, across, way * radius * cosine)
                    points.append(along(edge, out, sign * radius * sine))
            return [self.camera.flat(point) for point in points]

        return [
            Thing(f"{name}-behind", "under", [Face("band-far", "line", strand(-1.0))], []),
            Thing(name, "over", [Face("band", "line", strand(1.0))], []),
        ]

    def _line(self, prop: Prop, name: str) -> list[Thing]:
        start = self._place(prop)
        if prop.to_part is not None:
            rotation, origin = self.skeleton.frames[prop.to_part]
            end = add(origin, turned(rotation, vector_of(prop.to or Place())))
        else:
            end = vector_of(prop.to or Place())
        middle = between(start, end, 0.5)
        centre = self.camera.point(middle)
        points = [self.camera.flat(start), self.camera.flat(end)]
        tone = "prop-dark" if prop.kind is PropKind.CABLE else "band"
        found = [Thing(name, "among", [Face(tone, "line", points)], [(*centre, 12.0)])]
        if prop.to_part is None:
            foot = (end[0], 0.0, end[2])
            high = max(end[1] + 0.06, 0.16)
            post = [(along(foot, (0.0, 1.0, 0.0), up), 0.016) for up in (0.016, high)]
            found = self._among(f"{name}-post", [("prop", post)]) + found
        return found

    def _dumbbell(self, prop: Prop, name: str) -> list[Thing]:
        assert prop.on is not None
        rotation, origin = self.skeleton.frames[prop.on]
        sign = -1.0 if prop.on.startswith("left") else 1.0
        centre = add(origin, turned(rotation, (0.002, -0.046, -sign * 0.012)))
        axis = undone(rotation)[0]
        return self._weights(name, centre, axis, 0.058, 0.017, 0.028)

    def _weights(
        self, name: str, centre: Vector, axis: Vector, out: float, half: float, radius: float
    ) -> list[Thing]:
        """Return a bar with a disc at either end."""
        bar = self.camera.ovals(cylinder(centre, axis, out, 0.007))
        faces = [Face("prop-dark", "curve", around(bar))]
        ends: list[tuple[float, Face]] = []
        for sign in (-1.0, 1.0):
            disc = self.camera.ovals(cylinder(along(centre, axis, sign * out), axis, half, radius))
            ends.append((disc[0].depth + disc[1].depth, Face("ink", "curve", around(disc))))
        faces += [face for _, face in sorted(ends, key=lambda each: each[0])]
        return [Thing(name, "among", faces, samples(bar, -40))]

    def _kettlebell(self, prop: Prop, name: str) -> list[Thing]:
        assert prop.on is not None
        rotation, origin = self.skeleton.frames[prop.on]
        grip = add(origin, turned(rotation, (0.002, -0.050, 0.0)))
        if prop.to_part is not None:
            other, there = self.skeleton.frames[prop.to_part]
            grip = between(grip, add(there, turned(other, (0.002, -0.050, 0.0))), 0.5)
        body = along(grip, (0.0, 1.0, 0.0), -0.062)
        handle = [(along(grip, (0.0, 0.0, 1.0), z), 0.008) for z in (-0.022, 0.022)]
        return self._among(
            name,
            [("ink", [(grip, 0.012), (body, 0.014)]), ("ink", handle), ("ink", [(body, 0.042)])],
            -40,
        )

    def _barbell(self, prop: Prop, name: str) -> list[Thing]:
        centre = self._place(prop)
        if prop.to_part is not None:
            rotation, origin = self.skeleton.frames[prop.to_part]
            there = add(origin, turned(rotation, vector_of(prop.at or Place())))
            centre = between(centre, there, 0.5)
        return self._weights(name, centre, (0.0, 0.0, 1.0), 0.30, 0.02, 0.085)

    def _cuff(self, prop: Prop, name: str) -> list[Thing]:
        assert prop.on is not None
        rotation, origin = self.skeleton.frames[prop.on]
        axis = undone(rotation)[1]
        centre = add(origin, turned(rotation, (0.0, -0.205, 0.0)))
        ovals = self.camera.ovals(cylinder(centre, axis, 0.026, 0.029))
        return [Thing(name, "over", [Face("band", "curve", around(ovals))], [])]

    def _ball(self, prop: Prop, name: str) -> list[Thing]:
        radius = vector_of(prop.size or Place())[1] / 2
        centre = self._place(prop)
        if prop.on is None:
            centre = along(centre, (0.0, 1.0, 0.0), radius)
        return self._among(name, [("prop", [(centre, radius)])])

    def _roller(self, prop: Prop, name: str) -> list[Thing]:
        _, high, long = self._size(prop)
        radius = high / 2
        centre = along(self._place(prop), (0.0, 1.0, 0.0), radius)
        axis = _AXES[prop.along or Axis.RIGHT]
        ends = self.camera.ovals(cylinder(centre, axis, long / 2, radius))
        rim = max(ends, key=lambda end: end.depth)
        disc = around([rim], 14)
        faces = [
            Face("prop", "curve", around(ends, 20)),
            Face("prop-light", "curve", disc),
            Face("prop-dark", "curve", shrunk(disc, rim, 0.45)),
        ]
        return [Thing(name, "under", faces, [])]

    def _slider(self, prop: Prop, name: str) -> list[Thing]:
        assert prop.on is not None
        origin = self.skeleton.frames[prop.on][1]
        ahead = turned(self.skeleton.frames[prop.on][0], (0.05, 0.0, 0.0))
        centre = (origin[0] + ahead[0], 0.004, origin[2] + ahead[2])
        ovals = self.camera.ovals(cylinder(centre, (0.0, 1.0, 0.0), 0.004, 0.075))
        return [Thing(name, "under", [Face("prop-dark", "curve", around(ovals, 14))], [])]

    def _partner(self, prop: Prop, name: str) -> list[Thing]:
        hand = self._place(prop)
        elbow = vector_of(prop.to or Place())
        way = unit(subtract(elbow, hand))
        palm = [(hand, 0.022), (along(hand, way, 0.05), 0.018)]
        arm = [(along(hand, way, 0.05), 0.018), (elbow, 0.028)]
        return self._among(name, [("partner", arm), ("partner", palm)], 30)
