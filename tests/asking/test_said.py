"""What is said of calls that do not fit: every sentence whole, all of them at once, in order."""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import Exercise, Request, RequestError, UnknownExercise
from hipkit.asking import shipping
from hipkit.errors import show
from hipkit.pantry import data_version
from hipkit.testing import sample_exercise

ASK: Any = hipkit
ROUTINE = hipkit.build_routine(10)
AGAIN = [evolve(slot, sets=slot.sets + 1) for slot in ROUTINE.slots[:2]]
FIRST, SECOND = (slot.exercise.id for slot in ROUTINE.slots[:2])
CAREFUL = hipkit.build_routine(10, cautions=["knee-pain"])
WITHHELD = hipkit.loads(hipkit.dumps(CAREFUL), hipkit.Routine)
CHANGED = hipkit.resize(ROUTINE, 15)
PROTOCOL = hipkit.routine_from_protocol("mckay-2020-hip-strengthening")
OTHER_POLICY = hipkit.default_policy(hipkit.Goal.MOBILITY)
OWN = evolve(sample_exercise(), id="acme.tap", variant_of=None, easier=(), harder=(), sources=())


def no_steps(exercise: Exercise, request: Request) -> str | None:
    """Keep steps out."""
    return "no steps" if "step" in exercise.id and request.minutes else None


RULED = hipkit.build_routine(10, rules=[no_steps])


def said(run: Callable[[], object]) -> list[str]:
    """Return the sentence of each problem that *run* is refused with."""
    with pytest.raises(RequestError) as caught:
        run()
    return [str(each) for each in caught.value.problems]


NO_ROUTINE = "routine: expected a Routine, got 3"
NO_CATALOGUE = (
    "catalogue: expected a Catalogue, got 4; use load_catalogue().with_exercises"
    "(*read_catalogue(path))"
)
NO_POLICY = "policy: expected a Policy, got 5"
NO_RULES = "rules: expected a list of rules, got 6; give functions in a list"
ALL_WRONG: dict[str, Any] = {"catalogue": 4, "policy": 5, "rules": 6}
WITHOUT_CAUTIONS = (
    "cautions: the routine was stored without its cautions; "
    "give cautions= again; cautions=() if there are none"
)
FROM_PROTOCOL = (
    "routine: the routine was taken from the protocol mckay-2020-hip-strengthening; "
    "nothing was chosen in it; str(routine) says what it is"
)


