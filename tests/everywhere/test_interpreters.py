"""However Python is started: optimised, isolated, strict, or in a locale that knows ASCII only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import hipkit
from hipkit.storing.schema import every_schema

Fresh = Callable[..., str]

CODE = """
import hashlib, json, sys
import hipkit
from hipkit.storing.schema import every_schema
total = hashlib.sha256()
for minutes in (10, 30):
    for goal in hipkit.Goal:
        routine = hipkit.build_routine(minutes, goal=goal, level="intermediate", seed=minutes)
        text = hipkit.dumps(routine)
        if hipkit.loads(text, hipkit.Routine) != routine:
            sys.exit("it comes back as another")
        for each in (text, hipkit.to_text(routine), hipkit.to_markdown(routine)):
            total.update(each.encode())
total.update(json.dumps(every_schema()).encode())
try:
    hipkit.build_routine(0, goal="speed")
except hipkit.RequestError as error:
    total.update(str(error).encode())
print(total.hexdigest())
"""


@pytest.fixture(scope="module")
def usual() -> str:
    """Return the hash that CODE prints here."""
    import io
    from contextlib import redirect_stdout

    with redirect_stdout(io.StringIO()) as printed:
        exec(CODE, {})
    return printed.getvalue().strip()


@pytest.mark.parametrize(
    ("flags", "environment"),
    [
        (["-O"], {}),
        (["-OO"], {}),
        (["-W", "error"], {}),
        (["-W", "error", "-bb", "-X", "dev"], {}),
        (["-S"], {}),
        (["-B", "-P"], {}),
        ([], {"PYTHONHASHSEED": "4242"}),
        ([], {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ([], {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}),
        ([], {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "de", "TZ": "Pacific/Apia"}),
    ],
    ids=lambda given: " ".join(given if isinstance(given, list) else map("=".join, given.items())),
)
def test_however_python_is_started_the_bytes_are_the_same(
    flags: list[str], environment: dict[str, str], fresh: Fresh, usual: str
) -> None:
    """Routines, texts, pages, schemas and messages, without a warning."""
    assert fresh(*flags, "-c", CODE, **environment) == usual


def test_isolated_python_needs_no_environment(
    tmp_path: Path, vendor: Callable[[Path], Path], fresh: Fresh, usual: str
) -> None:
    """Under -I neither PYTHONPATH nor the user's folder is seen; a script adds the folder itself."""
    vendor(tmp_path)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{CODE}"
    assert fresh("-I", "-S", "-c", code) == usual


def test_the_command_writes_ascii_where_there_is_nothing_else(fresh: Fresh) -> None:
    """A terminal that knows ASCII only gets a routine too, without a traceback."""
    written = fresh(
        *("-m", "hipkit", "--minutes", "10"),
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )
    assert written.isascii()
    assert written.startswith("Hip strength for runners, 10 min")


def test_without_docstrings_schemas_still_say_what_a_noun_is(fresh: Fresh) -> None:
    """`-OO` strips docstrings, not the descriptions in a schema; also of nouns without a file."""
    code = """
import json, attrs, hipkit
from hipkit import model
from hipkit.storing.schema import schema_of
print(hipkit.Exercise.__doc__)
nouns = {n: c for n, c in vars(model).items() if isinstance(c, type) and attrs.has(c)}
print(json.dumps({name: schema_of(cls) for name, cls in sorted(nouns.items())}))
"""
    stripped, schemas = fresh("-OO", "-c", code).split("\n")
    assert stripped == "None"
    assert schemas == fresh("-c", code).split("\n")[-1]
    assert every_schema()["exercise.schema.json"]["$defs"]["Exercise"]["description"]


def test_without_asserts_the_laws_still_fail(fresh: Fresh) -> None:
    """Under -O a routine that is not what its certificate says is still an AssertionError."""
    code = """
from attrs import evolve
import hipkit, hipkit.testing
made = hipkit.build_routine(12)
hipkit.testing.check_optimal(made)
forged = [
    evolve(made, slots=(evolve(made.slots[0], sets=9), *made.slots[1:])),
    evolve(made, slots=made.slots[1:]),
    evolve(made, request=evolve(made.request, minutes=5)),
]
for each in forged:
    try:
        hipkit.testing.check_optimal(each)
    except AssertionError as broken:
        print(broken)
"""
    told = fresh("-O", "-c", code).split("\n")
    assert len(told) == 3, told


def test_no_code_relies_on_an_assert() -> None:
    """Asserts in the package only tell a type checker that a value is not None."""
    import ast

    home = Path(hipkit.__file__).parent
    for file in sorted(home.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assert):
                assert ast.unparse(node.test).endswith("is not None"), f"{file}:{node.lineno}"
                assert node.msg is None, f"{file}:{node.lineno}: a message is for somebody to read"
