"""The default policies, one for each goal.

Where a number has a source it is named; the rest is hipkit's choice (convention), tuned until
the shapes of ordinary sessions come out. Change taste here; what is allowed is in `eligibility`.
"""

from __future__ import annotations

from ..errors import Problem, ProblemCode, RequestError, nearest, show
from ..model import (
    Goal,
    Group,
    GroupPolicy,
    Kind,
    KindPolicy,
    MuscleRole,
    Phase,
    PhasePolicy,
    Points,
    Policy,
)

_POINTS = (
    Points(MuscleRole.PRIME_MOVER, (10, 20, 30)),
    Points(MuscleRole.SYNERGIST, (4, 7, 10)),
    Points(MuscleRole.STABILISER, (2, 4, 6)),
    Points(MuscleRole.LENGTHENED, (10, 20, 30)),
    Points(MuscleRole.PRESSED, (10, 20, 30)),
)
"""Coarse on purpose: roles and emphasis are anatomy, not measurement (no EMG value goes in)."""

_MAIN_CURVE = (20, 82, 96, 100)
"""One set pays little, so that two sets of few exercises beat one set of many, but enough that a better
exercise beats a shorter one; a third pays less than the first exercise of another group."""

_BRIEF_CURVE = (30, 42, 48, 51, 53)

_SECOND = -2_800
"""Bonus of a group's second main item: it is partly more of the same."""


_FAMILIAR = 3
"""Percent that the first groups lose by being done lately: progress is judged on the same exercise (rule r10),
so it only decides between equals (the practice rules allow 10); all other groups take turns."""


def _main(group: Group, priority: int, first: int, recent: int = 40) -> GroupPolicy:
    """Return a main group: its *priority*, 10 to 3, and the bonus of its *first* item.

    Priority follows the forces that hip muscles make in running (LENHART14: gluteus medius first), and
    convention where that study is silent. The first bonuses are convention: tuned until sessions of 5 to
    45 minutes, at every level and with any kit, have the groups that they should, whatever the
    exercises of a group cost in seconds. Bending on one leg, moving the leg out and driving it back
    come first; then level pelvis and inner thigh, then lifting the thigh, then the rest.
    """
    return GroupPolicy(group, Phase.MAIN, 30 + 7 * priority, (first, _SECOND), recent)


def _brief(group: Group, phase: Phase, *bonuses: int) -> GroupPolicy:
    return GroupPolicy(group, phase, 100, bonuses)


STRENGTH = Policy(
    name="strength",
    goal=Goal.STRENGTH,
    useful_minutes=45,
    kinds=(
        KindPolicy(Kind.RAISE),
        KindPolicy(Kind.DYNAMIC_MOBILITY),
        KindPolicy(Kind.STRENGTH),
        KindPolicy(Kind.ISOMETRIC, 85),
        KindPolicy(Kind.CONTROL, 75),
        KindPolicy(Kind.LANDING),
        KindPolicy(Kind.PLYOMETRIC),
        KindPolicy(Kind.STATIC_STRETCH),
        KindPolicy(Kind.SELF_RELEASE),
        KindPolicy(Kind.SETTLE),
    ),
    phases=(
        PhasePolicy(Phase.WARM_UP, 18, 480, _BRIEF_CURVE, 900, one_sided_percent=160),
        PhasePolicy(Phase.MAIN, 100, 7_200, _MAIN_CURVE, 3_600, one_sided_percent=160),
        PhasePolicy(Phase.COOL_DOWN, 15, 480, _BRIEF_CURVE, 900, one_sided_percent=160),
    ),
    groups=(
        _main(Group.PELVIC_CONTROL, 10, 3_900, recent=_FAMILIAR),
        _main(Group.ABDUCTION, 10, 9_600, recent=_FAMILIAR),
        _main(Group.EXTENSION, 9, 10_100, recent=_FAMILIAR),
        _main(Group.HINGE, 9, 2_500, recent=_FAMILIAR),
        _main(Group.SINGLE_LEG_BEND, 10, 9_900, recent=_FAMILIAR),
        _main(Group.FLEXION, 7, 8_800),
        _main(Group.ADDUCTION, 8, 9_400),  # else 20 minutes would do without it
        _main(Group.EXTERNAL_ROTATION, 5, 5_700),
        _main(Group.TRUNK_WITH_HIP, 4, 3_200),
        _main(Group.INTERNAL_ROTATION, 4, 0),
        GroupPolicy(Group.IMPACT, Phase.MAIN, 46, (1_850, _SECOND)),  # only where there is time
        # one warm-up move for each of the first three steps of minutes, then four and five
        _brief(Group.RAISE, Phase.WARM_UP, 9_300),
        _brief(Group.LOOSEN, Phase.WARM_UP, 4_200, 3_400, 2_400, 1_600),
        _brief(Group.SWITCH_ON, Phase.WARM_UP, 300),
        # a cool-down is optional (rule r35): one stretch, more only in a long session
        _brief(Group.STRETCH, Phase.COOL_DOWN, 1_200, 500, 0),
        _brief(Group.RELEASE, Phase.COOL_DOWN, 400, 0),
        _brief(Group.SETTLE, Phase.COOL_DOWN, 100),
    ),
    points=_POINTS,
    level_percent=(100, 80, 60),
    place_percent=(100, 70, 80, 100, 60),
)
"""Two to three sets of four to eight exercises, warm-up and cool-down capped (rules r1 to r4, r31).

One works on the feet and lying; a position between them must be worth another change."""

