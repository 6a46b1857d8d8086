"""Check every invariant of the packaged records: `python tools/invariants.py`.

It reads the JSON sources by itself and shares no code with hipkit. It prints how many records each
invariant touches and how many break it, then each violation, and exits with their number. An
invariant that touches no record is a violation too: it would pass whatever the data said.
"""

from __future__ import annotations

import sys

from record_rules import basis, body, doses, errors, errors_later, exposures, links, words
from record_rules.reading import World, read
from record_rules.registry import INVARIANTS, Invariant

ROOMS = (errors, errors_later, body, exposures, doses, links, words, basis)
"""Importing a room registers its invariants."""


def violations(invariant: Invariant, world: World) -> list[str]:
    """Return the complaints of *invariant*, or that it touches nothing."""
    if not invariant.touched(world):
        return [f"touches no record ({invariant.rule})"]
    return invariant.complaints(world)


def by_name(invariant: Invariant) -> tuple[bool, str]:
    """Sort the numbered errors first."""
    return not invariant.name.startswith("error-"), invariant.name


def main(world: World | None = None) -> int:
    """Print the table and the violations; return how many there are."""
    world = world or read()
    found = {
        invariant.name: violations(invariant, world)
        for invariant in sorted(INVARIANTS, key=by_name)
    }
    width = max(len(name) for name in found)
    print(f"{'invariant':{width}} | touched | violations")
    for invariant in sorted(INVARIANTS, key=by_name):
        touched = len(invariant.touched(world))
        print(f"{invariant.name:{width}} | {touched:7} | {len(found[invariant.name]):10}")
    for name, complaints in found.items():
        for complaint in complaints:
            print(f"{name}: {complaint}")
    print("steps most alike between families:")
    for ratio, one, other in words.closest(world, 5):
        print(f"  {ratio:.2f} {one}, {other}")
    total = sum(map(len, found.values()))
    print(f"{total} violations of {len(INVARIANTS)} invariants")
    return total


if __name__ == "__main__":
    sys.exit(min(99, main()))
