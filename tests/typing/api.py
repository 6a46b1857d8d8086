"""What checkers must see of the front door. Never executed; mypy and pyright read it."""

from __future__ import annotations

from collections.abc import Generator
from typing import assert_type

import hipkit

routine = hipkit.build_routine(20, level="beginner", equipment=["mini-band"], focus=["glutes"])
assert_type(routine, hipkit.Routine)
assert_type(hipkit.build_routine(hipkit.Request(15)), hipkit.Routine)
assert_type(routine.seconds, int)
assert_type(routine.timeline, tuple[hipkit.Interval, ...])
assert_type(routine.slots[0].exercise.name, str)
assert_type(hipkit.explain(routine), hipkit.FullExplanation)
assert_type(hipkit.explain(routine, "clamshell"), hipkit.WhyNot)
assert_type(hipkit.alternatives(routine, "clamshell"), tuple[hipkit.Alternative, ...])
assert_type(hipkit.alternatives(routine, "clamshell")[0].slot, hipkit.Slot)
assert_type(hipkit.substitute(routine, "clamshell", with_="clamshell-hold"), hipkit.Routine)
assert_type(hipkit.resize(routine, 30, cautions=["knee-pain"]), hipkit.Routine)
assert_type(hipkit.loads("", hipkit.Routine), hipkit.Routine)
assert_type(hipkit.loads("", hipkit.Catalogue), hipkit.Catalogue)
assert_type(hipkit.compact(routine), hipkit.CompactRoutine)
assert_type(hipkit.restore(hipkit.compact(routine)), hipkit.Routine)
assert_type(routine.to_records(), list[dict[str, str | int | float | bool | list[str] | None]])
results = hipkit.build_routines([hipkit.Request(15), {"minutes": 20}], progress=print)
assert_type(results, Generator[hipkit.Routine | hipkit.HipkitError, None, None])
for result in results:
    match result:
        case hipkit.Routine():
            assert_type(result, hipkit.Routine)
        case hipkit.NoRoutine():
            assert_type(result, hipkit.NoRoutine)
        case _:
            assert_type(result, hipkit.HipkitError)
catalogue = hipkit.load_catalogue()
assert_type(catalogue["clamshell"], hipkit.Exercise)
assert_type(
    catalogue.where(group="abduction", level_at_most="beginner"), tuple[hipkit.Exercise, ...]
)
assert_type([each.id for each in catalogue], list[str])
assert_type("clamshell" in catalogue, bool)
