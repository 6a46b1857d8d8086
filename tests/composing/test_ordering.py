"""In which order the chosen exercises are done; order never changes what was chosen."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    DoseBand,
    Exercise,
    Goal,
    Group,
    Kind,
    Level,
    Muscle,
    MuscleRole,
    MuscleUse,
    NoRoutine,
    OneLegLoad,
    Phase,
    Position,
    Request,
    Span,
)
from hipkit.composing import compose, default_policy, ordering
from hipkit.model import family_of
from hipkit.testing import catalogues, requests, routines, sample_catalogue

SAFETY = hipkit.load_safety()
LEAST = sample_catalogue()["floor-bridge"]


def exercise(
    id: str,
    group: Group,
    *positions: Position,
    goal: Goal = Goal.STRENGTH,
    mover: Muscle = Muscle.GLUTEUS_MAXIMUS,
    **words: Any,
) -> Exercise:
    """Return an exercise that no filter objects to."""
    return evolve(
        LEAST,
        id=id,
        family=id,
        name=id,
        group=group,
        positions=positions or (Position.STANDING,),
        dose=(DoseBand(goal, Level.BEGINNER, Span(1, 1), Span(5, 5), effort=LEAST.dose[1].effort),),
        muscles=(MuscleUse(mover, MuscleRole.PRIME_MOVER, 3),),
        **{"kind": Kind.CONTROL, **words},
    )


def order(*exercises: Exercise, goal: Goal = Goal.STRENGTH, **words: Any) -> list[str]:
    """Return the ids of a routine of all *exercises*, in order."""
    ids = [each.id for each in exercises]
    request = Request(90, goal=goal, level="advanced", include=ids, **words)
    policy = evolve(default_policy(goal), useful_minutes=90)
    routine = compose(request, exercises, safety=SAFETY, policy=policy)
    assert sorted(slot.exercise.id for slot in routine.slots) == sorted(ids)
    return [slot.exercise.id for slot in routine.slots]


def test_strength_goes_from_standing_down_to_the_floor() -> None:
    """Hard and fresh first: feet, knees, hands and knees, lying; the trunk comes last."""
    assert order(
        exercise("a-trunk", Group.TRUNK_WITH_HIP, Position.PLANK),
        exercise("b-lying", Group.EXTENSION, Position.SUPINE_KNEES_BENT),
        exercise("c-fours", Group.ABDUCTION, Position.HANDS_AND_KNEES),
        exercise("d-kneeling", Group.ADDUCTION, Position.TALL_KNEELING),
        exercise("e-standing", Group.SINGLE_LEG_BEND, Position.STANDING),
    ) == ["e-standing", "d-kneeling", "c-fours", "b-lying", "a-trunk"]


def test_jumps_come_first_and_landing_before_rebounding() -> None:
    """Fresh legs for impact, after a warm-up move."""
    assert order(
        exercise("a-hop", Group.IMPACT, kind=Kind.PLYOMETRIC),
        exercise("b-squat", Group.SINGLE_LEG_BEND),
        exercise("c-march", Group.RAISE, kind=Kind.RAISE),
    ) == ["c-march", "a-hop", "b-squat"]
    assert order(
        exercise("a-hop", Group.IMPACT, kind=Kind.PLYOMETRIC, mover=Muscle.QUADRICEPS),
        exercise("b-land", Group.IMPACT, kind=Kind.LANDING),
        exercise("c-march", Group.RAISE, kind=Kind.RAISE),
    ) == ["c-march", "b-land", "a-hop"]


def test_phases_keep_their_order() -> None:
    """Raise, loosen, switch on; then work; then stretch, and settle at the very end."""
    assert order(
        exercise("a-settle", Group.SETTLE, Position.SUPINE_KNEES_BENT, kind=Kind.SETTLE),
        exercise("b-stretch", Group.STRETCH, kind=Kind.STATIC_STRETCH),
        exercise("c-work", Group.HINGE),
        exercise("d-loosen", Group.LOOSEN, kind=Kind.DYNAMIC_MOBILITY),
        exercise("e-raise", Group.RAISE, kind=Kind.RAISE),
    ) == ["e-raise", "d-loosen", "c-work", "b-stretch", "a-settle"]


def test_settling_is_last_even_if_one_gets_up_for_it() -> None:
    """Whatever it costs: after it comes nothing."""
    assert order(
        exercise("a-settle", Group.SETTLE, kind=Kind.SETTLE),
        exercise("b-stretch", Group.STRETCH, Position.SUPINE_STRAIGHT, kind=Kind.STATIC_STRETCH),
        exercise("c-work", Group.HINGE),
    ) == ["c-work", "b-stretch", "a-settle"]


@frozen
class Item:
    """The least that can be put in order."""

    exercise: Exercise


def test_what_else_a_policy_warms_up_with_comes_after_the_usual() -> None:
    """A policy may put any group into the warm-up; raising, loosening and switching on come first."""
    warm_up = (
        exercise("a-hinge", Group.HINGE),
        exercise("b-switch", Group.SWITCH_ON, mover=Muscle.QUADRICEPS),
        exercise("c-raise", Group.RAISE, mover=Muscle.HAMSTRINGS),
    )
    main = exercise("d-lying", Group.EXTENSION, Position.PRONE)
    phases = {each.group: Phase.WARM_UP for each in warm_up} | {main.group: Phase.MAIN}
    ordered = ordering.order([Item(each) for each in (*warm_up, main)], phases, Request())
    assert [item.exercise.id for item in ordered] == ["c-raise", "b-switch", "a-hinge", "d-lying"]


def test_before_a_run_one_ends_on_the_feet() -> None:
    """Activation goes from the floor up, and switching on is last."""
    assert order(
        exercise("a-switch", Group.SWITCH_ON, goal=Goal.ACTIVATION),
        exercise("b-standing", Group.HINGE, goal=Goal.ACTIVATION),
        exercise("c-lying", Group.EXTENSION, Position.SUPINE_STRAIGHT, goal=Goal.ACTIVATION),
        goal=Goal.ACTIVATION,
    ) == ["c-lying", "b-standing", "a-switch"]


def test_before_a_run_loosening_ends_where_the_main_part_begins() -> None:
    """From the feet down to the floor, or on the floor first when the main part is on the feet."""
    loosen = {"kind": Kind.DYNAMIC_MOBILITY, "goal": Goal.ACTIVATION}
    moves = (
        exercise("a-sitting", Group.LOOSEN, Position.SITTING_FLOOR, **loosen),
        exercise("b-swing", Group.LOOSEN, **loosen),
        exercise("c-fours", Group.LOOSEN, Position.HANDS_AND_KNEES, **loosen),
    )
    fours, upright = (
        exercise("d-main", Group.EXTENSION, position, goal=Goal.ACTIVATION)
        for position in (Position.HANDS_AND_KNEES, Position.STANDING)
    )
    down = order(*moves, fours, goal=Goal.ACTIVATION)
    up = order(*moves, upright, goal=Goal.ACTIVATION)
    assert down == ["b-swing", "a-sitting", "c-fours", "d-main"]
    assert up == ["a-sitting", "c-fours", "b-swing", "d-main"]


def test_before_a_run_one_leg_bends_before_the_outer_hip_is_tired() -> None:
    """Standing abduction comes after the single-leg squat, whatever the ids."""
    assert order(
        exercise("a-abduction", Group.ABDUCTION, goal=Goal.ACTIVATION),
        exercise("b-squat", Group.SINGLE_LEG_BEND, goal=Goal.ACTIVATION),
        goal=Goal.ACTIVATION,
    ) == ["b-squat", "a-abduction"]


def test_with_sore_knees_bending_work_waits() -> None:
    """Work off the feet comes before bending on them (rule r25)."""
    both = (
        exercise("a-bend", Group.SINGLE_LEG_BEND),
        exercise("b-bridge", Group.EXTENSION, Position.SUPINE_KNEES_BENT),
    )
    assert order(*both) == ["a-bend", "b-bridge"]
    for caution in ("knee-pain", "outer-knee-pain"):
        assert order(*both, cautions=[caution]) == ["b-bridge", "a-bend"]


def test_after_a_run_one_moves_before_one_holds_still() -> None:
    """In each position dynamic comes first, and a chair lies between standing and the floor."""
    stretch, loosen = {"kind": Kind.STATIC_STRETCH}, {"kind": Kind.DYNAMIC_MOBILITY}
    assert order(
        exercise("a-held", Group.STRETCH, goal=Goal.RECOVERY, **stretch),
        exercise("b-knees", Group.STRETCH, Position.HALF_KNEELING, goal=Goal.RECOVERY, **stretch),
        exercise("c-chair", Group.STRETCH, Position.SITTING_CHAIR, goal=Goal.RECOVERY, **stretch),
        exercise("d-fours", Group.LOOSEN, Position.HANDS_AND_KNEES, goal=Goal.RECOVERY, **loosen),
        exercise("e-swing", Group.LOOSEN, goal=Goal.RECOVERY, **loosen),
        goal=Goal.RECOVERY,
    ) == ["e-swing", "a-held", "c-chair", "b-knees", "d-fours"]


def test_in_a_mobility_session_control_comes_between_loosening_and_stretching() -> None:
    """Loosen, steer, hold still: in each position."""
    words: dict[str, Any] = {"goal": Goal.MOBILITY}
    assert order(
        exercise("a-stretch", Group.STRETCH, kind=Kind.STATIC_STRETCH, **words),
        exercise("b-control", Group.PELVIC_CONTROL, kind=Kind.CONTROL, **words),
        exercise("c-loosen", Group.LOOSEN, kind=Kind.DYNAMIC_MOBILITY, **words),
        **words,
    ) == ["c-loosen", "b-control", "a-stretch"]


def test_a_carry_is_done_while_one_is_up() -> None:
    """Trunk work on the feet does not make one get up again."""
    assert order(
        exercise("a-carry", Group.TRUNK_WITH_HIP, Position.WALKING),
        exercise("b-bridge", Group.EXTENSION, Position.SUPINE_KNEES_BENT),
    ) == ["a-carry", "b-bridge"]


def test_prime_movers_take_turns() -> None:
    """Within a stage, the next one rests what the last one worked."""
    assert order(
        exercise("a", Group.HINGE, mover=Muscle.HAMSTRINGS),
        exercise("b", Group.PELVIC_CONTROL, mover=Muscle.HAMSTRINGS),
        exercise("c", Group.SINGLE_LEG_BEND, mover=Muscle.QUADRICEPS),
    ) == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("role", "emphasis", "expected"),
    [
        (MuscleRole.PRIME_MOVER, 3, ["a", "c", "b"]),
        (MuscleRole.PRIME_MOVER, 2, ["a", "c", "b"]),
        (MuscleRole.PRIME_MOVER, 1, ["a", "b", "c"]),
        (MuscleRole.SYNERGIST, 3, ["a", "b", "c"]),
    ],
)
def test_only_what_chiefly_works_needs_its_turn(
    role: MuscleRole, emphasis: int, expected: list[str]
) -> None:
    """A muscle that helps, or works only a little, may do so twice running."""
    shared = MuscleUse(Muscle.HAMSTRINGS, role, emphasis)
    lying = Position.PRONE
    twice = (exercise("a", Group.EXTENSION, lying), exercise("b", Group.FLEXION, lying))
    movers = (Muscle.GLUTEUS_MAXIMUS, Muscle.GLUTEUS_MEDIUS)
    assert (
        order(
            *(
                evolve(each, muscles=(MuscleUse(mover, MuscleRole.PRIME_MOVER, 3), shared))
                for each, mover in zip(twice, movers, strict=True)
            ),
            exercise("c", Group.ADDUCTION, lying, mover=Muscle.QUADRICEPS),
        )
        == expected
    )


def test_one_stays_where_one_is_before_one_moves_on() -> None:
    """What leaves a position and comes back waits until all is done there, at the same cost."""
    words: dict[str, Any] = {"goal": Goal.MOBILITY}
    kneeling, fours = Position.TALL_KNEELING, Position.HANDS_AND_KNEES
    assert order(
        exercise("a-kneeling", Group.STRETCH, kneeling, **words),
        exercise("b-down", Group.STRETCH, kneeling, fours, mover=Muscle.ADDUCTORS, **words),
        exercise("c-up", Group.STRETCH, fours, kneeling, mover=Muscle.HAMSTRINGS, **words),
        exercise("d-kneeling", Group.STRETCH, kneeling, mover=Muscle.ILIOPSOAS, **words),
        **words,
    ) == ["a-kneeling", "d-kneeling", "b-down", "c-up"]


@pytest.mark.parametrize(
    ("mover", "expected"),
    [
        (Muscle.QUADRICEPS, ["a-kneeling", "c-chair", "b-standing"]),
        (Muscle.HAMSTRINGS, ["a-kneeling", "b-standing", "c-chair"]),
    ],
)
def test_a_chair_is_up_from_the_floor_and_no_floor_itself(
    mover: Muscle, expected: list[str]
) -> None:
    """By the chair one gets up in small steps; getting up to it counts, and from it does not."""
    stretch = {"kind": Kind.STATIC_STRETCH}
    assert (
        order(
            exercise(
                "a-kneeling", Group.EXTENSION, Position.TALL_KNEELING, mover=Muscle.HAMSTRINGS
            ),
            exercise("b-standing", Group.STRETCH, mover=Muscle.ADDUCTORS, **stretch),
            exercise("c-chair", Group.STRETCH, Position.SITTING_CHAIR, mover=mover, **stretch),
        )
        == expected
    )


def test_the_next_one_begins_where_the_last_one_ended() -> None:
    """Within a stage, changes of position are few."""
    assert order(
        exercise("a", Group.EXTENSION, Position.SUPINE_KNEES_BENT),
        exercise("b", Group.ADDUCTION, Position.SIDE_LYING, mover=Muscle.ADDUCTORS),
        exercise("c", Group.FLEXION, Position.SUPINE_KNEES_BENT, mover=Muscle.ILIOPSOAS),
    ) == ["a", "c", "b"]


def test_between_work_on_the_feet_the_outer_hip_rests() -> None:
    """What tires it waits for the bend, but need not follow its neighbour at once."""
    outer: dict[str, Any] = {"mover": Muscle.GLUTEUS_MEDIUS, "goal": Goal.ACTIVATION}
    assert order(
        exercise("a-abduction", Group.ABDUCTION, **outer),
        exercise("b-control", Group.PELVIC_CONTROL, **outer),
        exercise("c-hinge", Group.HINGE, goal=Goal.ACTIVATION),
        exercise("d-squat", Group.SINGLE_LEG_BEND, goal=Goal.ACTIVATION, mover=Muscle.QUADRICEPS),
        goal=Goal.ACTIVATION,
    ) == ["d-squat", "a-abduction", "c-hinge", "b-control"]


def test_no_bend_comes_right_after_a_tired_outer_hip() -> None:
    """Before a run the floor comes first, and there the outer hip is not last."""
    words: dict[str, Any] = {"goal": Goal.ACTIVATION}
    assert order(
        exercise("a-bridge", Group.EXTENSION, Position.SUPINE_KNEES_BENT, **words),
        exercise("b-raise", Group.ABDUCTION, Position.SIDE_LYING, **words),
        exercise("c-squat", Group.SINGLE_LEG_BEND, **words),
        **words,
    ) == ["b-raise", "a-bridge", "c-squat"]


def test_what_begins_in_one_position_and_ends_in_another_joins_the_two() -> None:
    """The fewest changes in all, where the nearest next item each time would cost one more."""
    words: dict[str, Any] = {"goal": Goal.RECOVERY, "kind": Kind.STATIC_STRETCH}
    fours, kneeling = Position.HANDS_AND_KNEES, Position.HALF_KNEELING
    assert order(
        exercise("a-kneeling", Group.STRETCH, kneeling, **words),
        exercise("b-fours", Group.STRETCH, fours, **words),
        exercise("c-couch", Group.STRETCH, fours, kneeling, **words),
        goal=Goal.RECOVERY,
    ) == ["b-fours", "c-couch", "a-kneeling"]


def test_after_a_run_nobody_ends_standing_on_one_leg() -> None:
    """Of what is done standing, the last is done on both feet."""
    words: dict[str, Any] = {"goal": Goal.RECOVERY, "kind": Kind.STATIC_STRETCH}
    one_leg = evolve(LEAST.exposures, one_leg_load=OneLegLoad.SUPPORTED)
    assert order(
        exercise("a-calf", Group.STRETCH, **words),
        exercise("b-quadriceps", Group.STRETCH, exposures=one_leg, **words),
        goal=Goal.RECOVERY,
    ) == ["b-quadriceps", "a-calf"]


def test_trunk_work_on_hands_and_knees_is_done_there() -> None:
    """Only holds wait for the end: nobody gets up to hands and knees again for it."""
    assert order(
        exercise("a-bridge", Group.EXTENSION, Position.SUPINE_KNEES_BENT),
        exercise("b-bird-dog", Group.TRUNK_WITH_HIP, Position.HANDS_AND_KNEES),
        exercise("c-kick", Group.ABDUCTION, Position.HANDS_AND_KNEES, mover=Muscle.ILIOPSOAS),
    ) == ["b-bird-dog", "c-kick", "a-bridge"]


def test_many_unlike_items_of_one_stage_have_an_order_too() -> None:
    """Of a stage with very many orders only the cheapest ways are followed; prime movers take turns still."""
    places = (
        Position.SUPINE_KNEES_BENT,
        Position.SUPINE_STRAIGHT,
        Position.PRONE,
        Position.SIDE_LYING,
    )
    groups = (Group.EXTENSION, Group.ADDUCTION, Group.FLEXION, Group.INTERNAL_ROTATION)
    items = [
        exercise(f"{mover.value}-{number}", group, place, mover=mover)
        for number, (group, place) in enumerate(zip(groups, places, strict=True))
        for mover in (Muscle.ADDUCTORS, Muscle.HAMSTRINGS)
    ]
    ordered = order(*items)
    movers = [id.split("-")[0] for id in ordered]
    assert all(one != other for one, other in pairwise(movers))
    assert order(*reversed(items)) == ordered


def phases_of(routine: hipkit.Routine) -> list[int]:
    """Return the place of every slot's phase."""
    return [list(Phase).index(slot.phase) for slot in routine.slots]


