"""Packs: what is loaded equals what people edit, strictly read."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_rules.reading import DATA

import hipkit
from hipkit import model
from hipkit.catalogue.guidance import default_policy_digest
from hipkit.catalogue.packaged import Packaged, read_packaged
from hipkit.composing import default_policy
from hipkit.storing import digest_of, to_plain
from hipkit.storing.packing import pack, unpack
from hipkit.testing import nouns

TOOL = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "build_packs.py"))
NOUNS = [
    model.CautionRule, model.Evidence, model.Exercise, model.Measurement, model.NoticeRule,
    model.Protocol, model.Rule, model.Study, model.Tip, model.Tombstone,
]  # fmt: skip
"""What packs are made of, with all that these hold."""


@pytest.fixture(scope="module")
def packaged() -> Packaged:
    """Return every packaged record, strictly read."""
    return read_packaged(DATA)


def test_what_is_loaded_equals_the_records(packaged: Packaged) -> None:
    """Nothing is lost, changed or left over on the way through the packs."""
    catalogue = hipkit.load_catalogue()
    assert catalogue.exercises == packaged.exercises
    assert catalogue.tombstones == packaged.tombstones
    assert catalogue.sources == packaged.evidence.ids
    assert hipkit.load_evidence() == packaged.evidence
    assert hipkit.load_safety() == packaged.safety
    assert hipkit.load_tips() == packaged.tips


def test_what_is_loaded_is_of_the_same_types(packaged: Packaged) -> None:
    """Equal is not enough: words are words and tuples tuples, so their plain data is the same."""
    assert to_plain(hipkit.load_catalogue().exercises) == to_plain(packaged.exercises)
    assert repr(hipkit.load_evidence().protocols) == repr(packaged.evidence.protocols)
    assert repr(hipkit.load_safety()) == repr(packaged.safety)
    assert [repr(each.dose) for each in hipkit.load_catalogue()] == [
        repr(each.dose) for each in packaged.exercises
    ]


def test_the_digests_are_those_of_what_is_loaded(packaged: Packaged) -> None:
    """They were reckoned when the packs were made, and are what they would be now."""
    assert hipkit.load_catalogue().digest == hipkit.Catalogue(packaged.exercises).digest
    for goal in hipkit.Goal:
        assert default_policy_digest(goal) == digest_of(default_policy(goal))


def test_the_packs_are_fresh() -> None:
    """Whoever edits a record is told to write the packs anew."""
    for name, plain in TOOL["packs"]().items():
        text = (TOOL["FOLDER"] / f"{name}.json").read_text(encoding="utf-8")
        assert text == TOOL["written"](plain), "run python tools/build_packs.py"


def test_a_changed_catalogue_has_a_digest_of_its_own() -> None:
    """The digest that was kept is never carried over to another catalogue."""
    whole = hipkit.load_catalogue()
    smaller = whole.without("clamshell")
    assert smaller.digest != whole.digest
    assert smaller.digest == hipkit.Catalogue(smaller.exercises).digest


@given(st.lists(st.sampled_from(NOUNS).flatmap(nouns), max_size=4))
def test_any_nouns_come_back_from_a_pack(values: list[Any]) -> None:
    """Round trip: through JSON, equal and with the same representation."""
    again = unpack(json.loads(json.dumps(pack(values))))
    assert again == tuple(values)
    assert repr(again) == repr(tuple(values))


def test_a_pack_holds_each_thing_once() -> None:
    """Two exercises that share a dose share one in the pack, and again when they are loaded."""
    first, second = unpack(pack([hipkit.Span(1, 3), hipkit.Span(1, 3)]))
    assert first is second


def test_numbers_of_different_spelling_stay_apart() -> None:
    """2 and 2.0 are equal, but not the same text."""
    dose = hipkit.load_catalogue()["clamshell"].dose[0]
    one, other = unpack(
        json.loads(
            json.dumps(
                pack(
                    [
                        hipkit.model.DoseBand(
                            dose.goal, dose.level, dose.sets, dose.count, lift=lift
                        )
                        for lift in (2, 2.0)
                    ]
                )
            )
        )
    )
    assert (repr(one.lift), repr(other.lift)) == ("2", "2.0")
