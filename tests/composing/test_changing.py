"""A routine that is there already, changed: alternatives, a substitution, another length."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    Alternative,
    Exercise,
    Goal,
    Group,
    Kind,
    Level,
    NoRoutine,
    Phase,
    ReasonCode,
    RequestError,
    Routine,
    SeekAdvice,
    Slot,
    UnknownExercise,
    load_safety,
)
from hipkit.composing import Pool, default_policy
from hipkit.composing.eligibility import avoided, lands, sift
from hipkit.composing.selection import objective, phase_room, room_of, state
from hipkit.model import seconds_of
from hipkit.testing import check_optimal, routines, sample_catalogue, sample_exercise

CATALOGUE = hipkit.load_catalogue()
SAFETY = load_safety()
POOL = Pool(CATALOGUE, SAFETY)
WISHES: dict[str, Any] = {"level": "intermediate", "equipment": ["mini-band", "step"]}


def exercise(
    id: str, seconds: int = 60, sets: int = 2, level: Level = Level.BEGINNER, **changes: Any
) -> Exercise:
    """Return a strength exercise of up to *sets* sets, *seconds* each, in a family of its own."""
    dose = hipkit.DoseBand(
        Goal.STRENGTH,
        level,
        hipkit.Span(1, sets),
        hipkit.Span(seconds, seconds),
        count_of=hipkit.CountOf.SECONDS,
        rest=0,
        set_up=0,
    )
    plain: dict[str, Any] = {"id": id, "family": id, "name": id.title(), "level": level}
    plain |= {"dose": (dose,), "group": Group.HINGE, "muscles": strong(1)[:1]}
    plain |= {"easier": (), "harder": (), "variant_of": None}
    return evolve(sample_exercise(), **(plain | changes))


def strong(emphasis: int) -> tuple[hipkit.MuscleUse, ...]:
    """Return muscles that are worth more, the more the *emphasis*."""
    muscles = (hipkit.Muscle.GLUTEUS_MAXIMUS, hipkit.Muscle.QUADRICEPS)
    role = hipkit.MuscleRole.PRIME_MOVER
    return tuple(hipkit.MuscleUse(muscle, role, emphasis) for muscle in muscles)


def built(*exercises: Exercise, minutes: int = 5, **words: Any) -> tuple[Routine, hipkit.Catalogue]:
    """Return the best routine of *exercises*, and their catalogue."""
    catalogue = hipkit.Catalogue(exercises)
    return hipkit.build_routine(minutes, catalogue=catalogue, **words), catalogue


def ids(routine: Routine) -> list[str]:
    """Return the ids of a routine in order."""
    return [slot.exercise.id for slot in routine.slots]


def sets(routine: Routine) -> dict[str, int]:
    """Return the sets of every exercise."""
    return {slot.exercise.id: slot.sets for slot in routine.slots}


def offered(found: Iterable[Alternative]) -> list[str]:
    """Return the ids of alternatives in order."""
    return [each.exercise.id for each in found]


def codes(reasons: Iterable[hipkit.Reason]) -> list[ReasonCode]:
    """Return the codes of reasons in order."""
    return [reason.code for reason in reasons]


def remark(routine: Routine, code: ReasonCode) -> hipkit.Reason:
    """Return the one remark of *code*."""
    (found,) = (each for each in routine.explanation.remarks if each.code is code)
    return found


def refused(call: Any, *arguments: Any, **words: Any) -> NoRoutine:
    """Return the refusal of a call."""
    with pytest.raises(NoRoutine) as caught:
        call(*arguments, **words)
    return caught.value


@st.composite
def chosen(draw: Any, **wishes: Any) -> Routine:
    """Draw a routine of the packaged catalogue, over every field of a request."""
    return hipkit.build_routine(draw(routines(catalogue=CATALOGUE, **wishes)).request)


@st.composite
def changed(draw: Any) -> Routine:
    """Draw a routine that may have been substituted in and resized already."""
    routine: Routine = draw(chosen())
    slot = draw(st.sampled_from(routine.slots))
    found = hipkit.alternatives(routine, slot.exercise.id)
    if found and draw(st.booleans()):
        other = draw(st.sampled_from(found))
        routine = hipkit.substitute(routine, slot.exercise.id, other.exercise.id)
    if draw(st.booleans()):
        more = draw(st.integers(routine.request.minutes, 120))
        routine = hipkit.resize(routine, more)
    return routine


def rooms_of(routine: Routine) -> tuple[int, dict[Phase, int]]:
    """Return the seconds that a routine may take in all and by phase."""
    policy = default_policy(routine.request.goal)
    room = room_of(routine.request, policy)
    return room, {each.phase: phase_room(each, room) for each in policy.phases}


def fits(slots: Iterable[Slot], routine: Routine) -> bool:
    """Return whether *slots* fit the minutes and every phase's room."""
    room, rooms = rooms_of(routine)
    every = list(slots)
    return sum(each.seconds for each in every) <= room and all(
        sum(each.seconds for each in every if each.phase is phase) <= own
        for phase, own in rooms.items()
    )


def is_sound(routine: Routine) -> bool:
    """Return whether a routine keeps every limit and every safety rule, judged item by item."""
    request, exercises = routine.request, [slot.exercise for slot in routine.slots]
    policy = default_policy(request.goal)
    dropped = sift(exercises, request, policy, SAFETY).dropped
    families = [each.family for each in exercises]
    phases = {slot.phase for slot in routine.slots}
    return (
        not dropped
        and len(set(families)) == len(families)
        and fits(routine.slots, routine)
        and Phase.MAIN in phases
        and (Phase.WARM_UP in phases or not any(map(lands, exercises)))
        and set(request.include) <= {each.id for each in exercises}
    )


def best_of_these(routine: Routine, request: hipkit.Request) -> Routine:
    """Return the best routine for *request* that has no other exercises than *routine*."""
    these = [CATALOGUE[id] for id in ids(routine)]
    return hipkit.compose(request, these, safety=SAFETY, tips=hipkit.load_tips())


