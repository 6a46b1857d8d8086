"""The targets: everything public that takes data, a line each. A new public function gets a line here.

Rule: `covers` names what is public; a test compares them with `hipkit.__all__` and `METHODS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from random import Random
from typing import Any

from attrs import evolve

import hipkit

from .asking import Target, answered, called, terminal, whole, words_for_terminal
from .documents import changed, noun_classes, plain_noun, some_noun, stored, written
from .files import files, read
from .judging import error_is_whole, html_is_ours, noun_is_whole, svg_is_ours, text_is_harmless
from .showing import SHOWN, cite, show, shown, studies
from .values import Maker, anything, endless, long_list, text

METHODS = (
    *("Catalogue.find", "Catalogue.resolve", "Catalogue.where", "Catalogue.with_exercises"),
    *("Catalogue.without", "Catalogue.__getitem__", "Catalogue.__contains__", "Request.from_words"),
    *(
        "Evidence.__getitem__",
        "Evidence.protocol",
        "Evidence.studies_behind",
        "Relaxation.applied_to",
        "Words.has",
        "Words.say",
    ),
)
"""Methods that people give data to, and that are tried like functions."""

NOT_TRIED = {
    **dict.fromkeys(
        ("load_catalogue", "load_evidence", "load_safety", "load_tips"), "takes no data"
    ),
}
"""Public functions without a target, and why."""


def one_of(*values: Any) -> Maker:
    """Return a maker that chooses among *values*."""
    return lambda chance: chance.choice(values)


def some_of(words: Any) -> Maker:
    """Return a maker of short lists of *words*, and now and then of very long or endless ones."""
    known = [str(each) for each in words]

    def make(chance: Random) -> Any:
        if chance.random() < 0.02:
            return chance.choice((long_list, endless))(chance)
        return [
            chance.choice(known) if chance.random() < 0.9 else text(chance)
            for _ in range(chance.randrange(4))
        ]

    return make


def noun(cls: type) -> Maker:
    """Return a maker of valid nouns of *cls*, and of those that changed data still makes."""

    def make(chance: Random) -> Any:
        if chance.random() < 0.5:
            return some_noun(chance, cls)
        made = answered(lambda: hipkit.from_plain(changed(chance, plain_noun(chance, cls)), cls))
        return made if isinstance(made, cls) else some_noun(chance, cls)

    return make


def any_class(chance: Random) -> type:
    """Return the class of some noun."""
    return chance.choice(noun_classes())


def no_lunges(exercise: hipkit.Exercise, request: hipkit.Request) -> str | None:
    """Keep lunges out."""
    return "no lunges" if "lunge" in exercise.id and request.minutes < 60 else None


def answers_wrong(exercise: hipkit.Exercise, request: hipkit.Request) -> Any:
    """Answer what a rule must not."""
    return "\x1b[2J" if request.level > hipkit.Level.BEGINNER else exercise


IDS = (*hipkit.load_catalogue().ids[:30], "clamshel", "acme.side-tap", "hip-hike", "")
an_id = one_of(*IDS)
a_minute = one_of(5, 10, 20, 45, 119, 120, 4, 121, -1)
a_routine = noun(hipkit.Routine)
an_exercise = noun(hipkit.Exercise)
a_figure = noun(hipkit.Figure)
a_request = noun(hipkit.Request)
a_policy: Maker = lambda chance: chance.choice((None, some_noun(chance, hipkit.Policy)))  # noqa: E731
a_catalogue: Maker = lambda chance: chance.choice((None, None, some_noun(chance, hipkit.Catalogue)))  # noqa: E731
goals, levels = one_of(*map(str, hipkit.Goal)), one_of(*map(str, hipkit.Level))
cautions, equipment = some_of(hipkit.Caution), some_of(hipkit.Equipment)
focus = some_of([*hipkit.Group, *hipkit.Muscle, *hipkit.Region])
WORDS: dict[str, Maker] = {
    "goal": goals,
    "level": levels,
    "equipment": equipment,
    "focus": focus,
    "cautions": cautions,
    "positions": some_of(hipkit.Position),
    "include": some_of(IDS),
    "exclude": some_of(IDS),
    "recent": some_of(IDS),
    "seed": one_of(None, 0, 7, -(2**63), 2**63 - 1, 2**63),
}
AROUND: dict[str, Maker] = {"catalogue": a_catalogue, "policy": a_policy}
MADE_UNDER: dict[str, Maker] = {**AROUND, "rules": one_of((), (), (no_lunges,), (answers_wrong,))}
CHANGING: dict[str, Maker] = {"cautions": cautions, **MADE_UNDER}
SHAPE: dict[str, Maker] = {
    "words": lambda chance: some_noun(chance, hipkit.Words),
    "width": one_of(20, 80, 1_000, 19, 1_001),
    "characters": one_of("unicode", "ascii", "utf-8"),
    "more": one_of(True, False),
}


def a_drawn(chance: Random) -> Any:
    """Return an exercise to be drawn: an id, or one with a figure of its own."""
    if chance.random() < 0.5:
        return an_id(chance)
    return evolve(an_exercise(chance), figure=a_figure(chance))


def every_result(**arguments: Any) -> object:
    """Return what is made of each request, looking at every one; of an endless iterable, the first."""
    found = [*islice(hipkit.build_routines(**arguments), 20)]
    for each in found:
        if isinstance(each, hipkit.HipkitError):
            error_is_whole(each)
        else:
            noun_is_whole(each)
    return found


def relaxed(relaxation: Any, request: Any) -> object:
    """Return *request* as a relaxation changes it; anything else in its place is none of hipkit's."""
    return relaxation.applied_to(request) if isinstance(relaxation, hipkit.Relaxation) else None


