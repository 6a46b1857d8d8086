"""The compact form: ids and doses, and the very same routine again, or one that says what differs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from benchmarks.compact import measure
from hypothesis import assume, given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    Catalogue,
    CompactRoutine,
    Exposures,
    HipkitError,
    NoRoutine,
    ProblemCode,
    ReasonCode,
    Request,
    RequestError,
    Routine,
    Span,
    StoredFormatError,
    Tombstone,
    compose,
    dumps,
    load_catalogue,
    load_safety,
    loads,
)
from hipkit.testing import nouns, policies, requests, routines, sample_catalogue

SAMPLE = sample_catalogue()


def built(**words: Any) -> Routine:
    """Return a routine from the sample catalogue."""
    return hipkit.build_routine(**{"minutes": 15, **words, "catalogue": SAMPLE})


def changed(id: str, catalogue: Catalogue = SAMPLE, **fields: Any) -> Catalogue:
    """Return the sample catalogue with some fields of one exercise changed."""
    return catalogue.with_exercises(evolve(catalogue[id], **fields), replacing=True)


def codes(routine: Routine) -> list[ReasonCode]:
    """Return the codes of a routine's remarks."""
    return [remark.code for remark in routine.explanation.remarks]


def kept(routine: Routine, **how: Any) -> CompactRoutine:
    """Return the compact form of *routine* as it comes back from a text."""
    return loads(dumps(hipkit.compact(routine), **how), CompactRoutine)


def test_a_compact_routine_is_ids_and_doses() -> None:
    """No record of an exercise is in it, nor the words of a tip, nor why anything was chosen."""
    routine = built()
    compact = hipkit.compact(routine)
    assert [each.exercise for each in compact.slots] == [s.exercise.id for s in routine.slots]
    assert [each.dose for each in compact.slots] == [slot.dose for slot in routine.slots]
    assert compact.tips == tuple(tip.id for tip in routine.tips)
    assert compact.notices == routine.notices
    assert compact.proved
    assert (compact.explanation.items, compact.explanation.certificate) == ((), None)
    text = dumps(compact)
    assert routine.slots[0].exercise.name not in text
    assert routine.tips[0].text not in text


def test_a_compact_routine_is_small() -> None:
    """From the packaged catalogue it takes less than an eighth of the whole."""
    for words in ({}, {"minutes": 10, "goal": "activation"}, {"minutes": 60, "level": "advanced"}):
        routine = hipkit.build_routine(**words)  # type: ignore[call-overload]
        assert len(dumps(hipkit.compact(routine))) < len(dumps(routine)) / 8


def test_the_measurement_of_sizes_measures() -> None:
    """`python -m benchmarks.compact` does what it says, over a few of its requests."""
    few: list[dict[str, Any]] = [
        {"minutes": 20},
        {"minutes": 5, "exclude": list(load_catalogue().ids)},
    ]
    found = measure(few)
    whole, compact = (
        len(dumps(each).encode())
        for each in (hipkit.build_routine(20), hipkit.compact(hipkit.build_routine(20)))
    )
    assert (found.routines, found.equal, found.whole, found.compact) == (1, 1, whole, compact)
    assert found.percents == [100 * compact / whole]


@given(st.data())
def test_a_restored_routine_is_the_same(data: st.DataObject) -> None:
    """Restored: with the catalogue that it was made from, `restore(compact(r)) == r`."""
    request = data.draw(requests(catalogue=SAMPLE))
    try:
        routine = hipkit.build_routine(request, catalogue=SAMPLE)
    except NoRoutine:
        assume(False)
        raise
    assert hipkit.restore(hipkit.compact(routine), catalogue=SAMPLE) == routine
    again = hipkit.restore(kept(routine, include_cautions=True), catalogue=SAMPLE)
    assert again == routine
    assert again.explanation.certificate == routine.explanation.certificate
    cautions = routine.request.cautions
    assert hipkit.restore(kept(routine), cautions=cautions, catalogue=SAMPLE) == routine


