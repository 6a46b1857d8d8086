"""Reasons as sentences, and refusals: the documents that answer no.

Rule: a reason brings codes and facts, `Words` bring the sentence. A reason that no sentence fits, one
from another version perhaps, is shown as its code and facts and never breaks an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from ..errors import NoRoutine, SeekAdvice
from ..model import (
    Basis,
    Caution,
    Change,
    ChangeKind,
    Equipment,
    Goal,
    Group,
    Kind,
    Level,
    Phase,
    Position,
    Reason,
    ReasonCode,
    Relaxation,
    RequestChange,
)
from ..model.reason import WITHHELD, Fact
from .document import Document, Heading, Item, Items, Paragraph, Part
from .exposures import exposure
from .voice import Voice

_WORDS_OF_FACT: dict[str, type[StrEnum]] = {
    "goal": Goal,
    "level": Level,
    "needs": Level,
    "has": Level,
    "kind": Kind,
    "position": Position,
    "caution": Caution,
    "basis": Basis,
    "group": Group,
    "phase": Phase,
}
_TIMES = ("seconds", "room")
_NAMES = ("by", "replaced_by", "family", "ids")
_SPLITTING_FACT = {
    ReasonCode.RETIRED: "replaced_by",
    ReasonCode.OUTBID: "least_loss",
    ReasonCode.NOTHING_MORE: "spared",
    ReasonCode.INCLUDES_OVER_TIME: "phase",
    ReasonCode.LANDING_WITHOUT_WARM_UP: "seconds",
    ReasonCode.SUBSTITUTED: "loss",
}
"""Reasons that are said in another way when this fact is 0 or empty, or below 0."""
_OF_THE_REQUEST = (
    ReasonCode.INCLUDE_NOT_ELIGIBLE,
    ReasonCode.INCLUDES_OF_ONE_FAMILY,
    ReasonCode.INCLUDES_OVER_LIMIT,
    ReasonCode.INCLUDES_OVER_TIME,
    ReasonCode.NO_MAIN_ITEM,
    ReasonCode.MAIN_ITEM_TOO_LONG,
    ReasonCode.LANDING_WITHOUT_WARM_UP,
)
"""What no routine answers, and what changes were looked for: refusals of a change are about one exercise."""


def sentence(reason: Reason, voice: Voice) -> str:
    """Return *reason* as a sentence, or a clause where it is about one exercise."""
    key = f"reason.{reason.code.value}"
    split = _SPLITTING_FACT.get(reason.code)
    facts = dict(reason.facts)
    if split is not None and not facts.get(split):
        key += ".none"
    elif reason.code is ReasonCode.SUBSTITUTED and is_gain(facts.get("loss", 0)):
        key, facts = f"{key}.gain", facts | {"gain": -int(facts["loss"])}
    shown: dict[str, object] = {name: _shown(name, fact, voice) for name, fact in facts.items()}
    if "property" in facts:
        shown["exposure"] = exposure(str(facts["property"]), str(facts.get("word", "")), voice)
    try:
        return voice.say(key, **shown)
    except (KeyError, TypeError):  # no such words, or a fact with a name that cannot be one
        listed = voice.listed((f"{name} {fact}" for name, fact in facts.items()), "list.comma")
        return voice.say("reason-without-words", code=reason.code.value, facts=listed)


def is_gain(loss: Fact) -> bool:
    """Return whether a *loss* is one below 0."""
    return isinstance(loss, int) and loss < 0


def _shown(name: str, fact: Fact, voice: Voice) -> Fact:
    if isinstance(fact, int):
        return voice.clock(fact) if name in _TIMES else fact
    if name == "caution" and fact == WITHHELD:
        return voice.say("caution-withheld")
    words = _WORDS_OF_FACT.get(name)
    if words is not None and fact in words.__members__.values():
        return voice.label(words(fact))
    if name == "any_of":
        return voice.listed((_kit(word, voice) for word in fact.split(",")), "list.or")
    if name == "changes":
        known = {str(word): voice.label(word) for word in Change}
        return voice.listed(known.get(word, word) for word in fact.split(","))
    if name in _NAMES:
        return voice.listed(voice.name(id) for id in fact.split(","))
    return fact


def _kit(word: str, voice: Voice) -> str:
    """Return a piece of equipment with its article, as sentences need it."""
    key = f"a.equipment.{word}"
    return voice.say(key) if voice.words.has(key) else word


def reason_document(reason: Reason, voice: Voice) -> Document:
    """Return *reason* as one sentence, led by the exercise it is about."""
    lead = f"{voice.name(reason.exercise)}: " if reason.exercise else ""
    return Document((Paragraph(lead + sentence(reason, voice)),), voice.say("reasons.title"))


def reason_items(reasons: Iterable[Reason], voice: Voice) -> Items:
    """Return *reasons* as a list, each led by the exercise it is about."""
    return Items(
        tuple(
            Item(
                sentence(reason, voice),
                f"{voice.name(reason.exercise)}:" if reason.exercise else "",
            )
            for reason in reasons
        )
    )


def refusal_document(refusal: NoRoutine, voice: Voice) -> Document:
    """Return why there is no routine and what would help, or the advice that replaces it."""
    if isinstance(refusal, SeekAdvice):
        return Document(
            (
                Heading(voice.say("advice.title"), 1),
                Paragraph(refusal.notice.text),
                reason_items(refusal.reasons, voice),
            )
        )
    reasons, found = refusal.reasons, refusal.relaxations
    if reasons and not found and not _of_the_request(reasons[0]):  # no change was looked for
        return Document((Heading(voice.say("refusal.as-asked"), 1), _reasons_why(reasons, voice)))
    return Document(
        (
            Heading(voice.say("refusal.title"), 1),
            *((_reasons_why(reasons, voice),) if reasons else ()),
            *_help(found, voice),
        )
    )


def _of_the_request(reason: Reason) -> bool:
    """Return whether *reason* tells why no routine is possible, and not why one exercise is not."""
    asked = reason.code is ReasonCode.INCLUDE_NOT_ELIGIBLE
    return reason.code in _OF_THE_REQUEST and (asked or not reason.exercise)


def _reasons_why(reasons: Iterable[Reason], voice: Voice) -> Items:
    """Return *reasons* as a list; what keeps an exercise that was asked for stands below it."""
    items: list[Item] = []
    for id, grouped in groupby(reasons, key=lambda reason: reason.exercise):
        said = list(dict.fromkeys(_merged(list(grouped), voice)))
        if id:
            items.append(Item(said[0], f"{voice.name(id)}:", tuple(said[1:])))
        else:
            items += [Item(each) for each in said]
    return Items(tuple(items))


def _merged(reasons: Sequence[Reason], voice: Voice) -> Iterator[str]:
    """Return sentences for *reasons*, with all that one caution spares in one of them."""
    spared: dict[str, list[str]] = {}
    for reason in reasons:
        if reason.code is ReasonCode.CAUTION:
            facts = {name: str(reason[name]) for name in reason}
            said = exposure(facts.get("property", ""), facts.get("word", ""), voice)
            spared.setdefault(facts.get("caution", ""), []).append(said)
    for reason in reasons:
        if reason.code is not ReasonCode.CAUTION:
            yield sentence(reason, voice)
    for caution, exposures in spared.items():
        shown = _shown("caution", caution, voice)
        yield voice.say("reason.caution", caution=shown, exposure=voice.listed(exposures))


def _help(relaxations: Sequence[Relaxation], voice: Voice) -> Iterator[Part]:
    if not relaxations:
        yield Paragraph(voice.say("refusal.no-help"))
        return
    yield Heading(voice.say("refusal.help" if len(relaxations) > 1 else "refusal.help.one"))
    yield Items(tuple(Item(_offer(each, voice)) for each in relaxations))


def relaxation_document(relaxation: Relaxation, voice: Voice) -> Document:
    """Return what *relaxation* asks for, as one sentence."""
    return Document((Paragraph(_offer(relaxation, voice)),), voice.say("refusal.help.one"))


def _offer(relaxation: Relaxation, voice: Voice) -> str:
    return voice.listed(_change(change, voice) for change in relaxation.changes)


def _change(change: RequestChange, voice: Voice) -> str:
    words: dict[ChangeKind, type[StrEnum]] = {
        ChangeKind.POSITIONS: Position,
        ChangeKind.GOAL: Goal,
    }
    value = change.value
    if change.kind is ChangeKind.EQUIPMENT and value in list(Equipment):
        value = _kit(value, voice)
    elif change.kind in words and value in words[change.kind].__members__.values():
        value = voice.label(words[change.kind](value))
    elif change.kind is not ChangeKind.MINUTES:
        value = voice.name(value)
    return voice.say(f"change-kind.{change.kind.value}", value=value)
