"""The packaged safety rules and tips: facts and words of one language, met here."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..errors import CatalogueError
from ..model import Safety, Tip
from ..pantry import read_text
from ..storing.documents import Unreadable, open_document, parse
from .reading import Gathered


def _opened(kind: str, *path: str) -> dict[str, Any]:
    try:
        return open_document(parse(read_text(*path)), kind)
    except Unreadable as error:
        raise CatalogueError(each.at(source="/".join(path)) for each in error.problems) from None


@cache
def load_safety() -> Safety:
    """Return the packaged cautions, notices and stops, in English; loaded once."""
    facts = _opened("safety-rules", "evidence", "safety.json")
    words = _opened("safety-words", "words", "en", "safety.json")
    labels = _opened("labels", "words", "en", "labels.json")["templates"]
    gathered = Gathered()
    safety = gathered.read(
        {
            "cautions": [
                {**each, "label": labels.get(f"caution.{each['caution']}", "")}
                for each in facts["cautions"]
            ],
            "notices": words["notices"],
            "rules": facts["rules"],
            "stops": words["stops"],
        },
        Safety,
        "evidence/safety.json",
    )
    if safety is None:
        raise CatalogueError(gathered.problems)
    return safety


@cache
def load_tips() -> tuple[Tip, ...]:
    """Return the packaged tips, in English; loaded once."""
    facts = _opened("tips", "evidence", "tips.json")
    words = _opened("tip-words", "words", "en", "tips.json")
    gathered = Gathered()
    tips = [
        gathered.read(
            {**each, "text": words["tips"].get(each["id"], "")}, Tip, "evidence/tips.json"
        )
        for each in facts["tips"]
    ]
    if gathered.problems:
        raise CatalogueError(gathered.problems)
    return tuple(tip for tip in tips if tip is not None)