@given(policies(goals=[hipkit.Goal.STRENGTH]), st.integers(0, 3))
def test_a_policy_of_ones_own_is_given_again(policy: hipkit.Policy, seed: int) -> None:
    """Restored: with its policy and seed too; with another policy nothing is claimed of it."""
    routine = built(policy=policy, seed=seed)
    compact = hipkit.compact(routine)
    assert hipkit.restore(compact, catalogue=SAMPLE, policy=policy) == routine
    other = hipkit.restore(compact, catalogue=SAMPLE)
    assert other.slots == routine.slots
    assert other == routine or (
        codes(other)[-1] is ReasonCode.RESTORED and other.explanation.certificate is None
    )


@given(routines(catalogue=SAMPLE))
def test_a_composed_routine_without_versions_is_restored_too(routine: Routine) -> None:
    """Restored: its digest tells that it is the same, where no catalogue is named."""
    assert not routine.made_with.catalogue
    again = hipkit.restore(hipkit.compact(routine), catalogue=SAMPLE)
    assert again.slots == routine.slots
    assert codes(again)[-1:] == [ReasonCode.RESTORED] or again == evolve(routine)


@pytest.mark.parametrize(
    "routine",
    [
        hipkit.substitute(hipkit.build_routine(20), "reverse-lunge"),
        hipkit.resize(hipkit.build_routine(20), 12),
        *(hipkit.routine_from_protocol(each.id) for each in hipkit.load_evidence().protocols),
        hipkit.routine_from_protocol("mckay-2020-hip-strengthening", cautions=["knee-pain"]),
    ],
    ids=lambda routine: routine.protocol.id if routine.protocol else "changed",
)
def test_what_cannot_be_asked_again_is_kept_whole(routine: Routine) -> None:
    """A changed routine keeps its explanation, one from a protocol its remarks: both come back equal."""
    compact = hipkit.compact(routine)
    assert not compact.proved
    assert compact.explanation == routine.explanation
    assert hipkit.restore(compact) == routine
    assert hipkit.restore(kept(routine, include_cautions=True)) == routine
    assert hipkit.restore(kept(routine), cautions=routine.request.cautions) == routine


def test_a_restored_routine_without_its_cautions_says_so() -> None:
    """It is safe to show: doses as stored, every notice, the caution named nowhere, nothing proved."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    compact = kept(routine)
    assert compact.cautions_withheld
    stored = json.loads(dumps(hipkit.compact(routine)))["compact-routine"]
    stored.pop("notices")  # they stay, and may hint at it
    assert "knee-pain" not in json.dumps(stored)
    again = hipkit.restore(compact)
    assert again.cautions_withheld
    assert again.request.cautions == ()
    assert again.notices == routine.notices
    assert again.slots == routine.slots
    assert again.tips == routine.tips
    assert again.explanation.certificate is None
    assert codes(again) == [*codes(routine), ReasonCode.RESTORED]
    text = hipkit.to_text(again)
    assert all(notice.text.split()[0] in text for notice in routine.notices)
    assert "restored from its compact form" in " ".join(text.split())
    assert "changed after it was chosen" not in " ".join(text.split())
    assert "(basis: )" not in " ".join(text.split())


def test_a_routine_without_reasons_is_not_explained() -> None:
    """And the error says what to do instead."""
    again = hipkit.restore(kept(hipkit.build_routine(20, cautions=["knee-pain"])))
    with pytest.raises(RequestError, match="restored without its reasons; build one from"):
        hipkit.explain(again, cautions=["knee-pain"])


@given(routines(catalogue=SAMPLE))
def test_no_caution_is_stored_unless_asked_for(routine: Routine) -> None:
    """Withheld: a stored compact routine has no cautions, says so, and keeps the rest."""
    again = kept(routine)
    compact = hipkit.compact(routine)
    assert again.request.cautions == ()
    assert again.cautions_withheld == bool(routine.request.cautions)
    assert (again.slots, again.notices, again.digest) == (
        compact.slots,
        compact.notices,
        compact.digest,
    )
    assert dumps(again) == dumps(compact)
    assert "caution" not in repr(compact)


def test_its_digest_does_not_tell_of_cautions() -> None:
    """Equal prescriptions have equal digests, withheld or not."""
    from hipkit.storing import digest_of

    routine = built(cautions=["kneeling-hurts"])
    compact = hipkit.compact(routine)
    assert compact.digest == routine.digest == kept(routine).digest
    assert digest_of(kept(routine)) == digest_of(compact)


def test_with_another_catalogue_the_doses_stay_and_the_exercises_are_new() -> None:
    """A changed dose changes nothing that was prescribed; a changed word is the catalogue's; it is said."""
    routine = built()
    slot = routine.slots[-1]
    dose = tuple(evolve(each, rest=each.rest + 7, sets=Span(1, 1)) for each in slot.exercise.dose)
    newer = changed(slot.exercise.id, name="Another name", dose=dose)
    again = hipkit.restore(hipkit.compact(routine), catalogue=newer)
    assert [each.dose for each in again.slots] == [each.dose for each in routine.slots]
    assert [each.sets for each in again.slots] == [each.sets for each in routine.slots]
    assert again.seconds == routine.seconds
    assert again.slots[-1].exercise == newer[slot.exercise.id]
    assert again.slots[-1].exercise.name == "Another name"
    assert codes(again) == [ReasonCode.CATALOGUE_DIFFERS, ReasonCode.RESTORED]
    assert again.explanation.certificate is None
    assert again.made_with == routine.made_with