def plain_worth(routine: Routine, slots: Iterable[Slot]) -> int:
    """Return what *slots* are worth together to the routine's request without its seed's jitter."""
    policy, request = default_policy(routine.request.goal), routine.request
    kept = POOL.eligible(evolve(request, exclude=()), policy).kept
    offers = state(kept, POOL.prepared(policy, request.level), request).offers
    known = {(each.id, each.sets): each for each in offers}
    return objective((known[each.exercise.id, each.sets] for each in slots), policy)


# alternatives


def test_alternatives_are_ranked_and_say_what_they_are() -> None:
    """Of the same group, most worth first, each with its slot, worth, loss and reasons."""
    routine = hipkit.build_routine(20, **WISHES)
    found = hipkit.alternatives(routine, "bulgarian-split-squat")
    assert len(found) > 5
    assert {each.exercise.group for each in found} == {Group.SINGLE_LEG_BEND}
    assert [each.worth for each in found] == sorted((each.worth for each in found), reverse=True)
    item = next(
        each for each in routine.explanation.items if each.exercise == "bulgarian-split-squat"
    )
    assert [each.loss for each in found] == [item.worth - each.worth for each in found]
    assert all(ReasonCode.GRADE in codes(each.reasons) for each in found)
    assert found[0].seconds == found[0].slot.seconds > 0


def test_more_worth_goes_first_then_fewer_seconds_then_the_id() -> None:
    """And each comes with its best number of sets."""
    routine, catalogue = built(
        exercise("now", 120, muscles=strong(3)),
        exercise("b-like", 60),
        exercise("a-like", 60),
        exercise("quick", 59),
        exercise("worthy", 70, muscles=strong(2)),
    )
    assert ids(routine)[:1] == ["now"]
    found = hipkit.alternatives(routine, "now", catalogue=catalogue)
    assert offered(found) == ["worthy", "quick", "a-like", "b-like"]
    assert {each.slot.sets for each in found} == {2}
    assert {each.slot.phase for each in found} == {Phase.MAIN}


def test_an_alternative_fits_the_items_seconds_and_those_left() -> None:
    """One second more than there is, and it is not offered, or only with fewer sets."""
    first = exercise("first", 80, sets=2, muscles=strong(3))
    routine, catalogue = built(
        first,
        exercise("other", 120, 1, group=Group.ABDUCTION, muscles=strong(3)),
        exercise("fits", 180, 1),
        exercise("too-long", 181, 1),
        exercise("once", 91, 2),
    )
    assert sets(routine) == {"first": 2, "other": 1}
    found = hipkit.alternatives(routine, "first", catalogue=catalogue)
    assert set(offered(found)) == {"fits", "once"}
    assert {each.exercise.id: each.slot.sets for each in found}["once"] == 1


def test_an_alternative_fits_its_phases_room() -> None:
    """A warm-up has a clock of its own within the clock."""
    warm = {"group": Group.RAISE, "kind": Kind.RAISE}
    routine, catalogue = built(
        exercise("main", 60, 1, muscles=strong(3)),
        exercise("march", 40, 1, **warm, muscles=strong(3)),
        exercise("fits", 54, 1, **warm),
        exercise("too-long", 55, 1, **warm),
    )
    assert set(ids(routine)) == {"march", "main"}
    assert offered(hipkit.alternatives(routine, "march", catalogue=catalogue)) == ["fits"]


def test_an_alternative_is_unlike_every_other_item() -> None:
    """A family that another slot serves is barred; the item's own is welcome, and said."""
    routine, catalogue = built(
        exercise("now", 100, muscles=strong(3), family="one"),
        exercise("sister", 100, family="one"),
        exercise("second", 30, 1, family="two", muscles=strong(3)),
        exercise("twin", 30, 1, family="two"),
        minutes=6,
        include=["now", "second"],
    )
    assert set(ids(routine)) == {"now", "second"}
    (only,) = hipkit.alternatives(routine, "now", catalogue=catalogue)
    assert only.exercise.id == "sister"
    assert codes(only.reasons)[0] is ReasonCode.SAME_FAMILY
    assert only.reasons[0]["family"] == "one"
    assert offered(hipkit.alternatives(routine, "second", catalogue=catalogue)) == ["twin"]
    refusal = refused(hipkit.substitute, routine, "now", "second", catalogue=catalogue)
    assert codes(refusal.reasons) == [ReasonCode.FAMILY_SERVED]
    assert refusal.reasons[0]["by"] == "second"
    refusal = refused(hipkit.substitute, routine, "now", "twin", catalogue=catalogue)
    assert refusal.reasons[0]["by"] == "second"


def test_an_exercise_is_never_offered_beside_itself_whatever_its_family_is_now() -> None:
    """A catalogue may have moved an item to another family since."""
    routine, _ = built(
        exercise("now", 100, muscles=strong(3)), exercise("second", 30, 1, muscles=strong(3)),
        include=["now", "second"],
    )  # fmt: skip
    moved = hipkit.Catalogue([exercise("now", 100), exercise("second", 30, 1, family="moved")])
    assert hipkit.alternatives(routine, "now", catalogue=moved) == ()


def test_no_alternative_lands_without_a_warm_up() -> None:
    """With a warm-up move it may."""
    hop = exercise("hop", 30, 1, Level.INTERMEDIATE, kind=Kind.PLYOMETRIC)
    squat = exercise("squat", 60, 1, muscles=strong(3))
    march = exercise("march", 30, 1, group=Group.RAISE, kind=Kind.RAISE)
    cold, catalogue = built(squat, hop, level="intermediate", exclude=["hop"])
    asked = evolve(cold, request=evolve(cold.request, exclude=()))
    assert hipkit.alternatives(asked, "squat", catalogue=catalogue) == ()
    refusal = refused(hipkit.substitute, asked, "squat", "hop", catalogue=catalogue)
    assert codes(refusal.reasons) == [ReasonCode.LANDING_WITHOUT_WARM_UP]
    warm, catalogue = built(squat, hop, march, level="intermediate", exclude=["hop"])
    asked = evolve(warm, request=evolve(warm.request, exclude=()))
    assert offered(hipkit.alternatives(asked, "squat", catalogue=catalogue)) == ["hop"]


