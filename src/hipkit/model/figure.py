"""The figure of an exercise: key poses of a body, what it bears on and reaches for, things, a camera.

Rule: angles are whole degrees, positive as clinics count them on either side: flexion, abduction,
internal rotation, dorsiflexion, forward tilt. Lengths are percent of the body's height, to one decimal.
Axes: forward, up, and to the person's right.
"""

from __future__ import annotations

from attrs import field, frozen

from ..errors import InvalidValue, Problem, ProblemCode
from ..frameworks import Served
from ._checks import each, instance, member, optional, tenths, truth, whole
from .vocabulary.figures import (
    Axis,
    BodyPart,
    BodySide,
    Limb,
    Posture,
    PropKind,
    Reference,
    Surface,
)
from .vocabulary.kit import BandPlace

MOST_FRAMES = 8
_angle = whole(-200, 200)
_length = tenths(-300, 300)


@frozen
class Place(Served):
    """A point or a direction: *forward*, *up* and *right*, in percent of the body's height."""

    forward: float = field(default=0.0, validator=_length)
    up: float = field(default=0.0, validator=_length)
    right: float = field(default=0.0, validator=_length)


@frozen
class BallJoint(Served):
    """Angles of a hip or shoulder in degrees; what is None stays as it was."""

    flexion: int | None = field(default=None, validator=optional(_angle))
    abduction: int | None = field(default=None, validator=optional(_angle))
    rotation: int | None = field(default=None, validator=optional(_angle))


@frozen
class SpineAngles(Served):
    """Angles of the spine or neck in degrees: *side_bend* to the right, *rotation* to the left."""

    flexion: int | None = field(default=None, validator=optional(_angle))
    side_bend: int | None = field(default=None, validator=optional(_angle))
    rotation: int | None = field(default=None, validator=optional(_angle))


@frozen
class PelvisAngles(Served):
    """How the pelvis turns from its posture, in degrees.

    *tilt* is forwards, *drop* that of the right side, *rotation* to the left.
    """

    tilt: int | None = field(default=None, validator=optional(_angle))
    drop: int | None = field(default=None, validator=optional(_angle))
    rotation: int | None = field(default=None, validator=optional(_angle))


_ball = optional(instance(BallJoint))
_spine = optional(instance(SpineAngles))
_place = optional(instance(Place))
_hinge = optional(_angle)


@frozen
class Pose(Served):
    """What differs from a posture, or from the pose before; a plural stands for both sides.

    Knees and elbows bend, ankles bend up (dorsiflexion), wrists and toes bend back, forearms turn the
    palm down. Shoulder blades move by a `Place`, whose *right* counts outwards. What is None stays.
    """

    pelvis: PelvisAngles | None = field(default=None, validator=optional(instance(PelvisAngles)))
    spine: SpineAngles | None = field(default=None, validator=_spine)
    neck: SpineAngles | None = field(default=None, validator=_spine)
    hips: BallJoint | None = field(default=None, validator=_ball)
    right_hip: BallJoint | None = field(default=None, validator=_ball)
    left_hip: BallJoint | None = field(default=None, validator=_ball)
    knees: int | None = field(default=None, validator=_hinge)
    right_knee: int | None = field(default=None, validator=_hinge)
    left_knee: int | None = field(default=None, validator=_hinge)
    ankles: int | None = field(default=None, validator=_hinge)
    right_ankle: int | None = field(default=None, validator=_hinge)
    left_ankle: int | None = field(default=None, validator=_hinge)
    toes: int | None = field(default=None, validator=_hinge)
    right_toes: int | None = field(default=None, validator=_hinge)
    left_toes: int | None = field(default=None, validator=_hinge)
    shoulders: BallJoint | None = field(default=None, validator=_ball)
    right_shoulder: BallJoint | None = field(default=None, validator=_ball)
    left_shoulder: BallJoint | None = field(default=None, validator=_ball)
    elbows: int | None = field(default=None, validator=_hinge)
    right_elbow: int | None = field(default=None, validator=_hinge)
    left_elbow: int | None = field(default=None, validator=_hinge)
    forearms: int | None = field(default=None, validator=_hinge)
    right_forearm: int | None = field(default=None, validator=_hinge)
    left_forearm: int | None = field(default=None, validator=_hinge)
    wrists: int | None = field(default=None, validator=_hinge)
    right_wrist: int | None = field(default=None, validator=_hinge)
    left_wrist: int | None = field(default=None, validator=_hinge)
    shoulder_blades: Place | None = field(default=None, validator=_place)
    right_shoulder_blade: Place | None = field(default=None, validator=_place)
    left_shoulder_blade: Place | None = field(default=None, validator=_place)