def test_a_catalogue_that_differs_elsewhere_differs() -> None:
    """A proof is about all exercises, so none is claimed when another one changed."""
    again = hipkit.restore(hipkit.compact(built()), catalogue=changed("split-squat", name="Other"))
    assert codes(again) == [ReasonCode.CATALOGUE_DIFFERS, ReasonCode.RESTORED]
    again = hipkit.restore(
        hipkit.compact(hipkit.resize(built(), 12, catalogue=SAMPLE)),
        catalogue=changed("split-squat", name="Other"),
    )
    assert codes(again)[-1] is ReasonCode.CATALOGUE_DIFFERS
    assert ReasonCode.RESTORED not in codes(again)
    assert again.explanation.items


def test_of_a_changed_routine_that_names_no_catalogue_a_difference_is_said() -> None:
    """Where only the digest can tell, it does."""
    routine = hipkit.resize(built(), 12, catalogue=SAMPLE)
    nameless = evolve(routine, made_with=hipkit.Provenance())
    assert hipkit.restore(hipkit.compact(nameless), catalogue=SAMPLE) == nameless
    again = hipkit.restore(
        hipkit.compact(nameless), catalogue=changed(routine.slots[0].exercise.id, name="Other")
    )
    assert codes(again)[-1] is ReasonCode.CATALOGUE_DIFFERS


def test_of_a_proved_routine_that_names_no_catalogue_only_the_proof_is_gone() -> None:
    """Whether catalogue or policy differs cannot be told, so neither is said."""
    routine = compose(Request(20), SAMPLE, safety=load_safety(), tips=hipkit.load_tips())
    newer = changed(routine.slots[0].exercise.id, name="Other")
    assert codes(hipkit.restore(hipkit.compact(routine), catalogue=newer)) == [ReasonCode.RESTORED]


def test_withheld_cautions_stay_withheld_where_they_changed_nothing() -> None:
    """That asking without them gives the same routine does not mean that there were none."""
    withheld = evolve(hipkit.compact(built()), cautions_withheld=True)
    again = hipkit.restore(withheld, catalogue=SAMPLE)
    assert again.cautions_withheld
    assert codes(again) == [ReasonCode.RESTORED]


def test_with_its_cautions_given_again_it_is_the_routine_that_was() -> None:
    """Cautions, reasons and certificate are back, and only the notes that are meant are shown."""
    routine = hipkit.build_routine(20, cautions=["low-back-pain", "knee-pain"])
    again = hipkit.restore(kept(routine), cautions=["knee-pain", "low-back-pain"])
    assert again == routine
    assert again.request.cautions == routine.request.cautions
    assert not again.cautions_withheld
    assert hipkit.to_text(again) == hipkit.to_text(routine)


