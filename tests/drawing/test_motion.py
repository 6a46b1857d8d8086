"""Figures that move: what the style says is where the parts are."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

import hipkit
from hipkit import BallJoint, Bearing, BodyPart, Camera, Figure, KeyFrame, Pose, Posture, Surface
from hipkit.drawing.angles import sine_cosine
from hipkit.drawing.layering import Worked, layers_of
from hipkit.drawing.motion import SECONDS, SECONDS_OF_MORE, STEPS, _number, moving
from hipkit.drawing.solving import Poses
from hipkit.drawing.svg import Paint
from hipkit.testing import sample_exercise

SVG = "{http://www.w3.org/2000/svg}"
LIFT = Figure(
    Posture.STANDING,
    (KeyFrame(), KeyFrame(Pose(right_hip=BallJoint(abduction=40)))),
    camera=Camera(90, 6),
    anchor=BodyPart.LEFT_FOOT,
    bearing=(Bearing(Surface.LEFT_FOOT),),
)
THERE_AND_BACK = evolve(
    LIFT, frames=(*LIFT.frames, KeyFrame(Pose(right_hip=BallJoint(flexion=60))))
)
MUSCLE = Worked((hipkit.Muscle.GLUTEUS_MEDIUS,), ("right",))


def animated(figure: Figure, **asked: object) -> str:
    """Return *figure* as it moves."""
    exercise = evolve(sample_exercise(), figure=figure)
    text = hipkit.draw(exercise, animated=True, paint="hex", id_prefix="f", **asked)  # type: ignore[arg-type]
    root = ET.fromstring(text).attrib.get("class", "")
    return text.replace(root, "f") if root else text


def style_of(text: str) -> str:
    """Return the style of an SVG."""
    style = ET.fromstring(text).find(f"{SVG}style")
    assert style is not None
    assert style.text is not None
    return style.text


def value(entry: str, powers: dict[str, float]) -> float:
    """Return the number that an entry of a transform has where its variables have *powers*."""
    inside = re.sub(r"var\(--([pqr]\d)\)", lambda found: str(powers[found[1]]), entry)
    inside = inside.removeprefix("calc").replace("px", "").replace("deg", "")
    assert re.fullmatch(r"[-+*(). \de]+", inside), entry
    return float(eval(inside))  # numbers and signs only


def functions(rule: str) -> dict[str, str]:
    """Return what stands between the parentheses of each function of a rule's transform."""
    found: dict[str, str] = {}
    for match in re.finditer(r"(translate|rotate|matrix)\(", rule):
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(rule[end], 0)
            end += 1
        found[match[1]] = rule[match.end() : end - 1]
    return found


def placed(
    rule: str, point: tuple[float, float], phase: float, segments: int
) -> tuple[float, float]:
    """Return where a rule's transform takes *point* at a *phase*."""
    powers: dict[str, float] = {}
    for number in range(1, segments + 1):
        p = max(0.0, min(1.0, phase * segments - (number - 1)))
        powers |= {f"p{number}": p, f"q{number}": p * p, f"r{number}": p * p * p}
    origin = re.search(r"transform-origin:(\S+)px (\S+)px", rule)
    assert origin is not None
    x, y = point[0] - float(origin[1]), point[1] - float(origin[2])
    done = {
        name: [value(each, powers) for each in entries.split(",")]
        for name, entries in functions(rule).items()
    }
    if "rotate" in done:
        sine, cosine = sine_cosine(done["rotate"][0])
        x, y = x * cosine - y * sine, x * sine + y * cosine
    if "matrix" in done:
        a, b, c, d, *_ = done["matrix"]
        x, y = a * x + c * y, b * x + d * y
    if "translate" in done:
        x, y = x + done["translate"][0], y + done["translate"][1]
    return x + float(origin[1]), y + float(origin[2])


