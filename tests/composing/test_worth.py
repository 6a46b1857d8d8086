"""What one way of doing an exercise is worth: every factor on its own, from plain numbers."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from hipkit import (
    Basis,
    DoseBand,
    Exercise,
    Goal,
    Group,
    GroupPolicy,
    Kind,
    KindPolicy,
    Laterality,
    Level,
    Load,
    LoadKind,
    Muscle,
    MuscleRole,
    MuscleUse,
    Phase,
    PhasePolicy,
    Points,
    Policy,
    Position,
    ReasonCode,
    Request,
    Span,
)
from hipkit.composing._search import Option
from hipkit.composing.worth import (
    FULL_GRADE,
    Factor,
    asked_factors,
    basis_of,
    grade,
    made_of,
    rank,
    standing_factors,
    variety_share,
)
from hipkit.testing import sample_catalogue

POLICY = Policy(
    "plain-numbers",
    Goal.STRENGTH,
    45,
    (KindPolicy(Kind.STRENGTH), KindPolicy(Kind.ISOMETRIC, 85)),
    (
        PhasePolicy(Phase.WARM_UP, 20, 480, (30, 40), 900),
        PhasePolicy(Phase.MAIN, 100, 7_200, (10, 76, 92), 1_700, one_sided_percent=160),
    ),
    (
        GroupPolicy(Group.HINGE, Phase.MAIN, 93, (0,), recent_percent=3),
        GroupPolicy(Group.EXTENSION, Phase.MAIN, 100, (0,), recent_percent=0),
        GroupPolicy(Group.LOOSEN, Phase.WARM_UP, 100, (0,)),
    ),
    (Points(MuscleRole.PRIME_MOVER, (11, 22, 33)), Points(MuscleRole.SYNERGIST, (4, 7, 10))),
    grade_base=20,
    grade_unstated=51,
    level_percent=(100, 80, 60),
    loaded_percent=120,
    place_percent=(100, 75, 85, 95, 65),
    focus_percent=150,
    focus_helper_percent=125,
)
MOVER, HELPER, HOLDER = MuscleRole.PRIME_MOVER, MuscleRole.SYNERGIST, MuscleRole.STABILISER
PLAIN = evolve(
    sample_catalogue()["floor-bridge"],
    group=Group.HINGE,
    kind=Kind.STRENGTH,
    positions=(Position.STANDING,),
    load=None,
    muscles=(MuscleUse(Muscle.GLUTEUS_MAXIMUS, MOVER, 2),),
    dose=(DoseBand(Goal.STRENGTH, Level.ADVANCED, Span(1, 3), Span(8, 8)),),
)


def use(role: MuscleRole, emphasis: int = 1, basis: Basis = Basis.AUTHOR) -> MuscleUse:
    """Return what one muscle does."""
    return MuscleUse(Muscle.ILIOPSOAS, role, emphasis, basis)


@pytest.mark.parametrize(
    ("muscles", "expected"),
    [
        ([], 51),
        ([use(MOVER, 1)], 31),
        ([use(MOVER, 3)], 53),
        ([use(MOVER, 2), use(HELPER, 3)], 52),
        ([use(MOVER, 2), use(HOLDER, 3)], 42),
        ([use(HOLDER, 3)], 20),
        ([use(MOVER, 3)] * 3, 100),
    ],
)
def test_a_grade_is_a_base_and_the_points_of_every_role(
    muscles: list[MuscleUse], expected: int
) -> None:
    """At most 100; roles without points earn none; where nothing is stated, the policy's middle."""
    assert grade(iter(muscles), POLICY) == expected


def test_a_grade_rests_on_the_weakest_basis_of_its_muscles() -> None:
    """Author, convention, opinion, anatomy, measured: the first of these that occurs."""
    rising = [Basis.AUTHOR, Basis.CONVENTION, Basis.EXPERT_OPINION, Basis.ANATOMY, Basis.EMG]
    for place, weakest in enumerate(rising):
        assert basis_of(use(MOVER, basis=each) for each in reversed(rising[place:])) is weakest
    assert basis_of([]) is Basis.AUTHOR


def standing(at: Level = Level.BEGINNER, **changes: Any) -> dict[ReasonCode, int]:
    """Return the percents of the plain exercise with *changes* for a person of level *at*, by code."""
    factors = standing_factors(evolve(PLAIN, **changes), POLICY, at)
    assert {factor.whole for factor in factors} == {100}
    return {factor.code: factor.percent for factor in factors}


