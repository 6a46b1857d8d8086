"""Objections that one routine cannot show: to refusals, to pairs of routines, to what worth is made of."""

from __future__ import annotations

import re

from .facts import FIRST_GROUPS, Case, Complaints, Known, Pair, Refusal, name_of
from .items import false_abduction, has_easier_form, is_end_range_pose, rolls_elsewhere

MAY_CHANGE = {"minutes", "equipment", "positions", "drop-include", "drop-exclude", "goal"}
_UNSAFE = re.compile(r"caution|at level \w+|needs level|intermediate|advanced", re.IGNORECASE)
"""What no line under “What would help” may speak of."""

_OF_WORTH = {
    *("grade", "priority", "own-level", "kind", "loaded", "place", "one-sided"),
    *("focus", "recent", "variety", "sets", "change-over"),
}
"""Everything that worth may be made of: no measured activity is among it."""


def unsafe_hint(refusal: Refusal) -> Complaints:
    """Complain of a hint that weakens safety, or of any hint beside advice (3)."""
    kinds = {kind for changes in refusal.relaxations for kind, _ in changes}
    wrong = [f"proposes to change {kind}" for kind in sorted(kinds - MAY_CHANGE)]
    if refusal.advice and refusal.relaxations:
        wrong.append("advice with a hint beside it")
    runs = {("goal", "activation")} & {each for hint in refusal.relaxations for each in hint}
    if runs and "groin-pain" in refusal.words.get("cautions", ()):
        wrong.append("proposes activation with groin pain")
    offered = refusal.text.partition("would help")[2]
    return wrong + [f"offers {found.group(0)!r}" for found in _UNSAFE.finditer(offered)]


def measured_worth(case: Case) -> Complaints:
    """Complain of worth made of anything but the coarse grade and the policy's percents (39)."""
    made_of = {
        reason["code"]
        for item in case.routine["explanation"]["items"]
        for reason in item["made_of"]
    }
    return [f"worth is made of {code}" for code in sorted(made_of - _OF_WORTH)]


def nothing_comes_back(pair: Pair) -> Complaints:
    """Complain when no exercise of priority 1 or 2 comes back in the next session (42)."""
    last, following = (
        {name_of(slot) for slot in case.main if slot["exercise"]["group"] in FIRST_GROUPS}
        for case in (pair.first, pair.second)
    )
    if not pair.first.strength() or not last:
        return None
    return [] if last & following else [f"none of {', '.join(sorted(last))} comes back"]


def wrong_records(known: Known) -> list[str]:
    """Return what is wrong in a whole catalogue: false abduction, poses, rolling (13, 24, 41)."""
    wrong: list[str] = []
    for each in known.exercises:
        if false_abduction(each):
            wrong.append(f"{each['id']}: is counted as abduction")
        if is_end_range_pose(each) and not each["easier"]:
            wrong.append(f"{each['id']}: end-range pose without an easier exercise")
        if is_end_range_pose(each) and not has_easier_form(each):
            wrong.append(f"{each['id']}: end-range pose without an easier form")
        if rolls_elsewhere(each):
            wrong.append(f"{each['id']}: rolled where it may not be")
    return wrong
