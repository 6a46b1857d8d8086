"""Objections to what is shown (T): they read rendered text and Markdown, and the notices."""

from __future__ import annotations

import re
from math import ceil

import hipkit

from .facts import JUMPS, Case, Complaints, Plain, name_of, slot_seconds
from .items import has_easier_form

FORMS = ("text", "full text", "markdown")
_SIDES = {"one-sided": "each side", "alternating": "each side", "each-way": "each way"}
_TIME = re.compile(r"about (\d+) min; allow (\d+) to (\d+)")
_RIGHT_FIRST = re.compile(r"\b(?:right|left) (?:side|leg|foot|hip) first\b", re.IGNORECASE)
_PROMISES = (
    r"prevent(?:s|ed|ing|ion)?\b(?! you)",
    r"injury-proof",
    r"bullet-?proof",
    r"cur(?:e|es|ed|ing)\b",
    r"heal(?:s|ed|ing)?\b",
    r"fix(?:es|ing)\b",
    r"treat(?:s|ed|ing|ment)?\b",
    r"rehab\w*",
    r"correct(?:s|ing)? your (?:posture|gait|imbalance)",
    r"adhesions?\b",
    r"scar tissue",
    r"lengthen(?:s|ing)? the IT band",
    r"detox\w*",
    r"lactic acid",
    r"(?:sleeping|lazy) glutes",
    r"gluteal amnesia",
    r"activates? \d",
    r"best exercise",
    r"guarante\w+",
    r"safe for everyone",
    r"pain-free in",
    r"no pain,? no gain",
    r"push(?:es|ing)? through (?:the |any |your |some )?(?:pain|ache|soreness|discomfort|hurt)",
    r"feel the burn",
    r"medically approved",
    r"doctor-recommended",
    r"diagnos\w+",
    r"clean bill of health",
    r"not pass the toes",
    r"runs? faster",
    r"speeds? (?:up )?recovery",
    r"stops? soreness",
    r"your weak \w+ caused",
)
_PROMISE = re.compile(r"\b(?:" + "|".join(_PROMISES) + ")", re.IGNORECASE)


def flat(page: str) -> str:
    """Return a page on one line, without Markdown's marks, so that its words can be looked for."""
    marks = page.replace("**", "").replace("\\", "")
    return " ".join(re.sub(r"^ *- ", "", marks, flags=re.MULTILINE).split())


def rendered(routine: hipkit.Routine) -> dict[str, str]:
    """Return the pages of a routine in every form, flattened."""
    return {
        "text": flat(hipkit.to_text(routine)),
        "full text": flat(hipkit.to_text(routine, more=True)),
        "markdown": flat(hipkit.to_markdown(routine)),
    }


def line_of(page: str, number: int, slot: Plain) -> str:
    """Return what a page says on the line of one item, or nothing when there is none."""
    start = re.escape(f" {number}. {flat(slot['exercise']['name'])} ")
    found = re.search(start + r"(.*? \d+:\d\d)\b", page)
    return found.group(1) if found else ""


def _lines(case: Case) -> list[tuple[str, Plain, str]]:
    """Return every line of every page: the form, the slot and the line."""
    return [
        (form, slot, line_of(page, number, slot))
        for form, page in case.pages.items()
        for number, slot in enumerate(case.slots, 1)
    ]


def _before_first(case: Case, page: str) -> str:
    """Return what stands on a page before the first exercise."""
    first = f" 1. {flat(case.slots[0]['exercise']['name'])} "
    return page.partition(first)[0] if first in page else ""


def stops_late(case: Case) -> Complaints:
    """Complain of a routine without its stops, or shown with them after the exercises (2)."""
    wrong = [] if case.routine["stops"] else ["no stops stored"]
    first = [flat(each["text"]) for each in case.routine["notices"] if each["moment"] == "before"]
    if "before" not in case.notices:
        wrong.append("no notice before the first exercise")
    for form, page in case.pages.items():
        ahead = _before_first(case, page)
        texts = [*first, *([] if form == "text" else map(flat, case.routine["stops"]))]
        wrong += [f"{form}: not ahead of all: {text[:40]}" for text in texts if text not in ahead]
        if form == "text" and "more reasons not to start" not in ahead:
            wrong.append(f"{form}: does not say where the other stops are")
    return wrong


