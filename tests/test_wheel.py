"""The package works from a zip, and carries its data and its type marker."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from record_rules.reading import DATA

import hipkit
from hipkit.pantry import names_in

PACKAGE = Path(hipkit.__file__).parent
RECORDS = ("evidence", "exercises", "figures", "words/en/exercises")


def run(code: str, *path: Path) -> str:
    """Return what *code* prints in a fresh interpreter that sees *path* first."""
    import attrs
    import cattrs

    libraries = {Path(each.__file__).parent.parent for each in (attrs, cattrs)}
    seen = os.pathsep.join(str(each) for each in (*path, *sorted(libraries)))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": seen},
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def zipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a zip of the package as the wheel has it."""
    path = tmp_path_factory.mktemp("zip") / "hipkit.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(PACKAGE.rglob("*")):
            inside = file.relative_to(PACKAGE)
            records = any(inside.is_relative_to(f"data/{each}") for each in RECORDS)
            if file.is_file() and "__pycache__" not in file.parts and not records:
                archive.write(file, Path("hipkit") / inside)
    return path


def test_the_package_says_that_it_is_typed() -> None:
    """`py.typed` is in the package."""
    assert (files("hipkit") / "py.typed").is_file()


@pytest.mark.parametrize("folder", ["packs", "words/en", "schema"])
def test_the_data_are_in_the_package(folder: str) -> None:
    """Every folder of the pantry has JSON files, and there is no Python among them."""
    names = [each.name for each in files("hipkit").joinpath("data", *folder.split("/")).iterdir()]
    assert any(name.endswith(".json") for name in names)
    assert not any(name.endswith(".py") for name in names)


def test_facts_and_words_stand_in_files_of_one_name() -> None:
    """Each file of facts has a file of words, and no file of words is alone."""
    assert names_in("exercises", data=DATA) == names_in("words", "en", "exercises", data=DATA)


def test_what_the_wheel_leaves_out_is_there_for_its_authors() -> None:
    """The records that packs are written from are not shipped; they are in the source."""
    project = tomllib.loads((DATA.parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    left_out = project["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    folders = [DATA.parents[2] / each.removeprefix("/") for each in left_out]
    assert sorted(each.relative_to(DATA).as_posix() for each in folders) == sorted(RECORDS)
    assert all(any(folder.glob("*.json")) for folder in folders)


def test_a_routine_is_built_from_a_zip(zipped: Path) -> None:
    """Catalogue, composing, rendering and storing all work where there are no files."""
    code = """
import hipkit
assert ".zip" in hipkit.__file__, hipkit.__file__
routine = hipkit.build_routine(20)
assert len(hipkit.load_catalogue()) > 50
assert hipkit.to_text(routine)
print(hipkit.dumps(routine))
"""
    assert run(code, zipped) == hipkit.dumps(hipkit.build_routine(20))


def test_every_door_opens_from_a_zip(zipped: Path) -> None:
    """Whatever the front door offers is there."""
    code = "from hipkit import *; import hipkit; print(len(hipkit.__all__))"
    assert run(code, zipped) == str(len(hipkit.__all__))
