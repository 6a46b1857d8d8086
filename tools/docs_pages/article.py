"""The page that follows the article, with which hipkit began, into the data."""

from __future__ import annotations

import json
from typing import Any

from record_rules.reading import DATA

from hipkit.pantry import read_text

from .parts import codes, page, table, text


def article_page() -> str:
    """Return the page that follows the article sentence by sentence into the data."""
    sentences: list[dict[str, Any]] = json.loads(read_text("evidence", "article.json", data=DATA))[
        "sentences"
    ]
    carried = sum(bool(each["carried_by"]) and not each["not_carried"] for each in sentences)
    partly = sum(bool(each["carried_by"]) and bool(each["not_carried"]) for each in sentences)
    rows = [
        [text(each["text"]), codes(each["carried_by"]), text(each["not_carried"]) or "–"]
        for each in sentences
    ]
    return page(
        "The article",
        "hipkit began with one article from the web on hip exercises for runners. Here is each of its "
        "sentences, in our words, with the exercise, rule or tip that carries it, and what was not "
        "carried over and why. It is an article, not a study: what it says has grade C.",
        f"Of {len(sentences)} sentences {carried} are carried whole, {partly} in part, "
        f"{len(sentences) - carried - partly} not.",
        table(["what it says", "carried by", "not carried, and why"], rows),
    )
