"""The catalogue: a frozen collection by id, from which changed ones are asked for."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from hipkit import (
    Catalogue,
    CatalogueError,
    Change,
    DoseBand,
    Equipment,
    Exercise,
    Goal,
    Group,
    Level,
    ProblemCode,
    Read,
    RequestError,
    Rung,
    Span,
    Study,
    UnknownExercise,
)
from hipkit.testing import catalogues, sample_catalogue, sample_exercise


def own(id: str = "acme.own", **changed: Any) -> Exercise:
    """Return the sample exercise under another id, changed."""
    return evolve(sample_exercise(), id=id, family=id, **changed)


def codes(call: Any) -> list[tuple[ProblemCode, str, str]]:
    """Return code, item and path of every problem that *call* raises."""
    with pytest.raises(CatalogueError) as caught:
        call()
    return [(each.code, each.item, each.path) for each in caught.value.problems]


def test_a_catalogue_is_a_collection_of_exercises() -> None:
    """It has a length, iterates over exercises, and knows ids and exercises."""
    catalogue = sample_catalogue()
    assert len(catalogue) == len(list(catalogue)) == 8
    assert "floor-bridge" in catalogue
    assert catalogue["floor-bridge"] in catalogue
    assert "clamshell" not in catalogue
    assert sample_exercise() not in catalogue
    assert 7 not in catalogue


def test_a_catalogue_keeps_its_order() -> None:
    """Ids come in the order given."""
    assert sample_catalogue().ids[:2] == ("easy-march", "leg-swing")


def test_an_unknown_id_names_the_nearest() -> None:
    """The error is a KeyError that reads well."""
    with pytest.raises(UnknownExercise) as caught:
        sample_catalogue()["floor-brigde"]
    assert isinstance(caught.value, KeyError)
    assert caught.value.id == "floor-brigde"
    assert str(caught.value) == "unknown exercise: 'floor-brigde' (did you mean 'floor-bridge'?)"


@pytest.mark.parametrize("id", [None, 7, [], {}])
def test_what_is_no_id_is_unknown_too(id: Any) -> None:
    """A wrong type is an unknown exercise, never a TypeError."""
    with pytest.raises(UnknownExercise):
        sample_catalogue()[id]


def test_a_repr_says_how_many() -> None:
    """And not every exercise in full."""
    assert repr(sample_catalogue()) == "<Catalogue of 8 exercises>"


def test_a_catalogue_is_frozen() -> None:
    """Sharing one object between callers is safe."""
    with pytest.raises(FrozenInstanceError):
        sample_catalogue().exercises = ()  # type: ignore[misc]


def test_a_list_of_exercises_is_enough() -> None:
    """Any iterable of exercises makes a catalogue."""
    assert Catalogue([own()]) == Catalogue(own() for _ in range(1))  # type: ignore[arg-type]


def test_what_is_no_exercise_is_refused_by_its_place() -> None:
    """A dict or an id among exercises is named."""
    found = codes(lambda: Catalogue([own(), {"id": "x"}, "y"]))  # type: ignore[arg-type]
    assert found == [
        (ProblemCode.WRONG_TYPE, "", "exercises[1]"),
        (ProblemCode.WRONG_TYPE, "", "exercises[2]"),
    ]


def test_an_id_stands_once() -> None:
    """Neither an id nor an alias may stand twice."""
    twice = own("acme.b", aliases=("acme.own",))
    assert codes(lambda: Catalogue([own(), own(), twice])) == [
        (ProblemCode.DUPLICATE, "acme.own", "id"),
        (ProblemCode.DUPLICATE, "acme.b", "aliases"),
    ]


def test_a_family_lies_in_one_group() -> None:
    """The choice relies on it."""
    other = evolve(own("acme.b"), family="acme.own", group=Group.HINGE)
    assert codes(lambda: Catalogue([own(), other])) == [
        (ProblemCode.SPLIT_FAMILY, "acme.b", "group")
    ]


def test_conditions_are_met_together() -> None:
    """`where` gives the exercises that meet every condition, in order."""
    catalogue = sample_catalogue()
    assert [each.id for each in catalogue.where(group="single-leg-bend")] == [
        "supported-split-squat",
        "split-squat",
    ]
    assert [
        each.id for each in catalogue.where(group="single-leg-bend", level_at_most="beginner")
    ] == ["supported-split-squat"]
    assert [each.id for each in catalogue.where(goal="recovery")] == [
        "easy-march",
        "kneeling-stretch",
        "slow-breathing",
    ]
    assert [each.id for each in catalogue.where(muscle="gluteus-medius")] == ["side-leg-raise"]
    assert catalogue.where() == catalogue.exercises


def test_needs_only_means_with_nothing_else() -> None:
    """An exercise is kept when each of its needs is met by what is owned."""
    stepping = own(needs=((Equipment.STEP, Equipment.BENCH), (Equipment.CHAIR,)))
    catalogue = Catalogue([own("acme.free"), stepping])
    assert [each.id for each in catalogue.where(needs_only=())] == ["acme.free"]
    assert [each.id for each in catalogue.where(needs_only=["bench"])] == ["acme.free"]
    assert len(catalogue.where(needs_only=["bench", "chair"])) == 2


def test_every_wrong_condition_is_named_at_once() -> None:
    """Words from callers are read as strictly as a request's."""
    with pytest.raises(RequestError) as caught:
        sample_catalogue().where(group="hinges", goal="x", needs_only="chair")  # type: ignore[arg-type]
    assert [each.path for each in caught.value.problems] == ["group", "goal", "needs_only"]


