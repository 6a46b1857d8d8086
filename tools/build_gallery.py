"""Draw the gallery of the docs: every exercise, a contact sheet for each group: `python tools/build_gallery.py`.

Also the picture of the README. `--check` looks whether they are fresh; exits with the number that are not.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import hipkit

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "reference" / "figures"
COLUMNS = 4
WIDE, HIGH, NAME, GAP = 400, 300, 34, 12
IN_README = (
    *("side-lying-hip-abduction", "single-leg-bridge", "lateral-band-walk-ankles"),
    *("side-lunge", "bird-dog", "half-kneeling-hip-flexor-stretch"),
)


def nested(exercise: hipkit.Exercise, x: int, y: int) -> str:
    """Return the figure of *exercise* as a picture within a picture, its name below."""
    figure = hipkit.draw(exercise, paint="hex", id_prefix=f"of-{exercise.id}").rstrip("\n")
    view = re.search(r'viewBox="([^"]*)"', figure)
    assert view is not None
    inside = figure[figure.index(">") + 1 :]
    return (
        f'<svg x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" viewBox="{view[1]}">{inside}'
        f'<text x="{x + WIDE // 2}" y="{y + HIGH + 22}" text-anchor="middle" font-family="sans-serif"'
        f' font-size="17" fill="#1f2937">{escape(exercise.name)}</text>'
    )


def sheet(exercises: list[hipkit.Exercise], title: str, columns: int = COLUMNS) -> str:
    """Return one picture of all *exercises*, in rows."""
    rows = -(-len(exercises) // columns)
    width = columns * (WIDE + GAP) + GAP
    height = rows * (HIGH + NAME + GAP) + GAP
    cells = "".join(
        nested(
            each,
            GAP + number % columns * (WIDE + GAP),
            GAP + number // columns * (HIGH + NAME + GAP),
        )
        for number, each in enumerate(exercises)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="{escape(title)}"><rect width="{width}" height="{height}" fill="#ffffff"/>'
        f"{cells}</svg>\n"
    )


def pages() -> dict[Path, str]:
    """Return every picture and the page that shows them, by file."""
    catalogue, words = hipkit.load_catalogue(), hipkit.load_words()
    readme = [catalogue[id] for id in IN_README]
    made = {FOLDER / "readme.svg": sheet(readme, "Six of hipkit's figures", 3)}
    lines = [
        "# Gallery",
        "",
        "<!-- Written by tools/build_gallery.py. Change the data or the tool, not this file. -->",
        "",
        "Every exercise of the catalogue as `hipkit.draw` shows it: the end of the movement, the start as a silhouette,",
        "an arrow from one to the other; muscles that work, or are stretched or pressed, in colour. How to draw them is",
        "told in [Draw an exercise](../how-to/draw-an-exercise.md). No clinician has reviewed the figures.",
        "",
    ]
    for group in hipkit.Group:
        found = list(catalogue.where(group=group))
        if found:
            label = words.say(f"group.{group.value}")
            made[FOLDER / f"{group.value}.svg"] = sheet(found, label)
            names = ", ".join(each.name for each in found)
            lines += [f"## {label[:1].upper()}{label[1:]}", ""]
            lines += [f"![{names}](figures/{group.value}.svg)", ""]
    made[FOLDER.parent / "gallery.md"] = "\n".join(lines[:-1]) + "\n"
    return made


def main() -> int:
    """Write all, or check that all are fresh; return the number that are not."""
    stale = 0
    FOLDER.mkdir(exist_ok=True)
    for file, text in pages().items():
        if "--check" not in sys.argv:
            file.write_text(text, encoding="utf-8", newline="\n")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"{file.name} is stale: run python tools/build_gallery.py")
    return stale


if __name__ == "__main__":
    sys.exit(main())
