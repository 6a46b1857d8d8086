"""Mutation testing of what decides: `python tools/mutants.py [room ...]`, all rooms unless told which.

In a copy of the project, mutmut changes one thing of a room at a time and runs the tests of the room, of
which at least one must fail. Prints how many changes were noticed, and every one that was not and that
`judging/mutants.json` does not explain; exits with the number of those (99 at most). `--keep` keeps
figures and survivors for the docs; a new survivor is to be explained there by hand. `--folder` keeps the
copy: there, only what changed since is tried again, and what was not killed.

Needs `pip install '.[test,mutants]'`, and takes a quarter of an hour a room.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from judging.mutants import Survivor, Tally, explained, keep

ROOT = Path(__file__).parent.parent
_MUTANT = re.compile(
    r"hipkit\.(?P<module>[\w.]+)\.x(?:ǁ(?P<owner>\w+)ǁ|_)(?P<name>\w+)__mutmut_\d+"
)
_TOLD = re.compile(r"^\s+(?P<mutant>hipkit\.\S+): (?P<status>.+)$", re.MULTILINE)


class Room(NamedTuple):
    """Files that are changed, and the tests that must notice, without those that *slow* names.

    Each law is tried on so many *examples*; after *patience* times its seconds a test never ends.
    """

    files: tuple[str, ...]
    tests: tuple[str, ...]
    slow: str = ""
    examples: int = 5
    patience: float = 6


ROOMS = {
    "eligibility": Room(("composing/eligibility.py",), ("composing/test_eligibility.py",)),
    "selection": Room(
        ("composing/selection.py",),
        ("composing/test_selection.py", "model/test_policy.py", "composing/test_landing.py"),
        "every_packaged or drawn_routine",
        15,
    ),
    "dosing": Room(
        ("composing/worth.py", "composing/preparing.py", "model/timing.py"),
        ("composing/test_worth.py", "composing/test_preparing.py", "model/test_timing.py"),
    ),
    "ordering": Room(
        ("composing/ordering.py", "composing/chaining.py"), ("composing/test_ordering.py",)
    ),
    "search": Room(
        ("composing/_search/*.py",),
        (
            "composing/test_search.py",
            "composing/test_search_against_brute_force.py",
            "composing/test_corners.py",
        ),
        examples=40,
        patience=2,
    ),
    "plugins": Room(("plugins.py", "catalogue/plugged.py"), ("catalogue/test_plugins.py",)),
    "catalogue": Room(
        (
            "catalogue/__init__.py",
            "catalogue/container.py",
            "catalogue/guidance.py",
            "catalogue/integrity.py",
            "catalogue/packaged.py",
            "catalogue/reading.py",
            "catalogue/search.py",
        ),
        (
            "catalogue/test_container.py",
            "catalogue/test_ids.py",
            "catalogue/test_integrity.py",
            "catalogue/test_packaged.py",
            "catalogue/test_packaged_errors.py",
            "catalogue/test_packs.py",
            "catalogue/test_reading.py",
            "catalogue/test_said.py",
            "catalogue/test_search.py",
            "test_asking.py",
        ),
    ),
    "asking": Room(
        tuple(
            f"asking/{name}.py"
            for name in ("__init__", "arguments", "changing", "compacting", "many", "shipping")
        ),
        (
            "asking/test_compacting.py",
            "asking/test_said.py",
            "asking/test_small_print.py",
            "appraising/test_evidence_for.py",
            "evidence/test_protocols.py",
            "test_asking.py",
            "test_many.py",
            "test_rules.py",
            "composing/test_changing.py",
        ),
        "cluster or best_of_what_is_left",
    ),
    "storing": Room(
        ("storing/*.py",),
        ("storing", "catalogue/test_packs.py"),
        "any_catalogue or round_trip or fits_the_schema or agree_on or no_matter_of or whatever",
    ),
}

# A failure need not be explained, and what mutmut leaves open in its workers is no failure of a test.
_OPTIONS = ["--assert=plain", "--tb=no", "-p", "no:unraisableexception"]

# The workers of "fork" would inherit what the tests keep in the parent.
_CONFIGURATION = """
[tool.mutmut]
source_paths = ["src/hipkit"]
only_mutate = {files}
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = {options}
also_copy = ["src", "tests", "tools", "benchmarks", "conftest.py", "README.md", "docs"]
timeout_multiplier = {patience}
timeout_constant = 4.0
process_isolation = "forkserver"
"""
# Fewer examples, none of them shrunk, can only leave more survivors. mutmut names the tests it wants: where
# their file cannot even be read, pytest calls that a wrong use, and mutmut a timeout.
_SETUP_OF_TESTS = """
from hypothesis import Phase

