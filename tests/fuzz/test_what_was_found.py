"""What fuzzing found, mended: each once, in the words of who meets it."""

from __future__ import annotations

import itertools
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import hipkit
from hipkit import CatalogueError, InvalidValue, RequestError, StoredFormatError, UnknownExercise
from hipkit.cli import main
from hipkit.errors import MOST_PROBLEMS, show
from hipkit.model import Template
from hipkit.rendering import Document, Paragraph
from hipkit.rendering.text import write_text

HUGE = 10**5_000
"""A number that Python refuses to write out."""

SOON = 20
"""Seconds, for any machine and with coverage measured; `tools/fuzz.py` measures one.

What is looked at here took minutes before it was mended."""

ROUTINE = hipkit.build_routine(10)
CATALOGUE = hipkit.load_catalogue()


class Silent:
    """An object whose own repr fails."""

    def __repr__(self) -> str:
        """Fail."""
        raise RuntimeError


def deep() -> list[Any]:
    """Return lists in lists, more of them than Python follows."""
    found: list[Any] = []
    for _ in range(100_000):
        found = [found]
    return found


# messages


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (HUGE, "<a whole number of 16610 bits>"),
        (Silent(), "<Silent>"),
        ([Silent()], "[<Silent>]"),
        (deep(), "[" * 59 + "…"),
        (b"\xff" * 10**6, "b'" + r"\xff" * 14 + "\\…"),
        ([1, "a", (1,), {}, set(), frozenset()], "[1, 'a', (1,), {}, set(), frozenset()]"),
        ({"a": [1], 2: ()}, "{'a': [1], 2: ()}"),
        (frozenset({1}), "frozenset({1})"),
        ({1}, "{1}"),
        ("\ud800", r"'\ud800'"),
        (ValueError("\u202e"), r"ValueError('\u202e')"),
    ],
    ids=lambda each: type(each).__name__,  # pytest would write the number out
)
def test_a_message_can_show_any_value(value: Any, shown: str) -> None:
    """Shortly, as repr does where that is short."""
    assert show(value) == shown


def test_a_message_does_not_look_at_all_of_a_long_value() -> None:
    """However often it is shown."""
    long = ["x" * 2**20] * 100_000
    began = time.process_time()
    for _ in range(1_000):
        show(long)
    assert time.process_time() - began < SOON


def test_an_error_says_that_there_are_more_problems_than_it_lists() -> None:
    """One more than are listed; one thousand are all listed."""
    for count, listed in ((MOST_PROBLEMS, MOST_PROBLEMS), (MOST_PROBLEMS + 1, MOST_PROBLEMS + 1)):
        with pytest.raises(RequestError) as caught:
            hipkit.Request.from_words({f"x{n}": 1 for n in range(count)})
        assert len(caught.value.problems) == listed
    assert "more than 1000 problems" in caught.value.problems[-1].message
    with pytest.raises(RequestError) as caught:
        hipkit.Request.from_words({f"x{n}": 1 for n in range(50_000)})
    assert len(caught.value.problems) == MOST_PROBLEMS + 1


# what is no argument


