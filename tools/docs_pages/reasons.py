"""The page of reason codes: what each is about, its facts, and a sentence that it makes.

The facts stand as comments beside the codes in `hipkit.model.reason`; the examples here must have the
same ones, so neither list can be forgotten.
"""

from __future__ import annotations

import inspect
import re

import hipkit
from hipkit.model.reason import Fact, ReasonCode
from hipkit.rendering.reasons import sentence
from hipkit.rendering.voice import Voice

from .parts import code, codes, page, table, text

_PERCENT: dict[str, Fact] = {"percent": 120}
_EXAMPLES: dict[str, dict[str, Fact]] = {
    "retired": {"replaced_by": "clamshell"},
    "no-dose": {"goal": "recovery", "level": "beginner"},
    "level": {"needs": "intermediate", "has": "beginner"},
    "not-for-goal": {"goal": "recovery", "kind": "strength"},
    "unsafe-for-level": {"property": "impact", "word": "landing", "needs": "intermediate"},
    "equipment": {"any_of": "long-band,mini-band"},
    "position": {"position": "side-lying"},
    "caution": {"caution": "kneeling-hurts", "property": "contacts", "word": "kneecap"},
    "excluded": {},
    "own-rule": {"rule": "no_lunges", "why": "no lunges in race week"},
    "family-served": {"by": "clamshell"},
    "too-long": {"seconds": 125, "room": 80},
    "not-worth-its-time": {"worth": -300},
    "outbid": {"worth": 4200, "seconds": 125, "price": 40, "least_loss": 800},
    "grade": {"percent": 57},
    "focus": {"percent": 125},
    "own-level": {"percent": 70},
    "sets": {"percent": 62},
    "priority": _PERCENT,
    "one-sided": _PERCENT,
    "kind": {"percent": 93},
    "loaded": {"percent": 110},
    "place": {"percent": 80},
    "change-over": {"worth": 3600},
    "recent": {"percent": 97},
    "variety": {"percent": 104},
    "saturated": {"useful_minutes": 45},
    "nothing-more": {"spared": 31},
    "unknown-recent": {"ids": "acme.gone"},
    "seed-without-effect": {},
    "catalogue-differs": {},
    "easier": {"changes": "lever,support"},
    "harder": {"changes": "load"},
    "same-family": {"family": "clamshell"},
    "other-group": {"group": "abduction"},
    "no-alternative": {"group": "abduction"},
    "cannot-stay": {},
    "not-weighed": {},
    "substituted": {"instead_of": "clamshell", "name": "Clamshell", "loss": 240},
    "resized": {"minutes": 20},
    "restored": {},
    "protocol-dose": {"source": "mckay2020", "printed": "Hip hike, 3 × 20"},
    "protocol-blank": {"field": "sets", "used": "1"},
    "protocol-differs": {"how": "The source holds a weight"},
    "protocol-missing": {"printed": "Single-leg wall ball", "why": "it needs a ball"},
    "protocol-steps": {"printed": "Side plank", "step": 1, "steps": 3},
    "include-not-eligible": {},
    "includes-of-one-family": {"ids": "clamshell,clamshell-hold", "family": "clamshell"},
    "includes-over-limit": {"group": "abduction", "most": 2},
    "includes-over-time": {"seconds": 334, "room": 300, "phase": "main"},
    "no-main-item": {"goal": "strength"},
    "main-item-too-long": {"seconds": 125, "room": 80},
    "landing-without-warm-up": {"seconds": 65, "room": 40},
    "advice-only": {"caution": "groin-pain", "goal": "activation"},
}
"""Facts as they may be, by code."""

_SHOWN = """\
```python
>>> import hipkit
>>> answer = hipkit.explain(hipkit.build_routine(), "single-leg-deadlift")
>>> reason = answer.reasons[0]
>>> reason.code.value, dict(reason.facts)
('level', {'needs': 'intermediate', 'has': 'beginner'})
>>> reason["needs"]
'intermediate'
```"""

_LINE = re.compile(
    r'^    (?:# (?P<section>.+)|[A-Z_]+ = "(?P<code>[a-z-]+)"(?:  # (?P<facts>.+))?)$'
)


def _example(id: str, names: list[str], voice: Voice) -> str:
    facts = _EXAMPLES.get(id)
    if facts is None or sorted(facts) != sorted(names):
        raise ValueError(
            f"give an example with the facts {names} for {id!r} in tools/docs_pages/reasons.py"
        )
    return sentence(hipkit.Reason(ReasonCode(id), "", tuple(facts.items())), voice)


def reason_codes_page() -> str:
    """Return the page of the codes that a `Reason` may have, with facts and examples.

    Raises `ValueError` for a code without an example, or one whose facts are others.
    """
    voice = Voice(hipkit.load_words(), {each.id: each.name for each in hipkit.load_catalogue()})
    parts = [
        (
            "A `Reason` is a code with facts about one exercise, or about the whole. The sentence is made when it "
            "is shown, by `hipkit.to_text(reason)` or within whatever holds it. Codes and names of facts are API; "
            "sentences are not. Every sentence below is one that hipkit makes of such facts; numbers are examples."
        ),
        _SHOWN,
    ]
    rows: list[list[str]] = []
    seen: set[str] = set()
    for line in inspect.getsource(ReasonCode).splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        if found["section"]:
            rows = []
            parts += [f"## {text(found['section'].capitalize())}", ""]
            continue
        id = found["code"]
        seen.add(id)
        facts = re.sub(r"\(.*?\)", "", found["facts"] or "").split(",")
        names = [name.strip() for name in facts if name.strip()]
        rows.append([code(id), codes(names), text(_example(id, names, voice))])
        parts[-1] = table(["code", "facts", "such as"], rows)
    if seen != {each.value for each in ReasonCode}:
        raise ValueError("a reason code was not read from the source")
    return page("Reason codes", *parts)
