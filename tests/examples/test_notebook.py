"""The notebook: run from top to bottom, in an environment like a reader's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import hipkit

NOTEBOOK = Path(__file__).parents[2] / "examples" / "notebook.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """Return the cells with what they show."""
    nbformat = pytest.importorskip("nbformat", reason="needs nbformat")
    nbclient = pytest.importorskip("nbclient", reason="needs nbclient")
    pytest.importorskip("ipykernel", reason="needs ipykernel")
    book = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(book)
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3").execute()
    return [cell for cell in book.cells if cell.cell_type == "code"]


def _shown(cell: Any) -> Any:
    (output,) = cell.outputs
    assert output.output_type == "execute_result"
    return output.data


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_routine_shows_itself(cells: list[Any]) -> None:
    """As HTML, Markdown and text; the notebook takes the first it can."""
    routine = hipkit.build_routine(15, equipment=["mini-band"])
    shown = _shown(cells[0])
    assert shown["text/html"] == hipkit.to_html(routine, form="fragment")
    assert shown["text/markdown"] == hipkit.to_markdown(routine)
    assert shown["text/plain"] == repr(routine)


def test_every_cell_shows_something(cells: list[Any]) -> None:
    """No error, no warning, nothing printed besides."""
    for cell in cells:
        shown = _shown(cell)
        assert shown["text/plain"]
    html = [_shown(cell)["text/html"] for cell in cells if "text/html" in _shown(cell)]
    assert len(html) == len(cells) - 1
    assert all(each.startswith('<article class="hipkit" lang="en">') for each in html)


def test_the_notebook_is_kept_without_outputs() -> None:
    """So that a change of it can be read."""
    import json

    book = json.loads(NOTEBOOK.read_text("utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert len(code) > 3
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
