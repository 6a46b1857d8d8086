"""The terminal's door: what it answers, with which code, on whatever terminal it is asked."""

from __future__ import annotations

import errno
import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import hipkit
from hipkit.cli import main

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
ASCII_TERMINAL = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
NO_ROUTINE = ["--positions", "sitting-chair", "--include", "clamshell"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m hipkit` and return what it wrote, as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "hipkit", *arguments],
        capture_output=True,
        check=False,
        env={**ENVIRONMENT, **environment},
    )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a file with an exercise of one's own."""
    path = tmp_path / "own.json"
    exercise = {
        "id": "acme.wall-drill",
        "name": "Wall drill",
        "group": "abduction",
        "positions": ["standing"],
        "dose": [{"goal": "strength", "level": "beginner", "sets": [1, 3], "count": 10}],
    }
    path.write_text(json.dumps({"kind": "exercises", "format": 1, "exercises": [exercise]}))
    return path


# routine


@pytest.mark.parametrize("arguments", [[], ["routine"], ["--minutes", "20"]])
def test_without_a_command_a_routine_is_built(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The shortest way is the most useful one."""
    assert main(arguments) == 0
    written = capsys.readouterr()
    assert written.out.startswith("Hip strength for runners, 20 min, beginner, no kit\nabout ")
    assert written.err == ""


def test_a_routine_in_text_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    """It names an exercise to show, and where to say what is sore."""
    main([])
    end = capsys.readouterr().out.strip().split("\n")[-2:]
    assert end[0].startswith("How to do one: hipkit show ")
    assert "--caution" in end[1]
    assert main(["show", end[0].rsplit(" ", 1)[1]]) == 0


def test_words_are_given_with_commas_or_repeatedly(capsys: pytest.CaptureFixture[str]) -> None:
    """Both ways of giving a list give the same routine."""
    assert main(["--equipment", "chair, mini-band"]) == 0
    with_commas = capsys.readouterr().out
    assert main(["--equipment", "mini-band", "--equipment", "chair"]) == 0
    assert capsys.readouterr().out == with_commas
    assert "with chair and mini-band" in with_commas


def test_a_routine_as_json_can_be_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    """What `--json` prints is what `loads` reads; cautions are not in it."""
    assert main(["--json", "--minutes", "10", "--caution", "knee-pain"]) == 0
    routine = hipkit.loads(capsys.readouterr().out, hipkit.Routine)
    assert routine.cautions_withheld
    assert main(["--json", "--minutes", "10"]) == 0
    assert hipkit.loads(capsys.readouterr().out, hipkit.Routine) == hipkit.build_routine(10)


def test_a_routine_as_markdown_lists_every_stop(capsys: pytest.CaptureFixture[str]) -> None:
    """On paper there is no second command to call."""
    assert main(["--markdown"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("# Hip strength")
    assert shown == hipkit.to_markdown(hipkit.build_routine()) + "\n"


def test_a_routine_as_html_is_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    """With `> routine.html` behind it, it can be kept and printed."""
    assert main(["--html"]) == 0
    assert capsys.readouterr().out == hipkit.to_html(hipkit.build_routine())
    assert main(["show", "clamshell", "--html"]) == 0
    assert "<h1>Clamshell</h1>" in capsys.readouterr().out
    assert main(["list", "--group", "hinge", "--html"]) == 0
    assert "<caption>" in capsys.readouterr().out


def test_a_routine_with_reasons_is_still_one_page(capsys: pytest.CaptureFixture[str]) -> None:
    """The explanation is a section of it."""
    assert main(["--html", "--why"]) == 0
    page = capsys.readouterr().out
    assert page.count("<h1>") == page.count("<html") == page.count("<title>") == 1
    assert "<h2>Why this routine is as it is</h2>" in page


@pytest.mark.parametrize(("encoding", "shown"), [("utf-8", "Caf\u00e9"), ("cp1252", "Caf&#233;")])
def test_a_page_is_written_in_what_it_says_it_is_written_in(
    encoding: str, shown: str, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says utf-8; where a stream writes another encoding, characters stand by number."""
    own.write_text(own.read_text().replace("Wall drill", "Caf\u00e9"), encoding="utf-8")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    assert main(["show", "acme.wall-drill", "--catalogue", str(own), "--html"]) == 0
    assert f"<h1>{shown}</h1>" in written.getvalue().decode("utf-8")


def test_stops_and_reasons_are_shown_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """`--stops` lists what speaks against starting, `--why` accounts for every exercise."""
    assert main(["--stops", "--why"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    routine = hipkit.build_routine()
    assert all(stop in shown for stop in routine.stops)
    chosen = {slot.exercise.id for slot in routine.slots}
    left_out = [id for id in hipkit.load_catalogue().ids if id not in chosen]
    assert all(f"{id}:" in shown for id in left_out)


def test_every_wish_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    """Each option reaches the request."""
    wish = (
        "routine --minutes 25 --goal strength --level intermediate --equipment mini-band"
        " --focus glutes --caution kneeling-hurts --positions standing,split-stance,side-lying"
        " --include clamshell --exclude side-lunge --recent reverse-lunge --seed 7 --json"
    )
    assert main(wish.split(" ")) == 0
    request = json.loads(capsys.readouterr().out)["routine"]["request"]
    assert request == {
        "minutes": 25,
        "goal": "strength",
        "level": "intermediate",
        "equipment": ["mini-band"],
        "focus": ["glutes"],
        "cautions": [],
        "positions": ["side-lying", "split-stance", "standing"],
        "include": ["clamshell"],
        "exclude": ["side-lunge"],
        "recent": ["reverse-lunge"],
        "seed": 7,
    }


# no


def test_no_routine_is_answered_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """The reasons and what would help go where errors go."""
    assert main(NO_ROUTINE) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert "No routine answers this request." in written.err


def test_advice_is_answered_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """The notice is shown, and nothing to try instead."""
    assert main(["--goal", "activation", "--caution", "groin-pain"]) == 1
    written = capsys.readouterr()
    assert written.out == ""
    assert "have it checked soon" in " ".join(written.err.split())


@pytest.mark.parametrize(
    "arguments", [["show", "clamshel"], ["--include", "clamshel"], ["--exclude", "clamshel"]]
)
def test_an_unknown_exercise_is_answered_with_1(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """And with the nearest one."""
    assert main(arguments) == 1
    assert "did you mean 'clamshell'?" in capsys.readouterr().err


# wrong use


@pytest.mark.parametrize(
    "arguments",
    [
        ["--minutes", "soon"],
        ["--minutes", "9" * 5000],
        ["--nothing"],
        ["dance"],
        ["show"],
        ["check"],
        ["--json", "--markdown"],
        ["--html", "--markdown"],
        ["--json", "--why"],
        ["--minutes", "3"],
        ["--goal", "speed"],
        ["--equipment", "bnad", "--caution", "knee"],
        ["--seed", str(2**80)],
        ["list", "--group", "hinges"],
    ],
)
def test_wrong_use_is_answered_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Said in a line or a list, without a traceback."""
    assert main(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "hipkit" in written.err
    assert "Traceback" not in written.err


def test_every_wrong_word_is_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """With the nearest right one."""
    assert main(["--goal", "mobilty", "--level", "beginer", "--minutes", "500"]) == 2
    said = capsys.readouterr().err
    assert "did you mean 'mobility'?" in said
    assert "did you mean 'beginner'?" in said
    assert "use 5 to 120" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["15"], "'15' is not a command; a routine of 15 minutes: hipkit --minutes 15"),
        (["routin"], "'routin' is not a command; did you mean 'routine'?"),
        (["1000"], "'1000' is not a command; choose from routine, list, show, draw, new, check"),
        ([""], "'' is not a command; choose from routine, list, show, draw, new, check"),
        (
            ["--equipment", "chair", "mini-band"],
            "unrecognized arguments: mini-band; join words with commas: chair,mini-band",
        ),
        (["--foo", "3"], "unrecognized arguments: --foo 3"),
        (["--cautions", "knee"], "--cautions[0]: 'knee' is not a word for cautions; "),
        (["list", "--level", "hard"], "--level: 'hard' is not a word for level_at_most; "),
        (["list", "--equipment", "bar"], "--equipment[0]: 'bar' is not a word for needs_only; "),
        (["show", "acme.tap"], "unknown exercise: 'acme.tap' (own exercises need catalogue=, or "),
        (["show", "zzzz"], "unknown exercise: 'zzzz' (look with load_catalogue().find("),
    ],
)
def test_what_was_typed_wrong_is_named_as_it_was_typed(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to type instead."""
    assert main(arguments) != 0
    assert said in capsys.readouterr().err


# list and show


def test_list_filters(capsys: pytest.CaptureFixture[str]) -> None:
    """Group, goal, level and kit narrow the list."""
    narrow = ["--group", "adduction", "--level", "beginner", "--equipment", "none"]
    assert main(["list", *narrow, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"id", "name", "group", "level", "needs"} == set(rows[0])
    assert all(row["needs"] == [] and row["group"] == "adduction" for row in rows)
    assert main(["list", "--goal", "recovery"]) == 0
    assert capsys.readouterr().out.startswith("id ")


def test_a_list_that_is_piped_has_one_line_for_each_exercise() -> None:
    """So that grep and wc have something to count."""
    lines = run("list", COLUMNS="").stdout.decode().strip().split("\n")
    assert len(lines) == len(hipkit.load_catalogue()) + 4


@pytest.mark.parametrize("name", ["clamshell", "Clamshell", "clam shell"])
def test_show_takes_an_id_or_a_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """People type what they read."""
    assert main(["show", name]) == 0
    assert capsys.readouterr().out.startswith("Clamshell\n")


def test_show_as_json_can_be_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    """It is the record itself."""
    assert main(["show", "clamshell", "--json"]) == 0
    read = hipkit.loads(capsys.readouterr().out, hipkit.Exercise)
    assert read == hipkit.load_catalogue()["clamshell"]


# one's own exercises


def test_own_exercises_stand_beside_the_packaged(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They can be shown, listed and included."""
    assert main(["show", "acme.wall-drill", "--catalogue", str(own)]) == 0
    assert main(["--catalogue", str(own), "--include", "acme.wall-drill"]) == 0
    assert "Wall drill" in capsys.readouterr().out


def test_check_says_ok_and_counts(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A good file is answered with 0."""
    assert main(["check", str(own)]) == 0
    assert capsys.readouterr().out == "ok: 1 exercise\n"
    assert main(["check", str(own), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_names_every_problem(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File, exercise and field, each on a line; as JSON with the same parts."""
    own.write_text(own.read_text().replace("abduction", "abductoin").replace("10", '"ten"'))
    assert main(["check", str(own)]) == 1
    said = capsys.readouterr().out
    assert "own.json" in said
    assert "did you mean 'abduction'?" in said
    assert len(said.strip().split("\n")) == 2
    assert main(["check", str(own), "--json"]) == 1
    problems: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert [problem["item"] for problem in problems] == ["acme.wall-drill"] * 2
    assert main(["--catalogue", str(own)]) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b"[" * 99_999])
def test_check_survives_any_file(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no exercise file is a problem, never a crash."""
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert main(["check", str(path), str(tmp_path / "missing.json")]) == 1
    said = capsys.readouterr().out
    assert "bad.json" in said
    assert "missing.json" in said


# new


def test_new_writes_a_file_that_passes_its_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the schema beside it, which the file names and an editor reads."""
    path = tmp_path / "own.json"
    words = (
        "--id",
        "acme.tap",
        "--name",
        "Side tap",
        "--group",
        "adduction",
        "--position",
        "walking",
    )
    assert main(["new", str(path), *words]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"wrote {path} and {tmp_path / 'exercises.schema.json'}\n")
    assert f"hipkit check {path}" in said
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written["$schema"] == "./exercises.schema.json"
    schema = json.loads((tmp_path / "exercises.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(written, schema)
    assert main(["check", str(path), str(tmp_path)]) == 0
    (exercise,) = hipkit.read_catalogue(path)
    assert (exercise.id, exercise.name) == ("acme.tap", "Side tap")
    assert exercise.group is hipkit.Group.ADDUCTION
    assert exercise.positions == (hipkit.Position.WALKING,)
    assert main(["--catalogue", str(path), "--include", "acme.tap"]) == 0


def test_new_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither an own file nor a schema that is somebody else's; a schema of hipkit's is renewed."""
    path, schema = tmp_path / "own.json", tmp_path / "exercises.schema.json"
    path.write_text("mine", encoding="utf-8")
    assert main(["new", str(path)]) == 2
    assert "own.json: is there already; choose another name, or edit it" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"
    for theirs in ("theirs", b"\xff"):
        schema.write_bytes(theirs if isinstance(theirs, bytes) else theirs.encode())
        path.unlink()
        assert main(["new", str(path)]) == 0
        assert "(the exercises.schema.json beside it was kept)" in capsys.readouterr().out
        assert schema.stat().st_size < 10
    schema.write_text('{"title": "A file of exercises for hipkit"}', encoding="utf-8")
    assert main(["new", str(tmp_path / "other.json")]) == 0
    assert schema.stat().st_size > 1000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--group", "abducton"], "--group: 'abducton' is not a Group; did you mean 'abduction'?"),
        (["--position", "lying"], "--positions[0]: 'lying' is not a Position; "),
        (["--id", "Mine"], "--id: 'Mine' is not a valid name here; "),
        (["--name", ""], "--name: is empty; "),
    ],
)
def test_new_refuses_words_that_do_not_fit(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the nearest word, and without a file."""
    assert main(["new", str(tmp_path / "own.json"), *words]) == 2
    assert f"hipkit: {said}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no/such/folder/own.json", "a\0b.json", "."])
def test_new_says_when_it_cannot_write(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, whatever the place."""
    assert main(["new", f"{tmp_path}/{name}"]) == 2
    assert capsys.readouterr().err.startswith("hipkit: ")


def test_plug_ins_are_listed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Here none is installed, so the list is the same."""
    assert main(["list"]) == 0
    without = capsys.readouterr().out
    assert main(["list", "--plugins"]) == 0
    assert capsys.readouterr().out == without


def test_a_broken_plug_in_is_told_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the name of its distribution."""

    def broken(**_: object) -> None:
        problem = hipkit.Problem(hipkit.ProblemCode.UNREADABLE, "no luck", source="acme-hips")
        raise hipkit.PluginError([problem], ["acme-hips"], hipkit.Catalogue(()))

    monkeypatch.setattr(hipkit, "load_catalogue", broken)
    assert main(["list", "--plugins"]) == 1
    assert capsys.readouterr().err == "hipkit: acme-hips: no luck\n"


# terminals


def test_version_and_help_are_answered_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command is named, and every word can be copied unbroken."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"hipkit {hipkit.__version__}, data 2026.1\n"
    assert main(["--help"]) == 0
    assert {"routine", "list", "show", "check"} <= set(capsys.readouterr().out.split())
    assert main(["routine", "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(caution in shown for caution in hipkit.Caution)


def test_an_interrupt_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control-C is nobody's mistake."""

    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(hipkit, "load_catalogue", interrupted)
    assert main([]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--markdown"],
        ["--html"],
        ["--json"],
        ["show", "clamshell"],
        ["list"],
        ["--why"],
        NO_ROUTINE,
    ],
)
def test_an_ascii_terminal_gets_ascii(arguments: list[str]) -> None:
    """No character that it cannot print, and no traceback."""
    done = run(*arguments, **ASCII_TERMINAL)
    assert done.returncode == (1 if arguments is NO_ROUTINE else 0)
    assert (done.stdout + done.stderr).isascii()
    assert b"Traceback" not in done.stderr
    if arguments == ["--json"]:
        assert hipkit.loads(done.stdout.decode(), hipkit.Routine) == hipkit.build_routine()


def test_what_a_stream_cannot_show_is_replaced_or_escaped(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text falls back to near characters, JSON to escapes that mean the same."""
    name = "Caf\u00e9 drill \u00d7 2 \u8d70 \U0001f3c3"
    own.write_text(own.read_text().replace("Wall drill", name), encoding="utf-8")
    for form, shown in (([], "Cafe drill x 2 ? ?\n"), (["--json"], '\\u8d70 \\ud83c\\udfc3"')):
        written = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
        assert main(["show", "acme.wall-drill", "--catalogue", str(own), *form]) == 0
        text = written.getvalue().decode("ascii")
        assert shown in text
        if form:
            assert hipkit.loads(text, hipkit.Exercise).name == name


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),
        (OSError(errno.EINVAL, "Invalid argument"), 0, ""),
        (OSError(errno.ENOSPC, "No space left"), 2, "hipkit: cannot write: No space left\n"),
    ],
)
def test_a_stream_that_fails_is_told_from_one_that_was_left(
    error: OSError,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Only a reader who stayed is owed the rest."""

    class Failing(io.StringIO):
        def write(self, _: str) -> int:
            raise error

    monkeypatch.setattr(sys, "stdout", Failing())
    assert main(["--minutes", "5"]) == code
    assert capsys.readouterr().err == said


def test_the_package_can_be_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m hipkit` is the same door."""
    monkeypatch.setattr(sys, "argv", ["hipkit", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("hipkit", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("hipkit ")


def test_the_c_locale_works() -> None:
    """As servers and build machines have it."""
    done = run(LC_ALL="C")
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["latin-1", "cp437", "utf-16", "utf-8"])
def test_any_encoding_works(encoding: str) -> None:
    """Whatever the terminal speaks, it is spoken to."""
    done = run(PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "Hip strength" in done.stdout.decode(encoding)


@pytest.mark.skipif(os.name == "nt", reason="no shell with head")
@pytest.mark.parametrize("arguments", ["--why", "list", "--help", "--json"])
def test_a_reader_may_leave_early(arguments: str) -> None:
    """`| head -1` ends quietly."""
    command = f"set -o pipefail; '{sys.executable}' -m hipkit {arguments} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env=ENVIRONMENT
    )
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_said() -> None:
    """Nobody is told that something was written when it was not."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hipkit"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=ENVIRONMENT,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"hipkit: cannot write: ")
    assert b"Traceback" not in done.stderr