def test_the_ladder_says_what_is_easier_and_what_is_harder() -> None:
    """By the links of either record, with what changes."""

    def rung(id: str, *changes: str) -> tuple[hipkit.Rung, ...]:
        return (hipkit.Rung(id, tuple(map(hipkit.Change, changes))),)

    def linked(id: str, **links: Any) -> Exercise:
        return exercise(id, 60, 1, **links)

    routine, catalogue = built(
        evolve(
            linked("now", muscles=strong(3)),
            easier=rung("own-easier", "lever", "load"),
            harder=rung("own-harder", "range"),
        ),
        linked("own-easier"),
        linked("own-harder"),
        evolve(linked("their-easier"), harder=rung("now", "speed")),
        evolve(linked("their-harder"), easier=rung("now", "stability")),
        linked("apart"),
        minutes=5,
        exclude=["own-easier", "own-harder", "their-easier", "their-harder", "apart"],
    )
    routine = evolve(routine, request=evolve(routine.request, exclude=()))
    said = {
        each.exercise.id: [
            (reason.code, reason["changes"]) for reason in each.reasons if "changes" in reason
        ]
        for each in hipkit.alternatives(routine, "now", catalogue=catalogue)
    }
    assert said == {
        "own-easier": [(ReasonCode.EASIER, "lever,load")],
        "own-harder": [(ReasonCode.HARDER, "range")],
        "their-easier": [(ReasonCode.EASIER, "speed")],
        "their-harder": [(ReasonCode.HARDER, "stability")],
        "apart": [],
    }


def test_focus_counts_and_the_seed_does_not() -> None:
    """The seed's jitter is for variety, not for judging what stands beside it."""
    words: dict[str, Any] = {**WISHES, "focus": ["gluteus-maximus"]}
    plain = hipkit.build_routine(20, **words)
    seeded = evolve(plain, request=evolve(plain.request, seed=3))
    unfocused = evolve(plain, request=evolve(plain.request, focus=()))
    id = "bulgarian-split-squat"
    found = hipkit.alternatives(plain, id)
    assert hipkit.alternatives(seeded, id) == found
    assert [each.worth for each in hipkit.alternatives(unfocused, id)] != [
        each.worth for each in found
    ]
    assert any(ReasonCode.FOCUS in codes(each.reasons) for each in found)


def test_a_caution_is_never_weakened() -> None:
    """What it spares never appears, and can not be wished for; effort is eased."""
    words: dict[str, Any] = {**WISHES, "cautions": ["knee-pain"]}
    routine = hipkit.build_routine(20, **words)
    item = next(slot for slot in routine.slots if slot.exercise.group is Group.SINGLE_LEG_BEND)
    found = hipkit.alternatives(routine, item.exercise.id)
    assert found
    for each in found:
        assert not list(avoided(each.exercise, SAFETY, "knee-pain"))
    free = hipkit.alternatives(
        evolve(routine, request=evolve(routine.request, cautions=())), item.exercise.id
    )
    spared = next(each for each in offered(free) if each not in offered(found))
    refusal = refused(hipkit.substitute, routine, item.exercise.id, spared)
    assert ReasonCode.CAUTION in codes(refusal.reasons)
    assert refusal.relaxations == ()


def test_efforts_are_eased_for_cautions() -> None:
    """Of what comes in as in a routine that was built so; and of what stays, for a new caution."""
    march = sample_catalogue()["easy-march"]
    hard = hipkit.Effort(hipkit.EffortScale.RESERVE, hipkit.EffortWord.SOMEWHAT_HARD)

    def effortful(id: str, **changes: Any) -> Exercise:
        plain = exercise(id, exposures=march.exposures, contacts=march.contacts, **changes)
        return evolve(plain, dose=(evolve(plain.dose[0], effort=hard),))

    exercises = (
        effortful("now", muscles=strong(3)),
        effortful("then"),
        effortful("stays", group=Group.ABDUCTION, muscles=strong(3)),
    )
    light = hipkit.EffortWord.LIGHT
    routine, catalogue = built(*exercises)
    assert set(ids(routine)) == {"now", "stays"}
    assert all(slot.dose.effort.is_harder_than(light) for slot in routine.slots)
    made = hipkit.substitute(routine, "now", catalogue=catalogue, cautions=["groin-pain"])
    assert {each.exercise.id: each.dose.effort.word for each in made.slots} == {
        "then": light,
        "stays": light,
    }
    assert "groin-pain" in [str(each) for each in made.request.cautions]
    assert made.notices != routine.notices
    (found,) = hipkit.alternatives(routine, "now", catalogue=catalogue, cautions=["groin-pain"])
    assert found.slot in made.slots
    (free,) = hipkit.alternatives(routine, "now", catalogue=catalogue)
    assert free.slot.dose.effort.is_harder_than(light)


def test_an_unknown_item_is_told_the_nearest_of_the_routine() -> None:
    """And so are all other problems, at once."""
    routine = hipkit.build_routine(20, **WISHES)
    wrong: Any = {"catalogue": [], "policy": "strength", "cautions": ["knee"]}
    for call in (hipkit.alternatives, hipkit.substitute):
        with pytest.raises(RequestError, match="did you mean 'bulgarian-split-squat'"):
            call(routine, "bulgarian-splt-squat")
        with pytest.raises(RequestError) as caught:
            call(routine, "clamshell", **wrong)
        assert [problem.path for problem in caught.value.problems] == [
            "catalogue",
            "policy",
            "cautions[0]",
            "exercise",
        ]
        ask: Any = call
        with pytest.raises(RequestError) as caught:
            ask("routine", 7)
        assert [problem.path for problem in caught.value.problems] == ["routine", "exercise"]
        with pytest.raises(RequestError) as caught:
            ask("routine", "clamshell", catalogue=[])
        assert [problem.path for problem in caught.value.problems] == ["routine", "catalogue"]
    with pytest.raises(RequestError, match="the policy is for mobility"):
        hipkit.alternatives(routine, "bulgarian-split-squat", policy=default_policy(Goal.MOBILITY))