def test_a_changed_routine_has_its_cautions_again_too() -> None:
    """Nothing proves it, but its notices tell whose they are."""
    made = hipkit.build_routine(20, cautions=["knee-pain"])
    main = next(slot for slot in reversed(made.slots) if slot.phase is hipkit.Phase.MAIN)
    routine = hipkit.substitute(made, main.exercise.id)
    assert not hipkit.compact(routine).proved
    assert hipkit.restore(kept(routine), cautions=["knee-pain"]) == routine
    with pytest.raises(RequestError):
        hipkit.restore(kept(routine), cautions=["outer-hip-pain"])


def test_cautions_that_were_stored_may_be_given_again() -> None:
    """They say nothing new; none are the right ones where there were none."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    assert hipkit.restore(hipkit.compact(routine), cautions=["knee-pain"]) == routine
    assert hipkit.restore(hipkit.compact(built()), cautions=(), catalogue=SAMPLE) == built()


@pytest.mark.parametrize(
    "cautions", [(), ("low-back-pain",), ("knee-pain", "no-rolling", "outer-hip-pain")]
)
@pytest.mark.parametrize("withheld", [True, False])
def test_other_cautions_than_its_own_are_refused(cautions: Any, withheld: bool) -> None:
    """Nobody is given another's notes, or a routine that claims to spare what it does not."""
    compact = kept(hipkit.build_routine(20, cautions=["knee-pain"]), include_cautions=not withheld)
    with pytest.raises(RequestError, match="not the routine that was stored") as caught:
        hipkit.restore(compact, cautions=cautions)
    assert [each.path for each in caught.value.problems] == ["cautions"]


def test_a_caution_that_spares_an_exercise_of_it_is_no_caution_of_its() -> None:
    """What it spares is said."""
    compact = kept(hipkit.build_routine(20, cautions=["knee-pain"]))
    with pytest.raises(NoRoutine) as caught:
        hipkit.restore(compact, cautions=["knee-pain", "high-blood-pressure"])
    assert {reason.code for reason in caught.value.reasons} == {ReasonCode.CAUTION}


def test_cautions_are_refused_where_nothing_can_tell_whether_they_are_right() -> None:
    """From a newer catalogue it is not the same routine; without cautions, all notes are shown."""
    compact = kept(built(cautions=["low-back-pain"]))
    newer = changed("floor-bridge", name="Bridge")
    with pytest.raises(RequestError, match="leave cautions out"):
        hipkit.restore(compact, cautions=["low-back-pain"], catalogue=newer)
    assert hipkit.restore(compact, catalogue=newer).cautions_withheld


def test_what_is_no_caution_is_a_problem_of_restoring() -> None:
    """Its word is refused as it is everywhere."""
    with pytest.raises(RequestError, match="did you mean 'knee-pain'"):
        hipkit.restore(hipkit.compact(built()), cautions=["knee-pian"], catalogue=SAMPLE)  # type: ignore[list-item]


def test_a_caution_that_changes_only_notes_is_taken_as_given() -> None:
    """It brings no notice and took nothing away, so nothing that is stored tells of it."""
    routine = hipkit.build_routine(40, cautions=["kneeling-hurts", "knee-pain"])
    again = hipkit.restore(kept(routine), cautions=["knee-pain"])
    assert again.digest == routine.digest
    assert again != routine


def test_remarks_about_the_request_come_again_too() -> None:
    """An exercise done lately that the catalogue does not have was said, and is."""
    routine = built(recent=["no-such-exercise", "leg-swing"])
    assert codes(routine) == [ReasonCode.UNKNOWN_RECENT]
    assert hipkit.restore(hipkit.compact(routine), catalogue=SAMPLE) == routine


