"""What checkers must see of the front door. Never executed; mypy and pyright read it.

Rule: every verb of the front door, in every form of its call, has its type asserted here.
"""

from __future__ import annotations

import pathlib
from collections.abc import Generator
from typing import Any, assert_type

import hipkit
from hipkit import testing

# asking
routine = hipkit.build_routine(20, level="beginner", equipment=["mini-band"], focus=["glutes"])
assert_type(routine, hipkit.Routine)
assert_type(hipkit.build_routine(), hipkit.Routine)
assert_type(hipkit.build_routine(hipkit.Request(15)), hipkit.Routine)
assert_type(
    hipkit.build_routine(
        20,
        goal=hipkit.Goal.MOBILITY,
        level=hipkit.Level.ADVANCED,
        equipment=hipkit.Equipment,
        focus=[hipkit.Group.HINGE, hipkit.Muscle.GLUTEUS_MEDIUS, hipkit.Region.GLUTES, "hinge"],
        cautions={"knee-pain"},
        positions=("standing",),
        include=["clamshell"],
        exclude=[],
        recent=iter(["dead-bug"]),
        seed=7,
        catalogue=hipkit.load_catalogue(),
        policy=hipkit.default_policy(hipkit.Goal.MOBILITY),
    ),
    hipkit.Routine,
)
assert_type(hipkit.explain(routine), hipkit.FullExplanation)
assert_type(hipkit.explain(routine, None, cautions=()), hipkit.FullExplanation)
assert_type(hipkit.explain(routine, "clamshell"), hipkit.WhyNot)
assert_type(hipkit.evidence_for("clamshell"), hipkit.ExerciseEvidence)
assert_type(hipkit.draw("clamshell", frame="side-by-side", theme="dark", paint="hex"), str)
assert_type(hipkit.draw(hipkit.load_catalogue()["clamshell"], theme=hipkit.Theme()), str)
assert_type(hipkit.routine_from_protocol("x", week=2, step=1, cautions=()), hipkit.Routine)

# changing
assert_type(hipkit.alternatives(routine, "clamshell"), tuple[hipkit.Alternative, ...])
assert_type(hipkit.alternatives(routine, "clamshell")[0].slot, hipkit.Slot)
assert_type(hipkit.substitute(routine, "clamshell"), hipkit.Routine)
assert_type(hipkit.substitute(routine, "clamshell", with_="clamshell-hold"), hipkit.Routine)
assert_type(hipkit.resize(routine, 30, cautions=["knee-pain"]), hipkit.Routine)
assert_type(hipkit.compact(routine), hipkit.CompactRoutine)
assert_type(hipkit.restore(hipkit.compact(routine)), hipkit.Routine)
assert_type(routine.to_records(), list[dict[str, str | int | float | bool | list[str] | None]])

# many at once
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


# rules
def no_lunges(exercise: hipkit.Exercise, request: hipkit.Request) -> str | None:
    return "no lunges" if "lunge" in exercise.id and request.minutes < 30 else None


def nothing_out(exercise: hipkit.Exercise, request: hipkit.Request) -> None: ...


assert_type(hipkit.build_routine(20, rules=[no_lunges, nothing_out]), hipkit.Routine)
assert_type(hipkit.resize(routine, 30, rules=(no_lunges,)), hipkit.Routine)

# composing
assert_type(
    hipkit.compose(hipkit.Request(), [*hipkit.load_catalogue()], safety=hipkit.load_safety()),
    hipkit.Routine,
)
assert_type(hipkit.default_policy(hipkit.Goal.STRENGTH), hipkit.Policy)

# what is known
catalogue = hipkit.load_catalogue()
assert_type(catalogue, hipkit.Catalogue)
assert_type(hipkit.load_catalogue(plugins=True), hipkit.Catalogue)
assert_type(hipkit.read_catalogue("folder"), hipkit.Catalogue)
assert_type(hipkit.read_catalogue(pathlib.Path("folder")), hipkit.Catalogue)
assert_type(hipkit.load_evidence(), hipkit.Evidence)
assert_type(hipkit.load_safety(), hipkit.Safety)
assert_type(hipkit.load_tips(), tuple[hipkit.Tip, ...])
assert_type(hipkit.load_words(), hipkit.Words)
assert_type(catalogue["clamshell"], hipkit.Exercise)
assert_type(
    catalogue.where(group="abduction", level_at_most="beginner"), tuple[hipkit.Exercise, ...]
)
assert_type(catalogue.find("clam", most=2), tuple[hipkit.Exercise, ...])
assert_type(catalogue.resolve("clamshell"), hipkit.Fate)
assert_type(catalogue.with_exercises(), hipkit.Catalogue)
assert_type(catalogue.without("clamshell"), hipkit.Catalogue)
assert_type([each.id for each in catalogue], list[str])
assert_type("clamshell" in catalogue, bool)

# storing
assert_type(hipkit.dumps(routine, include_cautions=True, indent=2), str)
assert_type(hipkit.loads("", hipkit.Routine), hipkit.Routine)
assert_type(hipkit.loads("", hipkit.Exercise), hipkit.Exercise)
assert_type(hipkit.loads("", hipkit.Catalogue), hipkit.Catalogue)
assert_type(hipkit.from_plain({}, hipkit.Request), hipkit.Request)
assert_type(hipkit.to_plain(routine), Any)
assert_type(hipkit.schema_of(hipkit.Routine), dict[str, Any])

# showing
assert_type(hipkit.render(routine, "markdown"), str)
assert_type(hipkit.to_text(catalogue, width=60, characters="ascii", more=True), str)
assert_type(hipkit.to_markdown(hipkit.explain(routine)), str)
assert_type(hipkit.to_html(routine, form="fragment"), str)
assert_type(hipkit.to_bibtex(hipkit.load_evidence().studies), str)
assert_type(hipkit.to_csl_json(()), str)

# nouns
assert_type(hipkit.Request(goal="strength", cautions=["knee-pain"]), hipkit.Request)
assert_type(hipkit.Request(goal="strength").goal, hipkit.Goal)
assert_type(hipkit.Request.from_words({"minutes": 20}), hipkit.Request)
assert_type(routine.seconds, int)
assert_type(routine.seconds_range, tuple[int, int])
assert_type(routine.timeline, tuple[hipkit.Interval, ...])
assert_type(routine.slots[0].exercise.name, str)
assert_type(routine.explanation.certificate, hipkit.Certificate | None)

# errors
try:
    hipkit.build_routine()
except hipkit.SeekAdvice as advice:
    assert_type(advice.notice, hipkit.Notice)
except hipkit.NoRoutine as refusal:
    assert_type(refusal.reasons, tuple[hipkit.Reason, ...])
    assert_type(refusal.relaxations, tuple[hipkit.Relaxation, ...])
except hipkit.UnknownExercise as unknown:
    assert_type(unknown.suggestions, tuple[str, ...])
except hipkit.RequestError as error:
    assert_type(error.problems, tuple[hipkit.Problem, ...])

# the testing door
assert_type(testing.sample_catalogue(), hipkit.Catalogue)
assert_type(testing.sample_exercise(), hipkit.Exercise)
assert_type(testing.routines().example(), hipkit.Routine)
assert_type(testing.nouns(hipkit.Study).example(), hipkit.Study)
assert_type(testing.exercises(goals=[hipkit.Goal.STRENGTH]).example(), hipkit.Exercise)