ACTIVATION = Policy(
    name="activation",
    goal=Goal.ACTIVATION,
    useful_minutes=15,
    kinds=(
        KindPolicy(Kind.RAISE),
        KindPolicy(Kind.DYNAMIC_MOBILITY),
        KindPolicy(Kind.STRENGTH),
        KindPolicy(Kind.ISOMETRIC),
        KindPolicy(Kind.CONTROL),
    ),
    phases=(
        PhasePolicy(Phase.WARM_UP, 40, 360, _BRIEF_CURVE, 900, one_sided_percent=200),
        PhasePolicy(Phase.MAIN, 100, 7_200, (60, 84), 3_100, one_sided_percent=160),
    ),
    groups=(
        *(
            GroupPolicy(group, Phase.MAIN, 10 * priority, (200 * priority,))
            for group, priority in (
                (Group.PELVIC_CONTROL, 10),
                (Group.ABDUCTION, 10),
                (Group.EXTENSION, 9),
                (Group.HINGE, 7),
                (Group.SINGLE_LEG_BEND, 9),
                (Group.FLEXION, 7),
                (Group.ADDUCTION, 5),
                (Group.EXTERNAL_ROTATION, 5),
                (Group.TRUNK_WITH_HIP, 5),
                (Group.INTERNAL_ROTATION, 4),
            )
        ),
        GroupPolicy(Group.SWITCH_ON, Phase.MAIN, 100, (4_500, -1_000)),
        _brief(Group.RAISE, Phase.WARM_UP, 3_000),
        _brief(Group.LOOSEN, Phase.WARM_UP, 4_500, 4_500, 3_000, -500),
    ),
    points=_POINTS,
    level_percent=(100, 80, 55),
    place_percent=(100, 10, 10, 60, 10),
)
"""Before a run: dynamic and easy only, one or two sets (rules r32 and r37).

It is meant to be easy, so what is easy counts more for the advanced than elsewhere. One is about to run: most
of it is done on the feet, swings of each leg too (they take twice the time, so they count twice),
and what needs the floor is done lying, in one go."""

