"""What is drawn where: the order of parts, muscles, things and clothes, and arrows."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from hipkit import (
    Axis,
    BallJoint,
    BandPlace,
    Bearing,
    BodyPart,
    BodySide,
    Camera,
    Figure,
    FigureArrow,
    KeyFrame,
    Laterality,
    Limb,
    Muscle,
    MuscleRole,
    MuscleUse,
    PelvisAngles,
    Place,
    Pose,
    Posture,
    Prop,
    PropKind,
    Reach,
    Reference,
    SpineAngles,
    Surface,
)
from hipkit.drawing.arrows import arrows_of
from hipkit.drawing.camera import Projection
from hipkit.drawing.layering import Layer, Worked, layers_of
from hipkit.drawing.muscles import sites_of
from hipkit.drawing.solving import Poses
from hipkit.drawing.working import worked_of
from hipkit.testing import sample_exercise

NOBODY = Worked((), ("right",))
STANDING = Figure(Posture.STANDING, anchor=BodyPart.PELVIS)
FROM_THE_FRONT, FROM_BEHIND, FROM_THE_LEFT = Camera(90, 8), Camera(-90, 8), Camera(180, 8)


def layers(
    figure: Figure, worked: Worked = NOBODY, phases: tuple[float, ...] = (0.0,)
) -> list[Layer]:
    """Return the layers of *figure* from back to front."""
    return layers_of(Poses(figure), worked, list(phases))[0]


def names(figure: Figure, worked: Worked = NOBODY) -> list[str]:
    """Return the names of the layers from back to front, each once."""
    return list(dict.fromkeys(each.name for each in layers(figure, worked)))


def tones(figure: Figure, worked: Worked = NOBODY) -> dict[str, str]:
    """Return the tone of each layer by name."""
    return {each.name: each.tone for each in layers(figure, worked)}


def before(figure: Figure, behind: str, in_front: str) -> bool:
    """Return whether one layer is drawn before, so behind, the other."""
    found = names(figure)
    return found.index(behind) < found.index(in_front)


def middle(layer: Layer) -> tuple[float, float]:
    """Return the middle of a layer's corners in the first frame."""
    points = [point for outline in layer.frames[0] for point in outline]
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def test_the_near_side_is_drawn_over_the_far_one_which_is_shaded() -> None:
    assert before(STANDING, "left-thigh", "right-thigh")
    assert tones(STANDING)["left-thigh"] == "skin-far"
    assert tones(STANDING)["right-thigh"] == "skin"
    from_left = evolve(STANDING, camera=FROM_THE_LEFT)
    assert before(from_left, "right-thigh", "left-thigh")
    assert tones(from_left)["right-thigh"] == "skin-far"


def test_from_the_front_neither_side_is_far() -> None:
    shown = tones(evolve(STANDING, camera=FROM_THE_FRONT))
    assert shown["left-thigh"] == shown["right-thigh"] == "skin"


def test_a_straight_leg_is_one_part_and_a_folded_one_two() -> None:
    assert "right-shank" not in names(STANDING)
    assert "right-shank" in names(evolve(STANDING, pose=Pose(right_knee=130)))


def test_a_leg_folded_over_itself_stands_out_by_a_halo_and_its_knee_is_patched() -> None:
    folded = layers(evolve(STANDING, pose=Pose(right_hip=BallJoint(flexion=90), right_knee=140)))
    shown = {each.name: each for each in folded}
    assert shown["right-shank"].halo or shown["right-thigh"].halo
    assert "right-knee" in shown


def test_the_face_is_seen_from_the_front_and_the_hair_from_behind() -> None:
    assert {"hair", "fringe", "nose", "collar"} <= set(
        names(evolve(STANDING, camera=FROM_THE_FRONT))
    )
    behind = names(evolve(STANDING, camera=FROM_BEHIND))
    assert "hair" not in behind
    assert "collar" not in behind
    assert "right-ear" in names(STANDING)
    assert "left-ear" in names(evolve(STANDING, camera=FROM_THE_LEFT))
    assert not {"right-ear", "left-ear"} & set(behind)