@given(routines())
def test_phases_never_mix(routine: hipkit.Routine) -> None:
    """Warm-up, main and cool-down follow each other, with work in between always."""
    assert phases_of(routine) == sorted(phases_of(routine))
    assert Phase.MAIN in {slot.phase for slot in routine.slots}


@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_is_unique(data: Any, rng: random.Random) -> None:
    """However the exercises are listed, the routine is the same."""
    catalogue = data.draw(catalogues())
    asked = data.draw(requests(catalogue=catalogue))
    listed = list(catalogue)
    rng.shuffle(listed)
    try:
        routine = compose(asked, catalogue, safety=SAFETY)
    except NoRoutine as refusal:
        with pytest.raises(type(refusal)):
            compose(asked, listed, safety=SAFETY)
        return
    assert compose(asked, listed, safety=SAFETY).slots == routine.slots


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("minutes", [10, 20, 30, 45])
def test_strength_goes_down_to_the_floor_once(level: Level, minutes: int) -> None:
    """One way down: in the main phase, standing work never follows lying work, but for the trunk."""
    routine = hipkit.build_routine(minutes, level=level, equipment=tuple(hipkit.Equipment))
    main = [
        family_of(slot.exercise.positions[0])
        for slot in routine.slots
        if slot.phase is Phase.MAIN and slot.exercise.group is not Group.TRUNK_WITH_HIP
    ]
    upright = [family.value == "upright" for family in main]
    assert upright == sorted(upright, reverse=True)
