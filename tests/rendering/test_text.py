"""Text: safety first, every line within its width, and nothing that steers a terminal."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import hipkit
from hipkit import build_routine, explain, render, to_markdown, to_text
from hipkit.errors import NoRoutine, RequestError, SeekAdvice
from hipkit.model import (
    Caution,
    CautionNote,
    Change,
    ChangeKind,
    CountOf,
    Criterion,
    DoseBand,
    Effort,
    EffortScale,
    EffortWord,
    Exercise,
    FullExplanation,
    Goal,
    ItemLoss,
    Kind,
    Laterality,
    Level,
    Notice,
    NoticeMoment,
    Phase,
    ReasonCode,
    Relaxation,
    Request,
    RequestChange,
    Routine,
    Rung,
    Slot,
    Span,
    Status,
    WhyNot,
    because,
)
from hipkit.rendering import Document, Heading, Item, Items, Paragraph, Table
from hipkit.rendering.doses import dose_facts
from hipkit.rendering.text import clean, in_ascii, write_text
from hipkit.rendering.voice import Voice
from hipkit.testing import exercises, routines, sample_catalogue, sample_exercise
from hipkit.translating import load_words

VOICE = Voice(load_words())
PULL = Effort(EffortScale.PULL, EffortWord.MILD_PULL)
FORM = Effort(EffortScale.FORM, EffortWord.CLEAN_FORM)
EASY = Effort(EffortScale.RESERVE, EffortWord.EASY)
STEERING = "\x00\x07\x08\x1b\x7f\x9b\u061c\u200e\u200f\u202e\u2066\u2069\ufeff"
any_text = st.text(max_size=80) | st.text(STEERING + "ab \n", max_size=20)


@cache
def sample_routine() -> Routine:
    """Return a routine of the hand-made catalogue."""
    return build_routine(catalogue=sample_catalogue())


def flat(text: str) -> str:
    """Return *text* without its line breaks, so that a wrapped sentence can be found."""
    return " ".join(text.split())


def line(kind: Kind = Kind.STRENGTH, **fields: Any) -> str:
    """Return the line of a dose, as a routine shows it."""
    laterality = fields.pop("laterality", Laterality.ONE_SIDED)
    sets = fields.pop("sets", 2)
    exercise = evolve(sample_exercise(), laterality=laterality, kind=kind)
    band = DoseBand(Goal.STRENGTH, Level.BEGINNER, Span(1, 3), **fields)
    facts = dose_facts(VOICE, exercise, band, Span(sets, sets))
    return " · ".join(facts).replace("\u00a0", " ")


def width_of(text: str) -> int:
    """Return the places of a line that *text* fills in a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


# what a line says of a dose


def test_repetitions_name_sets_sides_effort_and_rest() -> None:
    """The usual tempo goes without saying; the rest does not."""
    assert line(count=Span(12, 20)) == "2 × 12–20 each side · light, 4–5 in reserve · rest 45 s"


def test_a_single_set_has_no_rest() -> None:
    """There is nothing to rest between."""
    assert (
        line(sets=1, count=Span(8, 8), effort=EASY)
        == "1 × 8 each side · easy, 6 or more in reserve"
    )


def test_a_hold_is_said_in_seconds_without_repetitions_in_reserve() -> None:
    """Nobody can count repetitions of a hold."""
    said = line(count=Span(1, 1), lift=0.0, lower=0.0, hold=Span(20, 30), rest=60)
    assert said == "2 × 20–30 s hold each side · light · rest 60 s"


def test_several_holds_are_counted() -> None:
    """One set of holds needs no 'one set of'."""
    dose: dict[str, Any] = {"count": Span(5, 5), "lift": 0.0, "lower": 0.0, "hold": 10.0}
    both = Laterality.BOTH_TOGETHER
    assert line(sets=1, laterality=both, **dose) == "5 × 10 s holds · light"
    assert (
        line(sets=2, rest=120, **dose) == "2 sets of 5 × 10 s holds each side · light · rest 2 min"
    )


def test_steps_are_counted_each_way() -> None:
    """A band walk goes there and back."""
    said = line(count=Span(8, 15), count_of=CountOf.STEPS, laterality=Laterality.EACH_WAY)
    assert said == "2 × 8–15 steps each way · light, 4–5 in reserve · rest 45 s"


