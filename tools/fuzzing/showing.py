"""Nouns whose every text is hostile, and what each writer makes of them."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Any, NamedTuple

import hipkit
from hipkit.model.plain import is_list, is_object

from .asking import answered
from .documents import places, plain_noun
from .judging import bibtex_is_whole, html_is_ours, noun_is_whole, skeleton, text_fits
from .values import TEXTS

SHOWN = (
    *(hipkit.Routine, hipkit.Exercise, hipkit.FullExplanation, hipkit.WhyNot),
    *(hipkit.Alternative, hipkit.ExerciseEvidence, hipkit.Reason, hipkit.Relaxation),
)
_TEXTS = frozenset(
    (
        *(
            "name",
            "summary",
            "set_up",
            "steps",
            "cues",
            "mistake",
            "instead",
            "felt_in",
            "not_felt_in",
        ),
        *(
            "breathing",
            "note",
            "easier_way",
            "other_names",
            "text",
            "stops",
            "by",
            "title",
            "journal",
        ),
        *("authors", "volume", "issue", "pages", "doi", "pubmed", "pmc", "address", "statement"),
        *("population", "measured", "stated", "load", "unlinked", "reason", "runner_up_name"),
        *("replaced_by", "ids", "family", "printed", "why", "how", "used", "instead_of", "word"),
    )
)
"""Fields and facts that hold free text."""


class Shown(NamedTuple):
    """A noun full of hostile texts, the same with plain ones in their place, and how it is to be shown."""

    noun: Any
    twin: Any
    width: int
    characters: Any


def shown(chance: Random) -> Shown | None:
    """Return a noun whose every free text is hostile, and its twin; None where that is no noun."""
    cls = chance.choice(SHOWN)
    tree = plain_noun(chance, cls)
    twin = _filled(tree, lambda _: "x")
    hostile = _filled(tree, partial(_hostile, chance))
    try:
        noun, other = hipkit.from_plain(hostile, cls), hipkit.from_plain(twin, cls)
    except hipkit.InvalidValue:
        return None
    width = chance.choice((20, 40, 80, 1_000))
    return Shown(noun, other, width, chance.choice(("unicode", "ascii")))


def _hostile(chance: Random, fact: bool) -> str:
    said = chance.choice(TEXTS) + chance.choice(("", "", " ", "x", chance.choice(TEXTS)))
    if not fact:
        said = "".join(each for each in said if each.isprintable()).strip()
    return said[:40] or "x"


def _filled(tree: Any, fill: Any) -> Any:
    """Return a copy of *tree* with its free texts filled anew, each list of them without repeats."""
    if is_list(tree):
        return [_filled(each, fill) for each in tree]
    if not is_object(tree):
        return tree
    is_fact = "facts" not in tree and all(type(each) in (int, str) for each in tree.values())
    made: dict[str, Any] = {}
    for key, value in tree.items():
        if key in _TEXTS and type(value) is str and value:
            made[key] = fill(is_fact and "name" not in tree)
        elif key in _TEXTS and is_list(value) and value and type(value[0]) is str:
            made[key] = [f"{fill(False)[:30]} {place}" for place, _ in enumerate(value)]
        else:
            made[key] = _filled(value, fill)
    return made


def show(case: Shown | None) -> None:
    """Write a noun in every form, and expect that its texts are only ever text."""
    if case is None:
        return
    noun, twin, width, characters = case
    text_fits(
        hipkit.to_text(noun, width=width, characters=characters, more=True), width, characters
    )
    assert skeleton(hipkit.to_markdown(noun)) == skeleton(hipkit.to_markdown(twin)), "other blocks"
    html_is_ours(hipkit.to_html(noun))
    noun_is_whole(noun)


def studies(chance: Random) -> list[Any]:
    """Return studies whose every text is hostile."""
    filled = [
        _filled(plain_noun(chance, hipkit.Study), partial(_hostile, chance)) for _ in range(3)
    ]
    made = [answered(partial(hipkit.from_plain, each, hipkit.Study)) for each in filled]
    return [each for each in made if isinstance(each, hipkit.Study)]


def cite(found: list[Any]) -> None:
    """Write studies as BibTeX and CSL-JSON."""
    import json

    bibtex_is_whole(hipkit.to_bibtex(found), len(found))
    assert len(json.loads(hipkit.to_csl_json(found).encode())) == len(found)


__all__ = ["SHOWN", "Shown", "cite", "places", "show", "shown", "studies"]