def test_hostile_arguments_do_not_reach_the_terminal() -> None:
    """An escape sequence in an id comes back harmless."""
    done = run("show", "\x1b[31mred\u202e")
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
    assert "\u202e" not in done.stderr.decode()


def test_hostile_records_do_not_reach_the_terminal(own: Path) -> None:
    """Nor does one in a record, in text or in JSON."""
    own.write_text(own.read_text().replace("acme.wall-drill", "\\u001b[2J\\u202e"))
    for form in ([], ["--json"]):
        done = run("check", str(own), *form)
        assert done.returncode == 1
        assert b"\x1b" not in done.stdout + done.stderr
        assert "\u202e" not in (done.stdout + done.stderr).decode()


def test_without_a_place_to_write_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """As under pythonw, or with the stream closed."""
    monkeypatch.setattr("sys.stdout", None)
    assert main(["list"]) == 2


# draw


def test_a_figure_is_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same text either way."""
    assert main(["draw", "clamshell", "--paint", "hex"]) == 0
    printed = capsys.readouterr().out
    assert printed == hipkit.draw("clamshell", paint="hex")
    file = tmp_path / "clamshell.svg"
    assert main(["draw", "Clamshell", "-o", str(file), "--paint", "hex"]) == 0
    assert capsys.readouterr().out == f"wrote {file}\n"
    assert file.read_text(encoding="utf-8") == printed


def test_a_figure_is_drawn_as_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Frame, side, theme, paint and motion."""
    options = ["--frame", "side-by-side", "--side", "left", "--theme", "dark", "--animated"]
    assert main(["draw", "clamshell", *options]) == 0
    assert capsys.readouterr().out == hipkit.draw(
        "clamshell", frame="side-by-side", side="left", theme="dark", animated=True
    )