def test_raising_the_pulse_is_said_in_whole_minutes() -> None:
    """Blocks without a rest between them are one stretch of time."""
    dose: dict[str, Any] = {"count_of": CountOf.SECONDS, "rest": 0, "effort": EASY}
    both = Laterality.BOTH_TOGETHER
    assert line(sets=3, laterality=both, count=Span(60, 60), **dose) == "3 min · easy"
    assert line(sets=1, laterality=both, count=Span(60, 120), **dose) == "60–120 s · easy"
    assert line(sets=2, count=Span(30, 30), **dose) == "2 × 30 s each side · easy"


def test_breaths_passes_and_landings_are_named_and_plural_safe() -> None:
    """One landing is not 'one landings'."""
    both = Laterality.BOTH_TOGETHER
    breaths = line(
        sets=1, laterality=both, count=Span(6, 10), count_of=CountOf.BREATHS, effort=EASY
    )
    assert breaths == "6–10 breaths · easy"
    passes = line(sets=1, count=Span(20, 20), count_of=CountOf.PASSES, effort=PULL)
    assert passes == "20 passes each side · mild pull"
    assert line(sets=1, count=Span(1, 1), count_of=CountOf.LANDINGS).startswith("1 landing each")
    assert line(sets=2, count=Span(3, 5), count_of=CountOf.LANDINGS).startswith("2 × 3–5 landings")


def test_an_unusual_tempo_is_spelled_out() -> None:
    """Never as digits, which are read in two orders."""
    said = line(count=Span(6, 6), lift=2.0, hold=1.0, lower=4.0, pause=0.5, effort=FORM)
    assert "lift 2 s, hold 1 s, lower 4 s, pause 0.5 s" in said
    swing = line(Kind.DYNAMIC_MOBILITY, count=Span(8, 8), lift=1.0, lower=1.0, effort=FORM)
    assert "1 s out, 1 s back" in swing


def test_sides_in_turn_are_said() -> None:
    """An alternating count is per side, and the line says so."""
    assert line(count=Span(8, 8), laterality=Laterality.ALTERNATING).startswith(
        "2 × 8 each side, in"
    )


# a routine


def test_a_routine_opens_with_what_it_is_and_how_long_it_takes() -> None:
    """The title says what was asked for; the time is a typical one with a range."""
    routine = sample_routine()
    title, time, *_ = to_text(routine).split("\n")
    low, high = routine.seconds_range
    assert title == "Hip strength for runners, 20 min, beginner, no kit"
    assert time == (
        f"about {round(routine.seconds / 60)} min; allow {low // 60} to {-(-high // 60)}"
    )


def test_the_kit_asked_for_is_in_the_title() -> None:
    """Somebody who reads it later knows what to lay out."""
    routine = build_routine(catalogue=sample_catalogue(), equipment=["chair", "step", "bench"])
    assert "with bench, chair and step" in flat(to_text(routine))


@given(routines(), st.sampled_from(["unicode", "ascii"]), st.integers(20, 120))
def test_every_notice_of_a_routine_is_shown(routine: Routine, characters: Any, width: int) -> None:
    """Whatever the form and the width, nothing that keeps a person safe is lost."""
    shown = to_text(routine, width=width, characters=characters).replace("\n", " ")
    for notice in routine.notices:
        text = in_ascii(notice.text) if characters == "ascii" else notice.text
        assert "".join(text.split()) in "".join(shown.split())


def test_notices_for_before_and_during_stand_ahead_of_the_first_exercise() -> None:
    """Safety comes first; what is for afterwards follows the last exercise."""
    text = flat(to_text(sample_routine()))
    first = text.index(f"1. {sample_routine().slots[0].exercise.name}")
    last = text.index(f". {sample_routine().slots[-1].exercise.name} ·")
    for notice in sample_routine().notices:
        place = text.index(notice.text)
        assert place > last if notice.moment is NoticeMoment.AFTER else place < first


def test_the_stops_are_one_line_until_they_are_asked_for() -> None:
    """Text says where they are, and lists them with `more`."""
    routine = sample_routine()
    assert "hipkit routine --stops" in to_text(routine)
    assert routine.stops[0] not in flat(to_text(routine))
    listed = flat(to_text(routine, more=True))
    assert all(stop in listed for stop in routine.stops)
    assert "hipkit routine --stops" not in listed


