"""The recorded requests and the answers that CP-SAT gave: drawn, written, read, compared.

Nothing here needs OR-tools; `python -m benchmarks.record` records anew.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import hipkit
from hipkit.catalogue import load_safety
from hipkit.pantry import data_version
from hipkit.storing import digest_of

from .statement import state

FILE = Path(__file__).with_name("requests.json")
COUNT = 1_200
SEED = 20_260_101
NOTHING = "no routine"
ANEW = "record anew with: python -m benchmarks.record"

Answer: TypeAlias = tuple[int, int] | None
"""Worth and seconds; None when no routine is allowed."""


class Recorded(NamedTuple):
    """A request in plain words, and the answer that was recorded for it."""

    words: dict[str, Any]
    answer: Answer


def _some(rng: random.Random, words: Iterable[object], most: int, often: float) -> list[str]:
    """Return a few of *words*, none of them in the rest of the cases."""
    listed = [str(each) for each in words]
    return sorted(rng.sample(listed, rng.randint(1, most))) if rng.random() < often else []


def _drawn(rng: random.Random, catalogue: hipkit.Catalogue) -> dict[str, Any]:
    """Return one request over all fields; what is empty is left out.

    Most of what is included could come, so that it is family, limits and clock that are tried. Now and
    then it could not; that is one id, because a refusal looks for every small change that would help.
    """
    kit = list(hipkit.Equipment)
    words: dict[str, Any] = {
        "minutes": rng.choice((5, 10, 15, 20, 30, 45, rng.randint(5, 60), rng.randint(5, 120))),
        "goal": str(rng.choice(list(hipkit.Goal))),
        "level": str(rng.choice(list(hipkit.Level))),
        "equipment": list(map(str, kit)) if rng.random() < 0.2 else _some(rng, kit, 8, 0.75),
        "focus": _some(rng, (*hipkit.Group, *hipkit.Muscle, *hipkit.Region), 3, 0.4),
        "cautions": _some(rng, hipkit.Caution, 3, 0.45),
        "positions": _some(rng, hipkit.Position, 14, 0.2),
        "exclude": _some(rng, catalogue.ids, 12, 0.3),
        "recent": _some(rng, catalogue.ids, 15, 0.4),
    }
    words = {name: value for name, value in words.items() if value != []}
    request = hipkit.Request.from_words(words)
    policy = hipkit.default_policy(request.goal)
    offers = state(catalogue, request, policy, load_safety()).offers
    could = sorted({id for id, _ in offers})
    include = _some(rng, could, min(4, len(could)), 0.35) if could else []
    if not include and rng.random() < 0.03:
        include = [rng.choice([id for id in catalogue.ids if id not in request.exclude])]
    return {**words, "include": include} if include else words


def draw(count: int = COUNT, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Yield *count* requests in plain words, always the same for the same catalogue and *seed*."""
    rng = random.Random(seed)
    catalogue = hipkit.load_catalogue()
    for _ in range(count):
        yield _drawn(rng, catalogue)


def stands_on() -> dict[str, Any]:
    """Return what the recorded answers depend on, as digests."""
    return {
        "data": data_version(),
        "catalogue": hipkit.load_catalogue().digest,
        "safety": digest_of(load_safety()),
        "policies": {str(goal): digest_of(hipkit.default_policy(goal)) for goal in hipkit.Goal},
    }


def answer_of(
    words: dict[str, Any],
    catalogue: hipkit.Catalogue | None = None,
    policy: hipkit.Policy | None = None,
) -> Answer:
    """Return the worth and seconds of hipkit's own answer."""
    request = hipkit.Request.from_words(words)
    try:
        routine = hipkit.build_routine(request, catalogue=catalogue, policy=policy)
    except hipkit.NoRoutine:
        return None
    certificate = routine.explanation.certificate
    assert certificate is not None
    return certificate.worth, certificate.seconds


def mismatches(recorded: Iterable[Recorded]) -> list[str]:
    """Return every request that hipkit answers otherwise than recorded, with both answers."""
    told: list[str] = []
    for each in recorded:
        found = answer_of(each.words)
        if found != each.answer:
            told.append(f"hipkit {found}, CP-SAT {each.answer}: {json.dumps(each.words)}")
    return told


def read() -> tuple[dict[str, Any], list[Recorded]]:
    """Return what the recorded answers stand on, and the requests with their answers."""
    plain = json.loads(FILE.read_text(encoding="utf-8"))
    recorded: list[Recorded] = []
    for each in plain["requests"]:
        answer = each["answer"]
        found = None if answer == NOTHING else (int(answer[0]), int(answer[1]))
        recorded.append(Recorded(each["request"], found))
    return plain["stands_on"], recorded


def write(recorded: Iterable[Recorded]) -> None:
    """Write the requests with their answers, one a line, under what they stand on."""
    lines = ",\n".join(
        json.dumps({"answer": each.answer or NOTHING, "request": each.words}) for each in recorded
    )
    about = "Answers (worth, seconds) of OR-tools CP-SAT to requests in plain words; " + ANEW
    head = json.dumps({"about": about, "seed": SEED, "stands_on": stands_on()}, indent=1)
    FILE.write_text(f'{head[:-2]},\n "requests": [\n{lines}\n]}}\n', encoding="utf-8")
