"""Measure the 47 objections in random requests: `python tools/objections.py [how many]`.

Prints, of each objection, to how many routines it applies and of how many it is true; `--by` adds goal,
level and minutes for what is true, with examples; `--keep` keeps the table for the docs; `--shapes`
prints sessions beside the shapes they should have. Exits with the number of violations: what is marked
never, and broken laws (99 at most).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from judging.asking import EXAMPLES, Seen, crowd, known
from judging.measured import keep
from judging.others import wrong_records
from judging.registry import OBJECTIONS
from judging.sessions import shape_lines

_TOLD = 1
"""Percent of what an objection applies to from which its parts are told with --by."""


def table(seen: Seen) -> list[str]:
    """Return the table of all objections."""
    head = ("no", "severity", "objection", "how", "applies", "true", "share")
    lines = [row(*head), row(*("-" * len(each) for each in head))]
    for each in OBJECTIONS:
        applies, true = seen.times(each.number)
        share = f"{100 * true / applies:.2f} %" if applies else "-"
        lines.append(row(each.number, each.severity, each.text, each.how, applies, true, share))
    return lines


def row(number: object, severity: str, text: str, how: str, *numbers: object) -> str:
    """Return one line of the table."""
    counted = " ".join(f"{each!s:>8}" for each in numbers)
    return f"{number!s:>2} {severity:<10} {text:<76} {how:<3} {counted}"


def parts(seen: Seen, number: int) -> list[str]:
    """Return where an objection is true: its share by goal and level, by minutes, and examples."""
    lines: list[str] = []
    for names, places in ((("goal", "level"), (1, 2)), (("goal", "minutes"), (1, 3))):
        applies: Counter[str] = Counter()
        true: Counter[str] = Counter()
        for counts, all_counts in ((applies, seen.applies), (true, seen.true)):
            for cell, times in all_counts.items():
                if cell[0] == number:
                    counts[" ".join(str(cell[place]) for place in places)] += times
        shares = [f"{name} {100 * true[name] / applies[name]:.1f} %" for name in sorted(true)]
        lines.append(f"    by {' and '.join(names)}: {', '.join(shares)}")
    return lines + [f"    {told}" for told in shortest(seen.examples.get(number, []))]


def shortest(examples: list[str]) -> list[str]:
    """Return the examples that ask for least, because they are the easiest to look at."""
    return sorted(examples, key=len)[:EXAMPLES]


def by_part(seen: Seen) -> list[str]:
    """Return the parts of every objection that is true too often to be an accident."""
    lines: list[str] = []
    for each in OBJECTIONS:
        applies, true = seen.times(each.number)
        if each.severity != "never" and applies and 100 * true >= _TOLD * applies:
            lines += [f"({each.number}) {each.text}", *parts(seen, each.number)]
    return lines


def kept(seen: Seen, count: int) -> dict[str, Any]:
    """Return what the docs show of what was seen."""
    return {
        "requests": count,
        "outcomes": dict(seen.outcomes),
        "objections": {str(each.number): list(seen.times(each.number)) for each in OBJECTIONS},
    }


def main(count: int, *, by: bool = False, kept_for_docs: bool = False) -> int:
    """Measure *count* random requests; return the number of violations."""
    seen = crowd(count)
    if kept_for_docs:
        keep("crowd", kept(seen, count))
    print(f"{count} requests: {dict(seen.outcomes)}; without cautions: {dict(seen.free)}")
    print(f"{seen.rendered} of them rendered as text, full text and Markdown")
    print("\n".join(table(seen)))
    if by:
        print("\n".join(by_part(seen)))
    violations = seen.violations + [f"catalogue: {each}" for each in wrong_records(known())]
    for violation in sorted(violations, key=len)[:20]:
        print("VIOLATION", violation)
    print(f"{len(violations)} violations")
    return len(violations)


def asked(arguments: list[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("count", nargs="?", type=int, default=20_000)
    parser.add_argument("--by", action="store_true", help="where each objection is true")
    parser.add_argument("--keep", action="store_true", help="keep the table for the docs")
    parser.add_argument("--shapes", action="store_true", help="sessions beside their shapes")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    options = asked(sys.argv[1:])
    if options.shapes:
        print("\n".join(shape_lines()))
        sys.exit(0)
    sys.exit(min(99, main(options.count, by=options.by, kept_for_docs=options.keep)))
