"""A figure at some phases as layers from back to front, each with its outlines in every frame.

Rule: every layer has the same tone, kind and place in all frames; only its outlines move.
"""

from __future__ import annotations

from typing import NamedTuple

from ..model import Muscle
from .body import SIDES
from .camera import Projection
from .depth import Order, Scene
from .muscles import muscle_part, sites_of
from .outlines import Outline, around_flat, chain
from .parts import Drawn, Part
from .props import Thing, props_at, things
from .skeleton import Ellipsoid, Skeleton
from .solids import Block
from .solving import Poses
from .staging import Stage, stage
from .surfaces import bottom, rings_of

_NEAR_FLOOR = 0.045
_SHADOW_OUT = 0.16
_HINTED = -0.2
"""How far away from the viewer a muscle faces when it is only hinted at."""
_MAT_OUT = 0.05

_BODY = (
    *("trunk", "pelvis", "head"),
    *(f"{side}-{part}" for side, _ in SIDES for part in ("thigh", "shank", "foot")),
    *(f"{side}-{part}" for side, _ in SIDES for part in ("upper-arm", "forearm", "hand")),
)


class Layer(NamedTuple):
    """A shape: its name, tone, kind ("curve", "face", "line", "muscle", "hint"), halo, outlines."""

    name: str
    tone: str
    kind: str
    halo: bool
    frames: tuple[list[Outline], ...]


class Worked(NamedTuple):
    """A muscle that is shown, on the sides of the drawn body that are named."""

    muscles: tuple[Muscle, ...]
    sides: tuple[str, ...]


def layers_of(
    poses: Poses, worked: Worked, phases: list[float], *, moves: bool = False
) -> tuple[list[Layer], Projection]:
    """Return the layers of a figure at *phases*, and the camera that sees them."""
    figure = poses.figure
    camera = Projection(figure.camera.azimuth, figure.camera.elevation)
    skeletons = [poses.at(phase) for phase in phases]
    staged = stage(skeletons, camera, moves=moves)
    drawn = [Drawn(each, camera, staged, tuple(figure.fists)) for each in skeletons]
    extent = _extent(skeletons)
    shown = [
        things(props_at(figure, phase), skeleton, camera, extent)
        for phase, skeleton in zip(phases, skeletons, strict=True)
    ]
    return _Stack(skeletons, drawn, shown, camera, staged, worked).layers(), camera


def _extent(skeletons: list[Skeleton]) -> Block:
    """Return the box around every key pose, as a mat's length and width."""
    rings = [ring for each in skeletons for part in _BODY for ring in rings_of(each, part)]
    xs, zs = [centre[0] for centre, _ in rings], [centre[2] for centre, _ in rings]
    out = _MAT_OUT + 0.03
    return Block((min(xs) - out, 0.0, min(zs) - out), (max(xs) + out, 0.0, max(zs) + out))


