"""The choice: what is stated to the search, and what comes back, against trying everything."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    DoseBand,
    Exercise,
    Goal,
    Group,
    GroupPolicy,
    Kind,
    KindPolicy,
    Level,
    Muscle,
    MuscleRole,
    MuscleUse,
    Phase,
    PhasePolicy,
    Policy,
    Position,
    ReasonCode,
    Request,
    Span,
    load_safety,
)
from hipkit.composing import Pool, _search, default_policy
from hipkit.composing.selection import (
    Choice,
    Stated,
    choose,
    choose_with_variety,
    objective,
    phase_room,
    room_of,
    seconds_left,
    state,
)
from hipkit.composing.worth import Factor, Offer, variety_share

SAFETY = load_safety()
STRENGTH = default_policy(Goal.STRENGTH)
POLICY = evolve(
    STRENGTH,
    phases=(
        PhasePolicy(Phase.WARM_UP, 20, 200, (30, 40), 90),
        PhasePolicy(Phase.MAIN, 100, 7_200, (40, 90), 170),
        PhasePolicy(Phase.COOL_DOWN, 15, 480, (30, 40), 90),
    ),
    groups=(
        GroupPolicy(Group.HINGE, Phase.MAIN, 90, (100, -50)),
        GroupPolicy(Group.EXTENSION, Phase.MAIN, 100, (900,)),
        GroupPolicy(Group.IMPACT, Phase.MAIN, 50, (0, 0)),
        GroupPolicy(Group.RAISE, Phase.WARM_UP, 100, (0,)),
        GroupPolicy(Group.LOOSEN, Phase.WARM_UP, 100, (0, 0)),
        GroupPolicy(Group.STRETCH, Phase.COOL_DOWN, 100, (10,)),
    ),
)


def exercise(id: str, group: Group, count: int = 10, **changes: Any) -> Exercise:
    """Return an exercise of one or two sets."""
    band = DoseBand(Goal.STRENGTH, Level.BEGINNER, Span(1, 2), Span(count, count))
    return evolve(Exercise(id, id.title(), group, (Position.STANDING,), (band,)), **changes)


def stated(*exercises: Exercise, policy: Policy = POLICY, variety: int = 0, **words: Any) -> Stated:
    """Return the problem of choosing among *exercises*, all of which may come."""
    request = Request(**{"level": "advanced", **words})
    pool = Pool(exercises, SAFETY)
    kept = pool.eligible(request, policy).kept
    assert len(kept) == len(exercises)
    return state(kept, pool.prepared(policy, request.level), request, variety)


def best(*exercises: Exercise, **words: Any) -> Choice:
    """Return the best choice, which there must be."""
    found = choose(stated(*exercises, **words))
    assert found is not None
    return found


def taken(choice: Choice) -> dict[str, int]:
    """Return the sets of every exercise that was chosen."""
    return {offer.id: offer.sets for offer in choice.offers}


BRIDGE, BACK = exercise("bridge", Group.EXTENSION), exercise("back-kick", Group.EXTENSION)
HINGE, LIFT = exercise("hinge", Group.HINGE), exercise("lift", Group.HINGE, 12)
MARCH = exercise("march", Group.RAISE, 20, kind=Kind.RAISE)
SWING = exercise("swing", Group.LOOSEN, 5, kind=Kind.DYNAMIC_MOBILITY)
HOP = exercise("hop", Group.IMPACT, 9, kind=Kind.PLYOMETRIC)
LAND = exercise("land", Group.IMPACT, 7, kind=Kind.LANDING)
STRETCH = exercise("stretch", Group.STRETCH, kind=Kind.STATIC_STRETCH)
ALL = (BRIDGE, BACK, HINGE, LIFT, MARCH, SWING, HOP, LAND, STRETCH)


def test_a_phase_has_its_share_but_no_more_than_its_most_nor_than_there_is() -> None:
    """The least of the three; a session is no longer than is useful."""
    warm_up, main, cool_down = POLICY.phases
    assert [phase_room(warm_up, room) for room in (300, 999, 1_000, 1_200)] == [60, 199, 200, 200]
    assert phase_room(main, 1_234) == 1_234
    assert phase_room(evolve(main, share_percent=0), 1_234) == 0
    assert phase_room(cool_down, 3_200) == phase_room(cool_down, 9_000) == 480
    short = evolve(POLICY, useful_minutes=30)
    assert [room_of(Request(minutes), short) for minutes in (5, 30, 31)] == [300, 1_800, 1_800]


def test_seconds_left_are_the_less_of_what_the_phase_and_the_clock_leave() -> None:
    """What another policy chose for a group of its own takes time too, but of no phase."""
    request = Request(10)
    assert seconds_left([], request, POLICY) == {
        Phase.WARM_UP: 120,
        Phase.MAIN: 600,
        Phase.COOL_DOWN: 90,
    }
    used = [(Group.HINGE, 200), (Group.LOOSEN, 40), (Group.RAISE, 50), (Group.HINGE, 30)]
    assert seconds_left(used, request, POLICY) == {
        Phase.WARM_UP: 30,
        Phase.MAIN: 280,
        Phase.COOL_DOWN: 90,
    }
    assert seconds_left([*used, (Group.ADDUCTION, 250)], request, POLICY) == {
        Phase.WARM_UP: 30,
        Phase.MAIN: 30,
        Phase.COOL_DOWN: 30,
    }


def test_groups_stand_in_the_phases_of_the_policy_with_their_bonuses() -> None:
    """Only groups that have someone; rooms by the clock; every option once."""
    problem = stated(*ALL, minutes=10)
    assert problem.task.room == 600
    assert [phase.room for phase in problem.task.phases] == [120, 600, 90]
    assert [[group.steps for group in phase.groups] for phase in problem.task.phases] == [
        [(0,), (0, 0)],
        [(100, -50), (900,), (0, 0)],
        [(10,)],
    ]
    assert [offer.id for offer in problem.offers] == sorted(each.id for each in ALL * 2)
    few = stated(BRIDGE, MARCH)
    assert [len(phase.groups) for phase in few.task.phases] == [1, 1, 0]
    assert list(few.groups) == [Group.EXTENSION, Group.RAISE]


def test_an_include_forces_its_family_and_leaves_it_no_other_member() -> None:
    """Siblings of what must come are no choice; other families stay free."""
    sibling = evolve(BACK, family="bridge")
    lone = evolve(BRIDGE, family="bridge")
    problem = stated(lone, sibling, HINGE, include=["bridge"])
    forced = {
        family.forced: [problem.offer(option).id for option in family.options]
        for phase in problem.task.phases
        for group in phase.groups
        for family in group.families
    }
    assert forced == {True: ["bridge", "bridge"], False: ["hinge", "hinge"]}


def test_what_a_request_changes_is_worth_that_in_the_problem_and_in_the_offer() -> None:
    """Focus multiplies worth; the offer says so; others are offered as they were."""
    focused = stated(BRIDGE, HINGE, focus=["hinge"])
    plain = stated(BRIDGE, HINGE)
    for before, after in zip(plain.offers, focused.offers, strict=True):
        assert (before.id, before.sets, before.seconds) == (after.id, after.sets, after.seconds)
        said = {reason.code for reason in after.made_of}
        assert (ReasonCode.FOCUS in said) == (after.id == "hinge")
        assert (after.worth > before.worth) == (after.id == "hinge")
        assert after == focused.offer_at(after.place)
    for candidate in plain.preparation.candidates:
        assert plain.options_of(candidate) is candidate.options


@pytest.mark.parametrize(
    ("words", "variety", "changed"),
    [
        ({}, 0, False),
        ({"seed": 1}, 0, False),
        ({"seed": 1}, 40, True),
        ({"recent": ["hinge"]}, 0, True),
        ({"recent": ["hop"]}, 0, False),
        ({"focus": ["hinge"]}, 0, True),
    ],
)
def test_only_focus_recent_and_variety_change_worth(
    words: dict[str, Any], variety: int, changed: bool
) -> None:
    """Whatever else is asked decides who may come, not what they are worth."""
    asked = stated(HINGE, variety=variety, **words)
    assert bool(asked.changed) is changed
    assert (asked.task != stated(HINGE).task) is changed


def test_an_objective_is_the_worth_of_offers_and_the_bonuses_they_reach() -> None:
    """The first and second of a group have their own bonus; more than there are have none."""
    one, two, *_ = stated(HINGE, LIFT).offers[::2]
    third = stated(exercise("third", Group.HINGE)).offers[0]
    kick = stated(BACK).offers[1]
    assert objective([], POLICY) == 0
    assert objective([one], POLICY) == one.worth + 100
    assert objective([one, two], POLICY) == one.worth + two.worth + 50
    assert objective([one, two, third], POLICY) == one.worth + two.worth + third.worth + 50
    assert objective([kick, one], POLICY) == kick.worth + one.worth + 1_000


def is_valid(offers: tuple[Offer, ...], request: Request, policy: Policy) -> bool:
    """Return whether *offers* may be done together."""
    phase = policy.phase_of
    count = Counter(offer.exercise.group for offer in offers)
    kinds = {offer.exercise.kind for offer in offers}
    phases = {phase[offer.exercise.group] for offer in offers}
    lands = bool(kinds & {Kind.PLYOMETRIC, Kind.LANDING})
    spent = seconds_left(((o.exercise.group, o.seconds) for o in offers), request, policy)
    return (
        Phase.MAIN in phases
        and (Phase.WARM_UP in phases or not lands)
        and all(items <= len(policy.group_of[group].bonuses) for group, items in count.items())
        and set(request.include) <= {offer.id for offer in offers}
        and min(spent.values()) >= 0
    )


def tried(problem: Stated, request: Request, policy: Policy) -> tuple[int, ...] | None:
    """Return the places of the best valid choice of all there are, by the published order of ties."""
    families: dict[str, list[Offer | None]] = {}
    for offer in problem.offers:
        families.setdefault(offer.exercise.family, [None]).append(offer)
    choices = (
        tuple(offer for offer in picked if offer is not None)
        for picked in product(*families.values())
    )
    keys = {option.place: option.key for option in options_of(problem)}

    def rank(offers: tuple[Offer, ...]) -> tuple[int, int, int, tuple[int, ...]]:
        places = sorted(offer.place for offer in offers)
        return (
            objective(offers, policy),
            -sum(offer.seconds for offer in offers),
            sum(keys[place] for place in places),
            tuple(-place for place in places),
        )

    valid = [offers for offers in choices if is_valid(offers, request, policy)]
    return tuple(sorted(offer.place for offer in max(valid, key=rank))) if valid else None


def options_of(problem: Stated) -> list[_search.Option]:
    """Return every option of *problem*."""
    return [
        option
        for candidate in problem.preparation.candidates
        for option in problem.options_of(candidate)
    ]


@given(
    st.lists(st.sampled_from(ALL), min_size=1, max_size=6, unique_by=lambda each: each.id),
    st.integers(5, 15),
    st.tuples(st.sampled_from([90, 4_000]), st.sampled_from([170, 5_000]), st.just(90)),
    st.data(),
)
def test_the_choice_is_the_best_of_all_that_are_valid(
    exercises: list[Exercise], minutes: int, costs: tuple[int, ...], data: st.DataObject
) -> None:
    """Exact: a main item, a warm-up before a landing, the clock, the caps, the includes, the ties."""
    phases = zip(POLICY.phases, costs, strict=True)
    policy = evolve(POLICY, phases=tuple(evolve(each, change_over=cost) for each, cost in phases))
    include = data.draw(st.sampled_from([(), (exercises[0].id,)]))
    problem = stated(*exercises, policy=policy, minutes=minutes, include=include)
    request = Request(minutes, level="advanced", include=include)
    found = choose(problem)
    places = None if found is None else tuple(offer.place for offer in found.offers)
    assert places == tried(problem, request, policy)
    if found is not None:
        assert found.answer.worth == objective(found.offers, policy)
        assert found.answer.bound >= found.answer.value


@pytest.mark.parametrize(
    "exercises",
    [
        (HOP, HINGE, LIFT, BRIDGE),
        (LAND, HOP, HINGE, LIFT),
        (HOP, BRIDGE, STRETCH),
        (HOP, MARCH, HINGE, LIFT),
        (evolve(HOP, family="jump"), exercise("step", Group.IMPACT, family="jump"), HINGE, LIFT),
    ],
    ids=lambda some: "-".join(each.id for each in some),
)
def test_without_a_landing_all_else_is_still_there(exercises: tuple[Exercise, ...]) -> None:
    """Where no warm-up is or none pays, only the landing goes."""
    phases = tuple(
        evolve(each, change_over=90_000 if each.phase is Phase.WARM_UP else 100)
        for each in POLICY.phases
    )
    policy = evolve(POLICY, phases=phases)
    found = best(*exercises, policy=policy, minutes=15)
    request = Request(15, level="advanced")
    assert tuple(each.place for each in found.offers) == tried(found.stated, request, policy)
    assert found.bent
    assert "hop" not in taken(found)


TWINS = tuple(exercise(f"twin-{letter}", Group.HINGE) for letter in "abcdefgh")
ALIKE = tuple(exercise(f"twin-{number}", Group.HINGE) for number in (1402, 2000))
"""Two of which even the keys are the same."""


def dear(policy: Policy) -> Policy:
    """Return *policy* with a change-over that no exercise is worth."""
    return evolve(policy, phases=tuple(evolve(each, change_over=900_000) for each in policy.phases))


def test_ties_between_what_must_be_there_go_by_the_published_order() -> None:
    """Equal worth and seconds: the key decides, then the first id, however they are listed."""
    policy = dear(POLICY)
    request = Request(20, level="advanced")
    one, other = (option.key for option in options_of(stated(*ALIKE))[1::2])
    assert one == other
    for some in (TWINS, TWINS[1:], TWINS[::2], ALIKE):
        problem = stated(*some, policy=policy)
        chosen = best(*some, policy=policy)
        assert tuple(offer.place for offer in chosen.offers) == tried(problem, request, policy)
        assert len(chosen.offers) == 1
        assert taken(best(*reversed(some), policy=policy)) == taken(chosen)


def test_a_choice_says_whether_something_worth_more_may_not_be() -> None:
    """It is bent by a landing without a warm-up and by a routine without a main item, else not."""
    assert not best(BRIDGE, HINGE, MARCH).bent
    assert best(BRIDGE, policy=dear(POLICY)).bent
    strong = evolve(
        HOP, muscles=(MuscleUse(Muscle.QUADRICEPS, MuscleRole.PRIME_MOVER, 3),), family="jump"
    )
    weak = evolve(BRIDGE, family="jump", group=Group.IMPACT)
    assert taken(best(strong, weak)) == {"bridge": 2}
    assert best(strong, weak).bent
    assert not best(weak).bent


def test_a_bound_holds_for_every_branch() -> None:
    """Where the choice was branched on, its bound is no less than what any branch could be worth."""
    policy = dear(POLICY)
    branched = best(HINGE, LIFT, BRIDGE, policy=policy)
    each = [best(one, policy=policy) for one in (HINGE, LIFT, BRIDGE)]
    assert branched.bent
    assert branched.answer.bound == max(one.answer.bound for one in each)


def varied(policy: Policy, seed: int | None) -> tuple[Choice, bool]:
    """Return the choice among all for *seed*."""
    request = Request(12, level="advanced", seed=seed)
    pool = Pool(ALL, SAFETY)
    kept = pool.eligible(request, policy).kept
    found = choose_with_variety(kept, pool.prepared(policy, request.level), request)
    assert found is not None
    return found


def test_without_a_seed_or_without_variety_the_choice_is_the_canonical_one() -> None:
    """A policy that allows no variety gives the seed up, and says so."""
    canonical = best(*ALL, minutes=12)
    plain, lost = varied(POLICY, None)
    assert (taken(plain), lost) == (taken(canonical), False)
    still, lost = varied(evolve(POLICY, variety_percent=0), 3)
    assert (taken(still), lost) == (taken(canonical), True)
    assert still.stated.changed == {}
    plain, lost = varied(evolve(POLICY, variety_percent=0), None)
    assert (taken(plain), lost) == (taken(canonical), False)


def pair(percent: int) -> tuple[Pool, Policy]:
    """Return two siblings, of which the second is worth *percent* of the first, and their policy."""
    policy = evolve(
        POLICY,
        kinds=(KindPolicy(Kind.STRENGTH), KindPolicy(Kind.ISOMETRIC, percent)),
        phases=(PhasePolicy(Phase.MAIN, 100, 7_200, (100,), 0),),
        groups=(GroupPolicy(Group.HINGE, Phase.MAIN, 100, (0,)),),
        variety_percent=100,
    )
    better, worse = (exercise(id, Group.HINGE, family="pair") for id in ("better", "worse"))
    return Pool([better, evolve(worse, kind=Kind.ISOMETRIC)], SAFETY), policy


UNFAIR = next(
    seed
    for seed in range(100_000)
    if variety_share(seed, "better") >= 900 and variety_share(seed, "worse") <= 20
)
"""A seed that takes much from the one and next to nothing from the other."""


@pytest.mark.parametrize(
    ("percent", "expected", "variety"), [(90, "worse", 100), (89, "better", 12), (85, "better", 12)]
)
def test_a_seed_may_cost_a_tenth_and_is_halved_until_it_costs_no_more(
    percent: int, expected: str, variety: int
) -> None:
    """100, 50, 25, 12, 6, 3, 1: the first at which what is chosen is worth nine tenths."""
    pool, policy = pair(percent)
    request = Request(20, seed=UNFAIR)
    preparation = pool.prepared(policy, request.level)
    found = choose_with_variety(preparation.candidates, preparation, request)
    assert found is not None
    choice, lost = found
    assert not lost
    assert list(taken(choice)) == [expected]
    share = variety_share(UNFAIR, "better")
    assert choice.stated.changed[0].factors == (
        Factor(ReasonCode.VARIETY, 100_000 - variety * share, 100_000),
    )


def test_a_seed_is_kept_where_it_changes_nothing() -> None:
    """Also where nothing is worth its time, so that nine tenths of a loss would be less of it."""
    pool, policy = Pool([HINGE], SAFETY), dear(POLICY)
    preparation = pool.prepared(policy, Level.BEGINNER)
    found = choose_with_variety(preparation.candidates, preparation, Request(seed=1))
    assert found is not None
    choice, lost = found
    assert list(taken(choice)) == ["hinge"]
    assert choice.answer.worth < 0
    assert not lost


def test_a_seed_does_not_make_possible_what_is_not() -> None:
    """Nothing fits, with a seed or without."""
    preparation = Pool([HINGE], SAFETY).prepared(POLICY, Level.BEGINNER)
    for seed in (None, 1):
        none = Request(seed=seed)
        assert choose_with_variety((), preparation, none) is None


def test_seeds_vary_the_choice_within_a_tenth_of_its_worth() -> None:
    """Several routines come of forty seeds; none costs more than a tenth, judged without jitter."""
    canonical = best(*ALL, minutes=12)
    least = 9 * canonical.answer.worth
    seen: set[tuple[tuple[str, int], ...]] = set()
    for seed in range(40):
        choice, lost = varied(POLICY, seed)
        assert not lost
        plain = [canonical.stated.offer_at(offer.place) for offer in choice.offers]
        assert 10 * objective(plain, POLICY) >= least
        assert choice.stated.changed
        seen.add(tuple(sorted(taken(choice).items())))
    assert len(seen) > 3
