"""Every check, each in an environment of its own: `nox`, or `nox -s tests-3.13`."""

from __future__ import annotations

import hashlib
from pathlib import Path

import nox

nox.needs_version = ">=2025.2"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests", "same-bytes", "lint", "types", "docs", "wheel"]

seen: set[str] = set()
"""The hashes that the sessions of `same-bytes` printed."""


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run the tests, the README and the docs, on every Python that is found."""
    session.install(".[test]")
    session.run("pytest", *session.posargs)


@nox.session(name="same-bytes", python=["3.11", "3.12", "3.13", "3.14"])
def same_bytes(session: nox.Session) -> None:
    """Compose 200 requests under three hash seeds, and expect the same bytes as every Python before."""
    session.install(".")
    for seed in ("0", "1", "4242"):
        said = session.run(
            *("python", "tools/same_bytes.py", "200"), env={"PYTHONHASHSEED": seed}, silent=True
        )
        seen.add(str(said).split()[-1])
    if len(seen) > 1:
        session.error(f"the bytes differ: {sorted(seen)}")


@nox.session
def lint(session: nox.Session) -> None:
    """Look at style, whether generated files are fresh, and whether the records keep their invariants."""
    session.install(".[lint,test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("python", "tools/build_packs.py", "--check")
    session.run("python", "tools/build_schema.py", "--check")
    session.run("python", "tools/build_docs.py", "--check")
    session.run("python", "tools/invariants.py")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with both checkers, and that every public name has one."""
    session.install(".[types]")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "hipkit", "--ignoreexternal")


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
    """Build twice, expect the same bytes, and look at what is inside."""
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
