"""The strict converter: nothing coerced, nothing dropped, every problem at once with its path."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import has
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import (
    DoseBand,
    Exercise,
    InvalidValue,
    MuscleUse,
    Policy,
    ProblemCode,
    Provenance,
    Request,
    Span,
    Study,
    dumps,
    from_plain,
    model,
    to_plain,
)
from hipkit.testing import sample_catalogue, sample_exercise

NOUNS = [each for each in vars(model).values() if isinstance(each, type) and has(each)]
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
TYPE = ProblemCode.WRONG_TYPE


def plain(**changed: Any) -> dict[str, Any]:
    """Return the sample exercise as plain data with some fields changed."""
    return {**to_plain(sample_exercise()), **changed}


def band(**changed: Any) -> dict[str, Any]:
    """Return a dose band as plain data, changed."""
    return {"goal": "strength", "level": "beginner", "sets": [1, 3], "count": 10, **changed}


def problems(data: Any, cls: type = Exercise) -> list[tuple[ProblemCode, str]]:
    """Return code and path of every problem of *data* as a *cls*."""
    with pytest.raises(InvalidValue) as caught:
        from_plain(data, cls)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_a_span_is_a_number_or_a_pair() -> None:
    """15 and [15, 20] are both spans."""
    assert from_plain(15, Span) == Span(15, 15)
    assert from_plain([15, 20], Span) == Span(15, 20)
    assert to_plain(Span(15, 15)) == 15
    assert to_plain(Span(15, 20)) == [15, 20]


def test_a_hold_is_a_number_or_a_pair() -> None:
    """A hold of tenths is a number, a hold of whole seconds may be a span."""
    for hold, expected in ((2.5, 2.5), (0, 0), ([20, 30], Span(20, 30))):
        assert from_plain(band(hold=hold, pause=1), DoseBand).hold == expected


def test_whole_seconds_are_stored_without_a_point() -> None:
    """2.0 is written as 2, so that files stay as authors write them."""
    stored = to_plain(from_plain(band(lift=2.0, lower=1.5), DoseBand))
    assert repr(stored["lift"]) == "2"
    assert repr(stored["lower"]) == "1.5"


def test_what_is_left_out_has_its_default() -> None:
    """Five fields of JSON make an exercise with every default."""
    data = {
        name: value
        for name, value in to_plain(sample_exercise()).items()
        if name in ("id", "name", "group", "positions")
    }
    assert from_plain({**data, "dose": [band(count=[8, 12])]}, Exercise) == sample_exercise()


def test_plain_data_is_plain() -> None:
    """Dicts, lists, texts, numbers, true, false and None: exactly these types, no enum among them."""
    kinds: set[type] = set()

    def walk(data: Any) -> None:
        kinds.add(type(data))
        if isinstance(data, dict):
            for key, value in data.items():
                kinds.add(type(key))
                walk(value)
        elif isinstance(data, list):
            for value in data:
                walk(value)

    for exercise in sample_catalogue():
        walk(to_plain(exercise))
    assert kinds <= {dict, list, str, int, float, bool, type(None)}


@pytest.mark.parametrize(
    ("cls", "data", "path"),
    [
        (MuscleUse, {"muscle": "adductors", "role": "synergist", "emphasis": "2"}, "emphasis"),
        (MuscleUse, {"muscle": "adductors", "role": "synergist", "emphasis": 2.0}, "emphasis"),
        (MuscleUse, {"muscle": "adductors", "role": "synergist", "emphasis": True}, "emphasis"),
        (Provenance, {"hipkit": 3}, "hipkit"),
        (Provenance, {"hipkit": None}, "hipkit"),
        (DoseBand, band(rest="45"), "rest"),
        (DoseBand, band(rest=45.9), "rest"),
        (DoseBand, band(lift="2"), "lift"),
        (DoseBand, band(lift=True), "lift"),
        (DoseBand, band(hold="20"), "hold"),
        (DoseBand, band(hold=None), "hold"),
        (DoseBand, band(sets="3"), "sets"),
        (DoseBand, band(sets=True), "sets"),
        (DoseBand, band(sets=[1, 2, 3]), "sets"),
        (DoseBand, band(sets={"low": 1, "high": 3}), "sets"),
        (DoseBand, band(sets=[1, "3"]), "sets.high"),
        (DoseBand, band(goal=None), "goal"),
        (DoseBand, band(effort="light"), "effort"),
        (DoseBand, band(sources={"key": "r1"}), "sources"),
        (Exercise, plain(positions="standing"), "positions"),
        (Exercise, plain(needs=["chair"]), "needs[0]"),
        (Exercise, plain(skill="2"), "skill"),
        (Exercise, plain(name=7), "name"),
        (Exercise, plain(exposures={"jerk": "false"}), "exposures.jerk"),
        (Exercise, plain(exposures={"jerk": 0}), "exposures.jerk"),
        (Exercise, plain(dose=band()), "dose"),
        (Exercise, plain(load=[]), "load"),
        (Exercise, [], ""),
        (Exercise, None, ""),
        (Request, {**to_plain(Request()), "minutes": "20"}, "minutes"),
        (Request, {**to_plain(Request()), "equipment": "chair"}, "equipment"),
    ],
)
def test_nothing_is_coerced(cls: type, data: Any, path: str) -> None:
    """A number is no text, a text no list, 1 is not true: each is refused where it stands."""
    found = problems(data, cls)
    assert path in [where for _, where in found]
    assert {code for code, _ in found} <= {
        TYPE,
        ProblemCode.UNKNOWN_WORD,
        ProblemCode.MISSING_FIELD,
    }


@pytest.mark.parametrize("value", ["no", 0, "", None])
def test_a_truth_is_true_or_false(value: Any) -> None:
    """Even where a class has no validator of its own, a field that is a truth takes nothing else."""
    study = {
        "id": "doe20",
        "authors": ["Doe J"],
        "title": "A trial",
        "read": "text",
        "complete": value,
    }
    assert problems(study, Study) == [(TYPE, "complete")]


def test_every_problem_is_found_at_once() -> None:
    """One attempt names the wrong, the unknown, the missing and the misspelt."""
    data = plain(
        name="",
        positions=["standing", "lying"],
        dose=[band(sets=[3, 1]), {"goal": "strength", "level": "beginner", "sets": 1, "reps": 8}],
        muscle=[],
    )
    del data["group"]
    assert sorted(problems(data)) == sorted(
        [
            (ProblemCode.OUT_OF_RANGE, "name"),
            (ProblemCode.MISSING_FIELD, "group"),
            (ProblemCode.UNKNOWN_WORD, "positions[1]"),
            (ProblemCode.CONTRADICTION, "dose[0].sets"),
            (ProblemCode.MISSING_FIELD, "dose[1].count"),
            (ProblemCode.UNKNOWN_FIELD, "dose[1].reps"),
            (ProblemCode.UNKNOWN_FIELD, "muscle"),
        ]
    )


def test_a_misspelt_field_has_a_remedy() -> None:
    """The nearest field is named."""
    with pytest.raises(InvalidValue) as caught:
        from_plain(plain(muscels=[]), Exercise)
    (problem,) = caught.value.problems
    assert problem.remedy == "did you mean 'muscles'?"


def test_a_contradiction_between_fields_is_said_at_the_record() -> None:
    """What only the whole record can know is found too."""
    assert problems(plain(level="advanced")) == [(ProblemCode.CONTRADICTION, "dose[0].level")]


def test_a_request_may_leave_out_what_it_does_not_ask_for() -> None:
    """The schema requires no field of a request, and neither does the converter."""
    assert from_plain({"minutes": 30, "goal": "mobility"}, Request) == Request(30, goal="mobility")


def test_a_policy_comes_back_checked() -> None:
    """A weight that is no number is refused when it is read, not when it is used."""
    data = json.loads(dumps(hipkit.default_policy(hipkit.Goal.STRENGTH)))["policy"]
    data["level_percent"] = ["100", 70, 30]
    data["points"][0]["at_emphasis"] = [1, 2]
    data["phases"][0]["set_percent"] = ["a"]
    assert sorted(path for _, path in problems(data, Policy)) == [
        "level_percent[0]",
        "phases[0].set_percent[0]",
        "points[0].at_emphasis",
    ]


@given(st.sampled_from(NOUNS), PLAIN)
def test_hostile_data_is_refused_in_words(cls: type, data: Any) -> None:
    """Total: whatever plain data is, it makes a noun or an `InvalidValue`, never another error."""
    try:
        noun = from_plain(data, cls)
    except InvalidValue as error:
        assert error.problems
    else:
        assert isinstance(noun, cls)


@given(
    st.sampled_from(sample_catalogue().exercises),
    st.lists(st.integers(0, 200), max_size=8),
    PLAIN,
)
def test_one_wrong_part_never_surprises(exercise: Exercise, way: list[int], value: Any) -> None:
    """Total: a record with any one part replaced by anything is read or refused in words."""
    data = to_plain(exercise)
    at = data
    for step in way[:-1]:
        places = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not places:
            break
        inner = at[places[step % len(places)]]
        if not isinstance(inner, (dict, list)):
            break
        at = inner
    places = list(at) if isinstance(at, dict) else list(range(len(at)))
    if places and way:
        at[places[way[-1] % len(places)]] = value
    try:
        from_plain(data, Exercise)
    except InvalidValue as error:
        assert all(problem.message for problem in error.problems)
