"""How much of an exercise: the line that a routine and an exercise share.

Rule: everything that a person must do is said, and nothing that goes without saying. Counts are always
per side or per way, and the line says so.
"""

from __future__ import annotations

from ..model import CountOf, DoseBand, Exercise, Kind, Laterality, Span
from .voice import Voice, number

_USUAL_TEMPO = (2.0, 0.0, 2.0, 0.0)
_HAS_RESERVE = ("repetitions", "steps", "landings")


def shape_of(band: DoseBand) -> str:
    """Return what a set looks like: what is counted, or `hold` or `holds` where nothing moves."""
    still = band.lift == band.lower == 0 and band.typical_hold > 0
    if band.count_of is CountOf.REPETITIONS and still:
        return "hold" if band.count.high == 1 else "holds"
    return band.count_of.value


def amount(voice: Voice, laterality: Laterality, band: DoseBand, sets: Span) -> str:
    """Return sets, counts and sides, such as '2 × 12–20 each side'."""
    shape = shape_of(band)
    if shape == "seconds":
        low, high = band.count.low, band.count.high
        if laterality is Laterality.BOTH_TOGETHER and band.rest == 0:
            low, high, sets = low * sets.low, high * sets.high, Span(1, 1)
        said = voice.duration(low, high)
    else:
        count, hold = voice.spanned(band.count), voice.spanned(band.hold)
        said = voice.say(f"dose.{shape}", count=count, hold=hold)
    if shape == "holds" and sets.high > 1:
        said = voice.say("dose.sets-of", sets=voice.spanned(sets), amount=said)
    elif sets.high > 1 or shape == "repetitions":
        said = voice.say("dose.sets", sets=voice.spanned(sets), amount=said)
    return voice.say(f"dose.{laterality.value}", amount=said)


def effort(voice: Voice, band: DoseBand) -> str:
    """Return how hard it should be: the word, and the reserve where repetitions can be counted."""
    word = voice.label(band.effort.word)
    reserve = band.effort.reserve
    if reserve is None or shape_of(band) not in _HAS_RESERVE:
        return word
    low, high = reserve
    if high is None:
        return voice.say("effort.reserve-at-least", word=word, low=low)
    return voice.say("effort.reserve", word=word, reserve=voice.span(low, high))


def names_reserve(band: DoseBand) -> bool:
    """Return whether the effort of *band* is said with repetitions in reserve."""
    return band.effort.reserve is not None and shape_of(band) in _HAS_RESERVE


def tempo(voice: Voice, kind: Kind, band: DoseBand) -> str:
    """Return the seconds of each part of a repetition, or nothing where they are the usual ones."""
    parts = (band.lift, band.typical_hold, band.lower, band.pause)
    moves = band.lift > 0 or band.lower > 0
    if shape_of(band) != "repetitions" or not moves or parts == _USUAL_TEMPO:
        return ""
    there, back = ("out", "back") if kind is Kind.DYNAMIC_MOBILITY else ("lift", "lower")
    said = [
        voice.say(f"tempo.{part}", seconds=seconds)
        for part, seconds in (
            (there, number(band.lift)),
            ("hold", voice.spanned(band.hold)),
            (back, number(band.lower)),
            ("pause", number(band.pause)),
        )
        if seconds != "0"
    ]
    return voice.listed(said, "list.comma")


def dose_facts(voice: Voice, exercise: Exercise, band: DoseBand, sets: Span) -> list[str]:
    """Return all that a line says about a dose: amount, effort, tempo, rest."""
    rest = ""
    if sets.high > 1 and band.rest > 0:
        rest = voice.say("dose.rest", rest=voice.duration(band.rest, band.rest))
    said = [
        amount(voice, exercise.laterality, band, sets),
        effort(voice, band),
        tempo(voice, exercise.kind, band),
        rest,
    ]
    return [fact for fact in said if fact]
