"""Studies for reference managers: only what was seen, escaped, and incomplete where it is."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Read, RequestError, Study, to_bibtex, to_csl_json
from hipkit.testing import nouns

EVIDENCE = hipkit.load_evidence()


def study(**changes: object) -> Study:
    """Return a whole study, but for *changes*."""
    facts: dict[str, object] = {
        "id": "DOE20",
        "authors": ("Doe JA", "Van der Berg K", "National Health Service"),
        "title": "Hips & knees: 50% of {it}",
        "read": Read.ABSTRACT,
        "journal": "J Hips",
        "year": 2020,
        "volume": "7",
        "issue": "2",
        "pages": "11-19",
        "doi": "10.1000/x_y",
        "pubmed": "123",
        "pmc": "PMC9",
    }
    return Study(**(facts | changes))  # type: ignore[arg-type]


def test_an_article_in_bibtex() -> None:
    """Names with initials apart, organisations whole, special characters escaped."""
    assert to_bibtex([study()]) == (
        "@article{DOE20,\n"
        "  author = {Doe, J. A. and Van der Berg, K. and {National Health Service}},\n"
        "  title = {{Hips \\& knees: 50\\% of \\textbraceleft{}it\\textbraceright{}}},\n"
        "  journal = {J Hips},\n"
        "  year = {2020},\n"
        "  volume = {7},\n"
        "  number = {2},\n"
        "  pages = {11--19},\n"
        "  doi = {10.1000/x\\_y},\n"
        "  pmid = {123},\n"
        "  pmcid = {PMC9},\n"
        "  note = {only its abstract was read}\n"
        "}\n\n"
    )


def test_an_article_in_csl_json() -> None:
    """The same facts under the names of CSL."""
    (item,) = json.loads(to_csl_json([study()]))
    assert item == {
        "id": "DOE20",
        "type": "article-journal",
        "author": [
            {"family": "Doe", "given": "J. A."},
            {"family": "Van der Berg", "given": "K."},
            {"literal": "National Health Service"},
        ],
        "title": "Hips & knees: 50% of {it}",
        "container-title": "J Hips",
        "issued": {"date-parts": [[2020]]},
        "volume": "7",
        "issue": "2",
        "page": "11-19",
        "DOI": "10.1000/x_y",
        "PMID": "123",
        "PMCID": "PMC9",
        "note": "only its abstract was read",
    }


def test_a_page_is_no_article() -> None:
    """It has an address, and none of the fields that it lacks."""
    page = study(
        authors=(), title="", journal="", year=None, volume="", issue="", pages="", doi="",
        pubmed="", pmc="", address="hips.example/page", note="archived", read=Read.TEXT,
    )  # fmt: skip
    assert to_bibtex([page]) == (
        "@misc{DOE20,\n  url = {https://hips.example/page},\n"
        "  note = {archived; read in full or in its relevant part}\n}\n\n"
    )
    (item,) = json.loads(to_csl_json([page]))
    assert item["type"] == "webpage"
    assert item["URL"] == "https://hips.example/page"
    nowhere = study(journal="")
    assert json.loads(to_csl_json([nowhere]))[0]["type"] == "document"


def test_an_incomplete_citation_says_so() -> None:
    """And a list of authors that goes on says that it does."""
    partial = study(complete=False, and_others=True, read=Read.SECONDARY)
    said = "read only through somebody's summary; incomplete: what is missing was not seen"
    assert said in to_bibtex([partial])
    assert " and others}" in to_bibtex([partial])
    (item,) = json.loads(to_csl_json([partial]))
    assert item["note"] == said
    assert item["author"][-1] == {"literal": "others"}


def test_any_selection_can_be_written() -> None:
    """All of them, those behind an exercise, none."""
    entries = to_bibtex(EVIDENCE.studies)
    assert len(re.findall(r"^@(?:article|misc)\{", entries, re.MULTILINE)) == len(EVIDENCE.studies)
    assert len(json.loads(to_csl_json(EVIDENCE.studies))) == len(EVIDENCE.studies)
    assert "@article{distefano2009," in to_bibtex(hipkit.evidence_for("clamshell").studies)
    assert to_bibtex([]) == ""
    assert json.loads(to_csl_json(())) == []
    keys = re.findall(r"^@\w+\{(.+),$", entries, re.MULTILINE)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("wrong", [["LEPP24"], [EVIDENCE.rules[0]], 7, "LEPP24", [None]])
def test_what_is_no_study_is_refused(wrong: object) -> None:
    """With its place, and what to give instead."""
    for write in (to_bibtex, to_csl_json):
        with pytest.raises(RequestError, match="expected a Study"):
            write(wrong)  # type: ignore[arg-type]


@given(st.lists(nouns(Study), max_size=3))
def test_nothing_escapes_its_field(studies: list[Study]) -> None:
    """Escaped: braces balance whatever a title holds, so no entry can end early or begin another."""
    entries = to_bibtex(studies)
    plain = re.sub(r"\\[{}]", "", entries)
    depth = 0
    for letter in plain:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    assert entries.count("\n@") + entries.startswith("@") == len(studies)
    assert len(json.loads(to_csl_json(studies))) == len(studies)
