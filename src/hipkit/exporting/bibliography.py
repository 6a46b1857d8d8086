"""Studies as BibTeX and as CSL-JSON, for reference managers.

Rule: only what was seen is written; a citation that is incomplete says so in its note. Keys are
hipkit's own ids. Formats: the BibTeX entry types `article` and `misc`; CSL 1.0.2 input data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from ..errors import Problem, ProblemCode, RequestError, first_of, not_a
from ..model import Read, Study

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, also those behind a backslash
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MOST_STUDIES = 100_000
_INITIALS = re.compile(r"(?P<family>\S.*) (?P<given>[A-Z]{1,4})")
_READ = {
    Read.TEXT: "read in full or in its relevant part",
    Read.TABLE: "its table was read",
    Read.ABSTRACT: "only its abstract was read",
    Read.SECONDARY: "read only through somebody's summary",
}


def to_bibtex(studies: Iterable[Study]) -> str:
    """Return *studies* as BibTeX entries, in the order given; an empty text for none.

    Raises `RequestError` for anything that is not a `Study`.
    """
    return "".join(f"{_entry(study)}\n" for study in _checked(studies))


def to_csl_json(studies: Iterable[Study]) -> str:
    """Return *studies* as a CSL-JSON list, in the order given.

    Raises `RequestError` for anything that is not a `Study`.
    """
    items = [_item(study) for study in _checked(studies)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _checked(studies: Iterable[Study]) -> list[Study]:
    found: list[Any] = [studies]
    if isinstance(studies, Iterable):
        found = list(islice(studies, _MOST_STUDIES + 1))
    if len(found) > _MOST_STUDIES:
        message = f"there are more than {_MOST_STUDIES} studies"
        raise RequestError([Problem(ProblemCode.TOO_LARGE, message, "give fewer", path="studies")])
    problems = first_of(
        not_a(
            Study,
            each,
            f"studies[{index}]",
            "give studies of hipkit.load_evidence() or of hipkit.evidence_for()",
        )
        for index, each in enumerate(found)
        if not isinstance(each, Study)
    )
    if problems:
        raise RequestError(problems)
    return found


def _note(study: Study) -> str:
    parts = [study.note, _READ[study.read]]
    if not study.complete:
        parts.append("incomplete: what is missing was not seen")
    return "; ".join(part for part in parts if part)


def _entry(study: Study) -> str:
    kind = "article" if study.journal else "misc"
    authors = [_bibtex_name(name) for name in study.authors]
    authors += ["others"] if study.and_others else []
    fields = {
        "author": " and ".join(authors),
        "title": f"{{{_escaped(study.title)}}}" if study.title else "",
        "journal": _escaped(study.journal),
        "year": str(study.year or ""),
        "volume": _escaped(study.volume),
        "number": _escaped(study.issue),
        "pages": _escaped(study.pages.replace("-", "--")),
        "doi": _escaped(study.doi),
        "pmid": _escaped(study.pubmed),
        "pmcid": _escaped(study.pmc),
        "url": _escaped(f"https://{study.address}") if study.address else "",
        "note": _escaped(_note(study)),
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{_key(study.id)}{lines}\n}}\n"


def _key(id: str) -> str:
    """Return *id* as a BibTeX key: what is neither letter, digit, dot nor hyphen becomes a hyphen."""
    return re.sub(r"[^A-Za-z0-9.\-]", "-", id)


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(letter, letter) for letter in text)


def _person(name: str) -> tuple[str, str] | None:
    """Return the family name and the dotted initials in *name*, or None for a group or other form."""
    person = _INITIALS.fullmatch(name)
    if person is None:
        return None
    return person["family"], " ".join(f"{letter}." for letter in person["given"])


def _bibtex_name(name: str) -> str:
    person = _person(name)
    return f"{{{_escaped(name)}}}" if person is None else f"{_escaped(person[0])}, {person[1]}"


def _csl_name(name: str) -> dict[str, str]:
    person = _person(name)
    return {"literal": name} if person is None else {"family": person[0], "given": person[1]}


def _item(study: Study) -> dict[str, Any]:
    authors = [_csl_name(name) for name in study.authors]
    authors += [{"literal": "others"}] if study.and_others else []
    kind = "article-journal" if study.journal else "webpage" if study.address else "document"
    item: dict[str, Any] = {
        "id": study.id,
        "type": kind,
        "author": authors,
        "title": study.title,
        "container-title": study.journal,
        "issued": {"date-parts": [[study.year]]} if study.year else None,
        "volume": study.volume,
        "issue": study.issue,
        "page": study.pages,
        "DOI": study.doi,
        "PMID": study.pubmed,
        "PMCID": study.pmc,
        "URL": f"https://{study.address}" if study.address else "",
        "note": _note(study),
    }
    return {name: value for name, value in item.items() if value}
