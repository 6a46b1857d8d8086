"""Alternatives as documents: what could take an item's place, and what that would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Alternative
from .document import Document, Items
from .reasons import is_gain, sentence
from .routines import slot_item
from .voice import Voice


def alternatives_document(alternatives: Iterable[Alternative], voice: Voice) -> Document:
    """Return *alternatives* as a list: each with its dose, its loss, and its reasons."""
    return Document(
        (Items(tuple(slot_item(each.slot, _notes(each, voice), voice) for each in alternatives)),),
        voice.say("alternatives.title"),
    )


def _notes(alternative: Alternative, voice: Voice) -> Iterator[str]:
    yield _loss(alternative.loss, voice)
    yield voice.listed((sentence(each, voice) for each in alternative.reasons), "list.semicolon")


def _loss(loss: int, voice: Voice) -> str:
    if is_gain(loss):
        return voice.say("alternative.gain", gain=-loss)
    return voice.say("alternative.loss" if loss else "alternative.level", loss=loss)