def test_a_routine_from_a_protocol_is_not_changed() -> None:
    """Nothing was chosen in it."""
    record = hipkit.routine_from_protocol("mckay-2020-hip-strengthening")
    id = record.slots[0].exercise.id
    calls: tuple[Any, ...] = (
        lambda: hipkit.alternatives(record, id),
        lambda: hipkit.substitute(record, id),
        lambda: hipkit.resize(record, 30),
    )
    for call in calls:
        with pytest.raises(RequestError, match="taken from the protocol"):
            call()


def test_withheld_cautions_are_asked_for_again() -> None:
    """And once given, they hold as before."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    kept = hipkit.loads(hipkit.dumps(routine), Routine)
    id = routine.slots[3].exercise.id
    calls: tuple[Any, ...] = (
        lambda one, **words: hipkit.alternatives(one, id, **words),
        lambda one, **words: hipkit.substitute(one, id, **words),
        lambda one, **words: hipkit.resize(one, 25, **words),
        lambda one, **words: hipkit.resize(one, 15, **words),
    )
    for call in calls:
        with pytest.raises(RequestError, match="give cautions= again"):
            call(kept)
        assert call(kept, cautions=["knee-pain"]) == call(routine)
        free = call(kept, cautions=())
        assert isinstance(free, tuple) or not free.cautions_withheld
    again = hipkit.resize(kept, 20, cautions=["knee-pain"])
    assert (again.request, again.slots) == (routine.request, routine.slots)
    assert again.explanation.certificate is None  # whether the cautions are the same, nobody knows
    assert not again.cautions_withheld
    unrolled = hipkit.build_routine(20, cautions=["no-rolling"])
    kept = hipkit.loads(hipkit.dumps(unrolled), Routine)
    free = hipkit.resize(kept, 20, cautions=())
    assert free.slots == unrolled.slots
    assert not free.cautions_withheld


def test_cautions_are_added_and_never_dropped() -> None:
    """Saying other cautions, or none, does not take away those that the routine has."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"], **WISHES)
    id = routine.slots[2].exercise.id
    for cautions in ((), ["knee-pain"]):
        assert hipkit.alternatives(routine, id, cautions=cautions) == hipkit.alternatives(
            routine, id
        )
    resized = hipkit.resize(routine, 30, cautions=["low-back-pain"])
    assert [str(each) for each in resized.request.cautions] == ["knee-pain", "low-back-pain"]
    assert is_sound(resized)


def test_a_new_caution_must_spare_what_stays_too() -> None:
    """A routine is never said to spare what it does not; notices and efforts follow."""
    routine = hipkit.build_routine(20, **WISHES)
    spared = [
        slot.exercise.id
        for slot in routine.slots
        if any(True for _ in avoided(slot.exercise, SAFETY, "outer-knee-pain"))
    ]
    assert len(spared) > 1
    for call in (hipkit.alternatives, hipkit.substitute):
        refusal = refused(call, routine, spared[0], cautions=["outer-knee-pain"])
        assert {reason.exercise for reason in refusal.reasons} == set(spared[1:])
        assert set(codes(refusal.reasons)) == {ReasonCode.CAUTION}
        assert refusal.relaxations == ()


def test_advice_comes_before_any_change() -> None:
    """Where a caution leaves no routine, nothing is changed either."""
    routine = hipkit.build_routine(10, goal="activation")
    id = routine.slots[0].exercise.id
    careful: dict[str, Any] = {"cautions": ["groin-pain"]}
    calls: tuple[Any, ...] = (
        lambda: hipkit.alternatives(routine, id, **careful),
        lambda: hipkit.substitute(routine, id, **careful),
        lambda: hipkit.resize(routine, 12, **careful),
        lambda: hipkit.resize(routine, 8, **careful),
    )
    for call in calls:
        with pytest.raises(SeekAdvice):
            call()


def test_another_catalogue_is_said() -> None:
    """In every answer; and an item that the catalogue has no more is worth what was said of it."""
    routine = hipkit.build_routine(20, **WISHES)
    id = "bulgarian-split-squat"
    fewer = CATALOGUE.without(id)
    found = hipkit.alternatives(routine, id, catalogue=fewer)
    assert all(codes(each.reasons)[-1] is ReasonCode.CATALOGUE_DIFFERS for each in found)
    assert [each.loss for each in found] == [each.loss for each in hipkit.alternatives(routine, id)]
    for made in (
        hipkit.substitute(routine, id, catalogue=fewer),
        hipkit.resize(routine, 15, catalogue=fewer),
    ):
        assert remark(made, ReasonCode.CATALOGUE_DIFFERS)
        assert made.made_with.catalogue == fewer.digest
    twice = hipkit.resize(hipkit.substitute(routine, id, catalogue=fewer), 25, catalogue=fewer)
    assert remark(twice, ReasonCode.CATALOGUE_DIFFERS)
    composed = hipkit.compose(routine.request, CATALOGUE, safety=SAFETY)  # from nobody knows what
    for each in (routine, composed):
        assert ReasonCode.CATALOGUE_DIFFERS not in codes(
            hipkit.substitute(each, id).explanation.remarks
        )


def test_a_dose_that_is_offered_no_more_is_worth_what_was_said_of_it() -> None:
    """Or nothing, where nothing was said."""
    routine, _ = built(exercise("now", 60, 3, muscles=strong(3)), exercise("other", 60, 1))
    assert sets(routine)["now"] > 2
    item = next(each for each in routine.explanation.items if each.exercise == "now")
    later = hipkit.Catalogue([exercise("now", 60, 1), exercise("other", 60, 1)])
    bare = evolve(routine, explanation=evolve(routine.explanation, items=()))
    bare = evolve(bare, slots=tuple(s for s in bare.slots if s.exercise.id == "now"))
    alone = evolve(routine, slots=bare.slots)
    (found,) = hipkit.alternatives(alone, "now", catalogue=later)
    assert found.loss == item.worth - found.worth
    (found,) = hipkit.alternatives(bare, "now", catalogue=later)
    assert found.loss == -found.worth
    (item,) = hipkit.substitute(bare, "now", catalogue=later).explanation.items
    assert item.exercise == "other"


# substitute