def test_slots_are_numbered_through_all_phases() -> None:
    """The numbers are those of the routine, not of the phase."""
    routine = sample_routine()
    lines = to_text(routine, width=200).split("\n")
    for number, slot in enumerate(routine.slots, 1):
        assert sum(each.startswith(f"  {number}. {slot.exercise.name} · ") for each in lines) == 1
    assert {slot.phase for slot in routine.slots} > {Phase.MAIN}


def test_a_slot_names_the_easier_way() -> None:
    """The next best thing to a physiotherapist beside the mat."""
    slot = sample_routine().slots[0]
    words = evolve(slot.exercise.instructions, easier_way="Do half of it.")
    changed = evolve(slot, exercise=evolve(slot.exercise, instructions=words))
    routine = evolve(sample_routine(), slots=(changed, *sample_routine().slots[1:]))
    assert "\n     Easier: Do half of it." in to_text(routine)


def test_a_note_for_a_caution_is_shown_to_whom_it_concerns() -> None:
    """Others are not troubled with it."""
    slot = sample_routine().slots[0]
    note = CautionNote(Caution.KNEE_PAIN, "Bend a little less.")
    words = evolve(slot.exercise.instructions, caution_notes=(note,))
    changed = evolve(slot, exercise=evolve(slot.exercise, instructions=words))
    routine = evolve(sample_routine(), slots=(changed, *sample_routine().slots[1:]))
    assert "Bend a little less." not in to_text(routine)
    asked = evolve(routine, request=evolve(routine.request, cautions=(Caution.KNEE_PAIN,)))
    assert "\n     Bend a little less." in to_text(asked)


def test_every_main_item_says_why_it_is_there() -> None:
    """What it is for, what it is worth, and what nearly took its place."""
    text = flat(to_text(sample_routine()))
    why = text[text.index("Why these") :]
    for slot in sample_routine().slots:
        assert (f"{slot.exercise.name}: " in why) is (slot.phase is Phase.MAIN)
    assert "No routine under this policy is worth more than this one's" in why


def test_three_tips_are_shown_and_the_rest_is_said_to_be_there() -> None:
    """A person reads a few; whoever asks for more gets all, in the order stored."""
    routine = build_routine()
    few, all_of_them = flat(to_text(routine)), flat(to_text(routine, more=True))
    assert [tip.text in few for tip in routine.tips] == [True] * 3 + [False] * (
        len(routine.tips) - 3
    )
    assert f"There are {len(routine.tips) - 3} more tips" in few
    places = [all_of_them.index(tip.text) for tip in routine.tips]
    assert places == sorted(places)


def test_a_routine_without_stops_or_tips_has_no_empty_headings() -> None:
    """An app may bring safety rules of its own."""
    bare = evolve(sample_routine(), stops=(), tips=(), notices=())
    text = to_text(bare)
    assert "Before you start" not in text
    assert "Good to know" not in text


# exercises, explanations, refusals


@given(exercises(), st.integers(20, 100))
def test_any_exercise_can_be_shown(exercise: Exercise, width: int) -> None:
    """With everything stated or with nothing but what must be."""
    for shown in (to_text(exercise, width=width), to_text([exercise], width=width)):
        assert all(width_of(each) <= width for each in shown.split("\n"))
    assert "Not clinically reviewed" in to_text(exercise) or exercise.reviewed


def test_a_retired_exercise_says_what_replaced_it() -> None:
    """Somebody who did it for months is not left alone."""
    old = evolve(sample_exercise(), status=Status.RETIRED, replaced_by="new-one")
    assert "retired; new-one takes its place" in to_text(old)
    assert "Status: retired\n" in to_text(evolve(old, replaced_by=None))


def test_several_exercises_make_a_table() -> None:
    """One row each, the ids unbroken, the number below."""
    catalogue = sample_catalogue()
    text = to_text(catalogue)
    assert all(f"\n{id} " in text for id in catalogue.ids)
    assert text.endswith(f"\n{len(catalogue)} exercises")
    assert to_text([sample_exercise()]).endswith("\n1 exercise")
    assert to_text([]) == "0 exercises"