@pytest.mark.parametrize(
    ("ask", "sentences"),
    [
        # building
        (
            lambda: ASK.build_routine(3, **ALL_WRONG),
            [
                NO_CATALOGUE,
                NO_RULES,
                "minutes: 3 minutes is out of range; use 5 to 120",
                NO_POLICY,
            ],
        ),
        (
            lambda: ASK.build_routine(Request(), seed=1, goal="strength"),
            [
                (
                    "seed: seed is given beside a Request; "
                    "change the request instead, with attrs.evolve"
                ),
                (
                    "goal: goal is given beside a Request; "
                    "change the request instead, with attrs.evolve"
                ),
            ],
        ),
        (
            lambda: ASK.build_routine(3, include=["clamshel", "clamshell"], exclude=["acme.x"]),
            [
                "minutes: 3 minutes is out of range; use 5 to 120",
                "include: there is no exercise 'clamshel'; did you mean 'clamshell'?",
                (
                    "exclude: there is no exercise 'acme.x'; "
                    "own exercises need catalogue=, or --catalogue or --plugins in a terminal"
                ),
            ],
        ),
        (
            lambda: ASK.build_routine(10, policy=OTHER_POLICY, exclude=["zzzz"]),
            [
                (
                    "policy: the policy is for mobility, the request for strength; "
                    "give a policy of the same goal"
                ),
                (
                    "exclude: there is no exercise 'zzzz'; "
                    "look with load_catalogue().find(…), or hipkit list"
                ),
            ],
        ),
        # rules
        (
            lambda: ASK.build_routine(10, rules=no_steps),
            ["rules: expected a list of rules, got <function no_steps>; use [<function no_steps>]"],
        ),
        (
            lambda: ASK.build_routine(10, rules="abc"),
            ["rules: expected a list of rules, got 'abc'; give functions in a list"],
        ),
        (
            lambda: ASK.build_routine(10, rules=b"abc"),
            ["rules: expected a list of rules, got b'abc'; give functions in a list"],
        ),
        (
            lambda: ASK.build_routine(10, rules=[no_steps] * 101),
            ["rules: there are more than 100 rules; give fewer"],
        ),
        (
            lambda: ASK.build_routine(10, rules=[3, no_steps, no_steps]),
            [
                "rules[0]: 3 is not a rule; give a function of an exercise and a request",
                "rules[2]: two rules are called 'no_steps'; define each with a name of its own",
            ],
        ),
        # explaining
        (
            lambda: ASK.explain(3, 4, **ALL_WRONG),
            [
                NO_ROUTINE,
                NO_CATALOGUE,
                NO_RULES,
                "exercise: expected a text, got 4",
                NO_POLICY,
            ],
        ),
        (lambda: ASK.explain(PROTOCOL), [FROM_PROTOCOL]),
        (
            lambda: ASK.explain(CHANGED),
            [
                (
                    "routine: the routine was changed after it was chosen; "
                    "explain the routine that it came from"
                )
            ],
        ),
        (lambda: ASK.explain(WITHHELD), [WITHOUT_CAUTIONS]),
        (
            lambda: ASK.explain(ROUTINE, policy=OTHER_POLICY),
            [
                (
                    "policy: the policy is for mobility, the request for strength; "
                    "give a policy of the same goal"
                )
            ],
        ),
        (
            lambda: ASK.explain(RULED),
            ["rules: the routine was made under the rule 'no_steps'; give it again"],
        ),
        (
            lambda: ASK.explain(ROUTINE, rules=[no_steps]),
            ["rules: the routine was not made under the rule 'no_steps'; leave it away"],
        ),
        # changing
        (
            lambda: ASK.alternatives(3, 4, **ALL_WRONG),
            [
                NO_ROUTINE,
                NO_CATALOGUE,
                NO_POLICY,
                NO_RULES,
                "exercise: expected a text, got 4",
            ],
        ),
        (
            lambda: ASK.alternatives(ROUTINE, ROUTINE.slots[0]),
            [f"exercise: expected a text, got {ROUTINE.slots[0]!r}; use slot.exercise.id"],
        ),
        (
            lambda: ASK.alternatives(ROUTINE, ROUTINE.slots[0].exercise),
            [f"exercise: expected a text, got {ROUTINE.slots[0].exercise!r}; use exercise.id"],
        ),
        (
            lambda: ASK.alternatives(ROUTINE, FIRST[:-1]),
            [f"exercise: the routine has no exercise {FIRST[:-1]!r}; did you mean {FIRST!r}?"],
        ),
        (
            lambda: ASK.substitute(ROUTINE, FIRST, FIRST),
            [
                (
                    f"with_: {FIRST!r} cannot take its own place; "
                    "name another exercise, or none for the best"
                )
            ],
        ),
        (
            lambda: ASK.substitute(ROUTINE, FIRST, 3),
            ["with_: expected a text, got 3"],
        ),
        (lambda: ASK.substitute(PROTOCOL, PROTOCOL.slots[0].exercise.id), [FROM_PROTOCOL]),
        (lambda: ASK.alternatives(WITHHELD, WITHHELD.slots[0].exercise.id), [WITHOUT_CAUTIONS]),
        (
            lambda: ASK.resize(RULED, 3),
            [
                "rules: the routine was made under the rule 'no_steps'; give it again",
                "minutes: 3 minutes is out of range; use 5 to 120",
            ],
        ),
        (
            lambda: ASK.resize(evolve(ROUTINE, slots=(*ROUTINE.slots, *AGAIN)), 20),
            [
                (
                    f"routine.slots: {FIRST}, {SECOND} is in the routine more than once; "
                    "change a routine that hipkit made"
                )
            ],
        ),
        (
            lambda: ASK.resize(ROUTINE, 20, policy=OTHER_POLICY),
            [
                (
                    "policy: the policy is for mobility, the request for strength; "
                    "give a policy of the same goal"
                )
            ],
        ),
        (
            lambda: ASK.resize(
                hipkit.build_routine(
                    10,
                    include=["acme.tap"],
                    catalogue=hipkit.load_catalogue().with_exercises(OWN),
                ),
                20,
            ),
            [
                (
                    "catalogue: the routine includes 'acme.tap', which is no packaged exercise; "
                    "give the catalogue= that the routine was built with"
                )
            ],
        ),
        # compact ones
        (lambda: ASK.compact(3), [NO_ROUTINE]),
        (
            lambda: ASK.compact(hipkit.dumps(ROUTINE)),
            [
                (
                    f"routine: expected a Routine, got {hipkit.dumps(ROUTINE)!r:.59}…; "
                    "use hipkit.loads(text, hipkit.Routine)"
                )
            ],
        ),
        (
            lambda: ASK.resize("x", 10),
            [
                "routine: expected a Routine, got 'x'; use hipkit.loads(text, hipkit.Routine)",
            ],
        ),
        (
            lambda: ASK.restore(3, **ALL_WRONG),
            [
                "compact: expected a CompactRoutine, got 3",
                NO_CATALOGUE,
                NO_POLICY,
                NO_RULES,
            ],
        ),
        (
            lambda: ASK.restore("{}"),
            [
                (
                    "compact: expected a CompactRoutine, got '{}'; "
                    "use hipkit.loads(text, hipkit.CompactRoutine)"
                )
            ],
        ),
        (
            lambda: ASK.restore(hipkit.compact(RULED)),
            ["rules: the routine was made under the rule 'no_steps'; give it again"],
        ),
        (
            lambda: ASK.restore(hipkit.compact(ROUTINE), policy=OTHER_POLICY, rules=[no_steps]),
            [
                "rules: the routine was not made under the rule 'no_steps'; leave it away",
                (
                    "policy: the policy is for mobility, the request for strength; "
                    "give a policy of the same goal"
                ),
            ],
        ),
        (
            lambda: ASK.restore(hipkit.compact(ROUTINE), cautions=["knee-pain"]),
            [
                (
                    "cautions: with these cautions it is not the routine that was stored; "
                    "give its own cautions, catalogue, policy and rules; or leave cautions out"
                )
            ],
        ),
        # protocols
        (
            lambda: ASK.routine_from_protocol(
                "mckay-2020-hip-strengthening", week=99, step=11, cautions=["knee"], catalogue=4
            ),
            [
                NO_CATALOGUE,
                "week: mckay-2020-hip-strengthening has no week 99; use 1 to 8",
                "step: there is no step 11; use 1 to 10",
                (
                    "cautions[0]: 'knee' is not a word for cautions; "
                    "did you mean 'knee-pain' or 'outer-knee-pain'?"
                ),
            ],
        ),
        (
            lambda: ASK.routine_from_protocol("mckay-2020-hip-strengthening", week="1", step=0),
            [
                "week: mckay-2020-hip-strengthening has no week '1'; use 1 to 8",
                "step: there is no step 0; use 1 to 10",
            ],
        ),
        (
            lambda: ASK.evidence_for(3, catalogue=4),
            [NO_CATALOGUE, "exercise: expected a text, got 3"],
        ),
        (
            lambda: ASK.evidence_for(ROUTINE.slots[0].exercise),
            [f"exercise: expected a text, got {ROUTINE.slots[0].exercise!r}; use exercise.id"],
        ),
        (
            lambda: ASK.explain(ROUTINE, ROUTINE.slots[0]),
            [f"exercise: expected a text, got {ROUTINE.slots[0]!r}; use slot.exercise.id"],
        ),
        # many
        (
            lambda: ASK.build_routines(
                Request(), executor=7, progress=8, chunk_size=0, chunks_ahead="x", **ALL_WRONG
            ),
            [
                (
                    f"requests: expected requests, got {Request()!r:.59}…; "
                    "give a list, or anything else that can be iterated over"
                ),
                "catalogue: expected a Catalogue, got 4",
                NO_POLICY,
                "executor: expected an Executor, got 7",
                NO_RULES,
                "chunk_size: 0 is out of range; use 1 to 10000",
                "chunks_ahead: expected a whole number, got 'x'; use a whole number",
                "progress: expected a function, got 8",
            ],
        ),
        (
            lambda: ASK.build_routines({"minutes": 3}),
            [
                (
                    "requests: expected requests, got {'minutes': 3}; "
                    "give a list, or anything else that can be iterated over"
                )
            ],
        ),
    ],
)
def test_what_does_not_fit_is_said_whole(ask: Callable[[], object], sentences: list[str]) -> None:
    """Where, what, and how to mend it."""
    assert said(ask) == sentences


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        (hipkit.compact(ROUTINE), "use hipkit.restore(compact)"),
        (hipkit.dumps(ROUTINE), "use hipkit.loads(text, hipkit.Routine)"),
        (3, ""),
    ],
)
def test_what_is_no_routine_is_said_with_what_makes_one(given: Any, remedy: str) -> None:
    """By every verb that takes one."""
    for ask in (
        lambda: ASK.explain(given),
        lambda: ASK.resize(given, 10),
        lambda: ASK.compact(given),
    ):
        with pytest.raises(RequestError) as caught:
            ask()
        (problem,) = caught.value.problems
        assert (problem.path, problem.remedy) == ("routine", remedy)
        assert problem.message == f"expected a Routine, got {show(given)}"
        assert problem.value == show(given)
    with pytest.raises(RequestError) as caught:
        ASK.restore(ROUTINE)
    assert str(caught.value) == (
        f"compact: expected a CompactRoutine, got {show(ROUTINE)}; it is whole already"
    )


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"week": 9, "step": 11}, [("out-of-range", "week", "9"), ("out-of-range", "step", "11")]),
        (
            {"week": "9", "step": 1.0},
            [("wrong-type", "week", "'9'"), ("wrong-type", "step", "1.0")],
        ),
        (
            {"week": True, "step": 0},
            [("wrong-type", "week", "True"), ("out-of-range", "step", "0")],
        ),
        ({"cautions": "x"}, [("wrong-type", "cautions", "'x'")]),
    ],
)
def test_a_week_of_a_protocol_is_said_by_code_and_value(
    given: dict[str, Any], found: list[tuple[str, str, str]]
) -> None:
    """All that is wrong at once."""
    with pytest.raises(RequestError) as caught:
        ASK.routine_from_protocol("mckay-2020-hip-strengthening", **given)
    assert [(each.code, each.path, each.value) for each in caught.value.problems] == found


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (
            lambda: ASK.substitute(ROUTINE, FIRST, FIRST),
            [("contradiction", "with_", repr(FIRST))],
        ),
        (
            lambda: ASK.alternatives(ROUTINE, "nowhere"),
            [("unknown-exercise", "exercise", "'nowhere'")],
        ),
        (lambda: ASK.build_routines(7), [("wrong-type", "requests", "7")]),
        (
            lambda: ASK.build_routine(3, include=["nowhere"], exclude=["nobody"]),
            [
                ("out-of-range", "minutes", "3"),
                ("unknown-exercise", "include", "'nowhere'"),
                ("unknown-exercise", "exclude", "'nobody'"),
            ],
        ),
    ],
)
def test_a_wrong_call_is_said_by_code_and_value(
    ask: Callable[[], object], found: list[tuple[str, str, str]]
) -> None:
    """For programs, beside the sentence."""
    with pytest.raises(RequestError) as caught:
        ask()
    assert [(each.code, each.path, each.value) for each in caught.value.problems] == found


