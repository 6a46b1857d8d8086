"""What mutation testing said, kept in `mutants.json` beside this file, with why each survivor is equivalent."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from .keeping import keep_in, kept_in

FILE = Path(__file__).with_name("mutants.json")


class Survivor(NamedTuple):
    """A change that no test noticed: module below hipkit, function, and the line before and after."""

    module: str
    function: str
    before: str
    after: str


class Tally(NamedTuple):
    """What became of the mutants of a room."""

    mutants: int
    killed: int
    timed_out: int
    survivors: tuple[Survivor, ...]

    @property
    def noticed(self) -> int:
        """How many were killed or never came to an end."""
        return self.killed + self.timed_out

    @property
    def percent(self) -> str:
        """Percent that were noticed, rounded down to a tenth."""
        tenths = 1_000 * self.noticed // self.mutants
        return f"{tenths // 10}.{tenths % 10}"


def tallies() -> dict[str, tuple[Tally, dict[Survivor, str]]]:
    """Return the figures of each room, and why each of its survivors survives."""
    found: dict[str, tuple[Tally, dict[Survivor, str]]] = {}
    for name, said in kept_in(FILE).items():
        why = {
            Survivor(*(each[field] for field in Survivor._fields)): each["why"]
            for each in said["survivors"]
        }
        tally = Tally(said["mutants"], said["killed"], said["timed_out"], tuple(why))
        found[name] = (tally, why)
    return found


def explained(room: str, survivor: Survivor) -> bool:
    """Return whether it is said why *survivor* survives."""
    known = tallies().get(room)
    return known is not None and bool(known[1].get(survivor))


def keep(room: str, tally: Tally) -> None:
    """Keep the figures of *room*; what is explained stays so."""
    known = tallies()
    why = known[room][1] if room in known else {}
    said = {
        "mutants": tally.mutants,
        "killed": tally.killed,
        "timed_out": tally.timed_out,
        "survivors": [{**each._asdict(), "why": why.get(each, "")} for each in tally.survivors],
    }
    keep_in(FILE, room, said)
