"""Write the published JSON Schemas into the package's data, or with --check compare them.

Also `packs/nouns.json`: what each noun is, for schemas that are made where `-OO` strips docstrings.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from hipkit.storing.schema import every_schema, every_summary

FOLDER = Path(__file__).parent.parent / "src" / "hipkit" / "data"


def main() -> int:
    """Write every schema, or check that each is fresh; return the number that are not."""
    stale = 0
    written = {f"schema/{name}": schema for name, schema in every_schema().items()}
    for name, plain in {**written, "packs/nouns.json": every_summary()}.items():
        text = json.dumps(plain, indent=1, ensure_ascii=False) + "\n"
        file = FOLDER / name
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"{name} is stale: run python tools/build_schema.py")
    return stale


if __name__ == "__main__":
    sys.exit(main())
