"""Plug-ins: found only when asked, each on its own, and a broken one named without harm to the others."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import Distribution, EntryPoint
from pathlib import Path
from typing import Any

import pytest

import hipkit
from hipkit.catalogue import _with_plugins as kept
from hipkit.catalogue.plugged import with_plugins
from hipkit.plugins import CATALOGUES, found

Install = Callable[..., None]


def record(id: str, **fields: Any) -> dict[str, Any]:
    """Return an exercise that says only what it must."""
    return {
        "id": id,
        "name": "Side tap",
        "group": "abduction",
        "positions": ["standing"],
        "dose": [{"goal": "strength", "level": "beginner", "sets": 2, "count": 10}],
        **fields,
    }


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Return a function that installs a package with a plug-in, for as long as the test runs."""
    monkeypatch.syspath_prepend(str(tmp_path))
    modules: list[str] = []

    def install(distribution: str, code: str, *, name: str = "", value: str = "") -> None:
        module = distribution.replace("-", "_")
        modules.append(module)
        (tmp_path / f"{module}.py").write_text(f"import hipkit\n{code}\n", encoding="utf-8")
        information = tmp_path / f"{module}-1.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1\n", encoding="utf-8"
        )
        entry = f"{name or distribution} = {value or module + ':catalogue'}"
        (information / "entry_points.txt").write_text(f"[{CATALOGUES}]\n{entry}\n")

    kept.cache_clear()
    yield install
    kept.cache_clear()
    for module in modules:
        sys.modules.pop(module, None)


def of(*records: dict[str, Any]) -> str:
    """Return the code of a module whose `catalogue` is of *records*."""
    return (
        f"catalogue = hipkit.Catalogue([hipkit.from_plain(each, hipkit.Exercise)"
        f" for each in {list(records)!r}])"
    )


def problems_of_plugins() -> tuple[tuple[str, ...], hipkit.PluginError]:
    """Return what is said of the plug-ins that are installed, line by line, and the error."""
    with pytest.raises(hipkit.PluginError) as caught:
        hipkit.load_catalogue(plugins=True)
    return tuple(str(each) for each in caught.value.problems), caught.value


def test_without_plug_ins_it_is_the_packaged_catalogue() -> None:
    """The very same exercises, however often it is asked."""
    assert with_plugins(hipkit.load_catalogue()) == hipkit.load_catalogue()


def test_exercises_of_plug_ins_stand_at_the_end(install: Install) -> None:
    """By distribution, after the packaged ones; asked twice, it is the same object."""
    install("zoo-hips", of(record("zoo.tap")))
    install("acme-hips", of(record("acme.tap"), record("acme.lean")))
    together = hipkit.load_catalogue(plugins=True)
    assert together.ids[-3:] == ("acme.tap", "acme.lean", "zoo.tap")
    assert together.ids[:-3] == hipkit.load_catalogue().ids
    assert hipkit.load_catalogue(plugins=True) is together


def test_nothing_is_loaded_unless_asked_for(install: Install) -> None:
    """A plug-in that would break does not, and its exercises are not there."""
    install("acme-hips", "raise RuntimeError('loaded')")
    assert not any(each.id.startswith("acme.") for each in hipkit.load_catalogue())
    assert "acme_hips" not in sys.modules


def test_a_plug_in_may_be_a_function(install: Install) -> None:
    """So that its file is read only when it is asked."""
    install(
        "acme-hips",
        f"def make():\n    {of(record('acme.tap'))}\n    return catalogue",
        value="acme_hips:make",
    )
    assert hipkit.load_catalogue(plugins=True).ids[-1] == "acme.tap"


