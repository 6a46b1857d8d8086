"""Formats: older documents become new ones, step by step; newer ones are refused kindly."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    Catalogue,
    CatalogueError,
    Exercise,
    ProblemCode,
    Request,
    Routine,
    StoredFormatError,
    dumps,
    loads,
    read_catalogue,
)
from hipkit.storing import versions
from hipkit.storing.versions import UPGRADES, Document, Upgrade, upgraded
from hipkit.testing import sample_catalogue


def minutes_from_seconds(document: Document) -> Document:
    """Return a request whose length was stored in seconds with its length in minutes."""
    old = document["request"]
    kept = {name: value for name, value in old.items() if name != "seconds"}
    return {**document, "request": {**kept, "minutes": old["seconds"] // 60}}


def wish_is_called_request(document: Document) -> Document:
    """Return a document of the kind that was called wish as one of kind request."""
    return {**document, "kind": "request", "request": document["wish"]} | {"wish": None}


def without_wish(document: Document) -> Document:
    """Return *document* without what is left of the old name."""
    return {name: value for name, value in document.items() if name != "wish"}


TABLE: dict[int, Upgrade] = {1: wish_is_called_request, 2: without_wish, 3: minutes_from_seconds}
OLDEST: Document = {
    "kind": "wish",
    "format": 1,
    "hipkit": "0.0.1",
    "data": "2020.1",
    "wish": {"seconds": 1200, "goal": "mobility"},
}


@pytest.fixture
def four_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hipkit have had four formats."""
    monkeypatch.setattr(versions, "UPGRADES", TABLE)
    monkeypatch.setattr(versions, "FORMAT", 4)


def test_every_older_format_has_its_upgrade() -> None:
    """From each format that was ever written a step leads to the next, and to no other."""
    assert list(UPGRADES) == list(range(1, versions.FORMAT))
    assert all(callable(each) and each.__doc__ for each in UPGRADES.values())


def test_a_document_of_this_format_stays_as_it_is() -> None:
    """Nothing is upgraded that is new."""
    document = json.loads(dumps(Request(20)))
    assert upgraded(document) is document


def test_upgrades_are_applied_in_order() -> None:
    """From format 1 through 2 and 3 to 4, or from wherever the document begins."""
    before = deepcopy(OLDEST)
    new = upgraded(OLDEST, TABLE)
    assert new == {
        "kind": "request",
        "format": 4,
        "hipkit": "0.0.1",
        "data": "2020.1",
        "request": {"minutes": 20, "goal": "mobility"},
    }
    assert before == OLDEST
    assert upgraded({"format": 3, "request": {"seconds": 600}}, TABLE)["request"] == {"minutes": 10}
    assert upgraded({"format": 4, "request": {"seconds": 1}}, TABLE)["request"] == {"seconds": 1}


@given(st.integers(1, 5), st.integers(1, 5))
def test_each_upgrade_runs_once_and_in_order(start: int, formats: int) -> None:
    """Order: a document of format n passes the steps n, n + 1, … and ends in the newest."""

    def step(number: int) -> Upgrade:
        return lambda document: {**document, "passed": [*document["passed"], number]}

    table = {number: step(number) for number in range(1, formats)}
    new = upgraded({"format": start, "passed": []}, table)
    assert new["passed"] == list(range(start, formats))
    assert new["format"] == max(start, formats)


@pytest.mark.usefixtures("four_formats")
def test_an_old_document_is_loaded_as_a_new_one() -> None:
    """`loads` upgrades before anything is structured, and before the kind is compared."""
    assert loads(json.dumps(OLDEST), Request) == Request(20, goal="mobility")
    assert json.loads(dumps(Request(20)))["format"] == 4
    assert loads(dumps(Request(20)), Request) == Request(20)


@pytest.mark.usefixtures("four_formats")
def test_what_its_own_format_never_had_is_refused_in_words() -> None:
    """An upgrade that does not find what its format had is a problem, not a crash."""
    for broken in (
        {**OLDEST, "wish": None},
        {**OLDEST, "wish": {"seconds": "x"}},
        {key: value for key, value in OLDEST.items() if key != "wish"},
    ):
        with pytest.raises(StoredFormatError) as caught:
            loads(json.dumps(broken), Request)
        (problem,) = caught.value.problems
        assert problem.code is ProblemCode.MALFORMED
        assert problem.message == "this is no document of format 1"


@pytest.mark.usefixtures("four_formats")
def test_an_old_file_of_exercises_is_read_as_a_new_one(tmp_path: Any) -> None:
    """Files that people wrote are upgraded too, by the same steps."""
    text = dumps(sample_catalogue()).replace('"format": 4', '"format": 2')
    file = tmp_path / "own.json"
    file.write_text(text.replace('"exercises": [', '"wish": 1, "exercises": [', 1), "utf-8")
    with pytest.raises(CatalogueError, match="this is no document of format 2"):
        read_catalogue(file)  # the last step is about requests only, and knows no other kind
    with pytest.raises(StoredFormatError, match="this is no document of format 2"):
        loads(text, Catalogue)


@pytest.mark.parametrize(
    ("changed", "message", "remedy"),
    [
        (
            {"format": 2, "hipkit": "9.9"},
            "the format is 2, of hipkit '9.9', this hipkit reads up to 1",
            "upgrade hipkit",
        ),
        (
            {"format": 2, "hipkit": 3},
            "the format is 2, this hipkit reads up to 1",
            "upgrade hipkit",
        ),
        ({"format": 0}, "the format is 0, this hipkit reads up to 1", "use 1"),
        ({"format": "1"}, "the format is '1', this hipkit reads up to 1", "use 1"),
        (
            {"kind": "programme"},
            "the kind is 'programme', not 'request'",
            "this hipkit has no such kind: upgrade hipkit if a newer one wrote it, or use 'request'",
        ),
        (
            {"kind": "routine"},
            "the kind is 'routine', not 'request'",
            "read it with loads(text, hipkit.Routine), or use 'request'",
        ),
        (
            {"kind": "exercises"},
            "the kind is 'exercises', not 'request'",
            "read it with loads(text, hipkit.Catalogue), or use 'request'",
        ),
        ({"kind": "requets"}, "the kind is 'requets', not 'request'", "did you mean 'request'?"),
        ({"kind": 3}, "the kind is 3, not 'request'", "use 'request'"),
    ],
)
def test_what_cannot_be_read_says_what_was_found_and_what_to_do(
    changed: dict[str, Any], message: str, remedy: str
) -> None:
    """A future format, a future kind, a document of another kind: found, supported, remedy."""
    document = {**json.loads(dumps(Request(20))), **changed}
    with pytest.raises(StoredFormatError) as caught:
        loads(json.dumps(document), Request)
    said = next(each for each in caught.value.problems if each.path in changed)
    assert (said.message, said.remedy) == (message, remedy)
    assert said.code is ProblemCode.WRONG_DOCUMENT


@pytest.mark.parametrize(
    "stored", [Request(20), sample_catalogue(), sample_catalogue()["leg-swing"]]
)
def test_the_remedy_for_another_kind_works(stored: object) -> None:
    """Whoever does what the message says gets the value."""
    import hipkit

    text = dumps(stored)
    with pytest.raises(StoredFormatError) as caught:
        loads(text, Routine)
    remedy = caught.value.problems[0].remedy
    cls: Any = getattr(hipkit, remedy.partition("hipkit.")[2].partition(")")[0])
    assert loads(text, cls) == stored
    assert cls in (Request, Catalogue, Exercise)