MOBILITY = Policy(
    name="mobility",
    goal=Goal.MOBILITY,
    useful_minutes=30,
    kinds=(
        KindPolicy(Kind.RAISE),
        KindPolicy(Kind.DYNAMIC_MOBILITY),
        KindPolicy(Kind.CONTROL),
        KindPolicy(Kind.STATIC_STRETCH),
        KindPolicy(Kind.SELF_RELEASE),
        KindPolicy(Kind.SETTLE),
    ),
    phases=(
        PhasePolicy(Phase.WARM_UP, 20, 240, _BRIEF_CURVE, 900),
        PhasePolicy(Phase.MAIN, 100, 7_200, (42, 79, 88), 2_000, one_sided_percent=200),
        PhasePolicy(Phase.COOL_DOWN, 12, 180, _BRIEF_CURVE, 900),
    ),
    groups=(
        _brief(Group.RAISE, Phase.WARM_UP, 2_500),
        _brief(Group.LOOSEN, Phase.MAIN, 5_000, 4_500, 3_500, 500),
        _brief(Group.STRETCH, Phase.MAIN, 3_500, 3_000, 2_500, 1_200, 500, 0),
        GroupPolicy(Group.RELEASE, Phase.MAIN, 70, (1_000, 200)),
        GroupPolicy(Group.PELVIC_CONTROL, Phase.MAIN, 70, (4_000, 0)),
        GroupPolicy(Group.TRUNK_WITH_HIP, Phase.MAIN, 60, (2_500,)),
        _brief(Group.SETTLE, Phase.COOL_DOWN, 1_500),
    ),
    points=_POINTS,
    level_percent=(100, 75, 50),
    place_percent=(100, 60, 50, 92, 50),
)
"""Range work: dynamic first, then stretches of about 60 s a muscle (rule r33).

A stretch of one side after the other takes twice the time, so it counts twice: else short stretches of
both sides, most of them of the inner thigh, would fill the session. Two dynamic moves for every three
stretches; the price of changing over makes two sets of few of them. Most range can be won on the feet
and lying, so of the other positions only what is of one's own level comes early."""

RECOVERY = Policy(
    name="recovery",
    goal=Goal.RECOVERY,
    useful_minutes=30,
    kinds=(
        KindPolicy(Kind.RAISE),
        KindPolicy(Kind.DYNAMIC_MOBILITY),
        KindPolicy(Kind.STATIC_STRETCH),
        KindPolicy(Kind.SELF_RELEASE),
        KindPolicy(Kind.SETTLE),
    ),
    phases=(
        PhasePolicy(Phase.WARM_UP, 20, 300, (30, 38), 900),  # two minutes at most: one is warm
        PhasePolicy(Phase.MAIN, 100, 7_200, (43, 80, 95), 1_800, one_sided_percent=200),
        PhasePolicy(Phase.COOL_DOWN, 20, 300, _BRIEF_CURVE, 900),
    ),
    groups=(
        _brief(Group.RAISE, Phase.WARM_UP, 2_500),
        _brief(Group.LOOSEN, Phase.MAIN, 5_000, 2_000, -500),
        _brief(Group.STRETCH, Phase.MAIN, 3_500, 3_000, 1_000, -800, -2_000),
        GroupPolicy(Group.RELEASE, Phase.MAIN, 60, (7_500, 4_800, 3_500)),
        _brief(Group.SETTLE, Phase.COOL_DOWN, 1_500),
    ),
    points=_POINTS,
    level_percent=(100, 100, 100),
    place_percent=(100, 50, 30, 100, 75),
)
"""After a run: easy movement, stretching and rolling, never a strength set (rules r33 to r35).

Easy is right after a run whoever runs, so an easy exercise is worth as much to the advanced. One does what can be
done standing, then sits or lies for the rest; one rolls sitting. Five stretches are the most that a
session asks for: without a roller a long request ends early."""

_OF_GOAL = {policy.goal: policy for policy in (STRENGTH, ACTIVATION, MOBILITY, RECOVERY)}


def default_policy(goal: Goal) -> Policy:
    """Return the policy that hipkit uses for *goal* unless it is given another.

    Raises `RequestError` for what is no goal.
    """
    found = _OF_GOAL.get(goal) if isinstance(goal, str) else None
    if found is None:
        raise RequestError(
            [
                Problem(
                    ProblemCode.UNKNOWN_WORD,
                    f"{show(goal)} is not a word for goal",
                    nearest(goal, [str(each) for each in Goal]),
                    path="goal",
                    value=show(goal),
                )
            ]
        )
    return found