def test_a_sole_that_is_seen_is_drawn_over_its_shoe() -> None:
    assert before(STANDING, "right-sole", "right-foot")
    kneeling = Figure(Posture.TALL_KNEELING, camera=Camera(-90, 10))
    assert before(kneeling, "right-foot", "right-sole")


def test_the_shadow_lies_where_the_body_is_near_the_floor() -> None:
    lying, standing = layers(Figure(Posture.SUPINE)), layers(STANDING)
    shadow = {each.name: each for each in lying}["shadow"].frames[0]
    feet = {each.name: each for each in standing}["shadow"].frames[0]
    assert len(shadow) > len(feet) >= 2


def test_fists_are_smaller_than_hands_and_have_no_thumb() -> None:
    def outlines(figure: Figure) -> int:
        return sum(
            len(each.frames[0])
            for each in layers(figure)
            if each.name.startswith("right-upper-arm")
        )

    assert outlines(STANDING) == outlines(evolve(STANDING, fists=(BodySide.RIGHT,))) + 1


def test_toes_that_bend_turn_only_the_front_of_the_foot() -> None:
    flat = {each.name: each for each in layers(STANDING)}["right-foot"].frames[0][0]
    bent_figure = evolve(STANDING, pose=Pose(right_toes=50))
    bent = {each.name: each for each in layers(bent_figure)}["right-foot"].frames[0][0]
    moved = [abs(y - q) > 8 for (_, y), (_, q) in zip(flat, bent, strict=True)]
    assert any(moved)
    assert not all(moved)


# muscles


def test_each_place_is_shown_once_for_muscles_that_lie_there_together() -> None:
    assert sites_of((Muscle.GLUTEUS_MEDIUS, Muscle.GLUTEUS_MINIMUS)) == ("abductors",)
    assert len(sites_of(tuple(Muscle))) == 13


@pytest.mark.parametrize("muscle", Muscle)
def test_every_muscle_is_shown_on_its_side(muscle: Muscle) -> None:
    for side in ("right", "left"):
        shown = layers(STANDING, Worked((muscle,), (side,)))
        (found,) = [each for each in shown if each.name.endswith("-muscle")]
        assert found.name.startswith(side)
        assert found.tone == "muscle"
        assert found.kind in ("muscle", "hint")


def test_a_muscle_that_faces_away_is_only_hinted_at() -> None:
    worked = Worked((Muscle.GLUTEUS_MAXIMUS,), ("right",))

    def kind(camera: Camera) -> str:
        shown = layers(evolve(STANDING, camera=camera), worked)
        return next(each.kind for each in shown if each.name.endswith("-muscle"))

    assert kind(FROM_BEHIND) == "muscle"
    assert kind(FROM_THE_FRONT) == "hint"


def test_a_muscle_is_drawn_over_the_clothes_that_cover_it() -> None:
    worked = Worked((Muscle.QUADRICEPS, Muscle.ABDOMINALS, Muscle.CALVES), ("right",))
    found = names(evolve(STANDING, camera=FROM_THE_FRONT), worked)
    for covered, muscle in (
        ("right-shorts", "right-quadriceps-muscle"),
        ("trunk", "right-abdominals-muscle"),
        ("right-thigh", "right-calves-muscle"),
    ):
        assert found.index(covered) < found.index(muscle)


def use(muscle: Muscle, role: MuscleRole) -> MuscleUse:
    """Return the use of a muscle in a role."""
    return MuscleUse(muscle, role, 2)


def test_prime_movers_are_shown_else_what_is_lengthened_else_what_is_pressed() -> None:
    mover = use(Muscle.HAMSTRINGS, MuscleRole.PRIME_MOVER)
    long = use(Muscle.CALVES, MuscleRole.LENGTHENED)
    pressed = use(Muscle.ADDUCTORS, MuscleRole.PRESSED)
    helper = use(Muscle.OBLIQUES, MuscleRole.STABILISER)

    def shown(*uses: MuscleUse) -> tuple[Muscle, ...]:
        return worked_of(evolve(sample_exercise(), muscles=uses), STANDING).muscles

    assert shown(helper, pressed, long, mover) == (Muscle.HAMSTRINGS,)
    assert shown(helper, pressed, long) == (Muscle.CALVES,)
    assert shown(helper, pressed) == (Muscle.ADDUCTORS,)
    assert shown(helper) == ()


