"""What these tests share: a fresh interpreter that sees only a given hipkit and its two libraries."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import cattrs
import pytest

import hipkit

PACKAGE = Path(hipkit.__file__).parent
LIBRARIES = ("attr", "attrs", "cattr", "cattrs", "typing_extensions.py")
SITE = {Path(each.__file__).parent.parent for each in (attrs, cattrs)}


@pytest.fixture
def fresh() -> Callable[..., str]:
    """Return a function that runs Python with arguments, and returns what it printed in UTF-8 or less."""

    def run(*arguments: str, see: Path | None = None, **environment: str) -> str:
        seen = [PACKAGE.parent, *sorted(SITE)] if see is None else [see]
        done = subprocess.run(
            [sys.executable, *arguments],
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": os.pathsep.join(str(each) for each in seen),
                **environment,
            },
            capture_output=True,
            check=False,
            cwd="/",
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode("utf-8").strip()

    return run


@pytest.fixture
def vendor() -> Callable[[Path], Path]:
    """Return a function that fills a folder with hipkit and all that it needs, as `pip --target` does."""

    def fill(folder: Path) -> Path:
        bare = shutil.ignore_patterns("__pycache__", "evidence", "exercises")  # as the wheel
        shutil.copytree(PACKAGE, folder / "hipkit", ignore=bare)
        for name in LIBRARIES:
            (found,) = {site / name for site in SITE if (site / name).exists()}
            if found.is_dir():
                shutil.copytree(found, folder / name, ignore=bare)
            else:
                shutil.copy(found, folder / name)
        return folder

    return fill


@pytest.fixture(scope="session")
def kept() -> dict[str, Any]:
    """Return the recorded requests, and the hashes of their answers."""
    path = Path(__file__).parent.parent / "golden" / "same_bytes.json"
    answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return answers
