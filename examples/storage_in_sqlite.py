"""Keep routines in SQLite as JSON, ask the database about them, and load them back.

Run it with `python examples/storage_in_sqlite.py`; give a path to keep the database. Only the standard
library and hipkit are needed. Cautions are health data: they are not stored here.
"""

from __future__ import annotations

import sqlite3
import sys

import hipkit

TABLES = """
CREATE TABLE IF NOT EXISTS routine (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document))
);
CREATE TABLE IF NOT EXISTS compact_routine (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    document TEXT NOT NULL CHECK (json_valid(document))
);
"""


def open_store(path: str = ":memory:") -> sqlite3.Connection:
    """Return a database with a table for whole routines and one for compact ones."""
    store = sqlite3.connect(path)
    store.executescript(TABLES)
    return store


def keep(store: sqlite3.Connection, person: str, routine: hipkit.Routine) -> int:
    """Store *routine* whole: it can be shown for ever, whatever the catalogue says by then."""
    insert = "INSERT INTO routine (person, document) VALUES (?, ?)"
    with store:
        return store.execute(insert, (person, hipkit.dumps(routine))).lastrowid or 0


def keep_compact(store: sqlite3.Connection, person: str, routine: hipkit.Routine) -> int:
    """Store *routine* by ids and doses: a tenth of the size, and the catalogue is needed to show it."""
    insert = "INSERT INTO compact_routine (person, document) VALUES (?, ?)"
    text = hipkit.dumps(hipkit.compact(routine))
    with store:
        return store.execute(insert, (person, text)).lastrowid or 0


def load(store: sqlite3.Connection, id: int) -> hipkit.Routine:
    """Return the whole routine stored under *id*."""
    (text,) = store.execute("SELECT document FROM routine WHERE id = ?", (id,)).fetchone()
    return hipkit.loads(text, hipkit.Routine)


def load_compact(store: sqlite3.Connection, id: int) -> hipkit.Routine:
    """Return the routine stored compactly under *id*, made whole from the catalogue."""
    query = "SELECT document FROM compact_routine WHERE id = ?"
    (text,) = store.execute(query, (id,)).fetchone()
    return hipkit.restore(hipkit.loads(text, hipkit.CompactRoutine))


def short_routines(store: sqlite3.Connection, minutes: int) -> list[int]:
    """Return the ids of routines that were asked to take at most *minutes*."""
    query = """
        SELECT id FROM routine
        WHERE json_extract(document, '$.routine.request.minutes') <= ?
        ORDER BY id
    """
    return [id for (id,) in store.execute(query, (minutes,))]


def recent_exercises(store: sqlite3.Connection, person: str, routines: int = 3) -> list[str]:
    """Return the exercises of a person's last routines: what `recent=` takes, for variety."""
    query = """
        SELECT DISTINCT json_extract(slot.value, '$.exercise') AS exercise
        FROM (SELECT * FROM compact_routine WHERE person = ? ORDER BY id DESC LIMIT ?) AS kept,
             json_each(kept.document, '$."compact-routine".slots') AS slot
        ORDER BY exercise
    """
    return [exercise for (exercise,) in store.execute(query, (person, routines))]


def main(path: str = ":memory:") -> None:
    """Store three routines, ask about them, and load them back."""
    store = open_store(path)
    first = hipkit.build_routine(20, equipment=["mini-band"])
    short = hipkit.build_routine(10, goal="activation", cautions=["knee-pain"])
    ids = [keep(store, "ada", first), keep(store, "ada", short)]
    small = keep_compact(store, "ada", first)

    print("at most 10 minutes:", short_routines(store, 10) == [ids[1]])
    print("loaded whole, equal:", load(store, ids[0]) == first)
    print("restored, equal:", load_compact(store, small) == first)
    kept = load(store, ids[1])
    print("cautions stored:", bool(kept.request.cautions))
    print("notices kept:", kept.notices == short.notices)
    next_one = hipkit.build_routine(20, recent=recent_exercises(store, "ada"), seed=1)
    print("new next time:", len({s.key for s in next_one.slots} - {s.key for s in first.slots}))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
