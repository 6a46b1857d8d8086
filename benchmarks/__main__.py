"""Measure hipkit side by side with what it is compared to, in one run.

`python -m benchmarks` prints one table; `--quick` measures once or twice, so that the code cannot rot;
`--json FILE` also writes the figures. Times vary between machines: quote the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import hipkit
from hipkit.catalogue import load_safety
from hipkit.catalogue.packaged import read_packaged
from hipkit.composing import default_policy
from hipkit.composing.eligibility import sift
from hipkit.composing.selection import choose, state

KITS = ([], ["mini-band"], ["mini-band", "chair", "step"], ["dumbbell", "bench", "foam-roller"])
HERE = Path(__file__).parent


def requests() -> list[hipkit.Request]:
    """Return the requests that are timed: every goal, level and a few kits and lengths."""
    return [
        hipkit.Request(minutes, goal=goal, level=level, equipment=kit)
        for minutes in (10, 20, 30, 45)
        for goal in hipkit.Goal
        for level in hipkit.Level
        for kit in KITS
    ]


def spread(times: list[float]) -> tuple[float, float]:
    """Return the median and the 90th percentile, in milliseconds."""
    ordered = sorted(times)
    return 1e3 * statistics.median(ordered), 1e3 * ordered[int(0.9 * (len(ordered) - 1))]


def timed(call: Callable[[], object]) -> float:
    """Return the seconds that one call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def whole_calls(repeats: int) -> tuple[float, float]:
    """Time `build_routine` on warm caches."""
    asked = requests()
    hipkit.build_routine(asked[0])
    return spread(
        [timed(lambda r=each: hipkit.build_routine(r)) for _ in range(repeats) for each in asked]
    )


def choices(repeats: int) -> tuple[float, float]:
    """Time the exact search alone: a stated problem in, its best choice out."""
    catalogue, safety = hipkit.load_catalogue(), load_safety()
    times: list[float] = []
    for each in requests():
        policy = default_policy(each.goal)
        stated = state(sift(catalogue, each, policy, safety).kept, each, policy)
        times += [timed(lambda s=stated, p=policy: choose(s, p)) for _ in range(repeats)]
    return spread(times)


def process(code: str, repeats: int) -> float:
    """Return the median milliseconds of a fresh interpreter that runs *code*."""
    command = [sys.executable, "-c", code]
    # an installed package has its byte code: the first run writes it, whatever the environment says
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(command, check=True, env=environment)

    run()
    return 1e3 * statistics.median(timed(run) for _ in range(repeats))


def loads(repeats: int) -> dict[str, float]:
    """Time loading the catalogue beside `json.loads` of the records' files, and of its pack."""
    data = files("hipkit").joinpath("data")
    texts = [
        each.read_text(encoding="utf-8")
        for folder in ("exercises", "words/en/exercises")
        for each in data.joinpath(folder).iterdir()
    ]
    pack = data.joinpath("packs", "catalogue.json").read_text(encoding="utf-8")
    load: Callable[[], object] = hipkit.load_catalogue.__wrapped__  # past the cache
    calls: dict[str, Callable[[], object]] = {
        "records": lambda: [json.loads(text) for text in texts],
        "pack": lambda: json.loads(pack),
        "load": load,
        "strict": read_packaged,
    }
    read_packaged()
    return {
        name: 1e3 * statistics.median(timed(call) for _ in range(repeats))
        for name, call in calls.items()
    }


def main() -> None:
    """Measure, print the table, and write the figures when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", metavar="FILE", type=Path)
    asked = parser.parse_args()
    repeats = 1 if asked.quick else 7
    choice, choice_90 = choices(repeats)
    whole, whole_90 = whole_calls(repeats)
    bare = process("pass", repeats + 2)
    front = process("import hipkit", repeats + 2)
    imports = process("import attrs, cattrs, json, importlib.resources", repeats + 2)
    cold = process("import hipkit; hipkit.build_routine()", repeats + 2)
    load = loads(repeats + 2)
    rows = [
        ("warm: the choice alone, median", choice, ""),
        ("warm: the choice alone, 90th percentile", choice_90, ""),
        ("warm: build_routine, median", whole, ""),
        ("warm: build_routine, 90th percentile", whole_90, ""),
        ("a bare interpreter", bare, ""),
        ("import hipkit, over the bare one", front - bare, ""),
        ("import attrs, cattrs, json, importlib.resources", imports, ""),
        ("cold: import hipkit; build_routine()", cold, f"{cold / imports:.2f} x the imports"),
        ("json.loads of the exercise records' files", load["records"], ""),
        ("json.loads of the catalogue's pack", load["pack"], ""),
        (
            "load_catalogue()",
            load["load"],
            f"{load['load'] / load['records']:.2f} x json.loads of the records' files",
        ),
        ("", load["load"], f"{load['load'] / load['pack']:.2f} x json.loads of the pack"),
        ("read every packaged record strictly (tools, tests)", load["strict"], ""),
    ]
    catalogue = hipkit.load_catalogue()
    print(f"hipkit {hipkit.__version__}, {len(catalogue)} exercises, {len(requests())} requests")
    for name, milliseconds, beside in rows:
        print(f"{name:50} {milliseconds:9.2f} ms  {beside}")
    if asked.json:
        figures = {name: round(milliseconds, 3) for name, milliseconds, _ in rows}
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
