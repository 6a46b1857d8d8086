"""Rules of one's own: they can only keep out, say why, and are not forgotten when a routine is changed."""

from __future__ import annotations

import functools
import pickle
from itertools import repeat
from typing import Any

import pytest
from hypothesis import given

import hipkit
from hipkit import Exercise, NoRoutine, ReasonCode, Request, RequestError
from hipkit.testing import check_optimal, check_rule, requests


def no_lunges(exercise: Exercise, request: Request) -> str | None:
    """Keep lunges out of everything short."""
    return "no lunges here" if "lunge" in exercise.id and request.minutes < 60 else None


def nothing_lying(exercise: Exercise, _request: Request) -> str | None:
    """Keep out what lies on a side or the back."""
    lying = {hipkit.Position.SIDE_LYING, hipkit.Position.SUPINE_KNEES_BENT}
    return "the floor is wet" if lying & set(exercise.positions) else None


def nothing_at_all(exercise: Exercise, request: Request) -> str | None:
    """Keep everything out."""
    return "closed today"


def failing(exercise: Exercise, request: Request) -> str | None:
    """Fail, as code may."""
    raise ZeroDivisionError


def numbering(exercise: Exercise, request: Request) -> Any:
    """Answer with what is no text."""
    return 5


def ids(routine: hipkit.Routine) -> list[str]:
    """Return the ids of the exercises of *routine*."""
    return [slot.exercise.id for slot in routine.slots]


def said(error: RequestError) -> list[str]:
    """Return every problem of *error* as a line."""
    return [str(each) for each in error.problems]


def test_a_rule_keeps_exercises_out() -> None:
    """And the routine says so: in its provenance, its counts and its text."""
    assert any("lunge" in id for id in ids(hipkit.build_routine(30)))
    routine = hipkit.build_routine(30, rules=[no_lunges])
    assert not any("lunge" in id for id in ids(routine))
    assert routine.made_with.rules == ("no_lunges",)
    assert "own-rule" in [each.code for each in routine.explanation.left_out]
    assert "by a rule of the app" in str(hipkit.explain(routine, rules=[no_lunges]))


def test_why_not_says_what_the_rule_said() -> None:
    """With its name."""
    routine = hipkit.build_routine(30, rules=[no_lunges])
    answer = hipkit.explain(routine, "reverse-lunge", rules=[no_lunges])
    (reason,) = answer.reasons
    assert (reason.code, reason["rule"], reason["why"]) == (
        ReasonCode.OWN_RULE,
        "no_lunges",
        "no lunges here",
    )
    assert "left out by the rule no_lunges: no lunges here" in str(answer)


def test_a_rule_sees_the_request() -> None:
    """So it may depend on what is asked."""
    request = Request(60, equipment=["chair"])
    routine = hipkit.build_routine(request, rules=[no_lunges])
    assert ids(routine) == ids(hipkit.build_routine(request))


def test_what_is_included_against_a_rule_is_refused() -> None:
    """A rule is the app's, and no relaxation gets round it."""
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(30, include=["reverse-lunge"], rules=[no_lunges])
    assert ReasonCode.OWN_RULE in [each.code for each in caught.value.reasons]
    changes = {str(change.kind) for each in caught.value.relaxations for change in each.changes}
    assert changes == {"drop-include"}


def test_a_rule_that_leaves_nothing_leaves_no_routine() -> None:
    """Nothing that could be changed helps, so nothing is offered."""
    with pytest.raises(NoRoutine) as caught:
        hipkit.build_routine(30, rules=[nothing_at_all])
    assert not caught.value.relaxations


def test_several_rules_all_apply() -> None:
    """In any order, with the same routine."""
    routine = hipkit.build_routine(30, rules=[no_lunges, nothing_lying])
    other = hipkit.build_routine(30, rules=[nothing_lying, no_lunges])
    assert routine.slots == other.slots
    sifted = hipkit.explain(routine, "clamshell", rules=[no_lunges, nothing_lying])
    assert [each["rule"] for each in sifted.reasons] == ["nothing_lying"]


@given(requests())
def test_under_a_rule_it_is_the_best_of_what_is_left(request_: Request) -> None:
    """The same as from a catalogue without what the rule keeps out, proved by other means."""
    left = [each for each in hipkit.load_catalogue() if nothing_lying(each, request_) is None]
    try:
        routine = hipkit.build_routine(request_, rules=[nothing_lying])
    except (NoRoutine, hipkit.UnknownExercise) as error:
        if isinstance(error, NoRoutine):
            with pytest.raises(NoRoutine):
                hipkit.compose(request_, left, safety=hipkit.load_safety())
        return
    assert routine.slots == hipkit.compose(request_, left, safety=hipkit.load_safety()).slots
    if request_.seed is None:
        check_optimal(routine, rules=[nothing_lying])