def validated(case: tuple[Any, Any]) -> object:
    """Read plain data as pydantic does, and expect what comes out to be whole."""
    from pydantic import TypeAdapter, ValidationError

    data, cls = case
    if cls not in noun_classes():
        return None
    try:
        noun = TypeAdapter(cls).validate_python(data)
    except ValidationError as error:
        error.json()
        return None
    whole(noun, {})
    return TypeAdapter(cls).dump_json(noun)


def an_item(chance: Random) -> str:
    """Return an id that some routine has, or another."""
    routine = some_noun(chance, hipkit.Routine)
    id: str = chance.choice((chance.choice(routine.slots).exercise.id, an_id(chance)))
    return id


def something_shown(chance: Random) -> Any:
    """Return what can be shown: a noun, several, or a refusal."""
    kind = chance.randrange(6)
    if kind == 0:
        return [some_noun(chance, hipkit.Exercise) for _ in range(chance.randrange(4))]
    if kind == 1:
        return answered(
            lambda: hipkit.build_routine(5, positions=["walking"], include=["clamshell"])
        )
    return noun(chance.choice(SHOWN))(chance)


def a_word_mapping(chance: Random) -> Any:
    """Return a mapping of request fields to words, with fields that there are not."""
    made = {name: make(chance) for name, make in WORDS.items() if chance.random() < 0.4}
    made["minutes"] = a_minute(chance)
    extra = 20_000 if chance.random() < 0.01 else chance.choice((0, 0, 1, 3))
    return {**made, **{f"{text(chance)[:40]}{place}": 1 for place in range(extra)}}


def a_document(chance: Random) -> tuple[str, type]:
    """Return the text of a stored noun, changed or mutilated, and the class to read."""
    cls = any_class(chance)
    tree = stored(chance, cls)
    said = written(chance, changed(chance, tree) if chance.random() < 0.9 else tree)
    return said, cls if chance.random() < 0.97 else any_class(chance)


def loaded(case: tuple[Any, Any]) -> object:
    """Load a document, and expect what is loaded to be whole."""
    answer = answered(lambda: hipkit.loads(*case))
    if not isinstance(answer, hipkit.HipkitError):
        whole(answer, {})
    return answer


def some_plain(chance: Random) -> tuple[Any, Any]:
    """Return plain data of a noun, changed, and its class."""
    cls = any_class(chance)
    if chance.random() < 0.1:
        return anything(chance), anything(chance) if chance.random() < 0.2 else cls
    return changed(chance, plain_noun(chance, cls), is_json=False), cls


def made_from(case: tuple[Any, Any]) -> object:
    """Make a noun from plain data, and expect it to be whole."""
    answer = answered(lambda: hipkit.from_plain(*case))
    if not isinstance(answer, hipkit.HipkitError):
        whole(answer, {})
    return answer


def constructing(chance: Random) -> tuple[type, dict[str, Any]]:
    """Return a class of noun, and its fields with one or a few of them wrong."""
    import attrs

    cls = any_class(chance)
    found = some_noun(chance, cls)
    fields = {each.name: getattr(found, each.name) for each in attrs.fields(cls) if each.init}
    for name in chance.sample(sorted(fields), min(len(fields), chance.choice((1, 1, 2, 9)))):
        fields[name] = _wrong(chance, fields[name])
    return cls, fields


def _wrong(chance: Random, value: Any) -> Any:
    if type(value) is tuple and chance.random() < 0.5:
        return chance.choice(
            ((*value, *value), (*value, anything(chance)), (anything(chance),) * 100, list(value))
        )
    return anything(chance)


