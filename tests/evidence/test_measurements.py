"""What was measured: every number is its study's own, and linked only to the very same exercise."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from record_rules.reading import DATA

import hipkit
from hipkit import InvalidValue, MeasuredMuscle, Measurement, Muscle, Read, Statistic, Tier
from hipkit.model import muscle_of
from hipkit.pantry import read_text

EVIDENCE = hipkit.load_evidence()
CATALOGUE = hipkit.load_catalogue()
FACTS = list(
    csv.DictReader(
        (Path(__file__).parent / "emg_facts.csv").read_text(encoding="utf-8").splitlines()
    )
)
"""The facts as they were gathered from the studies, without quotations."""
SITE = {"anterior-hip-flexors": "anterior-hip-flexors-surface"}
"""A site on the skin is not called a muscle."""
MEANS = {
    "mean", "normalized mean amplitude", "RMS mean", "pooled average of mean %MVIC (review)",
    "average EMG", "%MVIC (mean)", "mean (review)", "averaged EMG, %MVC",
    "nEMG (%MVC), 95% CI reported instead of SD",
    "average concentric NEMG (normalisation reference not stated in the abstract)",
    "average percent of peak MVIC (pooled over single- and two-handed swings)",
}  # fmt: skip
"""What studies call a mean."""
BY_EXERCISE = sorted({each.exercise for each in EVIDENCE.measurements if each.exercise})


def measurement(**changes: object) -> Measurement:
    """Return a measurement that is sound, but for *changes*."""
    facts: dict[str, object] = {
        "id": "doe2020-01",
        "study": "doe20",
        "tier": Tier.A,
        "measured": "side tap",
        "load": "bodyweight",
        "muscle": MeasuredMuscle.GLUTEUS_MEDIUS,
        "percent": 40.5,
        "population": "adults",
        "statistic": Statistic.MEAN,
        "stated": "mean",
        "unlinked": "no such exercise",
    }
    return Measurement(**(facts | changes))  # type: ignore[arg-type]


def test_there_are_as_many_records_as_facts() -> None:
    """None is lost, none is added."""
    assert len(EVIDENCE.measurements) == len(FACTS) == 126


@pytest.mark.parametrize(
    ("record", "fact"),
    list(zip(EVIDENCE.measurements, FACTS, strict=True)),
    ids=lambda each: each.id if isinstance(each, Measurement) else "",
)
def test_every_record_equals_its_fact(record: Measurement, fact: dict[str, str]) -> None:
    """Study, exercise as measured, load, muscle, number, spread, people, what it is of: as gathered."""
    assert record.study == fact["study_key"]
    assert record.id.startswith(f"{record.study}-")
    assert record.tier.value == fact["tier"]
    assert record.measured == fact["exercise_as_named"]
    assert record.load == fact["load_condition"]
    assert record.muscle.value == SITE.get(fact["muscle"], fact["muscle"])
    assert record.percent == float(fact["mean_pct_mvic"])
    assert record.deviation == (float(fact["sd"]) if fact["sd"] else None)
    assert record.people == (int(fact["n"].split()[0]) if fact["n"] else None)
    assert record.stated == fact["measure"]
    if not record.selected:  # whom kim2024 measured is in its title only
        assert record.population == fact["population"]


@pytest.mark.parametrize("record", EVIDENCE.measurements, ids=lambda each: each.id)
def test_a_mean_is_no_peak(record: Measurement) -> None:
    """What the source does not call a mean or a peak is said to be neither."""
    said = {Statistic.PEAK: {"peak"}, Statistic.MEAN: MEANS}
    for statistic, words in said.items():
        assert (record.statistic is statistic) == (record.stated in words)


def test_no_quotation_and_no_address_of_a_copy_is_shipped() -> None:
    """Facts only: sentences of papers and pages that copy them stay out."""
    text = read_text("evidence", "measurements.json", data=DATA)
    assert "http" not in text
    assert "quote" not in text
    assert {"scribd", "studylib", "readkong"}.isdisjoint(re.findall(r"[a-z]+", text.lower()))


def test_every_number_that_is_not_linked_says_why() -> None:
    """Unlinked numbers are counted, and none of them says only that it is missing."""
    unlinked = [each for each in EVIDENCE.measurements if each.exercise is None]
    assert len(unlinked) == 90
    assert all(len(each.unlinked) > 15 for each in unlinked)


@pytest.mark.parametrize("id", BY_EXERCISE)
def test_a_link_is_to_the_same_load_and_contraction(id: str) -> None:
    """Body weight to body weight, a weight to a weight, a band to a band, a hold to a hold."""
    exercise = CATALOGUE[id]
    kinds = {
        "bodyweight": None,
        "bodyweight, partner": None,
        "isometric": None,
        "elastic band": "band",
        "ankle weight 5% body mass": "mass",
        "estimated 10RM barbell": "mass",
    }
    for each in EVIDENCE.measurements:
        if each.exercise != id:
            continue
        assert kinds[each.load] == (exercise.load.kind.value if exercise.load else None)
        if each.load == "isometric":
            assert all(band.typical_hold > 0 for band in exercise.dose)
        assert "all variations" not in each.measured.lower()
        assert "external rotation" not in each.measured.lower()


def test_what_was_linked_is_this_and_no_more() -> None:
    """A new link is looked at by a person: the same exercise, load and contraction."""
    assert BY_EXERCISE == [
        "ankle-weight-side-lying-hip-abduction", "ball-squeeze-knees", "banded-standing-hip-adduction",
        "barbell-hip-thrust", "clamshell", "copenhagen-adduction", "lateral-step-up",
        "prone-heel-squeeze", "side-lying-hip-abduction", "side-lying-hip-adduction",
        "single-leg-bridge", "single-leg-deadlift", "step-up",
    ]  # fmt: skip


@pytest.mark.parametrize("exercise", CATALOGUE, ids=lambda each: each.id)
def test_a_muscle_rests_on_a_measurement_only_where_it_was_measured(
    exercise: hipkit.Exercise,
) -> None:
    """The basis is `emg` exactly where a study measured that muscle in this very exercise."""
    measured: dict[Muscle | None, set[str]] = {}
    for each in EVIDENCE.measurements:
        if each.exercise == exercise.id and not (each.selected or each.doubted):
            measured.setdefault(muscle_of(each.muscle), set()).add(each.study)
    for use in exercise.muscles:
        assert (use.basis is hipkit.Basis.EMG) == (use.muscle in measured)
        assert set(use.evidence) == measured.get(use.muscle, set())


def test_a_site_on_the_skin_is_no_muscle() -> None:
    """What lies under it is not said, and unspecified gluteals are none in particular."""
    assert muscle_of(MeasuredMuscle.ANTERIOR_HIP_FLEXORS_SURFACE) is None
    assert muscle_of(MeasuredMuscle.GLUTEALS_UNSPECIFIED) is None
    assert all(muscle_of(each) in {*Muscle, None} for each in MeasuredMuscle)


def test_the_doubtful_step_up_is_marked() -> None:
    """A number that its critics call overestimated never stands alone."""
    (doubted,) = [each for each in EVIDENCE.measurements if each.doubted]
    assert doubted.percent == 125.09
    assert doubted.exercise is None
    assert doubted.note


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"unlinked": ""}, "unlinked"),
        ({"exercise": "clamshell"}, "unlinked"),
        ({"percent": 40.555}, "percent"),
        ({"percent": -1}, "percent"),
        ({"percent": "40"}, "percent"),
        ({"deviation": 1_001}, "deviation"),
        ({"people": 0}, "people"),
        ({"muscle": Muscle.GLUTEUS_MEDIUS}, "muscle"),
    ],
)
def test_a_wrong_measurement_is_refused(changes: dict[str, object], path: str) -> None:
    """The field at fault is named."""
    with pytest.raises(InvalidValue) as caught:
        measurement(**changes)
    assert [problem.path for problem in caught.value.problems] == [path]
    assert measurement().percent == 40.5


def test_studies_say_how_much_of_them_was_read() -> None:
    """And the incomplete ones say that they are."""
    assert {study.read for study in EVIDENCE.studies} == set(Read)
    for study in EVIDENCE.studies:
        if study.complete:
            assert study.authors, study.id
            assert study.title, study.id
            assert study.journal or study.address or study.note, study.id
    packaged = json.loads(read_text("evidence", "studies.json", data=DATA))["studies"]
    assert len(packaged) == len(EVIDENCE.studies) == 170


def test_all_forty_rules_have_studies_and_a_grade() -> None:
    """The rules that doses and limits cite are whole."""
    assert [rule.id for rule in EVIDENCE.rules] == [f"r{number}" for number in range(1, 41)]
    assert all(rule.studies and rule.statement for rule in EVIDENCE.rules)
