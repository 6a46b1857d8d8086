"""Requests at the edge: nothing worth its time, nothing without one item, seeds that are too bold."""

from __future__ import annotations

import pytest
from attrs import evolve

import hipkit
from hipkit import DoseBand, Exercise, Goal, Group, Level, NoRoutine, Position, Request, Span
from hipkit.catalogue import load_safety
from hipkit.composing import Pool, compose, decide, default_policy
from hipkit.composing._search import (
    Family,
    Option,
    Phase,
    Task,
    option_losses,
    solve,
)
from hipkit.composing._search import Group as SearchGroup
from hipkit.composing.selection import choose, choose_with_variety, objective, state
from hipkit.testing import check_optimal

SAFETY = load_safety()
STRENGTH = default_policy(Goal.STRENGTH)


def plain(id: str, group: Group = Group.ABDUCTION, sets: int = 2, count: int = 10) -> Exercise:
    """Return a five-field exercise."""
    band = DoseBand(Goal.STRENGTH, Level.BEGINNER, Span(1, sets), Span(count, count))
    return Exercise(id, id.title(), group, (Position.STANDING,), (band,))


def costly(cost: int) -> hipkit.Policy:
    """Return the strength policy with a change-over that eats every worth."""
    phases = tuple(evolve(each, change_over=cost) for each in STRENGTH.phases)
    return evolve(STRENGTH, phases=phases)


def test_a_main_item_is_there_even_when_nothing_is_worth_its_time() -> None:
    """A routine has at least one main item of its goal, the least costly one."""
    catalogue = hipkit.Catalogue([plain("one"), plain("two", Group.HINGE), plain("big", count=599)])
    policy = costly(900_000)
    routine = hipkit.build_routine(5, catalogue=catalogue, policy=policy)
    assert len(routine.slots) == 1
    assert routine.explanation.certificate.bound >= routine.explanation.certificate.objective
    check_optimal(routine, catalogue, policy)
    full = hipkit.explain(routine, catalogue=catalogue, policy=policy)
    assert {verdict.exercise for verdict in full.left_out} | {
        slot.exercise.id for slot in routine.slots
    } == set(catalogue.ids)


def test_nothing_chosen_when_nothing_fits() -> None:
    """Stated without the check that a request is possible, the choice is simply none."""
    request = Request(5)
    pool = Pool([plain("long", count=200)], SAFETY)
    candidates = decide(Request(20), pool, STRENGTH).eligible.kept
    prepared = pool.prepared(STRENGTH, request.level)
    assert choose(state(candidates, prepared, request)) is None
    forced = evolve(request, include=("long",))
    assert choose(state(candidates, prepared, forced)) is None
    assert choose_with_variety(candidates, prepared, forced) is None


def test_a_seed_that_costs_too_much_is_tamed() -> None:
    """The jitter is halved until 90 % of the worth is kept, at last to nothing."""
    near = [plain(f"e{index}", group) for index, group in enumerate(list(Group)[:6])]
    bold = evolve(STRENGTH, variety_percent=100)
    pool = Pool(near, SAFETY)
    candidates = decide(Request(30), pool, bold).eligible.kept
    prepared = pool.prepared(bold, Level.BEGINNER)
    canonical = choose(state(candidates, prepared, Request(30)))
    assert canonical is not None
    plain_offers = {(each.id, each.sets): each for each in canonical.stated.offers}
    for seed in range(40):
        chosen = choose_with_variety(candidates, prepared, Request(30, seed=seed))
        assert chosen is not None
        honest = objective((plain_offers[o.id, o.sets] for o in chosen[0].offers), bold)
        assert 10 * honest >= 9 * objective(canonical.offers, bold)


def test_a_seed_without_effect_says_so() -> None:
    """When even the least jitter costs more than a tenth, the canonical routine comes, and says so.

    Two siblings whose worths differ by 1 in 12,000, and a cost that leaves 5 points: the other sibling
    keeps only 4 of them, and any jitter at all may prefer it.
    """
    group = hipkit.GroupPolicy(Group.ABDUCTION, hipkit.Phase.MAIN, 1_000, (0,))
    main = next(each for each in STRENGTH.phases if each.phase is hipkit.Phase.MAIN)
    kinds = (hipkit.KindPolicy(hipkit.Kind.STRENGTH), hipkit.KindPolicy(hipkit.Kind.ISOMETRIC, 101))
    one_sided = evolve(
        plain("better", sets=1),
        kind=hipkit.Kind.ISOMETRIC,
        laterality=hipkit.Laterality.ONE_SIDED,
        family="pair",
    )
    loaded = evolve(plain("worse", sets=1), load=hipkit.Load(hipkit.LoadKind.BAND), family="pair")
    catalogue = hipkit.Catalogue([one_sided, loaded])

    def policy(cost: int) -> hipkit.Policy:
        phase = evolve(main, set_percent=(24, 76), change_over=cost, one_sided_percent=101)
        return hipkit.Policy(
            "narrow",
            Goal.STRENGTH,
            45,
            kinds,
            (phase,),
            (group,),
            STRENGTH.points,
            loaded_percent=102,
            variety_percent=40,
        )

    free = hipkit.build_routine(20, catalogue=catalogue, policy=policy(0))
    narrow = policy(free.explanation.items[0].worth - 5)
    said = [
        hipkit.build_routine(20, catalogue=catalogue, policy=narrow, seed=seed)
        for seed in range(20)
    ]
    assert {routine.slots[0].exercise.id for routine in said} == {"better"}
    codes = [{remark.code for remark in routine.explanation.remarks} for routine in said]
    assert any(hipkit.ReasonCode.SEED_WITHOUT_EFFECT in each for each in codes)


