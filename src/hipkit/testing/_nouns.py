"""Strategies of the small nouns, and of any noun at all from what its validators say.

Rule: every drawn value is valid. A class whose fields depend on one another has a strategy of its
own, entered in `OWN`; all others are drawn field by field, so that a new field needs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from ..model import (
    Citation,
    Condition,
    CountOf,
    DoseBand,
    Effort,
    EffortScale,
    EffortWord,
    EvidenceGap,
    Exposures,
    Gap,
    Goal,
    Grade,
    GroupPolicy,
    Level,
    Measurement,
    PhasePolicy,
    Points,
    Reason,
    ReasonCode,
    Span,
    Template,
    Tombstone,
    resolve,
)
from ..model._checks import Check
from ..model.appraisal import MUSCLES_IN_GAP
from ..model.figure import NEEDED, Bearing, Figure, KeyFrame, Prop, Reach
from ..model.safety import PROPERTIES
from ..model.theme import Theme
from ..model.vocabulary.figures import Limb, PropKind, Surface

_Noun = TypeVar("_Noun")

OWN: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {}
"""The strategy of every class that has one of its own."""

_SYLLABLES = ("hip", "leg", "side", "squat", "lift", "a", "b2", "90", "step", "x")
_PLAIN = ("Hip lift", "x", "Stand tall.", "Ünder 60°, naïve", "100 %")
_HOSTILE = ("{braces}", 'a "quote"', "<b>bold & wise</b>", "a | *b* _c_")
_WORDS = (*_PLAIN, *_HOSTILE)
"""Texts worth trying, those among them that a careless page would take for markup."""
_FACTS = ("percent", "goal", "id", "worth", "why")
_MOST_ITEMS = 3


@cache
def slugs(*, prefixed: bool = False) -> st.SearchStrategy[str]:
    """Return names of small letters, digits and hyphens, some with a prefix if *prefixed*."""
    plain = st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=3).map("-".join)
    return plain | plain.map("acme.{}".format) if prefixed else plain


@cache
def texts(min_size: int = 0, max_size: int = 30) -> st.SearchStrategy[str]:
    """Return one line of printable text without blanks at its ends."""
    letters = st.characters(categories=["L", "N", "P", "S"])
    fitting = [word for word in _WORDS if min_size <= len(word) <= max_size]
    drawn = st.text(letters, min_size=min_size, max_size=max(min_size, min(max_size, 8)))
    return st.sampled_from(fitting) | drawn if fitting else drawn


def _values(kind: Any, limits: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Return values of the type *kind* within *limits*, the keywords of a validator's schema."""
    if kind in OWN:
        return OWN[kind]()
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*(_values(each, limits) for each in get_args(kind)))
    if get_origin(kind) is tuple:
        least = limits.get("minItems", 0)
        return st.lists(
            _values(get_args(kind)[0], limits.get("items", {})),
            min_size=least,
            max_size=min(limits.get("maxItems", _MOST_ITEMS), max(least, _MOST_ITEMS)),
            unique=limits.get("uniqueItems", False),
        ).map(tuple)
    if kind is type(None):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(limits.get("minimum"), limits.get("maximum"))
    if kind is float:  # tenths are numbers of every measure
        tenths = st.integers(10 * limits["minimum"], 10 * limits["maximum"])
        return tenths.map(lambda number: number / 10)
    if kind is str and "pattern" in limits:
        return slugs(prefixed=r"\." in limits["pattern"])
    if kind is str:
        return texts(limits.get("minLength", 0), limits.get("maxLength", 30))
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    return nouns(kind)


def nouns(cls: type[_Noun]) -> st.SearchStrategy[_Noun]:
    """Return values of any noun's class, such as `nouns(Study)`."""
    known: Any = cls
    drawn: st.SearchStrategy[_Noun] = _nouns(known)
    return drawn


@cache
def _nouns(cls: Any) -> st.SearchStrategy[Any]:
    return OWN[cls]() if cls in OWN else st.deferred(lambda: _from_fields(cls))


