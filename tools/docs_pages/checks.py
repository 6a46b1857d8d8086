"""The pages of what is checked: the 47 objections to a routine, and the invariants of records."""

from __future__ import annotations

from invariants import by_name
from judging.measured import REMAINING, measured
from judging.mutants import tallies
from judging.registry import OBJECTIONS, Objection
from record_rules.reading import read
from record_rules.registry import INVARIANTS

from .parts import page, table, text

HOW = {
    "E": "eligibility: such an exercise is left out",
    "K": "a cap of the policy, or its time",
    "W": "a weight of the policy",
    "O": "the order",
    "D": "the bands of dose",
    "T": "the words shown",
    "G": "a stop",
    "C": "the records",
}


def _share(true: int, applies: int) -> str:
    return f"{100 * true / applies:.2f} %" if true else "0"


def _row(each: Objection, counts: dict[str, list[int]]) -> list[str]:
    applies, true = counts[str(each.number)]
    beside = "; ".join(said for said in (REMAINING.get(each.number, ""), each.beside) if said)
    cells = [f"{each.number}", text(each.text), each.severity, "; ".join(HOW[h] for h in each.how)]
    return [*cells, f"{applies}", _share(true, applies), text(beside) or "–"]


def objections_page() -> str:
    """Return the page of what makes a routine wrong, and how often it was so."""
    crowd, grid = measured()["crowd"], measured()["grid"]
    outcomes = ", ".join(f"{number} {text(name)}" for name, number in crowd["outcomes"].items())
    corners = ", ".join(f"{number} {text(name)}" for name, number in grid["outcomes"].items())
    columns = ("no", "true = wrong", "severity", "met by", "applies to", "true of", "beside")
    return page(
        "What makes a routine wrong",
        "Forty-seven objections. One marked *never* that is true is a bug. One to *avoid* costs worth "
        "or is kept rare by the order; one *prefer not* is looked at. Each has a test that "
        "shows a doctored routine to its check, which must complain.",
        f"Measured in {crowd['requests']} random requests over every field ({outcomes}) by "
        "`tools/objections.py`, which reads the routines and shares no code with hipkit. "
        "Shares are of the routines that an objection applies to. The kept "
        "figures are of the data and policy of this release.",
        table(columns, (_row(each, crowd["objections"]) for each in OBJECTIONS)),
        "## Every corner",
        f"`tools/grid.py` asks for every goal, level, kit of one, single caution, four choices of "
        f"positions and three of minutes: {grid['requests']} requests ({corners}). All "
        f"{grid['hints']} hints of the refusals were followed and work; none weakens a caution or the "
        f"level. Rules broken: {grid['violations']}. Refused without a caution:",
        "\n".join(f"- {text(line)}" for line in grid["refused"]) or "none.",
        "Refused with a caution, the most frequent:",
        "\n".join(f"- {times} × {text(what)}" for what, times in grid["careful"][:12]),
    )


def invariants_page() -> str:
    """Return the page of the invariants of records, with how many records each touches."""
    world = read()
    rows = [
        [text(each.name), text(each.rule), f"{len(each.touched(world))}"]
        for each in sorted(INVARIANTS, key=by_name)
    ]
    return page(
        "Invariants of the records",
        f"{len(rows)} rules that every packaged record keeps, checked by `tools/invariants.py` from the "
        "JSON sources, without hipkit's own code. The numbered ones are errors that open data sets make. "
        "A rule that touches no record fails too, since it would pass whatever the data said.",
        table(("name", "rule", "records it touches"), rows),
    )


def mutants_page() -> str:
    """Return the page of mutation testing: figures by room, and every survivor with its reason."""
    rows: list[list[str]] = []
    left: list[str] = []
    for name, (tally, why) in sorted(tallies().items()):
        counts = (tally.mutants, tally.killed, tally.timed_out, len(tally.survivors))
        rows.append([text(name), *map(str, counts), f"{tally.percent} %"])
        if why:
            cells = (
                [
                    text(f"{each.module}: {each.function}"),
                    _line(each.before),
                    _line(each.after),
                    text(reason),
                ]
                for each, reason in why.items()
            )
            columns = ("where", "line", "changed to", "why no test can, or does, notice")
            left += [f"## {text(name)}", table(columns, cells)]
    return page(
        "Mutation testing",
        "A test that cannot fail shows nothing. So a tool changes one thing at a time in what decides (a number, a "
        "comparison, an argument) and runs the tests of that room, of which at least one must fail or never come to an "
        "end. `tools/mutants.py` does it with mutmut, in a copy of the project; tables at the top of a file, properties "
        "and other decorated functions are not changed by it. The figures of the search are of several runs put together: "
        "every change was tried, those that went unnoticed once more with the tests that came since.",
        table(("room", "changes", "failed a test", "never ended", "unnoticed", "noticed"), rows),
        "Every change that went unnoticed is listed, with the reason why the answer is the same.",
        *left,
    )


def _line(said: str) -> str:
    """Return a line of code, short enough for a table."""
    return text(said if len(said) <= 120 else said[:119] + "…")
