"""What the last whole measurements said, kept in `measured.json` beside this file.

`tools/objections.py --keep` and `tools/grid.py --keep` write their part; a page of the docs shows it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .keeping import keep_in, kept_in

FILE = Path(__file__).with_name("measured.json")

REMAINING = {
    18: "positions, cautions or minutes leave neither",
    19: "positions, cautions, or what must be included in few minutes, leave neither",
    21: "above beginner, 20 to 44 minutes, with a focus on other groups, an include or a seed",
    23: "positions and cautions leave nothing else",
    25: "long sessions: groups are capped, muscles across groups are only weighed",
    26: "a focus, positions or kit that leave little else: groups are capped, muscles are only weighed",
    28: "standing is not allowed, or what must be included takes the minutes",
    29: "the warm-up of a long session has a move on the floor before work on the feet",
    30: (
        "sessions of 10 to 19 minutes, two changes allowed: positions, cautions, a focus, an include "
        "or a seed leave the most worth in a third place"
    ),
    31: "before a run, few minutes leave only outer-hip work on the floor and a bend on the feet",
    32: "standing is not allowed, or few minutes leave a single stretch",
    35: "the empty group is the hinge, while extension, which does the same work, is there",
    42: "what was done lately counts a little less, and where two are equal the other one comes",
    44: "one-sided work turns over once a set by its dose: left, right, then rest",
    46: "few items before a run of which the one like running comes last; fewer changes come first",
    47: "long sessions whose limits leave few exercises; before a run, the last of the easy ones",
}
"""Why an objection that is to be avoided is still true now and then."""


def measured() -> dict[str, Any]:
    """Return what the last whole measurements said."""
    return kept_in(FILE)


def keep(part: str, said: dict[str, Any]) -> None:
    """Keep *said* as a *part* of the measurements."""
    keep_in(FILE, part, said)
