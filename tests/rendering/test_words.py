"""Words: every term has a label, every reason a sentence, and no sentence claims too much."""

from __future__ import annotations

import re
from enum import StrEnum
from importlib.resources import files
from string import Formatter

import attrs
import pytest

from hipkit.catalogue import load_safety
from hipkit.errors import RequestError
from hipkit.model import (
    ChangeKind,
    Exposures,
    NoticeMoment,
    OrderedWord,
    Reason,
    ReasonCode,
    Template,
    Word,
    because,
    vocabulary,
)
from hipkit.rendering.exposures import WORDS_OF
from hipkit.rendering.reasons import sentence
from hipkit.rendering.voice import Voice, key_of
from hipkit.translating import LANGUAGES, load_words

WORDS = load_words()
VOICE = Voice(WORDS)
LISTS = sorted(
    {
        each
        for each in vars(vocabulary).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each not in (Word, OrderedWord)
    },
    key=lambda each: each.__name__,
)
FACTS: dict[ReasonCode, dict[str, int | str]] = {
    ReasonCode.RETIRED: {"replaced_by": "side-lunge"},
    ReasonCode.NO_DOSE: {"goal": "recovery", "level": "beginner"},
    ReasonCode.LEVEL: {"needs": "advanced", "has": "beginner"},
    ReasonCode.NOT_FOR_GOAL: {"goal": "mobility", "kind": "strength"},
    ReasonCode.UNSAFE_FOR_LEVEL: {"property": "impact", "word": "one-leg", "needs": "advanced"},
    ReasonCode.EQUIPMENT: {"any_of": "chair,bench,step"},
    ReasonCode.POSITION: {"position": "plank"},
    ReasonCode.CAUTION: {"caution": "knee-pain", "property": "knee_bend_loaded", "word": "over-90"},
    ReasonCode.EXCLUDED: {},
    ReasonCode.OWN_RULE: {"rule": "no_lunges", "why": "no lunges here"},
    ReasonCode.FAMILY_SERVED: {"by": "clamshell"},
    ReasonCode.TOO_LONG: {"seconds": 130, "room": 65},
    ReasonCode.NOT_WORTH_ITS_TIME: {"worth": -3},
    ReasonCode.OUTBID: {"worth": 900, "seconds": 130, "price": 7, "least_loss": 1},
    ReasonCode.GRADE: {"percent": 72},
    ReasonCode.FOCUS: {"percent": 150},
    ReasonCode.OWN_LEVEL: {"percent": 70},
    ReasonCode.SETS: {"percent": 76},
    ReasonCode.PRIORITY: {"percent": 93},
    ReasonCode.ONE_SIDED: {"percent": 160},
    ReasonCode.KIND: {"percent": 75},
    ReasonCode.LOADED: {"percent": 110},
    ReasonCode.PLACE: {"percent": 60},
    ReasonCode.CHANGE_OVER: {"worth": 2300},
    ReasonCode.RECENT: {"percent": 60},
    ReasonCode.VARIETY: {"percent": 81},
    ReasonCode.SATURATED: {"useful_minutes": 45},
    ReasonCode.NOTHING_MORE: {"spared": 12},
    ReasonCode.UNKNOWN_RECENT: {"ids": "one,two,three"},
    ReasonCode.SEED_WITHOUT_EFFECT: {},
    ReasonCode.CATALOGUE_DIFFERS: {},
    ReasonCode.RESTORED: {},
    ReasonCode.EASIER: {"changes": "lever,range"},
    ReasonCode.HARDER: {"changes": "load"},
    ReasonCode.SAME_FAMILY: {"family": "clamshell"},
    ReasonCode.OTHER_GROUP: {"group": "hinge"},
    ReasonCode.NO_ALTERNATIVE: {"group": "hinge"},
    ReasonCode.CANNOT_STAY: {},
    ReasonCode.NOT_WEIGHED: {},
    ReasonCode.SUBSTITUTED: {"instead_of": "clamshell", "name": "Clamshell", "loss": 12},
    ReasonCode.RESIZED: {"minutes": 20},
    ReasonCode.PROTOCOL_DOSE: {"source": "MCKAY20", "printed": "Hip hikes"},
    ReasonCode.PROTOCOL_BLANK: {"field": "sets", "used": "1"},
    ReasonCode.PROTOCOL_DIFFERS: {"how": "done with a band there"},
    ReasonCode.PROTOCOL_MISSING: {"printed": "Monster x walk", "why": "not in the catalogue"},
    ReasonCode.PROTOCOL_STEPS: {"printed": "Side plank", "step": 1, "steps": 2},
    ReasonCode.INCLUDE_NOT_ELIGIBLE: {},
    ReasonCode.INCLUDES_OF_ONE_FAMILY: {"ids": "one,two", "family": "one"},
    ReasonCode.INCLUDES_OVER_LIMIT: {"group": "hinge", "most": 2},
    ReasonCode.INCLUDES_OVER_TIME: {"seconds": 700, "room": 300, "phase": "main"},
    ReasonCode.NO_MAIN_ITEM: {"goal": "strength"},
    ReasonCode.MAIN_ITEM_TOO_LONG: {"seconds": 700, "room": 300},
    ReasonCode.LANDING_WITHOUT_WARM_UP: {"seconds": 65, "room": 20},
    ReasonCode.ADVICE_ONLY: {"caution": "groin-pain", "goal": "activation"},
}
BANNED = (
    r"prevent\w* (\w+ )?injur", r"injury.?proof", r"bullet.?proof", r"\bcur(e|es|ed|ing)\b", r"\bheal",
    r"\bfix(es|ing)\b", r"treatment for", r"\brehab", r"correct\w* your", r"adhesion", r"scar tissue",
    r"lengthen\w* the it", r"detox", r"lactic", r"(sleeping|lazy) glute", r"amnesia", r"activates \d",
    r"best exercise", r"guarantee", r"safe for everyone", r"pain-free in", r"no pain,? no gain",
    r"push through", r"\bburn", r"medically approved", r"doctor-recommended", r"diagnos", r"itbs|\bfai\b",
    r"clean bill", r"pass the toes", r"run\w* faster", r"speeds? recovery", r"stops? soreness",
)  # fmt: skip
"""Claims that must not appear in any inflection (practice, section 5)."""