class Ending:
    """An iterator over requests that may not be asked again once it has ended."""

    def __init__(self, count: int) -> None:
        """Yield *count* requests."""
        self.left = count

    def __iter__(self) -> Ending:
        """Iterate."""
        return self

    def __next__(self) -> Request:
        """Return a request."""
        self.left -= 1
        if self.left < 0:
            assert self.left == -1, "asked after its end"
            raise StopIteration
        return Request(10)


@pytest.mark.parametrize(("count", "told"), [(5, [2, 4, 5]), (4, [2, 4]), (1, [1]), (0, [])])
def test_progress_is_told_every_chunk_and_at_the_end(count: int, told: list[int]) -> None:
    """Here or in a pool; and requests that have ended are not asked for more."""
    heard: list[int] = []
    assert len(list(hipkit.build_routines(Ending(count), chunk_size=2, progress=heard.append))) == (
        count
    )
    assert heard == told
    for ahead in (1, 4):
        heard.clear()
        with ThreadPoolExecutor(1) as pool:
            results = hipkit.build_routines(
                Ending(count),
                executor=pool,
                chunk_size=2,
                chunks_ahead=ahead,
                progress=heard.append,
            )
            assert len(list(results)) == count
        assert heard == told


def test_the_first_week_and_step_of_a_protocol_are_taken_unless_told() -> None:
    """It says what it was made with: no policy, because nothing was chosen."""
    first = hipkit.routine_from_protocol("mckay-2020-hip-strengthening")
    same = hipkit.routine_from_protocol("mckay-2020-hip-strengthening", week=1, step=1)
    later = hipkit.routine_from_protocol("mckay-2020-hip-strengthening", week=8)
    assert first == same != later
    known = hipkit.load_catalogue()
    assert first.made_with == hipkit.Provenance(hipkit.__version__, data_version(), known.digest)
    assert first.tips