def printed_for_one_side(case: Case) -> Complaints:
    """Complain of a line that does not say each side or each way (11)."""
    sided = [each for each in _lines(case) if each[1]["exercise"]["laterality"] in _SIDES]
    if not sided:
        return None
    return [
        f"{form}: {name_of(slot)} does not say {_SIDES[slot['exercise']['laterality']]}"
        for form, slot, line in sided
        if _SIDES[slot["exercise"]["laterality"]] not in line
    ]


def promises(text: str) -> list[str]:
    """Return what a text claims and may not."""
    return [found.group(0) for found in _PROMISE.finditer(text)]


def promising(case: Case) -> Complaints:
    """Complain of text that promises prevention, cure, posture or speed (17)."""
    stored = [notice["text"] for notice in case.routine["notices"]]
    stored += [tip["text"] for tip in case.routine["tips"]]
    stored += [str(slot["exercise"]["instructions"]) for slot in case.slots]
    wrong = [f"stored text says {said!r}" for text in stored for said in promises(text)]
    return wrong + [
        f"{form} says {said!r}" for form, page in case.pages.items() for said in promises(page)
    ]


def effort_unsaid(case: Case) -> Complaints:
    """Complain of a working set without a word on how hard it must feel (36)."""
    if not case.pages:
        return None
    return [
        f"{form}: {name_of(slot)} does not say how hard"
        for form, slot, line in _lines(case)
        if case.known.efforts.get(slot["dose"]["effort"]["word"], "\0") not in line
    ]


def is_heavy(slot: Plain) -> bool:
    """Return whether a slot is heavy, or lands."""
    exercise = slot["exercise"]
    return exercise["kind"] in JUMPS or exercise["exposures"]["outside_load"] == "heavy"


def hard_day_unsaid(case: Case) -> Complaints:
    """Complain of heavy or impact work without a word about hard running (37)."""
    if not any(is_heavy(slot) for slot in case.slots):
        return None
    said = [each["text"] for each in case.routine["notices"] if each["id"] == "hard-work"]
    if not said:
        return ["no word about hard running"]
    return [
        f"{form}: no word about hard running"
        for form, page in case.pages.items()
        if flat(said[0]) not in page
    ]


def time_without_range(case: Case) -> Complaints:
    """Complain of minutes shown without a range, or with a wrong one (38)."""
    if not case.pages:
        return None
    total = sum(slot_seconds(slot) for slot in case.slots)
    low, high = total * 9 // 600, ceil(ceil(total * 5 / 4) / 60)
    expected = (max(1, low), high)
    wrong: list[str] = []
    for form, page in case.pages.items():
        found = _TIME.search(page)
        if found is None:
            wrong.append(f"{form}: minutes without a range")
        elif (int(found.group(2)), int(found.group(3))) != expected:
            wrong.append(f"{form}: a range of {found.group(2)} to {found.group(3)}, not {expected}")
    return wrong


def no_easier_form(case: Case) -> Complaints:
    """Complain of an item beside which no easier form is named (43)."""
    wrong = case.about_items(
        lambda slot: not has_easier_form(slot["exercise"]), "no easier form stored"
    )
    for form, page in case.pages.items():
        said = page.count(" Easier: ")
        named = sum(bool(slot["exercise"]["instructions"]["easier_way"]) for slot in case.slots)
        if said < named:
            wrong.append(f"{form}: {said} of {named} easier forms shown")
    return wrong


def right_first(case: Case) -> Complaints:
    """Complain of one named side always going first (45)."""
    texts = [str(slot["exercise"]["instructions"]) for slot in case.slots]
    return [
        f"says {found.group(0)!r}"
        for text in [*texts, *case.pages.values()]
        for found in _RIGHT_FIRST.finditer(text)
    ]
