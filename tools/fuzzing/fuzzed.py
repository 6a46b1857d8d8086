"""What the last whole run said, target by target, kept in `fuzzed.json` beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from judging.keeping import keep_in, kept_in

FILE = Path(__file__).with_name("fuzzed.json")


def fuzzed() -> dict[str, dict[str, Any]]:
    """Return the figures of each target."""
    return kept_in(FILE)


def keep(name: str, said: dict[str, Any]) -> None:
    """Keep the figures of the target called *name*."""
    keep_in(FILE, name, said)
