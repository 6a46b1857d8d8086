"""Which texts come with a routine: those of its cautions, its doses, and what is missing in it."""

from __future__ import annotations

import pytest
from attrs import evolve

import hipkit
from hipkit import Exercise, Goal, NoticeMoment, ReasonCode, Request, Routine, Strain
from hipkit.composing.notices import notices_for


def notices(routine: Routine) -> list[str]:
    """Return the ids of a routine's notices."""
    return [notice.id for notice in routine.notices]


def test_without_a_warm_up_one_is_told_to_move_first() -> None:
    """Five minutes of strength hold none; ten do; after a run nobody is cold."""
    brief = hipkit.build_routine(5, exclude=["easy-side-steps"])
    assert "cold-start" in notices(brief)
    assert "cold-start" not in notices(hipkit.build_routine(10))
    assert "cold-start" not in notices(hipkit.build_routine(5, goal="recovery"))


def test_heavy_work_is_told_to_breathe_even_when_nothing_is_held() -> None:
    """Holding the breath comes with a heavy weight as with a long hold."""
    heavy = hipkit.load_catalogue()["barbell-hip-thrust"]
    assert heavy.exposures.strain is Strain.HEAVY
    band = next(band for band in heavy.dose if band.goal is Goal.STRENGTH and band.hold == 0)
    request, safety = Request(10, level="advanced"), hipkit.load_safety()
    light = evolve(heavy, exposures=evolve(heavy.exposures, strain=Strain.LOW))

    def said(exercise: Exercise) -> list[str]:
        return [notice.id for notice in notices_for(request, [(exercise, band)], safety)]

    assert "holds" in said(heavy)
    assert "holds" not in said(light)


def test_a_pelvic_floor_is_looked_at_before_the_run() -> None:
    """What to do before stands before, not among what to do meanwhile."""
    routine = hipkit.build_routine(20, goal="activation", cautions=["pelvic-floor-symptoms"])
    moments = {notice.id: notice.moment for notice in routine.notices}
    assert moments["pelvic-floor"] is NoticeMoment.BEFORE
    assert moments["spare-pelvic-floor-symptoms"] is NoticeMoment.DURING


def test_loose_joints_are_not_told_that_stretching_helps_to_move_further() -> None:
    """A tip never shows with a caution that it is not for."""
    plain = hipkit.build_routine(20, goal="recovery")
    loose = hipkit.build_routine(20, goal="recovery", cautions=["loose-joints"])
    assert "stretching" in [tip.id for tip in plain.tips]
    assert "stretching" not in [tip.id for tip in loose.tips]


@pytest.mark.parametrize("caution", ["pregnancy", "high-blood-pressure", "pelvic-floor-symptoms"])
def test_who_may_not_hold_long_still_has_an_easy_session_after_a_run(caution: str) -> None:
    """Moving easily is left, and the text says what is left out."""
    routine = hipkit.build_routine(15, goal="recovery", cautions=[caution])
    assert {slot.exercise.group.value for slot in routine.slots} & {"loosen"}
    assert "Long holds, and so the stretches, are left out" in " ".join(
        notice.text for notice in routine.notices
    )


def remarks(routine: Routine) -> list[ReasonCode]:
    """Return the codes of what is said about a whole routine."""
    return [reason.code for reason in routine.explanation.remarks]


def test_time_that_is_left_is_put_down_to_its_real_reason() -> None:
    """Longer than a session is planned for, or nothing more that fits; else nothing is said."""
    long = hipkit.build_routine(90)
    sparing = hipkit.build_routine(30, goal="recovery", cautions=["stiff-sore-hip"])
    assert remarks(long) == [ReasonCode.SATURATED]
    assert remarks(sparing) == [ReasonCode.NOTHING_MORE]
    away = next(each for each in sparing.explanation.left_out if each.code == "caution")
    assert sparing.explanation.remarks[0]["spared"] == away.exercises > 0
    assert remarks(hipkit.build_routine(10)) == []


def test_what_nearly_came_is_called_by_its_name() -> None:
    """A runner reads names, never ids."""
    catalogue = hipkit.load_catalogue()
    for goal in Goal:
        for item in hipkit.build_routine(20, goal=goal).explanation.items:
            assert (item.runner_up is None) == (item.runner_up_name is None)
            if item.runner_up is not None:
                assert item.runner_up_name == catalogue[item.runner_up].name


def test_nothing_that_lands_nearly_takes_a_place_where_there_is_no_warm_up() -> None:
    """What may not be there is no rival, so nothing chosen is worth less than its rival."""
    for minutes in (5, 6, 7, 8):
        for seed in range(12):
            routine = hipkit.build_routine(minutes, level="advanced", seed=seed)
            assert all((item.loss or 0) >= 0 for item in routine.explanation.items)
