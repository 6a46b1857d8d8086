"""The door for pictures: an exercise as SVG text."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from ..catalogue import Catalogue
from ..catalogue.figures import load_figures
from ..drawing import Look, Poses, draw_figure
from ..drawing.describing import described
from ..drawing.themes import theme_of
from ..drawing.working import worked_of
from ..errors import Problem, ProblemCode, RequestError, nearest, not_a, show
from ..model import Exercise, Figure, Position, Posture, Theme
from ..model.theme import ThemeWord
from ..translating import load_words
from .arguments import catalogue_of

__all__ = ["draw"]

FrameWord: TypeAlias = Literal["start", "end", "both", "side-by-side"]
SideWord: TypeAlias = Literal["right", "left"]
PaintWord: TypeAlias = Literal["attributes", "hex"]

_FRAMES = ("start", "end", "both", "side-by-side")
_SIDES = ("right", "left")
_PAINTS = ("attributes", "hex")
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}\Z")
_LONGEST_TITLE = 200

_POSTURE_OF: dict[Position, Posture] = {
    Position.STANDING: Posture.STANDING,
    Position.SPLIT_STANCE: Posture.STANDING,
    Position.WALKING: Posture.STANDING,
    Position.HALF_KNEELING: Posture.HALF_KNEELING,
    Position.TALL_KNEELING: Posture.TALL_KNEELING,
    Position.HANDS_AND_KNEES: Posture.HANDS_AND_KNEES,
    Position.PRONE: Posture.PRONE,
    Position.PLANK: Posture.PRONE,
    Position.SUPINE_KNEES_BENT: Posture.SUPINE,
    Position.SUPINE_STRAIGHT: Posture.SUPINE,
    Position.SIDE_LYING: Posture.SIDE_LYING,
    Position.SIDE_PLANK: Posture.SIDE_LYING,
    Position.SITTING_FLOOR: Posture.SITTING,
    Position.SITTING_CHAIR: Posture.SITTING,
    Position.BENCH_SUPPORTED: Posture.SITTING,
}


def draw(
    exercise: Exercise | str,
    *,
    frame: FrameWord = "both",
    animated: bool = False,
    side: SideWord = "right",
    theme: Theme | ThemeWord = "default",
    paint: PaintWord = "attributes",
    title: str | None = None,
    id_prefix: str | None = None,
    catalogue: Catalogue | None = None,
) -> str:
    """Return the figure of *exercise*, or of the exercise with that id, as SVG text. Pure.

    *frame*: `start`, `end`, `both` (the end, the start's silhouette and an arrow), or `side-by-side`
    (every key frame beside the next). *side* is the side that works. *paint*: `attributes` takes
    colours from CSS variables such as `--hk-skin` and falls back to the *theme*'s; `hex` writes plain
    colours, for PDF, e-mail and renderers without CSS. *title* is what a screen reader says first, the
    exercise's name unless given; a description made from the pose data follows. Give each figure of one
    page its own *id_prefix*. An exercise without pose data is drawn in the base posture of its position,
    and says so.
    Raises `RequestError` with every problem, `UnknownExercise` for an id that *catalogue* lacks.
    """
    problems: list[Problem] = []
    known = catalogue_of(catalogue, problems)
    problems += _unknown_words(frame, _FRAMES, "frame")
    problems += _unknown_words(side, _SIDES, "side")
    problems += _unknown_words(paint, _PAINTS, "paint")
    problems += _unfit_texts(title, id_prefix)
    if type(animated) is not bool:
        problems.append(not_a(bool, animated, "animated"))
    colours = Theme()
    try:
        colours = theme_of(theme)
    except RequestError as error:
        problems += error.problems
    if not isinstance(exercise, Exercise | str):
        problems.append(not_a(Exercise, exercise, "exercise", "give an exercise, or its id"))
    if problems or not isinstance(exercise, Exercise | str):
        raise RequestError(problems)
    drawn = exercise if isinstance(exercise, Exercise) else known[exercise]
    own = figure_of(drawn)
    figure = own or base_figure(drawn)
    worked = worked_of(drawn, figure)
    poses = Poses(figure)
    is_mirrored = side != figure.working_side.value
    description = described(
        drawn, poses, worked, load_words(), is_mirrored=is_mirrored, has_pose=own is not None
    )
    look = Look(
        frame=frame,
        animated=animated,
        theme=colours,
        is_plain=paint == "hex",
        is_mirrored=is_mirrored,
        title=drawn.name if title is None else title,
        description=description,
        prefix=id_prefix or "hk-" + drawn.id.replace(".", "_"),
    )
    return draw_figure(poses, worked, look)


def figure_of(exercise: Exercise) -> Figure | None:
    """Return the figure that *exercise* carries, else the packaged one of its id, else None."""
    return exercise.figure or load_figures().get(exercise.id)


def base_figure(exercise: Exercise) -> Figure:
    """Return the base posture of the position in which *exercise* is done first."""
    posture = _POSTURE_OF[exercise.positions[0]]
    return Figure(posture, still=True)


def _unknown_words(given: object, words: tuple[str, ...], path: str) -> list[Problem]:
    if isinstance(given, str) and given in words:
        return []
    return [
        Problem(
            ProblemCode.UNKNOWN_WORD,
            f"{show(given)} is not one of {', '.join(words)}",
            nearest(given, words) if isinstance(given, str) else f"use {words[0]!r}",
            path=path,
            value=show(given),
        )
    ]


def _unfit_texts(title: object, prefix: object) -> list[Problem]:
    problems: list[Problem] = []
    if title is not None and (
        type(title) is not str or not title.isprintable() or not 0 < len(title) <= _LONGEST_TITLE
    ):
        problems.append(
            Problem(
                ProblemCode.MALFORMED,
                f"{show(title)} cannot be a title",
                f"use one plain line of 1 to {_LONGEST_TITLE} characters",
                path="title",
                value=show(title),
            )
        )
    if prefix is not None and (type(prefix) is not str or not _PREFIX.match(prefix)):
        problems.append(
            Problem(
                ProblemCode.MALFORMED,
                f"{show(prefix)} cannot begin an id",
                "use a letter, then letters, digits, hyphens and underscores, 80 at most",
                path="id_prefix",
                value=show(prefix),
            )
        )
    return problems
