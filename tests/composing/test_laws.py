"""The laws of `build_routine()`, each named as such, over the packaged catalogue."""

from __future__ import annotations

import random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import hipkit
from hipkit import NoRoutine, Request, SeekAdvice
from hipkit.asking import explain
from hipkit.catalogue import load_safety
from hipkit.composing import Pool, compose, decide, default_policy, pool_of
from hipkit.composing.selection import objective
from hipkit.testing import check_optimal

CATALOGUE = hipkit.load_catalogue()
SAFETY = load_safety()
POOL = Pool(CATALOGUE, SAFETY)
WORDS = {
    "equipment": [str(each) for each in hipkit.Equipment],
    "cautions": [str(each) for each in hipkit.Caution],
    "focus": [str(each) for each in (*hipkit.Group, *hipkit.Muscle, *hipkit.Region)],
    "positions": [str(each) for each in hipkit.Position],
}


@st.composite
def asked(draw: Any, **fixed: Any) -> Request:
    """Draw a request for the packaged catalogue, over every field."""
    ids = st.lists(st.sampled_from(CATALOGUE.ids), max_size=4, unique=True)
    words: dict[str, Any] = {
        "minutes": draw(st.integers(5, 60)),
        "goal": draw(st.sampled_from([str(each) for each in hipkit.Goal])),
        "level": draw(st.sampled_from([str(each) for each in hipkit.Level])),
        "equipment": draw(st.lists(st.sampled_from(WORDS["equipment"]), max_size=6)),
        "focus": draw(st.lists(st.sampled_from(WORDS["focus"]), max_size=2)),
        "cautions": draw(st.lists(st.sampled_from(WORDS["cautions"]), max_size=2)),
        "positions": draw(
            st.none() | st.lists(st.sampled_from(WORDS["positions"]), min_size=8, unique=True)
        ),
        "exclude": draw(ids),
        "recent": draw(ids),
        "seed": draw(st.none() | st.integers(0, 50)),
        **fixed,
    }
    return Request.from_words(words)


def worth(request: Request, exercises: Any = POOL) -> int | None:
    """Return the objective of the best routine, or None when there is none."""
    policy = default_policy(request.goal)
    try:
        return objective(decide(request, pool_of(exercises, SAFETY), policy).choice.offers, policy)
    except NoRoutine:
        return None


def at_least(more: int | None, less: int | None) -> bool:
    """Return whether an objective did not fall; no routine is below every routine."""
    return less is None or (more is not None and more >= less)


@given(asked())
def test_fits(request: Request) -> None:
    """Fits: typical seconds never exceed 60 x the minutes asked for."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    assert routine.seconds <= 60 * request.minutes


@given(asked())
def test_timed(request: Request) -> None:
    """Timed: intervals are contiguous and sum to the routine's seconds."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    now = 0
    for interval in routine.timeline:
        assert interval.start_tenths == now
        assert interval.tenths > 0
        now += interval.tenths
    assert now == 10 * routine.seconds
    assert sum(slot.seconds for slot in routine.slots) == routine.seconds


@given(asked(seed=None), st.integers(1, 40))
def test_monotone_in_time(request: Request, more: int) -> None:
    """Monotone: more time never lowers the objective."""
    longer = evolve(request, minutes=min(120, request.minutes + more))
    assert at_least(worth(longer), worth(request))


@given(asked(seed=None), st.sampled_from(WORDS["equipment"]))
def test_monotone_in_equipment(request: Request, word: str) -> None:
    """Monotone: more equipment never lowers the objective."""
    richer = evolve(request, equipment=(*request.equipment, word))
    assert at_least(worth(richer), worth(request))


@given(asked(seed=None))
def test_monotone_in_positions(request: Request) -> None:
    """Monotone: more positions never lower the objective."""
    assert at_least(worth(evolve(request, positions=None)), worth(request))


@given(asked(seed=None), st.sampled_from(WORDS["cautions"]))
def test_monotone_in_cautions(request: Request, word: str) -> None:
    """Monotone: fewer cautions never lower the objective."""
    careful = evolve(request, cautions=(*request.cautions, word))
    assert at_least(worth(request), worth(careful))


@given(asked(seed=None), st.sampled_from(CATALOGUE.ids))
def test_monotone_in_excludes(request: Request, id: str) -> None:
    """Monotone: fewer excludes never lower the objective."""
    narrower = evolve(request, exclude=(*request.exclude, id))
    assert at_least(worth(request), worth(narrower))