@pytest.mark.parametrize("laterality", Laterality)
def test_one_side_is_shown_where_one_works_at_a_time(laterality: Laterality) -> None:
    exercise = evolve(sample_exercise(), laterality=laterality)
    of_left = evolve(STANDING, working_side=BodySide.LEFT)
    sides = worked_of(exercise, of_left).sides
    is_one = laterality in (Laterality.ONE_SIDED, Laterality.ALTERNATING)
    assert sides == (("left",) if is_one else ("right", "left"))


# things

SOMEWHERE, LARGE = Place(forward=25), Place(20, 30, 20)
THINGS: dict[PropKind, dict[str, Any]] = {
    PropKind.MAT: {},
    PropKind.WALL: {"at": SOMEWHERE},
    PropKind.STEP: {"at": SOMEWHERE, "size": LARGE},
    PropKind.BENCH: {"at": SOMEWHERE, "size": LARGE},
    PropKind.CHAIR: {"at": SOMEWHERE},
    PropKind.SUPPORT: {"at": SOMEWHERE},
    PropKind.MINI_BAND: {"band": BandPlace.ANKLES},
    PropKind.LONG_BAND: {"on": BodyPart.RIGHT_FOOT, "to": Place(forward=40, up=10)},
    PropKind.CABLE: {"on": BodyPart.RIGHT_FOOT, "to": Place(forward=40, up=10)},
    PropKind.DUMBBELL: {"on": BodyPart.RIGHT_HAND},
    PropKind.KETTLEBELL: {"on": BodyPart.RIGHT_HAND},
    PropKind.BARBELL: {"on": BodyPart.PELVIS, "at": Place(forward=8)},
    PropKind.ANKLE_WEIGHT: {"on": BodyPart.RIGHT_SHANK},
    PropKind.BALL: {"at": SOMEWHERE, "size": LARGE},
    PropKind.FOAM_ROLLER: {"at": SOMEWHERE, "along": Axis.RIGHT},
    PropKind.SLIDER: {"on": BodyPart.RIGHT_FOOT},
    PropKind.CUSHION: {"at": SOMEWHERE, "size": LARGE},
    PropKind.PARTNER: {"at": SOMEWHERE, "to": Place(forward=60, up=40)},
}


@pytest.mark.parametrize("kind", PropKind)
def test_every_thing_is_drawn_from_every_side(kind: PropKind) -> None:
    figure = evolve(STANDING, props=(Prop(kind, **THINGS[kind]),))
    for camera in (Camera(0, 8), FROM_THE_FRONT, FROM_BEHIND, FROM_THE_LEFT, Camera(40, 0)):
        shown = [
            each
            for each in layers(evolve(figure, camera=camera))
            if each.name.startswith(kind.value)
        ]
        assert shown
        assert all(outline for each in shown for outline in each.frames[0])


def of_kind(figure: Figure, kind: PropKind) -> list[Layer]:
    """Return the layers of the things of a kind."""
    return [each for each in layers(figure) if each.name.startswith(kind.value)]


def with_thing(kind: PropKind, figure: Figure = STANDING, **said: Any) -> Figure:
    """Return *figure* with one thing."""
    return evolve(figure, props=(Prop(kind, **{**THINGS[kind], **said}),))


def test_what_stands_is_behind_the_body_unless_it_is_said_to_cover_parts() -> None:
    assert before(with_thing(PropKind.STEP), "step-0", "left-thigh")
    covering = with_thing(PropKind.BENCH, behind=(BodyPart.LEFT_FOOT,))
    found = names(covering)
    assert found.index("left-foot") < found.index("bench-0") < found.index("right-thigh")


def test_what_is_held_is_where_the_hand_is() -> None:
    (bar, *discs) = of_kind(with_thing(PropKind.DUMBBELL), PropKind.DUMBBELL)
    assert len(discs) == 2
    hand = Projection(0, 8).flat((0.045, -0.12, 0.157))
    feet = {each.name: each for each in layers(STANDING)}["right-foot"]
    assert middle(bar)[1] < middle(feet)[1] - 200
    assert abs(middle(bar)[0] - hand[0]) < 60


