"""Every check, each in an environment of its own: `nox`, or `nox -s tests-3.13`."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.2"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests", "same-bytes", "pyodide", "lint", "types", "docs", "wheel"]

PYTHONS = ["3.11", "3.12", "3.13", "3.14", "3.15"]
SEEDS = ("0", "1", "4242")
PYODIDE = "314.0.7"
"""Of npm; it is CPython 3.14 for WebAssembly."""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests, the README and the docs, on every Python that is found."""
    session.install(".[test]")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
def everywhere(session: nox.Session) -> None:
    """Run only the tests of how and where Python runs: flags, places, threads, processes."""
    session.install(".[test]")
    session.run("pytest", "tests/everywhere", "tests/test_wheel.py", *session.posargs)


@nox.session(name="same-bytes", python=[*PYTHONS, "3.14t"])
def same_bytes(session: nox.Session) -> None:
    """Answer 200 recorded requests under three hash seeds, and expect the bytes that are kept."""
    session.install(".")
    for seed in SEEDS:
        session.run("python", "tools/same_bytes.py", env={"PYTHONHASHSEED": seed})


@nox.session
def pyodide(session: nox.Session) -> None:
    """Answer the same requests in Pyodide under Node, from wheels on disk."""
    for needed in ("node", "npm"):
        if shutil.which(needed) is None:
            session.skip(f"{needed} is not on PATH")
    folder = Path(session.create_tmp())
    shutil.rmtree(folder / "wheels", ignore_errors=True)
    session.run("python", "-m", "pip", "wheel", "-q", "-w", str(folder / "wheels"), ".")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    session.run(
        *("npm", "install", *quiet, "--prefix", str(folder), f"pyodide@{PYODIDE}"), external=True
    )
    session.run("node", "tools/everywhere/pyodide.mjs", str(folder), external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Look at style, whether generated files are fresh, and whether the records keep their invariants."""
    session.install(".[lint,test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("python", "tools/build_packs.py", "--check")
    session.run("python", "tools/build_schema.py", "--check")
    session.run("python", "tools/build_docs.py", "--check")
    session.run("python", "tools/build_gallery.py", "--check")
    session.run("python", "tools/invariants.py")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with both checkers, and that every public name has one."""
    session.install(".[types]")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "hipkit", "--ignoreexternal")


@nox.session
def interop(session: nox.Session) -> None:
    """Run what needs pydantic, FastAPI, rich and a notebook's kernel, against their newest releases."""
    session.install(".[test,interop]")
    session.run("pytest", "tests/examples", "tests/storing", "tests/rendering", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change what decides, one thing at a time, and expect the tests to notice; hours, so only when asked for."""
    session.install("-e", ".[test,mutants]")
    session.run("python", "tools/mutants.py", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Try the worst input; the whole million takes an hour, so only when asked for."""
    session.install("-e", ".[test,fuzz]")
    session.run("python", "tools/fuzz.py", *(session.posargs or ("--cases", "50000")))


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs; every warning is an error."""
    session.install(".[test,docs]")
    session.run("sphinx-build", "-W", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build twice, expect the same bytes, look at what is inside, and use it where nothing else is."""
    session.install(".[build]")
    found: list[dict[str, str]] = []
    for name in ("first", "second"):
        folder = Path(session.create_tmp()) / name
        session.run(
            *("python", "-m", "build", "--outdir", str(folder)),
            env={"SOURCE_DATE_EPOCH": "1767225600"},  # 2026-01-01
        )
        files = sorted(folder.iterdir())
        found.append({file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files})
        session.run("check-wheel-contents", str(folder))
    if found[0] != found[1]:
        session.error(f"two builds differ: {found}")
    (made,) = folder.glob("*.whl")
    fresh = Path(session.create_tmp()) / "fresh"
    session.run("python", "-m", "venv", "--clear", str(fresh))
    python = str(fresh / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    session.run(python, "-m", "pip", "install", "-q", str(made), external=True)
    session.run(python, "-I", "tools/everywhere/installed.py", external=True)