def test_an_explanation_accounts_for_every_exercise() -> None:
    """Chosen or left out, each is named."""
    catalogue = sample_catalogue()
    routine = build_routine(10, catalogue=catalogue)
    text = to_text(explain(routine, catalogue=catalogue))
    assert all(f"{id}:" in text for id in catalogue.ids)
    assert "points. None can have over" in flat(text)


def test_an_item_says_what_the_routine_would_be_without_it() -> None:
    """Less, as good, or none at all; and nothing where nobody has reckoned it."""
    routine = sample_routine()
    first, second, third, *_ = (item.exercise for item in routine.explanation.items)
    without = (ItemLoss(first, None), ItemLoss(second, 0), ItemLoss(third, 1))
    text = flat(to_text(FullExplanation(routine.explanation, without, ())))
    assert "without it there would be no routine" in text
    assert "without it another routine would be worth as much" in text
    assert "without it the best routine would be worth 1 point less" in text
    assert text.count("without it") == 3


def test_a_ladder_names_its_rungs_and_when_to_climb() -> None:
    """Where to go when it is too hard, and when it is too easy."""
    easier = Rung("floor-lift", (Change.LEVER,))
    harder = Rung("band-lift", (Change.LOAD, Change.RANGE), Criterion(20))
    text = flat(to_text(evolve(sample_exercise(), easier=(easier,), harder=(harder,))))
    assert "Easier: floor-lift (changes: lever)" in text
    assert "Harder: band-lift (changes: load, range) when 20 go well in 2 sessions running" in text


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            WhyNot("x", True, (because(ReasonCode.GRADE, percent=70),), 0, 20),
            "x is in the routine.",
        ),
        (WhyNot("x", False, (because(ReasonCode.EXCLUDED),), None, None), "cannot be included"),
        (WhyNot("x", False, (), 0, None), "Including it would cost nothing."),
        (WhyNot("x", False, (), 1, 25), "worth 1 point less."),
        (WhyNot("x", False, (), 7, 25), "From 25 min it comes in by itself."),
        (WhyNot("x", False, (), 7, None), "More time alone does not bring it in."),
    ],
)
def test_why_not_answers_in_sentences(answer: WhyNot, said: str) -> None:
    """What stands in the way, what it would cost, and when it comes in by itself."""
    assert said in to_text(answer)


def test_a_refusal_says_why_and_what_would_help() -> None:
    """In words, with every change of a suggestion."""
    changes = (
        RequestChange(ChangeKind.MINUTES, "12"),
        RequestChange(ChangeKind.EQUIPMENT, "mini-band"),
        RequestChange(ChangeKind.POSITIONS, "side-lying"),
    )
    others = (
        RequestChange(ChangeKind.GOAL, "mobility"),
        RequestChange(ChangeKind.DROP_INCLUDE, "clamshell"),
    )
    refusal = NoRoutine(
        Request(),
        [because(ReasonCode.NO_MAIN_ITEM, goal="strength")],
        [Relaxation(changes, 5), Relaxation(others, 6)],
    )
    text = flat(str(refusal))
    assert "main part of a routine for strength" in text
    assert "allow 12 min, use a mini-band and allow this position: lying on your side" in text
    assert "choose another goal: mobility and do without clamshell" in text
    assert "No small change" in str(NoRoutine(Request()))


def test_advice_comes_first_and_offers_no_way_round() -> None:
    """A stop is not a puzzle to solve."""
    notice = Notice("bone", NoticeMoment.BEFORE, "Have it checked soon.")
    reason = because(ReasonCode.ADVICE_ONLY, caution="groin-pain", goal="activation")
    text = flat(str(SeekAdvice(Request(), [reason], notice)))
    assert text.index("Have it checked soon.") < text.index("activation before a run")
    assert "help" not in text


def test_a_reason_is_one_sentence_on_one_line() -> None:
    """No bullet and no break, unless a width is asked for; led by the exercise that it is about."""
    reason = because(ReasonCode.EXCLUDED, "clamshell")
    assert to_text(reason) == f"clamshell: {to_text(because(ReasonCode.EXCLUDED))}"
    long = because(ReasonCode.FAMILY_SERVED, by=" ".join(["word"] * 500))
    assert "\n" not in to_text(long)
    assert all(len(line) <= 40 for line in to_text(long, width=40).split("\n"))
    assert to_markdown(long).strip() == to_text(long)


