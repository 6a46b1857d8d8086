"""Judge stored routines by their JSON alone: `python tools/judge.py [how many]`.

It shares no code with hipkit's filter, clock or search: it reads the stored text, and the packaged
JSON of cautions, and reckons everything again from the practice rules. Only what must never be is
judged here; `tools/objections.py` measures the rest. Exits with the number of violations.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from judging.asking import Seen, known, look_at, many_words, never_said
from judging.facts import Case


def judge(routine: dict[str, Any]) -> list[str]:
    """Return everything in a stored routine that must never be, in plain words."""
    return never_said(Case(routine, known()))


def main(count: int) -> int:
    """Judge *count* random requests and print what was seen; return the number of violations."""
    seen = Seen()
    for words in many_words(count):
        look_at(words, seen, pages=False, pair=False)
    print(f"{count} requests: {dict(seen.outcomes)}; without cautions: {dict(seen.free)}")
    for violation in seen.violations[:20]:
        print("VIOLATION", violation)
    print(f"{len(seen.violations)} violations")
    return len(seen.violations)


if __name__ == "__main__":
    sys.exit(min(99, main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)))
