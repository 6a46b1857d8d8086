"""What must hold between records: links that lead somewhere, ladders that rise, families together."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    Basis,
    Change,
    Citation,
    DoseBand,
    Exercise,
    Goal,
    Grade,
    Group,
    Level,
    Muscle,
    MuscleRole,
    MuscleUse,
    Problem,
    ProblemCode,
    Rung,
    Span,
)
from hipkit.catalogue.integrity import (
    identity_problems,
    link_problems,
    loop_problems,
    source_problems,
)
from hipkit.testing import sample_exercise

MOST_SHOWN = 20
"""Ids that a loop is told with."""
IDS = ("a", "b", "c", "d", "e")
LINKS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1]),
    max_size=8,
    unique=True,
)


def exercise(id: str, harder: str = "", easier: str = "", **changed: Any) -> Exercise:
    """Return an exercise called *id* with links to the ids in *harder* and *easier*."""
    words: dict[str, Any] = {
        "family": id,
        "harder": tuple(Rung(each, (Change.LOAD,)) for each in harder),
        "easier": tuple(Rung(each, (Change.LOAD,)) for each in easier),
        **changed,
    }
    return evolve(sample_exercise(), id=id, **words)


def at(level: Level) -> dict[str, Any]:
    """Return the fields of an exercise for *level* up."""
    return {"level": level, "dose": (DoseBand(Goal.STRENGTH, level, Span(1, 3), Span(8, 12)),)}


def known(*exercises: Exercise) -> dict[str, Exercise]:
    """Return *exercises* by id."""
    return {each.id: each for each in exercises}


def places(problems: Any) -> list[tuple[ProblemCode, str, str]]:
    """Return code, item and path of *problems*."""
    return [(each.code, each.item, each.path) for each in problems]


def test_links_that_lead_somewhere_are_fine() -> None:
    """A ladder of three, linked both ways."""
    ladder = (exercise("a", harder="b"), exercise("b", "c", "a"), exercise("c", easier="b"))
    assert not list(link_problems(ladder, known(*ladder)))
    assert not list(loop_problems(known(*ladder)))


@pytest.mark.parametrize(
    ("lost", "path"),
    [
        (exercise("a", harder="z"), "harder[0].exercise"),
        (exercise("a", harder="bz"), "harder[1].exercise"),
        (exercise("a", easier="z"), "easier[0].exercise"),
        (exercise("a", variant_of="z"), "variant_of"),
        (exercise("a", replaced_by="z"), "replaced_by"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(lost: Exercise, path: str) -> None:
    """Harder, easier, variant and replacement are all followed."""
    around = known(lost, exercise("b"))
    assert places(link_problems([lost], around)) == [(ProblemCode.DANGLING_LINK, "a", path)]


def test_a_dangling_link_names_the_nearest_id() -> None:
    """A slip of the pen is easily mended."""
    lost = exercise("a", variant_of="side-lung")
    (problem,) = link_problems([lost], known(lost, exercise("side-lunge")))
    assert problem.remedy == "did you mean 'side-lunge'?"


def test_a_link_to_what_could_not_be_read_is_excused() -> None:
    """That record has problems of its own."""
    lost = exercise("a", harder="z")
    assert not list(link_problems([lost], known(lost), unread={"z"}))


@pytest.mark.parametrize("told_by", ["lower", "upper"])
def test_a_ladder_never_falls_in_level(told_by: str) -> None:
    """Within a family, whichever end the link is written at."""
    lower = exercise("a", harder="b" * (told_by == "lower"), **at(Level.ADVANCED))
    upper = exercise("b", easier="a" * (told_by == "upper"), family="a", **at(Level.BEGINNER))
    teller, path = (lower, "harder[0]") if told_by == "lower" else (upper, "easier[0]")
    assert places(link_problems([teller], known(lower, upper))) == [
        (ProblemCode.LEVEL_FALLS, teller.id, path)
    ]


def test_between_families_levels_may_fall() -> None:
    """An exercise of another family may be a way on for other reasons."""
    lower, upper = exercise("a", harder="b", **at(Level.ADVANCED)), exercise("b")
    assert not list(link_problems([lower], known(lower, upper)))


@pytest.mark.parametrize(
    "ladder",
    [
        (exercise("a", harder="b"), exercise("b", harder="a")),
        (exercise("a", easier="b"), exercise("b", easier="a")),
        (exercise("a", harder="b"), exercise("b"), exercise("c", harder="a", easier="b")),
        (exercise("a", "b"), exercise("b", "c"), exercise("c", "d"), exercise("d", "a")),
    ],
)
def test_a_loop_is_found_once(ladder: tuple[Exercise, ...]) -> None:
    """However it is written, a loop is one problem that shows the way round."""
    (problem,) = loop_problems(known(*ladder))
    assert problem.code is ProblemCode.LINK_LOOP
    assert "a › b" in problem.message
    assert problem.message.count("a") >= 2


def test_a_diamond_is_no_loop() -> None:
    """Two ways up to the same exercise."""
    ladder = (exercise("a", "bc"), exercise("b", "d"), exercise("c", "d"), exercise("d"))
    assert not list(loop_problems(known(*ladder)))


def test_a_long_ladder_is_no_trouble() -> None:
    """The walk does not recurse."""
    ladder = [exercise(f"x{n}") for n in range(3_000)]
    ladder = [
        evolve(each, harder=(Rung(f"x{n + 1}", (Change.LOAD,)),) if n < 2_999 else ())
        for n, each in enumerate(ladder)
    ]
    assert not list(loop_problems(known(*ladder)))


def test_aliases_are_ids_too() -> None:
    """A former id of one is not the id of another."""
    pair = [exercise("a", aliases=("b",)), exercise("b")]
    assert places(identity_problems(pair)) == [(ProblemCode.DUPLICATE, "b", "id")]


def test_a_family_in_three_groups_is_named_twice() -> None:
    """Each exercise that strays is named, with the first of the family in the message."""
    strays = [
        exercise("a"),
        exercise("b", family="a", group=Group.HINGE),
        exercise("c", family="a", group=Group.FLEXION),
        exercise("d", family="a"),
    ]
    found = list(identity_problems(strays))
    assert places(found) == [
        (ProblemCode.SPLIT_FAMILY, "b", "group"),
        (ProblemCode.SPLIT_FAMILY, "c", "group"),
    ]
    assert all("by 'a'" in problem.message for problem in found)


def test_every_kind_of_citation_is_followed() -> None:
    """Sources of the exercise, of its doses and of its muscles."""
    band = sample_exercise().dose[0]
    cited = exercise(
        "a",
        sources=("convention", "r9"),
        dose=(evolve(band, sources=(Citation("r1", Grade.A), Citation("r8", Grade.C))),),
        muscles=(MuscleUse(Muscle.ADDUCTORS, MuscleRole.SYNERGIST, 1, Basis.EMG, ("r1", "doe20")),),
    )
    found: list[Problem] = list(source_problems([cited], {"r1"}))
    assert places(found) == [
        (ProblemCode.UNKNOWN_SOURCE, "a", "sources[1]"),
        (ProblemCode.UNKNOWN_SOURCE, "a", "dose[0].sources[1].key"),
        (ProblemCode.UNKNOWN_SOURCE, "a", "muscles[0].evidence[1]"),
    ]


def reaches(links: list[tuple[str, str]], start: str, end: str) -> bool:
    """Return whether *end* is reached from *start* over one link or more."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for one, other in links:
            if one == here and other not in seen:
                seen.add(other)
                waiting.append(other)
    return end in seen