@pytest.mark.parametrize(
    "call",
    [
        lambda: hipkit.build_routine(HUGE),
        lambda: hipkit.build_routine(10, seed=HUGE),
        lambda: hipkit.Request(equipment=deep()),
        lambda: hipkit.Request.from_words({HUGE: 1}),
        lambda: hipkit.Request(include=["\ud800"]),
        lambda: hipkit.Request(recent=["x" * 81]),
        lambda: hipkit.Request(equipment=itertools.repeat("mini-band")),
        lambda: hipkit.Request(focus=itertools.count()),
        lambda: hipkit.explain(ROUTINE, CATALOGUE["clamshell"]),
        lambda: hipkit.explain(ROUTINE, policy=5),
        lambda: hipkit.explain(ROUTINE, policy=hipkit.default_policy("mobility")),
        lambda: hipkit.default_policy("speed"),
        lambda: hipkit.default_policy([]),
        lambda: hipkit.compose(5, CATALOGUE, safety=hipkit.load_safety()),
        lambda: hipkit.compose(hipkit.Request(), 5, safety=hipkit.load_safety()),
        lambda: hipkit.compose(hipkit.Request(), [5], safety=None),
        lambda: hipkit.compose(hipkit.Request(), itertools.count(), safety=hipkit.load_safety()),
        lambda: hipkit.to_text(ROUTINE, words=7),
        lambda: hipkit.to_text(itertools.count()),
        lambda: hipkit.to_text(itertools.repeat(CATALOGUE["clamshell"])),
        lambda: hipkit.to_bibtex(itertools.repeat(hipkit.load_evidence().studies[0])),
        lambda: CATALOGUE.find(5),
        lambda: CATALOGUE.find("x", "y"),
    ],
)
def test_what_is_no_argument_is_a_request_error(call: Any) -> None:
    """Whatever it is instead, and however much of it."""
    with pytest.raises(RequestError):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda: hipkit.Catalogue(5),
        lambda: hipkit.Catalogue("clamshell"),
        lambda: hipkit.Catalogue(itertools.count()),
        lambda: hipkit.Catalogue((), studies=(5,)),
        lambda: hipkit.Catalogue((), tombstones=5),
        lambda: hipkit.Catalogue((), tombstones=(5,)),
        lambda: hipkit.Catalogue((), known_sources="text"),
        lambda: CATALOGUE.with_exercises(studies=5),
        lambda: hipkit.read_catalogue(None),
        lambda: hipkit.read_catalogue(b"x"),
        lambda: hipkit.read_catalogue("\x00"),
        lambda: hipkit.read_catalogue("/dev/null"),
    ],
)
def test_what_is_no_catalogue_is_a_catalogue_error(call: Any) -> None:
    """Items, studies, sources, tombstones and paths are looked at."""
    with pytest.raises(CatalogueError):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda: CATALOGUE[HUGE],
        lambda: CATALOGUE[[]],
        lambda: CATALOGUE.without([]),
        lambda: CATALOGUE.resolve({}),
        lambda: hipkit.evidence_for("9" * 5_000),
        lambda: CATALOGUE.without(*(f"clamshel{n}" for n in range(5_000))),
    ],
)
def test_what_is_no_id_is_an_unknown_exercise(call: Any) -> None:
    """It can be said, and is said with as many suggestions as help."""
    with pytest.raises(UnknownExercise) as caught:
        call()
    assert str(caught.value).isprintable()
    assert len(caught.value.suggestions) == len(caught.value.ids)


def test_what_is_no_source_is_unknown() -> None:
    """Numbers that cannot be written, and lists, are no ids of studies."""
    evidence = hipkit.load_evidence()
    for call in (evidence.protocol, evidence.__getitem__, evidence.studies_behind):
        for id in (HUGE, [], "x" * 2**20):
            with pytest.raises(hipkit.UnknownSource) as caught:
                call(id)
            assert len(str(caught.value)) < 2_000


@pytest.mark.parametrize(
    "call",
    [
        lambda: hipkit.from_plain({1: 2, "x": 3, None: 4}, hipkit.Request),
        lambda: hipkit.from_plain({}, ROUTINE),
        lambda: hipkit.from_plain(deep(), hipkit.Exercise),
        lambda: hipkit.to_plain(deep()),
        lambda: hipkit.to_plain(frozenset({(1,)})),
        lambda: hipkit.schema_of(ROUTINE),
        lambda: hipkit.Reason(hipkit.ReasonCode.RETIRED, "", 5),
        lambda: hipkit.Reason(hipkit.ReasonCode.RETIRED, "", (("x", HUGE),)),
        lambda: hipkit.Exercise("x", "X", hipkit.Group.HINGE, (), (), needs=(([],), ([],))),
        lambda: hipkit.Span(HUGE, HUGE),
        lambda: hipkit.Problem(hipkit.ProblemCode.MALFORMED, 7),
        lambda: hipkit.Problem("malformed", "x"),
        lambda: evolve(ROUTINE.timeline[0], slot=["x"]),
        lambda: Template("k", "{x.__class__}"),
        lambda: Template("k", "{count:>999999999}"),
        lambda: Template("k", "{0}"),
        lambda: Template("k", "{"),
        lambda: Template("k", 7),
        lambda: hipkit.Words("en", 7),
        lambda: hipkit.to_text(ROUTINE, words=hipkit.Words("en", ())),
        lambda: hipkit.load_words().say("span", low=1),
        lambda: hipkit.load_words().say([]),
    ],
)
def test_what_is_no_noun_is_an_invalid_value(call: Any) -> None:
    """Fields, classes, facts, templates and words that do not fit."""
    with pytest.raises(InvalidValue):
        call()


