"""Evidence as a noun: found by id, and the studies behind rules."""

from __future__ import annotations

import pytest

import hipkit
from hipkit import Evidence, InvalidValue, Rule, Study, UnknownSource

EVIDENCE = hipkit.load_evidence()


def test_evidence_is_loaded_once() -> None:
    """The same object ever after."""
    assert hipkit.load_evidence() is EVIDENCE
    assert repr(EVIDENCE) == "<Evidence of 170 studies, 40 rules, 126 measurements, 3 protocols>"


def test_studies_and_rules_are_found_by_id() -> None:
    """Both are sources that a record may cite."""
    assert isinstance(EVIDENCE["distefano2009"], Study)
    assert isinstance(EVIDENCE["r14"], Rule)
    assert {"r14", "LEPP24", "distefano2009"} <= EVIDENCE.ids


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: EVIDENCE["LEPP42"], "there is no study or rule 'LEPP42'"),
        (lambda: EVIDENCE.protocol("polglas"), "there is no protocol 'polglas'"),
        (lambda: EVIDENCE.protocol(7), "there is no protocol 7"),
        (lambda: EVIDENCE[None], "there is no study or rule None"),
    ],
)
def test_an_unknown_source_names_the_nearest(ask: object, said: str) -> None:
    """In words, never as a bare key."""
    with pytest.raises(UnknownSource) as caught:
        ask()  # type: ignore[operator]
    assert said in str(caught.value)
    assert isinstance(caught.value, LookupError)


def test_the_studies_behind_rules_and_studies() -> None:
    """Each once, by id, with those of rules."""
    behind = EVIDENCE.studies_behind("r14", "LEPP24", "ADD22")
    assert [study.id for study in behind] == ["ADD22", "AHPSUF", "LEPP24", "SILB07", "VINC17"]
    assert EVIDENCE.studies_behind() == ()


def test_a_rule_whose_study_is_not_there_is_no_obstacle() -> None:
    """Evidence of one's own may hold a rule without its studies."""
    rule = Rule("own", "Rest.", hipkit.Grade.C, ("nowhere",))
    assert Evidence(rules=(rule,)).studies_behind("own") == ()


def test_all_unknown_sources_are_named_at_once() -> None:
    """So that nobody mends them one by one."""
    with pytest.raises(UnknownSource) as caught:
        EVIDENCE.studies_behind("r14", "r41", "nobody")
    assert len(caught.value.problems) == 2


def test_what_is_no_study_is_refused() -> None:
    """By the class itself."""
    with pytest.raises(InvalidValue):
        Evidence(studies=("LEPP24",))  # type: ignore[arg-type]
