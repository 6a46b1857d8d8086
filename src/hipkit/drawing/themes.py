"""Themes: the presets, and the tones that are mixed from a theme's colours.

Rule: everything that carries meaning has at least 3:1 against the background in every preset (WCAG 2.2,
success criterion 1.4.11). Floor and shadow carry none.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import fields

from ..errors import Problem, ProblemCode, RequestError, nearest, show
from ..model.theme import Theme, ThemeWord


def tones_of(theme: Theme) -> dict[str, str]:
    """Return the colour of every tone that a figure uses, by the tone's name."""
    share = theme.depth / 100
    found = {
        each.name.replace("_", "-"): getattr(theme, each.name)
        for each in fields(Theme)
        if each.name not in ("shade", "depth")
    }
    for name in ("skin", "top", "shorts", "shoe", "sole", "band"):
        found[f"{name}-far"] = mixed(found[name], theme.shade, share)
    found["skin-shade"] = mixed(theme.skin, theme.shade, 0.12)
    found["prop-dark"] = mixed(theme.prop, theme.shade, 0.2)
    found["prop-light"] = mixed(theme.prop, theme.shade, 0.04)
    found["floor-edge"] = mixed(theme.floor, theme.shade, 0.12)
    found["floor-shadow"] = mixed(theme.floor, "#000000", 0.14)
    found["start"] = mixed(theme.background, theme.ink, 0.14)
    found["start-edge"] = mixed(theme.background, theme.ink, 0.6)
    return found


def mixed(colour: str, other: str, share: float) -> str:
    """Return *colour* with a *share* of *other* in it."""
    one, two = ([int(each[i : i + 2], 16) for i in (1, 3, 5)] for each in (colour, other))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(one, two, strict=True))


THEMES: Mapping[ThemeWord, Theme] = MappingProxyType(
    {
        "default": Theme(),
        "fair": Theme(
            background="#1f2b3d",
            skin="#e9bd9b",
            top="#6fb0dd",
            shorts="#7f97bd",
            shoe="#a3b0c4",
            sole="#dfe5ec",
            hair="#b98d62",
            muscle="#ff7a4f",
            muscle_edge="#10182c",
            ink="#eef2f7",
            prop="#8d9bb0",
            partner="#a7b3c4",
            band="#3fd0bd",
            floor="#34435a",
            shade="#3c4a60",
            depth=24,
        ),
        "deep": Theme(skin="#6b4229", top="#2f7f99", hair="#17110e"),
        "dark": Theme(
            background="#161c26",
            skin="#cf9a70",
            top="#5d93c4",
            shorts="#6f87ae",
            shoe="#8794a8",
            sole="#c5cedb",
            hair="#8a6a50",
            muscle="#ff7a55",
            muscle_edge="#10141c",
            ink="#e5e9f0",
            prop="#7c8aa0",
            partner="#93a0b4",
            band="#2fbfae",
            floor="#2d3848",
            shade="#39465a",
            depth=24,
        ),
        "mannequin": Theme(
            background="#ffffff",
            skin="#72849a",
            top="#66798f",
            shorts="#4f627a",
            shoe="#3f4f66",
            sole="#727e90",
            hair="#66798f",
            muscle="#e4461a",
            ink="#334155",
            prop="#748091",
            partner="#6c7888",
            floor="#e7ebf0",
            depth=22,
        ),
        "mono": Theme(
            background="#ffffff",
            skin="#848484",
            top="#6a6a6a",
            shorts="#3a3a3a",
            shoe="#2f2f2f",
            sole="#858585",
            hair="#2a2a2a",
            muscle="#0a0a0a",
            ink="#111111",
            prop="#808080",
            partner="#7c7c7c",
            band="#5a5a5a",
            floor="#ececec",
            shade="#101010",
            depth=22,
        ),
    }
)


def theme_of(theme: Theme | ThemeWord) -> Theme:
    """Return a theme, or the preset of that name; raises `RequestError` for anything else."""
    if isinstance(theme, Theme):
        return theme
    if isinstance(theme, str) and theme in THEMES:
        return THEMES[theme]
    problem = Problem(
        ProblemCode.UNKNOWN_WORD,
        f"{show(theme)} is no theme",
        nearest(theme, THEMES),
        path="theme",
        value=show(theme),
    )
    raise RequestError([problem])
