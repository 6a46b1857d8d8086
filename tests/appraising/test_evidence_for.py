"""What is known of one exercise, and what is not, in careful words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import EvidenceGap, MeasuredMuscle, RequestError, Statistic, UnknownExercise
from hipkit.appraising import appraise
from hipkit.testing import sample_exercise

CATALOGUE = hipkit.load_catalogue()
EVIDENCE = hipkit.load_evidence()
EVERY = pytest.mark.parametrize("id", CATALOGUE.ids)


def gaps(id: str) -> dict[EvidenceGap, tuple[str, ...]]:
    """Return what is not known of the exercise called *id*."""
    return {gap.code: gap.about for gap in hipkit.evidence_for(id).gaps}


def test_a_range_tells_how_many_studies_it_is_of() -> None:
    """Three studies of side-lying abduction straddle the bands, so none is given."""
    known = hipkit.evidence_for("side-lying-hip-abduction")
    medius = [each for each in known.ranges if each.muscle is MeasuredMuscle.GLUTEUS_MEDIUS]
    (healthy,) = [each for each in medius if not each.selected]
    assert (healthy.lowest, healthy.highest, healthy.studies, healthy.band) == (25.03, 81, 2, "")
    (weak,) = [each for each in medius if each.selected]
    assert (weak.lowest, weak.highest, weak.studies, weak.band) == (36.6, 36.6, 1, "below-40")


def test_peaks_and_means_are_never_one_range() -> None:
    """The thrust has both, and they are told apart."""
    known = hipkit.evidence_for("barbell-hip-thrust")
    upper = [e for e in known.ranges if e.muscle is MeasuredMuscle.GLUTEUS_MAXIMUS_SUPERIOR]
    assert {each.statistic: each.lowest for each in upper} == {
        Statistic.MEAN: 69.5,
        Statistic.PEAK: 172,
    }
    assert {each.band for each in upper} == {"over-60"}


def test_bands_have_their_cuts_at_forty_and_sixty() -> None:
    """40 and 60 themselves lie in the middle band; nothing finer is said."""
    exercise = CATALOGUE["clamshell"]
    (first, *_) = [each for each in EVIDENCE.measurements if each.exercise == exercise.id]
    for percent, band in ((39.99, "below-40"), (40, "40-60"), (60, "40-60"), (60.01, "over-60")):
        one = evolve(EVIDENCE, measurements=(evolve(first, percent=percent),))
        assert [each.band for each in appraise(exercise, one).ranges] == [band]


def test_a_doubted_number_is_listed_but_sums_up_nothing() -> None:
    """Only the number that nobody doubts makes a range."""
    exercise = CATALOGUE["clamshell"]
    (first, *_) = [each for each in EVIDENCE.measurements if each.exercise == exercise.id]
    doubted = evolve(EVIDENCE, measurements=(evolve(first, doubted=True),))
    known = appraise(exercise, doubted)
    assert known.measurements
    assert known.ranges == ()


def test_what_is_not_known_is_said() -> None:
    """No trial, no measurement of a mover, second-hand reading, incomplete citations."""
    unknown = gaps("fire-hydrant")
    assert EvidenceGap.NO_TRIAL in unknown
    assert unknown[EvidenceGap.NOT_MEASURED]
    assert EvidenceGap.NOT_REVIEWED in unknown
    assert EvidenceGap.ONE_STUDY not in unknown
    assert gaps("clamshell")[EvidenceGap.ONE_STUDY] == ("gluteus-maximus", "gluteus-medius")
    assert EvidenceGap.NO_TRIAL not in gaps("hip-hike")


def test_people_chosen_for_weakness_alone_are_said_to_be() -> None:
    """A muscle that was measured only in them is no muscle of everybody."""
    assert "tensor-fasciae-latae" in gaps("side-lying-hip-abduction")[EvidenceGap.SELECTED_ONLY]


def test_a_dose_of_convention_alone_is_said_to_be_one() -> None:
    """Every exercise whose doses cite no rule and no study says so."""
    own = hipkit.evidence_for(
        "acme.side-tap", catalogue=CATALOGUE.with_exercises(sample_exercise())
    )
    assert EvidenceGap.CONVENTION in {gap.code for gap in own.gaps}
    assert own.doses == ()
    assert own.studies == ()


def test_studies_of_ones_own_count() -> None:
    """An exercise of one's own may cite what one brings along."""
    study = hipkit.Study("roe21", ("Roe R",), "T", hipkit.Read.TEXT)
    exercise = evolve(sample_exercise(), sources=("roe21",))
    catalogue = CATALOGUE.with_exercises(exercise, studies=[study])
    known = hipkit.evidence_for(exercise.id, catalogue=catalogue)
    assert known.studies == (study,)
    assert "roe21" in str(known)


