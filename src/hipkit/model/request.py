"""What an app asks for.

Rule: words from outside become enum members here and nowhere else, and every problem of a request is
said at once. Lists are sets: their order and repeats never matter, so they are kept sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from attrs import field, fields, frozen

from ..errors import Problem, ProblemCode, RequestError, first_of, nearest, show
from ..frameworks import Served
from .gathering import Gatherer
from .vocabulary import (
    Caution,
    CautionWord,
    Equipment,
    EquipmentWord,
    Goal,
    GoalWord,
    Group,
    GroupWord,
    Level,
    LevelWord,
    Muscle,
    MuscleWord,
    Position,
    PositionWord,
    Region,
    RegionWord,
)

SHORTEST = 5
LONGEST = 120
"""Minutes that a request may ask for."""

FocusTarget: TypeAlias = Group | Muscle | Region
FocusWord: TypeAlias = GroupWord | MuscleWord | RegionWord

_FOCUS: tuple[type[StrEnum], ...] = (Group, Muscle, Region)


@frozen(init=False)
class Request(Served):
    """What a routine is asked to be.

    *minutes* (5 to 120) is a hard ceiling on the typical duration; *level* the hardest allowed;
    *equipment* what the person has besides floor, wall and shoes; *focus* groups, muscles or regions
    that count more; *cautions* what to spare (both sides); *positions* those allowed, None for all;
    *include* and *exclude* ids that must and must not appear; *recent* ids done lately; *seed* None
    for the one best routine, or a whole number for reproducible variety.
    Raises `RequestError` with every problem.
    """

    minutes: int = field(default=20)
    goal: Goal = field(default=Goal.STRENGTH)
    level: Level = field(default=Level.BEGINNER)
    equipment: tuple[Equipment, ...] = field(default=())
    focus: tuple[FocusTarget, ...] = field(default=())
    cautions: tuple[Caution, ...] = field(default=(), repr=False)
    positions: tuple[Position, ...] | None = field(default=None)
    include: tuple[str, ...] = field(default=())
    exclude: tuple[str, ...] = field(default=())
    recent: tuple[str, ...] = field(default=())
    seed: int | None = field(default=None)

    def __init__(
        self,
        minutes: int = 20,
        *,
        goal: Goal | GoalWord = "strength",
        level: Level | LevelWord = "beginner",
        equipment: Iterable[Equipment | EquipmentWord] = (),
        focus: Iterable[FocusTarget | FocusWord] = (),
        cautions: Iterable[Caution | CautionWord] = (),
        positions: Iterable[Position | PositionWord] | None = None,
        include: Iterable[str] = (),
        exclude: Iterable[str] = (),
        recent: Iterable[str] = (),
        seed: int | None = None,
    ) -> None:
        """Read the words, refuse every problem at once, and keep the lists sorted."""
        read = Gatherer()
        values: dict[str, Any] = {
            "minutes": read.whole("minutes", minutes, SHORTEST, LONGEST, " minutes"),
            "goal": read.word("goal", goal, (Goal,)),
            "level": read.word("level", level, (Level,)),
            "equipment": read.words("equipment", equipment, Equipment),
            "focus": read.words("focus", focus, *_FOCUS),
            "cautions": read.words("cautions", cautions, Caution),
            "positions": (
                None if positions is None else read.words("positions", positions, Position)
            ),
            "include": read.ids("include", include),
            "exclude": read.ids("exclude", exclude),
            "recent": read.ids("recent", recent),
            "seed": None if seed is None else read.whole("seed", seed, -(2**63), 2**63 - 1, ""),
        }
        for both in sorted(set(values["include"]) & set(values["exclude"])):
            read.complain(
                ProblemCode.CONTRADICTION,
                "include",
                both,
                f"{show(both)} is included and excluded",
                "keep it in one of the two",
            )
        if values["positions"] == () and not any(
            p.path.startswith("positions") for p in read.problems
        ):
            read.complain(
                ProblemCode.CONTRADICTION,
                "positions",
                (),
                "no position is allowed",
                "leave positions out to allow all",
            )
        if read.problems:
            raise RequestError(read.problems)
        self.__attrs_init__(**values)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

    @classmethod
    def from_words(cls, words: Mapping[str, Any]) -> Request:
        """Make a request from a mapping of field names to plain words, as from a form or JSON.

        Raises `RequestError` with every problem, unknown fields among them.
        """
        if not isinstance(words, Mapping):
            raise RequestError(
                [
                    Problem(
                        ProblemCode.WRONG_TYPE,
                        f"expected a mapping of request fields, got {show(words)}",
                        "use a dict such as {'minutes': 20}",
                        value=show(words),
                    )
                ]
            )
        names = [each.name for each in fields(cls)]
        problems = first_of(
            Problem(
                ProblemCode.UNKNOWN_FIELD,
                f"unknown field {show(key)}",
                nearest(key, names),
                path=key[:80] if type(key) is str else show(key),
                value=show(key),
            )
            for key in words
            if key not in names
        )
        known = {key: value for key, value in words.items() if key in names}
        try:
            request = cls(**known)
        except RequestError as error:
            raise RequestError([*problems, *error.problems]) from None
        if problems:
            raise RequestError(problems)
        return request
