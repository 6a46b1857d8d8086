"""What is reckoned once: the same for every request, and the same as reckoning it anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import Goal, Level, Phase, PhasePolicy, ReasonCode, Request
from hipkit.catalogue import load_safety
from hipkit.composing import Pool, compose, default_policy, pool_of
from hipkit.composing.eligibility import avoided, lands
from hipkit.composing.preparing import Preparation
from hipkit.composing.selection import state
from hipkit.composing.worth import FULL_GRADE, Factor, Full, asked_factors, standing_factors
from hipkit.model import seconds_of
from hipkit.model.timing import seconds_by_sets

CATALOGUE = hipkit.load_catalogue()
SAFETY = load_safety()
POOL = Pool(CATALOGUE, SAFETY)
GOALS, LEVELS = st.sampled_from(Goal), st.sampled_from(Level)


def prepared(goal: Goal = Goal.STRENGTH, level: Level = Level.ADVANCED) -> Preparation:
    """Return the packaged exercises as the policy of *goal* sees them at *level*, reckoned anew."""
    return Pool(CATALOGUE, SAFETY).prepared(default_policy(goal), level)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", Level)
def test_everyone_is_a_candidate_or_counted(goal: Goal, level: Level) -> None:
    """Nobody is lost, and candidates come in order of id."""
    found = prepared(goal, level)
    assert len(found.candidates) + sum(found.dropped.values()) == len(CATALOGUE)
    ids = [candidate.exercise.id for candidate in found.candidates]
    assert ids == sorted(ids)
    assert found.dropped[ReasonCode.LEVEL] == sum(each.level > level for each in CATALOGUE)


@pytest.mark.parametrize("goal", Goal)
def test_places_rise_by_id_and_sets_without_gaps(goal: Goal) -> None:
    """Every option has its place, and every place its candidate."""
    found = prepared(goal)
    options = [option for candidate in found.candidates for option in candidate.options]
    assert [option.place for option in options] == list(range(len(options)))
    for candidate in found.candidates:
        assert len(candidate.options) == len(list(candidate.band.sets))
        for option in candidate.options:
            assert found.candidate(option.place) is candidate


@pytest.mark.parametrize("goal", Goal)
def test_places_are_sorted_by_what_they_are_for(goal: Goal) -> None:
    """Main items, warm-up items and landings are told apart by place."""
    found = prepared(goal)
    for candidate in found.candidates:
        phase = found.policy.phase_of[candidate.exercise.group]
        for option in candidate.options:
            assert (option.place in found.main) == (phase is Phase.MAIN)
            assert (option.place in found.warm_ups) == (phase is Phase.WARM_UP)
            assert (option.place in found.landings) == lands(candidate.exercise)
    assert goal is not Goal.STRENGTH or found.landings


@pytest.mark.parametrize("goal", Goal)
def test_options_are_worth_and_take_what_the_formulas_say(goal: Goal) -> None:
    """Grade and percents multiply, the curve over sets counts, changing over costs; time as stated."""
    found = prepared(goal)
    for candidate in found.candidates:
        exercise, band = candidate.exercise, candidate.band
        phase = found.policy.phase_policy_of[exercise.group]
        full = 10_000
        for factor in standing_factors(exercise, found.policy, found.level):
            full = full * factor.percent
        for sets, option in enumerate(candidate.options, band.sets.low):
            percent = phase.set_percent[min(sets, len(phase.set_percent)) - 1]
            assert option.worth == full * percent // 100**8 - phase.change_over
            assert option.seconds == seconds_of(exercise.laterality, band, sets)
            offer = found.offer(option)
            assert (offer.id, offer.sets, offer.place) == (exercise.id, sets, option.place)
            assert (offer.worth, offer.seconds) == (option.worth, option.seconds)
            assert offer.candidate is candidate


def test_keys_are_fixed_numbers_of_twenty_bits() -> None:
    """The same on every machine: they break ties."""
    options = [option for each in prepared().candidates for option in each.options]
    assert len({option.key for option in options}) > 0.9 * len(options)
    assert all(0 <= option.key < 2**20 for option in options)
    clamshell = next(each for each in prepared().candidates if each.exercise.id == "clamshell")
    assert [option.key for option in clamshell.options] == [237_222, 708_380, 917_386]


def test_an_offer_is_made_once_and_anew_where_a_request_changes_its_worth() -> None:
    """What was kept is the same object; factors are named in what it is made of."""
    found = prepared()
    candidate = found.candidates[0]
    option = candidate.options[0]
    assert found.offer(option) is found.offer(option)
    factors = (Factor(ReasonCode.FOCUS, 150),)
    changed = found.options(candidate, factors)
    assert [each.place for each in changed] == [each.place for each in candidate.options]
    phase = found.policy.phase_policy_of[candidate.exercise.group]
    worth = [candidate.full.times(factors).worth(sets, phase) for sets in candidate.band.sets]
    assert [each.worth for each in changed] == worth
    assert changed[-1].worth > candidate.options[-1].worth
    offer = found.offer(changed[0], factors)
    assert offer is not found.offer(option)
    assert ReasonCode.FOCUS in {reason.code for reason in offer.made_of}
    assert ReasonCode.FOCUS not in {reason.code for reason in found.offer(option).made_of}


def test_a_full_worth_is_multiplied_and_rounded_once() -> None:
    """Percent of percent, rounded down at the very end, then the cost."""
    full = FULL_GRADE.times([Factor(ReasonCode.GRADE, 33), Factor(ReasonCode.VARIETY, 1, 3)])
    assert full == Full(10_000 * 33, 100 * 100 * 3)
    phase = PhasePolicy(Phase.MAIN, 100, 7_200, (20, 50), 7)
    assert full.worth(2, phase) == 10_000 * 33 * 50 // 30_000 - 7


@given(GOALS, LEVELS)
def test_seconds_by_sets_are_those_of_each(goal: Goal, level: Level) -> None:
    """Reckoned together or one by one, sets take the same."""
    for exercise in CATALOGUE:
        band = exercise.band(goal, level)
        if band is not None:
            each = [seconds_of(exercise.laterality, band, sets) for sets in band.sets]
            assert list(seconds_by_sets(exercise.laterality, band)) == each


def test_a_pool_keeps_what_it_prepared_by_policy_and_level() -> None:
    """An equal policy is the same policy; another level is another look."""
    pool = Pool(CATALOGUE, SAFETY)
    policy = default_policy(Goal.STRENGTH)
    first = pool.prepared(policy, Level.BEGINNER)
    assert pool.prepared(evolve(policy), Level.BEGINNER) is first
    assert pool.prepared(policy, Level.ADVANCED) is not first
    assert pool.prepared(evolve(policy, name="other"), Level.BEGINNER) is not first


def test_a_pool_forgets_when_it_keeps_too_much() -> None:
    """Policies without end cost no memory without end."""
    pool = Pool(list(CATALOGUE)[:3], SAFETY)
    policy = default_policy(Goal.STRENGTH)
    first = pool.prepared(policy, Level.BEGINNER)
    for number in range(63):
        pool.prepared(evolve(policy, name=f"n{number}"), Level.BEGINNER)
    assert pool.prepared(policy, Level.BEGINNER) is first
    pool.prepared(evolve(policy, name="one more"), Level.BEGINNER)
    assert pool.prepared(policy, Level.BEGINNER) is not first


def test_a_pool_is_a_collection_by_rising_id() -> None:
    """It holds what it was given, and one of the same rules stays the same."""
    some = [CATALOGUE["clamshell"], CATALOGUE["bird-dog"]]
    pool = Pool(some, SAFETY)
    assert [each.id for each in pool] == ["bird-dog", "clamshell"]
    assert len(pool) == 2
    assert some[0] in pool
    assert CATALOGUE["glute-bridge"] not in pool
    assert pool_of(pool, SAFETY) is pool
    assert pool_of(pool, evolve(SAFETY, stops=("Stop.",))) is not pool
    assert list(pool_of(some, SAFETY)) == list(pool)


def test_who_may_not_come_is_counted_by_the_first_reason() -> None:
    """Those that never come and those that this request keeps out, each once."""
    names = ("bird-dog", "clamshell", "glute-bridge", "side-plank")
    like = CATALOGUE["clamshell"]
    plain = [
        evolve(like, id=name, family=name, variant_of=None, easier=(), harder=()) for name in names
    ]
    needy = [evolve(each, needs=((hipkit.Equipment.BENCH,),)) for each in plain[:2]]
    retired = [evolve(each, id=f"old-{each.id}", status=hipkit.Status.RETIRED) for each in needy]
    prone = evolve(plain[2], id="elsewhere", positions=(hipkit.Position.PRONE,))
    pool = Pool([*needy, *retired, *plain[2:], prone], SAFETY)
    request = Request(positions=["side-lying"], exclude=["side-plank", "clamshell"])
    eligible = pool.eligible(request, default_policy(request.goal))
    assert [each.exercise.id for each in eligible.kept] == ["glute-bridge"]
    assert eligible.dropped == {
        ReasonCode.RETIRED: 2,
        ReasonCode.EQUIPMENT: 2,
        ReasonCode.POSITION: 1,
        ReasonCode.EXCLUDED: 1,
    }


@pytest.mark.parametrize("caution", hipkit.Caution)
def test_whom_a_caution_spares_is_reckoned_once(caution: hipkit.Caution) -> None:
    """It is the exercises against which it is a reason."""
    spared = POOL.spared(caution)
    assert POOL.spared(caution) is spared
    request = Request(goal="mobility", level="advanced", cautions=[caution])
    policy = default_policy(request.goal)
    careless = evolve(request, cautions=())
    kept = {each.exercise.id for each in POOL.eligible(request, policy).kept}
    before = {each.exercise.id for each in POOL.eligible(careless, policy).kept}
    assert kept == before - spared
    assert spared == {each.id for each in CATALOGUE if list(avoided(each, SAFETY, caution.value))}
    assert spared


def test_threads_that_prepare_at_once_get_the_same() -> None:
    """Two may reckon the same thing; no answer differs."""
    requests = [Request(m, goal=g, level=v) for m in (10, 30) for g in Goal for v in Level]
    pool = Pool(CATALOGUE, SAFETY)

    def stored(request: Request) -> str:
        return hipkit.dumps(compose(request, pool, safety=SAFETY))

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(stored, requests * 3))
    alone = [hipkit.dumps(compose(each, list(CATALOGUE), safety=SAFETY)) for each in requests]
    assert together == alone * 3


def test_what_is_kept_with_a_catalogue_is_not_part_of_it() -> None:
    """A catalogue that has composed is equal to one that has not, and travels alone."""
    import pickle

    catalogue = evolve(CATALOGUE)
    hipkit.build_routine(catalogue=catalogue)
    assert catalogue.kept
    assert catalogue == CATALOGUE
    assert hash(catalogue) == hash(CATALOGUE)
    again = pickle.loads(pickle.dumps(catalogue))
    assert again == catalogue
    assert not again.kept
    assert not evolve(catalogue).kept


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ({}, set()),
        ({"focus": ["abduction"]}, {ReasonCode.FOCUS}),
        ({"recent": ["clamshell"]}, {ReasonCode.RECENT}),
        ({"seed": 3}, {ReasonCode.VARIETY}),
        ({"seed": 3, "recent": ["clamshell"], "focus": ["gluteus-medius"]}, None),
    ],
)
def test_only_what_a_request_touches_is_changed(
    words: dict[str, object], codes: set[ReasonCode] | None
) -> None:
    """A factor of 100 % is none, and the options of all others are those that were prepared."""
    request = Request(level="advanced", **words)  # type: ignore[arg-type]
    found = prepared()
    kept = POOL.eligible(request, found.policy).kept
    stated = state(kept, found, request, variety=found.policy.variety_percent)
    named: set[ReasonCode] = set()
    for candidate in kept:
        factors = asked_factors(
            candidate.exercise, request, found.policy, found.policy.variety_percent
        )
        assert all(factor.percent != factor.whole for factor in factors)
        named |= {factor.code for factor in factors}
        if not factors:
            assert stated.options_of(candidate) is candidate.options
        else:
            assert stated.options_of(candidate) == found.options(candidate, factors)
    assert named == (codes if codes is not None else set(ReasonCode) & named)
    assert codes is not None or len(named) == 3


def test_the_seed_counts_only_with_variety() -> None:
    """The canonical choice is stated from the same request."""
    request = Request(seed=5)
    found = prepared(level=Level.BEGINNER)
    kept = POOL.eligible(request, found.policy).kept
    assert state(kept, found, request).task == state(kept, found, evolve(request, seed=None)).task
    assert state(kept, found, request, 40).task != state(kept, found, request).task
