"""Layers: nouns never import verbs, verbs that decide never import verbs that show, nothing a door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

import hipkit

HOME = Path(hipkit.__file__).parent
FRONT = ""
"""The room called nothing is the front door itself: `from . import __version__`."""

KNOW = {"errors", "frameworks", "model", "pantry", "storing", "catalogue", "translating"}
EVERYTHING = KNOW | {"appraising", "composing", "drawing", "rendering", "exporting"}
MAY_IMPORT: dict[str, set[str]] = {
    # ground
    "frameworks": set(),
    "errors": {"frameworks"},
    "pantry": set(),
    "plugins": set(),
    # nouns
    "model": {"errors", "frameworks"},
    # know
    "storing": {"errors", "model", "pantry", FRONT},
    "catalogue": {"errors", "frameworks", "model", "pantry", "plugins", "storing"},
    "translating": {"errors", "model", "pantry", "storing", "catalogue"},
    # decide
    "composing": {"errors", "model"},
    "appraising": {"errors", "model"},
    # show
    "drawing": {"errors", "model"},
    "rendering": {"errors", "model"},
    "exporting": {"errors", "model"},
    # doors
    "asking": EVERYTHING | {FRONT},
    "testing": EVERYTHING | {"asking", FRONT},
    "cli": EVERYTHING | {"asking", FRONT},
    "__main__": {"cli"},
    "__init__": set(),
}
MAY_IMPORT_INSIDE_CALLS: dict[str, set[str]] = {
    "frameworks": {"rendering", "storing"},
    "errors": {"rendering"},
    "model": {"rendering", "storing"},
    "rendering": {"translating"},
}
DISPLAY = {
    "__str__",
    "digest",
    "_repr_markdown_",
    "_repr_html_",
    "__rich_console__",
    "__get_pydantic_core_schema__",
    "__get_pydantic_json_schema__",
}
OUTSIDE = {
    "attrs": {*EVERYTHING, "asking", "testing", "cli"},
    "cattrs": {"storing"},
    "hypothesis": {"testing"},
    "importlib.metadata": {"plugins"},
    "pydantic": {"storing"},
    "pydantic_core": {"storing"},
    "rich": {"rendering"},
    "importlib.resources": {"pantry"},
}
"""Who may import what is not in the standard library, or opens packaged files."""


class Import(NamedTuple):
    """One import statement: where it stands, what it names, and the function around it."""

    file: str
    line: int
    room: str
    target: str
    function: str


def room_of(file: Path) -> str:
    """Return the room that *file* belongs to."""
    return file.relative_to(HOME).parts[0].removesuffix(".py")


def targets(node: ast.Import | ast.ImportFrom, file: Path) -> list[str]:
    """Return what *node* imports: `hipkit.room` for ours, else the module's whole name."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not node.level:
        return [node.module or ""]
    package = ["hipkit", *file.relative_to(HOME).parent.parts]
    base = package[: len(package) - node.level + 1]
    if node.module:
        return [".".join([*base, node.module])]
    return [".".join([*base, alias.name]) for alias in node.names]


def imports_of(file: Path) -> Iterator[Import]:
    """Yield every import of *file* but those that only checkers see."""

    def walk(node: ast.AST, function: str) -> Iterator[Import]:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for target in targets(node, file):
                yield Import(
                    str(file.relative_to(HOME)), node.lineno, room_of(file), target, function
                )
        inside = node.name if isinstance(node, ast.FunctionDef) else function
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside)

    yield from walk(ast.parse(file.read_text(encoding="utf-8")), "")


IMPORTS = [each for file in sorted(HOME.rglob("*.py")) for each in imports_of(file)]
OURS = [each for each in IMPORTS if each.target.split(".")[0] == "hipkit"]


def target_room(target: str) -> str:
    """Return the room of one of our modules; a name of the front door has none."""
    name = [*target.split("."), ""][1]
    return name if (HOME / name).is_dir() or (HOME / f"{name}.py").is_file() else FRONT


