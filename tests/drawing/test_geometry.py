"""Angles, vectors, fits and paths: the same everywhere, and right."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit.drawing.angles import angle_of, arc_cosine, arc_sine, sine_cosine
from hipkit.drawing.camera import Projection
from hipkit.drawing.fitting import fitted, polynomial
from hipkit.drawing.outlines import chain, hull
from hipkit.drawing.paths import curve, line, one_way, polygon
from hipkit.drawing.vectors import (
    UNTURNED,
    Rotation,
    Vector,
    about,
    about_x,
    about_y,
    about_z,
    about_zxy,
    after,
    blended,
    cross,
    dot,
    length,
    square_to,
    turned,
    undone,
    unit,
)

DEGREES = st.floats(-720, 720)
SMALL = st.floats(-3, 3)
VECTORS = st.tuples(SMALL, SMALL, SMALL)
LONG = VECTORS.filter(lambda each: length(each) > 0.01)
ROTATIONS = st.builds(about_zxy, DEGREES, DEGREES, DEGREES)
CORNERS = st.lists(
    st.tuples(st.floats(-2_000, 2_000), st.floats(-2_000, 2_000)), min_size=3, max_size=20
)


def near(one: Vector, other: Vector) -> bool:
    """Return whether two vectors are the same but for rounding."""
    return all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))


def same(one: Rotation, other: Rotation) -> bool:
    """Return whether two rotations are the same but for rounding."""
    return all(near(a, b) for a, b in zip(one, other, strict=True))


@given(DEGREES)
def test_sine_and_cosine_are_those_of_mathematics(degrees: float) -> None:
    sine, cosine = sine_cosine(degrees)
    assert abs(sine - math.sin(math.radians(degrees))) < 1e-11
    assert abs(cosine - math.cos(math.radians(degrees))) < 1e-11


def test_quarter_turns_are_exact() -> None:
    quarters = [(0, 1), (1, 0), (0, -1), (-1, 0)]
    assert [sine_cosine(90.0 * each) for each in range(4)] == quarters
    assert [sine_cosine(-90.0 * each) for each in (4, 3, 2, 1)] == quarters


@given(SMALL, SMALL)
def test_an_angle_is_that_of_mathematics(y: float, x: float) -> None:
    if abs(x) + abs(y) > 1e-6:
        assert abs(angle_of(y, x) - math.degrees(math.atan2(y, x))) % 360 < 1e-7


def test_a_point_has_no_angle() -> None:
    assert angle_of(0.0, 0.0) == 0
    assert angle_of(0.0, -1.0) == 180
    assert angle_of(-1.0, 0.0) == -90


@given(st.floats(-90, 90))
def test_an_arc_takes_a_sine_back(degrees: float) -> None:
    sine, _ = sine_cosine(degrees)
    assert abs(arc_sine(sine) - degrees) < 1e-5
    assert abs(arc_cosine(sine) - (90 - degrees)) < 1e-5


def test_what_is_beyond_one_counts_as_one() -> None:
    assert arc_sine(1.5) == 90
    assert arc_sine(-1.5) == -90


def test_turns_go_the_way_that_is_said() -> None:
    forward, up, right = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
    assert near(turned(about_x(90), up), right)
    assert near(turned(about_y(90), right), forward)
    assert near(turned(about_z(90), forward), up)
    assert same(about(forward, 33), about_x(33))
    assert same(about(up, 33), about_y(33))
    assert same(about(right, 33), about_z(33))
    assert same(about_zxy(20, 30, 40), after(about_z(20), after(about_x(30), about_y(40))))


@given(ROTATIONS, VECTORS, VECTORS)
def test_a_rotation_keeps_lengths_and_angles(rotation: Rotation, a: Vector, b: Vector) -> None:
    p, q = turned(rotation, a), turned(rotation, b)
    assert abs(length(p) - length(a)) < 1e-9
    assert abs(dot(p, q) - dot(a, b)) < 1e-8
    assert near(cross(p, q), turned(rotation, cross(a, b)))


@given(ROTATIONS, ROTATIONS, VECTORS)
def test_rotations_follow_each_other_and_are_undone(a: Rotation, b: Rotation, v: Vector) -> None:
    assert near(turned(after(a, b), v), turned(a, turned(b, v)))
    assert same(after(undone(a), a), UNTURNED)


@given(ROTATIONS, ROTATIONS, st.floats(0, 1))
def test_between_two_rotations_lies_a_rotation(a: Rotation, b: Rotation, share: float) -> None:
    mixed = blended(a, b, share)
    assert same(after(undone(mixed), mixed), UNTURNED)


def test_between_opposite_rotations_the_nearer_is_taken() -> None:
    away = about_y(180)
    assert blended(UNTURNED, away, 0.5) == away
    almost = about_x(180)
    assert blended(almost, UNTURNED, 0.5) == UNTURNED


@given(LONG, VECTORS)
def test_a_square_is_square(axis: Vector, wish: Vector) -> None:
    line_ = unit(axis)
    square = square_to(line_, wish)
    assert abs(dot(square, line_)) < 1e-6
    assert abs(length(square) - 1) < 1e-9


def test_a_wish_along_the_axis_gives_way_to_the_next() -> None:
    up = (0.0, 1.0, 0.0)
    assert square_to(up, up, (0.0, 5.0, 2.0)) == (0, 0, 1)
    assert square_to((1.0, 0.0, 0.0)) == up
    assert unit((0.0, 0.0, 0.0)) == (0, 0, 0)


@given(st.floats(-180, 180), st.floats(0, 45), VECTORS)
def test_a_whole_turn_of_the_camera_changes_nothing(
    azimuth: float, height: float, v: Vector
) -> None:
    one, other = Projection(azimuth, height), Projection(azimuth + 360, height)
    assert all(abs(a - b) < 1e-8 for a, b in zip(one.point(v), other.point(v), strict=True))


def test_the_camera_looks_from_where_it_is_said() -> None:
    from_right, from_front = Projection(0, 0), Projection(90, 0)
    assert from_right.point((1.0, 0.0, 0.0))[0] == 800
    assert from_right.point((0.0, 1.0, 0.0))[1] == -800
    assert from_right.point((0.0, 0.0, 1.0))[2] == 800, "what is to the right is near"
    assert from_front.point((1.0, 0.0, 0.0))[2] == 800
    assert Projection(0, 30).point((0.0, 1.0, 0.0))[2] > 0, "from above, what is high is near"


BALL = ((0.1, 0.0, 0.0), (0.0, 0.1, 0.0), (0.0, 0.0, 0.1))


@given(LONG)
def test_an_outline_goes_round_what_it_outlines(end: Vector) -> None:
    camera = Projection(20, 10)
    ovals = camera.ovals([((0.0, 0.0, 0.0), BALL), (tuple(x / 2 for x in end), BALL), (end, BALL)])  # type: ignore[list-item]
    for outline in (chain(ovals), hull(ovals, (0.0, 1.0))):
        assert len(outline) == 14
        for oval in ovals:
            assert min(x for x, _ in outline) < oval.x < max(x for x, _ in outline)
            assert min(y for _, y in outline) < oval.y < max(y for _, y in outline)


def test_what_has_no_size_has_a_point_for_an_outline() -> None:
    nothing = ((0.0, 0.0, 0.0),) * 3
    camera = Projection(0, 0)
    ovals = camera.ovals([((0.0, 0.0, 0.0), nothing), ((0.5, 0.0, 0.0), BALL)])  # type: ignore[list-item]
    assert len(hull(ovals, (0.0, 1.0))) == 14


def decoded(path: str) -> list[tuple[int, int]]:
    """Return the points that a path of relative steps goes through, without the first control."""
    numbers = [int(each) for each in re.findall(r"-?\d+", path)]
    x, y = numbers[:2]
    points = [(x, y)]
    steps = numbers[4:] if "q" in path else numbers[2:]
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append((x, y))
    return points


@given(CORNERS)
def test_a_curve_runs_through_the_middles_between_its_corners(
    corners: list[tuple[float, float]],
) -> None:
    path = curve(corners)
    assert re.fullmatch(r"M-?\d+[ -]\d+q[-\d ]+(t[-\d ]+)?z", path)
    points = decoded(path)
    before = [corners[-1], *corners[:-1]]
    middles = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in zip(before, corners, strict=True)]
    assert points[0] == points[-1]
    for (x, y), (p, q) in zip(points, middles, strict=False):
        assert abs(x - p) <= 1.01
        assert abs(y - q) <= 1.01


@given(CORNERS)
def test_a_line_goes_through_its_points(corners: list[tuple[float, float]]) -> None:
    rounded = [(round(x), round(y)) for x, y in corners]
    assert decoded(line(corners)) == rounded
    assert polygon(corners) == line(corners) + "z"


@given(CORNERS)
def test_outlines_all_run_the_same_way(corners: list[tuple[float, float]]) -> None:
    def area(points: list[tuple[float, float]]) -> float:
        pairs = zip(points, points[1:] + points[:1], strict=True)
        return sum(a * d - c * b for (a, b), (c, d) in pairs)

    found = one_way(corners)
    assert area(found) >= -1e-3
    assert sorted(found) == sorted(corners)


@given(DEGREES.filter(lambda each: abs(each) < 170), SMALL, SMALL)
def test_a_turn_is_found_again(degrees: float, x: float, y: float) -> None:
    sine, cosine = sine_cosine(degrees)
    start = [(0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (30.0, 80.0)]
    end = [(a * cosine - b * sine + 10 * x, a * sine + b * cosine + 10 * y) for a, b in start]
    found = fitted([start, end], 0)
    assert abs(found.turns[1] - degrees) < 1e-6
    assert found.error < 1e-6
    assert found.turns[0] == 0


def test_a_turn_is_followed_beyond_half_a_turn() -> None:
    start = [(0.0, 0.0), (100.0, 0.0), (100.0, 60.0)]
    frames = []
    for degrees in (0, 100, 200, 300):
        sine, cosine = sine_cosine(degrees)
        frames.append([(a * cosine - b * sine, a * sine + b * cosine) for a, b in start])
    assert fitted(frames, 0).turns == pytest.approx([0, 100, 200, 300])
    mirror = [[(x, -y) for x, y in frame] for frame in frames]
    assert fitted(mirror, 0).turns == pytest.approx([0, -100, -200, -300])
    assert fitted(frames, 3).turns == pytest.approx([-300, -200, -100, 0])


def test_a_shape_without_width_is_only_turned() -> None:
    start = [(0.0, 0.0), (1.0, 0.0)]
    found = fitted([start, [(0.0, 0.0), (0.0, 1.0)]], 0)
    assert found.maps[1] == pytest.approx((0, 1, -1, 0))


@given(st.lists(st.floats(-500, 500), min_size=7, max_size=7), st.floats(0.1, 5))
def test_a_polynomial_begins_and_ends_where_it_should(values: list[float], within: float) -> None:
    found = polynomial(values, within)
    at = [sum(c * (index / 6) ** power for power, c in enumerate(found)) for index in range(7)]
    if len(found) < 4:
        assert all(abs(one - other) < within for one, other in zip(at, values, strict=True))
    else:
        assert at[0] == pytest.approx(values[0], abs=1e-6)
        assert at[6] == pytest.approx(values[6], abs=1e-6)
        assert at[2] == pytest.approx(values[2], abs=1e-6)
        assert at[4] == pytest.approx(values[4], abs=1e-6)


def test_no_more_terms_than_needed_are_taken() -> None:
    assert len(polynomial([3.0] * 7, 0.5)) == 1
    assert len(polynomial([float(each) for each in range(7)], 0.5)) == 2
    assert len(polynomial([float(each * each) for each in range(7)], 0.5)) == 3
    assert len(polynomial([float(each**3) for each in range(7)], 0.5)) == 4
