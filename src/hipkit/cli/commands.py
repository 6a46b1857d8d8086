"""The commands: which of hipkit's verbs each calls, and what it answers.

Rule: a command takes parsed arguments and returns an answer; it prints nothing and catches nothing that
`main` can say.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from attrs import Attribute, asdict, frozen

from ..errors import CatalogueError, Problem, UnknownExercise
from ..model import Exercise

if TYPE_CHECKING:
    from ..catalogue import Catalogue
    from ..rendering import Noun

_HINT = (
    "How to do one: hipkit show {id}\n"
    "Something sore? Say so with --caution; hipkit routine --help lists what can be spared."
)


@frozen
class Answer:
    """What a command has to say, and whether it is a yes (0) or a no (1)."""

    text: str
    status: int = 0
    is_json: bool = False
    is_markdown: bool = False
    is_html: bool = False


def _words(given: list[str] | None) -> list[Any] | None:
    """Return the words of an option given as 'a,b', repeatedly or both; None if it was not given."""
    if given is None:
        return None
    words = [word.strip() for each in given for word in each.split(",")]
    return [word for word in words if word and word != "none"]


def _catalogue(given: argparse.Namespace) -> Catalogue:
    from .. import load_catalogue

    base = load_catalogue(plugins=given.plugins)
    return base if given.catalogue is None else _beside(base, given.catalogue)


def _beside(base: Catalogue, path: str) -> Catalogue:
    """Return *base* with one's own exercises, and the studies they cite, at its end."""
    from .. import read_catalogue

    own = read_catalogue(path)
    studies = [study for study in own.studies if study.id not in base.sources]
    return base.with_exercises(*own, studies=studies)


def _shown(
    nouns: Sequence[Noun],
    given: argparse.Namespace,
    *,
    more: bool = False,
    is_wide: bool = False,
    hint: str = "",
) -> Answer:
    """Return *nouns* as asked for; what is wide is only as narrow as the terminal makes it."""
    from ..rendering import NARROWEST, WIDEST, to_markdown, to_page, to_text

    if given.html:
        return Answer(to_page(nouns).rstrip("\n"), is_html=True)
    if given.markdown:
        return Answer("\n\n".join(to_markdown(noun) for noun in nouns), is_markdown=True)
    usual, most = (WIDEST, WIDEST) if is_wide else (80, 100)
    width = max(NARROWEST, min(most, get_terminal_size((usual, 24)).columns))
    texts = [to_text(noun, width=width, more=more) for noun in nouns]
    return Answer("\n\n".join([*texts, *([hint] if hint else ())]))


def routine(given: argparse.Namespace) -> Answer:
    """Build a routine, and explain it where that is asked for."""
    from .. import build_routine, dumps, explain

    catalogue = _catalogue(given)
    routine = build_routine(
        given.minutes,
        goal=given.goal,
        level=given.level,
        equipment=_words(given.equipment) or (),
        focus=_words(given.focus) or (),
        cautions=_words(given.caution) or (),
        positions=_words(given.positions),
        include=_words(given.include) or (),
        exclude=_words(given.exclude) or (),
        recent=_words(given.recent) or (),
        seed=given.seed,
        catalogue=catalogue,
    )
    if given.json:
        return Answer(dumps(routine, indent=2), is_json=True)
    nouns: list[Noun] = [routine]
    if given.why:
        nouns.append(explain(routine, catalogue=catalogue))
    hint = _HINT.format(id=routine.slots[0].exercise.id)
    return _shown(nouns, given, more=given.stops, hint=hint)


def list_(given: argparse.Namespace) -> Answer:
    """List the exercises that meet every condition given."""
    exercises = _catalogue(given).where(
        group=given.group,
        goal=given.goal,
        level_at_most=given.level,
        needs_only=_words(given.equipment),
        muscle=given.muscle,
    )
    if given.json:
        return _json([_row(exercise) for exercise in exercises])
    return _shown([exercises], given, is_wide=True)


def _row(exercise: Exercise) -> dict[str, Any]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "group": exercise.group,
        "level": exercise.level,
        "needs": exercise.needs,
    }


def show(given: argparse.Namespace) -> Answer:
    """Show one exercise."""
    from .. import dumps

    exercise = _called(given.exercise, _catalogue(given))
    if given.json:
        return Answer(dumps(exercise, indent=2), is_json=True)
    return _shown([exercise], given)


def _called(text: str, catalogue: Catalogue) -> Exercise:
    """Return the exercise whose id, alias or name *text* is."""
    try:
        return catalogue[text]
    except UnknownExercise:
        for found in catalogue.find(text):
            names = (found.name, *found.instructions.other_names, *found.aliases)
            if text.casefold() in [name.casefold() for name in names]:
                return found
        raise


def draw(given: argparse.Namespace) -> Answer:
    """Draw one exercise, or every one."""
    from .drawing import draw_all, draw_one

    catalogue = _catalogue(given)
    look: dict[str, Any] = {
        "frame": given.frame,
        "animated": given.animated,
        "side": given.side,
        "theme": given.theme,
        "paint": given.paint,
        "catalogue": catalogue,
    }
    if given.all is not None:
        return Answer(draw_all(catalogue, given.all, look))
    return Answer(draw_one(_called(given.exercise, catalogue), given.output, look))


def new(given: argparse.Namespace) -> Answer:
    """Write a file to put exercises of one's own in."""
    from .skeleton import write_skeleton

    exercise: dict[str, Any] = {
        "id": given.id,
        "name": given.name,
        "group": given.group,
        "positions": _words([given.position]),
    }
    if given.laterality is not None:
        exercise["laterality"] = given.laterality
    return Answer(write_skeleton(given.file, exercise))


def check(given: argparse.Namespace) -> Answer:
    """Check files of one's own, as they would stand beside the packaged exercises."""
    from .. import load_catalogue

    lines: list[str] = []
    found: list[Problem] = []
    for path in given.files:
        try:
            own = len(_beside(load_catalogue(), path)) - len(load_catalogue())
        except CatalogueError as error:
            found += error.problems
            lines += [str(problem) for problem in error.problems]
        else:
            lines.append(f"ok: {own} {'exercise' if own == 1 else 'exercises'}")
    status = 1 if found else 0
    if given.json:
        return _json([asdict(problem, filter=_is_told) for problem in found], status)
    return Answer("\n".join(lines), status)


def _is_told(attribute: Attribute[Any], _value: object) -> bool:
    return attribute.name != "value"


def _json(plain: object, status: int = 0) -> Answer:
    import json

    return Answer(json.dumps(plain, ensure_ascii=False, indent=2), status, is_json=True)