def test_a_change_needs_the_rules_again() -> None:
    """Else a change could bring in what a rule had kept out."""
    routine = hipkit.build_routine(30, rules=[no_lunges])
    id = routine.slots[-1].exercise.id
    for change in (
        lambda: hipkit.alternatives(routine, id),
        lambda: hipkit.substitute(routine, id),
        lambda: hipkit.resize(routine, 20, rules=[nothing_lying]),
        lambda: hipkit.explain(routine),
    ):
        with pytest.raises(RequestError) as caught:
            change()
        assert said(caught.value)[0] == (
            "rules: the routine was made under the rule 'no_lunges'; give it again"
        )


def test_a_change_keeps_the_rules() -> None:
    """Longer, shorter or with another item, no lunge comes in."""
    routine = hipkit.build_routine(20, rules=[no_lunges])
    bend = next(
        each for each in routine.slots if each.exercise.group is hipkit.Group.SINGLE_LEG_BEND
    )
    for changed in (
        hipkit.resize(routine, 40, rules=[no_lunges]),
        hipkit.resize(routine, 10, rules=[no_lunges]),
        hipkit.substitute(routine, bend.exercise.id, rules=[no_lunges]),
    ):
        assert not any("lunge" in id for id in ids(changed))
        assert changed.made_with.rules == ("no_lunges",)
    others = hipkit.alternatives(routine, bend.exercise.id, rules=[no_lunges])
    assert not any("lunge" in each.exercise.id for each in others)
    with pytest.raises(NoRoutine) as caught:
        hipkit.substitute(routine, bend.exercise.id, "reverse-lunge", rules=[no_lunges])
    assert ReasonCode.OWN_RULE in [each.code for each in caught.value.reasons]


def test_a_new_rule_may_be_given_to_a_change() -> None:
    """What would stay against it is named, as with a caution."""
    routine = hipkit.build_routine(30)
    lunge = next(id for id in ids(routine) if "lunge" in id)
    other = next(id for id in ids(routine) if "lunge" not in id)
    with pytest.raises(NoRoutine) as caught:
        hipkit.substitute(routine, other, rules=[no_lunges])
    assert [each.code for each in caught.value.reasons] == [ReasonCode.OWN_RULE]
    changed = hipkit.substitute(routine, lunge, rules=[no_lunges])
    assert changed.made_with.rules == ("no_lunges",)
    assert not any("lunge" in id for id in ids(changed))


def test_an_explanation_takes_no_rule_that_was_not_there() -> None:
    """It would explain another routine."""
    with pytest.raises(RequestError) as caught:
        hipkit.explain(hipkit.build_routine(30), rules=[no_lunges])
    assert said(caught.value) == [
        "rules: the routine was not made under the rule 'no_lunges'; leave it away"
    ]


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (no_lunges, "rules: expected a list of rules, got <function no_lunges"),
        ("no_lunges", "rules: expected a list of rules, got 'no_lunges'; give functions in a list"),
        (5, "rules: expected a list of rules, got 5; give functions in a list"),
        (["no_lunges"], "rules[0]: 'no_lunges' is not a rule; give a function of an exercise"),
        (repeat(no_lunges), "rules: there are more than 100 rules; give fewer"),
        ([no_lunges, no_lunges], "rules[1]: two rules are called 'no_lunges'; define each with"),
    ],
)
def test_what_is_no_rule_is_refused(rules: Any, words: str) -> None:
    """By every verb that takes rules, before anything is asked of it."""
    routine = hipkit.build_routine(20)
    for verb in (
        lambda: hipkit.build_routine(20, rules=rules),
        lambda: hipkit.explain(routine, rules=rules),
        lambda: hipkit.resize(routine, 30, rules=rules),
    ):
        with pytest.raises(RequestError) as caught:
            verb()
        assert said(caught.value)[0].startswith(words)


def test_a_name_that_cannot_be_shown_is_refused() -> None:
    """It is kept in the routine, and printed."""

    def rule(exercise: Exercise, request: Request) -> None: ...

    for name in ("a\nb", "x" * 81):
        rule.__name__ = name
        with pytest.raises(RequestError) as caught:
            hipkit.build_routine(20, rules=[rule])
        assert "a rule cannot be called" in said(caught.value)[0]


def test_what_a_rule_raises_is_its_own() -> None:
    """With a note on what it was asked."""
    with pytest.raises(ZeroDivisionError) as caught:
        hipkit.build_routine(20, rules=[failing])
    (note,) = caught.value.__notes__
    assert note.startswith("raised by the rule 'failing', asked about '")