def test_what_can_be_said_is_still_missed_by_name() -> None:
    """Whoever caught a KeyError still does."""
    with pytest.raises(KeyError):
        hipkit.load_words().say("nothing")
    assert not hipkit.load_words().has([])


def test_safety_rules_whose_notice_is_lost_are_refused() -> None:
    """Somebody would not be told, or not be answered."""
    safety = hipkit.load_safety()
    with pytest.raises(InvalidValue, match="there is no notice"):
        evolve(safety, notices=safety.notices[:1])
    rules = tuple(evolve(rule, notices=()) for rule in safety.cautions)
    with pytest.raises(InvalidValue, match="has no notice"):
        evolve(safety, cautions=rules)


def test_a_routine_with_an_exercise_twice_is_not_changed() -> None:
    """None of hipkit's has one."""
    twice = evolve(ROUTINE, slots=(*ROUTINE.slots, evolve(ROUTINE.slots[0], sets=3)))
    with pytest.raises(RequestError, match="more than once"):
        hipkit.resize(twice, 20)


# storing


@pytest.mark.parametrize("indent", [object(), "x", -1, 17, 10**9, True])
def test_an_indent_is_a_small_number(indent: Any) -> None:
    """Or a short routine would fill the memory."""
    with pytest.raises(StoredFormatError, match="indent"):
        hipkit.dumps(ROUTINE, indent=indent)


@pytest.mark.parametrize("cls", [7, ROUTINE, None, dict])
def test_loads_needs_a_class(cls: Any) -> None:
    """Of a noun."""
    with pytest.raises(StoredFormatError, match="not a noun"):
        hipkit.loads("{}", cls)


def test_half_a_pair_is_refused_in_what_is_stored() -> None:
    """No UTF-8 can write it; a whole pair is one character."""
    for value, name in (("\ud800\u00e9", "x"), ("x", "\udfff")):
        with pytest.raises(InvalidValue, match="half a character"):
            hipkit.Reason(hipkit.ReasonCode.RETIRED, "", ((name, value),))
    with pytest.raises(InvalidValue):
        Template("k", "\ud800")
    whole = hipkit.Reason(hipkit.ReasonCode.RETIRED, "", (("x", "\U0001f3c3\u00e9"),))
    assert hipkit.loads(hipkit.dumps(whole).encode().decode(), hipkit.Reason) == whole


def test_a_problem_about_half_a_pair_can_be_written() -> None:
    """As an answer of a service is, whose caller sent it."""
    with pytest.raises(RequestError) as caught:
        hipkit.Request.from_words({"\ud800\u00e9": 1})
    (problem,) = caught.value.problems
    assert problem.path == "\\ud800\u00e9"
    assert hipkit.dumps(problem).encode()


@pytest.mark.parametrize(
    "said",
    [
        "{" + ",".join(f'"{n}":1' for n in range(60_000)) + ',"1":2}',
        '"' + '\\"' * 500_000,
        '"' + "a" * 2**20,
        "[" * 2**20,
        '{"kind":"exercise","format":1,"hipkit":"0","data":"0","exercise":{"dose":['
        + "{}," * 300_000
        + "1]}}",
        '{"kind":"exercise","format":1,"hipkit":"0","data":"0","exercise":{'
        + ",".join(f'"instructoins{n}":0' for n in range(40_000))
        + "}}",
    ],
    ids=["keys", "quotes", "string", "brackets", "records", "fields"],
)
def test_a_mebibyte_is_refused_soon(said: str) -> None:
    """Nothing is looked at once for every other thing."""
    began = time.process_time()
    with pytest.raises(StoredFormatError) as caught:
        hipkit.loads(said, hipkit.Exercise)
    assert time.process_time() - began < SOON
    assert len(str(caught.value)) < 1_000_000