def test_what_cannot_be_drawn_so_is_refused_by_its_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the nearest word."""
    assert main(["draw", "clamshell", "--theme", "dakr", "--frame", "bth"]) == 2
    said = capsys.readouterr().err
    assert "--theme: 'dakr' is no theme; did you mean 'dark'?" in said
    assert "--frame" in said
    assert main(["draw", "clamshel"]) == 1
    assert main(["draw"]) == 2


def test_every_exercise_is_drawn_into_a_folder(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file each, one's own among them."""
    few = hipkit.load_catalogue().without(*hipkit.load_catalogue().ids[3:])
    monkeypatch.setattr(hipkit, "load_catalogue", lambda **_: few)
    folder = tmp_path / "new" / "figures"
    assert main(["draw", "--all", str(folder), "--catalogue", str(own)]) == 0
    assert capsys.readouterr().out == f"wrote 4 figures to {folder}\n"
    names = sorted(each.name for each in folder.iterdir())
    assert names == sorted(f"{id}.svg" for id in (*few.ids, "acme.wall-drill"))
    assert "No pose is drawn" in (folder / "acme.wall-drill.svg").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in the way of a folder, a folder in the way of a file."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert main(["draw", "clamshell", "-o", str(tmp_path)]) == 2
    assert main(["draw", "--all", str(blocked / "below")]) == 2
    said = capsys.readouterr().err
    assert said.count("cannot be written") == 2
    assert said.count("choose another place") == 2
