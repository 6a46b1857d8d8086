"""The page of the worst input: what was tried, under which limits, and what it took."""

from __future__ import annotations

from fuzzing.fuzzed import fuzzed
from fuzzing.running import MOST_KIBIBYTES, MOST_SECONDS
from fuzzing.values import LARGEST

from .parts import code, page, table


def fuzzing_page() -> str:
    """Return the page of what was tried: each target with its cases, slowest, most memory, faults."""
    kept = fuzzed()
    rows = [
        [
            code(name),
            f"{said['cases']:,}",
            f"{said['slowest']}",
            f"{said['memory'] / 1_024:.1f}",
            f"{said['faults']}",
        ]
        for name, said in sorted(kept.items())
    ]
    cases = sum(said["cases"] for said in kept.values())
    return page(
        "The worst input",
        "Whatever data a public function is given, it answers, or raises a `HipkitError`. `tools/fuzz.py` tries "
        "that with valid documents changed in the data and in the text, hostile values for every argument, files "
        "and folders as strangers might fill them, and nouns whose every text is hostile. A case is a function of "
        "target, seed and number, so each can be run again.",
        f"A case may take {MOST_SECONDS:g} s of processor time and {MOST_KIBIBYTES // 1_024} MiB over what the "
        f"process began with; texts and files have up to {LARGEST:,} characters or bytes. A fault is another exception, "
        "a limit that is passed, an answer that cannot be stored and read back, a text with a character that steers a "
        "terminal, or Markdown with markup that is not hipkit's own. Memory is the rise of the high-water mark of a "
        "child process that runs up to 500 cases, so it is at least what the worst of them took.",
        f"{cases:,} cases:",
        table(("target", "cases", "slowest (ms)", "most memory (MiB)", "faults"), rows),
        "## How far it goes",
        "Data is texts, files, plain data, and values of Python's own types, of any size, nested or endless. An object "
        "whose own code fails (in `__iter__`, `__eq__`, `__hash__`) raises what it raises; one whose `repr` fails is "
        "named by its class. Calls that Python refuses by itself (a missing argument) are its own errors, and so are "
        "the word lists, which are enums. An error lists 1,000 problems; where there are more, the last says so. "
        "Methods that are tried like functions are those of `Catalogue`, `Evidence` and `Words`, and "
        "`Request.from_words`. A catalogue that is made to defeat the search can take longer than a second.",
    )