def constructed(case: tuple[type, dict[str, Any]]) -> object:
    """Construct a noun, and expect it to be whole."""
    cls, fields = case
    answer = answered(lambda: cls(**fields))
    if not isinstance(answer, hipkit.HipkitError) and cls is not hipkit.Problem:
        whole(answer, {})
    return answer


def parsed(said: str) -> object:
    """Parse a JSON text."""
    from hipkit.storing.documents import Unreadable, parse

    try:
        return parse(said)
    except Unreadable as error:  # what the doors make errors of
        return error


def raw(chance: Random) -> str:
    """Return JSON text that is no document."""
    from .values import plain

    return written(chance, plain(chance, 6))


def shown_text(said: str, given: Mapping[str, Any]) -> None:
    """Look at a text that was written; only pages have spaces at which no line is broken."""
    is_page = given.get("form") not in ("text", "markdown", None)
    text_is_harmless(said.replace("\u00a0", " ") if is_page else said)


CATALOGUE = hipkit.load_catalogue()
EVIDENCE = hipkit.load_evidence()
ENGLISH = hipkit.load_words()

TARGETS: tuple[Target, ...] = (
    # loaders
    Target("loads", ("loads",), a_document, loaded, 200),
    Target("parse", (), raw, parsed, 100),
    Target("from_plain", ("from_plain",), some_plain, made_from, 150),
    Target("files", ("read_catalogue",), files, read, 60),
    called(
        "read_catalogue",
        hipkit.read_catalogue,
        {"path": one_of("/dev/null", "/dev/zero", "", "\x00", "/nowhere")},
    ),
    called("load_words", hipkit.load_words, {}, {"language": one_of("en", "de", "../en")}),
    # nouns
    Target("constructors", (), constructing, constructed, 150),
    called(
        "Request.from_words",
        hipkit.Request.from_words,
        {"words": a_word_mapping},
        look=whole,
        share=40,
    ),
    # doors
    called(
        "build_routine",
        hipkit.build_routine,
        {"minutes": one_of(5, 10, 20, 45)},
        {**WORDS, **MADE_UNDER},
        look=whole,
        share=20,
    ),
    called(
        "build_routines",
        every_result,
        {"requests": lambda chance: [chance.choice((a_request, a_word_mapping, anything))(chance)]},
        {**MADE_UNDER, "chunk_size": one_of(1, 0, 64), "chunks_ahead": one_of(1, 10_001)},
        share=10,
    ),
    called("compact", hipkit.compact, {"routine": a_routine}, look=whole),
    called(
        "restore",
        hipkit.restore,
        {"compact": noun(hipkit.CompactRoutine)},
        CHANGING,
        look=whole,
        share=20,
    ),
    called(
        "Relaxation.applied_to",
        relaxed,
        {"relaxation": noun(hipkit.Relaxation), "request": a_request},
    ),
    Target("pydantic", (), some_plain, validated, 20),
    called(
        "explain",
        hipkit.explain,
        {"routine": a_routine},
        {"exercise": an_item, **CHANGING},
        share=3,
    ),
    called(
        "alternatives",
        hipkit.alternatives,
        {"routine": a_routine, "exercise": an_item},
        CHANGING,
        look=whole,
        share=10,
    ),
    called(
        "substitute",
        hipkit.substitute,
        {"routine": a_routine, "exercise": an_item},
        {"with_": an_id, **CHANGING},
        look=whole,
        share=10,
    ),
    called(
        "resize",
        hipkit.resize,
        {"routine": a_routine, "minutes": a_minute},
        CHANGING,
        look=whole,
        share=5,
    ),
    called(
        "evidence_for",
        hipkit.evidence_for,
        {"exercise": an_id},
        {"catalogue": a_catalogue},
        look=whole,
        share=20,
    ),
    called(
        "draw",
        hipkit.draw,
        {"exercise": a_drawn},
        {
            "frame": one_of("start", "end", "both", "side-by-side", "all"),
            "animated": one_of(True, False),
            "side": one_of("right", "left", "both"),
            "theme": one_of("default", "dark", "mono", "red", hipkit.Theme()),
            "paint": one_of("attributes", "hex", "oil"),
            "title": text,
            "id_prefix": one_of("a", "hk-1", "", "<", "1a"),
            "catalogue": a_catalogue,
        },
        look=lambda said, _: svg_is_ours(said),
        share=20,
    ),
    called(
        "routine_from_protocol",
        hipkit.routine_from_protocol,
        {"id": one_of(*(each.id for each in EVIDENCE.protocols))},
        {
            "week": one_of(1, 2, 6, 0),
            "step": one_of(1, 2, 11),
            "cautions": cautions,
            "catalogue": a_catalogue,
        },
        look=whole,
    ),
    called(
        "compose",
        hipkit.compose,
        {"request": a_request, "exercises": lambda _: CATALOGUE, "safety": noun(hipkit.Safety)},
        {
            "policy": a_policy,
            "tips": lambda chance: [some_noun(chance, hipkit.Tip)],
            "made_with": noun(hipkit.Provenance),
            "remarks": lambda chance: [some_noun(chance, hipkit.Reason)],
        },
        share=5,
    ),
    called("default_policy", hipkit.default_policy, {"goal": goals}),
    # the catalogue and the evidence
    called(
        "Catalogue",
        hipkit.Catalogue,
        {"exercises": lambda chance: [some_noun(chance, hipkit.Exercise) for _ in "abc"]},
        {
            "studies": lambda chance: [some_noun(chance, hipkit.Study)],
            "known_sources": one_of((), ("a",)),
            "tombstones": lambda chance: (some_noun(chance, hipkit.Tombstone),),
        },
    ),
    called(
        "Catalogue.find",
        CATALOGUE.find,
        {"text": an_id},
        {"most": one_of(1, 0, -1, 10**9)},
        share=20,
    ),
    called("Catalogue.resolve", CATALOGUE.resolve, {"id": an_id}),
    called(
        "Catalogue.where",
        CATALOGUE.where,
        {},
        {
            "group": one_of("abduction", "hinge"),
            "goal": goals,
            "level_at_most": levels,
            "needs_only": equipment,
            "muscle": one_of("hamstrings", "calves"),
        },
        share=20,
    ),
    called(
        "Catalogue.with_exercises",
        CATALOGUE.with_exercises,
        {},
        {
            "replacing": one_of(True, False),
            "studies": lambda chance: [some_noun(chance, hipkit.Study)],
        },
        rest=noun(hipkit.Exercise),
    ),
    called("Catalogue.without", CATALOGUE.without, {}, rest=an_id),
    called("Catalogue.__getitem__", CATALOGUE.__getitem__, {"id": an_id}),
    called("Catalogue.__contains__", CATALOGUE.__contains__, {"item": an_id}),
    called("Evidence.__getitem__", EVIDENCE.__getitem__, {"id": one_of("r1", "LENHART14")}),
    called(
        "Evidence.protocol",
        EVIDENCE.protocol,
        {"id": one_of(*(each.id for each in EVIDENCE.protocols))},
    ),
    called(
        "Evidence.studies_behind",
        EVIDENCE.studies_behind,
        {},
        rest=one_of("r1", "r39", "LENHART14"),
    ),
    called("Words.has", ENGLISH.has, {"key": one_of("routine.no-kit", "x")}),
    called(
        "Words.say",
        ENGLISH.say,
        {},
        {"count": one_of(1, "1"), "minutes": one_of(5)},
        first=one_of("routine.no-kit", "span"),
    ),
    # writers
    called(
        "dumps",
        hipkit.dumps,
        {"noun": some_noun},
        {"include_cautions": one_of(True, False), "indent": one_of(None, 0, 2, 17)},
        share=30,
    ),
    called("to_plain", hipkit.to_plain, {"noun": some_noun}, share=10),
    called("schema_of", hipkit.schema_of, {"cls": any_class}),
    called("to_text", hipkit.to_text, {"noun": something_shown}, SHAPE, look=shown_text, share=20),
    called(
        "to_html",
        hipkit.to_html,
        {"noun": something_shown},
        {
            "words": SHAPE["words"],
            "form": one_of("page", "fragment"),
            "title": one_of(None, "<script>"),
            "heading_level": one_of(1, 2, 4, 5),
        },
        look=lambda said, _: html_is_ours(said),
        share=15,
    ),
    called(
        "to_markdown",
        hipkit.to_markdown,
        {"noun": something_shown},
        {"words": SHAPE["words"]},
        look=shown_text,
        share=15,
    ),
    called(
        "render",
        hipkit.render,
        {"noun": something_shown},
        {"form": one_of("text", "markdown", "html"), **SHAPE},
        look=shown_text,
        share=15,
    ),
    called(
        "to_bibtex",
        hipkit.to_bibtex,
        {"studies": lambda chance: [some_noun(chance, hipkit.Study)]},
        share=10,
    ),
    called(
        "to_csl_json",
        hipkit.to_csl_json,
        {"studies": lambda chance: [some_noun(chance, hipkit.Study)]},
        share=10,
    ),
    Target("writers", (), shown, show, 20),
    Target("bibliography", (), studies, cite, 20),
    # the terminal
    Target("terminal", (), words_for_terminal, terminal, 10),
)