def test_two_hands_hold_one_kettlebell_between_them() -> None:
    front = evolve(STANDING, camera=FROM_THE_FRONT)
    one = of_kind(with_thing(PropKind.KETTLEBELL, front), PropKind.KETTLEBELL)
    two = of_kind(
        with_thing(PropKind.KETTLEBELL, front, to_part=BodyPart.LEFT_HAND), PropKind.KETTLEBELL
    )
    assert abs(middle(two[-1])[0]) < 5 < abs(middle(one[-1])[0])


def test_a_barbell_lies_on_the_hips_or_in_two_hands() -> None:
    lap = of_kind(with_thing(PropKind.BARBELL), PropKind.BARBELL)
    held = of_kind(
        with_thing(
            PropKind.BARBELL, on=BodyPart.RIGHT_HAND, to_part=BodyPart.LEFT_HAND, at=Place()
        ),
        PropKind.BARBELL,
    )
    assert len(lap) == len(held) == 3
    assert middle(held[0])[1] > middle(lap[0])[1]


def test_a_band_is_a_line_in_front_of_the_legs_and_one_behind() -> None:
    for place in (BandPlace.ABOVE_KNEES, BandPlace.BELOW_KNEES, BandPlace.ANKLES, BandPlace.FEET):
        figure = with_thing(PropKind.MINI_BAND, band=place)
        behind, front = of_kind(figure, PropKind.MINI_BAND)
        assert (behind.tone, front.tone) == ("band-far", "band")
        assert front.kind == "line"
        assert names(figure)[-1] == "mini-band-0"


def test_a_band_goes_to_its_anchor_or_to_another_part() -> None:
    anchored = of_kind(with_thing(PropKind.LONG_BAND), PropKind.LONG_BAND)
    assert [each.tone for each in anchored] == ["prop", "band"] or {
        each.tone for each in anchored
    } == {"prop", "band"}
    held = of_kind(
        with_thing(PropKind.LONG_BAND, to=None, to_part=BodyPart.RIGHT_HAND), PropKind.LONG_BAND
    )
    assert [each.tone for each in held] == ["band"]
    cable = of_kind(with_thing(PropKind.CABLE), PropKind.CABLE)
    assert {each.tone for each in cable} == {"prop", "prop-dark"}


def test_a_ball_lies_on_the_floor_or_is_between_knees() -> None:
    floor = of_kind(with_thing(PropKind.BALL), PropKind.BALL)
    high = of_kind(
        with_thing(PropKind.BALL, on=BodyPart.RIGHT_SHANK, at=Place(), size=Place(up=12)),
        PropKind.BALL,
    )
    assert middle(high[0])[1] < middle(floor[0])[1]


def test_a_roller_shows_the_end_that_is_near() -> None:
    for along in Axis:
        body, disc, hole = of_kind(
            with_thing(PropKind.FOAM_ROLLER, along=along), PropKind.FOAM_ROLLER
        )
        assert (body.tone, disc.tone, hole.tone) == ("prop", "prop-light", "prop-dark")


def test_a_long_bench_and_a_deep_one_stand_on_two_legs() -> None:
    long = of_kind(with_thing(PropKind.BENCH, size=Place(60, 28, 20)), PropKind.BENCH)
    deep = of_kind(with_thing(PropKind.BENCH, size=Place(20, 28, 60)), PropKind.BENCH)
    assert len(long) == len(deep) >= 5


def test_a_mat_is_as_large_as_the_body_needs_or_as_is_said() -> None:
    lying = Figure(Posture.SUPINE)
    fitted = of_kind(evolve(lying, props=(Prop(PropKind.MAT),)), PropKind.MAT)[0]
    given = of_kind(
        evolve(lying, props=(Prop(PropKind.MAT, size=Place(300, 1, 30)),)), PropKind.MAT
    )[0]

    def width(layer: Layer) -> float:
        xs = [x for x, _ in layer.frames[0][0]]
        return max(xs) - min(xs)

    assert 700 < width(fitted) < 1_100
    assert width(given) > 2_300


