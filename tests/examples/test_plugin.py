"""The example plug-in, end to end: built, installed in a fresh environment, found, used, uninstalled."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

import hipkit

EXAMPLE = Path(__file__).parents[2] / "examples" / "acme-hips"
LIBRARIES = sysconfig.get_path("purelib")
PLUGGED = """
import hipkit
catalogue = hipkit.load_catalogue(plugins=True)
routine = hipkit.build_routine(20, catalogue=catalogue, include=["acme.wall-lean"])
print(len(catalogue) - len(hipkit.load_catalogue()), [
    slot.exercise.name for slot in routine.slots if slot.exercise.id == "acme.wall-lean"
])
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run *command* without what the surrounding Python was told, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(each) for each in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=environment | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment that has hipkit and its dependencies, and nothing else new."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "env", with_pip=False)
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = folder / "env" / scripts / ("python.exe" if os.name == "nt" else "python")
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    seen = (str(Path(hipkit.__file__).parents[1]), LIBRARIES)
    Path(site, "beside.pth").write_text("\n".join(dict.fromkeys(seen)), encoding="utf-8")
    return python


def test_it_is_built_installed_found_composed_from_and_uninstalled(
    fresh: Path, tmp_path: Path
) -> None:
    """Each step is what a user types, but that nothing is fetched."""
    pytest.importorskip("pip", reason="pip installs the example")
    pytest.importorskip("hatchling", reason="hatchling builds the example")
    source = tmp_path / "acme-hips"
    shutil.copytree(EXAMPLE, source, ignore=shutil.ignore_patterns("__pycache__", "dist"))
    build = (sys.executable, "-c", "import hatchling.build as b; print(b.build_wheel('dist'))")
    wheel = source / "dist" / run(*build, cwd=source).splitlines()[-1]
    pip = (sys.executable, "-m", "pip", "--python", fresh)
    run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    assert run(fresh, "-c", PLUGGED, cwd=tmp_path) == "2 ['Wall lean']"
    listed = run(fresh, "-m", "hipkit", "list", "--plugins", "--json", cwd=tmp_path)
    assert '"acme.slow-step-tap"' in listed
    assert "acme." not in run(fresh, "-m", "hipkit", "list", "--json", cwd=tmp_path)
    run(*pip, "uninstall", "--yes", "acme-hips", cwd=tmp_path)
    count = "import hipkit; print(hipkit.load_catalogue(plugins=True) == hipkit.load_catalogue())"
    assert run(fresh, "-c", count, cwd=tmp_path) == "True"


def test_its_own_tests_pass(tmp_path: Path) -> None:
    """The contract that it tests is the one that the docs show."""
    path = os.pathsep.join(map(str, (EXAMPLE / "src", Path(hipkit.__file__).parents[1])))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(tmp_path)),
            *("-p", "no:cacheprovider", str(EXAMPLE / "tests")),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout
