"""The parts of a drawn body in one frame: limbs, trunk, head, and the clothes that follow them.

Rule: a part has a tone and outlines; parts of the body are ordered by depth, overlays come right after
the parts that they follow.
"""

from __future__ import annotations

from math import sqrt

from .body import SIDES, SURFACE, Ring
from .camera import Oval, Point, Projection
from .outlines import Outline, Sample, chain, hull, samples
from .skeleton import Ellipsoid, Skeleton
from .staging import Stage

_SHOULDER_BALL = 0.0315


class Part:
    """One part in one frame: its tone, its outlines, the discs that tell its depth, what it follows."""

    __slots__ = ("follows", "name", "outlines", "samples", "tone")

    def __init__(
        self,
        name: str,
        tone: str,
        outlines: list[Outline],
        samples: list[Sample] | None = None,
        follows: tuple[str, ...] = (),
    ) -> None:
        """Keep what is said of the part."""
        self.name: str = name
        self.tone: str = tone
        self.outlines: list[Outline] = outlines
        self.samples: list[Sample] = [] if samples is None else samples
        self.follows: tuple[str, ...] = follows


def _grown(rings: tuple[Ring, ...], by: float) -> tuple[Ring, ...]:
    return tuple((x, y, z, a * by, b * by, c * by) for x, y, z, a, b, c in rings)


_SHORTS: tuple[Ring, ...] = (
    *_grown(SURFACE["thigh"][:3], 1.03),
    (0.0045, -0.150, -0.002, 0.0475, 0.02, 0.0445),
)
_SLEEVE: tuple[Ring, ...] = (
    *_grown(SURFACE["upper-arm"][:2], 1.045),
    (0.002, -0.092, 0.0, 0.0315, 0.012, 0.0310),
)
_SEAT: tuple[Ring, ...] = (
    (-0.009, 0.045, 0.045, 0.052, 0.03, 0.0430),
    (-0.020, -0.004, 0.048, 0.056, 0.05, 0.0520),
    (-0.002, 0.0, 0.050, 0.055, 0.05, 0.0545),
)
_YOKE: tuple[Ring, ...] = ((-0.012, 0.252, 0.060, 0.038, 0.033, 0.034),)
_YOKE_MIDDLE: tuple[Ring, ...] = ((-0.013, 0.262, 0.0, 0.037, 0.032, 0.034),)