def test_a_text_of_now_beside_the_same_catalogue_is_no_difference() -> None:
    """Stops are those of now, because they hold for everybody; a tip that is gone is left out."""
    routine = hipkit.resize(built(), 12, catalogue=SAMPLE)
    compact = evolve(hipkit.compact(routine), tips=("no-longer", *hipkit.compact(routine).tips))
    again = hipkit.restore(evolve(compact, digest="0" * 16), catalogue=SAMPLE)
    assert again == routine
    assert again.stops == load_safety().stops


def test_restoring_twice_changes_nothing() -> None:
    """What was restored with a remark is stored and restored with that remark, once."""
    newer = changed("split-squat", name="Other")
    once = hipkit.restore(hipkit.compact(built()), catalogue=newer)
    assert hipkit.restore(hipkit.compact(once), catalogue=newer) == once
    without = hipkit.restore(kept(built(cautions=["kneeling-hurts"])), catalogue=SAMPLE)
    assert hipkit.restore(hipkit.compact(without), catalogue=SAMPLE) == without


def test_an_exercise_that_is_gone_is_named_with_what_became_of_it() -> None:
    """Removed with and without an heir, and never there: all at once, with what to use."""
    routine = built()
    first, second, third = (slot.exercise.id for slot in routine.slots[:3])
    stones = (
        Tombstone(first, "2026.1", "2027.1", "it was two exercises", "slow-breathing"),
        Tombstone(second, "2026.1", "2027.2", "nobody could do it"),
    )
    smaller = evolve(SAMPLE.without(first, second, third), tombstones=stones)
    with pytest.raises(StoredFormatError) as caught:
        hipkit.restore(hipkit.compact(routine), catalogue=smaller)
    problems = caught.value.problems
    assert {each.code for each in problems} == {ProblemCode.UNKNOWN_EXERCISE}
    assert [(each.path, each.message, each.remedy) for each in problems] == [
        (
            "slots[0].exercise",
            f"the exercise {first!r} was removed: it was two exercises",
            "use 'slow-breathing'",
        ),
        (
            "slots[1].exercise",
            f"the exercise {second!r} was removed: nobody could do it",
            "nothing takes its place",
        ),
        (
            "slots[2].exercise",
            f"there is no exercise {third!r} in this catalogue",
            "give the catalogue that the routine was made from; 'split-squat' is near",
        ),
    ]


def test_an_id_that_is_near_none_has_no_suggestion() -> None:
    """Nothing is guessed."""
    only = Catalogue([SAMPLE["slow-breathing"]])
    with pytest.raises(StoredFormatError) as caught:
        hipkit.restore(hipkit.compact(built()), catalogue=only)
    remedies = {each.remedy for each in caught.value.problems}
    assert "give the catalogue that the routine was made from" in remedies


def test_a_renamed_exercise_is_found_by_its_old_id_and_a_retired_one_by_its_own() -> None:
    """An id is for ever."""
    routine = built()
    old, retired = routine.slots[0].exercise.id, routine.slots[1].exercise.id
    renamed = evolve(SAMPLE[old], id="new-name", family="new-name", aliases=(old,))
    put_away = evolve(SAMPLE[retired], status=hipkit.Status.RETIRED, replaced_by="slow-breathing")
    others = [each for each in SAMPLE if each.id not in (old, retired)]
    again = hipkit.restore(
        hipkit.compact(routine), catalogue=Catalogue([renamed, put_away, *others])
    )
    assert [slot.exercise for slot in again.slots[:2]] == [renamed, put_away]
    assert again.slots[0].dose == routine.slots[0].dose
    assert codes(again) == [ReasonCode.CATALOGUE_DIFFERS, ReasonCode.RESTORED]


def test_an_exercise_that_a_caution_spares_by_now_is_not_restored() -> None:
    """A caution is never dropped: what is known of an exercise now counts."""
    routine = built(cautions=["kneeling-hurts"])
    id = routine.slots[2].exercise.id
    newer = changed(id, contacts=(hipkit.Contact.KNEECAP,), exposures=Exposures())
    with pytest.raises(NoRoutine) as caught:
        hipkit.restore(hipkit.compact(routine), catalogue=newer)
    assert {reason.code for reason in caught.value.reasons} == {ReasonCode.CAUTION}
    assert {reason.exercise for reason in caught.value.reasons} == {id}
    assert hipkit.restore(kept(routine), catalogue=newer).cautions_withheld


