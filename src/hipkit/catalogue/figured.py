"""The records of figures, strictly read: one file a group, variants told by what differs.

Rule: a record that is `like` another has its fields, each replaced whole by one of its own, and `more_props`
after its props. An exercise has one figure, and a figure an exercise.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ..errors import InvalidValue, Problem, ProblemCode, nearest, show
from ..model import Figure
from ..model.plain import is_object
from ..pantry import names_in, read_text
from ..storing import from_plain
from .reading import Gathered

_FOLDER = "figures"


def read_figures(gathered: Gathered, known: Collection[str], data: Path) -> dict[str, Figure]:
    """Return the figures below *data* by id; what is wrong with them is kept in *gathered*."""
    records: dict[str, tuple[dict[str, Any], str]] = {}
    for name in names_in(_FOLDER, data=data):
        source = f"{_FOLDER}/{name}"
        document = gathered.document(read_text(_FOLDER, name, data=data), "figures", source)
        for record in gathered.records(document, "figures", source):
            _keep(record, source, records, known, gathered)
    found: dict[str, Figure] = {}
    for id, (_, source) in records.items():
        try:
            found[id] = from_plain(_whole(id, records), Figure)
        except InvalidValue as error:
            gathered.problems += [each.at(source=source, item=id) for each in error.problems]
    return found


def _whole(
    id: str, records: Mapping[str, tuple[dict[str, Any], str]], seen: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return the fields of the record *id* with those of the one that it is like.

    Raises `InvalidValue` where that is missing, or like this one.
    """
    record = {name: value for name, value in records[id][0].items() if name != "id"}
    more = record.pop("more_props", [])
    if "like" in record:
        like = record.pop("like")
        if type(like) is not str or like not in records or like in (*seen, id):
            message = f"there is no figure {show(like)} to be like"
            remedy = nearest(like, sorted(records)) if type(like) is str else "name another figure"
            problem = Problem(ProblemCode.DANGLING_LINK, message, remedy, path="like")
            raise InvalidValue([problem])
        record = {**_whole(like, records, (*seen, id)), **record}
    if more:
        record["props"] = [*record.get("props", []), *more]
    return record


def _keep(
    record: Any,
    source: str,
    records: dict[str, tuple[dict[str, Any], str]],
    known: Collection[str],
    gathered: Gathered,
) -> None:
    id = record.get("id") if is_object(record) else None
    if type(id) is not str or id not in known:
        code, message = ProblemCode.UNKNOWN_EXERCISE, f"there is no exercise {show(id)}"
        remedy = nearest(id, sorted(known)) if type(id) is str else "name its exercise"
    elif id in records:
        code, message = ProblemCode.DUPLICATE, "a second figure of this exercise"
        remedy = "keep one"
    else:
        records[id] = (record, source)
        return
    gathered.problems.append(
        Problem(code, message, remedy, source=source, item=str(id)[:80], path="id")
    )
