"""The article hipkit grew out of: every sentence is carried by a record, or says why not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from record_rules.reading import DATA

import hipkit
from hipkit.pantry import read_text

SENTENCES: list[dict[str, Any]] = json.loads(read_text("evidence", "article.json", data=DATA))[
    "sentences"
]
KNOWN = {
    *hipkit.load_catalogue().ids,
    *hipkit.load_evidence().ids,
    *(tip.id for tip in hipkit.load_tips()),
    *(protocol.id for protocol in hipkit.load_evidence().protocols),
}
FIVE = {
    "side-lying-hip-abduction": "15-20",
    "side-lying-hip-adduction": "15-20",
    "single-leg-deadlift": "12-15",
    "clamshell": "15-20",
    "side-lunge": "12-15",
}
"""The article's exercises and the repetitions that it prints."""


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda each: each["text"][:30])
def test_a_sentence_is_carried_or_says_why_not(sentence: dict[str, Any]) -> None:
    """By something that is there; nothing is lost in silence."""
    assert set(sentence["carried_by"]) <= KNOWN
    assert sentence["carried_by"] or sentence["not_carried"]


def test_the_whole_article_is_there() -> None:
    """Its title and 35 sentences."""
    assert len(SENTENCES) == 36


@pytest.mark.parametrize(("id", "count"), FIVE.items())
def test_its_prescriptions_stand(id: str, count: str) -> None:
    """Some level has just the article's repetitions, and every level ends where it does."""
    bands = [band for band in hipkit.load_catalogue()[id].dose if band.goal is hipkit.Goal.STRENGTH]
    assert count in {str(band.count) for band in bands}
    assert {band.sets for band in bands} == {hipkit.Span(1, 3)}
    assert all("article" in {each.key for each in band.sources} for band in bands)
    assert {band.count.high for band in bands} == {int(count.split("-")[1])}


def test_its_six_tips_are_shown() -> None:
    """Warm-up, stretching, form, roller, advice, and listening to one's body."""
    assert [tip.id for tip in hipkit.load_tips() if tip.from_article] == [
        "warm-up", "stretching", "running-form", "foam-roller", "ask-a-professional",
        "listen-to-your-body",
    ]  # fmt: skip