@frozen
class Bearing(Served):
    """A surface of the body that rests *height* percent above the floor.

    A foot with *flat* has its whole sole on what bears it.
    """

    surface: Surface = field(validator=member(Surface))
    height: float = field(default=0.0, validator=_length)
    flat: bool = field(default=False, validator=truth())

    def __attrs_post_init__(self) -> None:
        """Refuse what has no sole."""
        if self.flat and self.surface not in (Surface.RIGHT_FOOT, Surface.LEFT_FOOT):
            raise InvalidValue(
                [_unfit("flat", f"a {self.surface.value} has no sole", "of feet only")]
            )


@frozen
class Reach(Served):
    """Where a hand or foot goes: the wrist, or the ankle over its sole, at a place seen *of* something.

    *bend* is the direction in which elbow or knee points; without it a knee points where the toes of a
    foot on the floor do, and else the nearest way in which every joint keeps its range is taken. A foot points to *turn* degrees left of forward, its
    heel raised by *heel* degrees about the ball. A *flat* hand lies with its palm on a level surface.
    *fingers* is the direction in which they point.
    """

    limb: Limb = field(validator=member(Limb))
    of: Reference = field(validator=member(Reference))
    at: Place = field(default=Place(), validator=instance(Place))
    bend: Place | None = field(default=None, validator=_place)
    turn: int | None = field(default=None, validator=_hinge)
    heel: int = field(default=0, validator=whole(-60, 90))
    flat: bool = field(default=False, validator=truth())
    fingers: Place | None = field(default=None, validator=_place)

    def __attrs_post_init__(self) -> None:
        """Refuse what is about hands of a foot, and about feet of a hand."""
        is_hand = self.limb in (Limb.RIGHT_HAND, Limb.LEFT_HAND)
        problems = [
            _unfit(name, f"a {self.limb.value} has none", "leave it away")
            for name, said in (
                ("heel", is_hand and self.heel),
                ("flat", not is_hand and self.flat),
                ("fingers", not is_hand and self.fingers),
            )
            if said
        ]
        if problems:
            raise InvalidValue(problems)


def _unfit(path: str, message: str, remedy: str) -> Problem:
    return Problem(ProblemCode.CONTRADICTION, message, remedy, path=path)


def _twice(reach: tuple[Reach, ...]) -> list[Problem]:
    limbs = [each.limb for each in reach]
    return [
        Problem(
            ProblemCode.DUPLICATE,
            f"the {limb.value} reaches twice",
            "keep one",
            path=f"reach[{index}]",
        )
        for index, limb in enumerate(limbs)
        if limb in limbs[:index]
    ]


@frozen
class Prop(Served):
    """A thing beside, under or on the body.

    What stands has the centre of its underside *at* a place, and a *size*. What is worn or held has
    the part that it is *on*, and *at* is seen from there; *to* is its other end. *behind* lists parts
    that are drawn before it. Raises `InvalidValue` where its kind needs what is missing.
    """

    kind: PropKind = field(validator=member(PropKind))
    at: Place | None = field(default=None, validator=_place)
    size: Place | None = field(default=None, validator=_place)
    along: Axis | None = field(default=None, validator=optional(member(Axis)))
    on: BodyPart | None = field(default=None, validator=optional(member(BodyPart)))
    band: BandPlace | None = field(default=None, validator=optional(member(BandPlace)))
    to: Place | None = field(default=None, validator=_place)
    to_part: BodyPart | None = field(default=None, validator=optional(member(BodyPart)))
    behind: tuple[BodyPart, ...] = field(default=(), validator=each(member(BodyPart)))

    def __attrs_post_init__(self) -> None:
        """Refuse a thing that could not be drawn."""
        problems = [
            Problem(
                ProblemCode.MISSING_FIELD,
                f"a {self.kind.value} needs {name!r}",
                "say where it is",
                path=name,
            )
            for name in NEEDED.get(self.kind, ())
            if getattr(self, name) is None
        ]
        if problems:
            raise InvalidValue(problems)