def test_a_plug_in_brings_the_studies_that_it_cites(install: Install) -> None:
    """They are its own, and stand beside those of others."""
    study = hipkit.to_plain(hipkit.load_evidence().studies[0]) | {"id": "acme2026"}
    install(
        "acme-hips",
        of(record("acme.tap", sources=["acme2026"])).replace(
            "])", f"], studies=(hipkit.from_plain({study!r}, hipkit.Study),))"
        ),
    )
    assert [each.id for each in hipkit.load_catalogue(plugins=True).studies] == ["acme2026"]


def test_a_broken_plug_in_is_named_and_harms_nobody(install: Install) -> None:
    """The error tells what broke where, and carries the catalogue of all the others."""
    install("acme-hips", "raise RuntimeError('no luck')")
    install("zoo-hips", of(record("zoo.tap")))
    (said,), error = problems_of_plugins()
    assert said == (
        "acme-hips › acme_hips:catalogue: cannot be loaded: RuntimeError: no luck; mend it or "
        "uninstall it; it should name a Catalogue, or a function that returns one"
    )
    assert error.distributions == ("acme-hips",)
    assert isinstance(error.__cause__, RuntimeError)
    assert error.catalogue.ids == (*hipkit.load_catalogue().ids, "zoo.tap")


def test_every_broken_plug_in_is_named_at_once(install: Install) -> None:
    """With each one's own exception as the cause."""
    install("acme-hips", "raise SystemExit(3)")
    install("zoo-hips", "catalogue = 1 / 0")
    said, error = problems_of_plugins()
    assert len(said) == 2
    assert error.distributions == ("acme-hips", "zoo-hips")
    assert isinstance(error.__cause__, BaseExceptionGroup)
    assert error.__cause__.message == "plug-ins of hipkit"
    assert [type(each) for each in error.__cause__.exceptions] == [SystemExit, ZeroDivisionError]
    assert error.catalogue == hipkit.load_catalogue()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("None", "None"),
        ("'exercises.json'", "'exercises.json'"),
        ("hipkit.Catalogue", "<class 'hipkit.catalogue.container.Catalogue'>"),
        ("lambda: 3", "3"),
    ],
)
def test_what_is_no_catalogue_is_refused(value: str, shown: str, install: Install) -> None:
    """Whether it is named or returned, the class itself included."""
    install("acme-hips", f"catalogue = {value}", name="hips")
    (said,), error = problems_of_plugins()
    assert said.split(";")[0] == (
        f"acme-hips (hips) › acme_hips:catalogue: acme_hips:catalogue gives {shown}"
    )
    assert error.problems[0].code is hipkit.ProblemCode.WRONG_TYPE
    assert error.__cause__ is None


def test_a_conflict_of_ids_names_both_owners(install: Install) -> None:
    """The second by name is left out, the first stays."""
    install("acme-hips", of(record("acme.tap", name="Hers")))
    install("zoo-hips", of(record("acme.tap", name="Theirs"), record("zoo.tap")))
    (said,), error = problems_of_plugins()
    assert said == (
        "zoo-hips: 'acme.tap' is in acme-hips and in zoo-hips; uninstall one of them, "
        "or load one yourself and leave plug-ins out"
    )
    assert error.problems[0].value == "'acme.tap'"
    assert error.catalogue.ids[-1] == "acme.tap"
    assert error.catalogue["acme.tap"].name == "Hers"


def test_an_owner_is_remembered_whoever_stands_between(install: Install) -> None:
    """A conflict with the first is told though a second was found since."""
    install("acme-hips", of(record("acme.tap")))
    install("best-hips", of(record("best.tap")))
    install("zoo-hips", of(record("acme.tap")))
    (said,), _ = problems_of_plugins()
    assert said.startswith("zoo-hips: 'acme.tap' is in acme-hips and in zoo-hips; ")


def test_a_packaged_id_has_an_owner_too(install: Install) -> None:
    """An alias that is one of its ids is as much a conflict."""
    install("acme-hips", of(record("clamshell"), record("acme.tap", aliases=["side-plank"])))
    said, _ = problems_of_plugins()
    assert [each.split(";")[0] for each in said] == [
        "acme-hips: 'clamshell' is in hipkit and in acme-hips",
        "acme-hips: 'side-plank' is in hipkit and in acme-hips",
    ]