settings.register_profile(
    "quick",
    settings.get_profile("quick"),
    max_examples={examples},
    phases=(Phase.explicit, Phase.generate),
)


def pytest_sessionfinish(session, exitstatus):
    if exitstatus == 4 and session.testsfailed:
        session.exitstatus = 1
"""


def copied(room: Room, folder: Path) -> None:
    """Copy the project's files to *folder*, set up to mutate *room*."""
    listed = subprocess.run(
        ("git", "ls-files", "-co", "--exclude-standard"),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            _CONFIGURATION.format(
                files=[f"src/hipkit/{each}" for each in room.files],
                tests=[f"tests/{each}" for each in room.tests],
                patience=float(room.patience),
                options=_OPTIONS + (["-k", f"not ({room.slow})"] if room.slow else []),
            )
        )
    with (folder / "tests" / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(_SETUP_OF_TESTS.format(examples=room.examples))


def survivor(mutant: str, folder: Path) -> Survivor:
    """Return what *mutant* changed, and where."""
    shown = _mutmut(folder, "show", mutant).splitlines()
    lines = [line for line in shown if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    before, after = (
        " ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+"
    )
    found = _MUTANT.fullmatch(mutant)
    assert found is not None
    owner = f"{found['owner']}." if found["owner"] else ""
    return Survivor(found["module"], owner + found["name"], before, after)


def _mutmut(folder: Path, *words: str, aloud: bool = False) -> str:
    command = (sys.executable, "-m", "mutmut", *words)
    out = None if aloud else subprocess.PIPE
    return subprocess.run(command, cwd=folder, check=not aloud, stdout=out, text=True).stdout or ""


def tally(name: str, children: int, folder: Path) -> Tally:
    """Mutate the room called *name* in *folder*, and return what became of every mutant."""
    copied(ROOMS[name], folder)
    run = ("run", "--max-children", str(children))
    is_again = (folder / "mutants").exists()
    _mutmut(folder, *run, aloud=True)
    became = outcomes(folder)
    again = [each for each, status in became.items() if status != "killed"]
    if is_again and again:
        _mutmut(folder, *run, *again, aloud=True)
        became = outcomes(folder)
    statuses = list(became.values())
    return Tally(
        len(became),
        statuses.count("killed"),
        statuses.count("timeout"),
        tuple(sorted(survivor(each, folder) for each in left(became))),
    )


def outcomes(folder: Path) -> dict[str, str]:
    """Return what became of each mutant."""
    told = _mutmut(folder, "results", "--all", "true")
    return {each["mutant"]: each["status"] for each in _TOLD.finditer(told)}


def left(became: dict[str, str]) -> list[str]:
    """Return the mutants that nothing noticed."""
    return [each for each, status in became.items() if status not in ("killed", "timeout")]


def main(arguments: argparse.Namespace) -> int:
    """Mutate rooms one by one; return how many survivors nobody has explained."""
    unexplained = 0
    for name in arguments.rooms:
        with tempfile.TemporaryDirectory() as made:
            kept = arguments.folder / name if arguments.folder else Path(made)
            found = tally(name, arguments.children, kept)
        print(f"{name}: {found.noticed} of {found.mutants} changes were noticed, {found.percent} %")
        for each in found.survivors:
            if not explained(name, each):
                unexplained += 1
                print(
                    f"  not explained: {each.module} {each.function}: {each.before} → {each.after}"
                )
        if arguments.keep:
            keep(name, found)
    return min(unexplained, 99)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Mutation testing of what decides.")
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), help=", ".join(ROOMS))
    parser.add_argument("--children", type=int, default=1, help="processes at once")
    parser.add_argument(
        "--folder", type=Path, help="keep the copies in this folder, and go on there"
    )
    parser.add_argument("--keep", action="store_true", help="keep figures and survivors")
    asked = parser.parse_args()
    if unknown := set(asked.rooms) - set(ROOMS):
        parser.error(f"no room: {', '.join(sorted(unknown))}")
    sys.exit(main(asked))