def test_exercises_are_added_at_the_end() -> None:
    """And the catalogue asked stays as it was."""
    catalogue = sample_catalogue()
    larger = catalogue.with_exercises(own(), own("acme.two"))
    assert larger.ids == (*catalogue.ids, "acme.own", "acme.two")
    assert len(catalogue) == 8


def test_an_existing_id_is_refused_unless_replacing() -> None:
    """Replacing keeps the place."""
    changed = evolve(sample_catalogue()["leg-swing"], name="Other swing")
    assert codes(lambda: sample_catalogue().with_exercises(changed)) == [
        (ProblemCode.DUPLICATE, "leg-swing", "id")
    ]
    replaced = sample_catalogue().with_exercises(changed, replacing=True)
    assert replaced.ids == sample_catalogue().ids
    assert replaced["leg-swing"].name == "Other swing"


def test_replacing_twice_at_once_is_refused() -> None:
    """Of two exercises with one id, which would be meant?"""
    one, other = own(name="One"), own(name="Other")
    found = codes(lambda: sample_catalogue().with_exercises(one, other, replacing=True))
    assert found == [(ProblemCode.DUPLICATE, "acme.own", "id")]
    swings = [evolve(sample_catalogue()["leg-swing"], name=name) for name in ("One", "Other")]
    found = codes(lambda: sample_catalogue().with_exercises(*swings, replacing=True))
    assert found == [(ProblemCode.DUPLICATE, "leg-swing", "id")]


def test_a_replacement_is_checked_from_both_ends() -> None:
    """A link that stays may not lead down in level to what was put in the place of its target."""
    dose = (DoseBand(Goal.STRENGTH, Level.ADVANCED, Span(1, 3), Span(8, 12)),)
    easier = sample_catalogue()["supported-split-squat"]
    hardened = evolve(easier, level=Level.ADVANCED, dose=dose, harder=())
    found = codes(lambda: sample_catalogue().with_exercises(hardened, replacing=True))
    assert [code for code, _, _ in found] == [ProblemCode.LEVEL_FALLS]


def test_links_and_sources_of_added_exercises_are_checked() -> None:
    """All problems of what is added are said at once."""
    lost = own(harder=(Rung("nowhere", (Change.LOAD,)),), sources=("r99",))
    assert codes(lambda: sample_catalogue().with_exercises(lost)) == [
        (ProblemCode.DANGLING_LINK, "acme.own", "harder[0].exercise"),
        (ProblemCode.UNKNOWN_SOURCE, "acme.own", "sources[0]"),
    ]