def test_a_substitution_keeps_everything_else() -> None:
    """The item goes, the best alternative comes, the rest keeps its sets and doses."""
    routine = hipkit.build_routine(20, **WISHES)
    id = "bulgarian-split-squat"
    best = hipkit.alternatives(routine, id)[0]
    made = hipkit.substitute(routine, id)
    assert set(made.slots) - set(routine.slots) == {best.slot}
    assert {slot.exercise.id for slot in set(routine.slots) - set(made.slots)} == {id}
    assert id in made.request.exclude
    assert made.seconds <= 60 * made.request.minutes
    said = remark(made, ReasonCode.SUBSTITUTED)
    assert (said.exercise, said["instead_of"], said["name"], said["loss"]) == (
        best.exercise.id,
        id,
        "Bulgarian split squat",
        best.loss,
    )
    assert made.explanation.certificate is None
    assert made.explanation.worth == routine.explanation.worth - best.loss
    item = next(i for i in made.explanation.items if i.exercise == best.exercise.id)
    assert (item.worth, item.sets, item.seconds) == (best.worth, best.slot.sets, best.seconds)
    assert item.covers is best.exercise.group
    assert ReasonCode.GRADE in codes(item.made_of)
    assert [i.exercise for i in made.explanation.items] == ids(made)


def test_a_wish_is_followed() -> None:
    """Not the best, if something else is asked for; it may be worth more than what is there."""
    routine = hipkit.build_routine(20, **WISHES)
    last = hipkit.alternatives(routine, "bulgarian-split-squat")[-1].exercise.id
    made = hipkit.substitute(routine, "bulgarian-split-squat", last)
    assert last in ids(made)
    assert remark(made, ReasonCode.SUBSTITUTED)["loss"] > 0
    back = hipkit.substitute(made, last)
    assert remark(back, ReasonCode.SUBSTITUTED)["loss"] < 0
    assert "points more" in str(back)
    item = next(each for each in made.explanation.items if each.exercise == last)
    assert item.runner_up is None  # what could stand there is worth more
    assert "nothing else of its kind" not in str(made)


def test_what_was_asked_for_is_asked_for_no_more() -> None:
    """A request never includes and excludes the same; other includes stay."""
    routine = hipkit.build_routine(20, include=["clamshell", "monster-walk-feet"], **WISHES)
    made = hipkit.substitute(routine, "clamshell")
    assert made.request.include == ("monster-walk-feet",)
    assert made.request.exclude == ("clamshell",)
    assert hipkit.alternatives(made, "monster-walk-feet")[0].loss >= 0
    item = next(each for each in made.explanation.items if each.exercise == "monster-walk-feet")
    assert item.runner_up is None
    assert "you asked for it" in str(made)


def test_the_order_is_made_anew() -> None:
    """Order rules are safety too: what comes in takes its own place, not the old one's."""
    routine, catalogue = built(
        exercise("bend", positions=(hipkit.Position.STANDING,)),
        exercise("floor", positions=(hipkit.Position.SUPINE_STRAIGHT,), muscles=strong(3)),
        exercise("side", group=Group.ABDUCTION, positions=(hipkit.Position.STANDING,)),
    )
    assert ids(routine) == ["side", "floor"]
    made = hipkit.substitute(routine, "floor", catalogue=catalogue)
    assert ids(made) == ["bend", "side"]
    assert [item.exercise for item in made.explanation.items] == ["bend", "side"]


@pytest.mark.parametrize(
    ("with_", "expected"),
    [
        ("clamshell", [ReasonCode.OTHER_GROUP]),
        ("skater-squat", [ReasonCode.LEVEL]),
        ("cable-hip-abduction", [ReasonCode.EQUIPMENT, ReasonCode.OTHER_GROUP]),
    ],
)
def test_what_cannot_come_says_every_reason(with_: str, expected: list[ReasonCode]) -> None:
    """Without a relaxation, and about the exercise that was wished for."""
    routine = hipkit.build_routine(20, **WISHES)
    refusal = refused(hipkit.substitute, routine, "bulgarian-split-squat", with_)
    assert codes(refusal.reasons) == expected
    assert {reason.exercise for reason in refusal.reasons} == {with_}
    assert refusal.relaxations == ()
    assert str(refusal)


def test_what_is_too_long_says_how_long() -> None:
    """Its shortest form, and the room there is."""
    routine, catalogue = built(exercise("now", 200, 1, muscles=strong(3)), exercise("long", 301, 1))
    refusal = refused(hipkit.substitute, routine, "now", "long", catalogue=catalogue)
    (reason,) = refusal.reasons
    assert (reason.code, reason["seconds"], reason["room"]) == (ReasonCode.TOO_LONG, 301, 300)


def test_no_alternative_is_said_as_such() -> None:
    """With the group, and without a relaxation."""
    routine, catalogue = built(exercise("now"))
    assert hipkit.alternatives(routine, "now", catalogue=catalogue) == ()
    refusal = refused(hipkit.substitute, routine, "now", catalogue=catalogue)
    (reason,) = refusal.reasons
    assert (reason.code, reason.exercise) == (ReasonCode.NO_ALTERNATIVE, "now")
    assert reason["group"] == "hinge"
    assert refusal.relaxations == ()


def test_a_refused_change_claims_no_search() -> None:
    """Nothing is looked for when a change is refused, so the text does not say that nothing was found."""
    routine = hipkit.build_routine(20, equipment=["mini-band"])
    for words in ({"with_": "skater-squat"}, {"cautions": ["outer-knee-pain"]}):
        said = str(refused(hipkit.substitute, routine, "glute-bridge-hold", **words))
        assert said.startswith("This cannot be done as asked.\n")
        assert "No routine" not in said
        assert "small change" not in said


def test_a_wrong_wish_is_told_what_is_wrong() -> None:
    """Of the wrong type, itself, or unknown."""
    routine = hipkit.build_routine(20, **WISHES)
    ask: Any = hipkit.substitute
    id = "bulgarian-split-squat"
    with pytest.raises(RequestError) as caught:
        ask(routine, "nothing", 7)
    assert [problem.path for problem in caught.value.problems] == ["exercise", "with_"]
    with pytest.raises(RequestError, match="cannot take its own place"):
        ask(routine, id, id)
    with pytest.raises(UnknownExercise, match="did you mean 'skater-squat'"):
        ask(routine, id, "skater-squatt")


