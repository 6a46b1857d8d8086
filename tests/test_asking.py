"""The door: words in, a routine out, and every problem of a wrong call at once."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import Goal, Request, RequestError, UnknownExercise
from hipkit.testing import sample_catalogue, sample_exercise

ASK: Any = hipkit.build_routine

WRONG: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"minutes": 4}, [("out-of-range", "minutes")]),
    ({"minutes": 121}, [("out-of-range", "minutes")]),
    ({"minutes": -20}, [("out-of-range", "minutes")]),
    ({"minutes": "20"}, [("wrong-type", "minutes")]),
    ({"minutes": 20.0}, [("wrong-type", "minutes")]),
    ({"minutes": True}, [("wrong-type", "minutes")]),
    ({"minutes": None}, [("wrong-type", "minutes")]),
    ({"goal": "power"}, [("unknown-word", "goal")]),
    ({"goal": "Strength"}, [("unknown-word", "goal")]),
    ({"goal": None}, [("wrong-type", "goal")]),
    ({"goal": ["strength"]}, [("wrong-type", "goal")]),
    ({"level": "expert"}, [("unknown-word", "level")]),
    ({"level": 2}, [("wrong-type", "level")]),
    ({"equipment": "mini-band"}, [("wrong-type", "equipment")]),
    ({"equipment": ["mini_band"]}, [("unknown-word", "equipment[0]")]),
    ({"equipment": None}, [("wrong-type", "equipment")]),
    ({"equipment": {"bench": 1}}, [("wrong-type", "equipment")]),
    (
        {"equipment": ["bench", "rope", 3]},
        [("unknown-word", "equipment[1]"), ("wrong-type", "equipment[2]")],
    ),
    ({"focus": ["bum"]}, [("unknown-word", "focus[0]")]),
    ({"focus": "glutes"}, [("wrong-type", "focus")]),
    ({"cautions": ["knee"]}, [("unknown-word", "cautions[0]")]),
    ({"cautions": "knee-pain"}, [("wrong-type", "cautions")]),
    ({"positions": []}, [("contradiction", "positions")]),
    ({"positions": ["lying"]}, [("unknown-word", "positions[0]")]),
    ({"include": "clamshell"}, [("wrong-type", "include")]),
    ({"include": [""]}, [("wrong-type", "include[0]")]),
    ({"exclude": [7]}, [("wrong-type", "exclude[0]")]),
    ({"recent": 7}, [("wrong-type", "recent")]),
    ({"seed": "7"}, [("wrong-type", "seed")]),
    ({"seed": 2**63}, [("out-of-range", "seed")]),
    ({"catalogue": []}, [("wrong-type", "catalogue")]),
    ({"policy": "strength"}, [("wrong-type", "policy")]),
    ({"policy": hipkit.default_policy(Goal.MOBILITY)}, [("contradiction", "policy")]),
    ({"minuets": 20}, [("unknown-field", "minuets")]),
    (
        {"include": ["floor-bridge"], "exclude": ["floor-bridge"]},
        [("contradiction", "include")],
    ),
    (
        {"minutes": 3, "goal": "power", "cautions": ["knee"], "include": ["no-such-thing"]},
        [
            ("out-of-range", "minutes"),
            ("unknown-word", "goal"),
            ("unknown-word", "cautions[0]"),
            ("unknown-exercise", "include"),
        ],
    ),
    (
        {"minutes": Request(20), "goal": "mobility", "seed": 1},
        [("contradiction", "goal"), ("contradiction", "seed")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), WRONG, ids=lambda value: str(value)[:50])
def test_a_wrong_call_names_every_problem(
    words: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """Code and path of each problem, in one `RequestError`, each with a sentence."""
    with pytest.raises(RequestError) as caught:
        ASK(**{"catalogue": sample_catalogue(), **words})
    problems = caught.value.problems
    assert [(problem.code.value, problem.path) for problem in problems] == expected
    assert all(problem.message and problem.message in str(caught.value) for problem in problems)


def test_there_are_thirty_wrong_calls() -> None:
    """The table is as long as it was meant to be."""
    assert len(WRONG) >= 30


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ({"goal": "strenght"}, "did you mean 'strength'?"),
        ({"equipment": ["Mini Band"]}, "did you mean 'mini-band'?"),
        ({"focus": ["glute"]}, "did you mean 'glutes'?"),
        ({"cautions": "knee-pain"}, "use ['knee-pain']"),
        ({"minuets": 20}, "did you mean 'minutes'?"),
        ({"minutes": 3}, "use 5 to 120"),
    ],
    ids=str,
)
def test_a_wrong_call_is_told_what_was_meant(words: dict[str, Any], remedy: str) -> None:
    """The nearest word, the list, the range."""
    with pytest.raises(RequestError) as caught:
        ASK(**words)
    assert remedy in [problem.remedy for problem in caught.value.problems]


def test_unknown_ids_alone_are_an_unknown_exercise() -> None:
    """All of them, from both lists, each with the nearest known id."""
    with pytest.raises(UnknownExercise) as caught:
        ASK(include=["floor-brige", "zzz"], exclude=["leg-swin"], catalogue=sample_catalogue())
    assert caught.value.ids == ("floor-brige", "leg-swin", "zzz")
    assert caught.value.suggestions == ("floor-bridge", "leg-swing", "")


def test_unknown_ids_among_other_problems_are_problems_too() -> None:
    """A `RequestError` lists them beside the rest."""
    with pytest.raises(RequestError) as caught:
        ASK(3, include=["floor-brige"], catalogue=sample_catalogue())
    assert [problem.code.value for problem in caught.value.problems] == [
        "out-of-range",
        "unknown-exercise",
    ]
    assert caught.value.problems[1].remedy == "did you mean 'floor-bridge'?"


def test_unknown_recent_ids_are_kept_and_reported() -> None:
    """What was done lately may be gone by now."""
    routine = hipkit.build_routine(20, recent=["gone-for-good"], catalogue=sample_catalogue())
    assert routine.request.recent == ("gone-for-good",)
    remark = next(
        r for r in routine.explanation.remarks if r.code is hipkit.ReasonCode.UNKNOWN_RECENT
    )
    assert remark["ids"] == "gone-for-good"


def test_a_request_and_its_words_make_the_same_routine() -> None:
    """Words are a way to write a request."""
    words: dict[str, Any] = {"goal": "mobility", "level": "intermediate", "focus": ["hip-flexors"]}
    assert ASK(25, **words) == ASK(Request(25, **words))


def test_explain_asks_for_withheld_cautions_again() -> None:
    """A routine stored without its cautions cannot be explained until they are given again."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    stored = hipkit.loads(hipkit.dumps(routine), hipkit.Routine)
    with pytest.raises(RequestError, match="give cautions= again"):
        hipkit.explain(stored)
    assert (
        hipkit.explain(stored, cautions=["knee-pain"]).left_out == hipkit.explain(routine).left_out
    )