class _Stack:
    """Puts what was drawn of every frame into one order."""

    def __init__(
        self,
        skeletons: list[Skeleton],
        drawn: list[Drawn],
        shown: list[list[Thing]],
        camera: Projection,
        staged: Stage,
        worked: Worked,
    ) -> None:
        self.skeletons, self.drawn, self.shown = skeletons, drawn, shown
        self.camera, self.staged, self.worked = camera, staged, worked
        self.found: list[Layer] = []

    def layers(self) -> list[Layer]:
        """Return every layer from back to front."""
        order = Order(
            [self._scene(number) for number in range(len(self.drawn))], self.staged.folded
        )
        under = [number for number, each in enumerate(self.shown[0]) if each.layer == "under"]
        for number in sorted(
            under, key=lambda each: not self.shown[0][each].name.startswith("wall")
        ):
            self._add_thing(number)  # a wall is behind all that stands before it
        self._add(
            "shadow", "floor-shadow", "curve", [self._shadow(each) for each in self.skeletons]
        )
        overlays = self._overlays(order)
        done: set[str] = set()
        for name in self._with_between(order.names):
            self._add_part(name, order)
            done.add(name)
            self._add_overlays(overlays, done)
        for number, thing in enumerate(self.shown[0]):
            if thing.layer == "over":
                self._add_thing(number)
        return self.found

    def _scene(self, number: int) -> Scene:
        scene = {
            name: part.samples
            for name, part in self.drawn[number].base.items()
            if not name.endswith("-sole")
        }
        for thing in self.shown[number]:
            if thing.layer == "among":
                scene[thing.name] = thing.samples
        return scene

    def _with_between(self, names: list[str]) -> list[str]:
        """Return *names* with each thing that stands between parts right after those behind it."""
        for thing in self.shown[0]:
            if thing.layer == "between":
                behind = set(thing.behind)
                names = [
                    *(each for each in names if each in behind),
                    thing.name,
                    *(each for each in names if each not in behind),
                ]
        return names

    def _shadow(self, skeleton: Skeleton) -> list[Outline]:
        """Return where the body is near the floor, flattened onto it."""
        outlines: list[Outline] = []
        for part in _BODY:
            rings = [
                _flattened(ring) for ring in rings_of(skeleton, part) if bottom(ring) < _NEAR_FLOOR
            ]
            ovals = self.camera.ovals(rings)
            if len(ovals) > 1:
                outlines.append(chain(ovals))
            elif ovals:
                outlines.append(around_flat(ovals))
        return outlines

    def _overlays(self, order: Order) -> dict[str, tuple[list[Part], str]]:
        """Return each overlay's parts in every frame, and its kind; patches and muscles too."""
        place = {name: number for number, name in enumerate(order.names)}
        found: dict[str, tuple[list[Part], str]] = {}
        for name in self.drawn[0].overlays:
            parts = [each.overlays[name] for each in self.drawn]
            side, _, what = name.partition("-")
            far = f"{side}-thigh" in self.staged.far
            if what == "seat" and far and place[f"{side}-thigh"] > place["pelvis"]:
                for part in parts:
                    part.tone = "shorts"
                    part.follows = (*part.follows, "pelvis")
            found[name] = (parts, "curve")
        for name, (upper, _, lower, _, skin) in self.drawn[0].joints.items():
            late = upper if place[upper] > place[lower] else lower
            if late in order.halos:
                found[name] = (
                    [
                        Part(
                            name,
                            skin,
                            [chain(each[3] if late == lower else each[1])],
                            None,
                            (upper, lower),
                        )
                        for each in (drawn.joints[name] for drawn in self.drawn)
                    ],
                    "curve",
                )
        for site in sites_of(self.worked.muscles):
            for side in self.worked.sides:
                spindles = [muscle_part(each, self.camera, site, side) for each in self.skeletons]
                facing = 0.0
                for _, faces in spindles:
                    facing += faces / len(spindles)
                kind = "hint" if facing < _HINTED else "muscle"
                found[spindles[0][0].name] = ([part for part, _ in spindles], kind)
        return found

    def _add_overlays(self, waiting: dict[str, tuple[list[Part], str]], done: set[str]) -> None:
        base = self.drawn[0].base
        again = True
        while again:
            again = False
            for name, (parts, kind) in list(waiting.items()):
                if all(
                    each in done or not self._is_known(each, base, waiting)
                    for each in parts[0].follows
                ):
                    self._add(name, parts[0].tone, kind, [part.outlines for part in parts])
                    done.add(name)
                    del waiting[name]
                    again = True

    @staticmethod
    def _is_known(
        name: str, base: dict[str, Part], waiting: dict[str, tuple[list[Part], str]]
    ) -> bool:
        """Return whether a part is drawn on its own: a straight leg is one part, its thigh."""
        return name in base or name in waiting

    def _add_part(self, name: str, order: Order) -> None:
        if name not in self.drawn[0].base:
            number = next(i for i, each in enumerate(self.shown[0]) if each.name == name)
            self._add_thing(number)
            return
        halo = name in order.halos
        parts = [(name, halo)]
        if name.endswith("-foot"):
            side = name.partition("-")[0]
            sole = f"{side}-sole"
            parts = (
                [(name, halo), (sole, False)]
                if side in self.staged.soles
                else [(sole, halo), (name, halo)]
            )
        for each, has_halo in parts:
            outlines = [drawn.base[each].outlines for drawn in self.drawn]
            self._add(each, self.drawn[0].base[each].tone, "curve", outlines, halo=has_halo)

    def _add_thing(self, number: int) -> None:
        first = self.shown[0][number]
        for index, face in enumerate(first.faces):
            frames = [[frame[number].faces[index].outline] for frame in self.shown]
            self._add(first.name, face.tone, face.kind, frames)

    def _add(
        self, name: str, tone: str, kind: str, frames: list[list[Outline]], *, halo: bool = False
    ) -> None:
        self.found.append(Layer(name, tone, kind, halo, tuple(frames)))


def _flattened(ring: Ellipsoid) -> Ellipsoid:
    """Return *ring* flat on the floor, a little wider than what casts the shadow."""
    (x, _, z), (a, b, c) = ring
    wide = 1 + _SHADOW_OUT
    flat = [(wide * axis[0], 0.0, wide * axis[2]) for axis in (a, b, c)]
    return (x, 0.0, z), (flat[0], flat[1], flat[2])
