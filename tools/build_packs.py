"""Write the packs that hipkit loads, from the records that people edit; `--check` looks if they are fresh."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import hipkit
from hipkit.catalogue.packaged import read_packaged
from hipkit.composing import default_policy
from hipkit.storing import digest_of
from hipkit.storing.packing import pack

DATA = Path(__file__).parent.parent / "src" / "hipkit" / "data"
FOLDER = DATA / "packs"


def packs() -> dict[str, Any]:
    """Return every pack by its name, as plain data; raises `CatalogueError` with every problem."""
    read = read_packaged(DATA)
    sources = read.evidence.ids
    made = hipkit.Catalogue(
        read.exercises, known_sources=tuple(sorted(sources)), tombstones=read.tombstones
    )
    return {
        "catalogue": {
            "exercises": len(made),
            "digest": made.digest,
            "sources": sorted(sources),
            **pack([*read.exercises, *read.tombstones]),
        },
        "guidance": {
            "policies": {goal.value: digest_of(default_policy(goal)) for goal in hipkit.Goal},
            **pack([read.safety, *read.tips]),
        },
        "evidence": pack([read.evidence]),
        "figures": {"ids": list(read.figures), **pack(read.figures.values())},
    }


def written(plain: Any) -> str:
    """Return a pack as the text of its file."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    """Write every pack, or check that each is fresh; return the number that are not."""
    stale = 0
    FOLDER.mkdir(exist_ok=True)
    for name, plain in packs().items():
        text = written(plain)
        file = FOLDER / f"{name}.json"
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"packs/{name}.json is stale: run python tools/build_packs.py")
    return stale


if __name__ == "__main__":
    sys.exit(main())
