"""The page of the default routine, with its explanation and certificate."""

from __future__ import annotations

import re

import attrs

import hipkit

from .parts import code, page, table


def _lower(markdown: str, by: int) -> str:
    """Return *markdown* with every heading *by* levels further down."""
    return re.sub(r"^(?=#+ )", "#" * by, markdown, flags=re.MULTILINE)


def default_routine_page() -> str:
    """Return the page of `hipkit.build_routine()`, whole."""
    routine = hipkit.build_routine()
    certificate = routine.explanation.certificate
    assert certificate is not None, "a routine that was chosen has one"
    rows = [
        [code(each.name), str(getattr(certificate, each.name))]
        for each in attrs.fields(type(certificate))
        if each.name != "phases"
    ]
    rows += [
        [f"{code(each.phase.value)} room, price", f"{each.room}, {each.price}"]
        for each in certificate.phases
    ]
    rows.append(["digest of the routine", code(routine.digest)])
    return page(
        "The default routine",
        "What `hipkit.build_routine()` gives: 20 minutes, strength, beginner, no kit. "
        "First as it is shown, then explained in full, then the numbers of its certificate.",
        _lower(hipkit.to_markdown(routine), 1),
        _lower(hipkit.to_markdown(hipkit.explain(routine)), 1),
        "## Certificate",
        "The meaning of each number is in [Exact selection](../explanation/exact-selection.md).",
        table(["field", "value"], rows),
    )