def test_every_standing_factor_has_its_percent() -> None:
    """Grade first; what does not apply is 100 %, so that all have the same factors."""
    assert standing(laterality=Laterality.BOTH_TOGETHER) == {
        ReasonCode.GRADE: 42,
        ReasonCode.PRIORITY: 93,
        ReasonCode.OWN_LEVEL: 100,
        ReasonCode.KIND: 100,
        ReasonCode.LOADED: 100,
        ReasonCode.PLACE: 100,
        ReasonCode.ONE_SIDED: 100,
    }
    assert next(iter(standing())) is ReasonCode.GRADE


@pytest.mark.parametrize(
    ("changes", "code", "percent"),
    [
        ({"muscles": ()}, ReasonCode.GRADE, 51),
        ({"level": Level.ADVANCED}, ReasonCode.OWN_LEVEL, 100),
        ({"level": Level.INTERMEDIATE}, ReasonCode.OWN_LEVEL, 80),
        ({"level": Level.BEGINNER}, ReasonCode.OWN_LEVEL, 60),
        ({"kind": Kind.ISOMETRIC}, ReasonCode.KIND, 85),
        ({"load": Load(LoadKind.BAND)}, ReasonCode.LOADED, 120),
        ({"positions": (Position.HALF_KNEELING,)}, ReasonCode.PLACE, 75),
        ({"positions": (Position.STANDING, Position.PLANK)}, ReasonCode.PLACE, 85),
        ({"positions": (Position.PRONE, Position.STANDING)}, ReasonCode.PLACE, 95),
        ({"positions": (Position.SITTING_CHAIR,)}, ReasonCode.PLACE, 65),
        ({"laterality": Laterality.ONE_SIDED}, ReasonCode.ONE_SIDED, 160),
        ({"laterality": Laterality.ALTERNATING}, ReasonCode.ONE_SIDED, 100),
        (
            {"laterality": Laterality.ONE_SIDED, "group": Group.LOOSEN},
            ReasonCode.ONE_SIDED,
            100,
        ),
    ],
)
def test_what_an_exercise_is_changes_one_factor(
    changes: dict[str, Any], code: ReasonCode, percent: int
) -> None:
    """Muscles, level, kind, load, positions (of several the least) and sides, each in its place."""
    assert standing(Level.ADVANCED, **changes)[code] == percent


@pytest.mark.parametrize(
    ("focus", "percent"),
    [
        ("hinge", 150),
        ("extension", None),
        ("gluteus-maximus", 150),
        ("glutes", 150),
        ("hamstrings", 125),
        ("back-of-thigh", 125),
        ("quadriceps", None),
        ("core", None),
        ("adductors", 150),
        ("rectus-femoris", 150),
    ],
)
def test_focus_counts_what_works_and_a_little_what_helps(focus: str, percent: int | None) -> None:
    """The group, or a muscle that works, is lengthened or pressed; what only holds is no focus."""
    busy = evolve(
        PLAIN,
        muscles=(
            MuscleUse(Muscle.GLUTEUS_MAXIMUS, MOVER, 2),
            MuscleUse(Muscle.HAMSTRINGS, HELPER, 3),
            MuscleUse(Muscle.QUADRICEPS, HOLDER, 3),
            MuscleUse(Muscle.ADDUCTORS, MuscleRole.LENGTHENED, 1),
            MuscleUse(Muscle.RECTUS_FEMORIS, MuscleRole.PRESSED, 1),
        ),
    )
    expected = () if percent is None else (Factor(ReasonCode.FOCUS, percent),)
    assert asked_factors(busy, Request(focus=[focus]), POLICY, 0) == expected


def test_several_targets_of_focus_count_once_and_the_best_of_them() -> None:
    """A helper of one target that works for another is what works, in whatever order."""
    busy = evolve(
        PLAIN,
        muscles=(
            MuscleUse(Muscle.HAMSTRINGS, HELPER, 3),
            MuscleUse(Muscle.ADDUCTORS, MOVER, 3),
            MuscleUse(Muscle.ADDUCTOR_MAGNUS, MOVER, 3),
        ),
    )
    for focus in (["back-of-thigh", "inner-thigh"], ["hamstrings", "groin"]):
        factors = asked_factors(busy, Request(focus=focus), POLICY, 0)
        assert factors == (Factor(ReasonCode.FOCUS, 150),)
    nothing_else = Request(focus=["core", "hip-flexors", "hamstrings"])
    assert asked_factors(busy, nothing_else, POLICY, 0) == (Factor(ReasonCode.FOCUS, 125),)


