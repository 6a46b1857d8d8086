"""Whether 200 requests are answered, and figures drawn, with the bytes that are kept: `python tools/same_bytes.py`.

Needs hipkit and the standard library only, so it runs wherever Python does. Prints the Python, a hash over
all answers, and whatever differs from `tests/golden/same_bytes.json`; exits with the number of differences
(99 at most). `--write` keeps the present answers, after a change of data, words, policies or stored format.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import hipkit
from hipkit.storing.schema import every_schema

FILE = Path(__file__).parent.parent / "tests" / "golden" / "same_bytes.json"


def stored(request: dict[str, Any]) -> tuple[str, hipkit.Routine | None]:
    """Return the answer to *request* as text, and the routine unless it was refused."""
    try:
        routine = hipkit.build_routine(**request)
    except hipkit.NoRoutine as refusal:
        return str(refusal), None
    text = hipkit.dumps(routine, include_cautions=True)
    if hipkit.loads(text, hipkit.Routine) != routine:
        raise AssertionError(f"it comes back from storing as another: {request}")
    return text, routine


def answered(kept: dict[str, Any]) -> dict[str, Any]:
    """Return *kept* with what the present hipkit answers on the present Python."""
    answers, texts, pages = (sha256() for _ in range(3))
    records: list[dict[str, Any]] = []
    for record in kept["requests"]:
        text, routine = stored(record["request"])
        answers.update(text.encode())
        if routine is not None:
            texts.update(hipkit.to_text(routine).encode())
            pages.update(hipkit.to_markdown(routine).encode())
        own = sha256(text.encode()).hexdigest()[:16]
        records.append({"answer": own, "request": record["request"]})
    schemas = sha256(json.dumps(every_schema()).encode())
    figures = sha256()
    for number, id in enumerate(hipkit.load_catalogue().ids):
        figures.update(hipkit.draw(id, animated=number % 5 == 0).encode())
    totals = {
        "answers": answers,
        "text": texts,
        "markdown": pages,
        "schemas": schemas,
        "figures": figures,
    }
    return {
        "about": kept["about"],
        "hipkit": hipkit.__version__,
        "totals": {name: each.hexdigest() for name, each in totals.items()},
        "requests": records,
    }


def differences(kept: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """Yield what *now* differs in from what was *kept*, totals first, then request by request."""
    if now["hipkit"] != kept["hipkit"]:
        yield f"kept by hipkit {kept['hipkit']}, and this is {now['hipkit']}"
    for name, total in now["totals"].items():
        if total != kept["totals"].get(name):
            yield f"{name}: {total} instead of {kept['totals'].get(name)}"
    for number, (was, record) in enumerate(zip(kept["requests"], now["requests"], strict=True), 1):
        if record != was:
            yield f"request {number} is answered otherwise: {json.dumps(record['request'])}"


def written(kept: dict[str, Any]) -> str:
    """Return *kept* as the text of its file: one line for each request."""
    head = json.dumps({**kept, "requests": []}, indent=1, ensure_ascii=False).removesuffix("[]\n}")
    lines = (json.dumps(each, ensure_ascii=False) for each in kept["requests"])
    return head + "[\n" + ",\n".join(lines) + "\n]}\n"


def main(*, write: bool = False) -> int:
    """Answer every request, tell what differs, and keep the present answers if asked to."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    now = answered(kept)
    python = f"{platform.python_implementation()} {platform.python_version()} on {sys.platform}"
    print(f"{python}: {len(now['requests'])} requests, {now['totals']['answers']}")
    if write:
        FILE.write_text(written(now), encoding="utf-8", newline="\n")
        return 0
    found = list(differences(kept, now))
    for each in found[:20]:
        print(each)
    print(f"{len(found)} differences from what is kept")
    return len(found)


if __name__ == "__main__":
    sys.exit(min(99, main(write="--write" in sys.argv)))
