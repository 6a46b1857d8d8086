"""Nouns for other programs. Rule: every writer escapes what came from data."""

from __future__ import annotations

from .bibliography import to_bibtex as to_bibtex
from .bibliography import to_csl_json as to_csl_json

__all__ = ["to_bibtex", "to_csl_json"]