@pytest.mark.parametrize(
    "answer", [5, "", True, False, " no", "no\nno", "\x1b[2J", "x" * 301, b"no"]
)
def test_a_rule_answers_nothing_or_a_line(answer: Any) -> None:
    """A slip must not let an exercise in, so everything else is an error."""

    def answering(exercise: Exercise, request: Request) -> Any:
        return answer

    with pytest.raises(RequestError) as caught:
        hipkit.build_routine(20, rules=[answering])
    assert said(caught.value)[0].startswith("rules: the rule 'answering' answered ")


def test_a_routine_under_a_rule_is_stored_with_its_name() -> None:
    """And comes back equal."""
    routine = hipkit.build_routine(20, rules=[no_lunges])
    assert hipkit.loads(hipkit.dumps(routine), hipkit.Routine) == routine


def test_a_compact_routine_is_restored_under_its_rules() -> None:
    """Without them it could not be told to be the same."""
    routine = hipkit.build_routine(30, rules=[no_lunges])
    small = hipkit.loads(hipkit.dumps(hipkit.compact(routine)), hipkit.CompactRoutine)
    assert hipkit.restore(small, rules=[no_lunges]) == routine
    with pytest.raises(RequestError, match="made under the rule 'no_lunges'; give it again"):
        hipkit.restore(small)
    with pytest.raises(RequestError, match="was not made under the rule 'nothing_lying'"):
        hipkit.restore(small, rules=[no_lunges, nothing_lying])


class OfWords:
    """A rule with something to remember: keep out what has a word in its name."""

    def __init__(self, word: str) -> None:
        """Keep the *word*."""
        self.word = word

    def __call__(self, exercise: Exercise, request: Request) -> str | None:
        """Answer about one exercise."""
        return f"no {self.word}" if self.word in exercise.name.lower() else None


def has_word(word: str, exercise: Exercise, request: Request) -> str | None:
    """Keep out what has *word* in its name."""
    return OfWords(word)(exercise, request)


@pytest.mark.parametrize(
    ("rule", "name"),
    [(OfWords("lunge"), "OfWords"), (functools.partial(has_word, "lunge"), "has_word")],
)
def test_a_rule_may_be_any_callable(rule: hipkit.OwnRule, name: str) -> None:
    """Objects are called as their class, a partial as its function."""
    routine = hipkit.build_routine(30, rules=[rule])
    assert routine.made_with.rules == (name,)
    assert not any("lunge" in slot.exercise.name.lower() for slot in routine.slots)
    check_rule(rule)


@pytest.mark.parametrize("rule", [no_lunges, nothing_lying, nothing_at_all])
def test_a_sound_rule_keeps_its_contract(rule: hipkit.OwnRule) -> None:
    """Whatever it keeps out."""
    check_rule(rule)
    assert pickle.loads(pickle.dumps(rule)) is rule


def test_a_contract_names_what_was_broken() -> None:
    """Raising, answering with no text, answering otherwise when asked again, and no name of its own."""
    asked: list[str] = []

    def forgetful(exercise: Exercise, request: Request) -> str | None:
        asked.append(exercise.id)
        return "again" if asked.count(exercise.id) == 2 else None

    def local(exercise: Exercise, request: Request) -> str | None: ...

    for rule, words in (
        (failing, r"failing: raises ZeroDivisionError\(\) about "),
        (numbering, "the rule 'numbering' answered 5 about "),
        (forgetful, "forgetful: answers None about '.*', and 'again' when asked again"),
        (
            lambda exercise, request: None,
            "the rule has no plain name: '<lambda>'; define it with def",
        ),
        (local, "local: cannot be pickled: define it in a module"),
        (functools.partial(local), "local: cannot be pickled: "),
    ):
        with pytest.raises(AssertionError, match=words):
            check_rule(rule)


def test_what_cannot_be_judged_is_a_request_error() -> None:
    """All of it at once."""
    nothing: Any = None
    with pytest.raises(RequestError) as caught:
        check_rule(nothing, 5)  # type: ignore[arg-type]
    assert said(caught.value) == [
        "rule: expected a function, got None",
        "catalogue: expected a Catalogue, got 5",
    ]


def test_a_routine_is_judged_under_its_own_rules() -> None:
    """Under others, it cannot be."""
    routine = hipkit.build_routine(20, rules=[no_lunges])
    check_optimal(routine, rules=[no_lunges])
    with pytest.raises(RequestError, match="give the rules that the routine was built with"):
        check_optimal(routine)
