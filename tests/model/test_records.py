"""Rows for data frames: flat, in order, without cautions, and taken by pandas and polars as they are."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given

import hipkit
from hipkit import Catalogue, Exercise, Routine, load_catalogue
from hipkit.testing import catalogues, routines, sample_catalogue

SLOTS = hipkit.build_routine(20, equipment=["mini-band"], cautions=["knee-pain"])


def is_flat(value: Any) -> bool:
    """Return whether *value* is a scalar or a list of texts, of the plain types themselves."""
    if type(value) is list:
        return all(type(each) is str for each in value)
    return type(value) in (str, int, float, bool, type(None))


def named_in(method: Any) -> list[str]:
    """Return the columns that a method's docstring lists, in order."""
    return re.findall(r"`(\w+)`", method.__doc__.partition("Columns:")[2])


def test_an_exercise_is_one_row() -> None:
    """With what is handy in a table; either of two things that will do stands with a bar."""
    exercise = load_catalogue()["banded-standing-hip-abduction"]
    (row,) = Catalogue([exercise]).to_records()
    assert row["id"] == "banded-standing-hip-abduction"
    assert row["name"] == exercise.name
    assert row["group"] == "abduction"
    assert row["needs"] == ["mini-band|long-band"]
    assert row["prime_movers"] == ["gluteus-medius", "gluteus-minimus"]
    others = [
        use.muscle.value for use in exercise.muscles if use.muscle.value not in row["prime_movers"]
    ]
    assert row["other_muscles"] == others
    assert others
    assert row["step_height"] is None
    assert row["space_metres"] == 2.0
    assert row["harder"] == [rung.exercise for rung in exercise.harder]


def test_a_routine_is_a_row_for_each_slot() -> None:
    """In the order to do them, with the second at which each starts."""
    rows = SLOTS.to_records()
    assert [row["exercise"] for row in rows] == [slot.exercise.id for slot in SLOTS.slots]
    assert [row["place"] for row in rows] == list(range(1, len(rows) + 1))
    starts = [0]
    for slot in SLOTS.slots:
        starts.append(starts[-1] + slot.seconds)
    assert [row["start"] for row in rows] == starts[:-1]
    assert starts[-1] == SLOTS.seconds


def test_a_hold_has_two_ends() -> None:
    """A span of seconds is both, a number twice the same, and both are numbers with a point."""
    rows = {row["exercise"]: row for row in SLOTS.to_records()}
    for slot in SLOTS.slots:
        row, hold = rows[slot.exercise.id], slot.dose.hold
        ends = (hold.low, hold.high) if isinstance(hold, hipkit.Span) else (hold, hold)
        assert (row["hold_low"], row["hold_high"]) == ends
        assert type(row["hold_low"]) is type(row["hold_high"]) is float
    assert any(row["hold_low"] != row["hold_high"] for row in rows.values())


@pytest.mark.parametrize(
    ("rows", "method"),
    [
        (load_catalogue().to_records(), Catalogue.to_records),
        (SLOTS.to_records(), Routine.to_records),
    ],
    ids=["exercises", "slots"],
)
def test_columns_are_the_same_in_each_row_and_as_the_docs_say(
    rows: list[dict[str, Any]], method: Any
) -> None:
    """Stable: one order of columns, the one in the docstring, and one type in each column."""
    assert {tuple(row) for row in rows} == {tuple(named_in(method))}
    for column in named_in(method):
        kinds = {type(row[column]) for row in rows} - {type(None)}
        assert len(kinds) <= 1, column


def test_no_row_tells_of_a_caution() -> None:
    """Neither the request's cautions nor what they led to."""
    assert "knee-pain" not in repr(SLOTS.to_records())


@given(routines(catalogue=sample_catalogue()))
def test_any_routine_is_flat(routine: Routine) -> None:
    """Flat: scalars and lists of texts, plain types, one row for each slot."""
    rows = routine.to_records()
    assert len(rows) == len(routine.slots)
    assert all(is_flat(value) for row in rows for value in row.values())
    assert sum(row["seconds"] for row in rows if type(row["seconds"]) is int) == routine.seconds


@given(catalogues(max_size=4))
def test_any_catalogue_is_flat(catalogue: Catalogue) -> None:
    """Flat: whatever exercises there are, each is one row of the same columns."""
    rows = catalogue.to_records()
    assert [row["id"] for row in rows] == list(catalogue.ids)
    assert all(is_flat(value) for row in rows for value in row.values())
    assert all(list(row) == named_in(Catalogue.to_records) for row in rows)


def test_rows_are_ones_own() -> None:
    """Changing a row changes nothing that is shared."""
    load_catalogue().to_records()[0]["goals"] = []
    assert load_catalogue().to_records()[0]["goals"]
    assert isinstance(load_catalogue()["clamshell"], Exercise)


def test_a_csv_writer_takes_them() -> None:
    """The standard library is enough for a table."""
    rows = SLOTS.to_records()
    with io.StringIO() as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        assert file.getvalue().count("\r\n") == len(rows) + 1


def test_pandas_takes_them() -> None:
    """A frame with a row for each, numbers as numbers, and a list in a cell."""
    pandas = pytest.importorskip("pandas", reason="data frames of pandas")
    frame = pandas.DataFrame(load_catalogue().to_records())
    assert len(frame) == len(load_catalogue())
    assert frame["skill"].dtype.kind == "i"
    assert frame["space_metres"].dtype.kind == "f"
    by_goal = frame.explode("goals").groupby("goals").size()
    assert by_goal["strength"] == len(load_catalogue().where(goal="strength"))
    assert pandas.DataFrame(SLOTS.to_records())["seconds"].sum() == SLOTS.seconds


def test_polars_takes_them() -> None:
    """A frame with lists of texts as lists, also where the first rows have none."""
    polars = pytest.importorskip("polars", reason="data frames of polars")
    frame = polars.DataFrame(load_catalogue().to_records(), infer_schema_length=None)
    assert frame.height == len(load_catalogue())
    assert frame.schema["needs"] == polars.List(polars.String)
    assert frame.schema["step_height"] == polars.Int64
    strength = frame.filter(polars.col("goals").list.contains("strength"))
    assert strength.height == len(load_catalogue().where(goal="strength"))
    assert polars.DataFrame(SLOTS.to_records())["seconds"].sum() == SLOTS.seconds