def test_a_request_that_gets_nothing_now_is_restored_without_reasons() -> None:
    """Where asking again finds no routine, why this one was chosen cannot be told."""
    compact = hipkit.compact(built())
    nothing = evolve(compact, request=Request(15, exclude=SAMPLE.ids))
    with pytest.raises(NoRoutine):
        hipkit.build_routine(nothing.request, catalogue=SAMPLE)
    again = hipkit.restore(nothing, catalogue=SAMPLE)
    assert codes(again) == [ReasonCode.RESTORED]
    assert [slot.dose for slot in again.slots] == [each.dose for each in compact.slots]


def test_every_wrong_argument_is_named_at_once() -> None:
    """Types and goals are looked at before anything is restored."""
    wrong: Any = {"catalogue": [], "policy": "strength"}
    with pytest.raises(RequestError) as caught:
        hipkit.restore(built(), **wrong)  # type: ignore[arg-type]
    assert [each.path for each in caught.value.problems] == ["compact", "catalogue", "policy"]
    with pytest.raises(RequestError) as caught:
        hipkit.restore(hipkit.compact(built()), **wrong)
    assert [each.path for each in caught.value.problems] == ["catalogue", "policy"]
    other = hipkit.default_policy(hipkit.Goal.MOBILITY)
    with pytest.raises(RequestError, match="goal"):
        hipkit.restore(hipkit.compact(built()), catalogue=SAMPLE, policy=other)
    with pytest.raises(RequestError, match="expected a Routine"):
        hipkit.compact(Request())  # type: ignore[arg-type]


@given(nouns(CompactRoutine))
def test_any_compact_routine_is_restored_or_refused_in_words(compact: CompactRoutine) -> None:
    """Total: whatever was stored, it is a routine or an error of hipkit."""
    try:
        routine = hipkit.restore(compact, catalogue=SAMPLE)
    except HipkitError as error:
        assert str(error)
    else:
        assert isinstance(routine, Routine)


@given(st.lists(st.sampled_from(SAMPLE.ids), min_size=1, max_size=4), nouns(CompactRoutine))
def test_ids_that_are_known_are_restored_with_the_doses_stored(
    ids: list[str], compact: CompactRoutine
) -> None:
    """Total: with any dose, request and remarks; never with a claim that was not proved again."""
    slots = tuple(evolve(compact.slots[0], exercise=id, sets=n + 1) for n, id in enumerate(ids))
    request, made_with = evolve(compact.request, cautions=()), evolve(compact.made_with, rules=())
    asked = evolve(compact, slots=slots, request=request, made_with=made_with)
    routine = hipkit.restore(asked, catalogue=SAMPLE)
    assert [slot.dose for slot in routine.slots] == [each.dose for each in slots]
    assert routine.notices == compact.notices
    assert ReasonCode.CATALOGUE_DIFFERS in codes(routine) or not compact.made_with.catalogue


def test_the_words_of_a_compact_routine_show_no_caution() -> None:
    """Its `repr` has goal, level and ids."""
    compact = hipkit.compact(built(cautions=["kneeling-hurts"]))
    assert repr(compact).startswith("<CompactRoutine strength, beginner: easy-march, ")
    assert "kneeling" not in repr(compact)


def test_a_composed_routine_restores_by_the_door_it_left_by() -> None:
    """`compose` of the same request over the same exercises is found again."""
    routine = compose(Request(20), SAMPLE, safety=load_safety(), tips=hipkit.load_tips())
    assert hipkit.restore(hipkit.compact(routine), catalogue=SAMPLE) == routine
    stored = json.loads(dumps(hipkit.compact(routine)))["compact-routine"]
    nowhere = {"hipkit": "", "data": "", "catalogue": "", "policy": "", "rules": []}
    assert stored["made_with"] == nowhere
    assert load_catalogue().digest != SAMPLE.digest
