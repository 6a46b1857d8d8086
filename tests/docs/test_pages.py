"""Docs: every code block runs, every link leads somewhere, every page is found, every public name is told."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import hipkit

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RUN = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
"""Pages whose Python runs as tests; conftest.py at the root sees to that."""
READ = [*RUN, *(ROOT / f"{name}.md" for name in ("CONTRIBUTING", "CHANGELOG", "SECURITY"))]
FENCE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})(?P<kind>[^\n]*)\n(?P<body>.*?)^(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
NOT_PYTHON = re.compile(
    r"console|json|toml|text|html|js|yaml|\{toctree\}|\{eval-rst\}|\{literalinclude\} .+|\{py:data\} .+"
)
NEEDS_A_CLUSTER = {"docs/how-to/many-at-once.md"}
"""Pages that show, as text, calls on machines which no test has."""
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<target>[^()\s]+(?:\([^()]*\))?)\)")


class Block(NamedTuple):
    """A fenced block: its language or directive, and its lines."""

    kind: str
    body: str


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of *page*."""
    found = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [Block(each["kind"].strip(), each["body"]) for each in found]


def name_of(page: Path) -> str:
    """Return how a page is called in a test's name."""
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of *page*, as GitHub and MyST make them."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#{1,6} (.+?) *$", text, re.MULTILINE)
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)|[`*\\]", r"\1", title) for title in titles]
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in plain}


def links(page: Path) -> list[str]:
    """Return where the links of *page* lead."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    text = re.sub(r"`[^`\n]+`(?!\])", "", text)
    return [each["target"] for each in LINK.finditer(text)]


@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_every_python_block_runs(page: Path) -> None:
    """As many blocks as are marked as Python are found by what runs them, with the same lines."""
    marked = [each.body for each in blocks(page) if each.kind == "python"]
    document = Sybil([PythonCodeBlockParser()]).parse(page)
    prompts = sum(len(re.findall(r"^>>> ", body, re.MULTILINE)) for body in marked)
    plain = sum(">>> " not in body for body in marked)
    assert len(list(document.examples())) == prompts + plain
    assert page.read_text(encoding="utf-8").count("```python") == len(marked)


@pytest.mark.parametrize("page", READ, ids=name_of)
def test_every_other_block_is_no_python(page: Path) -> None:
    """A block says its language; what looks like Python is marked as Python, where it runs."""
    for kind, body in blocks(page):
        if kind == "python":
            assert page in RUN, "only README.md and docs run; put the example there"
            continue
        assert NOT_PYTHON.fullmatch(kind), f"a block marked {kind!r}: is it Python? say ```python"
        assert ">>> " not in body
        if kind != "js" and name_of(page) not in NEEDS_A_CLUSTER:
            assert not re.search(r"^(import|from) \w+", body, re.MULTILINE)


@pytest.mark.parametrize("page", READ, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A page or file that is there, and a heading of that page; the network is not asked."""
    for target in links(page):
        if "://" in target or target.startswith("mailto:"):
            assert re.fullmatch(r"https://[\w.-]+\.\w+(/[^\s<>\"]*)?", target), target
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{name_of(page)}: {target} leads nowhere"
        assert file.is_relative_to(ROOT), f"{name_of(page)}: {target} leads out of the project"
        if anchor:
            known = anchors(file)
            assert anchor in known, f"{name_of(page)}: {target}: choose from {sorted(known)}"


def test_links_are_seen() -> None:
    """The checks above look at many links; with none, they would pass whatever was written."""
    assert sum(len(links(page)) for page in READ) > 250
    assert "../reference/problem-codes.md" in links(DOCS / "how-to" / "handle-problems.md")


def test_every_page_is_found() -> None:
    """Each page stands in a list of contents, and no list names a page that is not there."""
    listed = {
        (page.parent / f"{line.strip()}.md").resolve()
        for page in RUN
        for kind, body in blocks(page)
        if kind == "{toctree}"
        for line in body.splitlines()
        if line.strip() and not line.startswith(":")
    }
    pages = {page for page in RUN if page.is_relative_to(DOCS)} - {DOCS / "index.md"}
    missing = sorted(map(name_of, pages - listed))
    assert not missing, f"add to a toctree of docs/index.md or docs/reference/index.md: {missing}"
    assert listed <= pages


def test_the_list_of_public_names_is_whole() -> None:
    """The page of names has each name of the front door, and no other."""
    page = (DOCS / "reference" / "names.md").read_text(encoding="utf-8")
    named = re.findall(r"^(?:\| \[`|:::\{py:data\} hipkit\.)(\w+)", page, re.MULTILINE)
    missing = sorted(set(hipkit.__all__) ^ set(named))
    assert not missing, f"run python tools/build_docs.py; the page of names differs in {missing}"
    assert len(named) == len(set(named))


def test_every_error_has_its_line() -> None:
    """The guide to problems says of each error what it means and what it carries."""
    page = (DOCS / "how-to" / "handle-problems.md").read_text(encoding="utf-8")
    errors = [
        name
        for name in hipkit.__all__
        if isinstance(thing := getattr(hipkit, name), type) and issubclass(thing, Exception)
    ]
    assert len(errors) > 5
    for name in errors:
        assert f"`{name}`" in page, f"add {name} to the table of docs/how-to/handle-problems.md"


@pytest.mark.parametrize(
    ("page", "codes"), [("problem-codes", hipkit.ProblemCode), ("reason-codes", hipkit.ReasonCode)]
)
def test_every_code_has_its_line(page: str, codes: type[hipkit.ProblemCode]) -> None:
    """Each code stands in the table of its page."""
    text = (DOCS / "reference" / f"{page}.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE) == [each.value for each in codes]


def test_the_readme_opens_with_what_runs() -> None:
    """Two commands, then ten lines of Python with their output."""
    shown = blocks(ROOT / "README.md")
    assert [each.kind for each in shown[:3]] == ["console", "console", "python"]
    assert all(each.body.startswith("$ python -m pip install ") for each in shown[:2])
    typed = [line for line in shown[2].body.splitlines() if line.startswith((">>> ", "... "))]
    assert len(typed) == 10


def test_the_glossary_is_in_order() -> None:
    """A word is found where the alphabet says, once."""
    page = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"^(.+)\n: ", page, re.MULTILINE)
    assert len(words) > 20
    assert words == sorted(set(words), key=str.lower)


def test_the_pages_build_and_hold_every_public_name(tmp_path: Path) -> None:
    """No warning while building; and among what the built pages define is every public name."""
    pytest.importorskip("sphinx", reason="builds the docs: pip install .[docs]")
    pytest.importorskip("myst_parser", reason="builds the docs: pip install .[docs]")
    pytest.importorskip("furo", reason="builds the docs: pip install .[docs]")
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(DOCS), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert run.returncode == 0, run.stderr
    from sphinx.util.inventory import InventoryFile

    inventory = InventoryFile.loads((tmp_path / "objects.inv").read_bytes(), uri="")
    defined = {
        name.rpartition(".")[2]
        for kind, objects in inventory.data.items()
        if kind.startswith("py:")
        for name in objects
    }
    missing = sorted(set(hipkit.__all__) - defined)
    assert not missing, (
        f"no page defines {missing}: give the page of the room in docs/reference an automodule, or add "
        "`.. autofunction:: hipkit.<name>` (`autoclass` for a class) to it"
    )


@pytest.mark.parametrize(
    "file", ["pyproject.toml", "src/acme_hips/__init__.py", "tests/test_acme_hips.py"]
)
def test_what_a_page_shows_of_the_example_package_is_what_it_holds(file: str) -> None:
    """The text stands in the page, so that it can be read where nothing is built."""
    shown = [block.body for block in blocks(DOCS / "how-to" / "publish-exercises.md")]
    assert (ROOT / "examples" / "acme-hips" / file).read_text(encoding="utf-8") in shown
