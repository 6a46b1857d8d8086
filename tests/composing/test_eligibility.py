"""Who may come, and every reason why the others may not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    AdductorLoad,
    Avoidance,
    BandPlace,
    Caution,
    CautionException,
    Condition,
    CountOf,
    DoseBand,
    Equipment,
    Exercise,
    Goal,
    Impact,
    Kind,
    Level,
    Load,
    LoadKind,
    Position,
    ReasonCode,
    Request,
    Safety,
    Span,
    Status,
)
from hipkit.composing import Pool, default_policy
from hipkit.composing.eligibility import avoided, eased, sift
from hipkit.model import Effort, EffortScale, EffortWord, KneeBend, because
from hipkit.testing import catalogues, requests, sample_catalogue

SAMPLE = sample_catalogue()
SAFETY = hipkit.load_safety()
BRIDGE = SAMPLE["floor-bridge"]
EASY = Effort(EffortScale.RESERVE, EffortWord.EASY)


def codes(exercise: Exercise, **words: Any) -> list[str]:
    """Return the codes of every reason against *exercise*, none when it may come."""
    request = Request(**words)
    policy = default_policy(request.goal)
    sifted = sift([exercise], request, policy, SAFETY)
    assert len(sifted.kept) + len(sifted.dropped) == 1
    found = [reason.code.value for verdict in sifted.dropped for reason in verdict.reasons]
    assert dict(Pool([exercise], SAFETY).eligible(request, policy).dropped) == Counter(found[:1])
    return found


def avoiding(*when: tuple[str, str]) -> Safety:
    """Return safety rules by which sore knees avoid what has all these properties and words."""
    rule = next(each for each in SAFETY.cautions if each.caution is Caution.KNEE_PAIN)
    conditions = tuple(Condition(property, (word,)) for property, word in when)
    narrow = evolve(rule, avoid=(Avoidance(conditions, rule.avoid[0].citation),))
    others = tuple(each for each in SAFETY.cautions if each is not rule)
    return evolve(SAFETY, cautions=(narrow, *others))


def exposed(**changes: Any) -> Exercise:
    """Return the bridge with *changes* to what it exposes to."""
    return evolve(BRIDGE, exposures=evolve(BRIDGE.exposures, **changes))


def banded(where: BandPlace, *positions: Position) -> Exercise:
    """Return the bridge in other *positions*, with a band."""
    return evolve(BRIDGE, positions=positions, load=Load(LoadKind.BAND, where=where))


def dosed(goal: Goal, level: Level = Level.BEGINNER, **words: Any) -> Exercise:
    """Return the bridge with one dose band."""
    band = DoseBand(
        goal, level, **{"sets": Span(1, 2), "count": Span(8, 8), "effort": EASY, **words}
    )
    return evolve(BRIDGE, dose=(band,), level=level)


def test_a_plain_exercise_may_come() -> None:
    """The bridge needs nothing and exposes to nothing."""
    assert codes(BRIDGE) == []


@pytest.mark.parametrize("caution", Caution)
def test_what_exposes_to_nothing_may_come_under_any_caution(caution: Caution) -> None:
    """Stated at its least everywhere, on all fours or standing, no caution keeps it out."""
    harmless = evolve(BRIDGE, positions=(Position.HANDS_AND_KNEES,), contacts=())
    assert codes(harmless, cautions=[caution]) == []


@pytest.mark.parametrize(
    ("exercise", "words", "expected"),
    [
        (evolve(BRIDGE, status=Status.RETIRED, replaced_by="side-leg-raise"), {}, ["retired"]),
        (SAMPLE["split-squat"], {}, ["level"]),
        (dosed(Goal.ACTIVATION), {}, ["no-dose"]),
        (SAMPLE["kneeling-stretch"], {"goal": "activation"}, ["no-dose", "not-for-goal"]),
        (evolve(BRIDGE, needs=((Equipment.BENCH,),)), {}, ["equipment"]),
        (
            evolve(BRIDGE, needs=((Equipment.BENCH,), (Equipment.BARBELL, Equipment.DUMBBELL))),
            {},
            ["equipment", "equipment"],
        ),
        (BRIDGE, {"positions": ["standing"]}, ["position"]),
        (BRIDGE, {"exclude": ["floor-bridge"]}, ["excluded"]),
        (
            evolve(BRIDGE, needs=((Equipment.BENCH,),)),
            {"positions": ["standing"], "exclude": ["floor-bridge"]},
            ["equipment", "position", "excluded"],
        ),
        (exposed(impact=Impact.TWO_LEG), {}, ["unsafe-for-level"]),
        (exposed(impact=Impact.TWO_LEG), {"level": "intermediate"}, []),
        (
            exposed(adductor_load=AdductorLoad.LONG_LEVER),
            {"level": "intermediate"},
            ["unsafe-for-level"],
        ),
        (exposed(adductor_load=AdductorLoad.LONG_LEVER), {"level": "advanced"}, []),
        (evolve(BRIDGE, kind=Kind.LANDING), {}, ["unsafe-for-level"]),
        (banded(BandPlace.ANKLES, Position.STANDING), {}, ["unsafe-for-level"]),
        (banded(BandPlace.FEET, Position.PRONE, Position.WALKING), {}, ["unsafe-for-level"]),
        (banded(BandPlace.ANKLES, Position.STANDING), {"level": "intermediate"}, []),
        (banded(BandPlace.ANKLES, Position.PRONE), {}, []),
        (banded(BandPlace.ABOVE_KNEES, Position.STANDING), {}, []),
        (
            evolve(BRIDGE, kind=Kind.PLYOMETRIC),
            {"goal": "mobility"},
            ["no-dose", "not-for-goal", "unsafe-for-level"],
        ),
    ],
    ids=lambda value: "-".join(value) or "may-come" if isinstance(value, list) else "",
)
def test_every_reason_against_it_is_given(
    exercise: Exercise, words: dict[str, Any], expected: list[str]
) -> None:
    """Each objection has its code, and all that apply come together."""
    assert codes(exercise, **words) == expected


@pytest.mark.parametrize(
    ("exercise", "words", "code", "facts"),
    [
        (
            evolve(BRIDGE, status=Status.RETIRED, replaced_by="side-leg-raise"),
            {},
            "retired",
            {"replaced_by": "side-leg-raise"},
        ),
        (evolve(BRIDGE, status=Status.RETIRED), {}, "retired", {"replaced_by": ""}),
        (SAMPLE["split-squat"], {}, "level", {"needs": "intermediate", "has": "beginner"}),
        (
            dosed(Goal.MOBILITY, Level.INTERMEDIATE),
            {"level": "advanced"},
            "no-dose",
            {"goal": "strength", "level": "advanced"},
        ),
        (
            SAMPLE["kneeling-stretch"],
            {"goal": "activation"},
            "not-for-goal",
            {"goal": "activation", "kind": "static-stretch"},
        ),
        (
            evolve(BRIDGE, needs=((Equipment.DUMBBELL, Equipment.BARBELL),)),
            {},
            "equipment",
            {"any_of": "barbell,dumbbell"},
        ),
        (BRIDGE, {"positions": ["standing"]}, "position", {"position": "supine-knees-bent"}),
        (BRIDGE, {"exclude": ["floor-bridge"]}, "excluded", {}),
        (
            exposed(impact=Impact.TWO_LEG),
            {},
            "unsafe-for-level",
            {"property": "impact", "word": "two-leg", "needs": "intermediate"},
        ),
        (
            evolve(exposed(impact=None), kind=Kind.LANDING),
            {},
            "unsafe-for-level",
            {"property": "impact", "word": "landing", "needs": "intermediate"},
        ),
        (
            banded(BandPlace.ANKLES, Position.STANDING),
            {},
            "unsafe-for-level",
            {"property": "load", "word": "ankles", "needs": "intermediate"},
        ),
        (
            exposed(adductor_load=AdductorLoad.LONG_LEVER),
            {},
            "unsafe-for-level",
            {"property": "adductor_load", "word": "long-lever", "needs": "advanced"},
        ),
        (
            exposed(jerk=True),
            {"cautions": ["groin-pain"]},
            "caution",
            {"caution": "groin-pain", "property": "jerk", "word": "yes"},
        ),
        (
            evolve(BRIDGE, exceptions=(CautionException(Caution.KNEE_PAIN, "a clinician said"),)),
            {"cautions": ["knee-pain"]},
            "caution",
            {"caution": "knee-pain", "property": "record", "word": ""},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_reason_names_the_exercise_and_all_its_facts(
    exercise: Exercise, words: dict[str, Any], code: str, facts: dict[str, str]
) -> None:
    """The sentence that a person reads is made of them."""
    request = Request(**words)
    (verdict,) = sift([exercise], request, default_policy(request.goal), SAFETY).dropped
    assert because(ReasonCode(code), exercise.id, **facts) in verdict.reasons


@pytest.mark.parametrize("owned", [["barbell", "bench"], ["dumbbell", "bench"]])
def test_any_one_of_each_group_of_equipment_is_enough(owned: list[str]) -> None:
    """All groups are needed, any word of each."""
    needy = evolve(BRIDGE, needs=((Equipment.BENCH,), (Equipment.BARBELL, Equipment.DUMBBELL)))
    assert codes(needy, equipment=owned) == []


@pytest.mark.parametrize(
    ("exercise", "caution", "property", "word"),
    [
        (SAMPLE["side-leg-raise"], "outer-hip-pain", "positions", "side-lying"),
        (SAMPLE["kneeling-stretch"], "kneeling-hurts", "contacts", "kneecap"),
        (SAMPLE["leg-swing"], "thin-bones", "jerk", "yes"),
        (SAMPLE["kneeling-stretch"], "high-blood-pressure", "strain", "long-hold"),
        (exposed(impact=Impact.ONE_LEG), "lower-leg-pain", "impact", "one-leg"),
        (exposed(impact=None), "lower-leg-pain", "impact", "not-stated"),
        (evolve(BRIDGE, contacts=None), "kneeling-hurts", "contacts", "not-stated"),
        (evolve(BRIDGE, kind=Kind.SELF_RELEASE), "no-rolling", "kind", "self-release"),
    ],
)
def test_a_caution_names_the_property_and_the_word(
    exercise: Exercise, caution: str, property: str, word: str
) -> None:
    """The reason says which property keeps the exercise out, and with which word."""
    request = Request(cautions=[caution], level="advanced")
    (verdict,) = sift([exercise], request, default_policy(Goal.STRENGTH), SAFETY).dropped
    facts = [dict(reason.facts) for reason in verdict.reasons if reason.code is ReasonCode.CAUTION]
    assert {"caution": caution, "property": property, "word": word} in facts


BAND, WEIGHT = Load(LoadKind.BAND), Load(LoadKind.MASS)


@pytest.mark.parametrize(
    ("changes", "when", "expected"),
    [
        ({"load": BAND}, [("load", "band")], [("load", "band")]),
        ({"load": WEIGHT}, [("load", "band")], []),
        ({"load": None}, [("load", "band")], []),
        ({}, [("jerk", "no")], [("jerk", "no")]),
        ({}, [("jerk", "yes")], []),
        ({"load": BAND}, [("load", "band"), ("jerk", "no")], [("load", "band")]),
        ({"load": BAND}, [("jerk", "no"), ("load", "band")], [("jerk", "no")]),
        ({"load": BAND}, [("load", "band"), ("jerk", "yes")], []),
    ],
)
def test_an_avoidance_needs_all_its_conditions_and_names_the_first(
    changes: dict[str, Any], when: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    """A load may be asked about too: none at all, body weight alone, is known and is no band."""
    exercise = evolve(BRIDGE, **changes)
    reasons = list(avoided(exercise, avoiding(*when), Caution.KNEE_PAIN.value))
    assert [(reason["property"], reason["word"]) for reason in reasons] == expected


def test_an_exception_of_the_record_only_tightens() -> None:
    """A record may name a caution that its properties do not."""
    wary = evolve(BRIDGE, exceptions=(CautionException(Caution.KNEE_PAIN, "a clinician said so"),))
    assert codes(wary, cautions=["knee-pain"]) == ["caution"]
    assert codes(wary, cautions=["low-back-pain"]) == []


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ({}, []),
        ({"effort": Effort(EffortScale.RESERVE, EffortWord.HARD)}, ["not-for-goal"]),
        ({"sets": Span(1, 3)}, ["not-for-goal"]),
        ({"lift": 0, "lower": 0, "hold": 30, "count": Span(1, 1), "sets": Span(1, 1)}, []),
        ({"lift": 0, "lower": 0, "hold": 30, "count": Span(1, 1)}, ["not-for-goal"]),
        ({"lift": 0, "lower": 0, "hold": Span(10, 29), "count": Span(1, 1)}, []),
        ({"lift": 0, "lower": 0, "hold": Span(10, 30), "count": Span(1, 1)}, ["not-for-goal"]),
        ({"lift": 1, "lower": 0, "hold": 30, "count": Span(1, 1)}, []),
        ({"lift": 0, "lower": 1, "hold": 30, "count": Span(1, 1)}, []),
    ],
)
def test_little_is_done_before_a_run(band: dict[str, Any], expected: list[str]) -> None:
    """Activation is easy, two sets at most, and held for less than 60 s in all (rules r32, r37)."""
    assert codes(dosed(Goal.ACTIVATION, **band), goal="activation") == expected


def in_seconds(kind: Kind, seconds: int, sets: int) -> Exercise:
    """Return the bridge as an exercise of *kind* that is done for so many seconds before a run."""
    sized = dosed(
        Goal.ACTIVATION, count_of=CountOf.SECONDS, count=Span(1, seconds), sets=Span(1, sets)
    )
    return evolve(sized, kind=kind)


@pytest.mark.parametrize(
    ("kind", "seconds", "sets", "expected"),
    [
        (Kind.ISOMETRIC, 59, 1, []),
        (Kind.ISOMETRIC, 60, 1, ["not-for-goal"]),
        (Kind.ISOMETRIC, 30, 2, ["not-for-goal"]),
        (Kind.STRENGTH, 60, 2, []),
        (Kind.STRENGTH, 60, 3, ["not-for-goal"]),
        (Kind.RAISE, 60, 5, []),
    ],
)
def test_seconds_of_holding_count_and_minutes_of_easy_moving_do_not(
    kind: Kind, seconds: int, sets: int, expected: list[str]
) -> None:
    """A hold is a hold however it is counted; a march of some minutes is what warms up."""
    assert codes(in_seconds(kind, seconds, sets), goal="activation") == expected


@pytest.mark.parametrize("goal", Goal)
def test_stretching_never_comes_before_a_run_nor_strength_after_one(goal: Goal) -> None:
    """Whatever a policy says, a goal has kinds that it can never hold."""
    never = {
        Goal.ACTIVATION: set(Kind)
        - {Kind.RAISE, Kind.DYNAMIC_MOBILITY, Kind.STRENGTH, Kind.ISOMETRIC, Kind.CONTROL},
        Goal.RECOVERY: {Kind.STRENGTH, Kind.ISOMETRIC, Kind.CONTROL, Kind.PLYOMETRIC, Kind.LANDING},
        Goal.MOBILITY: {Kind.STRENGTH, Kind.ISOMETRIC, Kind.PLYOMETRIC, Kind.LANDING},
    }.get(goal, set())
    usual = default_policy(goal)
    every_kind = tuple(hipkit.KindPolicy(kind) for kind in Kind)
    every_group = (
        *usual.groups,
        *(
            hipkit.GroupPolicy(group, hipkit.Phase.MAIN, 100, (0,))
            for group in hipkit.Group
            if group not in {each.group for each in usual.groups}
        ),
    )
    loose = evolve(usual, kinds=every_kind, groups=every_group)
    for kind in Kind:
        exercise = evolve(dosed(goal, Level.ADVANCED), kind=kind)
        sifted = sift([exercise], Request(goal=goal, level="advanced"), loose, SAFETY)
        assert bool(sifted.dropped) is (kind in never), kind


@given(st.data())
def test_obedient(data: Any) -> None:
    """Obedient: who is kept is allowed, judged by the wishes one by one; all are accounted for."""
    catalogue = data.draw(catalogues())
    asked = data.draw(requests(catalogue=catalogue))
    sifted = sift(catalogue, asked, default_policy(asked.goal), SAFETY)
    kept = set(sifted.kept)
    dropped = {verdict.exercise for verdict in sifted.dropped}
    assert kept | dropped == set(catalogue.ids)
    assert not kept & dropped
    for exercise in (catalogue[id] for id in sifted.kept):
        band = exercise.band(asked.goal, asked.level)
        assert band is not None
        assert exercise.status is Status.ACTIVE
        assert exercise.level <= asked.level
        assert (band.goal, band.level <= asked.level) == (asked.goal, True)
        assert exercise.id not in asked.exclude
        assert all(set(any_of) & set(asked.equipment) for any_of in exercise.needs)
        assert asked.positions is None or set(exercise.positions) <= set(asked.positions)


@given(st.data(), st.sampled_from(Caution))
def test_safe(data: Any, caution: Caution) -> None:
    """Safe: a caution only ever takes exercises away, and changes nothing about those that stay."""
    catalogue = data.draw(catalogues())
    asked = data.draw(requests(catalogue=catalogue))
    policy = default_policy(asked.goal)
    free = sift(catalogue, asked, policy, SAFETY).kept
    careful = evolve(asked, cautions=(*asked.cautions, caution))
    assert set(sift(catalogue, careful, policy, SAFETY).kept) <= set(free)


@given(st.data())
def test_unstated_is_never_better_than_stated(data: Any) -> None:
    """Fail closed: taking a statement back never brings an exercise in under a caution."""
    catalogue = data.draw(catalogues(stated=True))
    asked = data.draw(requests(catalogue=catalogue))
    assume(asked.cautions)
    names = {each.name for each in hipkit.Exposures.__attrs_attrs__}
    name = data.draw(st.sampled_from(sorted(names - {"impact", "adductor_load"})))
    policy = default_policy(asked.goal)
    silent = [evolve(each, exposures=evolve(each.exposures, **{name: None})) for each in catalogue]
    kept = set(sift(silent, asked, policy, SAFETY).kept)
    assert kept <= set(sift(catalogue, asked, policy, SAFETY).kept)


@given(st.data())
def test_the_quick_sieve_says_what_the_reasons_say(data: Any) -> None:
    """A pool keeps whom the reasons leave, and counts the others by the first of their reasons."""
    catalogue = data.draw(catalogues())
    asked = data.draw(requests(catalogue=catalogue))
    policy = default_policy(asked.goal)
    sifted = sift(catalogue, asked, policy, SAFETY)
    eligible = Pool(catalogue, SAFETY).eligible(asked, policy)
    assert tuple(candidate.exercise.id for candidate in eligible.kept) == sifted.kept
    assert eligible.dropped == Counter(verdict.reasons[0].code for verdict in sifted.dropped)
    for candidate in eligible.kept:
        assert candidate.band is candidate.exercise.band(asked.goal, asked.level)


def effort_of(exercise: Exercise, *cautions: str) -> EffortWord:
    """Return the effort with which *exercise* would come for an advanced runner."""
    request = Request(level="advanced", cautions=cautions)
    assert sift([exercise], request, default_policy(request.goal), SAFETY).kept
    band = exercise.band(request.goal, request.level)
    assert band is not None
    return eased(exercise, band, request, SAFETY).effort.word


@pytest.mark.parametrize(
    ("caution", "limited", "free"),
    [
        (
            "inner-thigh-pain",
            {"adductor_load": AdductorLoad.SQUEEZE},
            {"adductor_load": AdductorLoad.NONE},
        ),
        (
            "knee-pain",
            {"knee_bend_loaded": KneeBend.FROM_45_TO_90},
            {"knee_bend_loaded": KneeBend.UNDER_45},
        ),
        (
            "outer-knee-pain",
            {"knee_bend_loaded": KneeBend.FROM_45_TO_90},
            {"knee_bend_loaded": KneeBend.NONE},
        ),
    ],
)
def test_what_loads_the_sore_part_stays_light(
    caution: str, limited: dict[str, Any], free: dict[str, Any]
) -> None:
    """A caution limits the effort of what it is about, and of nothing else."""
    hard = evolve(
        dosed(Goal.STRENGTH, effort=Effort(EffortScale.RESERVE, EffortWord.HARD)),
        positions=(Position.STANDING,),
    )

    def stating(words: dict[str, Any]) -> Exercise:
        return evolve(hard, exposures=evolve(hard.exposures, **words))

    assert effort_of(stating(limited)) is EffortWord.HARD
    assert effort_of(stating(limited), caution) is EffortWord.LIGHT
    assert effort_of(stating(free), caution) is EffortWord.HARD


def test_what_is_not_stated_is_limited_too() -> None:
    """A record that does not say whether it loads the inner thigh counts as if it did."""
    silent = evolve(
        dosed(Goal.STRENGTH, effort=Effort(EffortScale.RESERVE, EffortWord.HARD)),
        exposures=evolve(BRIDGE.exposures, adductor_load=None),
    )
    assert codes(silent, level="advanced", cautions=["inner-thigh-pain"]) == ["caution"]


def test_limits_never_raise_an_effort_and_leave_form_alone() -> None:
    """The gentlest of all limits holds; work that ends when form goes has no reserve to limit."""
    easy = dosed(Goal.STRENGTH, effort=EASY)
    form = dosed(Goal.STRENGTH, effort=Effort(EffortScale.FORM, EffortWord.CLEAN_FORM))
    hard = dosed(Goal.STRENGTH, effort=Effort(EffortScale.RESERVE, EffortWord.HARD))
    assert effort_of(easy, "stiff-sore-hip") is EffortWord.EASY
    assert effort_of(form, "stiff-sore-hip") is EffortWord.CLEAN_FORM
    assert effort_of(hard, "stiff-sore-hip") is EffortWord.SOMEWHAT_HARD
    assert effort_of(hard, "stiff-sore-hip", "groin-pain") is EffortWord.LIGHT
    assert effort_of(hard, "groin-pain", "stiff-sore-hip") is EffortWord.LIGHT