def test_notices_and_tips_follow_the_items() -> None:
    """They are those of a routine of these items."""
    routine = hipkit.build_routine(8, goal="activation", **WISHES)
    changes = 0
    for slot in routine.slots:
        for each in hipkit.alternatives(routine, slot.exercise.id):
            made = hipkit.substitute(routine, slot.exercise.id, each.exercise.id)
            same = best_of_these(made, evolve(made.request, include=ids(made)))
            if set(same.slots) == set(made.slots):
                assert made.notices == same.notices
                assert made.tips == same.tips
            changes += made.notices != routine.notices
    assert changes


def test_remarks_that_are_still_true_stay() -> None:
    """What was said of the whole, and of each earlier change; not that time is left for nothing."""
    routine = hipkit.build_routine(60, recent=["gone-for-good"], **WISHES)
    assert ReasonCode.SATURATED in codes(routine.explanation.remarks)
    once = hipkit.substitute(routine, "bulgarian-split-squat")
    other = next(s for s in once.slots if s.exercise.group is Group.ABDUCTION).exercise.id
    twice = hipkit.substitute(hipkit.resize(once, 50), other)
    assert codes(twice.explanation.remarks).count(ReasonCode.SUBSTITUTED) == 2
    assert remark(twice, ReasonCode.RESIZED)["minutes"] == 60
    assert remark(twice, ReasonCode.SATURATED)
    assert remark(twice, ReasonCode.UNKNOWN_RECENT)
    came = remark(once, ReasonCode.SUBSTITUTED).exercise
    gone = hipkit.substitute(once, came)
    assert remark(gone, ReasonCode.SUBSTITUTED)["instead_of"] == came
    small, catalogue = built(exercise("now"), exercise("other"))
    small = evolve(small, slots=small.slots[:1])
    assert remark(small, ReasonCode.NOTHING_MORE)
    made = hipkit.substitute(small, ids(small)[0], catalogue=catalogue)
    assert ReasonCode.NOTHING_MORE not in codes(made.explanation.remarks)


def test_a_changed_routine_is_neither_explained_nor_checked() -> None:
    """Nothing is proved of it; the routine it came from can be."""
    routine = hipkit.build_routine(20, **WISHES)
    made = hipkit.substitute(routine, "bulgarian-split-squat")
    with pytest.raises(RequestError, match="explain the routine that it came from"):
        hipkit.explain(made)
    with pytest.raises(RequestError, match="the routine that it was changed from"):
        check_optimal(made)
    assert hipkit.alternatives(made, ids(made)[0])
    assert hipkit.resize(made, 25).slots


def test_a_changed_routine_is_shown_with_what_was_changed() -> None:
    """Shares of worth, the change in a sentence with names, and no claim that it is the best."""
    routine = hipkit.build_routine(20, **WISHES)
    made = hipkit.substitute(routine, "bulgarian-split-squat")
    for text in (str(made), hipkit.to_markdown(made)):
        said = " ".join(text.replace("*", "").split())
        assert "takes the place of Bulgarian split squat" in said
        assert "it is not claimed that no routine is worth more" in said
        assert "None can have over" not in said
        assert "100%" not in said
    assert "Changed from 20 min" in str(hipkit.resize(made, 30))


def test_an_alternative_reads_well() -> None:
    """By itself and in a list; with its dose, its loss and its reasons."""
    routine = hipkit.build_routine(20, **WISHES)
    found = hipkit.alternatives(routine, "bulgarian-split-squat")
    text = str(found[0])
    assert text.startswith("• Supported single-leg squat · 2 × 8–12 each side")
    assert f"worth {found[0].loss} points less" in text
    assert text in hipkit.to_text(found)
    assert "**Supported single-leg squat**" in hipkit.to_markdown(found)
    assert "worth as much" in str(evolve(found[0], loss=0))
    assert "worth 5 points more" in str(evolve(found[0], loss=-5))


# resize


def test_longer_keeps_every_exercise() -> None:
    """And is the best of all that do."""
    routine = hipkit.build_routine(15, **WISHES)
    made = hipkit.resize(routine, 30)
    assert set(ids(routine)) <= set(ids(made))
    assert made.request == evolve(routine.request, minutes=30)
    assert remark(made, ReasonCode.RESIZED)["minutes"] == 15
    assert made.explanation.certificate is None
    assert ids(made) == ids(hipkit.build_routine(30, include=ids(routine), **WISHES))


def test_shorter_has_no_other_exercise() -> None:
    """What was not weighed is counted, and never called worth less."""
    routine = hipkit.build_routine(30, **WISHES)
    made = hipkit.resize(routine, 12)
    assert set(ids(made)) < set(ids(routine))
    counts = {each.code: each.exercises for each in made.explanation.left_out}
    before = {each.code: each.exercises for each in routine.explanation.left_out}
    assert sum(counts.values()) + len(made.slots) == len(CATALOGUE)
    for code in ("level", "equipment", "no-dose"):
        assert counts[code] == before[code]
    eligible = len(CATALOGUE) - sum(before[code] for code in ("level", "equipment", "no-dose"))
    assert counts["not-weighed"] == eligible - len(routine.slots)
    assert f"{counts['not-weighed']} not weighed again" in " ".join(str(made).split())
    assert sum(each.eligible for each in made.explanation.coverage) == eligible


def test_what_was_asked_for_stays_when_it_gets_shorter() -> None:
    """Though it is worth less than another."""
    routine = hipkit.build_routine(30, include=["clamshell"])
    assert "clamshell" in ids(hipkit.resize(routine, 12))
    assert "clamshell" not in ids(hipkit.resize(hipkit.build_routine(30), 12))


def test_shorter_never_says_that_nothing_more_is_worth_adding() -> None:
    """Others were not even weighed."""
    small, catalogue = built(exercise("now"), exercise("other", group=Group.ABDUCTION), minutes=20)
    made = hipkit.resize(small, 15, catalogue=catalogue)
    assert ReasonCode.NOTHING_MORE not in codes(made.explanation.remarks)
    more = hipkit.resize(small, 25, catalogue=catalogue)
    assert remark(more, ReasonCode.NOTHING_MORE)


