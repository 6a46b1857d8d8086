"""Valid nouns and documents, and what is done to them: one change at a time, in the data or in the text.

Rule: the same `Random` makes the same change; nothing is larger than `LARGEST` when it is written.
"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any, TypeAlias

import attrs

import hipkit
from hipkit.catalogue.figures import load_figures
from hipkit.model.plain import is_list, is_object, is_tuple
from hipkit.testing import sample_catalogue

from .values import LARGEST, long_text, number, odd, plain, text

Nouns: TypeAlias = dict[type, list[Any]]

_MOST_PLACES = 20_000
_MOST = 6
"""Nouns of one class that are kept as examples."""


@cache
def nouns() -> Nouns:
    """Return a few nouns of every class that there is, found in what hipkit itself answers."""
    found: Nouns = {}
    for noun in (*_answers(), *_by_hand()):
        _gather(noun, found)
    return found


def _answers() -> list[Any]:
    routine = hipkit.build_routine(
        20, level="advanced", cautions=["knee-pain"], recent=["clamshell"]
    )
    small = hipkit.build_routine(5, catalogue=sample_catalogue())
    ids = [slot.exercise.id for slot in routine.slots]
    id = next(each for each in ids if hipkit.alternatives(routine, each))
    evidence = hipkit.load_evidence()
    return [
        small,
        routine,
        hipkit.build_routine(15, goal="mobility", equipment=["foam-roller"]),
        hipkit.substitute(routine, id),
        hipkit.routine_from_protocol(evidence.protocols[0].id),
        hipkit.explain(small, catalogue=sample_catalogue()),
        hipkit.explain(routine, "clamshell"),
        hipkit.explain(routine, routine.slots[0].exercise.id),
        *hipkit.alternatives(routine, id)[:2],
        hipkit.evidence_for("clamshell"),
        hipkit.evidence_for(next(each.exercise for each in evidence.measurements if each.exercise)),
        hipkit.Evidence(
            evidence.studies[:9],
            evidence.rules[:9],
            evidence.measurements[:9],
            evidence.protocols[:1],
        ),
        hipkit.load_safety(),
        *hipkit.load_tips()[:3],
        *(hipkit.default_policy(goal) for goal in hipkit.Goal),
        hipkit.Words("en", hipkit.load_words().templates[:40]),
        *(sample_catalogue()[id] for id in sample_catalogue().ids),
        *[each for each in hipkit.load_catalogue() if each.load is not None][:3],
        hipkit.Catalogue(tuple(sample_catalogue())[:2]),
        *hipkit.load_catalogue().tombstones[:2],
    ]


def _a_change(kind: hipkit.ChangeKind) -> hipkit.RequestChange:
    values = {
        hipkit.ChangeKind.MINUTES: "10",
        hipkit.ChangeKind.EQUIPMENT: "chair",
        hipkit.ChangeKind.POSITIONS: "standing",
        hipkit.ChangeKind.GOAL: "mobility",
    }
    return hipkit.RequestChange(kind, values.get(kind, "clamshell"))


def _by_hand() -> list[Any]:
    return [
        hipkit.Fate("clamshell", hipkit.IdFate.CURRENT, "clamshell"),
        hipkit.Tombstone("old", "2025.1", "2026.1", "merged"),
        *(hipkit.Relaxation((_a_change(kind),), 10) for kind in hipkit.ChangeKind),
        hipkit.CautionException(hipkit.Caution.KNEE_PAIN, "deep"),
        hipkit.Review("A. Person", "2026-01-01"),
        hipkit.Problem(hipkit.ProblemCode.MALFORMED, "wrong", "mend it"),
        *load_figures().values(),
        *(hipkit.Figure(posture, still=True) for posture in hipkit.Posture),
        hipkit.Theme(),
        hipkit.Theme(skin="#6b4229", depth=0),
        *(hipkit.build_routine(10).timeline[:3]),
        hipkit.compact(hipkit.build_routine(10, cautions=["knee-pain"])),
        hipkit.compact(hipkit.build_routine(20, include=["clamshell"])),
        hipkit.compact(hipkit.resize(hipkit.build_routine(20), 10)),
    ]


def _gather(noun: Any, found: Nouns) -> None:
    if is_tuple(noun):
        for each in noun:
            _gather(each, found)
    elif attrs.has(type(noun)):
        kept = found.setdefault(type(noun), [])
        if len(kept) < _MOST and noun not in kept:
            kept.append(noun)
        for field in attrs.fields(type(noun)):
            _gather(getattr(noun, field.name), found)


def noun_classes() -> list[type]:
    """Return every class of noun at the front door, by name."""
    classes = (getattr(hipkit, name) for name in hipkit.__all__)
    return [each for each in classes if isinstance(each, type) and attrs.has(each)]


def some_noun(chance: Random, cls: type | None = None) -> Any:
    """Return a valid noun of *cls*, or of any class."""
    return chance.choice(nouns()[cls or chance.choice(noun_classes())])


@cache
def _plain_nouns() -> dict[type, list[str]]:
    return {
        cls: [json.dumps(hipkit.to_plain(each)) for each in found] for cls, found in nouns().items()
    }


def plain_noun(chance: Random, cls: type) -> Any:
    """Return the plain data of a valid noun of *cls*, to be changed."""
    return json.loads(chance.choice(_plain_nouns()[cls]))


def stored(chance: Random, cls: type) -> dict[str, Any]:
    """Return the document of a valid noun of *cls*, as `dumps` writes it, to be changed."""
    from hipkit.storing.documents import kind_of

    kind = kind_of(cls)
    return {
        "kind": kind,
        "format": 1,
        "hipkit": "0.1.0",
        "data": "2026.1",
        kind: plain_noun(chance, cls),
    }


def exercise_file(chance: Random) -> dict[str, Any]:
    """Return a valid file of exercises of one's own, to be changed."""
    exercises = [plain_noun(chance, hipkit.Exercise) for _ in range(chance.randrange(1, 4))]
    for place, each in enumerate(exercises):
        each.update(id=f"acme.x{place}", easier=[], harder=[], variant_of=None, aliases=[])
    return {
        "kind": "exercises",
        "format": 1,
        "exercises": exercises,
        "studies": [plain_noun(chance, hipkit.Study)],
    }


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Return every list or object in *tree* with each of its keys."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting and len(found) < _MOST_PLACES:
        here = waiting.pop()
        keys = list(here) if is_object(here) else range(len(here)) if is_list(here) else ()
        for key in keys:
            found.append((here, key))
            waiting.append(here[key])
    return found


