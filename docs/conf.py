"""How Sphinx builds these pages: `sphinx-build -W docs <folder>`."""

import hipkit

project = "hipkit"
author = "the hipkit maintainers"
copyright = "2026, the hipkit maintainers"
version = release = hipkit.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"hipkit {release}"

default_role = "code"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
maximum_signature_line_length = 88
python_use_unqualified_type_names = True
