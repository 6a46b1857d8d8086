"""Judge stored routines by their JSON alone: `python tools/judge.py [how many]`.

It shares no code with hipkit's filter, clock or search: it reads the stored text, and the packaged
JSON of cautions, and reckons everything again from the practice rules. Ten thousand random requests
by default; prints what it saw, and exits with the number of violations.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import hipkit

DATA = Path(hipkit.__file__).parent / "data"
RANKS = {"beginner": 0, "intermediate": 1, "advanced": 2}
SHARES = {
    "strength": {"warm-up": (20, 480), "cool-down": (15, 480)},
    "activation": {"warm-up": (40, 360), "cool-down": (0, 0)},
    "mobility": {"warm-up": (20, 240), "cool-down": (12, 180)},
    "recovery": {"warm-up": (20, 300), "cool-down": (20, 300)},
}
AFTER_A_RUN = {"raise", "dynamic-mobility", "static-stretch", "self-release", "settle"}


def tenths(number: float) -> int:
    """Return a number of seconds as whole tenths."""
    return round(number * 10)


def middle(span: Any) -> int:
    """Return the typical value of a span."""
    low, high = span if isinstance(span, list) else (span, span)
    return int(low + high + 1) // 2


def most(span: Any) -> float:
    """Return the highest value of a span or number."""
    return float(span[1] if isinstance(span, list) else span)


def seconds_of(exercise: dict[str, Any], dose: dict[str, Any], sets: int) -> int:
    """Return the typical seconds of an item, from its JSON."""
    sides = 1 if exercise["laterality"] == "both-together" else 2
    hold = middle(dose["hold"]) if isinstance(dose["hold"], list) else dose["hold"]
    one = sum(tenths(dose[part]) for part in ("lift", "lower", "pause")) + tenths(hold)
    one = 10 if dose["count_of"] == "seconds" else one
    total: int = sets * sides * middle(dose["count"]) * one + (sets - 1) * dose["rest"] * 10
    if exercise["laterality"] == "one-sided":
        total += sets * dose["side_switch"] * 10
    return int(dose["set_up"]) + -(-total // 10)


def spared(exercise: dict[str, Any], rule: dict[str, Any]) -> bool:
    """Return whether a caution's rule, as JSON, forbids *exercise*."""
    for avoidance in rule["avoid"]:
        met = []
        for condition in avoidance["when"]:
            name, words = condition["property"], condition["words"]
            if name == "load":
                held = [exercise["load"]["kind"]] if exercise["load"] else []
            else:
                outside = name in ("positions", "contacts", "kind")
                value = (exercise if outside else exercise["exposures"])[name]
                if value is None:
                    met.append(True)
                    continue
                if isinstance(value, bool):
                    held = ["yes" if value else "no"]
                else:
                    held = value if isinstance(value, list) else [value]
            met.append(bool(set(held) & set(words)))
        if all(met):
            return True
    return any(each["caution"] == rule["caution"] for each in exercise["exceptions"])


