"""Themes: colours that can be told apart, and nothing but colours."""

from __future__ import annotations

import pytest

import hipkit
from hipkit.drawing.themes import THEMES, mixed, theme_of, tones_of

WITHOUT_MEANING = {"background", "floor", "floor-edge", "floor-shadow", "start", "muscle-edge"}
"""Ground, shadow, and what has an edge of its own: the start's silhouette, and a muscle's edge itself."""
ON_THE_FLOOR = ("skin", "skin-far", "top", "shorts", "shoe", "sole", "prop", "band", "ink")


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_what_carries_meaning_stands_out_from_the_background(name: str) -> None:
    tones = tones_of(THEMES[name])
    background = tones["background"]
    weak = {
        tone: round(contrast(colour, background), 2)
        for tone, colour in tones.items()
        if tone not in WITHOUT_MEANING and contrast(colour, background) < 3
    }
    assert weak == {}


@pytest.mark.parametrize("name", THEMES)
def test_what_stands_or_lies_on_a_mat_stands_out_from_it(name: str) -> None:
    tones = tones_of(THEMES[name])
    assert {tone for tone in ON_THE_FLOOR if contrast(tones[tone], tones["floor"]) < 3} == set()


@pytest.mark.parametrize("name", THEMES)
def test_a_muscle_stands_out_by_its_edge(name: str) -> None:
    tones = tones_of(THEMES[name])
    assert contrast(tones["muscle"], tones["muscle-edge"]) >= 3


def test_the_presets_have_several_skins_and_a_neutral_one() -> None:
    assert set(THEMES) == {"default", "fair", "deep", "dark", "mannequin", "mono"}
    assert len({theme.skin for theme in THEMES.values()}) == 6
    red, green, blue = (int(THEMES["mono"].skin[at : at + 2], 16) for at in (1, 3, 5))
    assert red == green == blue


def test_a_colour_is_mixed_channel_by_channel() -> None:
    assert mixed("#ff0080", "#000000", 0.5) == "#800040"
    assert mixed("#ff0080", "#00ff00", 0) == "#ff0080"
    assert mixed("#ff0080", "#00ff00", 1) == "#00ff00"


def test_far_tones_are_the_near_ones_with_shade() -> None:
    theme = hipkit.Theme(skin="#ffffff", shade="#000000", depth=40)
    tones = tones_of(theme)
    assert tones["skin-far"] == "#999999"
    assert tones["skin"] == "#ffffff"
    assert tones_of(hipkit.Theme(depth=0))["top-far"] == hipkit.Theme().top


def test_a_theme_is_found_by_name_or_is_one() -> None:
    assert theme_of("dark") is THEMES["dark"]
    own = hipkit.Theme(skin="#123456")
    assert theme_of(own) is own


@pytest.mark.parametrize("wrong", ["dakr", "", 3, None, ["dark"], {"skin": "#123456"}])
def test_what_is_no_theme_is_refused_with_the_nearest(wrong: object) -> None:
    with pytest.raises(hipkit.RequestError) as caught:
        theme_of(wrong)
    (problem,) = caught.value.problems
    assert problem.path == "theme"
    assert "is no theme" in problem.message
    assert problem.remedy == ("did you mean 'dark'?" if wrong == "dakr" else problem.remedy)
    assert problem.remedy


@pytest.mark.parametrize(
    "wrong", ["red", "#12345", "#1234567", "#12345G", "#ABCDEF", "url(x)", "#123456;", 3, None]
)
def test_what_is_no_colour_is_refused(wrong: object) -> None:
    with pytest.raises(hipkit.InvalidValue) as caught:
        hipkit.Theme(skin=wrong)
    (problem,) = caught.value.problems
    assert problem.path == "skin"
    assert "six hexadecimal digits" in problem.remedy
