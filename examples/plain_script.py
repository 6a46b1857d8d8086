"""A week of hip routines as pages to print, with nothing but hipkit: `python examples/plain_script.py week`.

Three sessions, each told what the ones before it held, so that they vary; a page, a text and a stored
routine for each.
"""

from __future__ import annotations

import sys
from pathlib import Path

import hipkit

DAYS = ("monday", "wednesday", "friday")


def main(folder: Path) -> int:
    """Write the week into *folder*; return 1 where no routine can be had."""
    folder.mkdir(parents=True, exist_ok=True)
    done: list[str] = []
    for day in DAYS:
        try:
            routine = hipkit.build_routine(
                20, level="beginner", equipment=["mini-band", "chair"], recent=done
            )
        except hipkit.NoRoutine as refusal:
            print(refusal)
            return 1
        done += [slot.exercise.id for slot in routine.slots if slot.phase == "main"]
        title = f"Hips on {day.capitalize()}"
        files = {
            f"{day}.html": hipkit.to_html(routine, title=title),
            f"{day}.txt": hipkit.to_text(routine, more=True) + "\n",
            f"{day}.json": hipkit.dumps(routine, indent=1) + "\n",
        }
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        print(f"{title}: {len(routine.slots)} exercises, {routine.seconds // 60} min")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "week")))
