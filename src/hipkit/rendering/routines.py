"""A routine as a document: safety first, then what to do, then why.

Rule: every notice of the routine is in the document, those for before the first exercise ahead of
everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..model import NoticeMoment, Phase, ProtocolUse, Reason, ReasonCode, Routine, Slot, Span
from .document import Document, Heading, Item, Items, Paragraph, Part
from .doses import dose_facts, names_reserve
from .explanations import certificate, left_out, why_item
from .reasons import reason_items, sentence
from .voice import Voice

_DOT = "\u00a0· "
"""Between facts: the dot stays at the end of a line."""

_FEW_TIPS = 3
"""Tips that are shown where not everything is asked for; notices are never shortened."""


def routine_document(routine: Routine, voice: Voice, *, more: bool) -> Document:
    """Return *routine* as a document; with *more*, every reason not to start is listed."""
    return Document(
        (
            Heading(_title(routine, voice), 1),
            Paragraph(_time(routine, voice)),
            *_withheld(routine, voice),
            *_notices(routine, NoticeMoment.BEFORE, voice, _stops(routine, voice, more=more)),
            *_notices(routine, NoticeMoment.DURING, voice),
            *_phases(routine, voice),
            *_notices(routine, NoticeMoment.AFTER, voice),
            *_tips(routine, voice, more=more),
            *(
                _why(routine, voice)
                if routine.protocol is None
                else _record(routine.protocol, routine.explanation.remarks, voice)
            ),
        )
    )


def _title(routine: Routine, voice: Voice) -> str:
    request = routine.request
    if routine.protocol is not None:
        return voice.say(
            "protocol.title",
            title=routine.protocol.title,
            week=routine.protocol.week,
            level=voice.label(request.level),
        )
    kit = voice.say("routine.no-kit")
    if request.equipment:
        kit = voice.say("routine.kit", equipment=voice.labels(request.equipment))
    return voice.say(
        f"routine.title.{request.goal.value}",
        minutes=request.minutes,
        level=voice.label(request.level),
        kit=kit,
    )


def _time(routine: Routine, voice: Voice) -> str:
    low, high = routine.seconds_range
    return voice.say(
        "routine.time",
        typical=max(1, round(routine.seconds / 60)),
        low=max(1, low // 60),
        high=-(-high // 60),
    )


def _withheld(routine: Routine, voice: Voice) -> Iterator[Part]:
    """Yield what is to be known of a *routine* whose cautions nobody here knows."""
    notes = (slot.exercise.instructions.caution_notes for slot in routine.slots)
    if routine.cautions_withheld and any(notes):
        yield Paragraph(voice.say("routine.withheld"))


def _notices(
    routine: Routine, moment: NoticeMoment, voice: Voice, others: Sequence[Part] = ()
) -> Iterator[Part]:
    notices = [notice.text for notice in routine.notices if notice.moment is moment]
    if notices or others:
        yield Heading(voice.label(moment))
    if notices:
        yield _bullets(notices)
    yield from others


def _stops(routine: Routine, voice: Voice, *, more: bool) -> Sequence[Part]:
    if not routine.stops:
        return ()
    if not more:
        return (Paragraph(voice.say("routine.more-stops")),)
    return (Paragraph(voice.say("routine.stops")), _bullets(routine.stops))


def _phases(routine: Routine, voice: Voice) -> Iterator[Part]:
    number = 1
    for phase, grouped in groupby(routine.slots, key=lambda slot: slot.phase):
        slots = list(grouped)
        yield Heading(voice.label(phase))
        yield Items(tuple(_slot(slot, routine, voice) for slot in slots), number)
        number += len(slots)
    if any(names_reserve(slot.dose) for slot in routine.slots):
        yield Paragraph(voice.say("routine.reserve"))


def _slot(slot: Slot, routine: Routine, voice: Voice) -> Item:
    words, cautions = slot.exercise.instructions, routine.request.cautions
    notes = [each.note for each in words.caution_notes if each.caution in cautions]
    if routine.cautions_withheld:  # which of them matter, only whoever does it can tell
        notes = [
            f"{voice.say('exercise.caution', caution=voice.label(each.caution))} {each.note}"
            for each in words.caution_notes
        ]
    if words.easier_way:
        notes.append(voice.say("exercise.easier-way", way=words.easier_way))
    return slot_item(slot, notes, voice)


def slot_item(slot: Slot, notes: Iterable[str], voice: Voice) -> Item:
    """Return what to do in *slot* and how long it takes, in a line, with *notes* below it."""
    facts = dose_facts(voice, slot.exercise, slot.dose, Span(slot.sets, slot.sets))
    line = _DOT.join((*facts, voice.clock(slot.seconds, "time.clock")))
    return Item(f"· {line}", slot.exercise.name, tuple(notes))


def _tips(routine: Routine, voice: Voice, *, more: bool) -> Iterator[Part]:
    if not routine.tips:
        return
    shown = routine.tips if more else routine.tips[:_FEW_TIPS]
    yield Heading(voice.say("routine.tips"))
    yield _bullets(tip.text for tip in shown)
    if hidden := len(routine.tips) - len(shown):
        yield Paragraph(voice.say("routine.more-tips", tips=hidden))


def _why(routine: Routine, voice: Voice) -> Iterator[Part]:
    explanation = routine.explanation
    main = {slot.exercise.id for slot in routine.slots if slot.phase is Phase.MAIN}
    items = [item for item in explanation.items if item.exercise in main]
    said = [why_item(item, explanation, voice, routine.request.include) for item in items]
    said += [
        Item(sentence(reason, voice), f"{voice.name(reason.exercise)}:" if reason.exercise else "")
        for reason in explanation.remarks
    ]
    if explanation.left_out:
        said.append(Item(left_out(explanation.left_out, voice)))
    if explanation.certificate is not None:
        said.append(Item(certificate(explanation.certificate, voice)))
    elif all(reason.code is not ReasonCode.RESTORED for reason in explanation.remarks):
        said.append(Item(voice.say("certificate.changed")))
    yield Heading(voice.say("routine.why"))
    if items:
        bases = voice.labels(dict.fromkeys(item.basis for item in items))
        yield Paragraph(voice.say("routine.worth", bases=bases))
    yield Items(tuple(said))


def _record(use: ProtocolUse, remarks: Iterable[Reason], voice: Voice) -> Iterator[Part]:
    """Yield what a routine taken from a protocol is: a record, of whom, and what is hipkit's in it."""
    yield Heading(voice.say("protocol.record"))
    yield Paragraph(voice.say("protocol.whom", population=use.population, source=use.source))
    yield Paragraph(voice.say("protocol.own"))
    yield reason_items(remarks, voice)


def _bullets(texts: Iterable[str]) -> Items:
    return Items(tuple(Item(text) for text in texts))