def test_problems_of_its_records_are_those_of_any_file(install: Install, tmp_path: Path) -> None:
    """They say distribution, file, exercise and field."""
    file = tmp_path / "own.json"
    file.write_text(
        json.dumps({"kind": "exercises", "format": 1, "exercises": [record("acme.tap", group="x")]})
    )
    install("acme-hips", f"catalogue = lambda: hipkit.read_catalogue({str(file)!r})")
    (said,), error = problems_of_plugins()
    assert said.startswith("acme-hips › own.json › acme.tap › group: 'x' is not a Group; ")
    assert isinstance(error.__cause__, hipkit.CatalogueError)


def test_a_plug_in_cannot_lean_on_another(install: Install) -> None:
    """Else what there is would depend on what else is installed."""
    rung = {"exercise": "acme.tap", "changes": ["lever"]}
    install("acme-hips", of(record("acme.tap")))
    install("zoo-hips", of(record("zoo.tap", easier=[rung])))
    (said,), error = problems_of_plugins()
    assert said.startswith("zoo-hips › zoo.tap › easier[0].exercise: there is no exercise ")
    assert error.catalogue.ids[-1] == "acme.tap"


def test_families_of_two_plug_ins_may_not_clash(install: Install) -> None:
    """What only shows when they stand together is told of the second."""
    install("acme-hips", of(record("acme.tap", family="taps")))
    install("zoo-hips", of(record("zoo.tap", family="taps", group="extension")))
    (said,), _ = problems_of_plugins()
    assert said.startswith("zoo-hips › zoo.tap › group: the family 'taps' is in group 'abduction'")


def test_the_error_survives_pickling(install: Install) -> None:
    """It goes between processes as every other error does."""
    install("acme-hips", "catalogue = None")
    _, error = problems_of_plugins()
    again = pickle.loads(pickle.dumps(error))
    assert (again.problems, again.distributions, again.catalogue) == (
        error.problems,
        error.distributions,
        error.catalogue,
    )
    assert str(again) == str(error)


def test_a_routine_is_composed_with_a_plug_in(install: Install) -> None:
    """Its exercises are as good as any."""
    install("acme-hips", of(record("acme.tap")))
    catalogue = hipkit.load_catalogue(plugins=True)
    routine = hipkit.build_routine(20, catalogue=catalogue, include=["acme.tap"])
    assert "acme.tap" in [slot.exercise.id for slot in routine.slots]


def test_entry_points_of_other_groups_are_none_of_ours() -> None:
    """And a group that nobody offers is empty."""
    assert found("hipkit.nothing") == ()


def test_plug_ins_are_in_order_wherever_they_are_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By distribution, then by name; where a distribution is not known, a question mark."""
    several = [
        _entry("b", "zoo-hips"),
        _entry("a", "zoo-hips"),
        _entry("b", "acme-hips"),
        EntryPoint("b", "b:it", CATALOGUES),
    ]
    monkeypatch.setattr("hipkit.plugins.entry_points", lambda *, group: several)
    assert [str(each) for each in found(CATALOGUES)] == [
        "? (b)",
        "acme-hips (b)",
        "zoo-hips (a)",
        "zoo-hips (b)",
    ]


def _entry(name: str, distribution: str) -> EntryPoint:
    """Return the entry point called *name* that *distribution* brings."""

    class Named(Distribution):
        def read_text(self, filename: str) -> str:
            return f"Metadata-Version: 2.1\nName: {distribution}\n"

        def locate_file(self, path: Any) -> Path:
            return Path(path)

    point = EntryPoint(name, f"{name}:it", CATALOGUES)
    return point._for(Named())  # type: ignore[attr-defined, no-any-return]
