"""Calls that checkers must refuse: each ignore is needed, or the checker itself complains.

Rule: one mistake a line, with the error that each of both checkers reports.
"""

from __future__ import annotations

import hipkit
from hipkit import testing

routine = hipkit.build_routine()
catalogue = hipkit.load_catalogue()
clamshell = catalogue["clamshell"]

# words that are in no list
hipkit.build_routine(goal="strenght")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(level="begginer")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(equipment=["band"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(equipment="mini-band")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(focus=["legs"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(cautions=["knee-pian"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(positions=["lying"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(goal=hipkit.Level.BEGINNER)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(level="strength")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.Request(goal="strenght")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.Request(cautions=["mini-band"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.explain(routine, cautions=["knee-pian"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.alternatives(routine, "clamshell", cautions=["knee-pian"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.substitute(routine, "clamshell", cautions=["knee-pian"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.resize(routine, 30, cautions=["knee-pian"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.routine_from_protocol("x", cautions=["knee-pian"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
catalogue.where(group="strength")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
catalogue.where(goal="abduction")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
catalogue.where(level_at_most="expert")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
catalogue.where(needs_only=["band"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
catalogue.where(muscle="biceps")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.render(routine, "pdf")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.to_html(routine, form="pdf")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.to_text(routine, characters="utf-8")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# arguments that are missing, too many, or of another kind
hipkit.build_routine("20")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
hipkit.build_routine(20.5)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
hipkit.build_routine(20, "strength")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
hipkit.build_routine(time=20)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
hipkit.build_routine(hipkit.Request(), level="beginner")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(seed="lucky")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.alternatives(routine)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.substitute(routine)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.resize(routine)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.resize(routine, "30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.loads("")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.from_plain({})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.compose(hipkit.Request(), catalogue)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.default_policy()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.default_policy("strength")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
catalogue[3]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
catalogue.find()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.Exercise(id="acme.lean", name="Lean")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.evidence_for()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.SeekAdvice(hipkit.Request(), [])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.load_words(["en"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.read_catalogue()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
hipkit.schema_of("routine")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# one noun where another belongs
hipkit.explain(clamshell)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.explain(routine, clamshell)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
hipkit.alternatives(catalogue, "clamshell")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.substitute(routine, clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(catalogue=[clamshell])  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(policy=hipkit.load_safety())  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(include=[clamshell])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(hipkit.Policy)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
hipkit.compose(routine, catalogue, safety=hipkit.load_safety())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.compose(hipkit.Request(), routine, safety=hipkit.load_safety())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.compose(hipkit.Request(), catalogue, safety=hipkit.load_tips())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.to_bibtex([clamshell])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.to_text(hipkit.load_safety())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.compact(clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.restore(routine)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.draw("clamshell", theme="dakr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.evidence_for(clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.to_csl_json(clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.to_markdown("clamshell")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
catalogue.with_exercises(routine)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
catalogue.without(clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
testing.check_catalogue(clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
testing.check_optimal(catalogue)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
testing.nouns(clamshell)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# what is frozen, and what is not there
routine.slots = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
clamshell.name = "Clam"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
catalogue.exercises = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
routine.minutes  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
clamshell.doses  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
hipkit.compose_all()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
hipkit.Exercize  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
testing.routine()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
hipkit.Goal.SPEED  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
routine.explanation.certificate.worth  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]

# many at once, rules, plug-ins
hipkit.build_routines(hipkit.Request())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.build_routines([], executor=2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(rules=["no_lunges"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.build_routine(rules=[len])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
hipkit.load_catalogue(plugins="acme")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