@EVERY
def test_nothing_is_said_that_a_record_does_not_hold(id: str) -> None:
    """Measurements are of the exercise, rules and studies are cited, protocols hold it."""
    exercise, known = CATALOGUE[id], hipkit.evidence_for(id)
    assert known.name == exercise.name
    assert all(each.exercise == id for each in known.measurements)
    cited = {citation.key for band in exercise.dose for citation in band.sources}
    assert {citation.key for citation in known.doses} == cited
    assert {rule.id for rule in known.rules} <= cited | {each.key for each in known.progress}
    for protocol in known.protocols:
        assert id in {item.exercise for item in EVIDENCE.protocol(protocol).items}


@EVERY
def test_the_words_are_careful(id: str) -> None:
    """Whatever is known, the text says what is not, and claims nothing for the exercise."""
    known = hipkit.evidence_for(id)
    text = " ".join(str(known).split())
    assert "What is not known" in text
    assert "No clinician has reviewed this record" in text
    before_sources = text.split("Sources •")[0]
    assert not re.search(r"builds strength|prevents|best|proven|activates \d", before_sources)
    if known.measurements:
        assert "they cannot be compared between studies" in text
    else:
        assert "No muscle activity of this very exercise was found" in text
    assert hipkit.to_markdown(known).startswith("# What is known about: ")


@pytest.mark.parametrize(("id", "near"), [("clamshel", "clamshell"), ("", "")])
def test_an_unknown_exercise_is_refused(id: str, near: str) -> None:
    """With the nearest id where there is one."""
    with pytest.raises(UnknownExercise) as caught:
        hipkit.evidence_for(id)
    assert caught.value.suggestions == (near,)


@pytest.mark.parametrize("id", [None, 7, ["clamshell"]])
def test_what_is_no_id_is_refused(id: Any) -> None:
    """As by the other verbs."""
    with pytest.raises(RequestError, match="exercise: expected a text, got "):
        hipkit.evidence_for(id)


def test_what_is_no_catalogue_is_refused() -> None:
    """As everywhere at the door."""
    with pytest.raises(RequestError, match="expected a Catalogue"):
        hipkit.evidence_for("clamshell", catalogue=[])  # type: ignore[arg-type]


def test_a_reviewed_record_is_not_said_to_be_unreviewed() -> None:
    """Should a clinician ever review one."""
    reviewed = evolve(CATALOGUE["clamshell"], reviewed=hipkit.Review("A. Reviewer", "2026-01-01"))
    assert EvidenceGap.NOT_REVIEWED not in {gap.code for gap in appraise(reviewed, EVIDENCE).gaps}


def test_pooled_people_are_said_to_be() -> None:
    """A number of a review is of many studies' people."""
    exercise = CATALOGUE["clamshell"]
    (first, *_) = [each for each in EVIDENCE.measurements if each.exercise == exercise.id]
    pooled = evolve(EVIDENCE, measurements=(evolve(first, people=58, pooled=True),))
    assert "58, pooled" in hipkit.to_markdown(appraise(exercise, pooled))
    unknown = evolve(EVIDENCE, measurements=(evolve(first, people=None),))
    assert "| not stated |" in hipkit.to_markdown(appraise(exercise, unknown))
