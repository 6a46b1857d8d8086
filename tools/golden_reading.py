"""Sixty routines that people have read: `python tools/golden_reading.py` tells which are no longer what was read.

Prints every routine whose items or order changed since, as its reader would see it; `--write` keeps the
present ones, once they have been read. Exits with the number that changed (99 at most).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import hipkit

FILE = Path(__file__).parent.parent / "tests" / "golden" / "reading.json"


def items(request: dict[str, Any]) -> list[str]:
    """Return the items of the routine for *request*, in order: phase, id and sets."""
    routine = hipkit.build_routine(**request)
    return [f"{slot.key} x {slot.sets}" for slot in routine.slots]


def main(*, write: bool = False) -> int:
    """Compare every routine with what was read, and keep the present ones if asked to."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    changed = 0
    for number, reading in enumerate(kept["readings"], 1):
        now = items(reading["request"])
        if now != reading.get("items"):
            changed += 1
            print(f"\n{number}: {json.dumps(reading['request'])}")
            print(hipkit.build_routine(**reading["request"]))
        reading["items"] = now
    if write:
        text = json.dumps(kept, indent=1, ensure_ascii=False)
        FILE.write_text(text + "\n", encoding="utf-8")
    print(f"{changed} of {len(kept['readings'])} routines changed since they were read")
    return changed


if __name__ == "__main__":
    sys.exit(min(99, main(write="--write" in sys.argv)))
