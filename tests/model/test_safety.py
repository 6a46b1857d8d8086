"""Cautions, notices and stops: complete, closed, and about properties that exercises have."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from attrs import evolve

import hipkit
from hipkit import Caution, Condition, Exposures, Goal, InvalidValue, Kind, Position, Safety
from hipkit.model import AdductorLoad, Contact, LoadKind, NoticeMoment
from hipkit.model.safety import PROPERTIES

SAFETY = hipkit.load_safety()
CONDITIONS = [
    condition
    for rule in SAFETY.cautions
    for avoidance in rule.avoid
    for condition in avoidance.when
]


def words_of(property: str) -> set[str]:
    """Return the JSON words that a property of an exercise can have."""
    own = {"positions": Position, "contacts": Contact, "kind": Kind, "load": LoadKind}
    if property in own:
        return {str(word) for word in own[property]}
    attrs.resolve_types(Exposures)
    kind: Any = attrs.fields_dict(Exposures)[property].type
    inner = kind.__args__[0]
    inner = inner.__args__[0] if hasattr(inner, "__args__") else inner
    return {"yes", "no"} if inner is bool else {str(word) for word in inner}


@pytest.mark.parametrize("caution", Caution)
def test_every_caution_has_one_rule_that_avoids_something(caution: Caution) -> None:
    """One rule each, with a label, and what it rests on."""
    rules = [rule for rule in SAFETY.cautions if rule.caution is caution]
    assert len(rules) == 1
    assert SAFETY.rule(caution) is rules[0]
    assert rules[0].avoid
    assert rules[0].label
    for avoidance in rules[0].avoid:
        known = hipkit.load_catalogue().sources
        assert avoidance.citation.key in known or avoidance.citation.reason


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda each: each.property)
def test_a_condition_looks_for_words_that_the_property_has(condition: Condition) -> None:
    """A misspelt word would never match, and its caution would spare nothing."""
    assert set(condition.words) <= words_of(condition.property)


def test_every_notice_that_is_named_is_there() -> None:
    """Rules and cautions name notices, and each has a text."""
    named = {rule.notice for rule in SAFETY.rules}
    for rule in SAFETY.cautions:
        named |= {*rule.notices, *rule.replaces}
    assert named <= {notice.id for notice in SAFETY.notices}
    assert all(SAFETY.notice(id).text for id in named)


def test_something_is_shown_before_every_routine() -> None:
    """There is a notice that always shows, before; and stops to read first."""
    always = [SAFETY.notice(rule.notice) for rule in SAFETY.rules if rule.always]
    assert NoticeMoment.BEFORE in {notice.moment for notice in always}
    assert len(SAFETY.stops) >= 10


def test_groin_pain_before_a_run_has_no_routine() -> None:
    """practice.md 1.9: advice only."""
    assert SAFETY.rule(Caution.GROIN_PAIN).no_routine_for == (Goal.ACTIVATION,)


def test_a_caution_without_a_rule_is_refused() -> None:
    """A caution must never be ignored."""
    with pytest.raises(InvalidValue, match="no rule for outer-hip-pain"):
        evolve(SAFETY, cautions=SAFETY.cautions[1:])


def test_a_property_that_no_exercise_has_is_refused() -> None:
    """The nearest property is named."""
    with pytest.raises(InvalidValue, match="did you mean 'impact'"):
        Condition("impacts", ("one-leg",))
    assert len(PROPERTIES) == 4 + 21


def test_an_unknown_notice_is_a_key_error() -> None:
    """As for any mapping."""
    with pytest.raises(KeyError, match="no-such-notice"):
        SAFETY.notice("no-such-notice")


AVOIDED = [
    ("outer-hip-pain", "crosses_midline", "stretched"),
    ("sit-bone-pain", "hamstring_long", "stretched"),
    ("sit-bone-pain", "hip_bend_loaded", "60-90"),
    ("front-hip-pinch", "hip_bend_passive", "over-90"),
    ("groin-pain", "adductor_load", AdductorLoad.SHORT_LEVER.value),
    ("groin-pain", "end_range", "active"),
    ("inner-thigh-pain", "adductor_long", "passive"),
    ("knee-pain", "knee_bend_loaded", "over-90"),
    ("outer-knee-pain", "lever_at_knee", "yes"),
    ("low-back-pain", "spine", "loaded-flexion"),
    ("stiff-sore-hip", "end_range", "passive"),
    ("loose-joints", "end_range", "passive"),
    ("pregnancy", "balance", "hard"),
    ("pelvic-girdle-pain", "one_leg_load", "supported"),
    ("pelvic-floor-symptoms", "outside_load", "heavy"),
    ("lower-leg-pain", "forefoot_stance", "yes"),
    ("kneeling-hurts", "contacts", "kneecap"),
    ("wrist-or-shoulder-pain", "contacts", "palms"),
    ("unsteady-balance", "one_leg_load", "free"),
    ("thin-bones", "spine", "twisted"),
    ("high-blood-pressure", "strain", "heavy"),
    ("no-rolling", "kind", "self-release"),
]


@pytest.mark.parametrize(("caution", "property", "word"), AVOIDED)
def test_the_practice_rules_are_in_the_data(caution: str, property: str, word: str) -> None:
    """One line of practice.md 1.9 for each caution at least."""
    rule = SAFETY.rule(Caution(caution))
    conditions = [each for avoidance in rule.avoid for each in avoidance.when]
    assert any(each.property == property and word in each.words for each in conditions)


@pytest.mark.parametrize("caution", Caution)
def test_impact_is_spared_wherever_the_practice_rules_spare_it(caution: Caution) -> None:
    """All cautions but six spare any impact."""
    allowed = {
        Caution.LOW_BACK_PAIN,
        Caution.LOOSE_JOINTS,
        Caution.KNEELING_HURTS,
        Caution.WRIST_OR_SHOULDER_PAIN,
        Caution.HIGH_BLOOD_PRESSURE,
        Caution.NO_ROLLING,
    }
    words = {
        word
        for avoidance in SAFETY.rule(caution).avoid
        for condition in avoidance.when
        if condition.property == "impact" and len(avoidance.when) == 1
        for word in condition.words
    }
    assert (words == {"two-leg", "one-leg"}) is (caution not in allowed)


def test_safety_is_a_value() -> None:
    """Equal, hashable, and loaded once."""
    assert hipkit.load_safety() is SAFETY
    assert hash(evolve(SAFETY)) == hash(SAFETY)
    assert isinstance(SAFETY, Safety)


def test_the_repr_of_all_of_it_is_one_line() -> None:
    """Everything at once is thirty thousand letters, which nobody reads."""
    assert repr(SAFETY) == (
        f"<Safety of {len(Caution)} caution rules, {len(SAFETY.notices)} notices, "
        f"{len(SAFETY.stops)} stops>"
    )