@given(LINKS)
def test_loops_are_found_exactly(links: list[tuple[str, str]]) -> None:
    """Loop: there is a problem exactly when some exercise is reached from itself."""
    ladder = [exercise(id, "".join(other for one, other in links if one == id)) for id in IDS]
    looping = any(reaches(links, id, id) for id in IDS)
    assert bool(list(loop_problems(known(*ladder)))) == looping


def test_every_complaint_says_what_where_and_what_to_do() -> None:
    """Each whole: an id twice, another's id, a split family, a lost link, a falling ladder, a strange source."""
    one = exercise("a", group=Group.ABDUCTION)
    assert list(identity_problems([one, exercise("c"), one])) == [
        Problem(
            ProblemCode.DUPLICATE,
            "the same 'a' is there already",
            "give it once",
            "",
            "a",
            "id",
            "a",
        )
    ]
    other = evolve(one, name="Another")
    assert [each.value for each in identity_problems([one, other])] == ["a"]
    assert len(list(identity_problems([one, other, other, one]))) == 3
    split = exercise("b", family="a", group=Group.HINGE)
    assert list(identity_problems([one, split])) == [
        Problem(
            ProblemCode.SPLIT_FAMILY,
            "the family 'a' is in group 'abduction' by 'a', here in 'hinge'",
            "a family lies in one group",
            "",
            "b",
            "group",
            "hinge",
        )
    ]
    lower, upper = exercise("a", harder="b", **at(Level.ADVANCED)), exercise("b", family="a")
    assert list(link_problems([lower], known(lower, upper))) == [
        Problem(
            ProblemCode.LEVEL_FALLS,
            "'b' is harder than 'a' but for a lower level (beginner below advanced)",
            "turn the link round, or mend a level",
            "",
            "a",
            "harder[0]",
            "beginner",
        )
    ]
    lost = exercise("a", variant_of="side-lung")
    (dangling,) = link_problems([lost], known(lost))
    assert (dangling.message, dangling.value) == ("there is no exercise 'side-lung'", "side-lung")
    (strange,) = source_problems([exercise("a", sources=("doe99",))], ["roe01", "abcde"])
    assert strange == Problem(
        ProblemCode.UNKNOWN_SOURCE,
        "there is no rule or study 'doe99'",
        "add it to studies in the file",
        "",
        "a",
        "sources[0]",
        "doe99",
    )
    (near,) = source_problems([exercise("a", sources=("doe99",))], ["dxe9"])
    assert near.remedy == "add it to studies in the file", "two letters in five are not a slip"


@pytest.mark.parametrize("count", [2, 3, 18, 19, 20, 40])
def test_a_loop_is_shown_whole_or_its_beginning_and_end(count: int) -> None:
    """In alphabetical order of what is harder, and never longer than a line."""
    ids = [f"x{number:02}" for number in range(count)]
    ring = [
        evolve(exercise(id), harder=(Rung(ids[(place + 1) % count], (Change.LOAD,)),))
        for place, id in enumerate(ids)
    ]
    (problem,) = loop_problems(known(*ring))
    loop = [*ids, ids[0]]
    shown = loop if len(loop) <= MOST_SHOWN else [*loop[: MOST_SHOWN - 1], "…", ids[0]]
    assert problem == Problem(
        ProblemCode.LINK_LOOP,
        f"harder leads back to itself: {' › '.join(shown)}",
        "remove one of the links",
        "",
        ids[0],
        "harder",
        ids[0],
    )


def test_of_several_ways_up_the_first_by_name_is_walked_first() -> None:
    """So that the same loops are told of in the same order everywhere."""
    ladder = (exercise("a", "cb"), exercise("b", "a"), exercise("c", "a"))
    assert [each.message for each in loop_problems(known(*ladder))] == [
        "harder leads back to itself: a › b › a",
        "harder leads back to itself: a › c › a",
    ]