@given(asked(seed=None), st.sampled_from(CATALOGUE.ids))
def test_monotone_in_includes(request: Request, id: str) -> None:
    """Monotone: fewer includes never lower the objective."""
    assume(id not in request.exclude)
    bound = evolve(request, include=(id,))
    assert at_least(worth(request), worth(bound))


@given(asked(seed=None), st.sets(st.sampled_from(CATALOGUE.ids), min_size=1, max_size=12))
def test_monotone_in_the_catalogue(request: Request, gone: set[str]) -> None:
    """Monotone: a larger catalogue never lowers the objective."""
    assert at_least(worth(request), worth(request, CATALOGUE.without(*gone)))


@given(asked(seed=None))
def test_full(request: Request) -> None:
    """Full: no added set and no added exercise that limits permit and that fits raises it."""
    policy = default_policy(request.goal)
    try:
        choice = decide(request, POOL, policy).choice
    except NoRoutine:
        return
    best = objective(choice.offers, policy)
    phase_of = {each.group: each.phase for each in policy.groups}
    bonuses = {each.group: each.bonuses for each in policy.groups}
    room = choice.stated.task.room
    rooms = {
        each.phase: task.room
        for each, task in zip(policy.phases, choice.stated.task.phases, strict=True)
    }

    def allowed(offers: list[Any]) -> bool:
        exercises = [each.candidate.exercise for each in offers]
        families = [each.family for each in exercises]
        groups = [each.group for each in exercises]
        return (
            len(set(families)) == len(families)
            and all(groups.count(group) <= len(bonuses[group]) for group in groups)
            and sum(each.seconds for each in offers) <= room
            and all(
                sum(o.seconds for o in offers if phase_of[o.candidate.exercise.group] is phase)
                <= own
                for phase, own in rooms.items()
            )
        )

    chosen = list(choice.offers)
    ids = {each.id for each in chosen}
    for offer in choice.stated.offers:
        others = [each for each in chosen if each.id != offer.id]
        deeper = any(each.id == offer.id and each.sets + 1 == offer.sets for each in chosen)
        if (offer.id not in ids or deeper) and allowed([*others, offer]):
            assert objective([*others, offer], policy) <= best


@given(asked())
def test_obedient(request: Request) -> None:
    """Obedient: only eligible items, every include present, no family twice."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    exercises = [slot.exercise for slot in routine.slots]
    for exercise in exercises:
        assert exercise.level <= request.level
        assert exercise.id not in request.exclude
        assert all(set(any_of) & set(request.equipment) for any_of in exercise.needs)
        assert request.positions is None or set(exercise.positions) <= set(request.positions)
    assert len({each.family for each in exercises}) == len(exercises)
    assert len({slot.key for slot in routine.slots}) == len(routine.slots)


@given(asked(), st.randoms(use_true_random=False))
def test_reproducible_whatever_the_order(request: Request, rng: random.Random) -> None:
    """Reproducible: the order of the catalogue never matters."""
    shuffled = list(CATALOGUE)
    rng.shuffle(shuffled)
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine as refusal:
        with pytest.raises(type(refusal)):
            hipkit.build_routine(request, catalogue=evolve(CATALOGUE, exercises=shuffled))
        return
    again = hipkit.build_routine(request, catalogue=evolve(CATALOGUE, exercises=shuffled))
    assert hipkit.dumps(routine) == hipkit.dumps(again)


@given(asked(), st.integers(0, 10_000))
def test_bounded_variety(request: Request, seed: int) -> None:
    """Bounded variety: without its jitter, a seeded routine keeps 90 % of the canonical worth."""
    policy = default_policy(request.goal)
    try:
        canonical = decide(evolve(request, seed=None), POOL, policy).choice
    except NoRoutine:
        return
    varied = decide(evolve(request, seed=seed), POOL, policy).choice
    plain = {(each.id, each.sets): each for each in canonical.stated.offers}
    honest = objective((plain[each.id, each.sets] for each in varied.offers), policy)
    assert 10 * honest >= 9 * objective(canonical.offers, policy)


@given(asked())
def test_accounted_for(request: Request) -> None:
    """Accounted for: chosen and left out with a reason are the whole catalogue."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    full = explain(routine)
    chosen = {slot.exercise.id for slot in routine.slots}
    left_out = {verdict.exercise for verdict in full.left_out}
    assert chosen | left_out == set(CATALOGUE.ids)
    assert not chosen & left_out
    assert {loss.exercise for loss in full.without} == chosen


