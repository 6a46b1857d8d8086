"""Explanations as documents: why a routine is as it is, and why one exercise is not in it.

Rule: every exercise of the catalogue is accounted for, and no number is shown without its unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import (
    Certificate,
    Explanation,
    FullExplanation,
    ItemExplanation,
    ItemLoss,
    LeftOut,
    ReasonCode,
    Verdict,
    WhyNot,
)
from .document import Document, Heading, Item, Items, Paragraph, Part, Table
from .reasons import sentence
from .voice import Voice


def explanation_document(full: FullExplanation, voice: Voice) -> Document:
    """Return what was chosen and why, the groups covered, and why everything else was left out."""
    explanation = full.explanation
    losses = {each.exercise: each for each in full.without}
    remarks = [Item(sentence(reason, voice)) for reason in explanation.remarks]
    if explanation.certificate is not None:
        remarks.append(Item(certificate(explanation.certificate, voice)))
    return Document(
        (
            Heading(voice.say("explanation.title"), 1),
            Paragraph(voice.say("explanation.points")),
            Heading(voice.say("explanation.chosen")),
            Items(
                tuple(
                    _chosen(item, explanation, losses.get(item.exercise), voice)
                    for item in explanation.items
                )
            ),
            Heading(voice.say("explanation.proof")),
            Items(tuple(remarks)),
            Heading(voice.say("explanation.groups")),
            _groups(explanation, voice),
            *_verdicts(full.left_out, voice),
        )
    )


def _chosen(
    item: ItemExplanation, explanation: Explanation, loss: ItemLoss | None, voice: Voice
) -> Item:
    why = why_item(item, explanation, voice)
    made_of = voice.listed((sentence(reason, voice) for reason in item.made_of), "list.comma")
    notes = [
        voice.say(
            "explanation.made-of",
            worth=item.worth,
            time=voice.clock(item.seconds),
            parts=made_of,
            basis=voice.label(item.basis),
        )
    ]
    if loss is not None:
        notes.append(_without(loss, voice))
    return Item(why.text, why.lead, tuple(notes))


def _without(loss: ItemLoss, voice: Voice) -> str:
    if loss.loss is None:
        return voice.say("explanation.needed")
    return voice.say(
        "explanation.without" if loss.loss else "explanation.without-none", loss=loss.loss
    )


def _groups(explanation: Explanation, voice: Voice) -> Table:
    columns = ("group", "chosen", "bonus", "eligible")
    return Table(
        tuple(voice.say(f"column.{column}") for column in columns),
        tuple(
            (voice.label(each.group), str(each.items), str(each.bonus), str(each.eligible))
            for each in explanation.coverage
        ),
    )


def _verdicts(left: Sequence[Verdict], voice: Voice) -> Iterator[Part]:
    for code in ReasonCode:
        verdicts = [each for each in left if each.reasons[0].code is code]
        if verdicts:
            yield Heading(counted(LeftOut(code.value, len(verdicts)), voice))
            yield Items(
                tuple(
                    Item(
                        voice.listed(
                            (sentence(reason, voice) for reason in each.reasons), "list.semicolon"
                        ),
                        f"{voice.name(each.exercise)}:",
                    )
                    for each in verdicts
                )
            )


def counted(count: LeftOut, voice: Voice) -> str:
    """Return how many exercises were left out for one reason."""
    key = f"left-out.{count.code}"
    known = key if voice.words.has(key) else "left-out.other"
    return voice.say(known, exercises=count.exercises, code=count.code)


def left_out(counts: Sequence[LeftOut], voice: Voice) -> str:
    """Return in one sentence how many exercises were left out, and for what, most first."""
    ordered = sorted(counts, key=lambda each: (-each.exercises, each.code))
    said = voice.listed((counted(each, voice) for each in ordered), "list.comma")
    return voice.say("left-out", exercises=sum(each.exercises for each in counts), counts=said)


def certificate(proof: Certificate, voice: Voice) -> str:
    """Return in one sentence what proves that no routine is worth more."""
    return voice.say(
        "certificate" if proof.open_options else "certificate.none",
        worth=proof.worth,
        bound=(proof.bound + proof.room)
        // proof.scale,  # worth x scale - seconds is under the bound
        open_options=proof.open_options,
    )


def why_item(
    item: ItemExplanation, explanation: Explanation, voice: Voice, include: Sequence[str] = ()
) -> Item:
    """Return why *item* is there: what it covers, its share of the worth, what nearly replaced it."""
    covered = next((each for each in explanation.coverage if each.group is item.covers), None)
    bonus = covered.bonus // covered.items if covered and covered.items else 0
    covers = voice.say(
        "why.covers",
        group=voice.label(item.covers),
        share=voice.percent(item.worth + bonus, explanation.worth),
    )
    rival = _rival(item, explanation, voice, include)
    said = voice.listed([covers, rival], "list.semicolon") if rival else covers
    return Item(said, f"{voice.name(item.exercise)}:")


def _rival(
    item: ItemExplanation, explanation: Explanation, voice: Voice, include: Sequence[str]
) -> str:
    if item.runner_up is None or item.loss is None:
        if item.exercise in include:
            return voice.say("why.asked-for")
        is_changed = explanation.certificate is None  # something better may fit in its place
        return "" if is_changed else voice.say("why.no-rival")
    whole = explanation.worth
    rival = voice.name(item.runner_up)
    if item.loss == 0:
        return voice.say("why.rival-level", rival=rival)
    if 200 * item.loss < whole:  # under half a percent
        return voice.say("why.rival-close", rival=rival)
    return voice.say("why.rival", rival=rival, less=voice.percent(item.loss, whole))


def why_not_document(answer: WhyNot, voice: Voice) -> Document:
    """Return why one exercise is, or is not, in a routine."""
    name = voice.name(answer.exercise)
    title = voice.say("why-not.chosen" if answer.chosen else "why-not.title", exercise=name)
    parts: list[Part] = [Heading(title, 1)]
    if answer.reasons:
        parts.append(Items(tuple(Item(sentence(reason, voice)) for reason in answer.reasons)))
    if not answer.chosen:
        parts += [Paragraph(_cost(answer, voice)), Paragraph(_least_minutes(answer, voice))]
    return Document(tuple(parts))


def _cost(answer: WhyNot, voice: Voice) -> str:
    if answer.loss_if_included is None:
        return voice.say("why-not.impossible")
    if answer.loss_if_included == 0:
        return voice.say("why-not.free")
    return voice.say("why-not.cost", loss=answer.loss_if_included)


def _least_minutes(answer: WhyNot, voice: Voice) -> str:
    if answer.least_minutes is None:
        return voice.say("why-not.never")
    return voice.say("why-not.minutes", minutes=answer.least_minutes)
