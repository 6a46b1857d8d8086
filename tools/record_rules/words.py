"""What people read: claims, reading ease, length, sides and doses, kit, copied steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import pyphen  # type: ignore[import-untyped]  # it ships no types

from .reading import Record, World
from .registry import always, invariant, must
from .vocabulary import KIT_WORDS, says

EASE = 60
"""Flesch reading ease of plain English; 60 to 70 is what a thirteen-year-old reads easily."""

ALIKE = 0.75
"""How alike the steps of two families may be, word for word, of 1."""

LONGEST_STEP = 15
LONGEST_RECORD = 250
HYPHENS = pyphen.Pyphen(lang="en_GB")
BANNED = [
    r"\bprevent\w*\b[^.]*\b(injur|pain|problem)", r"\binjur\w*[^.]{0,20}\bprevent", r"injury.proof",
    r"bullet.?proof", r"\bcur(e|es|ed|ing)\b", r"\bheal(s|ed|ing)?\b",
    r"\bfix(es|ing)? (your|tight|weak|bad|poor|(the|a) (hip|knee|posture|pain))\b",
    r"\btreat(s|ed|ing|ment)?\b(?! (it |them )?as\b)", r"\brehab(ilitat\w+)? programmes? for",
    r"\bcorrect(s|ing)? (your )?(posture|gait|imbalance)", r"adhesion", r"scar tissue",
    r"lengthen\w* the it band", r"detox", r"lactic", r"\b(sleeping|lazy|sleepy|dead) (glute|butt|muscle)",
    r"amnesia", r"\bactivates? \d", r"\bbest (exercise|stretch)", r"guarantee",
    r"\bsafe for (every|all)", r"pain.free in", r"no pain,? no gain",
    r"\bpush(ing)? through (the |your )?pain", r"\bburn(s|ing|ed)?\b", r"medically approved",
    r"(doctor|physio\w*).recommended", r"\bdiagnos(e|es|is) (you|your|what)", r"clean bill of health",
    r"\bif you have (itbs|fai|tendin\w+|bursitis|arthritis)", r"knees? must not (pass|go past)",
    r"\b(run|running|runs) faster", r"\bspeeds? (up )?(your )?recovery", r"\bstops? soreness",
    r"your (weak|tight|bad|poor|lazy) (hips?|glutes?|posture)", r"\b(slim|ton)(s|es|ing|med) ",
    r"\b(ladies|girls|feminine|manly|belly fat|bikini)\b",
]  # fmt: skip
"""Claims, not letters: a fixed knee may stand, a fix for the knee may not."""


def claims(text: str) -> list[str]:
    """Return the banned claims in *text*, with some of what stands around each."""
    return [
        text[max(0, found.start() - 20) : found.end() + 20]
        for pattern in BANNED
        for found in re.finditer(pattern, text, re.IGNORECASE)
    ]


def words_in(text: str) -> list[str]:
    """Return the words of *text*."""
    return re.findall(r"[A-Za-z][A-Za-z'’]*", text)


def sentences_in(text: str) -> list[str]:
    """Return the sentences of *text*."""
    return [each for each in re.split(r"[.!?:;]+(?:\s|$)", text) if words_in(each)]


def syllables(word: str) -> int:
    """Return how many syllables are heard: what a hyphenator finds, or the groups of vowels if more.

    British hyphenation leaves short parts together (away, open), so alone it flatters the text.
    """
    vowels = re.findall(r"[aeiouy]+", re.sub(r"(?<![aeiouyl])e$", "", word.lower()))
    return max(len(HYPHENS.positions(word)) + 1, len(vowels))


def ease(parts: list[str]) -> float:
    """Return the Flesch reading ease of texts, each of which ends a sentence."""
    sentences = [sentence for part in parts for sentence in sentences_in(part)]
    words = [word for sentence in sentences for word in words_in(sentence)]
    spoken = sum(syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * spoken / len(words)


@invariant(
    "an exercise makes no banned claim", "it may help; it does not prevent, cure, treat or promise"
)
def honest_exercise(record: Record, _: World) -> Iterator[str]:
    """Yield each banned claim in the words or names."""
    yield from claims(" ".join([*record.told, *record.names]))


@invariant(
    "no other text makes a banned claim",
    "titles of studies are exempt, nothing else is",
    of="texts",
)
def honest_text(record: Record, _: World) -> Iterator[str]:
    """Yield each banned claim in a label, notice, tip, reason or rule."""
    yield from claims(record["text"])


@invariant(
    "words are easy to read", "Flesch reading ease of all the words of a record is 60 or more"
)
def easy(record: Record, _: World) -> Iterator[str]:
    """Yield the reading ease that is too low."""
    if (found := ease(record.told)) < EASE:
        yield f"reading ease {found:.0f}"


must(
    "no digits in the words",
    "how many and how long is the dose's to say; the words hold no digit",
    always,
    lambda record: not re.search(r"\d", record.text),
)
must(
    "no left or right in the words",
    "it is the working, top or front leg, never the left or the right",
    always,
    lambda record: (
        not says(r"\bleft\b|\bright (leg|foot|knee|hip|hand|arm|side|thigh)", record.text)
    ),
)


@invariant("steps are short", "no sentence of a step has more than fifteen words")
def short_steps(record: Record, _: World) -> Iterator[str]:
    """Yield each sentence of a step that is too long."""
    for step in record.words["steps"]:
        for sentence in re.split(r"[.!?](?:\s|$)", step):
            if len(sentence.split()) > LONGEST_STEP:
                yield f"{len(sentence.split())} words: {sentence}"


@invariant("records are short", "no record has more than two hundred and fifty words")
def short_records(record: Record, _: World) -> Iterator[str]:
    """Yield how many words are too many."""
    if (number := len(record.text.split())) > LONGEST_RECORD:
        yield f"{number} words"


@invariant(
    "kit that is needed is spoken of",
    "each group of needs has a thing in the words",
    lambda r: bool(r.kit),
)
def kit_is_used(record: Record, _: World) -> Iterator[str]:
    """Yield each group of needs of which no thing, or not each, is spoken of."""
    for any_of in record["needs"]:
        spoken = [kit for kit in any_of if says(KIT_WORDS[kit], record.text)]
        if not spoken:
            yield f"never speaks of {' or '.join(any_of)}"


@invariant(
    "a step height is said",
    "who steps on a step has its height as a fact, and the words say low or tall",
)
def step_heights(record: Record, _: World) -> Iterator[str]:
    """Yield a step without a height, or a height without a step."""
    if ["step"] in record["needs"] and not record.get("step_height"):
        yield "stands on a step of no height"
    if record.get("step_height") and "step" not in record.kit:
        yield "has a height without a step"
    if record.get("step_height") and not says(r"\b(low|middle|tall|high)\b", record.doing):
        yield "does not say how high"


def likeness(one: Record, other: Record) -> float:
    """Return how alike the joined steps are, word for word; 0 where a quick look says at most half."""
    first, second = (words_in(" ".join(each.words["steps"]).lower()) for each in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0.5 else 0.0


def closest(world: World, number: int) -> list[tuple[float, str, str]]:
    """Return the pairs of different families whose steps are most alike."""
    pairs = combinations(world.exercises.values(), 2)
    found = [(likeness(a, b), a.id, b.id) for a, b in pairs if a["family"] != b["family"]]
    return sorted(found, reverse=True)[:number]


@invariant(
    "no steps are copied between families", f"steps of two families are alike to {ALIKE} at most"
)
def own_steps(record: Record, world: World) -> Iterator[str]:
    """Yield each exercise of another family with nearly the same steps."""
    for other in world.exercises.values():
        apart = other["family"] != record["family"] and other.id > record.id
        if apart and (ratio := likeness(record, other)) > ALIKE:
            yield f"{ratio:.2f} like {other.id}"