def test_nothing_changes_when_the_minutes_stay() -> None:
    """The routine is the same one, with its proof; so is a changed one."""
    routine = hipkit.build_routine(20, **WISHES)
    assert hipkit.resize(routine, 20) is routine
    made = hipkit.resize(hipkit.substitute(routine, "bulgarian-split-squat"), 20)
    assert ReasonCode.RESIZED not in codes(made.explanation.remarks)


def test_the_same_minutes_complete_what_is_there() -> None:
    """Where something was left to be wished for, as the same minutes are no shorter."""
    whole, catalogue = built(exercise("a", muscles=strong(3)), exercise("b", group=Group.ABDUCTION))
    assert set(ids(whole)) == {"a", "b"}
    half = evolve(whole, slots=tuple(each for each in whole.slots if each.exercise.id == "a"))
    made = hipkit.resize(half, 5, catalogue=catalogue)
    assert made.slots == whole.slots
    assert ReasonCode.RESIZED not in codes(made.explanation.remarks)


def test_a_longer_routine_stays_within_what_is_asked() -> None:
    """What was excluded stays out, and what came by substitution stays in."""
    routine = hipkit.substitute(hipkit.build_routine(20, **WISHES), "bulgarian-split-squat")
    came = remark(routine, ReasonCode.SUBSTITUTED).exercise
    longer = hipkit.resize(routine, 40)
    assert came in ids(longer)
    assert "bulgarian-split-squat" not in ids(longer)
    assert remark(longer, ReasonCode.SUBSTITUTED)


def test_a_remark_goes_with_its_item() -> None:
    """What is not in the routine any more took nobody's place; only the last length is told."""
    routine = hipkit.build_routine(30, **WISHES)
    item = next(s for s in routine.slots if s.exercise.group is Group.FLEXION)
    made = hipkit.substitute(routine, item.exercise.id)
    came = remark(made, ReasonCode.SUBSTITUTED).exercise
    short = hipkit.resize(made, 8)
    assert came not in ids(short)
    assert ReasonCode.SUBSTITUTED not in codes(short.explanation.remarks)
    again = hipkit.resize(short, 30)
    assert remark(again, ReasonCode.RESIZED)["minutes"] == 8


@pytest.mark.parametrize(
    ("minutes", "code"), [(4, "out-of-range"), (121, "out-of-range"), ("20", "wrong-type")]
)
def test_minutes_are_as_in_a_request(minutes: Any, code: str) -> None:
    """5 to 120, and whole; with every other problem."""
    routine = hipkit.build_routine(20)
    wrong: Any = []
    with pytest.raises(RequestError) as caught:
        hipkit.resize(routine, minutes, catalogue=wrong)
    assert [(each.code.value, each.path) for each in caught.value.problems] == [
        ("wrong-type", "catalogue"),
        (code, "minutes"),
    ]


def test_too_short_for_what_is_there_says_what_would_help() -> None:
    """The relaxations are true of the routine's request with those minutes."""
    long = [
        exercise("a", 400, 1, group=Group.EXTENSION, muscles=strong(3)),
        exercise("b", 500, 1, group=Group.ABDUCTION),
    ]
    short = exercise("short", 60, 1, group=Group.FLEXION)
    routine, catalogue = built(*long, short, minutes=20, exclude=["short"])
    refusal = refused(hipkit.resize, routine, 5, catalogue=catalogue)
    assert codes(refusal.reasons) == [ReasonCode.MAIN_ITEM_TOO_LONG]
    assert refusal.request == evolve(routine.request, minutes=5)
    changes = [[(c.kind.value, c.value) for c in each.changes] for each in refusal.relaxations]
    assert changes == [[("minutes", "7")]]
    assert ids(hipkit.resize(routine, 7, catalogue=catalogue)) == ["a"]


def test_longer_says_what_cannot_stay() -> None:
    """An item that the catalogue lacks, or that a new caution spares; what was asked for is called so."""
    routine = hipkit.build_routine(20, include=["clamshell"], **WISHES)
    first = next(each for each in ids(routine) if each != "clamshell")
    refusal = refused(hipkit.resize, routine, 30, catalogue=CATALOGUE.without(first))
    assert [(each.code, each.exercise) for each in refusal.reasons] == [
        (ReasonCode.CANNOT_STAY, first)
    ]
    assert refusal.relaxations == ()
    refusal = refused(hipkit.resize, routine, 30, cautions=["knee-pain"])
    assert ReasonCode.CANNOT_STAY in codes(refusal.reasons)
    assert ReasonCode.CAUTION in codes(refusal.reasons)
    assert refusal.request.cautions
    refusal = refused(hipkit.resize, routine, 30, catalogue=CATALOGUE.without("clamshell"))
    assert ReasonCode.INCLUDE_NOT_ELIGIBLE in codes(refusal.reasons)
    assert refusal.relaxations  # the request itself is not possible any more


def test_a_seed_that_had_to_be_given_up_is_said_again() -> None:
    """As in a routine that was built so."""
    routine, catalogue = built(
        exercise("now", 60, 1, muscles=strong(3)), exercise("other", 60, 1, group=Group.ABDUCTION),
        minutes=10, seed=1,
    )  # fmt: skip
    policy = evolve(default_policy(Goal.STRENGTH), variety_percent=0)
    made = hipkit.resize(routine, 12, catalogue=catalogue, policy=policy)
    assert remark(made, ReasonCode.SEED_WITHOUT_EFFECT)


# laws


@given(changed(), st.data())
def test_alternatives_are_all_there_are(routine: Routine, data: Any) -> None:
    """Complete: what is offered is just what passes every rule, tried one by one."""
    slot = data.draw(st.sampled_from(routine.slots))
    others = [each for each in routine.slots if each is not slot]
    policy, request = default_policy(routine.request.goal), routine.request
    families = {each.exercise.family for each in others}
    expected = set()
    for id in sift(CATALOGUE, request, policy, SAFETY).kept:
        other = CATALOGUE[id]
        band = other.band(request.goal, request.level)
        if other.group is slot.exercise.group and id != slot.exercise.id:
            shortest = evolve(slot, exercise=other, sets=band.sets.low, dose=band)
            assert shortest.seconds == seconds_of(other.laterality, band, band.sets.low)
            warm = any(each.phase is Phase.WARM_UP for each in [*others, shortest])
            if (
                other.family not in families
                and fits([*others, shortest], routine)
                and (warm or not lands(other))
            ):
                expected.add(id)
    found = hipkit.alternatives(routine, slot.exercise.id)
    assert set(offered(found)) == expected
    assert len(found) == len(expected)


