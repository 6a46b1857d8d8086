"""The 47 things that make a routine wrong, each with the function that looks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from . import items, orders, others, pages, shapes
from .facts import Case, Complaints

Severity: TypeAlias = Literal["never", "avoid", "prefer not"]
Subject: TypeAlias = Literal["routine", "page", "refusal", "pair"]


@dataclass(frozen=True)
class Objection:
    """What is wrong when it is true: number, text, severity, how it is met, and who looks for it.

    *how*: E eligibility, K cap, W worth, O order, D dose, T text, G stop, C catalogue invariant.
    *judge* takes a `Case` (with pages where *on* is page), a `Refusal` or a `Pair`. *beside* says
    what one such subject cannot show, and where that is looked at.
    """

    number: int
    text: str
    severity: Severity
    how: str
    judge: Callable[[Any], Complaints]
    on: Subject = "routine"
    beside: str = ""


def one_side(case: Case) -> Complaints:
    """Complain of an item timed or printed for one side (11)."""
    timed, printed = items.timed_for_one_side(case), pages.printed_for_one_side(case)
    return None if timed is None else timed + (printed or [])


_NEVER = (
    Objection(
        1,
        "an item has a property that a caution avoids, or does not state it",
        "never",
        "E",
        items.avoided_property,
    ),
    Objection(
        2,
        "the stops do not come before the exercises",
        "never",
        "T",
        pages.stops_late,
    ),
    Objection(
        3,
        "a hint would drop a caution, raise the level or lift a stop",
        "never",
        "T",
        others.unsafe_hint,
        "refusal",
        "that hints work and keep cautions and level when followed: tools/grid.py",
    ),
    Objection(
        4,
        "impact at beginner, first of all, or with no warm-up move before it",
        "never",
        "EO",
        items.unready_impact,
    ),
    Objection(
        5,
        "impact or one-leg load with groin pain, or its notice missing",
        "never",
        "ET",
        items.groin_loaded,
    ),
    Objection(6, "a crossed leg with a sore outer hip", "never", "E", items.crossing),
    Objection(7, "long-lever Copenhagen below advanced", "never", "E", items.long_lever),
    Objection(
        8,
        "work to failure, or below 2 in reserve under advanced",
        "never",
        "D",
        items.near_failure,
    ),
    Objection(
        9,
        "before a run: under 4 in reserve, over 2 sets, or a minute of static stretch",
        "never",
        "DK",
        items.too_much_before_a_run,
    ),
    Objection(
        10,
        "after a run: strength, control, landing or plyometric work",
        "never",
        "E",
        items.strength_after_a_run,
    ),
    Objection(11, "a one-sided item timed or printed for one side", "never", "DT", one_side),
    Objection(
        12,
        "over 8 s a repetition; a hold or stretch over 60 s",
        "never",
        "D",
        items.too_long,
    ),
    Objection(
        13,
        "rolling on bone, groin, back of the knee, belly, low spine or outer knee",
        "never",
        "C",
        items.rolled,
        beside="the whole catalogue: wrong_records; what the instructions say is read by people",
    ),
    Objection(14, "an item needs kit that was not given", "never", "E", items.kit_not_given),
    Objection(15, "on the back or front in pregnancy", "never", "E", items.lying_in_pregnancy),
    Objection(
        16,
        "two items of one family; more seconds than asked for",
        "never",
        "K",
        items.twice_or_over_time,
    ),
    Objection(
        17,
        "text promises prevention, cure, posture or speed",
        "never",
        "T",
        pages.promising,
        beside="words are matched, not claims: a new way to promise needs a person",
    ),
)

_AVOID = (
    Objection(
        18,
        "strength of 10 min with neither abduction nor pelvic control",
        "avoid",
        "W",
        shapes.no_sideways,
    ),
    Objection(
        19,
        "strength of 10 min without extension or hinge",
        "avoid",
        "W",
        shapes.no_backwards,
    ),
    Objection(
        20,
        "strength of 20 min above beginner without standing one-leg work",
        "avoid",
        "W",
        shapes.no_one_leg_work,
    ),
    Objection(
        21,
        "strength of 20 min without adduction, of 30 without flexion",
        "avoid",
        "W",
        shapes.no_adduction_or_flexion,
    ),
    Objection(
        22,
        "a third of one group before the first groups have one",
        "avoid",
        "W",
        shapes.third_before_first,
    ),
    Objection(
        23,
        "above beginner, a clamshell is the only sideways or turning work",
        "avoid",
        "W",
        shapes.only_a_clamshell,
    ),
    Objection(
        24,
        "a two-leg bridge or hands-and-knees work counts as abduction",
        "avoid",
        "C",
        items.credited_as_abduction,
        beside="the whole catalogue: wrong_records",
    ),
    Objection(
        25,
        "over 6 sets of a group, 10 of a prime muscle, or 20 in all",
        "avoid",
        "K",
        shapes.too_many_sets,
    ),
    Objection(
        26,
        "over 2 stretches of a muscle, 3 in strength, or 4 min for a muscle",
        "avoid",
        "K",
        shapes.too_many_stretches,
    ),
    Objection(
        27,
        "warm-up and cool-down over 35 % of a strength routine",
        "avoid",
        "K",
        shapes.too_much_aside,
    ),
    Objection(28, "strength of 10 min without a warm-up move", "avoid", "W", shapes.no_warm_up),
    Objection(29, "up from the floor more than once", "avoid", "O", orders.up_down_up),
    Objection(
        30,
        "position changes more often than its minutes allow, or kit does",
        "avoid",
        "O",
        orders.restless,
    ),
    Objection(
        31,
        "the outer hip is tired just before a landing, step-down or one-leg squat",
        "avoid",
        "O",
        orders.tired_first,
    ),
    Objection(
        32,
        "ends on the floor before a run, or on one leg after it",
        "avoid",
        "O",
        orders.bad_ending,
    ),
    Objection(
        33,
        "two hard balances for a beginner, or one without a wall",
        "avoid",
        "KT",
        shapes.hard_balance,
    ),
    Objection(
        34,
        "side plank, Copenhagen and plank in a row",
        "avoid",
        "O",
        orders.same_shoulder,
    ),
    Objection(
        35,
        "3 sets of one item while a group of priority 1 or 2 is empty",
        "avoid",
        "W",
        shapes.depth_before_breadth,
    ),
    Objection(
        36,
        "a set without a word on how hard it must feel",
        "avoid",
        "T",
        pages.effort_unsaid,
        "page",
    ),
    Objection(
        37,
        "heavy or impact work without a word about hard running",
        "avoid",
        "T",
        pages.hard_day_unsaid,
    ),
    Objection(38, "minutes shown without a range", "avoid", "T", pages.time_without_range, "page"),
    Objection(
        39,
        "worth differs only by measured activity",
        "avoid",
        "W",
        others.measured_worth,
        beside="that emptying all measurements changes no routine: tests/test_objections.py;"
        " a peak beside a mean is a matter of evidence pages, which no routine shows",
    ),
    Objection(
        40,
        "ankle or foot band upright for a beginner",
        "avoid",
        "E",
        items.band_low_for_beginner,
    ),
    Objection(
        41,
        "an end-range pose without an easier form",
        "avoid",
        "C",
        items.pose_without_easier_form,
        beside="the whole catalogue, and that an easier exercise is linked: wrong_records",
    ),
    Objection(
        42,
        "nothing of priority 1 or 2 comes back in the next session",
        "avoid",
        "W",
        others.nothing_comes_back,
        "pair",
    ),
)

_PREFER_NOT = (
    Objection(43, "no easier form named beside an item", "prefer not", "T", pages.no_easier_form),
    Objection(
        44,
        "side-lying work rolls over more than once",
        "prefer not",
        "O",
        orders.rolling_over,
    ),
    Objection(
        45,
        "one named side always goes first",
        "prefer not",
        "T",
        pages.right_first,
        beside="the timeline says first and second, never left or right; no page says yet that"
        " the weaker side goes first",
    ),
    Objection(
        46,
        "neighbours with one prime muscle while their stage has a better order",
        "prefer not",
        "O",
        orders.same_muscle_twice,
    ),
    Objection(
        47,
        "an item that earns next to nothing for its seconds",
        "prefer not",
        "W",
        shapes.filler,
    ),
)

OBJECTIONS: tuple[Objection, ...] = (*_NEVER, *_AVOID, *_PREFER_NOT)
BY_NUMBER = {objection.number: objection for objection in OBJECTIONS}


def complaints_of(subject: Any, *kinds: Subject) -> dict[int, list[str]]:
    """Return what each objection of these *kinds* says of *subject*; those that do not arise not."""
    said = {each.number: each.judge(subject) for each in OBJECTIONS if each.on in kinds}
    return {number: complaints for number, complaints in said.items() if complaints is not None}
