"""Read the JSON sources into one world of plain records; words are merged here, by this code alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent.parent / "src" / "hipkit" / "data"
INHERITED = (
    "set_up", "steps", "cues", "mistakes", "felt_in", "not_felt_in", "breathing", "caution_notes",
)  # fmt: skip


def texts(value: Any, *skipped: str) -> Iterator[str]:
    """Yield every text in plain data, but what stands under a *skipped* key."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in skipped:
                yield from texts(part, *skipped)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, *skipped)


class Record(dict[str, Any]):
    """Plain data about one thing, with the questions that invariants ask of an exercise."""

    @property
    def id(self) -> str:
        """What complaints call it."""
        return str(self["id"])

    @property
    def primary(self) -> str:
        """The movement named first, or nothing."""
        return str(self["movements"][0]) if self["movements"] else ""

    @property
    def words(self) -> dict[str, Any]:
        """The merged words."""
        words: dict[str, Any] = self["words"]
        return words

    @property
    def kit(self) -> set[str]:
        """Every thing that may be needed."""
        return {word for any_of in self["needs"] for word in any_of}

    @property
    def names(self) -> list[str]:
        """Its name and the names other people use, in small letters."""
        return [each.lower() for each in (self.words["name"], *self.words["other_names"])]

    @property
    def told(self) -> list[str]:
        """All that people read about it but its names."""
        return list(texts(self.words, "name", "other_names", "caution"))

    @property
    def text(self) -> str:
        """All that people read about it but its names, in one small-lettered line."""
        return " ".join(self.told).lower()

    @property
    def start(self) -> str:
        """How it begins: the set-up and the first step, in small letters."""
        return " ".join([self.words["set_up"], *self.words["steps"][:1]]).lower()

    @property
    def doing(self) -> str:
        """The set-up and all steps, in small letters."""
        return " ".join([self.words["set_up"], *self.words["steps"]]).lower()

    def exposed(self, name: str) -> Any:
        """The word of one exposure."""
        return self["exposures"][name]

    def muscles(self, *roles: str) -> set[str]:
        """The muscles with one of *roles*, or all."""
        return {use["muscle"] for use in self["muscles"] if not roles or use["role"] in roles}

    def at(self, *positions: str) -> bool:
        """Whether one of *positions* is visited."""
        return bool(set(positions) & set(self["positions"]))


@dataclass
class World:
    """Everything that invariants look at."""

    exercises: dict[str, Record]
    cautions: dict[str, Record]
    tips: dict[str, Record]
    measurements: dict[str, Record]
    texts: dict[str, Record]
    keys: set[str]

    def subjects(self, of: str) -> dict[str, Record]:
        """The records of one sort."""
        subjects: dict[str, Record] = getattr(self, of)
        return subjects


def load(*parts: str) -> Any:
    """Return the JSON in one source file."""
    return json.loads(DATA.joinpath(*parts).read_text(encoding="utf-8"))


def merged(facts: dict[str, Any], words: dict[str, Any]) -> Record:
    """Return the facts of one record with its words, those of its head included."""
    head = words.get(facts.get("variant_of", ""), {})
    shared = {field: head[field] for field in INHERITED if field in head}
    spoken = {"other_names": [], "caution_notes": [], **shared, **words[facts["id"]]}
    ladder: dict[str, Any] = {"easier": [], "harder": [], "exceptions": []}
    return Record({**ladder, **facts, "load": facts.get("load"), "words": spoken})


def exercises() -> dict[str, Record]:
    """Return every packaged exercise by its id; `file` says where its facts stand."""
    found: dict[str, Record] = {}
    for path in sorted((DATA / "exercises").glob("*.json")):
        words = load("words", "en", "exercises", path.name)["exercises"]
        for facts in load("exercises", path.name)["exercises"]:
            found[facts["id"]] = merged({**facts, "file": path.stem}, words)
    return found


def other_texts() -> dict[str, Record]:
    """Return what people read beside exercises, and the reasons given; titles of studies are exempt."""
    places: list[tuple[str, ...]] = [
        ("words", "en", f"{name}.json") for name in ("labels", "safety", "sentences", "tips")
    ]
    places += [("evidence", f"{name}.json") for name in ("protocols", "rules", "safety", "tips")]
    places += [("exercises", path.name) for path in sorted((DATA / "exercises").glob("*.json"))]
    return {
        f"{'/'.join(place)}#{index}": Record(id=f"{'/'.join(place)}#{index}", text=text)
        for place in places
        for index, text in enumerate(texts(load(*place), "kind", "key", "id"))
        if " " in text
    }


def read() -> World:
    """Read everything once."""
    tips = load("evidence", "tips.json")["tips"]
    rules = load("evidence", "rules.json")["rules"]
    studies = load("evidence", "studies.json")["studies"]
    measurements = load("evidence", "measurements.json")["measurements"]
    cautions = load("evidence", "safety.json")["cautions"]
    return World(
        exercises=exercises(),
        cautions={each["caution"]: Record(id=each["caution"], **each) for each in cautions},
        tips={each["id"]: Record(each) for each in tips},
        measurements={each["id"]: Record(each) for each in measurements},
        texts=other_texts(),
        keys={each["id"] for each in (*rules, *studies)} | {"article", "convention"},
    )
