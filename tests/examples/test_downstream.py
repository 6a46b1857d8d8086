"""The example of a tested app: its tests pass, and each of them notices the mistake it is there for."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import hipkit

EXAMPLE = Path(__file__).parents[2] / "examples" / "tested_app"


def known_to_hypothesis() -> bool:
    """Return whether hipkit is installed, so that hypothesis finds it as users' hypothesis does."""
    points = importlib.metadata.entry_points(group="hypothesis")
    return any(point.value == "hipkit.testing._register:register" for point in points)


pytestmark = pytest.mark.skipif(
    not known_to_hypothesis(), reason="hypothesis finds hipkit only where it is installed"
)


def outcome_in(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the tests in *folder* as a developer would, with the hipkit that is tested here."""
    home = str(Path(hipkit.__file__).parents[1])
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-W",
            "error",
            "--hypothesis-seed=0",
            *options,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": home},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the example, in a folder that no configuration of ours reaches."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "app"))


def test_the_example_passes(copied: Path) -> None:
    """All eight tests pass, warnings counted as errors."""
    run = outcome_in(copied)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "8 passed" in run.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "noticed_by"),
    [
        (
            "for notice in routine.notices)",
            "for notice in routine.notices[:1])",
            "test_a_page_shows_every_safety_text",
        ),
        ("escape(exercise.name)", "exercise.name", "test_no_name_can_break_the_list"),
        ("except hipkit.NoRoutine", "except hipkit.SeekAdvice", "test_any_catalogue_will_do"),
        (
            "hipkit.dumps(routine)",
            "hipkit.dumps(routine, include_cautions=True)",
            "test_a_row_holds_no_caution",
        ),
        (
            '"positions"',
            '"variant_of": "club.gone", "positions"',
            "test_the_clubs_exercises_hold_together",
        ),
    ],
    ids=["notice-lost", "not-escaped", "refusal-missed", "caution-kept", "link-broken"],
)
def test_a_mistake_in_the_app_is_noticed(
    right: str, wrong: str, noticed_by: str, copied: Path
) -> None:
    """With the mistake in it, the test that is there for it fails (on any value: the plainest takes long)."""
    app = copied / "app.py"
    source = app.read_text(encoding="utf-8")
    assert right in source
    app.write_text(source.replace(right, wrong), encoding="utf-8")
    run = outcome_in(copied, "-k", noticed_by, "--hypothesis-profile=quick")
    assert run.returncode == 1, run.stdout + run.stderr
    assert f"FAILED test_app.py::{noticed_by}" in run.stdout
