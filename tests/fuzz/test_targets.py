"""Fuzzing in small: every public function has a target, a few cases of each are tried, the corpus is replayed."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from random import Random
from types import FunctionType
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("markdown_it", reason="the judge of Markdown reads it with markdown-it-py")
if sys.platform == "win32":
    pytest.skip("limits are measured in forked children", allow_module_level=True)

import fuzz
from docs_pages.fuzzing import fuzzing_page
from fuzzing import documents, fuzzed, judging, running, targets
from fuzzing.asking import Target, answered
from fuzzing.guided import Chosen, run_bytes
from fuzzing.running import Fault, Seen

import hipkit

CORPUS = Path(__file__).with_name("corpus")
SAVED = sorted(each for each in CORPUS.rglob("*") if each.is_file())
A_FEW = 12


def test_every_public_function_has_a_target() -> None:
    """A new one gets a line in the table, or a reason why it needs none."""
    public = {
        name
        for name in hipkit.__all__
        if not isinstance(each := getattr(hipkit, name), type)
        and each.__module__.startswith("hipkit")  # what is left are aliases of types
    }
    covered = {name for each in targets.TARGETS for name in each.covers}
    assert public - covered == set(targets.NOT_TRIED)
    assert all(targets.NOT_TRIED.values())
    assert set(targets.METHODS) <= covered


def test_every_public_class_is_constructed_or_has_no_data_of_its_own() -> None:
    """Nouns are constructed and loaded; word lists and errors are Python's own."""
    classes = [each for name in hipkit.__all__ if isinstance(each := getattr(hipkit, name), type)]
    nouns = set(documents.noun_classes())
    assert all(cls in nouns or issubclass(cls, StrEnum | Exception) for cls in classes)
    assert nouns <= set(documents.nouns()), "every noun has an example to be changed"


def test_methods_that_take_data_are_tried() -> None:
    """Of the nouns that people look things up in."""
    for cls in (hipkit.Catalogue, hipkit.Evidence, hipkit.Relaxation, hipkit.Words):
        own = {
            f"{cls.__name__}.{name}"
            for name, each in vars(cls).items()
            if isinstance(each, FunctionType)
            and not name.startswith("_")
            and name not in ("know_digest", "to_records")  # given no data
        }
        assert own <= set(targets.METHODS)


def test_no_two_targets_have_a_name() -> None:
    """A case is told by the name of its target."""
    assert len(fuzz.NAMES) == len(targets.TARGETS)


@pytest.mark.parametrize("target", targets.TARGETS, ids=lambda each: each.name)
def test_a_few_cases_of_each_target_have_no_fault(target: Target) -> None:
    """The same ones every time; `tools/fuzz.py` runs a million."""
    for number in range(A_FEW):
        _, fault = running.outcome(target, running.case(target, 3, number), number)
        assert fault is None, fault


@given(st.sampled_from(targets.TARGETS), st.binary(max_size=300))
@settings(max_examples=60)
def test_any_choices_make_a_case_without_fault(target: Target, data: bytes) -> None:
    """What chooses is bytes, as it is for atheris."""
    run_bytes(target, data)


@pytest.mark.parametrize("file", SAVED, ids=lambda each: f"{each.parent.name}/{each.name}")
def test_the_corpus_has_no_fault(file: Path, tmp_path: Path) -> None:
    """Texts that once raised something foreign, or took too long."""
    said = file.read_bytes()
    name = file.parent.name
    if name == "files":
        (tmp_path / "x.json").write_bytes(said)
        assert isinstance(answered(lambda: hipkit.read_catalogue(tmp_path)), hipkit.CatalogueError)
        return
    text = said.decode("utf-8", "surrogatepass")
    for cls in documents.noun_classes() if name == "loads" else [hipkit.Request]:
        targets.loaded((text, cls))
    targets.parsed(text)


def test_the_corpus_is_small() -> None:
    """It belongs to the repository."""
    assert SAVED
    assert sum(each.stat().st_size for each in SAVED) < 300_000


def test_a_case_is_a_function_of_its_number() -> None:
    """Whatever ran before."""
    target = fuzz.NAMES["loads"]
    assert running.case(target, 1, 5) == running.case(target, 1, 5) != running.case(target, 2, 5)


def test_choices_come_from_bytes() -> None:
    """And every choice after the last byte is the first there is."""
    assert Chosen(b"\x01\x80").random() == 0x180 / 65_536
    assert Chosen(b"").choice("abc") == "a"
    assert Chosen(b"\xff").getrandbits(4) == 15


def _target(run: Any) -> Target:
    return Target("made up", (), lambda chance: chance.random(), run)


def test_what_is_foreign_is_a_fault() -> None:
    """An exception that is not hipkit's, told with its number; hipkit's own is none."""

    def foreign(_: Any) -> None:
        raise KeyError("x")

    def own(_: Any) -> object:
        return answered(lambda: hipkit.build_routine(3))

    _, fault = running.outcome(_target(foreign), None, 7)
    assert fault is not None
    assert (fault.number, fault.what) == (7, "KeyError: \"'x'\"")
    assert running.outcome(_target(own), None, 7)[1] is None


def test_what_takes_too_long_or_too_much_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measured in a child, and put down to its case."""

    def slow(_: Any) -> None:
        sum(range(3_000_000))

    def large(made: float) -> None:
        if made == running.case(big, 1, 2):
            bytearray(100 * 2**20)

    big = _target(large)
    (seen,) = running.batches(big, 1, range(4), 1)
    assert [each.number for each in seen.faults] == [2]
    assert seen.memory > running.MOST_KIBIBYTES
    monkeypatch.setattr(running, "MOST_SECONDS", 0.02)
    assert "took" in running.batch(_target(slow), 1, range(1)).faults[0].what


def test_what_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an alarm, as a pipe that nobody writes to would never end."""
    import time

    monkeypatch.setattr(running, "_PATIENCE", 1)
    (seen,) = running.batches(_target(lambda _: time.sleep(60)), 1, range(1), 1)
    assert seen.faults == (Fault(0, "never ends", ""),)


@pytest.mark.parametrize(
    ("judge", "said"),
    [
        (judging.text_is_harmless, "\x1b[31m"),
        (judging.text_is_harmless, "\u202e"),
        (judging.skeleton, "<script>"),
        (judging.skeleton, "[a](b)"),
        (judging.skeleton, "```\nx\n```"),
        (judging.skeleton, "> quote"),
        (lambda said: judging.text_fits(said, 3, "unicode"), "four"),
        (lambda said: judging.text_fits(said, 9, "ascii"), "\u00e9"),
        (lambda said: judging.bibtex_is_whole(said, 1), "@misc{a,\n title = {\\}}\n}\n"),
        (lambda said: judging.bibtex_is_whole(said, 1), "@misc{a}\n@misc{b}\n"),
        (lambda said: judging.bibtex_is_whole(said, 1), "@misc{a"),
        (
            lambda said: judging.document_reads_back(said, hipkit.Request(10)),
            hipkit.dumps(hipkit.Request(11)),
        ),
        (lambda _: judging.error_is_whole(hipkit.RequestError([])), ""),
    ],
)
def test_every_judge_does_complain(judge: Any, said: str) -> None:
    """A check that cannot fail would be none."""
    with pytest.raises(AssertionError):
        judge(said)


def test_a_run_is_told_kept_and_gone_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line a target; the state says where to go on."""
    monkeypatch.setattr(fuzzed, "FILE", tmp_path / "kept.json")
    state = str(tmp_path / "state.json")
    asked = ["default_policy", "load_words", "--cases", "40", "--state", state, "--keep"]
    assert fuzz.main(fuzz.options(asked)) == 0
    assert fuzz.main(fuzz.options([*asked, "--cases", "60"])) == 0
    assert capsys.readouterr().out.count("no fault") == 4
    assert fuzzed.fuzzed()["load_words"]["cases"] == 30
    assert fuzz.main(fuzz.options(["default_policy", "--only", "3"])) == 0
    assert " ms" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        fuzz.options(["nothing"])


def test_a_fault_is_told_with_the_way_to_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command that runs that case alone."""
    seen = Seen(1, 2.0, 3, (Fault(4, "KeyError", "told"),))
    monkeypatch.setattr(fuzz, "batches", lambda *_: iter([seen]))
    assert fuzz.main(fuzz.options(["load_words", "--cases", "1"])) == 1
    said = capsys.readouterr().out
    assert "FAULT load_words --seed 1 --only 4: KeyError" in said
    assert "1 FAULTS" in said


def test_the_page_says_what_was_measured() -> None:
    """A line for each target, none with a fault."""
    kept = fuzzed.fuzzed()
    page = fuzzing_page()
    assert set(kept) == set(fuzz.NAMES)
    assert all(said["faults"] == 0 for said in kept.values())
    assert all(said["slowest"] <= 1_000 and said["memory"] <= 64 * 1_024 for said in kept.values())
    assert f"{sum(said['cases'] for said in kept.values()):,}" in page


def test_values_are_the_same_for_the_same_chance() -> None:
    """Even those that are long."""
    from fuzzing import values

    assert [values.text(Random(n)) for n in range(50)] == [
        values.text(Random(n)) for n in range(50)
    ]
    assert attrs.has(type(documents.some_noun(Random(1))))
