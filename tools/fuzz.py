"""Try the worst input: `python tools/fuzz.py [target ...] --cases N --seed S`.

Prints a line a target: cases, the slowest (ms of processor time), the most memory over what the process
began with (KiB), and the faults; exits with the number of faults (99 at most). A fault is an exception
that is no `HipkitError`, an answer that breaks what `fuzzing/judging.py` expects, more than 1 s, or more
than 64 MiB; its case is told by target, seed and number, and `--only NUMBER` runs it alone.

`--state FILE` keeps what was done, so that a long run goes on where it was stopped. `--keep` keeps the
figures for the docs. `--guided SECONDS` lets atheris look for inputs that reach new code instead.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from fuzzing import fuzzed
from fuzzing.running import Seen, batches, case, outcome
from fuzzing.targets import TARGETS
from judging.keeping import keep_in, kept_in

NAMES = {each.name: each for each in TARGETS}


def shares(names: list[str], cases: int) -> dict[str, int]:
    """Return how many of all *cases* each target gets, by their shares."""
    whole = sum(NAMES[name].share for name in names)
    return {name: -(-cases * NAMES[name].share // whole) for name in names}


def line(name: str, said: dict[str, Any]) -> str:
    """Return the line of one target."""
    faults = "no fault" if not said["faults"] else f"{said['faults']} FAULTS"
    figures = f"{said['cases']:>9} cases, slowest {said['slowest']:>5} ms, {said['memory']:>6} KiB"
    return f"{name:<26} {figures}, {faults}"


def run(name: str, cases: int, seed: int, processes: int, state: Path | None) -> dict[str, Any]:
    """Run *cases* of one target, from where *state* says that it stopped; return its figures."""
    said: dict[str, Any] = {"cases": 0, "slowest": 0, "memory": 0, "faults": 0, "seed": seed}
    if state is not None and kept_in(state).get(name, said)["seed"] == seed:
        said = kept_in(state).get(name, said)
    kept = time.monotonic()
    for seen in batches(NAMES[name], seed, range(said["cases"], cases), processes):
        said = _added(said, seen)
        for fault in seen.faults:
            print(f"FAULT {name} --seed {seed} --only {fault.number}: {fault.what}\n{fault.told}")
        if state is not None and time.monotonic() - kept > 10:
            keep_in(state, name, said)
            kept = time.monotonic()
    if state is not None:
        keep_in(state, name, said)
    return said


def _added(said: dict[str, Any], seen: Seen) -> dict[str, Any]:
    return {
        **said,
        "cases": said["cases"] + seen.cases,
        "slowest": max(said["slowest"], round(seen.slowest)),
        "memory": max(said["memory"], seen.memory),
        "faults": said["faults"] + len(seen.faults),
    }


def only(name: str, seed: int, number: int) -> int:
    """Run one case here, and tell all about it."""
    made = case(NAMES[name], seed, number)
    try:
        print(ascii(repr(made)[:2_000]))
    except Exception as error:  # hostile, even to be looked at
        print(f"a case that cannot be shown: {type(error).__name__}")
    took, fault = outcome(NAMES[name], made, number)
    print(f"{took:.1f} ms" if fault is None else f"{fault.what}\n{fault.told}")
    return int(fault is not None)


def main(asked: argparse.Namespace) -> int:
    """Run what is *asked* for; return how many faults there were."""
    names = asked.targets or list(NAMES)
    if asked.guided:
        from fuzzing.guided import guide

        return guide(names[0], asked.guided)
    if asked.only is not None:
        return only(names[0], asked.seed, asked.only)
    faults = 0
    for name, cases in shares(names, asked.cases).items():
        said = run(name, cases, asked.seed, asked.processes, asked.state)
        print(line(name, said), flush=True)
        faults += said["faults"]
        if asked.keep:
            fuzzed.keep(name, said)
    return faults


def options(arguments: list[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Try the worst input.")
    parser.add_argument("targets", nargs="*", help=", ".join(NAMES))
    parser.add_argument("--cases", type=int, default=20_000, help="in all (20,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="run that case of one target")
    parser.add_argument("--processes", type=int, default=1, help="at once")
    parser.add_argument("--state", type=Path, metavar="FILE", help="go on where a run was stopped")
    parser.add_argument("--keep", action="store_true", help="keep the figures for the docs")
    parser.add_argument("--guided", type=int, default=0, metavar="SECONDS", help="with atheris")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.targets) - set(NAMES):
        parser.error(f"no target: {', '.join(sorted(unknown))}")
    return asked


if __name__ == "__main__":
    sys.exit(min(99, main(options(sys.argv[1:]))))
