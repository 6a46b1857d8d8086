"""Protocols: what was done and in whom, and a routine of one week of it."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import (
    Basis,
    Catalogue,
    NoRoutine,
    ProtocolSides,
    ReasonCode,
    RequestError,
    Routine,
    Span,
    UnknownSource,
)

EVIDENCE = hipkit.load_evidence()
ARTICLE, MCKAY, POLGLASS = EVIDENCE.protocols
WEEKS = [
    (protocol.id, week)
    for protocol in EVIDENCE.protocols
    for week in sorted({week for item in protocol.items for week in item.weeks})
]
EVERY_WEEK = pytest.mark.parametrize(("id", "week"), WEEKS)


def remarks(routine: Routine, code: ReasonCode) -> list[hipkit.Reason]:
    """Return the remarks of *routine* with one code."""
    return [each for each in routine.explanation.remarks if each.code is code]


def test_the_three_protocols_are_there() -> None:
    """The article's own, and the two whose tables were read."""
    assert [each.id for each in EVIDENCE.protocols] == [
        "hip-strength-for-runners",
        "mckay-2020-hip-strengthening",
        "polglass-2019-copenhagen",
    ]
    assert [len(each.items) for each in EVIDENCE.protocols] == [5, 32, 8]


def test_the_article_is_three_sets_of_five_exercises() -> None:
    """15 to 20, and 12 to 15 for the deadlift and the lunge, each side; it takes 40 minutes and more."""
    assert [str(item.count) for item in ARTICLE.items] == [
        "15-20", "15-20", "12-15", "15-20", "12-15",
    ]  # fmt: skip
    assert {item.sets for item in ARTICLE.items} == {Span(3, 3)}
    assert {item.sides for item in ARTICLE.items} == {ProtocolSides.EACH_SIDE}
    routine = hipkit.routine_from_protocol(ARTICLE.id)
    assert [slot.exercise.id for slot in routine.slots] == [
        "side-lying-hip-abduction",
        "side-lying-hip-adduction",
        "single-leg-deadlift",
        "clamshell",
        "side-lunge",
    ]
    assert 42 <= routine.seconds / 60 <= 46


@pytest.mark.parametrize(
    ("week", "sets", "count", "hold"),
    [
        (1, 2, 6, 20), (2, 2, 6, 20), (3, 3, 6, 20), (4, 3, 8, 20), (5, 3, 8, 20),
        (6, 3, 6, None), (7, 3, 8, None), (8, 3, 10, None),
    ],
)  # fmt: skip
def test_polglass_is_as_printed(week: int, sets: int, count: int, hold: int | None) -> None:
    """One row a week; a routine of it keeps its sets, counts, holds and tempo."""
    (item,) = POLGLASS.items_of(week)
    assert (item.sets, item.count, item.hold) == (Span(sets, sets), Span(count, count), hold)
    (slot,) = hipkit.routine_from_protocol(POLGLASS.id, week=week).slots
    assert (slot.sets, slot.dose.count) == (sets, Span(count, count))
    if hold:
        assert (slot.dose.lift, slot.dose.typical_hold, slot.dose.lower) == (0, hold, 0)
    else:
        assert (slot.dose.lift, slot.dose.typical_hold, slot.dose.lower) == (3, 0, 3)


def test_the_blank_cell_of_mckay_stays_blank() -> None:
    """One set count is blank in the paper: in the record, and said in the routine."""
    blank = [item for item in MCKAY.items if item.blank]
    assert [(item.printed, item.sets, item.blank) for item in blank] == [
        ("Modified side plank", None, ("sets",))
    ]
    routine = hipkit.routine_from_protocol(MCKAY.id, week=2)
    (remark,) = remarks(routine, ReasonCode.PROTOCOL_BLANK)
    assert (remark.exercise, remark["field"], remark["used"]) == ("side-plank-knees", "sets", "1")
    assert "the source leaves its sets blank; 1 is shown" in " ".join(str(routine).split())


def test_what_the_catalogue_lacks_is_said() -> None:
    """A row without its exercise is left out, with the reason that the record gives."""
    routine = hipkit.routine_from_protocol(MCKAY.id, week=7)
    printed = [each["printed"] for each in remarks(routine, ReasonCode.PROTOCOL_MISSING)]
    assert printed == ["Monster x walk", "Skater / running man"]
    missing = [item for item in MCKAY.items if item.exercise is None]
    assert all(item.missing for item in missing)


def test_weeks_that_overlap_are_kept_as_printed() -> None:
    """Of two steps in one week the first is shown, the second when asked for, and both are told."""
    first = hipkit.routine_from_protocol(MCKAY.id, week=5)
    second = hipkit.routine_from_protocol(MCKAY.id, week=5, step=2)
    held = [
        next(slot for slot in each.slots if slot.exercise.id == "side-plank")
        for each in (first, second)
    ]
    assert [(slot.sets, slot.dose.typical_hold) for slot in held] == [(2, 15), (3, 20)]
    (told,) = remarks(first, ReasonCode.PROTOCOL_STEPS)
    assert (told["step"], told["steps"]) == (1, 2)
    assert hipkit.routine_from_protocol(MCKAY.id, week=5, step=9).slots == second.slots


@EVERY_WEEK
def test_what_is_hipkits_is_marked(id: str, week: int) -> None:
    """Every dose cites the source for what was printed, and a convention for the rest."""
    protocol, routine = EVIDENCE.protocol(id), hipkit.routine_from_protocol(id, week=week)
    for slot in routine.slots:
        printed, own = slot.dose.sources
        assert printed.key == protocol.source
        assert own.key == "convention"
        assert "rest" in own.reason
    text = " ".join(str(routine).split())
    assert "it is not a programme for you or for any condition" in text
    assert "Set-up, rest, tempo and effort are hipkit's where it states none" in text
    assert routine.explanation.certificate is None
    assert routine.protocol is not None
    assert (routine.protocol.id, routine.protocol.week) == (id, week)