def judge(routine: dict[str, Any], rules: dict[str, dict[str, Any]]) -> list[str]:
    """Return every rule that a stored routine breaks, in plain words."""
    request = routine["request"]
    slots = routine["slots"]
    goal, level = request["goal"], request["level"]
    wrong: list[str] = []
    total = 0
    phases: Counter[str] = Counter()
    families: Counter[str] = Counter()
    groups: Counter[tuple[str, str]] = Counter()
    for slot in slots:
        exercise, dose, sets = slot["exercise"], slot["dose"], slot["sets"]
        name = exercise["id"]
        seconds = seconds_of(exercise, dose, sets)
        total += seconds
        phases[slot["phase"]] += seconds
        families[exercise["family"]] += 1
        groups[slot["phase"], exercise["group"]] += 1
        low, high = dose["sets"] if isinstance(dose["sets"], list) else (dose["sets"],) * 2
        checks = {
            "sets outside the band": not low <= sets <= high,
            "dose of another goal": dose["goal"] != goal,
            "dose above the level": RANKS[dose["level"]] > RANKS[level],
            "exercise above the level": RANKS[exercise["level"]] > RANKS[level],
            "equipment missing": any(
                not set(n) & set(request["equipment"]) for n in exercise["needs"]
            ),
            "position not allowed": request["positions"] is not None
            and not set(exercise["positions"]) <= set(request["positions"]),
            "excluded": name in request["exclude"],
            "retired": exercise["status"] != "active",
            "impact at beginner": level == "beginner"
            and (
                exercise["exposures"]["impact"] in ("two-leg", "one-leg")
                or exercise["kind"] in ("landing", "plyometric")
            ),
            "long lever below advanced": level != "advanced"
            and exercise["exposures"]["adductor_load"] == "long-lever",
            "very hard below advanced": level != "advanced"
            and dose["effort"]["word"] == "very-hard",
            "strength after a run": goal == "recovery" and exercise["kind"] not in AFTER_A_RUN,
            "too much before a run": goal == "activation"
            and (
                sets > 2
                or dose["effort"]["word"] in ("somewhat-hard", "hard", "very-hard")
                or exercise["kind"] in ("static-stretch", "self-release", "landing", "plyometric")
                or (
                    dose["lift"] == 0 == dose["lower"]
                    and sets * most(dose["count"]) * most(dose["hold"]) >= 60
                )
            ),
            "over 8 s a repetition": dose["count_of"] == "repetitions"
            and dose["lift"] + dose["lower"] > 8,
            "hold over 60 s": most(dose["hold"]) > 60,
            "low band upright for a beginner": level == "beginner"
            and bool(exercise["load"])
            and exercise["load"]["kind"] == "band"
            and exercise["load"]["where"] in ("ankles", "feet")
            and bool({"standing", "walking", "split-stance"} & set(exercise["positions"])),
        }
        wrong += [f"{name}: {what}" for what, broken in checks.items() if broken]
        wrong += [
            f"{name}: spared by {caution}"
            for caution in request["cautions"]
            if spared(exercise, rules[caution])
        ]
    room = 60 * request["minutes"]
    if total > room:
        wrong.append(f"{total} s in {room} s")
    for phase, (share, longest) in SHARES[goal].items():
        if phases[phase] > min(longest, room * share // 100):
            wrong.append(f"{phase} takes {phases[phase]} s")
    wrong += [f"family {family} twice" for family, times in families.items() if times > 1]
    ids = [slot["exercise"]["id"] for slot in slots]
    wrong += [f"{id} included but absent" for id in request["include"] if id not in ids]
    if slots[0]["exercise"]["group"] == "impact":
        wrong.append("impact first")
    if "main" not in phases:
        wrong.append("no main item")
    order = ["warm-up", "main", "cool-down"]
    places = [order.index(slot["phase"]) for slot in slots]
    if places != sorted(places):
        wrong.append("phases out of order")
    notices = {notice["id"] for notice in routine["notices"]}
    needed = {"before", "after"}
    for caution in request["cautions"]:
        needed |= set(rules[caution].get("notices", []))
    needed |= set() if "groin-pain" in request["cautions"] else {"during"}
    wrong += [f"notice {id} missing" for id in sorted(needed - notices)]
    if "groin-pain" in request["cautions"] and goal == "activation":
        wrong.append("activation with groin pain")
    return wrong


def random_words(rng: random.Random, catalogue: hipkit.Catalogue, cautions: bool) -> dict[str, Any]:
    """Return random request words over all fields."""

    def some(words: list[str], most: int) -> list[str]:
        return rng.sample(words, rng.choice([0, 0, rng.randint(0, most)]))

    equipment = [str(each) for each in hipkit.Equipment]
    goal, level = rng.choice(list(hipkit.Goal)), rng.choice(list(hipkit.Level))
    positions = [str(each) for each in hipkit.Position]
    dosed = [each.id for each in catalogue.where(goal=goal, level_at_most=level, needs_only=[])]
    return {
        "minutes": rng.choice([5, 10, 15, 20, 25, 30, 45, 60, rng.randint(5, 120)]),
        "goal": str(goal),
        "level": str(level),
        "equipment": some(equipment, 8),
        "focus": some([str(each) for each in (*hipkit.Group, *hipkit.Muscle, *hipkit.Region)], 3),
        "cautions": some([str(each) for each in hipkit.Caution], 2) if cautions else [],
        "positions": rng.sample(positions, rng.randint(9, 15)) if rng.random() < 0.15 else None,
        "include": rng.sample(dosed, 1) if rng.random() < 0.1 else [],
        "exclude": some(list(catalogue.ids), 6) if rng.random() < 0.3 else [],
        "recent": some(list(catalogue.ids), 10),
        "seed": rng.choice([None, None, rng.randint(0, 999)]),
    }


def main(count: int) -> int:
    """Judge *count* random requests and print what was seen; return the number of violations."""
    rng = random.Random(20261124)
    safety = json.loads((DATA / "evidence" / "safety.json").read_text(encoding="utf-8"))
    rules = {each["caution"]: each for each in safety["cautions"]}
    catalogue = hipkit.load_catalogue()
    outcome: Counter[str] = Counter()
    free: Counter[str] = Counter()
    violations: list[str] = []
    used: list[float] = []
    shapes: dict[int, Counter[str]] = {}
    for index in range(count):
        words = random_words(rng, catalogue, cautions=index % 2 == 1)
        if set(words["include"]) & set(words["exclude"]):
            words["exclude"] = []
        try:
            routine = hipkit.build_routine(**words)
        except hipkit.NoRoutine as refusal:
            what = type(refusal).__name__
            outcome[what] += 1
            free[what] += not words["cautions"]
            if not str(refusal).strip() or not (refusal.reasons):
                violations.append(f"unexplained {what}: {words}")
            continue
        outcome["routine"] += 1
        free["routine"] += not words["cautions"]
        stored = json.loads(hipkit.dumps(routine, include_cautions=True))["routine"]
        violations += [f"{each} in {words}" for each in judge(stored, rules)]
        codes = {remark.code for remark in routine.explanation.remarks}
        outcome["saturated"] += hipkit.ReasonCode.SATURATED in codes
        used.append(routine.seconds / (60 * routine.request.minutes))
        if words["goal"] == "strength" and not words["cautions"]:
            shape = shapes.setdefault(words["minutes"], Counter())
            shape["routines"] += 1
            for slot in routine.slots:
                shape[slot.phase.value] += 1
                if slot.phase.value == "main":
                    shape[f"sets {slot.sets}"] += 1
    used.sort()
    print(f"{count} requests: {dict(outcome)}; without cautions: {dict(free)}")
    middle_used = used[len(used) // 2]
    print(f"share of the minutes used: median {middle_used:.3f}, lowest {used[0]:.3f}")
    print("strength, no cautions: minutes, items a phase, sets of main items")
    for minutes in (5, 10, 15, 20, 25, 30, 45, 60):
        shape = shapes.get(minutes, Counter())
        if shape["routines"]:
            each = {
                name: round(number / shape["routines"], 1)
                for name, number in sorted(shape.items())
                if name != "routines"
            }
            print(f"  {minutes:3} min x {shape['routines']:4}: {each}")
    for violation in violations[:20]:
        print("VIOLATION", violation)
    print(f"{len(violations)} violations")
    return len(violations)


if __name__ == "__main__":
    sys.exit(min(99, main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)))