def test_explain_refuses_what_it_cannot_explain() -> None:
    """No routine, no catalogue, no such exercise."""
    explain: Any = hipkit.explain
    with pytest.raises(RequestError) as caught:
        explain("routine", catalogue=[])
    assert [problem.path for problem in caught.value.problems] == ["routine", "catalogue"]
    with pytest.raises(UnknownExercise, match="clamshell"):
        explain(hipkit.build_routine(20), "clamshel")


def test_explain_says_when_the_catalogue_has_changed() -> None:
    """The routine's digest tells."""
    routine = hipkit.build_routine(20, catalogue=sample_catalogue())
    grown = evolve(
        sample_catalogue(), exercises=[*sample_catalogue(), hipkit.testing.sample_exercise()]
    )
    remarks = hipkit.explain(routine, catalogue=grown).explanation.remarks
    assert hipkit.ReasonCode.CATALOGUE_DIFFERS in [remark.code for remark in remarks]


def test_explain_tells_of_one_item_that_it_was_chosen() -> None:
    """What its worth is made of, and no loss."""
    routine = hipkit.build_routine(20)
    answer = hipkit.explain(routine, routine.slots[0].exercise.id)
    assert (answer.chosen, answer.loss_if_included) == (True, 0)
    assert answer.reasons == routine.explanation.items[0].made_of


@pytest.mark.parametrize(
    "again", [hipkit.explain, lambda routine: hipkit.resize(routine, 30)], ids=["explain", "resize"]
)
def test_a_forgotten_catalogue_is_asked_for(again: Any) -> None:
    """Whoever built a routine with exercises of their own has to give them again, and is told so."""
    own = evolve(sample_exercise(), id="acme.own", family="acme.own")
    catalogue = hipkit.load_catalogue().with_exercises(own)
    routine = hipkit.build_routine(20, catalogue=catalogue, include=["acme.own"])
    with pytest.raises(RequestError) as caught:
        again(routine)
    assert str(caught.value) == (
        "catalogue: the routine includes 'acme.own', which is no packaged exercise; "
        "give the catalogue= that the routine was built with"
    )
    assert caught.value.problems[0].value == "'acme.own'"