@given(asked())
def test_losses_are_never_negative(request: Request) -> None:
    """A runner-up never beats the item it stands behind, and bounds hold."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    certificate = routine.explanation.certificate
    assert certificate.bound >= certificate.objective
    assert certificate.gap == certificate.bound - certificate.objective
    for item in routine.explanation.items:
        assert (item.runner_up is None) == (item.loss is None)
        assert item.loss is None or item.loss >= 0


@given(asked(seed=None))
def test_exact(request: Request) -> None:
    """Exact: a dynamic programme that knows nothing of the search agrees."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    check_optimal(routine, CATALOGUE)


@given(asked())
def test_round_trip(request: Request) -> None:
    """Round trip: a routine stored with its cautions comes back equal, and so does its digest."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    text = hipkit.dumps(routine, include_cautions=True)
    again = hipkit.loads(text, hipkit.Routine)
    assert again == routine
    assert hipkit.dumps(again, include_cautions=True) == text
    withheld = hipkit.loads(hipkit.dumps(routine), hipkit.Routine)
    assert withheld.request.cautions == ()
    assert withheld.cautions_withheld == bool(request.cautions)
    assert withheld.digest == again.digest == routine.digest


@given(asked())
def test_safe_hints(request: Request) -> None:
    """Safe: a relaxation works when followed, and touches neither cautions nor level."""
    tight = evolve(request, positions=("standing",), minutes=5)
    try:
        hipkit.build_routine(tight)
    except SeekAdvice as refusal:
        assert refusal.relaxations == ()
        assert refusal.notice.text
    except NoRoutine as refusal:
        assert refusal.reasons
        for relaxation in refusal.relaxations:
            asked_instead = relaxation.applied_to(tight)
            assert asked_instead.cautions == tight.cautions
            assert asked_instead.level == tight.level
            assert hipkit.build_routine(asked_instead).slots


@given(asked())
def test_pure(request: Request) -> None:
    """Pure: arguments are unchanged and the same call gives the same bytes."""
    before = hipkit.dumps(request, include_cautions=True)

    def call() -> str:
        try:
            return hipkit.dumps(hipkit.build_routine(request), include_cautions=True)
        except NoRoutine as refusal:
            return str(refusal)

    assert call() == call()
    assert hipkit.dumps(request, include_cautions=True) == before


def test_compose_takes_any_collection_of_exercises() -> None:
    """The pure core composes from a plain list, with no catalogue and no files."""
    routine = compose(Request(20), list(CATALOGUE), safety=SAFETY)
    assert [slot.key for slot in routine.slots] == [
        slot.key for slot in hipkit.build_routine(20).slots
    ]


@given(asked(seed=None), st.sampled_from(CATALOGUE.ids))
def test_least_minutes_are_true(request: Request, id: str) -> None:
    """Least minutes: there the exercise comes in by itself, and at none of the minutes before."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    answer = explain(routine, id)
    if answer.chosen:
        assert answer.least_minutes == request.minutes
        return
    most = default_policy(request.goal).useful_minutes
    for minutes in range(request.minutes + 1, (answer.least_minutes or most) + 1):
        longer = hipkit.build_routine(evolve(request, minutes=minutes))
        there = id in {slot.exercise.id for slot in longer.slots}
        assert there == (minutes == answer.least_minutes)


@given(asked(seed=None), st.sampled_from(CATALOGUE.ids))
def test_losses_of_including_and_leaving_out_are_true(request: Request, id: str) -> None:
    """Loss: including an exercise, or leaving out an item, costs what the explanation says."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    best = routine.explanation.certificate.worth
    answer = explain(routine, id)
    if not answer.chosen and id not in request.exclude:
        included = worth(evolve(request, include=(*request.include, id)))
        assert answer.loss_if_included == (None if included is None else best - included)
    for loss in explain(routine).without:
        kept = tuple(each for each in request.include if each != loss.exercise)
        exclude = (*request.exclude, loss.exercise)
        without = worth(evolve(request, exclude=exclude, include=kept))
        assert loss.loss == (None if without is None else max(0, best - without))


@given(asked(seed=None))
def test_outbid_losses_are_proven(request: Request) -> None:
    """Outbid: what an exercise would cost at least is never more than what it costs."""
    try:
        routine = hipkit.build_routine(request)
    except NoRoutine:
        return
    best = routine.explanation.certificate.worth
    outbid = [
        verdict
        for verdict in explain(routine).left_out
        if verdict.reasons[0].code is hipkit.ReasonCode.OUTBID
    ]
    for verdict in outbid[:6]:
        included = worth(evolve(request, include=(*request.include, verdict.exercise)))
        if included is not None:
            assert int(verdict.reasons[0]["least_loss"]) <= best - included + 1
