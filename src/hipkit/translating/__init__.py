"""The words of a language, read from the pantry; deciding and drawing up never come here."""

from __future__ import annotations

from .wording import LANGUAGES as LANGUAGES
from .wording import load_words as load_words

__all__ = ["LANGUAGES", "load_words"]