class Drawn:
    """All parts of one frame: `base` parts by name, `overlays`, and `joints` for patches of skin."""

    def __init__(
        self, skeleton: Skeleton, camera: Projection, stage: Stage, fists: tuple[str, ...]
    ) -> None:
        """Draw the body of *skeleton*; the hands of the sides in *fists* are closed."""
        self.base: dict[str, Part] = {}
        self.overlays: dict[str, Part] = {}
        self.joints: dict[str, tuple[str, list[Oval], str, list[Oval], str]] = {}
        self._skeleton, self._camera, self._stage = skeleton, camera, stage
        for side, sign in SIDES:
            self._leg(side, sign)
            self._arm(side, is_fist=side in fists)
        self._trunk()
        self._head()

    def _tone(self, tone: str, limb: str) -> str:
        return f"{tone}-far" if limb in self._stage.far else tone

    def _ovals(self, rings: list[Ellipsoid]) -> list[Oval]:
        return self._camera.ovals(rings)

    def _part(self, name: str, tone: str, ovals: list[Oval], nearer: float = 0.0) -> Part:
        part = Part(name, tone, [chain(ovals)], samples(ovals, nearer))
        self.base[name] = part
        return part

    def _over(self, name: str, tone: str, outline: Outline, follows: tuple[str, ...]) -> None:
        self.overlays[name] = Part(name, tone, [outline], None, follows)

    def _turn(self, part: str) -> Point:
        """Return which way a part's own up, or forward where up is seen end-on, points in the picture."""
        forward, up, _ = self._camera.axes(self._skeleton.frames[part][0])
        x, y = up
        if x * x + y * y < 0.12:
            x, y = forward[1], -forward[0]
        long = sqrt(x * x + y * y)
        return (x / long, y / long)

    def _hull(self, part: str, ovals: list[Oval], corners: int = 14) -> Outline:
        return hull(ovals, self._turn(part), corners)

    def _leg(self, side: str, sign: float) -> None:
        skeleton, stage = self._skeleton, self._stage
        thigh, shank, foot = (f"{side}-{each}" for each in ("thigh", "shank", "foot"))
        skin = self._tone("skin", thigh)
        upper = self._ovals(skeleton.rings(thigh, "thigh"))
        lower = self._ovals(skeleton.rings(shank, "shank"))
        if (thigh, shank) in stage.split:
            self._part(thigh, skin, upper)
            self._part(shank, skin, lower)
            self.joints[f"{side}-knee"] = (thigh, upper[3:5], shank, lower[:2], skin)
        else:
            self._part(thigh, skin, upper + lower[1:])
        shoe = self._ovals(skeleton.foot_rings(side, "foot"))
        self._part(foot, self._tone("shoe", thigh), shoe, 30)
        sole = self._ovals(skeleton.foot_rings(side, "sole"))
        tone = self._tone("sole", thigh)
        self.base[f"{side}-sole"] = Part(f"{side}-sole", tone, [self._hull(foot, sole)])
        shorts = self._ovals(skeleton.carried(thigh, _SHORTS, sign))
        cloth = self._tone("shorts", thigh)
        self._over(f"{side}-shorts", cloth, chain(shorts), (thigh,))
        seat = tuple((x, y, sign * z, a, b, c) for x, y, z, a, b, c in _SEAT)
        follows = (thigh, f"{side}-shorts")
        self._over(
            f"{side}-seat",
            cloth,
            self._hull("pelvis", self._ovals(skeleton.trunk_rings(seat))),
            follows if thigh in stage.far else (*follows, "pelvis"),
        )

    def _arm(self, side: str, *, is_fist: bool) -> None:
        skeleton, stage = self._skeleton, self._stage
        upper_arm, forearm, hand = (f"{side}-{each}" for each in ("upper-arm", "forearm", "hand"))
        skin = self._tone("skin", upper_arm)
        upper = self._ovals(skeleton.rings(upper_arm, "upper-arm"))
        lower = self._ovals(skeleton.rings(forearm, "forearm"))
        palm = self._ovals(skeleton.rings(hand, "fist" if is_fist else "hand"))
        is_one = (forearm, hand) not in stage.split
        whole = lower + palm[1:] if is_one else lower
        if (upper_arm, forearm) in stage.split:
            self._part(upper_arm, skin, upper, 1)
            part = self._part(forearm, skin, whole, 1)
            self.joints[f"{side}-elbow"] = (upper_arm, upper[2:4], forearm, lower[:2], skin)
        else:
            part = self._part(upper_arm, skin, upper + whole[1:], 1)
        if not is_one:
            part.outlines.append(chain(palm))
            part.samples += samples(palm)
        if not is_fist:
            part.outlines.append(chain(self._ovals(skeleton.rings(hand, "thumb"))))
        sign = 1.0 if side == "right" else -1.0
        sleeve = self._ovals(skeleton.carried(upper_arm, _SLEEVE, sign))
        self._over(f"{side}-sleeve", self._tone("top", upper_arm), chain(sleeve), (upper_arm,))

    def _trunk(self) -> None:
        skeleton = self._skeleton
        self._part("trunk", "top", self._ovals(skeleton.trunk_rings(SURFACE["trunk"])))
        self._part("pelvis", "shorts", self._ovals(skeleton.trunk_rings(SURFACE["pelvis"])), 12)
        middle = skeleton.trunk_rings(_YOKE_MIDDLE)
        radius = _SHOULDER_BALL
        ball = ((radius, 0.0, 0.0), (0.0, radius, 0.0), (0.0, 0.0, radius))
        for side, sign in SIDES:
            x, y, z, a, b, c = _YOKE[0]
            shoulder: Ellipsoid = (skeleton.frames[f"{side}-upper-arm"][1], ball)
            beside = skeleton.trunk_rings(((x, y, sign * z, a, b, c),))
            outline = chain(self._ovals([shoulder, *beside, *middle]))
            follows = ("trunk", f"{side}-upper-arm", f"{side}-sleeve")
            self._over(f"{side}-yoke", "top", outline, follows)

    def _head(self) -> None:
        skeleton, stage = self._skeleton, self._stage
        neck = skeleton.trunk_rings(SURFACE["neck-on-trunk"])
        self._part("neck", "skin-shade", self._ovals(neck + skeleton.rings("head", "neck-on-head")))
        if stage.chest > 0.3:
            collar = self._ovals(skeleton.trunk_rings(SURFACE["collar"]))
            follows = ("trunk", "right-yoke", "left-yoke", "neck")
            self._over("collar", "skin-shade", self._hull("chest", collar), follows)
        head = self._ovals(skeleton.rings("head", "head"))
        self.base["head"] = Part("head", "skin", [self._hull("head", head)], samples(head))
        nose = self._ovals(skeleton.rings("head", "nose"))
        self._over("nose", "skin", chain(nose), ("head",))
        if stage.face > 0.6:
            hair = self._ovals(skeleton.rings("head", "hair-behind"))
            outline = self._hull("head", hair)
            self.base["hair"] = Part("hair", "hair", [outline], samples(hair, -90))
            fringe = self._ovals(skeleton.rings("head", "fringe"))
            self._over("fringe", "hair", self._hull("head", fringe), ("head",))
        else:
            hair = self._ovals(skeleton.rings("head", "hair"))
            self._over("fringe", "hair", self._hull("head", hair, 24), ("head",))
        for side, sign in SIDES:
            if stage.profile * sign > 0.25:
                rings = tuple((x, y, sign * z, a, b, c) for x, y, z, a, b, c in SURFACE["ear"])
                ear = self._ovals(skeleton.carried("head", rings))
                self._over(f"{side}-ear", "skin-shade", chain(ear), ("fringe",))
