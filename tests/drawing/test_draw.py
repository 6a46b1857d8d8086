"""`hipkit.draw`: an exercise as SVG text."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import hipkit
from hipkit import BallJoint, Figure, FigureArrow, KeyFrame, Pose, Prop
from hipkit.catalogue.figures import load_figures
from hipkit.testing import nouns, sample_exercise

SVG = "{http://www.w3.org/2000/svg}"
PAINT = {
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap"),
    "paint-order",
}
ALLOWED = {
    "svg": {"viewBox", "role", "aria-labelledby", "class"},
    "title": {"id"},
    "desc": {"id"},
    "style": set(),
    "rect": {"width", "height", "rx", *PAINT},
    "g": {"class"},
    "path": {"class", "d", *PAINT},
}
HOSTILE = '<script>alert("1")</script> & ]]> \u202e "quoted" \'so\''

LIFT = Figure(
    hipkit.Posture.STANDING,
    (KeyFrame(), KeyFrame(Pose(right_hip=BallJoint(abduction=35)))),
    camera=hipkit.Camera(90, 8),
    anchor=hipkit.BodyPart.LEFT_FOOT,
    bearing=(hipkit.Bearing(hipkit.Surface.LEFT_FOOT),),
)
"""A leg lifted to the side, seen from the front."""
OWN = evolve(
    evolve(sample_exercise(), id="acme.leg-lift", family="acme.leg-lift"),
    name="Leg lift",
    figure=LIFT,
)


def tree(text: str) -> ET.Element:
    """Return the root of an SVG after looking at everything in it."""
    root = ET.fromstring(text)
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert name in ALLOWED
        assert set(element.attrib) <= ALLOWED[name]
        for value in (*element.attrib.values(), element.text or ""):
            assert not re.search(r"url\(|@import|javascript|nan|inf\b", value.replace("</", ""))
    return root


def box(root: ET.Element) -> tuple[float, ...]:
    """Return the rectangle that the picture shows."""
    return tuple(float(each) for each in root.attrib["viewBox"].split())


def paths(root: ET.Element) -> list[str]:
    """Return the paths of a picture from back to front."""
    return [each.attrib["d"] for each in root.iter(f"{SVG}path")]


def test_a_figure_says_what_it_is_and_shows() -> None:
    root = tree(hipkit.draw(OWN))
    assert root.attrib["role"] == "img"
    title, description, ground = list(root)[:3]
    assert title.text == "Leg lift"
    assert description.text is not None
    assert "Right hip abducts from 0° to 35°" in description.text
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
    assert title.attrib["id"].startswith("hk-acme_leg-lift")
    assert (ground.attrib["width"], ground.attrib["height"]) == tuple(
        f"{each:g}" for each in box(root)[2:]
    )


def test_the_start_the_end_and_both_differ() -> None:
    start, end, both = (hipkit.draw(OWN, frame=frame) for frame in ("start", "end", "both"))
    count = {
        frame: len(paths(tree(text))) for frame, text in zip("seb", (start, end, both), strict=True)
    }
    assert start != end
    assert count["e"] == count["s"] + 2, "the end has an arrow: a line and a head"
    assert count["b"] == count["e"] + 1, "both have the silhouette of the start"


def test_side_by_side_has_a_panel_for_every_key_frame() -> None:
    third = KeyFrame(Pose(right_hip=BallJoint(abduction=10)))
    figure = evolve(LIFT, frames=(*LIFT.frames, third))
    one = box(tree(hipkit.draw(evolve(OWN, figure=evolve(figure, frames=LIFT.frames[:1])))))
    three = box(tree(hipkit.draw(evolve(OWN, figure=figure), frame="side-by-side")))
    assert three[2] == pytest.approx(3 * three[3] * 4 / 3, rel=0.01)
    assert one[2] == pytest.approx(one[3] * 4 / 3, rel=0.01)


def test_a_hold_has_one_frame_and_no_arrow() -> None:
    held = evolve(OWN, figure=evolve(LIFT, frames=LIFT.frames[1:]))
    assert hipkit.draw(held, frame="both") == hipkit.draw(held, frame="end")
    assert hipkit.draw(held, frame="start") == hipkit.draw(held, frame="end")
    assert hipkit.draw(held, animated=True) == hipkit.draw(held)
    assert "Held still" in hipkit.draw(held)


def test_a_figure_that_is_still_has_no_arrow() -> None:
    still = evolve(OWN, figure=evolve(LIFT, still=True))
    assert len(paths(tree(hipkit.draw(OWN, frame="end")))) == 2 + len(
        paths(tree(hipkit.draw(still, frame="end")))
    )


def test_an_arrow_of_ones_own_takes_the_place_of_the_drawn_one() -> None:
    arrow = FigureArrow(hipkit.BodyPart.PELVIS, over=10, across=5, length=20, both_ways=True)
    own = evolve(OWN, figure=evolve(LIFT, arrows=(arrow,)))
    *_, line, head = paths(tree(hipkit.draw(own)))
    assert "C" in line
    assert head.count("z") == 2
    assert paths(tree(hipkit.draw(OWN)))[-1].count("z") == 1


def test_the_other_side_is_a_mirror_image() -> None:
    right, left = hipkit.draw(OWN, paint="hex"), hipkit.draw(OWN, side="left", paint="hex")
    assert right != left
    assert box(tree(right)) == box(tree(left))
    assert "Left hip abducts" in left
    of_left = evolve(OWN, figure=evolve(LIFT, working_side=hipkit.BodySide.LEFT))
    turned = hipkit.draw(of_left, side="left", paint="hex")
    assert paths(tree(turned))[:5] == paths(tree(right))[:5], "drawn as the data is"


def test_plain_paint_has_no_variables_and_attributes_fall_back_to_the_theme() -> None:
    plain, varied = hipkit.draw(OWN, paint="hex"), hipkit.draw(OWN)
    assert "var(" not in plain
    assert f'fill="var(--hk-skin,{hipkit.Theme().skin})"' in varied
    assert re.sub(r"var\(--hk-[a-z-]+,(#[0-9a-f]{6})\)", r"\1", varied) == plain


def test_a_theme_colours_everything() -> None:
    theme = hipkit.Theme(skin="#abcdef", background="#010203")
    text = hipkit.draw(OWN, theme=theme, paint="hex")
    assert 'fill="#abcdef"' in text
    assert '<rect fill="#010203"' in text
    assert hipkit.draw(OWN, theme="dark") != hipkit.draw(OWN)


def test_an_id_draws_the_packaged_exercise_and_aliases_do_not_matter() -> None:
    clamshell = hipkit.load_catalogue()["clamshell"]
    assert hipkit.draw("clamshell") == hipkit.draw(clamshell)
    with pytest.raises(hipkit.UnknownExercise, match="clamshell"):
        hipkit.draw("clamshel")


def test_a_catalogue_of_ones_own_is_looked_in() -> None:
    catalogue = hipkit.load_catalogue().with_exercises(OWN)
    assert hipkit.draw("acme.leg-lift", catalogue=catalogue) == hipkit.draw(OWN)


def test_an_exercise_without_pose_data_is_drawn_in_its_position_and_says_so() -> None:
    bare = evolve(sample_exercise(), id="acme.nothing", family="acme.nothing")
    text = hipkit.draw(bare)
    assert "No pose is drawn for this exercise yet" in text
    assert "abducts" not in text
    tree(text)


@pytest.mark.parametrize("position", hipkit.Position)
def test_every_position_has_a_base_posture(position: hipkit.Position) -> None:
    bare = evolve(
        evolve(sample_exercise(), id="acme.nothing", family="acme.nothing"), positions=(position,)
    )
    assert len(paths(tree(hipkit.draw(bare)))) > 10


def test_a_title_of_ones_own_is_said_and_hostile_ones_are_escaped() -> None:
    assert '<title id="x-t">Lift it</title>' in hipkit.draw(OWN, title="Lift it", id_prefix="x")
    hostile = HOSTILE.replace("\u202e", "")
    root = tree(hipkit.draw(evolve(OWN, name=hostile), animated=True))
    assert next(iter(root)).text == hostile
    assert "<script" not in hipkit.draw(OWN, title=hostile)


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong: Any = {
        "frame": "middle",
        "animated": 1,
        "side": "both",
        "theme": "dakr",
        "paint": "oil",
        "title": "two\nlines",
        "id_prefix": "1<",
        "catalogue": [],
    }
    with pytest.raises(hipkit.RequestError) as caught:
        hipkit.draw("clamshell", **wrong)
    assert sorted(each.path for each in caught.value.problems) == sorted(wrong)
    assert all(each.remedy for each in caught.value.problems if each.path != "animated")


@pytest.mark.parametrize("wrong", [None, 3, [], LIFT])
def test_what_is_no_exercise_is_refused(wrong: Any) -> None:
    with pytest.raises(hipkit.RequestError) as caught:
        hipkit.draw(wrong)
    assert [each.path for each in caught.value.problems] == ["exercise"]


@pytest.mark.parametrize("title", ["", "x" * 201, "\x1b[2J", 3])
def test_what_is_no_title_is_refused(title: Any) -> None:
    with pytest.raises(hipkit.RequestError, match="title"):
        hipkit.draw(OWN, title=title)


@pytest.mark.parametrize("prefix", ["", "1a", "a b", "a\n", "é", "x" * 81, 3])
def test_what_cannot_begin_an_id_is_refused(prefix: Any) -> None:
    with pytest.raises(hipkit.RequestError, match="id"):
        hipkit.draw(OWN, id_prefix=prefix)


def test_nothing_is_drawn_until_it_is_asked_for() -> None:
    code = (
        "import sys, hipkit; hipkit.build_routine(); hipkit.dumps(hipkit.build_routine());"
        "print([name for name in sys.modules if 'hipkit.drawing' in name or 'catalogue.figure' in name])"
    )
    found = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"


@settings(max_examples=settings().max_examples // 4)
@given(
    nouns(Figure),
    st.sampled_from(("start", "end", "both", "side-by-side")),
    st.booleans(),
    st.sampled_from(("right", "left")),
)
def test_whatever_the_data_a_figure_is_a_picture(
    figure: Figure, frame: Any, animated: bool, side: Any
) -> None:
    """Law: any figure that the validators let pass is drawn, as SVG that runs and fetches nothing."""
    text = hipkit.draw(evolve(OWN, figure=figure), frame=frame, animated=animated, side=side)
    assert box(tree(text))[2] > 0
    assert text == hipkit.draw(
        evolve(OWN, figure=figure), frame=frame, animated=animated, side=side
    )


@given(nouns(Prop))
@settings(max_examples=settings().max_examples // 4)
def test_whatever_the_thing_it_is_drawn(prop: Prop) -> None:
    """Law: a thing that its validators let pass adds to the picture, and breaks nothing."""
    with_it = hipkit.draw(evolve(OWN, figure=evolve(LIFT, props=(prop,))), frame="end", paint="hex")
    without = hipkit.draw(OWN, frame="end", paint="hex")
    assert len(tree(with_it)) > 3
    assert with_it != without


def test_packaged_figures_are_read_once() -> None:
    assert load_figures() is load_figures()