@pytest.mark.parametrize("words", [*LISTS, NoticeMoment], ids=lambda each: each.__name__)
def test_every_vocabulary_word_has_a_label(words: type[StrEnum]) -> None:
    """Nobody is shown a bare code."""
    assert [key_of(word) for word in words if not WORDS.has(key_of(word))] == []


def test_the_vocabulary_was_found() -> None:
    """The test above looks at real lists."""
    assert len(LISTS) > 40


def test_every_change_and_every_property_has_words() -> None:
    """A refusal can always say what would help, and a caution what it spares."""
    assert all(WORDS.has(f"change-kind.{kind.value}") for kind in ChangeKind)
    assert {field.name for field in attrs.fields(Exposures)} <= set(WORDS_OF)
    assert all(WORDS.has(f"property.{property}") for property in WORDS_OF)


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_a_sentence(code: ReasonCode) -> None:
    """With the facts that its code promises, a reason reads as language."""
    said = sentence(because(code, "clamshell", **FACTS[code]), VOICE)
    assert said
    assert f"{code.value} (" not in said
    assert "{" not in said
    assert not any(code in said for code in ("knee-pain", "groin-pain", "over-90", "one-leg"))


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("equipment", {"any_of": "chair,bench,step"}, "a chair, a bench or a step"),
        ("too-long", {"seconds": 130, "room": 65}, "at least 2:10\u00a0min"),
        ("outbid", {"worth": 9, "seconds": 60, "price": 1, "least_loss": 0}, "better spent"),
        ("outbid", {"worth": 9, "seconds": 60, "price": 1, "least_loss": 1}, "1 point or more"),
        ("retired", {"replaced_by": ""}, "retired"),
        ("easier", {"changes": "lever,stability,hope"}, "lever, balance and hope"),
        ("substituted", {"name": "Clamshell", "loss": 1}, "1 point less"),
        ("substituted", {"name": "Clamshell", "loss": 0}, "worth as much"),
        ("substituted", {"name": "Clamshell", "loss": -2}, "2 points more"),
        ("includes-over-time", {"seconds": 60, "room": 30, "phase": ""}, "room for 0:30"),
        ("caution", {"caution": "knee-pain", "property": "jerk", "word": "yes"}, "swinging"),
        ("caution", {"caution": "withheld", "property": "jerk", "word": "yes"}, "was not stored"),
        (
            "caution",
            {"caution": "knee-pain", "property": "impact", "word": "not-stated"},
            "(not stated, so counted as the worst)",
        ),
        (
            "unsafe-for-level",
            {"property": "load", "word": "ankles", "needs": "advanced"},
            "band round",
        ),
    ],
)
def test_facts_are_shown_as_people_say_them(
    code: str, facts: dict[str, int | str], said: str
) -> None:
    """Codes become labels, seconds become minutes, lists become phrases."""
    assert said in sentence(because(ReasonCode(code), **facts), VOICE)