def test_many_records_of_one_file_are_refused_soon(tmp_path: Path) -> None:
    """Whether each is wrong, or all have one id, or each links to nothing."""
    record = (
        '{"id":"acme.%s","name":"X","group":"abduction","positions":["standing"],'
        '"dose":[{"goal":"strength","level":"beginner","sets":1,"count":9}]%s}'
    )
    rungs = ",".join(f'{{"exercise":"acme.clamshel{n}","changes":["lever"]}}' for n in range(100))
    for records in (
        ["{}"] * 300_000,
        [record % ("x", "")] * 2_000,
        [record % (f"x{n}", f',"harder":[{rungs}]') for n in range(150)],
    ):
        (tmp_path / "x.json").write_text(
            '{"kind":"exercises","format":1,"exercises":[' + ",".join(records) + "]}"
        )
        began = time.process_time()
        with pytest.raises(CatalogueError) as caught:
            hipkit.read_catalogue(tmp_path)
        assert time.process_time() - began < SOON
        assert len(caught.value.problems) <= MOST_PROBLEMS + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    """They may never end."""
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path, tmp_path / "pipe.json", "/dev/zero"):
        with pytest.raises(CatalogueError, match="no ordinary file"):
            hipkit.read_catalogue(path)


def test_a_loop_of_many_is_named_in_short() -> None:
    """By its first exercises and its last."""
    from hipkit.catalogue.integrity import loop_problems
    from hipkit.testing import sample_exercise

    def at(place: int) -> hipkit.Exercise:
        rung = hipkit.Rung(f"acme.x{(place + 1) % 500}", (hipkit.Change.LEVER,))
        return evolve(sample_exercise(), id=f"acme.x{place}", family="acme.x", harder=(rung,))

    (problem,) = loop_problems({f"acme.x{place}": at(place) for place in range(500)})
    assert len(problem.message) < 400
    assert "…" in problem.message


# writers


def test_a_long_word_is_broken_without_looking_back() -> None:
    """Also one of letters that fill two places, or none."""
    for word in ("\u8dd1" * 100_000, "e\u0301" * 100_000, "a" * 2**20):
        began = time.process_time()
        said = write_text(Document((Paragraph(word),)), 20, "unicode")
        assert time.process_time() - began < SOON
        assert said.replace("\n", "") == word


def test_a_table_of_many_columns_fits_a_narrow_line() -> None:
    """Its columns stand closer, and at the edge."""
    measured = next(each.exercise for each in hipkit.load_evidence().measurements if each.exercise)
    said = hipkit.to_text(hipkit.evidence_for(measured), width=20)
    assert max(map(len, said.split("\n"))) == 20


def test_a_band_without_words_is_shown_as_it_is() -> None:
    """A noun that can be made can be shown."""
    measured = next(each.exercise for each in hipkit.load_evidence().measurements if each.exercise)
    known = hipkit.evidence_for(measured)
    odd = evolve(known, ranges=(evolve(known.ranges[0], band="61-70"),))
    assert "61-70" in str(odd)


def test_a_gap_about_muscles_names_muscles() -> None:
    """Every word that is none is refused, with the nearest that is one."""
    with pytest.raises(hipkit.InvalidValue) as caught:
        hipkit.Gap(hipkit.EvidenceGap.NOT_MEASURED, ("gluteus-medius", "hamstring", "calvs"))
    assert [str(each) for each in caught.value.problems] == [
        "about[1]: 'hamstring' is not a Muscle; did you mean 'hamstrings'?",
        "about[2]: 'calvs' is not a Muscle; did you mean 'calves'?",
    ]
    assert hipkit.Gap(hipkit.EvidenceGap.READ_SECONDARY, ("x",)).about == ("x",)


def test_no_brace_of_a_study_closes_its_field() -> None:
    """BibTeX counts braces, also those behind a backslash."""
    study = hipkit.Study("X1", ("Doe J",), "}, note = {x", hipkit.Read.TEXT)
    said = hipkit.to_bibtex([study])
    assert said.count("{") == said.count("}")
    assert "textbraceright{}, note = \\textbraceleft{}x" in said


def test_what_was_typed_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Not even in the words of the parser of arguments."""
    assert main(["list", "\x1b[2J\u202e"]) == 2
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "\u202e" not in said