def test_what_was_done_lately_is_worth_less_where_its_group_says_so() -> None:
    """Only the exercise itself, and by the percent of its group."""
    lately = Request(recent=[PLAIN.id])
    assert asked_factors(PLAIN, lately, POLICY, 0) == (Factor(ReasonCode.RECENT, 97),)
    assert asked_factors(evolve(PLAIN, group=Group.EXTENSION), lately, POLICY, 0) == ()
    assert asked_factors(evolve(PLAIN, id="another"), lately, POLICY, 0) == ()


def test_a_seed_takes_its_share_of_the_variety() -> None:
    """Nothing without variety or without a seed; seed 0 is a seed."""
    clamshell: Exercise = evolve(PLAIN, id="clamshell")
    share = Factor(ReasonCode.VARIETY, 100_000 - 40 * 554, 100_000)
    assert asked_factors(clamshell, Request(seed=0), POLICY, 40) == (share,)
    assert asked_factors(clamshell, Request(seed=0), POLICY, 0) == ()
    assert asked_factors(clamshell, Request(), POLICY, 40) == ()


@pytest.mark.parametrize(
    ("seed", "id", "share"),
    [
        (0, "clamshell", 554),
        (1, "clamshell", 346),
        (1, "bird-dog", 34),
        (-7, "bird-dog", 562),
        (7, "acme.überzug", 362),
    ],
)
def test_shares_of_variety_are_the_same_everywhere_and_always(
    seed: int, id: str, share: int
) -> None:
    """Saved seeds stay good: thousandths by a hash that is no machine's own."""
    assert variety_share(seed, id) == share


def test_shares_of_variety_reach_from_nothing_to_all() -> None:
    """Among many seeds some take everything, some nothing, none more."""
    shares = {variety_share(seed, "clamshell") for seed in range(20_000)}
    assert shares == set(range(1_001))


def test_worth_is_multiplied_out_before_it_is_rounded() -> None:
    """Grade and factors, then the percent of sets, rounded down once, then the change-over."""
    main = POLICY.phases[1]
    full = FULL_GRADE.times(
        [Factor(ReasonCode.GRADE, 42), Factor(ReasonCode.VARIETY, 77_841, 99_999)]
    )
    assert [full.worth(sets, main) for sets in (1, 2, 3, 4)] == [
        42 * 77_841 * percent // 99_999 - 1_700 for percent in (10, 76, 92, 92)
    ]


def test_options_rank_by_worth_then_seconds_then_place() -> None:
    """More worth first, then less time, then the order of ids and sets."""
    ranked = [
        Option(9, 80, 3, 7),
        Option(5, 40, 2, 9),
        Option(5, 60, 1, 1),
        Option(5, 60, 0, 2),
        Option(-1, 10, 0, 0),
    ]
    shuffled = [ranked[place] for place in (3, 0, 4, 2, 1)]
    assert sorted(shuffled, key=rank) == ranked


def test_an_offer_says_what_its_worth_is_made_of() -> None:
    """Its grade even at 100 %, the factors that change something, the sets, and the cost."""
    factors = (
        Factor(ReasonCode.GRADE, 100),
        Factor(ReasonCode.PRIORITY, 100),
        Factor(ReasonCode.KIND, 85),
        Factor(ReasonCode.VARIETY, 77_841, 100_000),
    )
    said = made_of(PLAIN, 2, POLICY, factors)
    assert [(reason.code, dict(reason.facts)) for reason in said] == [
        (ReasonCode.GRADE, {"percent": 100}),
        (ReasonCode.KIND, {"percent": 85}),
        (ReasonCode.VARIETY, {"percent": 77}),
        (ReasonCode.SETS, {"percent": 76}),
        (ReasonCode.CHANGE_OVER, {"worth": 1_700}),
    ]
    assert {reason.exercise for reason in said} == {PLAIN.id}