def test_a_reason_that_no_sentence_fits_is_still_shown() -> None:
    """A stored text from elsewhere cannot break an answer."""
    assert sentence(because(ReasonCode.TOO_LONG, seconds=5), VOICE) == "too-long (seconds 5)"
    odd = Reason(ReasonCode.RETIRED, "", (("key", 1), ("replaced_by", "{no}")))
    assert sentence(odd, VOICE) == "retired (key 1, replaced_by {no})"


@pytest.mark.parametrize("template", WORDS.templates, ids=lambda each: each.key)
def test_every_template_fills(template: Template) -> None:
    """Blanks are plain names, both forms use the same ones, and the number that chooses is one."""
    blanks = {name for _, name, _, _ in Formatter().parse(template.other) if name is not None}
    assert all(name.isidentifier() for name in blanks)
    for number in (1, 2):
        filled = template.fill(dict.fromkeys({*blanks, template.by}, number))
        assert filled
        assert "{" not in filled
    if template.one:
        ones = {name for _, name, _, _ in Formatter().parse(template.one) if name is not None}
        assert ones == blanks
        assert template.by in blanks


def test_no_key_stands_twice() -> None:
    """Labels and sentences share one set of keys."""
    keys = [template.key for template in WORDS.templates]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("claim", BANNED)
def test_no_words_claim_too_much(claim: str) -> None:
    """Nothing is promised that no study has shown."""
    said = [form for template in WORDS.templates for form in (template.one, template.other)]
    assert [text for text in said if re.search(claim, text, re.IGNORECASE)] == []


def test_caution_labels_are_those_of_the_safety_rules() -> None:
    """A caution reads the same wherever it is chosen and wherever it is named."""
    for rule in load_safety().cautions:
        assert WORDS.say(f"caution.{rule.caution.value}") == rule.label


def test_every_language_has_its_folder() -> None:
    """The list of languages is the list of folders."""
    folders = files("hipkit").joinpath("data", "words").iterdir()
    assert sorted(LANGUAGES) == sorted(folder.name for folder in folders if folder.is_dir())


def test_words_are_read_once() -> None:
    """Loading again costs nothing."""
    assert load_words() is load_words("en")


@pytest.mark.parametrize("language", ["eng", "../en", "", "EN"])
def test_an_unknown_language_names_those_there_are(language: str) -> None:
    """A wrong language is refused before any path is made of it."""
    with pytest.raises(RequestError, match="en") as refused:
        load_words(language)
    assert [problem.path for problem in refused.value.problems] == ["language"]