@EVERY_WEEK
def test_a_protocols_routine_is_a_whole_routine(id: str, week: int) -> None:
    """It has its safety texts, adds up, is stored and read back, and its slots are told apart."""
    routine = hipkit.routine_from_protocol(id, week=week)
    assert routine.stops
    assert {"before", "during", "after"} <= {notice.id for notice in routine.notices}
    assert sum(each.tenths for each in routine.timeline) == 10 * routine.seconds
    assert len({slot.key for slot in routine.slots}) == len(routine.slots)
    assert hipkit.loads(hipkit.dumps(routine), Routine) == routine
    assert routine == hipkit.routine_from_protocol(id, week=week)
    assert all(slot.exercise.level <= routine.request.level for slot in routine.slots)
    markdown = hipkit.to_markdown(routine)
    assert markdown.index("Before you start") < markdown.index("Main part")


def test_a_caution_leaves_items_out() -> None:
    """With its reason; and when nothing is left there is no routine, and no hint."""
    spared = hipkit.routine_from_protocol(ARTICLE.id, cautions=["outer-hip-pain"])
    ids = [slot.exercise.id for slot in spared.slots]
    assert ids == ["single-leg-deadlift", "side-lunge"]
    left = {each.exercise for each in remarks(spared, ReasonCode.CAUTION)}
    assert {"side-lying-hip-abduction", "side-lying-hip-adduction", "clamshell"} == left
    with pytest.raises(NoRoutine) as caught:
        hipkit.routine_from_protocol(POLGLASS.id, week=8, cautions=["groin-pain"])
    assert caught.value.relaxations == ()
    assert caught.value.reasons
    assert "groin" not in repr(spared)


def test_a_caution_may_ease_the_effort() -> None:
    """With groin pain nothing is harder than light."""
    routine = hipkit.routine_from_protocol(MCKAY.id, week=1, cautions=["groin-pain"])
    for slot in routine.slots:
        assert not slot.dose.effort.is_harder_than(hipkit.EffortWord.LIGHT)


def test_exercises_of_another_catalogue_are_used() -> None:
    """Rows whose exercise it lacks are left out and named."""
    smaller = hipkit.load_catalogue().without("clamshell")
    routine = hipkit.routine_from_protocol(ARTICLE.id, catalogue=smaller)
    (missing,) = remarks(routine, ReasonCode.PROTOCOL_MISSING)
    assert "clamshell" in str(missing["why"])


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ({"week": 0}, "week"),
        ({"week": 9}, "week"),
        ({"week": "1"}, "week"),
        ({"week": True}, "week"),
        ({"step": 0}, "step"),
        ({"step": 11}, "step"),
        ({"step": None}, "step"),
        ({"cautions": ["hip"]}, "cautions[0]"),
        ({"cautions": "groin-pain"}, "cautions"),
        ({"catalogue": {}}, "catalogue"),
    ],
)
def test_wrong_words_are_refused(words: dict[str, Any], path: str) -> None:
    """Each names itself, and several are told at once."""
    with pytest.raises(RequestError) as caught:
        hipkit.routine_from_protocol(MCKAY.id, **words)
    assert [problem.path for problem in caught.value.problems] == [path]
    with pytest.raises(RequestError) as caught:
        hipkit.routine_from_protocol(ARTICLE.id, **{**words, "week": 77})
    assert "week" in {problem.path for problem in caught.value.problems}


def test_an_unknown_protocol_names_the_nearest() -> None:
    """Ids are typed by people."""
    with pytest.raises(UnknownSource, match="did you mean 'polglass-2019-copenhagen'"):
        hipkit.routine_from_protocol("polglass-2019-copenhagn")


def test_nothing_is_explained_where_nothing_was_chosen() -> None:
    """`explain` and `check_optimal` say that it is a record."""
    routine = hipkit.routine_from_protocol(ARTICLE.id)
    with pytest.raises(RequestError, match="was taken from the protocol"):
        hipkit.explain(routine)
    with pytest.raises(RequestError):
        hipkit.testing.check_optimal(routine)


def test_every_row_that_is_in_the_catalogue_has_a_strength_dose() -> None:
    """So that rest, tempo and effort have something to come from."""
    catalogue: Catalogue = hipkit.load_catalogue()
    for protocol in EVIDENCE.protocols:
        for item in protocol.items:
            if item.exercise is not None:
                assert catalogue[item.exercise].band(protocol.goal, hipkit.Level.ADVANCED)
                assert all(
                    use.basis is not Basis.AUTHOR for use in catalogue[item.exercise].muscles
                )


def test_a_row_of_steps_keeps_counting_steps() -> None:
    """A walk is counted in steps, as printed each way."""
    routine = hipkit.routine_from_protocol(MCKAY.id, week=3)
    walk = next(slot for slot in routine.slots if slot.exercise.id == "lateral-band-walk-knees")
    assert (walk.dose.count_of, walk.dose.count) == (hipkit.CountOf.STEPS, Span(15, 15))


def test_a_blank_count_is_taken_from_the_exercise() -> None:
    """And said to be."""
    row = evolve(ARTICLE.items[0], count=None, blank=("count",))
    changed = evolve(ARTICLE, items=(row,))
    catalogue, safety = hipkit.load_catalogue(), hipkit.load_safety()
    routine = hipkit.composing.follow(changed, 1, 1, catalogue, safety=safety)
    (remark,) = remarks(routine, ReasonCode.PROTOCOL_BLANK)
    assert remark["field"] == "count"
    assert str(routine.slots[0].dose.count) == remark["used"]