def test_added_studies_may_be_cited() -> None:
    """An exercise brings its studies along."""
    study = Study("roe21", ("R",), "T", Read.TEXT)
    larger = sample_catalogue().with_exercises(own(sources=("roe21",)), studies=[study])
    assert larger.sources == {"roe21"}


def test_what_is_added_must_be_an_exercise() -> None:
    """A wrong argument is a problem, not a crash."""
    found = codes(lambda: sample_catalogue().with_exercises("clamshell"))  # type: ignore[arg-type]
    assert [code for code, _, _ in found] == [ProblemCode.WRONG_TYPE]


def test_without_takes_links_away_too() -> None:
    """No link is left dangling."""
    smaller = sample_catalogue().without("split-squat")
    assert "split-squat" not in smaller
    assert smaller["supported-split-squat"].harder == ()
    assert smaller.with_exercises(own()).ids[-1] == "acme.own"


def test_without_names_every_unknown_id() -> None:
    """All at once, with the nearest ids."""
    with pytest.raises(UnknownExercise) as caught:
        sample_catalogue().without("leg-swings", "x", "leg-swing")
    assert caught.value.ids == ("leg-swings", "x")
    assert caught.value.suggestions[0] == "leg-swing"


def test_finding_is_offered_by_the_catalogue() -> None:
    """`find` takes what people type."""
    assert [each.id for each in sample_catalogue().find("floor bridge", most=1)] == ["floor-bridge"]


@given(catalogues())
def test_a_catalogue_survives_copying_and_pickling(catalogue: Catalogue) -> None:
    """Value: copies, deep copies and pickles are equal and hash alike."""
    assert catalogue.ids  # fills what is remembered, which must not get in the way
    for again in (
        copy.copy(catalogue),
        copy.deepcopy(catalogue),
        pickle.loads(pickle.dumps(catalogue)),
    ):
        assert again == catalogue
        assert hash(again) == hash(catalogue)
        assert again.digest == catalogue.digest


@given(catalogues(max_size=5), st.randoms(use_true_random=False))
def test_the_digest_forgets_the_order(catalogue: Catalogue, rng: Any) -> None:
    """Digest: the order of exercises does not count, what they say does."""
    shuffled = list(catalogue)
    rng.shuffle(shuffled)
    assert Catalogue(shuffled).digest == catalogue.digest
    renamed = evolve(shuffled[0], name="Another name of it")
    assert Catalogue([renamed, *shuffled[1:]]).digest != catalogue.digest


@given(catalogues())
def test_drawn_catalogues_hold_together(catalogue: Catalogue) -> None:
    """Sound: what is drawn could be added to an empty catalogue with all its links and sources."""
    empty = Catalogue((), catalogue.studies, catalogue.known_sources)
    assert empty.with_exercises(*catalogue) == catalogue


@given(catalogues(min_size=2), st.data())
def test_without_and_with_agree(catalogue: Catalogue, data: st.DataObject) -> None:
    """Without: what is taken away is gone, the others stay in order, and no link dangles."""
    gone = data.draw(st.sets(st.sampled_from(catalogue.ids)))
    smaller = catalogue.without(*gone)
    assert smaller.ids == tuple(id for id in catalogue.ids if id not in gone)
    empty = Catalogue((), catalogue.studies, catalogue.known_sources)
    assert empty.with_exercises(*smaller) == smaller


@given(catalogues(), st.sampled_from(Level), st.sampled_from(Group))
def test_where_is_a_filter(catalogue: Catalogue, level: Level, group: Group) -> None:
    """Filter: exactly the exercises that meet the conditions, in their order."""
    found = catalogue.where(level_at_most=level, group=group)
    assert found == tuple(each for each in catalogue if each.level <= level and each.group is group)