NEEDED: dict[PropKind, tuple[str, ...]] = {
    PropKind.WALL: ("at",),
    PropKind.STEP: ("at", "size"),
    PropKind.BENCH: ("at", "size"),
    PropKind.CHAIR: ("at",),
    PropKind.SUPPORT: ("at",),
    PropKind.MINI_BAND: ("band",),
    PropKind.LONG_BAND: ("on",),
    PropKind.CABLE: ("on", "to"),
    PropKind.DUMBBELL: ("on",),
    PropKind.KETTLEBELL: ("on",),
    PropKind.BARBELL: ("on",),
    PropKind.ANKLE_WEIGHT: ("on",),
    PropKind.BALL: ("at", "size"),
    PropKind.FOAM_ROLLER: ("at", "along"),
    PropKind.SLIDER: ("on",),
    PropKind.CUSHION: ("at", "size"),
    PropKind.PARTNER: ("at", "to"),
}


@frozen
class Camera(Served):
    """From where one looks, in degrees.

    *azimuth* is 0 from the person's right as they stand, 90 from the front, -90 from behind;
    *elevation* is above the floor.
    """

    azimuth: int = field(default=0, validator=whole(-180, 180))
    elevation: int = field(default=8, validator=whole(0, 45))


@frozen
class FigureArrow(Served):
    """An arrow along the way of a point *at* a place of the part it is *on*, in percent of height.

    *beside* moves it square to the way, *over* and *across* on the picture; *length* stretches it about
    its middle; *both_ways* gives it two heads.
    """

    on: BodyPart = field(validator=member(BodyPart))
    at: Place = field(default=Place(), validator=instance(Place))
    beside: float = field(default=0.0, validator=_length)
    across: float = field(default=0.0, validator=_length)
    over: float = field(default=0.0, validator=_length)
    length: float | None = field(default=None, validator=optional(_length))
    both_ways: bool = field(default=False, validator=truth())


@frozen
class KeyFrame(Served):
    """One key pose: what differs from the figure's own pose, reaches and things.

    *centre* places the middle between the hips, instead of what bears the body; *anchor_at* is where
    the anchor stands.
    """

    pose: Pose = field(default=Pose(), validator=instance(Pose))
    centre: Place | None = field(default=None, validator=_place)
    anchor_at: Place | None = field(default=None, validator=_place)
    reach: tuple[Reach, ...] = field(default=(), validator=each(instance(Reach), 0, 4))
    props: tuple[Prop, ...] = field(default=(), validator=each(instance(Prop), 0, 8))

    def __attrs_post_init__(self) -> None:
        """Refuse a limb with two goals."""
        if problems := _twice(self.reach):
            raise InvalidValue(problems)


@frozen
class Figure(Served):
    """How an exercise is drawn: a posture, key frames, and what stays the same between them.

    *pose*, *reach* and *props* hold in every frame that does not say otherwise. *bearing* names one
    surface that rests on the floor or on a thing, or two between which the body is levelled. *anchor*
    stays at one spot in all frames. *fists* says which hands are closed. *working_side* is the side
    that works in this data; the record says what it does. Without *arrows* the way of what moves most is
    shown; a figure that is *still* shows none.
    """

    posture: Posture = field(validator=member(Posture))
    frames: tuple[KeyFrame, ...] = field(
        default=(KeyFrame(),), validator=each(instance(KeyFrame), 1, MOST_FRAMES, repeats=True)
    )
    camera: Camera = field(default=Camera(), validator=instance(Camera))
    pose: Pose = field(default=Pose(), validator=instance(Pose))
    bearing: tuple[Bearing, ...] = field(
        default=(Bearing(Surface.WHOLE_BODY),), validator=each(instance(Bearing), 1, 2)
    )
    anchor: BodyPart | None = field(default=None, validator=optional(member(BodyPart)))
    reach: tuple[Reach, ...] = field(default=(), validator=each(instance(Reach), 0, 4))
    props: tuple[Prop, ...] = field(default=(), validator=each(instance(Prop), 0, 8))
    fists: tuple[BodySide, ...] = field(default=(), validator=each(member(BodySide), 0, 2))
    working_side: BodySide = field(default=BodySide.RIGHT, validator=member(BodySide))
    arrows: tuple[FigureArrow, ...] = field(default=(), validator=each(instance(FigureArrow), 0, 3))
    still: bool = field(default=False, validator=truth())

    def __attrs_post_init__(self) -> None:
        """Refuse a limb with two goals, and frames whose things cannot be followed."""
        problems = _twice(self.reach)
        kinds = [tuple(prop.kind for prop in each.props) for each in self.frames if each.props]
        if kinds and (len(kinds) != len(self.frames) or len(set(kinds)) > 1):
            message = "frames do not have the same things"
            remedy = "where one frame lists props, each lists the same kinds in the same order"
            problems.append(_unfit("frames", message, remedy))
        if problems:
            raise InvalidValue(problems)
