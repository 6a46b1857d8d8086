"""Wherever hipkit lies: vendored, in a zipapp, in a folder with a strange name, or read-only."""

from __future__ import annotations

import os
import subprocess
import sys
import zipapp
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import hipkit

Fresh = Callable[..., str]
Vendor = Callable[[Path], Path]

CODE = """
import hipkit
routine = hipkit.build_routine(20, cautions=["knee-pain"])
assert hipkit.loads(hipkit.dumps(routine, include_cautions=True), hipkit.Routine) == routine
print(hipkit.dumps(routine, include_cautions=True))
"""


def expected() -> str:
    """Return what CODE prints here."""
    routine = hipkit.build_routine(20, cautions=["knee-pain"])
    return hipkit.dumps(routine, include_cautions=True)


@pytest.fixture
def read_only(tmp_path: Path, vendor: Vendor) -> Iterator[Path]:
    """Return a folder of packages that cannot be written to, and has no compiled files."""
    folder = vendor(tmp_path / "site")
    every = [folder, *folder.rglob("*")]
    for path in every:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in every:
        path.chmod(0o755)


@pytest.mark.parametrize("name", ["two spaces here", "Übung ☂ 股関節 & 100%"])
def test_a_folder_may_have_any_name(
    name: str, tmp_path: Path, vendor: Vendor, fresh: Fresh
) -> None:
    """What `pip install --target` fills works from there, data included."""
    folder = vendor(tmp_path / name)
    assert fresh("-S", "-c", CODE, see=folder) == expected()
    assert fresh("-S", "-m", "hipkit", "list", "--json", see=folder, PYTHONUTF8="1")


def test_a_read_only_folder_is_enough(read_only: Path, fresh: Fresh) -> None:
    """Nothing is written beside the package, and nothing needs to be (root is not kept from it)."""
    before = sorted(read_only.rglob("*"))
    assert fresh("-S", "-c", CODE, see=read_only, PYTHONDONTWRITEBYTECODE="1") == expected()
    assert sorted(read_only.rglob("*")) == before


def test_a_zipapp_carries_everything(tmp_path: Path, vendor: Vendor) -> None:
    """One file, with attrs and cattrs inside, is the command."""
    made, app = tmp_path / "hipkit.pyz", vendor(tmp_path / "app")
    main = "from hipkit.cli import main; raise SystemExit(main())"
    (app / "__main__.py").write_text(main)
    zipapp.create_archive(app, made, compressed=True)

    def run(*said: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-I", "-S", str(made), *said],
            env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
            capture_output=True,
            check=False,
            cwd="/",
        )

    done = run("--minutes", "10", "--json")
    assert done.returncode == 0, done.stderr.decode()
    stored = hipkit.loads(done.stdout.decode("utf-8"), hipkit.Routine)
    assert stored == hipkit.build_routine(10)
    assert run("--minutes", "10", "--include", "side-plank").returncode == 1
    assert run("--minutes", "3").returncode == 2
    assert main in (Path(__file__).parents[2] / "docs/how-to/run-it-anywhere.md").read_text(
        encoding="utf-8"
    )
