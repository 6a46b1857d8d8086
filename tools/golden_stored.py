"""Documents that load for ever: `python tools/golden_stored.py` writes those of the present format.

Only files that are not there are written: what was stored once stays as it was. Prints each, and exits
with their number.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve

import hipkit
from hipkit import Read, Study, Tombstone
from hipkit.storing.versions import FORMAT
from hipkit.testing import sample_catalogue

FOLDER = Path(__file__).parent.parent / "tests" / "golden" / "stored"


def own_exercises() -> hipkit.Catalogue:
    """Return a catalogue with everything that a file of exercises may have."""
    study = Study("doe20", authors=("Doe J",), title="A trial", read=Read.TEXT)
    stone = Tombstone("old-march", "2026.1", "2026.2", "it was like the easy march", "easy-march")
    return evolve(sample_catalogue(), studies=(study,), known_sources=("r1",), tombstones=(stone,))


def documents() -> Iterator[tuple[str, object, dict[str, Any]]]:
    """Yield names, nouns, and how each is stored."""
    sample = sample_catalogue()
    request = hipkit.Request(
        15, focus=["glutes"], cautions=["kneeling-hurts"], recent=["leg-swing"]
    )
    careful = hipkit.build_routine(request, catalogue=sample)
    packaged = hipkit.build_routine(10, goal="activation", equipment=["mini-band"])
    varied = hipkit.build_routine(20, catalogue=sample, seed=7)
    protocol = hipkit.routine_from_protocol("mckay-2020-hip-strengthening")
    yield "request", request, {}
    yield "request-with-cautions", request, {"include_cautions": True}
    yield "routine", packaged, {}
    yield "routine-without-its-cautions", careful, {}
    yield "routine-with-cautions", careful, {"include_cautions": True}
    yield "routine-changed", hipkit.resize(varied, 12, catalogue=sample), {}
    yield "routine-from-a-protocol", protocol, {}
    yield "compact-routine", hipkit.compact(packaged), {}
    yield "compact-routine-without-its-cautions", hipkit.compact(careful), {}
    yield "exercise", sample["split-squat"], {}
    yield "exercises", own_exercises(), {}
    yield "full-explanation", hipkit.explain(careful, catalogue=sample), {}
    yield "exercise-evidence", hipkit.evidence_for("clamshell"), {}
    yield "policy", hipkit.default_policy(hipkit.Goal.STRENGTH), {}
    yield "study", own_exercises().studies[0], {}


def main() -> int:
    """Write every document of the present format that is not there yet; return how many."""
    folder = FOLDER / f"format-{FORMAT}"
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, noun, how in documents():
        file = folder / f"{name}.json"
        if not file.exists():
            written += 1
            text = hipkit.dumps(noun, **how)
            file.write_text(
                json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
            )
            print(f"wrote {file.name}")
    return written


if __name__ == "__main__":
    sys.exit(min(main(), 99))
