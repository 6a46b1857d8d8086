"""Reading the `Words` of one language from `data/words`.

Rule: plain `json` will do, so an app that shows a stored routine pays for no converter, catalogue or
solver. A language is looked up in a list, never joined into a path unseen.
"""

from __future__ import annotations

import json
from functools import cache

from ..errors import Problem, ProblemCode, RequestError, nearest, show
from ..model.words import Template, Words
from ..pantry import read_text

LANGUAGES = ("en",)
"""The languages that have a folder in `data/words`; a test keeps the two equal."""

_FILES = ("labels", "sentences")


def load_words(language: str = "en") -> Words:
    """Return the labels and sentences of *language*: read once, frozen, the same ever after.

    Raises `RequestError`, naming the languages there are, when hipkit does not speak it.
    """
    if language not in LANGUAGES:
        raise RequestError(
            [
                Problem(
                    ProblemCode.UNKNOWN_WORD,
                    f"there are no words for the language {show(language)}",
                    nearest(language, LANGUAGES),
                    path="language",
                    value=show(language),
                )
            ]
        )
    return _load(language)


@cache
def _load(language: str) -> Words:
    templates: list[Template] = []
    for name in _FILES:
        document = json.loads(read_text("words", language, f"{name}.json"))
        templates += [_template(key, said) for key, said in document["templates"].items()]
    return Words(language, tuple(templates))


def _template(key: str, said: str | dict[str, str]) -> Template:
    return Template(key, said) if isinstance(said, str) else Template(key, **said)