def test_a_protocol_of_one_week_names_that_week() -> None:
    """And one of two names both."""
    sentences = said(lambda: ASK.routine_from_protocol("hip-strength-for-runners", week=7))
    assert sentences == ["week: hip-strength-for-runners has no week 7; use 1"]
    assert hipkit.routine_from_protocol("mckay-2020-hip-strengthening", step=10)


@pytest.mark.parametrize(
    ("ask", "ids", "suggestions"),
    [
        (
            lambda: ASK.build_routine(10, include=["zzzz", "clamshel"], exclude=("hip-hikes",)),
            ("clamshel", "hip-hikes", "zzzz"),
            ("clamshell", "hip-hike", ""),
        ),
        (lambda: ASK.explain(ROUTINE, "clamshel"), ("clamshel",), ("clamshell",)),
        (lambda: ASK.substitute(ROUTINE, FIRST, "clamshel"), ("clamshel",), ("clamshell",)),
        (lambda: ASK.evidence_for("clamshel"), ("clamshel",), ("clamshell",)),
        (lambda: ASK.evidence_for("zzzz"), ("zzzz",), ("",)),
    ],
)
def test_an_unknown_exercise_is_said_with_the_nearest(
    ask: Callable[[], object], ids: tuple[str, ...], suggestions: tuple[str, ...]
) -> None:
    """Beside each other, in order of the alphabet."""
    with pytest.raises(UnknownExercise) as caught:
        ask()
    assert (caught.value.ids, caught.value.suggestions) == (ids, suggestions)