@given(changed(), st.data())
def test_every_alternative_is_tried_and_true(routine: Routine, data: Any) -> None:
    """True: substituted, it fits, obeys, leaves all else alone, and loses what it says."""
    slot = data.draw(st.sampled_from(routine.slots))
    found = hipkit.alternatives(routine, slot.exercise.id)
    others = [each for each in routine.slots if each is not slot]
    for each in found:
        made = hipkit.substitute(routine, slot.exercise.id, each.exercise.id)
        assert is_sound(made)
        assert set(made.slots) == {*others, each.slot}
        assert each.exercise.level <= routine.request.level
        for caution in routine.request.cautions:
            assert not list(avoided(each.exercise, SAFETY, caution.value))
        was, now = plain_worth(routine, routine.slots), plain_worth(routine, made.slots)
        assert each.loss == was - now
        assert remark_of(made, each) == each.loss
        more = evolve(each.slot, sets=each.slot.sets + 1)
        if more.sets <= more.dose.sets.high and fits([*others, more], routine):
            assert plain_worth(routine, [*others, more]) <= now
    if found:
        best = hipkit.substitute(routine, slot.exercise.id)
        assert best == hipkit.substitute(routine, slot.exercise.id, found[0].exercise.id)
    else:
        refused(hipkit.substitute, routine, slot.exercise.id)


def remark_of(routine: Routine, alternative: Alternative) -> int | str:
    """Return the loss that a routine says of the alternative that was put into it."""
    return next(
        each["loss"]
        for each in routine.explanation.remarks
        if each.code is ReasonCode.SUBSTITUTED and each.exercise == alternative.exercise.id
    )


@given(chosen(seeds=False))
def test_the_first_alternative_is_the_runner_up(routine: Routine) -> None:
    """Agreed: a canonical routine's explanation names the same, with the same loss."""
    for item in routine.explanation.items:
        if item.exercise in routine.request.include:
            continue
        found = hipkit.alternatives(routine, item.exercise)
        first = found[0] if found else None
        assert item.runner_up == (first.exercise.id if first else None)
        assert item.loss == (first.loss if first else None)


@given(chosen(), st.integers(0, 40))
def test_longer_is_the_best_with_all_of_it(routine: Routine, more: int) -> None:
    """Longer: the same slots as those of a request that includes every exercise."""
    minutes = min(120, routine.request.minutes + more)
    made = hipkit.resize(routine, minutes)
    asked = evolve(routine.request, minutes=minutes, include=ids(routine))
    assert made.slots == hipkit.build_routine(asked).slots
    assert set(ids(routine)) <= set(ids(made))
    assert is_sound(made)


@given(chosen(), st.integers(1, 40))
def test_shorter_is_the_best_among_what_is_there(routine: Routine, less: int) -> None:
    """Shorter: the same slots as those of a catalogue of only these exercises."""
    minutes = max(5, routine.request.minutes - less)
    asked = evolve(routine.request, minutes=minutes)
    try:
        made = hipkit.resize(routine, minutes)
    except NoRoutine as refusal:
        assert not isinstance(refusal, SeekAdvice)
        assert refusal.request == asked
        assert refusal.reasons
        with pytest.raises(NoRoutine):
            best_of_these(routine, asked)
        for relaxation in refusal.relaxations:
            assert hipkit.build_routine(relaxation.applied_to(asked)).slots
        return
    assert made.slots == best_of_these(routine, asked).slots
    assert set(ids(made)) <= set(ids(routine))
    assert is_sound(made)


@given(chosen(seeds=False))
def test_the_same_minutes_change_nothing(routine: Routine) -> None:
    """Still: a canonical routine is its own resize."""
    assert hipkit.resize(routine, routine.request.minutes) == routine


@given(changed())
def test_what_is_changed_accounts_for_the_whole_catalogue(routine: Routine) -> None:
    """Accounted for: items and counts sum to the catalogue, and worth to what is claimed."""
    explanation = routine.explanation
    counted = sum(each.exercises for each in explanation.left_out)
    assert counted + len(routine.slots) == len(CATALOGUE)
    assert [item.exercise for item in explanation.items] == ids(routine)
    for item, slot in zip(explanation.items, routine.slots, strict=True):
        assert (item.sets, item.seconds) == (slot.sets, slot.seconds)
        assert item.loss is None or item.loss >= 0
    for each in explanation.coverage:
        assert each.items == sum(slot.exercise.group is each.group for slot in routine.slots)
    if routine.request.seed is None:
        assert explanation.worth == plain_worth(routine, routine.slots)
    if explanation.certificate is not None:
        assert explanation.worth == explanation.certificate.worth


@given(changed(), st.data())
def test_round_trip_and_pure(routine: Routine, data: Any) -> None:
    """Round trip and pure: stored and read again, changed again, it is the same; nothing is touched."""
    before = hipkit.dumps(routine, include_cautions=True)
    assert hipkit.loads(before, Routine) == routine
    slot = data.draw(st.sampled_from(routine.slots))
    found = hipkit.alternatives(routine, slot.exercise.id)
    assert hipkit.alternatives(hipkit.loads(before, Routine), slot.exercise.id) == found
    for each in found[:2]:
        assert hipkit.loads(hipkit.dumps(each), Alternative) == each
        again = hipkit.substitute(routine, slot.exercise.id, each.exercise.id)
        assert hipkit.substitute(routine, slot.exercise.id, each.exercise.id) == again
        assert hipkit.to_text(again)
        assert hipkit.to_markdown(again)
        assert str(each)
    assert hipkit.dumps(routine, include_cautions=True) == before
