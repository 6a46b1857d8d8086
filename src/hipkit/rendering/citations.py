"""A study as a sentence. Rule: only what was seen is said, and what is missing is said to be."""

from __future__ import annotations

from ..model import Study
from .voice import Voice

_MOST_AUTHORS = 3


def citation(study: Study, voice: Voice) -> str:
    """Return *study* as one line: authors, title, place, identifiers, and how much was read."""
    return voice.say(
        "citation",
        authors=_ended(_authors(study, voice)),
        title=_ended(study.title),
        place=_ended(_place(study)),
        ids=_ended(_ids(study)).rstrip(),
        id=study.id,
        read=voice.label(study.read),
        incomplete="" if study.complete else voice.say("citation.incomplete"),
    )


def _ended(text: str) -> str:
    if not text:
        return ""
    return f"{text} " if text.endswith((".", "?", "!")) else f"{text}. "


def _authors(study: Study, voice: Voice) -> str:
    named = ", ".join(study.authors[:_MOST_AUTHORS])
    if study.and_others or len(study.authors) > _MOST_AUTHORS:
        return voice.say("citation.others", authors=named)
    return named


def _place(study: Study) -> str:
    volume = study.volume + (f"({study.issue})" if study.issue else "")
    numbers = ":".join(part for part in (volume, study.pages) if part)
    year = str(study.year) if study.year else ""
    dated = ";".join(part for part in (year, numbers) if part)
    return " ".join(part for part in (study.journal or study.address, dated) if part)


def _ids(study: Study) -> str:
    named = (("doi:", study.doi), ("PMID ", study.pubmed), ("", study.pmc))
    return ", ".join(f"{name}{value}" for name, value in named if value)