def test_a_worker_with_another_hipkit_is_said_with_both() -> None:
    """The worker's own first, because that is where it is raised."""
    sentences = said(lambda: shipping.answer_chunk(("0.1", "2025.1", "0123456789abcdef"), b"", b""))
    digest = hipkit.load_catalogue().digest
    assert sentences == [
        (
            f"executor: a worker has hipkit {hipkit.__version__}, data {data_version()}, "
            f"catalogue {digest:.12}; here is hipkit 0.1, data 2025.1, catalogue 0123456789ab; "
            "install the same hipkit on both sides"
        )
    ]
    with pytest.raises(LookupError, match=r"^7$"):
        shipping.linked(7)


def test_rules_that_cannot_be_sent_are_said() -> None:
    """Before any request is read."""
    local = functools.partial(lambda *_: None)
    local.__name__ = "local"  # type: ignore[attr-defined]
    with ThreadPoolExecutor(1) as pool:
        (sentence,) = said(lambda: hipkit.build_routines([], rules=[local], executor=pool))
    assert sentence.startswith("rules: the rules cannot be sent to a worker: ")
    assert sentence.endswith("; define them in a module, as functions or classes")


def test_a_rule_may_have_a_name_of_eighty_characters() -> None:
    """And no blank name, or one that steers a terminal."""

    class Named:
        def __init__(self, name: str) -> None:
            self.__name__ = name

        def __call__(self, exercise: Exercise, request: Request) -> None:
            return None

    longest = hipkit.model.own_rule.LONGEST_NAME
    for name in ("x", "x" * longest):
        assert hipkit.build_routine(10, rules=[Named(name)]).made_with.rules == (name,)
    unnamed: Any = type("", (), {"__call__": no_steps})()
    with pytest.raises(RequestError, match="a rule cannot be called ''; give it a plain name"):
        hipkit.build_routine(10, rules=[unnamed])
    for name in ("x" * (longest + 1), "\x1b"):
        (sentence,) = said(lambda name=name: hipkit.build_routine(10, rules=[Named(name)]))  # type: ignore[misc]
        assert sentence == (
            f"rules[0]: a rule cannot be called {show(name)}; "
            f"give it a plain name of 1 to {longest} characters"
        )


