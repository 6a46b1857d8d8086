"""The start: importing, loading, the first routine, and where the time of it goes."""

from __future__ import annotations

import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from hipkit.catalogue import _packaged as packaged
from hipkit.catalogue.packaged import read_packaged

from .timing import Row, in_process, process, timed

DATA = Path(__file__).parent.parent / "src" / "hipkit" / "data"
FIRST_ROUTINE = "import hipkit; hipkit.build_routine()"
STAGES = """
import json, time
times = [time.perf_counter()]
import hipkit
from hipkit.catalogue import _packaged as packaged
hipkit.build_routine
times.append(time.perf_counter())
hipkit.load_catalogue()
times.append(time.perf_counter())
hipkit.load_safety(), hipkit.load_tips()
times.append(time.perf_counter())
hipkit.build_routine()
times.append(time.perf_counter())
print(json.dumps([1e3 * (b - a) for a, b in zip(times, times[1:])]))
"""
STAGE_NAMES = ("import its rooms", "load the catalogue", "load safety and tips", "compose")


def loads(repeats: int) -> dict[str, float]:
    """Time loading the catalogue beside `json.loads` of the records' files, and of its pack."""
    texts = [
        each.read_text(encoding="utf-8")
        for folder in ("exercises", "words/en/exercises")
        for each in DATA.joinpath(folder).iterdir()
    ]
    pack = DATA.joinpath("packs", "catalogue.json").read_text(encoding="utf-8")
    load: Callable[[], object] = packaged.__wrapped__  # past the cache
    calls: dict[str, Callable[[], object]] = {
        "records": lambda: [json.loads(text) for text in texts],
        "pack": lambda: json.loads(pack),
        "load": load,
        "strict": lambda: read_packaged(DATA),
    }
    read_packaged(DATA)
    return {
        name: statistics.median(timed(call) for _ in range(repeats)) for name, call in calls.items()
    }


def _imports(code: str) -> dict[str, float]:
    """Return the milliseconds that each module takes by itself to be imported for *code*."""
    times: dict[str, float] = {}
    for line in in_process(code, "-X", "importtime").stderr.splitlines():
        own, _, rest = line.removeprefix("import time:").partition("|")
        if own.strip().isdigit():
            times[rest.partition("|")[2].strip()] = int(own) / 1e3
    return times


def _owner(module: str) -> str:
    """Return whose a module is: a room of hipkit, third party, or the standard library."""
    top, *below = module.split(".")
    if top == "hipkit":
        return f"hipkit.{below[0]}" if below else "hipkit"
    return "standard library" if top in sys.stdlib_module_names else "third party"


def where_imports_go(repeats: int) -> list[Row]:
    """Return the imports of the first routine, by whose they are, without the interpreter's own."""
    bare = _imports("pass")
    found: dict[str, list[float]] = defaultdict(list)
    modules: dict[str, int] = {}
    for _ in range(repeats):
        sums: dict[str, float] = defaultdict(float)
        counted: dict[str, int] = defaultdict(int)
        for module, own in _imports(FIRST_ROUTINE).items():
            if module not in bare:
                sums[_owner(module)] += own
                counted[_owner(module)] += 1
        modules = counted
        for owner, total in sums.items():
            found[owner].append(total)
    rows = [
        Row(f"  imports: {owner}", statistics.median(times), "ms", f"{modules[owner]} modules")
        for owner, times in found.items()
    ]
    return sorted(rows, key=lambda row: -row.value)


def stages(repeats: int) -> list[Row]:
    """Return the stages of the first routine in a fresh interpreter."""
    runs: list[list[float]] = [json.loads(in_process(STAGES).stdout) for _ in range(repeats)]
    medians = map(statistics.median, zip(*runs, strict=True))
    return [
        Row(f"  stage: {name}", median, "ms")
        for name, median in zip(STAGE_NAMES, medians, strict=True)
    ]


def rows(repeats: int) -> list[Row]:
    """Return the rows about the start."""
    bare = process("pass", repeats)
    front = process("import hipkit", repeats)
    imports = process("import attrs, cattrs, json, importlib.resources", repeats)
    cold = process(FIRST_ROUTINE, repeats)
    load = loads(repeats)
    return [
        Row("a bare interpreter", bare, "ms"),
        Row("import hipkit", front - bare, "ms", "over the bare interpreter"),
        Row("import attrs, cattrs, json, importlib.resources", imports, "ms"),
        Row("cold: import hipkit; build_routine()", cold, "ms", f"{cold / imports:.2f} x those"),
        *stages(repeats),
        *where_imports_go(repeats),
        Row("json.loads of the exercise records' files", load["records"], "ms"),
        Row("json.loads of the catalogue's pack", load["pack"], "ms"),
        Row(
            "load_catalogue()",
            load["load"],
            "ms",
            f"{load['load'] / load['records']:.2f} x json.loads of the records' files, "
            f"{load['load'] / load['pack']:.2f} x of the pack",
        ),
        Row("read every packaged record strictly", load["strict"], "ms", "for tools and tests"),
    ]
