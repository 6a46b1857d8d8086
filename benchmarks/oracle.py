"""The same problem solved by somebody else: Google OR-tools CP-SAT, an optional dependency.

A task is read by its shape only (rooms, phases, groups, steps, families, options), so hipkit's own and
the one that `benchmarks.statement` makes from records will both do. Needs `pip install 'hipkit[oracle]'`.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from .shape import GroupLike, OptionLike, TaskLike, Validity

SCALE = 8192
"""Above the seconds of the longest room, so that worth decides before seconds."""

PATIENCE = 60.0
"""Seconds after which CP-SAT gives up."""


class Verdict(NamedTuple):
    """What CP-SAT found: *answer* is (worth, seconds), None when nothing is allowed.

    *proved* is False when it ran out of patience; *solving* is the seconds of `Solve` alone.
    """

    answer: tuple[int, int] | None
    proved: bool
    solving: float


class _Model:
    """A task as boolean variables, with the sums that rules speak of."""

    def __init__(self, task: TaskLike) -> None:
        self.model = cp_model.CpModel()
        self.taken: list[tuple[OptionLike, Any]] = []
        self.bonuses: list[tuple[int, Any]] = []
        self.by_phase: list[list[tuple[OptionLike, Any]]] = []
        for phase in task.phases:
            before = len(self.taken)
            for group in phase.groups:
                self._add_group(group)
            own = self.taken[before:]
            self.by_phase.append(own)
            self.model.add(sum(each.seconds * is_in for each, is_in in own) <= phase.room)
        self.model.add(sum(each.seconds * is_in for each, is_in in self.taken) <= task.room)
        self.model.maximize(
            sum((each.worth * SCALE - each.seconds) * is_in for each, is_in in self.taken)
            + sum(step * SCALE * earned for step, earned in self.bonuses)
        )

    def _add_group(self, group: GroupLike) -> None:
        picks: list[Any] = []
        for family in group.families:
            own = [(each, self.model.new_bool_var("")) for each in family.options]
            chosen = [is_in for _, is_in in own]
            if family.forced:
                self.model.add_exactly_one(chosen)
            else:
                self.model.add_at_most_one(chosen)
            self.taken += own
            picks += chosen
        # as many bonuses as picks: because steps never rise, the best ones are the first ones
        earned = [(step, self.model.new_bool_var("")) for step in group.steps]
        self.model.add(sum(is_in for _, is_in in earned) == sum(picks))
        self.bonuses += earned

    def must_be_valid(self, validity: Validity) -> None:
        """Ask for a main item, and for a warm-up item wherever something lands."""
        self.model.add(sum(is_in for _, is_in in self.by_phase[validity.main]) >= 1)
        warm_ups = [] if validity.warm_up is None else self.by_phase[validity.warm_up]
        for each, is_in in self.taken:
            if each.place in validity.landings:
                self.model.add(is_in <= sum(moves for _, moves in warm_ups))


def solve(
    task: TaskLike, validity: Validity | None = None, *, patience: float = PATIENCE
) -> Verdict:
    """Return the best that CP-SAT finds for *task*: one worker, default presolve, a fixed seed."""
    stated = _Model(task)
    if validity is not None:
        stated.must_be_valid(validity)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = patience
    began = time.perf_counter()
    status = solver.solve(stated.model)
    solving = time.perf_counter() - began
    if status == cp_model.INFEASIBLE:
        return Verdict(None, True, solving)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Verdict(None, False, solving)
    chosen = [each for each, is_in in stated.taken if solver.boolean_value(is_in)]
    worth = sum(each.worth for each in chosen)
    worth += sum(step for step, earned in stated.bonuses if solver.boolean_value(earned))
    seconds = sum(each.seconds for each in chosen)
    return Verdict((worth, seconds), status == cp_model.OPTIMAL, solving)