def test_what_comes_back_from_a_worker_names_the_request_that_was_sent() -> None:
    """The very object: it travels by its place and is not made again."""
    requests = [Request(10), Request(15, seed=3)]
    with ThreadPoolExecutor(1) as pool:
        results = list(hipkit.build_routines(requests, executor=pool))
    for request, result in zip(requests, results, strict=True):
        assert isinstance(result, hipkit.Routine)
        assert result.request is request


def test_a_compact_routine_of_exercises_that_are_gone_is_said_one_by_one() -> None:
    """Each by its place and id, with the nearest that there is."""
    compact = hipkit.compact(ROUTINE)
    first, second = compact.slots[:2]
    slots = (evolve(first, exercise="nowhere-at-all"), evolve(second, exercise=SECOND[:-1]))
    with pytest.raises(hipkit.StoredFormatError) as caught:
        hipkit.restore(evolve(compact, slots=(*slots, *compact.slots[2:])))
    unknown, near = caught.value.problems
    assert str(unknown) == (
        "slots[0].exercise: there is no exercise 'nowhere-at-all' in this catalogue; "
        "give the catalogue that the routine was made from"
    )
    assert str(near) == (
        f"slots[1].exercise: there is no exercise {SECOND[:-1]!r} in this catalogue; "
        f"give the catalogue that the routine was made from; {SECOND!r} is near"
    )
    assert (unknown.value, near.value) == ("'nowhere-at-all'", repr(SECOND[:-1]))


def test_a_caution_that_spares_what_is_there_refuses_its_own_request() -> None:
    """As `build_routine` does: the error knows what was asked."""
    request = Request(10, cautions=[caution_for(ROUTINE)])
    with pytest.raises(hipkit.NoRoutine) as caught:
        hipkit.restore(evolve(hipkit.compact(ROUTINE), request=request))
    assert caught.value.request == request


def caution_for(routine: hipkit.Routine) -> hipkit.Caution:
    """Return a caution under which *routine* could not be."""
    held = {slot.exercise.id for slot in routine.slots}
    for caution in hipkit.Caution:
        try:
            other = hipkit.build_routine(10, include=sorted(held), cautions=[caution])
        except hipkit.NoRoutine as refusal:
            if any(each.code is hipkit.ReasonCode.CAUTION for each in refusal.reasons):
                return caution
        else:
            assert held <= {slot.exercise.id for slot in other.slots}
    raise AssertionError("no caution")


def test_a_catalogue_that_is_given_is_not_forgotten() -> None:
    """What it lacks is no slip of the call: there is no routine."""
    own = hipkit.load_catalogue().with_exercises(OWN)
    routine = hipkit.build_routine(10, include=["acme.tap"], catalogue=own)
    with pytest.raises(hipkit.NoRoutine):
        hipkit.explain(routine, catalogue=hipkit.load_catalogue())