def changed(chance: Random, tree: Any, *, is_json: bool = True) -> Any:
    """Return *tree* with one or a few changes; unless *is_json* also of types that JSON has not."""
    root = [tree]
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        here, key = chance.choice(places(root))  # the list around it too, so there is always one
        _change(chance, here, key, is_json=is_json)
    return root[0]


def _change(chance: Random, here: Any, key: Any, *, is_json: bool) -> None:
    kind = chance.randrange(10)
    if kind < 3:
        here[key] = plain(chance) if is_json or kind else odd(chance)
    elif kind == 3:
        here[key] = text(chance)
    elif kind == 4:
        here[key] = number(chance)
    elif kind == 5:
        del here[key]
        if not here and is_list(here):
            here.append(None)
    elif kind == 6 and is_list(here):
        is_small = type(here[key]) in (int, float, bool) or here[key] in ("", None)
        many = (1, 100, 1_000) if is_small else (1, 2, 30)  # or the making takes the memory
        here[key:key] = [here[key]] * chance.choice(many)
    elif kind == 7 and is_object(here):
        here[f"{key}s"] = here.pop(key)
    elif kind == 8:
        here[key] = [here[key]] if chance.random() < 0.5 else {"x": here[key]}
    elif is_json:
        here[key] = deepcopy(chance.choice(places([here]))[0])


def written(chance: Random, tree: Any) -> str:
    """Return *tree* as JSON text, often mutilated, now and then blown up; never over `LARGEST`."""
    said = json.dumps(tree, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.35:
        said = cut(chance, said)
    if chance.random() < 0.01:
        said = swollen(chance, said)
    return said[:LARGEST]


_TOKENS = (
    *('"', "\\", "{", "}", "[", "]", ",", ":", "null", "NaN", "-Infinity", "1e999", "-", "0"),
    *(
        '"kind":1,',
        '"\\ud800"',
        "\ufeff",
        "\x00",
        "\u2028",
        "//",
        "'",
        "\\u",
        "9" * 400,
        "9" * 5_000,
    ),
)


def cut(chance: Random, said: str) -> str:
    """Return *said* with pieces removed, doubled, moved or put in."""
    for _ in range(chance.choice((1, 1, 2, 6))):
        a, b = sorted((chance.randrange(len(said) + 1), chance.randrange(len(said) + 1)))
        b = min(b, a + chance.choice((1, 8, 400)))
        kind = chance.randrange(4)
        if kind == 0:
            said = said[:a] + said[b:]
        elif kind == 1:
            said = said[:b] + said[a:]
        elif kind == 2:
            said = said[:a] + chance.choice(_TOKENS) + said[a:]
        else:
            said = said[:a] + chr(chance.randrange(0x250)) + said[a + 1 :]
    return said


def swollen(chance: Random, said: str) -> str:
    """Return *said* with one piece of it, or a hostile one, many times over."""
    at = chance.randrange(len(said) + 1)
    piece = chance.choice(
        (
            *(
                "[",
                "{",
                '{"a":',
                "[[]],",
                "[],",
                "{},",
                '"\\"',
                '"',
                "\\",
                "1,",
                '"x":1,',
                "9",
                " ",
                "\n",
            ),
            *(said[at : at + 60], said[:400], long_text(chance, 500), '"k%d":0,', "null,", '""),'),
        )
    )
    if "%d" in piece:
        return said[:at] + "".join(piece % n for n in range(40_000)) + said[at:]
    room = chance.choice((10_000, 100_000, LARGEST)) // max(1, len(piece))
    return said[:at] + piece * room + said[at:]