def test_a_relaxation_is_one_sentence() -> None:
    """As a button may have it: all its changes, in every form; the refusal says the same."""
    offer = Relaxation(
        (
            RequestChange(ChangeKind.EQUIPMENT, "mini-band"),
            RequestChange(ChangeKind.DROP_INCLUDE, "side-plank"),
        ),
        50,
    )
    said = to_text(offer)
    assert said == "use a mini-band and do without side-plank"
    assert said in hipkit.to_html(offer, form="fragment")
    assert to_markdown(offer).strip() == said
    refusal = NoRoutine(Request(5), [because(ReasonCode.EXCLUDED)], [offer])
    assert f"• {said}" in to_text(refusal)


# characters and widths


@given(any_text)
def test_no_text_reaches_a_terminal_that_could_steer_it(text: str) -> None:
    """Control, escape and bidirectional characters are gone, and lines cannot be forged."""
    for shown in (clean(text), to_text(because(ReasonCode.FAMILY_SERVED, by=text))):
        assert not set(shown) & set(STEERING)
        assert all(char.isprintable() for char in shown.replace("\n", "").replace("\u00a0", ""))


@given(any_text)
def test_ascii_is_ascii(text: str) -> None:
    """Whatever is said, an old terminal can print it."""
    assert in_ascii(text).isascii()
    assert to_text(because(ReasonCode.FAMILY_SERVED, by=text), characters="ascii").isascii()


def test_ascii_keeps_what_can_be_kept() -> None:
    """Near characters stand in for the others, and a question mark for what has none."""
    shown = in_ascii("2 × 12–20 · • › “é” ‘ß’ … œ ½ 走")
    assert shown == "2 x 12-20 - * > \"e\" 'ss' ... oe 1/2 ?"


parts = st.one_of(
    st.builds(Heading, any_text, st.integers(1, 3)),
    st.builds(Paragraph, any_text),
    st.builds(
        Items,
        st.lists(
            st.builds(Item, any_text, any_text, st.lists(any_text, max_size=2).map(tuple)),
            max_size=3,
        ).map(tuple),
        st.none() | st.integers(1, 99),
    ),
    st.integers(1, 3).flatmap(
        lambda columns: st.builds(
            Table,
            st.tuples(*[any_text] * columns),
            st.lists(st.tuples(*[any_text] * columns), max_size=3).map(tuple),
        )
    ),
)


@given(st.lists(parts, max_size=5), st.integers(20, 90), st.sampled_from(["unicode", "ascii"]))
def test_no_line_is_wider_than_asked(drawn: list[Any], width: int, characters: Any) -> None:
    """Not even a word longer than a line, or one of wide characters."""
    text = write_text(Document(tuple(drawn)), width, characters)
    assert all(width_of(each) <= width for each in text.split("\n"))


def test_items_hang_below_their_text_and_numbers_stay_with_units() -> None:
    """A list reads as a list, and no line begins with a lonely unit."""
    document = Document(
        (Items((Item("one two three four 30\u00a0s", "Lead:", ("a note here",)),)),)
    )
    assert write_text(document, 21, "unicode") == (
        "• Lead: one two three\n  four 30 s\n  a note here"
    )
    held = Document((Paragraph("one two three four 30\u00a0s"),))
    assert write_text(held, 21, "unicode") == "one two three four\n30 s"


def test_a_narrow_table_wraps_its_sentences_before_its_words() -> None:
    """What people copy stays whole as long as it can."""
    table = Table(("id", "what"), (("side-lying-lift", "lift the upper leg a little"),))
    assert write_text(Document((table,)), 32, "ascii") == (
        "id               what\n---------------  ---------------\nside-lying-lift  lift the upper\n"
        "                 leg a little"
    )


# the door