def test_every_room_has_its_place() -> None:
    """A new room is entered in the table above, with what it may import."""
    assert {room_of(file) for file in HOME.rglob("*.py")} <= set(MAY_IMPORT)


@pytest.mark.parametrize("room", [each for each in MAY_IMPORT if each != "__init__"])
def test_rooms_import_only_from_the_rooms_below(room: str) -> None:
    """At the top of a file stand only imports of rooms further down."""
    wrong = [
        each
        for each in OURS
        if each.room == room
        and not each.function
        and target_room(each.target) not in MAY_IMPORT[room] | {room}
    ]
    assert not wrong


@pytest.mark.parametrize("room", [each for each in MAY_IMPORT if each != "__init__"])
def test_inside_calls_only_display_reaches_up(room: str) -> None:
    """A noun's display methods import their room inside the call; nothing else reaches up at all."""
    inside = [each for each in OURS if each.room == room and each.function]
    reaching = [
        each for each in inside if target_room(each.target) not in MAY_IMPORT[room] | {room}
    ]
    allowed = MAY_IMPORT_INSIDE_CALLS.get(room, set())
    assert all(target_room(each.target) in allowed for each in reaching), reaching
    if room in ("errors", "frameworks", "model"):
        assert all(each.function in DISPLAY for each in reaching), reaching


def test_decide_and_know_do_not_see_each_other() -> None:
    """The pure core can be given any exercises, and files can be read without choosing."""
    assert not MAY_IMPORT["composing"] & {"storing", "catalogue", "translating", "pantry"}
    assert not any("composing" in MAY_IMPORT[room] for room in KNOW)


def test_nothing_opens_a_door() -> None:
    """Doors open anything; only doors open doors."""
    doors = {"asking", "testing", "cli"}
    wrong = [
        each
        for each in OURS
        if target_room(each.target) in doors - {each.room}
        and each.room not in {*doors, "__main__", "__init__"}
    ]
    assert not wrong


def test_the_front_door_imports_nothing_by_itself() -> None:
    """Everything behind it is loaded when it is first touched."""
    assert [each.target for each in IMPORTS if each.room == "__init__" and not each.function] == []


@pytest.mark.parametrize("library", OUTSIDE)
def test_a_library_is_imported_only_where_it_is_needed(library: str) -> None:
    """The converter in storing, strategies in testing, packaged files through the pantry."""
    found = {
        each.room
        for each in IMPORTS
        if each.target == library or each.target.startswith(f"{library}.")
    }
    assert found <= OUTSIDE[library]


@pytest.mark.parametrize("library", ["pydantic", "pydantic_core", "rich"])
def test_a_framework_is_imported_only_inside_calls(library: str) -> None:
    """Whoever has no such framework never notices that hipkit knows it."""
    found = [each for each in IMPORTS if each.target.split(".")[0] == library]
    assert found
    assert all(each.function for each in found)


def test_deciding_reads_no_clock_and_no_chance() -> None:
    """Pure: the rooms that decide import nothing that could differ from one call to the next."""
    impure = {"time", "datetime", "random", "secrets", "os", "logging", "socket", "uuid", "locale"}
    wrong = [
        each
        for each in IMPORTS
        if each.room in ("model", "composing", "appraising", "errors", "frameworks")
        and each.target.split(".")[0] in impure
    ]
    assert not wrong


def test_the_search_knows_no_exercise() -> None:
    """It knows integers, and can be tested against brute force."""
    assert not [
        each for each in OURS if each.file.replace("\\", "/").endswith("composing/_search.py")
    ]


@pytest.mark.parametrize("room", ["hipkit.model", "hipkit.composing"])
def test_a_room_that_loads_late_knows_its_names(room: str) -> None:
    """An unknown name is an attribute error, with the usual words."""
    module = import_module(room)
    with pytest.raises(AttributeError, match=f"module '{room}' has no attribute 'nothing'"):
        _ = module.nothing