def _from_fields(cls: Any, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    resolve(cls)
    drawn: dict[str, st.SearchStrategy[Any]] = {}
    for each in attrs.fields(cls):
        check = each.validator
        limits: Mapping[str, Any] = check.schema if isinstance(check, Check) else {}
        drawn[each.name] = given[each.name] if each.name in given else _values(each.type, limits)
    return st.builds(cls, **drawn)


@cache
def spans(min_value: int = 0, max_value: int = 600) -> st.SearchStrategy[Span]:
    """Return spans whose ends lie from *min_value* to *max_value*."""
    ends = st.integers(min_value, max_value)

    def between(one: int, other: int) -> Span:
        return Span(min(one, other), max(one, other))

    return st.builds(between, ends, ends)


@cache
def efforts(
    *, scales: tuple[EffortScale, ...] = tuple(EffortScale), max_level: Level = Level.ADVANCED
) -> st.SearchStrategy[Effort]:
    """Return efforts on one of *scales*, none that is too hard for *max_level*."""
    every = [
        *((EffortScale.RESERVE, word) for word in tuple(EffortWord)[:5]),
        (EffortScale.PULL, EffortWord.MILD_PULL),
        (EffortScale.PRESSURE, EffortWord.FIRM_PRESSURE),
        (EffortScale.FORM, EffortWord.CLEAN_FORM),
    ]
    advanced = max_level is Level.ADVANCED
    fitting = [
        Effort(scale, word)
        for scale, word in every
        if scale in scales and (advanced or word is not EffortWord.VERY_HARD)
    ]
    return st.sampled_from(fitting)


@cache
def citations(*, keys: tuple[str, ...] = ("convention",)) -> st.SearchStrategy[Citation]:
    """Return citations of the rules and studies called *keys*."""
    return st.builds(Citation, st.sampled_from(keys), st.sampled_from(Grade), texts(1))


_TENTHS = st.integers(0, 40).map(lambda tenths: tenths / 10)


@st.composite
def dose_bands(
    draw: st.DrawFn,
    *,
    goals: Sequence[Goal] = tuple(Goal),
    levels: Sequence[Level] = tuple(Level),
    max_sets: int = 5,
    max_count: int = 40,
    keys: tuple[str, ...] = ("convention",),
) -> DoseBand:
    """Draw dose bands for one of *goals* at one of *levels*, with sources among *keys*."""
    level = draw(st.sampled_from(levels))
    count_of = draw(st.sampled_from(CountOf))
    tempo: dict[str, Any] = {}
    if count_of is not CountOf.SECONDS and draw(st.booleans()):
        tempo = {
            "lift": draw(_TENTHS),
            "hold": draw(_TENTHS | spans(1, 60)),
            "lower": draw(_TENTHS),
            "pause": draw(st.sampled_from((0.5, 1.0, 4.0))),
        }
    return DoseBand(
        draw(st.sampled_from(goals)),
        level,
        draw(spans(1, max_sets)),
        draw(spans(1, max_count)),
        count_of,
        rest=draw(st.integers(0, 120)),
        set_up=draw(st.integers(0, 60)),
        side_switch=draw(st.integers(0, 20)),
        effort=draw(efforts(max_level=level)),
        sources=tuple(draw(st.lists(citations(keys=keys), max_size=2, unique=True))),
        **tempo,
    )


@cache
def exposures(*, stated: bool | None = None) -> st.SearchStrategy[Exposures]:
    """Return exposures with every property *stated*, with none (False), or with any (None)."""
    if stated is False:
        return st.just(Exposures())
    if stated is None:
        partly = _from_fields(Exposures)
        return st.one_of(exposures(stated=False), exposures(stated=True), partly)
    resolve(Exposures)
    drawn: dict[str, st.SearchStrategy[Any]] = {}
    for each in attrs.fields(Exposures):
        check: Any = each.validator
        kind = next(inner for inner in get_args(each.type) if inner is not type(None))
        drawn[each.name] = _values(kind, check.schema)
    return st.builds(Exposures, **drawn)


@st.composite
def _conditions(draw: st.DrawFn) -> Condition:
    words = draw(st.lists(slugs(), min_size=1, max_size=2, unique=True))
    return Condition(draw(st.sampled_from(PROPERTIES)), tuple(words))


def _templates() -> st.SearchStrategy[Template]:
    literal = texts().map(lambda text: text.replace("{", "{{").replace("}", "}}"))
    sentences = st.sampled_from(("{minutes} min", "{name}: {why}")) | literal
    return _from_fields(Template, key=slugs(), other=sentences, one=sentences)


def _reasons() -> st.SearchStrategy[Reason]:
    facts = st.dictionaries(
        st.sampled_from(_FACTS), st.integers(-(2**63), 2**63) | texts(), max_size=3
    )
    return st.builds(
        Reason,
        st.sampled_from(ReasonCode),
        st.just("") | slugs(),
        facts.map(lambda pairs: tuple(pairs.items())),
    )


def _curves() -> st.SearchStrategy[tuple[int, ...]]:
    """Return worths of 1, 2, 3 … sets that start anywhere and then rise ever less."""

    def curve(first: int, rises: list[int]) -> tuple[int, ...]:
        ordered = sorted(rises, reverse=True)
        return tuple(first + sum(ordered[:place]) for place in range(len(ordered) + 1))

    return st.builds(curve, st.integers(0, 60), st.lists(st.integers(0, 50), max_size=3))


def _falling() -> st.SearchStrategy[tuple[int, ...]]:
    numbers = st.lists(st.integers(-5_000, 5_000), max_size=4)
    return numbers.map(lambda drawn: tuple(sorted(drawn, reverse=True)))


@st.composite
def _measurements(draw: st.DrawFn) -> Measurement:
    """Draw a measurement that is linked to an exercise, or says why it is not."""
    linked = draw(st.booleans())
    drawn: Measurement = draw(
        _from_fields(
            Measurement,
            exercise=slugs(prefixed=True) if linked else st.none(),
            unlinked=st.just("") if linked else texts(1),
        )
    )
    return drawn


def _gaps() -> st.SearchStrategy[Gap]:
    """Draw gaps about muscles that name muscles, and others about anything."""

    def about(code: EvidenceGap) -> st.SearchStrategy[Gap]:
        muscles = MUSCLES_IN_GAP.get(code)
        words = st.sampled_from([str(each) for each in muscles]) if muscles else texts(1)
        some = st.lists(words, max_size=_MOST_ITEMS, unique=True).map(tuple)
        return _from_fields(Gap, code=st.just(code), about=some)

    return st.sampled_from(EvidenceGap).flatmap(about)


def _tombstones() -> st.SearchStrategy[Tombstone]:
    became = st.none() | slugs().map(lambda slug: f"{slug}-now")
    return _from_fields(Tombstone, id=slugs().map(lambda slug: f"{slug}-once"), became=became)


@st.composite
def _props(draw: st.DrawFn, kinds: Sequence[PropKind] = tuple(PropKind)) -> Prop:
    """Draw a thing of one of *kinds* with all that its kind needs."""
    kind = draw(st.sampled_from(kinds))
    needed = NEEDED.get(kind, ())
    resolve(Prop)
    given: dict[str, st.SearchStrategy[Any]] = {"kind": st.just(kind)}
    for each in attrs.fields(Prop):
        if each.name in needed:
            inner = next(one for one in get_args(each.type) if one is not type(None))
            given[each.name] = _values(inner, {})
    drawn: Prop = draw(_from_fields(Prop, **given))
    return drawn


def _bearings() -> st.SearchStrategy[Bearing]:
    feet = st.sampled_from((Surface.RIGHT_FOOT, Surface.LEFT_FOOT))
    return _from_fields(Bearing, flat=st.just(False)) | _from_fields(Bearing, surface=feet)


def _reaches(limb: Limb) -> st.SearchStrategy[Reach]:
    """Draw a goal of one limb: what is about feet for feet, and about hands for hands."""
    if limb.value.endswith("hand"):
        return _from_fields(Reach, limb=st.just(limb), heel=st.just(0))
    return _from_fields(Reach, limb=st.just(limb), flat=st.just(False), fingers=st.none())


@st.composite
def _some_reaches(draw: st.DrawFn) -> tuple[Reach, ...]:
    limbs = draw(st.lists(st.sampled_from(Limb), max_size=2, unique=True))
    return tuple(draw(_reaches(limb)) for limb in limbs)


def _key_frames(props: tuple[Prop, ...] = ()) -> st.SearchStrategy[KeyFrame]:
    return _from_fields(KeyFrame, reach=_some_reaches(), props=st.just(props))


@st.composite
def _figures(draw: st.DrawFn) -> Figure:
    """Draw a figure whose frames, where they have things of their own, have the same ones."""
    count = draw(st.integers(1, _MOST_ITEMS))
    kinds = draw(st.lists(st.sampled_from(PropKind), max_size=2))
    things = [tuple(draw(_props(kinds=(kind,))) for kind in kinds) for _ in range(count)]
    fits = all(len(set(props)) == len(props) for props in things)  # none stands twice
    frames = [draw(_key_frames(props if fits else ())) for props in things]
    drawn: Figure = draw(_from_fields(Figure, frames=st.just(tuple(frames)), reach=_some_reaches()))
    return drawn


def _themes() -> st.SearchStrategy[Theme]:
    colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
    names = [each.name for each in attrs.fields(Theme) if each.name != "depth"]
    return _from_fields(Theme, **dict.fromkeys(names, colours))


OWN.update(
    {
        Gap: _gaps,
        Measurement: _measurements,
        Tombstone: _tombstones,
        Span: spans,
        Effort: efforts,
        Citation: citations,
        DoseBand: dose_bands,
        Exposures: exposures,
        Condition: _conditions,
        Reason: _reasons,
        PhasePolicy: lambda: _from_fields(PhasePolicy, set_percent=_curves()),
        GroupPolicy: lambda: _from_fields(GroupPolicy, bonuses=_falling()),
        Points: lambda: _from_fields(Points, at_emphasis=st.tuples(*[st.integers(0, 60)] * 3)),
        Template: _templates,
        Bearing: _bearings,
        KeyFrame: _key_frames,
        Reach: lambda: st.sampled_from(Limb).flatmap(_reaches),
        Prop: _props,
        Figure: _figures,
        Theme: _themes,
    }
)
