"""How Sphinx builds these pages: `sphinx-build -W docs <folder>`."""

from __future__ import annotations

import functools
import re
from importlib import import_module
from typing import Any

import cattrs  # noqa: F401  # before the exchange below, so that only hipkit meets it

import hipkit

# attrs makes a slot of a cached property and drops its docstring; a plain one keeps it.
kept, functools.cached_property = functools.cached_property, property
for room in ("asking", "appraising", "exporting", "rendering", "testing.contracts", "testing.laws"):
    import_module(f"hipkit.{room}")
hipkit.model.noun_classes()  # those that are loaded late, too
functools.cached_property = kept

project = "hipkit"
author = "the hipkit maintainers"
copyright = "2026, the hipkit maintainers"
version = release = hipkit.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"hipkit {release}"

default_role = "code"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
maximum_signature_line_length = 88
python_use_unqualified_type_names = True


def shortened(*event: Any) -> tuple[str | None, str | None]:
    """Return a signature whose defaults read well: the values of nouns and enums are long."""
    signature, returned = event[-2:]
    for long, short in (
        (r"<(\w+\.\w+): '[^']*'>", r"\1"),
        (r"\b(Exposures|Instructions|Provenance)\([^()]*\)", r"\1()"),
        (r"\bLiteral\[[^\]]{80,}\]", "Literal[...]"),
        (r"\((Group|Goal|Level)\.[^()]{20,}\)", r"tuple(\1)"),
        (r"= NOTHING", "= ..."),
    ):
        signature = re.sub(long, short, signature or "")
    return signature or None, returned


def setup(app: Any) -> None:
    """Have signatures shortened."""
    app.connect("autodoc-process-signature", shortened)
