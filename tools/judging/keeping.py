"""Keeping what a long measurement said, part by part, in a JSON file that pages of the docs show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def kept_in(file: Path) -> dict[str, Any]:
    """Return all that is kept in *file*, by part."""
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def keep_in(file: Path, part: str, said: dict[str, Any]) -> None:
    """Keep *said* as a *part* of *file*; the other parts stay."""
    text = json.dumps({**kept_in(file), part: said}, indent=1, sort_keys=True, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")
