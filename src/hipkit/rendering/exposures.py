"""What an exercise exposes the body to, in words: a property and the word it has.

Rule: a property's words may come from several lists, because conditions look at more than `Exposures`.
"""

from __future__ import annotations

from enum import StrEnum

from ..model import (
    AdductorLength,
    AdductorLoad,
    Balance,
    BandPlace,
    Contact,
    EndRange,
    EndRangeDirection,
    HamstringLength,
    HipBend,
    Impact,
    InwardTurn,
    Kind,
    KneeBend,
    LoadKind,
    Midline,
    OneLegLoad,
    OutsideLoad,
    Position,
    RolledArea,
    Spine,
    Strain,
)
from .voice import Voice

WORDS_OF: dict[str, tuple[type[StrEnum], ...]] = {
    "hip_bend_loaded": (HipBend,),
    "hip_bend_passive": (HipBend,),
    "knee_bend_loaded": (KneeBend,),
    "crosses_midline": (Midline,),
    "turn_in_when_bent": (InwardTurn,),
    "end_range": (EndRange,),
    "end_range_directions": (EndRangeDirection,),
    "hamstring_long": (HamstringLength,),
    "adductor_load": (AdductorLoad,),
    "adductor_long": (AdductorLength,),
    "one_leg_load": (OneLegLoad,),
    "pelvis_drops": (),
    "impact": (Impact, Kind),
    "jerk": (),
    "spine": (Spine,),
    "balance": (Balance,),
    "strain": (Strain,),
    "forefoot_stance": (),
    "outside_load": (OutsideLoad,),
    "lever_at_knee": (),
    "rolled_areas": (RolledArea,),
    "positions": (Position,),
    "contacts": (Contact,),
    "kind": (Kind,),
    "load": (LoadKind, BandPlace),
    "record": (),
}
"""The word lists of every property that a reason may name; none where it is true or false."""


def exposure(property: str, word: str, voice: Voice) -> str:
    """Return a property with its *word*; a true one is said by its name alone."""
    key = f"property.{property}"
    said = voice.say(key) if voice.words.has(key) else property
    if word.replace(" ", "-") == "not-stated":
        return voice.say("exposure.not-stated", property=said)
    if word in ("", "yes"):
        return said
    lists = [words for words in WORDS_OF.get(property, ()) if word in words.__members__.values()]
    shown = voice.label(lists[0](word)) if lists else word
    return voice.say("exposure.stated", property=said, word=shown)
