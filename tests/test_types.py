"""Types: every public name has one, every verb's is asserted, and both checkers report every mistake.

The checkers read `tests/typing`: `api.py` says what they must see, `misuse.py` what they must refuse.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hipkit

ROOT = Path(__file__).parents[1]
API = ROOT / "tests" / "typing" / "api.py"
MISUSE = ROOT / "tests" / "typing" / "misuse.py"
IGNORES = re.compile(r"  # type: ignore\[([a-z, -]+)\]  # pyright: ignore\[([A-Za-z, ]+)\]$")


def checked(*command: str) -> str:
    """Return what a checker prints, with the hipkit that is tested here in its sight."""
    path = Path(hipkit.__file__).parents[1]
    seen = {} if path.name == "site-packages" else {"PYTHONPATH": str(path), "MYPYPATH": str(path)}
    run = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, **seen},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert run.stdout, run.stderr
    return run.stdout


def lines_of_misuse() -> list[tuple[int, str]]:
    """Return every statement of the file of mistakes that is a mistake, with its line."""
    tree = ast.parse(MISUSE.read_text(encoding="utf-8"))
    right = {"routine", "catalogue", "clamshell"}
    return [
        (node.lineno, ast.unparse(node))
        for node in tree.body[2:]
        if not isinstance(node, ast.Import | ast.ImportFrom)
        and not (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in right)
    ]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the mistakes without what asks the checkers to be silent."""
    file = tmp_path_factory.mktemp("misuse") / "misuse.py"
    lines = MISUSE.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(IGNORES.sub("", line) for line in lines) + "\n", encoding="utf-8")
    return file


def expected(checker: int) -> dict[int, set[str]]:
    """Return, by line, the errors that the first or second checker is expected to report."""
    found: dict[int, set[str]] = {}
    for number, line in enumerate(MISUSE.read_text(encoding="utf-8").splitlines(), 1):
        if match := IGNORES.search(line):
            found[number] = set(match[checker].split(", "))
    return found


def test_every_mistake_names_the_errors_it_is_for() -> None:
    """No line of the file is right, and each says what both checkers call its mistake."""
    assert {number for number, _ in lines_of_misuse()} == set(expected(1)) == set(expected(2))


def test_every_verb_is_misused() -> None:
    """Each verb that can be called wrongly is, in the file of mistakes."""
    source = MISUSE.read_text(encoding="utf-8")
    takes_anything = {"dumps", "to_plain"}
    takes_nothing = {"load_catalogue", "load_evidence", "load_safety", "load_tips"}
    for name in VERBS:
        if name not in takes_anything | takes_nothing:
            assert f"hipkit.{name}(" in source, f"add a misuse of {name} to tests/typing/misuse.py"


VERBS = [name for name in hipkit.__all__ if name.islower()]


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_its_type_asserted(name: str) -> None:
    """In the file that the checkers read, the result of each call is given a type."""
    asserted = {
        ast.unparse(node.args[0])
        for node in ast.walk(ast.parse(API.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "assert_type"
    }
    named = re.compile(rf"^(await )?hipkit\.{name}\(")
    variables = {
        "build_routine": "routine",
        "build_routines": "results",
        "load_catalogue": "catalogue",
    }
    said = variables.get(name) in asserted or any(map(named.search, asserted))
    assert said, f"add assert_type(hipkit.{name}(…), …) to tests/typing/api.py"


def test_mypy_reports_every_mistake(bare: Path, tmp_path: Path) -> None:
    """Each line, under the name that the file gives for it, and nothing else."""
    pytest.importorskip("mypy", reason="checks types: pip install .[types]")
    options = ("--no-error-summary", "--hide-error-context", f"--cache-dir={tmp_path}")
    found: dict[int, set[str]] = {}
    for line in checked("mypy", *options, str(bare)).splitlines():
        if match := re.search(r"misuse\.py:(\d+): error: .*\[([a-z-]+)\]$", line):
            found.setdefault(int(match[1]), set()).add(match[2])
    assert found == expected(1)


def test_pyright_reports_every_mistake(bare: Path) -> None:
    """Each line, under the name that the file gives for it, and nothing else."""
    pytest.importorskip("pyright", reason="checks types: pip install .[types]")
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(Path(hipkit.__file__).parents[1])],
        "reportUnusedExpression": "none",
    }
    project = bare.with_name("pyrightconfig.json")
    project.write_text(json.dumps(settings), encoding="utf-8")
    said = json.loads(checked("pyright", "--outputjson", "-p", str(project)))
    found: dict[int, set[str]] = {}
    for each in said["generalDiagnostics"]:
        found.setdefault(each["range"]["start"]["line"] + 1, set()).add(each["rule"])
    assert found == expected(2)


def test_every_public_name_has_a_type() -> None:
    """A checker that reads the installed package knows all of it."""
    pytest.importorskip("pyright", reason="checks types: pip install .[types]")
    said = checked("pyright", "--verifytypes", "hipkit", "--ignoreexternal")
    assert "Type completeness score: 100%" in said, said
    assert "Functions without docstring: 0" in said, said
