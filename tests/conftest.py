"""How the tests run: a quick profile that is the same every time, and a patient one.

`pytest` runs every law on a few dozen examples, always the same ones. `pytest --patient` runs them on
thousands, new ones each time, and also the tests marked `patient`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from hipkit.testing._register import register

settings.register_profile(
    "quick",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "patient",
    max_examples=2_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))  # the judges are tools
sys.path.append(str(ROOT))  # the oracle and its recorded answers are benchmarks
register()  # as hypothesis does by itself where hipkit is installed


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--patient`."""
    parser.addoption("--patient", action="store_true", help="run laws on thousands of examples")


def pytest_configure(config: pytest.Config) -> None:
    """Load the profile before any test is imported, because some laws read it."""
    settings.load_profile("patient" if config.getoption("--patient") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what is marked patient, unless there is patience."""
    if config.getoption("--patient"):
        return
    for item in items:
        if "patient" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="needs --patient"))