def test_a_routine_that_hangs_on_one_item_says_so() -> None:
    """Without its only main item there would be no routine, so its loss is none at all."""
    catalogue = hipkit.Catalogue([plain("one")])
    routine = hipkit.build_routine(20, catalogue=catalogue)
    assert hipkit.explain(routine, catalogue=catalogue).without == (hipkit.ItemLoss("one", None),)


def test_why_not_tells_the_least_minutes_and_what_cannot_be_included() -> None:
    """Including may be impossible; more minutes may bring it in by themselves."""
    catalogue = hipkit.load_catalogue()
    routine = hipkit.build_routine(10)
    answers = {
        exercise.id: hipkit.explain(routine, exercise.id)
        for exercise in catalogue.where(group="stretch", needs_only=[])
    }
    brought = [answer for answer in answers.values() if answer.least_minutes and not answer.chosen]
    assert brought
    for answer in brought[:3]:
        assert answer.least_minutes is not None
        longer = hipkit.build_routine(answer.least_minutes)
        assert answer.exercise in {slot.exercise.id for slot in longer.slots}
        shorter = hipkit.build_routine(answer.least_minutes - 1)
        assert answer.exercise not in {slot.exercise.id for slot in shorter.slots}
    too_long = hipkit.explain(hipkit.build_routine(5), "half-kneeling-hip-flexor-stretch")
    assert too_long.loss_if_included is None
    assert too_long.reasons[0].code is hipkit.ReasonCode.TOO_LONG
    inside = hipkit.explain(routine, routine.slots[0].exercise.id)
    assert inside.chosen
    assert inside.loss_if_included == 0


def test_a_policy_of_another_goal_is_refused_by_the_core_too() -> None:
    """The door says it; so does compose."""
    with pytest.raises(hipkit.RequestError, match="the policy is for recovery"):
        compose(
            Request(20),
            [plain("one")],
            safety=SAFETY,
            policy=default_policy(Goal.RECOVERY),
        )


def test_a_policy_of_ones_own_is_kept_for_other_goals_relaxations() -> None:
    """A relaxation that changes the goal is tested with that goal's own policy."""
    policy = evolve(STRENGTH, name="mine")
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(positions=["half-kneeling"], policy=policy)
    assert caught.value.relaxations


def test_the_search_shrinks_its_step_when_there_are_too_many_states() -> None:
    """All options pay the same per second and many may be taken: still exact, and it ends."""
    options = [
        tuple(
            Option(10 * (7 * i + 13 * s + 20), 7 * i + 13 * s + 20, i * 77 + s, 3 * i + s)
            for s in range(3)
        )
        for i in range(40)
    ]
    groups = tuple(
        SearchGroup((0,) * 8, tuple(Family(each) for each in options[start : start + 8]))
        for start in range(0, 40, 8)
    )
    answer = solve(Task(1_501, (Phase(1_501, groups),)))
    assert answer is not None
    assert answer.worth == 10 * answer.seconds
    assert answer.seconds <= 1_501


def test_what_is_impossible_has_no_losses() -> None:
    """Forced options that do not fit leave nothing to price."""
    forced = Family((Option(1, 50, 0, 0),), forced=True)
    task = Task(10, (Phase(10, (SearchGroup((0,), (forced,)),)),))
    assert solve(task) is None
    assert option_losses(task, (0,)) == {}


def test_what_an_include_leaves_no_place_for_has_no_loss() -> None:
    """The only place of the group is taken, so the other family cannot be priced at all."""
    forced = Family((Option(1, 5, 0, 0),), forced=True)
    other = Family((Option(9, 5, 0, 1),))
    task = Task(10, (Phase(10, (SearchGroup((0,), (forced, other)),)),))
    answer = solve(task)
    assert answer is not None
    assert answer.places == (0,)
    assert set(option_losses(task, answer.phase_prices)) == {0}