def test_things_that_move_are_where_they_are_at_each_phase() -> None:
    frames = tuple(
        KeyFrame(props=(Prop(PropKind.BALL, Place(forward=at), Place(up=10)),)) for at in (20, 60)
    )
    found = layers(evolve(STANDING, frames=frames), phases=(0.0, 0.5, 1.0))
    ball = next(each for each in found if each.name == "ball-0")
    lefts = [min(x for x, _ in frame[0]) for frame in ball.frames]
    assert lefts[2] - lefts[0] == pytest.approx(320, abs=1)
    assert lefts[1] - lefts[0] == pytest.approx(160, abs=1)


# arrows


def arrows(figure: Figure) -> list[Any]:
    """Return the arrows of *figure*."""
    return arrows_of(Poses(figure), Projection(figure.camera.azimuth, figure.camera.elevation))


def moving(end: Pose, **said: Any) -> Figure:
    """Return somebody who moves from standing to *end*."""
    return evolve(STANDING, frames=(KeyFrame(), KeyFrame(end)), **said)


def test_an_arrow_follows_what_moves_most() -> None:
    lift = moving(
        Pose(right_hip=BallJoint(abduction=40)),
        camera=FROM_THE_FRONT,
        bearing=(Bearing(Surface.LEFT_FOOT),),
    )
    (arrow,) = arrows(lift)
    (x, y), (p, q) = arrow.points[0], arrow.points[-1]
    assert q < y, "the foot goes up"
    assert p < x, "and to the person's right, which from the front is left"
    assert not arrow.both_ways


def test_what_hardly_moves_has_no_arrow_and_what_stands_still_none() -> None:
    assert arrows(moving(Pose(right_knee=2))) == []
    assert arrows(STANDING) == []
    assert arrows(moving(Pose(right_knee=60), still=True)) == []


def test_an_arrow_of_ones_own_is_moved_and_stretched() -> None:
    plain = FigureArrow(BodyPart.RIGHT_FOOT)
    lift = Pose(right_hip=BallJoint(flexion=60))

    def points(**said: Any) -> list[tuple[float, float]]:
        return arrows(moving(lift, arrows=(evolve(plain, **said),)))[0].points

    (x, y), (p, q) = points()[0], points(across=10, over=5)[0]
    assert (p - x, y - q) == pytest.approx((80, 40))
    stretched = points(length=20)
    (a, b), (c, d) = stretched[0], stretched[-1]
    assert ((c - a) ** 2 + (d - b) ** 2) ** 0.5 == pytest.approx(160)
    beside = points(beside=5)
    assert abs(beside[6][0] - points()[6][0]) + abs(beside[6][1] - points()[6][1]) > 20
    at_toes = points(at=Place(forward=10))
    assert at_toes[0] != points()[0]


def test_when_the_hips_move_the_arrow_is_beside_them() -> None:
    squat = evolve(
        STANDING,
        frames=(
            KeyFrame(centre=Place(up=52)),
            KeyFrame(Pose(pelvis=PelvisAngles(tilt=30)), centre=Place(up=30, forward=-6)),
        ),
        reach=tuple(
            Reach(limb, Reference.WORLD, Place(right=right))
            for limb, right in ((Limb.RIGHT_FOOT, 8), (Limb.LEFT_FOOT, -8))
        ),
    )
    (arrow,) = arrows(squat)
    assert arrow.points[-1][1] > arrow.points[0][1], "down"


def test_a_spine_that_bends_takes_the_shoulders_along() -> None:
    bent = {each.name: each for each in layers(evolve(STANDING, pose=Pose(spine=SpineAngles(60))))}
    straight = {each.name: each for each in layers(STANDING)}
    assert middle(bent["head"])[0] > middle(straight["head"])[0] + 100
    assert middle(bent["pelvis"]) == pytest.approx(middle(straight["pelvis"]), abs=2)


def test_a_far_leg_that_comes_to_the_front_takes_its_cloth_along() -> None:
    """Seen from the right, the left leg crosses in front of the body and to the right of it."""
    crossed = evolve(
        STANDING,
        camera=Camera(50, 8),
        pose=Pose(left_hip=BallJoint(flexion=90, abduction=-35), left_knee=70),
    )
    found = names(crossed)
    assert found.index("left-thigh") > found.index("pelvis")
    assert tones(crossed)["left-thigh"] == "skin-far"
    assert tones(crossed)["left-seat"] == "shorts"
