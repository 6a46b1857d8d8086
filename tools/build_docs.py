"""Write the generated pages under docs/reference, or with --check compare them.

With --examples it mends the outputs of Python examples in the README and the docs instead.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs_pages.article import article_page
from docs_pages.catalogue import catalogue_page, group_pages
from docs_pages.cautions import caution_page
from docs_pages.checks import invariants_page, mutants_page, objections_page
from docs_pages.evidence import measurements_page, protocols_page, sources_page
from docs_pages.examples import mended
from docs_pages.fuzzing import fuzzing_page
from docs_pages.names import names_page
from docs_pages.policies import policies_page
from docs_pages.reasons import reason_codes_page
from docs_pages.routine import default_routine_page
from docs_pages.shapes import shapes_page
from docs_pages.words import problem_codes_page, vocabulary_page

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference"
PAGES = {
    "article.md": article_page,
    "catalogue.md": catalogue_page,
    "caution-table.md": caution_page,
    "default-routine.md": default_routine_page,
    "fuzzing.md": fuzzing_page,
    "invariants.md": invariants_page,
    "measurements.md": measurements_page,
    "mutants.md": mutants_page,
    "names.md": names_page,
    "objections.md": objections_page,
    "policies.md": policies_page,
    "problem-codes.md": problem_codes_page,
    "protocols.md": protocols_page,
    "reason-codes.md": reason_codes_page,
    "shapes.md": shapes_page,
    "sources.md": sources_page,
    "vocabulary.md": vocabulary_page,
    **group_pages(),
}


def main() -> int:
    """Write every page, or check that each is fresh; return the number that are not."""
    if "--examples" in sys.argv:
        for file in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
            text = file.read_text(encoding="utf-8")
            if (new := mended(text)) != text:
                file.write_text(new, encoding="utf-8")
                print(f"mended {file.relative_to(ROOT)}: read the difference")
        return 0
    stale = 0
    for name, make in PAGES.items():
        page = make()
        file = FOLDER / name
        if "--check" not in sys.argv:
            file.parent.mkdir(exist_ok=True)
            file.write_text(page, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != page:
            stale += 1
            print(f"{name} is stale: run python tools/build_docs.py")
    return stale


if __name__ == "__main__":
    sys.exit(main())