def test_render_names_its_forms() -> None:
    """A form is chosen by its name."""
    routine = sample_routine()
    assert render(routine) == to_text(routine)
    assert render(routine, "markdown") == to_markdown(routine) == routine._repr_markdown_()
    assert str(routine) == to_text(routine)


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"form": "pdf"}, "form"),
        ({"characters": "latin"}, "characters"),
        ({"width": 5}, "width"),
        ({"width": "80"}, "width"),
    ],
)
def test_a_wrong_option_is_refused_by_name(options: dict[str, Any], path: str) -> None:
    """The problem says which option, and what there is."""
    with pytest.raises(RequestError) as refused:
        render(sample_exercise(), **options)
    assert [problem.path for problem in refused.value.problems] == [path]
    assert refused.value.problems[0].remedy


@pytest.mark.parametrize("noun", [None, 3, "clamshell", b"x", ["clamshell"], {"a": 1}])
def test_what_is_no_noun_is_refused(noun: Any) -> None:
    """Nothing is guessed."""
    with pytest.raises(RequestError, match="cannot show"):
        to_text(noun)


def test_a_label_that_words_lack_is_shown_as_its_code() -> None:
    """A language half translated still shows something."""
    kept = tuple(each for each in load_words().templates if each.key != "level.beginner")
    words = evolve(load_words(), templates=kept)
    assert "beginner" in to_text(sample_routine(), words=words)


def test_showing_loads_no_catalogue_no_converter_and_no_solver() -> None:
    """An app may show what it stored, at the price of showing."""
    program = (
        "import sys, hipkit.rendering\n"
        "early = {'json', 'unicodedata'} & set(sys.modules)\n"
        "from hipkit.model import because, ReasonCode\n"
        "hipkit.rendering.to_text(because(ReasonCode.EXCLUDED))\n"
        "rooms = {'composing', 'catalogue', 'storing', 'asking'}\n"
        "late = {'cattrs'} & set(sys.modules)\n"
        "print(early - {'unicodedata'} | late | {r for r in rooms if f'hipkit.{r}' in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"


def test_a_slot_says_its_typical_time() -> None:
    """Minutes and seconds, as a watch shows them."""
    slot: Slot = sample_routine().slots[-1]
    assert f"{slot.seconds // 60}:{slot.seconds % 60:02}" in flat(to_text(sample_routine()))


def test_what_a_caution_spares_is_said_in_one_sentence() -> None:
    """An exercise that was asked for may be kept back for several things at once."""
    with pytest.raises(NoRoutine) as caught:
        build_routine(cautions=["outer-hip-pain"], include=["clamshell"], equipment=["mini-band"])
    text = flat(str(caught.value))
    assert text.count("Sore on the outside of the hip") == 1
    assert "do without clamshell" in text


def test_a_routine_of_all_there_is_leaves_nothing_out() -> None:
    """Then no line says what was left out."""
    one = evolve(sample_catalogue(), exercises=(sample_exercise(),))
    assert "left out" not in to_text(build_routine(catalogue=one))


def test_an_explanation_without_a_certificate_claims_no_proof() -> None:
    """Shown, it says nothing of what no routine is worth."""
    routine = build_routine(10)
    bare = evolve(routine, explanation=evolve(routine.explanation, certificate=None))
    full = explain(routine)
    for shown in (bare, evolve(full, explanation=bare.explanation)):
        assert "No routine under this policy is worth more" not in " ".join(str(shown).split())
    assert "No routine under this policy is worth more" in " ".join(str(routine).split())


def test_a_routine_stored_without_its_cautions_shows_the_notes_for_all() -> None:
    """Nobody can tell which were meant, so none is lost; each says whom it is for."""
    routine = hipkit.build_routine(15, cautions=["knee-pain"])
    stored = hipkit.loads(hipkit.dumps(routine), hipkit.Routine)
    notes = [each for slot in routine.slots for each in slot.exercise.instructions.caution_notes]
    meant = [each.note for each in notes if each.caution is hipkit.Caution.KNEE_PAIN]
    assert meant
    for restored in (stored, hipkit.restore(hipkit.compact(stored))):
        said = hipkit.to_text(restored, width=1_000)
        assert "This was stored without the cautions it was made with" in said
        assert all(each.note in said for each in notes)
        assert "Sore around the kneecap: Bend your knees only as far as is comfortable." in said
    said = hipkit.to_text(routine, width=1_000)
    assert all(note in said for note in meant)
    assert "stored without" not in said
