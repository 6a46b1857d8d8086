"""The front door: one list of names in three places, and nothing loaded before it is touched."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import hipkit
from hipkit import _HOME as HOME

SOURCE = Path(hipkit.__file__)


def static_block() -> dict[str, str]:
    """Return, by name, the room that checkers see it imported from."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    (block,) = (
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    found: dict[str, str] = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        assert node.level == 1
        for alias in node.names:
            assert alias.asname == alias.name, "re-exports say `as` the same name"
            found[alias.name] = node.module or ""
    return found


def in_a_fresh_interpreter(code: str) -> str:
    """Return what *code* prints in an interpreter that has loaded nothing but itself."""
    path = (
        f"import sys; before = set(sys.modules); sys.path.insert(0, {str(SOURCE.parents[1])!r})\n"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", path + code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return run.stdout.strip()


def test_the_three_lists_are_one() -> None:
    """`__all__`, the homes and the static block name the same things in the same rooms."""
    assert static_block() == HOME
    assert set(hipkit.__all__) == set(HOME)


def test_names_are_listed_once_and_in_order() -> None:
    """So that two people adding a name do not disagree about its place."""
    assert hipkit.__all__ == sorted(set(hipkit.__all__))


@pytest.mark.parametrize("name", hipkit.__all__)
def test_every_name_is_what_its_room_offers(name: str) -> None:
    """Loaded through the door or from its room, it is the same object."""
    assert getattr(hipkit, name) is getattr(import_module(f"hipkit.{HOME[name]}"), name)


def test_no_name_is_a_room() -> None:
    """A name that is also a module would be one thing first and another later."""
    rooms = {each.stem for each in SOURCE.parent.iterdir()}
    assert not set(hipkit.__all__) & rooms


def test_a_star_import_brings_every_name() -> None:
    """And nothing else."""
    space: dict[str, object] = {}
    exec("from hipkit import *", space)
    assert set(space) - {"__builtins__"} == set(hipkit.__all__)


def test_the_door_lists_what_it_offers() -> None:
    """`dir` shows names that are not loaded yet."""
    assert set(hipkit.__all__) <= set(dir(hipkit))
    assert dir(hipkit) == sorted(dir(hipkit))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """With the usual words, so that `hasattr` works."""
    with pytest.raises(AttributeError, match="module 'hipkit' has no attribute 'compose_all'"):
        _ = hipkit.compose_all  # type: ignore[attr-defined]
    assert not hasattr(hipkit, "__path_of_nothing__")


def test_importing_hipkit_loads_nothing_else() -> None:
    """Neither attrs nor cattrs nor json nor typing, nor any module at all besides hipkit."""
    loaded = in_a_fresh_interpreter("import hipkit; print(sorted(set(sys.modules) - before))")
    assert loaded == "['hipkit']"


@pytest.mark.parametrize("name", ["attrs", "attr", "cattrs", "json", "typing"])
def test_importing_hipkit_does_not_load(name: str) -> None:
    """What costs time to import waits until it is needed."""
    code = f"import hipkit; print({name!r} in sys.modules and {name!r} not in before)"
    assert in_a_fresh_interpreter(code) == "False"


def test_a_name_is_looked_up_once() -> None:
    """After the first touch it is an ordinary attribute."""
    assert hipkit.Goal.STRENGTH.value == "strength"
    assert "Goal" in vars(hipkit)


def test_the_version_is_a_version() -> None:
    """Known without loading anything."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", hipkit.__version__)
    assert in_a_fresh_interpreter("import hipkit; print(hipkit.__version__)") == hipkit.__version__


def test_errors_are_all_at_the_door() -> None:
    """Whoever wants to catch one can name it."""
    from hipkit import errors

    public = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception) and not name.startswith("_")
    }
    assert public <= set(hipkit.__all__)
    assert all(issubclass(getattr(hipkit, name), hipkit.HipkitError) for name in public)