@pytest.mark.parametrize(("figure", "segments", "within"), [(LIFT, 1, 16), (THERE_AND_BACK, 2, 48)])
def test_the_style_takes_every_part_to_where_it_is(
    figure: Figure, segments: int, within: float
) -> None:
    """Within 2 in a hundred of a body height, or 6 where a leg is seen end-on, at every phase solved."""
    last = segments * STEPS
    phases = [each / last for each in range(last + 1)]
    layers, _ = layers_of(Poses(figure), MUSCLE, phases, moves=True)
    found = moving(layers, Paint(hipkit.Theme(), is_plain=True), (0.0, 0.0), "f")
    rules = dict(re.findall(r"\.f \.m(\d+)\{(.*?)\}", found.style))
    moved = {}
    for element, name in found.elements:
        group = re.match(r'<g class="m(\d+)">', element)
        if group is not None:
            moved[name] = rules[group[1]]
    assert {"right-thigh", "right-foot"} & set(moved)
    for layer in layers:
        if layer.name in moved and layer.name != "shadow":
            for number, phase in enumerate(phases):
                for was, now in zip(
                    layer.frames[found.base][0], layer.frames[number][0], strict=True
                ):
                    x, y = placed(moved[layer.name], was, phase, segments)
                    assert abs(x - now[0]) < within, (layer.name, phase)
                    assert abs(y - now[1]) < within, (layer.name, phase)


def test_what_stands_still_is_not_moved() -> None:
    text = animated(LIFT)
    root = ET.fromstring(text)
    groups = [each for each in root.iter(f"{SVG}g") if each.attrib.get("class", "").startswith("m")]
    whole = len(list(root.iter(f"{SVG}path")))
    inside = sum(len(list(group)) for group in groups)
    assert 3 <= inside < whole - 10


def test_it_ends_by_itself_within_five_seconds() -> None:
    assert 2 * SECONDS <= 5
    assert 2 * SECONDS_OF_MORE <= 5
    for figure, seconds in ((LIFT, "2.2"), (THERE_AND_BACK, "2.4")):
        assert f"animation:hk-p {seconds}s cubic-bezier(.5,0,.5,1) var(--hk-reps,2) alternate" in (
            style_of(animated(figure))
        )


def test_it_can_be_paused_and_scrubbed_and_stands_still_where_that_is_wished() -> None:
    style = style_of(animated(LIFT))
    assert "animation-play-state:var(--hk-play,running)" in style
    assert ".f{--hk-p:var(--hk-at,1)" in style
    before, _, moved = style.partition("@media(prefers-reduced-motion:no-preference){")
    assert "animation" not in before
    assert ".f .still{display:none}" in moved


def test_without_motion_the_start_and_the_arrows_are_shown() -> None:
    root = ET.fromstring(animated(LIFT))
    still = [each for each in root.iter() if each.attrib.get("class") == "still"]
    assert [each.tag.removeprefix(SVG) for each in still] == ["path", "g"]
    assert root.attrib["class"] == "f"


def test_one_number_drives_all_of_it() -> None:
    style = style_of(animated(THERE_AND_BACK))
    assert style.startswith('@property --hk-p{syntax:"<number>";inherits:true;initial-value:1}')
    assert "--p1:clamp(0,var(--hk-p)*2 - 0,1);" in style
    assert "--p2:clamp(0,var(--hk-p)*2 - 1,1);" in style
    assert "--q2:calc(var(--p2)*var(--p2));--r2:calc(var(--q2)*var(--p2));" in style
    assert style.count("@keyframes") == 1


def test_a_figure_that_is_mirrored_moves_the_other_way() -> None:
    right, left = (style_of(animated(LIFT, side=side)) for side in ("right", "left"))
    assert right != left
    assert len(re.findall(r"\.m\d+\{", right)) == len(re.findall(r"\.m\d+\{", left))


def test_a_part_seen_end_on_is_drawn_where_the_style_fits_best() -> None:
    """A leg that swings towards the viewer is drawn at the start, where it is seen from the side."""
    kick = evolve(LIFT, frames=(KeyFrame(), KeyFrame(Pose(right_hip=BallJoint(flexion=88)))))
    phases = [each / STEPS for each in range(STEPS + 1)]
    layers, _ = layers_of(Poses(kick), MUSCLE, phases, moves=True)
    found = moving(layers, Paint(hipkit.Theme(), is_plain=True), (0.0, 0.0), "f")
    assert found.base in (0, STEPS)
    assert ("matrix(" in found.style) or found.base == 0


def test_numbers_are_written_as_short_as_they_can_be() -> None:
    written = {value: _number(value, 2) for value in (0.0, -0.001, 0.5, -0.25, 1.0, -12.3, 100.0)}
    assert list(written.values()) == ["0", "0", ".5", "-.25", "1", "-12.3", "100"]
    assert _number(-0.2, 0) == "0"
